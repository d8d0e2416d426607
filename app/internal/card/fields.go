package card

import (
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/parser/callback"
)

// FieldsOf draws a line for each field of t that the body has, of those that are
// on a card, in the order of their table. More says what else there is to say
// about a field; it may be nil.
func FieldsOf[T any](
	c *Column, fields []callback.Field[T], card callback.Card, t *T, more func(*callback.Field[T]) *dom.Still,
) []*dom.Still {
	var lines []*dom.Still
	for i := range fields {
		f := &fields[i]
		switch {
		case f.Card != card:
		case f.Time != nil:
			lines = append(lines, c.TimeFact(f.Label, *f.Time(t)))
		default:
			v := f.Of(t)
			notes := make([]*dom.Still, 0, 2)
			if f.Meaning != nil {
				notes = append(notes, c.Meaning(v, f.Meaning(v.Text)))
			}
			if more != nil {
				notes = append(notes, more(f))
			}
			lines = append(lines, c.Fact(f.Label, v, notes...))
		}
	}
	return lines
}

// Head is the head of the column for a field.
func Head[T any](c *Column, fields []callback.Field[T], name string) *dom.Still {
	return c.WireHead(callback.LabelOf(fields, name), name)
}
