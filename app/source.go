package app

import (
	"bytes"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// The measures of the source in pixels; source.css has the same.
const (
	sourceRowHeight = 22
	sourceGutter    = 64 // the numbers of lines
	sourceMargin    = 12 // right of the text
	sourceFontSize  = 13
	sourceWidth     = 640 // until it is measured
)

// fewestColumns is how narrow the rows of a source get.
const fewestColumns = 16

// Source shows the text that was given, or that of a body which was packed in
// it.
type Source struct {
	goapp.Compo
	S   *Session
	Rev int

	report *parser.Report // that the fields below are of
	of     int            // the body that the report is of
	texts  []sourceText
	chosen int // of texts

	rows   sourceRows
	reach  int  // of how much of the text rows were asked for, in bytes
	whole  bool // that all rows are known
	column float64
	index  slow

	marked parser.Span // that was brought into sight last
	place  parser.Item // that the text was chosen for
	open   int         // the byte to be seen first
	opened bool        // that it was brought there

	find      string
	hits      []uint32
	hit       int // the one that is shown, counted from 0; -1 for none
	hitsWhole bool
	search    slow

	pane pane
}

// sourceText is a text that can be looked at.
type sourceText struct {
	name     lang.Text
	text     []byte
	format   parser.Format
	document *parser.Document // nil for what was given
}

// OnInit makes the source ready to be drawn.
func (c *Source) OnInit() {
	c.pane = newPane(".source-scroll", sourceRowHeight, 0)
	c.pane.width = sourceWidth
	c.column = 0.6 * sourceFontSize
	c.hit = -1
}

// OnMount lets the source follow the browser.
func (c *Source) OnMount(ctx goapp.Context) {
	c.pane.mount(ctx, c.JSValue(), c.breakRows)
	c.pane.listen("keydown", c.onKey)
	if w := typefaceOf(c.pane.element(), sourceFontSize).width([]byte("0")); w > 0 {
		c.column = w
	}
	c.turn(ctx)
	c.breakRows(ctx)
}

// OnDismount ends what OnMount began, and keeps the place.
func (c *Source) OnDismount() {
	if k := c.S.keeps(); k.body == c.of {
		k.sourceText, k.sourceByte = c.chosen, c.firstByte()
	}
	c.index.stop()
	c.search.stop()
	c.pane.dismount()
}

// OnUpdate takes over another report and a mark made elsewhere.
func (c *Source) OnUpdate(ctx goapp.Context) {
	switch size := len(c.text().text); {
	case c.rows.text == nil:
		c.breakRows(ctx)
		c.look(ctx)
	case c.reach < size: // more of it has been read
		c.indexRows(ctx, c.rows)
		if c.find != "" {
			c.seek(ctx)
		}
	}
	c.turn(ctx)
	c.follow(ctx)
}

// adopt makes ready for the report of the session if it is another. Of the same
// body read further the rows stay that there are.
func (c *Source) adopt() {
	if c.report == c.S.Report {
		return
	}
	c.report = c.S.Report
	c.texts = sourceTexts(c.report)
	if c.of == c.S.body && c.chosen < len(c.texts) && bytes.HasPrefix(c.text().text, c.rows.sure()) {
		return
	}
	if c.of == c.S.body { // with other things hidden
		c.chosen = min(c.chosen, len(c.texts)-1)
		c.open = c.firstByte()
		c.forget()
		return
	}
	c.of = c.S.body
	k := c.S.keeps()
	c.chosen = min(k.sourceText, len(c.texts)-1)
	c.forget()
	c.open = k.sourceByte
}

// turn chooses the text that the place to be shown stands in, if it cannot be
// read in what was given.
func (c *Source) turn(ctx goapp.Context) {
	if c.S.Place == c.place {
		return
	}
	c.place = c.S.Place
	for i, t := range c.texts {
		if t.document != nil && t.document == c.place.Document() && i != c.chosen {
			c.choose(ctx, i)
		}
	}
}

// forget drops what belongs to the text that was looked at.
func (c *Source) forget() {
	c.index.stop()
	c.search.stop()
	c.rows, c.reach, c.whole, c.opened = sourceRows{}, 0, false, false
	c.marked = parser.Span{}
	c.hits, c.hit, c.hitsWhole = nil, -1, false
}

// sourceTexts returns what was given and the texts of the bodies that are not
// readable in it.
func sourceTexts(r *parser.Report) []sourceText {
	texts := []sourceText{{say.LayerSource, r.Source.Text, r.Source.Format, nil}}
	for i, d := range r.Documents {
		if !asGiven(r, d) {
			name := say.TreeDocument.With(strconv.Itoa(i + 1))
			texts = append(texts, sourceText{name, d.Text, d.Format, d})
		}
	}
	return texts
}

// asGiven reports whether the text of d can be read in what was given.
func asGiven(r *parser.Report, d *parser.Document) bool {
	at, exact := r.Origin(d.Root())
	span := d.Root().Span()
	return exact && bytes.Equal(r.Source.Text[at.Start:at.End], d.Text[span.Start:span.End])
}

func (c *Source) text() *sourceText { return &c.texts[c.chosen] }

// breakRows breaks the text into rows that fit.
func (c *Source) breakRows(ctx goapp.Context) {
	columns := max(int((c.pane.width-sourceGutter-sourceMargin)/c.column), fewestColumns)
	if columns == c.rows.columns && len(c.rows.starts) > 0 {
		return
	}
	c.open, c.opened = c.firstByte(), false
	c.indexRows(ctx, sourceRows{columns: columns})
}

// indexRows finds the rows that follow those given.
func (c *Source) indexRows(ctx goapp.Context, rows sourceRows) {
	rows.text = c.text().text
	c.reach, c.whole = len(rows.text), false
	c.index.start(ctx, func(r *run) {
		told := len(rows.starts)
		rows.index(func() bool {
			if n := len(rows.starts); n > 4*told+sourceRowHeight {
				told = n
				some := rows
				r.publish(func(ctx goapp.Context) { c.present(ctx, some, false) })
			}
			return r.pause()
		})
		r.publish(func(ctx goapp.Context) { c.present(ctx, rows, true) })
	})
}

// firstByte returns the offset of the first byte in sight.
func (c *Source) firstByte() int {
	if !c.opened {
		return c.open
	}
	r := int(c.pane.top) / sourceRowHeight
	if r >= len(c.rows.starts) {
		return 0
	}
	return int(c.rows.starts[r])
}

// present shows rows, and the place to begin at once it is among them.
func (c *Source) present(ctx goapp.Context, rows sourceRows, whole bool) {
	c.rows, c.whole = rows, whole
	c.pane.resize(len(rows.starts))
	if !c.opened && (whole || int(rows.starts[len(rows.starts)-1]) > c.open) {
		c.opened = true
		c.pane.top = float64(rows.rowOf(c.open) * sourceRowHeight)
		c.pane.settle()
		c.pane.apply(ctx)
	}
	c.follow(ctx)
}

// follow brings the marked place into sight if it was marked elsewhere.
func (c *Source) follow(ctx goapp.Context) {
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
		c.pane.show(ctx, r)
	}
}

