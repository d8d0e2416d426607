package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

func (c *Tree) hitLine() string {
	if c.text == "" {
		return ""
	}
	return hitLine(c.hit, len(c.hits), c.whole).In(c.S.Lang)
}

// hitLine tells which of the hits is shown; more may come unless whole.
func hitLine(hit, hits int, whole bool) lang.Text {
	of := count(hits)
	if !whole {
		of += "+"
	}
	if hits == 0 && whole {
		return say.NoHit
	}
	return both(count(hit+1)+" / "+of, count(hit+1)+" / "+of)
}

func (c *Tree) onFind(ctx goapp.Context, _ goapp.Event) {
	c.text = ctx.JSSrc().Get("value").String()
	c.search(ctx)
}

func (c *Tree) onFindKey(e goapp.Value, key string) {
	switch {
	case key == "Enter" && e.Get("shiftKey").Truthy():
		c.pane.ctx.Dispatch(func(ctx goapp.Context) { c.step(ctx, -1) })
	case key == "Enter":
		c.pane.ctx.Dispatch(func(ctx goapp.Context) { c.step(ctx, 1) })
	case key == "ArrowDown":
		c.pane.focus()
	default:
		return
	}
	e.Call("preventDefault")
}

func (c *Tree) onPrevious(ctx goapp.Context, _ goapp.Event) { c.step(ctx, -1) }
func (c *Tree) onNext(ctx goapp.Context, _ goapp.Event)     { c.step(ctx, 1) }

// step shows the next hit, or the one before.
func (c *Tree) step(ctx goapp.Context, by int) {
	if n := len(c.hits); n > 0 {
		c.hit = (c.hit + by + n) % n
		c.moveTo(ctx, c.top.reveal(c.hits[c.hit]))
	}
}

// search looks for what is typed and shows the first place that has it.
func (c *Tree) search(ctx goapp.Context) {
	c.hits, c.hit, c.whole = nil, -1, false
	if c.text == "" {
		c.work.stop()
		return
	}
	c.seek(ctx)
}

// seek finds the places, of which some may be known.
func (c *Tree) seek(ctx goapp.Context) {
	c.sought = c.report
	needle := lowerASCII([]byte(c.text))
	roots := c.top.roots
	c.work.start(ctx, func(r *run) {
		told := 0
		tell := func(hits [][]int32, whole bool) {
			told = len(hits)
			r.publish(func(ctx goapp.Context) { c.found(ctx, hits, whole) })
		}
		s := treeSearch{needle: needle, goOn: func(hits [][]int32) bool {
			if told == 0 && len(hits) > 0 || len(hits) > 2*told+100 {
				tell(hits[:len(hits):len(hits)], false)
			}
			return r.pause()
		}}
		s.walk(func(visit func(parser.Item) bool) {
			for _, it := range roots {
				if !visit(it) {
					return
				}
			}
		})
		tell(s.hits, len(s.hits) < treeHits)
	})
}

func (c *Tree) found(ctx goapp.Context, hits [][]int32, whole bool) {
	if len(hits) < len(c.hits) && !whole {
		return
	}
	c.hits, c.whole = hits, whole
	c.hit = min(c.hit, len(hits)-1)
	if c.hit < 0 {
		c.step(ctx, 1)
	}
}
