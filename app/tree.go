package app

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// treeRowHeight is the height of a row in pixels; tree.css has the same.
const treeRowHeight = 28

// deepestIndent is the level from which on rows are not indented any further;
// tree.css has a class for each.
const deepestIndent = 16

// longestValue is how many characters of a value are drawn.
const longestValue = 240

// Tree shows everything that the documents of the report hold.
type Tree struct {
	goapp.Compo
	S   *Session
	Rev int

	report *parser.Report // that the fields below are of
	top    *branch
	text   string    // as typed in the search box
	hits   [][]int32 // where it was found
	hit    int       // the one that is shown, counted from 0; -1 for none
	whole  bool      // that all of the tree was searched
	work   slow

	pane    pane
	cursor  int
	pointed int // the row below the pointer, -1 for none
}

// OnInit makes the tree ready to be drawn.
func (c *Tree) OnInit() {
	c.pane = newPane(".tree-scroll", treeRowHeight, 0)
	c.pointed, c.hit = -1, -1
}

// OnMount lets the tree follow the browser.
func (c *Tree) OnMount(ctx goapp.Context) {
	c.pane.mount(ctx, c.JSValue(), nil)
	c.pane.listen("keydown", c.onKey)
	c.pane.listen("pointerover", c.onPoint)
	c.pane.listen("pointerout", c.onLeave)
	c.pane.top = c.S.keeps().treeTop
	c.pane.settle()
	c.pane.apply(ctx)
}

// OnDismount ends what OnMount began, and keeps what is open.
func (c *Tree) OnDismount() {
	c.work.stop()
	c.pane.dismount()
	if k := c.S.keeps(); k.report == c.report {
		k.tree, k.treeCursor, k.treeTop = c.top, c.cursor, c.pane.top
	}
}

// OnUpdate searches again where the report has changed.
func (c *Tree) OnUpdate(ctx goapp.Context) {
	if c.hits == nil && c.text != "" {
		c.search(ctx)
	}
}

// adopt makes ready for the report of the session if it is another.
func (c *Tree) adopt() {
	if c.report == c.S.Report {
		return
	}
	c.report = c.S.Report
	k := c.S.keeps()
	c.top, c.cursor, c.pointed = k.tree, k.treeCursor, -1
	if c.top == nil {
		c.top = newTree(c.report.Documents)
	}
	c.hits, c.hit, c.whole = nil, -1, false
	c.work.stop()
}

// Render draws the tree.
func (c *Tree) Render() goapp.UI {
	c.adopt()
	c.pane.resize(c.top.rows)
	c.cursor = min(c.cursor, max(c.top.rows-1, 0))
	return el("section", "tree").Aria("label", c.say(say.ViewTree)).Body(
		c.bar(),
		el("div", "tree-scroll").TabIndex(0).
			Attr("role", "tree").
			Aria("label", c.say(say.ViewTree)).
			Aria("activedescendant", c.rowID(c.cursor)).
			Body(el("table").Attr("role", "presentation").Body(c.tbody())),
		c.detail(),
	)
}

func (c *Tree) say(t lang.Text) string { return t.In(c.S.Lang) }

func (c *Tree) bar() goapp.UI {
	return el("div", "tree-bar").Body(
		void("input").Class("tree-find").Attr("type", "search").
			Attr("placeholder", c.say(say.TreeFind)).
			Aria("label", c.say(say.TreeFind)).
			Attr("autocomplete", "off").Spellcheck(false).
			OnInput(c.onFind),
		el("span", "find-count").Attr("role", "status").Text(c.hitLine()),
		button("quiet").DataSet("step", 0).Attr("disabled", len(c.hits) == 0).
			Aria("label", c.say(say.Previous)).Title(c.say(say.Previous)).Text("↑").OnClick(c.onPrevious),
		button("quiet").DataSet("step", 1).Attr("disabled", len(c.hits) == 0).
			Aria("label", c.say(say.Next)).Title(c.say(say.Next)).Text("↓").OnClick(c.onNext),
	)
}

func (c *Tree) hitLine() string {
	if c.text == "" {
		return ""
	}
	return hitLine(c.hit, len(c.hits), c.whole).In(c.S.Lang)
}

// hitLine tells which of the hits is shown; more may come unless whole.
func hitLine(hit, hits int, whole bool) lang.Text {
	of := count(hits)
	if !whole {
		of += "+"
	}
	if hits == 0 && whole {
		return say.NoHit
	}
	return both(count(hit+1)+" / "+of, count(hit+1)+" / "+of)
}

func (c *Tree) tbody() goapp.UI {
	first, last := c.pane.slice()
	above, below := c.pane.spacers()
	rows := make([]goapp.UI, 0, last-first+2)
	rows = append(rows, spacer(above, 1))
	for n := first; n < last; n++ {
		rows = append(rows, c.row(n))
	}
	rows = append(rows, spacer(below, 1))
	return el("tbody").Attr("role", "presentation").OnClick(c.onRow).Body(rows...)
}

func (c *Tree) rowID(n int) string {
	if n < c.pane.first || n >= c.pane.last {
		return ""
	}
	return "tree-row-" + strconv.Itoa(n)
}

