package comparison

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/list"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/compare"
)

// rows lists what differs among the fields or the tokens.
type rows struct {
	goapp.Compo
	C        *View
	S        *state
	Part     int
	Rev, Own int

	pane  list.Pane
	of    *state // that is drawn
	shown int    // what was brought into sight last
	sent  bool
}

// The heights in pixels of a row, and of one where the page is narrow, in which the two
// sides stand one below the other; compare.css has the same.
const (
	rowHeight = 32
	tallRow   = 76
	narrow    = 700 // is what has less, in pixels
)

// OnInit makes the list ready to be drawn.
func (c *rows) OnInit() {
	c.pane = list.NewPane(".compare-scroll", rowHeight, 0)
	c.pane.Tall(tallRow, 0)
	c.shown = -1
}

// OnMount lets the list follow the browser.
func (c *rows) OnMount(ctx goapp.Context) {
	c.pane.Mount(ctx, c.JSValue(), c.measure)
	c.pane.Listen("keydown", c.onKey)
	c.OnUpdate(ctx)
}

// OnDismount ends what OnMount began, and keeps how far the list was scrolled.
func (c *rows) OnDismount() {
	c.pane.Dismount()
	if c.of != nil {
		c.of.parts[c.Part].top = c.pane.Top
	}
}

// measure breaks the text anew where there is another width for it.
func (c *rows) measure(ctx goapp.Context) {
	const cell, aside = 8, 206 // pixels of a letter, and of what stands beside the text
	if c.Part != partTokens || c.pane.Width == 0 {
		return
	}
	room := c.pane.Width - 80
	if width, _ := ctx.Page().Size(); width >= narrow {
		room = (c.pane.Width - aside) / 2
	}
	c.S.setCells(max(int(room/cell), 16))
	ctx.Dispatch(func(goapp.Context) { c.shown = -1 })
}

// OnUpdate brings what is chosen into sight.
func (c *rows) OnUpdate(ctx goapp.Context) {
	if c.sent {
		c.sent = false
		c.pane.Apply(ctx)
	}
}

// adopt makes ready for what is listed and chosen.
func (c *rows) adopt() {
	p := &c.S.parts[c.Part]
	c.pane.Resize(len(p.rows))
	if c.of != c.S {
		c.of, c.shown = c.S, -1
		c.pane.Top, c.sent = p.top, true
		c.pane.Settle()
	}
	if p.at != c.shown {
		c.shown = p.at
		if row := c.S.rowOf(c.Part, p.at); row >= 0 {
			c.sent = c.pane.Reveal(row) || c.sent
		}
	}
}

// Render draws the list.
func (c *rows) Render() goapp.UI {
	c.adopt()
	s, p := c.S, &c.S.parts[c.Part]
	name := c.name()
	table := []goapp.UI{}
	if len(p.rows) == 0 {
		table = append(table, dom.St("p", "compare-none").Text(c.C.say(words.Say.CompareNone)).UI())
	} else {
		table = c.pane.Draw(c.row)
	}
	return dom.El("section", "compare-part", dom.Chosen(s.inText(c.Part), "in-text")).Aria("label", name).
		DataSet("compare", c.Part).Body(
		c.bar(name),
		dom.El("div", "compare-scroll").Body(dom.El("div", "compare-table").TabIndex(0).Role("grid").
			Aria("label", name).Aria("rowcount", len(p.rows)).Aria("colcount", 4).
			Aria("activedescendant", c.rowID(s.rowOf(c.Part, p.at))).Body(table...)),
		c.detail(),
	)
}

// name is what the part is called.
func (c *rows) name() string {
	if c.Part == partTokens {
		return c.C.say(compare.TokensTitle)
	}
	return c.C.say(compare.FieldsTitle)
}

// bar draws the title, and the sorts with how many there are of each, which choose what
// is listed.
func (c *rows) bar(name string) goapp.UI {
	s, counts := c.S, c.S.counts(c.Part)
	want := s.parts[c.Part].want
	bar := []goapp.UI{dom.El("h2").Text(name)}
	for sort, n := range counts {
		if n > 0 {
			bar = append(bar, c.toggle(sort, want == 1<<sort, sign(compare.Sort(sort)),
				c.C.say(compare.Sort(sort).Name()), words.Count(n)))
		}
	}
	bar = append(bar, c.toggle(switchAll, want == everything, "", c.C.say(words.Say.CompareAll), words.Count(s.len(c.Part))))
	if c.Part == partTokens {
		bar = append(bar, c.toggle(switchText, s.asText, "", c.C.say(words.Say.SubText), ""),
			c.toggle(switchTable, !s.asText, "", c.C.say(words.Say.SubTable), ""))
	}
	return dom.El("div", "compare-bar").Body(bar...)
}

func (c *rows) toggle(number int, on bool, icon, name, count string) goapp.UI {
	b := dom.Button("toggle", dom.Chosen(number == switchText, "as-text"), class(compare.Sort(min(number, switchAll)))).DataSet("sort", number).Aria("pressed", on)
	var parts []goapp.UI
	if icon != "" {
		parts = append(parts, dom.Icon(icon))
	}
	parts = append(parts, goapp.Text(name))
	if count != "" {
		parts = append(parts, dom.El("span", "tally").Text(count))
	}
	return b.Body(parts...)
}

// onKey moves what is chosen before the browser scrolls.
func (c *rows) onKey(e goapp.Value) {
	p := &c.S.parts[c.Part]
	if !e.Get("target").Call("matches", ".compare-table").Bool() {
		return
	}
	to, ok := list.MoveKey(dom.PlainKey(e), c.S.rowOf(c.Part, p.at), len(p.rows), c.pane.Page())
	if !ok {
		return
	}
	e.Call("preventDefault")
	c.pane.Ctx.Dispatch(func(goapp.Context) {
		n := int(p.rows[to])
		if c.S.inText(c.Part) {
			n = c.S.firstIn(n)
		}
		c.S.choose(c.Part, n)
		c.C.own++
		c.C.Update()
	})
}

// firstIn returns the first change of a line that is listed.
func (s *state) firstIn(line int) int {
	for n := s.lines[line]; n < s.lines[line+1]; n++ {
		if s.wants(partTokens, int(n)) {
			return int(n)
		}
	}
	return int(s.lines[line])
}
