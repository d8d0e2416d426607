package facts

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// labelsCard is the table of the categorisation: a category and the word that
// speaks for it.
func (c *column) labelsCard(labels []parser.Label) goapp.UI {
	if len(labels) == 0 {
		return nil
	}
	c.open()
	shown := labels[:c.take(len(labels))]
	rows := make([]*dom.Still, len(shown))
	for i, label := range shown {
		rows[i] = dom.St("tr").Body(
			dom.St("td").Body(dom.St("span", "category").Body(c.value(label.Category))),
			dom.St("td").Body(c.value(label.Word),
				c.tools(callback.LabelOf(callback.LabelFields, "Word").In(c.Lang), label.Word)),
		)
	}
	return c.frame(words.Say.Labels, labels[0].Item.Path(),
		dom.St("table", "pairs").Body(
			dom.St("thead").Body(dom.St("tr").Body(
				head(c, callback.LabelFields, "Category"), head(c, callback.LabelFields, "Word"))),
			dom.St("tbody").Body(rows...),
		).UI(),
		moreOf(c, len(shown), labels, func(l *parser.Label) parser.Item { return l.Item }).UI(),
	)
}

func (c *column) columnHead(t lang.Text) *dom.Still {
	return dom.St("th").Attr("scope", "col").Text(t.In(c.Lang))
}
