package app

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// deepestIndent is the level from which on rows are not indented any further;
// tree.css has a class for each.
const deepestIndent = 16

const (
	// longestValue is how many characters of a value are drawn, longestName of
	// a name, and longestPreview of what stands in a closed row.
	longestValue   = 240
	longestName    = 240
	longestPreview = 24
)

// body draws the rows in sight.
func (c *Tree) body() goapp.UI {
	return el("div").Role("presentation").OnClick(c.onRow).Body(c.pane.draw(c.row)...)
}

func (c *Tree) rowID(n int) string {
	if n < c.pane.first || n >= c.pane.last {
		return ""
	}
	return "tree-row-" + strconv.Itoa(n)
}

func (c *Tree) row(n int) *still {
	r := c.top.row(n)
	it := r.item()
	size := it.Count()
	row := st("div", "tree-row", "indent-"+strconv.Itoa(min(r.level, deepestIndent)),
		chosen(n == c.cursor, "cursor"), chosen(c.S.cut(it.Partial()), "partial")).
		ID(c.rowID(n)).DataSet("row", n).
		Role("treeitem").
		Aria("level", r.level).
		Aria("setsize", r.in.count).
		Aria("posinset", r.index+1).
		Aria("selected", n == c.cursor)
	if size > 0 {
		row.Aria("expanded", r.open != nil)
	}
	return row.Body(c.cells(n, r, it, size)...)
}

// cells draws what stands in a row: whether it is open, its name, and its
// value or what is in it.
func (c *Tree) cells(n int, r treeRow, it parser.Item, size int) []*still {
	twist := ""
	switch {
	case size > 0 && r.open != nil:
		twist = "open"
	case size > 0:
		twist = "closed"
	}
	cells := []*still{
		st("span", "twist", twist).Aria("hidden", true),
		st("span", "tree-name", "kind-"+it.Kind().String()).Body(shortened(c.nameOf(r, it), longestName)),
	}
	if it.Leaf() {
		cells = append(cells, c.value(it)...)
	} else {
		cells = append(cells, c.content(r, it, size)...)
	}
	if c.S.cut(it.Partial()) {
		cells = append(cells, st("span", "token-cut").Text(c.say(say.TokenCut)))
	}
	if n == c.cursor || n == c.pointed {
		cells = append(cells, c.actions(it, n == c.cursor))
	}
	return cells
}

// nameOf returns what a row is called; what has no name goes by its place.
func (c *Tree) nameOf(r treeRow, it parser.Item) string {
	name := it.Name()
	switch it.Kind() {
	case parser.KindDocument:
		d := it.Document()
		return say.TreeDocument.With(strconv.Itoa(r.index+1)).In(c.S.Lang) + " · " + strings.ToUpper(d.Format.String()) + " · " + size(len(d.Text))
	case parser.KindAttribute:
		return "@" + name
	case parser.KindText, parser.KindCData:
		return c.say(say.KindText)
	case parser.KindComment:
		return c.say(say.KindComment)
	case parser.KindProcInst:
		return "<?" + name + "?>"
	case parser.KindDirective:
		return "<!" + name + ">"
	}
	if name != "" {
		return name
	}
	if r.in.up != nil && r.in.item.Kind() == parser.KindArray {
		return strconv.Itoa(r.index + 1)
	}
	return c.say(kindName(it.Kind()))
}

func (c *Tree) value(it parser.Item) []*still {
	value, kind := it.Value(), it.Kind()
	class := "tree-value"
	if value == "" {
		value, class = c.say(say.EmptyValue), "tree-value soft"
	}
	shown := shortened(value, longestValue)
	if kind == parser.KindComment {
		shown = shortened(strings.Trim(value, " "), longestValue)
	}
	cells := []*still{st("span", class, "kind-"+kind.String()).Body(shown)}
	switch kind {
	case parser.KindString, parser.KindNumber, parser.KindBool, parser.KindNull, parser.KindAttribute:
		cells = append(cells, st("span", "tree-kind").Text(c.say(kindName(kind))))
	}
	return cells
}

// content draws how much is in a row, and of a closed one what comes first.
func (c *Tree) content(r treeRow, it parser.Item, size int) []*still {
	cells := []*still{st("span", "tree-count").Text(count(size))}
	if r.open != nil || size == 0 {
		return cells
	}
	const inPreview = 5
	for i := range min(size, inPreview) {
		leaf := it.Nth(i)
		if !leaf.Leaf() {
			continue
		}
		cells = append(cells, st("span", "tree-preview").Body(
			st("span", "soft").Foreign(leaf.Name()).Text(" "),
			shortened(leaf.Value(), longestPreview),
		))
	}
	return cells
}

// actions draws what can be done with a row; by key with the one at the cursor.
func (c *Tree) actions(it parser.Item, atCursor bool) *still {
	index := -1
	if atCursor {
		index = 0
	}
	buttons := make([]*still, 0, 3)
	if it.Leaf() {
		buttons = append(buttons, c.copies(say.CopyValue, it.Value(), index))
	}
	buttons = append(buttons,
		c.copies(say.CopyPath, it.Path(), index),
		stillButton("quiet").TabIndex(index).DataSet("source", "").Text(c.say(say.InSource)),
	)
	return st("span", "tree-actions").Body(buttons...)
}

func (c *Tree) copies(name lang.Text, value string, index int) *still {
	return stillButton("quiet", "copies").TabIndex(index).
		DataSet("copy", quotedCopy(value)).DataSet("done", c.say(say.Copied)).Text(c.say(name))
}

// shortened draws a text on one line, cut after limit characters.
func shortened(text string, limit int) *still {
	begin, more := clipped(text, limit)
	if more {
		return st("bdi").Signed(begin).Text("…")
	}
	return st("bdi").Edged(text)
}

// kindName returns what a kind of item is called.
func kindName(k parser.Kind) lang.Text {
	switch k {
	case parser.KindAttribute:
		return say.KindAttribute
	case parser.KindObject:
		return say.KindObject
	case parser.KindArray:
		return say.KindArray
	case parser.KindString:
		return say.KindString
	case parser.KindNumber:
		return say.KindNumber
	case parser.KindBool:
		return say.KindBool
	case parser.KindNull:
		return say.KindNull
	}
	return say.KindElement
}
