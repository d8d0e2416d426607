package app

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// The measures of the sentence in pixels; sentence.css has the same.
const (
	sentenceRowHeight = 58
	sentenceFontSize  = 18
	sentencePadding   = 5   // of a piece, left and right each
	sentenceTagWidth  = 7.4 // of a character of the tag below a piece
	sentenceWidth     = 640 // until it is measured
)

const (
	// sentenceAtOnce is how many tokens are laid out before the first drawing.
	sentenceAtOnce = 1000
	// sentenceFirst is how many are laid out before the first drawing of more.
	sentenceFirst = 4000
	// sentenceHeard is how many bytes of text are given as a whole to those
	// who have the page read to them.
	sentenceHeard = 4000
)

// noFamily stands for no family being lit.
const noFamily = -1

// Sentence shows the text that the tokens rebuild, each in the colour of its
// part of speech, with a legend.
type Sentence struct {
	goapp.Compo
	S   *Session
	Rev int

	tokens   *parser.Tokens // that the fields below are of
	faces    []tagFace
	families []familyCount
	heard    string // the whole text, if it is short
	chosen   int    // the token that was brought into sight last
	lit      int    // the family that is lit, or noFamily
	naming   bool   // that the line below tells about it

	layout   sentenceLayout
	laid     *parser.Tokens // that the layout is of
	laying   bool           // that it is not there yet
	typeface *typeface
	work     slow

	pane    pane
	cursor  int // the piece that the keys have reached, -1 for none
	pointed int // the piece below the pointer, -1 for none
}

// OnInit makes the sentence ready to be drawn.
func (c *Sentence) OnInit() {
	c.pane = newPane(".sentence-scroll", sentenceRowHeight, 0)
	c.pane.width = sentenceWidth
	c.typeface = newTypeface(nil, sentenceFontSize)
	c.chosen, c.lit, c.cursor, c.pointed = -1, noFamily, -1, -1
}

// OnMount lets the sentence follow the browser.
func (c *Sentence) OnMount(ctx goapp.Context) {
	c.pane.mount(ctx, c.JSValue(), c.resized)
	c.pane.listen("keydown", c.onKey)
	c.pane.listen("pointerover", c.onPoint)
	c.pane.listen("pointerout", c.onLeave)
	c.typeface = newTypeface(c.pane.element(), sentenceFontSize)
	c.lay(ctx)
	c.follow(ctx)
}

// OnDismount ends what OnMount began.
func (c *Sentence) OnDismount() {
	c.work.stop()
	c.pane.dismount()
}

// OnUpdate takes over other tokens and a selection made elsewhere.
func (c *Sentence) OnUpdate(ctx goapp.Context) {
	if c.laid != c.tokens {
		c.lay(ctx)
	}
	c.follow(ctx)
}

// adopt makes ready for the tokens of the session if these are others.
func (c *Sentence) adopt() {
	t := c.S.Tokens()
	if t == c.tokens {
		return
	}
	// The layout stays until there is a new one, so that nothing moves where
	// these are the same tokens read further.
	if t.Len() < c.tokens.Len() {
		c.layout = sentenceLayout{}
	}
	c.tokens, c.faces, c.heard = t, tagFaces(t), ""
	c.families = familyCounts(c.faces)
	c.lit, c.naming, c.cursor, c.pointed = noFamily, false, -1, -1
	c.work.stop()
	if t.Len() > 0 && t.Len() <= sentenceAtOnce {
		c.layout = c.measure(t, func(*sentenceLayout) bool { return true })
		c.layout.wrap(c.pane.width)
		c.laid = t
		if text, ok := t.Text(); ok && len(text) <= sentenceHeard {
			c.heard = text
		}
	}
}

// lay lays the sentence out, the beginning first.
func (c *Sentence) lay(ctx goapp.Context) {
	t := c.tokens
	if t == nil {
		return
	}
	c.laid, c.laying = t, true
	c.work.start(ctx, func(r *run) {
		told := false
		layout := c.measure(t, func(l *sentenceLayout) bool {
			if !told && len(l.pieces) >= sentenceFirst {
				told = true
				part := *l
				r.publish(func(ctx goapp.Context) { c.present(ctx, part) })
			}
			return r.pause()
		})
		r.publish(func(ctx goapp.Context) { c.present(ctx, layout) })
	})
}

func (c *Sentence) present(ctx goapp.Context, l sentenceLayout) {
	l.starts = nil
	c.layout, c.laying = l, false
	c.wrap()
	c.pane.apply(ctx)
	c.chosen = -1
	c.follow(ctx)
}

func (c *Sentence) resized(goapp.Context) { c.wrap() }

