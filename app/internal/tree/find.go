package tree

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/list"
)

// seek finds the places, of which some may be known.
func (c *View) seek(ctx goapp.Context) {
	c.sought = c.report
	needle := list.LowerASCII([]byte(c.find.Text))
	top := &branch{roots: c.top.roots}
	c.find.Work.Start(ctx, func(r *dom.Run) {
		tell := func(hits [][]int32, whole bool) {
			r.Publish(func(ctx goapp.Context) { c.find.Found(ctx, hits, whole, theFirst) })
		}
		early := dom.Early{First: 1, Times: 2, Plus: 100}
		s := treeSearch{needle: needle, way: pathOf(string(needle)), goOn: func(hits [][]int32) bool {
			if early.Due(len(hits)) {
				tell(hits[:len(hits):len(hits)], false)
			}
			return r.Pause()
		}}
		s.walk(top.each)
		tell(s.hits, len(s.hits) < treeHits)
	})
}

func theFirst([][]int32) int { return 0 }

// show goes to a hit.
func (c *View) show(ctx goapp.Context, path []int32) { c.moveTo(ctx, c.top.reveal(path)) }
