package intake

import (
	"context"

	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
)

// The page holds a report in which secrets are hidden, so that no part of it
// can show them. To show them, the body is read again with nothing hidden.

// Exact returns the report of a body with nothing hidden, which is not to be shown. It
// calls goOn from time to time and returns nil when that says so.
func Exact(g model.Given, goOn func() bool) *parser.Report {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	report := parser.Inspect(ctx, g.Bytes, parser.Options{
		Name: g.Name, Prefix: g.Prefix, Charset: decode, Pulse: func(parser.Progress) {
			if !goOn() {
				cancel()
			}
		}})
	if ctx.Err() != nil {
		return nil
	}
	return report
}

// Reveal reads the body again with its secrets shown or hidden.
func (in *Intake) Reveal(shown bool) {
	defer in.rescue()
	ctx, cancel := context.WithCancel(context.Background())
	r := in.reading(cancel)
	r.moreAfter = 1 << 62 // the beginning is shown already
	defer r.end()
	var body *model.Body
	in.host.Quietly(func() {
		in.page.Begin(r.Reading)
		body = in.page.Body
	})
	if body == nil {
		return
	}
	r.name, r.body = body.Given.Name, body.Given.Bytes

	opt := r.options(ctx)
	opt.Redact, opt.Prefix = !shown, body.Given.Prefix
	report := parser.Inspect(ctx, r.body, opt)
	if ctx.Err() == nil {
		r.settle(func() { body.Reveal(report, shown) })
	}
	go in.fillIn()
}
