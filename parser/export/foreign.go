package export

import (
	"bufio"
	"io"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// foreign hands out what others wrote: values and names of a body, the name of
// its file, and sentences that quote them. No format takes any of these from
// the report itself, so that how they are spelled is decided here and nowhere
// else. What may not be shown is hidden in the report already.
type foreign struct {
	lang lang.Lang
	// report is the one that is being printed.
	report *parser.Report
	// spell writes a text as the format must; nil leaves it as it is.
	spell func(string) string
	// told, if set, is called with each leaf whose value is handed out.
	told func(parser.Item)
}

// tell calls told.
func (f *foreign) tell(it parser.Item) {
	if f.told != nil {
		f.told(it)
	}
}

// text returns a text that has no place of its own, such as a file's name.
func (f *foreign) text(s string) string {
	if f.spell == nil {
		return s
	}
	return f.spell(s)
}

// say returns a sentence, which may quote the body.
func (f *foreign) say(t lang.Text) string { return f.text(t.In(f.lang)) }

// item returns the value of a leaf.
func (f *foreign) item(it parser.Item) string {
	f.tell(it)
	return f.text(it.Value())
}

// name returns the name of an item.
func (f *foreign) name(it parser.Item) string { return f.text(it.Name()) }

// value returns a leaf of the model.
func (f *foreign) value(v parser.Value) string {
	f.tell(v.Item)
	return f.text(v.Text)
}

// word returns the word of token i.
func (f *foreign) word(t *parser.Tokens, i int) string { return f.text(t.Word(i)) }

// pos returns the part of speech of token i as it is written.
func (f *foreign) pos(t *parser.Tokens, i int) string { return f.text(t.Pos(i)) }

// sentence returns the text that the tokens rebuild, if they do.
func (f *foreign) sentence(t *parser.Tokens) (string, bool) {
	s, ok := t.Text()
	return f.text(s), ok
}

// excerpt returns the line that d points into, and where in it.
func (f *foreign) excerpt(d *parser.Diagnostic) (parser.Excerpt, bool) {
	return f.report.Excerpt(&d.Spot)
}

// output is what a format writes to. The first error stays until Flush.
type output struct{ *bufio.Writer }

func newOutput(w io.Writer) output { return output{bufio.NewWriter(w)} }

func (o output) raw(s string) { _, _ = o.WriteString(s) }

// broken reports whether writing has failed, so that what is left needs not be
// printed.
func (o output) broken() bool {
	_, err := o.Write(nil)
	return err != nil
}
