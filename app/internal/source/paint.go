package source

import (
	"bytes"
	"slices"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/parser"
)

// runs draws a row in pieces that are drawn alike.
func (c *View) runs(start, end int, paint []ink) []*dom.Still {
	var spans []*dom.Still
	text := c.rows.text
	for at := start; at < end; {
		as, to := paint[at-start], at+1
		for to < end && (paint[to-start] == as || !leads(text[to])) {
			to++
		}
		spans = append(spans, dom.St("bdi", as.classes()...).Dir("ltr").DataSet("at", at).Signed(string(text[at:to])))
		at = to
	}
	return spans
}

// leads reports whether b begins a character.
func leads(b byte) bool { return b&0xc0 != 0x80 }

// syntaxClasses are the style classes of what a byte is.
var syntaxClasses = [inkSyntax + 1]string{
	"", "ink-markup", "ink-name", "ink-attribute", "ink-string", "ink-number", "ink-word", "ink-comment",
}

// classes returns the style classes of an ink.
func (k ink) classes() []string {
	classes := []string{syntaxClasses[k&inkSyntax]}
	for i, name := range [...]string{"ink-mark", "ink-hit", "ink-hit-shown", "ink-info", "ink-warning", "ink-error"} {
		if k&(inkMark<<i) != 0 {
			classes = append(classes, name)
		}
	}
	return classes
}

// paint returns how the bytes from start to end are drawn.
func (c *View) paint(start, end int) []ink {
	out := make([]ink, end-start)
	text := c.text()
	paintSyntax(out, text, start, c.documents())
	over := func(from, to int, as ink) {
		for i := max(from, start); i < min(to, end); i++ {
			out[i-start] |= as
		}
	}
	c.paintRemarks(over)
	mark := c.mark()
	over(int(mark.Start), int(mark.End), inkMark)
	from, _ := slices.BinarySearch(c.find.Hits, uint32(max(start-len(c.find.Text), 0)))
	for i := from; i < len(c.find.Hits) && int(c.find.Hits[i]) < end; i++ {
		as := inkHit
		if i == c.find.Hit {
			as |= inkHitShown
		}
		over(int(c.find.Hits[i]), int(c.find.Hits[i])+len(c.find.Text), as)
	}
	return out
}

// documents returns what was read in the text that is looked at.
func (c *View) documents() []stretch {
	if c.inked != c.report || c.inkedText != c.chosen {
		c.inked, c.inkedText = c.report, c.chosen
		c.stretches = stretchesOf(c.report, c.chosen)
	}
	return c.stretches
}

// format returns the notation at a place of the text.
func (c *View) format(offset int) parser.Format {
	if it := c.report.AtIn(c.chosen, offset); it.Ok() && it.Document() != nil {
		return it.Document().Format
	}
	return c.report.Source.Format
}

// longestRemark is how many bytes of what a remark is about are marked.
const longestRemark = 48

// paintRemarks marks what the diagnostics are about.
func (c *View) paintRemarks(over func(from, to int, as ink)) {
	for i := range c.report.Diagnostics {
		d := &c.report.Diagnostics[i]
		for at := range d.Spots() {
			c.paintSpot(at, inkInfo<<d.Severity, over)
		}
	}
}

// paintSpot marks a place of a remark; of what goes over lines, the first line.
func (c *View) paintSpot(s *parser.Spot, as ink, over func(from, to int, as ink)) {
	text, from := c.text(), -1
	if at := c.report.PlaceOf(s); at.Text == c.chosen && s.At.Known() {
		from = int(at.Span.Start)
	} else if c.chosen == 0 && s.At.Known() {
		from = s.At.Offset
	}
	if from < 0 || from >= len(text) {
		return
	}
	length := min(max(s.Span.Len(), 1), longestRemark)
	if line := bytes.IndexAny(text[from:min(from+length, len(text))], "\r\n"); line > 0 {
		length = line
	}
	over(from, from+length, as)
}
