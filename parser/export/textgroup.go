package export

import (
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser/callback"
)

// details writes what stands in nodes that have models.
func (t *textWriter) details(groups []callback.Group, depth int) {
	for from := 0; from < len(groups) && !t.broken(); {
		to := from + 1
		for to < len(groups) && groups[to].Model == groups[from].Model {
			to++
		}
		t.alike(groups[from:to], depth)
		from = to
	}
}

// alike writes groups of one model: as a table where that has room for all that is
// in them, else one after the other.
func (t *textWriter) alike(groups []callback.Group, depth int) {
	model := groups[0].Model
	switch {
	case model.Plain():
		for i := range groups {
			t.at(depth, model.Name, t.whole(&model.Fields[0], groups[i].Values[0]))
		}
	case len(groups) > 1 && flatGroups(groups):
		t.table(groups, depth)
	default:
		for i := range groups {
			name := model.Name
			if len(groups) > 1 {
				name += " " + strconv.Itoa(i+1)
			}
			t.group(name, &groups[i], depth)
		}
	}
}

func (t *textWriter) group(name string, g *callback.Group, depth int) {
	t.tell(g.Item) // if it is empty
	t.at(depth, name, t.text(g.Line()))
	for i := range g.Model.Fields {
		if f := &g.Model.Fields[i]; g.Values[i].Ok() {
			t.at(depth+1, f.Name, t.said(f, g.Values[i]))
		}
	}
	outer := t.prefix
	t.prefix = t.value(g.Value("ObjectPrefix"))
	t.details(g.Groups, depth+1)
	t.prefix = outer
	t.items(g.Rest, depth+1)
}

// whole returns a value of a list, of the name of an object all of it: what is common
// to the names in the list stands before it.
func (t *textWriter) whole(f *callback.Row, v callback.Value) string {
	if f.Form == callback.FormObject && t.prefix != "" && v.Set() {
		return t.explained(t.value(v), t.prefix+t.value(v))
	}
	return t.said(f, v)
}

// said returns a value, with what it means or a form of it that is easier to read.
func (t *textWriter) said(f *callback.Row, v callback.Value) string {
	more := f.Form.Say(v.Text)
	if f.Meaning != nil {
		more = t.say(f.Meaning(v.Text))
	}
	return t.explained(t.value(v), more)
}

// flatGroups reports whether groups hold nothing but the leaves of their model.
func flatGroups(groups []callback.Group) bool {
	for i := range groups {
		if len(groups[i].Groups)+len(groups[i].Rest) > 0 {
			return false
		}
	}
	return true
}

// table writes groups of one model, a line each below the names of the leaves that
// some of them have.
func (t *textWriter) table(groups []callback.Group, depth int) {
	model := groups[0].Model
	indent := strings.Repeat("  ", depth)
	t.line(indent, t.paint(colorQuiet, model.Name), " × ", strconv.Itoa(len(groups)))
	var used, widths []int
	for c := range model.Fields {
		widest, some := columns(model.Fields[c].Name), false
		for i := range groups {
			some = some || groups[i].Values[c].Ok()
			widest = max(widest, columns(t.said(&model.Fields[c], groups[i].Values[c])))
		}
		if some {
			used, widths = append(used, c), append(widths, min(widest, 40)+2)
		}
	}
	row := func(cell func(c int) string) string {
		line := indent + "  "
		for k, c := range used {
			line += padded(cell(c), widths[k])
		}
		return strings.TrimRight(line, " ")
	}
	t.line(t.paint(colorQuiet, row(func(c int) string { return model.Fields[c].Name })))
	for i := range groups {
		t.tell(groups[i].Item)
		t.line(row(func(c int) string { return t.said(&model.Fields[c], groups[i].Values[c]) }))
	}
}
