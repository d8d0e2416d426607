package parser

import (
	"strings"

	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// auditTokens says what is odd about the words of a job and their labels.
func (in *inspection) auditTokens(c *Callback, j *Job) {
	t := j.Tokens
	alive := func(done int) bool { return in.beat(done, t.Len(), done) }
	t.Unit = t.tally.unit()
	in.tokensUnit(t)
	if !t.allFit() {
		in.tokenFields(t, alive)
	}
	if t.tally.loose {
		in.tokensLayout(t, j.Operation.SegMethod.Text, alive)
	}
	if code, i := t.obstacle(alive); code == "" {
		t.whole = true
	} else if !in.opt.Prefix && t.Len() > 0 {
		in.sayOf(code, t.Place(i), decimal(i+1))
	}
	in.partsOfSpeech(t)
	in.labelWords(j, alive)
}

// unitNames say a unit in words.
var unitNames = [...]lang.Text{
	UnitUnknown: {ZH: "与字符、UTF-16 单元、字节都不一致，无法判断", EN: "neither characters nor UTF-16 units nor bytes as far as these tokens tell"},
	UnitAny:     {ZH: "字符与 UTF-16 单元都符合，这份内容里无法区分", EN: "characters or UTF-16 units; this body cannot tell them apart"},
	UnitRunes:   {ZH: "字符（Unicode 码点）", EN: "characters (Unicode code points)"},
	UnitUTF16:   {ZH: "UTF-16 单元", EN: "UTF-16 units"},
	UnitBytes:   {ZH: "UTF-8 字节", EN: "bytes of UTF-8"},
}

// Name says the unit in words.
func (u Unit) Name() lang.Text {
	if int(u) < len(unitNames) {
		return unitNames[u]
	}
	return unitNames[UnitUnknown]
}

func (in *inspection) tokensUnit(t *Tokens) {
	if t.Len() == 0 {
		return
	}
	d := in.say("tokens-unit", t.doc, t.Item.Span())
	d.Item = t.Item
	name := t.Unit.Name()
	d.phrase([]string{name.ZH}, []string{name.EN})
}

// tokenFields checks each token by itself.
func (in *inspection) tokenFields(t *Tokens, alive func(int) bool) {
	var scratch []byte
	for i := range t.words {
		if i%beatEvery == 0 && !alive(i) {
			return
		}
		length, hasLength := t.Length(i)
		offset, hasOffset := t.Offset(i)
		switch m := t.measure(i, &scratch); {
		case t.Partial(i):
		case !hasLength || !hasOffset || length < 0 || offset < 0:
			in.sayOf("token-number", t.Place(i))
		case m.bytes == 0 && length > 0:
			in.sayOf("token-word", t.Place(i), decimal(length))
		case m.in(t.Unit) != length:
			in.sayOf("token-length", t.Place(i), t.Word(i), decimal(m.in(t.Unit)), decimal(length))
		}
	}
}

// tokensLayout checks how the tokens lie: gaps, overlaps, order, repetitions.
// Each is said once, with a count, at the first place.
func (in *inspection) tokensLayout(t *Tokens, method string, alive func(int) bool) {
	var gaps, missing, overlaps, same, done int
	var firstGap, firstOverlap, firstSame, last = -1, -1, -1, -1
	for p := range t.Pieces() {
		if done++; done%beatEvery == 0 && !alive(done) {
			return
		}
		switch {
		case p.Token < 0:
			gaps++
			missing += p.Gap
			firstGap = first(firstGap, last)
			continue
		case last >= 0 && t.equal(p.Token, last):
			same++
			firstSame = first(firstSame, p.Token)
		case p.Overlap:
			overlaps++
			firstOverlap = first(firstOverlap, p.Token)
		}
		last = p.Token
	}
	if t.order != nil {
		in.sayOf("tokens-unsorted", t.Item)
	}
	if gaps > 0 {
		in.sayOf("tokens-gap", t.Place(max(firstGap, 0)), decimal(gaps), decimal(missing))
	}
	if same > 0 {
		in.sayOf("tokens-duplicate", t.Place(firstSame), decimal(same))
	}
	switch {
	case overlaps == 0:
	case strings.EqualFold(method, "MIX"):
		in.sayOf("tokens-overlap-mix", t.Place(firstOverlap), decimal(overlaps), method)
	default:
		in.sayOf("tokens-overlap", t.Place(firstOverlap), decimal(overlaps))
	}
}

// first keeps the value that was set first; -1 is none.
func first(have, candidate int) int {
	if have < 0 {
		return candidate
	}
	return have
}

// equal reports whether tokens a and b are the same in every field.
func (t *Tokens) equal(a, b int) bool {
	return t.offsets[a] == t.offsets[b] && t.lengths[a] == t.lengths[b] && t.tags[a] == t.tags[b] && t.Word(a) == t.Word(b)
}

// partsOfSpeech remarks on tags that the published table lacks or misprints,
// once for each tag, at its first token.
func (in *inspection) partsOfSpeech(t *Tokens) {
	for tag, name := range t.names {
		p, exact := reference.PartOfSpeechOf(name)
		code := ""
		switch {
		case name == "":
		case !exact && p.Family == reference.FamilyOther:
			code = "pos-unlisted"
		case !exact:
			code = "pos-unknown"
		case p.Printed != (lang.Text{}):
			code = "pos-shifted"
		}
		if code == "" || !in.wanted(code) {
			continue
		}
		it := t.Place(int(t.firsts[tag]))
		if pos := it.Child("Pos"); pos.Ok() {
			it = pos
		}
		d := in.say(code, t.doc, it.Span(), name)
		d.Item = it
		d.phrase([]string{"{0}", p.Name.ZH}, []string{"{0}", p.Name.EN})
	}
}
