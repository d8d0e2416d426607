// Package split is what the reader divides the width with between the two columns of a
// result.
package split

import (
	"math"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
)

// View is the line between the columns, which is dragged or moved by keys.
type View struct {
	goapp.Compo
	P   *model.Page
	Do  func(action string) // carries out the action that sets the width
	Rev int

	ctx   goapp.Context
	ends  []func()
	held  bool // that it is being dragged
	share int  // of the width where it was dragged to, in percent
}

// Apply lays the columns out as the reader has set them. The style sheet goes by a
// property of the root, as no element may have a style in its markup.
func Apply(s model.Settings) { apply(s.Split) }

func apply(share int) {
	_ = dom.Attempt(func() {
		style := dom.Root().Get("style")
		if share == 0 {
			style.Call("removeProperty", "--split")
			return
		}
		style.Call("setProperty", "--split", strconv.Itoa(share)+"%")
	})
}

// OnMount listens to pointer and keys.
func (c *View) OnMount(ctx goapp.Context) {
	if goapp.IsServer {
		return
	}
	c.ctx = ctx
	c.hear("keydown", c.onKey)
	c.hear("pointerdown", c.onDown)
	c.hear("pointermove", c.onMove)
	c.hear("pointerup", c.onUp)
	c.hear("pointercancel", c.onCancel)
	c.hear("dblclick", func(goapp.Value) { c.set(0) })
}

func (c *View) hear(event string, fn func(goapp.Value)) {
	f, root := dom.Listener(fn), c.JSValue()
	root.Call("addEventListener", event, f)
	c.ends = append(c.ends, func() {
		root.Call("removeEventListener", event, f)
		f.Release()
	})
}

// OnDismount ends that.
func (c *View) OnDismount() {
	for _, end := range c.ends {
		end()
	}
	c.ends = nil
}

// Render draws the line.
func (c *View) Render() goapp.UI {
	return dom.El("div", "split").Role("separator").TabIndex(0).
		Aria("label", words.Say.Split.In(c.P.Lang)).
		Aria("orientation", "vertical").
		Aria("valuemin", model.LeastSplit).Aria("valuemax", model.MostSplit).
		Aria("valuenow", c.P.Settings.Share()).
		Title(words.Say.SplitHint.In(c.P.Lang))
}

func (c *View) set(share int) {
	c.ctx.Dispatch(func(goapp.Context) { c.Do(model.ToSplit(share)) })
}

// onKey moves the line by keys as such lines are.
func (c *View) onKey(e goapp.Value) {
	const step, leap = 2, 10
	share := c.P.Settings.Share()
	switch dom.PlainKey(e) {
	case "ArrowLeft":
		share -= step
	case "ArrowRight":
		share += step
	case "PageDown":
		share -= leap
	case "PageUp":
		share += leap
	case "Home":
		share = model.LeastSplit
	case "End":
		share = model.MostSplit
	case "Enter":
		share = 0
	case "Escape":
		if !c.held {
			return
		}
		c.held, share = false, c.P.Settings.Split
		apply(share)
	default:
		return
	}
	e.Call("preventDefault")
	c.set(share)
}

func (c *View) onDown(e goapp.Value) {
	if e.Get("button").Int() != 0 {
		return
	}
	c.held, c.share = true, 0
	_ = dom.Attempt(func() { c.JSValue().Call("setPointerCapture", e.Get("pointerId")) })
}

// onMove lays the columns out while the line is dragged; the page is told at the end.
func (c *View) onMove(e goapp.Value) {
	if !c.held {
		return
	}
	box := c.JSValue().Get("parentElement").Call("getBoundingClientRect")
	at := 100 * (e.Get("clientX").Float() - box.Get("left").Float()) / box.Get("width").Float()
	if share := model.Bounded(int(math.Round(at))); share != c.share {
		c.share = share
		apply(share)
	}
}

func (c *View) onUp(goapp.Value) {
	if c.held && c.share > 0 {
		c.set(c.share)
	}
	c.held = false
}

// onCancel puts the line back.
func (c *View) onCancel(goapp.Value) {
	if c.held {
		c.held = false
		Apply(c.P.Settings)
	}
}
