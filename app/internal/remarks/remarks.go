package remarks

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// View lists what there is to say about the shown job, the gravest first, or about
// all jobs.
type View struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int

	led int          // the remark that was brought into sight last, -1 for none
	at  parser.Place // what was chosen when one on it was
}

// OnInit makes the list ready to be drawn.
func (c *View) OnInit() { c.led = -1 }

// OnMount brings the remark into sight that was led to.
func (c *View) OnMount(ctx goapp.Context) { c.OnUpdate(ctx) }

// OnUpdate does so if that is another one.
func (c *View) OnUpdate(ctx goapp.Context) {
	if at := c.B.Place(); at != c.at {
		c.at = at
		if about := c.B.AboutChosen(); len(about) > 0 {
			c.reveal(ctx, about[0], false)
		}
	}
	if c.led == c.B.Led() {
		return
	}
	if c.led = c.B.Led(); c.led < 0 {
		return
	}
	c.reveal(ctx, c.led, true)
}

// reveal brings a remark into sight, and the focus to it.
func (c *View) reveal(ctx goapp.Context, i int, focus bool) {
	id := lineID(i)
	ctx.Defer(func(goapp.Context) {
		if line := dom.Document().Call("getElementById", id); line.Truthy() {
			if focus {
				line.Call("focus", map[string]any{"preventScroll": true})
			}
			line.Call("scrollIntoView", map[string]any{"block": "nearest"})
		}
	})
}

func lineID(i int) string { return "remark-" + strconv.Itoa(i) }

// Render draws the list.
func (c *View) Render() goapp.UI {
	return dom.El("div", "remarks-view").Body(c.scope(), goapp.If(true, c.lists()...))
}

func (c *View) say(t lang.Text) string { return t.In(c.P.Lang) }

// scope draws the choice between the remarks on the shown job and all of them.
func (c *View) scope() goapp.UI {
	here, elsewhere := c.B.Remarks()
	if !c.B.SeveralJobs() || here+elsewhere == 0 {
		return nil
	}
	choice := func(every bool, label lang.Text, n int) goapp.UI {
		return dom.Button("scope").DataSet("do", model.ToRemarks(every)).Aria("pressed", c.B.EveryJob() == every).
			Body(goapp.Text(c.say(label)), dom.El("span", "tally").Text(words.Count(n)))
	}
	return dom.El("div", "remarks-scope").Role("group").Aria("label", c.say(words.Say.RemarksOf)).Body(
		choice(false, words.Say.ThisJob, here),
		choice(true, words.Say.EveryJob, here+elsewhere+c.B.Report.Omitted))
}

// lists draws the remarks and what is to be said about how many there are.
func (c *View) lists() []goapp.UI {
	switch {
	case c.B.Unread() == model.UnreadComing:
		return []goapp.UI{c.note(words.Say.RemarksLater)}
	case c.B.Partly():
		return []goapp.UI{c.note(words.Say.RemarksLeft)}
	}
	all := c.B.AboutShown()
	if c.B.EveryJob() {
		all = c.B.AllRemarks()
	}
	var parts []goapp.UI
	if len(all) > 0 {
		parts = append(parts, c.list(all))
	}
	return append(parts, c.notes()...)
}

// notes tells what the list does not have.
func (c *View) notes() []goapp.UI {
	var parts []goapp.UI
	here, elsewhere := c.B.Remarks()
	if elsewhere > 0 && !c.B.EveryJob() {
		label := words.Numbered(words.Say.RemarkElsewhere, words.Say.RemarksElsewhere, elsewhere)
		parts = append(parts, dom.El("p", "nothing").Body(
			dom.Button("place").DataSet("do", model.ToRemarks(true)).Text(c.say(label))))
	}
	if n := c.B.Report.Omitted; n > 0 && (c.B.EveryJob() || !c.B.SeveralJobs()) {
		parts = append(parts, c.note(words.Numbered(words.Say.OmittedOne, words.Say.Omitted, n)))
	}
	switch {
	case c.B.Report.Stopped:
		parts = append(parts, c.note(words.Say.RemarksLeft))
	case here+elsewhere == 0:
		parts = append(parts, c.note(words.Say.NoRemarks))
	}
	return parts
}

func (c *View) note(t lang.Text) goapp.UI { return dom.El("p", "nothing").Text(c.say(t)) }

func (c *View) list(all []int) goapp.UI {
	lines := make([]goapp.UI, len(all))
	for n, i := range all {
		lines[n] = c.line(i)
	}
	return dom.El("ul", "remarks").Body(lines...)
}
