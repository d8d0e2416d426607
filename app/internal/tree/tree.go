package tree

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/list"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// The height of a row in pixels, and where the page is narrow; tree.css has the same.
const (
	rowHeight = 28
	tallRow   = 40
)

// kept saves what is open and how far it is scrolled while the tree is not
// on the page.
type kept struct {
	tree   *branch
	cursor int
	top    float64
	led    parser.Place
}

// View shows everything that the documents of the report hold.
type View struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int

	report *parser.Report // that the tree is of
	of     *model.Body    // that the report is of
	top    *branch
	find   list.FindBar[[]int32] // for the numbers that lead to an item
	sought *parser.Report        // that it was searched for in

	pane    list.Pane
	cursor  int
	pointed int          // the row below the pointer, -1 for none
	led     parser.Place // that was brought into sight last
	sent    bool         // that the pane is to go there
}

// OnInit makes the tree ready to be drawn.
func (c *View) OnInit() {
	c.pane = list.NewPane(".tree-scroll", rowHeight, 0)
	c.pane.Tall(tallRow, 0)
	c.pointed = -1
	c.find.Init("tree-find", c.seek, c.show)
}

// OnMount lets the tree follow the browser.
func (c *View) OnMount(ctx goapp.Context) {
	c.pane.Mount(ctx, c.JSValue(), nil)
	c.pane.Listen("keydown", c.onKey)
	c.pane.Listen("pointerover", c.onPoint)
	c.pane.Listen("pointerout", c.onLeave)
	if !c.sent {
		c.pane.Top = model.Keep[kept](c.B).top
	}
	c.sent = false
	c.pane.Settle()
	c.pane.Apply(ctx)
}

// follow goes to the item that is chosen if that was done elsewhere.
func (c *View) follow() {
	at := c.B.Place()
	if at.Text == c.led.Text && at.Span.Start == c.led.Span.Start && at.Span.Len() > 0 == (c.led.Span.Len() > 0) {
		return // where more was read it may have grown
	}
	c.led = at
	path := pathTo(c.report.Documents, c.B.Item())
	if len(path) == 0 {
		return
	}
	c.cursor, c.pointed = c.top.reveal(path), -1
	c.pane.Resize(c.top.rows)
	c.pane.Reveal(c.cursor)
	c.sent = true
}

// OnDismount ends what OnMount began, and keeps what is open.
func (c *View) OnDismount() {
	c.find.Work.Stop()
	c.pane.Dismount()
	c.keep()
}

func (c *View) keep() {
	if c.of != nil {
		*model.Keep[kept](c.of) = kept{c.top, c.cursor, c.pane.Top, c.led}
	}
}

// OnUpdate searches again where the report has changed.
func (c *View) OnUpdate(ctx goapp.Context) {
	if c.sent {
		c.sent = false
		c.pane.Apply(ctx)
	}
	if c.sought != c.report {
		c.find.Again(ctx)
	}
}

// adopt makes ready for the report of the session if it is another. Of the same
// body read further everything stays as it is.
func (c *View) adopt() {
	if c.report == c.B.Report {
		return
	}
	c.report = c.B.Report
	if c.of != c.B {
		c.keep()
		c.of = c.B
		k := model.Keep[kept](c.of)
		c.top, c.cursor, c.led, c.pointed = k.tree, k.cursor, k.led, -1
		c.find.Forget()
	}
	c.top = newTree(c.report.Documents, c.top)
	c.find.Work.Stop()
}

// Render draws the tree.
func (c *View) Render() goapp.UI {
	c.adopt()
	c.follow()
	c.pane.Resize(c.top.rows)
	c.cursor = min(c.cursor, max(c.top.rows-1, 0))
	return dom.El("div", "tree").Body(
		c.bar(),
		dom.El("div", "tree-scroll").TabIndex(0).
			Attr("role", "tree").
			Aria("label", c.say(words.Say.ViewTree)).
			Aria("activedescendant", c.rowID(c.cursor)).
			Body(c.body()),
		c.detail(),
	)
}

// None stands in the place of a tree where there is neither XML nor JSON.
func None(l lang.Lang) goapp.UI {
	return dom.El("div", "no-result").Body(
		dom.El("p").Text(words.Say.NoTree.In(l)),
		dom.Button("place").DataSet("do", model.ToView(model.ViewSource)).Text(words.Say.ViewSource.In(l)))
}

func (c *View) say(t lang.Text) string { return t.In(c.P.Lang) }

func (c *View) bar() goapp.UI {
	return dom.El("div", "tree-bar").Body(append(c.find.Draw(c.P.Lang, words.Say.TreeFind),
		dom.El("span", "bar-end").Body(
			dom.Button("quiet").Text(c.say(words.Say.ExpandAll)).OnClick(c.onExpand),
			dom.Button("quiet").Text(c.say(words.Say.CollapseAll)).OnClick(c.onCollapse)))...)
}

