// Package diagnostic holds what is said about a body: a sentence in both languages
// with its weight, its code and its places.
package diagnostic

import (
	"iter"
	"math/bits"
	"slices"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/remark"
)

// Diagnostic is one thing to say about a body. Code is stable and made to be
// searched for. What is said several times is one diagnostic: the sentence and the
// place are those of the first time, Count tells how often, Others where else.
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
	Spot
	// Count is how often it is said, 1 or more.
	Count int
	// Others are further places of the same, in order: the first twenty of each job,
	// but no more than some hundreds beside the first one of each job.
	Others []Spot
	// Tokens are all those that it is said of, if it is said of tokens.
	Tokens []TokenSet
}

// Spot is a place that something is said about.
type Spot struct {
	// Span lies in the text of the document, Item is the place if there is one.
	Document *document.Document
	Span     document.Span
	Item     document.Item
	// Job is the index of the job that the place is in, among all of the report; -1
	// where it is in none.
	Job int
	// At is where the span begins in what was given, or where Packed is set
	// in the text of the document: what was given is then packed so that it
	// has no place for each byte.
	At     Position
	Packed bool
}

// Spots returns the places of d that are known, in order, the first one first.
func (d *Diagnostic) Spots() iter.Seq[*Spot] {
	return func(yield func(*Spot) bool) {
		if !yield(&d.Spot) {
			return
		}
		for i := range d.Others {
			if !yield(&d.Others[i]) {
				return
			}
		}
	}
}

// TokensOf returns the tokens of a job that d is said of, given the index of the job
// among all of the report; nil where it is said of none, or not of tokens.
func (d *Diagnostic) TokensOf(job int) *TokenSet {
	for i := range d.Tokens {
		if d.Tokens[i].Job == job {
			return &d.Tokens[i]
		}
	}
	return nil
}

// TokenSet is a set of tokens of a job, by their indices: a bit for each.
type TokenSet struct {
	Job  int
	bits []uint64
}

// Add adds token i.
func (s *TokenSet) Add(i int) {
	for len(s.bits) <= i/64 {
		s.bits = append(s.bits, 0)
	}
	s.bits[i/64] |= 1 << (i % 64)
}

// Has reports whether token i is in s. Nothing is in the nil set.
func (s *TokenSet) Has(i int) bool {
	return s != nil && i >= 0 && i/64 < len(s.bits) && s.bits[i/64]>>(i%64)&1 != 0
}

// Len returns how many tokens are in s.
func (s *TokenSet) Len() (n int) {
	for i := 0; s != nil && i < len(s.bits); i++ {
		n += bits.OnesCount64(s.bits[i])
	}
	return n
}

// In reports whether a place of d is in a job, given its index among all of the
// report.
func (d *Diagnostic) In(job int) bool {
	return d.Job == job || slices.ContainsFunc(d.Others, func(s Spot) bool { return s.Job == job })
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
