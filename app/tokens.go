package app

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
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
	faces  []tagFace
	tags   []int // indices of faces, as the list of tags has them
	chosen int   // the token that was brought into sight last

	text    string // as typed in the filter box
	tag     string // that the rows were found for
	filter  tokenFilter
	order   tokenOrder
	rows    []int32 // the tokens that are shown; nil if that is all, as they stand
	partial bool    // that rows are not complete yet
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
	if c.tag != c.S.TokenTag || c.rows == nil && (c.text != "" || c.tag != "" || !c.order.natural()) {
		c.arrange(ctx)
	}
	c.follow(ctx)
}

// adopt makes ready for the tokens of the session if these are others. A
// filter stays, since they may be the same ones read further.
func (c *TokenTable) adopt() {
	t := c.S.Tokens()
	if t == c.tokens {
		return
	}
	c.tokens, c.faces = t, tagFaces(t)
	c.tags = byCount(c.faces)
	c.rows, c.partial = nil, false
	c.cursor = min(c.cursor, max(t.Len()-1, 0))
	c.filter = tokenFilter{}
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
	t, order := c.tokens, c.order
	c.tag = c.S.TokenTag
	c.filter = parseFilter(c.text, c.tag, t)
	filter := c.filter
	if filter.all() && order.natural() {
		c.work.stop()
		c.present(ctx, nil, false)
		return
	}
	c.work.start(ctx, func(w *run) { c.find(w, t, filter, order) })
}

// find collects and sorts the tokens that are wanted. Where they are shown as
// they stand, the first of them are shown before the last are found.
func (c *TokenTable) find(w *run, t *parser.Tokens, filter tokenFilter, order tokenOrder) {
	const firstRows = 64
	rows, buf := []int32{}, []byte(nil)
	told := !order.natural()
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
			el("table", "tokens-table").
				TabIndex(0).
				Attr("role", "grid").
				Aria("label", c.say(say.TokenTable)).
				Aria("rowcount", c.shown()+1).
				Aria("colcount", len(tokenHeads)).
				Aria("activedescendant", c.rowID(c.cursor)).
				Body(c.thead(), c.tbody()),
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
		el("select", "tokens-tags").
			Aria("label", c.say(say.TokenTags)).
			OnChange(c.onTag).
			Body(c.tagOptions()...),
		el("span", "tokens-count").Attr("role", "status").Text(c.countLine()),
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
		DataSet("copy", "["+value+"]").
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
	for _, i := range c.tags {
		f := &c.faces[i]
		if f.tag == "" {
			continue
		}
		options = append(options, el("option").Attr("value", f.tag).Attr("selected", c.S.TokenTag == f.tag).
			Text(f.label(c.S.Lang)+" · "+count(f.count)))
	}
	return options
}

// countLine tells how many tokens are shown out of how many.
func (c *TokenTable) countLine() string {
	all := count(c.tokens.Len())
	switch {
	case c.partial:
		return say.TokensSoFar.With(count(c.shown()), all).In(c.S.Lang)
	case c.filter.all():
		return say.TokensAll.With(all).In(c.S.Lang)
	}
	return say.TokensOf.With(count(c.shown()), all).In(c.S.Lang)
}

// tokenHeads names the columns.
var tokenHeads = [...]struct {
	name  *lang.Text
	class string
}{
	columnNumber: {&say.ColumnNumber, "token-number"},
	columnWord:   {&say.ColumnWord, "token-word"},
	columnPos:    {&say.ColumnPos, "token-pos"},
	columnOffset: {&say.ColumnOffset, "token-offset"},
	columnLength: {&say.ColumnLength, "token-length"},
}

func (c *TokenTable) thead() goapp.UI {
	cells := make([]goapp.UI, len(tokenHeads))
	for i, h := range tokenHeads {
		sorted := c.order.aria(tokenColumn(i))
		if c.order.natural() {
			sorted = "none"
		}
		cells[i] = el("th", h.class).Attr("scope", "col").Aria("sort", sorted).Body(
			button().DataSet("column", i).
				Title(c.say(say.SortBy)).
				Body(goapp.Text(c.say(*h.name)), el("span", "sort-mark", sorted).Aria("hidden", true)))
	}
	return el("thead").OnClick(c.onHead).Body(el("tr").Aria("rowindex", 1).Body(cells...))
}

func (c *TokenTable) tbody() goapp.UI {
	c.pane.most = c.S.atFirst(tokenFirstRows)
	first, last := c.pane.slice()
	above, below := c.pane.spacers()
	rows := make([]goapp.UI, 0, last-first+2)
	rows = append(rows, spacer(above, len(tokenHeads)))
	for row := first; row < last; row++ {
		rows = append(rows, c.row(row))
	}
	if c.shown() == 0 {
		rows = append(rows, el("tr", "tokens-none").Body(
			el("td").Attr("colspan", len(tokenHeads)).Text(c.say(say.NoTokens))))
	}
	rows = append(rows, spacer(below, len(tokenHeads)))
	return el("tbody").OnClick(c.onRow).Body(rows...)
}

