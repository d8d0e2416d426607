package card

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// ItemsCard shows several items as the lines of one card.
func (c *Column) ItemsCard(title lang.Text, items []parser.Item) goapp.UI {
	if len(items) == 0 {
		return nil
	}
	c.Open()
	shown := items[:c.Take(len(items))]
	body := make([]*dom.Still, 0, len(shown)+1)
	for _, it := range shown {
		body = append(body, c.Field(it, it.Name(), Depth))
	}
	if n := len(shown); n < len(items) {
		body = append(body, c.MoreLine(len(items)-n, items[n]))
	}
	return c.Card(title, "", body...)
}

// ItemCards shows each item as a card.
func (c *Column) ItemCards(items []parser.Item) []goapp.UI {
	shown := items[:min(len(items), shownCards)]
	cards := make([]goapp.UI, 0, len(shown)+1)
	for _, it := range shown {
		cards = append(cards, c.itemCard(it))
	}
	return append(cards, MoreOf(c, len(shown), items, func(it *parser.Item) parser.Item { return *it }).UI())
}

// itemCard shows an item as a card of its own.
func (c *Column) itemCard(it parser.Item) goapp.UI {
	c.Open()
	title := dom.St("bdi").Edged(it.Name())
	if it.Leaf() {
		return c.FrameOf(title, it.Path(), dom.El("dl", "list").Body(c.Field(it, it.Name(), Depth).UI()))
	}
	return c.FrameOf(title, it.Path(), c.inside(it, Depth).UI())
}

// Field shows one item as a line, with what is in it nested below.
func (c *Column) Field(it parser.Item, name string, depth int) *dom.Still {
	term := dom.St("bdi").Edged(name)
	if it.Leaf() {
		v := parser.Value{Text: it.Value(), Item: it}
		return c.Line(term, it, dom.StOf("div", "said", c.Value(v)), c.Tools(name, v))
	}
	if depth == 0 {
		return c.Line(term, it, c.More(it.Count(), it.Nth(0)))
	}
	return dom.St("div", "fact", "nested").Body(
		dom.StOf("dt", "", term), dom.StOf("dd", "", c.inside(it, depth-1)))
}

// inside shows what is in an item: runs of siblings of one name as tables, the
// others line by line.
func (c *Column) inside(it parser.Item, depth int) *dom.Still {
	groups := groupsOf(c.Body, it)
	if it.Kind() == parser.KindArray && len(groups) == 1 && groups[0].total == 1 && !groups[0].shown[0].Leaf() {
		return c.inside(groups[0].shown[0], depth) // the array is of no interest
	}
	var parts, lines []*dom.Still
	flush := func() {
		if len(lines) > 0 {
			parts = append(parts, dom.StOf("dl", "list", lines...))
			lines = nil
		}
	}
	for i, g := range groups {
		if c.room <= 0 {
			lines = append(lines, c.MoreLine(totalOf(groups[i:]), g.shown[0]))
			break
		}
		if g.total > 1 && !g.shown[0].Leaf() {
			flush()
			parts = append(parts, c.rowsTable(g, depth))
			continue
		}
		lines = append(lines, c.fields(g, depth)...)
	}
	flush()
	return dom.StOf("div", "inside", parts...)
}

// fields shows the items of a group line by line.
func (c *Column) fields(g *group, depth int) []*dom.Still {
	shown := g.shown[:c.Take(min(g.total, shownLines))]
	lines := make([]*dom.Still, 0, len(shown)+1)
	for i, it := range shown {
		name := g.name
		if name == "" {
			name = strconv.Itoa(i + 1)
		}
		lines = append(lines, c.Field(it, name, depth))
	}
	return append(lines, c.MoreLine(g.total-len(shown), g.after(len(shown))))
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
func (s *Column) rowsTable(g *group, depth int) *dom.Still {
	g.tabulate()
	heads := make([]*dom.Still, 0, len(g.columns))
	for _, c := range g.columns {
		heads = append(heads, dom.St("th").Attr("scope", "col").Foreign(c))
	}
	weight := 1 + len(g.columns)/4 // a row is as much to draw as that many lines
	shown := min(s.Take(min(g.total, shownLines)*weight)/weight, len(g.cells))
	rows := make([]*dom.Still, shown)
	for i := range rows {
		rows[i] = s.tableRow(g.cells[i], depth)
	}
	label := g.name
	if label == "" { // the items of an array, which has been named
		label = g.shown[0].Parent().Name()
	}
	return dom.StOf("div", "rows",
		dom.St("p", "rows-name").Foreign(g.name).Body(
			dom.St("span", "tally").Text(words.Count(g.total)), s.moreColumns(g)),
		dom.St("div", "scroll").TabIndex(0).Role("region").Aria("label", visible.Isolated(label)).Body(
			dom.StOf("table", "grid",
				dom.StOf("thead", "", dom.StOf("tr", "", heads...)), dom.StOf("tbody", "", rows...))),
		s.More(g.total-shown, g.after(shown)),
	)
}

// moreColumns tells how many columns are left out.
func (c *Column) moreColumns(g *group) *dom.Still {
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

func (c *Column) tableRow(cells []parser.Item, depth int) *dom.Still {
	row := dom.St("tr")
	for _, it := range cells {
		row.Body(dom.StOf("td", "", c.cell(it, depth)))
	}
	return row
}

// cell shows a leaf. What is none is folded; how much is in it says its summary.
func (c *Column) cell(it parser.Item, depth int) *dom.Still {
	switch {
	case !it.Ok():
		return nil
	case it.Leaf():
		return c.Value(parser.Value{Text: it.Value(), Item: it})
	case depth == 0 || c.room <= 0:
		return c.More(it.Count(), it.Nth(0))
	}
	c.told.tell(it)
	return dom.StOf("details", "",
		dom.St("summary").Text("{ "+strconv.Itoa(it.Count())+" }"),
		c.inside(it, depth-1))
}
