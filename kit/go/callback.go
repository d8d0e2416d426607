// Package callback reads and receives callbacks of Tencent Cloud 数据万象 (CI). It
// needs nothing but Go's standard library; copy it into your module.
//
// Decode takes XML and JSON, one job or many, strings or numbers, with the wrapper
// Response or without. Receiver is an http.Handler that answers before it works.
package callback

import (
	"strconv"
	"strings"
	"time"
)

// Callback is one body.
type Callback struct {
	Event string // TaskFinish, WorkflowFinish, ReviewText … or "" where the body does not say
	Jobs  []Job
	Run   *Run  // of a WorkflowFinish
	Node  *Node // the whole body, with all that the model has no field for
}

// Job is one entry of JobsDetail.
type Job struct {
	ID, Tag                 string
	State, Code, Message    string
	QueueID, UserData       string
	Created, Started, Ended time.Time // zero where the service has not set them
	Input                   Input
	Workflow                Workflow
	Labels                  []Label
	Tokens                  []Token
	Result                  string // the verdict of a content review, see Verdict
	Node                    *Node  // the whole job, with all that the model has no field for
}

// Input is where the object lies.
type Input struct{ Bucket, Region, Object string }

// Workflow is the run that started a job.
type Workflow struct{ RunID, ID, Name string }

// Label is one result of the categorisation.
type Label struct{ Category, Word string }

// Token is a word of a segmentation.
type Token struct {
	Word, Pos      string
	Offset, Length int // -1 where the body has none
}

// Run is a workflow that ended. Its tasks are in Node.
type Run struct {
	ID, WorkflowID, State string
	Created, Ended        time.Time
	Node                  *Node
}

// Decode reads a body. An error means that it is not well-formed; a body without
// jobs is none.
func Decode(body []byte) (*Callback, error) {
	doc, err := Parse(body)
	if err != nil {
		return nil, err
	}
	c := &Callback{Node: doc}
	c.find(doc, 0)
	return c, nil
}

// find looks for jobs: in JobsDetail, wherever that stands, or as the body itself.
func (c *Callback) find(n *Node, depth int) {
	const levels = 3 // of wrappers
	jobs, run := n.All("JobsDetail"), n.Get("WorkflowExecution")
	if event := n.Get("EventName"); event != nil {
		c.Event = event.Text
	}
	switch {
	case len(jobs) > 0 || run != nil:
		for _, j := range jobs {
			c.Jobs = append(c.Jobs, newJob(j, n))
		}
		if run != nil {
			c.Run = newRun(run)
		}
	case isReview(n):
		c.Event = n.Value("data", "event")
		c.Jobs = append(c.Jobs, newReview(n))
	case n.Get("JobId") != nil:
		c.Jobs = append(c.Jobs, newJob(n, nil))
	case depth < levels:
		for _, inner := range n.Nodes {
			c.find(inner, depth+1)
		}
	}
}

func newJob(n, around *Node) Job {
	op, in, flow := n.Get("Operation"), n.Get("Input"), n.Get("Workflow")
	if in == nil {
		in = op.Get("Input") // of a speech synthesis that a workflow started
	}
	if in == nil {
		in = n // of a content review
	}
	if flow == nil {
		flow = around.Get("Workflow")
	}
	j := Job{
		ID: n.Value("JobId"), Tag: n.Value("Tag"),
		State: n.Value("State"), Code: n.Value("Code"), Message: n.Value("Message"),
		QueueID: n.Value("QueueId"), UserData: op.Value("UserData"),
		Created: Time(n.Value("CreationTime")), Started: Time(n.Value("StartTime")), Ended: Time(n.Value("EndTime")),
		Input:    Input{in.Value("BucketId"), in.Value("Region"), in.Value("Object")},
		Workflow: Workflow{flow.Value("RunId"), flow.Value("WorkflowId"), flow.Value("WorkflowName")},
		Result:   n.Value("Result"),
		Node:     n,
	}
	if j.Result == "" {
		j.Result = n.Value("Suggestion")
	}
	words := op.Get("WordsGeneralizeResult")
	if words == nil {
		words = op.Get("SpeechRecognitionResult", "WordsGeneralizeResult")
	}
	for _, l := range words.All("WordsGeneralizeLable") { // as the service spells it
		j.Labels = append(j.Labels, Label{l.Value("Category"), l.Value("Word")})
	}
	for _, t := range words.All("WordsGeneralizeToken") {
		j.Tokens = append(j.Tokens, Token{t.Value("Word"), t.Value("Pos"), number(t.Value("Offset")), number(t.Value("Length"))})
	}
	return j
}

// isReview reports whether it is the Simple form of a content review.
func isReview(n *Node) bool {
	data := n.Get("data")
	return n.Get("code") != nil &&
		(data.Get("event") != nil || data.Get("trace_id") != nil || data.Get("url") != nil)
}

// newReview reads the Simple form of a content review.
func newReview(n *Node) Job {
	data := n.Get("data")
	return Job{
		ID: data.Value("trace_id"), Code: n.Value("code"), Message: n.Value("message"),
		Input: Input{Object: data.Value("url")}, Result: data.Value("result"), Node: n,
	}
}

func newRun(n *Node) *Run {
	return &Run{
		ID: n.Value("RunId"), WorkflowID: n.Value("WorkflowId"), State: n.Value("State"),
		Created: Time(n.Value("CreateTime")), Ended: Time(n.Value("EndTime")), Node: n,
	}
}

// set reports whether a value says something: "-" stands for "not yet".
func set(s string) bool { return s != "" && s != "-" }

// Outcome is how the job ended: Success, Failed, Running, Submitted, Pause or
// Cancel, "" where the body does not say. State counts, and Code where there is no
// State. Message is never asked. Of a content review Success means that it ran: the
// verdict is another question.
func (j *Job) Outcome() string {
	switch {
	case strings.EqualFold(j.State, "Auditing"):
		return "Running"
	case set(j.State):
		for _, known := range [...]string{"Success", "Failed", "Running", "Submitted", "Pause", "Cancel"} {
			if strings.EqualFold(j.State, known) {
				return known
			}
		}
		return ""
	case j.Code == "Success" || j.Code == "0":
		return "Success"
	case set(j.Code):
		return "Failed"
	}
	return ""
}

// Verdict is what a content review found: Normal, Violation or Suspected, "" for
// other jobs and for a review that did not run.
func (j *Job) Verdict() string {
	if j.Outcome() != "Success" {
		return ""
	}
	return map[string]string{"0": "Normal", "1": "Violation", "2": "Suspected"}[j.Result]
}

// layouts are the forms of times: of jobs, of workflows, of content reviews.
var layouts = [...]string{
	"2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05Z0700",
	"2006-01-02T15:04:05Z07:00", "2006-01-02 15:04:05Z07:00",
}

// Time reads a time in any form that the service writes: the zero time for "-", for
// nothing, and for what is no time.
func Time(s string) time.Time {
	for _, layout := range layouts {
		if at, err := time.Parse(layout, s); err == nil {
			return at
		}
	}
	return time.Time{}
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}
