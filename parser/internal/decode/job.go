package decode

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/callback/kinds"
	"github.com/callbacklens/callbacklens/parser/document"
)

// job decodes one JobsDetail; outside is the Workflow that stands beside it.
func (d *Decoder) job(j *callback.Job, it, outside document.Item) {
	*j = callback.Job{Item: it, Repeats: -1}
	for c := range d.children(it) {
		if !d.jobField(j, c) {
			d.keep(&j.Rest, c)
		}
	}
	op := operationOf(it)
	d.segmentation(j, op)
	d.operation(j, op)
	if op := j.Operation.Item; !j.Input.Item.Ok() && op.Child("Input").Ok() {
		d.input(&j.Input, op.Child("Input").Single()) // as in a workflow's Tts job
	}
	if !j.Workflow.Item.Ok() {
		d.workflow(&j.Workflow, outside, "Response")
	}
	if isFlatReview(j) {
		d.flatReview(j)
	}
	d.failureInside(j)
}

// field takes c where the table has a field of its name for t. Taken is false
// where t has it already, or c is not a leaf.
func field[T any](d *Decoder, fields []callback.Field[T], within string, t *T, c document.Item) (taken, known bool) {
	f := callback.FieldNamed(fields, within, c.FieldName())
	switch {
	case f == nil:
		return false, false
	case f.Time != nil:
		return d.takeTime(f.Time(t), c), true
	}
	return d.take(f.In(t), c), true
}

// leaves takes the first leaf of each name in it.
func leaves[T any](fields []callback.Field[T], t *T, it document.Item) {
	for i := range fields {
		f := &fields[i]
		*f.In(t) = leafOf(it.Child(f.Name))
	}
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
	if taken, known := field(d, callback.JobFields, "", j, c); known {
		return taken
	}
	switch string(c.FieldName()) {
	case "Input":
		if d.second(j.Input.Item, c) {
			return false
		}
		d.input(&j.Input, c.Single())
	case "Workflow":
		if d.second(j.Workflow.Item, c) {
			return false
		}
		d.workflow(&j.Workflow, c.Single(), "Response.JobsDetail")
	case "Operation", "EventName":
	default:
		return false
	}
	return true
}

// take sets v to the leaf c. It reports false where v is set already, which is
// said, or where c is not a leaf.
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
		d.SayOf(rowFieldRepeated, c, c.Name())
	}
	return first.Ok()
}

func (d *Decoder) input(in *callback.Input, it document.Item) {
	in.Item = it
	for c := range d.fields(it) {
		switch taken, _ := field(d, callback.InputFields, "", in, c); {
		case taken:
		case string(c.FieldName()) == "CosHeaders":
			d.headers(&in.Headers, &in.Rest, c)
		default:
			d.keepRest(&in.Rest, c)
		}
	}
}

// headers adds the CosHeaders in it: pairs of Key and Value, or a map. What stands
// beside a pair goes to rest.
func (d *Decoder) headers(to *[]callback.Header, rest *[]document.Item, it document.Item) {
	for h := range it.Items() {
		d.Step(h)
		if key := h.Child("Key"); !key.Ok() {
			d.mapHeaders(to, h)
		} else if d.hold(h, 2*sizeOfHeader) {
			*to = append(*to, callback.Header{Key: leafOf(key), Value: leafOf(h.Child("Value"))})
			for c := range d.fields(h) {
				if n := string(c.FieldName()); n != "Key" && n != "Value" {
					d.keepRest(rest, c)
				}
			}
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

func (d *Decoder) workflow(w *callback.Workflow, it document.Item, from string) {
	if !it.Ok() {
		return
	}
	w.From, w.Item = from, it
	for c := range d.fields(it) {
		if taken, _ := field(d, callback.WorkflowFields, "", w, c); !taken {
			d.keepRest(&w.Rest, c)
		}
	}
}

// operation takes the Operation apart: parameters, result, output, and the
// nodes that carry the outcome of other kinds of jobs.
func (d *Decoder) operation(j *callback.Job, op document.Item) {
	if !op.Ok() {
		return
	}
	o := &j.Operation
	o.Item = op
	in := nodes{models: kinds.Operation, words: j.Tokens}
	for c := range d.fields(op) {
		if taken, known := field(d, callback.OperationFields, "", o, c); known {
			if !taken {
				d.keepRest(&o.Rest, c)
			}
			continue
		}
		switch string(c.FieldName()) {
		case parameters:
			d.parameters(o, c)
		case "WordsGeneralizeResult":
		default:
			d.outcome(j, &in, c)
		}
	}
	j.Details = inOrder(in.groups)
	j.Rest = append(j.Rest, in.rest...)
}

// outcome takes a node of Operation that is none of the segmentation: as a detail
// if it has a model, and as what its name says.
func (d *Decoder) outcome(j *callback.Job, in *nodes, c document.Item) {
	detailed := d.node(in, c)
	switch name := c.FieldName(); {
	case string(name) == "Output":
		d.keep(&j.Output, c)
	case carriesOutcome(name) && !c.Leaf():
		d.keep(&j.Results, c)
	case !detailed && j.Operation.Item != j.Item:
		d.keep(&j.Rest, c)
		return
	default:
		return
	}
	if n := len(in.rest); n > 0 && in.rest[n-1] == c { // as its model has no place for it
		in.rest = in.rest[:n-1]
	}
}

// parameters takes in what tells how the text was to be segmented.
func (d *Decoder) parameters(o *callback.Operation, it document.Item) {
	if it = it.Single(); it.Leaf() && it.Value() != "" {
		d.keepRest(&o.Rest, it)
	}
	for p := range d.fields(it) {
		if taken, _ := field(d, callback.OperationFields, parameters, o, p); !taken {
			d.keepRest(&o.Rest, p)
		}
	}
}

// parameters is what tells how the text was to be segmented.
const parameters = "WordsGeneralize"

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
func (d *Decoder) segmentation(j *callback.Job, op document.Item) {
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
			j.Labels = append(withRoom(d, j.Labels, result.All("WordsGeneralizeLable")), callback.Label{Item: l})
			d.label(&j.Labels[len(j.Labels)-1], l)
		}
	}
	if result == op || result == j.Item {
		return
	}
	for c := range result.Beside("WordsGeneralizeLable", "WordsGeneralizeToken") {
		if d.Step(c); !c.Superseded() {
			d.keepRest(&j.ResultRest, c)
		}
	}
}

func (d *Decoder) label(l *callback.Label, it document.Item) {
	for c := range d.fields(it) {
		if taken, _ := field(d, callback.LabelFields, "", l, c); !taken {
			d.keepRest(&l.Rest, c)
		}
	}
}
