package results

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
)

// runs divides groups into those of one model beside each other.
func runs(groups []callback.Group) [][]callback.Group {
	var all [][]callback.Group
	for from := 0; from < len(groups); {
		to := from + 1
		for to < len(groups) && groups[to].Model == groups[from].Model {
			to++
		}
		all, from = append(all, groups[from:to]), to
	}
	return all
}

// groupCards draws what stands in nodes that have models, a card for each model.
func (c *column) groupCards(groups []callback.Group) []goapp.UI {
	var cards []goapp.UI
	for _, run := range runs(groups) {
		c.Open()
		body := []goapp.UI{}
		if line := run[0].Line(); line != "" && len(run) == 1 {
			body = append(body, dom.StOf("p", "line", dom.St("bdi").Edged(line)).UI())
		}
		cards = append(cards, c.FrameOf(c.groupName(run), run[0].Item.Path(), append(body, c.alike(run, true).UI())...))
		for i := range run {
			c.Tell(run[i].Item)
		}
	}
	return cards
}

// groupName is what groups of one model are called, and how many there are.
func (c *column) groupName(run []callback.Group) *dom.Still {
	label := run[0].Model.Label
	name := c.Wired(dom.StText(label.In(c.Lang)), label, nameOf(&run[0]))
	if len(run) > 1 {
		name.Body(dom.St("span", "tally").Text(words.Count(len(run))))
	}
	return name
}

// nameOf returns what the body calls a group; the items of an array are called as
// the array is.
func nameOf(g *callback.Group) string {
	if name := g.Item.Name(); name != "" {
		return name
	}
	return g.Item.Parent().Name()
}

// mostColumns is how many columns the table of a model has, at most: where more of
// its fields are in use, each group is a list.
const mostColumns = 8

// alike draws groups of one model: as its face does, as a table, or each as a list. Of
// those that stand in a card by themselves the line has been said.
func (c *column) alike(run []callback.Group, said bool) *dom.Still {
	model := run[0].Model
	if draw := faceOf(model.Name); draw != nil {
		return draw(c, run)
	}
	switch used := usedRows(run); {
	case model.Plain():
		return c.values(run)
	case len(run) > 1 && len(used) <= mostColumns:
		return c.groupTable(run, used)
	case len(run) > 1:
		return c.numbered(run)
	}
	body := c.group(&run[0])
	if said && run[0].Line() != "" && len(run[0].Groups) > 0 {
		return dom.StOf("details", "all-fields",
			dom.St("summary").Text(words.Say.AllFields.In(c.Lang)), body)
	}
	return body
}

// usedRows returns the indices of the rows that have a value in some of the groups.
func usedRows(run []callback.Group) []int {
	var used []int
	for k := range run[0].Model.Fields {
		for i := range run {
			if run[i].Values[k].Text != "" {
				used = append(used, k)
				break
			}
		}
	}
	return used
}

// group draws one group as a list, with the groups in it below.
func (c *column) group(g *callback.Group) *dom.Still {
	var facts []*dom.Still
	for k := range g.Model.Fields {
		if g.Values[k].Ok() {
			c.Take(1)
			facts = append(facts, c.rowFact(&g.Model.Fields[k], g.Values[k]))
		}
	}
	body := dom.StOf("div", "group", card.Lines(facts))
	for _, run := range runs(g.Groups) {
		body.Body(c.inner(run))
	}
	if body.Body(card.Lines(c.LeftOf(g.Rest))); body.Bare() {
		body.Body(dom.StOf("span", "empty", dom.StText(words.Say.EmptyValue.In(c.Lang))))
	}
	return body
}

// inner draws groups within another one. A single one that has a
// line is folded, unless it has a face.
func (c *column) inner(run []callback.Group) *dom.Still {
	if line := run[0].Line(); line != "" && len(run) == 1 && faceOf(run[0].Model.Name) == nil {
		return dom.StOf("details", "inner",
			dom.StOf("summary", "", c.groupName(run), dom.St("span", "line").Foreign(line)), c.alike(run, true))
	}
	return dom.StOf("div", "inner", dom.StOf("h3", "", c.groupName(run)), c.alike(run, false))
}

// rowFact is the line of a row of a model.
func (c *column) rowFact(f *callback.Row, v parser.Value) *dom.Still {
	return c.LineOf(f.Label, v.Item, dom.StOf("div", "said", c.rowValue(f, v)), c.Tools(f.Label.In(c.Lang), v))
}

