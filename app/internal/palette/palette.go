// Package palette has the one list of what can be done on the page, found by typing.
package palette

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Action is something that can be done on the page.
type Action struct {
	Do   string // as in data-do; empty for keys that a part of the page hears itself
	Name lang.Text
	Keys []string
	what *lang.Text // kind of a row, above the first of its kind
	more string     // what stands in the body, such as a value
}

// Handle is how others open the palette of a page.
type Handle struct {
	Actions func() []Action // what the page can do now
	Do      func(action string)
	view    *View
}

// Open shows the palette.
func (h *Handle) Open() {
	if h.view != nil {
		h.view.show()
	}
}

// View is the palette: a dialog with a field and a list.
type View struct {
	goapp.Compo
	P   *model.Page
	H   *Handle
	Rev int

	ctx    goapp.Context
	open   bool
	typed  string
	all    []entry
	rows   []*entry
	at     int
	dialog dom.Dialog
}

// OnMount makes it the palette of its handle.
func (c *View) OnMount(ctx goapp.Context) {
	c.ctx, c.H.view = ctx, c
	c.dialog.Mount(c.JSValue(), c.onKey, func() { ctx.Dispatch(func(goapp.Context) { c.forget() }) })
}

// OnDismount ends that.
func (c *View) OnDismount() {
	c.H.view = nil
	c.dialog.Dismount()
}

// show opens the dialog, with everything in the list.
func (c *View) show() {
	c.open, c.typed = true, ""
	c.all = entriesOf(c.P, c.H.Actions())
	c.look()
	c.ctx.Defer(func(goapp.Context) {
		c.dialog.Show()
		field := c.JSValue().Call("querySelector", "input")
		field.Set("value", "")
		field.Call("focus")
	})
	c.Update()
}

// forget lets go of what the list is of.
func (c *View) forget() { c.open, c.all, c.rows = false, nil, nil }

func (c *View) close() {
	c.dialog.Close()
	c.forget()
}

// look finds the rows for what was typed. A number is an offset to go to, too.
func (c *View) look() {
	c.rows, c.at = found(c.all, c.typed), 0
	n, err := strconv.Atoi(strings.TrimSpace(c.typed))
	if err != nil || n < 0 || c.P.Body.Tokens().Len() == 0 {
		return
	}
	unit := c.P.Body.Tokens().Unit.Name()
	to := entryOf(Action{Do: model.ToOffset(n), what: &words.Say.PaletteActions, more: unit.In(c.P.Lang), Name: words.Both(
		words.Say.GoToOffset.ZH+" "+strconv.Itoa(n), words.Say.GoToOffset.EN+" "+strconv.Itoa(n))}, "")
	c.rows = append([]*entry{&to}, c.rows...)
}

func (c *View) say(t lang.Text) string { return t.In(c.P.Lang) }

// Render draws the dialog; while it is closed there is nothing in it.
func (c *View) Render() goapp.UI {
	dialog := dom.El("dialog", "palette").ID("palette").Aria("label", c.say(words.Say.Palette))
	if !c.open {
		return dialog
	}
	return dialog.Body(
		dom.El("div", "palette-head").Body(
			dom.Void("input").Attr("type", "text").Class("palette-find").
				Attr("role", "combobox").Attr("placeholder", c.say(words.Say.PaletteHint)).
				Aria("label", c.say(words.Say.PaletteHint)).
				Aria("expanded", true).Aria("controls", "palette-list").Aria("autocomplete", "list").
				Aria("activedescendant", rowID(c.at)).
				Attr("autocomplete", "off").Spellcheck(false).
				OnInput(c.onInput),
			dom.Button("small").Aria("label", c.say(words.Say.Close)).Title(c.say(words.Say.Close)).
				OnClick(c.onClose).Body(dom.Icon(dom.IconCross))),
		dom.El("ul", "palette-list").ID("palette-list").Role("listbox").Aria("label", c.say(words.Say.Palette)).
			OnClick(c.onRow).Body(dom.Uis(c.lines())...),
		dom.El("p", "heard").Role("status").Text(c.say(words.Say.PaletteFound.With(words.Count(len(c.rows))))),
	)
}

func rowID(n int) string { return "palette-row-" + strconv.Itoa(n) }

// lines draws the rows, with the name of each kind above its first.
func (c *View) lines() []*dom.Still {
	var lines []*dom.Still
	var kind *lang.Text
	for n, e := range c.rows {
		if e.what != kind {
			kind = e.what
			lines = append(lines, dom.St("li", "palette-kind").Role("presentation").Text(c.say(*kind)))
		}
		lines = append(lines, c.line(n, e))
	}
	if len(c.rows) == 0 {
		lines = append(lines, dom.St("li", "palette-none").Role("presentation").Text(c.say(words.Say.NoHit)))
	}
	return lines
}

func (c *View) line(n int, e *entry) *dom.Still {
	line := dom.St("li", "palette-row", dom.Chosen(n == c.at, "cursor"), dom.Chosen(e.Do == "", "aside")).
		ID(rowID(n)).DataSet("row", n).Role("option").Aria("selected", n == c.at)
	if e.Do == "" {
		line.Aria("disabled", true)
	}
	line.Body(dom.St("span", "palette-name").Foreign(c.say(e.Name)))
	if e.more != "" {
		begin, more := words.Clipped(e.more, longestMore)
		if more {
			begin += "…"
		}
		line.Body(dom.St("span", "palette-more").Body(dom.St("bdi").Signed(begin)))
	}
	for _, k := range e.Keys {
		line.Body(dom.St("kbd").Text(k))
	}
	return line
}

// longestMore is how many characters of a value a row shows.
const longestMore = 60

func (c *View) onInput(ctx goapp.Context, _ goapp.Event) {
	c.typed = ctx.JSSrc().Get("value").String()
	c.look()
}

func (c *View) onClose(goapp.Context, goapp.Event) { c.close() }

func (c *View) onRow(_ goapp.Context, e goapp.Event) {
	if n := dom.IndexOf(e.Get("target"), "row"); n >= 0 {
		c.take(n)
	}
}

// take does what row n says.
func (c *View) take(n int) {
	if n < 0 || n >= len(c.rows) || c.rows[n].Do == "" {
		return
	}
	action := c.rows[n].Do
	c.close()
	c.H.Do(action)
}

// onKey moves in the list while the focus stays in the field.
func (c *View) onKey(e goapp.Value) {
	to := c.at
	switch dom.PlainKey(e) {
	case "ArrowDown":
		to++
	case "ArrowUp":
		to--
	case "PageDown":
		to = min(to+8, len(c.rows)-1)
	case "PageUp":
		to = max(to-8, 0)
	case "Enter":
		if !e.Get("target").Call("matches", "input").Bool() {
			return
		}
		e.Call("preventDefault")
		c.ctx.Dispatch(func(goapp.Context) { c.take(c.at) })
		return
	default:
		return
	}
	e.Call("preventDefault")
	if n := len(c.rows); n > 0 {
		c.ctx.Dispatch(func(ctx goapp.Context) { c.move(ctx, (to+n)%n) })
	}
}

func (c *View) move(ctx goapp.Context, to int) {
	c.at = to
	ctx.Defer(func(goapp.Context) {
		if row := dom.Document().Call("getElementById", rowID(to)); row.Truthy() {
			row.Call("scrollIntoView", map[string]any{"block": "nearest"})
		}
	})
}
