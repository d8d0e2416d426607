package tags

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// Place is where a reader stands in a text whose tags are counted.
type Place struct {
	*Tally
	Text  []byte
	Nodes []flat.Node // that were read
	Open  []int32     // elements among them that are open, outermost first; 0 is the document
	// Kin, if set, tells whether an element is known to stand in another one, by their
	// names, and whether anything is known of what stands in that.
	Kin func(container, name []byte) (stands, known bool)
}

func (p *Place) top() int32 { return p.Open[len(p.Open)-1] }

func (p *Place) bytesOf(s flat.Span) []byte { return p.Text[s.Start:s.End] }

// IsNameStart reports whether a name may begin with c.
func IsNameStart(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= 0x80
}

// ClosesTop reports whether a start tag that ends at end closes the element of its name
// that is open: the name is opened twice more than it is closed, and no further element
// of its kind begins.
func (p *Place) ClosesTop(name flat.Span, end int) bool {
	i := p.top()
	return p.sameAfterText(name) || p.openNamed(name) && len(p.Nodes) > int(i)+1 && p.Tally.Spare(p.bytesOf(name)) > 1 && !p.likeTop(end)
}

// BeginsAgain reports whether the element of that name which is open lacks its end tag,
// as another one begins that has the same first element in it.
func (p *Place) BeginsAgain(name flat.Span, end int) bool {
	return p.openNamed(name) && p.Tally.Spare(p.bytesOf(name)) > 0 && p.likeTop(end)
}

// EndsBefore reports whether the element that is open, and holds a text alone, lacks its end
// tag: what begins is known to stand beside it.
func (p *Place) EndsBefore(name flat.Span) bool {
	if len(p.Open) < 3 || p.Kin == nil || !p.holdsText() || p.Tally.Spare(p.bytesOf(p.Nodes[p.top()].Name)) <= 0 || p.stands(p.bytesOf(name)) {
		return false
	}
	beside, _ := p.Kin(p.bytesOf(p.Nodes[p.Open[len(p.Open)-2]].Name), p.bytesOf(name))
	return beside
}

// holdsText reports whether a text is all that stands in what is open.
func (p *Place) holdsText() bool {
	last := len(p.Nodes) - 1
	return last == int(p.top())+1 && p.Nodes[last].Kind == flat.KindText && len(bytes.TrimSpace(p.bytesOf(p.Nodes[last].Value))) > 0
}

func (p *Place) openNamed(name flat.Span) bool {
	n := &p.Nodes[p.top()]
	return n.Kind == flat.KindElement && bytes.Equal(p.bytesOf(n.Name), p.bytesOf(name))
}

// likeTop reports whether what begins at i has the name of the first element in what is
// open.
func (p *Place) likeTop(i int) bool {
	for k := p.top() + 1; int(k) < len(p.Nodes); k = p.Nodes[k].Next {
		if n := &p.Nodes[k]; n.Kind == flat.KindElement {
			return p.nextIs(i, p.bytesOf(n.Name))
		}
	}
	return false
}

// nextIs reports whether the start tag of a name follows i.
func (p *Place) nextIs(i int, name []byte) bool {
	next := p.nextName(i)
	return next != nil && bytes.Equal(next, name)
}

// nextName returns the name of the start tag that follows i, nil where none does.
func (p *Place) nextName(i int) []byte {
	if i = chars.SkipSpace(p.Text, i); i+1 >= len(p.Text) || p.Text[i] != '<' || !IsNameStart(p.Text[i+1]) {
		return nil
	}
	return p.Text[i+1 : NameEnd(p.Text, i+1)]
}

// MeantAt returns the name that a start tag has by its end tag, where that is the one that
// is spelt rightly: it is known where it stands, or other elements have it.
func (p *Place) MeantAt(name flat.Span) (flat.Span, bool) {
	own := p.bytesOf(name)
	if p.Tally.Ends(own) > 0 {
		return name, false
	}
	meant, ok := p.Tally.Meant(own)
	if !ok {
		return name, false
	}
	right := p.bytesOf(meant)
	return meant, p.Tally.Opens(right) > 0 || p.stands(right) && !p.stands(own)
}

// stands reports whether an element of that name is known to stand in what is open.
func (p *Place) stands(name []byte) bool {
	if p.Kin == nil {
		return false
	}
	stands, _ := p.Kin(p.bytesOf(p.Nodes[p.top()].Name), name)
	return stands
}

// LacksSlash reports whether the element that was opened right before end is an empty
// one whose tag lacks its slash: nothing ends it, though what it stands in is ended, and
// the element that follows belongs beside it.
func (p *Place) LacksSlash(name flat.Span, end int) bool {
	own := p.bytesOf(name)
	if p.Tally.Ends(own) > 0 || p.Tally.Opens(own) > 1 || len(p.Open) < 3 {
		return false
	}
	outer := p.bytesOf(p.Nodes[p.Open[len(p.Open)-2]].Name)
	next := p.nextName(end)
	if next == nil || p.Tally.Ends(outer) == 0 || p.stands(next) {
		return false
	}
	if _, ok := p.Tally.Meant(own); ok {
		return false
	}
	beside := false
	if p.Kin != nil {
		beside, _ = p.Kin(outer, next)
	}
	return beside || chars.Indent(p.Text, int(name.Start)-1) > 0 && chars.Indent(p.Text, int(name.Start)-1) == chars.Indent(p.Text, chars.SkipSpace(p.Text, end))
}

// sameAfterText reports whether a start tag named name stands right after the
// text of an element with that name which holds nothing else: <Tag>x<Tag>.
func (p *Place) sameAfterText(name flat.Span) bool {
	i := p.top()
	n := &p.Nodes[i]
	if n.Kind != flat.KindElement || !bytes.Equal(p.Text[n.Name.Start:n.Name.End], p.Text[name.Start:name.End]) {
		return false
	}
	return len(p.Nodes)-1 == int(i) || p.holdsText()
}
