// Package sheet prints reports to be looked at without a program: as one file of HTML
// without a script, and as pictures in SVG. Both are in the colours of the system,
// light or dark.
package sheet

import (
	"bufio"
	_ "embed" // the style sheets
	"io"
	"strings"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser/lang"
)

//go:embed picture.css
var pictureStyle string

//go:embed sheet.css
var sheetStyle string

// writer writes markup. The first error stays until Flush.
type writer struct {
	*bufio.Writer
	lang lang.Lang
}

func newWriter(w io.Writer, l lang.Lang) *writer { return &writer{bufio.NewWriter(w), l} }

func (w *writer) raw(parts ...string) {
	for _, s := range parts {
		_, _ = w.WriteString(s)
	}
}

var marked = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")

// text writes what others wrote: with signs for what has no form of its own.
func (w *writer) text(s string) { w.raw(marked.Replace(visible.Word(s))) }

// say writes a sentence, which may quote a body.
func (w *writer) say(t lang.Text) { w.text(t.In(w.lang)) }

// element writes an element with a text in it; tag may have attributes.
func (w *writer) element(tag, text string) {
	w.raw("<", tag, ">")
	w.text(text)
	name, _, _ := strings.Cut(tag, " ")
	w.raw("</", name, ">\n")
}

// lines returns the lines of a text.
func lines(s string) []string {
	return strings.Split(strings.TrimSuffix(strings.ReplaceAll(s, "\r\n", "\n"), "\n"), "\n")
}
