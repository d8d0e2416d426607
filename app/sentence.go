package app

import (
	"cmp"
	"strconv"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/visible"
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
	// sentenceAtOnce is how many pieces are laid out before the first drawing.
	sentenceAtOnce = 256
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
	of       subject        // that the tokens are of
	faces    []tagFace
	tags     []int // indices of faces, the most frequent first
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
	c.pane.width = cmp.Or(c.S.sentenceWidth, sentenceWidth)
	if c.typeface = measured[sentenceFontSize]; c.typeface == nil {
		c.typeface = newTypeface(nil, sentenceFontSize)
	}
	c.chosen, c.lit, c.cursor, c.pointed = -1, noFamily, -1, -1
}

// OnMount lets the sentence follow the browser.
func (c *Sentence) OnMount(ctx goapp.Context) {
	c.pane.mount(ctx, c.JSValue(), c.resized)
	c.pane.listen("keydown", c.onKey)
	c.pane.listen("pointerover", c.onPoint)
	c.pane.listen("pointerout", c.onLeave)
	c.typeface = typefaceOf(c.pane.element(), sentenceFontSize)
	c.OnUpdate(ctx)
}

// OnDismount ends what OnMount began.
func (c *Sentence) OnDismount() {
	c.work.stop()
	c.pane.dismount()
}

// OnUpdate takes over other tokens and a selection made elsewhere.
func (c *Sentence) OnUpdate(ctx goapp.Context) {
	if c.laid != c.tokens && c.S.drawn == drawnWhole {
		c.lay(ctx) // what is out of sight comes after all that is in sight
	}
	c.follow(ctx)
}

// adopt makes ready for the tokens of the session if these are others. Of the
// same ones read further the layout stays until there is a new one, so that
// nothing moves.
func (c *Sentence) adopt() {
	t := c.S.Tokens()
	if t == c.tokens {
		return
	}
	if of := c.S.subject(); of != c.of || t.Len() < c.tokens.Len() {
		c.of, c.layout = of, sentenceLayout{}
		c.lit, c.naming, c.cursor, c.pointed = noFamily, false, -1, -1
	}
	c.tokens, c.faces, c.heard = t, tagFaces(t), ""
	c.families, c.tags = familyCounts(c.faces), byCount(c.faces)
	c.work.stop()
	if len(c.layout.pieces) == 0 && t.Len() > 0 {
		c.layAtOnce()
	}
}

// layAtOnce lays the beginning of the sentence out, which may be all of it.
func (c *Sentence) layAtOnce() {
	t, whole := c.tokens, true
	c.layout = c.measure(t, min(t.Len(), sentenceAtOnce), func(*sentenceLayout) bool {
		whole = false
		return false
	})
	c.layout.wrap(c.pane.width)
	if !whole {
		return
	}
	c.laid = t
	if text, ok := t.Text(); ok && len(text) <= sentenceHeard {
		c.heard = text
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
		layout := c.measure(t, t.Len(), func(l *sentenceLayout) bool {
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

func (c *Sentence) resized(goapp.Context) {
	c.S.sentenceWidth = c.pane.width
	c.wrap()
}

func (c *Sentence) wrap() {
	c.layout.wrap(c.pane.width)
	c.pane.resize(len(c.layout.starts))
}

// measure returns the pieces of the sentence with their widths, with room for
// about as many as that. It calls goOn every sentenceAtOnce pieces and ends
// early when that says so.
func (c *Sentence) measure(t *parser.Tokens, room int, goOn func(*sentenceLayout) bool) sentenceLayout {
	l := newSentenceLayout(room)
	var word []byte
	for p := range t.Pieces() {
		if len(l.pieces)%sentenceAtOnce == sentenceAtOnce-1 && !goOn(&l) {
			break
		}
		if p.Token < 0 {
			l.add(packPiece(p), c.typeface.width([]byte(gapLabel(p.Gap)))+2*sentencePadding, 0)
			continue
		}
		word = t.AppendWord(word[:0], p.Token)
		tag := sentenceTagWidth * float64(utf8.RuneCountInString(c.faces[t.Tag(p.Token)].below))
		l.add(packPiece(p), max(c.wordWidth(word), tag)+2*sentencePadding, breakOf(word))
	}
	return l
}

func (c *Sentence) wordWidth(word []byte) float64 {
	if n := len(word); n > 0 && n <= longestWord && word[0] != ' ' && word[n-1] != ' ' && visible.Plain(string(word)) {
		return c.typeface.width(word)
	}
	return c.typeface.width([]byte(shownWord(string(word))))
}

// longestWord is how many characters of a word are drawn.
const longestWord = 200

// shownWord returns a word as the sentence draws it; also an empty one is
// seen.
func shownWord(word string) string {
	if word == "" {
		return emptyWord
	}
	begin, more := clipped(word, longestWord)
	if more {
		return visible.Word(begin) + "…"
	}
	return visible.Word(begin)
}

// emptyWord stands for a word that has no characters.
const emptyWord = "∅"

// Word puts a word in an element bdi as shownWord returns it.
func (e *still) Word(word string) *still {
	begin, more := clipped(word, longestWord)
	switch {
	case word == "":
		return e.Text(emptyWord)
	case more:
		return e.Edged(begin).Text("…")
	}
	return e.Edged(begin)
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
		st("p", "heard").Body(st("bdi").Signed(c.heard)).UI(),
		el("div", "sentence-scroll").TabIndex(0).Lang(lang.ZH.Tag()).
			Attr("role", "listbox").
			Aria("orientation", "horizontal").
			Aria("label", c.say(say.SentenceList)).
			Aria("activedescendant", c.pieceID(c.cursor)).
			Body(c.body()),
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
	return el("div", "legend", chosen(c.S.inParts, "in-parts")).Attr("role", "group").
		Aria("label", c.say(say.Legend)).OnClick(c.onLegend).Body(items...)
}

// body draws the rows in sight.
func (c *Sentence) body() goapp.UI {
	c.pane.most = c.S.atFirst(sentenceFirstRows)
	return el("div").Role("presentation").OnClick(c.onPiece).Body(c.pane.draw(c.row)...)
}

func (c *Sentence) row(r int) *still {
	row := st("div", "sentence-row").Role("presentation")
	from, to := c.layout.row(r)
	for i := from; i < to; i++ {
		row.Body(c.piece(i))
	}
	return row
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
// text with the mouse copies the text alone.
func (c *Sentence) piece(i int) *still {
	p := c.layout.pieces[i]
	span := st("bdi").DataSet("piece", i).Role("option")
	cursor := ""
	if i == c.cursor {
		cursor = "cursor"
		span.ID(cursorID).Aria("label", c.describe(i))
	}
	if p.gap() > 0 {
		return span.Class("piece", "gap", cursor, chosen(c.lit != noFamily, "dim")).
			Title(c.gapTitle(i)).Text(gapLabel(p.gap()))
	}
	f := &c.faces[c.tokens.Tag(p.token())]
	is := p.token() == c.S.Token
	if is {
		span.Aria("selected", true)
	}
	return span.Class("piece", f.family.Class(), cursor, chosen(is, "chosen"),
		chosen(float64(c.layout.widths[i]) > c.pane.width, "long"),
		chosen(p.overlaps(), "overlap"),
		chosen(c.lit != noFamily && c.lit != int(f.family), "dim"),
	).DataSet("tag", f.below).Word(c.tokens.Word(p.token()))
}
