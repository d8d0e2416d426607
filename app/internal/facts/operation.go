package facts

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// operationCard tells by which rule the job was run.
func (c *column) operationCard(o *parser.Operation) goapp.UI {
	return c.card(words.Say.Operation, o.Item.Path(),
		c.fact(words.Say.UserData, o.UserData),
		c.fact(words.Say.JobLevel, o.JobLevel, c.meaning(o.JobLevel, reference.LevelName(o.JobLevel.Text))),
		c.fact(words.Say.NerMethod, o.NerMethod, c.meaning(o.NerMethod, reference.MethodName("NerMethod", o.NerMethod.Text))),
		c.fact(words.Say.SegMethod, o.SegMethod, c.meaning(o.SegMethod, reference.MethodName("SegMethod", o.SegMethod.Text))),
		c.fact(words.Say.TemplateName, o.Template),
		c.fact(words.Say.TemplateID, o.TemplateID),
	)
}
