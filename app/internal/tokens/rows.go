package tokens

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/query"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// tokenHeads names the columns, and the fields on the wire that are in them.
var tokenHeads = [...]struct {
	name        *lang.Text
	wire, class string
}{
	columnNumber: {&words.Say.ColumnNumber, "", "token-number"},
	columnWord:   {&words.Say.ColumnWord, "Word", "token-word"},
	columnPos:    {&words.Say.ColumnPos, "Pos", "token-pos"},
	columnOffset: {&words.Say.ColumnOffset, "Offset", "token-offset"},
	columnLength: {&words.Say.ColumnLength, "Length", "token-length"},
}

// columnName draws a label, with the name on the wire beside it if that is another
// one.
func (c *View) columnName(label lang.Text, wire string) goapp.UI {
	name := dom.St("span").Text(c.say(label))
	if wire != "" && c.say(label) != wire {
		name.Text(" ").Body(dom.St("code", "wire").Text(wire))
	}
	return name.UI()
}

// unitID names what tells the unit of the tokens.
const unitID = "tokens-unit"

// unit tells what Offset and Length count, and what that rests on; nothing where
// the first tokens have neither.
func (c *View) unit() goapp.UI {
	const first = 64 // so that the rest of a body changes nothing
	told := false
	for i := range min(c.tokens.Len(), first) {
		_, offset := c.tokens.Offset(i)
		_, length := c.tokens.Length(i)
		told = told || offset || length
	}
	if !told {
		return nil
	}
	line := dom.El("p", "tokens-unit").ID(unitID)
	switch unit := c.tokens.Unit; {
	case c.B.Unread() == model.UnreadComing:
		return line.Class("is-later").Text(c.say(words.Say.UnitLater))
	case unit == parser.UnitAny || unit == parser.UnitUnknown:
		return line.Text(c.say(words.Say.UnitLine.With(unit.Name().ZH, unit.Name().EN)))
	default:
		return line.Text(c.say(words.Say.UnitLine.With(unit.Name().ZH, unit.Name().EN)) + c.say(words.Say.UnitRests))
	}
}

// head draws the names of the columns.
func (c *View) head() goapp.UI {
	var cells []goapp.UI
	for i, h := range tokenHeads {
		if c.inText && (tokenColumn(i) == columnPos || tokenColumn(i) == columnLength) {
			continue
		}
		sorted := c.order.aria(tokenColumn(i))
		if c.order.natural() {
			sorted = "none"
		}
		cells = append(cells, dom.El("div", h.class).Role("columnheader").Aria("sort", sorted).Body(
			dom.Button().DataSet("column", i).
				Title(c.say(words.Say.SortBy)).
				Body(c.columnName(*h.name, h.wire), dom.El("span", "sort-mark", sorted).Aria("hidden", true))))
	}
	return dom.El("div", "token-head").Role("row").Aria("rowindex", 1).OnClick(c.onHead).Body(cells...)
}

// body draws the rows in sight.
func (c *View) body() goapp.UI {
	c.pane.Most = c.B.AtFirst(tokenFirstRows)
	rows := c.pane.Draw(c.row)
	if c.shown() == 0 {
		rows = append(rows, dom.St("p", "tokens-none").Text(c.say(c.none())).UI())
	}
	return dom.El("div").Role("rowgroup").OnClick(c.onRow).Body(rows...)
}

// none says why there is nothing to see.
func (c *View) none() lang.Text {
	if c.finds != nil && c.finds.Trouble != (query.Trouble{}) {
		return c.finds.Trouble
	}
	return words.Say.NoTokens
}

func (c *View) rowID(row int) string {
	if row < c.pane.First || row >= c.pane.Last {
		return ""
	}
	return "token-row-" + strconv.Itoa(row)
}

func (c *View) row(row int) *dom.Still {
	i := c.tokenAt(row)
	if c.inText {
		return c.contextRow(row, i)
	}
	f, said := &c.faces[c.tokens.Tag(i)], c.B.AboutToken(i)
	return c.rowOfTable(row, i).Body(
		tokenCell("token-number").Text(strconv.Itoa(i+1)),
		tokenCell("token-word").Lang(lang.ZH.Tag()).Body(c.word(i)...).Body(face.SignOf(c.P, said)),
		tokenCell("token-pos").Body(
			dom.St("bdi", "tag", face.FamilyClass(f.Family)).Edged(f.Tag),
			dom.St("bdi", "token-name").Edged(f.Name.In(c.P.Lang)),
		),
		tokenCell("token-offset").Text(words.NumberText(c.tokens.Offset(i))),
		tokenCell("token-length").Text(words.NumberText(c.tokens.Length(i))),
	)
}

// rowOfTable returns the row of token i without its cells.
func (c *View) rowOfTable(row, i int) *dom.Still {
	from, to, ranged := c.ranged()
	is := i == c.B.Token()
	ranged = ranged && from <= row && row < to
	return dom.St("div", "token", dom.Chosen(is, "chosen"), dom.Chosen(ranged, "ranged"),
		dom.Chosen(row == c.cursor, "cursor"), face.SignClass(c.P, c.B.AboutToken(i))).
		ID(c.rowID(row)).
		DataSet("row", row).
		Role("row").
		Aria("rowindex", row+2).
		Aria("selected", is || ranged)
}

func tokenCell(class string) *dom.Still { return dom.St("div", class).Role("gridcell") }

// word draws the word of token i with what the filter found in it.
func (c *View) word(i int) []*dom.Still {
	word, more := words.Clipped(c.tokens.Word(i), face.LongestWord)
	shown := dom.St("bdi")
	from, to := c.finds.Mark(word)
	switch {
	case word == "":
		face.DrawWord(shown, word)
	case from == to:
		shown.Edged(word)
	default:
		shown.Signed(word[:from]).Body(dom.St("mark").Signed(word[from:to])).Signed(word[to:])
	}
	if more {
		shown.Text("…")
	}
	parts := []*dom.Still{shown}
	if c.B.Cut(c.tokens.Partial(i)) {
		parts = append(parts, dom.St("span", "token-cut").Text(c.say(words.Say.TokenCut)))
	}
	return parts
}
