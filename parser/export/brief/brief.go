// Package brief prints reports as plain text: in few lines for a ticket or a chat, and
// the words alone. What has no form of its own is shown by a sign, so that each line is
// one.
package brief

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export/sheet"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// mostText is how many bytes of a text that tokens rebuild are short.
const mostText = 2000

type writer struct {
	*bufio.Writer
	lang lang.Lang
}

// Report writes how each job went, its fields that have a value, the beginning of the
// text and how many tokens make it, and the remarks with their places. Its error is that
// of out.
func Report(out io.Writer, l lang.Lang, reports ...*parser.Report) error {
	w := writer{bufio.NewWriter(out), l}
	for _, r := range reports {
		w.report(r)
	}
	return w.Flush()
}

// line writes parts with colons between them, each as what others may have written.
func (w writer) line(parts ...string) {
	for i, part := range parts {
		if i > 0 {
			_, _ = w.WriteString(": ")
		}
		_, _ = w.WriteString(visible.Word(part))
	}
	_ = w.WriteByte('\n') // Flush has the error of all
}

func (w writer) report(r *parser.Report) {
	if r.Source.Name != "" {
		w.line(r.Source.Name)
	}
	for i := range r.Callbacks {
		c := &r.Callbacks[i]
		w.line()
		w.line(c.Kind)
		for _, it := range sheet.Around(r, c) {
			w.fields(it, nil)
		}
		for k := range c.Jobs {
			w.job(&c.Jobs[k])
		}
		if len(c.Jobs) == 0 {
			w.fields(c.Root, nil)
		}
	}
	if len(r.Diagnostics) > 0 {
		w.line()
	}
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		at := strconv.Itoa(d.At.Line) + ":" + strconv.Itoa(d.At.Column)
		w.line(sheet.SeverityName(d.Severity).In(w.lang), at, d.Text.In(w.lang), d.Code)
	}
}

func (w writer) job(j *parser.Job) {
	outcome, _ := j.Status()
	w.line()
	w.line(outcome.Name().In(w.lang) + " · " + j.ID.Text)
	w.fields(j.Item, j.Tokens)
	if j.Tokens.Len() == 0 {
		return
	}
	text, _ := j.Tokens.Text()
	if len(text) > mostText {
		text = strings.ToValidUTF8(text[:mostText], "") + "…"
	}
	count := lang.Text{ZH: "{0} 个词", EN: "tokens: {0}"}.With(strconv.Itoa(j.Tokens.Len())).In(w.lang)
	w.line(lang.Text{ZH: "文本", EN: "Text"}.In(w.lang), text+" · "+count)
}

// fields writes each leaf of an item that says something, but for those of the tokens.
func (w writer) fields(it parser.Item, tokens *parser.Tokens) {
	switch {
	case tokens != nil && it == tokens.Item, sheet.Notation(it):
	case !it.Leaf():
		for c := range it.Children() {
			w.fields(c, tokens)
		}
	case it.Value() != "":
		w.line(it.Path(), it.Value())
	}
}

// Words writes the words of every job on a line, with blanks between them. Its error is
// that of out.
func Words(out io.Writer, _ lang.Lang, reports ...*parser.Report) error {
	w := bufio.NewWriter(out)
	for _, r := range reports {
		for c := range r.Callbacks {
			for k := range r.Callbacks[c].Jobs {
				t := r.Callbacks[c].Jobs[k].Tokens
				between := ""
				for i := range t.Len() {
					if _, err := w.WriteString(between + visible.Word(t.Word(i))); err != nil {
						return err
					}
					between = " "
				}
				if t.Len() > 0 {
					_ = w.WriteByte('\n') // Flush has its error
				}
			}
		}
	}
	return w.Flush()
}