func (c *Sentence) wrap() {
	c.layout.wrap(c.pane.width)
	c.pane.resize(len(c.layout.starts))
}

// measure returns the pieces of the sentence with their widths. It calls goOn
// from time to time and ends early when that says so.
func (c *Sentence) measure(t *parser.Tokens, goOn func(*sentenceLayout) bool) sentenceLayout {
	l := newSentenceLayout(t.Len())
	var word []byte
	for p := range t.Pieces() {
		if len(l.pieces)%512 == 511 && !goOn(&l) {
			break
		}
		if p.Token < 0 {
			l.add(packPiece(p), c.typeface.width([]byte(gapLabel(p.Gap)))+2*sentencePadding, 0)
			continue
		}
		word = t.AppendWord(word[:0], p.Token)
		tag := sentenceTagWidth * float64(len(t.Pos(p.Token)))
		l.add(packPiece(p), max(c.wordWidth(word), tag)+2*sentencePadding, breakOf(word))
	}
	return l
}

func (c *Sentence) wordWidth(word []byte) float64 {
	if len(word) <= longestWord && simple(word) {
		return c.typeface.width(word)
	}
	return c.typeface.width([]byte(shownWord(string(word))))
}

// simple reports whether a word is drawn as it is, as far as its bytes tell at
// a glance.
func simple(word []byte) bool {
	for _, b := range word {
		if b <= ' ' || b == 0x7f || b == 0xc2 || b == 0xe2 || b == 0xe3 || b == 0xef {
			return false
		}
	}
	return len(word) > 0
}

// shownWord returns a word as the sentence draws it; also an empty one is
// seen.
func shownWord(word string) string {
	if word == "" {
		return "∅"
	}
	return visibleWord(word)
}

// gapLabel returns what stands for a gap.
func gapLabel(length int) string { return "␣×" + strconv.Itoa(length) }

// follow brings the chosen token into sight if it was chosen elsewhere.
func (c *Sentence) follow(ctx goapp.Context) {
	if c.S.Token == c.chosen {
		return
	}
	at := c.layout.find(c.S.Token)
	if at < 0 {
		return
	}
	c.chosen, c.cursor = c.S.Token, at
	c.pane.show(ctx, c.layout.rowOf(at))
}

// Render draws the sentence.
func (c *Sentence) Render() goapp.UI {
	c.adopt()
	c.pane.resize(len(c.layout.starts))
	return el("section", "sentence").Aria("label", c.say(say.Sentence)).Body(
		c.legend(),
		el("p", "heard").Text(c.heard),
		el("div", "sentence-scroll").TabIndex(0).Lang(lang.ZH.Tag()).
			Attr("role", "listbox").
			Aria("orientation", "horizontal").
			Aria("label", c.say(say.SentenceList)).
			Aria("activedescendant", c.pieceID(c.cursor)).
			Body(el("table").Attr("role", "presentation").Body(c.tbody())),
		c.detail(),
	)
}

func (c *Sentence) say(t lang.Text) string { return t.In(c.S.Lang) }

// legend draws the families that occur; each can be lit.
func (c *Sentence) legend() goapp.UI {
	items := make([]goapp.UI, len(c.families))
	for i, f := range c.families {
		items[i] = button("legend-item", f.family.Class()).
			DataSet("family", int(f.family)).
			Aria("pressed", c.lit == int(f.family)).
			Title(c.say(say.LightFamily)).
			Body(
				el("span", "legend-cue").Aria("hidden", true),
				el("span", "legend-name").Text(c.say(f.family.Name())),
				el("span", "legend-count").Text(count(f.count)),
			)
	}
	return el("div", "legend").Attr("role", "group").
		Aria("label", c.say(say.Legend)).OnClick(c.onLegend).Body(items...)
}

func (c *Sentence) tbody() goapp.UI {
	c.pane.most = c.S.atFirst(sentenceFirstRows)
	first, last := c.pane.slice()
	above, below := c.pane.spacers()
	rows := make([]goapp.UI, 0, last-first+2)
	rows = append(rows, spacer(above, 1))
	for r := first; r < last; r++ {
		from, to := c.layout.row(r)
		cells := make([]goapp.UI, 0, to-from)
		for i := from; i < to; i++ {
			cells = append(cells, c.piece(i))
		}
		rows = append(rows, el("tr", "sentence-row").Attr("role", "presentation").Body(
			el("td").Attr("role", "presentation").Body(cells...)))
	}
	rows = append(rows, spacer(below, 1))
	return el("tbody").Attr("role", "presentation").OnClick(c.onPiece).Body(rows...)
}