// mark returns the place in the text that is marked.
func (c *Source) mark() parser.Span {
	d := c.text().document
	if d == nil {
		return c.S.Mark
	}
	if place := c.S.Place; place.Ok() && place.Document() == d {
		if at, _ := c.report.Origin(place); at == c.S.Mark {
			return place.Span()
		}
	}
	return parser.Span{}
}

// Render draws the source.
func (c *Source) Render() goapp.UI {
	c.adopt()
	c.pane.resize(len(c.rows.starts))
	return el("section", "source").Aria("label", c.say(say.ViewSource)).Body(
		c.bar(),
		el("div", "source-scroll").TabIndex(0).
			Attr("role", "region").
			Aria("label", c.say(say.ViewSource)).
			Body(el("div").Role("table").
				Aria("rowcount", len(c.rows.starts)).
				Aria("label", c.say(say.ViewSource)).
				Body(c.body()...)),
	)
}

func (c *Source) say(t lang.Text) string { return t.In(c.S.Lang) }

func (c *Source) bar() goapp.UI {
	return el("div", "source-bar").Body(
		void("input").Class("source-find").Attr("type", "search").
			Attr("placeholder", c.say(say.SourceFind)).
			Aria("label", c.say(say.SourceFind)).
			Attr("autocomplete", "off").Spellcheck(false).
			OnInput(c.onFind),
		el("span", "find-count").Attr("role", "status").Text(c.hitLine()),
		button("quiet").Attr("disabled", len(c.hits) == 0).
			Aria("label", c.say(say.Previous)).Title(c.say(say.Previous)).Text("↑").OnClick(c.onPrevious),
		button("quiet").Attr("disabled", len(c.hits) == 0).
			Aria("label", c.say(say.Next)).Title(c.say(say.Next)).Text("↓").OnClick(c.onNext),
		el("select", "source-text").Attr("autocomplete", "off").Hidden(len(c.texts) < 2).
			Aria("label", c.say(say.SourceOf)).
			OnChange(c.onText).Body(c.options()...),
		el("span", "source-buttons").Body(
			button("quiet").Text(c.say(say.CopyAll)).OnClick(c.onCopy),
			button("quiet").Title(c.downloadTitle()).Text(c.say(say.Download)).OnClick(c.onDownload),
		),
	)
}

