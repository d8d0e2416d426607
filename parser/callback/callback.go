// Package callback is the model of what the service sends: callbacks, their jobs,
// and the tokens of a segmentation, whatever notation and variant they came in.
package callback

import (
	"strings"
	"time"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Callback is one body whose meaning is known.
type Callback struct {
	// Kind is the job's kind ("WordsGeneralize", "Translation" …) for a
	// callback of a task, "WorkflowFinish", the event of a content review, or
	// "SubmitResponse", "QueryResponse", "ListResponse", "Request" or "Error"
	// for bodies that are not callbacks.
	Kind  string
	Event Value
	Jobs  []Job
	// Execution is the run that a WorkflowFinish callback tells about.
	Execution *Execution
	// Fault is what an <Error> body says.
	Fault *Fault
	// Root is where the callback stands in its document: the element Response,
	// or the object that stands for it.
	Root document.Item
	// Rest is what stands in Root and has no field in the model.
	Rest []document.Item
}

// Value is a leaf of a body: its text and its place. The zero Value is a leaf
// that the body does not have.
type Value struct {
	Text string
	Item document.Item
}

// Ok reports whether the body has the leaf, be it empty.
func (v Value) Ok() bool { return v.Item.Ok() }

// Set reports whether the leaf says something: it is there, and neither empty
// nor the "-" that the service writes for "not yet".
func (v Value) Set() bool { return v.Text != "" && v.Text != "-" }

// Time is a moment as the body writes it. The service writes no RFC 3339:
// 2022-07-25T16:35:39+0800, also with a blank for the T, with +08:00, and "-"
// for a time that is not set.
type Time struct {
	Value
	At    time.Time // in the zone that was written; zero unless Known
	Known bool      // the text is a moment
}

// IsCallback reports whether c was taken for something that the service sends
// by itself, not for a reply or a request.
func (c *Callback) IsCallback() bool { return !reference.Asked(c.Kind) }

// Status tells how the body went as a whole, and what says so; a body of several
// jobs has no status of its own.
func (c *Callback) Status() (o Outcome, by string) {
	switch {
	case c.Fault != nil:
		return OutcomeFailed, "Code"
	case c.Execution != nil:
		return c.Execution.Status()
	case len(c.Jobs) == 1:
		return c.Jobs[0].Status()
	case len(c.Jobs) > 1:
	case c.Kind == reference.KindQueried:
		return OutcomeAbsent, "NonExistJobIds"
	case c.Kind == reference.KindList, c.Kind == reference.KindTask:
		return OutcomeEmpty, ""
	}
	return OutcomeUnknown, ""
}

// IsReview reports whether an event is one of content review.
func IsReview(event string) bool {
	return strings.HasPrefix(event, "Review") || strings.HasPrefix(event, "Auditing")
}
