package app

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Bar is the line on top: what the result is and how it went, and the switches.
type Bar struct {
	goapp.Compo
	S   *Session
	Rev int
}

// Render draws the bar.
func (b *Bar) Render() goapp.UI {
	s := b.S
	return el("header", "bar").Body(
		s.brand(),
		goapp.If(s.Report != nil, s.summary()),
		s.barButtons(),
		s.switches(),
	)
}

// brand is the name, which leads to the landing where there is a result.
func (s *Session) brand() goapp.UI {
	name := el("span", "brand-name").Body(s.words(say.Name))
	if s.Report == nil {
		return el("div", "brand").Body(icon(iconLens), name)
	}
	return button("brand").DataSet("do", "new").
		Aria("label", say.Home.In(s.Lang)).Body(icon(iconLens), name)
}

func (s *Session) barButtons() goapp.UI {
	if s.Report == nil {
		return nil
	}
	l := s.Lang
	var edit goapp.UI
	if s.intake.origin == "box" {
		edit = button("button").DataSet("do", "edit").Body(icon(iconPen), goapp.Text(say.Edit.In(l)))
	}
	return el("div", "bar-buttons").Body(
		edit,
		button("button").DataSet("do", "new").Body(icon(iconPlus), goapp.Text(say.NewBody.In(l))),
	)
}

// summary tells kind, status, job and how long it took.
func (s *Session) summary() goapp.UI {
	if s.Report == nil {
		return nil
	}
	return el("div", "summary", chosen(s.inParts, "in-parts")).Body(
		append(uis([]*still{s.kindName(), s.badge(), s.jobID(), s.took(), s.remarkCount()}), s.secretsSwitch())...)
}

func (s *Session) kindName() *still {
	c := s.CurrentCallback()
	if c == nil {
		return st("h1", "kind").Text(say.Unread.In(s.Lang))
	}
	return st("h1", "kind").Foreign(headline(reference.KindName(c.Kind).In(s.Lang)))
}

// badge tells how the job or the run went, and which field says so.
func (s *Session) badge() *still {
	c := s.CurrentCallback()
	switch j := s.CurrentJob(); {
	case j != nil && s.statusRest(j) != restNone:
		class, sign := s.statusLook(j)
		return st("span", "badge", class, chosen(s.rest() == restComing, "coming")).Body(stillIcon(sign)).Foreign(s.statusWord(j))
	case j != nil:
		outcome, by := j.Status()
		return s.badgeOf(outcome, s.statusWord(j), by)
	case c != nil && c.Execution != nil && c.Execution.State.Set():
		state := c.Execution.State.Text
		return s.badgeOf(outcomeNamed(state), s.stateWord(state), "State")
	case c != nil && c.Fault != nil:
		return s.badgeOf(parser.OutcomeFailed, c.Fault.Code.Text, "Code")
	}
	return nil
}

// badgeOf draws a badge: sign, word, and the field that it rests on.
func (s *Session) badgeOf(o parser.Outcome, word, by string) *still {
	class, sign := outcomeLook(o)
	rests := say.By.With(by)
	switch by {
	case "":
		return st("span", "badge", class).Body(stillIcon(sign)).Foreign(word)
	case "Result":
		rests = say.ByResult
	}
	return st("span", "badge", class).Body(
		stillIcon(sign), st("strong").Foreign(word),
		st("span", "badge-by").Text(" · "+rests.In(s.Lang)))
}

// outcomeLook returns the class and the sign of an outcome.
func outcomeLook(o parser.Outcome) (class, sign string) {
	switch o {
	case parser.OutcomeSuccess:
		return "is-good", iconCheck
	case parser.OutcomeFailed, parser.OutcomeCancel:
		return "is-bad", iconCross
	case parser.OutcomeRunning, parser.OutcomeSubmitted:
		return "is-under-way", iconDots
	case parser.OutcomePause:
		return "is-under-way", iconPause
	}
	return "is-unknown", iconUnknown
}

// statusLook returns the class and the sign of the status of a job.
func (s *Session) statusLook(j *parser.Job) (class, sign string) {
	switch s.statusRest(j) {
	case restComing:
		return "is-under-way", iconDots
	case restLeft:
		return outcomeLook(parser.OutcomeUnknown)
	}
	outcome, _ := j.Status()
	return outcomeLook(outcome)
}

// outcomeNamed returns the outcome that a State names.
func outcomeNamed(state string) parser.Outcome {
	for o := parser.OutcomeSuccess; o <= parser.OutcomeCancel; o++ {
		if o.String() == state {
			return o
		}
	}
	return parser.OutcomeUnknown
}

// stateWord names a state in the reader's language.
func (s *Session) stateWord(state string) string {
	return headline(reference.StateName(state).In(s.Lang))
}

// headline begins a name with a capital, as it stands alone.
func headline(name string) string {
	if name == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}

// statusWord names the status of a job in the reader's language.
func (s *Session) statusWord(j *parser.Job) string {
	outcome, by := j.Status()
	switch rest := s.statusRest(j); {
	case rest == restComing:
		return say.StatusReading.In(s.Lang)
	case rest == restLeft:
		return say.StatusUnread.In(s.Lang)
	case outcome != parser.OutcomeUnknown:
		return s.stateWord(outcome.String())
	case by == "State":
		return j.State.Text
	}
	return say.StatusUnknown.In(s.Lang)
}

func (s *Session) jobID() *still {
	id := parser.Value{}
	if j := s.CurrentJob(); j != nil {
		id = j.ID
	} else if c := s.CurrentCallback(); c != nil && c.Execution != nil {
		id = c.Execution.RunID
	}
	if !id.Set() {
		return nil
	}
	return st("span", "job-id").Body(
		st("code").Foreign(id.Text), s.copyButton(id.Text, say.JobID.In(s.Lang)))
}

func (s *Session) took() *still {
	j := s.CurrentJob()
	if j == nil {
		return nil
	}
	d, _, ok := s.duration(j)
	if !ok {
		return nil
	}
	return st("span", "took").Text(s.phrase(say.Ran, spell(d)))
}

// remarks returns how many remarks there are. The rest of a body that is still
// being read may take some of them back.
func (s *Session) remarks() int {
	if s.Beginning {
		return 0
	}
	return len(s.Report.Diagnostics) + s.Report.Omitted
}

// remarkCount leads to the remarks, with the sign of the gravest.
func (s *Session) remarkCount() *still {
	n := s.remarks()
	if n == 0 {
		return nil
	}
	label := say.RemarkMany.With(strconv.Itoa(n))
	if n == 1 {
		label = say.RemarkOne
	}
	worst := parser.Info
	for i := range s.Report.Diagnostics {
		worst = max(worst, s.Report.Diagnostics[i].Severity)
	}
	class, sign, _ := severityLook(worst)
	return stillButton("remark-count", class).DataSet("do", "view:"+strconv.Itoa(int(ViewRemarks))).
		Body(stillIcon(sign), words(label.In(s.Lang)))
}
