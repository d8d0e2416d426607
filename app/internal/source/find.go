package source

import (
	"slices"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/list"
)

// sourceHits is how many places a search lists.
const sourceHits = 100_000

func (c *View) hitLine() string {
	if c.find == "" {
		return ""
	}
	return list.HitLine(c.hit, len(c.hits), c.hitsWhole).In(c.P.Lang)
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

func (c *View) onFind(ctx goapp.Context, _ goapp.Event) {
	c.find = ctx.JSSrc().Get("value").String()
	c.look(ctx)
}

func (c *View) onPrevious(ctx goapp.Context, _ goapp.Event) { c.step(ctx, -1) }
func (c *View) onNext(ctx goapp.Context, _ goapp.Event)     { c.step(ctx, 1) }

// step shows the next hit, or the one before.
func (c *View) step(ctx goapp.Context, by int) {
	if n := len(c.hits); n > 0 {
		c.hit = (c.hit + by + n) % n
		c.pane.Show(ctx, c.rows.rowOf(int(c.hits[c.hit])))
	}
}

// look searches the text for what is typed. Capital and small letters of ASCII
// are alike.
func (c *View) look(ctx goapp.Context) {
	c.hits, c.hit = nil, -1
	if c.find == "" {
		c.search.Stop()
		return
	}
	c.seek(ctx)
}

// seek finds the places, of which some may be known.
func (c *View) seek(ctx goapp.Context) {
	c.hitsWhole = false
	needle := list.LowerASCII([]byte(c.find))
	text, from := c.text().text, c.firstByte()
	c.search.Start(ctx, func(r *dom.Run) {
		var hits []uint32
		const stride = 256 << 10
		told := false
		for at := 0; at < len(text) && len(hits) < sourceHits; at += stride {
			end := min(at+stride+len(needle)-1, len(text))
			hits = appendHits(hits, text[at:end], at, needle)
			if !told && len(hits) > 0 {
				told = true
				some := hits[:len(hits):len(hits)]
				r.Publish(func(ctx goapp.Context) { c.found(ctx, some, from, false) })
			}
			if !r.Pause() {
				return
			}
		}
		r.Publish(func(ctx goapp.Context) { c.found(ctx, hits, from, len(hits) < sourceHits) })
	})
}

// appendHits appends where needle begins in text, which begins at base.
func appendHits(hits []uint32, text []byte, base int, needle []byte) []uint32 {
	for at := 0; len(hits) < sourceHits; {
		i := list.FoldIndex(text[at:], needle)
		if i < 0 {
			break
		}
		hits = append(hits, uint32(base+at+i))
		at += i + len(needle)
	}
	return hits
}

// found shows the hits, and goes to the first from the byte at on.
func (c *View) found(ctx goapp.Context, hits []uint32, at int, whole bool) {
	if len(hits) < len(c.hits) && !whole {
		return
	}
	c.hits, c.hitsWhole = hits, whole
	c.hit = min(c.hit, len(hits)-1)
	if c.hit < 0 && len(hits) > 0 {
		i, _ := slices.BinarySearch(hits, uint32(at))
		c.hit = i - 1
		c.step(ctx, 1)
	}
}
