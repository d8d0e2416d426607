package original

import (
	"cmp"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/app/internal/align"
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

const (
	shownParts = 50 // of the places where words and text part
	shownGaps  = 8  // of what stands between words
	around     = 6  // characters of the text before and behind such a place
)

// changeTexts says what is done to the text.
var changeTexts = [...]*lang.Text{
	align.Unmarked:   &words.Say.ChangeMark,
	align.LineFeeds:  &words.Say.ChangeLF,
	align.Returns:    &words.Say.ChangeCRLF,
	align.Composed:   &words.Say.ChangeNFC,
	align.Decomposed: &words.Say.ChangeNFD,
}

// result tells how words and text agree.
func (c *View) result(r *align.Result) *dom.Still {
	lines := dom.St("ul")
	line := func(t lang.Text) *dom.Still {
		e := dom.St("li").Text(c.say(t))
		lines.Body(e)
		return e
	}
	line(unitText(r))
	for _, change := range r.Changes {
		line(*changeTexts[change])
	}
	if r.Width > 0 {
		line(words.Numbered(words.Say.WidthOne, words.Say.WidthMany, r.Width))
	}
	if len(r.Gaps) > 0 {
		c.gaps(line(words.Say.GapsHold), r)
	}
	if left := utf8.RuneCount(r.Text[len(r.Text)-r.Left:]); left > 0 {
		line(words.Numbered(words.Say.LeftOne, words.Say.LeftMany, left))
	}
	return dom.StOf("div", "", c.verdict(r), lines, c.parts(r))
}

// verdict says in a line whether they agree, and where they part first.
func (c *View) verdict(r *align.Result) *dom.Still {
	e := dom.St("p", "original-verdict", dom.Chosen(r.Parted == 0, "is-good"), dom.Chosen(r.Parted > 0, "is-warn"))
	if r.Parted == 0 {
		return e.Body(dom.StIcon(dom.IconCheck)).Text(c.say(words.Say.Agrees.With(words.Count(r.Words))))
	}
	e.Body(dom.StIcon(dom.IconWarning)).
		Text(c.say(words.Say.AgreesAfter.With(words.Count(r.Words), words.Count(r.Words-r.Parted))) +
			c.say(words.Both("，", ", ")) + c.say(words.Numbered(words.Say.PartsOne, words.Say.PartsMany, r.Parted)) +
			c.say(words.Both("。", ". ")) + c.say(words.Say.PartsFirst))
	first := slices.IndexFunc(r.Parts, func(p align.Part) bool { return p.Kind != align.Width })
	if first < 0 {
		return e
	}
	return e.Body(c.tokenButton(r.Parts[first].Token))
}

// unitText says what offsets count, and how it is known.
func unitText(r *align.Result) (t lang.Text) {
	switch u := r.Unit(); u {
	case parser.UnitUnknown:
		t = words.Say.CountsNothing
	case parser.UnitAny:
		t = words.Say.CountsAny
	default:
		name := u.Name()
		t = words.Say.Counts.With(name.ZH, name.EN)
	}
	of := words.Say.CountsOf.With(words.Count(r.Fits[0]), words.Count(r.Fits[1]), words.Count(r.Fits[2]))
	return lang.Text{ZH: t.ZH + of.ZH, EN: t.EN + of.EN}
}

// gaps lists what stands between the words, the most frequent first.
func (c *View) gaps(e *dom.Still, r *align.Result) {
	type stretch struct {
		text  string
		times int
	}
	index := map[string]int{}
	var found []stretch
	for _, g := range r.Gaps {
		text := string(r.Text[g.From:g.To])
		i, known := index[text]
		if !known {
			i = len(found)
			index[text] = i
			found = append(found, stretch{text: text})
		}
		found[i].times++
	}
	slices.SortStableFunc(found, func(a, b stretch) int { return cmp.Compare(b.times, a.times) })
	for i, s := range found {
		if i == shownGaps {
			e.Text(" …")
			break
		}
		begin, more := words.Clipped(s.text, 3*around)
		shown := dom.St("bdi", "original-text").Edged(begin)
		if more {
			shown.Text("…")
		}
		e.Text(" ").Body(shown).Body(dom.St("span", "soft").Text(" " + c.say(words.Say.GapTimes.With(words.Count(s.times)))))
	}
}

// parts lists the places where words and text part.
func (c *View) parts(r *align.Result) *dom.Still {
	if len(r.Parts) == 0 {
		return nil
	}
	head := dom.St("tr")
	for _, name := range []lang.Text{words.Say.ColumnWord, words.Say.ColumnOffset, words.Say.TextThere, {}} {
		head.Body(dom.St("th").Attr("scope", "col").Text(c.say(name)))
	}
	body := dom.St("tbody")
	for _, p := range r.Parts[:min(len(r.Parts), shownParts)] {
		body.Body(dom.StOf("tr", "",
			dom.StOf("td", "", c.tokenButton(p.Token)),
			dom.St("td").Text(words.NumberText(c.B.Tokens().Offset(p.Token))),
			dom.StOf("td", "", c.excerpt(r, p)),
			dom.St("td").Text(c.kindText(p))))
	}
	table := dom.StOf("table", "", dom.StOf("thead", "", head), body)
	if more := len(r.Parts) - shownParts; more > 0 {
		return dom.StOf("div", "", table, dom.St("p", "soft").Text(c.say(words.Say.PartsMore.With(words.Count(more)))))
	}
	return table
}

func (c *View) kindText(p align.Part) string {
	text := words.Say.PartMissing
	switch {
	case p.Kind == align.Beyond:
		text = words.Say.PartBeyond
	case p.Kind == align.Width:
		text = words.Say.PartWidth
	case p.Kind == align.Moved && p.By > 0:
		text = words.Say.PartMoved.With(words.Count(p.By))
	case p.Kind == align.Moved:
		text = words.Say.PartBefore.With(words.Count(-p.By))
	}
	if p.Count > 1 {
		return c.say(text) + " · " + c.say(words.Say.TokensAll.With(words.Count(p.Count)))
	}
	return c.say(text)
}

// excerpt draws what stands where the offset of a word leads.
func (c *View) excerpt(r *align.Result, p align.Part) *dom.Still {
	from, at, to := p.At, p.At, p.At
	for range around {
		_, size := utf8.DecodeLastRune(r.Text[:from])
		from -= size
		_, size = utf8.DecodeRune(r.Text[to:])
		to += size
	}
	return dom.St("bdi", "original-text").Signed(string(r.Text[from:at])).
		Body(dom.St("mark").Signed(string(r.Text[at:to])))
}

// tokenButton leads to a token.
func (c *View) tokenButton(i int) *dom.Still {
	return dom.StButton("place").DataSet("do", model.ToToken(i)).Text("#" + strconv.Itoa(i+1) + " ").
		Body(face.DrawWord(dom.St("bdi"), c.B.Tokens().Word(i)))
}
