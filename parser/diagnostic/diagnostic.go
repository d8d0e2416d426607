// Package diagnostic holds what is said about a body: a sentence in both languages
// with its weight, its code and its place.
package diagnostic

import (
	"iter"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/remark"
)

// Diagnostic is one thing to say about a body. Code is stable and made to be
// searched for.
type Diagnostic struct {
	Severity remark.Severity
	Code     string
	// Text is the sentence, in both languages.
	Text lang.Text
	// Sentence is Text with a placeholder for each of Args.
	Sentence lang.Text
	// Args are what the sentence quotes, mostly from the body.
	Args []string
	// Path names the place, as Item.Path does; empty where no item is meant.
	Path string
	// Ref is the anchor of the row of the reference that it rests on, if any.
	Ref string
	// Span lies in the text of the document, Item is the place if there is one.
	Document *document.Document
	Span     document.Span
	Item     document.Item
	// Others are further places of the same, the first twenty or so.
	Others []document.Item
	// Job is the index of the job that it is about, among all of the report; -1 where
	// it is about none.
	Job int
	// At is where the span begins in what was given, or where Packed is set
	// in the text of the document: what was given is then packed so that it
	// has no place for each byte.
	At     Position
	Packed bool
}

// Parts divides the sentence in l into what it says and what it quotes, so that
// the two can be told apart.
func (d *Diagnostic) Parts(l lang.Lang) iter.Seq2[string, bool] {
	text := d.Sentence.In(l)
	return func(yield func(part string, quoted bool) bool) {
		for part, arg := range lang.Parts(text, len(d.Args)) {
			if arg >= 0 {
				part = d.Args[arg]
			}
			if !yield(part, arg >= 0) {
				return
			}
		}
	}
}

// Position is a place in a text. Lines and columns count from 1, columns in
// characters; Offset counts bytes from 0. The zero Position is none.
type Position struct {
	Line, Column, Offset int
}

// Known reports whether p is a place.
func (p Position) Known() bool { return p.Line > 0 }
