package card

import (
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Leaf is a field of whatever kind, with what the body has in it. What draws fields
// takes leaves, as what is generic is there once for each kind.
type Leaf struct {
	parser.Value
	Name    string
	Label   lang.Text
	Meaning func(string) lang.Text // may be nil
	Time    *parser.Time           // nil for what is none
	card    callback.Card
}

// LeavesOf returns the leaves of t by a table of fields.
func LeavesOf[T any](fields []callback.Field[T], t *T) []Leaf {
	leaves := make([]Leaf, len(fields))
	for i := range fields {
		f, l := &fields[i], &leaves[i]
		l.Value, l.Name, l.Label, l.Meaning, l.card = f.Of(t), f.Name, f.Label, f.Meaning, f.Card
		if f.Time != nil {
			l.Time = f.Time(t)
		}
	}
	return leaves
}

// FieldsOf draws a line for each field of t that the body has, of those that are
// on a card, in the order of their table. More says what else there is to say
// about the field of a name; it may be nil.
func FieldsOf[T any](
	c *Column, fields []callback.Field[T], card callback.Card, t *T, more func(name string) *dom.Still,
) []*dom.Still {
	return c.leaves(LeavesOf(fields, t), card, more)
}

func (c *Column) leaves(leaves []Leaf, card callback.Card, more func(name string) *dom.Still) []*dom.Still {
	var lines []*dom.Still
	for i := range leaves {
		l := &leaves[i]
		switch {
		case l.card != card:
		case l.Time != nil:
			lines = append(lines, c.TimeFact(l.Label, *l.Time))
		default:
			notes := make([]*dom.Still, 0, 2)
			if l.Meaning != nil {
				notes = append(notes, c.Meaning(l.Value, l.Meaning(l.Text)))
			}
			if more != nil {
				notes = append(notes, more(l.Name))
			}
			lines = append(lines, c.Fact(l.Label, l.Value, notes...))
		}
	}
	return lines
}

// FieldCols returns a column for each field that is not empty in all rows, which are
// at those indices. Draw draws a leaf; that of a row which lacks it is not drawn.
func FieldCols[T any](
	c *Column, fields []callback.Field[T], rows []int, at func(i int) *T, draw func(*Leaf) *dom.Still,
) []Col {
	leaves := make(map[int][]Leaf, len(rows))
	for _, i := range rows {
		leaves[i] = LeavesOf(fields, at(i))
	}
	return c.cols(len(fields), rows, leaves, draw)
}

func (c *Column) cols(n int, rows []int, leaves map[int][]Leaf, draw func(*Leaf) *dom.Still) []Col {
	var cols []Col
	for k := range n {
		var said *Leaf
		for _, i := range rows {
			l := &leaves[i][k]
			if l.Text != "" {
				said = l
				break
			}
		}
		if said == nil {
			for _, i := range rows {
				c.told.tell(leaves[i][k].Item)
			}
			continue
		}
		cols = append(cols, Col{c.WireHead(said.Label, said.Item.Name()), func(i int) *dom.Still {
			l := &leaves[i][k]
			if !l.Ok() {
				return nil
			}
			return c.Flagged(draw(l), l.Item)
		}})
	}
	return cols
}

// Before returns how many fields of a table stand before the one of that name.
func Before[T any](fields []callback.Field[T], name string) int {
	for i := range fields {
		if fields[i].Name == name {
			return i
		}
	}
	return len(fields)
}

// Head is the head of the column for a field.
func Head[T any](c *Column, fields []callback.Field[T], name string) *dom.Still {
	return c.WireHead(callback.LabelOf(fields, name), name)
}
