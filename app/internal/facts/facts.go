package facts

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/results"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
)

// View is the narrow column: all that the body says besides its result, in
// cards.
type View struct {
	goapp.Compo
	P   *model.Page
	B   *model.Body // that it shows
	Rev int

	drawn *column
	at    parser.Place // that was brought into sight last
}

// OnMount brings into sight what was led to.
func (c *View) OnMount(ctx goapp.Context) {
	c.at = c.B.Place() // which need not be in sight
	c.OnUpdate(ctx)
}

// OnUpdate does so too, and with what was chosen elsewhere. What was led to and has no
// line here is shown in the tree.
func (c *View) OnUpdate(ctx goapp.Context) {
	sought := c.B.Sought()
	if !sought && c.at == c.B.Place() {
		return
	}
	c.at = c.B.Place()
	if whole, _ := c.drawn.Told(c.B.Item()); sought && !whole {
		ctx.Dispatch(func(goapp.Context) { c.P.Put(model.ViewTree) })
		return
	}
	root := c.JSValue()
	ctx.Defer(func(goapp.Context) {
		if line := root.Call("querySelector", ".chosen"); line.Truthy() {
			line.Call("scrollIntoView", map[string]any{"block": "nearest"})
		}
	})
}

// Render draws the cards that the body has something for.
func (c *View) Render() goapp.UI {
	c.drawn = newColumn(c.P, c.B)
	s := c.drawn
	if c.B.Drawn < model.DrawnWhole {
		return s.firstFacts()
	}
	var cards []goapp.UI
	j, cb := s.Body.CurrentJob(), s.Body.CurrentCallback()
	if j != nil {
		cards = append(cards,
			s.jobCard(j), s.workflowCard(&j.Workflow), s.labelsCard(j.Labels), s.timesCard(j),
			s.inputCard(&j.Input), s.HeadersCard(j.Input.Headers), s.operationCard(j),
			s.ItemsCard(words.Say.ResultRest, j.ResultRest), s.tokenRestCard())
		// What the wide column has is not here.
		if j.Tokens.Len() > 0 {
			cards = append(cards, results.CardsOf(s.Column, j)...)
		}
		if j.Review == nil {
			_, rest := restOfOperation(j)
			cards = append(cards, s.ItemsCard(words.Say.RestOfJob, rest))
		}
	}
	if cb != nil && cb.Fault == nil && (j != nil || cb.Execution != nil) {
		cards = append(cards, s.ItemsCard(words.Say.RestOfBody, cb.Rest))
	}
	cards = append(cards, s.layersCard(), s.bodyCard())
	return dom.El("div", "facts").Body(cards...)
}

// firstFacts are the cards of the first frame.
func (c *column) firstFacts() goapp.UI {
	var cards []goapp.UI
	if j := c.Body.CurrentJob(); j != nil {
		cards = []goapp.UI{c.jobCard(j), c.workflowCard(&j.Workflow)}
	}
	return dom.El("div", "facts").Body(cards...)
}

// column is a column of cards, with those that are only here.
type column struct{ *card.Column }

func newColumn(p *model.Page, b *model.Body) *column {
	c := &column{card.New(p, b)}
	c.OneStop = true
	return c
}
