package facts

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// View is the narrow column: all that the body says besides its result, in
// cards.
type View struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int
}

// Render draws the cards that the body has something for.
func (c *View) Render() goapp.UI {
	if c.B.Drawn < model.DrawnWhole {
		return newColumn(c.P, c.B).firstFacts()
	}
	s := newColumn(c.P, c.B)
	var cards []goapp.UI
	if j := s.Body.CurrentJob(); j != nil {
		cards = append(cards,
			s.jobCard(j), s.inputCard(&j.Input), s.timesCard(j), s.headersCard(j.Input.Headers),
			s.labelsCard(j.Labels), s.workflowCard(&j.Workflow), s.operationCard(&j.Operation))
		if j.Tokens.Len() > 0 {
			// Otherwise these are the result, which has a column of its own.
			cards = append(cards, s.itemsCard(words.Say.Results, j.Results))
			cards = append(cards, s.itemCards(j.Output)...)
		}
		cards = append(cards, s.itemsCard(words.Say.Rest, j.Rest))
	}
	if cb := s.Body.CurrentCallback(); cb != nil && cb.Fault == nil {
		cards = append(cards, s.itemsCard(words.Say.Rest, cb.Rest))
	}
	cards = append(cards, s.layersCard(), s.bodyCard())
	return dom.El("div", "facts").Body(cards...)
}

// card frames a list of facts; there is none where no fact is given.
func (c *column) card(title lang.Text, anchor string, facts ...*dom.Still) goapp.UI {
	lines := dom.Uis(facts)
	if len(lines) == 0 {
		return nil
	}
	return c.frame(title, anchor, dom.El("dl", "list").Body(lines...))
}

// frame is a card with anything in it. Its title leads to the reference if it
// has a place there.
func (c *column) frame(title lang.Text, path string, body ...goapp.UI) goapp.UI {
	return c.frameOf(dom.StText(title.In(c.Lang)), path, body...)
}

// frameOf is a card whose title is drawn by others.
func (c *column) frameOf(title *dom.Still, path string, body ...goapp.UI) goapp.UI {
	if f, ok := reference.Lookup(path); ok {
		title = c.toRow(title, f)
	}
	return dom.El("section", "card").Body(append([]goapp.UI{dom.St("h2").Body(title).UI()}, body...)...)
}

// toRow is a name that leads to its row of the reference.
func (c *column) toRow(name *dom.Still, f reference.Field) *dom.Still {
	return dom.St("a", "to-row").Attr("href", dom.ReferenceLink(c.Lang, f.Anchor)).
		Attr("title", f.Name+" — "+f.Description.In(c.Lang)).Body(name)
}

// fact is one line: the name of a leaf, its value, and what there is to say
// about it. A leaf that the body does not have gives none.
func (c *column) fact(name lang.Text, v parser.Value, notes ...*dom.Still) *dom.Still {
	if !v.Ok() {
		return nil
	}
	body := append([]*dom.Still{c.value(v)}, notes...)
	return c.line(dom.StText(name.In(c.Lang)), v.Item, dom.St("div", "said").Body(body...), c.tools(name.In(c.Lang), v))
}

// line is a fact whose value is drawn by others. Its term leads to the reference
// if the item has a place there.
func (c *column) line(term *dom.Still, it parser.Item, body ...*dom.Still) *dom.Still {
	if f, ok := reference.Lookup(it.Path()); ok {
		term = c.toRow(term, f)
	}
	return dom.St("div", "fact", dom.Chosen(c.Body.Chosen(it), "chosen")).
		Body(dom.St("dt").Body(term, face.Sign(c.Page, it)), dom.St("dd").Body(body...))
}

const (
	// shownValue is how many bytes of a value a line shows; the source has it
	// all.
	shownValue = 4 << 10
	// copiedValue is the size up to which a line offers to copy its value,
	// which the button holds.
	copiedValue = 64 << 10
)

func (c *column) value(v parser.Value) *dom.Still {
	switch {
	case v.Text == "":
		return dom.St("span", "empty").Text(words.Say.EmptyValue.In(c.Lang))
	case len(v.Text) > shownValue:
		return dom.St("bdi", "value").Edged(strings.ToValidUTF8(v.Text[:shownValue], "")).Text("…")
	}
	return dom.St("bdi", "value").Edged(v.Text)
}

// tools are the buttons of a line: copy the value, show it in the source.
func (c *column) tools(name string, v parser.Value) *dom.Still {
	if c.Body.Drawn < model.DrawnWhole {
		return nil
	}
	return dom.St("span", "tools").Body(
		c.copyTool(name, v.Text),
		c.showButton(v.Item),
	)
}

func (c *column) copyTool(name, value string) *dom.Still {
	if value == "" || len(value) > copiedValue {
		return nil
	}
	return face.CopyButton(c.Page, value, name)
}

func (c *column) showButton(it parser.Item) *dom.Still {
	name := words.Say.ShowInSource.In(c.Lang)
	return dom.StButton("small").DataSet("do", model.ToPlace(model.ViewSource, c.Body.Report.Place(it))).
		Aria("label", name).Attr("title", name).Body(dom.StIcon(dom.IconTarget))
}

// gloss is a quiet remark behind a value; there is none for an empty text.
func (c *column) gloss(t lang.Text) *dom.Still {
	if t == (lang.Text{}) {
		return nil
	}
	return dom.St("span", "gloss").Text(t.In(c.Lang))
}

// meaning is a gloss that is left out where it only repeats the value.
func (c *column) meaning(v parser.Value, t lang.Text) *dom.Still {
	if strings.EqualFold(t.In(c.Lang), v.Text) {
		return nil
	}
	return c.gloss(t)
}

// firstFacts are the cards of the first frame.
func (c *column) firstFacts() goapp.UI {
	var cards []goapp.UI
	if j := c.Body.CurrentJob(); j != nil {
		cards = []goapp.UI{c.jobCard(j), c.inputCard(&j.Input)}
	}
	return dom.El("div", "facts").Body(cards...)
}
