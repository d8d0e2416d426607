package parser

import (
	"slices"
	"strconv"

	"github.com/callbacklens/callbacklens/parser/diagnostic"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/origin"
	"github.com/callbacklens/callbacklens/parser/internal/peel"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// wrapped is a text on its way out of its wrappers.
type wrapped struct {
	text        []byte
	origin      origin.Origin
	layer       int // index of the layer that it was in, -1 for none
	contentType string
	deflated    bool // it is said to be compressed, with or without a header
}

// search finds what is in w from left to right: bodies, which it reads, and
// wrappers, which it takes off. Whatever neither is counts as other text.
func (in *inspection) search(w wrapped, depth int) {
	w.origin.Read(w.text)
	s := peel.NewScanner(w.text, in.peelContext(len(w.text)))
	t := census{layers: len(in.report.Layers), texts: len(in.texts)}
	end := 0
	for !in.Stopped {
		found, ok := s.Next(end)
		if !ok || in.enough(w, found.Start) {
			break
		}
		t.other += peel.Words(w.text[min(end, found.Start):found.Start])
		if found.Body {
			end = in.body(w, found.Start, end, depth)
			t.bodies++
		} else {
			end = in.wrapper(found.Inside, w, depth)
		}
		t.span(found.Start, end)
	}
	if t.end > 0 {
		t.other += peel.Words(w.text[min(end, len(w.text)):])
		in.surroundings(w, t)
	}
}

// list takes a text, and those around it, among the ones that the report has.
func (in *inspection) list(t *origin.Text) {
	if t.Index > 0 || t.Outer == nil {
		return
	}
	in.list(t.Outer)
	t.Index = len(in.texts)
	in.texts = append(in.texts, t)
}

// enough reports whether as many bodies were read as may be, and says so once, at
// the place in w where the next one begins.
func (in *inspection) enough(w wrapped, at int) bool {
	if len(in.report.Documents) < in.opt.Limits.Bodies {
		return false
	}
	if !in.Said(rowTooManyBodies) {
		d := in.Say(rowTooManyBodies, nil, document.Span{}, strconv.Itoa(in.opt.Limits.Bodies))
		in.place(d, w.origin, spanOf(at, at))
	}
	return true
}

// body reads the body at start and what its strings hold. It returns where the
// body ends; last is where the one before it did.
func (in *inspection) body(w wrapped, start, last, depth int) (end int) {
	xml := w.text[start] == '<'
	if last == 0 { // it is the first one
		switch front := chars.SkipSpace(w.text, 0); {
		case front < start && in.unopened(w.text, front, start, xml):
			start = front
		case xml && front == start:
			start = 0 // blanks before an element are part of its document
		}
	}
	at := len(in.report.Documents)
	end = in.readBody(w, start, xml, depth)
	doc := in.report.Documents[at]
	if !in.bent[doc] && !in.garbled(w, doc, depth) {
		in.nested(w, doc, depth)
	}
	return end
}

// wrapper goes on with what a wrapper holds, and returns where it ends.
func (in *inspection) wrapper(f peel.Inside, w wrapped, depth int) (end int) {
	if depth >= in.opt.Limits.Layers {
		d := in.Say(rowLayersLimit, nil, document.Span{}, strconv.Itoa(in.opt.Limits.Layers))
		in.place(d, w.origin, spanOf(f.Start, f.End))
	} else {
		in.inside(f, w, depth)
	}
	return max(f.End, f.Start+1)
}

// maxLooked bounds how many bytes are looked through for bodies that wrappers
// might hold, for each byte of the input and beside it.
const maxLooked, looksPerByte = 16 << 20, 16

// peelContext is what the search in a text of size bytes may know.
func (in *inspection) peelContext(size int) peel.Context {
	return peel.Context{
		Inflate: in.opt.Limits.Inflated - in.inflated, Depth: 2 * in.opt.Limits.Layers, Budget: &in.looks,
		Pulse: func() { in.Beat(0, size, 0) },
	}
}

// inside leaves the receipt for a wrapper and goes on with what it held.
func (in *inspection) inside(f peel.Inside, w wrapped, depth int) {
	span := spanOf(f.Start, f.End)
	in.report.Layers = append(
		in.report.Layers,
		Layer{Kind: f.Kind, Span: span, In: w.layer, Size: len(f.Text), Note: f.Note, from: w.origin},
	)
	if f.Packed {
		in.inflated += len(f.Text)
		in.looks += looksPerByte * len(f.Text)
	}
	if f.Limited {
		in.place(in.Say(rowInflatedLimit, nil, document.Span{}, strconv.Itoa(in.opt.Limits.Inflated)), w.origin, span)
	}
	if f.Damage != nil {
		in.place(in.Say(rowWrapperBroken, nil, document.Span{}, f.Kind, f.Damage.Error()), w.origin, span)
	}
	layer := len(in.report.Layers) - 1
	inner := wrapped{text: f.Text, origin: w.origin.Moved(f.Shift), layer: layer, contentType: f.ContentType, deflated: f.Deflated}
	if f.Trace != nil || f.Packed {
		inner.origin = w.origin.Inside(layer, flat.Span(span), f.Trace)
	}
	if inner.contentType == "" {
		inner.contentType = w.contentType
	}
	in.open(inner, depth+1)
}

// open goes on with bytes that came out of a wrapper: they may be compressed,
// and in any charset.
func (in *inspection) open(w wrapped, depth int) {
	rest := in.inflate(w, depth)
	if len(rest.text) == 0 {
		return
	}
	w = rest
	if text, changed := in.toUTF8(w); changed {
		w.origin = w.origin.Inside(w.layer, flat.SpanOf(0, len(w.text)), nil)
		w.text = text
	}
	in.search(w, depth)
}

// inflate goes on with what the compressed bytes hold that w begins with, if it
// does, and returns what is left of w.
func (in *inspection) inflate(w wrapped, depth int) (rest wrapped) {
	for {
		c := in.peelContext(len(w.text))
		c.Deflated = w.deflated
		f, ok := peel.Inflate(w.text, c)
		if !ok {
			return w
		}
		end := in.wrapper(f, w, depth)
		w.deflated = false
		w.text, w.origin = w.text[end:], w.origin.Moved(end)
	}
}

// packedMessage reads w as a message of HTTP whose body is compressed: it is no text,
// so that its charset is not looked for.
func (in *inspection) packedMessage(w wrapped) bool {
	f, ok := peel.PackedMessage(w.text, in.peelContext(len(w.text)))
	if ok {
		in.wrapper(f, w, 0)
	}
	return ok
}

// place moves a diagnostic to a span of the text that o is the origin of.
func (in *inspection) place(d *diagnostic.Diagnostic, o origin.Origin, s document.Span) {
	at, _ := o.Span(flat.Span(s))
	d.Span, d.At.Offset = document.Span(at), int(at.Start)
}

// census counts what is in a text.
type census struct {
	bodies     int
	other      int // bytes of what is neither a body nor a wrapper
	start, end int // of all that is
	// layers and texts are how many there were before it was searched.
	layers, texts int
}

func (t *census) span(start, end int) {
	if t.end == 0 {
		t.start = start
	}
	t.end = end
}

// surroundings leaves a receipt where bodies and wrappers do not stand alone, before those
// for what stood within.
func (in *inspection) surroundings(w wrapped, t census) {
	var note lang.Text
	switch {
	case t.other == 0 && t.bodies < 2:
		return
	case t.other == 0:
		note = lang.Text{ZH: "{0} 份回调内容，首尾相接", EN: "bodies: {0}, one after the other"}.With(strconv.Itoa(t.bodies))
	case t.bodies == 0:
		note = lang.Text{ZH: "{0} 字节其他文本", EN: "bytes of other text: {0}"}.With(strconv.Itoa(t.other))
	default:
		note = lang.Text{
			ZH: "{0} 份回调内容，另有 {1} 字节其他文本",
			EN: "bodies: {0}, bytes of other text: {1}",
		}.With(strconv.Itoa(t.bodies), strconv.Itoa(t.other))
	}
	span := spanOf(t.start, min(t.end, len(w.text)))
	layer := Layer{Kind: layerText, Span: span, In: w.layer, Size: span.Len(), Note: note, from: w.origin}
	in.report.Layers = slices.Insert(in.report.Layers, t.layers, layer)
	inner := in.report.Layers[t.layers+1:]
	for i := range inner {
		if inner[i].In >= t.layers {
			inner[i].In++
		}
	}
	for _, within := range in.texts[t.texts:] {
		if within.Layer >= t.layers {
			within.Layer++
		}
	}
}

// spanOf returns the span from one offset to another.
func spanOf(start, end int) document.Span {
	return document.Span{Start: uint32(start), End: uint32(end)}
}
