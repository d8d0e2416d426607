package decode

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/document"
)

// jobOf decodes one JobsDetail; outside is the Workflow that stands beside it.
func (d *Decoder) jobOf(it, outside document.Item) callback.Job {
	j := callback.Job{Item: it, Repeats: -1}
	for c := range d.children(it) {
		if !d.jobField(&j, c) {
			d.keep(&j.Rest, c)
		}
	}
	d.operation(&j, operationOf(it))
	d.segmentation(&j)
	if op := j.Operation.Item; !j.Input.Item.Ok() && op.Child("Input").Ok() {
		j.Input = d.inputOf(op.Child("Input").Single()) // as in a workflow's Tts job
	}
	if !j.Workflow.Item.Ok() {
		j.Workflow = d.workflowOf(outside, "Response")
	}
	if isFlatReview(&j) {
		d.flatReview(&j)
	}
	return j
}

// operationOf returns the Operation of a job. A fragment that begins further
// inside is its own operation.
func operationOf(it document.Item) document.Item {
	if op := it.Child("Operation").Single(); op.Ok() {
		return op
	}
	if it.Child("WordsGeneralizeResult").Ok() || it.Child("WordsGeneralizeToken").Ok() {
		return it
	}
	return document.Item{}
}

// jobField takes c into the model. It reports false where that has no place for
// it, or has it already.
func (d *Decoder) jobField(j *callback.Job, c document.Item) bool {
	if c.Superseded() {
		return false
	}
	switch string(c.FieldName()) {
	case "JobId":
		return d.take(&j.ID, c)
	case "Tag":
		return d.take(&j.Tag, c)
	case "SubTag":
		return d.take(&j.SubTag, c)
	case "State":
		return d.take(&j.State, c)
	case "Code":
		return d.take(&j.Code, c)
	case "Message":
		return d.take(&j.Message, c)
	case "QueueId":
		return d.take(&j.QueueID, c)
	case "QueueType":
		return d.take(&j.QueueType, c)
	case "Progress":
		return d.take(&j.Progress, c)
	case "CreationTime", "CreateTime":
		return d.takeTime(&j.Created, c)
	case "StartTime":
		return d.takeTime(&j.Started, c)
	case "EndTime":
		return d.takeTime(&j.Ended, c)
	case "Input":
		if d.second(j.Input.Item, c) {
			return false
		}
		j.Input = d.inputOf(c.Single())
	case "Workflow":
		if d.second(j.Workflow.Item, c) {
			return false
		}
		j.Workflow = d.workflowOf(c.Single(), "Response.JobsDetail")
	case "Operation", "EventName":
	default:
		return false
	}
	return true
}

// take sets v to the leaf c. It reports false where v is set already, which is
// said, or where c is no leaf.
func (d *Decoder) take(v *callback.Value, c document.Item) bool {
	if !c.Single().Leaf() || d.second(v.Item, c) {
		return false
	}
	*v = leafOf(c)
	return true
}

func (d *Decoder) takeTime(t *callback.Time, c document.Item) bool {
	if !d.take(&t.Value, c) {
		return false
	}
	*t = callback.ReadTime(t.Value)
	return true
}

// second reports whether there is a first item where c belongs, and says so.
func (d *Decoder) second(first, c document.Item) bool {
	if first.Ok() {
		d.SayOf("field-repeated", c, c.Name())
	}
	return first.Ok()
}

func (d *Decoder) inputOf(it document.Item) callback.Input {
	out := callback.Input{Item: it}
	for c := range d.fields(it) {
		switch string(c.FieldName()) {
		case "BucketId":
			d.take(&out.Bucket, c)
		case "Region":
			d.take(&out.Region, c)
		case "Object":
			d.take(&out.Object, c)
		case "CosHeaders":
			d.headers(&out.Headers, c)
		}
	}
	return out
}

// headers adds the CosHeaders in it: pairs of Key and Value, or a map.
func (d *Decoder) headers(to *[]callback.Header, it document.Item) {
	for h := range it.Items() {
		d.Step(h)
		if key := h.Child("Key"); !key.Ok() {
			d.mapHeaders(to, h)
		} else if d.hold(h, 2*sizeOfHeader) {
			*to = append(*to, callback.Header{Key: leafOf(key), Value: leafOf(h.Child("Value"))})
		}
	}
}

