package sentence

import (
	"cmp"
	"strconv"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/list"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// The measures of the sentence in pixels; sentence.css has the same.
const (
	rowHeight        = 58
	fontSize         = 18
	sentencePadding  = 5   // of a piece, left and right each
	sentenceTagWidth = 7.4 // of a character of the tag below a piece
	sentenceWidth    = 640 // until it is measured
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

// sentenceFirstRows is how many rows the first frame has.
const sentenceFirstRows = 2

// noFamily stands for no family being lit.
const noFamily = -1

// View shows the text that the tokens rebuild, each in the colour of its
// part of speech, with a legend.
type View struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int

	tokens   *parser.Tokens // that the fields below are of
	of       model.Subject  // that the tokens are of
	faces    []face.TagFace
	tags     []int // indices of faces, the most frequent first
	families []face.FamilyCount
	heard    string // the whole text, if it is short
	chosen   int    // the token that was brought into sight last
	lit      int    // the family that is lit, or noFamily
	naming   bool   // that the line below tells about it

	layout   sentenceLayout
	laid     *parser.Tokens // that the layout is of
	laying   bool           // that it is not there yet
	typeface *dom.Typeface
	work     dom.Slow

	pane    list.Pane
	cursor  int // the piece that the keys have reached, -1 for none
	pointed int // the piece below the pointer, -1 for none
}

// OnInit makes the sentence ready to be drawn.
func (c *View) OnInit() {
	c.pane = list.NewPane(".sentence-scroll", rowHeight, 0)
	c.pane.Width = cmp.Or(measuredWidth, sentenceWidth)
	if c.typeface = dom.Measured[fontSize]; c.typeface == nil {
		c.typeface = dom.NewTypeface(nil, fontSize)
	}
	c.chosen, c.lit, c.cursor, c.pointed = -1, noFamily, -1, -1
}

// OnMount lets the sentence follow the browser.
func (c *View) OnMount(ctx goapp.Context) {
	c.pane.Mount(ctx, c.JSValue(), c.resized)
	c.pane.Listen("keydown", c.onKey)
	c.pane.Listen("pointerover", c.onPoint)
	c.pane.Listen("pointerout", c.onLeave)
	c.typeface = dom.TypefaceOf(c.pane.Element(), fontSize)
	c.OnUpdate(ctx)
}

// OnDismount ends what OnMount began.
func (c *View) OnDismount() {
	c.work.Stop()
	c.pane.Dismount()
}

// OnUpdate takes over other tokens and a selection made elsewhere.
func (c *View) OnUpdate(ctx goapp.Context) {
	if c.laid != c.tokens && c.B.Drawn == model.DrawnWhole {
		c.lay(ctx) // what is out of sight comes after all that is in sight
	}
	c.follow(ctx)
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
		c.of, c.layout = of, sentenceLayout{}
		c.lit, c.naming, c.cursor, c.pointed = noFamily, false, -1, -1
	}
	c.tokens, c.faces, c.heard = t, face.TagFaces(t), ""
	c.families, c.tags = face.FamilyCounts(c.faces), face.ByCount(c.faces)
	c.work.Stop()
	if len(c.layout.pieces) == 0 && t.Len() > 0 {
		c.layAtOnce()
	}
}

// layAtOnce lays the beginning of the sentence out, which may be all of it.
func (c *View) layAtOnce() {
	t, whole := c.tokens, true
	c.layout = c.measure(t, min(t.Len(), sentenceAtOnce), func(*sentenceLayout) bool {
		whole = false
		return false
	})
	c.layout.wrap(c.pane.Width)
	if !whole {
		return
	}
	c.laid = t
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
		early := dom.Early{First: sentenceFirst}
		layout := c.measure(t, t.Len(), func(l *sentenceLayout) bool {
			if early.Due(len(l.pieces)) {
				part := *l
				r.Publish(func(ctx goapp.Context) { c.present(ctx, part) })
			}
			return r.Pause()
		})
		r.Publish(func(ctx goapp.Context) { c.present(ctx, layout) })
	})
}

func (c *View) present(ctx goapp.Context, l sentenceLayout) {
	l.starts = nil
	c.layout, c.laying = l, false
	c.wrap()
	c.pane.Apply(ctx)
	c.chosen = -1
	c.follow(ctx)
}

// measuredWidth is how wide the sentence was when it was measured last, in
// pixels; 0 before.
var measuredWidth float64

func (c *View) resized(goapp.Context) {
	measuredWidth = c.pane.Width
	c.wrap()
}

func (c *View) wrap() {
	c.layout.wrap(c.pane.Width)
	c.pane.Resize(len(c.layout.starts))
}

