// Package card has what every result is drawn of: cards of lines and tables, in a
// column that keeps them few.
package card

import (
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
)

// Column draws cards below each other and keeps their lines few: how many there
// are in a body has no limit, but a browser takes its time for each. What is
// left out is counted, and one step away in the tree, which draws only what is
// in sight.
type Column struct {
	*model.Page
	Body *model.Body
	// OneStop makes one stop for the tab key of all that can be pressed in a card, in
	// which arrows lead on.
	OneStop bool

	told    told
	room    int  // for so many lines
	stopped bool // the card that is being drawn has its stop
}

const (
	// columnLines is how many lines the lists in a column have together, and
	// shownLines how many one of them has.
	columnLines = 160
	shownLines  = 100
	// fewestLines is how many lines a card has in a full column.
	fewestLines = 8
	// shownCards is how many cards a list of them has.
	shownCards = 20
	// shownColumns is how many columns a table has.
	shownColumns = 12
	// Depth is how deep results are nested in a card.
	Depth = 4
)

// New returns an empty column.
func New(p *model.Page, b *model.Body) *Column {
	return &Column{Page: p, Body: b, told: make(told), room: columnLines}
}

// Stop is an element that can be pressed, as a stop for the tab key if it is to be one;
// nil for nil.
func (c *Column) Stop(e *dom.Still) *dom.Still {
	switch {
	case e == nil || !c.OneStop:
		return e
	case c.stopped:
		return e.TabIndex(-1)
	}
	c.stopped = true
	return e.TabIndex(0)
}

// Open makes sure that there is room for some lines.
func (c *Column) Open() { c.room = max(c.room, fewestLines) }

// Full reports whether there is no room for a further line.
func (c *Column) Full() bool { return c.room <= 0 }

// Take returns how many of n lines are drawn.
func (c *Column) Take(n int) int {
	n = min(n, shownLines, c.room)
	c.room -= n
	return n
}

// More tells how many lines are left out, and leads to the first of them in the
// tree.
func (c *Column) More(n int, first parser.Item) *dom.Still {
	if n <= 0 {
		return nil
	}
	action := model.ToView(model.ViewTree)
	if first.Ok() {
		action = model.ToPlace(model.ViewTree, c.Body.Report.Place(first))
	}
	return dom.StButton("place", "more").DataSet("do", action).
		Text(words.Say.MoreRows.With(words.Count(n)).In(c.Lang))
}

// MoreOf is More for a list of which so many are shown.
func MoreOf[T any](c *Column, shown int, all []T, item func(*T) parser.Item) *dom.Still {
	if shown >= len(all) {
		return nil
	}
	return c.More(len(all)-shown, item(&all[shown]))
}

// MoreLine is More as a line of a list.
func (c *Column) MoreLine(n int, first parser.Item) *dom.Still {
	if n <= 0 {
		return nil
	}
	return dom.St("div", "fact", "rest").Body(dom.StOf("dt", ""), dom.StOf("dd", "", c.More(n, first)))
}
