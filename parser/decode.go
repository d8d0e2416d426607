package parser

import (
	"slices"
	"strings"
)

// decodeDocument finds the callbacks on the top level of doc.
func (in *inspection) decodeDocument(doc *Document) {
	for top := range doc.Root().Children() {
		in.decodeTop(top)
	}
}

// decodeTop decodes a body, or each body of an array of them.
func (in *inspection) decodeTop(top Item) {
	in.step(top)
	if top.Kind() == KindArray {
		for it := range top.Children() {
			in.decodeTop(it)
		}
		return
	}
	if root, name := envelope(top); root.Ok() && !in.full {
		if c, ok := in.callbackOf(root, name); ok {
			in.report.Callbacks = append(in.report.Callbacks, c)
			in.hold(root, sizeOfCallback)
		}
	}
}

// envelope steps into the wrapper of a body and returns what holds its fields
// with the name that it has: the element Response, the member Response of an
// object (variants E5 and E6), or the object itself (E3 and E4).
func envelope(top Item) (root Item, name string) {
	switch top.Kind() {
	case KindElement:
		return top, localName(top.Name())
	case KindObject:
		for _, name := range [...]string{"Response", "Request", "Error"} {
			if inner := top.Child(name).single(); inner.Kind() == KindObject {
				return inner, name
			}
		}
		return top, ""
	}
	return Item{}, ""
}

func localName(name string) string {
	return name[strings.IndexByte(name, ':')+1:]
}

// shape is what a body is by the names that stand in it.
type shape uint8

const (
	shapeUnknown shape = iota
	shapeFault
	shapeRequest
	shapeExecution
	shapeJobs
	shapeSimpleReview
	shapeJob // what stands in JobsDetail, without anything around it
	shapeAbsent
	shapeEmptyList
)

// shapeOf tells the shape of the body whose fields stand in root.
func shapeOf(root Item, name string) shape {
	switch {
	case name == "Error" || name == "" && isFault(root):
		return shapeFault
	case name == "Request" || isRequest(root):
		return shapeRequest
	case root.Child("WorkflowExecution").Ok():
		return shapeExecution
	case root.Child("JobsDetail").Ok():
		return shapeJobs
	case isSimpleReview(root):
		return shapeSimpleReview
	case name == "JobsDetail" || isJob(root):
		return shapeJob
	case root.Child("NonExistJobIds").Ok():
		return shapeAbsent
	case root.Child("NextToken").Ok():
		return shapeEmptyList
	}
	return shapeUnknown
}

// callbackOf decodes the body whose fields stand in root. It reports false for
// one that nothing is known of.
func (in *inspection) callbackOf(root Item, name string) (Callback, bool) {
	c := Callback{Root: root, Event: leafOf(root.Child("EventName"))}
	switch shapeOf(root, name) {
	case shapeFault:
		c.Kind, c.Fault = "Error", faultOf(root)
	case shapeRequest:
		c.Kind, c.Jobs = "Request", []Job{in.jobOf(root, root.Child("Workflow").single())}
		return c, true
	case shapeExecution:
		c.Kind, c.Execution = "WorkflowFinish", in.executionOf(root.At("WorkflowExecution").single())
	case shapeJobs:
		in.jobs(&c, root)
	case shapeSimpleReview:
		in.simpleReview(&c, root)
	case shapeJob:
		c.Jobs = []Job{in.jobOf(root, root.Child("Workflow").single())}
		c.Kind = c.Jobs[0].kind()
		return c, true
	case shapeAbsent:
		c.Kind = "QueryResponse"
	case shapeEmptyList:
		c.Kind = "ListResponse"
	default:
		return Callback{}, false
	}
	c.Rest = in.restOf(root)
	return c, true
}

// jobs decodes the jobs in root and names the kind of the callback.
func (in *inspection) jobs(c *Callback, root Item) {
	workflow := root.Child("Workflow").single()
	for it := range root.All("JobsDetail") {
		in.step(it)
		if !in.hold(it, sizeOfJob) {
			break
		}
		if len(c.Jobs) == manyItems {
			c.Jobs = slices.Grow(c.Jobs, min(count(root.All("JobsDetail")), max(in.room, 0)/sizeOfJob+1))
		}
		c.Jobs = append(c.Jobs, in.jobOf(it, workflow))
	}
	if len(c.Jobs) == 0 {
		c.Kind = "ListResponse"
		return
	}
	first := &c.Jobs[0]
	c.Kind = first.kind()
	if c.Event.Set() {
		if isReview(c.Event.Text) {
			c.Kind = c.Event.Text
		}
		return
	}
	// Without an event it is a reply of the interface, or a callback of the
	// years in which these had no EventName; both look alike once the job ended.
	outcome, by := first.Status()
	switch {
	case root.Child("NextToken").Ok():
		c.Kind = "ListResponse"
	case root.Child("NonExistJobIds").Ok() || len(c.Jobs) > 1:
		c.Kind = "QueryResponse"
	case by == "State" && outcome == OutcomeSubmitted:
		c.Kind = "SubmitResponse"
	case by == "State" && outcome != OutcomeSuccess && outcome != OutcomeFailed:
		c.Kind = "QueryResponse"
	}
}

