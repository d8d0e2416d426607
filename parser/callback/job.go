package callback

import (
	"strings"
	"time"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/reference"
)

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
	Review                  *Review // nil where the job is no content review
	// Failure is the leaf that tells of a failure inside a result, such as
	// DigitalWatermark.State; FailureIn is the name of that result on the wire.
	Failure    Value
	FailureIn  string
	Asked      bool            // it stands in a request: nothing has run
	Details    []Group         // the nodes of Operation that have a model, in the order of package kinds
	Results    []document.Item // other results: the nodes of Operation that carry an outcome, those in Details too
	Output     []document.Item // Operation.Output and other nodes that name files written
	Rest       []document.Item // what the model has no field for
	ResultRest []document.Item // what stands beside labels and tokens in the result
	Item       document.Item
	Repeats    int // index of an earlier job of the report with this ID, -1 if there is none
}

// Input is where the job's text came from.
type Input struct {
	Bucket, Region, Object Value
	Headers                []Header // the CosHeaders of a job that a workflow started
	// The languages of a translation, and the type of its file.
	Lang, Type, BasicType Value
	Rest                  []document.Item // what stands in it and has no field here
	Item                  document.Item
}

// Header is one custom header of the object, given as a pair of Key and Value
// or as a member of a map.
type Header struct {
	Key, Value Value
	Rest       []document.Item // what stands in the pair beside them
}

// Workflow is the run that started the job.
type Workflow struct {
	RunID, ID, Name, Node Value
	// From is the path of what holds the Workflow: "Response" or
	// "Response.JobsDetail". The published page says both.
	From string
	Rest []document.Item // what stands in it and has no field here
	Item document.Item
}

// Operation is the rule that the job was run by.
type Operation struct {
	UserData, JobLevel   Value
	NerMethod, SegMethod Value
	TemplateID, Template Value
	Rest                 []document.Item // what stands in the parameters and has no field here
	Item                 document.Item
}

// Label is one result of the categorisation; the wire calls it Lable.
type Label struct {
	Category, Word Value
	Rest           []document.Item // what stands in it and has no field here
	Item           document.Item
}

// Known reports whether the job has a field that is known.
func (j *Job) Known() bool {
	return j.ID.Set() || j.State.Set() || j.Code.Set() || j.Tag.Set() || j.Message.Set() || j.Created.Set() || j.Input.Item.Ok() ||
		j.Operation.Item.Ok() || j.Tokens != nil || j.Review != nil || len(j.Details)+len(j.Results)+len(j.Labels) > 0
}

// Status tells how the job went and what says so. Of a content review it is the
// verdict, as State only says that the review ran, and by is "Result". A failure
// inside the result of a job that succeeded is an outcome of its own; by is then the
// path of the leaf that tells, from the result on. Else it is what "State" says, else
// "Code", else "Result" where only the presence of a result speaks for it. Message
// is never asked: it says Success, done or TaskFinish as it likes.
func (j *Job) Status() (o Outcome, by string) {
	if j.Asked {
		return OutcomeRequest, ""
	}
	o, by = j.state()
	switch {
	case j.Reviewed() && j.Review.Result.Set():
		return Verdict(j.Review.Result), j.Review.rests()
	case o == OutcomeSuccess && j.Failure.Ok():
		return OutcomePartial, j.FailureIn + "." + j.Failure.Item.Name()
	}
	return o, by
}

// Reviewed reports whether the job is a content review that ran, so that its
// verdicts count.
func (j *Job) Reviewed() bool {
	o, by := j.state()
	return j.Review != nil && (o == OutcomeSuccess || by == "")
}

// state is Status without a look into the result.
func (j *Job) state() (o Outcome, by string) {
	switch {
	case j.State.Set():
		return OutcomeOf(j.State.Text), "State"
	case j.Code.Set() && Succeeded(j.Code):
		return OutcomeSuccess, "Code"
	case j.Code.Set():
		return OutcomeFailed, "Code"
	case j.Tokens != nil || len(j.Results) > 0:
		return OutcomeSuccess, "Result"
	}
	return OutcomeUnknown, ""
}

// Succeeded reports whether a code says that all went well. Content review counts.
func Succeeded(code Value) bool { return code.Text == "Success" || code.Text == "0" }

// Duration returns how long the job ran, to EndTime from StartTime or, where
// there is none, from CreationTime; from names the field that was used.
func (j *Job) Duration() (d time.Duration, from string, ok bool) {
	return ran(&j.Created, &j.Started, &j.Ended, "CreationTime")
}

// Waited returns how long the job waited between CreationTime and StartTime.
func (j *Job) Waited() (time.Duration, bool) { return waited(&j.Created, &j.Started) }

func ran(created, started, ended *Time, creation string) (d time.Duration, from string, ok bool) {
	if from = "StartTime"; !started.Known {
		started, from = created, creation
	}
	if d, ok = waited(started, ended); !ok {
		return 0, "", false
	}
	return d, from, true
}

// waited returns how long it is from one moment to another. There is no such time where
// the other one is before the first.
func waited(created, started *Time) (time.Duration, bool) {
	if !created.Known || !started.Known || started.At.Before(created.At) {
		return 0, false
	}
	return started.At.Sub(created.At), true
}

// Address returns the address of the object in its bucket, the object's name
// escaped segment by segment, or "" where a part is missing.
func (in *Input) Address() string {
	if !in.Bucket.Set() || !in.Region.Set() || !in.Object.Set() {
		return ""
	}
	return "https://" + in.Bucket.Text + ".cos." + in.Region.Text + ".myqcloud.com/" + escapeObject(in.Object.Text)
}

// Kind names the job by what it holds; what Tag says counts where the body
// does not contradict it.
func (j *Job) Kind() string {
	op, tag := j.Operation.Item, j.Tag.Text
	switch {
	case tag != "" && (op.Child(tag).Ok() || op.Child(tag+"Result").Ok()):
		return tag
	case op.Child("WordsGeneralize").Ok() || op.Child("WordsGeneralizeResult").Ok():
		return reference.KindSegmentation
	case tag != "":
		return tag
	case j.Tokens != nil:
		return reference.KindSegmentation
	}
	for _, r := range j.Results {
		if name, ok := strings.CutSuffix(r.Name(), "Result"); ok && name != "" && name != "Media" {
			return name
		}
	}
	for _, r := range j.Results {
		if name := r.Name(); name != reference.KindMediaInfo && name != "MediaResult" {
			return name
		}
	}
	if len(j.Results) > 0 && len(j.Output) == 0 {
		return reference.KindMediaInfo
	}
	return reference.KindTask
}

// escapeObject escapes the name of an object for an address, segment by
// segment: the slashes stay.
func escapeObject(name string) string {
	const hex = "0123456789ABCDEF"
	b := make([]byte, 0, len(name)+len(name)/2)
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-_.~/", c) >= 0 {
			b = append(b, c)
			continue
		}
		b = append(b, '%', hex[c>>4], hex[c&15])
	}
	return string(b)
}
