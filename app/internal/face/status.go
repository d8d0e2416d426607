package face

import (
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// BadgeOf draws a badge: sign, word, and the field that it rests on.
func BadgeOf(p *model.Page, o parser.Outcome, word, by string) *dom.Still {
	class, sign := OutcomeLook(o)
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

// OutcomeLook returns the class and the sign of an outcome.
func OutcomeLook(o parser.Outcome) (class, sign string) {
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
		return "is-warn", dom.IconWarning
	case parser.OutcomeRequest, parser.OutcomeEmpty:
		return "is-unknown", dom.IconInfo
	}
	return "is-unknown", dom.IconUnknown
}

// unreadLook returns class, sign and word of a status that may stand in what is
// unread.
func unreadLook(u model.Unread) (class, sign string, word lang.Text) {
	if u == model.UnreadComing {
		return "is-under-way", dom.IconDots, words.Say.StatusReading
	}
	return "is-unknown", dom.IconUnknown, words.Say.StatusUnread
}

// UnreadBadge draws a badge for a status that may stand in what is unread.
func UnreadBadge(p *model.Page, u model.Unread) *dom.Still {
	class, sign, word := unreadLook(u)
	return dom.St("span", "badge", class, dom.Chosen(u == model.UnreadComing, "coming")).
		Body(dom.StIcon(sign)).Foreign(word.In(p.Lang))
}

// StatusLook returns the class and the sign of the status of a job.
func StatusLook(p *model.Page, j *parser.Job) (class, sign string) {
	if u := p.Body.StatusUnread(j); u != model.UnreadNone {
		class, sign, _ = unreadLook(u)
		return class, sign
	}
	outcome, _ := j.Status()
	return OutcomeLook(outcome)
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
	switch u := p.Body.StatusUnread(j); {
	case u != model.UnreadNone:
		_, _, unread := unreadLook(u)
		return unread.In(p.Lang)
	case outcome != parser.OutcomeUnknown:
		return OutcomeWord(p, outcome)
	case by == "State":
		return j.State.Text
	}
	return words.Say.StatusUnknown.In(p.Lang)
}
