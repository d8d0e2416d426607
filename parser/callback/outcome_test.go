package callback

import (
	"testing"

	"github.com/callbacklens/callbacklens/parser/reference"
	"github.com/callbacklens/callbacklens/parser/reference/practice"
)

// Every outcome is a state that the reference has, and is read from it.
func TestOutcomesAreStatesOfTheReference(t *testing.T) {
	for o := OutcomeSuccess; o <= OutcomeCancel; o++ {
		known := false
		for _, s := range reference.States() {
			known = known || s.Value == o.String() && s.Name == o.Name()
		}
		if !known || OutcomeOf(o.String()) != o {
			t.Errorf("%v is called %q", o, o.Name())
		}
	}
	if OutcomeOf("Auditing") != OutcomeRunning {
		t.Error("a review that goes on is not said to")
	}
}

// Units are called what the reference calls them.
func TestUnitsAreThoseOfTheReference(t *testing.T) {
	byValue := make(map[string]Unit)
	for u := UnitUnknown; u <= UnitBytes; u++ {
		byValue[u.String()] = u
	}
	for _, row := range reference.Units() {
		if u, ok := byValue[row.Value]; !ok || u.Name() != row.Name {
			t.Errorf("%s is called %q", row.Value, u.Name())
		}
	}
}

// Every way in which the reference says that times are written is read.
func TestTimesOfTheReferenceAreRead(t *testing.T) {
	for _, m := range practice.Moments() {
		v := Value{Text: m.Written}
		if got := ReadTime(v); got.Known != v.Set() {
			t.Errorf("%s is read as %v", m.Written, got.At)
		}
	}
}