// cursorID names the piece at the cursor, which is the only one with a name.
const cursorID = "sentence-cursor"

// pieceID returns the name of piece i if it is drawn.
func (c *Sentence) pieceID(i int) string {
	if i < 0 || c.pane.last == c.pane.first {
		return ""
	}
	first, _ := c.layout.row(c.pane.first)
	_, end := c.layout.row(c.pane.last - 1)
	if i < first || i >= end {
		return ""
	}
	return cursorID
}

// piece draws one piece. Its tag stands in an attribute, so that marking the
// text with the mouse copies the text alone. Attributes are few, since all
// that are in sight change with every scroll.
func (c *Sentence) piece(i int) goapp.UI {
	p := c.layout.pieces[i]
	span := el("span").DataSet("piece", i).Attr("role", "option")
	class := "piece"
	if i == c.cursor {
		class += " cursor"
		span = span.ID(cursorID).Aria("label", c.describe(i))
	}
	if p.gap() > 0 {
		if c.lit != noFamily {
			class += " dim"
		}
		return span.Class(class + " gap").Title(c.gapTitle(i)).Text(gapLabel(p.gap()))
	}
	f := &c.faces[c.tokens.Tag(p.token())]
	class += " " + f.family.Class()
	if float64(c.layout.widths[i]) > c.pane.width {
		class += " long"
	}
	if p.token() == c.S.Token {
		class += " chosen"
		span = span.Aria("selected", true)
	}
	if p.overlaps() {
		class += " overlap"
	}
	if c.lit != noFamily && c.lit != int(f.family) {
		class += " dim"
	}
	return span.Class(class).DataSet("tag", f.tag).Text(shownWord(c.tokens.Word(p.token())))
}

// detail tells about the piece that is pointed at or reached by keys or
// chosen, else about the family that is lit.
func (c *Sentence) detail() goapp.UI {
	at := c.pointed
	if at < 0 && !c.naming {
		at = c.cursor
	}
	if at < 0 || at >= len(c.layout.pieces) {
		return el("div", "sentence-detail").OnClick(c.onTag).Body(c.litTags()...)
	}
	p := c.layout.pieces[at]
	if p.gap() > 0 {
		return el("div", "sentence-detail").Body(el("span").Text(c.gapTitle(at)))
	}
	i := p.token()
	f := &c.faces[c.tokens.Tag(i)]
	parts := []goapp.UI{
		el("strong").Text(shownWord(c.tokens.Word(i))),
		el("span", "tag", f.family.Class()).Text(f.tag),
		el("span").Text(f.name.In(c.S.Lang)),
		el("span", "soft").Text(c.say(say.ColumnOffset) + " " + numberText(c.tokens.Offset(i))),
		el("span", "soft").Text(c.say(say.ColumnLength) + " " + numberText(c.tokens.Length(i))),
		el("span", "soft").Text("#" + strconv.Itoa(i+1)),
	}
	if f.like {
		parts = append(parts, el("span", "soft").Text(c.say(say.PosUnknown)))
	}
	if p.overlaps() {
		parts = append(parts, el("span", "overlap-note").Text(c.say(say.Overlaps)))
	}
	return el("div", "sentence-detail").Body(parts...)
}

// litTags draws the parts of speech of the lit family, each of which reduces
// the table to it, or a hint.
func (c *Sentence) litTags() []goapp.UI {
	switch {
	case len(c.layout.pieces) == 0 && c.laid == c.tokens && !c.laying:
		return []goapp.UI{el("span").Text(c.say(say.NoSentence))}
	case c.lit == noFamily:
		return []goapp.UI{el("span", "soft").Text(c.say(say.SentenceHint))}
	}
	var tags []goapp.UI
	for _, i := range byCount(c.faces) {
		if f := &c.faces[i]; int(f.family) == c.lit {
			tags = append(tags, button("lit-tag").DataSet("tag-index", i).
				Attr("disabled", f.tag == "").
				Aria("pressed", f.tag != "" && c.S.TokenTag == f.tag).
				Title(c.say(say.FilterTag)).Body(
				el("span", "tag", f.family.Class()).Text(f.tag),
				el("span").Text(f.name.In(c.S.Lang)),
				el("span", "soft").Text(count(f.count)),
			))
		}
	}
	return tags
}

// describe tells in words what a piece is.
func (c *Sentence) describe(at int) string {
	p := c.layout.pieces[at]
	if p.gap() > 0 {
		return c.gapTitle(at)
	}
	i := p.token()
	parts := []string{
		shownWord(c.tokens.Word(i)),
		c.faces[c.tokens.Tag(i)].label(c.S.Lang),
		c.say(say.ColumnOffset) + " " + numberText(c.tokens.Offset(i)),
		c.say(say.ColumnLength) + " " + numberText(c.tokens.Length(i)),
	}
	if p.overlaps() {
		parts = append(parts, c.say(say.Overlaps))
	}
	return strings.Join(parts, ", ")
}

