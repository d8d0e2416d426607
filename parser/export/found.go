package export

import (
	"io"
	"sync"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Found writes what JSON says of one callback of a report, by its position, as an
// object on a line of its own: the place, the callback, the wrappers and remarks of
// the report that are about it. The text of the report is part of a longer one, in
// which all places count: place returns the line and the byte of an offset.
func Found(
	w io.Writer, l lang.Lang, r *parser.Report, callback int, place func(offset int) (line, at int64),
) error {
	out := founds.Get().(*writer)
	defer founds.Put(out)
	out.Reset(w)
	*out = writer{foreign: foreign{lang: l, report: r}, output: out.output, place: place}
	c := &r.Callbacks[callback]
	for i := range callback {
		out.jobsBefore += len(r.Callbacks[i].Jobs)
	}
	out.open("{")
	out.found(c)
	out.shut("}")
	out.raw("\n")
	err := out.Flush()
	out.Reset(nil)
	*out = writer{output: out.output} // nothing of the report is kept
	return err
}

// founds are writers for Found, which is called for each line of a long log.
var founds = sync.Pool{New: func() any { return &writer{output: newOutput(nil)} }}

func (w *writer) found(c *parser.Callback) {
	r := w.report
	span, _ := r.Origin(c.Root)
	line, offset := w.place(int(span.Start))
	w.nonEmpty("file", w.text(r.Source.Name))
	w.long("line", line)
	w.long("offset", offset)
	if charset := r.Source.Charset; charset != "utf-8" {
		w.nonEmpty("charset", w.text(charset))
	}
	if r.Hidden > 0 {
		w.number("hidden", r.Hidden)
	}
	w.layers(r.Layers)
	w.key("callback")
	w.callback(c)
	w.diagnostics(w.about(c))
}

// about returns the remarks on a callback. Where the report has several, these are
// those within it, in its document beside all of them, and those on no document.
func (w *writer) about(c *parser.Callback) []parser.Diagnostic {
	all := w.report.Diagnostics
	if len(w.report.Callbacks) == 1 {
		return all
	}
	var about []parser.Diagnostic
	for i := range all {
		var spots []parser.Spot
		for s := range all[i].Spots() {
			if w.concerns(s, c) {
				spots = append(spots, *s)
			}
		}
		if len(spots) == 0 {
			continue
		}
		d := all[i]
		if len(spots) <= len(d.Others) {
			d.Count = len(spots)
		}
		d.Spot, d.Others = spots[0], spots[1:]
		about = append(about, d)
	}
	return about
}

func (w *writer) concerns(s *parser.Spot, c *parser.Callback) bool {
	if s.Job >= 0 {
		return s.Job >= w.jobsBefore && s.Job < w.jobsBefore+len(c.Jobs)
	}
	return s.Document == nil || s.Document == c.Root.Document()
}
