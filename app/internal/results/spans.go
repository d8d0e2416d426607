package results

import (
	"cmp"
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// lane is when something waited and ran.
type lane struct {
	name, state             string
	created, started, ended parser.Time
}

// spansCard draws when each task waited and ran, to one scale. The table of the tasks
// says the same in numbers.
func (c *column) spansCard(e *parser.Execution) goapp.UI {
	lanes := make([]lane, len(e.Tasks))
	for i := range lanes {
		t := &e.Tasks[i]
		lanes[i] = lane{cmp.Or(t.Name.Text, t.Type.Text), t.State.Text, t.Created, t.Started, t.Ended}
	}
	return c.lanesCard(words.Say.Timeline, lanes, e.Created)
}

// Timeline draws when the tasks of a run, or the jobs of a callback, waited and ran; nil
// where no times are known.
func Timeline(p *model.Page, b *model.Body) goapp.UI {
	c, cb := newColumn(p, b), b.CurrentCallback()
	switch {
	case cb == nil:
		return nil
	case cb.Execution != nil:
		return c.spansCard(cb.Execution)
	}
	return c.lanesCard(words.Say.JobTimeline, lanesOf(cb), parser.Time{})
}

// HasTimeline reports whether Timeline has something to draw.
func HasTimeline(b *model.Body) bool {
	cb := b.CurrentCallback()
	switch {
	case cb == nil:
		return false
	case cb.Execution != nil:
		return true
	}
	_, _, ok := extent(lanesOf(cb))
	return ok
}

func lanesOf(cb *parser.Callback) []lane {
	lanes := make([]lane, len(cb.Jobs))
	for i := range lanes {
		j := &cb.Jobs[i]
		lanes[i] = lane{cmp.Or(j.ID.Text, j.Tag.Text), j.State.Text, j.Created, j.Started, j.Ended}
	}
	return lanes
}

func (c *column) lanesCard(title lang.Text, lanes []lane, also parser.Time) goapp.UI {
	from, to, ok := extent(append(lanes[:len(lanes):len(lanes)], lane{created: also}))
	if !ok {
		return nil
	}
	c.Open()
	shown := lanes[:c.Take(len(lanes))]
	rows := make([]*dom.Still, 0, len(shown)+1)
	seen := map[string]bool{}
	for i := range shown {
		rows = append(rows, c.span(&shown[i], from, to, seen))
	}
	rows = append(rows, dom.StOf("div", "span",
		dom.St("span", "span-name"),
		dom.StOf("span", "span-axis",
			dom.St("span").Text(card.Reader().Moment(from)), dom.St("span").Text("+"+words.Spell(to.Sub(from)).In(c.Lang)))))
	return c.Frame(title, "",
		dom.St("div", "spans").Aria("hidden", true).Body(rows...).UI(), c.spanKeys(seen).UI())
}

// extent returns the first and the last moment that lanes tell of, false where they
// have no two.
func extent(lanes []lane) (from, to time.Time, ok bool) {
	for i := range lanes {
		for _, m := range [...]parser.Time{lanes[i].created, lanes[i].started, lanes[i].ended} {
			switch {
			case !m.Known:
			case !ok:
				from, to, ok = m.At, m.At, true
			case m.At.Before(from):
				from = m.At
			case m.At.After(to):
				to = m.At
			}
		}
	}
	return from, to, to.After(from)
}

// The parts of a span. Each has a form of its own: a dashed line, a full bar, and a
// hatched one where waiting and running cannot be told apart.
const (
	spanQueued  = "span-queued"
	spanRan     = "span-ran"
	spanBoth    = "span-both"
	spanUnended = "span-unended"
)

// span is the line of one lane.
func (c *column) span(t *lane, from, to time.Time, seen map[string]bool) *dom.Still {
	class, sign := face.OutcomeLook(callback.OutcomeOf(t.state))
	const wide = 1000 // of the drawing
	at := func(m time.Time) float64 { return wide * m.Sub(from).Seconds() / to.Sub(from).Seconds() }
	drawing := dom.St("svg").Attr("viewBox", "0 0 "+strconv.Itoa(wide)+" 16").Attr("preserveAspectRatio", "none")
	part := func(kind string, a, b time.Time) {
		if b.Before(a) {
			return
		}
		seen[kind] = true
		drawing.Body(bar(kind, at(a), at(b)))
	}
	begun := t.created
	switch {
	case t.created.Known && t.started.Known:
		part(spanQueued, t.created.At, t.started.At)
		begun = t.started
	case t.started.Known:
		begun = t.started
	}
	switch {
	case begun.Known && t.ended.Known && t.started.Known:
		part(spanRan, begun.At, t.ended.At)
	case begun.Known && t.ended.Known:
		part(spanBoth, begun.At, t.ended.At)
	case begun.Known:
		part(spanUnended, begun.At, to)
	}
	return dom.St("div", "span", class).Body(
		dom.StOf("span", "span-name", dom.StIcon(sign)).Foreign(t.name), drawing)
}

// bar draws a part of a span. However short it is, it is seen.
func bar(kind string, from, to float64) *dom.Still {
	const least = 4
	number := func(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }
	if kind == spanQueued {
		return dom.St("path", kind).Attr("d", "M"+number(from)+" 8H"+number(to))
	}
	from = min(from, 1000-least)
	width := max(to-from, least)
	if kind != spanBoth {
		return dom.St("rect", kind).Attr("x", number(from)).Attr("y", 2).Attr("width", number(width)).Attr("height", 12)
	}
	// Strokes on a slope, drawn one by one: a pattern would need a name of its own in
	// the document.
	d := ""
	for x := from; x < from+width; x += 10 {
		d += "M" + number(x) + " 14L" + number(min(x+10, from+width)) + " 2"
	}
	return dom.St("g", kind).Body(
		dom.St("rect").Attr("x", number(from)).Attr("y", 2).Attr("width", number(width)).Attr("height", 12),
		dom.St("path").Attr("d", d))
}

// spanKeys says what the forms mean, of those that were drawn.
func (c *column) spanKeys(seen map[string]bool) *dom.Still {
	keys := dom.St("p", "span-keys", "gloss").Aria("hidden", true)
	for _, k := range []struct {
		kind string
		text string
	}{
		{spanQueued, words.Say.Queued.In(c.Lang)}, {spanRan, words.Say.RunSpan.In(c.Lang)},
		{spanBoth, words.Say.QueuedAndRan.In(c.Lang)}, {spanUnended, words.Say.Unended.In(c.Lang)},
	} {
		if seen[k.kind] {
			keys.Body(dom.StOf("span", "span-key",
				dom.St("svg").Attr("viewBox", "0 0 40 16").Body(bar(k.kind, 0, 40)), dom.StText(k.text)))
		}
	}
	return keys
}
