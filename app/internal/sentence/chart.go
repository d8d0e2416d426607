package sentence

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/reference"
)

const (
	// chartBands is how many bands the map divides the text into, which are equally
	// many pieces each.
	chartBands = 160
	// chartWidth is how wide it is, in parts of its drawing.
	chartWidth = 12
	// chartMarks is how wide what is marked in it is.
	chartMarks = 4
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

// bands counts what is in each band of the text.
type bands struct {
	total    [chartBands]int
	families [len(reference.Families)][chartBands]int
}

// band returns the band that piece i of n is in.
func band(i, n int) int { return i * chartBands / n }

// count adds the pieces of a layout.
func (b *bands) count(pieces []piece, t *parser.Tokens, faces []face.TagFace, goOn func() bool) bool {
	for i, p := range pieces {
		if i%4096 == 4095 && !goOn() {
			return false
		}
		at := band(i, len(pieces))
		b.total[at]++
		if token := p.token(); token >= 0 {
			b.families[faces[t.Tag(token)].Family][at]++
		}
	}
	return true
}

// quiet are the families that the map leaves out, as the text leaves them bare.
func quiet(f reference.Family) bool {
	return f == reference.FamilyFunction || f == reference.FamilyPunctuation
}

// draw draws a path for each family: in each band as much of the width as it has of
// the pieces there.
func (b *bands) draw() *dom.Still {
	drawing := dom.St("g")
	var from [chartBands]int
	for _, f := range reference.Families {
		path := []byte(nil)
		for at := range chartBands {
			if quiet(f) || b.total[at] == 0 {
				continue
			}
			wide := 10 * chartWidth * b.families[f][at] / b.total[at]
			if wide > 0 {
				path = bar(path, from[at], at, wide)
			}
			from[at] += wide
		}
		if len(path) > 0 {
			drawing.Body(dom.St("path", face.FamilyClass(f)).Attr("d", string(path)))
		}
	}
	return drawing
}

// bar draws a line through a band, in tenths of a part of the width.
func bar(path []byte, from, at, wide int) []byte {
	path = append(path, 'M')
	path = strconv.AppendInt(path, int64(from), 10)
	path = append(path, ' ')
	path = strconv.AppendInt(path, int64(at), 10)
	path = append(path, 'h')
	path = strconv.AppendInt(path, int64(wide), 10)
	path = append(path, "v1h-"...)
	path = strconv.AppendInt(path, int64(wide), 10)
	return append(path, 'z')
}

// marks draws the bands that are marked.
func marks(class string, in *[chartBands]bool, from int) *dom.Still {
	path := []byte(nil)
	for at, is := range in {
		if is {
			path = bar(path, from, at, 10*chartMarks)
		}
	}
	if len(path) == 0 {
		return nil
	}
	return dom.St("path", class).Attr("d", string(path))
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
		if families == nil {
			b := new(bands)
			if !b.count(pieces, t, faces, r.Pause) {
				return
			}
			families = b.draw()
		}
		hits, found := bandsOf(pieces, func(token int) bool { return h != nil && h.Has(token) }, r.Pause)
		said, known := bandsOf(pieces, flagged, r.Pause)
		if !found || !known {
			return
		}
		drawn := dom.St("div", "text-map").Aria("hidden", true).Body(
			dom.St("svg").Attr("viewBox", "0 0 "+strconv.Itoa(10*chartWidth+20*chartMarks)+" "+strconv.Itoa(chartBands)).
				Attr("preserveAspectRatio", "none").Body(families,
				marks("map-hits", &hits, 10*chartWidth), marks("map-said", &said, 10*(chartWidth+chartMarks)),
				dom.St("rect", "map-here").Attr("width", "100%"))).Markup()
		r.Publish(func(ctx goapp.Context) {
			m.families, m.drawn = families, drawn
			ctx.Defer(func(goapp.Context) { c.pointOut() })
		})
	})
}

// bandsOf returns the bands that have a token of a kind; false if goOn ends it.
func bandsOf(pieces []piece, is func(token int) bool, goOn func() bool) (in [chartBands]bool, ok bool) {
	for i, p := range pieces {
		if i%4096 == 4095 && !goOn() {
			return in, false
		}
		if at := band(i, len(pieces)); !in[at] && p >= 0 {
			in[at] = is(p.token())
		}
	}
	return in, true
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
	share := float64(chartBands) / float64(len(c.layout.pieces))
	top := min(int(c.pane.Top)/c.layout.rowHeight(), n-1)
	first := float64(c.layout.starts[top]) * share
	last := float64(chartBands)
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
