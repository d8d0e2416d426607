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
}

// shownJobs is how many entries around the chosen one are in the list.
const shownJobs = 200

// Render draws the list; where there is only one job there is nothing to choose.
func (c *Jobs) Render() goapp.UI {
	s := c.S
	entries := s.entries()
	if len(entries) < 2 {
		return el("nav", "jobs").Hidden(true)
	}
	current := s.current(entries)
	first := max(0, min(current-shownJobs/2, len(entries)-shownJobs))
	last := min(first+shownJobs, len(entries))
	buttons := make([]goapp.UI, 0, last-first)
	for i := first; i < last; i++ {
		buttons = append(buttons, s.entryButton(entries[i], i, i == current))
	}
	title := s.jobsTitle(len(entries)).In(s.Lang)
	return el("nav", "jobs").Aria("label", title).Body(
		el("h2").Text(title),
		el("div", "jobs-list").Body(buttons...),
	)
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

func (s *Session) entryButton(e entry, i int, current bool) goapp.UI {
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
		Aria("current", current).TabIndex(tabStop(current)).Body(
		el("span", "job-number").Text(strconv.Itoa(i+1)),
		icon(sign), st("span", "heard").Foreign(word).UI(),
		st("span", "job-name").Foreign(name).UI(),
		st("code", "job-detail").Foreign(detail).UI(),
	)
}

// tabStop makes the chosen one of a list its only stop for the tab key.
func tabStop(current bool) int {
	if current {
		return 0
	}
	return -1
}
