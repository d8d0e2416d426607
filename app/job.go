package app

import (
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// jobCard tells what the job is and how it went.
func (s *Session) jobCard(j *parser.Job) goapp.UI {
	var code lang.Text
	if j.Code.Set() && j.Code.Text != "Success" {
		code, _ = reference.ErrorCode(j.Code.Text)
	}
	var event parser.Value
	if c := s.CurrentCallback(); c != nil {
		event = c.Event
	}
	return s.card(say.Job, j.Item.Path(),
		s.fact(say.JobID, j.ID, s.repeats(j)),
		s.fact(say.State, j.State, s.meaning(j.State, reference.StateName(j.State.Text))),
		s.fact(say.Code, j.Code, s.gloss(code)),
		s.fact(say.Message, j.Message),
		s.fact(say.Tag, j.Tag, s.meaning(j.Tag, reference.KindName(j.Tag.Text))),
		s.fact(say.SubTag, j.SubTag),
		s.fact(say.Event, event),
		s.fact(say.Progress, j.Progress),
		s.fact(say.Queue, j.QueueID),
		s.fact(say.QueueType, j.QueueType),
	)
}

func (s *Session) repeats(j *parser.Job) *still {
	if j.Repeats < 0 {
		return nil
	}
	return s.gloss(say.Repeats.With(strconv.Itoa(j.Repeats + 1)))
}

// timesCard tells when the job was made, began and ended, and how long that
// took.
func (s *Session) timesCard(j *parser.Job) goapp.UI {
	return s.card(say.Times, "",
		s.timeFact(say.Created, j.Created),
		s.timeFact(say.Started, j.Started),
		s.timeFact(say.Ended, j.Ended),
		s.measured(j),
	)
}

// measured tells how long the job waited and ran, and between which moments.
func (s *Session) measured(j *parser.Job) *still {
	d, from, ok := s.duration(j)
	if !ok {
		return nil
	}
	basis := say.FromStart
	if from == "CreationTime" {
		basis = say.FromCreation
	}
	var waited, line *still
	if w, known := j.Waited(); known {
		waited = st("span").Text(s.phrase(say.Waited, spell(w)))
		line = timeline(w, d)
	}
	return st("div", "fact").Body(
		st("dt").Text(say.Measured.In(s.Lang)),
		st("dd").Body(st("div", "said").Body(
			waited,
			st("strong").Text(s.phrase(say.Ran, spell(d))),
			s.gloss(basis),
		), line))
}

// timeline draws how the time divides into waiting and running; the words
// beside it say the same.
func timeline(waited, ran time.Duration) *still {
	if waited < 0 || ran < 0 || waited+ran == 0 {
		return nil
	}
	share := func(d time.Duration) string {
		return strconv.FormatFloat(100*d.Seconds()/(waited+ran).Seconds(), 'f', 2, 64)
	}
	part := func(from, length time.Duration, opacity string) *still {
		return st("rect").Attr("x", share(from)).Attr("width", share(length)).
			Attr("height", "4").Attr("fill", "currentColor").Attr("opacity", opacity)
	}
	return st("div", "timeline").Aria("hidden", true).Body(
		st("svg").Attr("viewBox", "0 0 100 4").Attr("preserveAspectRatio", "none").Body(
			part(0, waited, "0.3"), part(waited, ran, "1")))
}

// timeFact writes a moment as the body does, in the reader's zone and in UTC.
func (s *Session) timeFact(name lang.Text, t parser.Time) *still {
	switch {
	case !t.Set():
		return s.fact(name, t.Value, s.notYet(t))
	case !t.Known:
		return s.fact(name, t.Value, s.gloss(say.NotATime))
	}
	c := readerClock()
	var utc *still
	if c.zone != "UTC" {
		utc = moment(t.At, momentUTC(t.At), "UTC")
	}
	return s.line(words(name.In(s.Lang)), t.Item,
		st("div", "said").Body(s.value(t.Value)),
		s.tools(name.In(s.Lang), t.Value),
		st("div", "zones").Body(
			moment(t.At, c.moment(t.At), c.place(t.At)),
			utc,
		))
}

func (s *Session) notYet(t parser.Time) *still {
	if t.Text != "-" {
		return nil
	}
	return s.gloss(say.NotYet)
}

func moment(at time.Time, wall, zone string) *still {
	return st("time", "moment").Attr("datetime", at.UTC().Format(time.RFC3339)).Body(
		words(wall), st("span", "zone").Text(zone))
}
