package card

import (
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/parser"
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
			rows = append(rows, dom.StOf("tr", "under",
				dom.St("td").Attr("colspan", len(g.Cols)).Body(dom.StOf("div", "inside", lines))))
		}
	}
	return dom.St("div", "scroll").TabIndex(0).Role("region").Aria("label", g.Label).Body(
		dom.StOf("table", "grid",
			dom.StOf("thead", "", dom.StOf("tr", "", heads...)), dom.StOf("tbody", "", rows...)))
}

// cellOf is a cell; the first of a row names it.
func cellOf(first bool, body *dom.Still) *dom.Still {
	if first {
		return dom.St("th").Attr("scope", "row").Body(body)
	}
	return dom.StOf("td", "", body)
}

// Lines makes a list of facts, nil of none.
func Lines(facts []*dom.Still) *dom.Still {
	list := dom.StOf("dl", "list", facts...)
	if list.Bare() {
		return nil
	}
	return list
}

// ColumnHead is the head of a column that is for no field.
func (c *Column) ColumnHead(t lang.Text) *dom.Still {
	return dom.St("th").Attr("scope", "col").Text(t.In(c.Lang))
}

// Flagged is a cell with the sign of the remarks on what it shows.
func (c *Column) Flagged(cell *dom.Still, it parser.Item) *dom.Still {
	sign := c.Stop(face.Sign(c.Page, it))
	if sign == nil || cell == nil {
		return cell
	}
	return dom.StOf("div", "with-sign", cell, sign)
}
