package results

import (
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
)

// spansCard draws when each task waited and ran, to one scale. The table of the tasks
// says the same in numbers.
func (c *column) spansCard(e *parser.Execution) goapp.UI {
	from, to, ok := extent(e)
	if !ok {
		return nil
	}
	c.Open()
	shown := e.Tasks[:c.Take(len(e.Tasks))]
	rows := make([]*dom.Still, 0, len(shown)+1)
	seen := map[string]bool{}
	for i := range shown {
		rows = append(rows, c.span(&shown[i], from, to, seen))
	}
	rows = append(rows, dom.StOf("div", "span",
		dom.St("span", "span-name"),
		dom.StOf("span", "span-axis",
			dom.St("span").Text(card.Reader().Moment(from)), dom.St("span").Text("+"+words.Spell(to.Sub(from)).In(c.Lang)))))
	return c.Frame(words.Say.Timeline, "",
		dom.St("div", "spans").Aria("hidden", true).Body(rows...).UI(), c.spanKeys(seen).UI())
}

// extent returns the first and the last moment that a run tells of, false where it
// has no two.
func extent(e *parser.Execution) (from, to time.Time, ok bool) {
	moments := []parser.Time{e.Created}
	for i := range e.Tasks {
		t := &e.Tasks[i]
		moments = append(moments, t.Created, t.Started, t.Ended)
	}
	for _, m := range moments {
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

// span is the line of one task.
func (c *column) span(t *parser.Task, from, to time.Time, seen map[string]bool) *dom.Still {
	class, sign := face.OutcomeLook(callback.OutcomeOf(t.State.Text))
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
	begun := t.Created
	switch {
	case t.Created.Known && t.Started.Known:
		part(spanQueued, t.Created.At, t.Started.At)
		begun = t.Started
	case t.Started.Known:
		begun = t.Started
	}
	switch {
	case begun.Known && t.Ended.Known && t.Started.Known:
		part(spanRan, begun.At, t.Ended.At)
	case begun.Known && t.Ended.Known:
		part(spanBoth, begun.At, t.Ended.At)
	case begun.Known:
		part(spanUnended, begun.At, to)
	}
	name := t.Name.Text
	if name == "" {
		name = t.Type.Text
	}
	return dom.St("div", "span", class).Body(
		dom.StOf("span", "span-name", dom.StIcon(sign)).Foreign(name), drawing)
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
