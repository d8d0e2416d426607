package app

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A browser takes a while for each element that go-app makes, so the first
// frame of a result holds what is looked at first: the bar, the beginning of
// the sentence and of the tokens, the job and its input. The next frame has the
// rest. What stands in the first does not move.

const (
	// sentenceFirstRows and tokenFirstRows are how many rows the first frame has.
	sentenceFirstRows = 2
	tokenFirstRows    = 8
)

// atFirst returns rows while the first frame is drawn, and 0 afterwards.
func (s *Session) atFirst(rows int) int {
	if s.lean {
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

// fillIn draws the rest of a result when its first frame has been painted.
func (s *Session) fillIn(turn int) {
	s.painted()
	s.settle(turn, func() { s.lean = false })
}

// hiddenTab is how long painted waits for a tab that the browser does not paint.
const hiddenTab = 100 * time.Millisecond

// painted returns when the browser has painted what was changed before.
func (s *Session) painted() {
	if goapp.IsServer {
		return
	}
	done := make(chan struct{}, 1)
	var drawn goapp.Func
	drawn = listener(func(goapp.Value) {
		drawn.Release()
		// The frame is painted after this: the next task comes behind it.
		time.AfterFunc(0, func() { done <- struct{}{} })
	})
	s.disp.Dispatch(goapp.Dispatch{Mode: goapp.Defer, Function: func(goapp.Context) {
		goapp.Window().Call("requestAnimationFrame", drawn)
	}})
	select {
	case <-done:
	case <-time.After(hiddenTab):
	}
}
