package frame

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
)

// onKey carries out the keys that work anywhere on the page. It listens to the
// document itself, as only then can it keep the browser from using the key.
func (v *Viewer) onKey(e goapp.Value) {
	action := "palette"
	switch {
	case chord(e, "k"):
	case chord(e, "f"):
		if e.Get("defaultPrevented").Bool() || !find() {
			return // to the browser, who finds in what has no field
		}
		e.Call("preventDefault")
		return
	default:
		if held(e) || dom.InField(e.Get("target")) || inCard(e) {
			return
		}
		action = v.actionOf(e.Get("key").String())
	}
	if action == "" {
		return
	}
	e.Call("preventDefault")
	if action == "find" && find() || action == "offset" && toOffset() {
		return // at once, as what is typed next is meant for the field
	}
	v.ctx.Dispatch(func(goapp.Context) {
		v.do(action)
	})
}

// held reports whether the key is part of something else: a shortcut of the
// browser, an input method, or what another part of the page has handled.
func held(e goapp.Value) bool {
	for _, name := range [...]string{"ctrlKey", "metaKey", "altKey", "isComposing", "defaultPrevented"} {
		if e.Get(name).Bool() {
			return true
		}
	}
	return false
}

// inCard moves the focus among what can be pressed in a card of the facts, which is one
// stop for the tab key, and reports whether the key does so.
func inCard(e goapp.Value) bool {
	by := map[string]int{"ArrowDown": 1, "ArrowRight": 1, "ArrowUp": -1, "ArrowLeft": -1}[e.Get("key").String()]
	target := e.Get("target")
	if by == 0 || !target.Get("closest").Truthy() {
		return false
	}
	card := target.Call("closest", ".facts .card")
	if !card.Truthy() || !target.Call("matches", cardStops).Bool() {
		return false
	}
	stops := card.Call("querySelectorAll", cardStops)
	n := stops.Get("length").Int()
	for i := range n {
		if stops.Index(i).Equal(target) {
			next := stops.Index((i + by + n) % n)
			target.Set("tabIndex", -1)
			next.Set("tabIndex", 0)
			next.Call("focus")
			break
		}
	}
	e.Call("preventDefault")
	return true
}

// cardStops are what can be pressed in a card.
const cardStops = "a[tabindex], button[tabindex]"

// chord reports whether a key is pressed with the key for commands alone, which works in
// fields too.
func chord(e goapp.Value, key string) bool {
	return (e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()) && e.Get("key").String() == key &&
		!e.Get("shiftKey").Bool() && !e.Get("altKey").Bool()
}

// actionOf returns what a key does, "" for nothing.
func (v *Viewer) actionOf(key string) string {
	if key == "Escape" {
		return v.escape()
	}
	for _, c := range commands(v.D.Page) {
		if len(c.Keys) == 1 && c.Keys[0] == key {
			return c.Do
		}
	}
	return ""
}

// escape returns what the escape key does: it ends the reading of a body, leads back to
// where the reader was led from, or ends the choice of a token or another place.
func (v *Viewer) escape() string {
	p := v.D.Page
	switch {
	case p.Reading != nil:
		return "cancel"
	case p.Compare != nil:
		return "uncompare"
	case v.D.history.led():
		return "back"
	case p.Body != nil && p.Body.Place() != (parser.Place{}):
		return model.ToJob(p.Body.Shown())
	}
	return ""
}

// skip leads past the bar to the result.
func skip() {
	if main := dom.Document().Call("querySelector", "main"); main.Truthy() {
		main.Set("tabIndex", -1)
		main.Call("focus")
	}
}

// find leads to the field that finds in the part where the focus is, or in what is in
// front. It reports whether there is one that has not the focus already.
func find() bool {
	doc := dom.Document()
	focus := doc.Get("activeElement")
	var fields []goapp.Value
	if near := focus.Call("closest", ".jobs, .pane-side"); near.Truthy() {
		fields = append(fields, near.Call("querySelector", searchField))
	}
	for _, selector := range [...]string{"[data-front=side] .pane-side " + searchField, ".tokens-filter", searchField} {
		fields = append(fields, doc.Call("querySelector", selector))
	}
	for _, field := range fields {
		if !field.Truthy() || !field.Get("offsetParent").Truthy() {
			continue
		}
		if field.Equal(focus) {
			return false
		}
		field.Call("focus")
		field.Call("select")
		return true
	}
	return false
}

// toOffset leads to the field for an offset, and reports whether it is in sight.
func toOffset() bool {
	field := dom.Document().Call("querySelector", "main .offset-field")
	if !field.Truthy() || !field.Get("offsetParent").Truthy() {
		return false
	}
	field.Call("focus")
	field.Call("select")
	return true
}

const searchField = "input[type=search]"
