package read

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// fewNames is how many names are compared one by one.
const fewNames = 16

// repeats calls do for each item of node i whose name an earlier one has, with
// the last of those. Node i is the last one that was read. Names that the end of
// the text may have cut do not count.
func (r *reader) repeats(i int32, do func(before, k int32)) {
	count, escaped := 0, false
	for k := i + 1; int(k) < len(r.nodes); k = r.nodes[k].Next {
		count++
		escaped = escaped || r.nodes[k].Flags&flat.FlagNameEscaped != 0
		r.turn(count)
	}
	switch {
	case count < 2:
	case count <= fewNames && !escaped:
		r.repeatsOfFew(i, do)
	default:
		r.repeatsOfMany(i, count, do)
	}
}

func (r *reader) repeatsOfFew(i int32, do func(before, k int32)) {
	var seen [fewNames]int32
	n := 0
next:
	for k := i + 1; int(k) < len(r.nodes); k = r.nodes[k].Next {
		name := r.nodes[k].Name
		for s := range seen[:n] {
			own := r.nodes[seen[s]].Name
			if own.Len() != name.Len() || !bytes.Equal(r.text[own.Start:own.End], r.text[name.Start:name.End]) {
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
func (r *reader) repeatsOfMany(i int32, count int, do func(before, k int32)) {
	size := 4
	for size*4/5 < count {
		size *= 2
	}
	slots, mask := make([]int32, size), uint32(size-1)
	done := 0
	for k := i + 1; int(k) < len(r.nodes); k = r.nodes[k].Next {
		if done++; r.cutName(k) {
			continue
		}
		r.turn(done)
		name := r.nameAt(k, &r.nameBuffers[0])
		at := flat.HashOf(name) & mask
		for slots[at] != 0 && !bytes.Equal(name, r.nameAt(slots[at], &r.nameBuffers[1])) {
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
func (r *reader) nameAt(i int32, buffer *[]byte) []byte {
	n := &r.nodes[i]
	name := r.text[n.Name.Start:n.Name.End]
	if n.Flags&flat.FlagNameEscaped == 0 {
		return name
	}
	*buffer = chars.AppendJSON((*buffer)[:0], name)
	return *buffer
}

// cutName reports whether the name of a node may go on behind the end of the
// text, as nothing comes after it.
func (r *reader) cutName(i int32) bool {
	n := &r.nodes[i]
	return n.Flags&flat.FlagPartial != 0 && n.Value.Len() == 0
}
