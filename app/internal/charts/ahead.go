package charts

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/chart"
)

// Many is from how many tokens on the words are counted before anybody asks for the
// pictures: fewer are counted within a few frames.
const Many = 20_000

// rest is how long the page is left alone with a body that was read before its words are
// counted, unless the pictures are asked for.
const rest = 500 * time.Millisecond

// tally is what was counted last of the tokens of a body. It stays with the body.
type tally struct {
	of      *parser.Tokens
	counted []chart.Chart
	asked   chan struct{} // holds one once the pictures are in front
}

// tallyOf returns what was counted of tokens, false if they were not.
func tallyOf(b *model.Body, t *parser.Tokens) ([]chart.Chart, bool) {
	kept := model.Keep[tally](b)
	return kept.counted, kept.of == t
}

// asking returns what tells that the pictures of a body are asked for.
func asking(b *model.Body) chan struct{} {
	kept := model.Keep[tally](b)
	if kept.asked == nil {
		kept.asked = make(chan struct{}, 1)
	}
	return kept.asked
}

// ask has the words of a body counted without delay.
func ask(b *model.Body) {
	select {
	case asking(b) <- struct{}{}:
	default: // it was said before
	}
}

// count counts the words of the shown job of a body in slices and keeps that with the body,
// then calls done. Where it is told by a channel that they are asked for, it lets the page
// rest before.
func count(ctx goapp.Context, work *dom.Slow, b *model.Body, asked <-chan struct{}, done func()) {
	const atOnce = 2048
	t, labels := b.Tokens(), b.CurrentJob().Labels
	work.Start(ctx, func(r *dom.Run) {
		if asked != nil {
			select {
			case <-asked:
			case <-time.After(rest):
			}
		}
		counts := chart.NewCounts(t)
		for from := 0; from < t.Len(); from += atOnce {
			if !r.Pause() {
				return
			}
			counts.Add(from, min(from+atOnce, t.Len()))
		}
		counted := chart.Words(t, counts, labels)
		r.Publish(func(goapp.Context) {
			kept := model.Keep[tally](b)
			kept.of, kept.counted = t, counted
			done()
		})
	})
}

// Ahead counts the words of a long segmentation once it is read, in slices between which
// the page draws and listens, so that the pictures need only be drawn when they are
// asked for.
type Ahead struct {
	of   *parser.Tokens // that are counted, or were
	work dom.Slow
}

// Update counts the tokens of the shown job where these are other ones than before.
func (a *Ahead) Update(ctx goapp.Context, p *model.Page) {
	b := p.Body
	var t *parser.Tokens
	if b != nil && b.Unread() != model.UnreadComing && b.Tokens().Len() >= Many {
		t = b.Tokens()
	}
	if t == a.of {
		return
	}
	a.of = t
	a.work.Stop()
	if t == nil {
		return
	}
	if _, done := tallyOf(b, t); done {
		return
	}
	count(ctx, &a.work, b, asking(b), func() { p.Rev++ }) // the pictures may be in front already
}

// Stop ends the counting.
func (a *Ahead) Stop() {
	a.of = nil
	a.work.Stop()
}
