package frame

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
)

// history is the part of a desk that goes along with the back and forward buttons of
// the browser. An entry of the browser's holds the number of a stop and when its page
// was loaded, as the stops are gone with that.
type history struct {
	loaded  float64
	entered bool // the entry of this visit has its number
}

// The members of an entry.
const (
	entryStop   = "stop"
	entryLoaded = "loaded"
)

// mark gives what is in front an entry in the history, if it has none.
func (d *Desk) mark() {
	if goapp.IsServer || d.disp == nil {
		return
	}
	n, fresh := d.Page.Mark(dom.Scrolled())
	how := "pushState"
	switch {
	case !d.history.entered:
		how, d.history.entered = "replaceState", true
	case !fresh:
		return
	}
	_ = dom.Attempt(func() {
		entry := map[string]any{entryStop: n, entryLoaded: d.history.loaded}
		goapp.Window().Get("history").Call(how, entry, "")
	})
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
	d.Do(func() {
		if scroll = d.Page.Return(n, at); n < 0 {
			d.history.entered = false
		}
		d.Hide()
	})
	dom.ScrollTo(scroll)
}
