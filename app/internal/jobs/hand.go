package jobs

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/list"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// The switches above the list, as data-switch has them.
const (
	switchFailed = iota
	switchFolded
	switchOpen
)

// bar draws the title, the filter, the switches, and how many jobs they leave.
func (c *View) bar(s *state, title string) goapp.UI {
	left := ""
	if s.len() < len(s.all) {
		left = c.say(words.Say.JobsOf.With(words.Count(s.len()), words.Count(len(s.all))))
	}
	return dom.El("div", "jobs-bar").Body(
		dom.El("h2").Text(title),
		dom.Void("input").Class("jobs-filter").Attr("type", "search").
			Attr("placeholder", c.say(words.Say.JobFilter)).
			Aria("label", c.say(words.Say.JobFilter)).Title(c.say(words.Say.JobFilterHint)).
			Attr("autocomplete", "off").Spellcheck(false).Attr("value", s.text).
			OnInput(c.onFilter),
		c.toggle(switchFailed, words.Say.FailedOnly, s.failedOnly, s.failed),
		c.toggle(switchFolded, words.Say.FoldRepeats, s.folded, s.repeats),
		dom.El("span", "jobs-count").Role("status").Text(left),
	)
}

// toggle draws a switch with how many jobs it is about; there is none for no job.
func (c *View) toggle(number int, name lang.Text, on bool, jobs int) goapp.UI {
	if jobs == 0 {
		return nil
	}
	return dom.Button("toggle").DataSet("switch", number).Aria("pressed", on).Body(
		goapp.Text(c.say(name)), dom.El("span", "tally").Text(words.Count(jobs)))
}

// line draws the shown job, which opens the list where the page is narrow, and leads
// to those beside it.
func (c *View) line(s *state, current int) goapp.UI {
	e := &s.all[current]
	class, sign := c.look(s, e)
	what := s.object(e).Text
	if what == "" {
		what = s.id(e).Text
	}
	return dom.El("div", "jobs-line").Body(
		dom.Button("job-open", class).DataSet("switch", switchOpen).Aria("expanded", c.open).Body(
			dom.St("span", "job-number").Text(strconv.Itoa(current+1)+" / "+words.Count(len(s.all))).UI(),
			dom.Icon(sign),
			dom.St("span", "job-word").Foreign(s.word(c.P, e)).UI(),
			dom.St("span", "job-what").Foreign(what).UI(),
		),
		beside(c.say(words.Say.PreviousJob), "↑", s.neighbour(c.P.Body, -1)),
		beside(c.say(words.Say.NextJob), "↓", s.neighbour(c.P.Body, 1)),
	)
}

// beside draws a button that leads to another job, if there is one.
func beside(name, sign, action string) goapp.UI {
	return dom.Button("job-step").Aria("label", name).Title(name).
		Attr("disabled", action == "").DataSet("do", action).Text(sign)
}

func (s *state) neighbour(b *model.Body, by int) string {
	if i := s.step(b, by); i >= 0 {
		return s.action(i)
	}
	return ""
}

func (c *View) onFilter(ctx goapp.Context, _ goapp.Event) {
	c.of.text = ctx.JSSrc().Get("value").String()
	c.arrange(ctx)
}

// onClick sorts, turns the switches, and closes the list of a narrow page once a job
// is chosen.
func (c *View) onClick(ctx goapp.Context, e goapp.Event) {
	target := e.Get("target")
	if at := dom.IndexOf(target, "column"); at >= 0 {
		c.of.sortBy(column(at))
		c.arrange(ctx)
		return
	}
	switch dom.IndexOf(target, "switch") {
	case switchFailed:
		c.of.failedOnly = !c.of.failedOnly
		c.arrange(ctx)
	case switchFolded:
		c.of.folded = !c.of.folded
		c.arrange(ctx)
	case switchOpen:
		c.open = !c.open
	default:
		if target.Call("closest", ".job").Truthy() {
			c.open = false
		}
	}
}

// sortBy sorts by a column: up, then down, then as the jobs stand.
func (s *state) sortBy(by column) {
	switch {
	case s.by != by:
		s.by, s.descending = by, false
	case !s.descending:
		s.descending = true
	default:
		s.by, s.descending = columnNumber, false
	}
}

// onKey moves the choice before the browser scrolls.
func (c *View) onKey(e goapp.Value) {
	key, target := dom.PlainKey(e), e.Get("target")
	if target.Call("matches", ".jobs-filter").Bool() && key == "ArrowDown" {
		e.Call("preventDefault")
		c.pane.Field(".jobs-table").Call("focus", map[string]any{"preventScroll": true})
		return
	}
	if !target.Call("matches", ".jobs-table").Bool() || c.of.len() == 0 {
		return
	}
	at := c.of.rowOf(c.of.find(c.P.Body))
	to, ok := list.MoveKey(key, at, c.of.len(), c.pane.Page())
	if !ok {
		return
	}
	e.Call("preventDefault")
	action := c.of.action(c.of.at(to))
	go c.P.Loop.Do(func() { c.P.Perform(action) })
}
