package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// labelsCard is the table of the categorisation: a category and the word that
// speaks for it.
func (s *column) labelsCard(labels []parser.Label) goapp.UI {
	if len(labels) == 0 {
		return nil
	}
	s.open()
	shown := labels[:s.take(len(labels))]
	rows := make([]*still, len(shown))
	for i, label := range shown {
		rows[i] = st("tr").Body(
			st("td").Body(st("span", "category").Body(s.value(label.Category))),
			st("td").Body(s.value(label.Word), s.tools(say.Word.In(s.Lang), label.Word)),
		)
	}
	return s.frame(say.Labels, labels[0].Item.Path(),
		st("table", "pairs").Body(
			st("thead").Body(st("tr").Body(s.columnHead(say.Category), s.columnHead(say.Word))),
			st("tbody").Body(rows...),
		).UI(),
		moreOf(s.Session, len(shown), labels, func(l *parser.Label) parser.Item { return l.Item }).UI(),
	)
}

func (s *Session) columnHead(t lang.Text) *still {
	return st("th").Attr("scope", "col").Text(t.In(s.Lang))
}
