package app

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// tokenHeads names the columns.
var tokenHeads = [...]struct {
	name  *lang.Text
	class string
}{
	columnNumber: {&say.ColumnNumber, "token-number"},
	columnWord:   {&say.ColumnWord, "token-word"},
	columnPos:    {&say.ColumnPos, "token-pos"},
	columnOffset: {&say.ColumnOffset, "token-offset"},
	columnLength: {&say.ColumnLength, "token-length"},
}

func (c *TokenTable) thead() goapp.UI {
	cells := make([]goapp.UI, len(tokenHeads))
	for i, h := range tokenHeads {
		sorted := c.order.aria(tokenColumn(i))
		if c.order.natural() {
			sorted = "none"
		}
		cells[i] = el("th", h.class).Attr("scope", "col").Aria("sort", sorted).Body(
			button().DataSet("column", i).
				Title(c.say(say.SortBy)).
				Body(goapp.Text(c.say(*h.name)), el("span", "sort-mark", sorted).Aria("hidden", true)))
	}
	return el("thead").OnClick(c.onHead).Body(el("tr").Aria("rowindex", 1).Body(cells...))
}

func (c *TokenTable) tbody() goapp.UI {
	c.pane.most = c.S.atFirst(tokenFirstRows)
	first, last := c.pane.slice()
	above, below := c.pane.spacers()
	rows := make([]goapp.UI, 0, last-first+2)
	rows = append(rows, spacer(above, len(tokenHeads)))
	for row := first; row < last; row++ {
		rows = append(rows, c.row(row))
	}
	if c.shown() == 0 {
		rows = append(rows, el("tr", "tokens-none").Body(
			el("td").Attr("colspan", len(tokenHeads)).Text(c.say(say.NoTokens))))
	}
	rows = append(rows, spacer(below, len(tokenHeads)))
	return el("tbody").OnClick(c.onRow).Body(rows...)
}

func (c *TokenTable) rowID(row int) string {
	if row < c.pane.first || row >= c.pane.last {
		return ""
	}
	return "token-row-" + strconv.Itoa(row)
}

func (c *TokenTable) row(row int) goapp.UI {
	i := c.tokenAt(row)
	f := &c.faces[c.tokens.Tag(i)]
	class := "token"
	if i == c.S.Token {
		class += " chosen"
	}
	if row == c.cursor {
		class += " cursor"
	}
	return el("tr", class).ID(c.rowID(row)).
		DataSet("row", row).
		Aria("rowindex", row+2).
		Aria("selected", i == c.S.Token).
		Body(
			el("td", "token-number").Text(strconv.Itoa(i+1)),
			el("td", "token-word").Lang(lang.ZH.Tag()).Body(c.word(i)...),
			el("td", "token-pos").Body(
				el("span", "tag", f.family.Class()).Text(f.tag),
				el("span", "token-name").Text(f.name.In(c.S.Lang)),
			),
			el("td", "token-offset").Text(numberText(c.tokens.Offset(i))),
			el("td", "token-length").Text(numberText(c.tokens.Length(i))),
		)
}

// word draws the word of token i with what the filter found in it.
func (c *TokenTable) word(i int) []goapp.UI {
	word := visibleWord(c.tokens.Word(i))
	parts := []goapp.UI{}
	at := -1
	if len(c.filter.word) > 0 {
		at = strings.Index(string(lowerASCII([]byte(word))), string(c.filter.word))
	}
	if at < 0 {
		parts = append(parts, el("span").Text(word))
	} else {
		end := at + len(c.filter.word)
		parts = append(parts, el("span").Body(
			goapp.Text(word[:at]), el("mark").Text(word[at:end]), goapp.Text(word[end:])))
	}
	if c.tokens.Partial(i) {
		parts = append(parts, el("span", "token-cut").Text(c.say(say.TokenCut)))
	}
	return parts
}

// numberText returns a number of a token as it is shown.
func numberText(n int, ok bool) string {
	if !ok {
		return "–"
	}
	return strconv.Itoa(n)
}
