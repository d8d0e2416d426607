package app

import (
	"strconv"

	"github.com/callbacklens/callbacklens/parser"
)

// column draws cards below each other and keeps their lines few: how many there
// are in a body has no limit, but a browser takes its time for each. What is
// left out is counted, and one step away in the tree, which draws only what is
// in sight.
type column struct {
	*Session
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

func (s *Session) column() *column { return &column{s, columnLines} }

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
func (s *Session) more(n int, first parser.Item) *still {
	if n <= 0 {
		return nil
	}
	action := "view:" + strconv.Itoa(int(ViewTree))
	if first.Ok() {
		action = s.placeAction(first)
	}
	return stillButton("place", "more").DataSet("do", action).
		Text(say.MoreRows.With(count(n)).In(s.Lang))
}

// moreOf is more for a list of which so many are shown.
func moreOf[T any](s *Session, shown int, all []T, item func(*T) parser.Item) *still {
	if shown >= len(all) {
		return nil
	}
	return s.more(len(all)-shown, item(&all[shown]))
}

// moreLine is more as a line of a list.
func (s *Session) moreLine(n int, first parser.Item) *still {
	if n <= 0 {
		return nil
	}
	return st("div", "fact", "rest").Body(st("dt").Body(), st("dd").Body(s.more(n, first)))
}

// placeAction returns the action that shows an item in the tree.
func (s *Session) placeAction(it parser.Item) string {
	action := "tree:"
	for i, step := range pathTo(s.Report.Documents, it) {
		if i > 0 {
			action += "."
		}
		action += strconv.Itoa(int(step))
	}
	return action
}
