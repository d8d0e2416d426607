package results

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/callback"
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
	s, cb := newColumn(c.P, c.B), c.B.CurrentCallback()
	lines := card.FieldsOf(s.Column, callback.FaultFields, callback.CardJob, cb.Fault, nil)
	return dom.El("div", "facts").Body(s.Card(words.Say.Fault, "", append(lines, s.LeftOf(cb.Rest)...)...))
}
