// Package conceal hides in the texts of a report what should not be shown unasked,
// as package redact finds it.
package conceal

import (
	"bytes"
	"sort"
	"strings"

	"github.com/callbacklens/callbacklens/parser/diagnostic"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/origin"
	"github.com/callbacklens/callbacklens/parser/internal/pace"
	"github.com/callbacklens/callbacklens/parser/internal/said"
	"github.com/callbacklens/callbacklens/parser/redact"
)

// What should not be shown unasked is hidden before a body is decoded: in the
// text that was given, and in the text of each document. Secrets give way to
// marks of the same length, so that every place stays where it is, and nobody
// who prints a report can print what is not in it.

// concealed is a text with its secrets hidden.
type concealed struct {
	*origin.Text
	exact []byte // as it was
	spans []redact.Span
	docs  []placed // the documents whose bytes these are
}

// placed is a document with where its text begins in a larger one.
type placed struct {
	doc *document.Document
	at  int
}

// Secrets are the texts of a body with what is hidden in them.
type Secrets struct {
	*pace.Pace
	texts []*concealed // outer ones before those that were in them
	// Hidden counts the secrets.
	Hidden int
}

// Hide hides secrets in texts and in the documents that lie in them. The first
// text is the source, and each stands behind the one that it came out of.
func Hide(p *pace.Pace, texts []*origin.Text, docs []*document.Document) *Secrets {
	s := &Secrets{Pace: p}
	for _, t := range texts {
		s.texts = append(s.texts, &concealed{Text: t, exact: t.Bytes})
	}
	for _, doc := range docs {
		from := doc.From()
		t := s.texts[from.Text.Index]
		t.docs = append(t.docs, placed{doc, from.Shift})
	}
	for _, t := range s.texts {
		s.seek(t)
	}
	for i := len(s.texts) - 1; i > 0; i-- {
		s.texts[i].tell(s.texts[s.texts[i].Outer.Index])
	}
	for _, t := range s.texts {
		t.mask()
		if t.Trace == nil { // else they are counted in the text around it
			s.Hidden += len(t.spans)
		}
	}
	return s
}

// seek finds the secrets of t: in its text, and by what the documents in it
// make of that.
func (s *Secrets) seek(t *concealed) {
	pulse := func(done int) { s.Beat(done, len(t.exact), 0) }
	var found []redact.Span
	at := 0
	for _, rows := range t.plainRows() {
		found = t.find(found, at, rows.Start, pulse)
		at = rows.End
	}
	found = t.find(found, at, len(t.exact), pulse)
	found = t.clip(found)
	for _, p := range t.docs {
		f := fields{doc: p.doc, at: p.at, pulse: pulse}
		f.run()
		found = append(found, f.found...)
	}
	t.spans = redact.Merge(found)
}

// find appends the secrets between two places.
func (t *concealed) find(to []redact.Span, start, end int, pulse func(int)) []redact.Span {
	switch {
	case start >= end:
		return to
	case start == 0 && len(to) == 0: // of a large text there may be many
		return redact.Find(t.exact[:end], pulse)
	}
	for _, s := range redact.Find(t.exact[start:end], pulse) {
		to = append(to, redact.Span{Start: s.Start + start, End: s.End + start})
	}
	return to
}

// plainRows returns, in order, where the tables lie whose columns have no name
// that matters. Their cells are looked at one by one.
func (t *concealed) plainRows() (rows []redact.Span) {
	for _, p := range t.docs {
		for i := range p.doc.Flat().Tables {
			if tab := &p.doc.Flat().Tables[i]; plain(tab) {
				rows = append(
					rows,
					redact.Span{Start: p.at + int(tab.Row(0).Start), End: p.at + int(tab.Row(tab.Size-1).End)},
				)
			}
		}
	}
	return redact.Merge(rows)
}

// plain reports whether no column has a name that tells of secrets.
func plain(t *flat.Table) bool {
	for i := range t.Columns {
		if redact.NameKind([]byte(t.Columns[i].Label)) != redact.None {
			return false
		}
	}
	return true
}

// clip cuts spans to the values of documents where they reach into one: what
// those are built of stays.
func (t *concealed) clip(spans []redact.Span) (out []redact.Span) {
	if len(t.docs) == 0 || len(spans) == 0 {
		return spans
	}
	docs := append([]placed(nil), t.docs...)
	sort.SliceStable(docs, func(i, k int) bool { return docs[i].bounds().Start < docs[k].bounds().Start })
	var values []redact.Span
	of, first := -1, 0
	for _, s := range spans {
		for first < len(docs) && docs[first].bounds().End <= s.Start {
			first++
		}
		at := s.Start
		for k := first; k < len(docs) && docs[k].bounds().Start < s.End; k++ {
			in := docs[k].bounds()
			if of != k {
				of, values = k, docs[k].values()
			}
			if at < in.Start {
				out = append(out, redact.Span{Start: at, End: in.Start})
			}
			within := redact.Span{Start: max(at, in.Start), End: min(s.End, in.End)}
			out = append(out, overlap(values, within)...)
			at = max(at, in.End)
		}
		if at < s.End {
			out = append(out, redact.Span{Start: at, End: s.End})
		}
	}
	return out
}

