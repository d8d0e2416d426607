package sentence

import (
	"cmp"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/list"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// sentenceWidth is how wide the sentence is until it is measured, in pixels.
const sentenceWidth = 640

const (
	// sentenceAtOnce is how many pieces are laid out before the first drawing.
	sentenceAtOnce = 256
	// sentenceFirst is how many are laid out before the first drawing of more.
	sentenceFirst = 4000
	// sentenceHeard is how many bytes of text are given as a whole to those
	// who have the page read to them.
	sentenceHeard = 4000
)

// sentenceFirstRows is how many rows the first frame has.
const sentenceFirstRows = 2

// View shows the text that the tokens rebuild, each in the colour of its
// part of speech, with a legend.
type View struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int

	tokens   *parser.Tokens // that the fields below are of
	of       model.Subject  // that the tokens are of
	from     *model.Body    // that they are of
	back     int            // the piece that is to be on top again, -1 for none
	faces    []face.TagFace
	tags     []int // indices of faces, the most frequent first
	families []face.FamilyCount
	heard    string // the whole text, if it is short
	chosen   int    // the token that was brought into sight last
	among    []bool // of each face whether it is looked among; nil for all
	naming   bool   // that the line below tells about these

	layout   sentenceLayout
	laid     *parser.Tokens // that the layout is of
	laying   bool           // that it is not there yet
	laidAll  *parser.Tokens // that the layout has all of
	typeface *dom.Typeface
	work     dom.Slow
	copying  dom.Slow
	heeding  dom.Slow
	forget   func()

	pane    list.Pane
	cursor  int // the piece that the keys have reached, -1 for none
	anchor  int // the piece that a range begins or ends with, the cursor being its other end; -1 for none
	pointed int // the piece below the pointer, -1 for none

	chart chart
	card  card
}

// OnInit makes the sentence ready to be drawn.
func (c *View) OnInit() {
	c.layout.mode = c.P.Settings.Text
	c.pane = list.NewPane(".sentence-scroll", c.layout.rowHeight(), 0)
	c.pane.Width = cmp.Or(measuredWidth, sentenceWidth)
	if c.typeface = dom.Measured[fontSize]; c.typeface == nil {
		c.typeface = dom.NewTypeface(nil, fontSize)
	}
	c.chosen, c.cursor, c.anchor, c.pointed, c.card.of, c.back = -1, -1, -1, -1, -1, -1
}

// OnMount lets the sentence follow the browser.
func (c *View) OnMount(ctx goapp.Context) {
	c.pane.Mount(ctx, c.JSValue(), c.resized)
	c.pane.Listen("keydown", c.onKey)
	c.pane.Listen("pointerover", c.onPoint)
	c.pane.Listen("pointerout", c.onLeave)
	c.pane.Listen("scroll", c.onScroll)
	c.pane.Listen("click", c.onCard)
	c.pane.Listen("close", c.onClose)
	c.pane.Listen("focusout", func(e goapp.Value) {
		if c.pane.Left(e) {
			c.later(-1)
		}
	})
	c.pane.Listen("pointerdown", c.onMap)
	for _, event := range [...]string{"pointermove", "pointerup", "pointercancel"} {
		c.pane.Listen(event, func(e goapp.Value) {
			if c.chart.held {
				c.onMap(e)
			}
		})
	}
	c.forget = c.P.Heed(func() { c.heed(ctx) })
	c.typeface = dom.TypefaceOf(c.pane.Element(), fontSize)
	c.OnUpdate(ctx)
}

// OnDismount ends what OnMount began.
func (c *View) OnDismount() {
	c.forget()
	c.work.Stop()
	c.copying.Stop()
	c.heeding.Stop()
	c.chart.work.Stop()
	c.card.stop()
	c.pane.Dismount()
	c.keep()
}

// heed shows what is looked for, once, and after the rows of the table are seen: somebody
// types there and waits for these.
func (c *View) heed(ctx goapp.Context) {
	c.heeding.Start(ctx, func(r *dom.Run) {
		dom.Painted()
		r.Publish(c.draft)
	})
}

// OnUpdate takes over other tokens and a selection made elsewhere.
func (c *View) OnUpdate(ctx goapp.Context) {
	if c.laid != c.tokens && c.B.Drawn == model.DrawnWhole {
		c.lay(ctx) // what is out of sight comes after all that is in sight
	}
	if mode := c.P.Settings.Text; mode != c.layout.mode {
		c.rewrap(ctx, func() { c.layout.mode = mode })
	}
	c.follow(ctx)
	c.restore(ctx)
	c.draft(ctx)
}

