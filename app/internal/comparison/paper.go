package comparison

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/compare"
)

// printedRows is how many rows of a part are printed.
const printedRows = 1000

// Paper draws the comparison in front for paper: both sides, and what is listed of the
// fields and the tokens, up to a limit that it tells. It is nil while there is no result.
func Paper(p *model.Page) goapp.UI {
	if p.Compare == nil {
		return nil
	}
	s := stateOf(p)
	if s.result == nil || s.stale() {
		return nil
	}
	view := &View{P: p}
	parts := []goapp.UI{
		dom.El("h1").Text(words.Headline(view.say(words.Say.Compare)) + " · " + view.found(s)),
		view.sides(s), view.notes(s),
	}
	table := *s
	table.asText = false
	for i := range table.parts {
		if table.len(i) > 0 {
			table.arrange(i)
			parts = append(parts, (&rows{C: view, S: &table, Part: i}).paper())
		}
	}
	return dom.El("article", "paper", "paper-compare").Body(parts...)
}

// paper draws what is listed of a part, with what each sort comes to.
func (c *rows) paper() goapp.UI {
	all := len(c.S.parts[c.Part].rows)
	counts := dom.StOf("p", "gloss")
	for sort, n := range c.S.counts(c.Part) {
		if n > 0 {
			counts.Text(c.C.say(compare.Sort(sort).Name()) + " " + words.Count(n) + "  ")
		}
	}
	if all > printedRows {
		counts.Text(c.C.say(words.Say.PaperRowsOf.With(words.Count(printedRows), words.Count(all))))
	}
	table := dom.St("div", "paper-rows").Role("grid").Aria("label", c.name())
	for row := range min(all, printedRows) {
		table.Body(c.row(row))
	}
	return dom.El("section").DataSet("compare", c.Part).Body(dom.El("h2").Text(c.name()), counts.UI(), table.UI())
}
