package parser

import "strings"

// jobOf decodes one JobsDetail; root is what it stands in.
func (in *inspection) jobOf(it, root Item) Job {
	j := Job{Item: it, Repeats: -1}
	for c := range it.Children() {
		if !j.field(c) {
			j.Rest = append(j.Rest, c)
		}
	}
	j.operation(operationOf(it))
	j.segmentation(in)
	if op := j.Operation.Item; !j.Input.Item.Ok() && op.Child("Input").Ok() {
		j.Input = inputOf(op.Child("Input").single()) // as in a workflow's Tts job
	}
	if !j.Workflow.Item.Ok() {
		j.Workflow = workflowOf(root.Child("Workflow").single(), "Response")
	}
	if isFlatReview(&j) {
		j.flatReview()
	}
	return j
}

// operationOf returns the Operation of a job. A fragment that begins further
// inside is its own operation.
func operationOf(it Item) Item {
	if op := it.Child("Operation").single(); op.Ok() {
		return op
	}
	if it.Child("WordsGeneralizeResult").Ok() || it.Child("WordsGeneralizeToken").Ok() {
		return it
	}
	return Item{}
}

// field takes c into the model. It reports false where that has no place for
// it, or has it already.
func (j *Job) field(c Item) bool {
	if c.superseded() {
		return false
	}
	switch c.Name() {
	case "JobId":
		return j.ID.take(c)
	case "Tag":
		return j.Tag.take(c)
	case "SubTag":
		return j.SubTag.take(c)
	case "State":
		return j.State.take(c)
	case "Code":
		return j.Code.take(c)
	case "Message":
		return j.Message.take(c)
	case "QueueId":
		return j.QueueID.take(c)
	case "QueueType":
		return j.QueueType.take(c)
	case "Progress":
		return j.Progress.take(c)
	case "CreationTime", "CreateTime":
		return j.Created.take(c)
	case "StartTime":
		return j.Started.take(c)
	case "EndTime":
		return j.Ended.take(c)
	case "Input":
		if j.Input.Item.Ok() {
			return false
		}
		j.Input = inputOf(c.single())
	case "Workflow":
		if j.Workflow.Item.Ok() {
			return false
		}
		j.Workflow = workflowOf(c.single(), "Response.JobsDetail")
	case "Operation", "EventName":
	default:
		return false
	}
	return true
}

// take sets v to the leaf c unless it is set, or c is no leaf.
func (v *Value) take(c Item) bool {
	if v.Ok() || !c.single().Leaf() {
		return false
	}
	*v = leafOf(c)
	return true
}

func (t *Time) take(c Item) bool {
	if !t.Value.take(c) {
		return false
	}
	*t = readTime(t.Value)
	return true
}

func inputOf(it Item) Input {
	return Input{
		Bucket:  leafOf(it.Child("BucketId")),
		Region:  leafOf(it.Child("Region")),
		Object:  leafOf(it.Child("Object")),
		Headers: headersOf(it),
		Item:    it,
	}
}

// headersOf reads the CosHeaders in it: pairs of Key and Value, or a map.
func headersOf(it Item) []Header {
	var out []Header
	for h := range it.All("CosHeaders") {
		if key := h.Child("Key"); key.Ok() {
			out = append(out, Header{leafOf(key), leafOf(h.Child("Value"))})
		} else {
			out = append(out, mapHeaders(h)...)
		}
	}
	return out
}

func mapHeaders(it Item) []Header {
	var out []Header
	for c := range it.Children() {
		out = append(out, Header{Value{c.Name(), c}, leafOf(c)})
	}
	return out
}

func workflowOf(it Item, from string) Workflow {
	if !it.Ok() {
		return Workflow{}
	}
	return Workflow{
		RunID: leafOf(it.Child("RunId")),
		ID:    leafOf(it.Child("WorkflowId")),
		Name:  leafOf(it.Child("WorkflowName")),
		Node:  leafOf(it.Child("Name")),
		From:  from,
		Item:  it,
	}
}

