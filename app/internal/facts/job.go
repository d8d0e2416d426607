package facts

import (
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// jobCard tells what the job is and how it went.
func (s *column) jobCard(j *parser.Job) goapp.UI {
	var event parser.Value
	if c := s.Body.CurrentCallback(); c != nil {
		event = c.Event
	}
	repeats := func(name string) *dom.Still {
		if name != "JobId" {
			return nil
		}
		return s.repeats(j)
	}
	lines := card.FieldsOf(s.Column, callback.JobFields, callback.CardJob, j, repeats)
	lines = append(lines, s.Fact(words.Say.Event, event))
	lines = append(lines, card.FieldsOf(s.Column, callback.JobFields, callback.CardQueue, j, nil)...)
	return s.Card(words.Say.Job, j.Item.Path(), lines...)
}

func (c *column) repeats(j *parser.Job) *dom.Still {
	if j.Repeats < 0 {
		return nil
	}
	return c.Gloss(words.Say.Repeats.With(strconv.Itoa(j.Repeats + 1)))
}

// timesCard tells when the job was made, began and ended, and how long that
// took.
func (c *column) timesCard(j *parser.Job) goapp.UI {
	lines := card.FieldsOf(c.Column, callback.JobFields, callback.CardTimes, j, nil)
	lines = append(lines, c.measured(j))
	if strip := moments(j, c.Lang); strip != nil && len(dom.Uis(lines)) > 0 {
		lines = append([]*dom.Still{strip}, lines...)
	}
	return c.Card(words.Say.Times, "", lines...)
}

// moments draws when the job was made, began and ended as one line over the time that
// lies between.
func moments(j *parser.Job, l lang.Lang) *dom.Still {
	var known []*dom.Still
	for i := range callback.JobFields {
		f := &callback.JobFields[i]
		if f.Card != callback.CardTimes || f.Time == nil || !f.Time(j).Known {
			continue
		}
		known = append(known, dom.StOf("span", "moment-of",
			dom.St("span", "gloss").Text(f.Label.In(l)), dom.St("span", "reads").Text(f.Time(j).At.Format(time.TimeOnly))))
	}
	if len(known) < 2 {
		return nil
	}
	body := dom.StOf("dd", "", dom.StOf("div", "moments-line", known...))
	if waited, ok := j.Waited(); ok {
		if ran, _, ok := j.Duration(); ok {
			body.Body(timeline(waited, ran))
		}
	}
	return dom.StOf("div", "moments", dom.StOf("dt", ""), body).Aria("hidden", true) // the lines below say the same
}

// measured tells how long the job waited and ran, and between which moments.
func (c *column) measured(j *parser.Job) *dom.Still {
	d, from, ok := c.Body.Duration(j)
	if !ok {
		return nil
	}
	basis := words.Say.FromStart
	if from == "CreationTime" {
		basis = words.Say.FromCreation
	}
	var waited *dom.Still
	if w, known := j.Waited(); known {
		waited = dom.St("span").Text(words.Filled(words.Say.Waited, words.Spell(w), c.Lang))
	}
	return dom.StOf("div", "fact",
		dom.St("dt").Text(words.Say.Measured.In(c.Lang)),
		dom.StOf("dd", "", dom.StOf("div", "said",
			waited,
			dom.St("strong").Text(words.Filled(words.Say.Ran, words.Spell(d), c.Lang)),
			c.Gloss(basis),
		)))
}

// timeline draws how the time divides into waiting and running; the words
// beside it say the same.
func timeline(waited, ran time.Duration) *dom.Still {
	if waited < 0 || ran < 0 || waited+ran == 0 {
		return nil
	}
	share := func(d time.Duration) string {
		return strconv.FormatFloat(100*d.Seconds()/(waited+ran).Seconds(), 'f', 2, 64)
	}
	part := func(from, length time.Duration, opacity string) *dom.Still {
		return dom.St("rect").Attr("x", share(from)).Attr("width", share(length)).
			Attr("height", "4").Attr("fill", "currentColor").Attr("opacity", opacity)
	}
	return dom.St("div", "timeline").Aria("hidden", true).Body(
		dom.St("svg").Attr("viewBox", "0 0 100 4").Attr("preserveAspectRatio", "none").Body(
			part(0, waited, "0.3"), part(waited, ran, "1")))
}
