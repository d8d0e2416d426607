package tree

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/list"
	"github.com/callbacklens/callbacklens/parser"
)

func (c *View) hitLine() string {
	if c.text == "" {
		return ""
	}
	return list.HitLine(c.hit, len(c.hits), c.whole).In(c.P.Lang)
}

func (c *View) onFind(ctx goapp.Context, _ goapp.Event) {
	c.text = ctx.JSSrc().Get("value").String()
	c.search(ctx)
}

func (c *View) onFindKey(e goapp.Value, key string) {
	switch {
	case key == "Enter" && e.Get("shiftKey").Truthy():
		c.pane.Ctx.Dispatch(func(ctx goapp.Context) { c.step(ctx, -1) })
	case key == "Enter":
		c.pane.Ctx.Dispatch(func(ctx goapp.Context) { c.step(ctx, 1) })
	case key == "ArrowDown":
		c.pane.Focus()
	default:
		return
	}
	e.Call("preventDefault")
}

func (c *View) onPrevious(ctx goapp.Context, _ goapp.Event) { c.step(ctx, -1) }
func (c *View) onNext(ctx goapp.Context, _ goapp.Event)     { c.step(ctx, 1) }

// step shows the next hit, or the one before.
func (c *View) step(ctx goapp.Context, by int) {
	if n := len(c.hits); n > 0 {
		c.hit = (c.hit + by + n) % n
		c.moveTo(ctx, c.top.reveal(c.hits[c.hit]))
	}
}

// search looks for what is typed and shows the first place that has it.
func (c *View) search(ctx goapp.Context) {
	c.hits, c.hit, c.whole = nil, -1, false
	if c.text == "" {
		c.work.Stop()
		return
	}
	c.seek(ctx)
}

// seek finds the places, of which some may be known.
func (c *View) seek(ctx goapp.Context) {
	c.sought = c.report
	needle := list.LowerASCII([]byte(c.text))
	roots := c.top.roots
	c.work.Start(ctx, func(r *dom.Run) {
		told := 0
		tell := func(hits [][]int32, whole bool) {
			told = len(hits)
			r.Publish(func(ctx goapp.Context) { c.found(ctx, hits, whole) })
		}
		s := treeSearch{needle: needle, goOn: func(hits [][]int32) bool {
			if told == 0 && len(hits) > 0 || len(hits) > 2*told+100 {
				tell(hits[:len(hits):len(hits)], false)
			}
			return r.Pause()
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

func (c *View) found(ctx goapp.Context, hits [][]int32, whole bool) {
	if len(hits) < len(c.hits) && !whole {
		return
	}
	c.hits, c.whole = hits, whole
	c.hit = min(c.hit, len(hits)-1)
	if c.hit < 0 {
		c.step(ctx, 1)
	}
}
