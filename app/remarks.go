package app

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Remarks lists what there is to say about the body, the gravest first.
type Remarks struct {
	goapp.Compo
	S   *Session
	Rev int
}

// Render draws the list.
func (c *Remarks) Render() goapp.UI {
	s := c.S
	all := s.Report.Diagnostics
	switch {
	case s.rest() == restComing:
		return el("p", "nothing").Text(say.RemarksLater.In(s.Lang))
	case s.Beginning, s.Report.Stopped && len(all) == 0:
		return el("p", "nothing").Text(say.RemarksLeft.In(s.Lang))
	case len(all) == 0:
		return el("p", "nothing").Text(say.NoRemarks.In(s.Lang))
	}
	var lines []goapp.UI
	for severity := parser.Error; ; severity-- {
		for i := range all {
			if all[i].Severity == severity {
				lines = append(lines, s.remark(&all[i], true))
			}
		}
		if severity == parser.Info {
			break
		}
	}
	if n := s.Report.Omitted; n > 0 {
		lines = append(lines, el("li", "omitted").Text(say.Omitted.With(count(n)).In(s.Lang)))
	}
	if s.Report.Stopped {
		lines = append(lines, el("li", "omitted").Text(say.RemarksLeft.In(s.Lang)))
	}
	return el("ul", "remarks").Body(lines...)
}

// leadLines is how many remarks stand above the result itself.
const leadLines = 2

// Lead puts what was mended or contradicts itself above the result, so that it
// is not overlooked.
type Lead struct {
	goapp.Compo
	S   *Session
	Rev int
}

// Render draws the lines.
func (c *Lead) Render() goapp.UI {
	s := c.S
	switch {
	case len(s.Report.Callbacks) == 0: // the error itself is shown large
		return el("ul", "lead", "remarks").Hidden(true)
	case s.Beginning, s.late: // it would push down what somebody is at
		return el("ul", "lead", "remarks").Hidden(true)
	}
	var lines []goapp.UI
	for severity := parser.Error; severity > parser.Info; severity-- {
		for i := range s.Report.Diagnostics {
			if d := &s.Report.Diagnostics[i]; d.Severity == severity && len(lines) < leadLines {
				lines = append(lines, s.remark(d, false))
			}
		}
	}
	return el("ul", "lead", "remarks").Hidden(len(lines) == 0).Body(lines...)
}

// sentence draws what d says, what it quotes set apart.
func (s *Session) sentence(class string, d *parser.Diagnostic) *still {
	p := st("p", class)
	for part, quoted := range d.Parts(s.Lang) {
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
func (s *Session) remark(d *parser.Diagnostic, full bool) goapp.UI {
	class, sign, word := severityLook(d.Severity)
	return el("li", "remark", class).Body(
		el("span", "severity").Body(icon(sign), goapp.Text(word.In(s.Lang))),
		el("div", "remark-body").Body(
			s.sentence("", d).UI(),
			el("p", "remark-place").Body(s.remarkPlace(d, full)...),
			goapp.If(full, s.excerpt(d)),
		),
	)
}

func (s *Session) remarkPlace(d *parser.Diagnostic, full bool) []goapp.UI {
	var parts []goapp.UI
	if d.At.Known() {
		place := say.Line
		if d.Packed {
			place = say.LineUnpacked
		}
		place = place.With(strconv.Itoa(d.At.Line), strconv.Itoa(d.At.Column))
		parts = append(parts, s.markButton(s.spanOf(d), place).UI())
	}
	if d.Path != "" {
		parts = append(parts, st("code", "path").Foreign(d.Path).UI())
	}
	if full && d.Ref != "" {
		parts = append(parts, el("a", "to-row").Attr("href", ReferenceLink(s.Lang, d.Ref)).Text(say.Reference.In(s.Lang)))
	}
	if full {
		parts = append(parts, el("code", "code-name").Text(d.Code))
	}
	return parts
}

// spanOf returns the bytes that d means, in what was given. Where it means a
// point, such as the end of a body that was cut, it is the character before.
func (s *Session) spanOf(d *parser.Diagnostic) parser.Span {
	span, _ := d.Document.Origin(d.Span)
	if text := s.Report.Source.Text; span.Len() == 0 && int(span.End) <= len(text) {
		_, size := utf8.DecodeLastRune(text[:span.End])
		span.Start -= uint32(size)
	}
	return span
}

// markButton is a button that shows a place in the source.
func (s *Session) markButton(span parser.Span, label lang.Text) *still {
	return stillButton("place").DataSet("do", fmt.Sprintf("mark:%d:%d", span.Start, span.End)).
		Attr("title", say.ShowInSource.In(s.Lang)).Text(label.In(s.Lang))
}

// excerpt shows the line that d points into, with a caret below the place.
func (s *Session) excerpt(d *parser.Diagnostic) goapp.UI {
	e, ok := s.Report.Excerpt(d)
	if !ok {
		return nil
	}
	before, meant, after := cut(e)
	return st("pre", "excerpt").Body(
		st("span", "excerpt-line").Aria("hidden", true).Text(strconv.Itoa(e.Line)),
		st("code").Body(st("bdi").Dir("ltr").
			Signed(before).Body(st("mark").Signed(meant)).Signed(after)),
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

// severityLook returns class, sign and word of a severity.
func severityLook(severity parser.Severity) (class, sign string, word lang.Text) {
	switch severity {
	case parser.Error:
		return "is-bad", iconError, say.Error
	case parser.Warning:
		return "is-warn", iconWarning, say.Warning
	}
	return "is-info", iconInfo, say.Info
}

// Unread is shown in the place of the result where no callback was found: what
// is wrong, large, and where to look at what could be read.
type Unread struct {
	goapp.Compo
	S   *Session
	Rev int
}

// Render draws the gravest diagnostic large.
func (c *Unread) Render() goapp.UI {
	s := c.S
	parts := []goapp.UI{el("h2").Text(say.Unread.In(s.Lang))}
	if d := s.gravest(); d != nil {
		parts = append(parts, s.sentence("unread-why", d).UI(),
			el("p", "remark-place").Body(s.remarkPlace(d, false)...), s.excerpt(d))
	} else {
		parts = append(parts, el("p", "unread-why").Text(say.UnreadLede.In(s.Lang)))
	}
	parts = append(parts, el("p", "hint").Text(say.UnreadTree.In(s.Lang)))
	return el("div", "unread").Body(parts...)
}

// gravest returns the first diagnostic of the highest severity, nil for none.
func (s *Session) gravest() *parser.Diagnostic {
	var worst *parser.Diagnostic
	for i := range s.Report.Diagnostics {
		if d := &s.Report.Diagnostics[i]; worst == nil || d.Severity > worst.Severity {
			worst = d
		}
	}
	return worst
}
