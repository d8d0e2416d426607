package facts

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Results shows what a job of another kind brought, or that it brought nothing.
type Results struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int
}

// Render draws each result as a card.
func (c *Results) Render() goapp.UI {
	s, j := newColumn(c.P, c.B), c.B.CurrentJob()
	if j == nil {
		return dom.El("div", "facts").Body(s.itemsCard(words.Say.Results, s.Body.CurrentCallback().Rest))
	}
	if len(j.Results) == 0 && len(j.Output) == 0 {
		return s.noResult(j).UI()
	}
	cards := append(s.itemCards(j.Results), s.itemCards(j.Output)...)
	return dom.El("div", "facts").Body(cards...)
}

// noResult says that there is nothing, and of a failed job why.
func (c *column) noResult(j *parser.Job) *dom.Still {
	outcome, _ := j.Status()
	if outcome != parser.OutcomeFailed {
		return dom.St("div", "no-result").Body(dom.St("p").Text(words.Say.NoResults.In(c.Lang)))
	}
	meaning, _ := reference.ErrorCode(j.Code.Text)
	return dom.St("div", "no-result", "is-bad").Body(
		dom.St("h2").Body(dom.StIcon(dom.IconCross), dom.StText(words.Say.FailedResults.In(c.Lang))),
		dom.St("dl", "list").Body(
			c.fact(callback.LabelOf(callback.JobFields, "Code"), j.Code, c.gloss(meaning)),
			c.fact(callback.LabelOf(callback.JobFields, "Message"), j.Message),
		),
	)
}

// itemsCard shows several items as the lines of one card.
func (c *column) itemsCard(title lang.Text, items []parser.Item) goapp.UI {
	if len(items) == 0 {
		return nil
	}
	c.open()
	shown := items[:c.take(len(items))]
	body := make([]*dom.Still, 0, len(shown)+1)
	for _, it := range shown {
		body = append(body, c.field(it, it.Name(), shownDepth))
	}
	if n := len(shown); n < len(items) {
		body = append(body, c.moreLine(len(items)-n, items[n]))
	}
	return c.card(title, "", body...)
}

// itemCards shows each item as a card.
func (c *column) itemCards(items []parser.Item) []goapp.UI {
	shown := items[:min(len(items), shownCards)]
	cards := make([]goapp.UI, 0, len(shown)+1)
	for _, it := range shown {
		cards = append(cards, c.itemCard(it))
	}
	return append(cards, moreOf(c, len(shown), items, func(it *parser.Item) parser.Item { return *it }).UI())
}

// itemCard shows an item as a card of its own.
func (c *column) itemCard(it parser.Item) goapp.UI {
	c.open()
	title := dom.St("bdi").Edged(it.Name())
	if it.Leaf() {
		return c.frameOf(title, it.Path(), dom.El("dl", "list").Body(c.field(it, it.Name(), shownDepth).UI()))
	}
	return c.frameOf(title, it.Path(), c.inside(it, shownDepth).UI())
}

// field shows one item as a line, with what is in it nested below.
func (c *column) field(it parser.Item, name string, depth int) *dom.Still {
	term := dom.St("bdi").Edged(name)
	if it.Leaf() {
		v := parser.Value{Text: it.Value(), Item: it}
		return c.line(term, it, dom.St("div", "said").Body(c.value(v)), c.tools(name, v))
	}
	if depth == 0 {
		return c.line(term, it, c.more(it.Count(), it.Nth(0)))
	}
	return dom.St("div", "fact", "nested").Body(
		dom.St("dt").Body(term), dom.St("dd").Body(c.inside(it, depth-1)))
}

// inside shows what is in an item: runs of siblings of one name as tables, the
// others line by line.
func (c *column) inside(it parser.Item, depth int) *dom.Still {
	groups := groupsOf(c.Body, it)
	if it.Kind() == parser.KindArray && len(groups) == 1 && groups[0].total == 1 && !groups[0].shown[0].Leaf() {
		return c.inside(groups[0].shown[0], depth) // the array is of no interest
	}
	var parts, lines []*dom.Still
	flush := func() {
		if len(lines) > 0 {
			parts = append(parts, dom.St("dl", "list").Body(lines...))
			lines = nil
		}
	}
	for i, g := range groups {
		if c.left <= 0 {
			lines = append(lines, c.moreLine(totalOf(groups[i:]), g.shown[0]))
			break
		}
		if g.total > 1 && !g.shown[0].Leaf() {
			flush()
			parts = append(parts, c.rowsTable(g))
			continue
		}
		lines = append(lines, c.fields(g, depth)...)
	}
	flush()
	return dom.St("div", "inside").Body(parts...)
}

// fields shows the items of a group line by line.
func (c *column) fields(g *group, depth int) []*dom.Still {
	shown := g.shown[:c.take(min(g.total, shownLines))]
	lines := make([]*dom.Still, 0, len(shown)+1)
	for i, it := range shown {
		name := g.name
		if name == "" {
			name = strconv.Itoa(i + 1)
		}
		lines = append(lines, c.field(it, name, depth))
	}
	return append(lines, c.moreLine(g.total-len(shown), g.after(len(shown))))
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
func groupsOf(b *model.Body, it parser.Item) []*group {
	k := model.Keep[grouped](b)
	if k.of != b.Report {
		*k = grouped{b.Report, make(map[parser.Item][]*group)}
	}
	groups, known := k.groups[it]
	if !known {
		groups = groupsIn(it)
		k.groups[it] = groups
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
func (s *column) rowsTable(g *group) *dom.Still {
	g.tabulate()
	heads := make([]*dom.Still, 0, len(g.columns))
	for _, c := range g.columns {
		heads = append(heads, dom.St("th").Attr("scope", "col").Foreign(c))
	}
	weight := 1 + len(g.columns)/4 // a row is as much to draw as that many lines
	shown := min(s.take(min(g.total, shownLines)*weight)/weight, len(g.cells))
	rows := make([]*dom.Still, shown)
	for i := range rows {
		rows[i] = s.tableRow(g.cells[i])
	}
	caption := g.name
	if caption == "" {
		caption = words.Say.Results.In(s.Lang)
	}
	return dom.St("div", "rows").Body(
		dom.St("p", "rows-name").Foreign(caption).Body(
			dom.St("span", "tally").Text(words.Count(g.total)), s.moreColumns(g)),
		dom.St("div", "scroll").TabIndex(0).Role("region").Aria("label", visible.Isolated(caption)).Body(
			dom.St("table", "grid").Body(
				dom.St("thead").Body(dom.St("tr").Body(heads...)), dom.St("tbody").Body(rows...))),
		s.more(g.total-shown, g.after(shown)),
	)
}

// moreColumns tells how many columns are left out.
func (c *column) moreColumns(g *group) *dom.Still {
	if g.unshown == 0 {
		return nil
	}
	return dom.StButton("place").DataSet("do", model.ToPlace(model.ViewTree, c.Body.Report.Place(g.shown[0]))).
		Text(words.Say.MoreColumns.With(words.Count(g.unshown)).In(c.Lang))
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

func (c *column) tableRow(cells []parser.Item) *dom.Still {
	row := dom.St("tr")
	for _, it := range cells {
		row.Body(dom.St("td").Body(c.cell(it)))
	}
	return row
}

// cell shows a leaf, or how much is in what is none.
func (c *column) cell(it parser.Item) *dom.Still {
	switch {
	case !it.Ok():
		return nil
	case it.Leaf():
		return c.value(parser.Value{Text: it.Value(), Item: it})
	}
	return dom.St("span", "tally").Text("{ " + strconv.Itoa(it.Count()) + " }")
}
