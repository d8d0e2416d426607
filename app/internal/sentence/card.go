package sentence

import (
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// card tells of a word beside it, or on a telephone at the bottom of the screen.
type card struct {
	of    int  // the piece, -1 for none
	sheet bool // that it is at the bottom of a telephone's screen
	timer *time.Timer
}

const (
	// restTime is how long pointer or keys rest on a word before it has its card, and
	// leaveTime how long the card stays when they have left.
	restTime  = 450 * time.Millisecond
	leaveTime = 250 * time.Millisecond
	// sheetBelow is the width in pixels below which the card is a sheet, as the style
	// sheet has it.
	sheetBelow = 700
)

func (d *card) stop() {
	if d.timer != nil {
		d.timer.Stop()
	}
}

// later shows the card of a piece, -1 for none, when it was rested on.
func (c *View) later(at int) {
	d := &c.card
	d.stop()
	if d.sheet || at == d.of {
		return
	}
	wait := restTime
	if at < 0 {
		wait = leaveTime
	}
	d.timer = time.AfterFunc(wait, func() {
		c.pane.Ctx.Dispatch(func(ctx goapp.Context) { c.openCard(ctx, at, false) })
	})
}

// openCard shows the card of a piece; of a gap there is none.
func (c *View) openCard(ctx goapp.Context, at int, sheet bool) {
	d := &c.card
	d.stop()
	if at >= len(c.layout.pieces) || at >= 0 && c.layout.pieces[at].token() < 0 {
		at = -1
	}
	opens := sheet && !d.sheet
	d.of, d.sheet = at, sheet && at >= 0
	if at < 0 {
		return
	}
	ctx.Defer(func(goapp.Context) {
		box := c.pane.Field(".word-card")
		switch {
		case !box.Truthy():
		case opens:
			if dom.Attempt(func() { box.Call("showModal") }) != nil {
				box.Set("open", true)
			}
		case !sheet:
			c.place(box, at)
		}
	})
}

// place puts the card below its word, or above where there is no room. The style sheet
// goes by properties, as no element may have a style in its markup.
func (c *View) place(box goapp.Value, at int) {
	word := c.pane.Field(`[data-piece="` + strconv.Itoa(at) + `"]`)
	if !word.Truthy() {
		return
	}
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

// closeCard takes the card away.
func (c *View) closeCard() {
	if c.card.sheet {
		_ = dom.Attempt(func() { c.pane.Field(".word-card").Call("close") })
	}
	c.card.stop()
	c.card.of, c.card.sheet = -1, false
}

// drawCard draws the card.
func (c *View) drawCard() goapp.UI {
	at := c.card.of
	if at < 0 || at >= len(c.layout.pieces) || c.layout.pieces[at].token() < 0 {
		return nil
	}
	body := []*dom.Still{c.told(at), c.doings(at)}
	box := dom.El("div", "word-card").Role("group")
	if c.card.sheet {
		box, body = dom.El("dialog", "word-card"), append(body, c.steps(at))
	}
	return box.Aria("label", c.say(words.Say.WordCard)).Body(dom.El("div", "card-body").Body(dom.Uis(body)...))
}

// told is what the card says: the word, its part of speech in both languages and what
// is to be known of that, and where the word stands.
func (c *View) told(at int) *dom.Still {
	p := c.layout.pieces[at]
	i := p.token()
	f := &c.faces[c.tokens.Tag(i)]
	where := c.say(words.Say.ColumnOffset) + " " + words.NumberText(c.tokens.Offset(i)) + " · " +
		c.say(words.Say.ColumnLength) + " " + words.NumberText(c.tokens.Length(i)) + " · #" + strconv.Itoa(i+1)
	told := dom.St("div", "card-told").Body(
		dom.StOf("p", "card-word", face.DrawWord(dom.St("bdi").Lang(lang.ZH.Tag()), c.tokens.Word(i)),
			dom.St("bdi", "tag", face.FamilyClass(f.Family)).Edged(f.Tag)),
		c.names(f),
		dom.St("p", "soft").Text(where))
	if f.Like {
		told.Body(dom.St("p", "card-note").Text(c.say(words.Say.PosUnknown)))
	} else if note := c.say(f.Note); note != "" {
		told.Body(dom.St("p", "card-note").Text(note))
	}
	if p.kind() != whole {
		told.Body(dom.St("p", "overlap-note").Text(c.say(words.Say.Overlaps)))
	}
	if said := c.saidOf(p); len(said) > 0 {
		told.Body(dom.StOf("p", "card-said", face.SignOf(c.P, said), dom.StText(face.SignText(c.P, said))))
	}
	return told
}

// names are those of a part of speech in both languages, the reader's first.
func (c *View) names(f *face.TagFace) *dom.Still {
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
func (c *View) doings(at int) *dom.Still {
	i := c.layout.pieces[at].token()
	f := &c.faces[c.tokens.Tag(i)]
	word := c.tokens.Word(i)
	buttons := dom.StOf("div", "card-do",
		dom.StButton("quiet").DataSet("copy", face.QuotedCopy(word)).DataSet("done", c.say(words.Say.Copied)).
			Text(c.say(words.Say.CopyWord)),
		dom.StButton("quiet").DataSet("do", model.ToRow(i)).Text(c.say(words.Say.ToRow)),
		dom.StButton("quiet").DataSet("do", model.ToPlace(model.ViewSource, c.B.Report.Place(c.tokens.Place(i)))).
			Text(c.say(words.Say.InSource)))
	if f.Anchor != "" {
		buttons.Body(dom.St("a", "quiet").Attr("href", dom.ReferenceLink(c.P.Lang, f.Anchor)).
			Text(visible.Isolated(f.Tag) + " " + c.say(words.Say.Reference)))
	}
	return buttons
}

// steps lead from word to word in the sheet, and close it.
func (c *View) steps(at int) *dom.Still {
	step := func(to int, name lang.Text, sign string) *dom.Still {
		return dom.StButton("button").DataSet("step", to).Attr("disabled", to < 0).
			Aria("label", c.say(name)).Text(sign)
	}
	return dom.StOf("div", "card-steps",
		step(c.word(at, -1), words.Say.PreviousWord, "←"),
		step(c.word(at, 1), words.Say.NextWord, "→"),
		dom.StButton("button").DataSet("shut", "").Text(c.say(words.Say.Close)))
}

// word returns the next piece that is a word, -1 for none.
func (c *View) word(at, step int) int {
	for at += step; at >= 0 && at < len(c.layout.pieces); at += step {
		if p := c.layout.pieces[at]; p.token() >= 0 && p.kind() != rest {
			return at
		}
	}
	return -1
}

// onCard hears what is pressed in the card, or beside it where it is a sheet.
func (c *View) onCard(e goapp.Value) {
	target := e.Get("target")
	if !target.Get("closest").Truthy() || !target.Call("closest", ".word-card").Truthy() {
		return
	}
	to := dom.IndexOf(target, "step")
	shut := target.Call("matches", "dialog, [data-shut]").Bool() || target.Call("closest", "[data-do]").Truthy()
	if to < 0 && !shut {
		return
	}
	c.pane.Ctx.Emit(func() {
		if shut {
			c.closeCard()
			c.pane.Focus()
			return
		}
		c.pick(c.pane.Ctx, to)
	})
}

// pick chooses the word that the sheet leads to, and shows it above the sheet.
func (c *View) pick(ctx goapp.Context, at int) {
	c.cursor, c.anchor = at, -1
	if token := c.layout.pieces[at].token(); token != c.B.Token() {
		c.P.SelectToken(token)
		c.chosen = token
	}
	c.openCard(ctx, at, true)
	c.raise(ctx, at)
}

// raise brings a piece into the upper part of what is in sight.
func (c *View) raise(ctx goapp.Context, at int) {
	high := c.layout.rowHeight()
	row := c.layout.rowOf(at)
	if y := row*high - int(c.pane.Top); y < 0 || y > c.pane.Page()*high/3 {
		c.pane.Top = float64((row - 2) * high)
		c.pane.Settle()
		c.pane.Apply(ctx)
	}
}

// onClose hears that the browser has closed the sheet, as the escape key makes it.
func (c *View) onClose(goapp.Value) {
	c.pane.Ctx.Dispatch(func(goapp.Context) { c.card.of, c.card.sheet = -1, false })
}

// onScroll shows in the map where the text is. A card stays with its word no longer.
func (c *View) onScroll(goapp.Value) {
	c.pointOut()
	if c.card.of >= 0 && !c.card.sheet {
		c.later(-1)
	}
}
