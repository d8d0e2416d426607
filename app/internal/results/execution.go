package results

import (
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
)

// Execution shows the run of a workflow that has finished.
type Execution struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int
}

// Render draws the tasks of the run, those that failed first, and the run.
func (c *Execution) Render() goapp.UI {
	s, cb := newColumn(c.P, c.B), c.B.CurrentCallback()
	e := cb.Execution
	lines := card.FieldsOf(s.Column, callback.ExecutionFields, callback.CardJob, e, nil)
	lines = append(append(lines, s.Fact(words.Say.Event, cb.Event)), s.LeftOf(e.Rest)...)
	return dom.El("div", "facts").Body(
		s.spansCard(e),
		s.tasksCard(e.Tasks),
		s.Card(words.Say.Execution, e.Item.Path(), lines...),
		s.HeadersCard(e.Headers),
	)
}

// taskLines is how many lines a row of tasks counts for.
const taskLines = 3

// taskCells is how many of the fields have a column: Name, Type and State. The others
// stand below the row.
var taskCells = card.Before(callback.TaskFields, "JobId")

// tasksCard is the table of the run's tasks, with all that the body says of each.
func (c *column) tasksCard(tasks []parser.Task) goapp.UI {
	if len(tasks) == 0 {
		return nil
	}
	c.Open()
	rows := failedFirst(tasks)
	shown := rows[:max(1, c.Take(len(tasks)*taskLines)/taskLines)]
	at := func(i int) *parser.Task { return &tasks[i] }
	cols := append(card.FieldCols(c.Column, callback.TaskFields[:taskCells], shown, at, c.taskCell),
		card.Col{Head: c.ColumnHead(words.Say.Queued), Cell: func(i int) *dom.Still { return c.spell(at(i).Waited()) }},
		card.Col{Head: c.ColumnHead(words.Say.Duration), Cell: func(i int) *dom.Still { return c.spell(taken(at(i))) }})
	return c.Frame(words.Say.Tasks, tasks[0].Item.Path(),
		c.Grid(card.Grid{
			Label: words.Say.Tasks.In(c.Lang), Cols: cols, Rows: shown,
			Look: func(i int) string {
				class, _ := face.OutcomeLook(callback.OutcomeOf(tasks[i].State.Text))
				return class
			},
			Under: func(i int) []*dom.Still { return c.underTask(at(i)) },
		}).UI(),
		c.More(len(tasks)-len(shown), tasks[len(shown)%len(tasks)].Item).UI(),
	)
}

// underTask has what the columns have no room for, and the files of the task.
func (c *column) underTask(t *parser.Task) []*dom.Still {
	facts := card.FieldsOf(c.Column, callback.TaskFields[taskCells:], callback.CardJob, t, nil)
	for _, run := range runs(t.Details) {
		facts = append(facts, dom.St("div", "fact", "nested").Body(dom.StOf("dd", "", c.inner(run))))
	}
	return append(facts, c.LeftOf(t.Rest)...)
}

// failedFirst returns the indices of tasks, of those that failed first.
func failedFirst(tasks []parser.Task) []int {
	var failed, others []int
	for i := range tasks {
		if callback.OutcomeOf(tasks[i].State.Text) == parser.OutcomeFailed {
			failed = append(failed, i)
		} else {
			others = append(others, i)
		}
	}
	return append(failed, others...)
}

func (c *column) taskCell(l *card.Leaf) *dom.Still {
	switch l.Name {
	case "State":
		return c.taskState(l.Value)
	case "Type":
		return dom.StOf("div", "",
			dom.St("div").Foreign(words.Headline(l.Meaning(l.Text).In(c.Lang))),
			dom.StOf("span", "gloss", c.Value(l.Value)))
	}
	return c.Value(l.Value)
}

func (c *column) taskState(v parser.Value) *dom.Still {
	if !v.Set() {
		return c.Value(v)
	}
	word := face.StateWord(c.Page, v.Text)
	c.Tell(v.Item)
	badge := face.BadgeOf(c.Page, callback.OutcomeOf(v.Text), word, "")
	if strings.EqualFold(word, v.Text) {
		return badge
	}
	return dom.StOf("span", "hit", badge, dom.StOf("span", "gloss", c.Value(v)))
}

// taken returns how long a task took from when it began, or from its creation where it
// does not say when that was.
func taken(t *parser.Task) (time.Duration, bool) {
	d, _, ok := t.Duration()
	return d, ok
}

func (c *column) spell(d time.Duration, ok bool) *dom.Still {
	if !ok {
		return nil
	}
	return dom.StText(words.Spell(d).In(c.Lang))
}
