package model

import (
	"strconv"
	"strings"

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
	// Place is what the source marks, nothing if no byte is in it.
	Place parser.Place
	// Sought is what the tree is to go to, until it is there.
	Sought parser.Place
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
	p.Body.Token, p.Body.Place = i, parser.Place{}
	if t := p.Body.Tokens(); i >= 0 && i < t.Len() {
		p.Body.Place = p.Body.Report.Place(t.Place(i))
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
func (p *Page) ShowIn(v View, at parser.Place) {
	if p.Body == nil {
		return
	}
	if v == ViewTree {
		p.Body.Sought = at
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

// still returns the chosen place in a report that has come in the place of
// another one: bytes of the same text, if they are there.
func (b *Body) still() parser.Place {
	t, at := b.Tokens(), b.Place
	switch texts := b.Report.Texts; {
	case b.Token >= 0:
		return b.Report.Place(t.Place(b.Token))
	case at.Text < len(texts) && int(at.Span.End) <= len(texts[at.Text].Bytes):
		return at
	}
	return parser.Place{}
}

// The actions of buttons and keys, as they stand in data-do.

// ToView returns the action that puts a view in front.
func ToView(v View) string { return "view:" + string(v) }

// ToJob returns the action that chooses a job of a callback.
func ToJob(callback, job int) string {
	return "job:" + strconv.Itoa(callback) + ":" + strconv.Itoa(job)
}

// ToPlace returns the action that puts a view in front that shows a place.
func ToPlace(v View, at parser.Place) string {
	return strings.Join([]string{"place", string(v), strconv.Itoa(at.Text),
		strconv.Itoa(int(at.Span.Start)), strconv.Itoa(int(at.Span.End))}, ":")
}
