package facts

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
)

// headersCard is the table of the object's custom headers.
func (c *column) headersCard(headers []parser.Header) goapp.UI {
	if len(headers) == 0 {
		return nil
	}
	c.open()
	shown := headers[:c.take(len(headers))]
	rows := make([]*dom.Still, len(shown))
	for i, h := range shown {
		rows[i] = dom.St("tr").Body(
			dom.St("th").Attr("scope", "row").Body(c.value(h.Key)),
			dom.St("td").Body(c.value(h.Value), c.tools(words.Say.Value.In(c.Lang), h.Value)),
		)
	}
	return c.frame(words.Say.Headers, "Response.JobsDetail.Input.CosHeaders",
		dom.St("table", "pairs").Body(
			dom.St("thead").Body(dom.St("tr").Body(c.columnHead(words.Say.Key), c.columnHead(words.Say.Value))),
			dom.St("tbody").Body(rows...),
		).UI(),
		moreOf(c, len(shown), headers, func(h *parser.Header) parser.Item { return h.Key.Item }).UI(),
	)
}
