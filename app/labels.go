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
	rows := make([]goapp.UI, len(shown))
	for i, label := range shown {
		rows[i] = el("tr").Body(
			el("td").Body(el("span", "category").Body(s.value(label.Category))),
			el("td").Body(s.value(label.Word), s.tools(say.Word, label.Word)),
		)
	}
	return s.frame(say.Labels, labels[0].Item.Path(),
		el("table", "pairs").Body(
			el("thead").Body(el("tr").Body(s.columnHead(say.Category), s.columnHead(say.Word))),
			el("tbody").Body(rows...),
		),
		s.more(len(labels)-len(shown)),
	)
}

func (s *Session) columnHead(t lang.Text) goapp.UI {
	return el("th").Attr("scope", "col").Text(t.In(s.Lang))
}

// more tells how many rows are left out, and leads to the tree.
func (s *Session) more(n int) goapp.UI {
	if n <= 0 {
		return nil
	}
	return button("place", "more").DataSet("do", "view:2").
		Text(say.MoreRows.With(count(n)).In(s.Lang))
}
