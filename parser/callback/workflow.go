package callback

import (
	"github.com/callbacklens/callbacklens/parser/document"
)

// Execution is what a WorkflowFinish callback tells.
type Execution struct {
	RunID, ID, Name, State Value
	Bucket, Object         Value
	Created                Time
	Headers                []Header
	Tasks                  []Task
	Item                   document.Item
}

// Task is one step of a workflow's run.
type Task struct {
	Type, Name, State, JobID Value
	TemplateID, Template     Value
	Created, Started, Ended  Time
	Item                     document.Item
}

// Fault is the body of a refused request.
type Fault struct {
	Code, Message, RequestID, TraceID, Resource Value
}
