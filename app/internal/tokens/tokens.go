package tokens

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/list"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/query"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// The heights in pixels of a row and of the header, and of both where the page is
// narrow; tokens.css has the same.
const (
	rowHeight  = 32
	headHeight = 34
	tallHeight = 40
)

// tokenFirstRows is how many rows the first frame has.
const tokenFirstRows = 8

// View lists the tokens of the chosen job, to be filtered and sorted.
type View struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int

	from *model.Body // that was adopted
	back *kept       // how it was left, until that is restored
	// fresh tells that its body was not in front before: it is seen from its beginning.
	fresh bool

	tokens *parser.Tokens // that the fields below are of
	of     model.Subject  // that the tokens are of
	faces  []face.TagFace
	tags   []int // indices of faces, as the list of tags has them
	chosen int   // the token that was brought into sight last

	asked   asked          // what the rows were found for
	finds   *query.Matcher // that found them; nil where all are wanted
	order   tokenOrder
	rows    []int32 // the tokens that are shown; nil if that is all, as they stand
	partial bool    // that rows are not complete yet
	behind  bool    // that the rows are those of fewer tokens
	work    dom.Slow
	forget  func() // ends being told of other queries

	pane   list.Pane
	cursor int // the row that the keys have reached
	anchor int // the row that a range of rows begins or ends with, the cursor being its other end; -1 for none

	format  int // of rows that are copied, by its number in rows.Formats
	copying dom.Slow
	tools   bool        // that all tools are seen where the page is narrow
	inText  bool        // that words are shown within the text
	sought  query.Query // that is looked for only because they are
	places  *places     // of the tokens there
}

// asked is what decides which rows there are.
type asked struct {
	query query.Query
	tags  string
	only  *parser.TokenSet
}

// kept is how the table of a body was left, to be found so again.
type kept struct {
	order tokenOrder
	top   float64
}

// OnInit makes the table ready to be drawn.
func (c *View) OnInit() {
	c.pane = list.NewPane(".tokens-scroll", rowHeight, headHeight)
	c.pane.Tall(tallHeight, tallHeight)
	c.chosen, c.anchor = -1, -1
}

// OnMount lets the table follow the browser.
func (c *View) OnMount(ctx goapp.Context) {
	c.pane.Mount(ctx, c.JSValue(), nil)
	c.pane.Listen("keydown", c.onKey)
	c.pane.Listen("input", c.onInput)
	c.forget = c.P.Heed(func() {
		if c.asked != c.asks() {
			ctx.Dispatch(c.OnUpdate)
		}
	})
	c.OnUpdate(ctx)
}

// OnDismount ends what OnMount began, and keeps what is filtered and sorted.
func (c *View) OnDismount() {
	c.forget()
	c.work.Stop()
	c.copying.Stop()
	c.pane.Dismount()
	c.keep()
}

func (c *View) keep() {
	if c.from != nil {
		*model.Keep[*kept](c.from) = &kept{c.order, c.pane.Top}
	}
}

// restore puts the table back as it was left, if its body was in front before.
func (c *View) restore(ctx goapp.Context) {
	k := c.back
	if k == nil {
		return
	}
	c.chosen = c.B.Token() // which need not be in sight
	c.arrange(ctx)
}

// OnUpdate takes over other tokens and a selection made elsewhere.
func (c *View) OnUpdate(ctx goapp.Context) {
	if c.fresh && c.pane.Top > 0 {
		c.cursor, c.pane.Top = 0, 0
		c.pane.Settle()
		c.pane.Apply(ctx)
	}
	c.fresh = false
	if c.back != nil {
		c.restore(ctx)
	} else if c.asked != c.asks() || c.behind {
		c.arrange(ctx)
	}
	c.follow(ctx)
}

// asks returns what is looked for now.
func (c *View) asks() asked {
	tags := ""
	for _, tag := range c.B.Tags() { // of which one may be empty
		tags += tag + "\x00"
	}
	return asked{c.B.Query(), tags, c.only()}
}

// adopt makes ready for the tokens of the session if these are others. A filter
// stays, and of the same ones read further also the rows until there are more.
func (c *View) adopt() {
	t := c.B.Tokens()
	if c.from != c.B {
		c.keep()
		c.from, c.back = c.B, *model.Keep[*kept](c.B)
		if c.fresh = c.back == nil; !c.fresh {
			c.order = c.back.order
		}
	}
	if t == c.tokens {
		return
	}
	c.tokens, c.faces = t, face.TagFaces(t)
	c.tags = face.ByCount(c.faces)
	typed := c.asked.query.Text != "" // which stands in the field
	if of := c.B.Subject(); of != c.of || t.Len() < c.shown() {
		c.of, c.rows, c.asked, c.finds = of, nil, asked{}, nil
		c.cursor, c.anchor = min(c.cursor, max(t.Len()-1, 0)), -1
	}
	c.partial, c.places = c.rows != nil, nil
	if c.inText {
		c.places = placesOf(t)
	}
	c.behind = c.partial || typed || c.B.Sifted() || !c.order.natural()
	c.work.Stop()
}

