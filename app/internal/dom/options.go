package dom

import (
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Option is a line of a list to choose from.
type Option struct {
	Value, Text string
	Chosen, Off bool
}

// Options draws the lines of a list. While a first frame is drawn these are the chosen
// one, which is what there is to see of it, and the widest, which gives the list its
// width.
func Options(options []Option, first bool) []goapp.UI {
	widest := 0
	for i := range options {
		if columns(options[i].Text) > columns(options[widest].Text) {
			widest = i
		}
	}
	lines := make([]goapp.UI, 0, len(options))
	for i, o := range options {
		if first && !o.Chosen && i != widest {
			continue
		}
		line := El("option").Attr("value", o.Value).Attr("selected", o.Chosen)
		if o.Off {
			line.Attr("disabled", true)
		}
		lines = append(lines, line.Text(o.Text))
	}
	return lines
}

// columns is about how wide a text is: a Chinese character takes two columns, of UTF-8
// three bytes.
func columns(text string) int { return (len(text) + utf8.RuneCountInString(text)) / 2 }
