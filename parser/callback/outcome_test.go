package callback

import (
	"testing"

	"github.com/callbacklens/callbacklens/parser/reference"
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
	if OutcomeOf("Auditing") != OutcomeUnknown {
		t.Error("a review that goes on has an outcome")
	}
}
