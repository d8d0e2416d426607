package app

import (
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// pane is a window in the browser: it follows the element that scrolls, and
// moves it. The components with long lists hold one.
//
// Its listeners sit on the component's root, since go-app may replace what is
// inside, and are not go-app's own: those run too late to keep a key from
// scrolling, and draw all parents again at each movement.
type pane struct {
	window
	head int // height in pixels of a header that stays on top of the rows

	ctx      goapp.Context
	root     goapp.Value
	selector string
	width    float64 // of the table within what scrolls
	closers  []func()
	resting  *time.Timer
	moving   bool // the browser has still to be told where the window is
}

// newPane returns a pane for rows of the given height within the element that
// selector finds. Until it is measured it draws a screenful.
func newPane(selector string, rowHeight, head int) pane {
	return pane{selector: selector, head: head, window: window{rowHeight: rowHeight, height: 600}}
}

// mounted reports whether the pane is in a browser's page.
func (p *pane) mounted() bool { return p.root != nil }

// mount starts to follow the element within root. Resized, if not nil, is
// called after the first measuring and each one that differs.
func (p *pane) mount(ctx goapp.Context, root goapp.Value, resized func(goapp.Context)) {
	p.ctx, p.root = ctx, root
	p.listen("scroll", func(goapp.Value) { p.onScroll() })
	_ = attempt(func() { p.watchSize(resized) })
	p.measure(ctx, resized)
}

// watchSize measures anew in the frame after the size has changed. Within the
// observer's own call nothing may be drawn: what that resizes in turn would be
// an error of the page. So the browser itself passes the call on to the frame:
// once the program is called, it does all that it has to do.
func (p *pane) watchSize(resized func(goapp.Context)) {
	measure := listener(func(goapp.Value) {
		p.ctx.Dispatch(func(ctx goapp.Context) { p.measure(ctx, resized) })
	})
	frame := goapp.Window().Get("requestAnimationFrame")
	watch := goapp.Window().Get("ResizeObserver").New(frame.Call("bind", goapp.Window(), measure))
	watch.Call("observe", p.element())
	p.closers = append(p.closers, func() {
		watch.Call("disconnect")
		var release goapp.Func // once a frame that was asked for has come
		release = listener(func(goapp.Value) {
			measure.Release()
			release.Release()
		})
		goapp.Window().Call("requestAnimationFrame", release)
	})
}

// dismount ends what mount began.
func (p *pane) dismount() {
	for _, c := range p.closers {
		c()
	}
	if p.resting != nil {
		p.resting.Stop()
	}
	p.closers, p.root, p.resting, p.moving = nil, nil, nil, false
}

// listen calls fn for each event named name at or within the root, before the
// browser does what it does of itself.
func (p *pane) listen(name string, fn func(e goapp.Value)) {
	f := listener(fn)
	options := map[string]any{"capture": true, "passive": name != "keydown"}
	root := p.root
	root.Call("addEventListener", name, f, options)
	p.closers = append(p.closers, func() {
		root.Call("removeEventListener", name, f, options)
		f.Release()
	})
}

// element returns the element that scrolls.
func (p *pane) element() goapp.Value { return p.root.Call("querySelector", p.selector) }

// focus moves the focus to what scrolls.
func (p *pane) focus() { p.element().Call("focus", map[string]any{"preventScroll": true}) }

// owns reports whether the event happened to what scrolls itself, and not to
// something within it.
func (p *pane) owns(e goapp.Value) bool { return e.Get("target").Equal(p.element()) }

// left reports whether the pointer that the event is about left the component.
func (p *pane) left(e goapp.Value) bool {
	to := e.Get("relatedTarget")
	return !to.Truthy() || !p.root.Call("contains", to).Bool()
}

func (p *pane) measure(ctx goapp.Context, resized func(goapp.Context)) {
	if !p.mounted() {
		return
	}
	e := p.element()
	height := e.Get("clientHeight").Float() - float64(p.head)
	width := e.Get("firstElementChild").Get("clientWidth").Float()
	if width == p.width && height == p.height || width == 0 {
		return
	}
	p.width = width
	if p.stretch(height) {
		p.apply(ctx)
	}
	if resized != nil {
		resized(ctx)
	}
}

func (p *pane) onScroll() {
	if p.moving {
		return // what it reports is older than where the window is now
	}
	e := p.element()
	p.scrolled(e.Get("scrollTop").Float())
	if p.adrift() {
		p.settle()
		e.Set("scrollTop", p.scroll)
	}
	if p.scaled() {
		p.rest()
	}
	if p.stale() {
		p.ctx.Dispatch(func(goapp.Context) {})
	}
}

// rest settles the list when it has not moved for a moment.
func (p *pane) rest() {
	const pause = 150 * time.Millisecond
	if p.resting != nil {
		p.resting.Reset(pause)
		return
	}
	p.resting = time.AfterFunc(pause, func() {
		p.ctx.Dispatch(func(ctx goapp.Context) {
			p.settle()
			p.apply(ctx)
		})
	})
}

// apply moves the browser to where the window is, once the rows are drawn.
func (p *pane) apply(ctx goapp.Context) {
	if !p.mounted() {
		return
	}
	p.moving = true
	ctx.Defer(func(goapp.Context) {
		p.moving = false
		if !p.mounted() {
			return
		}
		if e := p.element(); e.Get("scrollTop").Float() != p.scroll {
			e.Set("scrollTop", p.scroll)
		}
	})
}

// show brings row into sight.
func (p *pane) show(ctx goapp.Context, row int) {
	if row >= 0 && row < p.rows && p.reveal(row) {
		p.apply(ctx)
	}
}

// draw returns the rows in sight, between what stands for those that are not.
func (p *pane) draw(row func(r int) *still) []goapp.UI {
	first, last := p.slice()
	above, below := p.spacers()
	rows := make([]goapp.UI, 0, last-first+2)
	rows = append(rows, spacer(above))
	for r := first; r < last; r++ {
		rows = append(rows, row(r).UI())
	}
	return append(rows, spacer(below))
}

// spacer stands for rows that are not drawn. It is a drawing with nothing on
// it, which has a height without a style.
func spacer(height int) goapp.UI {
	return el("svg").XMLNS(svg).Attr("height", height).Aria("hidden", true)
}

// plainKey returns the name of the key of a keyboard event, empty where a
// modifier makes it a command of the browser.
func plainKey(e goapp.Value) string {
	if e.Get("altKey").Truthy() || e.Get("metaKey").Truthy() || e.Get("isComposing").Truthy() {
		return ""
	}
	key := e.Get("key").String()
	if e.Get("ctrlKey").Truthy() && key != "Home" && key != "End" {
		return ""
	}
	return key
}

// copies reports whether a keyboard event asks to copy while no text is marked.
func copies(e goapp.Value) bool {
	return (e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()) && e.Get("key").String() == "c" &&
		nothingMarked()
}

// nothingMarked reports whether no text of the page is marked.
func nothingMarked() (collapsed bool) {
	collapsed = true
	_ = attempt(func() { collapsed = goapp.Window().Call("getSelection").Get("isCollapsed").Bool() })
	return collapsed
}

// indexOf returns the number in the attribute data-name of the closest element
// around target that has it, -1 if there is none.
func indexOf(target goapp.Value, name string) int {
	if !target.Get("closest").Truthy() {
		return -1
	}
	e := target.Call("closest", "[data-"+name+"]")
	if !e.Truthy() {
		return -1
	}
	n, err := strconv.Atoi(e.Call("getAttribute", "data-"+name).String())
	if err != nil {
		return -1
	}
	return n
}
