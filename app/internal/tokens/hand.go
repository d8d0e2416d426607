package tokens

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/list"
	"github.com/callbacklens/callbacklens/app/internal/query"
)

// onInput looks for what is typed. It is no listener of go-app's: those draw all parents
// again with each key.
func (c *View) onInput(e goapp.Value) {
	field := e.Get("target")
	if !field.Call("matches", ".tokens-filter").Bool() {
		return
	}
	typed := field.Get("value").String()
	c.pane.Ctx.Dispatch(func(ctx goapp.Context) {
		q := c.B.Query()
		q.Text = typed
		c.seek(ctx, q)
	})
}

func (c *View) onTools(goapp.Context, goapp.Event) { c.tools = !c.tools }

func (c *View) onCase(ctx goapp.Context, _ goapp.Event) {
	q := c.B.Query()
	q.Case = !q.Case
	c.seek(ctx, q)
}

func (c *View) onWhole(ctx goapp.Context, _ goapp.Event) {
	q := c.B.Query()
	q.Whole = !q.Whole
	c.seek(ctx, q)
}

func (c *View) seek(ctx goapp.Context, q query.Query) {
	c.asked.query = q // so that it is not told of it
	c.P.Seek(q)
	c.arrange(ctx)
}

func (c *View) onTag(ctx goapp.Context, _ goapp.Event) {
	switch value := ctx.JSSrc().Get("value").String(); value {
	case onlyValue, severalValue:
	case "":
		c.P.ChooseTags()
	default:
		c.P.ChooseTags(c.tagOf(value))
	}
	c.arrange(ctx)
}

func (c *View) onHead(ctx goapp.Context, e goapp.Event) {
	if i := dom.IndexOf(e.Get("target"), "column"); i >= 0 {
		c.order = c.order.next(tokenColumn(i))
		c.arrange(ctx)
	}
}

func (c *View) onRow(ctx goapp.Context, e goapp.Event) {
	if e.Get("target").Call("closest", "button").Truthy() {
		return // which has a job of its own
	}
	if row := dom.IndexOf(e.Get("target"), "row"); row >= 0 && row < c.shown() {
		if e.Get("shiftKey").Truthy() {
			c.extend(row)
			dom.Unmark() // what the browser marked meanwhile
			return
		}
		if dom.Selecting() {
			return // what is marked is to be copied
		}
		c.cursor, c.anchor = row, -1
		c.choose(c.tokenAt(row))
	}
}

// choose selects a token that is in sight; a second time clears it.
func (c *View) choose(token int) {
	c.P.ToggleToken(token)
	c.chosen = c.B.Token()
}

// onKey moves the cursor before the browser scrolls.
func (c *View) onKey(e goapp.Value) {
	key := dom.PlainKey(e)
	if e.Get("target").Call("matches", ".tokens-filter").Bool() {
		c.onFilterKey(e, key)
		return
	}
	if !e.Get("target").Call("matches", ".tokens-table").Bool() || c.shown() == 0 {
		return
	}
	if dom.Copies(e) {
		e.Call("preventDefault")
		c.copyCursor()
		return
	}
	do := c.keyed(key, e.Get("shiftKey").Truthy())
	if dom.MarksAll(e) {
		do = func(goapp.Context) { c.anchor, c.cursor = 0, c.shown()-1 }
	}
	if do != nil {
		e.Call("preventDefault")
		c.pane.Ctx.Dispatch(do)
	}
}

// onFilterKey leads from the filter to what it found: one after the other, or to the table.
func (c *View) onFilterKey(e goapp.Value, key string) {
	switch key {
	case "Enter":
		back := e.Get("shiftKey").Truthy()
		c.pane.Ctx.Emit(func() { c.P.StepHit(back) })
	case "ArrowDown":
		c.JSValue().Call("querySelector", ".tokens-table").Call("focus", map[string]any{"preventScroll": true})
	default:
		return
	}
	e.Call("preventDefault")
}

// keyed returns what a key does in the table, nil for nothing.
func (c *View) keyed(key string, shift bool) func(goapp.Context) {
	if key == "Enter" || key == " " {
		return func(ctx goapp.Context) { ctx.Emit(func() { c.choose(c.tokenAt(c.cursor)) }) }
	}
	if key == "Escape" && c.anchor >= 0 {
		return func(goapp.Context) { c.anchor = -1 }
	}
	to, ok := list.MoveKey(key, c.cursor, c.shown(), c.pane.Page())
	if !ok {
		return nil
	}
	return func(ctx goapp.Context) {
		if shift {
			c.extend(to)
		} else {
			c.cursor, c.anchor = to, -1
		}
		c.pane.Show(ctx, to)
	}
}

// copyCursor copies the rows of the range, or the word of the row at the cursor.
func (c *View) copyCursor() {
	if _, _, ok := c.ranged(); ok {
		c.copyRows()
		return
	}
	go face.Copied(c.P, c.tokens.Word(c.tokenAt(c.cursor)))
}
