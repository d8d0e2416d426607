package app

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
	"github.com/callbacklens/callbacklens/parser/visible"
)

// Results shows what a job of another kind brought, or that it brought nothing.
type Results struct {
	goapp.Compo
	S   *Session
	Rev int
}

// Render draws each result as a card.
func (c *Results) Render() goapp.UI {
	s, j := c.S.column(), c.S.CurrentJob()
	if j == nil {
		return el("div", "facts").Body(s.itemsCard(say.Results, s.CurrentCallback().Rest))
	}
	if len(j.Results) == 0 && len(j.Output) == 0 {
		return s.noResult(j).UI()
	}
	cards := append(s.itemCards(j.Results), s.itemCards(j.Output)...)
	return el("div", "facts").Body(cards...)
}

// noResult says that there is nothing, and of a failed job why.
func (s *Session) noResult(j *parser.Job) *still {
	outcome, _ := j.Status()
	if outcome != parser.OutcomeFailed {
		return st("div", "no-result").Body(st("p").Text(say.NoResults.In(s.Lang)))
	}
	meaning, _ := reference.ErrorCode(j.Code.Text)
	return st("div", "no-result", "is-bad").Body(
		st("h2").Body(stillIcon(iconCross), words(say.FailedResults.In(s.Lang))),
		st("dl", "list").Body(
			s.fact(say.Code, j.Code, s.gloss(meaning)),
			s.fact(say.Message, j.Message),
		),
	)
}

// itemsCard shows several items as the lines of one card.
func (s *column) itemsCard(title lang.Text, items []parser.Item) goapp.UI {
	if len(items) == 0 {
		return nil
	}
	s.open()
	shown := items[:s.take(len(items))]
	body := make([]*still, 0, len(shown)+1)
	for _, it := range shown {
		body = append(body, s.field(it, it.Name(), shownDepth))
	}
	if n := len(shown); n < len(items) {
		body = append(body, s.moreLine(len(items)-n, items[n]))
	}
	return s.card(title, "", body...)
}

// itemCards shows each item as a card.
func (s *column) itemCards(items []parser.Item) []goapp.UI {
	shown := items[:min(len(items), shownCards)]
	cards := make([]goapp.UI, 0, len(shown)+1)
	for _, it := range shown {
		cards = append(cards, s.itemCard(it))
	}
	return append(cards, moreOf(s.Session, len(shown), items, func(it *parser.Item) parser.Item { return *it }).UI())
}

// itemCard shows an item as a card of its own.
func (s *column) itemCard(it parser.Item) goapp.UI {
	s.open()
	title := st("bdi").Edged(it.Name())
	if it.Leaf() {
		return s.frameOf(title, it.Path(), el("dl", "list").Body(s.field(it, it.Name(), shownDepth).UI()))
	}
	return s.frameOf(title, it.Path(), s.inside(it, shownDepth).UI())
}

// field shows one item as a line, with what is in it nested below.
func (s *column) field(it parser.Item, name string, depth int) *still {
	term := st("bdi").Edged(name)
	if it.Leaf() {
		v := parser.Value{Text: it.Value(), Item: it}
		return s.line(term, it, st("div", "said").Body(s.value(v)), s.tools(name, v))
	}
	if depth == 0 {
		return s.line(term, it, s.more(it.Count(), it.Nth(0)))
	}
	return st("div", "fact", "nested").Body(
		st("dt").Body(term), st("dd").Body(s.inside(it, depth-1)))
}

// inside shows what is in an item: runs of siblings of one name as tables, the
// others line by line.
func (s *column) inside(it parser.Item, depth int) *still {
	groups := s.groupsOf(it)
	if it.Kind() == parser.KindArray && len(groups) == 1 && groups[0].total == 1 && !groups[0].shown[0].Leaf() {
		return s.inside(groups[0].shown[0], depth) // the array is of no interest
	}
	var parts, lines []*still
	flush := func() {
		if len(lines) > 0 {
			parts = append(parts, st("dl", "list").Body(lines...))
			lines = nil
		}
	}
	for i, g := range groups {
		if s.left <= 0 {
			lines = append(lines, s.moreLine(totalOf(groups[i:]), g.shown[0]))
			break
		}
		if g.total > 1 && !g.shown[0].Leaf() {
			flush()
			parts = append(parts, s.rowsTable(g))
			continue
		}
		lines = append(lines, s.fields(g, depth)...)
	}
	flush()
	return st("div", "inside").Body(parts...)
}

// fields shows the items of a group line by line.
func (s *column) fields(g *group, depth int) []*still {
	shown := g.shown[:s.take(min(g.total, shownLines))]
	lines := make([]*still, 0, len(shown)+1)
	for i, it := range shown {
		name := g.name
		if name == "" {
			name = strconv.Itoa(i + 1)
		}
		lines = append(lines, s.field(it, name, depth))
	}
	return append(lines, s.moreLine(g.total-len(shown), g.after(len(shown))))
}