func (d *Decoder) mapHeaders(to *[]callback.Header, it document.Item) {
	for c := range d.fields(it) {
		if d.hold(c, 2*sizeOfHeader) {
			*to = append(*to, callback.Header{Key: callback.Value{Text: c.Name(), Item: c}, Value: leafOf(c)})
		}
	}
}

func (d *Decoder) workflowOf(it document.Item, from string) callback.Workflow {
	if !it.Ok() {
		return callback.Workflow{}
	}
	out := callback.Workflow{From: from, Item: it}
	for c := range d.fields(it) {
		switch string(c.FieldName()) {
		case "RunId":
			d.take(&out.RunID, c)
		case "WorkflowId":
			d.take(&out.ID, c)
		case "WorkflowName":
			d.take(&out.Name, c)
		case "Name":
			d.take(&out.Node, c)
		}
	}
	return out
}

// operation takes the Operation apart: parameters, result, output, and the
// nodes that carry the outcome of other kinds of jobs.
func (d *Decoder) operation(j *callback.Job, op document.Item) {
	if !op.Ok() {
		return
	}
	o := &j.Operation
	o.Item = op
	for c := range d.fields(op) {
		switch name := c.FieldName(); string(name) {
		case "UserData":
			d.take(&o.UserData, c)
		case "JobLevel":
			d.take(&o.JobLevel, c)
		case "TemplateId":
			d.take(&o.TemplateID, c)
		case "TemplateName":
			d.take(&o.Template, c)
		case "WordsGeneralize":
			d.parameters(o, c.Single())
		case "WordsGeneralizeResult":
		case "Output":
			d.keep(&j.Output, c)
		default:
			if carriesOutcome(name) && !c.Leaf() {
				d.keep(&j.Results, c)
			} else if op != j.Item {
				d.keep(&j.Rest, c)
			}
		}
	}
}

// parameters reads how the text was to be segmented.
func (d *Decoder) parameters(o *callback.Operation, it document.Item) {
	for c := range d.fields(it) {
		switch string(c.FieldName()) {
		case "NerMethod":
			d.take(&o.NerMethod, c)
		case "SegMethod":
			d.take(&o.SegMethod, c)
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
func (d *Decoder) segmentation(j *callback.Job) {
	op := j.Operation.Item
	result := op.At("WordsGeneralizeResult")
	if !result.Ok() {
		result = op.At("SpeechRecognitionResult", "WordsGeneralizeResult")
	}
	if !result.Ok() && op.Child("WordsGeneralizeToken").Ok() {
		result = op
	}
	if result = result.Single(); !result.Ok() {
		return
	}
	j.Tokens = callback.Collect(result, d.work())
	for l := range result.All("WordsGeneralizeLable") {
		if d.Step(l); d.hold(l, sizeOfLabel) {
			label := callback.Label{Category: leafOf(l.Child("Category")), Word: leafOf(l.Child("Word")), Item: l}
			j.Labels = append(withRoom(d, j.Labels, result.All("WordsGeneralizeLable")), label)
		}
	}
}

// isFlatReview reports whether j is the detail of a content review (variant
// E8): its findings stand in JobsDetail itself, without an Operation.
func isFlatReview(j *callback.Job) bool {
	return !j.Operation.Item.Ok() && !j.Tag.Ok() &&
		(j.Item.Child("Result").Ok() || j.Item.Child("Suggestion").Ok() || j.Item.Child("ForbidState").Ok() || j.Item.Child("Label").Ok())
}

// flatReview takes the findings of a content review as results, and its object
// and bucket as the input.
func (d *Decoder) flatReview(j *callback.Job) {
	found := j.Rest
	j.Rest = j.Rest[:0]
	for _, c := range found {
		d.Step(c)
		taken := false
		switch string(c.FieldName()) {
		case "Object":
			taken = d.take(&j.Input.Object, c)
		case "BucketId":
			taken = d.take(&j.Input.Bucket, c)
		case "Region":
			taken = d.take(&j.Input.Region, c)
		case "CosHeaders":
			d.headers(&j.Input.Headers, c)
			continue
		}
		if taken {
			j.Input.Item = j.Item
			continue
		}
		d.keepApart(&j.Results, &j.Rest, c)
	}
}
