package facts

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
)

// labelsCard is the table of the categorisation: a category and the word that
// speaks for it.
func (c *column) labelsCard(labels []parser.Label) goapp.UI {
	if len(labels) == 0 {
		return nil
	}
	c.Open()
	shown := labels[:c.Take(len(labels))]
	var rows []*dom.Still
	for i, label := range shown {
		row := dom.St("tr")
		if c.Body.Named(i) {
			row.Class("chosen").Aria("current", true)
		}
		rows = append(rows, row.Body(
			dom.StOf("td", "", dom.StOf("span", "category", c.Value(label.Category))),
			dom.StOf("td", "", c.word(i, label.Word), c.Stop(face.Sign(c.Page, label.Word.Item)),
				c.Tools(callback.LabelOf(callback.LabelFields, "Word").In(c.Lang), label.Word)),
		), c.Below(label.Rest, 2))
	}
	return c.Frame(words.Say.Labels, labels[0].Item.Path(),
		dom.StOf("table", "pairs",
			dom.StOf("thead", "", dom.StOf("tr", "",
				card.Head(c.Column, callback.LabelFields, "Category"), card.Head(c.Column, callback.LabelFields, "Word"))),
			dom.StOf("tbody", "", rows...),
		).UI(),
		card.MoreOf(c.Column, len(shown), labels, func(l *parser.Label) parser.Item { return l.Item }).UI(),
	)
}

// word draws the word of a label, which chooses the label and the first token with it.
func (c *column) word(i int, word parser.Value) *dom.Still {
	if !word.Set() || c.Body.Tokens().Len() == 0 {
		return c.Value(word)
	}
	return c.Stop(dom.StButton("label-word").DataSet("do", model.ToLabel(i)).
		Title(words.Say.ShowLabel.In(c.Lang)).Body(c.Value(word)))
}