// group is a number of siblings with one name.
type group struct {
	name  string
	shown []parser.Item // the first of them, one more than are ever shown
	total int

	columns []string // of a table of them
	unshown int      // how many columns more there are
	cells   [][]parser.Item
}

// after returns the first item of a group that is not among the first n.
func (g *group) after(n int) parser.Item {
	if n < len(g.shown) {
		return g.shown[n]
	}
	return parser.Item{}
}

func totalOf(groups []*group) int {
	n := 0
	for _, g := range groups {
		n += g.total
	}
	return n
}

// grouped keeps what groupsOf found in the items of a report.
type grouped struct {
	of     *parser.Report
	groups map[parser.Item][]*group
}

// groupsOf gathers what is in an item by name, in order of first appearance. As
// there is no limit to that, it is done once.
func (s *Session) groupsOf(it parser.Item) []*group {
	if s.grouped.of != s.Report {
		s.grouped = grouped{s.Report, make(map[parser.Item][]*group)}
	}
	groups, known := s.grouped.groups[it]
	if !known {
		groups = groupsIn(it)
		s.grouped.groups[it] = groups
	}
	return groups
}

func groupsIn(it parser.Item) []*group {
	var groups []*group
	at := make(map[string]*group)
	for child := range it.Children() {
		name := child.Name()
		g := at[name]
		if g == nil {
			g = &group{name: name}
			at[name] = g
			groups = append(groups, g)
		}
		if g.total++; len(g.shown) <= shownLines {
			g.shown = append(g.shown, child)
		}
	}
	return groups
}

// rowsTable shows siblings as the rows of a table, their leaves as its columns.
func (s *column) rowsTable(g *group) *still {
	g.tabulate()
	heads := make([]*still, 0, len(g.columns))
	for _, c := range g.columns {
		heads = append(heads, st("th").Attr("scope", "col").Foreign(c))
	}
	weight := 1 + len(g.columns)/4 // a row is as much to draw as that many lines
	shown := min(s.take(min(g.total, shownLines)*weight)/weight, len(g.cells))
	rows := make([]*still, shown)
	for i := range rows {
		rows[i] = s.tableRow(g.cells[i])
	}
	caption := g.name
	if caption == "" {
		caption = say.Results.In(s.Lang)
	}
	return st("div", "rows").Body(
		st("p", "rows-name").Foreign(caption).Body(st("span", "tally").Text(count(g.total)), s.moreColumns(g)),
		st("div", "scroll").TabIndex(0).Role("region").Aria("label", visible.Isolated(caption)).Body(
			st("table", "grid").Body(
				st("thead").Body(st("tr").Body(heads...)), st("tbody").Body(rows...))),
		s.more(g.total-shown, g.after(shown)),
	)
}

// moreColumns tells how many columns are left out.
func (s *Session) moreColumns(g *group) *still {
	if g.unshown == 0 {
		return nil
	}
	return stillButton("place").DataSet("do", s.placeAction(g.shown[0])).
		Text(say.MoreColumns.With(count(g.unshown)).In(s.Lang))
}

// tabulate finds the columns of a table of the group, in order of first
// appearance, and what stands in them.
func (g *group) tabulate() {
	if g.cells != nil {
		return
	}
	known := make(map[string]int)
	g.cells = make([][]parser.Item, min(len(g.shown), shownLines))
	for i, row := range g.shown[:len(g.cells)] {
		g.cells[i] = make([]parser.Item, shownColumns)
		for cell := range row.Children() {
			name := cell.Name()
			at, is := known[name]
			if !is {
				at = len(known)
				known[name] = at
				if at < shownColumns {
					g.columns = append(g.columns, name)
				}
			}
			if at < shownColumns && !g.cells[i][at].Ok() {
				g.cells[i][at] = cell
			}
		}
	}
	g.unshown = len(known) - len(g.columns)
	for i := range g.cells {
		g.cells[i] = g.cells[i][:len(g.columns)]
	}
}

func (s *Session) tableRow(cells []parser.Item) *still {
	row := st("tr")
	for _, it := range cells {
		row.Body(st("td").Body(s.cell(it)))
	}
	return row
}

// cell shows a leaf, or how much is in what is none.
func (s *Session) cell(it parser.Item) *still {
	switch {
	case !it.Ok():
		return nil
	case it.Leaf():
		return s.value(parser.Value{Text: it.Value(), Item: it})
	}
	return st("span", "tally").Text("{ " + strconv.Itoa(it.Count()) + " }")
}
