package source

import (
	"bytes"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/list"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// The measures of the source in pixels; source.css has the same.
const (
	rowHeight    = 22
	sourceGutter = 64 // the numbers of lines
	sourceMargin = 12 // right of the text
	fontSize     = 13
	sourceWidth  = 640 // until it is measured
)

// kept saves the place while the source is not on the page.
type kept struct {
	text   int // of the texts to choose from
	offset int // of the first byte in sight
	look
}

// look is how a text is drawn.
type look struct {
	form form
	wide bool // lines are not broken where the width ends
}

// form is whether a text is laid out.
type form uint8

const (
	formFitting form = iota // whichever is better read
	formGiven
	formLaidOut
)

// unbroken is how many columns a line has that is not broken where the width ends.
const unbroken = 4000

// screenful is how many rows are worth showing before all are known.
const screenful = 22

// fewestColumns is how narrow the rows of a source get.
const fewestColumns = 16

// View shows the text that was given, or that of a body which was packed in
// it.
type View struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int

	report *parser.Report // that the fields below are of
	of     *model.Body    // that the report is of
	chosen int            // of the texts of the report

	look
	rows   sourceRows
	reach  int  // of how much of the text rows were asked for, in bytes
	whole  bool // that all rows are known
	column float64
	index  dom.Slow

	marked parser.Span  // that was brought into sight last
	place  parser.Place // that the text was chosen for
	open   int          // the byte to be seen first
	opened bool         // that it was brought there

	stretches []stretch      // the documents in a text
	inked     *parser.Report // that has it
	inkedText int            // which of its texts it is

	find list.FindBar[uint32] // for where it begins, in bytes

	pane list.Pane
}

// OnInit makes the source ready to be drawn.
func (c *View) OnInit() {
	c.pane = list.NewPane(".source-scroll", rowHeight, 0)
	c.pane.Width = sourceWidth
	c.column = 0.6 * fontSize
	c.find.Init("source-find", c.seek, c.show)
}

// OnMount lets the source follow the browser.
func (c *View) OnMount(ctx goapp.Context) {
	c.pane.Mount(ctx, c.JSValue(), c.breakRows)
	c.pane.Listen("keydown", c.onKey)
	if w := dom.TypefaceOf(c.pane.Element(), fontSize).Width([]byte("0")); w > 0 {
		c.column = w
	}
	c.turn(ctx)
	c.breakRows(ctx)
}

// OnDismount ends what OnMount began, and keeps the place.
func (c *View) OnDismount() {
	c.keep()
	c.index.Stop()
	c.find.Work.Stop()
	c.pane.Dismount()
}

func (c *View) keep() {
	if c.of != nil {
		*model.Keep[kept](c.of) = kept{c.chosen, c.firstByte(), c.look}
	}
}

// OnUpdate takes over another report and a mark made elsewhere.
func (c *View) OnUpdate(ctx goapp.Context) {
	switch size := len(c.text()); {
	case c.rows.text == nil:
		c.breakRows(ctx)
		c.find.Look(ctx)
	case c.reach < size: // more of it has been read
		c.indexRows(ctx, c.rows)
		c.find.Again(ctx)
	}
	c.turn(ctx)
	c.follow(ctx)
}

// adopt makes ready for the report of the session if it is another. Of the same
// body read further the rows stay that there are.
func (c *View) adopt() {
	if c.report == c.B.Report {
		return
	}
	c.report = c.B.Report
	if c.of == c.B && c.chosen < len(c.report.Texts) && bytes.HasPrefix(c.text(), c.rows.sure()) {
		return
	}
	if c.of == c.B { // with other things hidden
		c.chosen = min(c.chosen, len(c.report.Texts)-1)
		c.open = c.firstByte()
		c.forget()
		return
	}
	c.keep()
	c.of = c.B
	k := model.Keep[kept](c.of)
	c.chosen = min(k.text, len(c.report.Texts)-1)
	c.forget()
	c.open, c.look = k.offset, k.look
}

// turn chooses the text that the place to be shown stands in.
func (c *View) turn(ctx goapp.Context) {
	if c.B.Place() == c.place {
		return
	}
	c.place = c.B.Place()
	if c.place.Span.Len() > 0 && c.place.Text != c.chosen {
		c.choose(ctx, c.place.Text)
	}
}

