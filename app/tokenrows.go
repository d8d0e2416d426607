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

// head draws the names of the columns.
func (c *TokenTable) head() goapp.UI {
	cells := make([]goapp.UI, len(tokenHeads))
	for i, h := range tokenHeads {
		sorted := c.order.aria(tokenColumn(i))
		if c.order.natural() {
			sorted = "none"
		}
		cells[i] = el("div", h.class).Role("columnheader").Aria("sort", sorted).Body(
			button().DataSet("column", i).
				Title(c.say(say.SortBy)).
				Body(goapp.Text(c.say(*h.name)), el("span", "sort-mark", sorted).Aria("hidden", true)))
	}
	return el("div", "token-head").Role("row").Aria("rowindex", 1).OnClick(c.onHead).Body(cells...)
}

// body draws the rows in sight.
func (c *TokenTable) body() goapp.UI {
	c.pane.most = c.S.atFirst(tokenFirstRows)
	rows := c.pane.draw(c.row)
	if c.shown() == 0 {
		rows = append(rows, st("p", "tokens-none").Text(c.say(say.NoTokens)).UI())
	}
	return el("div").Role("rowgroup").OnClick(c.onRow).Body(rows...)
}

func (c *TokenTable) rowID(row int) string {
	if row < c.pane.first || row >= c.pane.last {
		return ""
	}
	return "token-row-" + strconv.Itoa(row)
}

func (c *TokenTable) row(row int) *still {
	i := c.tokenAt(row)
	f := &c.faces[c.tokens.Tag(i)]
	return st("div", "token", chosen(i == c.S.Token, "chosen"), chosen(row == c.cursor, "cursor")).
		ID(c.rowID(row)).
		DataSet("row", row).
		Role("row").
		Aria("rowindex", row+2).
		Aria("selected", i == c.S.Token).
		Body(
			tokenCell("token-number").Text(strconv.Itoa(i+1)),
			tokenCell("token-word").Lang(lang.ZH.Tag()).Body(c.word(i)...),
			tokenCell("token-pos").Body(
				st("bdi", "tag", f.family.Class()).Edged(f.tag),
				st("bdi", "token-name").Edged(f.name.In(c.S.Lang)),
			),
			tokenCell("token-offset").Text(numberText(c.tokens.Offset(i))),
			tokenCell("token-length").Text(numberText(c.tokens.Length(i))),
		)
}

func tokenCell(class string) *still { return st("div", class).Role("gridcell") }

// word draws the word of token i with what the filter found in it.
func (c *TokenTable) word(i int) []*still {
	word, more := clipped(c.tokens.Word(i), longestWord)
	shown := st("bdi")
	at := -1
	if len(c.filter.word) > 0 {
		at = strings.Index(string(lowerASCII([]byte(word))), string(c.filter.word))
	}
	if at < 0 {
		shown.Edged(word)
	} else {
		end := at + len(c.filter.word)
		shown.Signed(word[:at]).Body(st("mark").Signed(word[at:end])).Signed(word[end:])
	}
	if more {
		shown.Text("…")
	}
	parts := []*still{shown}
	if c.S.cut(c.tokens.Partial(i)) {
		parts = append(parts, st("span", "token-cut").Text(c.say(say.TokenCut)))
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
