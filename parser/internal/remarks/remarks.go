// Package remarks has all that can be said about a body, and collects what is.
package remarks

import (
	"github.com/callbacklens/callbacklens/parser/diagnostic"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// messageOf returns the message of a code, and an empty one for a code that
// has none.
func messageOf(code string) message {
	for _, table := range [...][]message{messages[:], auditMessages[:]} {
		for i := range table {
			if table[i].code == code {
				return table[i]
			}
		}
	}
	return message{code: code, severity: diagnostic.Warning}
}

// maxOfOneCode is how many diagnostics of one code are kept. A body of a
// hundred thousand tokens that all overlap says so once and counts the rest.
const Most = 20

// Log is what is said about a body, as it is found.
type Log struct {
	List    []diagnostic.Diagnostic
	Said    map[string]int // diagnostics of each code, see maxOfOneCode
	Omitted int            // that are not listed
}

// Wanted reports whether a diagnostic of a code would be kept. One that would
// not is counted, and nothing more is to be done about it.
func (r *Log) Wanted(code string) bool {
	if r.Said[code] < Most {
		return true
	}
	r.Said[code]++
	r.Omitted++
	return false
}

// Say adds a diagnostic about a span of doc, or of the source if doc is nil. Its
// path and its position are found in the end, when it is known which are kept.
func (r *Log) Say(code string, doc *document.Document, span document.Span, args ...string) *diagnostic.Diagnostic {
	if !r.Wanted(code) {
		return &diagnostic.Diagnostic{}
	}
	if r.Said == nil {
		r.Said = make(map[string]int)
	}
	r.Said[code]++
	for i := range args {
		args[i] = chars.Clip(args[i])
	}
	m := messageOf(code)
	r.List = append(r.List, diagnostic.Diagnostic{
		Severity: m.severity, Code: code, Text: m.text.With(args...), Args: args, Ref: m.ref, Document: doc, Span: span,
		Sentence: m.text,
	})
	return &r.List[len(r.List)-1]
}

// SayOf adds a diagnostic about an item.
func (r *Log) SayOf(code string, it document.Item, args ...string) {
	if r.Wanted(code) {
		r.Say(code, it.Document(), it.Span(), args...).Item = it
	}
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
