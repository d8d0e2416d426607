package parser

import (
	"sort"

	"github.com/callbacklens/callbacklens/parser/diagnostic"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/origin"
)

// Text is one of the texts that bodies were found in: what was given, or what a
// wrapper held in another form than it stands there, such as unpacked bytes.
type Text struct {
	// Bytes is the text as UTF-8, its secrets hidden where that was asked for.
	Bytes []byte
	// Layer is the index in Report.Layers of the wrapper that held it, -1 for what
	// was given.
	Layer int
	// In is the index in Report.Texts of the text that the wrapper stood in, -1 for
	// what was given, and Span where in it.
	In   int
	Span document.Span
}

// Place is where something stands: the index of a text in Report.Texts, and the
// bytes in it.
type Place struct {
	Text int
	Span document.Span
}

// At returns the innermost item at an offset of Source.Text. Where a wrapper stands
// there it is one of what the wrapper held; where no byte of that has a place of
// its own it is the root of the first document in it. Where no document is there
// the zero Item is returned.
func (r *Report) At(offset int) document.Item { return r.AtIn(0, offset) }

// AtIn does the same in one of Texts.
func (r *Report) AtIn(text, offset int) document.Item {
	if text < 0 || text >= len(r.texts) {
		return document.Item{}
	}
	t := &r.texts[text]
	inner := sort.Search(len(t.inner), func(i int) bool { return int(t.inner[i].Whole.Start) > offset }) - 1
	if inner >= 0 && offset < int(t.inner[inner].Whole.End) {
		within := t.inner[inner]
		at, exact := within.Inner(offset)
		if !exact {
			return r.first(within.Index)
		}
		if it := r.AtIn(within.Index, at); it.Ok() {
			return it
		}
	}
	k := sort.Search(len(t.docs), func(i int) bool { return rootIn(t.docs[i]).Start > uint32(offset) }) - 1
	if k < 0 || uint32(offset) >= rootIn(t.docs[k]).End {
		return document.Item{}
	}
	return t.docs[k].At(offset - t.docs[k].From().Shift)
}

// first returns the root of the first document in a text, or in those in it.
func (r *Report) first(text int) document.Item {
	t := &r.texts[text]
	if len(t.docs) > 0 {
		return t.docs[0].Root()
	}
	for _, inner := range t.inner {
		if it := r.first(inner.Index); it.Ok() {
			return it
		}
	}
	return document.Item{}
}

// rootIn returns the bytes of a document as those of its text.
func rootIn(doc *document.Document) flat.Span {
	return doc.From().In(flat.Span(doc.Root().Span()))
}

// Place returns where an item of the report stands.
func (r *Report) Place(it document.Item) Place {
	if !it.Ok() {
		return Place{}
	}
	return placeIn(it.Document(), it.Span())
}

// PlaceOf returns the bytes of a place of a diagnostic of the report.
func (r *Report) PlaceOf(s *diagnostic.Spot) Place {
	if s.Document == nil {
		return Place{Span: s.Span}
	}
	return placeIn(s.Document, s.Span)
}

// PlaceOfLayer returns where a wrapper lay, by its index in Layers. In bytes that are
// no text, such as packed ones, it is where these came out of.
func (r *Report) PlaceOfLayer(i int) Place {
	l := &r.Layers[i]
	t, s := l.from.Text, l.from.In(flat.Span(l.Span))
	for ; t != nil; t = t.Outer {
		if t.Index < len(r.texts) && r.texts[t.Index].Text == t {
			return Place{t.Index, document.Span(s)}
		}
		if t.Outer != nil {
			s, _ = t.Outward(s)
		}
	}
	return Place{Span: l.Span}
}

func placeIn(doc *document.Document, s document.Span) Place {
	from := doc.From()
	return Place{from.Text.Index, document.Span(from.In(flat.Span(s)))}
}

// Outward returns the place in the text around it that p came out of, and whether
// it is exact: if not, it is that of the whole wrapper. The place of what stands in
// the source is itself.
func (r *Report) Outward(p Place) (Place, bool) {
	t := r.texts[p.Text].Text
	if t.Outer == nil {
		return p, true
	}
	s, exact := t.Outward(flat.Span(p.Span))
	return Place{t.Outer.Index, document.Span(s)}, exact
}

// text is one of the texts of a report with what was found in it, in order.
type text struct {
	*origin.Text
	docs  []*document.Document
	inner []*origin.Text
}

// arrange makes Texts of the report.
func (r *Report) arrange(texts []*origin.Text) {
	r.texts = make([]text, len(texts))
	for i, t := range texts {
		r.texts[i].Text = t
		shown := Text{Bytes: t.Bytes, Layer: t.Layer, In: -1, Span: document.Span(t.Whole)}
		if t.Outer != nil {
			shown.In = t.Outer.Index
			outer := &r.texts[t.Outer.Index]
			outer.inner = append(outer.inner, t)
		}
		r.Texts = append(r.Texts, shown)
	}
	for _, doc := range r.Documents {
		in := &r.texts[doc.From().Text.Index]
		in.docs = append(in.docs, doc)
	}
}
