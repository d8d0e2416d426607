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
		rows[i] = goapp.Tr().Body(
			goapp.Td().Body(goapp.Span().Class("category").Body(s.value(label.Category))),
			goapp.Td().Body(s.value(label.Word), s.tools(say.Word, label.Word)),
		)
	}
	return s.frame(say.Labels, labels[0].Item.Path(),
		goapp.Table().Class("pairs").Body(
			goapp.THead().Body(goapp.Tr().Body(s.columnHead(say.Category), s.columnHead(say.Word))),
			goapp.TBody().Body(rows...),
		),
		s.more(len(labels)-len(shown)),
	)
}

func (s *Session) columnHead(t lang.Text) goapp.UI {
	return goapp.Th().Scope("col").Body(goapp.Text(t.In(s.Lang)))
}

// more tells how many rows are left out, and leads to the tree.
func (s *Session) more(n int) goapp.UI {
	if n <= 0 {
		return nil
	}
	return goapp.Button().Type("button").Class("place", "more").DataSet("do", "view:2").
		Body(goapp.Text(say.MoreRows.With(count(n)).In(s.Lang)))
}
