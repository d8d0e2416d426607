package callback

import (
	"strings"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Outcome is how a job or a run went, as a person would say it.
type Outcome uint8

// The outcomes. The words of the first are those of the field State; the others
// are told by more than that.
const (
	OutcomeUnknown Outcome = iota
	OutcomeSuccess
	OutcomeFailed
	OutcomeRunning
	OutcomeSubmitted
	OutcomePause
	OutcomeCancel
	// OutcomePartial is a success in which something failed: a step inside the
	// result of a job, or a task of a run.
	OutcomePartial
	// The verdicts of a content review.
	OutcomeNormal
	OutcomeViolation
	OutcomeSuspected
	// What bodies are that tell of no job: a request, a reply that knows none of
	// the jobs that were asked for, and an empty list.
	OutcomeRequest
	OutcomeAbsent
	OutcomeEmpty
)

func (o Outcome) String() string {
	return chars.NameIn(o, "", "Success", "Failed", "Running", "Submitted", "Pause", "Cancel",
		"Partial", "Normal", "Violation", "Suspected", "Request", "Absent", "Empty")
}

// outcomeNames say those that are no values of State.
var outcomeNames = map[Outcome]lang.Text{
	OutcomePartial:   {ZH: "成功，但有一步失败", EN: "success, but a step failed"},
	OutcomeNormal:    {ZH: "正常", EN: "normal"},
	OutcomeViolation: {ZH: "违规", EN: "violation"},
	OutcomeSuspected: {ZH: "疑似违规", EN: "suspected violation"},
	OutcomeRequest:   {ZH: "提交请求，尚未执行", EN: "a request, nothing has run"},
	OutcomeAbsent:    {ZH: "任务不存在", EN: "no such job"},
	OutcomeEmpty:     {ZH: "没有任务", EN: "no jobs"},
}

// Name says the outcome in words, which are those of the field State where that
// has it.
func (o Outcome) Name() lang.Text {
	if name, ok := outcomeNames[o]; ok {
		return name
	}
	return reference.StateName(o.String())
}

// OutcomeOf reads the field State, in whatever case it is written. A review that is
// under way says Auditing.
func OutcomeOf(state string) Outcome {
	if strings.EqualFold(state, "Auditing") {
		return OutcomeRunning
	}
	for o := OutcomeSuccess; o <= OutcomeCancel; o++ {
		if strings.EqualFold(o.String(), state) {
			return o
		}
	}
	return OutcomeUnknown
}
