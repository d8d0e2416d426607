package callback

import (
	"github.com/callbacklens/callbacklens/parser/internal/chars"
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

// OutcomeOf reads the field State.
func OutcomeOf(state string) Outcome {
	for o := OutcomeSuccess; o <= OutcomeCancel; o++ {
		if o.String() == state {
			return o
		}
	}
	return OutcomeUnknown
}
