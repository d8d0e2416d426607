// Package jobs lists the jobs of a body that has several, or of several files, of
// which one is shown: to be filtered, sorted, and chosen by pointer and by key.
package jobs

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/list"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// View is the list of jobs. Where the page is narrow it is a line with the shown job,
// which opens the list.
type View struct {
	goapp.Compo
	P   *model.Page
	Rev int

	pane  list.Pane
	of    *state // that is drawn
	shown int    // the entry that was brought into sight last
	sent  bool   // that the pane is to go there
	open  bool   // the list is to be seen where the page is narrow
}

// The heights in pixels of a row and of the header, and of a row where the page is
// narrow, which has no header; jobs.css has the same.
const (
	rowHeight  = 32
	headHeight = 30
	tallRow    = 46
)

// OnInit makes the list ready to be drawn.
func (c *View) OnInit() {
	c.pane = list.NewPane(".jobs-list", rowHeight, headHeight)
	c.pane.Tall(tallRow, 0)
}

// OnMount lets the list follow the browser.
func (c *View) OnMount(ctx goapp.Context) {
	c.pane.Mount(ctx, c.JSValue(), nil)
	c.pane.Listen("keydown", c.onKey)
	c.OnUpdate(ctx)
}

// OnDismount ends what OnMount began, and keeps how far the list was scrolled.
func (c *View) OnDismount() {
	c.pane.Dismount()
	c.leave()
}

// OnUpdate brings the shown job into sight.
func (c *View) OnUpdate(ctx goapp.Context) {
	if c.sent {
		c.sent = false
		c.pane.Apply(ctx)
	}
}

func (c *View) leave() {
	if c.of != nil {
		c.of.top = c.pane.Top
	}
}

// Render draws the list; where there is only one job there is nothing to choose.
func (c *View) Render() goapp.UI {
	s := stateOf(c.P)
	several := len(s.all) > 1 || len(s.all) > 0 && len(c.P.Body.Others()) > 0
	current := s.find(c.P.Body)
	c.adopt(s, current)
	title := c.title(s)
	e := dom.El("section", "jobs", dom.Chosen(c.open, "open"), dom.Chosen(!s.kinds, "one-kind"),
		dom.Chosen(len(s.bodies) > 1, "of-files"), dom.Chosen(s.year == "", "of-years")).Aria("label", title).Hidden(!several)
	if !several {
		return e.Body(dom.El("div", "jobs-list").Body(dom.El("div")))
	}
	return e.OnClick(c.onClick).Body(
		c.line(s, current),
		c.bar(s, title),
		dom.El("div", "jobs-list").Body(dom.El("div", "jobs-table").
			TabIndex(0).Role("grid").Aria("label", title).
			Aria("rowcount", s.len()+1).Aria("colcount", len(heads)).
			Aria("activedescendant", c.rowID(s.rowOf(current))).
			Body(append([]goapp.UI{c.head(s)}, c.rows(s, current)...)...)),
		c.others(),
	)
}

// adopt makes ready for a state and for the shown job if these are others.
func (c *View) adopt(s *state, current int) {
	other := s != c.of
	if other {
		c.leave()
	}
	c.pane.Resize(s.len())
	if !other && current == c.shown {
		return
	}
	if other {
		c.pane.Top, c.sent = s.top, true
		c.pane.Settle()
	}
	c.of, c.shown = s, current
	if row := s.rowOf(current); row >= 0 {
		c.sent = c.pane.Reveal(row) || c.sent
	}
}

// arrange shows the rows for what the reader has changed, the shown job among them if
// it is one.
func (c *View) arrange(ctx goapp.Context) {
	s := c.of
	s.arrange(c.P)
	c.pane.Resize(s.len())
	c.pane.Top = 0
	c.pane.Settle()
	if row := s.rowOf(s.find(c.P.Body)); row >= 0 {
		c.pane.Reveal(row)
	}
	c.pane.Apply(ctx)
}

func (c *View) say(t lang.Text) string { return t.In(c.P.Lang) }

// title tells how many there are of what.
func (c *View) title(s *state) string {
	entries, callbacks := words.Count(len(s.all)), 0
	for _, b := range s.bodies {
		callbacks += len(b.Report.Callbacks)
	}
	switch {
	case len(s.bodies) > 1 || len(c.P.Body.Others()) > 0:
		return c.say(words.Say.JobsOfFiles.With(words.Count(len(s.bodies)), entries))
	case callbacks > 1:
		return c.say(words.Say.Callbacks.With(words.Count(callbacks), entries))
	}
	return c.say(words.Say.Jobs.With(entries))
}
