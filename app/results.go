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
	s, j := c.S, c.S.CurrentJob()
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

const (
	// shownRows is how many rows a table of results has, and shownColumns how
	// many columns; the tree has them all.
	shownRows    = 200
	shownColumns = 12
	// shownDepth is how deep results are nested in a card.
	shownDepth = 4
)

// itemsCard shows several items as the lines of one card.
func (s *Session) itemsCard(title lang.Text, items []parser.Item) goapp.UI {
	if len(items) == 0 {
		return nil
	}
	body := make([]*still, len(items))
	for i, it := range items {
		body[i] = s.field(it, it.Name(), shownDepth)
	}
	return s.card(title, "", body...)
}

// itemCards shows each item as a card.
func (s *Session) itemCards(items []parser.Item) []goapp.UI {
	cards := make([]goapp.UI, len(items))
	for i, it := range items {
		cards[i] = s.itemCard(it)
	}
	return cards
}

// itemCard shows an item as a card of its own.
func (s *Session) itemCard(it parser.Item) goapp.UI {
	title := st("bdi").Edged(it.Name())
	if it.Leaf() {
		line := s.field(it, it.Name(), shownDepth)
		return s.frameOf(title, it.Path(), el("dl", "list").Body(line.UI()))
	}
	return s.frameOf(title, it.Path(), s.inside(it, shownDepth).UI())
}

// field shows one item as a line, with what is in it nested below.
func (s *Session) field(it parser.Item, name string, depth int) *still {
	term := st("bdi").Edged(name)
	if it.Leaf() {
		v := parser.Value{Text: it.Value(), Item: it}
		return s.line(term, it, st("div", "said").Body(s.value(v)), s.tools(name, v))
	}
	if depth == 0 {
		return s.line(term, it, s.more(it.Count()))
	}
	return st("div", "fact", "nested").Body(
		st("dt").Body(term), st("dd").Body(s.inside(it, depth-1)))
}

// inside shows what is in an item: runs of siblings of one name as tables, the
// others line by line.
func (s *Session) inside(it parser.Item, depth int) *still {
	groups := groupsOf(it)
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
	for _, g := range groups {
		if g.total > 1 && !g.shown[0].Leaf() {
			flush()
			parts = append(parts, s.rowsTable(g))
			continue
		}
		for i, child := range g.shown {
			name := g.name
			if name == "" {
				name = strconv.Itoa(i + 1)
			}
			lines = append(lines, s.field(child, name, depth))
		}
		lines = append(lines, s.more(g.total-len(g.shown)))
	}
	flush()
	return st("div", "inside").Body(parts...)
}

// group is a number of siblings with one name.
type group struct {
	name  string
	shown []parser.Item // the first shownRows of them
	total int
}

// groupsOf gathers what is in an item by name, in order of first appearance.
func groupsOf(it parser.Item) []*group {
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
		if g.total++; len(g.shown) < shownRows {
			g.shown = append(g.shown, child)
		}
	}
	return groups
}

// rowsTable shows siblings as the rows of a table, their leaves as its columns.
func (s *Session) rowsTable(g *group) *still {
	columns := fieldNames(g.shown)
	heads := make([]*still, 0, len(columns))
	for _, c := range columns {
		heads = append(heads, st("th").Attr("scope", "col").Foreign(c))
	}
	rows := make([]*still, len(g.shown))
	for i, it := range g.shown {
		rows[i] = s.tableRow(it, columns)
	}
	caption := g.name
	if caption == "" {
		caption = say.Results.In(s.Lang)
	}
	return st("div", "rows").Body(
		st("p", "rows-name").Foreign(caption).Body(st("span", "tally").Text(count(g.total))),
		st("div", "scroll").TabIndex(0).Role("region").Aria("label", visible.Isolated(caption)).Body(
			st("table", "grid").Body(
				st("thead").Body(st("tr").Body(heads...)), st("tbody").Body(rows...))),
		s.more(g.total-len(g.shown)),
	)
}

// fieldNames returns the names that occur in rows, in order of first appearance.
func fieldNames(rows []parser.Item) []string {
	var names []string
	known := make(map[string]bool)
	for _, row := range rows {
		for cell := range row.Children() {
			if name := cell.Name(); !known[name] && len(names) < shownColumns {
				known[name] = true
				names = append(names, name)
			}
		}
	}
	return names
}

func (s *Session) tableRow(row parser.Item, columns []string) *still {
	cells := make([]*still, len(columns))
	for i, name := range columns {
		cells[i] = st("td").Body(s.cell(row.Child(name)))
	}
	return st("tr").Body(cells...)
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
