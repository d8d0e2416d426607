// Package beside is what stands beside the text and is there when it is asked for: the
// card of a word, and the map of the whole.
package beside

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Card tells of a token beside its word, or on a telephone at the bottom of the screen.
type Card struct {
	P        *model.Page
	Tokens   *parser.Tokens
	Token    int
	Face     *face.TagFace
	Overlaps bool // that the word overlaps another one
	Sheet    bool
	// Previous and Next are what the sheet leads to, as the numbers that it has in
	// data-step; -1 for nothing.
	Previous, Next int
}

// Draw draws the card.
func (c *Card) Draw() goapp.UI {
	body := []*dom.Still{c.told(), c.doings()}
	box := dom.El("div", "word-card").Role("group")
	if c.Sheet {
		box, body = dom.El("dialog", "word-card"), append(body, c.steps())
	}
	return box.Aria("label", c.say(words.Say.WordCard)).Body(dom.El("div", "card-body").Body(dom.Uis(body)...))
}

func (c *Card) say(t lang.Text) string { return t.In(c.P.Lang) }

// told is what the card says: the word, its part of speech in both languages and what
// is to be known of that, and where the word stands.
func (c *Card) told() *dom.Still {
	i, f := c.Token, c.Face
	where := c.say(words.Say.ColumnOffset) + " " + words.NumberText(c.Tokens.Offset(i)) + " · " +
		c.say(words.Say.ColumnLength) + " " + words.NumberText(c.Tokens.Length(i)) + " · #" + strconv.Itoa(i+1)
	told := dom.St("div", "card-told").Body(
		dom.StOf("p", "card-word", face.DrawWord(dom.St("bdi").Lang(lang.ZH.Tag()), c.Tokens.Word(i)),
			dom.St("bdi", "tag", face.FamilyClass(f.Family)).Edged(f.Tag)),
		c.names(),
		dom.St("p", "soft").Text(where))
	if f.Like {
		told.Body(dom.St("p", "card-note").Text(c.say(words.Say.PosUnknown)))
	} else if note := c.say(f.Note); note != "" {
		told.Body(dom.St("p", "card-note").Text(note))
	}
	if c.Overlaps {
		told.Body(dom.St("p", "overlap-note").Text(c.say(words.Say.Overlaps)))
	}
	if said := c.P.Body.AboutToken(i); len(said) > 0 {
		told.Body(dom.StOf("p", "card-said", face.SignOf(c.P, said), dom.StText(face.SignText(c.P, said))))
	}
	return told
}

// names are those of a part of speech in both languages, the reader's first.
func (c *Card) names() *dom.Still {
	f := c.Face
	mine, other := c.P.Lang, lang.EN
	if mine == lang.EN {
		other = lang.ZH
	}
	line := dom.StOf("p", "card-names", dom.St("bdi").Edged(f.Name.In(mine)))
	if f.Name.ZH != f.Name.EN {
		line.Body(dom.St("bdi", "soft").Lang(other.Tag()).Edged(f.Name.In(other)))
	}
	return line.Body(dom.St("span", "soft").Text(f.Family.Name().In(mine)))
}

// doings are what can be done with the word.
func (c *Card) doings() *dom.Still {
	i, f := c.Token, c.Face
	word := c.Tokens.Word(i)
	buttons := dom.StOf("div", "card-do",
		dom.StButton("quiet").DataSet("copy", face.QuotedCopy(word)).DataSet("done", c.say(words.Say.Copied)).
			Text(c.say(words.Say.CopyWord)),
		dom.StButton("quiet").DataSet("do", model.ToRow(i)).Text(c.say(words.Say.ToRow)),
		dom.StButton("quiet").DataSet("do", model.ToPlace(model.ViewSource, c.P.Body.Report.Place(c.Tokens.Place(i)))).
			Text(c.say(words.Say.InSource)),
		dom.StButton("quiet").DataSet("do", model.Shares(model.ToToken(i))).Text(c.say(words.Say.ShareTitle)))
	if f.Anchor != "" {
		buttons.Body(dom.St("a", "quiet").Attr("href", dom.ReferenceLink(c.P.Lang, f.Anchor)).
			Text(visible.Isolated(f.Tag) + " " + c.say(words.Say.Reference)))
	}
	return buttons
}

// steps lead from word to word in the sheet, and close it.
func (c *Card) steps() *dom.Still {
	step := func(to int, name lang.Text, sign string) *dom.Still {
		return dom.StButton("button").DataSet("step", to).Attr("disabled", to < 0).
			Aria("label", c.say(name)).Text(sign)
	}
	return dom.StOf("div", "card-steps",
		step(c.Previous, words.Say.PreviousWord, "←"),
		step(c.Next, words.Say.NextWord, "→"),
		dom.StButton("button").DataSet("shut", "").Text(c.say(words.Say.Close)))
}

// Place puts a card below its word, or above where there is no room. The style sheet
// goes by properties, as no element may have a style in its markup.
func Place(box, word goapp.Value) {
	const margin, below = 8, 18 // the tag
	r, own := word.Call("getBoundingClientRect"), box.Call("getBoundingClientRect")
	window := goapp.Window()
	right := window.Get("innerWidth").Float() - own.Get("width").Float() - margin
	x, y := max(min(r.Get("left").Float(), right), margin), r.Get("bottom").Float()+below
	if high := own.Get("height").Float(); y+high+margin > window.Get("innerHeight").Float() {
		y = r.Get("top").Float() - high - margin
	}
	style := box.Get("style")
	style.Call("setProperty", "--x", strconv.Itoa(int(x))+"px")
	style.Call("setProperty", "--y", strconv.Itoa(int(y))+"px")
}
