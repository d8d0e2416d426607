// Package decode finds the callbacks in documents and gives them one model. The
// variants of what stands around them, E1 to E10, are those of
// docs/format.md#envelopes.
package decode

import (
	"sort"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/callback/kinds"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/pace"
	"github.com/callbacklens/callbacklens/parser/internal/said"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Decoder finds the callbacks in documents.
type Decoder struct {
	*pace.Pace
	*said.Log
	prefix    bool // the body is the beginning of a longer one
	Callbacks []callback.Callback
	// room counts down the bytes of memory that are left for what is decoded,
	// until it is full; see hold.
	room int
	full bool
	// event is the EventName of the callback that is being decoded.
	event document.Item
}

// New returns a decoder for bodies that may take up room bytes of memory,
// decoded.
func New(p *pace.Pace, r *said.Log, room int, prefix bool) *Decoder {
	return &Decoder{Pace: p, Log: r, room: room, prefix: prefix}
}

// Document finds the callbacks in doc: those that it is, alone or in an array, or else
// those that stand somewhere inside.
func (d *Decoder) Document(doc *document.Document) {
	known := false
	eachTop(doc, func(top document.Item) bool {
		d.Step(top)
		known = d.top(top) || known
		return true
	})
	if known {
		return
	}
	roots := Inside(doc, func() { d.Beat(0, len(doc.Text), 0) })
	for k, root := range roots {
		if d.top(root) {
			d.around(&d.Callbacks[len(d.Callbacks)-1], roots, k)
		}
	}
}

// top decodes a body. It reports false for one that nothing is known of.
func (d *Decoder) top(top document.Item) bool {
	root, name := envelope(top)
	if !root.Ok() || d.full {
		return false
	}
	c, ok := d.callbackOf(root, name)
	if ok {
		d.besideRoot(&c, top)
		d.Callbacks = append(d.Callbacks, c)
		d.hold(root, sizeOfCallback)
	}
	return ok
}

// eachTop calls do for each item on the top level of doc, and in arrays there, as long
// as it returns true.
func eachTop(doc *document.Document, do func(document.Item) bool) bool {
	f := doc.Flat()
	for i := 1; i < len(f.Nodes); {
		n := &f.Nodes[i]
		switch n.Kind {
		case flat.KindArray:
			i++
			continue
		case flat.KindTable:
			for row := range f.Tables[n.Value.Start].Size {
				if !do(doc.Item(flat.Ref{Node: int32(i), Row: int32(row), Cell: flat.NoCell})) {
					return false
				}
			}
		default:
			if !do(doc.Item(flat.RefTo(int32(i)))) {
				return false
			}
		}
		i = int(n.Next)
	}
	return true
}

// Known reports whether doc is something that is decoded, or an array of such.
func Known(doc *document.Document, beat func()) bool {
	const often = 1 << 10
	n := 0
	return !eachTop(doc, func(top document.Item) bool {
		if n++; n%often == 0 {
			beat()
		}
		root, name := envelope(top)
		return !root.Ok() || shapeOf(root, name) == nil
	})
}

// Inside returns what holds a field in doc that nothing but a callback has.
func Inside(doc *document.Document, beat func()) (roots []document.Item) {
	const often = 32 << 10
	f := doc.Flat()
	end := 0 // of the last one
	for i := range f.Nodes {
		if i%often == often-1 {
			beat()
		}
		n := &f.Nodes[i]
		if i < end || n.Name.Len() < len("JobsDetail") || !n.Kind.Named() ||
			!f.IsNamed(n, "JobsDetail") && !f.IsNamed(n, "WorkflowExecution") {
			continue
		}
		parent, own := doc.Item(flat.RefTo(n.Parent)), doc.Item(flat.RefTo(int32(i))).Single()
		if parent.Kind() != document.KindObject && parent.Kind() != document.KindElement ||
			n.Kind != flat.KindTable && (!own.Ok() || own.Leaf()) {
			continue
		}
		if shapeOf(parent, parent.Name()) != nil {
			roots = append(roots, parent)
			end = int(f.Nodes[n.Parent].Next)
		}
	}
	return roots
}

// envelope steps into the wrapper of a body and returns what holds its fields
// with the name that it has: the element Response, the member Response of an
// object (variants E5 and E6), or the object itself (E3 and E4).
func envelope(top document.Item) (root document.Item, name string) {
	switch top.Kind() {
	case document.KindElement:
		return top, flat.LocalName(top.Name())
	case document.KindObject:
		for _, name := range [...]string{"Response", "Request", "Error"} {
			if inner := top.Child(name).Single(); inner.Kind() == document.KindObject {
				return inner, name
			}
		}
		return top, ""
	}
	return document.Item{}, ""
}

// jobs decodes the jobs in root and names the kind of the callback.
func (d *Decoder) jobs(c *callback.Callback, root document.Item) {
	workflow := root.Child("Workflow")
	for it := range root.All("JobsDetail") {
		d.Step(it)
		if !d.hold(it, SizeOfJob) {
			break
		}
		c.Jobs = append(withRoom(d, c.Jobs, root, "JobsDetail"), callback.Job{})
		d.job(&c.Jobs[len(c.Jobs)-1], it, workflow)
	}
	if len(c.Jobs) == 0 {
		if c.Kind = reference.KindList; c.Event.Set() {
			c.Kind = reference.KindTask
		}
		return
	}
	first := &c.Jobs[0]
	if status := root.Child("Status"); status.Ok() && !first.ID.Set() && !first.State.Set() {
		first.State, c.Kind = leafOf(status), reference.KindQueried // the reply of an index
		return
	}
	c.Kind = first.Kind()
	if c.Event.Set() {
		if callback.IsReview(c.Event.Text) {
			c.Kind = c.Event.Text
		}
		return
	}
	// Without an event it is a reply of the interface, or a callback of the
	// years in which these had no EventName; both look alike once the job ended.
	outcome, by := first.Status()
	switch {
	case root.Child("NextToken").Ok():
		c.Kind = reference.KindList
	case root.Child("NonExistJobIds").Ok() || len(c.Jobs) > 1:
		c.Kind = reference.KindQueried
	case by == "State" && outcome == callback.OutcomeSubmitted:
		c.Kind = reference.KindSubmitted
	case by == "State" && outcome != callback.OutcomeSuccess && outcome != callback.OutcomeFailed:
		c.Kind = reference.KindQueried
	}
}

// leafOf returns the value of it; of an array, that of its first item.
func leafOf(it document.Item) callback.Value {
	it = it.Single()
	switch {
	case !it.Ok():
		return callback.Value{}
	case it.Kind() == document.KindNull:
		return callback.Value{Text: "", Item: it}
	}
	return callback.Value{Text: it.Value(), Item: it}
}

// restOf returns what stands in the root of a callback and has no field in the
// model. The shape of the body tells what has.
func (d *Decoder) restOf(c *callback.Callback, root document.Item, takes func(*callback.Callback, document.Item) bool) (
	out []document.Item,
) {
	event := c.Event.Item
	for it := range d.inside(root, &out).each {
		if event.Ok() && it.Single() == event || takes(c, it) {
			continue
		}
		if string(it.FieldName()) == "EventName" && event.Parent() == root {
			d.second(event, it)
		}
		d.keepRest(&out, it)
	}
	return out
}

// besideRoot adds to the rest what stands beside the root of a callback in its body,
// as beside the member Response.
func (d *Decoder) besideRoot(c *callback.Callback, top document.Item) {
	if top == c.Root {
		return
	}
	for it := range d.items(top).each {
		switch {
		case it == c.Root:
		case it.Single() == c.Root:
			for other := range it.Items() {
				if other != c.Root {
					d.keepRest(&c.Rest, other)
				}
			}
		default:
			d.keepRest(&c.Rest, it)
		}
	}
}

// around adds to the rest of c what stands around it in a record of another kind: root
// is the one with the number k of those in it. Of several the first one takes what
// they have around them in common.
func (d *Decoder) around(c *callback.Callback, roots []document.Item, k int) {
	nodes := roots[k].Document().Flat().Nodes
	for it := roots[k]; ; it = it.Parent() {
		outer := it.Parent()
		if !outer.Ok() || outer.Kind() == document.KindDocument {
			return
		}
		at := outer.Ref().Node
		if k > 0 && roots[k-1].Ref().Node > at {
			return
		}
		for other := range d.items(outer).each {
			node := other.Ref().Node
			next := sort.Search(len(roots), func(i int) bool { return roots[i].Ref().Node >= node })
			if other != it && (next == len(roots) || roots[next].Ref().Node >= nodes[node].Next) {
				d.keepRest(&c.Rest, other)
			}
		}
	}
}

// takesJobs reports whether it is a job, or the Workflow that jobs without one have.
func takesJobs(c *callback.Callback, it document.Item) bool {
	switch string(it.FieldName()) {
	case "JobsDetail":
		return true
	case "Workflow":
		if it = it.Single(); it != c.Root.Child("Workflow").Single() {
			return false
		}
		for i := range c.Jobs {
			if c.Jobs[i].Workflow.Item == it {
				return true
			}
		}
	}
	return false
}

func takesRun(c *callback.Callback, it document.Item) bool {
	return c.Execution != nil && it.Single() == c.Execution.Item
}

func takesFault(c *callback.Callback, it document.Item) bool {
	f := callback.FieldNamed(callback.FaultFields, "", it.FieldName())
	return f != nil && f.Of(c.Fault).Item == it.Single()
}

func takesNothing(*callback.Callback, document.Item) bool { return false }

func (d *Decoder) fault(c *callback.Callback, root document.Item) {
	c.Fault = &callback.Fault{}
	leaves(callback.FaultFields, c.Fault, root)
}

func (d *Decoder) executionOf(node document.Item) *callback.Execution {
	it := node.Single()
	e := &callback.Execution{Item: it}
	for c := range d.inside(node, &e.Rest).each {
		if taken, _ := field(d, callback.ExecutionFields, "", e, c); taken {
			continue
		}
		switch string(c.FieldName()) {
		case "CosHeaders":
			d.headers(&e.Headers, &e.Rest, c)
		case "Tasks":
			for t := range c.Items() {
				if d.Step(t); d.hold(t, sizeOfTask) {
					e.Tasks = append(withRoom(d, e.Tasks, it, "Tasks"), callback.Task{Item: t})
					d.task(&e.Tasks[len(e.Tasks)-1], t)
				}
			}
		default:
			d.keepRest(&e.Rest, c)
		}
	}
	return e
}

func (d *Decoder) task(t *callback.Task, it document.Item) {
	in := nodes{models: kinds.Task}
	for c := range d.inside(it, &t.Rest).each {
		if taken, _ := field(d, callback.TaskFields, "", t, c); !taken && !d.node(&in, c) {
			d.keepRest(&t.Rest, c)
		}
	}
	t.Details = in.groups
	t.Rest = append(t.Rest, in.rest...)
}
