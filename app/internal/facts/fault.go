package facts

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

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
	s, f := newColumn(c.P, c.B), c.B.CurrentCallback().Fault
	return dom.El("div", "facts").Body(s.card(words.Say.Fault, "",
		fieldsOf(s, callback.FaultFields, callback.CardJob, f, nil)...))
}
