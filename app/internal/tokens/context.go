package tokens

import (
	"slices"
	"strconv"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/query"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// around is how many characters of the text are drawn on each side of a word, at
// most as many tokens.
const around = 40

// places tells where tokens stand in the text; nil where they stand in its order.
type places struct {
	order []int32 // the tokens as the text has them
	at    []int32 // of each token its place in order, -1 for none
}

func placesOf(t *parser.Tokens) *places {
	if t.Sorted() {
		return nil
	}
	p := &places{at: slices.Repeat([]int32{-1}, t.Len())}
	for piece := range t.Pieces() {
		if piece.Token >= 0 {
			p.at[piece.Token] = int32(len(p.order))
			p.order = append(p.order, int32(piece.Token))
		}
	}
	return p
}

// beside returns the token that stands step places from token i in the text, -1 for
// none.
func (p *places) beside(i, step, tokens int) int {
	if p == nil {
		if i += step; i < 0 || i >= tokens {
			return -1
		}
		return i
	}
	at := int(p.at[i])
	if at < 0 || at+step < 0 || at+step >= len(p.order) {
		return -1
	}
	return int(p.order[at+step])
}

// textBeside returns the text before token i, if step is -1, or behind it. What no
// token covers is a blank.
func (c *View) textBeside(i, step int) string {
	text, edge, n := "", i, 0
	for k := step; n < around && k*step <= around; k += step {
		next := c.places.beside(i, k, c.tokens.Len())
		if next < 0 {
			break
		}
		word, _ := words.Clipped(c.tokens.Word(next), around)
		if step < 0 {
			text = word + c.between(next, edge) + text
		} else {
			text += c.between(edge, next) + word
		}
		n += utf8.RuneCountInString(word)
		edge = next
	}
	return text
}

// between returns what stands for a gap between two tokens.
func (c *View) between(a, b int) string {
	at, known := c.tokens.Offset(a)
	length, _ := c.tokens.Length(a)
	if next, ok := c.tokens.Offset(b); ok && known && next > at+length {
		return " "
	}
	return ""
}

// onContext shows the words within the text, or as a table again. Where nothing is
// looked for, it looks for the chosen word, and no longer once that is over.
func (c *View) onContext(ctx goapp.Context, _ goapp.Event) {
	if c.inText = !c.inText; !c.inText {
		if !c.sought.Empty() && c.B.Query() == c.sought {
			c.seek(ctx, query.Query{})
		}
		return
	}
	c.places, c.sought = placesOf(c.tokens), query.Query{}
	if i := c.B.Token(); i >= 0 && !c.B.Sifted() {
		c.sought = query.Query{Text: query.Quoted(c.tokens.Word(i)), Whole: true}
		c.seek(ctx, c.sought)
	}
}

// contextRow draws a word with the text around it.
func (c *View) contextRow(row, i int) *dom.Still {
	f, word := &c.faces[c.tokens.Tag(i)], dom.St("bdi", "context-word", face.FamilyClass(c.faces[c.tokens.Tag(i)].Family))
	return c.rowOfTable(row, i).Title(f.Label(c.P.Lang)).Body(
		tokenCell("token-number").Text(strconv.Itoa(i+1)),
		tokenCell("token-context").Lang(lang.ZH.Tag()).Body(
			dom.St("bdi", "context-before").Body(dom.St("span").Edged(c.textBeside(i, -1))),
			face.DrawWord(word, c.tokens.Word(i)),
			dom.St("bdi", "context-behind").Edged(c.textBeside(i, 1)),
		),
		tokenCell("token-offset").Text(words.NumberText(c.tokens.Offset(i))),
	)
}
