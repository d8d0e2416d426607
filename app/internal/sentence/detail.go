package sentence

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// detail tells about the piece that is pointed at or reached by keys or
// chosen, else about the families that are looked among.
func (c *View) detail() goapp.UI {
	at := c.pointed
	if at < 0 {
		at = c.cursor
	}
	if c.naming || at < 0 || at >= len(c.layout.pieces) {
		return dom.El("div", "sentence-detail", dom.Chosen(c.among != nil || len(c.layout.pieces) == 0, "of-family")).OnClick(c.onTag).Body(c.litTags()...)
	}
	p := c.layout.pieces[at]
	if p.gap() > 0 {
		return dom.El("div", "sentence-detail").Body(dom.El("span").Text(c.gapTitle(at)))
	}
	i := p.token()
	f := &c.faces[c.tokens.Tag(i)]
	parts := []goapp.UI{
		dom.St("strong").Body(face.DrawWord(dom.St("bdi"), c.tokens.Word(i))).UI(),
		dom.St("bdi", "tag", face.FamilyClass(f.Family)).Edged(f.Tag).UI(),
		dom.St("bdi").Edged(f.Name.In(c.P.Lang)).UI(),
		dom.El("span", "soft").Text(c.say(words.Say.ColumnOffset) + " " + words.NumberText(c.tokens.Offset(i))),
		dom.El("span", "soft").Text(c.say(words.Say.ColumnLength) + " " + words.NumberText(c.tokens.Length(i))),
		dom.El("span", "soft").Text("#" + strconv.Itoa(i+1)),
	}
	if f.Like {
		parts = append(parts, dom.El("span", "soft").Text(c.say(words.Say.PosUnknown)))
	}
	if p.kind() != whole {
		parts = append(parts, dom.El("span", "overlap-note").Text(c.say(words.Say.Overlaps)))
	}
	parts = append(parts, face.SignOf(c.P, c.saidOf(p)).UI())
	return dom.El("div", "sentence-detail").Body(parts...)
}

// shownLitTags is how many parts of speech of a family are drawn.
const shownLitTags = 60

// litTags draws the parts of speech of the families that are looked among, each of which
// can be taken out or put in, or a hint.
func (c *View) litTags() []goapp.UI {
	switch {
	case len(c.layout.pieces) == 0 && c.laid == c.tokens && !c.laying:
		return []goapp.UI{dom.El("span").Text(c.say(words.Say.NoSentence))}
	case c.among == nil:
		return []goapp.UI{dom.El("span", "soft").Text(c.say(words.Say.SentenceHint))}
	}
	var tags []goapp.UI
	left := 0
	for _, i := range c.tags {
		f := &c.faces[i]
		switch {
		case c.lit(f.Family) == "false":
		case len(tags) >= shownLitTags:
			left++
		default:
			tags = append(tags, dom.Button("lit-tag").DataSet("tag-index", i).
				Aria("pressed", c.B.HasTag(f.Tag)).
				Title(c.say(words.Say.FilterTag)).Body(
				dom.St("bdi", "tag", face.FamilyClass(f.Family)).Edged(f.Tag).UI(),
				dom.St("bdi").Edged(f.Name.In(c.P.Lang)).UI(),
				dom.El("span", "soft").Text(words.Count(f.Count)),
			))
		}
	}
	if left > 0 {
		tags = append(tags, dom.El("span", "soft").Text(c.say(words.Say.MoreTags.With(words.Count(left)))))
	}
	return tags
}

// describe tells in words what a piece is.
func (c *View) describe(at int) string {
	p := c.layout.pieces[at]
	if p.gap() > 0 {
		return c.gapTitle(at)
	}
	i := p.token()
	parts := []string{
		visible.Isolated(face.ShownWord(c.tokens.Word(i))),
		visible.Isolated(c.faces[c.tokens.Tag(i)].Label(c.P.Lang)),
		c.say(words.Say.ColumnOffset) + " " + words.NumberText(c.tokens.Offset(i)),
		c.say(words.Say.ColumnLength) + " " + words.NumberText(c.tokens.Length(i)),
	}
	if p.kind() != whole {
		parts = append(parts, c.say(words.Say.Overlaps))
	}
	if said := c.saidOf(p); len(said) > 0 {
		parts = append(parts, face.SignText(c.P, said))
	}
	return strings.Join(parts, ", ")
}

// saidOf returns the remarks on what a piece is.
func (c *View) saidOf(p piece) []int {
	if p.token() < 0 {
		return nil
	}
	return c.B.AboutToken(p.token())
}

func (c *View) gapTitle(at int) string {
	length, offset := c.layout.pieces[at].gap(), c.startOf(at)
	title := words.Say.Gap.With(strconv.Itoa(offset), words.Count(length), c.say(unitName(c.tokens.Unit, length))).In(c.P.Lang)
	if held := c.gapText(at); held != "" {
		title += c.say(words.Say.GapHolds) + visible.Isolated(held)
	}
	return title
}

// gapText returns what the text of the reader has in a gap, empty where that is not
// known.
func (c *View) gapText(at int) string {
	r := c.B.Aligned()
	if r == nil || at+1 >= len(c.layout.pieces) {
		return ""
	}
	held, _ := words.Clipped(string(r.Before(c.layout.pieces[at+1].token())), face.LongestWord)
	return held
}

// unitName returns what offsets and lengths count, for so many of it.
func unitName(u parser.Unit, n int) lang.Text {
	one, many := words.Say.UnitRune, words.Say.UnitRunes
	switch u {
	case parser.UnitBytes:
		one, many = words.Say.UnitByte, words.Say.UnitBytes
	case parser.UnitUTF16:
		one, many = words.Say.UnitUTF16One, words.Say.UnitUTF16
	}
	return words.Numbered(one, many, n)
}

// onTag looks among a part of speech, too; a second time no longer.
func (c *View) onTag(_ goapp.Context, e goapp.Event) {
	if i := dom.IndexOf(e.Get("target"), "tag-index"); i >= 0 && i < len(c.faces) {
		c.P.ToggleTags(c.faces[i].Tag)
	}
}
