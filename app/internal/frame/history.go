package frame

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
)

// history is the part of a desk that goes along with the back and forward buttons of
// the browser. An entry of the browser's holds the number of a stop and when its page
// was loaded, as the stops are gone with that.
type history struct {
	loaded  float64
	entered bool // the entry of this visit has its number
	due     []entry
	leads   int // of the page when it was drawn last
	ways    []way
	pressed goapp.Value // what was pressed last: not every browser gives it the focus
}

// entry is one that the browser is still to be given: the number of a stop, and whether
// it takes the place of the entry in front.
type entry struct {
	stop    int
	instead bool
}

// way is where a reader was when led to something in another part: a stop, what had the
// focus there, and how far the two columns were scrolled.
type way struct {
	stop       int
	focus      string // a selector
	main, side float64
}

// mostWays is how many of them are kept.
const mostWays = 20

// led reports whether there is a way back from where the reader was led.
func (h *history) led() bool { return len(h.ways) > 0 }

// leave writes down what a stop is left at.
func (h *history) leave(stop int) {
	if len(h.ways) == mostWays {
		h.ways = h.ways[1:]
	}
	h.ways = append(h.ways, way{stop, h.focused(), scrolledPane(mainPane, -1), scrolledPane(sidePane, -1)})
}

// The two columns.
const (
	mainPane = "main .pane-main"
	sidePane = "main .pane-side"
)

// scrolledPane returns how far a column is scrolled, in pixels, and scrolls it as far as
// that unless it is negative.
func scrolledPane(selector string, to float64) (was float64) {
	pane := dom.Document().Call("querySelector", selector)
	if !pane.Truthy() {
		return 0
	}
	was = pane.Get("scrollTop").Float()
	if to >= 0 {
		pane.Set("scrollTop", to)
	}
	return was
}

// seen is what of a result is in sight: two views where it is wide, else the one in front.
type seen struct {
	body        *model.Body
	front, side model.View
	wide        bool
}

// scrolls are how far the views of a body were scrolled when they were left, in pixels.
type scrolls [len(views)]float64

// sees returns what is in sight now. Bodies that were given together count as one.
func (v *Viewer) sees() seen {
	p := v.D.Page
	if p.Body == nil || p.Compare != nil {
		return seen{}
	}
	return seen{p.Body.Together()[0], p.View, p.Side, v.wide}
}

// turnTo writes down how far the views are scrolled that are left, before others take
// their place, and brings these to where they were left. What is led to in one comes into
// sight behind that.
func (v *Viewer) turnTo(now seen) {
	was := v.seen
	if v.seen = now; was == now || goapp.IsServer {
		return
	}
	moved := was.scroll(true)
	if now.body != nil && (moved || !v.D.Page.Body.First()) { // whose first frame is measured for nothing
		v.ctx.Defer(func(goapp.Context) { now.scroll(false) })
	}
}

// scroll writes down how far the views in sight are scrolled, and reports whether one is;
// or it scrolls them as far as was written down. The page itself may be what scrolls.
func (s seen) scroll(note bool) (moved bool) {
	if s.body == nil {
		return false
	}
	kept := model.Keep[scrolls](s.body)
	for i := range views {
		pane, view := sidePane, views[i].name
		if view == model.ViewTokens {
			pane = mainPane
		}
		switch in := s.wide && (view == model.ViewTokens || view == s.side) || !s.wide && view == s.front; {
		case !in:
		case note:
			kept[i] = dom.Scrolled() + scrolledPane(pane, -1)
			moved = moved || kept[i] > 0
		default:
			dom.ScrollTo(kept[i])
			scrolledPane(pane, kept[i])
		}
	}
	return moved
}

// focused returns what finds the element with the focus again, or that was pressed.
func (h *history) focused() string {
	e := dom.Document().Get("activeElement")
	if nowhere(e) {
		e = h.pressed
	}
	if e == nil || !e.Truthy() {
		return ""
	}
	if e.Call("closest", ".word-card").Truthy() {
		return "main .sentence-scroll" // the card will have gone
	}
	if do := dom.Text(e.Get("dataset").Get("do")); do != "" {
		return `main [data-do="` + do + `"]`
	}
	if list := e.Get("classList"); list.Get("length").Int() > 0 {
		return "main ." + dom.Text(list.Index(0))
	}
	return ""
}

