package card

import (
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
)

// Formed draws a value in a form that is easier to read, and as it is written.
func (c *Column) Formed(form callback.Form, v parser.Value) *dom.Still {
	reads := form.Say(v.Text)
	if reads == "" {
		return c.Value(v)
	}
	return dom.StOf("span", "read",
		dom.St("span", "reads").Text(reads),
		dom.StOf("span", "gloss", c.Value(v)))
}
