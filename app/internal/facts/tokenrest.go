package facts

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
)

// oddTokens keeps which tokens hold more than their table has columns for, as it takes
// a look at each to find them.
type oddTokens struct {
	of   *parser.Tokens
	odd  []int // the first of them
	more int
}

// mostOdd is how many of them are listed.
const mostOdd = 50

func oddOf(b *model.Body) *oddTokens {
	k, t := model.Keep[oddTokens](b), b.Tokens()
	if k.of == t {
		return k
	}
	*k = oddTokens{of: t}
	for i := range t.Len() {
		switch {
		case len(t.Rest(i)) == 0:
		case len(k.odd) < mostOdd:
			k.odd = append(k.odd, i)
		default:
			k.more++
		}
	}
	return k
}

// tokenRestCard has what stands in tokens and has no column in their table.
func (c *column) tokenRestCard() goapp.UI {
	if c.Body.Tokens().Len() == 0 {
		return nil
	}
	found := oddOf(c.Body)
	if len(found.odd) == 0 {
		return nil
	}
	c.Open()
	shown := found.odd[:c.Take(len(found.odd))]
	var lines []*dom.Still
	for _, i := range shown {
		for _, it := range found.of.Rest(i) {
			lines = append(lines, c.Field(it, strconv.Itoa(i+1)+" "+it.Name(), card.Depth))
		}
	}
	rest := len(found.odd) - len(shown) + found.more
	return c.Card(words.Say.TokenRest, "", append(lines, c.MoreLine(rest, found.of.Place(shown[len(shown)-1])))...)
}
