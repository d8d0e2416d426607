package parser

import (
	"time"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Report is all that Inspect found. The page, the command line, the exports
// and the tests show it; none of them looks at the body again.
type Report struct {
	Source      Source
	Layers      []Layer // the wrappers that were peeled, outermost first
	Callbacks   []Callback
	Documents   []*Document // every body that was found, callback or not, in order
	Diagnostics []Diagnostic
	// Omitted counts the diagnostics beyond Limits.Diagnostics, which are not listed.
	Omitted int
	// Stopped tells that the context ended before the body was read to its
	// end; what had been read by then is here.
	Stopped bool
	// Hidden counts the secrets that Options.Redact has hidden.
	Hidden int
}

// Source describes what was given to Inspect.
type Source struct {
	Name    string // of the file, empty for what was pasted
	Bytes   int    // as given, up to Limits.Input
	Format  Format // of the first body that was found
	Charset string // as found or declared, "utf-8" unless something else was
	// Text is what was given, as UTF-8. It is the input itself, not a copy,
	// where that is UTF-8 already and nothing in it is hidden. Positions count
	// in it.
	Text []byte
}

// Layer is the receipt for one wrapper that was taken off.
type Layer struct {
	Kind string // "http", "base64", "gzip" …; see LayerName
	Span Span   // where it lay in the text of the layer around it
	In   int    // index in Layers of the layer around it, -1 for the source
	Size int    // bytes of what was inside
	Note lang.Text
}

// Callback is one body whose meaning is known.
type Callback struct {
	// Kind is the job's kind ("WordsGeneralize", "Translation" …) for a
	// callback of a task, "WorkflowFinish", the event of a content review, or
	// "SubmitResponse", "QueryResponse", "ListResponse", "Request" or "Error"
	// for bodies that are no callback.
	Kind  string
	Event Value
	Jobs  []Job
	// Execution is the run that a WorkflowFinish callback tells about.
	Execution *Execution
	// Fault is what an <Error> body says.
	Fault *Fault
	// Root is where the callback stands in its document: the element Response,
	// or the object that stands for it.
	Root Item
	// Rest is what stands in Root and has no field in the model.
	Rest []Item
}

// Value is a leaf of a body: its text and its place. The zero Value is a leaf
// that the body does not have.
type Value struct {
	Text string
	Item Item
}

// Ok reports whether the body has the leaf, be it empty.
func (v Value) Ok() bool { return v.Item.Ok() }

// Set reports whether the leaf says something: it is there, and neither empty
// nor the "-" that the service writes for "not yet".
func (v Value) Set() bool { return v.Text != "" && v.Text != "-" }

// Time is a moment as the body writes it. The service writes no RFC 3339:
// 2022-07-25T16:35:39+0800, also with a blank for the T, with +08:00, and "-"
// for a moment that has not come.
type Time struct {
	Value
	At    time.Time // in the zone that was written; zero unless Known
	Known bool      // the text is a moment
}

// Job is one entry of JobsDetail, or what stands for one.
type Job struct {
	ID, Tag, SubTag         Value
	State, Code, Message    Value
	QueueID, QueueType      Value
	Progress                Value
	Created, Started, Ended Time
	Input                   Input
	Workflow                Workflow
	Operation               Operation
	Labels                  []Label
	Tokens                  *Tokens // nil where there is no segmentation
	Results                 []Item  // other results: the nodes of Operation that carry an outcome
	Output                  []Item  // Operation.Output and other nodes that name files written
	Rest                    []Item  // what the model has no field for
	Item                    Item
	Repeats                 int // index of an earlier job of the report with this ID, -1 if there is none
}

// Input is where the job's text came from.
type Input struct {
	Bucket, Region, Object Value
	Headers                []Header // the CosHeaders of a job that a workflow started
	Item                   Item
}

// Header is one custom header of the object, given as a pair of Key and Value
// or as a member of a map.
type Header struct {
	Key, Value Value
}

// Workflow is the run that started the job.
type Workflow struct {
	RunID, ID, Name, Node Value
	// From is the path of what holds the Workflow: "Response" or
	// "Response.JobsDetail". The published page says both.
	From string
	Item Item
}

// Operation is the rule that the job was run by.
type Operation struct {
	UserData, JobLevel   Value
	NerMethod, SegMethod Value
	TemplateID, Template Value
	Item                 Item
}

// Label is one result of the categorisation; the wire calls it Lable.
type Label struct {
	Category, Word Value
	Item           Item
}

// Execution is what a WorkflowFinish callback tells.
type Execution struct {
	RunID, ID, Name, State Value
	Bucket, Object         Value
	Created                Time
	Headers                []Header
	Tasks                  []Task
	Item                   Item
}

// Task is one step of a workflow's run.
type Task struct {
	Type, Name, State, JobID Value
	TemplateID, Template     Value
	Created, Started, Ended  Time
	Item                     Item
}

// Fault is the body of a refused request.
type Fault struct {
	Code, Message, RequestID, TraceID, Resource Value
}

// Outcome is the state of a job or a run.
type Outcome uint8

// The outcomes; the words are those of the field State.
const (
	OutcomeUnknown Outcome = iota
	OutcomeSuccess
	OutcomeFailed
	OutcomeRunning
	OutcomeSubmitted
	OutcomePause
	OutcomeCancel
)

func (o Outcome) String() string {
	return nameIn(o, "", "Success", "Failed", "Running", "Submitted", "Pause", "Cancel")
}

// Status tells how the job went and which field says so: "State", else "Code",
// else "Result" where only the presence of a result speaks for it. Message is
// never asked: it says Success, done or TaskFinish as it likes.
func (j *Job) Status() (o Outcome, by string) {
	if j.State.Set() {
		return outcomeOf(j.State.Text), "State"
	}
	if j.Code.Set() {
		if j.Code.Text == "Success" || j.Code.Text == "0" { // content review counts
			return OutcomeSuccess, "Code"
		}
		return OutcomeFailed, "Code"
	}
	if j.Tokens != nil || len(j.Results) > 0 {
		return OutcomeSuccess, "Result"
	}
	return OutcomeUnknown, ""
}

// Duration returns how long the job ran, to EndTime from StartTime or, where
// there is none, from CreationTime; from names the field that was used.
func (j *Job) Duration() (d time.Duration, from string, ok bool) {
	switch {
	case !j.Ended.Known:
	case j.Started.Known:
		return j.Ended.At.Sub(j.Started.At), "StartTime", true
	case j.Created.Known:
		return j.Ended.At.Sub(j.Created.At), "CreationTime", true
	}
	return 0, "", false
}

// Waited returns how long the job waited between CreationTime and StartTime.
func (j *Job) Waited() (time.Duration, bool) {
	if !j.Created.Known || !j.Started.Known {
		return 0, false
	}
	return j.Started.At.Sub(j.Created.At), true
}

// Address returns the address of the object in its bucket, the object's name
// escaped segment by segment, or "" where a part is missing.
func (in *Input) Address() string {
	if !in.Bucket.Set() || !in.Region.Set() || !in.Object.Set() {
		return ""
	}
	return "https://" + in.Bucket.Text + ".cos." + in.Region.Text + ".myqcloud.com/" + escapeObject(in.Object.Text)
}

// Origin returns the bytes of Source.Text that it stands in, and whether they
// are exact: where the body was packed in a way that has no place for each
// byte, they are those of the whole packing.
func (r *Report) Origin(it Item) (Span, bool) {
	return it.doc.Origin(it.Span())
}

// outcomeOf reads the field State.
func outcomeOf(state string) Outcome {
	for o := OutcomeSuccess; o <= OutcomeCancel; o++ {
		if o.String() == state {
			return o
		}
	}
	return OutcomeUnknown
}
