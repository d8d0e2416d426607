// Package embed tells the page that holds the viewer in a frame what it shows: the
// result as inspect prints it as JSON, and what is chosen in it. docs/embedding.md has
// the messages. Where nobody who may holds it, nothing is done.
package embed

import (
	"bytes"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export"
)

// Teller remembers what was told last.
type Teller struct {
	held   bool // in a frame of a page that may hear
	work   dom.Slow
	report *parser.Report
	chosen choice
}

// choice is what a reader has chosen.
type choice struct {
	callback, job, token int
	at                   parser.Place
}

// Listen finds out whether anybody is to be told.
func (t *Teller) Listen() {
	t.held = lens().Truthy() && lens().Get("tell").Truthy()
}

func lens() goapp.Value { return goapp.Window().Get("callbackLens") }

// Tell tells what is new since the last time. The whole of a body counts, and not
// what is shown of it while the rest is read; and no secrets, though the reader has
// them shown.
func (t *Teller) Tell(ctx goapp.Context, p *model.Page) {
	b := p.Body
	if !t.held || b == nil || b.Revealed || b.Unread() == model.UnreadComing {
		return
	}
	if t.report != b.Report {
		t.report, t.chosen = b.Report, choice{token: -1}
		l := p.Lang
		t.work.Start(ctx, func(r *dom.Run) {
			var text bytes.Buffer
			if r.Pause() && export.JSON(&text, l, b.Report) == nil {
				lens().Call("tell", map[string]any{"callbackLens": "result", "json": text.String()})
			}
		})
	}
	now := choice{token: b.Token(), at: b.Place()}
	now.callback, now.job = b.Shown()
	if now != t.chosen {
		t.chosen = now
		lens().Call("tell", map[string]any{
			"callbackLens": "selection", "callback": now.callback, "job": now.job, "token": now.token,
			"text": now.at.Text, "start": int(now.at.Span.Start), "end": int(now.at.Span.End),
		})
	}
}
