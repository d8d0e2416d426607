package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// operationCard tells by which rule the job was run.
func (s *Session) operationCard(o *parser.Operation) goapp.UI {
	return s.card(say.Operation, o.Item.Path(),
		s.fact(say.UserData, o.UserData),
		s.fact(say.JobLevel, o.JobLevel, s.meaning(o.JobLevel, reference.LevelName(o.JobLevel.Text))),
		s.fact(say.NerMethod, o.NerMethod, s.meaning(o.NerMethod, reference.MethodName("NerMethod", o.NerMethod.Text))),
		s.fact(say.SegMethod, o.SegMethod, s.meaning(o.SegMethod, reference.MethodName("SegMethod", o.SegMethod.Text))),
		s.fact(say.TemplateName, o.Template),
		s.fact(say.TemplateID, o.TemplateID),
	)
}
