package app

import (
	"fmt"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Facts is the narrow column: all that the body says besides its result, in
// cards.
type Facts struct {
	goapp.Compo
	S   *Session
	Rev int
}

// Render draws the cards that the body has something for.
func (c *Facts) Render() goapp.UI {
	s := c.S
	if s.lean {
		return s.firstFacts()
	}
	var cards []goapp.UI
	if j := s.CurrentJob(); j != nil {
		cards = append(cards,
			s.jobCard(j), s.inputCard(&j.Input), s.timesCard(j), s.headersCard(j.Input.Headers),
			s.labelsCard(j.Labels), s.workflowCard(&j.Workflow), s.operationCard(&j.Operation))
		if j.Tokens.Len() > 0 {
			// Otherwise these are the result, which has a column of its own.
			cards = append(cards, s.itemsCard(say.Results, j.Results))
			cards = append(cards, s.itemCards(j.Output)...)
		}
		cards = append(cards, s.itemsCard(say.Rest, j.Rest))
	}
	if cb := s.CurrentCallback(); cb != nil && cb.Fault == nil {
		cards = append(cards, s.itemsCard(say.Rest, cb.Rest))
	}
	cards = append(cards, s.layersCard(), s.bodyCard())
	return el("div", "facts").Body(cards...)
}

// card frames a list of facts; there is none where no fact is given.
func (s *Session) card(title lang.Text, anchor string, facts ...goapp.UI) goapp.UI {
	facts = goapp.FilterUIElems(facts...)
	if len(facts) == 0 {
		return nil
	}
	return s.frame(title, anchor, el("dl", "list").Body(facts...))
}

// frame is a card with anything in it. Its title leads to the reference if it
// has a place there.
func (s *Session) frame(title lang.Text, path string, body ...goapp.UI) goapp.UI {
	heading := el("h2").Text(title.In(s.Lang))
	if f, ok := reference.Lookup(path); ok {
		heading = el("h2").Body(s.toRow(title, f))
	}
	return el("section", "card").Body(append([]goapp.UI{heading}, body...)...)
}

// toRow is a name that leads to its row of the reference.
func (s *Session) toRow(name lang.Text, f reference.Field) goapp.UI {
	return el("a", "to-row").Attr("href", ReferenceLink(s.Lang, f.Anchor)).
		Attr("title", f.Name+" — "+f.Description.In(s.Lang)).Text(name.In(s.Lang))
}

// fact is one line: the name of a leaf, its value, and what there is to say
// about it. A leaf that the body does not have gives none.
func (s *Session) fact(name lang.Text, v parser.Value, notes ...goapp.UI) goapp.UI {
	if !v.Ok() {
		return nil
	}
	body := append([]goapp.UI{s.value(v)}, notes...)
	return s.line(name, v.Item, el("div", "said").Body(body...), s.tools(name, v))
}

// line is a fact whose value is drawn by others.
func (s *Session) line(name lang.Text, it parser.Item, body ...goapp.UI) goapp.UI {
	term := goapp.UI(goapp.Text(name.In(s.Lang)))
	if f, ok := reference.Lookup(it.Path()); ok {
		term = s.toRow(name, f)
	}
	return el("div", "fact").Body(el("dt").Body(term), el("dd").Body(body...))
}

const (
	// shownValue is how many bytes of a value a line shows; the source has it
	// all.
	shownValue = 4 << 10
	// copiedValue is the size up to which a line offers to copy its value,
	// which the button holds.
	copiedValue = 64 << 10
)

func (s *Session) value(v parser.Value) goapp.UI {
	switch {
	case v.Text == "":
		return el("span", "empty").Text(say.EmptyValue.In(s.Lang))
	case len(v.Text) > shownValue:
		return el("span", "value").Text(strings.ToValidUTF8(v.Text[:shownValue], "") + "…")
	}
	return el("span", "value").Text(v.Text)
}

// tools are the buttons of a line: copy the value, show it in the source.
func (s *Session) tools(name lang.Text, v parser.Value) goapp.UI {
	if s.lean {
		return nil
	}
	return el("span", "tools").Body(
		s.copyTool(name, v.Text),
		s.showButton(v.Item),
	)
}

func (s *Session) copyTool(name lang.Text, value string) goapp.UI {
	if value == "" || len(value) > copiedValue {
		return nil
	}
	return s.copyButton(value, name)
}

func (s *Session) showButton(it parser.Item) goapp.UI {
	span, _ := s.Report.Origin(it)
	name := say.ShowInSource.In(s.Lang)
	return button("small").DataSet("do", fmt.Sprintf("mark:%d:%d", span.Start, span.End)).
		Aria("label", name).Attr("title", name).Body(icon(iconTarget))
}

// gloss is a quiet remark behind a value; there is none for an empty text.
func (s *Session) gloss(t lang.Text) goapp.UI {
	if t == (lang.Text{}) {
		return nil
	}
	return el("span", "gloss").Text(t.In(s.Lang))
}

// meaning is a gloss that is left out where it only repeats the value.
func (s *Session) meaning(v parser.Value, t lang.Text) goapp.UI {
	if strings.EqualFold(t.In(s.Lang), v.Text) {
		return nil
	}
	return s.gloss(t)
}