// follow brings the chosen token into sight if it was chosen elsewhere.
func (c *View) follow(ctx goapp.Context) {
	if c.B.Token() == c.chosen {
		return
	}
	c.chosen = c.B.Token()
	if row := c.rowOf(c.chosen); row >= 0 {
		c.cursor = row
		c.pane.Show(ctx, row)
	}
}

// shown returns how many rows there are to see.
func (c *View) shown() int {
	if c.rows != nil {
		return len(c.rows)
	}
	return c.tokens.Len()
}

// tokenAt returns the token in a row.
func (c *View) tokenAt(row int) int {
	if c.rows != nil {
		return int(c.rows[row])
	}
	return row
}

// rowOf returns the row that a token is in, -1 for none.
func (c *View) rowOf(token int) int {
	if token < 0 || token >= c.tokens.Len() {
		return -1
	}
	if c.rows == nil {
		return token
	}
	for row, i := range c.rows {
		if int(i) == token {
			return row
		}
	}
	return -1
}

// arrange finds the rows for the filter and the order.
func (c *View) arrange(ctx goapp.Context) {
	b, t, order, more := c.B, c.tokens, c.order, c.behind && c.partial
	c.asked, c.behind, c.finds = c.asks(), false, b.Matcher()
	if field := c.pane.Field(".tokens-filter"); field.Get("value").String() != c.asked.query.Text {
		field.Set("value", c.asked.query.Text) // it was not typed there
	}
	finds := c.finds
	if finds.All() {
		c.finds = nil
	}
	if finds.All() && order.natural() {
		c.work.Stop()
		c.present(ctx, nil, false)
		return
	}
	c.work.Start(ctx, func(w *dom.Run) { c.find(w, b, t, finds, order, more) })
}

// find collects and sorts the tokens that are wanted. Where they are shown as
// they stand, the first of them are shown before the last are found, unless
// these only are more than what is shown.
func (c *View) find(w *dom.Run, b *model.Body, t *parser.Tokens, finds *query.Matcher, order tokenOrder, more bool) {
	const firstRows = 64
	early := dom.Early{First: firstRows}
	found := query.NewSet(t.Len())
	finds.Find(found, func() bool {
		if !more && order.natural() && early.Due(found.Len()) {
			some := found.AppendTo(make([]int32, 0, found.Len()))
			w.Show(func(ctx goapp.Context) { c.present(ctx, some, true) })
		}
		return w.Pause()
	})
	rows := found.AppendTo(make([]int32, 0, found.Len()))
	if !w.Pause() {
		return
	}
	sortTokens(t, rows, order, w.Pause)
	w.Show(func(ctx goapp.Context) { c.present(ctx, rows, false) })
	if !finds.All() { // else they were only sorted
		w.Publish(func(goapp.Context) { c.P.Found(b, model.NewHits(found, t)) })
	}
}

// present shows rows. They are seen from the top, unless these only complete
// what is seen already.
func (c *View) present(ctx goapp.Context, rows []int32, partial bool) {
	completed := c.partial && !partial
	c.rows, c.partial = rows, partial
	if completed {
		return
	}
	c.cursor, c.anchor = 0, -1
	c.pane.Resize(c.shown())
	c.pane.Top = 0
	if c.back != nil {
		c.pane.Top, c.back = c.back.top, nil
	}
	c.pane.Settle()
	c.pane.Apply(ctx)
}

// Render draws the table.
func (c *View) Render() goapp.UI {
	c.adopt()
	c.pane.Resize(c.shown())
	return dom.El("section", "tokens", dom.Chosen(c.inText, "in-text"), dom.Chosen(c.tools, "opened")).Body(
		c.bar(),
		dom.El("div", "tokens-line").Body(c.unit(), c.copies()),
		dom.El("div", "tokens-scroll").Body(
			dom.El("div", "tokens-table").
				TabIndex(0).
				Role("grid").
				Aria("label", c.say(words.Say.TokenTable)).
				Aria("rowcount", c.shown()+1).
				Aria("multiselectable", true).
				Aria("describedby", unitID).
				Aria("activedescendant", c.rowID(c.cursor)).
				Body(c.head(), c.body()),
		),
	)
}

// only returns the tokens of the remark that the table is reduced to, nil for none.
func (c *View) only() *parser.TokenSet { return c.B.TokensOf(c.B.Only()) }

func (c *View) say(t lang.Text) string { return t.In(c.P.Lang) }

