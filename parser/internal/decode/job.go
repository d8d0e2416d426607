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
	node := operationOf(it)
	op := node.Single()
	for c := range d.inside(it, &j.Rest).each {
		if c == node || op == it && !jobKnows(c) {
			continue // it is read below
		}
		if !d.jobField(j, c) {
			d.keepRest(&j.Rest, c)
		}
	}
	d.segmentation(j, op)
	d.operation(j, node)
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
		if leaf, ok := lone(it.Child(f.Name)); ok {
			*f.In(t) = leafOf(leaf)
		}
	}
}

// operationOf returns the Operation of a job. A fragment that begins further
// inside is its own operation.
func operationOf(it document.Item) document.Item {
	if op := it.Child("Operation"); op.Single().Ok() {
		return op
	}
	if it.Child("WordsGeneralizeResult").Ok() || it.Child("WordsGeneralizeToken").Ok() {
		return it
	}
	return document.Item{}
}

// jobKnows reports whether the model has a place for c in the job itself, not in its
// Operation.
func jobKnows(c document.Item) bool {
	name := c.FieldName()
	switch string(name) {
	case "Input", "Workflow", "Operation", "EventName":
		return true
	}
	return callback.FieldNamed(callback.JobFields, "", name) != nil
}

// jobField takes c into the model. It reports false where that has no place for
// it, or has it already.
func (d *Decoder) jobField(j *callback.Job, c document.Item) bool {
	if taken, known := field(d, callback.JobFields, "", j, c); known {
		return taken
	}
	switch string(c.FieldName()) {
	case "Input":
		if d.second(j.Input.Item, c) {
			return false
		}
		d.input(&j.Input, c)
	case "Workflow":
		if d.second(j.Workflow.Item, c) {
			return false
		}
		d.workflow(&j.Workflow, c, "Response.JobsDetail")
	case "EventName":
		return c.Single() == d.event // of a body that is a job alone
	default:
		return false
	}
	return true
}

// take sets v to the leaf c. It reports false where v is set already, which is
// said, or where c is not a leaf.
func (d *Decoder) take(v *callback.Value, c document.Item) bool {
	leaf, ok := lone(c)
	if !ok || d.second(v.Item, c) {
		return false
	}
	*v = leafOf(leaf)
	return true
}