// isReview reports whether an event is one of content review.
func isReview(event string) bool {
	return strings.HasPrefix(event, "Review") || strings.HasPrefix(event, "Auditing")
}

// isFault reports whether an object without an envelope is a refusal.
func isFault(root Item) bool {
	return root.Child("Code").Ok() && root.Child("RequestId").Ok() && !root.Child("JobId").Ok() && !root.Child("JobsDetail").Ok()
}

func isRequest(root Item) bool {
	return !root.Child("JobId").Ok() && !root.Child("JobsDetail").Ok() && !root.Child("EventName").Ok() &&
		root.Child("Operation").Ok() && (root.Child("Tag").Ok() || root.Child("CallBack").Ok())
}

// isJob reports whether root is a JobsDetail without what should be around it.
func isJob(root Item) bool {
	return root.Child("JobId").Ok() && (root.Child("Operation").Ok() || root.Child("State").Ok() || root.Child("Tag").Ok()) ||
		root.Child("WordsGeneralizeResult").Ok() || root.Child("WordsGeneralizeToken").Ok()
}

// leafOf returns the value of it; of an array, that of its first item.
func leafOf(it Item) Value {
	it = it.single()
	switch {
	case !it.Ok():
		return Value{}
	case it.Kind() == KindNull:
		return Value{"", it}
	}
	return Value{it.Value(), it}
}

// restOf returns what stands in the root of a callback and has no field in the
// model.
func (in *inspection) restOf(root Item) []Item {
	var out []Item
	var event Value
	for c := range in.children(root) {
		switch string(c.fieldName()) {
		case "EventName":
			if !c.superseded() {
				in.take(&event, c)
			}
		case "JobsDetail", "WorkflowExecution", "Workflow":
		default:
			if c.Kind() != KindComment && c.Kind() != KindProcInst {
				in.keep(&out, c)
			}
		}
	}
	return out
}

func faultOf(root Item) *Fault {
	return &Fault{
		Code:      leafOf(root.Child("Code")),
		Message:   leafOf(root.Child("Message")),
		RequestID: leafOf(root.Child("RequestId")),
		TraceID:   leafOf(root.Child("TraceId")),
		Resource:  leafOf(root.Child("Resource")),
	}
}

func (in *inspection) executionOf(it Item) *Execution {
	e := &Execution{Item: it}
	for c := range in.fields(it) {
		switch string(c.fieldName()) {
		case "RunId":
			in.take(&e.RunID, c)
		case "WorkflowId":
			in.take(&e.ID, c)
		case "WorkflowName":
			in.take(&e.Name, c)
		case "State":
			in.take(&e.State, c)
		case "BucketId":
			in.take(&e.Bucket, c)
		case "Object":
			in.take(&e.Object, c)
		case "CreateTime", "CreationTime":
			in.takeTime(&e.Created, c)
		case "CosHeaders":
			in.headers(&e.Headers, c)
		case "Tasks":
			for t := range c.items() {
				if in.step(t); in.hold(t, sizeOfTask) {
					e.Tasks = append(e.Tasks, in.taskOf(t))
				}
			}
		}
	}
	return e
}

func (in *inspection) taskOf(it Item) Task {
	t := Task{Item: it}
	for c := range in.fields(it) {
		switch string(c.fieldName()) {
		case "Type":
			in.take(&t.Type, c)
		case "Name":
			in.take(&t.Name, c)
		case "State":
			in.take(&t.State, c)
		case "JobId":
			in.take(&t.JobID, c)
		case "TemplateId":
			in.take(&t.TemplateID, c)
		case "TemplateName":
			in.take(&t.Template, c)
		case "CreateTime":
			in.takeTime(&t.Created, c)
		case "StartTime":
			in.takeTime(&t.Started, c)
		case "EndTime":
			in.takeTime(&t.Ended, c)
		}
	}
	return t
}

// isSimpleReview reports whether root is the Simple version of a content
// review (variant E9): code, message and data in lower case.
func isSimpleReview(root Item) bool {
	data := root.Child("data").single()
	return root.Child("code").Ok() && data.Ok() &&
		(data.Child("event").Ok() || data.Child("trace_id").Ok() || data.Child("forbidden_status").Ok() || data.Child("url").Ok())
}

func (in *inspection) simpleReview(c *Callback, root Item) {
	data := root.Child("data").single()
	c.Event = leafOf(data.Child("event"))
	c.Kind = c.Event.Text
	if c.Kind == "" {
		c.Kind = "Review"
	}
	j := Job{
		Item:    data,
		Code:    leafOf(root.Child("code")),
		Message: leafOf(root.Child("message")),
		Input:   Input{Item: data},
		Repeats: -1,
	}
	for it := range in.fields(data) {
		switch string(it.fieldName()) {
		case "event":
		case "trace_id":
			in.take(&j.ID, it)
		case "url":
			in.take(&j.Input.Object, it)
		case "cos_headers":
			in.mapHeaders(&j.Input.Headers, it.single())
		default:
			in.keepApart(&j.Results, &j.Rest, it)
		}
	}
	c.Jobs = []Job{j}
}
