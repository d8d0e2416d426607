package facts

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Fault shows the body of a refused request.
type Fault struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int
}

// Render draws what the service says, and what its code means.
func (c *Fault) Render() goapp.UI {
	s, f := newColumn(c.P, c.B), c.B.CurrentCallback().Fault
	meaning, _ := reference.ErrorCode(f.Code.Text)
	return dom.El("div", "facts").Body(s.card(words.Say.Fault, "",
		s.fact(words.Say.Code, f.Code, s.gloss(meaning)),
		s.fact(words.Say.Message, f.Message),
		s.fact(words.Say.Resource, f.Resource),
		s.fact(words.Say.RequestID, f.RequestID),
		s.fact(words.Say.TraceID, f.TraceID),
	))
}
