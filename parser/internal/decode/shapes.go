package decode

import (
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// shape is what a body is by the names that stand in it: one row for each model.
type shape struct {
	// is reports whether the body whose fields stand in root has the shape; name
	// is that of its envelope, "" if it has none.
	is func(root document.Item, name string) bool
	// decode fills in the model. Where it leaves the kind open, that is kind.
	decode func(d *Decoder, c *callback.Callback, root document.Item)
	kind   string
	// takes reports whether the model has a place for what stands in root; nil where
	// all that it has none for is the rest of a job.
	takes func(c *callback.Callback, it document.Item) bool
}

// shapes are all rows. The first that fits counts.
var shapes = [...]shape{
	{isFault, (*Decoder).fault, reference.KindError, takesFault},
	{isRequest, (*Decoder).request, reference.KindRequest, nil},
	{holds("WorkflowExecution"), (*Decoder).workflowEnd, reference.KindWorkflow, takesRun},
	{holdsJobs, (*Decoder).jobs, "", takesJobs},
	{isSimpleReview, (*Decoder).simpleReview, reference.KindReview, takesReview},
	{isJob, (*Decoder).jobAlone, "", nil},
	{holds("NonExistJobIds"), (*Decoder).nothing, reference.KindQueried, takesNothing},
	{holds("NextToken"), (*Decoder).nothing, reference.KindList, takesNothing},
}

// shapeOf returns the shape of the body whose fields stand in root, nil if nothing
// is known of it.
func shapeOf(root document.Item, name string) *shape {
	for i := range shapes {
		if shapes[i].is(root, name) {
			return &shapes[i]
		}
	}
	return nil
}

// callbackOf decodes the body whose fields stand in root. It reports false for
// one that nothing is known of.
func (d *Decoder) callbackOf(root document.Item, name string) (callback.Callback, bool) {
	s := shapeOf(root, name)
	if s == nil {
		return callback.Callback{}, false
	}
	c := callback.Callback{Root: root}
	if event, ok := lone(root.Child("EventName")); ok {
		c.Event = leafOf(event)
	}
	d.event = c.Event.Item
	if s.decode(d, &c, root); c.Kind == "" {
		c.Kind = s.kind
	}
	if s.takes != nil {
		c.Rest = d.restOf(&c, root, s.takes)
	}
	return c, true
}

// holds returns what tells a body by a field that it has.
func holds(field string) func(document.Item, string) bool {
	return func(root document.Item, _ string) bool { return root.Child(field).Ok() }
}

// holdsJobs reports whether jobs stand in root, and no schema that tells of them.
func holdsJobs(root document.Item, _ string) bool {
	jobs := root.Child("JobsDetail")
	return jobs.Ok() && !(jobs.Child("type").Ok() && (jobs.Child("items").Ok() || jobs.Child("properties").Ok()))
}

// isFault reports whether root is an element Error, or an object without an
// envelope that is a refusal.
func isFault(root document.Item, name string) bool {
	return name == "Error" || name == "" &&
		root.Child("Code").Ok() && root.Child("RequestId").Ok() &&
		!root.Child("JobId").Ok() && !root.Child("JobsDetail").Ok()
}

func isRequest(root document.Item, name string) bool {
	return name == "Request" && (root.Child("Operation").Ok() || root.Child("Tag").Ok() || root.Child("Input").Ok()) ||
		!root.Child("JobId").Ok() && !root.Child("JobsDetail").Ok() && !root.Child("EventName").Ok() &&
			root.Child("Operation").Ok() && (root.Child("Tag").Ok() || root.Child("CallBack").Ok())
}

// isJob reports whether root is a JobsDetail without what should be around it.
func isJob(root document.Item, name string) bool {
	return name == "JobsDetail" ||
		root.Child("JobId").Ok() &&
			(root.Child("Operation").Ok() || root.Child("State").Ok() || root.Child("Tag").Ok()) ||
		root.Child("WordsGeneralizeResult").Ok() || root.Child("WordsGeneralizeToken").Ok()
}

// onlyJob decodes root as a job.
func (d *Decoder) onlyJob(c *callback.Callback, root document.Item) {
	c.Jobs = make([]callback.Job, 1)
	d.job(&c.Jobs[0], root, document.Item{})
}

// request does so, and notes that nothing has run.
func (d *Decoder) request(c *callback.Callback, root document.Item) {
	d.onlyJob(c, root)
	c.Jobs[0].Asked = true
}

// jobAlone decodes root as a job, and names the callback after the job.
func (d *Decoder) jobAlone(c *callback.Callback, root document.Item) {
	d.onlyJob(c, root)
	c.Kind = c.Jobs[0].Kind()
}

// nothing is for bodies that hold no jobs.
func (d *Decoder) nothing(*callback.Callback, document.Item) {}

func (d *Decoder) workflowEnd(c *callback.Callback, root document.Item) {
	c.Execution = d.executionOf(root.Child("WorkflowExecution"))
}
