package sentence

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/beside"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
)

// chart is the map of the whole beside the text. It is made once all is read, of
// counts, and has a path for each family however long the text is.
type chart struct {
	of       *parser.Tokens
	hits     *model.Hits
	families *dom.Still // the paths; nil while there are none
	drawn    string     // the markup of all; empty where there is no map
	held     bool       // that it is pressed
	work     dom.Slow
}

// draft makes the map in turns, once the text is laid out.
func (c *View) draft(ctx goapp.Context) {
	m, t, h := &c.chart, c.tokens, c.B.Hits()
	if c.laidAll != t || m.of == t && m.hits == h {
		return
	}
	if m.of != t {
		m.families, m.drawn = nil, ""
	}
	if m.of, m.hits = t, h; len(c.layout.starts) < chartFrom || c.B.Partly() {
		return
	}
	pieces, faces, families, flagged := c.layout.pieces, c.faces, m.families, c.flaggedTokens()
	m.work.Start(ctx, func(r *dom.Run) {
		if !r.Yield() {
			return
		}
		all := beside.Pieces{Len: len(pieces), Token: func(i int) int { return pieces[i].token() }}
		if families == nil {
			families = beside.Families(all, t, faces, r.Pause)
		}
		if families == nil {
			return
		}
		drawn := beside.Map(all, families, func(token int) bool { return h != nil && h.Has(token) }, flagged, r.Pause)
		r.Publish(func(ctx goapp.Context) {
			m.families, m.drawn = families, drawn
			ctx.Defer(func(goapp.Context) { c.pointOut() })
		})
	})
}

// pointOut shows in the map what of the text is in sight.
func (c *View) pointOut() {
	n := len(c.layout.starts)
	if c.chart.drawn == "" || n == 0 {
		return
	}
	here := c.pane.Field(".map-here")
	if !here.Truthy() {
		return
	}
	share := float64(beside.Bands) / float64(len(c.layout.pieces))
	top := min(int(c.pane.Top)/c.layout.rowHeight(), n-1)
	first := float64(c.layout.starts[top]) * share
	last := float64(beside.Bands)
	if end := top + c.pane.Page() + 1; end < n {
		last = float64(c.layout.starts[end]) * share
	}
	here.Call("setAttribute", "y", first)
	here.Call("setAttribute", "height", max(last-first, 2))
}

// onMap goes to where the map is pressed, and along with the pointer while it is held.
func (c *View) onMap(e goapp.Value) {
	switch e.Get("type").String() {
	case "pointerdown":
		at := e.Get("target").Call("closest", ".text-map")
		if !at.Truthy() {
			return
		}
		c.chart.held = true
		_ = dom.Attempt(func() { at.Call("setPointerCapture", e.Get("pointerId")) })
	case "pointerup", "pointercancel":
		c.chart.held = false
	}
	field := c.pane.Field(".text-map")
	if !c.chart.held || !field.Truthy() || len(c.layout.starts) == 0 {
		return
	}
	box := field.Call("getBoundingClientRect")
	share := (e.Get("clientY").Float() - box.Get("top").Float()) / box.Get("height").Float()
	c.pane.Ctx.Dispatch(func(ctx goapp.Context) {
		at := int(min(max(share, 0), 1) * float64(len(c.layout.pieces)-1))
		c.pane.Top = float64((c.layout.rowOf(at) - c.pane.Page()/2) * c.layout.rowHeight())
		c.pane.Settle()
		c.pane.Apply(ctx)
		c.pointOut()
	})
}

// chartFrom is from how many rows on the text has a map.
const chartFrom = 24

// flaggedTokens returns what tells whether a remark is on a token.
func (c *View) flaggedTokens() func(token int) bool {
	var sets []*parser.TokenSet
	single := new(parser.TokenSet)
	for _, i := range c.B.AboutShown() {
		if set := c.B.TokensOf(i); set != nil {
			sets = append(sets, set)
		}
		spots, here := c.B.Spots(i)
		for _, at := range spots[:here] {
			if token := c.B.TokenAt(at); token >= 0 {
				single.Add(token)
			}
		}
	}
	return func(token int) bool {
		is := single.Has(token)
		for k := 0; k < len(sets) && !is; k++ {
			is = sets[k].Has(token)
		}
		return is
	}
}
