package callback

import (
	"testing"

	"github.com/callbacklens/callbacklens/parser/reference"
)

// TestFieldsAreWhole holds every row of the tables to what ranges over them.
func TestFieldsAreWhole(t *testing.T) {
	whole(t, "job", JobFields)
	whole(t, "input", InputFields)
	whole(t, "workflow", WorkflowFields)
	whole(t, "operation", OperationFields)
	whole(t, "label", LabelFields)
	whole(t, "execution", ExecutionFields)
	whole(t, "task", TaskFields)
	whole(t, "fault", FaultFields)
	whole(t, "review", ReviewFields)
	whole(t, "finding", FindingFields)
	whole(t, "part", PartFields)
}

func whole[T any](t *testing.T, table string, fields []Field[T]) {
	t.Helper()
	var value T
	places, names := map[*Value]string{}, map[string]bool{}
	for i := range fields {
		f := &fields[i]
		if f.Name == "" || f.JSON == "" || f.Label.ZH == "" || f.Label.EN == "" || (f.In == nil) == (f.Time == nil) {
			t.Errorf("%s: the row %q lacks something", table, f.Name)
			continue
		}
		place := f.place(&value)
		if other := places[place]; other != "" {
			t.Errorf("%s: %s and %s have one place", table, f.Name, other)
		}
		places[place] = f.Name
		if names[f.JSON] {
			t.Errorf("%s: %s is there twice", table, f.JSON)
		}
		names[f.JSON] = true
		if FieldNamed(fields, f.Within, []byte(f.Name)) != f {
			t.Errorf("%s: %s is not found by its name", table, f.Name)
		}
		row, ok := reference.Lookup(f.Row)
		if f.Row != "" && (!ok || row.Name != f.Name) {
			t.Errorf("%s: %s has the row %q of the reference, which is that of %q", table, f.Name, f.Row, row.Name)
		}
	}
}
