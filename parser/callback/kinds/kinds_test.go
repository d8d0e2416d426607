package kinds

import (
	"testing"

	"github.com/callbacklens/callbacklens/parser/callback"
)

// TestModelsAreWhole holds every table to what ranges over it: each name once, and
// in both languages.
func TestModelsAreWhole(t *testing.T) {
	whole(t, "Operation", Operation)
	whole(t, "Tasks", Task)
}

func whole(t *testing.T, within string, models []*callback.Model) {
	t.Helper()
	named := map[string]bool{"rest": true}
	name := func(json, wire string, label bool) {
		if json == "" || named[json] || !label {
			t.Errorf("%s: %q is there twice, or lacks something", within, wire)
		}
		named[json] = true
	}
	for _, m := range models {
		name(m.JSON(), m.Name, m.Label.ZH != "" && m.Label.EN != "")
		inner := within + "." + m.Name
		if m.Plain() {
			if len(m.Groups) > 0 || !m.Many {
				t.Errorf("%s is a leaf: it has no groups, and a single one is a row", inner)
			}
			continue
		}
		of := map[string]bool{"rest": true}
		for i := range m.Fields {
			f := &m.Fields[i]
			if f.Name == "" || of[f.JSON()] || f.Label.ZH == "" || f.Label.EN == "" || m.Field([]byte(f.Name)) != i {
				t.Errorf("%s: the row %q is there twice, or lacks something", inner, f.Name)
			}
			of[f.JSON()] = true
		}
		for _, g := range m.Groups {
			if of[g.JSON()] {
				t.Errorf("%s: %s is a row too", inner, g.Name)
			}
		}
		whole(t, inner, m.Groups)
	}
}
