package list

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
)

// Pane is a window in the browser: it follows the element that scrolls, and
// moves it. The components with long lists hold one.
//
// Its listeners sit on the component's root, since go-app may replace what is
// inside, and are not go-app's own: those run too late to keep a key from
// scrolling, and draw all parents again at each movement.
type Pane struct {
	window
	head int // height in pixels of a header that stays on top of the rows

	// wide and tall are the heights of a row and of the header where the page is wide,
	// and where it is narrow and rows are found by a thumb.
	wide, tall [2]int

	Ctx      goapp.Context
	root     goapp.Value
	selector string
	Width    float64 // of the table within what scrolls
	closers  []func()
	resting  *time.Timer
	stands   float64     // where the element was last known to be scrolled to
	standing goapp.Value // that element, nil for none
	moving   bool        // the browser has still to be told where the window is
	unseen   bool        // the element is not laid out; the browser knows nothing of where it scrolls
}

// NewPane returns a pane for rows of the given height within the element that
// selector finds. Until it is measured it draws a screenful.
func NewPane(selector string, rowHeight, head int) Pane {
	return Pane{selector: selector, head: head, window: window{rowHeight: rowHeight, height: 600}}
}

// narrow is below how many pixels of width rows are found by a thumb; phone.css has the
// same.
const narrow = 700

// Tall makes the rows and the header of other heights where the page is narrow.
func (p *Pane) Tall(rowHeight, head int) {
	p.wide, p.tall = [2]int{p.rowHeight, p.head}, [2]int{rowHeight, head}
}

// fit goes by the width of the page.
func (p *Pane) fit(ctx goapp.Context) {
	if p.tall[0] == 0 {
		return
	}
	if width, _ := ctx.Page().Size(); width > 0 && width < narrow {
		p.reshape(p.tall[0], p.tall[1])
	} else {
		p.reshape(p.wide[0], p.wide[1])
	}
}

// reshape takes over other heights of a row and of the header, in pixels.
func (p *Pane) reshape(rowHeight, head int) {
	if rowHeight == p.rowHeight && head == p.head {
		return
	}
	p.height += float64(p.head - head)
	p.Top *= float64(rowHeight) / float64(p.rowHeight)
	p.rowHeight, p.head = rowHeight, head
	p.Settle()
}

// mounted reports whether the pane is in a browser's page.
func (p *Pane) mounted() bool { return p.root != nil }

// Mount starts to follow the element within root. Resized, if not nil, is
// called after the first measuring and each one that differs.
func (p *Pane) Mount(ctx goapp.Context, root goapp.Value, resized func(goapp.Context)) {
	p.Ctx, p.root = ctx, root
	p.Listen("scroll", func(goapp.Value) { p.onScroll() })
	_ = dom.Attempt(func() { p.watchSize(resized) })
	if !root.Get("hidden").Truthy() { // else it has no size, and asking for it would lay the page out
		p.measure(ctx, resized)
	}
}

// watchSize measures anew in the frame after the size has changed. Within the
// observer's own call nothing may be drawn: what that resizes in turn would be
// an error of the page. So the browser itself passes the call on to the frame:
// once the program is called, it does all that it has to do.
func (p *Pane) watchSize(resized func(goapp.Context)) {
	measure := dom.Listener(func(goapp.Value) {
		p.Ctx.Dispatch(func(ctx goapp.Context) { p.measure(ctx, resized) })
	})
	frame := goapp.Window().Get("requestAnimationFrame")
	watch := goapp.Window().Get("ResizeObserver").New(frame.Call("bind", goapp.Window(), measure))
	watch.Call("observe", p.Element())
	p.closers = append(p.closers, func() {
		watch.Call("disconnect")
		var release goapp.Func // once a frame that was asked for has come
		release = dom.Listener(func(goapp.Value) {
			measure.Release()
			release.Release()
		})
		goapp.Window().Call("requestAnimationFrame", release)
	})
}

// Dismount ends what mount began.
func (p *Pane) Dismount() {
	for _, c := range p.closers {
		c()
	}
	if p.resting != nil {
		p.resting.Stop()
	}
	p.closers, p.root, p.resting, p.moving, p.standing = nil, nil, nil, false, nil
}

