package facts

import (
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
)

// column draws cards below each other and keeps their lines few: how many there
// are in a body has no limit, but a browser takes its time for each. What is
// left out is counted, and one step away in the tree, which draws only what is
// in sight.
type column struct {
	*model.Page
	Body *model.Body
	left int // how many lines there is room for
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
	// shownDepth is how deep results are nested in a card.
	shownDepth = 4
)

func newColumn(p *model.Page, b *model.Body) *column { return &column{p, b, columnLines} }

// open makes sure that there is room for some lines.
func (c *column) open() { c.left = max(c.left, fewestLines) }

// take returns how many of n lines are drawn.
func (c *column) take(n int) int {
	n = min(n, shownLines, c.left)
	c.left -= n
	return n
}

// more tells how many lines are left out, and leads to the first of them in the
// tree.
func (c *column) more(n int, first parser.Item) *dom.Still {
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

// moreOf is more for a list of which so many are shown.
func moreOf[T any](c *column, shown int, all []T, item func(*T) parser.Item) *dom.Still {
	if shown >= len(all) {
		return nil
	}
	return c.more(len(all)-shown, item(&all[shown]))
}

// moreLine is more as a line of a list.
func (c *column) moreLine(n int, first parser.Item) *dom.Still {
	if n <= 0 {
		return nil
	}
	return dom.St("div", "fact", "rest").Body(dom.St("dt").Body(), dom.St("dd").Body(c.more(n, first)))
}
