package source

import (
	"slices"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/list"
)

// sourceHits is how many places a search lists.
const sourceHits = 100_000

// show goes to a hit.
func (c *View) show(ctx goapp.Context, at uint32) {
	c.pane.Show(ctx, c.rows.rowOf(int(at)))
	c.sideways(ctx, ".ink-hit-shown")
}

// seek finds the places, of which some may be known, and shows the first from
// what is in sight on. Capital and small letters of ASCII are alike.
func (c *View) seek(ctx goapp.Context) {
	needle := list.LowerASCII([]byte(c.find.Text))
	text, from := c.text(), uint32(c.firstByte())
	first := func(hits []uint32) int {
		i, _ := slices.BinarySearch(hits, from)
		return i
	}
	c.find.Work.Start(ctx, func(r *dom.Run) {
		var hits []uint32
		const stride = 256 << 10
		early := dom.Early{First: 1}
		for at := 0; at < len(text) && len(hits) < sourceHits; at += stride {
			end := min(at+stride+len(needle)-1, len(text))
			hits = appendHits(hits, text[at:end], at, needle)
			if early.Due(len(hits)) {
				some := hits[:len(hits):len(hits)]
				r.Publish(func(ctx goapp.Context) { c.find.Found(ctx, some, false, first) })
			}
			if !r.Pause() {
				return
			}
		}
		r.Publish(func(ctx goapp.Context) { c.find.Found(ctx, hits, len(hits) < sourceHits, first) })
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
