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
	if c.S.drawn < drawnWhole {
		return c.S.firstFacts()
	}
	s := c.S.column()
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
func (s *Session) card(title lang.Text, anchor string, facts ...*still) goapp.UI {
	lines := uis(facts)
	if len(lines) == 0 {
		return nil
	}
	return s.frame(title, anchor, el("dl", "list").Body(lines...))
}

// frame is a card with anything in it. Its title leads to the reference if it
// has a place there.
func (s *Session) frame(title lang.Text, path string, body ...goapp.UI) goapp.UI {
	return s.frameOf(words(title.In(s.Lang)), path, body...)
}

// frameOf is a card whose title is drawn by others.
func (s *Session) frameOf(title *still, path string, body ...goapp.UI) goapp.UI {
	if f, ok := reference.Lookup(path); ok {
		title = s.toRow(title, f)
	}
	return el("section", "card").Body(append([]goapp.UI{st("h2").Body(title).UI()}, body...)...)
}

// toRow is a name that leads to its row of the reference.
func (s *Session) toRow(name *still, f reference.Field) *still {
	return st("a", "to-row").Attr("href", ReferenceLink(s.Lang, f.Anchor)).
		Attr("title", f.Name+" — "+f.Description.In(s.Lang)).Body(name)
}

// fact is one line: the name of a leaf, its value, and what there is to say
// about it. A leaf that the body does not have gives none.
func (s *Session) fact(name lang.Text, v parser.Value, notes ...*still) *still {
	if !v.Ok() {
		return nil
	}
	body := append([]*still{s.value(v)}, notes...)
	return s.line(words(name.In(s.Lang)), v.Item, st("div", "said").Body(body...), s.tools(name.In(s.Lang), v))
}

// line is a fact whose value is drawn by others. Its term leads to the reference
// if the item has a place there.
func (s *Session) line(term *still, it parser.Item, body ...*still) *still {
	if f, ok := reference.Lookup(it.Path()); ok {
		term = s.toRow(term, f)
	}
	return st("div", "fact").Body(st("dt").Body(term), st("dd").Body(body...))
}

const (
	// shownValue is how many bytes of a value a line shows; the source has it
	// all.
	shownValue = 4 << 10
	// copiedValue is the size up to which a line offers to copy its value,
	// which the button holds.
	copiedValue = 64 << 10
)

func (s *Session) value(v parser.Value) *still {
	switch {
	case v.Text == "":
		return st("span", "empty").Text(say.EmptyValue.In(s.Lang))
	case len(v.Text) > shownValue:
		return st("bdi", "value").Edged(strings.ToValidUTF8(v.Text[:shownValue], "")).Text("…")
	}
	return st("bdi", "value").Edged(v.Text)
}

// tools are the buttons of a line: copy the value, show it in the source.
func (s *Session) tools(name string, v parser.Value) *still {
	if s.drawn < drawnWhole {
		return nil
	}
	return st("span", "tools").Body(
		s.copyTool(name, v.Text),
		s.showButton(v.Item),
	)
}

func (s *Session) copyTool(name, value string) *still {
	if value == "" || len(value) > copiedValue {
		return nil
	}
	return s.copyButton(value, name)
}

func (s *Session) showButton(it parser.Item) *still {
	span, _ := s.Report.Origin(it)
	name := say.ShowInSource.In(s.Lang)
	return stillButton("small").DataSet("do", fmt.Sprintf("mark:%d:%d", span.Start, span.End)).
		Aria("label", name).Attr("title", name).Body(stillIcon(iconTarget))
}

// gloss is a quiet remark behind a value; there is none for an empty text.
func (s *Session) gloss(t lang.Text) *still {
	if t == (lang.Text{}) {
		return nil
	}
	return st("span", "gloss").Text(t.In(s.Lang))
}

// meaning is a gloss that is left out where it only repeats the value.
func (s *Session) meaning(v parser.Value, t lang.Text) *still {
	if strings.EqualFold(t.In(s.Lang), v.Text) {
		return nil
	}
	return s.gloss(t)
}
