// Package paper draws a result as a report to be printed: facts, text, and the table of
// tokens up to a limit that it tells.
package paper

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/facts"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/remarks"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

const (
	// printedTokens is how many rows the table has on paper, about 30 pages.
	printedTokens = 1000
	// printedText is how many characters of the text are printed.
	printedText = 20_000
)

// Report draws a result for paper. Head is what it is and how it went; main is what the
// wide column has where that is no text.
func Report(p *model.Page, head, main []goapp.UI) goapp.UI {
	parts := []goapp.UI{dom.El("header", "paper-head").Body(head...), given(p)}
	t := p.Body.Tokens()
	if t.Len() == 0 {
		parts = append(parts, main...)
	}
	parts = append(parts, heading(p, words.Say.ViewFacts), &facts.View{P: p, B: p.Body, Rev: p.Rev})
	if here, _ := p.Body.Remarks(); here > 0 {
		parts = append(parts, heading(p, words.Say.ViewRemarks), &remarks.View{P: p, B: p.Body, Rev: p.Rev})
	}
	if t.Len() > 0 {
		parts = append(parts, text(p, t)...)
		parts = append(parts, heading(p, words.Say.TokenTable), limit(p, words.Say.PaperRows, t.Len(), printedTokens),
			table(p, t).UI())
	}
	return dom.El("article", "paper").Body(parts...)
}

func heading(p *model.Page, t lang.Text) goapp.UI { return dom.El("h2").Text(t.In(p.Lang)) }

// given tells what the report is of, and whether secrets are hidden in it.
func given(p *model.Page) goapp.UI {
	source := &p.Body.Report.Source
	line := words.Size(source.Bytes)
	if source.Name != "" {
		line = source.Name + " · " + line
	}
	if p.Body.Secrets > 0 {
		said := words.Say.PaperMasked
		if p.Body.Revealed {
			said = words.Say.PaperSecrets
		}
		line += " · " + said.In(p.Lang)
	}
	return dom.St("p", "gloss").Foreign(line).UI()
}

// text is what the tokens rebuild, as far as that is printed. Where none covers it stands
// a blank, which is told.
func text(p *model.Page, t *parser.Tokens) []goapp.UI {
	whole, gaps := rebuilt(t)
	if whole == "" {
		return nil
	}
	begin, more := words.Clipped(whole, printedText)
	parts := []goapp.UI{heading(p, words.Say.Sentence), dom.St("p", "paper-text").Foreign(begin).UI()}
	if gaps {
		parts = append(parts, dom.El("p", "gloss").Text(words.Say.PaperGaps.In(p.Lang)))
	}
	if more {
		parts = append(parts, dom.El("p", "gloss").Text(words.Say.PaperText.With(words.Count(printedText)).In(p.Lang)))
	}
	return parts
}

// rebuilt returns the text of tokens, those left out that others cover, and whether there
// are gaps in it; nothing where one covers another in part.
func rebuilt(t *parser.Tokens) (text string, gaps bool) {
	var b strings.Builder
	reach := 0
	for piece := range t.Pieces() {
		if piece.Token < 0 {
			b.WriteByte(' ')
			gaps = true
			continue
		}
		at, _ := t.Offset(piece.Token)
		length, _ := t.Length(piece.Token)
		switch {
		case !piece.Overlap:
			b.WriteString(t.Word(piece.Token))
		case at+length > reach:
			return "", false
		}
		reach = max(reach, at+length)
		if b.Len() > 4*printedText { // bytes of a character, at most
			break
		}
	}
	return b.String(), gaps
}

// limit tells that only some of all are printed; nil if these are all.
func limit(p *model.Page, t lang.Text, all, most int) goapp.UI {
	if all <= most {
		return nil
	}
	return dom.El("p", "gloss").Text(t.With(words.Count(most), words.Count(all)).In(p.Lang))
}

func table(p *model.Page, t *parser.Tokens) *dom.Still {
	heads := dom.StOf("tr", "")
	for _, h := range [...]lang.Text{words.Say.ColumnNumber, words.Say.ColumnWord, words.Say.ColumnPos,
		words.Say.ColumnOffset, words.Say.ColumnLength} {
		heads.Body(dom.St("th").Attr("scope", "col").Text(h.In(p.Lang)))
	}
	faces := face.TagFaces(t)
	rows := dom.StOf("tbody", "")
	for i := range min(t.Len(), printedTokens) {
		offset, length := "", ""
		if n, ok := t.Offset(i); ok {
			offset = strconv.Itoa(n)
		}
		if n, ok := t.Length(i); ok {
			length = strconv.Itoa(n)
		}
		rows.Body(dom.StOf("tr", "",
			dom.St("td").Text(strconv.Itoa(i+1)),
			dom.StOf("td", "", face.DrawWord(dom.St("bdi"), t.Word(i))),
			dom.St("td").Foreign(faces[t.Tag(i)].Label(p.Lang)),
			dom.St("td").Text(offset), dom.St("td").Text(length)))
	}
	return dom.StOf("table", "paper-table", dom.StOf("thead", "", heads), rows)
}
