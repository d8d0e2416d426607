// Package origin knows where a text lay in the one that it was taken out of.
package origin

import (
	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// Origin tells where the bytes of a document lay in Source.Text, through the
// layers that were peeled. The zero origin is the source itself.
type Origin struct {
	Outer *Origin
	// Shift is where the text begins in the outer text, if trace is nil.
	Shift int
	// Trace maps an offset to one of the outer text.
	Trace func(int) int
	// Packed tells that there is no place for each byte: whole, a span of the
	// outer text, stands for all of them.
	Packed bool
	Whole  flat.Span
}

// Span maps a span of the document's text to one of Source.Text, and reports
// whether it is exact.
func (o *Origin) Span(s flat.Span) (flat.Span, bool) {
	exact := true
	for ; o != nil; o = o.Outer {
		switch {
		case o.Packed:
			s, exact = o.Whole, false
		case o.Trace != nil:
			s = flat.SpanOf(o.Trace(int(s.Start)), o.Trace(int(s.End)))
		default:
			s = flat.Span{Start: s.Start + uint32(o.Shift), End: s.End + uint32(o.Shift)}
		}
	}
	return s, exact
}
