package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
)

// workflowCard tells which run of which workflow started the job, and where
// the body says so: the published page names two places.
func (s *Session) workflowCard(w *parser.Workflow) goapp.UI {
	if !w.Item.Ok() {
		return nil
	}
	return s.card(say.Workflow, w.Item.Path(),
		s.fact(say.WorkflowName, w.Name),
		s.fact(say.WorkflowNode, w.Node),
		s.fact(say.RunID, w.RunID),
		s.fact(say.WorkflowID, w.ID),
		s.foundIn(w),
	)
}

func (s *Session) foundIn(w *parser.Workflow) *still {
	if w.From == "" {
		return nil
	}
	return st("div", "fact", "aside").Body(
		st("dt").Body(),
		st("dd").Body(s.gloss(say.FoundIn.With(w.From+".Workflow"))))
}
