// Package said collects what is said about a body.
package said

import (
	"strconv"

	"github.com/callbacklens/callbacklens/parser/diagnostic"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/remark"
)

// Most is how many diagnostics of one row are kept. A body of a
// hundred thousand tokens that all overlap says so once and counts the rest.
const Most = 20

// Log is what is said about a body, as it is found.
type Log struct {
	List    []diagnostic.Diagnostic
	Said    map[*remark.Remark]int // diagnostics of each row, see Most
	Omitted int                    // that are not listed
}

// Wanted reports whether a diagnostic of a row would be kept. One that would
// not is counted, and nothing more is to be done about it.
func (r *Log) Wanted(row *remark.Remark) bool {
	if r.Said[row] < Most {
		return true
	}
	r.Said[row]++
	r.Omitted++
	return false
}

// Say adds a diagnostic about a span of doc, or of the source if doc is nil. Its
// path and its position are found in the end, when it is known which are kept.
func (r *Log) Say(
	row *remark.Remark, doc *document.Document, span document.Span, args ...string,
) *diagnostic.Diagnostic {
	if !r.Wanted(row) {
		return &diagnostic.Diagnostic{}
	}
	if r.Said == nil {
		r.Said = make(map[*remark.Remark]int)
	}
	r.Said[row]++
	for i := range args {
		args[i] = chars.Clip(args[i])
	}
	r.List = append(r.List, diagnostic.Diagnostic{
		Severity: row.Severity, Code: row.Code, Text: row.Text.With(args...), Args: args, Ref: row.Ref,
		Document: doc, Span: span, Sentence: row.Text,
	})
	return &r.List[len(r.List)-1]
}

// SayOf adds a diagnostic about an item.
func (r *Log) SayOf(row *remark.Remark, it document.Item, args ...string) {
	if r.Wanted(row) {
		r.Say(row, it.Document(), it.Span(), args...).Item = it
	}
}

// Several gathers what is to be said once of several places.
type Several struct {
	Count  int
	places []document.Item
	args   []string // of the first place
}

// Add counts a place, and reports whether to keep it.
func (s *Several) Add() bool {
	s.Count++
	return len(s.places) < Most
}

// Keep keeps a place, and of the first one what is said of it.
func (s *Several) Keep(it document.Item, args ...string) {
	if s.places = append(s.places, it); len(s.places) == 1 {
		s.args = args
	}
}

// SaySeveral adds a diagnostic about several places, if there is one. Its first
// argument is how many there are.
func (r *Log) SaySeveral(row *remark.Remark, s *Several) {
	if s.Count == 0 || !r.Wanted(row) {
		return
	}
	first := s.places[0]
	d := r.Say(row, first.Document(), first.Span(), append([]string{strconv.Itoa(s.Count)}, s.args...)...)
	d.Item, d.Others = first, s.places[1:]
}

// Phrase fills in what the sentence of d says in each language, so that only its
// other arguments are left.
func Phrase(d *diagnostic.Diagnostic, zh, en []string) {
	d.Sentence = lang.Text{ZH: d.Sentence.With(zh...).ZH, EN: d.Sentence.With(en...).EN}
	d.Text = d.Sentence.With(d.Args...)
}

// Quote replaces what the sentence of d quotes.
func Quote(d *diagnostic.Diagnostic, args []string) {
	d.Text, d.Args = d.Sentence.With(args...), args
}