func (c *TokenTable) rowID(row int) string {
	if row < c.pane.first || row >= c.pane.last {
		return ""
	}
	return "token-row-" + strconv.Itoa(row)
}

func (c *TokenTable) row(row int) goapp.UI {
	i := c.tokenAt(row)
	f := &c.faces[c.tokens.Tag(i)]
	class := "token"
	if i == c.S.Token {
		class += " chosen"
	}
	if row == c.cursor {
		class += " cursor"
	}
	return el("tr", class).ID(c.rowID(row)).
		DataSet("row", row).
		Aria("rowindex", row+2).
		Aria("selected", i == c.S.Token).
		Body(
			el("td", "token-number").Text(strconv.Itoa(i+1)),
			el("td", "token-word").Lang(lang.ZH.Tag()).Body(c.word(i)...),
			el("td", "token-pos").Body(
				el("span", "tag", f.family.Class()).Text(f.tag),
				el("span", "token-name").Text(f.name.In(c.S.Lang)),
			),
			el("td", "token-offset").Text(numberText(c.tokens.Offset(i))),
			el("td", "token-length").Text(numberText(c.tokens.Length(i))),
		)
}

// word draws the word of token i with what the filter found in it.
func (c *TokenTable) word(i int) []goapp.UI {
	word := visibleWord(c.tokens.Word(i))
	parts := []goapp.UI{}
	at := -1
	if len(c.filter.word) > 0 {
		at = strings.Index(string(lowerASCII([]byte(word))), string(c.filter.word))
	}
	if at < 0 {
		parts = append(parts, el("span").Text(word))
	} else {
		end := at + len(c.filter.word)
		parts = append(parts, el("span").Body(
			goapp.Text(word[:at]), el("mark").Text(word[at:end]), goapp.Text(word[end:])))
	}
	if c.tokens.Partial(i) {
		parts = append(parts, el("span", "token-cut").Text(c.say(say.TokenCut)))
	}
	return parts
}

// numberText returns a number of a token as it is shown.
func numberText(n int, ok bool) string {
	if !ok {
		return "–"
	}
	return strconv.Itoa(n)
}

func (c *TokenTable) onFilter(ctx goapp.Context, _ goapp.Event) {
	c.text = ctx.JSSrc().Get("value").String()
	c.arrange(ctx)
}

func (c *TokenTable) onTag(ctx goapp.Context, _ goapp.Event) {
	c.S.FilterTag(ctx.JSSrc().Get("value").String())
	c.arrange(ctx)
}

func (c *TokenTable) onHead(ctx goapp.Context, e goapp.Event) {
	if i := indexOf(e.Get("target"), "column"); i >= 0 {
		c.order = c.order.next(tokenColumn(i))
		c.arrange(ctx)
	}
}

func (c *TokenTable) onRow(ctx goapp.Context, e goapp.Event) {
	if row := indexOf(e.Get("target"), "row"); row >= 0 && row < c.shown() {
		c.cursor = row
		c.choose(c.tokenAt(row))
	}
}

// choose selects a token that is in sight; a second time clears it.
func (c *TokenTable) choose(token int) {
	if token == c.S.Token {
		token = -1
	}
	c.chosen = token
	c.S.SelectToken(token)
}

// onKey moves the cursor before the browser scrolls.
func (c *TokenTable) onKey(e goapp.Value) {
	key := plainKey(e)
	if e.Get("target").Call("matches", ".tokens-filter").Bool() && key == "ArrowDown" {
		e.Call("preventDefault")
		c.JSValue().Call("querySelector", ".tokens-table").Call("focus", map[string]any{"preventScroll": true})
		return
	}
	if !e.Get("target").Call("matches", ".tokens-table").Bool() || c.shown() == 0 {
		return
	}
	if copies(e) {
		e.Call("preventDefault")
		c.copyCursor()
		return
	}
	if key == "Enter" || key == " " {
		e.Call("preventDefault")
		c.pane.ctx.Emit(func() { c.choose(c.tokenAt(c.cursor)) })
		return
	}
	to, ok := moveKey(key, c.cursor, c.shown(), c.pane.page())
	if !ok {
		return
	}
	e.Call("preventDefault")
	c.pane.ctx.Dispatch(func(ctx goapp.Context) {
		c.cursor = to
		c.pane.show(ctx, to)
	})
}

// copyCursor copies the word of the row at the cursor.
func (c *TokenTable) copyCursor() {
	word, l := c.tokens.Word(c.tokenAt(c.cursor)), c.S.Lang
	go func() {
		if writeClipboard(word) != nil {
			announce(say.NotCopied.In(l))
			return
		}
		announce(say.Copied.In(l))
	}()
}
