package tree

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/words"
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
func (c *View) body() goapp.UI {
	return dom.El("div").Role("presentation").OnClick(c.onRow).Body(c.pane.Draw(c.row)...)
}

func (c *View) rowID(n int) string {
	if n < c.pane.First || n >= c.pane.Last {
		return ""
	}
	return "tree-row-" + strconv.Itoa(n)
}

func (c *View) row(n int) *dom.Still {
	r := c.top.row(n)
	it := r.item()
	size := it.Count()
	chosen := c.B.Chosen(it)
	row := dom.St("div", "tree-row", "indent-"+strconv.Itoa(min(r.level, deepestIndent)),
		dom.Chosen(n == c.cursor, "cursor"), dom.Chosen(chosen, "chosen"), dom.Chosen(c.B.Cut(it.Partial()), "partial")).
		ID(c.rowID(n)).DataSet("row", n).
		Role("treeitem").
		Aria("level", r.level).
		Aria("setsize", r.in.count).
		Aria("posinset", r.index+1).
		Aria("selected", n == c.cursor)
	if size > 0 {
		row.Aria("expanded", r.open != nil)
	}
	if chosen {
		row.Aria("current", true)
	}
	return row.Body(c.cells(n, r, it, size)...)
}

// cells draws what stands in a row: whether it is open, its name, and its
// value or what is in it.
func (c *View) cells(n int, r treeRow, it parser.Item, size int) []*dom.Still {
	twist := ""
	switch {
	case size > 0 && r.open != nil:
		twist = "open"
	case size > 0:
		twist = "closed"
	}
	cells := []*dom.Still{
		dom.St("span", "twist", twist).Aria("hidden", true),
		c.sign(r, it),
		dom.St("span", "tree-name", "kind-"+it.Kind().String()).Body(shortened(c.nameOf(r, it), longestName)),
	}
	if it.Leaf() {
		cells = append(cells, c.value(it)...)
	} else {
		cells = append(cells, c.content(r, it, size)...)
	}
	if c.B.Cut(it.Partial()) {
		cells = append(cells, dom.St("span", "token-cut").Text(c.say(words.Say.TokenCut)))
	}
	if n == c.cursor || n == c.pointed {
		cells = append(cells, c.actions(it, n == c.cursor))
	}
	return cells
}

// sign draws what leads to the remarks on a row: of a closed one also to those on
// what is in it.
func (c *View) sign(r treeRow, it parser.Item) *dom.Still {
	if r.open == nil {
		return face.SignOf(c.P, c.B.Within(it))
	}
	return face.Sign(c.P, it)
}

// nameOf returns what a row is called; what has no name goes by its place.
func (c *View) nameOf(r treeRow, it parser.Item) string {
	name := it.Name()
	switch it.Kind() {
	case parser.KindDocument:
		d := it.Document()
		number := words.Say.TreeDocument.With(strconv.Itoa(r.index + 1)).In(c.P.Lang)
		return number + " · " + strings.ToUpper(d.Format.String()) + " · " + words.Size(len(d.Text))
	case parser.KindAttribute:
		return "@" + name
	case parser.KindText, parser.KindCData:
		return c.say(words.Say.KindText)
	case parser.KindComment:
		return c.say(words.Say.KindComment)
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

func (c *View) value(it parser.Item) []*dom.Still {
	value, kind := it.Value(), it.Kind()
	class := "tree-value"
	if value == "" {
		value, class = c.say(words.Say.EmptyValue), "tree-value soft"
	}
	shown := shortened(value, longestValue)
	if kind == parser.KindComment {
		shown = shortened(strings.Trim(value, " "), longestValue)
	}
	cells := []*dom.Still{dom.St("span", class, "kind-"+kind.String()).Body(shown)}
	switch kind {
	case parser.KindString, parser.KindNumber, parser.KindBool, parser.KindNull, parser.KindAttribute:
		cells = append(cells, dom.St("span", "tree-kind").Text(c.say(kindName(kind))))
	}
	return cells
}

// content draws how much is in a row, and of a closed one what comes first.
func (c *View) content(r treeRow, it parser.Item, size int) []*dom.Still {
	cells := []*dom.Still{dom.St("span", "tree-count").Text(words.Count(size))}
	if r.open != nil || size == 0 {
		return cells
	}
	const inPreview = 5
	for i := range min(size, inPreview) {
		leaf := it.Nth(i)
		if !leaf.Leaf() {
			continue
		}
		cells = append(cells, dom.St("span", "tree-preview").Body(
			dom.St("span", "soft").Foreign(leaf.Name()).Text(" "),
			shortened(leaf.Value(), longestPreview),
		))
	}
	return cells
}

// actions draws what can be done with a row; by key with the one at the cursor.
func (c *View) actions(it parser.Item, atCursor bool) *dom.Still {
	index := -1
	if atCursor {
		index = 0
	}
	buttons := make([]*dom.Still, 0, 4)
	if it.Leaf() {
		buttons = append(buttons, c.copies(words.Say.CopyValue, it.Value(), index))
	}
	buttons = append(buttons,
		c.copies(words.Say.CopyPath, it.Path(), index),
		c.copiesAddress(it, index),
		dom.StButton("quiet").TabIndex(index).DataSet("source", "").Text(c.say(words.Say.InSource)),
	)
	return dom.St("span", "tree-actions").Body(buttons...)
}

func (c *View) copies(name lang.Text, value string, index int) *dom.Still {
	return dom.StButton("quiet", "copies").TabIndex(index).
		DataSet("copy", face.QuotedCopy(value)).DataSet("done", c.say(words.Say.Copied)).Text(c.say(name))
}

// copiesAddress draws the button that copies the address of an item as other programs
// write it. That is made when it is pressed: among many rows it takes a look at each.
func (c *View) copiesAddress(it parser.Item, index int) *dom.Still {
	if it.Kind() == parser.KindDocument {
		return nil
	}
	name := notationOf(it.Document().Format).name
	return dom.StButton("quiet", "copies").TabIndex(index).DataSet("address", "").
		Aria("label", words.Say.CopyAddress.With(name).In(c.P.Lang)).Text(name)
}

// copyAddress copies the address of an item, or says that it has none.
func (c *View) copyAddress(it parser.Item, button goapp.Value) {
	n := notationOf(it.Document().Format)
	address := n.of(it)
	if address == "" {
		c.P.Say(words.Quoting(words.Say.NoAddress, n.name))
		return
	}
	face.Copy(c.P, button, address)
}

// shortened draws a text on one line, cut after limit characters.
func shortened(text string, limit int) *dom.Still {
	begin, more := words.Clipped(text, limit)
	if more {
		return dom.St("bdi").Signed(begin).Text("…")
	}
	return dom.St("bdi").Edged(text)
}

// kindName returns what a kind of item is called.
func kindName(k parser.Kind) lang.Text {
	switch k {
	case parser.KindAttribute:
		return words.Say.KindAttribute
	case parser.KindObject:
		return words.Say.KindObject
	case parser.KindArray:
		return words.Say.KindArray
	case parser.KindString:
		return words.Say.KindString
	case parser.KindNumber:
		return words.Say.KindNumber
	case parser.KindBool:
		return words.Say.KindBool
	case parser.KindNull:
		return words.Say.KindNull
	}
	return words.Say.KindElement
}
