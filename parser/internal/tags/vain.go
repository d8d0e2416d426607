package tags

import (
	"bytes"
	"slices"

	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// Vain is what is known of a text from reading it strictly in vain: what was open there in
// the end cannot be read strictly either. The zero Vain knows nothing.
type Vain struct {
	End     int // where the reading ended
	text    []byte
	starts  []uint32 // of the elements that were open
	suspect uint32   // the last start from which on there is reason to mend
}

// At reports whether it is in vain to read text from start on.
func (v *Vain) At(text []byte, start int) bool {
	if v == nil || len(v.text) != len(text) || len(text) == 0 || &v.text[0] != &text[0] || uint32(start) > v.suspect {
		return false
	}
	_, found := slices.BinarySearch(v.starts, uint32(start))
	return found
}

// Keep remembers what was open at p, where the reading ended. A text that merely ends too
// early is mended from its last suspect element on.
func (v *Vain) Keep(p *Place, end int, broken bool) {
	const few = 16 // elements: to read them again takes no time
	if v == nil || len(p.Open) < few {
		return
	}
	v.text, v.End, v.starts, v.suspect = p.Text, end, v.starts[:0], uint32(len(p.Text))
	for _, i := range p.Open {
		if n := &p.Nodes[i]; n.Kind == flat.KindElement {
			v.starts = append(v.starts, n.Name.Start-1)
		}
	}
	if !broken {
		v.suspect = p.Nodes[p.Suspect(func(int) {})].Name.Start - 1
	}
}

// Suspect returns the last element that lacks its end tag as that may have been read for a
// start tag, 0 for none. It calls turn for every element that it looks at.
func (p *Place) Suspect(turn func(i int)) int {
	for i := len(p.Nodes) - 3; i > 0; i-- {
		turn(i)
		n, inner := &p.Nodes[i], &p.Nodes[i+2]
		if n.Kind != flat.KindElement {
			continue
		}
		first := &p.Nodes[i+1]
		if first.Kind == flat.KindText && inner.Kind == flat.KindElement && len(bytes.TrimSpace(p.bytesOf(first.Value))) > 0 {
			first = inner
		}
		if first.Kind == flat.KindElement && first.Parent == int32(i) && bytes.Equal(p.bytesOf(n.Name), p.bytesOf(first.Name)) {
			return i
		}
	}
	return 0
}