func (c *Sentence) gapTitle(at int) string {
	length := c.layout.pieces[at].gap()
	offset := 0
	if at+1 < len(c.layout.pieces) {
		next, _ := c.tokens.Offset(c.layout.pieces[at+1].token())
		offset = next - length
	}
	return say.Gap.With(strconv.Itoa(offset), count(length), c.say(unitName(c.tokens.Unit))).In(c.S.Lang)
}

// unitName returns what offsets and lengths count.
func unitName(u parser.Unit) lang.Text {
	switch u {
	case parser.UnitBytes:
		return say.UnitBytes
	case parser.UnitUTF16:
		return say.UnitUTF16
	}
	return say.UnitRunes
}

func (c *Sentence) onLegend(_ goapp.Context, e goapp.Event) {
	family := indexOf(e.Get("target"), "family")
	switch {
	case family < 0 || family >= len(reference.Families):
		return
	case family == c.lit:
		c.lit = noFamily
	default:
		c.lit = family
	}
	c.naming = c.lit != noFamily
}

// onTag reduces the table to a part of speech; a second time shows all again.
func (c *Sentence) onTag(_ goapp.Context, e goapp.Event) {
	i := indexOf(e.Get("target"), "tag-index")
	if i < 0 || i >= len(c.faces) {
		return
	}
	tag := c.faces[i].tag
	if tag == c.S.TokenTag {
		tag = ""
	}
	c.S.FilterTag(tag)
}

func (c *Sentence) onPiece(_ goapp.Context, e goapp.Event) {
	if at := indexOf(e.Get("target"), "piece"); at >= 0 && at < len(c.layout.pieces) {
		c.choose(at)
	}
}

// choose selects the token of a piece that is in sight; a second time clears
// it.
func (c *Sentence) choose(at int) {
	c.cursor, c.naming = at, false
	token := c.layout.pieces[at].token()
	if token == c.S.Token {
		token = -1
	}
	c.chosen = token
	c.S.SelectToken(token)
}

func (c *Sentence) onPoint(e goapp.Value) {
	at := indexOf(e.Get("target"), "piece")
	if at != c.pointed {
		c.pane.ctx.Dispatch(func(goapp.Context) {
			c.pointed = min(at, len(c.layout.pieces)-1)
		})
	}
}

func (c *Sentence) onLeave(e goapp.Value) {
	if c.pane.left(e) && c.pointed >= 0 {
		c.pane.ctx.Dispatch(func(goapp.Context) { c.pointed = -1 })
	}
}

// onKey moves the cursor before the browser scrolls.
func (c *Sentence) onKey(e goapp.Value) {
	if !c.pane.owns(e) || len(c.layout.pieces) == 0 {
		return
	}
	key := plainKey(e)
	if key == "Enter" || key == " " {
		e.Call("preventDefault")
		if c.cursor >= 0 {
			c.pane.ctx.Emit(func() { c.choose(c.cursor) })
		}
		return
	}
	to, ok := c.moved(key)
	if !ok {
		return
	}
	e.Call("preventDefault")
	c.pane.ctx.Dispatch(func(ctx goapp.Context) {
		c.cursor, c.pointed, c.naming = to, -1, false
		c.pane.show(ctx, c.layout.rowOf(to))
	})
}

// moved returns the piece that a key leads to.
func (c *Sentence) moved(key string) (to int, ok bool) {
	at, end := c.cursor, len(c.layout.pieces)-1
	if at < 0 {
		at = 0
		if first := c.layout.starts; len(first) > 0 && c.pane.last > c.pane.first {
			at = int(first[min(int(c.pane.top)/sentenceRowHeight, len(first)-1)])
		}
		if strings.HasPrefix(key, "Arrow") {
			return at, true
		}
	}
	switch key {
	case "ArrowLeft":
		return max(at-1, 0), true
	case "ArrowRight":
		return min(at+1, end), true
	case "ArrowUp":
		return c.layout.vertical(at, -1), true
	case "ArrowDown":
		return c.layout.vertical(at, 1), true
	case "PageUp":
		return c.layout.vertical(at, -c.pane.page()), true
	case "PageDown":
		return c.layout.vertical(at, c.pane.page()), true
	case "Home":
		return 0, true
	case "End":
		return end, true
	}
	return at, false
}
