package card

import (
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Grid is a table of which every row may have lines below it.
type Grid struct {
	Label string // for those who do not see where it stands
	Cols  []Col
	Rows  []int                    // what is drawn, by index
	Look  func(i int) string       // the class of a row; may be nil
	Under func(i int) []*dom.Still // may be nil
}

type Col struct {
	Head *dom.Still
	Cell func(i int) *dom.Still
}

func (c *Column) Grid(g Grid) *dom.Still {
	heads := make([]*dom.Still, len(g.Cols))
	for i := range heads {
		heads[i] = g.Cols[i].Head
	}
	var rows []*dom.Still
	for _, i := range g.Rows {
		row := dom.St("tr")
		if g.Look != nil {
			row.Class(g.Look(i))
		}
		for k := range g.Cols {
			row.Body(cellOf(k == 0, g.Cols[k].Cell(i)))
		}
		rows = append(rows, row)
		if g.Under == nil {
			continue
		}
		if lines := Lines(g.Under(i)); lines != nil {
			rows = append(rows, dom.St("tr", "under").Body(
				dom.St("td").Attr("colspan", len(g.Cols)).Body(dom.St("div", "inside").Body(lines))))
		}
	}
	return dom.St("div", "scroll").TabIndex(0).Role("region").Aria("label", g.Label).Body(
		dom.St("table", "grid").Body(
			dom.St("thead").Body(dom.St("tr").Body(heads...)), dom.St("tbody").Body(rows...)))
}

// cellOf is a cell; the first of a row names it.
func cellOf(first bool, body *dom.Still) *dom.Still {
	if first {
		return dom.St("th").Attr("scope", "row").Body(body)
	}
	return dom.St("td").Body(body)
}

// Lines makes a list of facts, nil of none.
func Lines(facts []*dom.Still) *dom.Still {
	list := dom.St("dl", "list").Body(facts...)
	if list.Bare() {
		return nil
	}
	return list
}

// FieldCols returns a column for each field that is not empty in all n rows. Draw
// draws a value; that of a row which lacks it is not drawn.
func FieldCols[T any](
	c *Column, fields []callback.Field[T], n int, at func(i int) *T,
	draw func(*callback.Field[T], *T) *dom.Still,
) []Col {
	var cols []Col
	for k := range fields {
		f := &fields[k]
		wire, says := "", false
		for i := range n {
			if v := f.Of(at(i)); v.Ok() {
				wire, says = v.Item.Name(), says || v.Text != ""
			}
		}
		if !says {
			for i := range n {
				c.told.tell(f.Of(at(i)).Item)
			}
			continue
		}
		cols = append(cols, Col{c.WireHead(f.Label, wire), func(i int) *dom.Still {
			if !f.Of(at(i)).Ok() {
				return nil
			}
			return c.Flagged(draw(f, at(i)), f.Of(at(i)).Item)
		}})
	}
	return cols
}

func (c *Column) ColumnHead(t lang.Text) *dom.Still {
	return dom.St("th").Attr("scope", "col").Text(t.In(c.Lang))
}

// Flagged is a cell with the sign of the remarks on what it shows.
func (c *Column) Flagged(cell *dom.Still, it parser.Item) *dom.Still {
	sign := face.Sign(c.Page, it)
	if sign == nil || cell == nil {
		return cell
	}
	return dom.St("div", "with-sign").Body(cell, sign)
}
