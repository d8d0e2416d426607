package app

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/visible"
)

// The heights in pixels of a row and of the header; tokens.css has the same.
const (
	tokenRowHeight  = 32
	tokenHeadHeight = 34
)

// TokenTable lists the tokens of the chosen job, to be filtered and sorted.
type TokenTable struct {
	goapp.Compo
	S   *Session
	Rev int

	tokens *parser.Tokens // that the fields below are of
	of     subject        // that the tokens are of
	faces  []tagFace
	tags   []int // indices of faces, as the list of tags has them
	chosen int   // the token that was brought into sight last

	text    string // as typed in the filter box
	tag     string // that the rows were found for
	filter  tokenFilter
	order   tokenOrder
	rows    []int32 // the tokens that are shown; nil if that is all, as they stand
	partial bool    // that rows are not complete yet
	behind  bool    // that the rows are those of fewer tokens
	work    slow

	pane   pane
	cursor int // the row that the keys have reached
}

// OnInit makes the table ready to be drawn.
func (c *TokenTable) OnInit() {
	c.pane = newPane(".tokens-scroll", tokenRowHeight, tokenHeadHeight)
	c.chosen = -1
}

// OnMount lets the table follow the browser.
func (c *TokenTable) OnMount(ctx goapp.Context) {
	c.pane.mount(ctx, c.JSValue(), nil)
	c.pane.listen("keydown", c.onKey)
	if c.S.TokenTag != "" {
		c.arrange(ctx)
	}
	c.follow(ctx)
}

// OnDismount ends what OnMount began.
func (c *TokenTable) OnDismount() {
	c.work.stop()
	c.pane.dismount()
}

// OnUpdate takes over other tokens and a selection made elsewhere.
func (c *TokenTable) OnUpdate(ctx goapp.Context) {
	if c.tag != c.S.TokenTag || c.behind {
		c.arrange(ctx)
	}
	c.follow(ctx)
}

// adopt makes ready for the tokens of the session if these are others. A filter
// stays, and of the same ones read further also the rows until there are more.
func (c *TokenTable) adopt() {
	t := c.S.Tokens()
	if t == c.tokens {
		return
	}
	c.tokens, c.faces = t, tagFaces(t)
	c.tags = byCount(c.faces)
	if of := c.S.subject(); of != c.of || t.Len() < c.shown() {
		c.of, c.rows, c.filter = of, nil, tokenFilter{}
		c.cursor = min(c.cursor, max(t.Len()-1, 0))
	}
	c.partial = c.rows != nil
	c.behind = c.partial || c.text != "" || c.tag != "" || !c.order.natural()
	c.work.stop()
}

// follow brings the chosen token into sight if it was chosen elsewhere.
func (c *TokenTable) follow(ctx goapp.Context) {
	if c.S.Token == c.chosen {
		return
	}
	c.chosen = c.S.Token
	if row := c.rowOf(c.chosen); row >= 0 {
		c.cursor = row
		c.pane.show(ctx, row)
	}
}

// shown returns how many rows there are to see.
func (c *TokenTable) shown() int {
	if c.rows != nil {
		return len(c.rows)
	}
	return c.tokens.Len()
}

// tokenAt returns the token in a row.
func (c *TokenTable) tokenAt(row int) int {
	if c.rows != nil {
		return int(c.rows[row])
	}
	return row
}

