package frame

import (
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/intake"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Progress is the bar that shows while a body takes long to read. It draws
// itself alone, so that the result beside it is left in peace.
type Progress struct {
	goapp.Compo
	D   *Desk
	Rev int

	what               lang.Text
	done, total, lines int
	at                 time.Time // of the last time it was drawn
}

// reportEvery is how often the bar moves.
const reportEvery = 80 * time.Millisecond

// OnMount makes it the bar of its session.
func (p *Progress) OnMount(goapp.Context) { p.D.progress = p }

// OnDismount ends that.
func (p *Progress) OnDismount() {
	if p.D.progress == p {
		p.D.progress = nil
	}
}

// report moves the bar; lines counts the rows that were read.
func (p *Progress) report(what lang.Text, done, total, lines int) {
	if p == nil || time.Since(p.at) < reportEvery {
		return
	}
	p.what, p.done, p.total, p.lines, p.at = what, done, total, lines, time.Now()
	p.Update()
}

// hide takes the bar away.
func (p *Progress) hide() {
	if p == nil {
		return
	}
	p.total = 0
	p.Update()
}

// Render draws the bar over what is below it, so that nothing moves.
func (p *Progress) Render() goapp.UI {
	if p.total == 0 {
		return dom.El("div", "progress").Hidden(true)
	}
	l := p.D.Page.Lang
	return dom.El("div", "progress").Body(
		p.gauge(),
		dom.El("span", "progress-text").Text(p.what.In(l)),
		p.rows(),
		dom.Button("quiet").DataSet("do", "cancel").Text(words.Say.Cancel.In(l)),
	)
}

func (p *Progress) gauge() goapp.UI {
	gauge := dom.El("progress").Attr("max", strconv.Itoa(p.total)).Aria("label", p.what.In(p.D.Page.Lang))
	if p.done == intake.Unknown {
		return gauge
	}
	return gauge.Attr("value", p.done)
}

func (p *Progress) rows() goapp.UI {
	if p.lines == 0 {
		return nil
	}
	return dom.El("span", "progress-rows").Text(words.Say.Rows.With(words.Count(p.lines)).In(p.D.Page.Lang))
}
