package parser

import (
	"bytes"
	"strings"
)

// jobOf decodes one JobsDetail; outside is the Workflow that stands beside it.
func (in *inspection) jobOf(it, outside Item) Job {
	j := Job{Item: it, Repeats: -1}
	for c := range in.children(it) {
		if !in.jobField(&j, c) {
			in.keep(&j.Rest, c)
		}
	}
	in.operation(&j, operationOf(it))
	in.segmentation(&j)
	if op := j.Operation.Item; !j.Input.Item.Ok() && op.Child("Input").Ok() {
		j.Input = in.inputOf(op.Child("Input").single()) // as in a workflow's Tts job
	}
	if !j.Workflow.Item.Ok() {
		j.Workflow = in.workflowOf(outside, "Response")
	}
	if isFlatReview(&j) {
		in.flatReview(&j)
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

// jobField takes c into the model. It reports false where that has no place for
// it, or has it already.
func (in *inspection) jobField(j *Job, c Item) bool {
	if c.superseded() {
		return false
	}
	switch string(c.fieldName()) {
	case "JobId":
		return in.take(&j.ID, c)
	case "Tag":
		return in.take(&j.Tag, c)
	case "SubTag":
		return in.take(&j.SubTag, c)
	case "State":
		return in.take(&j.State, c)
	case "Code":
		return in.take(&j.Code, c)
	case "Message":
		return in.take(&j.Message, c)
	case "QueueId":
		return in.take(&j.QueueID, c)
	case "QueueType":
		return in.take(&j.QueueType, c)
	case "Progress":
		return in.take(&j.Progress, c)
	case "CreationTime", "CreateTime":
		return in.takeTime(&j.Created, c)
	case "StartTime":
		return in.takeTime(&j.Started, c)
	case "EndTime":
		return in.takeTime(&j.Ended, c)
	case "Input":
		if in.second(j.Input.Item, c) {
			return false
		}
		j.Input = in.inputOf(c.single())
	case "Workflow":
		if in.second(j.Workflow.Item, c) {
			return false
		}
		j.Workflow = in.workflowOf(c.single(), "Response.JobsDetail")
	case "Operation", "EventName":
	default:
		return false
	}
	return true
}

// take sets v to the leaf c. It reports false where v is set already, which is
// said, or where c is no leaf.
func (in *inspection) take(v *Value, c Item) bool {
	if !c.single().Leaf() || in.second(v.Item, c) {
		return false
	}
	*v = leafOf(c)
	return true
}

func (in *inspection) takeTime(t *Time, c Item) bool {
	if !in.take(&t.Value, c) {
		return false
	}
	*t = readTime(t.Value)
	return true
}

// second reports whether there is a first item where c belongs, and says so.
func (in *inspection) second(first, c Item) bool {
	if first.Ok() {
		in.sayOf("field-repeated", c, c.Name())
	}
	return first.Ok()
}

func (in *inspection) inputOf(it Item) Input {
	out := Input{Item: it}
	for c := range in.fields(it) {
		switch string(c.fieldName()) {
		case "BucketId":
			in.take(&out.Bucket, c)
		case "Region":
			in.take(&out.Region, c)
		case "Object":
			in.take(&out.Object, c)
		case "CosHeaders":
			in.headers(&out.Headers, c)
		}
	}
	return out
}

// headers adds the CosHeaders in it: pairs of Key and Value, or a map.
func (in *inspection) headers(to *[]Header, it Item) {
	for h := range it.items() {
		in.step(h)
		if key := h.Child("Key"); !key.Ok() {
			in.mapHeaders(to, h)
		} else if in.hold(h, sizeOfHeader) {
			*to = append(*to, Header{leafOf(key), leafOf(h.Child("Value"))})
		}
	}
}

func (in *inspection) mapHeaders(to *[]Header, it Item) {
	for c := range in.fields(it) {
		if in.hold(c, sizeOfHeader) {
			*to = append(*to, Header{Value{c.Name(), c}, leafOf(c)})
		}
	}
}

func (in *inspection) workflowOf(it Item, from string) Workflow {
	if !it.Ok() {
		return Workflow{}
	}
	out := Workflow{From: from, Item: it}
	for c := range in.fields(it) {
		switch string(c.fieldName()) {
		case "RunId":
			in.take(&out.RunID, c)
		case "WorkflowId":
			in.take(&out.ID, c)
		case "WorkflowName":
			in.take(&out.Name, c)
		case "Name":
			in.take(&out.Node, c)
		}
	}
	return out
}

// operation takes the Operation apart: parameters, result, output, and the
// nodes that carry the outcome of other kinds of jobs.
func (in *inspection) operation(j *Job, op Item) {
	if !op.Ok() {
		return
	}
	o := &j.Operation
	o.Item = op
	for c := range in.fields(op) {
		switch name := c.fieldName(); string(name) {
		case "UserData":
			in.take(&o.UserData, c)
		case "JobLevel":
			in.take(&o.JobLevel, c)
		case "TemplateId":
			in.take(&o.TemplateID, c)
		case "TemplateName":
			in.take(&o.Template, c)
		case "WordsGeneralize":
			in.parameters(o, c.single())
		case "WordsGeneralizeResult":
		case "Output":
			in.keep(&j.Output, c)
		default:
			if carriesOutcome(name) && !c.Leaf() {
				in.keep(&j.Results, c)
			} else if op != j.Item {
				in.keep(&j.Rest, c)
			}
		}
	}
}

// parameters reads how the text was to be segmented.
func (in *inspection) parameters(o *Operation, it Item) {
	for c := range in.fields(it) {
		switch string(c.fieldName()) {
		case "NerMethod":
			in.take(&o.NerMethod, c)
		case "SegMethod":
			in.take(&o.SegMethod, c)
		}
	}
}

// carriesOutcome reports whether a node of Operation tells what came out of
// the job, by the service's way of naming.
func carriesOutcome(name []byte) bool {
	switch string(name) {
	case "MediaInfo", "Detection", "QualityEstimate", "DigitalWatermark", "ExtractDigitalWatermark":
		return true
	}
	return bytes.HasSuffix(name, []byte("Result"))
}

// segmentation finds the words: in the result of the job, or in that of the
// speech recognition that was asked to segment its text.
func (in *inspection) segmentation(j *Job) {
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
		if in.step(l); in.hold(l, sizeOfLabel) {
			j.Labels = append(j.Labels, Label{leafOf(l.Child("Category")), leafOf(l.Child("Word")), l})
		}
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
func (in *inspection) flatReview(j *Job) {
	found := j.Rest
	j.Rest = j.Rest[:0]
	for _, c := range found {
		in.step(c)
		taken := false
		switch string(c.fieldName()) {
		case "Object":
			taken = in.take(&j.Input.Object, c)
		case "BucketId":
			taken = in.take(&j.Input.Bucket, c)
		case "Region":
			taken = in.take(&j.Input.Region, c)
		case "CosHeaders":
			in.headers(&j.Input.Headers, c)
			continue
		}
		if taken {
			j.Input.Item = j.Item
			continue
		}
		in.keepApart(&j.Results, &j.Rest, c)
	}
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
