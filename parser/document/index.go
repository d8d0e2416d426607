package document

import (
	"bytes"
	"sort"

	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// manyItems is how many nodes in another are looked at one after the other. For
// a node that holds more an index is made, once, so that finding one of them by
// its name or number, or its position, does not mean to pass by all others.
const manyItems = 32

// indexEvery is how many nodes are taken into an index between two pulses.
const indexEvery = 1024

// index finds the items of a node that holds many.
type index struct {
	nodes []int32 // in order; a table counts as one, blank texts are left out
	// before tells how many items stand before each of nodes; nil where that
	// is its number, because none is a table.
	before []int32
	// ranks has the position of each of nodes among those of its name, counted
	// from 1; for the first of several it is how many items these are, negated.
	// It is nil where all of nodes, attributes aside, have the same name.
	ranks      []int32
	attributes int
	count      int // of items
	// names is a hash table of size 2ⁿ: the first node of each name, its number
	// in nodes counted from 1.
	names  []int32
	known  int  // names in it
	recent int  // where in names that of the last node stands
	leaf   bool // an element in which there is only text
}

// indexOf returns the index of node i, which is made when it is first asked for.
func (d *Document) indexOf(i int32) *index {
	d.indexing.Lock()
	defer d.indexing.Unlock()
	x := d.indexes[i]
	if x == nil {
		if d.indexes == nil {
			d.indexes = make(map[int32]*index)
		}
		x = d.newIndex(i)
		d.indexes[i] = x
	}
	return x
}

func (d *Document) newIndex(parent int32) *index {
	end, size, tables, leaf := d.flat.Nodes[parent].Next, 0, false, true
	for i := parent + 1; i < end; i = d.flat.Nodes[i].Next {
		k := d.flat.Nodes[i].Kind
		tables = tables || k == flat.KindTable
		leaf = leaf && (k == flat.KindText || k == flat.KindCData)
		size++
	}
	if leaf && d.flat.Nodes[parent].Kind == flat.KindElement {
		return &index{leaf: true}
	}
	x := &index{nodes: make([]int32, 0, size), names: make([]int32, 8)}
	if tables {
		x.before = make([]int32, 0, size)
	}
	for i := parent + 1; i < end; i = d.flat.Nodes[i].Next {
		if n := &d.flat.Nodes[i]; n.Kind != flat.KindText || !d.flat.Blank(n.Value) {
			x.add(d, i)
		}
		if d.flat.Pulse != nil && len(x.nodes)%indexEvery == 0 {
			d.flat.Pulse(len(x.nodes), size)
		}
	}
	return x
}

// add adds node i as the next one.
func (x *index) add(d *Document, i int32) {
	n, rank := &d.flat.Nodes[i], int32(0)
	switch {
	case n.Kind == flat.KindAttribute:
		x.attributes++
	case n.Kind.Named():
		rank = x.rankNext(d, n)
	default:
		x.rankAll()
	}
	if x.ranks != nil {
		x.ranks = append(x.ranks, rank)
	}
	if x.before != nil {
		x.before = append(x.before, int32(x.count))
	}
	x.nodes = append(x.nodes, i)
	x.count += d.flat.SizeOf(i)
}

// rankNext returns the position of n, which comes next, among those of its name.
func (x *index) rankNext(d *Document, n *flat.Node) int32 {
	first := x.firstOf(d, n) - 1
	if first < 0 {
		if x.known++; x.known > 1 {
			x.rankAll()
		}
		x.names[x.recent] = int32(len(x.nodes) + 1)
		return 1
	}
	if x.ranks == nil {
		return 0
	}
	before := -x.ranks[first]
	if before < 0 {
		before = int32(d.flat.SizeOf(x.nodes[first]))
	}
	x.ranks[first] = -before - int32(d.flat.SizeOfNode(n))
	return before + 1
}

// rankAll writes down the positions that were plain to see until now.
func (x *index) rankAll() {
	if x.ranks != nil {
		return
	}
	x.ranks = make([]int32, len(x.nodes), cap(x.nodes))
	for k := x.attributes; k < len(x.nodes); k++ {
		x.ranks[k] = int32(x.number(k) - x.attributes + 1)
	}
	if len(x.nodes) > x.attributes+1 {
		x.ranks[x.attributes] = -int32(x.count - x.attributes)
	}
}

// number returns how many items stand before the k-th of nodes.
func (x *index) number(k int) int {
	if x.before == nil {
		return k
	}
	return int(x.before[k])
}

// firstOf returns the number of the first node that has the name of n, counted
// from 1, or 0 if none has. Most often that is the name of the node before.
func (x *index) firstOf(d *Document, n *flat.Node) int32 {
	name := d.flat.LocalName(n)
	if first := x.names[x.recent]; first > 0 && bytes.Equal(x.nameOf(d, first), name) {
		return first
	}
	if 4*(x.known+1) > 3*len(x.names) {
		x.rehash(d)
	}
	x.recent = x.find(d, name)
	return x.names[x.recent]
}

func (x *index) nameOf(d *Document, number int32) []byte {
	return d.flat.LocalName(&d.flat.Nodes[x.nodes[number-1]])
}

// find returns where in names a name stands, or would stand.
func (x *index) find(d *Document, name []byte) int {
	mask := len(x.names) - 1
	k := int(flat.HashOf(name)) & mask
	for x.names[k] != 0 && !bytes.Equal(x.nameOf(d, x.names[k]), name) {
		k = (k + 1) & mask
	}
	return k
}

func (x *index) rehash(d *Document) {
	old := x.names
	x.names = make([]int32, 2*len(old))
	for _, first := range old {
		if first != 0 {
			x.names[x.find(d, x.nameOf(d, first))] = first
		}
	}
}

// child returns the first node of a name that counts, none if there is none.
func (x *index) child(d *Document, name string) int32 {
	if x.leaf {
		return flat.NoNode
	}
	first := x.names[x.find(d, []byte(name))]
	if first == 0 {
		return flat.NoNode
	}
	for _, i := range x.nodes[first-1:] {
		if n := &d.flat.Nodes[i]; n.Flags&flat.FlagSuperseded == 0 && n.Kind.Named() &&
			string(d.flat.LocalName(n)) == name {
			return i
		}
	}
	return flat.NoNode
}

// nth returns the node that item number i is or stands in, and how many items
// of that come before it.
func (x *index) nth(i int) (node int32, row int) {
	if x.before == nil {
		return x.nodes[i], 0
	}
	k := sort.Search(len(x.before), func(k int) bool { return int(x.before[k]) > i }) - 1
	return x.nodes[k], i - int(x.before[k])
}

// position returns the position of a node, or of its first row, among the items
// of its name, and whether it is one of several.
func (x *index) position(d *Document, node int32) (at int, several bool) {
	k := sort.Search(len(x.nodes), func(k int) bool { return x.nodes[k] >= node })
	if x.ranks == nil {
		return x.number(k) - x.attributes + 1, x.count-x.attributes > 1
	}
	if rank := x.ranks[k]; rank > 0 {
		return int(rank), rank > 1 || d.flat.SizeOf(node) > 1
	}
	return 1, true
}