// rowValue is a value in its form, with what it means.
func (c *column) rowValue(f *callback.Row, v parser.Value) *dom.Still {
	value := c.Formed(f.Form, v)
	if f.Meaning == nil {
		return value
	}
	if meaning := c.Meaning(v, f.Meaning(v.Text)); meaning != nil {
		return dom.StOf("span", "said", value, meaning)
	}
	return value
}

// values lists groups that are leaves.
func (c *column) values(run []callback.Group) *dom.Still {
	c.Open()
	n := c.Take(len(run))
	list := dom.St("ol", "values")
	for i := range run[:n] {
		f, v := &run[i].Model.Fields[0], run[i].Values[0]
		list.Body(dom.StOf("li", "", c.rowValue(f, v), c.Tools(f.Label.In(c.Lang), v)))
	}
	return dom.StOf("div", "", list, c.moreGroups(run[n:]))
}

// moreGroups tells how many groups are left out.
func (c *column) moreGroups(run []callback.Group) *dom.Still {
	if len(run) == 0 {
		return nil
	}
	for i := range run {
		c.Tell(run[i].Item)
	}
	return c.More(len(run), run[0].Item)
}

// groupTable is a table of groups, with some of their rows as columns, and more. The
// others stand folded below, with the groups that are within.
func (c *column) groupTable(run []callback.Group, columns []int, more ...card.Col) *dom.Still {
	model := run[0].Model
	c.Open()
	weight := 1 + len(columns)/4
	n := max(1, c.Take(len(run)*weight)/weight)
	cols := []card.Col{{Head: c.ColumnHead(words.Say.ColumnNumber), Cell: numberOf}}
	for _, k := range columns {
		f := &model.Fields[k]
		cols = append(cols, card.Col{Head: c.WireHead(f.Label, f.Name), Cell: func(i int) *dom.Still {
			if !run[i].Values[k].Ok() {
				return nil
			}
			return c.Flagged(c.rowValue(f, run[i].Values[k]), run[i].Values[k].Item)
		}})
	}
	return dom.StOf("div", "",
		c.Grid(card.Grid{
			Label: model.Label.In(c.Lang), Cols: append(cols, more...), Rows: firstOf(n),
			Under: func(i int) []*dom.Still { return c.below(&run[i], columns) },
		}),
		c.moreGroups(run[n:]))
}

func numberOf(i int) *dom.Still { return dom.StText(strconv.Itoa(i + 1)) }

// below is what a group has besides the columns of its table. Where that are further
// groups it is folded.
func (c *column) below(g *callback.Group, columns []int) []*dom.Still {
	if c.brief {
		return nil
	}
	shown := make(map[int]bool, len(columns))
	for _, k := range columns {
		shown[k] = true
	}
	var facts []*dom.Still
	for k := range g.Values {
		switch v := g.Values[k]; {
		case shown[k] || !v.Ok():
		case v.Text == "":
			c.Tell(v.Item) // as it is in all of the table
		default:
			facts = append(facts, c.rowFact(&g.Model.Fields[k], v))
		}
	}
	facts = append(facts, c.LeftOf(g.Rest)...)
	if len(g.Groups) == 0 {
		return facts
	}
	all := runs(g.Groups)
	body := dom.StOf("div", "group", card.Lines(facts), c.alike(all[0], false))
	for _, run := range all[1:] {
		body.Body(c.inner(run))
	}
	return []*dom.Still{dom.St("div", "fact", "nested").Body(dom.StOf("dd", "", dom.StOf("details", "inner",
		dom.StOf("summary", "", c.groupName(all[0])), body)))}
}

// numbered lists groups one after the other.
func (c *column) numbered(run []callback.Group) *dom.Still {
	list := dom.St("ol", "groups")
	for i := range run {
		if c.Full() {
			return dom.StOf("div", "", list, c.moreGroups(run[i:]))
		}
		if line := run[i].Line(); line != "" {
			list.Body(dom.StOf("li", "", dom.StOf("details", "",
				dom.StOf("summary", "", dom.St("span", "line").Foreign(line)), c.group(&run[i]))))
		} else {
			list.Body(dom.StOf("li", "", c.group(&run[i])))
		}
	}
	return list
}
