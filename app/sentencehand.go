package app

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/reference"
)

func (c *Sentence) onLegend(_ goapp.Context, e goapp.Event) {
	family := indexOf(e.Get("target"), "family")
	switch {
	case family < 0 || family >= len(reference.Families):
		return
	case family == c.lit:
		c.lit = noFamily
	default:
		c.lit = family
	}
	c.naming = c.lit != noFamily
}

func (c *Sentence) onPiece(_ goapp.Context, e goapp.Event) {
	if at := indexOf(e.Get("target"), "piece"); at >= 0 && at < len(c.layout.pieces) {
		c.choose(at)
	}
}

// choose selects the token of a piece that is in sight; a second time clears
// it.
func (c *Sentence) choose(at int) {
	c.cursor, c.naming = at, false
	token := c.layout.pieces[at].token()
	if token == c.S.Token {
		token = -1
	}
	c.chosen = token
	c.S.SelectToken(token)
}

func (c *Sentence) onPoint(e goapp.Value) {
	at := indexOf(e.Get("target"), "piece")
	if at != c.pointed {
		c.pane.ctx.Dispatch(func(goapp.Context) {
			c.pointed = min(at, len(c.layout.pieces)-1)
		})
	}
}

func (c *Sentence) onLeave(e goapp.Value) {
	if c.pane.left(e) && c.pointed >= 0 {
		c.pane.ctx.Dispatch(func(goapp.Context) { c.pointed = -1 })
	}
}

// onKey moves the cursor before the browser scrolls.
func (c *Sentence) onKey(e goapp.Value) {
	if !c.pane.owns(e) || len(c.layout.pieces) == 0 {
		return
	}
	key := plainKey(e)
	if key == "Enter" || key == " " {
		e.Call("preventDefault")
		if c.cursor >= 0 {
			c.pane.ctx.Emit(func() { c.choose(c.cursor) })
		}
		return
	}
	to, ok := c.moved(key)
	if !ok {
		return
	}
	e.Call("preventDefault")
	c.pane.ctx.Dispatch(func(ctx goapp.Context) {
		c.cursor, c.pointed, c.naming = to, -1, false
		c.pane.show(ctx, c.layout.rowOf(to))
	})
}

// moved returns the piece that a key leads to.
func (c *Sentence) moved(key string) (to int, ok bool) {
	at, end := c.cursor, len(c.layout.pieces)-1
	if at < 0 {
		at = 0
		if first := c.layout.starts; len(first) > 0 && c.pane.last > c.pane.first {
			at = int(first[min(int(c.pane.top)/sentenceRowHeight, len(first)-1)])
		}
		if strings.HasPrefix(key, "Arrow") {
			return at, true
		}
	}
	switch key {
	case "ArrowLeft":
		return max(at-1, 0), true
	case "ArrowRight":
		return min(at+1, end), true
	case "ArrowUp":
		return c.layout.vertical(at, -1), true
	case "ArrowDown":
		return c.layout.vertical(at, 1), true
	case "PageUp":
		return c.layout.vertical(at, -c.pane.page()), true
	case "PageDown":
		return c.layout.vertical(at, c.pane.page()), true
	case "Home":
		return 0, true
	case "End":
		return end, true
	}
	return at, false
}
