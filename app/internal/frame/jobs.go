package frame

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/list"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Jobs lists the jobs of a body that has several, of which one is shown. It
// is chosen by pointer, by the arrow keys in the list, and by j and k anywhere.
type Jobs struct {
	goapp.Compo
	P   *model.Page
	Rev int

	pane    list.Pane
	current int         // the entry that was brought into sight last
	of      *model.Body // that it is of
	sent    bool        // that the pane is to go there
}

// jobRowHeight is the height of an entry in pixels; facts.css has the same.
const jobRowHeight = 31

// OnInit makes the list ready to be drawn.
func (c *Jobs) OnInit() { c.pane = list.NewPane(".jobs-list", jobRowHeight, 0) }

// OnMount lets the list follow the browser.
func (c *Jobs) OnMount(ctx goapp.Context) {
	c.pane.Mount(ctx, c.JSValue(), nil)
	c.OnUpdate(ctx)
}

// OnDismount ends what OnMount began.
func (c *Jobs) OnDismount() { c.pane.Dismount() }

// OnUpdate brings the chosen entry into sight.
func (c *Jobs) OnUpdate(ctx goapp.Context) {
	if c.sent {
		c.sent = false
		c.pane.Apply(ctx)
	}
}

// Render draws the entries in sight; where there is only one job there is
// nothing to choose.
func (c *Jobs) Render() goapp.UI {
	p := c.P
	entries := entriesOf(p.Body)
	if len(entries) < 2 {
		entries = nil
	}
	current := currentOf(p.Body, entries)
	c.pane.Resize(len(entries))
	c.follow(current)
	title := jobsTitle(p.Body, len(entries)).In(p.Lang)
	return dom.El("nav", "jobs").Aria("label", title).Hidden(len(entries) == 0).Body(
		dom.El("h2").Text(title),
		dom.El("div", "jobs-list").Body(c.rows(entries, current)...),
	)
}

// follow makes ready to show the chosen entry if another one was shown.
func (c *Jobs) follow(current int) {
	if current == c.current && c.of == c.P.Body {
		return
	}
	c.current, c.of = current, c.P.Body
	c.sent = c.pane.Reveal(current) || c.sent
}

// rows draws the entries in sight, between what stands for the others.
func (c *Jobs) rows(entries []entry, current int) []goapp.UI {
	first, last := c.pane.Slice()
	above, below := c.pane.Spacers()
	buttons := make([]goapp.UI, 0, last-first)
	stop := min(max(current, first), last-1) // what the tab key leads to
	for i := first; i < last; i++ {
		buttons = append(buttons, entryButton(c.P, entries[i], i, i == current, i == stop))
	}
	return []goapp.UI{list.Spacer(above), dom.El("div").Body(buttons...), list.Spacer(below)}
}

// entry is a job of a callback, or a callback that has none.
type entry struct{ callback, job int }

func entriesOf(b *model.Body) []entry {
	var all []entry
	for c := range b.Report.Callbacks {
		all = append(all, entry{c, 0})
		for j := 1; j < len(b.Report.Callbacks[c].Jobs); j++ {
			all = append(all, entry{c, j})
		}
	}
	return all
}

// current returns the index of the chosen entry.
func currentOf(b *model.Body, entries []entry) int {
	callback, job := b.Shown()
	for i, e := range entries {
		if e == (entry{callback, job}) {
			return i
		}
	}
	return 0
}

// step returns the action that chooses the job by places further on.
func step(p *model.Page, by int) string {
	entries := entriesOf(p.Body)
	to := currentOf(p.Body, entries) + by
	if to < 0 || to >= len(entries) {
		return ""
	}
	return entries[to].action()
}

func (e entry) action() string {
	return model.ToJob(e.callback, e.job)
}

func jobsTitle(b *model.Body, entries int) lang.Text {
	if n := len(b.Report.Callbacks); n > 1 {
		return words.Say.Callbacks.With(words.Count(n), words.Count(entries))
	}
	return words.Say.Jobs.With(words.Count(entries))
}

func entryButton(p *model.Page, e entry, i int, current, stop bool) goapp.UI {
	c := &p.Body.Report.Callbacks[e.callback]
	name, sign, class := words.Headline(reference.KindName(c.Kind).In(p.Lang)), dom.IconUnknown, "is-unknown"
	detail, word := "", ""
	if e.job < len(c.Jobs) {
		j := &c.Jobs[e.job]
		class, sign = face.StatusLook(p, j)
		detail, word = j.ID.Text, face.StatusWord(p, j)
		if j.Input.Object.Set() {
			name = j.Input.Object.Text
		}
	}
	return dom.Button("job", class).DataSet("do", e.action()).
		Aria("current", current).TabIndex(tabStop(stop)).Body(
		dom.El("span", "job-number").Text(strconv.Itoa(i+1)),
		dom.Icon(sign), dom.St("span", "heard").Foreign(word).UI(),
		dom.St("span", "job-name").Foreign(name).UI(),
		dom.St("code", "job-detail").Foreign(detail).UI(),
		jobSign(p, e).UI(),
	)
}

// jobSign tells how many remarks are on a job, and how grave they are; nil for none.
func jobSign(p *model.Page, e entry) *dom.Still {
	said := p.Body.AboutJob(e.callback, e.job)
	if len(said) == 0 || e.job >= len(p.Body.Report.Callbacks[e.callback].Jobs) {
		return nil
	}
	class, sign, word := face.SeverityLook(p.Body.Report.Diagnostics[said[0]].Severity)
	told := word.In(p.Lang) + " · " + words.Numbered(words.Say.RemarkOne, words.Say.RemarkMany, len(said)).In(p.Lang)
	return dom.St("span", "job-flag", class).Title(told).Body(
		dom.StIcon(sign), dom.St("span").Aria("hidden", true).Text(words.Count(len(said))),
		dom.St("span", "heard").Text(told))
}

// tabStop makes one of a list its only stop for the tab key.
func tabStop(is bool) int {
	if is {
		return 0
	}
	return -1
}