// bounds returns where the document lies.
func (p placed) bounds() redact.Span {
	root := p.doc.Root().Span()
	return redact.Span{Start: p.at + int(root.Start), End: p.at + int(root.End)}
}

// overlap returns the parts of s that lie in values, and s itself if there are
// none: then it is something that was passed over.
func overlap(values []redact.Span, s redact.Span) (parts []redact.Span) {
	first := sort.Search(len(values), func(i int) bool { return values[i].End > s.Start })
	for _, v := range values[first:] {
		if v.Start >= s.End {
			break
		}
		parts = append(parts, redact.Span{Start: max(s.Start, v.Start), End: min(s.End, v.End)})
	}
	if len(parts) == 0 {
		return []redact.Span{s}
	}
	return parts
}

// values returns where the values of the document lie, in order.
func (p placed) values() (values []redact.Span) {
	add := func(s flat.Span) {
		if s.Len() > 0 {
			values = append(values, redact.Span{Start: p.at + int(s.Start), End: p.at + int(s.End)})
		}
	}
	for i := range p.doc.Flat().Nodes {
		switch n := &p.doc.Flat().Nodes[i]; n.Kind {
		case flat.KindDocument, flat.KindElement, flat.KindObject, flat.KindArray:
		case flat.KindTable:
			t := &p.doc.Flat().Tables[n.Value.Start]
			for r := range t.Size {
				for c := range t.Columns {
					add(t.Cell(r, c))
				}
			}
		default:
			add(n.Value)
		}
	}
	sort.SliceStable(values, func(i, k int) bool { return values[i].Start < values[k].Start })
	return values
}

// tell has hidden in the text around t what was found in t, in case it could not
// be seen there.
func (t *concealed) tell(outer *concealed) {
	if t.Trace == nil || len(t.spans) == 0 {
		return
	}
	const most = 64 // each is a walk through the escapes
	found := t.spans
	if len(found) > most {
		if len(within(outer.spans, redactSpan(t.Whole))) >= len(found) {
			return
		}
		found = []redact.Span{{Start: 0, End: len(t.exact)}}
	}
	for _, s := range found {
		at, _ := t.Outward(flat.SpanOf(s.Start, s.End))
		outer.spans = append(outer.spans, redactSpan(at))
	}
	outer.spans = redact.Merge(outer.spans)
}

func redactSpan(s flat.Span) redact.Span { return redact.Span{Start: int(s.Start), End: int(s.End)} }

// within returns those of spans, which are in order, that reach into s.
func within(spans []redact.Span, s redact.Span) []redact.Span {
	first := sort.Search(len(spans), func(i int) bool { return spans[i].End > s.Start })
	n := sort.Search(len(spans)-first, func(i int) bool { return spans[first+i].Start >= s.End })
	return spans[first : first+n]
}

// mask makes the text that is shown, and gives it to the documents in it.
func (t *concealed) mask() {
	if len(t.spans) == 0 {
		return
	}
	t.Bytes = bytes.Clone(t.exact)
	redact.Mask(t.Bytes, t.spans)
	for _, p := range t.docs {
		shown := *p.doc.Flat()
		shown.Text = t.Bytes[p.at : p.at+len(shown.Text)]
		p.doc.Adopt(shown)
	}
}

// Discreet hides secrets in the sentence of d.
func (s *Secrets) Discreet(d *diagnostic.Diagnostic) {
	t := s.texts[0]
	if d.Document != nil {
		t = s.texts[d.Document.From().Text.Index]
	}
	d.Path = redact.String(d.Path)
	args, changed := make([]string, len(d.Args)), false
	for k, arg := range d.Args {
		args[k] = t.discreet(d, arg)
		changed = changed || args[k] != arg
	}
	if changed {
		said.Quote(d, args)
	}
}

// discreet returns an argument of d without what it quotes of a secret.
func (t *concealed) discreet(d *diagnostic.Diagnostic, arg string) string {
	at := 0
	if d.Document != nil {
		at = d.Document.From().Shift
	}
	start, end := at+int(d.Span.Start), at+int(d.Span.End)
	quoted := strings.TrimSuffix(arg, "…")
	for _, s := range t.spans {
		if s.Start > end || s.End < start || len(quoted) < 2 {
			continue
		}
		secret := string(t.exact[s.Start:s.End])
		if strings.Contains(secret, quoted) || strings.Contains(quoted, secret) {
			hidden := []byte(arg)
			redact.Mask(hidden, []redact.Span{{Start: 0, End: len(quoted)}})
			return string(hidden)
		}
	}
	return redact.String(arg)
}
