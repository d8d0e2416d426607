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

// View lists what there is to say about the body, the gravest first.
type View struct {
	goapp.Compo
	P   *model.Page
	Rev int
}

// Render draws the list.
func (c *View) Render() goapp.UI {
	p := c.P
	all := p.Body.Report.Diagnostics
	switch {
	case p.Body.Unread() == model.UnreadComing:
		return dom.El("p", "nothing").Text(words.Say.RemarksLater.In(p.Lang))
	case p.Body.Partly(), p.Body.Report.Stopped && len(all) == 0:
		return dom.El("p", "nothing").Text(words.Say.RemarksLeft.In(p.Lang))
	case len(all) == 0:
		return dom.El("p", "nothing").Text(words.Say.NoRemarks.In(p.Lang))
	}
	var lines []goapp.UI
	for severity := parser.Error; ; severity-- {
		for i := range all {
			if all[i].Severity == severity {
				lines = append(lines, remark(p, &all[i], true))
			}
		}
		if severity == parser.Info {
			break
		}
	}
	if n := p.Body.Report.Omitted; n > 0 {
		lines = append(lines, dom.El("li", "omitted").Text(words.Say.Omitted.With(words.Count(n)).In(p.Lang)))
	}
	if p.Body.Report.Stopped {
		lines = append(lines, dom.El("li", "omitted").Text(words.Say.RemarksLeft.In(p.Lang)))
	}
	return dom.El("ul", "remarks").Body(lines...)
}

// leadLines is how many remarks stand above the result itself.
const leadLines = 2

// Lead puts what was mended or contradicts itself above the result, so that it
// is not overlooked.
type Lead struct {
	goapp.Compo
	P   *model.Page
	Rev int
}

// Render draws the lines.
func (c *Lead) Render() goapp.UI {
	p := c.P
	switch {
	case len(p.Body.Report.Callbacks) == 0: // the error itself is shown large
		return dom.El("ul", "lead", "remarks").Hidden(true)
	case p.Body.Partly(), p.Body.Extent == model.ExtentOvertaken: // it would push down what somebody is at
		return dom.El("ul", "lead", "remarks").Hidden(true)
	}
	var lines []goapp.UI
	for severity := parser.Error; severity > parser.Info; severity-- {
		for i := range p.Body.Report.Diagnostics {
			if d := &p.Body.Report.Diagnostics[i]; d.Severity == severity && len(lines) < leadLines {
				lines = append(lines, remark(p, d, false))
			}
		}
	}
	return dom.El("ul", "lead", "remarks").Hidden(len(lines) == 0).Body(lines...)
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

// remark draws one diagnostic as a line; in full with its path, its rule and
// the excerpt.
func remark(p *model.Page, d *parser.Diagnostic, full bool) goapp.UI {
	class, sign, word := face.SeverityLook(d.Severity)
	return dom.El("li", "remark", class).Body(
		dom.El("span", "severity").Body(dom.Icon(sign), goapp.Text(word.In(p.Lang))),
		dom.El("div", "remark-body").Body(
			sentence(p, "", d).UI(),
			dom.El("p", "remark-place").Body(remarkPlace(p, d, full)...),
			goapp.If(full, excerpt(p, d)),
		),
	)
}

func remarkPlace(p *model.Page, d *parser.Diagnostic, full bool) []goapp.UI {
	var parts []goapp.UI
	if d.At.Known() {
		place := words.Say.Line
		if d.Packed {
			place = words.Say.LineUnpacked
		}
		place = place.With(strconv.Itoa(d.At.Line), strconv.Itoa(d.At.Column))
		parts = append(parts, face.PlaceButton(p, placeOf(p.Body.Report, d), place).UI())
	}
	if d.Path != "" {
		parts = append(parts, dom.St("code", "path").Foreign(d.Path).UI())
	}
	if full && d.Ref != "" {
		parts = append(parts, dom.El("a", "to-row").Attr("href", dom.ReferenceLink(p.Lang, d.Ref)).
			Text(words.Say.Reference.In(p.Lang)))
	}
	if full {
		parts = append(parts, dom.El("a", "code-name").Attr("href", dom.ReferenceLink(p.Lang, advice.Anchor(d.Code))).
			Attr("title", words.Say.WhatToDo.In(p.Lang)).Body(dom.El("code").Text(d.Code)))
	}
	return parts
}

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

// Unparsed is shown in the place of the result where no callback was found: what
// is wrong, large, and where to look at what could be read.
type Unparsed struct {
	goapp.Compo
	P   *model.Page
	Rev int
}

// Render draws the gravest diagnostic large.
func (c *Unparsed) Render() goapp.UI {
	p := c.P
	parts := []goapp.UI{dom.El("h2").Text(words.Say.Unread.In(p.Lang))}
	if d := gravest(p); d != nil {
		parts = append(parts, sentence(p, "unread-why", d).UI(),
			dom.El("p", "remark-place").Body(remarkPlace(p, d, false)...), excerpt(p, d))
	} else {
		parts = append(parts, dom.El("p", "unread-why").Text(words.Say.UnreadLede.In(p.Lang)))
	}
	parts = append(parts, dom.El("p", "hint").Text(words.Say.UnreadTree.In(p.Lang)))
	return dom.El("div", "unread").Body(parts...)
}

// gravest returns the first diagnostic of the highest severity, nil for none.
func gravest(p *model.Page) *parser.Diagnostic {
	var worst *parser.Diagnostic
	for i := range p.Body.Report.Diagnostics {
		if d := &p.Body.Report.Diagnostics[i]; worst == nil || d.Severity > worst.Severity {
			worst = d
		}
	}
	return worst
}
