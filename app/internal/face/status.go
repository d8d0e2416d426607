package face

import (
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// BadgeOf draws a badge: sign, word, and the field that it rests on.
func BadgeOf(p *model.Page, o parser.Outcome, word, by string) *dom.Still {
	class, sign := outcomeLook(o)
	rests := words.Say.By.With(by)
	switch by {
	case "":
		return dom.St("span", "badge", class).Body(dom.StIcon(sign)).Foreign(word)
	case "Result":
		rests = words.Say.ByResult
	}
	return dom.St("span", "badge", class).Body(
		dom.StIcon(sign), dom.St("strong").Foreign(word),
		dom.St("span", "badge-by").Text(" · "+rests.In(p.Lang)))
}

// outcomeLook returns the class and the sign of an outcome.
func outcomeLook(o parser.Outcome) (class, sign string) {
	switch o {
	case parser.OutcomeSuccess, parser.OutcomeNormal:
		return "is-good", dom.IconCheck
	case parser.OutcomeFailed, parser.OutcomeCancel, parser.OutcomePartial, parser.OutcomeViolation, parser.OutcomeAbsent:
		return "is-bad", dom.IconCross
	case parser.OutcomeRunning, parser.OutcomeSubmitted:
		return "is-under-way", dom.IconDots
	case parser.OutcomePause:
		return "is-under-way", dom.IconPause
	case parser.OutcomeSuspected:
		return "is-under-way", dom.IconWarning
	case parser.OutcomeRequest, parser.OutcomeEmpty:
		return "is-unknown", dom.IconInfo
	}
	return "is-unknown", dom.IconUnknown
}

// StatusLook returns the class and the sign of the status of a job.
func StatusLook(p *model.Page, j *parser.Job) (class, sign string) {
	switch p.Body.StatusUnread(j) {
	case model.UnreadComing:
		return "is-under-way", dom.IconDots
	case model.UnreadLeft:
		return outcomeLook(parser.OutcomeUnknown)
	}
	outcome, _ := j.Status()
	return outcomeLook(outcome)
}

// StateWord names a state in the reader's language.
func StateWord(p *model.Page, state string) string {
	return words.Headline(reference.StateName(state).In(p.Lang))
}

// OutcomeWord names an outcome in the reader's language.
func OutcomeWord(p *model.Page, o parser.Outcome) string { return words.Headline(o.Name().In(p.Lang)) }

// StatusWord names the status of a job in the reader's language.
func StatusWord(p *model.Page, j *parser.Job) string {
	outcome, by := j.Status()
	switch rest := p.Body.StatusUnread(j); {
	case rest == model.UnreadComing:
		return words.Say.StatusReading.In(p.Lang)
	case rest == model.UnreadLeft:
		return words.Say.StatusUnread.In(p.Lang)
	case outcome != parser.OutcomeUnknown:
		return OutcomeWord(p, outcome)
	case by == "State":
		return j.State.Text
	}
	return words.Say.StatusUnknown.In(p.Lang)
}
