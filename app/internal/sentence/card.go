package sentence

import (
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/beside"
	"github.com/callbacklens/callbacklens/app/internal/dom"
)

// card tells of a word beside it, or on a telephone at the bottom of the screen.
type card struct {
	of    int  // the piece, -1 for none
	next  int  // that is rested on
	sheet bool // that it is at the bottom of a telephone's screen
	timer *time.Timer
}

const (
	// restTime is how long pointer or keys rest on a word before it has its card, and
	// leaveTime how long the card stays when they have left.
	restTime  = 450 * time.Millisecond
	leaveTime = 250 * time.Millisecond
	// sheetBelow is the width in pixels below which the card is a sheet, as the style
	// sheet has it.
	sheetBelow = 700
)

func (d *card) stop() {
	if d.timer != nil {
		d.timer.Stop()
	}
}

// later shows the card of a piece, -1 for none, when it was rested on.
func (c *View) later(at int) {
	d := &c.card
	d.stop()
	if d.next = at; d.sheet || at == d.of {
		return
	}
	wait := restTime
	if at < 0 {
		wait = leaveTime
	}
	d.timer = time.AfterFunc(wait, func() {
		c.pane.Ctx.Dispatch(func(ctx goapp.Context) {
			if d.next == at && !d.sheet {
				c.openCard(ctx, at, false)
			}
		})
	})
}

// openCard shows the card of a piece; of a gap there is none.
func (c *View) openCard(ctx goapp.Context, at int, sheet bool) {
	d := &c.card
	d.stop()
	if at >= len(c.layout.pieces) || at >= 0 && c.layout.pieces[at].token() < 0 {
		at = -1
	}
	opens, ahead := sheet && !d.sheet, at > d.of
	d.next, d.of, d.sheet = at, at, sheet && at >= 0
	if at < 0 {
		return
	}
	ctx.Defer(func(goapp.Context) {
		box := c.pane.Field(".word-card")
		switch {
		case !box.Truthy():
		case opens:
			dom.ShowModal(box)
		case sheet: // whose buttons were drawn anew
			step := ".card-steps button:first-child"
			if ahead {
				step = ".card-steps button:nth-child(2)"
			}
			box.Call("querySelector", step+":enabled, .card-steps :last-child").Call("focus")
		default:
			if word := c.pane.Field(`[data-piece="` + strconv.Itoa(at) + `"]`); word.Truthy() {
				beside.Place(box, word)
			}
		}
	})
}

// closeCard takes the card away.
func (c *View) closeCard() {
	if c.card.sheet {
		_ = dom.Attempt(func() { c.pane.Field(".word-card").Call("close") })
	}
	c.card.stop()
	c.card.next, c.card.of, c.card.sheet = -1, -1, false
}

// drawCard draws the card.
func (c *View) drawCard() goapp.UI {
	at := c.card.of
	if at < 0 || at >= len(c.layout.pieces) || c.layout.pieces[at].token() < 0 {
		return nil
	}
	p := c.layout.pieces[at]
	card := beside.Card{P: c.P, Tokens: c.tokens, Token: p.token(), Face: &c.faces[c.tokens.Tag(p.token())],
		Overlaps: p.kind() != whole, Sheet: c.card.sheet, Previous: -1, Next: -1}
	if card.Sheet {
		card.Previous, card.Next = c.word(at, -1), c.word(at, 1)
	}
	return card.Draw()
}

// word returns the next piece that is a word, -1 for none.
func (c *View) word(at, step int) int {
	for at += step; at >= 0 && at < len(c.layout.pieces); at += step {
		if p := c.layout.pieces[at]; p.token() >= 0 && p.kind() != rest {
			return at
		}
	}
	return -1
}

// onCard hears what is pressed in the card, or beside it where it is a sheet.
func (c *View) onCard(e goapp.Value) {
	target := e.Get("target")
	if !target.Get("closest").Truthy() || !target.Call("closest", ".word-card").Truthy() {
		return
	}
	to := dom.IndexOf(target, "step")
	shut := target.Call("matches", "dialog, [data-shut]").Bool() || target.Call("closest", "[data-do]").Truthy()
	if to < 0 && !shut {
		return
	}
	c.pane.Ctx.Emit(func() {
		if shut {
			c.closeCard()
			c.pane.Focus()
			return
		}
		c.pick(c.pane.Ctx, to)
	})
}

// pick chooses the word that the sheet leads to, and shows it above the sheet.
func (c *View) pick(ctx goapp.Context, at int) {
	c.cursor, c.anchor = at, -1
	if token := c.layout.pieces[at].token(); token != c.B.Token() {
		c.P.SelectToken(token)
		c.chosen = token
	}
	c.openCard(ctx, at, true)
	c.raise(ctx, at)
}

// raise brings a piece into the upper part of what is in sight.
func (c *View) raise(ctx goapp.Context, at int) {
	high := c.layout.rowHeight()
	row := c.layout.rowOf(at)
	if y := row*high - int(c.pane.Top); y < 0 || y > c.pane.Page()*high/3 {
		c.pane.Top = float64((row - 2) * high)
		c.pane.Settle()
		c.pane.Apply(ctx)
	}
}

// onClose hears that the browser has closed the sheet, as the escape key makes it.
func (c *View) onClose(goapp.Value) {
	c.pane.Ctx.Dispatch(func(goapp.Context) {
		if c.card.sheet {
			c.card.of, c.card.next, c.card.sheet = -1, -1, false
			c.pane.Focus()
		}
	})
}

// onScroll shows in the map where the text is. A card stays with its word no longer.
func (c *View) onScroll(goapp.Value) {
	c.pointOut()
	if c.card.of >= 0 && !c.card.sheet {
		c.later(-1)
	}
}