func (c *View) onExpand(goapp.Context, goapp.Event) {
	if !c.top.openAll() {
		c.P.Say(words.Quoting(words.Say.ExpandedSome, words.Count(c.top.rows)))
	}
}

func (c *View) onCollapse(ctx goapp.Context, _ goapp.Event) {
	c.top.closeAll()
	c.moveTo(ctx, 0)
}

// detail tells where the row is that is pointed at or reached by keys, and
// what the reference says about it.
func (c *View) detail() goapp.UI {
	n := c.pointed
	if n < 0 {
		n = c.cursor
	}
	if n < 0 || n >= c.top.rows {
		return dom.El("div", "tree-detail")
	}
	path := c.top.row(n).item().Path()
	if path == "" {
		path = notationOf(c.top.row(n).item().Document().Format).of(c.top.row(n).item())
	}
	parts := []goapp.UI{dom.St("code", "tree-path").Foreign(path).UI()}
	if f, ok := reference.Lookup(path); ok {
		parts = append(parts,
			dom.El("strong").Text(f.Name),
			dom.El("span").Text(f.Description.In(c.P.Lang)),
			dom.El("a").Attr("href", dom.ReferenceLink(c.P.Lang, f.Anchor)).Text(c.say(words.Say.Reference)))
	}
	return dom.El("div", "tree-detail").Body(parts...)
}

func (c *View) onRow(ctx goapp.Context, e goapp.Event) {
	n := dom.IndexOf(e.Get("target"), "row")
	if n < 0 || n >= c.top.rows {
		return
	}
	c.cursor = n
	if e.Get("target").Call("closest", "[data-source]").Truthy() {
		c.showInSource(c.top.row(n).item())
	} else if button := e.Get("target").Call("closest", "[data-address]"); button.Truthy() {
		c.copyAddress(c.top.row(n).item(), button)
	} else if !e.Get("target").Call("closest", "button").Truthy() {
		c.press(n)
	}
}

// showInSource chooses an item that is in sight here.
func (c *View) showInSource(it parser.Item) {
	c.led = c.report.Place(it)
	c.P.ShowIn(model.ViewSource, c.led)
}

// press opens a row or closes it, and chooses its item; of a leaf that is chosen it ends
// the choice.
func (c *View) press(n int) {
	it := c.top.row(n).item()
	c.toggle(n)
	if it.Kind() == parser.KindDocument {
		return
	}
	at := c.report.Place(it)
	if it.Leaf() && at == c.B.Place() {
		at = parser.Place{}
	}
	c.led = at // which is in sight
	c.P.Select(at)
}

// toggle opens row n, or closes it.
func (c *View) toggle(n int) {
	r := c.top.row(n)
	if r.open != nil {
		r.in.fold(r.index)
	} else {
		r.in.unfold(r.index)
	}
}

func (c *View) onPoint(e goapp.Value) { c.point(dom.IndexOf(e.Get("target"), "row")) }

func (c *View) onLeave(e goapp.Value) {
	if c.pane.Left(e) {
		c.point(-1)
	}
}

func (c *View) point(n int) {
	if n != c.pointed {
		c.pane.Ctx.Dispatch(func(goapp.Context) { c.pointed = n })
	}
}

// onKey moves the cursor, opens and closes before the browser scrolls.
func (c *View) onKey(e goapp.Value) {
	key := dom.PlainKey(e)
	if e.Get("target").Call("matches", ".tree-find").Bool() {
		c.find.Key(e, key, &c.pane)
		return
	}
	if !c.pane.Owns(e) || c.top.rows == 0 {
		return
	}
	r := c.top.row(c.cursor)
	var do func(goapp.Context)
	switch {
	case key == "Enter" && r.item().Leaf():
		e.Call("preventDefault")
		c.pane.Ctx.Emit(func() { c.showInSource(r.item()) })
		return
	case key == "Enter" || key == " ":
		e.Call("preventDefault")
		c.pane.Ctx.Emit(func() { c.press(c.cursor) })
		return
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
	c.pane.Ctx.Dispatch(do)
}

// moved returns the row that a key leads to from the one at the cursor.
func (c *View) moved(key string, r treeRow) (to int, ok bool) {
	switch key {
	case "ArrowRight":
		return c.cursor + 1, true
	case "ArrowLeft":
		if r.in.up == nil {
			return c.cursor, true
		}
		return r.in.up.rowOf(r.in.index), true
	}
	return list.MoveKey(key, c.cursor, c.top.rows, c.pane.Page())
}

func (c *View) moveTo(ctx goapp.Context, n int) {
	c.cursor, c.pointed = n, -1
	c.pane.Resize(c.top.rows)
	c.pane.Show(ctx, n)
}
