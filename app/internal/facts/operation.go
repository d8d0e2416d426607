package facts

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
)

// operationCard tells by which rule the job was run.
func (c *column) operationCard(j *parser.Job) goapp.UI {
	o := &j.Operation
	lines := card.FieldsOf(c.Column, callback.OperationFields, callback.CardJob, o, nil)
	lines = append(lines, c.LeftOf(o.Rest)...)
	more, _ := restOfOperation(j)
	return c.Card(words.Say.Operation, o.Item.Path(), append(lines, c.LeftOf(more)...)...)
}

// restOfOperation divides what the model has no field for: what stands in the
// Operation, and what stands elsewhere in the job.
func restOfOperation(j *parser.Job) (inside, elsewhere []parser.Item) {
	for _, it := range j.Rest {
		if j.Operation.Item.Ok() && it.Parent() == j.Operation.Item {
			inside = append(inside, it)
		} else {
			elsewhere = append(elsewhere, it)
		}
	}
	return inside, elsewhere
}
