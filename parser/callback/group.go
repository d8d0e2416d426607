package callback

import (
	"iter"
	"strings"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Model is a row of package kinds: what a node of a result is called, and what is
// known to stand in it. Decoding, JSON, schema, text and page range over it.
type Model struct {
	Name, Also string // on the wire; Also is "" where it has one name
	Label      lang.Text
	// Fields are the leaves in it, in the order in which they are shown. A model
	// whose only row has no name is that of a leaf: the value is that of the node.
	Fields []Row
	// Groups are the nodes in it that have models themselves.
	Groups []*Model
	// Many tells that there may be several beside each other: an array, or
	// elements of one name.
	Many bool
	// Line says what one is on a line, mostly made of values of the body, "" for
	// nothing. It is nil where the fields say enough.
	Line func(*Group) string
}

// Row is a leaf that a Model has a place for.
type Row struct {
	Name, Also string // on the wire
	Label      lang.Text
	Form       Form
	// Meaning says what a value means; nil, or an empty text, for nothing.
	Meaning func(value string) lang.Text
}

// Group is what stands in a node, by the rows of its Model.
type Group struct {
	Model  *Model
	Values []Value         // one for each row of Model.Fields, !Ok() where the body lacks it
	Groups []Group         // the nodes in it that have models, in the order of the body
	Rest   []document.Item // what no row has
	Item   document.Item
}

// Value returns the leaf of a name on the wire. The nil Group has none.
func (g *Group) Value(name string) Value {
	if g != nil {
		for i := range g.Model.Fields {
			if g.Model.Fields[i].Name == name {
				return g.Values[i]
			}
		}
	}
	return Value{}
}

// All yields the groups in g whose model has the name.
func (g *Group) All(name string) iter.Seq[*Group] {
	return func(yield func(*Group) bool) {
		for i := 0; g != nil && i < len(g.Groups); i++ {
			if g.Groups[i].Model.Name == name && !yield(&g.Groups[i]) {
				return
			}
		}
	}
}

// First returns the first of them, nil if there is none.
func (g *Group) First(name string) *Group {
	for inner := range g.All(name) {
		return inner
	}
	return nil
}

// Line says on a line what g is, "" for nothing.
func (g *Group) Line() string {
	if g == nil || g.Model.Line == nil {
		return ""
	}
	return g.Model.Line(g)
}

// Plain reports whether the model is that of a leaf.
func (m *Model) Plain() bool { return len(m.Fields) == 1 && m.Fields[0].Name == "" }

// Field returns the index of the row for a name on the wire, -1 for none.
func (m *Model) Field(name []byte) int {
	for i := range m.Fields {
		if f := &m.Fields[i]; is(name, f.Name, f.Also) {
			return i
		}
	}
	return -1
}

// Inner returns the model of a node in it by its name on the wire, nil for none.
func (m *Model) Inner(name []byte) *Model { return ModelNamed(m.Groups, name) }

// ModelNamed returns the model of that name on the wire, nil for none.
func ModelNamed(models []*Model, name []byte) *Model {
	for _, m := range models {
		if is(name, m.Name, m.Also) {
			return m
		}
	}
	return nil
}

// is reports whether a name that was written is one of those.
func is(written []byte, name, also string) bool {
	return len(written) > 0 && (string(written) == name || string(written) == also)
}

// JSON is what the node is called in the JSON of a report.
func (m *Model) JSON() string { return camel(m.Name) }

// JSON is what the leaf is called there.
func (r *Row) JSON() string { return camel(r.Name) }

// camel begins a name as JSON does: ObjectName is objectName, MD5 is md5, BBox is
// bBox, start_time is startTime.
func camel(name string) string {
	first, rest, snake := strings.Cut(name, "_")
	upper := 0
	for upper < len(first) && first[upper] >= 'A' && first[upper] <= 'Z' {
		upper++
	}
	if upper > 1 && upper < len(first) && first[upper] >= 'a' && first[upper] <= 'z' {
		upper-- // it begins the next word
	}
	first = strings.ToLower(first[:upper]) + first[upper:]
	if !snake || rest == "" {
		return first
	}
	rest = camel(rest)
	return first + strings.ToUpper(rest[:1]) + rest[1:]
}

// Undetailed returns those of some nodes of the job that no detail is made of: of
// Results and Output, what is not in Details.
func (j *Job) Undetailed(items []document.Item) (rest []document.Item) {
	detailed := make(map[document.Item]bool, len(j.Details))
	for i := range j.Details {
		it := j.Details[i].Item
		detailed[it] = true
		for it = it.Parent(); it.Kind() == document.KindArray; it = it.Parent() {
			detailed[it] = true
		}
	}
	for _, it := range items {
		if !detailed[it] {
			rest = append(rest, it)
		}
	}
	return rest
}

// DetailNamed returns the first group of the job whose model has the name, nil if
// there is none.
func (j *Job) DetailNamed(name string) *Group {
	for i := range j.Details {
		if j.Details[i].Model.Name == name {
			return &j.Details[i]
		}
	}
	return nil
}
