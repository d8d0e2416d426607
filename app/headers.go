package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
)

// headersCard is the table of the object's custom headers.
func (s *column) headersCard(headers []parser.Header) goapp.UI {
	if len(headers) == 0 {
		return nil
	}
	s.open()
	shown := headers[:s.take(len(headers))]
	rows := make([]*still, len(shown))
	for i, h := range shown {
		rows[i] = st("tr").Body(
			st("th").Attr("scope", "row").Body(s.value(h.Key)),
			st("td").Body(s.value(h.Value), s.tools(say.Value.In(s.Lang), h.Value)),
		)
	}
	return s.frame(say.Headers, "Response.JobsDetail.Input.CosHeaders",
		st("table", "pairs").Body(
			st("thead").Body(st("tr").Body(s.columnHead(say.Key), s.columnHead(say.Value))),
			st("tbody").Body(rows...),
		).UI(),
		moreOf(s.Session, len(shown), headers, func(h *parser.Header) parser.Item { return h.Key.Item }).UI(),
	)
}
