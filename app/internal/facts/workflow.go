package facts

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
)

// workflowCard tells which run of which workflow started the job, and where
// the body says so: the published page names two places.
func (c *column) workflowCard(w *parser.Workflow) goapp.UI {
	if !w.Item.Ok() {
		return nil
	}
	lines := card.FieldsOf(c.Column, callback.WorkflowFields, callback.CardJob, w, nil)
	lines = append(lines, c.LeftOf(w.Rest)...)
	return c.Card(words.Say.Workflow, w.Item.Path(), append(lines, c.foundIn(w))...)
}

func (c *column) foundIn(w *parser.Workflow) *dom.Still {
	if w.From == "" {
		return nil
	}
	return dom.St("div", "fact", "aside").Body(
		dom.StOf("dt", ""),
		dom.StOf("dd", "", c.Gloss(words.Say.FoundIn.With(w.From+".Workflow"))))
}
