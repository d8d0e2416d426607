package flat

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// fewNames is how many names are compared one by one.
const fewNames = 16

// Names finds names that come again among the nodes of a document that is being read.
type Names struct {
	Text  []byte
	Nodes []Node
	Turn  func(i int) // called for each node that is looked at
	// buffers hold names that are written with escapes as they are compared.
	buffers [2][]byte
}

// Repeats calls do for each item of node i whose name an earlier one has, with
// the last of those. Node i is the last one that was read. Names that the end of
// the text may have cut do not count.
func (r *Names) Repeats(i int32, do func(before, k int32)) {
	count, escaped := 0, false
	for k := i + 1; int(k) < len(r.Nodes); k = r.Nodes[k].Next {
		count++
		escaped = escaped || r.Nodes[k].Flags&FlagNameEscaped != 0
		r.Turn(count)
	}
	switch {
	case count < 2:
	case count <= fewNames && !escaped:
		r.repeatsOfFew(i, do)
	default:
		r.repeatsOfMany(i, count, do)
	}
}

func (r *Names) repeatsOfFew(i int32, do func(before, k int32)) {
	var seen [fewNames]int32
	n := 0
next:
	for k := i + 1; int(k) < len(r.Nodes); k = r.Nodes[k].Next {
		name := r.Nodes[k].Name
		for s := range seen[:n] {
			own := r.Nodes[seen[s]].Name
			if own.Len() != name.Len() || !bytes.Equal(r.Text[own.Start:own.End], r.Text[name.Start:name.End]) {
				continue
			}
			if !r.cutName(k) {
				do(seen[s], k)
				seen[s] = k
			}
			continue next
		}
		seen[n] = k
		n++
	}
}

// repeatsOfMany does so with a hash table of the nodes that have a name last,
// at most four fifths full.
func (r *Names) repeatsOfMany(i int32, count int, do func(before, k int32)) {
	size := 4
	for size*4/5 < count {
		size *= 2
	}
	slots, mask := make([]int32, size), uint32(size-1)
	done := 0
	for k := i + 1; int(k) < len(r.Nodes); k = r.Nodes[k].Next {
		if done++; r.cutName(k) {
			continue
		}
		r.Turn(done)
		name := r.nameAt(k, &r.buffers[0])
		at := HashOf(name) & mask
		for slots[at] != 0 && !bytes.Equal(name, r.nameAt(slots[at], &r.buffers[1])) {
			at = (at + 1) & mask
		}
		if slots[at] != 0 {
			do(slots[at], k)
		}
		slots[at] = k
	}
}

// nameAt returns the name of a node, which goes into buffer where it is written
// with escapes.
func (r *Names) nameAt(i int32, buffer *[]byte) []byte {
	n := &r.Nodes[i]
	name := r.Text[n.Name.Start:n.Name.End]
	if n.Flags&FlagNameEscaped == 0 {
		return name
	}
	*buffer = chars.AppendJSON((*buffer)[:0], name)
	return *buffer
}

// cutName reports whether the name of a node may go on behind the end of the
// text, as nothing comes after it.
func (r *Names) cutName(i int32) bool {
	n := &r.Nodes[i]
	return n.Flags&FlagPartial != 0 && n.Value.Len() == 0
}
