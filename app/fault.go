package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/reference"
)

// Fault shows the body of a refused request.
type Fault struct {
	goapp.Compo
	S   *Session
	Rev int
}

// Render draws what the service says, and what its code means.
func (c *Fault) Render() goapp.UI {
	s, f := c.S, c.S.CurrentCallback().Fault
	meaning, _ := reference.ErrorCode(f.Code.Text)
	return el("div", "facts").Body(s.card(say.Fault, "",
		s.fact(say.Code, f.Code, s.gloss(meaning)),
		s.fact(say.Message, f.Message),
		s.fact(say.Resource, f.Resource),
		s.fact(say.RequestID, f.RequestID),
		s.fact(say.TraceID, f.TraceID),
	))
}
