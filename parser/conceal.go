package parser

import (
	"bytes"
	"sort"
	"strings"

	"github.com/callbacklens/callbacklens/parser/redact"
)

// What should not be shown unasked is hidden before a body is decoded: in the
// text that was given, and in the text of each document. Secrets give way to
// marks of the same length, so that every place stays where it is, and nobody
// who prints a report can print what is not in it.

// concealed is a text with its secrets hidden.
type concealed struct {
	exact  []byte // as it was
	masked []byte // as it is shown; exact itself where there is nothing to hide
	spans  []redact.Span
	docs   []placed // the documents whose bytes these are
}

// placed is a document with where its text begins in a larger one.
type placed struct {
	doc *Document
	at  int
}

// conceal hides secrets in everything that the report holds.
func (in *inspection) conceal() {
	in.stage = StageCheck
	source := &concealed{exact: in.report.Source.Text}
	texts := append([]*concealed{source}, in.unpacked(source)...)
	for _, t := range texts[1:] {
		in.seek(t)
	}
	in.seek(source)
	var more []redact.Span
	for _, t := range texts[1:] {
		more = append(more, t.trace(source)...)
	}
	source.spans = redact.Merge(append(source.spans, more...))
	in.texts = make(map[*Document]*concealed)
	for _, t := range texts {
		t.mask()
		for _, p := range t.docs {
			in.texts[p.doc] = t
		}
	}
	in.texts[nil] = source
	in.report.Source.Text, in.report.Source.Name = source.masked, redact.String(in.report.Source.Name)
	in.report.Hidden = hidden(texts)
}

// unpacked returns the texts that documents have for themselves. Those that
// stand in the source as they are become documents of that.
func (in *inspection) unpacked(source *concealed) (texts []*concealed) {
	known := make(map[*byte]*concealed)
	for _, doc := range in.report.Documents {
		if at, ok := doc.origin.shifted(); ok {
			source.docs = append(source.docs, placed{doc, at})
			continue
		}
		if len(doc.Text) == 0 {
			continue
		}
		t := known[&doc.Text[0]]
		if t == nil {
			t = &concealed{}
			known[&doc.Text[0]] = t
			texts = append(texts, t)
		}
		if len(doc.Text) > len(t.exact) {
			t.exact = doc.Text
		}
		t.docs = append(t.docs, placed{doc, 0})
	}
	return texts
}

// shifted returns where the text begins in the source, if it stands there as it
// is.
func (o *origin) shifted() (at int, ok bool) {
	for ; o != nil && o.outer != nil; o = o.outer {
		if o.packed || o.trace != nil {
			return 0, false
		}
		at += o.shift
	}
	return at, true
}

// seek finds the secrets of t: in its text, and by what the documents in it
// make of that.
func (in *inspection) seek(t *concealed) {
	pulse := func(done int) { in.beat(done, len(t.exact), 0) }
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
		for i := range p.doc.tables {
			if tab := &p.doc.tables[i]; tab.plain() {
				rows = append(rows, redact.Span{Start: p.at + int(tab.row(0).Start), End: p.at + int(tab.row(tab.size-1).End)})
			}
		}
	}
	return redact.Merge(rows)
}

// plain reports whether no column has a name that tells of secrets.
func (t *table) plain() bool {
	for i := range t.columns {
		if redact.NameKind([]byte(t.columns[i].label)) != redact.None {
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
	add := func(s Span) {
		if s.Len() > 0 {
			values = append(values, redact.Span{Start: p.at + int(s.Start), End: p.at + int(s.End)})
		}
	}
	for i := range p.doc.nodes {
		switch n := &p.doc.nodes[i]; n.kind {
		case KindDocument, KindElement, KindObject, KindArray:
		case kindTable:
			t := &p.doc.tables[n.value.Start]
			for r := range t.size {
				for c := range t.columns {
					add(t.cell(r, c))
				}
			}
		default:
			add(n.value)
		}
	}
	sort.SliceStable(values, func(i, k int) bool { return values[i].Start < values[k].Start })
	return values
}

// trace returns what of the source is to be hidden as it was found in a text
// that lay escaped in it, in case it could not be seen there.
func (t *concealed) trace(source *concealed) (more []redact.Span) {
	const most = 64 // each is a walk through the escapes
	for _, p := range t.docs {
		whole, exact := p.doc.Origin(p.doc.Root().Span())
		if !exact {
			return nil
		}
		found := within(t.spans, p.bounds())
		seen := within(source.spans, redact.Span{Start: int(whole.Start), End: int(whole.End)})
		if len(seen) >= len(found) {
			continue
		}
		if len(found)+len(more) > most {
			more = append(more, redact.Span{Start: int(whole.Start), End: int(whole.End)})
			continue
		}
		for _, s := range found {
			at, _ := p.doc.Origin(Span{uint32(s.Start), uint32(s.End)})
			more = append(more, redact.Span{Start: int(at.Start), End: int(at.End)})
		}
	}
	return more
}

// within returns those of spans, which are in order, that reach into s.
func within(spans []redact.Span, s redact.Span) []redact.Span {
	first := sort.Search(len(spans), func(i int) bool { return spans[i].End > s.Start })
	n := sort.Search(len(spans)-first, func(i int) bool { return spans[first+i].Start >= s.End })
	return spans[first : first+n]
}

// mask makes the text that is shown, and gives it to the documents in it.
func (t *concealed) mask() {
	t.masked = t.exact
	if len(t.spans) == 0 {
		return
	}
	t.masked = bytes.Clone(t.exact)
	redact.Mask(t.masked, t.spans)
	for _, p := range t.docs {
		p.doc.Text, p.doc.indexes = t.masked[p.at:p.at+len(p.doc.Text)], nil
	}
}

// hidden counts what is hidden. What lies escaped in another text that is shown
// counts there.
func hidden(texts []*concealed) int {
	n := len(texts[0].spans)
	packings := make(map[Span]bool)
	for _, t := range texts[1:] {
		if o := &t.docs[0].doc.origin; o.packed {
			n += len(t.spans)
			packings[o.whole] = true
		}
	}
	for _, t := range texts[1:] {
		o := &t.docs[0].doc.origin
		if _, exact := o.span(Span{}); exact || o.packed {
			continue
		}
		for o != nil && !o.packed {
			o = o.outer
		}
		if o == nil || !packings[o.whole] {
			n += len(t.spans)
		}
	}
	return n
}

// discreet hides secrets in the sentences of a report.
func (in *inspection) discreet() {
	r := in.report
	for i := range r.Layers {
		note := &r.Layers[i].Note
		note.ZH, note.EN = redact.String(note.ZH), redact.String(note.EN)
	}
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		d.Path = redact.String(d.Path)
		args, changed := make([]string, len(d.Args)), false
		for k, arg := range d.Args {
			args[k] = in.texts[d.Document].discreet(d, arg)
			changed = changed || args[k] != arg
		}
		if changed {
			d.Text, d.Args = d.sentence.With(args...), args
		}
	}
}

// discreet returns an argument of d without what it quotes of a secret.
func (t *concealed) discreet(d *Diagnostic, arg string) string {
	at := 0
	for _, p := range t.docs {
		if p.doc == d.Document {
			at = p.at
		}
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