// rowOf returns the row that a token is in, -1 for none.
func (c *TokenTable) rowOf(token int) int {
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
func (c *TokenTable) arrange(ctx goapp.Context) {
	t, order, more := c.tokens, c.order, c.behind && c.partial
	c.tag, c.behind = c.S.TokenTag, false
	c.filter = parseFilter(c.text, c.tag, t)
	filter := c.filter
	if filter.all() && order.natural() {
		c.work.stop()
		c.present(ctx, nil, false)
		return
	}
	c.work.start(ctx, func(w *run) { c.find(w, t, filter, order, more) })
}

// find collects and sorts the tokens that are wanted. Where they are shown as
// they stand, the first of them are shown before the last are found, unless
// these only are more than what is shown.
func (c *TokenTable) find(w *run, t *parser.Tokens, filter tokenFilter, order tokenOrder, more bool) {
	const firstRows = 64
	rows, buf := []int32{}, []byte(nil)
	told := more || !order.natural()
	for i := range t.Len() {
		if i%512 == 511 {
			if !told && len(rows) >= firstRows {
				told = true
				some := rows[:len(rows):len(rows)]
				w.publish(func(ctx goapp.Context) { c.present(ctx, some, true) })
			}
			if !w.pause() {
				return
			}
		}
		if filter.wants(t, i, &buf) {
			rows = append(rows, int32(i))
		}
	}
	sortTokens(t, rows, order, w.pause)
	w.publish(func(ctx goapp.Context) { c.present(ctx, rows, false) })
}

// present shows rows. They are seen from the top, unless these only complete
// what is seen already.
func (c *TokenTable) present(ctx goapp.Context, rows []int32, partial bool) {
	completed := c.partial && !partial
	c.rows, c.partial = rows, partial
	if completed {
		return
	}
	c.cursor = 0
	c.pane.resize(c.shown())
	c.pane.top = 0
	c.pane.settle()
	c.pane.apply(ctx)
}

// Render draws the table.
func (c *TokenTable) Render() goapp.UI {
	c.adopt()
	c.pane.resize(c.shown())
	return el("section", "tokens").Aria("label", c.say(say.TokenTable)).Body(
		c.bar(),
		el("div", "tokens-scroll").Body(
			el("div", "tokens-table").
				TabIndex(0).
				Role("grid").
				Aria("label", c.say(say.TokenTable)).
				Aria("rowcount", c.shown()+1).
				Aria("colcount", len(tokenHeads)).
				Aria("activedescendant", c.rowID(c.cursor)).
				Body(c.head(), c.body()),
		),
	)
}

func (c *TokenTable) say(t lang.Text) string { return t.In(c.S.Lang) }

// bar draws the filter, the list of tags, what they leave, and the buttons for
// the chosen row.
func (c *TokenTable) bar() goapp.UI {
	return el("div", "tokens-bar").Body(
		void("input").Class("tokens-filter").Attr("type", "search").
			Attr("placeholder", c.say(say.TokenFilter)).
			Aria("label", c.say(say.TokenFilter)).
			Title(c.say(say.TokenFilterHint)).
			Attr("autocomplete", "off").Spellcheck(false).
			OnInput(c.onFilter),
		el("select", "tokens-tags").Attr("autocomplete", "off").
			Aria("label", c.say(say.TokenTags)).
			OnChange(c.onTag).
			Body(c.tagOptions()...),
		el("span", "tokens-count", chosen(c.S.rest() == restComing, "coming")).Attr("role", "status").Text(c.countLine()),
		el("span", "tokens-copy").Body(
			c.copyButton(say.CopyWord, c.wordText(c.S.Token)),
			c.copyButton(say.CopyRow, c.rowText(c.S.Token)),
		),
	)
}

// copyButton draws a button that copies value, if there is a chosen token that
// it belongs to.
func (c *TokenTable) copyButton(name lang.Text, value string) goapp.UI {
	return button("quiet", "copies").
		Attr("disabled", c.S.Token < 0).
		DataSet("copy", quotedCopy(value)).
		DataSet("done", c.say(say.Copied)).
		Text(c.say(name))
}

func (c *TokenTable) wordText(i int) string {
	if i < 0 || i >= c.tokens.Len() {
		return ""
	}
	return c.tokens.Word(i)
}

// rowText returns a row as a spreadsheet takes it.
func (c *TokenTable) rowText(i int) string {
	if i < 0 || i >= c.tokens.Len() {
		return ""
	}
	t := c.tokens
	return strings.Join([]string{t.Word(i), t.Pos(i), numberText(t.Offset(i)), numberText(t.Length(i))}, "\t")
}

func (c *TokenTable) tagOptions() []goapp.UI {
	options := []goapp.UI{el("option").Attr("value", "").Attr("selected", c.S.TokenTag == "").Text(c.say(say.AllTags))}
	for n, i := range c.tags {
		f := &c.faces[i]
		if f.tag == "" || n >= shownTags && f.tag != c.S.TokenTag {
			continue
		}
		options = append(options, el("option").Attr("value", c.tagValue(i)).Attr("selected", c.S.TokenTag == f.tag).
			Text(visible.Isolated(f.label(c.S.Lang))+" · "+count(f.count)))
	}
	if n := len(c.tags) - shownTags; n > 0 {
		options = append(options, el("option").Attr("disabled", true).Text(c.say(say.MoreTags.With(count(n)))))
	}
	return options
}

// tagValue returns what the list of tags calls one: itself, or its number where
// that could hide something.
func (c *TokenTable) tagValue(i int) string {
	if tag := c.faces[i].tag; visible.Plain(tag) && !strings.HasPrefix(tag, "#") {
		return tag
	}
	return "#" + strconv.Itoa(i)
}

// tagOf returns the tag that the list of tags calls value.
func (c *TokenTable) tagOf(value string) string {
	number, ok := strings.CutPrefix(value, "#")
	if i, err := strconv.Atoi(number); ok && err == nil && 0 <= i && i < len(c.faces) {
		return c.faces[i].tag
	}
	return value
}

// countLine tells how many tokens are shown out of how many.
func (c *TokenTable) countLine() string {
	all := count(c.tokens.Len())
	switch {
	case c.filter.all() && c.S.rest() == restComing:
		return say.TokensBeginning.With(all).In(c.S.Lang)
	case c.filter.all() && c.S.rest() == restLeft:
		return say.TokensLeft.With(all).In(c.S.Lang)
	case c.partial:
		return say.TokensSoFar.With(count(c.shown()), all).In(c.S.Lang)
	case c.filter.all():
		return say.TokensAll.With(all).In(c.S.Lang)
	}
	return say.TokensOf.With(count(c.shown()), all).In(c.S.Lang)
}
