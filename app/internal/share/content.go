package share

import (
	"context"

	"github.com/callbacklens/callbacklens/parser"
)

const (
	// mostFields is how many fields are listed to be left out, and longList from how many
	// items on a list is none of fields.
	mostFields = 300
	longList   = 50
)

// tokenName is what holds a word, of which there may be few: it is no field by itself.
const tokenName = "WordsGeneralizeToken"

// content is what a link carries of a body: the document that the shown callback stands
// in, as text.
type content struct {
	doc    *parser.Document
	fields []parser.Item // that can be left out
	listed int           // items on long lists, which are not among them
	left   map[int]bool  // those that are left out, by their number
	end    uint32        // of the last field
}

// contentOf returns what a link to a callback carries, nil where there is none.
func contentOf(c *parser.Callback) *content {
	if c == nil || c.Root.Document() == nil {
		return nil
	}
	of := &content{doc: c.Root.Document(), left: make(map[int]bool)}
	of.collect(of.doc.Root())
	return of
}

func (c *content) collect(it parser.Item) {
	switch {
	case it.Leaf():
		if span := it.ValueSpan(); len(c.fields) < mostFields && span.Len() > 0 && span.Start >= c.end {
			c.fields, c.end = append(c.fields, it), span.End
		}
	case it.Name() == tokenName && it.Kind() != parser.KindArray:
		c.listed++
	case it.Name() == tokenName, it.Count() >= longList:
		c.listed += it.Count()
	default:
		for child := range it.Children() {
			c.collect(child)
		}
	}
}

// text returns what the link carries: the document without the values that are left
// out, and without secrets unless these are wanted.
func (c *content) text(secrets bool) []byte {
	text := c.doc.Text
	if !secrets { // what is hidden takes up as many bytes
		masked := parser.Inspect(context.Background(), text, parser.Options{Redact: true}).Source.Text
		if len(masked) == len(text) {
			text = masked
		}
	}
	var out []byte
	at := uint32(0)
	for i, it := range c.fields { // in the order of their bytes
		span := it.ValueSpan()
		if !c.left[i] || span.Start < at {
			continue
		}
		out = append(append(out, text[at:span.Start]...), emptied(it)...)
		at = span.End
	}
	return append(out, text[at:]...)
}

// emptied is what stands in the place of a value that is left out.
func emptied(it parser.Item) string {
	switch it.Kind() {
	case parser.KindNumber, parser.KindBool, parser.KindNull:
		return "null" // without quotes nothing is no value
	}
	return ""
}

// at returns where a byte of the document stands in the text of the link.
func (c *content) at(offset uint32) uint32 {
	at := offset
	for i, it := range c.fields {
		span := it.ValueSpan()
		switch {
		case !c.left[i] || span.Start >= offset:
		case span.End > offset: // within what is left out
			at -= offset - span.Start
		default:
			at = at - uint32(span.Len()) + uint32(len(emptied(it)))
		}
	}
	return at
}
