package app

import (
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Progress is the bar that shows while a body takes long to read. It draws
// itself alone, so that the result beside it is left in peace.
type Progress struct {
	goapp.Compo
	S   *Session
	Rev int

	what               lang.Text
	done, total, lines int
	at                 time.Time // of the last time it was drawn
}

// reportEvery is how often the bar moves.
const reportEvery = 80 * time.Millisecond

// OnMount makes it the bar of its session.
func (p *Progress) OnMount(goapp.Context) { p.S.progress = p }

// OnDismount ends that.
func (p *Progress) OnDismount() {
	if p.S.progress == p {
		p.S.progress = nil
	}
}

// unknown is how much is done where that cannot be told.
const unknown = -1

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
		return el("div", "progress").Hidden(true)
	}
	l := p.S.Lang
	return el("div", "progress").Body(
		p.gauge(),
		el("span", "progress-text").Text(p.what.In(l)),
		p.rows(),
		button("quiet").DataSet("do", "cancel").Text(say.Cancel.In(l)),
	)
}

func (p *Progress) gauge() goapp.UI {
	gauge := el("progress").Attr("max", strconv.Itoa(p.total)).Aria("label", p.what.In(p.S.Lang))
	if p.done == unknown {
		return gauge
	}
	return gauge.Attr("value", p.done)
}

func (p *Progress) rows() goapp.UI {
	if p.lines == 0 {
		return nil
	}
	return el("span", "progress-rows").Text(say.Rows.With(count(p.lines)).In(p.S.Lang))
}

// count writes a number with separators between thousands.
func count(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// size writes a number of bytes for people.
func size(n int) string {
	switch {
	case n < 1<<10:
		return strconv.Itoa(n) + " B"
	case n < 1<<20:
		return strconv.FormatFloat(float64(n)/(1<<10), 'f', 1, 64) + " KB"
	}
	return strconv.FormatFloat(float64(n)/(1<<20), 'f', 1, 64) + " MB"
}
