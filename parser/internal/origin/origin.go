// Package origin knows where a text lay in the one that it was taken out of.
package origin

import (
	"sort"

	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// Text is a text that bodies were looked for in: what was given, or what a wrapper
// held in another form than it stands there.
type Text struct {
	Bytes []byte // as UTF-8; nil for what is not text, such as compressed bytes
	Layer int    // index of the wrapper that held it, -1 for the source
	Index int    // in the list of texts, if it is listed
	// Outer is the text that the wrapper stood in, nil for the source, and Whole
	// the span of that which the wrapper took up.
	Outer *Text
	Whole flat.Span
	// Trace maps an offset to one of Outer. It is nil where no byte has a place
	// of its own, so that Whole stands for all of them.
	Trace func(int) int
}

// Inner returns the offset in t of what stands at an offset of the outer text. It
// reports false where the bytes have no places of their own.
func (t *Text) Inner(outer int) (int, bool) {
	if t.Trace == nil {
		return 0, false
	}
	n := sort.Search(len(t.Bytes)+1, func(i int) bool { return t.Trace(i) > outer })
	return max(n-1, 0), true
}

// Outward maps a span of t to one of the outer text, and reports whether it is
// exact.
func (t *Text) Outward(s flat.Span) (flat.Span, bool) {
	if t.Trace == nil {
		return t.Whole, false
	}
	return flat.SpanOf(t.Trace(int(s.Start)), t.Trace(int(s.End))), true
}

// Origin tells where bytes lie: from Shift on in a text. The zero Origin is for
// bytes that stand alone.
type Origin struct {
	Text  *Text
	Shift int
}

// In returns a span of the bytes as one of the text that they lie in.
func (o Origin) In(s flat.Span) flat.Span {
	return flat.Span{Start: s.Start + uint32(o.Shift), End: s.End + uint32(o.Shift)}
}

// Span maps a span of the bytes to one of the source, and reports whether it is
// exact.
func (o Origin) Span(s flat.Span) (flat.Span, bool) {
	s, exact := o.In(s), true
	for t := o.Text; t != nil && t.Outer != nil; t = t.Outer {
		var own bool
		s, own = t.Outward(s)
		exact = exact && own
	}
	return s, exact
}

// Moved returns the origin of what begins by bytes further on.
func (o Origin) Moved(by int) Origin { return Origin{o.Text, o.Shift + by} }

// Inside returns the origin of the text that a wrapper held, which took up the
// given span of the bytes. Trace maps offsets of that text to those of the bytes,
// and is nil where there are no such.
func (o Origin) Inside(layer int, whole flat.Span, trace func(int) int) Origin {
	t := &Text{Layer: layer, Outer: o.Text, Whole: o.In(whole)}
	if trace != nil {
		t.Trace = func(i int) int { return trace(i) + o.Shift }
	}
	return Origin{Text: t}
}

// Read tells that the bytes of o are the given ones, and that they are text. What
// they came out of without being one itself is passed over from now on.
func (o *Origin) Read(bytes []byte) {
	t := o.Text
	if t.Bytes != nil {
		return
	}
	for t.Outer != nil && t.Outer.Bytes == nil {
		t.Whole, t.Trace, t.Outer = t.Outer.Whole, nil, t.Outer.Outer
	}
	if o.Shift > 0 { // something else stands before the text
		rest := *t
		if trace, shift := t.Trace, o.Shift; trace != nil {
			rest.Trace = func(i int) int { return trace(i + shift) }
		}
		t, o.Text, o.Shift = &rest, &rest, 0
	}
	t.Bytes = bytes
}
