package frame

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/intake"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Desk is the page in the browser that shows it: what draws it again, and how
// bodies get onto it.
type Desk struct {
	Page *model.Page

	intake    *intake.Intake
	disp      goapp.Dispatcher
	attached  *Viewer // the viewer on the page, if it is there
	progress  *Progress
	history   history
	rehearsed *model.Page // what is drawn out of sight to warm the browser up
	hurried   bool        // the first frame of a result is drawn, for which all else waits
}

// NewDesk returns the desk of a page.
func NewDesk(p *model.Page) *Desk {
	d := &Desk{Page: p}
	p.Loop = d
	d.intake = intake.NewIntake(p, d)
	return d
}

// attach lets the page reach the browser through a component that was just
// mounted, which is v if it is the viewer.
func (d *Desk) attach(ctx goapp.Context, v *Viewer) {
	first := d.disp == nil
	d.disp, d.attached = ctx.Dispatcher(), v
	if !first || goapp.IsServer {
		return
	}
	dom.Panicked = func(thrown any) { d.intake.Confess(words.Say.Faltered, thrown) }
	d.intake.Listen()
	d.followHistory()
	dom.CopyMarked()
	if v != nil {
		go d.intake.Warm()
	}
}

// Do runs change where the page may be changed and draws it again.
func (d *Desk) Do(change func()) {
	done := make(chan struct{})
	d.disp.Dispatch(goapp.Dispatch{Mode: goapp.Next, Function: func(goapp.Context) {
		func() {
			defer close(done)
			change()
			d.hurried = d.Page.Body.First()
			d.redraw()
		}()
		if d.hurried {
			dom.Painted() // before components measure themselves and ask for more
			d.hurried = false
			d.tell()
		}
	}})
	<-done
}

// Quietly runs change where the page may be changed.
func (d *Desk) Quietly(change func()) {
	done := make(chan struct{})
	d.disp.Dispatch(goapp.Dispatch{Mode: goapp.Next, Function: func(goapp.Context) {
		defer close(done)
		change()
	}})
	<-done
}

// redraw draws the page again at once.
func (d *Desk) redraw() {
	if d.attached != nil {
		d.attached.Update()
		dom.DrawNow(d.disp)
	}
}

// tell tells all that do not see the page what is on it, but for a result's first frame.
func (d *Desk) tell() {
	if v := d.attached; v != nil && v.ctx != nil && !d.hurried {
		d.history.enter()
		showTitle(v.ctx, d.Page)
		v.tell()
		v.host.Tell(v.ctx, d.Page)
		v.ahead.Update(v.ctx, d.Page)
	}
}

// Report moves the bar that shows while a body takes long to read.
func (d *Desk) Report(what lang.Text, done, total, lines int) {
	d.progress.report(what, done, total, lines)
}

// Hide takes that bar away.
func (d *Desk) Hide() { d.progress.hide() }

// Rehearse draws a page out of sight; nil ends that.
func (d *Desk) Rehearse(trial *model.Page) { d.rehearsed = trial }

// Open brings the viewer in front where another page is.
func (d *Desk) Open() {
	if d.attached == nil {
		d.disp.Context().Navigate(dom.Link(dom.ViewerPath))
	}
}

// cancel ends the reading of a body; what was read by now is shown in a moment.
func (d *Desk) cancel() {
	if r := d.Page.Reading; r != nil {
		r.Cancel()
	}
	d.Hide() // as an answer
}

// rehearsal draws the result that is rehearsed, laid out as a real one but not
// to be seen.
func (d *Desk) rehearsal(wide bool) goapp.UI {
	p := d.rehearsed
	if p == nil {
		return nil
	}
	return dom.El("div", "rehearsal").Aria("hidden", true).Body(&Bar{P: p, Rev: p.Rev}, drawResult(p, "div", wide, nil))
}