// operation takes the Operation apart: parameters, result, output, and the
// nodes that carry the outcome of other kinds of jobs.
func (j *Job) operation(op Item) {
	if !op.Ok() {
		return
	}
	params := op.Child("WordsGeneralize").single()
	j.Operation = Operation{
		UserData:   leafOf(op.Child("UserData")),
		JobLevel:   leafOf(op.Child("JobLevel")),
		NerMethod:  leafOf(params.Child("NerMethod")),
		SegMethod:  leafOf(params.Child("SegMethod")),
		TemplateID: leafOf(op.Child("TemplateId")),
		Template:   leafOf(op.Child("TemplateName")),
		Item:       op,
	}
	for c := range op.Children() {
		switch name := c.Name(); {
		case name == "UserData", name == "JobLevel", name == "WordsGeneralize", name == "TemplateId", name == "TemplateName", name == "WordsGeneralizeResult":
		case name == "Output":
			j.Output = append(j.Output, c)
		case carriesOutcome(name) && !c.Leaf():
			j.Results = append(j.Results, c)
		case op != j.Item:
			j.Rest = append(j.Rest, c)
		}
	}
}

// carriesOutcome reports whether a node of Operation tells what came out of
// the job, by the service's way of naming.
func carriesOutcome(name string) bool {
	switch name {
	case "MediaInfo", "Detection", "QualityEstimate", "DigitalWatermark", "ExtractDigitalWatermark":
		return true
	}
	return strings.HasSuffix(name, "Result")
}

// segmentation finds the words: in the result of the job, or in that of the
// speech recognition that was asked to segment its text.
func (j *Job) segmentation(in *inspection) {
	op := j.Operation.Item
	result := op.At("WordsGeneralizeResult")
	if !result.Ok() {
		result = op.At("SpeechRecognitionResult", "WordsGeneralizeResult")
	}
	if !result.Ok() && op.Child("WordsGeneralizeToken").Ok() {
		result = op
	}
	if result = result.single(); !result.Ok() {
		return
	}
	j.Tokens = tokensOf(result, in)
	for l := range result.All("WordsGeneralizeLable") {
		j.Labels = append(j.Labels, Label{leafOf(l.Child("Category")), leafOf(l.Child("Word")), l})
	}
}

// kind names the job by what it holds; what Tag says counts where the body
// does not contradict it.
func (j *Job) kind() string {
	op, tag := j.Operation.Item, j.Tag.Text
	switch {
	case tag != "" && (op.Child(tag).Ok() || op.Child(tag+"Result").Ok()):
		return tag
	case op.Child("WordsGeneralize").Ok() || op.Child("WordsGeneralizeResult").Ok():
		return "WordsGeneralize"
	case tag != "":
		return tag
	case j.Tokens != nil:
		return "WordsGeneralize"
	}
	for _, r := range j.Results {
		if name, ok := strings.CutSuffix(r.Name(), "Result"); ok && name != "" && name != "Media" {
			return name
		}
	}
	for _, r := range j.Results {
		if name := r.Name(); name != "MediaInfo" && name != "MediaResult" {
			return name
		}
	}
	if len(j.Results) > 0 && len(j.Output) == 0 {
		return "MediaInfo"
	}
	return "Task"
}

// isFlatReview reports whether j is the detail of a content review (variant
// E8): its findings stand in JobsDetail itself, without an Operation.
func isFlatReview(j *Job) bool {
	return !j.Operation.Item.Ok() && !j.Tag.Ok() &&
		(j.Item.Child("Result").Ok() || j.Item.Child("Suggestion").Ok() || j.Item.Child("ForbidState").Ok() || j.Item.Child("Label").Ok())
}

// flatReview takes the findings of a content review as results, and its object
// and bucket as the input.
func (j *Job) flatReview() {
	var left []Item
	for _, c := range j.Rest {
		switch {
		case c.Name() == "Object" && j.Input.Object.take(c), c.Name() == "BucketId" && j.Input.Bucket.take(c), c.Name() == "Region" && j.Input.Region.take(c):
			j.Input.Item = j.Item
		case c.Name() == "CosHeaders":
			j.Input.Headers = headersOf(j.Item)
		case c.Leaf():
			left = append(left, c)
		default:
			j.Results = append(j.Results, c)
		}
	}
	j.Rest = left
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