// adopt makes ready for the tokens of the session if these are others. Of the
// same ones read further the layout stays until there is a new one, so that
// nothing moves.
func (c *View) adopt() {
	t := c.B.Tokens()
	if t == c.tokens {
		return
	}
	if of := c.B.Subject(); of != c.of || t.Len() < c.tokens.Len() {
		c.keep()
		c.from, c.back = c.B, (*model.Keep[kept](c.B))[of]
		c.of, c.layout = of, sentenceLayout{mode: c.P.Settings.Text}
		c.naming, c.cursor, c.anchor, c.pointed, c.card.of = false, -1, -1, -1, -1
	}
	c.tokens, c.faces, c.heard = t, face.TagFaces(t), ""
	c.families, c.tags = face.FamilyCounts(c.faces), face.ByCount(c.faces)
	c.work.Stop()
	if len(c.layout.pieces) == 0 && t.Len() > 0 {
		c.layAtOnce()
	}
}

// kept has the piece that was on top of the text of each job of a body.
type kept map[model.Subject]int

// keep writes down how far the text is scrolled.
func (c *View) keep() {
	n := len(c.layout.starts)
	if c.from == nil || n == 0 || c.laidAll != c.tokens {
		return
	}
	places := model.Keep[kept](c.from)
	if *places == nil {
		*places = kept{}
	}
	(*places)[c.of] = int(c.layout.starts[min(int(c.pane.Top)/c.layout.rowHeight(), n-1)])
}

// restore scrolls the text of another job to where it was left, once it is laid out as far
// as that; one that was not seen before to its beginning, unless a word is chosen.
func (c *View) restore(ctx goapp.Context) {
	if c.back < 0 || c.laidAll != c.tokens {
		return
	}
	to := float64(max(c.layout.rowOf(c.back), 0) * c.layout.rowHeight())
	if keeps := c.back == 0 && c.B.Token() >= 0; !keeps && c.pane.Top != to {
		c.pane.Top = to
		c.pane.Settle()
		c.pane.Apply(ctx)
	}
	c.back = -1
}

// layAtOnce lays the beginning of the sentence out, which may be all of it.
func (c *View) layAtOnce() {
	t, all := c.tokens, true
	c.take(measure(t, c.typeface, min(t.Len(), sentenceAtOnce), func(*sentenceLayout) bool {
		all = false
		return false
	}))
	c.wrap()
	if !all {
		return
	}
	c.laid, c.laidAll = t, t
	if text, ok := t.Text(); ok && len(text) <= sentenceHeard {
		c.heard = text
	}
}

// lay lays the sentence out, the beginning first.
func (c *View) lay(ctx goapp.Context) {
	t := c.tokens
	if t == nil {
		return
	}
	c.laid, c.laying = t, true
	c.work.Start(ctx, func(r *dom.Run) {
		if !r.Yield() { // to what is drawn of the body just now
			return
		}
		early := dom.Early{First: sentenceFirst}
		layout := measure(t, c.typeface, t.Len(), func(l *sentenceLayout) bool {
			if early.Due(len(l.pieces)) {
				part := *l
				r.Publish(func(ctx goapp.Context) { c.present(ctx, part) })
			}
			return r.Pause()
		})
		if !r.Yield() {
			return
		}
		r.Publish(func(ctx goapp.Context) {
			c.laidAll = t
			c.present(ctx, layout)
			c.restore(ctx)
			c.draft(ctx)
		})
	})
}

func (c *View) present(ctx goapp.Context, l sentenceLayout) {
	c.laying = false
	c.rewrap(ctx, func() { c.take(l) })
	c.chosen = -1
	c.follow(ctx)
}

// take takes a layout over, to be shown as the reader has set it.
func (c *View) take(l sentenceLayout) {
	shown := make([]int, len(c.faces))
	for i := range c.faces {
		shown[i] = utf8.RuneCountInString(c.faces[i].Below)
	}
	l.starts, l.tags, l.tagOf, l.mode = nil, tagWidths(shown), c.tokens.Tag, c.P.Settings.Text
	c.layout = l
}

// measuredWidth is how wide the sentence was when it was measured last, in
// pixels; 0 before.
var measuredWidth float64

func (c *View) resized(ctx goapp.Context) {
	measuredWidth = c.pane.Width
	c.rewrap(ctx, func() {})
}

// rewrap breaks the rows anew after a change, which leaves what the reader looks at
// where it is: the piece that was reached last, if it is in sight, or the first one.
func (c *View) rewrap(ctx goapp.Context, change func()) {
	at, top := -1, c.pane.Top
	if n := len(c.layout.starts); n > 0 {
		height := float64(c.layout.rowHeight())
		first := min(int(top/height), n-1)
		at = int(c.layout.starts[first])
		if c.cursor >= 0 {
			if r := c.layout.rowOf(c.cursor); r >= first && r < first+c.pane.Page() {
				at = c.cursor
			}
		}
		top -= float64(c.layout.rowOf(at)) * height
	}
	change()
	c.wrap()
	if at < 0 || at >= len(c.layout.pieces) {
		return
	}
	c.pane.Top = float64(c.layout.rowOf(at)*c.layout.rowHeight()) + top
	c.pane.Settle()
	c.pane.Apply(ctx)
}

