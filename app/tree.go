package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// treeRowHeight is the height of a row in pixels; tree.css has the same.
const treeRowHeight = 28

// Tree shows everything that the documents of the report hold.
type Tree struct {
	goapp.Compo
	S   *Session
	Rev int

	report *parser.Report // that the tree is of
	of     int            // the body that the report is of
	top    *branch
	text   string         // as typed in the search box
	sought *parser.Report // that it was searched for in
	hits   [][]int32      // where it was found
	hit    int            // the one that is shown, counted from 0; -1 for none
	whole  bool           // that all of the tree was searched
	work   slow

	pane    pane
	cursor  int
	pointed int  // the row below the pointer, -1 for none
	sent    bool // that the pane is to go where it was asked to
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
	if !c.sent {
		c.pane.top = c.S.keeps().treeTop
	}
	c.sent = false
	c.pane.settle()
	c.pane.apply(ctx)
}

// follow goes to the item that was asked for elsewhere, if one was.
func (c *Tree) follow() {
	if c.S.seek == nil {
		return
	}
	c.cursor, c.pointed = c.top.reveal(c.S.seek), -1
	c.pane.resize(c.top.rows)
	c.pane.reveal(c.cursor)
	c.S.seek, c.sent = nil, true
}

// OnDismount ends what OnMount began, and keeps what is open.
func (c *Tree) OnDismount() {
	c.work.stop()
	c.pane.dismount()
	if k := c.S.keeps(); k.body == c.of {
		k.tree, k.treeCursor, k.treeTop = c.top, c.cursor, c.pane.top
	}
}

// OnUpdate searches again where the report has changed.
func (c *Tree) OnUpdate(ctx goapp.Context) {
	if c.sent {
		c.sent = false
		c.pane.apply(ctx)
	}
	if c.text != "" && c.sought != c.report {
		c.seek(ctx)
	}
}

// adopt makes ready for the report of the session if it is another. Of the same
// body read further everything stays as it is.
func (c *Tree) adopt() {
	if c.report == c.S.Report {
		return
	}
	c.report = c.S.Report
	if c.of != c.S.body {
		k := c.S.keeps()
		c.of, c.top, c.cursor, c.pointed = c.S.body, k.tree, k.treeCursor, -1
		c.hits, c.hit = nil, -1
	}
	c.top, c.whole = newTree(c.report.Documents, c.top), false
	c.work.stop()
}

// Render draws the tree.
func (c *Tree) Render() goapp.UI {
	c.adopt()
	c.follow()
	c.pane.resize(c.top.rows)
	c.cursor = min(c.cursor, max(c.top.rows-1, 0))
	return el("section", "tree").Aria("label", c.say(say.ViewTree)).Body(
		c.bar(),
		el("div", "tree-scroll").TabIndex(0).
			Attr("role", "tree").
			Aria("label", c.say(say.ViewTree)).
			Aria("activedescendant", c.rowID(c.cursor)).
			Body(c.body()),
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
	parts := []goapp.UI{st("code", "tree-path").Foreign(path).UI()}
	if f, ok := reference.Lookup(path); ok {
		parts = append(parts,
			el("span").Text(f.Description.In(c.S.Lang)),
			el("a").Attr("href", ReferenceLink(c.S.Lang, f.Anchor)).Text(c.say(say.Reference)))
	}
	return el("div", "tree-detail").Body(parts...)
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