// forget drops what belongs to the text that was looked at.
func (c *View) forget() {
	c.index.Stop()
	c.rows, c.reach, c.whole, c.opened = sourceRows{}, 0, false, false
	c.marked = parser.Span{}
	c.find.Forget()
}

// text returns the text that is looked at.
func (c *View) text() []byte { return c.report.Texts[c.chosen].Bytes }

// breakRows breaks the text into rows that fit.
func (c *View) breakRows(ctx goapp.Context) {
	columns := max(int((c.pane.Width-sourceGutter-sourceMargin)/c.column), fewestColumns)
	if c.wide {
		columns = unbroken
	}
	if columns == c.rows.columns && len(c.rows.starts) > 0 && c.rows.laidOut == c.laidOut() {
		return
	}
	c.open, c.opened = c.firstByte(), false
	c.indexRows(ctx, sourceRows{columns: columns})
}

// indexRows finds the rows that follow those given.
func (c *View) indexRows(ctx goapp.Context, rows sourceRows) {
	rows.text = c.text()
	c.reach, c.whole = len(rows.text), false
	early := dom.Early{First: screenful, Times: 4, Plus: screenful, Told: len(rows.starts)}
	laidOut, documents := c.laidOut(), c.documents()
	if laidOut || rows.laidOut { // what follows depends on all before
		rows = sourceRows{columns: rows.columns, text: rows.text}
	}
	c.index.Start(ctx, func(r *dom.Run) {
		goOn := func() bool {
			if early.Due(len(rows.starts)) {
				some := rows
				r.Publish(func(ctx goapp.Context) { c.present(ctx, some, false) })
			}
			return r.Pause()
		}
		if laidOut {
			rows.layOut(documents, goOn)
		} else {
			rows.index(goOn)
		}
		r.Publish(func(ctx goapp.Context) { c.present(ctx, rows, true) })
	})
}

// laidOut reports whether the text is drawn with a row for each element and member.
// A text of which the beginning was shown as given stays so when the rest comes.
func (c *View) laidOut() bool {
	if c.form == formFitting && c.B.InParts() {
		c.form = formGiven
	}
	if c.form == formFitting {
		return wantsLayout(c.text(), c.documents())
	}
	return c.form == formLaidOut
}

// onForm draws the text as given, or laid out.
func (c *View) onForm(ctx goapp.Context, _ goapp.Event) {
	if c.laidOut() {
		c.form = formGiven
	} else {
		c.form = formLaidOut
	}
	c.breakRows(ctx)
}

// onWrap breaks lines where the width ends, or not.
func (c *View) onWrap(ctx goapp.Context, _ goapp.Event) {
	c.wide = !c.wide
	c.breakRows(ctx)
}

// firstByte returns the offset of the first byte in sight.
func (c *View) firstByte() int {
	if !c.opened {
		return c.open
	}
	r := int(c.pane.Top) / rowHeight
	if r >= len(c.rows.starts) {
		return 0
	}
	return int(c.rows.starts[r])
}

// present shows rows, and the place to begin at once it is among them.
func (c *View) present(ctx goapp.Context, rows sourceRows, whole bool) {
	c.rows, c.whole = rows, whole
	c.pane.Resize(len(rows.starts))
	if !c.opened && (whole || int(rows.starts[len(rows.starts)-1]) > c.open) {
		c.opened = true
		c.pane.Top = float64(rows.rowOf(c.open) * rowHeight)
		c.pane.Settle()
		c.pane.Apply(ctx)
	}
	c.follow(ctx)
}

// follow brings the marked place into sight if it was marked elsewhere.
func (c *View) follow(ctx goapp.Context) {
	mark := c.mark()
	if mark == c.marked || len(c.rows.starts) == 0 {
		return
	}
	r := c.rows.rowOf(int(mark.Start))
	if r == len(c.rows.starts)-1 && !c.whole {
		return // it is not there yet
	}
	c.marked = mark
	if mark.Len() > 0 {
		c.pane.Show(ctx, r)
		c.sideways(ctx, ".ink-mark")
	}
}

