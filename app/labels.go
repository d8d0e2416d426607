package app

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// shownLabels is how many labels the card lists; the tree has them all.
const shownLabels = 200

// labelsCard is the table of the categorisation: a category and the word that
// speaks for it.
func (s *Session) labelsCard(labels []parser.Label) goapp.UI {
	if len(labels) == 0 {
		return nil
	}
	shown := labels[:min(len(labels), shownLabels)]
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
		s.more(len(labels)-len(shown)).UI(),
	)
}

func (s *Session) columnHead(t lang.Text) *still {
	return st("th").Attr("scope", "col").Text(t.In(s.Lang))
}

// more tells how many rows are left out, and leads to the tree.
func (s *Session) more(n int) *still {
	if n <= 0 {
		return nil
	}
	return stillButton("place", "more").DataSet("do", "view:2").
		Text(say.MoreRows.With(count(n)).In(s.Lang))
}
