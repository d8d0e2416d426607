package app

import (
	"time"

	"github.com/callbacklens/callbacklens/parser"
)

// rest is what has become of that part of a body which the report does not know
// and which may hold what seems to be missing.
type rest uint8

const (
	restNone   rest = iota // there is no such part
	restComing             // it is still being read
	restLeft               // the reader did not want to wait for it
)

func (s *Session) rest() rest {
	switch {
	case s.Beginning && s.Phase == PhaseReading:
		return restComing
	case s.Beginning, s.Report != nil && halfRead(s.Report):
		return restLeft
	}
	return restNone
}

// halfRead reports whether reading was stopped, and not just checking.
func halfRead(r *parser.Report) bool {
	if !r.Stopped || len(r.Documents) == 0 {
		return false
	}
	for top := range r.Documents[len(r.Documents)-1].Root().Children() {
		if top.Partial() {
			return true
		}
	}
	return false
}

// statusRest returns what has become of the rest if the status of a job may
// stand in it: services write State behind the result.
func (s *Session) statusRest(j *parser.Job) rest {
	if j.State.Set() {
		return restNone
	}
	return s.rest()
}

// duration returns how long a job took and since when, unless StartTime, which
// would tell better, may stand in the rest.
func (s *Session) duration(j *parser.Job) (d time.Duration, from string, ok bool) {
	d, from, ok = j.Duration()
	return d, from, ok && (from == "StartTime" || s.rest() == restNone)
}

// cut reports whether what has no end is to be called cut off. Its end may stand
// in the rest.
func (s *Session) cut(endless bool) bool { return endless && s.rest() == restNone }

// halt keeps what is shown of a body that the reader stopped.
func (s *Session) halt() {
	s.notice = quoting(say.StoppedEarly)
	if s.Beginning {
		s.Phase, s.notice = PhaseShown, quoting(say.Stopped)
	}
}

// reaches reports whether r knows at least as much of a body as is shown of it.
func (s *Session) reaches(r *parser.Report) bool {
	other := Session{Report: r, Callback: s.Callback, Job: s.Job}
	return other.CurrentCallback() != nil && other.Tokens().Len() >= s.Tokens().Len()
}