// sideways brings what is marked into sight where lines are longer than the pane is
// wide.
func (c *View) sideways(ctx goapp.Context, selector string) {
	if !c.wide {
		return
	}
	ctx.Defer(func(goapp.Context) {
		if mark := c.JSValue().Call("querySelector", selector); mark.Truthy() {
			mark.Call("scrollIntoView", map[string]any{"block": "nearest", "inline": "center"})
		}
	})
}

// mark returns what is marked in the text that is looked at: the chosen place, or
// the wrapper that it came out of.
func (c *View) mark() parser.Span {
	at := c.B.Place()
	for at.Text != c.chosen {
		outer, _ := c.report.Outward(at)
		if outer.Text == at.Text {
			return parser.Span{}
		}
		at = outer
	}
	return at.Span
}

// Render draws the source.
func (c *View) Render() goapp.UI {
	c.adopt()
	c.pane.Resize(len(c.rows.starts))
	return dom.El("div", "source").Body(
		c.bar(),
		dom.El("div", "source-scroll", dom.Chosen(c.wide, "unbroken")).TabIndex(0).
			Attr("role", "group").
			Aria("label", c.say(words.Say.ViewSource)).
			Body(dom.El("div").Role("table").
				Aria("rowcount", len(c.rows.starts)).
				Aria("label", c.say(words.Say.ViewSource)).
				OnClick(c.onByte).
				Body(c.body()...)),
	)
}

func (c *View) say(t lang.Text) string { return t.In(c.P.Lang) }

func (c *View) bar() goapp.UI {
	parts := append(c.find.Draw(c.P.Lang, words.Say.SourceFind),
		dom.El("select", "source-text").Attr("autocomplete", "off").Hidden(len(c.report.Texts) < 2).
			Aria("label", c.say(words.Say.SourceOf)).
			OnChange(c.onText).Body(dom.Options(c.options(), c.B.First())...),
		dom.El("span", "source-buttons").Body(c.buttons()...))
	return dom.El("div", "source-bar").Body(parts...)
}

// buttons draws what changes how the text is drawn, and what takes it along. Of what is
// copied and saved they tell whether secrets are hidden in it.
func (c *View) buttons() []goapp.UI {
	buttons := make([]goapp.UI, 0, 5)
	if len(c.documents()) > 0 {
		buttons = append(buttons,
			dom.Button("quiet").Aria("pressed", c.laidOut()).Text(c.say(words.Say.LaidOut)).OnClick(c.onForm))
	}
	buttons = append(buttons,
		dom.Button("quiet").Aria("pressed", !c.wide).Text(c.say(words.Say.WrapLines)).OnClick(c.onWrap),
		dom.Button("quiet").Text(c.say(c.copyLabel())).OnClick(c.onCopy))
	if c.differs() {
		buttons = append(buttons,
			dom.Button("quiet").Title(c.downloadTitle()).Text(c.say(c.downloadLabel())).OnClick(c.onDownload))
	}
	return append(buttons,
		dom.Button("quiet", "exact").Title(c.exactTitle()).Text(c.say(c.exactLabel())).OnClick(c.onExact))
}

// options lists the texts around the chosen one, and how many there are before and behind.
func (c *View) options() []dom.Option {
	first := max(min(c.chosen-shownTexts/2, len(c.report.Texts)-shownTexts), 0)
	last := min(first+shownTexts, len(c.report.Texts))
	options := c.moreTexts(nil, first)
	for i := first; i < last; i++ {
		t := &c.report.Texts[i]
		options = append(options, dom.Option{Value: strconv.Itoa(i), Chosen: i == c.chosen,
			Text: c.say(c.nameOf(t)) + " · " + words.Size(len(t.Bytes))})
	}
	return c.moreTexts(options, len(c.report.Texts)-last)
}

// nameOf returns what a text is called: after the wrapper that it came out of.
func (c *View) nameOf(t *parser.Text) lang.Text {
	if t.Layer < 0 {
		return words.Say.LayerSource
	}
	return parser.LayerName(c.report.Layers[t.Layer].Kind)
}

// shownTexts is how many texts around the chosen one the list of them has.
const shownTexts = 100

// moreTexts adds how many texts are before or behind those in the list.
func (c *View) moreTexts(options []dom.Option, n int) []dom.Option {
	if n == 0 {
		return options
	}
	return append(options, dom.Option{Off: true, Text: c.say(words.Say.MoreTexts.With(words.Count(n)))})
}