// nowhere reports whether an element with the focus is none to speak of.
func nowhere(e goapp.Value) bool {
	return e == nil || !e.Truthy() || e.Equal(dom.Document().Get("body"))
}

// fronts are what has the focus in a view that a reader was led to.
var fronts = map[model.View]string{
	model.ViewTokens: "main .tokens-table", model.ViewFacts: "main .facts .chosen a, main .facts .chosen button",
	model.ViewTree: "main .tree-scroll", model.ViewSource: "main .source-scroll",
}

// focus brings the focus to an element that is in sight.
func focus(selector string) {
	if selector == "" {
		return
	}
	if e := dom.Document().Call("querySelector", selector); e.Truthy() {
		e.Call("focus", map[string]any{"preventScroll": true})
	}
}

// The members of an entry.
const (
	entryStop   = "stop"
	entryLoaded = "loaded"
)

// mark gives what is in front an entry in the history, if it has none, of which the
// browser is still to be told.
func (d *Desk) mark() {
	if goapp.IsServer || d.disp == nil {
		return
	}
	n, fresh := d.Page.Mark(dom.Scrolled)
	d.follow(n, fresh)
	if instead := !d.history.entered; instead || fresh {
		d.history.entered = true
		d.history.due = append(d.history.due, entry{n, instead})
	}
}

// enter gives the browser the entries that are due, which may take it as long as a frame.
func (h *history) enter() {
	for _, e := range h.due {
		how := "pushState"
		if e.instead {
			how = "replaceState"
		}
		_ = dom.Attempt(func() {
			state := map[string]any{entryStop: e.stop, entryLoaded: h.loaded}
			goapp.Window().Get("history").Call(how, state, "")
		})
	}
	h.due = nil
}

// follow keeps the way back where the reader was led to something, which then has the
// focus if what led there has gone.
func (d *Desk) follow(n int, fresh bool) {
	h := &d.history
	led := h.leads != d.Page.Leads
	h.leads = d.Page.Leads
	switch {
	case !fresh:
	case !led:
		h.ways = nil
	case d.attached != nil:
		h.leave(n - 1)
		view := d.Page.View
		d.attached.ctx.Defer(func(goapp.Context) {
			// What is out of sight by now loses the focus in a moment.
			if at := dom.Document().Get("activeElement"); nowhere(at) || !at.Get("offsetParent").Truthy() {
				focus(fronts[view])
			}
		})
	}
}

// followHistory listens to the back and forward buttons.
func (d *Desk) followHistory() {
	_ = dom.Attempt(func() {
		d.history.loaded = goapp.Window().Get("performance").Get("timeOrigin").Float()
		goapp.Window().Get("history").Set("scrollRestoration", "manual")
	})
	goapp.Window().Call("addEventListener", "popstate", dom.Listener(func(e goapp.Value) {
		entry := e.Get("state")
		if !entry.Truthy() || !entry.Get(entryLoaded).Truthy() {
			return // of the framework, or of a link within the page
		}
		n := -1
		if entry.Get(entryLoaded).Float() == d.history.loaded {
			n = entry.Get(entryStop).Int()
		}
		go d.back(n)
	}))
}

// back goes to a stop of the history.
func (d *Desk) back(n int) {
	at, scroll := dom.Scrolled(), 0.0
	h := &d.history
	var from way
	if last := len(h.ways) - 1; last >= 0 && h.ways[last].stop == n {
		from, h.ways = h.ways[last], h.ways[:last]
	} else {
		h.ways = nil
	}
	d.Do(func() {
		if scroll = d.Page.Return(n, at); n < 0 {
			d.history.entered = false
		}
		d.Hide()
	})
	dom.ScrollTo(scroll)
	if from.focus != "" {
		scrolledPane(mainPane, from.main)
		scrolledPane(sidePane, from.side)
		focus(from.focus)
	}
}
