package remarks

import (
	"slices"
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

// line draws a remark in full: what it says and how often, with its places and the
// excerpt, and what explains it.
func (c *View) line(i int) goapp.UI {
	p, d := c.P, &c.B.Report.Diagnostics[i]
	class, sign, word := face.SeverityLook(d.Severity)
	spots, here := c.B.Spots(i)
	first := spots[0]
	current := "false"
	if i == c.B.Led() || slices.Contains(c.B.AboutChosen(), i) {
		current = "true"
	}
	return dom.El("li", "remark", class, dom.Chosen(i == c.B.Led(), "led")).ID(lineID(i)).TabIndex(-1).Aria("current", current).Body(
		dom.El("span", "severity").Body(dom.Icon(sign), goapp.Text(word.In(p.Lang))),
		dom.El("div", "remark-body").Body(
			sentence(p, "", d).Body(c.times(d, first)).UI(),
			dom.El("p", "remark-place").Body(
				goapp.If(true, placeParts(p, first)...),
				c.spot(i, 0, first), c.allTokens(i),
				goapp.If(true, explained(p, d)...),
				dom.Button("spot").DataSet("do", model.Shares(model.ToRemark(i))).Text(c.say(words.Say.ShareTitle))),
			c.others(i, spots, here),
			excerpt(p, first),
		),
	)
}

// times tells how often a remark is said if that is more than once.
func (c *View) times(d *parser.Diagnostic, at *parser.Spot) *dom.Still {
	if d.Count < 2 {
		return nil
	}
	n := words.Count(d.Count)
	times := dom.St("span", "remark-times").Title(c.say(words.Say.RemarkTimes.With(n))).Text(" ×" + n)
	if at != &d.Spot && len(d.Args) > 0 { // which another place is described by
		times.Text(c.say(words.Say.OfSeveral.With(n)))
	}
	return times
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

// placeParts leads to where a place is in the source.
func placeParts(p *model.Page, at *parser.Spot) []goapp.UI {
	if !at.At.Known() {
		return nil
	}
	place := words.Say.Line
	if at.Packed {
		place = words.Say.LineUnpacked
	}
	place = place.With(strconv.Itoa(at.At.Line), strconv.Itoa(at.At.Column))
	return []goapp.UI{face.PlaceButton(p, placeOf(p.Body.Report, at), place).UI()}
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
// the tree. Among those of all jobs the job is named.
func (c *View) spot(i, k int, at *parser.Spot) goapp.UI {
	it := c.B.ItemAt(at)
	if !it.Ok() || it.Kind() == parser.KindDocument {
		return nil
	}
	button := dom.StButton("spot").DataSet("do", model.ToSpot(i, k))
	if c.B.EveryJob() && at.Job >= 0 {
		button.Text(c.say(words.Say.JobNumber.With(strconv.Itoa(c.B.Entry(at.Job)+1))) + " · ")
	}
	token := c.B.TokenAt(at)
	if token < 0 {
		return button.Title(c.say(words.Say.ShowField)).Body(dom.St("code", "path").Foreign(it.Path())).UI()
	}
	callback, job := c.B.JobAt(at.Job)
	word := c.B.Report.Callbacks[callback].Jobs[job].Tokens.Word(token)
	return button.Title(c.say(words.Say.ShowInTable)).
		Text(c.say(words.Say.TokenNumber.With(strconv.Itoa(token+1))) + " ").
		Body(face.DrawWord(dom.St("bdi", "spot-word"), word)).UI()
}

// allTokens leads to the table of all tokens that a remark is on; nil where that is one.
func (c *View) allTokens(i int) goapp.UI {
	n := c.B.TokensOf(i).Len()
	if n < 2 {
		return nil
	}
	return dom.Button("spot").DataSet("do", model.ToTokensOf(i)).
		Text(c.say(words.Say.ShowAllInTable.With(words.Count(n))))
}

// fewSpots is how many further places stand in the open.
const fewSpots = 4

// others leads to the further places of a remark: those in the shown job, where only
// what is about that is listed, and to where the others are.
func (c *View) others(i int, spots []*parser.Spot, here int) goapp.UI {
	count := c.B.Report.Diagnostics[i].Count
	if !c.B.EveryJob() && here > 0 {
		spots = spots[:here]
	}
	var buttons []goapp.UI
	for k := 1; k < len(spots); k++ {
		if at := c.spot(i, k, spots[k]); at != nil {
			buttons = append(buttons, at)
		} else {
			buttons = append(buttons, placeParts(c.P, spots[k])...)
		}
	}
	found := len(buttons)
	switch n := count - len(spots); {
	case n <= 0:
	case c.B.SeveralJobs() && !c.B.EveryJob():
		buttons = append(buttons, dom.Button("spot").DataSet("do", model.ToRemarks(true)).
			Text(c.say(words.Numbered(words.Say.SpotElsewhere, words.Say.SpotsElsewhere, n))))
	case c.B.TokensOf(i).Len() >= count: // of which the table shows all
	default:
		buttons = append(buttons, dom.El("span", "soft").
			Text(c.say(words.Numbered(words.Say.SpotMore, words.Say.SpotsMore, n))))
	}
	switch label := c.say(words.Numbered(words.Say.AlsoOne, words.Say.AlsoMany, found)); {
	case len(buttons) == 0:
		return nil
	case found == 0:
		return dom.El("div", "spots").Body(buttons...)
	case found <= fewSpots:
		return dom.El("div", "spots").Body(append([]goapp.UI{dom.El("span", "soft").Text(label)}, buttons...)...)
	default:
		return dom.El("details", "spots-folded").Body(
			dom.El("summary").Text(label), dom.El("div", "spots").Body(buttons...))
	}
}

// placeOf returns the bytes of a place. Where it is a point, such as the end of a
// body that was cut, it is the character before.
func placeOf(r *parser.Report, s *parser.Spot) parser.Place {
	at := r.PlaceOf(s)
	if text := r.Texts[at.Text].Bytes; at.Span.Len() == 0 && int(at.Span.End) <= len(text) {
		_, size := utf8.DecodeLastRune(text[:at.Span.End])
		at.Span.Start -= uint32(size)
	}
	return at
}

// excerpt shows the line that a place is in, with a caret below it.
func excerpt(p *model.Page, at *parser.Spot) goapp.UI {
	e, ok := p.Body.Report.Excerpt(at)
	if !ok || e.Text == "" {
		return nil
	}
	before, meant, after := cut(e)
	return dom.St("pre", "excerpt").TabIndex(0).Role("group").Aria("label", words.Say.Excerpt.In(p.Lang)).Body(
		dom.St("span", "excerpt-line").Aria("hidden", true).Text(strconv.Itoa(e.Line)),
		dom.St("code").Body(dom.St("bdi").Dir("ltr").
			Signed(before).Body(dom.St("mark").Signed(meant)).Signed(after)),
	).UI()
}

// contextBefore is how many characters of a line stand before what is meant, so
// that this is in sight on a phone.
const contextBefore = 14

// cut splits an excerpt around what it points to, with little before it. Where that is the end of the
// line, a blank stands for it, so that there is something to mark.
func cut(e parser.Excerpt) (before, meant, after string) {
	runes := []rune(strings.ReplaceAll(e.Text, "\t", "  "))
	caret := min(e.Caret+strings.Count(string([]rune(e.Text)[:min(e.Caret, len([]rune(e.Text)))]), "\t"), len(runes))
	end := min(caret+e.Width, len(runes))
	from := max(caret-contextBefore, 0)
	before, meant, after = string(runes[from:caret]), string(runes[caret:end]), string(runes[end:])
	if from > 0 {
		before = "…" + before
	}
	if meant == "" {
		meant = " "
	}
	return before, meant, after
}
