package facts

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
)

// inputCard tells where the job's text lies. The address is there to be
// copied, not to be followed: a look at a callback fetches nothing.
func (c *column) inputCard(in *parser.Input) goapp.UI {
	lines := card.FieldsOf(c.Column, callback.InputFields, callback.CardJob, in, nil)
	lines = append(lines, c.address(in))
	return c.Card(words.Say.Input, in.Item.Path(), append(lines, c.LeftOf(in.Rest)...)...)
}

func (c *column) address(in *parser.Input) *dom.Still {
	address := in.Address()
	if address == "" {
		return nil
	}
	return dom.StOf("div", "fact",
		dom.St("dt").Text(words.Say.Address.In(c.Lang)),
		dom.StOf("dd", "",
			dom.StOf("div", "said", dom.St("bdi", "value").Edged(address)),
			dom.St("span", "tools", "always").Body(c.Stop(face.CopyButton(c.Page, address, words.Say.Address.In(c.Lang)))),
		))
}
