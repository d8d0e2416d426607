package app

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Jobs lists the jobs of a body that has several, of which one is shown. It
// is chosen by pointer, by the arrow keys in the list, and by j and k anywhere.
type Jobs struct {
	goapp.Compo
	S   *Session
	Rev int

	pane    pane
	current int  // the entry that was brought into sight last
	of      int  // the body that it is of
	sent    bool // that the pane is to go there
}

// jobRowHeight is the height of an entry in pixels; facts.css has the same.
const jobRowHeight = 31

// OnInit makes the list ready to be drawn.
func (c *Jobs) OnInit() { c.pane = newPane(".jobs-list", jobRowHeight, 0) }

// OnMount lets the list follow the browser.
func (c *Jobs) OnMount(ctx goapp.Context) {
	c.pane.mount(ctx, c.JSValue(), nil)
	c.OnUpdate(ctx)
}

// OnDismount ends what OnMount began.
func (c *Jobs) OnDismount() { c.pane.dismount() }

// OnUpdate brings the chosen entry into sight.
func (c *Jobs) OnUpdate(ctx goapp.Context) {
	if c.sent {
		c.sent = false
		c.pane.apply(ctx)
	}
}

// Render draws the entries in sight; where there is only one job there is
// nothing to choose.
func (c *Jobs) Render() goapp.UI {
	s := c.S
	entries := s.entries()
	if len(entries) < 2 {
		entries = nil
	}
	current := s.current(entries)
	c.pane.resize(len(entries))
	c.follow(current)
	title := s.jobsTitle(len(entries)).In(s.Lang)
	return el("nav", "jobs").Aria("label", title).Hidden(len(entries) == 0).Body(
		el("h2").Text(title),
		el("div", "jobs-list").Body(c.rows(entries, current)...),
	)
}

// follow makes ready to show the chosen entry if another one was shown.
func (c *Jobs) follow(current int) {
	if current == c.current && c.of == c.S.body {
		return
	}
	c.current, c.of = current, c.S.body
	c.sent = c.pane.reveal(current) || c.sent
}

// rows draws the entries in sight, between what stands for the others.
func (c *Jobs) rows(entries []entry, current int) []goapp.UI {
	first, last := c.pane.slice()
	above, below := c.pane.spacers()
	buttons := make([]goapp.UI, 0, last-first)
	stop := min(max(current, first), last-1) // what the tab key leads to
	for i := first; i < last; i++ {
		buttons = append(buttons, c.S.entryButton(entries[i], i, i == current, i == stop))
	}
	return []goapp.UI{spacer(above), el("div").Body(buttons...), spacer(below)}
}

// entry is a job of a callback, or a callback that has none.
type entry struct{ callback, job int }

func (s *Session) entries() []entry {
	var all []entry
	for c := range s.Report.Callbacks {
		all = append(all, entry{c, 0})
		for j := 1; j < len(s.Report.Callbacks[c].Jobs); j++ {
			all = append(all, entry{c, j})
		}
	}
	return all
}

// current returns the index of the chosen entry.
func (s *Session) current(entries []entry) int {
	for i, e := range entries {
		if e == (entry{s.Callback, s.Job}) {
			return i
		}
	}
	return 0
}

// step returns the action that chooses the job by places further on.
func (s *Session) step(by int) string {
	entries := s.entries()
	to := s.current(entries) + by
	if to < 0 || to >= len(entries) {
		return ""
	}
	return entries[to].action()
}

func (e entry) action() string {
	return "job:" + strconv.Itoa(e.callback) + ":" + strconv.Itoa(e.job)
}

func (s *Session) jobsTitle(entries int) lang.Text {
	if n := len(s.Report.Callbacks); n > 1 {
		return say.Callbacks.With(count(n), count(entries))
	}
	return say.Jobs.With(count(entries))
}

func (s *Session) entryButton(e entry, i int, current, stop bool) goapp.UI {
	c := &s.Report.Callbacks[e.callback]
	name, sign, class := headline(reference.KindName(c.Kind).In(s.Lang)), iconUnknown, "is-unknown"
	detail, word := "", ""
	if e.job < len(c.Jobs) {
		j := &c.Jobs[e.job]
		class, sign = s.statusLook(j)
		detail, word = j.ID.Text, s.statusWord(j)
		if j.Input.Object.Set() {
			name = j.Input.Object.Text
		}
	}
	return button("job", class).DataSet("do", e.action()).
		Aria("current", current).TabIndex(tabStop(stop)).Body(
		el("span", "job-number").Text(strconv.Itoa(i+1)),
		icon(sign), st("span", "heard").Foreign(word).UI(),
		st("span", "job-name").Foreign(name).UI(),
		st("code", "job-detail").Foreign(detail).UI(),
	)
}

// tabStop makes one of a list its only stop for the tab key.
func tabStop(is bool) int {
	if is {
		return 0
	}
	return -1
}
