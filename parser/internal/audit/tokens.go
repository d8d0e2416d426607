package audit

import (
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/internal/remarks"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// auditTokens says what is odd about the words of a job and their labels.
func (a *auditor) auditTokens(c *callback.Callback, j *callback.Job) {
	t := j.Tokens
	alive := func(done int) bool { return a.Beat(done, t.Len(), done) }
	a.tokensUnit(t)
	if !t.Fit() {
		a.tokenFields(t, alive)
	}
	if t.Loose() {
		a.tokensLayout(t, j.Operation.SegMethod.Text, alive)
	}
	if o, i := t.Obstacle(); o != callback.ObstacleNone && !a.prefix && t.Len() > 0 {
		a.SayOf(obstacleCodes[o], t.Place(i), strconv.Itoa(i+1))
	}
	a.partsOfSpeech(t)
	a.labelWords(j, alive)
}

// obstacleCodes are the remarks on what keeps a text from being rebuilt.
var obstacleCodes = [...]string{
	callback.ObstacleUnread:   "text-unread",
	callback.ObstacleNoOffset: "text-no-offset",
	callback.ObstacleNoWord:   "text-no-word",
	callback.ObstacleUnit:     "text-unit",
	callback.ObstacleGap:      "text-gap",
	callback.ObstacleOverlap:  "text-overlap",
	callback.ObstacleLength:   "text-length",
}

func (a *auditor) tokensUnit(t *callback.Tokens) {
	if t.Len() == 0 {
		return
	}
	d := a.Say("tokens-unit", t.Item.Document(), t.Item.Span())
	d.Item = t.Item
	name := t.Unit.Name()
	remarks.Phrase(d, []string{name.ZH}, []string{name.EN})
}

// turnTokens is how many tokens are checked between two turns of others.
const turnTokens = 1024

// tokenFields checks each token by itself.
func (a *auditor) tokenFields(t *callback.Tokens, alive func(int) bool) {
	var scratch []byte
	for i := range t.Len() {
		if i%turnTokens == 0 && !alive(i) {
			return
		}
		length, hasLength := t.Length(i)
		offset, hasOffset := t.Offset(i)
		switch units, bytes := t.Size(i, &scratch); {
		case t.Partial(i):
		case !hasLength || !hasOffset || length < 0 || offset < 0:
			a.SayOf("token-number", t.Place(i))
		case bytes == 0 && length > 0:
			a.SayOf("token-word", t.Place(i), strconv.Itoa(length))
		case units != length:
			a.SayOf("token-length", t.Place(i), t.Word(i), strconv.Itoa(units), strconv.Itoa(length))
		}
	}
}

// tokensLayout checks how the tokens lie: gaps, overlaps, order, repetitions.
// Each is said once, with a count, at the first place.
func (a *auditor) tokensLayout(t *callback.Tokens, method string, alive func(int) bool) {
	var gaps, missing, overlaps, same, done int
	var firstGap, firstOverlap, firstSame, last = -1, -1, -1, -1
	for p := range t.Pieces() {
		if done++; done%turnTokens == 0 && !alive(done) {
			return
		}
		switch {
		case p.Token < 0:
			gaps++
			missing += p.Gap
			firstGap = first(firstGap, last)
			continue
		case last >= 0 && t.Equal(p.Token, last):
			same++
			firstSame = first(firstSame, p.Token)
		case p.Overlap:
			overlaps++
			firstOverlap = first(firstOverlap, p.Token)
		}
		last = p.Token
	}
	if !t.Sorted() {
		a.SayOf("tokens-unsorted", t.Item)
	}
	if gaps > 0 {
		a.SayOf("tokens-gap", t.Place(max(firstGap, 0)), strconv.Itoa(gaps), strconv.Itoa(missing))
	}
	if same > 0 {
		a.SayOf("tokens-duplicate", t.Place(firstSame), strconv.Itoa(same))
	}
	switch {
	case overlaps == 0:
	case strings.EqualFold(method, "MIX"):
		a.SayOf("tokens-overlap-mix", t.Place(firstOverlap), strconv.Itoa(overlaps), method)
	default:
		a.SayOf("tokens-overlap", t.Place(firstOverlap), strconv.Itoa(overlaps))
	}
}

// first keeps the value that was set first; -1 is none.
func first(have, candidate int) int {
	if have < 0 {
		return candidate
	}
	return have
}

// partsOfSpeech remarks on tags that the published table lacks or misprints,
// once for each tag, at its first token.
func (a *auditor) partsOfSpeech(t *callback.Tokens) {
	for tag, name := range t.Tags() {
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
		if code == "" || !a.Wanted(code) {
			continue
		}
		it := t.Place(t.TagFirst(tag))
		if pos := it.Child("Pos"); pos.Ok() {
			it = pos
		}
		d := a.Say(code, t.Item.Document(), it.Span(), name)
		d.Item = it
		remarks.Phrase(d, []string{"{0}", p.Name.ZH}, []string{"{0}", p.Name.EN})
	}
}
