package card

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
)

// HeadersCard is the table of the object's custom headers.
func (c *Column) HeadersCard(headers []parser.Header) goapp.UI {
	if len(headers) == 0 {
		return nil
	}
	c.Open()
	shown := headers[:c.Take(len(headers))]
	var rows []*dom.Still
	for _, h := range shown {
		rows = append(rows, dom.StOf("tr", "",
			dom.St("th").Attr("scope", "row").Body(c.Value(h.Key)),
			dom.StOf("td", "", c.Value(h.Value), c.Tools(words.Say.Value.In(c.Lang), h.Value)),
		), c.Below(h.Rest, 2))
	}
	return c.Frame(words.Say.Headers, "Response.JobsDetail.Input.CosHeaders",
		dom.StOf("table", "pairs",
			dom.StOf("thead", "", dom.StOf("tr", "", c.ColumnHead(words.Say.Key), c.ColumnHead(words.Say.Value))),
			dom.StOf("tbody", "", rows...),
		).UI(),
		MoreOf(c, len(shown), headers, func(h *parser.Header) parser.Item { return h.Key.Item }).UI(),
	)
}
