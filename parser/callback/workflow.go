package callback

import (
	"time"

	"github.com/callbacklens/callbacklens/parser/document"
)

// Execution is what a WorkflowFinish callback tells.
type Execution struct {
	RunID, ID, Name, State Value
	Bucket, Object         Value
	Created                Time
	Headers                []Header
	Tasks                  []Task
	Rest                   []document.Item // what stands in it and has no field here
	Item                   document.Item
}

// Status tells how the run went and what says so: "State", or "Tasks.State" where
// there is none, or where it says Success though a task failed.
func (e *Execution) Status() (o Outcome, by string) {
	tasks := e.ofTasks()
	switch {
	case e.State.Set() && (OutcomeOf(e.State.Text) != OutcomeSuccess || tasks != OutcomeFailed):
		return OutcomeOf(e.State.Text), "State"
	case e.State.Set():
		return OutcomePartial, "Tasks.State"
	case tasks != OutcomeUnknown:
		return tasks, "Tasks.State"
	}
	return OutcomeUnknown, ""
}

// ofTasks tells how the tasks went together: failed if one did, success if all did.
func (e *Execution) ofTasks() Outcome {
	succeeded := 0
	for i := range e.Tasks {
		switch OutcomeOf(e.Tasks[i].State.Text) {
		case OutcomeFailed:
			return OutcomeFailed
		case OutcomeSuccess:
			succeeded++
		}
	}
	if succeeded > 0 && succeeded == len(e.Tasks) {
		return OutcomeSuccess
	}
	return OutcomeUnknown
}

// Task is one step of a workflow's run.
type Task struct {
	Type, Name, State, JobID Value
	TemplateID, Template     Value
	// The template of the transcoding that belongs to the task, and HLG or HDR10.
	TranscodeID, Transcode, HDR Value
	Created, Started, Ended     Time
	Details                     []Group         // the nodes in it that have a model
	Rest                        []document.Item // what stands in it and has no field here
	Item                        document.Item
}

// Duration returns how long the task ran, to EndTime from StartTime or, where there
// is none, from CreateTime; from names the field that was used.
func (t *Task) Duration() (d time.Duration, from string, ok bool) {
	return ran(&t.Created, &t.Started, &t.Ended, "CreateTime")
}

// Waited returns how long the task waited in its queue, between CreateTime and
// StartTime.
func (t *Task) Waited() (time.Duration, bool) { return waited(&t.Created, &t.Started) }

// Fault is the body of a refused request.
type Fault struct {
	Code, Message, RequestID, TraceID, Resource Value
}
