package model

import (
	"context"

	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
)

// Reading is the work on a body.
type Reading struct {
	Cancel  context.CancelFunc
	Touched bool // the reader has done something since it began

	body   *Body       // that it reads, once a part of it is shown
	beside *Comparison // that waits for what it reads; nil if that is to be shown by itself
}

// Begin makes r the work that is under way, in the place of what was.
func (p *Page) Begin(r *Reading) {
	p.Stop()
	p.Reading, p.Used, p.Aside = r, true, nil
	if p.Compare.Waiting() >= 0 {
		r.beside = p.Compare
	}
	p.Rev++
}

// Stop ends the work that is under way, whose result is no longer wanted.
func (p *Page) Stop() {
	if p.Reading != nil {
		p.Reading.Cancel()
		p.Finish(p.Reading)
	}
}

// Finish puts r away if it is still under way, however it went. What was read
// by then is what there is.
func (p *Page) Finish(r *Reading) {
	if p.Reading != r {
		return
	}
	p.Reading = nil
	if b := r.body; b != nil && b.Extent == ExtentBegun {
		b.Extent = ExtentLeft
	}
}

// Halt keeps what is shown of a body that the reader stopped.
func (p *Page) Halt(r *Reading) {
	p.Notice = words.Quoting(words.Say.StoppedEarly)
	if r.body != nil {
		r.body.Extent, p.Notice = ExtentLeft, words.Quoting(words.Say.Stopped)
	}
}

// Begun shows the report of a first part of the body of r, or of more of it. It
// reports whether nothing of that body was shown before.
func (p *Page) Begun(r *Reading, report *parser.Report, g Given) bool {
	if p.awaits(r) {
		return false // it is shown once all of it is read
	}
	if r.body != nil {
		r.body.Given = g
		r.body.Extend(report)
		return false
	}
	p.Open(report, g)
	r.body = p.Body
	r.body.Extent = ExtentBegun
	return true
}

// Present shows the report of the whole body of r, or of as much as was read
// until the reader stopped it. It reports whether nothing of that body was shown
// before.
func (p *Page) Present(r *Reading, report *parser.Report, g Given) bool {
	first := false
	if p.awaits(r) {
		if report.Stopped {
			p.Notice = words.Quoting(words.Say.StoppedEarly)
			return false
		}
		p.takeBeside(newBody(report, g))
		return true
	}
	switch b := r.body; {
	case b != nil && report.Stopped && !b.Reaches(report):
		p.Halt(r)
	case b != nil:
		b.Complete(report, g, r.Touched)
	case p.offer(report, g):
	default:
		p.Open(report, g)
		first = true
	}
	if report.Stopped {
		p.Notice = words.Quoting(words.Say.Stopped)
	}
	return first
}
