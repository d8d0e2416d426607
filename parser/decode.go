package parser

import "strings"

// decodeDocument finds the callbacks on the top level of doc.
func (in *inspection) decodeDocument(doc *Document) {
	for top := range doc.Root().Children() {
		in.decodeTop(top)
	}
}

// decodeTop decodes a body, or each body of an array of them.
func (in *inspection) decodeTop(top Item) {
	if top.Kind() == KindArray {
		for it := range top.Children() {
			in.decodeTop(it)
		}
		return
	}
	if root, name := envelope(top); root.Ok() {
		if c, ok := in.callbackOf(root, name); ok {
			in.report.Callbacks = append(in.report.Callbacks, c)
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
		c.Kind, c.Jobs = "Request", []Job{in.jobOf(root, root)}
		return c, true
	case shapeExecution:
		c.Kind, c.Execution = "WorkflowFinish", executionOf(root.At("WorkflowExecution").single())
	case shapeJobs:
		in.jobs(&c, root)
	case shapeSimpleReview:
		c.simpleReview(root)
	case shapeJob:
		c.Jobs = []Job{in.jobOf(root, root)}
		c.Kind = c.Jobs[0].kind()
		return c, true
	case shapeAbsent:
		c.Kind = "QueryResponse"
	case shapeEmptyList:
		c.Kind = "ListResponse"
	default:
		return Callback{}, false
	}
	c.Rest = rest(root, "EventName", "JobsDetail", "WorkflowExecution", "Workflow")
	return c, true
}

// jobs decodes the jobs in root and names the kind of the callback.
func (in *inspection) jobs(c *Callback, root Item) {
	for it := range root.All("JobsDetail") {
		c.Jobs = append(c.Jobs, in.jobOf(it, root))
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

// valueOf takes it as a leaf: the first one of an array of them.
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

// rest returns what stands in it and is not named.
func rest(it Item, named ...string) []Item {
	var out []Item
next:
	for c := range it.Children() {
		for _, n := range named {
			if c.Name() == n {
				continue next
			}
		}
		if c.Kind() != KindComment && c.Kind() != KindProcInst {
			out = append(out, c)
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

func executionOf(it Item) *Execution {
	e := &Execution{Item: it}
	for c := range it.Children() {
		v := leafOf(c)
		switch c.Name() {
		case "RunId":
			e.RunID = v
		case "WorkflowId":
			e.ID = v
		case "WorkflowName":
			e.Name = v
		case "State":
			e.State = v
		case "BucketId":
			e.Bucket = v
		case "Object":
			e.Object = v
		case "CreateTime", "CreationTime":
			e.Created = readTime(v)
		}
	}
	e.Headers = headersOf(it)
	for t := range it.All("Tasks") {
		e.Tasks = append(e.Tasks, taskOf(t))
	}
	return e
}

func taskOf(it Item) Task {
	t := Task{Item: it}
	for c := range it.Children() {
		v := leafOf(c)
		switch c.Name() {
		case "Type":
			t.Type = v
		case "Name":
			t.Name = v
		case "State":
			t.State = v
		case "JobId":
			t.JobID = v
		case "TemplateId":
			t.TemplateID = v
		case "TemplateName":
			t.Template = v
		case "CreateTime":
			t.Created = readTime(v)
		case "StartTime":
			t.Started = readTime(v)
		case "EndTime":
			t.Ended = readTime(v)
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

func (c *Callback) simpleReview(root Item) {
	data := root.Child("data").single()
	c.Event = leafOf(data.Child("event"))
	c.Kind = c.Event.Text
	if c.Kind == "" {
		c.Kind = "Review"
	}
	j := Job{
		Item:    data,
		ID:      leafOf(data.Child("trace_id")),
		Code:    leafOf(root.Child("code")),
		Message: leafOf(root.Child("message")),
		Repeats: -1,
	}
	j.Input = Input{Item: data, Object: leafOf(data.Child("url")), Headers: mapHeaders(data.Child("cos_headers").single())}
	for it := range data.Children() {
		switch {
		case it.Name() == "event" || it.Name() == "trace_id" || it.Name() == "url" || it.Name() == "cos_headers":
		case it.Leaf():
			j.Rest = append(j.Rest, it)
		default:
			j.Results = append(j.Results, it)
		}
	}
	c.Jobs = []Job{j}
}
