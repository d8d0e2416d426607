package facts

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
)

// operationCard tells by which rule the job was run.
func (c *column) operationCard(o *parser.Operation) goapp.UI {
	return c.card(words.Say.Operation, o.Item.Path(),
		fieldsOf(c, callback.OperationFields, callback.CardJob, o, nil)...)
}
