package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

func (c *TokenTable) onFilter(ctx goapp.Context, _ goapp.Event) {
	c.text = ctx.JSSrc().Get("value").String()
	c.arrange(ctx)
}

func (c *TokenTable) onTag(ctx goapp.Context, _ goapp.Event) {
	c.S.FilterTag(c.tagOf(ctx.JSSrc().Get("value").String()))
	c.arrange(ctx)
}

func (c *TokenTable) onHead(ctx goapp.Context, e goapp.Event) {
	if i := indexOf(e.Get("target"), "column"); i >= 0 {
		c.order = c.order.next(tokenColumn(i))
		c.arrange(ctx)
	}
}

func (c *TokenTable) onRow(ctx goapp.Context, e goapp.Event) {
	if row := indexOf(e.Get("target"), "row"); row >= 0 && row < c.shown() {
		c.cursor = row
		c.choose(c.tokenAt(row))
	}
}

// choose selects a token that is in sight; a second time clears it.
func (c *TokenTable) choose(token int) {
	if token == c.S.Token {
		token = -1
	}
	c.chosen = token
	c.S.SelectToken(token)
}

// onKey moves the cursor before the browser scrolls.
func (c *TokenTable) onKey(e goapp.Value) {
	key := plainKey(e)
	if e.Get("target").Call("matches", ".tokens-filter").Bool() && key == "ArrowDown" {
		e.Call("preventDefault")
		c.JSValue().Call("querySelector", ".tokens-table").Call("focus", map[string]any{"preventScroll": true})
		return
	}
	if !e.Get("target").Call("matches", ".tokens-table").Bool() || c.shown() == 0 {
		return
	}
	if copies(e) {
		e.Call("preventDefault")
		c.copyCursor()
		return
	}
	if key == "Enter" || key == " " {
		e.Call("preventDefault")
		c.pane.ctx.Emit(func() { c.choose(c.tokenAt(c.cursor)) })
		return
	}
	to, ok := moveKey(key, c.cursor, c.shown(), c.pane.page())
	if !ok {
		return
	}
	e.Call("preventDefault")
	c.pane.ctx.Dispatch(func(ctx goapp.Context) {
		c.cursor = to
		c.pane.show(ctx, to)
	})
}

// copyCursor copies the word of the row at the cursor.
func (c *TokenTable) copyCursor() {
	go c.S.copied(c.tokens.Word(c.tokenAt(c.cursor)))
}
