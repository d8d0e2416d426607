package app

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A browser takes a while for what it draws for the first time, so the first
// frame of a result holds what is looked at first: the bar, the beginning of
// the sentence and of the tokens, the job and its input. The frames behind it
// bring the rest, a part each. What stands in the first does not move.

// stage is how much of a result is drawn.
type stage uint8

const (
	drawnFirst stage = iota // the first frame
	drawnRows               // and all rows in sight
	drawnWhole              // and all facts
)

const (
	// sentenceFirstRows and tokenFirstRows are how many rows the first frame has.
	sentenceFirstRows = 2
	tokenFirstRows    = 8
)

// atFirst returns rows while the first frame is drawn, and 0 afterwards.
func (s *Session) atFirst(rows int) int {
	if s.drawn == drawnFirst {
		return rows
	}
	return 0
}

// firstFacts are the cards of the first frame.
func (s *Session) firstFacts() goapp.UI {
	var cards []goapp.UI
	if j := s.CurrentJob(); j != nil {
		cards = []goapp.UI{s.jobCard(j), s.inputCard(&j.Input)}
	}
	return el("div", "facts").Body(cards...)
}

// fillIn draws the rest of a result, part by part, each when the one before it
// has been painted.
func (s *Session) fillIn(turn int) {
	defer s.rescue()
	for s.intake.turn == turn && s.drawn < drawnWhole {
		painted()
		s.settle(turn, func() { s.drawn = min(s.drawn+1, drawnWhole) })
	}
}

// hiddenTab is how long painted waits for a tab that the browser does not paint.
const hiddenTab = 100 * time.Millisecond

// painted returns when the browser has painted what was changed before. That
// follows a frame's beginning in the same task, so it is done when the next
// task comes.
func painted() {
	if goapp.IsServer {
		return
	}
	begun := make(chan struct{}, 1)
	frame := listener(func(goapp.Value) { begun <- struct{}{} })
	defer frame.Release()
	var asked goapp.Value
	_ = attempt(func() { asked = goapp.Window().Call("requestAnimationFrame", frame) })
	select {
	case <-begun:
		time.Sleep(time.Millisecond)
	case <-time.After(hiddenTab):
		_ = attempt(func() { goapp.Window().Call("cancelAnimationFrame", asked) })
	}
}
