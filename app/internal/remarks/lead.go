package remarks

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
)

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
	more := 0
	for _, i := range p.Body.AboutShown() {
		switch d := &p.Body.Report.Diagnostics[i]; {
		case d.Severity == parser.Info:
		case len(lines) < leadLines:
			lines = append(lines, leadLine(p, i, d))
		default:
			more++
		}
	}
	if more > 0 {
		lines = append(lines, dom.El("li", "lead-more").Body(dom.Button("spot").DataSet("do", model.ToRemarks(false)).
			Text(words.Numbered(words.Say.RemarkFurther, words.Say.RemarksFurther, more).In(p.Lang))))
	}
	return dom.El("ul", "lead", "remarks").Hidden(len(lines) == 0).Body(lines...)
}

// leadLine draws a remark as a line that leads to where it is, and to all that is
// known of it.
func leadLine(p *model.Page, i int, d *parser.Diagnostic) goapp.UI {
	class, sign, word := face.SeverityLook(d.Severity)
	spots, _ := p.Body.Spots(i)
	return dom.El("li", "remark", class).Body(
		dom.Button("severity").DataSet("do", model.ToRemark(i)).Title(words.Say.RemarkDetails.In(p.Lang)).
			Body(dom.Icon(sign), goapp.Text(word.In(p.Lang))),
		dom.El("div", "remark-body").Body(
			sentence(p, "", d).UI(),
			dom.El("p", "remark-place").Body(placeParts(p, spots[0])...),
		),
	)
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
		place := placeParts(p, &d.Spot)
		if d.Path != "" {
			place = append(place, dom.St("code", "path").Foreign(d.Path).UI())
		}
		parts = append(parts, sentence(p, "unread-why", d).UI(),
			dom.El("p", "remark-place").Body(append(place, explained(p, d)...)...), excerpt(p, &d.Spot))
	} else {
		parts = append(parts, dom.El("p", "unread-why").Text(words.Say.UnreadLede.In(p.Lang)))
	}
	if len(p.Body.Report.Documents) > 0 { // else there is no tree
		parts = append(parts, dom.El("p", "hint").Text(words.Say.UnreadTree.In(p.Lang)))
	}
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