// lone returns the leaf that c is, also as the only item of an array.
func lone(c document.Item) (leaf document.Item, ok bool) {
	for c.Kind() == document.KindArray {
		if c.Count() != 1 {
			return document.Item{}, false
		}
		c = c.Nth(0)
	}
	return c, c.Leaf()
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

func (d *Decoder) input(in *callback.Input, node document.Item) {
	in.Item = node.Single()
	for c := range d.inside(node, &in.Rest).each {
		switch taken, _ := field(d, callback.InputFields, "", in, c); {
		case taken:
		case string(c.FieldName()) == "CosHeaders":
			d.headers(&in.Headers, &in.Rest, c)
		default:
			d.keepRest(&in.Rest, c)
		}
	}
}

// headers adds the CosHeaders in it: pairs of Key and Value, or a map.
func (d *Decoder) headers(to *[]callback.Header, rest *[]document.Item, it document.Item) {
	for h := range it.Items() {
		d.Step(h)
		switch {
		case !h.Child("Key").Ok():
			d.mapHeaders(to, rest, h)
		case d.hold(h, 2*sizeOfHeader):
			var pair callback.Header
			for c := range d.inside(h, &pair.Rest).each {
				if !d.half(&pair, c) {
					d.keepRest(&pair.Rest, c)
				}
			}
			*to = append(*to, pair)
		}
	}
}

// half takes c if it is the Key or the Value of a pair.
func (d *Decoder) half(pair *callback.Header, c document.Item) bool {
	switch string(c.FieldName()) {
	case "Key":
		return d.take(&pair.Key, c)
	case "Value":
		return d.take(&pair.Value, c)
	}
	return false
}

// mapHeaders adds the members of a map that are leaves.
func (d *Decoder) mapHeaders(to *[]callback.Header, rest *[]document.Item, it document.Item) {
	for c := range d.inside(it, rest).each {
		if leaf, ok := lone(c); !ok || c.Name() == "" {
			d.keepRest(rest, c)
		} else if d.hold(c, 2*sizeOfHeader) {
			*to = append(*to, callback.Header{Key: callback.Value{Text: c.Name(), Item: c}, Value: leafOf(leaf)})
		}
	}
}

func (d *Decoder) workflow(w *callback.Workflow, node document.Item, from string) {
	if !node.Ok() {
		return
	}
	w.From, w.Item = from, node.Single()
	for c := range d.inside(node, &w.Rest).each {
		if taken, _ := field(d, callback.WorkflowFields, "", w, c); !taken {
			d.keepRest(&w.Rest, c)
		}
	}
}

// operation takes the Operation apart: parameters, result, output, and the
// nodes that carry the outcome of other kinds of jobs.
func (d *Decoder) operation(j *callback.Job, node document.Item) {
	op := node.Single()
	if !op.Ok() {
		return
	}
	o := &j.Operation
	o.Item = op
	in := nodes{models: kinds.Operation, words: j.Tokens}
	rest := &j.Rest
	if op == j.Item { // which was looked through before
		rest = new([]document.Item)
	}
	for c := range d.inside(node, rest, segmented(j, op)...).each {
		taken, known := field(d, callback.OperationFields, "", o, c)
		name := string(c.FieldName())
		switch {
		case taken, op == j.Item && jobKnows(c), j.Tokens != nil && c.Single() == j.Tokens.Item:
		case known:
			d.keepRest(&o.Rest, c)
		case name == parameters:
			d.parameters(o, c)
		case name == "Input" && !j.Input.Item.Ok(): // as in a workflow's Tts job
			d.input(&j.Input, c)
		default:
			d.outcome(j, &in, c)
		}
	}
	j.Details = inOrder(in.groups)
	j.Rest = append(j.Rest, in.rest...)
}

// segmented returns the names of what the tokens and labels of a job have taken
// of op itself.
func segmented(j *callback.Job, op document.Item) []string {
	if j.Tokens == nil || j.Tokens.Item != op {
		return nil
	}
	return []string{"WordsGeneralizeLable", "WordsGeneralizeToken"}
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
	case !detailed:
		d.keepRest(&j.Rest, c)
		return
	default:
		return
	}
	if n := len(in.rest); n > 0 && in.rest[n-1] == c { // as its model has no place for it
		in.rest = in.rest[:n-1]
	}
}

// parameters takes in what tells how the text was to be segmented.
func (d *Decoder) parameters(o *callback.Operation, node document.Item) {
	for p := range d.inside(node, &o.Rest).each {
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
	node := result
	if result = node.Single(); !result.Ok() {
		return
	}
	work := d.work()
	work.Odd = func(it document.Item) { d.keepRest(&j.ResultRest, it) }
	j.Tokens = callback.Collect(result, work)
	for l := range result.All("WordsGeneralizeLable") {
		if d.Step(l); d.hold(l, sizeOfLabel) {
			j.Labels = append(withRoom(d, j.Labels, result, "WordsGeneralizeLable"), callback.Label{Item: l})
			d.label(&j.Labels[len(j.Labels)-1], l)
		}
	}
	if result == op {
		return // what stands beside them is read with the Operation
	}
	for c := range d.inside(node, &j.ResultRest, "WordsGeneralizeLable", "WordsGeneralizeToken").each {
		d.keepRest(&j.ResultRest, c)
	}
}

func (d *Decoder) label(l *callback.Label, it document.Item) {
	for c := range d.inside(it, &l.Rest).each {
		if taken, _ := field(d, callback.LabelFields, "", l, c); !taken {
			d.keepRest(&l.Rest, c)
		}
	}
}
