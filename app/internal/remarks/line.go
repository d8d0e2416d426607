package remarks

import (
	"strconv"
	"strings"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/reference/advice"
)

// line draws a remark in full: what it says, with its places and the excerpt, and
// what explains it.
func (c *View) line(i int) goapp.UI {
	p, d := c.P, &c.B.Report.Diagnostics[i]
	class, sign, word := face.SeverityLook(d.Severity)
	spots := c.B.Spots(i)
	return dom.El("li", "remark", class, dom.Chosen(i == c.B.Led(), "led")).ID(lineID(i)).TabIndex(-1).Body(
		dom.El("span", "severity").Body(dom.Icon(sign), goapp.Text(word.In(p.Lang))),
		dom.El("div", "remark-body").Body(
			sentence(p, "", d).UI(),
			dom.El("p", "remark-place").Body(
				goapp.If(true, placeParts(p, d)...),
				c.spot(i, 0, spots[0]),
				goapp.If(true, explained(p, d)...)),
			c.others(i, spots),
			excerpt(p, d),
		),
	)
}

// sentence draws what d says, what it quotes set apart.
func sentence(page *model.Page, class string, d *parser.Diagnostic) *dom.Still {
	p := dom.St("p", class)
	for part, quoted := range d.Parts(page.Lang) {
		if quoted {
			p.Foreign(part)
		} else {
			p.Text(part)
		}
	}
	return p
}

// placeParts leads to where d is in the source.
func placeParts(p *model.Page, d *parser.Diagnostic) []goapp.UI {
	if !d.At.Known() {
		return nil
	}
	place := words.Say.Line
	if d.Packed {
		place = words.Say.LineUnpacked
	}
	place = place.With(strconv.Itoa(d.At.Line), strconv.Itoa(d.At.Column))
	return []goapp.UI{face.PlaceButton(p, placeOf(p.Body.Report, d), place).UI()}
}

// explained leads to the rows of the reference that tell about the field and the
// remark.
func explained(p *model.Page, d *parser.Diagnostic) []goapp.UI {
	var parts []goapp.UI
	if d.Ref != "" {
		parts = append(parts, dom.El("a", "to-row").Attr("href", dom.ReferenceLink(p.Lang, d.Ref)).
			Text(words.Say.Reference.In(p.Lang)))
	}
	return append(parts, dom.El("a", "code-name").Attr("href", dom.ReferenceLink(p.Lang, advice.Anchor(d.Code))).
		Attr("title", words.Say.WhatToDo.In(p.Lang)).Body(dom.El("code").Text(d.Code)))
}

// spot leads to a place of a remark: the token in its table, or what else it is in
// the tree.
func (c *View) spot(i, k int, at model.Spot) goapp.UI {
	if !at.Item.Ok() || at.Item.Kind() == parser.KindDocument {
		return nil
	}
	button := dom.StButton("spot").DataSet("do", model.ToSpot(i, k))
	token := c.B.TokenAt(at)
	if token < 0 {
		return button.Title(c.say(words.Say.ShowInTree)).
			Body(dom.St("code", "path").Foreign(at.Item.Path())).UI()
	}
	callback, job := c.B.JobAt(at.Job)
	word := c.B.Report.Callbacks[callback].Jobs[job].Tokens.Word(token)
	return button.Title(c.say(words.Say.ShowInTable)).
		Text(c.say(words.Say.TokenNumber.With(strconv.Itoa(token+1))) + " ").
		Body(face.DrawWord(dom.St("bdi", "spot-word"), word)).UI()
}

// fewSpots is how many further places stand in the open.
const fewSpots = 4

// others leads to the further places of a remark.
func (c *View) others(i int, spots []model.Spot) goapp.UI {
	d := &c.B.Report.Diagnostics[i]
	if len(spots) < 2 {
		return nil
	}
	buttons := make([]goapp.UI, 0, len(spots))
	for k := 1; k < len(spots); k++ {
		buttons = append(buttons, c.spot(i, k, spots[k]))
	}
	if n := timesOf(d) - len(spots); n > 0 {
		buttons = append(buttons, dom.El("span", "soft").
			Text(c.say(words.Numbered(words.Say.SpotMore, words.Say.SpotsMore, n))))
	}
	label := c.say(words.Numbered(words.Say.AlsoOne, words.Say.AlsoMany, timesOf(d)-1))
	if len(buttons) <= fewSpots {
		return dom.El("div", "spots").Body(append([]goapp.UI{dom.El("span", "soft").Text(label)}, buttons...)...)
	}
	return dom.El("details", "spots-folded").Body(
		dom.El("summary").Text(label), dom.El("div", "spots").Body(buttons...))
}

// timesOf returns how many places there are that d is about.
func timesOf(d *parser.Diagnostic) int { return 1 + len(d.Others) }

// placeOf returns the place that d means. Where it means a point, such as the
// end of a body that was cut, it is the character before.
func placeOf(r *parser.Report, d *parser.Diagnostic) parser.Place {
	at := r.PlaceOf(d)
	if text := r.Texts[at.Text].Bytes; at.Span.Len() == 0 && int(at.Span.End) <= len(text) {
		_, size := utf8.DecodeLastRune(text[:at.Span.End])
		at.Span.Start -= uint32(size)
	}
	return at
}

// excerpt shows the line that d points into, with a caret below the place.
func excerpt(p *model.Page, d *parser.Diagnostic) goapp.UI {
	e, ok := p.Body.Report.Excerpt(d)
	if !ok {
		return nil
	}
	before, meant, after := cut(e)
	return dom.St("pre", "excerpt").Body(
		dom.St("span", "excerpt-line").Aria("hidden", true).Text(strconv.Itoa(e.Line)),
		dom.St("code").Body(dom.St("bdi").Dir("ltr").
			Signed(before).Body(dom.St("mark").Signed(meant)).Signed(after)),
	).UI()
}

// cut splits an excerpt around what it points to. Where that is the end of the
// line, a blank stands for it, so that there is something to mark.
func cut(e parser.Excerpt) (before, meant, after string) {
	runes := []rune(strings.ReplaceAll(e.Text, "\t", "  "))
	caret := min(e.Caret+strings.Count(string([]rune(e.Text)[:min(e.Caret, len([]rune(e.Text)))]), "\t"), len(runes))
	end := min(caret+e.Width, len(runes))
	before, meant, after = string(runes[:caret]), string(runes[caret:end]), string(runes[end:])
	if meant == "" {
		meant = " "
	}
	return before, meant, after
}
