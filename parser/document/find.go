package document

import (
	"iter"
	"strings"

	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// Child returns the first item of it with the given name that is not an attribute,
// or the zero Item. Of the members of an object it is the last one, as that is the
// one which counts where a name is repeated.
func (it Item) Child(name string) Item {
	switch {
	case it.doc == nil || it.at.Cell != flat.NoCell:
		return Item{}
	case it.at.Row != flat.NoRow:
		if c := it.table().Find(name); c >= 0 {
			return Item{it.doc, flat.Ref{Node: it.at.Node, Row: it.at.Row, Cell: int32(c)}}
		}
		return Item{}
	}
	d, seen, found := it.doc, 0, int32(flat.NoNode)
	for i := it.at.Node + 1; i < d.flat.Nodes[it.at.Node].Next; i = d.flat.Nodes[i].Next {
		if seen++; seen > manyItems {
			found = it.manyChild(name)
			break
		}
		if n := &d.flat.Nodes[i]; n.Kind.Named() && n.Flags&flat.FlagSuperseded == 0 && d.flat.IsNamed(n, name) {
			found = i
			break
		}
	}
	if found == flat.NoNode {
		return Item{}
	}
	return d.inNode(found, 0)
}

// manyChild returns the node that Child looks for where there are many.
func (it Item) manyChild(name string) int32 {
	d := it.doc
	if d.Format == FormatJSON || strings.IndexByte(name, ':') < 0 {
		return d.indexOf(it.at.Node).child(d, name)
	}
	for i := it.at.Node + 1; i < d.flat.Nodes[it.at.Node].Next; i = d.flat.Nodes[i].Next {
		if n := &d.flat.Nodes[i]; n.Kind.Named() && d.flat.IsNamed(n, name) {
			return i
		}
	}
	return flat.NoNode
}

// eachNamed yields what All does in it. In XML there may be several elements of the
// name. It passes over tables of other names without looking at their rows.
func (it Item) eachNamed(name string, yield func(Item) bool) {
	if it.doc == nil || it.at.Row != flat.NoRow || it.doc.Format == FormatJSON {
		if c := it.Child(name); c.Ok() {
			c.spread(yield)
		}
		return
	}
	d := it.doc
	for i := it.at.Node + 1; i < d.flat.Nodes[it.at.Node].Next; i = d.flat.Nodes[i].Next {
		if n := &d.flat.Nodes[i]; !n.Kind.Named() || !d.flat.IsNamed(n, name) {
			continue
		}
		for row := range d.flat.SizeOf(i) {
			if !d.inNode(i, row).spread(yield) {
				return
			}
		}
	}
}

// Superseded reports whether it is a member of an object in which its name comes
// again: that one counts.
func (it Item) Superseded() bool {
	return it.doc != nil && it.at.Row == flat.NoRow && it.doc.flat.Nodes[it.at.Node].Flags&flat.FlagSuperseded != 0
}

// At follows names downwards from it, stepping into the only item of an array
// where one is met, and returns the zero Item where a name is missing.
func (it Item) At(names ...string) Item {
	for _, name := range names {
		it = it.Single().Child(name)
	}
	return it
}

// Single steps into arrays: to their first item, or to the zero Item.
func (it Item) Single() Item {
	for it.Kind() == KindArray {
		it = it.first()
	}
	return it
}

// first returns the first of its items, or the zero Item.
func (it Item) first() Item {
	for c := range it.Children() {
		return c
	}
	return Item{}
}

// All yields every item named name in it: each of several elements, each item
// of an array, or the one member that there is.
func (it Item) All(name string) iter.Seq[Item] {
	return func(yield func(Item) bool) { it.Single().eachNamed(name, yield) }
}

// Items yields the items of an array, however deep, or the item itself.
func (it Item) Items() iter.Seq[Item] {
	return func(yield func(Item) bool) { it.spread(yield) }
}

// spread does so; it reports whether to go on.
func (it Item) spread(yield func(Item) bool) bool {
	if it.Kind() != KindArray {
		return yield(it)
	}
	for c := range it.Children() {
		if !c.spread(yield) {
			return false
		}
	}
	return true
}
