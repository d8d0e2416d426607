package callback

import (
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Outcome is the state of a job or a run.
type Outcome uint8

// The outcomes; the words are those of the field State.
const (
	OutcomeUnknown Outcome = iota
	OutcomeSuccess
	OutcomeFailed
	OutcomeRunning
	OutcomeSubmitted
	OutcomePause
	OutcomeCancel
)

func (o Outcome) String() string {
	return chars.NameIn(o, "", "Success", "Failed", "Running", "Submitted", "Pause", "Cancel")
}

// Name says the outcome in words, which are those of the field State.
func (o Outcome) Name() lang.Text { return reference.StateName(o.String()) }

// OutcomeOf reads the field State.
func OutcomeOf(state string) Outcome {
	for o := OutcomeSuccess; o <= OutcomeCancel; o++ {
		if o.String() == state {
			return o
		}
	}
	return OutcomeUnknown
}