func (c *Source) options() []goapp.UI {
	first := max(min(c.chosen-shownTexts/2, len(c.texts)-shownTexts), 0)
	last := min(first+shownTexts, len(c.texts))
	options := make([]goapp.UI, 0, last-first+2)
	options = append(options, c.moreTexts(first))
	for i := first; i < last; i++ {
		t := &c.texts[i]
		options = append(options, el("option").Attr("value", i).Attr("selected", i == c.chosen).
			Text(c.say(t.name)+" · "+size(len(t.text))))
	}
	return append(options, c.moreTexts(len(c.texts)-last))
}

// shownTexts is how many texts around the chosen one the list of them has.
const shownTexts = 100

// moreTexts tells how many texts are before or behind those in the list.
func (c *Source) moreTexts(n int) goapp.UI {
	if n == 0 {
		return nil
	}
	return el("option").Attr("disabled", true).Text(c.say(say.MoreTexts.With(count(n))))
}

// body draws the rows in sight.
func (c *Source) body() []goapp.UI {
	first, last := c.pane.slice()
	if first == last {
		return nil
	}
	start, _ := c.rows.row(first)
	_, end := c.rows.row(last - 1)
	paint := c.paint(start, end)
	return c.pane.draw(func(r int) *still { return c.row(r, paint, start) })
}

func (c *Source) row(r int, paint []ink, base int) *still {
	start, end := c.rows.row(r)
	number := ""
	if c.rows.begins(r) {
		number = strconv.Itoa(c.rows.line(r))
	}
	mark := c.mark()
	marked := int(mark.Start) < end && start < int(mark.End)
	return st("div", "source-row", chosen(marked, "marked")).Role("row").Aria("rowindex", r+1).Body(
		st("span", "line-number").Role("cell").Text(number),
		st("span", "line-code").Role("cell").Body(c.runs(start, end, paint[start-base:])...),
	)
}

func (c *Source) onText(ctx goapp.Context, _ goapp.Event) {
	i, err := strconv.Atoi(ctx.JSSrc().Get("value").String())
	if err != nil || i < 0 || i >= len(c.texts) {
		return
	}
	c.choose(ctx, i)
	c.look(ctx)
}

// choose shows another of the texts, from its beginning.
func (c *Source) choose(ctx goapp.Context, i int) {
	c.chosen, c.open = i, 0
	c.forget()
	c.pane.top = 0
	c.pane.settle()
	c.pane.apply(ctx)
	c.breakRows(ctx)
}

// onKey scrolls row by row, which the browser cannot do in a scaled list, and
// leads to the search.
func (c *Source) onKey(e goapp.Value) {
	if (e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()) && e.Get("key").String() == "f" {
		e.Call("preventDefault")
		c.JSValue().Call("querySelector", ".source-find").Call("select")
		return
	}
	key := plainKey(e)
	if e.Get("target").Call("matches", ".source-find").Bool() {
		c.onFindKey(e, key)
		return
	}
	if !c.pane.owns(e) {
		return
	}
	top := int(c.pane.top) / sourceRowHeight
	to, ok := moveKey(key, top, c.pane.rows, c.pane.page())
	if !ok {
		return
	}
	e.Call("preventDefault")
	c.pane.ctx.Dispatch(func(ctx goapp.Context) {
		c.pane.top = float64(to * sourceRowHeight)
		c.pane.settle()
		c.pane.apply(ctx)
	})
}