// measure returns the pieces of the sentence with their widths, with room for
// about as many as that. It calls goOn every sentenceAtOnce pieces and ends
// early when that says so.
func (c *View) measure(t *parser.Tokens, room int, goOn func(*sentenceLayout) bool) sentenceLayout {
	l := newSentenceLayout(room)
	var word []byte
	for p := range t.Pieces() {
		if len(l.pieces)%sentenceAtOnce == sentenceAtOnce-1 && !goOn(&l) {
			break
		}
		if p.Token < 0 {
			l.add(packPiece(p), c.typeface.Width([]byte(gapLabel(p.Gap)))+2*sentencePadding, 0)
			continue
		}
		word = t.AppendWord(word[:0], p.Token)
		tag := sentenceTagWidth * float64(utf8.RuneCountInString(c.faces[t.Tag(p.Token)].Below))
		l.add(packPiece(p), max(c.wordWidth(word), tag)+2*sentencePadding, breakOf(word))
	}
	return l
}

func (c *View) wordWidth(word []byte) float64 {
	n := len(word)
	if n > 0 && n <= face.LongestWord && word[0] != ' ' && word[n-1] != ' ' && visible.Plain(string(word)) {
		return c.typeface.Width(word)
	}
	return c.typeface.Width([]byte(face.ShownWord(string(word))))
}

// gapLabel returns what stands for a gap.
func gapLabel(length int) string { return "␣×" + strconv.Itoa(length) }

// follow brings the chosen token into sight if it was chosen elsewhere.
func (c *View) follow(ctx goapp.Context) {
	token := c.B.Token()
	if token == c.chosen {
		return
	}
	at := c.layout.find(token)
	if at < 0 {
		return
	}
	c.chosen, c.cursor = token, at
	c.pane.Show(ctx, c.layout.rowOf(at))
}

// Render draws the sentence.
func (c *View) Render() goapp.UI {
	c.adopt()
	c.pane.Resize(len(c.layout.starts))
	return dom.El("section", "sentence").Aria("label", c.say(words.Say.Sentence)).Body(
		c.legend(),
		dom.St("p", "heard").Body(dom.St("bdi").Signed(c.heard)).UI(),
		dom.El("div", "sentence-scroll").TabIndex(0).Lang(lang.ZH.Tag()).
			Attr("role", "listbox").
			Aria("orientation", "horizontal").
			Aria("label", c.say(words.Say.SentenceList)).
			Aria("activedescendant", c.pieceID(c.cursor)).
			Body(c.body()),
		c.detail(),
	)
}

func (c *View) say(t lang.Text) string { return t.In(c.P.Lang) }

// legend draws the families that occur; each can be lit.
func (c *View) legend() goapp.UI {
	items := make([]goapp.UI, len(c.families))
	for i, f := range c.families {
		items[i] = dom.Button("legend-item", face.FamilyClass(f.Family)).
			DataSet("family", int(f.Family)).
			Aria("pressed", c.lit == int(f.Family)).
			Title(c.say(words.Say.LightFamily)).
			Body(
				dom.El("span", "legend-cue").Aria("hidden", true),
				dom.El("span", "legend-name").Text(c.say(f.Family.Name())),
				dom.El("span", "legend-count").Text(words.Count(f.Count)),
			)
	}
	return dom.El("div", "legend", dom.Chosen(c.B.InParts(), "in-parts")).Attr("role", "group").
		Aria("label", c.say(words.Say.Legend)).OnClick(c.onLegend).Body(items...)
}

// body draws the rows in sight.
func (c *View) body() goapp.UI {
	c.pane.Most = c.B.AtFirst(sentenceFirstRows)
	return dom.El("div").Role("presentation").OnClick(c.onPiece).Body(c.pane.Draw(c.row)...)
}

func (c *View) row(r int) *dom.Still {
	row := dom.St("div", "sentence-row").Role("presentation")
	from, to := c.layout.row(r)
	for i := from; i < to; i++ {
		row.Body(c.piece(i))
	}
	return row
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

// piece draws one piece. Its tag stands in an attribute, so that marking the
// text with the mouse copies the text alone.
func (c *View) piece(i int) *dom.Still {
	p := c.layout.pieces[i]
	span := dom.St("bdi").DataSet("piece", i).Role("option")
	cursor := ""
	if i == c.cursor {
		cursor = "cursor"
		span.ID(cursorID)
	}
	said := c.saidOf(p)
	if cursor != "" || len(said) > 0 {
		span.Aria("label", c.describe(i))
	}
	if p.gap() > 0 {
		return span.Class("piece", "gap", cursor, dom.Chosen(c.lit != noFamily, "dim")).
			Title(c.gapTitle(i)).Text(gapLabel(p.gap()))
	}
	f := &c.faces[c.tokens.Tag(p.token())]
	is := p.token() == c.B.Token()
	if is {
		span.Aria("selected", true)
	}
	if len(said) > 0 {
		span.Title(face.SignText(c.P, said))
	}
	span.Class("piece", face.FamilyClass(f.Family), cursor, dom.Chosen(is, "chosen"), face.SignClass(c.P, said),
		dom.Chosen(float64(c.layout.widths[i]) > c.pane.Width, "long"),
		dom.Chosen(p.overlaps(), "overlap"),
		dom.Chosen(c.lit != noFamily && c.lit != int(f.Family), "dim"),
	).DataSet("tag", f.Below)
	return face.DrawWord(span, c.tokens.Word(p.token()))
}
