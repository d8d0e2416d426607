package export

import (
	"strconv"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
)

// allDone reports whether lines have all that is in it.
func (t *textWriter) allDone(it parser.Item) bool {
	if it.Leaf() {
		return t.done[it]
	}
	some := false
	for c := range it.Children() {
		if treeKind(c) && !t.allDone(c) {
			return false
		}
		some = true
	}
	return some
}

// review writes what a review found: as a whole, by scene, and by part. What
// stands for a verdict means none where the review did not run.
func (t *textWriter) review(j *parser.Job) {
	r := j.Review
	t.done = make(map[parser.Item]bool)
	outer := t.told
	t.told = func(it parser.Item) {
		if t.done[it] = true; outer != nil {
			outer(it)
		}
	}
	t.mute = !j.Reviewed()
	for i := range callback.ReviewFields {
		if f := &callback.ReviewFields[i]; f.Of(r).Ok() {
			t.at(1, t.nameOf(f.Of(r)), meant(t, f, r))
		}
	}
	t.findings("", r.Findings)
	list, n := "", 0
	for i := range r.Parts {
		p := &r.Parts[i]
		if n++; p.List != list {
			list, n = p.List, 1
		}
		t.at(1, t.text(list)+" "+strconv.Itoa(n), inLine(t, callback.PartFields, p))
		t.findings("  ", p.Findings)
	}
	t.mute, t.told = false, outer
}

func (t *textWriter) findings(indent string, findings []parser.Finding) {
	for i := range findings {
		t.at(1, indent+t.text(findings[i].Scene), inLine(t, callback.FindingFields, &findings[i]))
	}
}

// nameOf returns the name of a leaf on the wire.
func (t *textWriter) nameOf(v parser.Value) string { return t.text(v.Item.Name()) }

// inLine returns the fields of v that the body has, in one line: the first by its
// value, the others by name and value.
func inLine[T any](t *textWriter, fields []callback.Field[T], v *T) string {
	line := ""
	for i := range fields {
		f := &fields[i]
		switch value := f.Of(v); {
		case !value.Ok():
			continue
		case line == "" && i == 0:
			line = meant(t, f, v)
		case value.Text == "":
			t.value(value)
		default:
			line += sep(line) + t.nameOf(value) + " " + meant(t, f, v)
		}
	}
	return line
}

// sep returns what stands between two fields of a line.
func sep(line string) string {
	if line == "" {
		return ""
	}
	return " · "
}