func (c *Tree) row(n int) goapp.UI {
	r := c.top.row(n)
	it := r.item()
	size := it.Count()
	tr := el("tr", "tree-row", chosen(n == c.cursor, "cursor"), chosen(it.Partial(), "partial")).
		ID(c.rowID(n)).DataSet("row", n).
		Attr("role", "treeitem").
		Aria("level", r.level).
		Aria("setsize", r.in.count).
		Aria("posinset", r.index+1).
		Aria("selected", n == c.cursor)
	if size > 0 {
		tr = tr.Aria("expanded", r.open != nil)
	}
	return tr.Body(el("td").Attr("role", "presentation").
		Class("indent-" + strconv.Itoa(min(r.level, deepestIndent))).
		Body(c.cells(n, r, it, size)...))
}

// cells draws what stands in a row: whether it is open, its name, and its
// value or what is in it.
func (c *Tree) cells(n int, r treeRow, it parser.Item, size int) []goapp.UI {
	twist := ""
	switch {
	case size > 0 && r.open != nil:
		twist = "open"
	case size > 0:
		twist = "closed"
	}
	cells := []goapp.UI{
		el("span", "twist", twist).Aria("hidden", true),
		el("span", "tree-name", "kind-"+it.Kind().String()).Text(c.nameOf(r, it)),
	}
	if it.Leaf() {
		cells = append(cells, c.value(it)...)
	} else {
		cells = append(cells, c.content(r, it, size)...)
	}
	if it.Partial() {
		cells = append(cells, el("span", "token-cut").Text(c.say(say.TokenCut)))
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

func (c *Tree) value(it parser.Item) []goapp.UI {
	value, kind := it.Value(), it.Kind()
	class := "tree-value"
	if value == "" {
		value, class = c.say(say.EmptyValue), "tree-value soft"
	}
	cells := []goapp.UI{el("span", class, "kind-"+kind.String()).Text(shortened(value, longestValue))}
	switch kind {
	case parser.KindString, parser.KindNumber, parser.KindBool, parser.KindNull, parser.KindAttribute:
		cells = append(cells, el("span", "tree-kind").Text(c.say(kindName(kind))))
	}
	return cells
}

// content draws how much is in a row, and of a closed one what comes first.
func (c *Tree) content(r treeRow, it parser.Item, size int) []goapp.UI {
	cells := []goapp.UI{el("span", "tree-count").Text(count(size))}
	if r.open != nil || size == 0 {
		return cells
	}
	const inPreview = 5
	for i := range min(size, inPreview) {
		leaf := it.Nth(i)
		if !leaf.Leaf() {
			continue
		}
		cells = append(cells, el("span", "tree-preview").Body(
			el("span", "soft").Text(leaf.Name()+" "),
			goapp.Text(shortened(leaf.Value(), 24)),
		))
	}
	return cells
}

// actions draws what can be done with a row; by key with the one at the cursor.
func (c *Tree) actions(it parser.Item, atCursor bool) goapp.UI {
	index := -1
	if atCursor {
		index = 0
	}
	buttons := make([]goapp.UI, 0, 3)
	if it.Leaf() {
		buttons = append(buttons, c.copies(say.CopyValue, it.Value(), index))
	}
	buttons = append(buttons,
		c.copies(say.CopyPath, it.Path(), index),
		button("quiet").TabIndex(index).DataSet("source", "").Text(c.say(say.InSource)),
	)
	return el("span", "tree-actions").Body(buttons...)
}

func (c *Tree) copies(name lang.Text, value string, index int) goapp.UI {
	return button("quiet", "copies").TabIndex(index).
		DataSet("copy", "["+value+"]").DataSet("done", c.say(say.Copied)).Text(c.say(name))
}

// detail tells where the row is that is pointed at or reached by keys, and
// what the reference says about it.
func (c *Tree) detail() goapp.UI {
	n := c.pointed
	if n < 0 {
		n = c.cursor
	}
	if n < 0 || n >= c.top.rows {
		return el("div", "tree-detail")
	}
	path := c.top.row(n).item().Path()
	parts := []goapp.UI{el("code", "tree-path").Text(path)}
	if f, ok := reference.Lookup(path); ok {
		parts = append(parts,
			el("span").Text(f.Description.In(c.S.Lang)),
			el("a").Attr("href", ReferenceLink(c.S.Lang, f.Anchor)).Text(c.say(say.Reference)))
	}
	return el("div", "tree-detail").Body(parts...)
}

// shortened returns text on one line, cut after limit characters.
func shortened(text string, limit int) string {
	var b strings.Builder
	n := 0
	for _, r := range text {
		if n++; n > limit {
			b.WriteString("…")
			break
		}
		b.WriteString(visibleRune(r))
	}
	return b.String()
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

func (c *Tree) onRow(ctx goapp.Context, e goapp.Event) {
	n := indexOf(e.Get("target"), "row")
	if n < 0 || n >= c.top.rows {
		return
	}
	c.cursor = n
	if e.Get("target").Call("closest", "[data-source]").Truthy() {
		c.S.ShowSource(c.top.row(n).item())
	} else if !e.Get("target").Call("closest", "button").Truthy() {
		c.toggle(n)
	}
}

// toggle opens row n, or closes it.
func (c *Tree) toggle(n int) {
	r := c.top.row(n)
	if r.open != nil {
		r.in.fold(r.index)
	} else {
		r.in.unfold(r.index)
	}
}

func (c *Tree) onPoint(e goapp.Value) { c.point(indexOf(e.Get("target"), "row")) }

func (c *Tree) onLeave(e goapp.Value) {
	if c.pane.left(e) {
		c.point(-1)
	}
}

func (c *Tree) point(n int) {
	if n != c.pointed {
		c.pane.ctx.Dispatch(func(goapp.Context) { c.pointed = n })
	}
}

// onKey moves the cursor, opens and closes before the browser scrolls.
func (c *Tree) onKey(e goapp.Value) {
	key := plainKey(e)
	if e.Get("target").Call("matches", ".tree-find").Bool() {
		c.onFindKey(e, key)
		return
	}
	if !c.pane.owns(e) || c.top.rows == 0 {
		return
	}
	r := c.top.row(c.cursor)
	var do func(goapp.Context)
	switch {
	case key == "Enter" && r.item().Leaf():
		e.Call("preventDefault")
		c.pane.ctx.Emit(func() { c.S.ShowSource(r.item()) })
		return
	case key == "Enter" || key == " ":
		do = func(goapp.Context) { c.toggle(c.cursor) }
	case key == "ArrowRight" && r.open == nil:
		do = func(goapp.Context) { r.in.unfold(r.index) }
	case key == "ArrowLeft" && r.open != nil:
		do = func(goapp.Context) { r.in.fold(r.index) }
	default:
		to, ok := c.moved(key, r)
		if !ok {
			return
		}
		do = func(ctx goapp.Context) { c.moveTo(ctx, to) }
	}
	e.Call("preventDefault")
	c.pane.ctx.Dispatch(do)
}

// moved returns the row that a key leads to from the one at the cursor.
func (c *Tree) moved(key string, r treeRow) (to int, ok bool) {
	switch key {
	case "ArrowRight":
		return c.cursor + 1, true
	case "ArrowLeft":
		if r.in.up == nil {
			return c.cursor, true
		}
		return r.in.up.rowOf(r.in.index), true
	}
	return moveKey(key, c.cursor, c.top.rows, c.pane.page())
}

func (c *Tree) moveTo(ctx goapp.Context, n int) {
	c.cursor, c.pointed = n, -1
	c.pane.resize(c.top.rows)
	c.pane.show(ctx, n)
}

func (c *Tree) onFind(ctx goapp.Context, _ goapp.Event) {
	c.text = ctx.JSSrc().Get("value").String()
	c.search(ctx)
}

func (c *Tree) onFindKey(e goapp.Value, key string) {
	switch {
	case key == "Enter" && e.Get("shiftKey").Truthy():
		c.pane.ctx.Dispatch(func(ctx goapp.Context) { c.step(ctx, -1) })
	case key == "Enter":
		c.pane.ctx.Dispatch(func(ctx goapp.Context) { c.step(ctx, 1) })
	case key == "ArrowDown":
		c.pane.focus()
	default:
		return
	}
	e.Call("preventDefault")
}

func (c *Tree) onPrevious(ctx goapp.Context, _ goapp.Event) { c.step(ctx, -1) }
func (c *Tree) onNext(ctx goapp.Context, _ goapp.Event)     { c.step(ctx, 1) }

// step shows the next hit, or the one before.
func (c *Tree) step(ctx goapp.Context, by int) {
	if n := len(c.hits); n > 0 {
		c.hit = (c.hit + by + n) % n
		c.moveTo(ctx, c.top.reveal(c.hits[c.hit]))
	}
}

// search looks for what is typed and shows the first place that has it.
func (c *Tree) search(ctx goapp.Context) {
	c.hits, c.hit, c.whole = nil, -1, false
	needle := lowerASCII([]byte(c.text))
	if len(needle) == 0 {
		c.work.stop()
		return
	}
	roots := c.top.roots
	c.work.start(ctx, func(r *run) {
		told := 0
		tell := func(hits [][]int32, whole bool) {
			told = len(hits)
			r.publish(func(ctx goapp.Context) { c.found(ctx, hits, whole) })
		}
		s := treeSearch{needle: needle, goOn: func(hits [][]int32) bool {
			if told == 0 && len(hits) > 0 || len(hits) > 2*told+100 {
				tell(hits[:len(hits):len(hits)], false)
			}
			return r.pause()
		}}
		s.walk(func(visit func(parser.Item) bool) {
			for _, it := range roots {
				if !visit(it) {
					return
				}
			}
		})
		tell(s.hits, len(s.hits) < treeHits)
	})
}

func (c *Tree) found(ctx goapp.Context, hits [][]int32, whole bool) {
	c.hits, c.whole = hits, whole
	if c.hit < 0 {
		c.step(ctx, 1)
	}
}
