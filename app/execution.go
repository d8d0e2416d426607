package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Execution shows the run of a workflow that has finished.
type Execution struct {
	goapp.Compo
	S   *Session
	Rev int
}

// Render draws the run and its steps.
func (c *Execution) Render() goapp.UI {
	s, e := c.S.column(), c.S.CurrentCallback().Execution
	return el("div", "facts").Body(
		s.card(say.Execution, e.Item.Path(),
			s.fact(say.State, e.State, s.meaning(e.State, reference.StateName(e.State.Text))),
			s.fact(say.WorkflowName, e.Name),
			s.fact(say.RunID, e.RunID),
			s.fact(say.WorkflowID, e.ID),
			s.timeFact(say.Created, e.Created),
			s.fact(say.Bucket, e.Bucket),
			s.fact(say.Object, e.Object),
		),
		s.steps(e.Tasks),
		s.headersCard(e.Headers),
	)
}

// taskLines is how many lines a row of tasks counts for.
const taskLines = 3

// steps is the table of the run's tasks.
func (s *column) steps(tasks []parser.Task) goapp.UI {
	if len(tasks) == 0 {
		return nil
	}
	s.open()
	shown := tasks[:s.take(len(tasks)*taskLines)/taskLines]
	rows := make([]*still, len(shown))
	for i := range shown {
		rows[i] = s.taskRow(&shown[i])
	}
	return s.frame(say.Tasks, tasks[0].Item.Path(),
		st("div", "scroll").TabIndex(0).Role("region").Aria("label", say.Tasks.In(s.Lang)).Body(
			st("table", "grid").Body(
				st("thead").Body(st("tr").Body(
					s.columnHead(say.Step), s.columnHead(say.Kind), s.columnHead(say.State),
					s.columnHead(say.Duration), s.columnHead(say.TaskJob), s.columnHead(say.TemplateName))),
				st("tbody").Body(rows...),
			)).UI(),
		moreOf(s.Session, len(shown), tasks, func(t *parser.Task) parser.Item { return t.Item }).UI(),
	)
}

func (s *Session) taskRow(t *parser.Task) *still {
	took := ""
	if start := began(t); t.Ended.Known && start.Known {
		took = spell(t.Ended.At.Sub(start.At)).In(s.Lang)
	}
	return st("tr").Body(
		st("th").Attr("scope", "row").Body(s.value(t.Name)),
		st("td").Foreign(headline(reference.KindName(t.Type.Text).In(s.Lang))),
		st("td").Body(s.taskState(t)),
		st("td").Text(took),
		st("td").Body(s.value(t.JobID), s.tools(say.TaskJob.In(s.Lang), t.JobID)),
		st("td").Body(s.value(t.Template)),
	)
}

func (s *Session) taskState(t *parser.Task) *still {
	if !t.State.Set() {
		return s.value(t.State)
	}
	return s.badgeOf(outcomeNamed(t.State.Text), s.stateWord(t.State.Text), "")
}

// began returns the moment from which a task's time counts.
func began(t *parser.Task) parser.Time {
	if t.Started.Known {
		return t.Started
	}
	return t.Created
}
