package share

import (
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
)

// aim is what a link leads to: what the page shows as the link is made.
type aim struct {
	view          model.View
	callback, job int                // among those of the document
	remark        *parser.Diagnostic // that was led to, nil for none
	field         parser.Item        // that is chosen, none where it is not of the document
}

// aimOf returns what the page shows of the document.
func (c *content) aimOf(p *model.Page) *aim {
	b := p.Body
	a := &aim{view: p.View}
	shown, job := b.Shown()
	a.job = job
	for i := range shown {
		if b.Report.Callbacks[i].Root.Document() == c.doc {
			a.callback++
		}
	}
	if i := b.Led(); a.view == model.ViewRemarks && i >= 0 {
		a.remark = &b.Report.Diagnostics[i]
	}
	if it := b.Item(); it.Ok() && it.Document() == c.doc {
		a.field = it
	}
	return a
}

// actions returns what shows that in the report of the link's text, as a link has it.
func (c *content) actions(a *aim, of *parser.Report) string {
	job := ""
	if a.callback+a.job > 0 {
		job = model.ToJob(a.callback, a.job) + ","
	}
	if i := indexOf(of, a.remark); i >= 0 {
		return job + model.ToRemark(i)
	}
	if a.field.Ok() {
		span := a.field.Span()
		if span.Start, span.End = c.at(span.Start), c.at(span.End); span.Len() > 0 {
			return job + model.ToPlace(a.view, parser.Place{Span: span})
		}
	}
	return job + model.ToView(a.view)
}

// indexOf returns which remark of another report says the same as d; -1 for none.
func indexOf(r *parser.Report, d *parser.Diagnostic) int {
	if d != nil {
		for i := range r.Diagnostics {
			if r.Diagnostics[i].Code == d.Code && r.Diagnostics[i].Text == d.Text {
				return i
			}
		}
	}
	return -1
}
