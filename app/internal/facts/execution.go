package facts

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Execution shows the run of a workflow that has finished.
type Execution struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int
}

// Render draws the run and its steps.
func (c *Execution) Render() goapp.UI {
	s, e := newColumn(c.P, c.B), c.B.CurrentCallback().Execution
	return dom.El("div", "facts").Body(
		s.card(words.Say.Execution, e.Item.Path(),
			fieldsOf(s, callback.ExecutionFields, callback.CardJob, e, nil)...),
		s.steps(e.Tasks),
		s.headersCard(e.Headers),
	)
}

// taskLines is how many lines a row of tasks counts for.
const taskLines = 3

// steps is the table of the run's tasks.
func (c *column) steps(tasks []parser.Task) goapp.UI {
	if len(tasks) == 0 {
		return nil
	}
	c.open()
	shown := tasks[:c.take(len(tasks)*taskLines)/taskLines]
	rows := make([]*dom.Still, len(shown))
	for i := range shown {
		rows[i] = c.taskRow(&shown[i])
	}
	return c.frame(words.Say.Tasks, tasks[0].Item.Path(),
		dom.St("div", "scroll").TabIndex(0).Role("region").Aria("label", words.Say.Tasks.In(c.Lang)).Body(
			dom.St("table", "grid").Body(
				dom.St("thead").Body(dom.St("tr").Body(
					head(c, callback.TaskFields, "Name"), head(c, callback.TaskFields, "Type"),
					head(c, callback.TaskFields, "State"), c.columnHead(words.Say.Duration),
					head(c, callback.TaskFields, "JobId"), head(c, callback.TaskFields, "TemplateName"))),
				dom.St("tbody").Body(rows...),
			)).UI(),
		moreOf(c, len(shown), tasks, func(t *parser.Task) parser.Item { return t.Item }).UI(),
	)
}

func (c *column) taskRow(t *parser.Task) *dom.Still {
	took := ""
	if start := began(t); t.Ended.Known && start.Known {
		took = words.Spell(t.Ended.At.Sub(start.At)).In(c.Lang)
	}
	return dom.St("tr").Body(
		dom.St("th").Attr("scope", "row").Body(c.value(t.Name)),
		dom.St("td").Foreign(words.Headline(reference.KindName(t.Type.Text).In(c.Lang))),
		dom.St("td").Body(c.taskState(t)),
		dom.St("td").Text(took),
		dom.St("td").Body(c.value(t.JobID),
			c.tools(callback.LabelOf(callback.TaskFields, "JobId").In(c.Lang), t.JobID)),
		dom.St("td").Body(c.value(t.Template)),
	)
}

func (c *column) taskState(t *parser.Task) *dom.Still {
	if !t.State.Set() {
		return c.value(t.State)
	}
	return face.BadgeOf(c.Page, callback.OutcomeOf(t.State.Text), face.StateWord(c.Page, t.State.Text), "")
}

// began returns the moment from which a task's time counts.
func began(t *parser.Task) parser.Time {
	if t.Started.Known {
		return t.Started
	}
	return t.Created
}
