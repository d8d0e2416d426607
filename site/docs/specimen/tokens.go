//go:build !js

package specimen

import (
	"strconv"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// piece is a part of the coloured text: a word, or a gap between words.
type piece struct {
	Class, Word, Tag, Title string
}

// family is a row of the legend.
type family struct {
	Class, Name string
	Count       int
}

// token is a row of the table of words.
type token struct {
	Number               int
	Class, Word          string
	Tag, TagHref, Means  string
	Offset, Length, More string
}

func (d *drawer) job(j *parser.Job) (v oneJob) {
	t := j.Tokens
	if t == nil {
		return v
	}
	v.Tally = d.in(say.Tally.With(strconv.Itoa(t.Len())))
	if t.Len() > 0 {
		unit := t.Unit.Name()
		if t.Unit > parser.UnitAny {
			unit = say.Inferred.With(unit.ZH, unit.EN)
		}
		v.Tally = d.in(say.TallyUnit.With(v.Tally, d.in(unit)))
	}
	v.Text, v.MoreText = d.text(t)
	v.Legend = d.legend(t)
	for i := range min(t.Len(), mostTokens) {
		v.Tokens = append(v.Tokens, d.token(t, i))
	}
	if t.Len() > mostTokens {
		v.MoreWords = d.in(say.MoreWords.With(strconv.Itoa(mostTokens), strconv.Itoa(t.Len())))
	}
	return v
}

// text is the words in the order of their offsets, with the gaps between them.
func (d *drawer) text(t *parser.Tokens) (pieces []piece, more string) {
	for p := range t.Pieces() {
		if len(pieces) == mostWords {
			return pieces, d.in(say.MoreText)
		}
		if p.Token < 0 {
			pieces = append(pieces, piece{Class: "gap", Word: "…", Title: d.in(say.Gap.With(strconv.Itoa(p.Gap)))})
			continue
		}
		tag := t.Pos(p.Token)
		pos, _ := reference.PartOfSpeechOf(tag)
		pieces = append(pieces, piece{
			Class: "pos-" + pos.Family.String(), Word: word(t, p.Token), Tag: visible.Text(tag),
			Title: visible.Isolated(d.in(reference.MeaningOf(tag))),
		})
	}
	return pieces, ""
}

// word returns a word as it is drawn; an empty one is seen, too.
func word(t *parser.Tokens, i int) string {
	if w := t.Word(i); w != "" {
		return visible.Word(w)
	}
	return "∅"
}

func (d *drawer) legend(t *parser.Tokens) (rows []family) {
	var counts [len(reference.Families)]int
	for i, tag := range t.Tags() {
		pos, _ := reference.PartOfSpeechOf(tag)
		counts[pos.Family] += t.TagCount(i)
	}
	for _, f := range reference.Families {
		if counts[f] > 0 {
			rows = append(rows, family{"pos-" + f.String(), d.in(f.Name()), counts[f]})
		}
	}
	return rows
}

func (d *drawer) token(t *parser.Tokens, i int) token {
	tag := t.Pos(i)
	pos, _ := reference.PartOfSpeechOf(tag)
	row := token{
		Number: i + 1, Class: "pos-" + pos.Family.String(), Word: word(t, i),
		Tag: visible.Text(tag), TagHref: d.row(pos.Anchor), Means: visible.Text(d.in(reference.MeaningOf(tag))),
		Offset: number(t.Offset(i)), Length: number(t.Length(i)),
	}
	if row.Means == row.Tag {
		row.Means = ""
	}
	if t.Partial(i) {
		row.More = d.in(say.Cut)
	}
	return row
}

func number(n int, ok bool) string {
	if !ok {
		return "–"
	}
	return strconv.Itoa(n)
}
