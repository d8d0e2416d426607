//go:build !js

package specimen

import (
	"slices"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// fact is a row of the table of fields: a leaf of the body, or the name of what
// the rows below it stand in.
type fact struct {
	Depth       int
	Name, Label string
	Href        string // of the row of the reference
	Holds       bool   // it has rows below it and no value
	Value       string
	Means       string
}

// deepest is how far rows are indented at most.
const deepest = 6

// facts lists the leaves of a callback in the order of the body, but for the words.
func (d *drawer) facts(c *parser.Callback) ([]fact, string) {
	w := factWriter{drawer: d, known: make(map[parser.Item]meaning)}
	for i := range c.Jobs {
		j := &c.Jobs[i]
		known(&w, callback.JobFields, j)
		known(&w, callback.InputFields, &j.Input)
		known(&w, callback.WorkflowFields, &j.Workflow)
		known(&w, callback.OperationFields, &j.Operation)
		for k := range j.Labels {
			known(&w, callback.LabelFields, &j.Labels[k])
		}
		if j.Review != nil {
			known(&w, callback.ReviewFields, j.Review)
		}
		for k := range j.Details {
			w.group(&j.Details[k])
		}
		w.tokens = append(w.tokens, j.Tokens)
	}
	if e := c.Execution; e != nil {
		known(&w, callback.ExecutionFields, e)
		for i := range e.Tasks {
			known(&w, callback.TaskFields, &e.Tasks[i])
		}
	}
	if c.Fault != nil {
		known(&w, callback.FaultFields, c.Fault)
	}
	w.children(c.Root, 0)
	return w.done()
}

// meaning is what is known of a leaf.
type meaning struct{ label, means lang.Text }

type factWriter struct {
	*drawer
	known  map[parser.Item]meaning
	tokens []*parser.Tokens
	rows   []fact
	left   bool // there are more than fit
}

// known notes the leaves of v by their fields.
func known[T any](w *factWriter, fields []callback.Field[T], v *T) {
	for i := range fields {
		f := &fields[i]
		value := f.Of(v)
		if !value.Ok() {
			continue
		}
		m := meaning{label: f.Label}
		if f.Meaning != nil {
			m.means = f.Meaning(value.Text)
		}
		w.known[value.Item] = m
	}
}

// group does so with a node that has a model.
func (w *factWriter) group(g *callback.Group) {
	for i := range g.Model.Fields {
		f, v := &g.Model.Fields[i], g.Values[i]
		if !v.Ok() {
			continue
		}
		said := f.Form.Say(v.Text)
		m := meaning{f.Label, lang.Text{ZH: said, EN: said}}
		if f.Meaning != nil {
			m.means = f.Meaning(v.Text)
		}
		w.known[v.Item] = m
	}
	for i := range g.Groups {
		w.group(&g.Groups[i])
	}
}

// done returns the rows, and a sentence where there are more.
func (w *factWriter) done() (rows []fact, more string) {
	if w.left {
		more = w.in(say.MoreFacts.With(strconv.Itoa(mostFacts)))
	}
	return w.rows, more
}

func (w *factWriter) children(it parser.Item, depth int) {
	for c := range it.Children() {
		w.item(c, depth)
	}
}

func (w *factWriter) item(it parser.Item, depth int) {
	switch it.Kind() {
	case parser.KindComment, parser.KindProcInst, parser.KindDirective:
		return
	}
	if w.isToken(it) || w.holdsTokensAlone(it) {
		return
	}
	if len(w.rows) == mostFacts {
		w.left = true
		return
	}
	row := fact{Depth: min(depth, deepest), Name: visible.Text(w.nameOf(it))}
	if f, ok := reference.Lookup(it.Path()); ok {
		row.Href = w.row(f.Anchor)
	}
	if !it.Leaf() {
		row.Holds = true
		w.rows = append(w.rows, row)
		w.children(it, depth+1)
		return
	}
	row.Value = visible.Text(it.Value())
	if m, ok := w.known[it]; ok {
		row.Label = w.in(m.label)
		row.Means = visible.Text(w.in(m.means))
	}
	if strings.EqualFold(row.Label, row.Name) {
		row.Label = ""
	}
	if strings.EqualFold(row.Means, row.Value) {
		row.Means = ""
	}
	w.rows = append(w.rows, row)
}

// nameOf names an item; of an array it is the name of the array with its position.
func (w *factWriter) nameOf(it parser.Item) string {
	if name := it.Name(); name != "" {
		return name
	}
	path := it.Path()
	return path[strings.LastIndexByte(path, '.')+1:]
}

// isToken reports whether it is a word that the table of words has whole.
func (w *factWriter) isToken(it parser.Item) bool {
	return slices.ContainsFunc(w.tokens, func(t *parser.Tokens) bool {
		i, ok := t.Index(it)
		return ok && len(t.Rest(i)) == 0
	})
}

// holdsTokensAlone reports whether it is an array of nothing but such words.
func (w *factWriter) holdsTokensAlone(it parser.Item) bool {
	if it.Kind() != parser.KindArray {
		return false
	}
	some := false
	for c := range it.Children() {
		if !w.isToken(c) {
			return false
		}
		some = true
	}
	return some
}
