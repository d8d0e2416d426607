package sentence

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/export/rows"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// copyNames are what the text is copied as: as it reads, as words with their tags, and
// as package export writes tokens.
var copyNames = [...]lang.Text{
	words.Say.TextPlain, words.Both("词/词性", "word/tag"), words.Both("TSV", "TSV"), words.Both("JSON", "JSON"),
}

// The first of them.
const (
	copyText = iota
	copyTagged
	copyTSV
)

// copyFormats are the others.
var copyFormats = [...]*rows.Format{&rows.TSV, &rows.JSON}

// ranged returns the pieces that are chosen with shift, false for none.
func (c *View) ranged() (from, to int, ok bool) {
	from, to = min(c.anchor, c.cursor), max(c.anchor, c.cursor)+1
	return from, to, c.anchor >= 0 && c.cursor >= 0 && to <= len(c.layout.pieces)
}

// extend makes the pieces from where the cursor was up to one the chosen ones.
func (c *View) extend(to int) {
	if c.anchor < 0 {
		c.anchor = max(c.cursor, 0)
	}
	c.cursor = to
}

// copies is the list of what the text can be copied as.
func (c *View) copies() goapp.UI {
	name := words.Say.CopyTextAs
	if _, _, ok := c.ranged(); ok {
		name = words.Say.CopyRangeAs
	}
	forms := []dom.Option{{Text: c.say(name), Chosen: true}}
	for i := range copyNames {
		forms = append(forms, dom.Option{Value: strconv.Itoa(i), Text: c.say(copyNames[i])})
	}
	return dom.El("select", "copy-text").Attr("autocomplete", "off").Aria("label", c.say(name)).
		OnChange(c.onCopyAs).Body(dom.Options(forms, c.B.First())...)
}

func (c *View) onCopyAs(ctx goapp.Context, _ goapp.Event) {
	list := ctx.JSSrc()
	as := list.Get("selectedIndex").Int() - 1
	list.Set("selectedIndex", 0)
	if as >= 0 {
		c.copyAs(as)
	}
}

// copyAs copies the range, or all of the text.
func (c *View) copyAs(as int) {
	from, to, ok := c.ranged()
	if !ok {
		from, to = 0, len(c.layout.pieces)
	}
	p := c.P
	c.copying.Start(c.pane.Ctx, func(r *dom.Run) {
		if text := c.written(from, to, as, r.Pause); text != nil {
			face.Copied(p, string(text))
		}
	})
}

// written writes the pieces from one up to another; nil if goOn ends it.
func (c *View) written(from, to, as int, goOn func() bool) []byte {
	text, tokens, t := []byte{}, []int(nil), c.tokens
	for i := from; i < to; i++ {
		if i%512 == 511 && !goOn() {
			return nil
		}
		switch p := c.layout.pieces[i]; {
		case as > copyText && (p.token() < 0 || p.kind() == rest):
		case as >= copyTSV:
			tokens = append(tokens, p.token())
		case as == copyTagged:
			if len(text) > 0 {
				text = append(text, ' ')
			}
			text = append(append(t.AppendWord(text, p.token()), '/'), t.Pos(p.token())...)
		case p.kind() == lane || p.kind() == doubly: // which the line has
		case p.gap() > 0:
			text = append(text, c.gapCopied(i)...)
		default:
			text = append(text, c.wordOf(i)...)
		}
	}
	if as < copyTSV {
		return text
	}
	print := copyFormats[as-copyTSV].Print(t, c.B.Report.Source.Name, c.B.CurrentJob().ID.Text, c.P.Lang)
	return print.All(len(tokens), func(k int) int { return tokens[k] }, goOn)
}

// gapCopied returns what is copied of a gap: what the text of the reader has there, or
// a blank.
func (c *View) gapCopied(i int) string {
	if r := c.B.Aligned(); r != nil && i+1 < len(c.layout.pieces) {
		if held := r.Before(c.layout.pieces[i+1].token()); len(held) > 0 {
			return string(held)
		}
	}
	return " "
}

// found draws which of the tokens that are looked for is chosen, and the way to the
// next ones.
func (c *View) found() goapp.UI {
	h := c.B.Hits()
	if h == nil {
		return nil
	}
	count := words.Count(h.Len())
	if token := c.B.Token(); h.Has(token) {
		count = words.Count(h.Rank(token)+1) + " / " + count
	}
	step := func(name lang.Text, arrow, action string) *dom.Still {
		return dom.StButton("quiet").Attr("disabled", h.Len() == 0).DataSet("do", action).
			Aria("label", c.say(name)).Title(c.say(name)).Text(arrow)
	}
	return dom.El("div", "text-hits").Body(
		dom.El("span", "find-count").Role("status").Text(c.say(words.Say.HitsInText.With(count))),
		step(words.Say.Previous, "↑", "hit:previous").UI(), step(words.Say.Next, "↓", "hit:next").UI())
}
