package decode

import (
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/document"
)

// isSimpleReview reports whether root is the Simple version of a content
// review (variant E9): code, message and data in lower case.
func isSimpleReview(root document.Item, _ string) bool {
	data := root.Child("data").Single()
	return root.Child("code").Ok() && data.Ok() &&
		(data.Child("event").Ok() || data.Child("trace_id").Ok() ||
			data.Child("forbidden_status").Ok() || data.Child("url").Ok())
}

func (d *Decoder) simpleReview(c *callback.Callback, root document.Item) {
	node := root.Child("data")
	data := node.Single()
	j := callback.Job{Item: data, Input: callback.Input{Item: data}, Repeats: -1}
	d.take(&j.Code, root.Child("code"))
	d.take(&j.Message, root.Child("message"))
	var event callback.Value
	for it := range d.inside(node, &j.Rest).each {
		taken := false
		switch string(it.FieldName()) {
		case "event":
			taken = d.take(&event, it)
		case "trace_id":
			taken = d.take(&j.ID, it)
		case "url":
			taken = d.take(&j.Input.Object, it)
		case "cos_headers":
			d.headers(&j.Input.Headers, &j.Input.Rest, it)
			taken = true
		}
		if !taken {
			d.keepApart(&j.Results, &j.Rest, it)
		}
	}
	c.Event, c.Kind = event, event.Text
	d.review(&j)
	c.Jobs = []callback.Job{j}
}

// takesReview reports whether it is part of a Simple review.
func takesReview(c *callback.Callback, it document.Item) bool {
	j := &c.Jobs[0]
	it = it.Single()
	return it == j.Item || it == j.Code.Item || it == j.Message.Item
}

// isFlatReview reports whether j is the detail of a content review (variant
// E8): its findings stand in JobsDetail itself, without an Operation.
func isFlatReview(j *callback.Job) bool {
	return !j.Operation.Item.Ok() && !j.Tag.Ok() &&
		(j.Item.Child("Result").Ok() || j.Item.Child("Suggestion").Ok() ||
			j.Item.Child("ForbidState").Ok() || j.Item.Child("Label").Ok())
}

// flatReview takes the findings of a content review as results, and its object
// and bucket as the input.
func (d *Decoder) flatReview(j *callback.Job) {
	found := j.Rest
	j.Rest = j.Rest[:0]
	for _, c := range found {
		d.Step(c)
		if string(c.FieldName()) == "CosHeaders" {
			d.headers(&j.Input.Headers, &j.Input.Rest, c)
			continue
		}
		if taken, _ := field(d, callback.InputFields, "", &j.Input, c); taken {
			j.Input.Item = j.Item
			continue
		}
		d.keepApart(&j.Results, &j.Rest, c)
	}
	d.review(j)
}

// review makes one of what a job of content review holds, which stays with the
// results and the rest.
func (d *Decoder) review(j *callback.Job) {
	r := &callback.Review{}
	for _, c := range j.Rest {
		if d.Step(c); !c.Superseded() {
			field(d, callback.ReviewFields, "", r, c)
		}
	}
	if suggestion := j.Item.Child("Suggestion"); !r.Result.Ok() {
		r.Result = leafOf(suggestion)
	}
	for _, c := range j.Results {
		d.Step(c)
		switch name := c.Name(); {
		case c.Superseded():
		case name == "Labels": // of document and web page reviews
			d.findings(&r.Findings, c.Single())
		case isScene(c):
			d.finding(&r.Findings, c)
		default:
			d.parts(&r.Parts, name, c)
		}
	}
	j.Review = r
}

// isScene reports whether it holds what was found of a scene, such as PornInfo or
// porn_info.
func isScene(it document.Item) bool {
	name := it.Name()
	return (strings.HasSuffix(name, "Info") || strings.HasSuffix(name, "_info")) &&
		(it.Single().Child("HitFlag").Ok() || it.Single().Child("hit_flag").Ok())
}

// findings adds what stands in it of scenes.
func (d *Decoder) findings(to *[]callback.Finding, it document.Item) {
	for c := range d.items(it).counting {
		if isScene(c) {
			d.finding(to, c)
		}
	}
}

func (d *Decoder) finding(to *[]callback.Finding, it document.Item) {
	if !d.hold(it, 2*sizeOfFinding) {
		return
	}
	f := callback.Finding{Scene: it.Name(), Item: it}
	for c := range d.items(it.Single()).counting {
		field(d, callback.FindingFields, "", &f, c)
	}
	*to = append(*to, f)
}

// partLists are the nodes that hold parts with verdicts of their own.
var partLists = [...]string{"Section", "Snapshot", "AudioSection", "PageSegment", "ImageResults", "TextResults"}

// parts adds the parts that stand in a node of that name; those of documents and
// web pages stand in Results within it.
func (d *Decoder) parts(to *[]callback.Part, name string, it document.Item) {
	for _, list := range partLists {
		if name != list {
			continue
		}
		for c := range it.Items() {
			if inner := c.Child("Results"); inner.Ok() {
				for p := range c.All("Results") {
					d.part(to, name, p)
				}
			} else {
				d.part(to, name, c)
			}
		}
	}
}

func (d *Decoder) part(to *[]callback.Part, list string, it document.Item) {
	d.Step(it)
	if it.Leaf() || !d.hold(it, 2*sizeOfPart) {
		return
	}
	p := callback.Part{List: list, Item: it}
	for c := range d.items(it).counting {
		if _, known := field(d, callback.PartFields, "", &p, c); !known && isScene(c) {
			d.finding(&p.Findings, c)
		}
	}
	*to = append(*to, p)
}

// failures are the leaves inside a result that tell of a failure there.
var failures = [...]struct {
	path []string
	is   func(callback.Value) bool
}{
	{[]string{"State"}, failed},
	{[]string{"Code"}, func(v callback.Value) bool { return v.Set() && !callback.Succeeded(v) }},
	{[]string{"StreamData", "SubErrCode"}, func(v callback.Value) bool { return v.Set() && !callback.Succeeded(v) }},
	{[]string{"ProcessResult", "AutoProcessResult", "State"}, failed},
	{
		[]string{"ProcessResult", "AutoProcessResult", "Code"},
		func(v callback.Value) bool { return v.Set() && !callback.Succeeded(v) },
	},
	{[]string{"FailPageCount"}, several},
	{[]string{"ErrorCount"}, several},
}

func failed(v callback.Value) bool { return callback.OutcomeOf(v.Text) == callback.OutcomeFailed }

// several reports whether v counts something.
func several(v callback.Value) bool {
	n, err := strconv.Atoi(v.Text)
	return err == nil && n > 0
}

// failureInside looks into the results of a job for one that failed, which the State
// of the job does not tell.
func (d *Decoder) failureInside(j *callback.Job) {
	if j.Review != nil {
		return
	}
	for _, result := range j.Results {
		for it := range result.Items() {
			d.Step(it)
			for _, f := range failures {
				if v := leafOf(it.At(f.path...)); f.is(v) {
					j.Failure, j.FailureIn = v, strings.Join(append([]string{result.Name()}, f.path[:len(f.path)-1]...), ".")
					return
				}
			}
		}
	}
}
