package tokens

import (
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/export/rows"
)

// ranged returns the rows that are chosen with shift, false for none.
func (c *View) ranged() (from, to int, ok bool) {
	from, to = min(c.anchor, c.cursor), max(c.anchor, c.cursor)+1
	return from, to, c.anchor >= 0 && to <= c.shown()
}

// extend makes the rows from where the cursor was up to row the chosen ones.
func (c *View) extend(row int) {
	if c.anchor < 0 {
		c.anchor = c.cursor
	}
	c.cursor = row
}

// toCopy returns the rows that are copied: those of the range, that of the chosen
// token, or all.
func (c *View) toCopy() (from, to int) {
	if from, to, ok := c.ranged(); ok {
		return from, to
	}
	if row := c.rowOf(c.B.Token()); row >= 0 {
		return row, row + 1
	}
	return 0, c.shown()
}

// offer tells what takes a result away which rows are chosen, and returns how many.
func (c *View) offer() int {
	from, to := c.toCopy()
	table := c.rows
	*model.Keep[model.Rows](c.B) = model.Rows{Of: c.tokens, N: to - from, At: func(k int) int {
		if table == nil {
			return from + k
		}
		return int(table[from+k])
	}}
	return to - from
}

// copies draws the buttons that copy, and the list of formats.
func (c *View) copies() goapp.UI {
	n := c.offer()
	formats := make([]dom.Option, len(rows.Formats))
	for i, f := range rows.Formats {
		formats[i] = dom.Option{Value: f.Name, Text: f.Name, Chosen: i == c.format}
	}
	return dom.El("span", "tokens-copy").Body(
		dom.Button("quiet", "copies").
			Attr("disabled", c.B.Token() < 0).
			DataSet("copy", face.QuotedCopy(c.wordText(c.B.Token()))).
			DataSet("done", c.say(words.Say.Copied)).
			Text(c.say(words.Say.CopyWord)),
		dom.Button("quiet", "copies").Attr("disabled", n == 0).OnClick(c.onCopy).
			Text(words.Numbered(words.Say.CopyRow, words.Say.CopyRows, n).In(c.P.Lang)),
		dom.El("select", "tokens-as").Attr("autocomplete", "off").Aria("label", c.say(words.Say.CopyAs)).
			OnChange(c.onFormat).Body(dom.Options(formats, c.B.First())...),
	)
}

func (c *View) onFormat(ctx goapp.Context, _ goapp.Event) {
	c.format = ctx.JSSrc().Get("selectedIndex").Int()
}

func (c *View) onCopy(goapp.Context, goapp.Event) { c.copyRows() }

// copyRows puts rows on the clipboard, as package export writes them.
func (c *View) copyRows() {
	c.offer()
	chosen, as, p := *model.Keep[model.Rows](c.B), rows.Formats[c.format], c.P
	print := as.Print(c.tokens, c.B.Report.Source.Name, c.B.CurrentJob().ID.Text, p.Lang)
	c.copying.Start(c.pane.Ctx, func(r *dom.Run) {
		if text := print.All(chosen.N, chosen.At, r.Pause); text != nil {
			face.Copied(p, string(text))
		}
	})
}