// bar draws the filter, the list of tags, what they leave, and the buttons for
// the chosen row.
func (c *View) bar() goapp.UI {
	return dom.El("div", "tokens-bar").Body(
		dom.Void("input").Class("tokens-filter").Attr("type", "search").
			Attr("placeholder", c.say(words.Say.TokenFilter)).
			Aria("label", c.say(words.Say.TokenFilter)).
			Title(c.say(words.Say.TokenFilterHint)).
			Attr("autocomplete", "off").Spellcheck(false),
		c.toggle(words.Say.MatchCase, lang.Text{}, c.B.Query().Case, c.onCase),
		c.toggle(words.Say.WholeWord, lang.Text{}, c.B.Query().Whole, c.onWhole),
		c.toggle(words.Say.Context, words.Say.InContext, c.inText, c.onContext),
		dom.El("select", "tokens-tags").Attr("autocomplete", "off").
			Aria("label", c.say(words.Say.TokenTags)).
			OnChange(c.onTag).
			Body(dom.Options(c.tagOptions(), c.B.First())...),
		dom.El("span", "tokens-count", dom.Chosen(c.B.Unread() == model.UnreadComing, "coming")).
			Attr("role", "status").Text(c.countLine()),
		c.more(),
	)
}

// more opens the tools where the page is narrow, which leaves room for rows, and tells how
// many of them leave something out.
func (c *View) more() goapp.UI {
	if c.B.First() {
		return nil // which has the filter alone
	}
	used := 0
	for _, is := range [...]bool{c.B.Query().Case, c.B.Query().Whole, c.inText, len(c.B.Tags()) > 0 || c.B.Only() >= 0} {
		if is {
			used++
		}
	}
	b := dom.Button("button", "tokens-more").Aria("expanded", c.tools).OnClick(c.onTools)
	if used == 0 {
		return b.Text(c.say(words.Say.Tools))
	}
	return b.Body(goapp.Text(c.say(words.Say.Tools)), dom.El("span", "tally").Text(words.Count(used)))
}

// toggle draws a button that turns a way to look on and off, with what more is to be said
// of it than its name.
func (c *View) toggle(name, more lang.Text, on bool, press goapp.EventHandler) goapp.UI {
	return dom.Button("tokens-toggle").Aria("pressed", on).Title(c.say(more)).Text(c.say(name)).OnClick(press)
}

func (c *View) wordText(i int) string {
	if i < 0 || i >= c.tokens.Len() {
		return ""
	}
	return c.tokens.Word(i)
}

func (c *View) tagOptions() []dom.Option {
	chosen := c.B.Tags()
	options := []dom.Option{{Text: c.say(words.Say.AllTags), Chosen: len(chosen) == 0 && c.B.Only() < 0}}
	if only := c.only(); only != nil {
		code := c.B.Report.Diagnostics[c.B.Only()].Code
		options = append(options, dom.Option{Value: onlyValue, Chosen: true,
			Text: c.say(words.Say.TokensFlagged.With(code)) + " · " + words.Count(only.Len())})
	}
	if len(chosen) > 1 {
		options = append(options, dom.Option{Value: severalValue, Chosen: true,
			Text: c.say(words.Say.SeveralTags.With(words.Count(len(chosen))))})
	}
	for n, i := range c.tags {
		f := &c.faces[i]
		is := len(chosen) == 1 && chosen[0] == f.Tag
		if n >= face.ShownTags && !is {
			continue
		}
		options = append(options, dom.Option{Value: c.tagValue(i), Chosen: is,
			Text: visible.Isolated(f.Label(c.P.Lang)) + " · " + words.Count(f.Count)})
	}
	if n := len(c.tags) - face.ShownTags; n > 0 {
		options = append(options, dom.Option{Off: true, Text: c.say(words.Say.MoreTags.With(words.Count(n)))})
	}
	return options
}

// onlyValue is what the list of tags calls the tokens that a remark is on, and
// severalValue several tags. No tag is called so.
const (
	onlyValue    = "#!"
	severalValue = "#+"
)

// tagValue returns what the list of tags calls one: itself, or its number where
// that could hide something.
func (c *View) tagValue(i int) string {
	if tag := c.faces[i].Tag; tag != "" && visible.Plain(tag) && !strings.HasPrefix(tag, "#") {
		return tag
	}
	return "#" + strconv.Itoa(i)
}

// tagOf returns the tag that the list of tags calls value.
func (c *View) tagOf(value string) string {
	number, ok := strings.CutPrefix(value, "#")
	if i, err := strconv.Atoi(number); ok && err == nil && 0 <= i && i < len(c.faces) {
		return c.faces[i].Tag
	}
	return value
}

// countLine tells how many tokens are shown out of how many.
func (c *View) countLine() string {
	all, sifted := words.Count(c.tokens.Len()), c.finds != nil
	switch {
	case !sifted && c.B.Unread() == model.UnreadComing:
		return words.Say.TokensBeginning.With(all).In(c.P.Lang)
	case !sifted && c.B.Unread() == model.UnreadLeft:
		return words.Say.TokensLeft.With(all).In(c.P.Lang)
	case c.partial:
		return words.Say.TokensSoFar.With(words.Count(c.shown()), all).In(c.P.Lang)
	case !sifted:
		return words.Numbered(words.Say.TokensOne, words.Say.TokensAll, c.tokens.Len()).In(c.P.Lang)
	}
	return words.Say.TokensOf.With(words.Count(c.shown()), all).In(c.P.Lang)
}
