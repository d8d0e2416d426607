package app

import (
	"context"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
)

// A browser compiles WebAssembly where it is first run, so that the first body
// would wait several times as long as the second. While the page waits for one
// the program reads an example and draws it out of sight, once, step by step.

// warmAfter is how long the page has been at rest when it is warmed.
const warmAfter = 150 * time.Millisecond

// warm goes through the motions of reading and drawing a body, unless one
// comes first.
func (s *Session) warm() {
	defer s.rescue()
	time.Sleep(warmAfter)
	body, _, err := example("xml")
	if err != nil || s.intake.turn > 0 {
		return
	}
	pace := newPacer()
	defer pace.close()
	trial := NewResult(parser.Inspect(context.Background(), body, parser.Options{Pulse: func(parser.Progress) { pace.turn() }}), s.Lang)
	for step := 1; step <= rehearsed && s.intake.turn == 0; step++ {
		s.onPage(func() {
			if s.intake.turn == 0 {
				s.warming, trial.Rev = trial, step
			}
		})
		s.painted()
	}
	s.onPage(func() { s.warming = nil })
}

// rehearsed is how many parts the rehearsal has.
const rehearsed = 4

// rehearsal draws the parts of a result that have come so far, out of sight.
func (s *Session) rehearsal() goapp.UI {
	if s.warming == nil {
		return nil
	}
	w := s.warming
	parts := []goapp.UI{&Bar{S: w}, &Facts{S: w}, &Sentence{S: w}, &TokenTable{S: w}}
	return el("div").Attr("hidden", true).Aria("hidden", true).Body(parts[:w.Rev]...)
}
