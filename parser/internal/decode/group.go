package decode

import (
	"slices"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/callback/kinds"
	"github.com/callbacklens/callbacklens/parser/document"
)

// nodes collects what stands in a node by the models of what can.
type nodes struct {
	models []*callback.Model
	groups []callback.Group
	rest   []document.Item   // of what has a model, what that has no place for
	single []*callback.Model // those of groups that there can be one of
	words  *callback.Tokens  // of the job: the node that they stand in is read
}

// node takes it as one group, or as one for each item of an array. It reports false
// where there is nothing that a model is for, or no room for it.
func (d *Decoder) node(in *nodes, it document.Item) bool {
	model := callback.ModelNamed(in.models, it.FieldName())
	if model == nil || it.Superseded() {
		return false
	}
	size := 2*sizeOfGroup + len(model.Fields)*sizeOfValue // twice, as the list may grow
	if it.Kind() == document.KindArray {
		size -= sizeOfGroup
		if n := it.Count(); n == 0 || n > d.room/size {
			return false // of so many the tree is enough
		}
		in.groups = slices.Grow(in.groups, it.Count())
	} else if d.room < size {
		return false
	}
	for n := range it.Items() {
		d.Step(n)
		switch {
		case n.Leaf() != model.Plain() && (!n.Leaf() || n.Value() != ""):
			d.keepRest(&in.rest, n)
		case slices.Contains(in.single, model):
			d.SayOf(rowFieldRepeated, n, it.Name())
			d.keepRest(&in.rest, n)
		case d.hold(n, size):
			in.groups = append(in.groups, d.group(model, n, in.words))
		}
		if !model.Many && !slices.Contains(in.single, model) {
			in.single = append(in.single, model)
		}
	}
	return true
}

// group reads one node by its model.
func (d *Decoder) group(model *callback.Model, it document.Item, words *callback.Tokens) callback.Group {
	values := make([]callback.Value, len(model.Fields))
	if model.Plain() {
		values[0] = leafOf(it)
		return callback.Group{Model: model, Item: it, Values: values}
	}
	in := nodes{models: model.Groups, words: words}
	for c := range d.items(it).each {
		i := model.Field(c.FieldName())
		switch {
		case words != nil && c.Single() == words.Item, d.node(&in, c):
		case i < 0, c.Superseded(), !d.take(&values[i], c):
			d.keepRest(&in.rest, c)
		}
	}
	return callback.Group{Model: model, Item: it, Values: values, Groups: in.groups, Rest: in.rest}
}

// inOrder returns the details of a job as the list of models has them.
func inOrder(details []callback.Group) []callback.Group {
	place := func(g callback.Group) int { return slices.Index(kinds.Operation, g.Model) }
	slices.SortStableFunc(details, func(a, b callback.Group) int { return place(a) - place(b) })
	return details
}