// Listen calls fn for each event named name at or within the root, before the
// browser does what it does of itself.
func (p *Pane) Listen(name string, fn func(e goapp.Value)) {
	f := dom.Listener(fn)
	options := map[string]any{"capture": true, "passive": name != "keydown"}
	root := p.root
	root.Call("addEventListener", name, f, options)
	p.closers = append(p.closers, func() {
		root.Call("removeEventListener", name, f, options)
		f.Release()
	})
}

// Element returns the element that scrolls.
func (p *Pane) Element() goapp.Value { return p.Field(p.selector) }

// Field returns the first element of the component that selector finds.
func (p *Pane) Field(selector string) goapp.Value { return p.root.Call("querySelector", selector) }

// Focus moves the focus to what scrolls.
func (p *Pane) Focus() { p.Element().Call("focus", map[string]any{"preventScroll": true}) }

// Owns reports whether the event happened to what scrolls itself, and not to
// something within it.
func (p *Pane) Owns(e goapp.Value) bool { return e.Get("target").Equal(p.Element()) }

// Left reports whether the pointer that the event is about left the component.
func (p *Pane) Left(e goapp.Value) bool {
	to := e.Get("relatedTarget")
	return !to.Truthy() || !p.root.Call("contains", to).Bool()
}

func (p *Pane) measure(ctx goapp.Context, resized func(goapp.Context)) {
	if !p.mounted() {
		return
	}
	p.fit(ctx)
	e := p.Element()
	height := e.Get("clientHeight").Float() - float64(p.head)
	width := e.Get("firstElementChild").Get("clientWidth").Float()
	comes := p.unseen && width > 0
	if p.unseen = width == 0; p.unseen || !comes && width == p.Width && height == p.height {
		return
	}
	changed := width != p.Width || height != p.height
	p.Width = width
	if comes {
		p.stands = -1 // nobody knows
	}
	if p.stretch(height) || comes {
		p.Apply(ctx)
	}
	if !changed {
		return
	}
	if resized != nil {
		resized(ctx)
	}
}

func (p *Pane) onScroll() {
	if p.moving {
		return // what it reports is older than where the window is now
	}
	e := p.Element()
	p.stand(e)
	p.scrolled(p.stands)
	if p.adrift() {
		p.Settle()
		p.move(e)
	}
	if p.scaled() {
		p.rest()
	}
	if p.stale() {
		p.Ctx.Dispatch(func(goapp.Context) {})
	}
}

// rest settles the list when it has not moved for a moment.
func (p *Pane) rest() {
	const pause = 150 * time.Millisecond
	if p.resting != nil {
		p.resting.Reset(pause)
		return
	}
	p.resting = time.AfterFunc(pause, func() {
		p.Ctx.Dispatch(func(ctx goapp.Context) {
			p.Settle()
			p.Apply(ctx)
		})
	})
}

// Apply moves the browser to where the window is, once the rows are drawn.
func (p *Pane) Apply(ctx goapp.Context) {
	if !p.mounted() {
		return
	}
	p.moving = true
	ctx.Defer(func(goapp.Context) {
		p.moving = false
		if !p.mounted() {
			return
		}
		e := p.Element()
		if p.standing == nil || !e.Equal(p.standing) {
			p.standing, p.stands = e, 0 // as an element begins
		}
		if p.stands != p.scroll {
			p.move(e)
		}
	})
}

// move scrolls an element to where the window is, or as near as there is room for.
func (p *Pane) move(e goapp.Value) {
	e.Set("scrollTop", p.scroll)
	p.stand(e)
}

// stand notes where an element is scrolled to. Asking that lays the page out.
func (p *Pane) stand(e goapp.Value) { p.standing, p.stands = e, e.Get("scrollTop").Float() }

// Show brings row into sight.
func (p *Pane) Show(ctx goapp.Context, row int) {
	if row >= 0 && row < p.Rows && p.Reveal(row) {
		p.Apply(ctx)
	}
}

// Draw returns the rows in sight, between what stands for those that are not.
func (p *Pane) Draw(row func(r int) *dom.Still) []goapp.UI {
	first, last := p.Slice()
	above, below := p.Spacers()
	rows := make([]goapp.UI, 0, last-first+2)
	rows = append(rows, Spacer(above))
	for r := first; r < last; r++ {
		rows = append(rows, row(r).UI())
	}
	return append(rows, Spacer(below))
}

// Spacer stands for rows that are not drawn. It is a drawing with nothing on
// it, which has a height without a style.
func Spacer(height int) goapp.UI {
	return dom.El("svg").XMLNS(dom.Svg).Attr("height", height).Aria("hidden", true)
}
