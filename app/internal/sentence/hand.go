package sentence

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
)

// onLegend looks among the parts of speech of a family, too; a second time no longer.
func (c *View) onLegend(_ goapp.Context, e goapp.Event) {
	family := dom.IndexOf(e.Get("target"), "family")
	if family < 0 {
		return
	}
	var tags []string
	for i := range c.faces {
		if int(c.faces[i].Family) == family {
			tags = append(tags, c.faces[i].Tag)
		}
	}
	c.P.ToggleTags(tags...)
	c.naming = len(c.B.Tags()) > 0
}

func (c *View) onPiece(ctx goapp.Context, e goapp.Event) {
	if at := dom.IndexOf(e.Get("target"), "piece"); at >= 0 && at < len(c.layout.pieces) {
		if e.Get("shiftKey").Bool() {
			c.extend(at)
			return
		}
		if dom.Selecting() {
			return // what is marked is to be copied
		}
		if width, _ := ctx.Page().Size(); width < sheetBelow && c.layout.pieces[at].token() >= 0 {
			c.pick(ctx, at)
			return
		}
		if c.choose(at); c.B.Token() < 0 {
			at = -1
		}
		c.openCard(ctx, at, false)
	}
}

// choose selects the token of a piece that is in sight; a second time clears
// it.
func (c *View) choose(at int) {
	c.cursor, c.anchor, c.naming = at, -1, false
	c.P.ToggleToken(c.layout.pieces[at].token())
	c.chosen = c.B.Token()
}

func (c *View) onPoint(e goapp.Value) {
	at := dom.IndexOf(e.Get("target"), "piece")
	if at < 0 && e.Get("target").Call("closest", ".word-card").Truthy() {
		c.card.stop() // which the pointer may be in
		return
	}
	if e.Get("pointerType").String() == "mouse" {
		c.later(at)
	}
	if at != c.pointed {
		c.pane.Ctx.Dispatch(func(goapp.Context) {
			c.pointed = min(at, len(c.layout.pieces)-1)
		})
	}
}

func (c *View) onLeave(e goapp.Value) {
	if !c.pane.Left(e) {
		return
	}
	if c.later(-1); c.pointed >= 0 {
		c.pane.Ctx.Dispatch(func(goapp.Context) { c.pointed = -1 })
	}
}

// onKey moves the cursor before the browser scrolls.
func (c *View) onKey(e goapp.Value) {
	if c.onOffset(e) || c.onShut(e) {
		e.Call("preventDefault")
		return
	}
	if !c.pane.Owns(e) || len(c.layout.pieces) == 0 {
		return
	}
	if c.onRange(e) {
		e.Call("preventDefault")
		return
	}
	key := dom.PlainKey(e)
	if key == "Enter" || key == " " {
		e.Call("preventDefault")
		if c.cursor >= 0 {
			c.pane.Ctx.Emit(func() { c.choose(c.cursor) })
		}
		return
	}
	to, ok := c.moved(key)
	if !ok {
		return
	}
	e.Call("preventDefault")
	shift := e.Get("shiftKey").Bool()
	c.pane.Ctx.Dispatch(func(ctx goapp.Context) {
		if c.pointed, c.naming = -1, false; shift {
			c.extend(to)
		} else {
			c.cursor, c.anchor = to, -1
		}
		c.pane.Show(ctx, c.layout.rowOf(to))
		c.later(to)
	})
}

// onShut closes the card by the escape key.
func (c *View) onShut(e goapp.Value) bool {
	if c.card.of < 0 || e.Get("key").String() != "Escape" {
		return false
	}
	c.pane.Ctx.Dispatch(func(goapp.Context) {
		c.closeCard()
		c.pane.Focus()
	})
	return true
}

// onOffset goes to the offset that was typed.
func (c *View) onOffset(e goapp.Value) bool {
	field := e.Get("target")
	if e.Get("key").String() != "Enter" || !field.Get("matches").Truthy() || !field.Call("matches", ".offset-field").Bool() {
		return false
	}
	typed := strings.TrimSpace(field.Get("value").String())
	n, err := strconv.Atoi(strings.NewReplacer(",", "", " ", "").Replace(typed))
	c.pane.Ctx.Emit(func() {
		switch {
		case err == nil && n >= 0:
			if c.narrow() {
				field.Call("blur") // which takes the keyboard from over the text
			}
			c.chosen = -1 // so that it comes into sight once more
			c.P.GoToOffset(n)
		case typed != "":
			c.P.Say(words.Quoting(words.Say.OffsetNoNumber, typed))
		}
	})
	return true
}

// onRange carries out the keys that are about a range: to choose all, to copy, and to
// give it up.
func (c *View) onRange(e goapp.Value) bool {
	_, _, ranged := c.ranged()
	command := e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()
	switch key := e.Get("key").String(); {
	case command && key == "a":
		c.pane.Ctx.Dispatch(func(goapp.Context) { c.anchor, c.cursor = 0, len(c.layout.pieces)-1 })
	case dom.Copies(e) && ranged:
		c.copyAs(copyText)
	case dom.Copies(e) && c.cursor >= 0 && c.layout.pieces[c.cursor].token() >= 0:
		word := c.tokens.Word(c.layout.pieces[c.cursor].token())
		go face.Copied(c.P, word)
	case key == "Escape" && ranged:
		c.pane.Ctx.Dispatch(func(goapp.Context) { c.anchor = -1 })
	default:
		return false
	}
	return true
}

// moved returns the piece that a key leads to.
func (c *View) moved(key string) (to int, ok bool) {
	at, end := c.cursor, len(c.layout.pieces)-1
	if at < 0 {
		at = 0
		if first := c.layout.starts; len(first) > 0 && c.pane.Last > c.pane.First {
			at = int(first[min(int(c.pane.Top)/c.layout.rowHeight(), len(first)-1)])
		}
		if strings.HasPrefix(key, "Arrow") {
			return at, true
		}
	}
	switch key {
	case "ArrowLeft":
		return c.beside(at, -1), true
	case "ArrowRight":
		return c.beside(at, 1), true
	case "ArrowUp":
		return c.layout.vertical(at, -1), true
	case "ArrowDown":
		return c.layout.vertical(at, 1), true
	case "PageUp":
		return c.layout.vertical(at, -c.pane.Page()), true
	case "PageDown":
		return c.layout.vertical(at, c.pane.Page()), true
	case "Home":
		return 0, true
	case "End":
		return end, true
	}
	return at, false
}

// beside returns the piece before or behind that of at, of those that are drawn.
func (c *View) beside(at, step int) int {
	to := at + step
	for to >= 0 && to < len(c.layout.pieces) && c.layout.mode == model.TextPlain && c.layout.pieces[to].kind() == lane {
		to += step
	}
	if to < 0 || to >= len(c.layout.pieces) {
		return at
	}
	return to
}