// body draws the rows in sight.
func (c *View) body() []goapp.UI {
	first, last := c.pane.Slice()
	if first == last {
		return nil
	}
	start, _ := c.rows.row(first)
	_, end := c.rows.row(last - 1)
	paint := c.paint(start, end)
	rows := c.pane.Draw(func(r int) *dom.Still { return c.row(r, paint, start) })
	if c.wide { // so that there is as much to scroll over wherever the rows in sight end
		width := sourceGutter + int(float64(c.rows.widest)*c.column) + sourceMargin
		rows = append(rows, dom.El("svg").XMLNS(dom.Svg).Attr("width", width).Attr("height", 0).Aria("hidden", true))
	}
	return rows
}

func (c *View) row(r int, paint []ink, base int) *dom.Still {
	start, end := c.rows.row(r)
	number := ""
	if c.rows.begins(r) {
		number = strconv.Itoa(c.rows.line(r))
	}
	mark := c.mark()
	marked := int(mark.Start) < end && start < int(mark.End)
	code := dom.St("span", "line-code").Role("cell")
	if n := c.rows.indent(r); n > 0 {
		code.Text(strings.Repeat(" ", n))
	}
	row := dom.St("div", "source-row", dom.Chosen(marked, "marked")).Role("row").Aria("rowindex", r+1)
	if marked && start <= int(mark.Start) { // its first row
		row.Aria("current", true)
	}
	return row.Body(
		dom.St("span", "line-number").Role("cell").Text(number),
		code.Body(c.runs(start, end, paint[start-base:])...),
	)
}

// onByte chooses the item that was pressed; a second time clears it. What is marked to
// be copied chooses nothing.
func (c *View) onByte(_ goapp.Context, e goapp.Event) {
	if dom.Selecting() {
		return
	}
	if at := dom.IndexOf(e.Get("target"), "at"); at >= 0 {
		c.chooseAt(at)
	}
}

// chooseAt does so with the item at a byte of the text.
func (c *View) chooseAt(at int) {
	it := c.report.AtIn(c.chosen, at)
	if !it.Ok() || it.Kind() == parser.KindDocument {
		return
	}
	place := c.report.Place(it)
	if place == c.B.Place() {
		place = parser.Place{}
	}
	c.P.Select(place)
	c.place, c.marked = place, c.mark() // which is in sight
}

// reached returns the byte that keys have reached: where the hit begins that is shown,
// or the first value in sight.
func (c *View) reached() int {
	if c.find.Hit >= 0 && c.find.Hit < len(c.find.Hits) {
		return int(c.find.Hits[c.find.Hit])
	}
	text, at := c.text(), c.firstByte()
	return at + len(text[at:]) - len(bytes.TrimLeft(text[at:], " \t\r\n"))
}

func (c *View) onText(ctx goapp.Context, _ goapp.Event) {
	i, err := strconv.Atoi(ctx.JSSrc().Get("value").String())
	if err != nil || i < 0 || i >= len(c.report.Texts) {
		return
	}
	c.choose(ctx, i)
	c.find.Look(ctx)
}

// choose shows another of the texts, from its beginning.
func (c *View) choose(ctx goapp.Context, i int) {
	c.chosen, c.open = i, 0
	c.forget()
	c.pane.Top = 0
	c.pane.Settle()
	c.pane.Apply(ctx)
	c.breakRows(ctx)
}

// onKey scrolls row by row, which the browser cannot do in a scaled list.
func (c *View) onKey(e goapp.Value) {
	key := dom.PlainKey(e)
	if e.Get("target").Call("matches", ".source-find").Bool() {
		c.find.Key(e, key, &c.pane)
		return
	}
	if !c.pane.Owns(e) {
		return
	}
	if key == "Enter" && len(c.rows.starts) > 0 {
		e.Call("preventDefault")
		c.pane.Ctx.Emit(func() { c.chooseAt(c.reached()) })
		return
	}
	top := int(c.pane.Top) / rowHeight
	to, ok := list.MoveKey(key, top, c.pane.Rows, c.pane.Page())
	if !ok {
		return
	}
	e.Call("preventDefault")
	c.pane.Ctx.Dispatch(func(ctx goapp.Context) {
		c.pane.Top = float64(to * rowHeight)
		c.pane.Settle()
		c.pane.Apply(ctx)
	})
}
