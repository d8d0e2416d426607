package model

import (
	"slices"
	"strconv"

	"github.com/callbacklens/callbacklens/parser"
)

// Selection is what a reader has chosen in a body.
type Selection struct {
	// Callback and Job are indices among Report.Callbacks and its Jobs.
	Callback, Job int
	// Token is the index of the chosen token, -1 for none.
	Token int
	// Tag is the part of speech, as written, that the table of tokens is
	// reduced to; empty for all.
	Tag string
	// Place is what the source marks.
	Place Place
	// Sought is the item that the tree is to go to, until it is there.
	Sought parser.Item
}

// Place is a place in a body: bytes of the text of a document, or of the text
// as it was given if Document is nil. The zero Place is no place at all.
type Place struct {
	Item     parser.Item // that stands there, if it is one
	Document *parser.Document
	Span     parser.Span
}

// PlaceOf returns the place of an item.
func PlaceOf(it parser.Item) Place {
	if !it.Ok() {
		return Place{}
	}
	return Place{it, it.Document(), it.Span()}
}

// Subject names what a part of the result is about. The report of more of a
// body is about the same as that of its beginning: what a reader has done to a
// part stays.
type Subject struct {
	body          *Body
	callback, job int
}

// Subject returns what the result of a body is about.
func (b *Body) Subject() Subject { return Subject{b, b.Callback, b.Job} }

// SelectToken chooses token i, -1 for none, and with it its place.
func (p *Page) SelectToken(i int) {
	if p.Body == nil {
		return
	}
	p.Body.Token, p.Body.Place = i, Place{}
	if t := p.Body.Tokens(); i >= 0 && i < t.Len() {
		p.Body.Place = PlaceOf(t.Place(i))
	}
	p.Rev++
}

// FilterTag reduces the table of tokens to a part of speech, as written; empty
// for all.
func (p *Page) FilterTag(tag string) {
	if p.Body == nil {
		return
	}
	p.Body.Tag = tag
	p.Rev++
}

// ShowIn puts a view in front that shows a place.
func (p *Page) ShowIn(v View, at Place) {
	if p.Body == nil {
		return
	}
	if v == ViewTree {
		p.Body.Sought = at.Item
	} else {
		p.Body.Place = at
	}
	p.Put(v)
}

// Choose chooses a job of a callback.
func (p *Page) Choose(callback, job int) {
	if p.Body == nil {
		return
	}
	p.Body.Selection = Selection{Callback: callback, Job: job, Token: -1, Tag: p.Body.Tag}
	p.Rev++
}

// moved returns where the chosen place is in a report that has come in the
// place of another one.
func (b *Body) moved(before *parser.Report) Place {
	if t := b.Tokens(); b.Token >= 0 {
		return PlaceOf(t.Place(b.Token))
	}
	at := b.Place
	if at.Document == nil {
		return at
	}
	i := slices.Index(before.Documents, at.Document)
	if i < 0 || i >= len(b.Report.Documents) {
		return Place{}
	}
	return Place{Document: b.Report.Documents[i], Span: at.Span}
}

// places numbers what buttons lead to.
type places struct {
	all     []Place
	numbers map[Place]int
}

// number returns the number that a button has for a place.
func (b *Body) number(at Place) int {
	n, known := b.places.numbers[at]
	if !known {
		if b.places.numbers == nil {
			b.places.numbers = make(map[Place]int)
		}
		n = len(b.places.all)
		b.places.all = append(b.places.all, at)
		b.places.numbers[at] = n
	}
	return n
}

// The actions of buttons and keys, as they stand in data-do.

// ToView returns the action that puts a view in front.
func ToView(v View) string { return "view:" + string(v) }

// ToJob returns the action that chooses a job of a callback.
func ToJob(callback, job int) string {
	return "job:" + strconv.Itoa(callback) + ":" + strconv.Itoa(job)
}

// ToPlace returns the action that puts a view in front that shows a place.
func (b *Body) ToPlace(v View, at Place) string {
	return "place:" + strconv.Itoa(b.number(at)) + ":" + string(v)
}
