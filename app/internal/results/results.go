package results

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Results shows what a job of another kind brought, or that it brought nothing.
type Results struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int
}

// Render draws each result as a card. One that failed comes first.
func (c *Results) Render() goapp.UI {
	s, j := newColumn(c.P, c.B), c.B.CurrentJob()
	if j == nil {
		cb := s.Body.CurrentCallback()
		switch {
		case cb.Event.Ok():
			return dom.El("div", "facts").Body(nothing(words.Say.NoJobs.In(s.Lang)).UI(),
				s.Card(words.Say.Results, "", append(s.LeftOf(cb.Rest), s.Fact(words.Say.Event, cb.Event))...))
		case len(cb.Rest) == 0:
			return nothing(words.Say.NoJobs.In(s.Lang)).UI()
		}
		return dom.El("div", "facts").Body(s.ItemsCard(words.Say.Results, cb.Rest))
	}
	cards := []goapp.UI{s.failureCard(j)}
	if len(j.Results) == 0 && len(j.Output) == 0 {
		cards = append(cards, s.noResult(j).UI())
	}
	return dom.El("div", "facts").Body(append(cards, s.outcomeCards(j)...)...)
}

// CardsOf returns the cards of what a job brought, for a column.
func CardsOf(c *card.Column, j *parser.Job) []goapp.UI { return (&column{Column: c}).outcomeCards(j) }

// outcomeCards has what the job brought: what there are models for, then the rest.
func (c *column) outcomeCards(j *parser.Job) []goapp.UI {
	cards := c.groupCards(j.Details)
	var plain, left []parser.Item
	for _, it := range append(append([]parser.Item(nil), j.Results...), j.Output...) {
		if _, some := c.Told(it); some {
			left = append(left, it)
		} else {
			plain = append(plain, it)
		}
	}
	cards = append(cards, c.ItemCards(plain)...)
	return append(cards, c.Card(words.Say.Rest, "", c.LeftOf(left)...))
}

// failureCard says what failed inside the result of a job that succeeded.
func (c *column) failureCard(j *parser.Job) goapp.UI {
	outcome, by := j.Status()
	if outcome != parser.OutcomePartial {
		return nil
	}
	class, sign := face.OutcomeLook(outcome)
	v := j.Failure
	return dom.El("section", "card", "verdict", class).Body(
		dom.StOf("h2", "", dom.StIcon(sign), dom.St("strong").Text(face.OutcomeWord(c.Page, outcome))).UI(),
		dom.StOf("dl", "list", c.Line(dom.St("bdi").Edged(by), v.Item,
			dom.StOf("div", "said", c.Value(v), c.Meaning(v, reference.StateName(v.Text))),
			c.Tools(by, v))).UI())
}

// noResult says that there is nothing, and of a failed job why.
func (c *column) noResult(j *parser.Job) *dom.Still {
	says := words.Say.NoResults
	switch outcome, _ := j.Status(); outcome {
	case parser.OutcomeFailed:
		meaning, _ := reference.ErrorCode(j.Code.Text)
		return dom.St("div", "no-result", "is-bad").Body(
			dom.StOf("h2", "", dom.StIcon(dom.IconCross), dom.StText(words.Say.FailedResults.In(c.Lang))),
			dom.StOf("dl", "list",
				c.Fact(callback.LabelOf(callback.JobFields, "Code"), j.Code, c.Gloss(meaning)),
				c.Fact(callback.LabelOf(callback.JobFields, "Message"), j.Message),
			),
		)
	case parser.OutcomeRequest:
		says = words.Say.Asked
	case parser.OutcomeSubmitted, parser.OutcomeRunning, parser.OutcomePause:
		says = words.Say.NotEnded
	}
	return nothing(says.In(c.Lang))
}

// nothing says why nothing stands here.
func nothing(why string) *dom.Still {
	return dom.StOf("div", "no-result", dom.St("p").Text(why))
}