func (c *View) wrap() {
	c.layout.wrap(c.pane.Width - c.gutter())
	c.pane.SetRow(c.layout.rowHeight())
	c.pane.Resize(len(c.layout.starts))
}

// gutter returns how wide the offsets of the rows are.
func (c *View) gutter() float64 {
	if c.narrow() {
		return gutterSlim
	}
	return gutter
}

func (c *View) narrow() bool { return c.pane.Width < narrow }

// follow brings the chosen token into sight if it was chosen elsewhere.
func (c *View) follow(ctx goapp.Context) {
	token := c.B.Token()
	if token == c.chosen {
		return
	}
	if !c.card.sheet {
		c.card.stop()
		c.card.of, c.card.next = -1, -1 // it is about another word
	}
	at := c.layout.find(token)
	if at < 0 {
		return
	}
	c.chosen, c.cursor, c.anchor = token, at, -1
	c.pane.Show(ctx, c.layout.rowOf(at))
}

// Render draws the sentence.
func (c *View) Render() goapp.UI {
	c.adopt()
	c.lookAmong()
	c.pane.Resize(len(c.layout.starts))
	return dom.El("section", "sentence", dom.Chosen(c.P.Settings.Tall, "tall")).Aria("label", c.say(words.Say.Sentence)).Body(
		c.tools(),
		c.legend(),
		dom.St("p", "heard").Body(dom.St("bdi").Signed(c.heard)).UI(),
		dom.El("div", "sentence-body").Body(dom.El("div", c.scrollClasses()...).TabIndex(0).Lang(lang.ZH.Tag()).
			Attr("role", "listbox").
			Aria("orientation", "horizontal").
			Aria("label", c.say(words.Say.SentenceList)).
			Aria("activedescendant", c.pieceID(c.cursor)).
			Body(c.body()), goapp.If(c.chart.drawn != "", goapp.Raw(c.chart.drawn))),
		c.drawCard(),
		c.detail(),
	)
}

func (c *View) say(t lang.Text) string { return t.In(c.P.Lang) }

// lookAmong finds out which parts of speech are looked among.
func (c *View) lookAmong() {
	if c.among = nil; len(c.B.Tags()) == 0 {
		return
	}
	c.among = make([]bool, len(c.faces))
	for i := range c.faces {
		c.among[i] = c.B.HasTag(c.faces[i].Tag)
	}
}

// dims reports whether a face is not among those that are looked among.
func (c *View) dims(of int) bool { return c.among != nil && !c.among[of] }

// lit tells of a family whether its parts of speech are looked among: "true" for all of
// them, "mixed" for some.
func (c *View) lit(f reference.Family) string {
	in, out := false, false
	for i := range c.faces {
		if c.faces[i].Family == f {
			is := c.among != nil && c.among[i]
			in, out = in || is, out || !is
		}
	}
	switch {
	case !in:
		return "false"
	case out:
		return "mixed"
	}
	return "true"
}

// legend draws the families that occur, among which can be looked.
func (c *View) legend() goapp.UI {
	items := make([]goapp.UI, len(c.families))
	for i, f := range c.families {
		items[i] = dom.Button("legend-item", face.FamilyClass(f.Family)).
			DataSet("family", int(f.Family)).
			Aria("pressed", c.lit(f.Family)).
			Body(dom.StOf("span", "legend-family",
				dom.St("span", "legend-cue").Aria("hidden", true),
				dom.St("span", "legend-name").Text(c.say(f.Family.Name())),
				dom.St("span", "legend-count").Text(words.Count(f.Count))).UI())
	}
	return dom.El("div", "legend", dom.Chosen(c.B.InParts(), "in-parts")).Attr("role", "group").
		Aria("label", c.say(words.Say.Legend)).Title(c.say(words.Say.LightFamily)).OnClick(c.onLegend).Body(items...)
}

// body draws the rows in sight.
func (c *View) body() goapp.UI {
	c.pane.Most = c.B.AtFirst(sentenceFirstRows)
	return dom.El("div").Role("presentation").OnClick(c.onPiece).Body(c.pane.Draw(c.row)...)
}

// cursorID names the piece at the cursor, which is the only one with a name.
const cursorID = "sentence-cursor"

// pieceID returns the name of piece i if it is drawn.
func (c *View) pieceID(i int) string {
	if i < 0 || c.pane.Last == c.pane.First {
		return ""
	}
	first, _ := c.layout.row(c.pane.First)
	_, end := c.layout.row(c.pane.Last - 1)
	if i < first || i >= end {
		return ""
	}
	return cursorID
}
