package app

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/visible"
)

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
		st("strong").Body(st("bdi").Word(c.tokens.Word(i))).UI(),
		st("bdi", "tag", f.family.Class()).Edged(f.tag).UI(),
		st("bdi").Edged(f.name.In(c.S.Lang)).UI(),
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

// shownLitTags is how many parts of speech of a family are drawn.
const shownLitTags = 60

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
	left := 0
	for _, i := range c.tags {
		f := &c.faces[i]
		switch {
		case int(f.family) != c.lit:
		case len(tags) >= shownLitTags:
			left++
		default:
			tags = append(tags, button("lit-tag").DataSet("tag-index", i).
				Attr("disabled", f.tag == "").
				Aria("pressed", f.tag != "" && c.S.TokenTag == f.tag).
				Title(c.say(say.FilterTag)).Body(
				st("bdi", "tag", f.family.Class()).Edged(f.tag).UI(),
				st("bdi").Edged(f.name.In(c.S.Lang)).UI(),
				el("span", "soft").Text(count(f.count)),
			))
		}
	}
	if left > 0 {
		tags = append(tags, el("span", "soft").Text(c.say(say.MoreTags.With(count(left)))))
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
		visible.Isolated(shownWord(c.tokens.Word(i))),
		visible.Isolated(c.faces[c.tokens.Tag(i)].label(c.S.Lang)),
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
