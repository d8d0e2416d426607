package audit

import (
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/internal/said"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
	"github.com/callbacklens/callbacklens/parser/remark"
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
		a.SayOf(obstacleRows[o], t.Place(i), strconv.Itoa(i+1))
	}
	a.partsOfSpeech(t)
	a.labelWords(j, alive)
}

var (
	rowTextUnread = remark.New("text-unread", remark.Info, "",
		"并非所有的词都已解析，无法还原原文。",
		"The text was not rebuilt: not all tokens were read.")
	rowTextNoOffset = remark.New("text-no-offset", remark.Info, "WordsGeneralizeToken.Offset",
		"第 {0} 个词没有可用的 Offset，无法还原原文。",
		"The text was not rebuilt: token {0} has no usable Offset.")
	rowTextNoWord = remark.New("text-no-word", remark.Info, "WordsGeneralizeToken.Word",
		"第 {0} 个词没有完整的 Word，无法还原原文。",
		"The text was not rebuilt: token {0} has no complete Word.")
	rowTextUnit = remark.New("text-unit", remark.Info, "WordsGeneralizeToken.Offset",
		"无法判断 Offset 与 Length 的单位，无法还原原文。",
		"The text was not rebuilt: the unit of Offset and Length is not known.")
	rowTextGap = remark.New("text-gap", remark.Info, "WordsGeneralizeToken.Offset",
		"第 {0} 个词之前有空缺，无法还原原文。",
		"The text was not rebuilt: there is a gap before token {0}.")
	rowTextOverlap = remark.New("text-overlap", remark.Info, "WordsGeneralizeToken.Offset",
		"第 {0} 个词与前一个词重叠，无法还原原文。",
		"The text was not rebuilt: token {0} overlaps the previous one.")
	rowTextLength = remark.New("text-length", remark.Info, "WordsGeneralizeToken.Length",
		"第 {0} 个词的 Length 与 Word 不符，无法还原原文。",
		"The text was not rebuilt: the Length of token {0} does not match its Word.")
)

// obstacleRows are the remarks on what keeps a text from being rebuilt.
var obstacleRows = [...]*remark.Remark{
	callback.ObstacleUnread:   rowTextUnread,
	callback.ObstacleNoOffset: rowTextNoOffset,
	callback.ObstacleNoWord:   rowTextNoWord,
	callback.ObstacleUnit:     rowTextUnit,
	callback.ObstacleGap:      rowTextGap,
	callback.ObstacleOverlap:  rowTextOverlap,
	callback.ObstacleLength:   rowTextLength,
}

var rowTokensUnit = remark.New("tokens-unit", remark.Info, "WordsGeneralizeToken.Offset",
	"Offset 与 Length 的单位：{0}。文档没有说明。",
	"Offset and Length count {0}. No document says so.")

func (a *auditor) tokensUnit(t *callback.Tokens) {
	if t.Unit == callback.UnitAny || t.Unit == callback.UnitUnknown {
		return // said where the tokens are listed, and where the text is not rebuilt
	}
	d := a.Say(rowTokensUnit, t.Item.Document(), t.Item.Span())
	d.Item = t.Item
	name := t.Unit.Name()
	said.Phrase(d, []string{name.ZH}, []string{name.EN})
}

// turnTokens is how many tokens are checked between two turns of others.
const turnTokens = 1024

var (
	rowTokenLength = remark.New("token-length", remark.Warning, "WordsGeneralizeToken.Length",
		"{0} 个词的 Length 与 Word 的实际长度不一致；第一处：“{1}”实际长度为 {2}，Length 为 {3}。",
		"Tokens whose Length does not fit their Word: {0}. The first, {1}, is {2} long, but Length says {3}.")
	rowTokenWord = remark.New("token-word", remark.Warning, "WordsGeneralizeToken.Word",
		"{0} 个词的 Word 为空，Length 却不为 0（第一处为 {1}）：词在传递或复制时丢失了。",
		"Tokens whose Word is empty though Length is not 0: {0}. The first says {1}; the word was lost on the way.")
	rowTokenNumber = remark.New("token-number", remark.Warning, "WordsGeneralizeToken.Offset",
		"{0} 个词的 Offset 或 Length 缺失，或不是非负整数。",
		"Tokens whose Offset or Length is missing, or not a whole number from 0 on: {0}.")
)

// tokenFields checks each token by itself. What is wrong with several is said once,
// with a count.
func (a *auditor) tokenFields(t *callback.Tokens, alive func(int) bool) {
	var scratch []byte
	var numbers, words, lengths said.Several
	for i := range t.Len() {
		if i%turnTokens == 0 && !alive(i) {
			return
		}
		length, hasLength := t.Length(i)
		offset, hasOffset := t.Offset(i)
		switch units, bytes := t.Size(i, &scratch); {
		case t.Partial(i):
		case !hasLength || !hasOffset || length < 0 || offset < 0:
			if numbers.Add() {
				numbers.Keep(t.Place(i))
			}
		case bytes == 0 && length > 0:
			if words.Add() {
				words.Keep(t.Place(i), strconv.Itoa(length))
			}
		case units != length:
			if lengths.Add() {
				lengths.Keep(t.Place(i), t.Word(i), strconv.Itoa(units), strconv.Itoa(length))
			}
		}
	}
	a.SaySeveral(rowTokenNumber, &numbers)
	a.SaySeveral(rowTokenWord, &words)
	a.SaySeveral(rowTokenLength, &lengths)
}

var (
	rowTokensGap = remark.New("tokens-gap", remark.Info, "WordsGeneralizeToken.Offset",
		"词与词之间有 {0} 处空缺，总长 {1}，这些位置的原文未知。",
		"Gaps between tokens: {0}, total length {1}; the text there is not known.")
	rowTokensOverlap = remark.New("tokens-overlap", remark.Warning, "WordsGeneralizeToken.Offset",
		"有 {0} 个词与前一个词重叠。",
		"Tokens that overlap the previous one: {0}.")
	rowTokensOverlapMix = remark.New("tokens-overlap-mix", remark.Info, "WordsGeneralize.SegMethod",
		"有 {0} 个词与前一个词重叠；SegMethod 为 {1} 时可能如此。",
		"Tokens that overlap the previous one: {0}. Possible with SegMethod {1}.")
	rowTokensUnsorted = remark.New("tokens-unsorted", remark.Info, "WordsGeneralizeToken.Offset",
		"词没有按 Offset 排列，显示时已排序。",
		"The tokens are not in order of Offset; they are shown sorted.")
	rowTokensDuplicate = remark.New("tokens-duplicate", remark.Warning, "WordsGeneralizeToken.Offset",
		"有 {0} 个词与另一个完全相同。",
		"Duplicate tokens, the same in every field: {0}.")
)

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
		a.SayOf(rowTokensUnsorted, t.Item)
	}
	if gaps > 0 {
		a.SayOf(rowTokensGap, t.Place(max(firstGap, 0)), strconv.Itoa(gaps), strconv.Itoa(missing))
	}
	if same > 0 && !strings.EqualFold(method, "MIX") {
		a.SayOf(rowTokensDuplicate, t.Place(firstSame), strconv.Itoa(same))
	}
	switch {
	case overlaps == 0:
	case strings.EqualFold(method, "MIX"):
		a.SayOf(rowTokensOverlapMix, t.Place(firstOverlap), strconv.Itoa(overlaps), method)
	default:
		a.SayOf(rowTokensOverlap, t.Place(firstOverlap), strconv.Itoa(overlaps))
	}
}

// first keeps the value that was set first; -1 is none.
func first(have, candidate int) int {
	if have < 0 {
		return candidate
	}
	return have
}

var (
	rowPosUnknown = remark.New("pos-unknown", remark.Info, "pos-UNK",
		"词性 {0} 不在官方词性表中，按最长的已知前缀归为“{1}”。",
		"The part of speech {0} is not in the published table; by its longest known prefix read as {1}.")
	rowPosUnlisted = remark.New("pos-unlisted", remark.Info, "pos-UNK",
		"词性 {0} 不在官方词性表中，无法归类。",
		"The part of speech {0} is not in the published table and cannot be classified.")
	rowPosShifted = remark.New("pos-shifted", remark.Info, "pos-TG",
		"官方词性表中 {0} 一行疑似错位，这里按《现代汉语语料库加工规范》显示为“{1}”。",
		"The row of {0} in the published table is suspected to be shifted; shown as “{1}”, by the standard that the table follows.")
)

// partsOfSpeech remarks on tags that the published table lacks or misprints,
// once for each tag, at its first token.
func (a *auditor) partsOfSpeech(t *callback.Tokens) {
	for tag, name := range t.Tags() {
		p, exact := reference.PartOfSpeechOf(name)
		var row *remark.Remark
		switch {
		case name == "":
		case !exact && p.Family == reference.FamilyOther:
			row = rowPosUnlisted
		case !exact:
			row = rowPosUnknown
		case p.Printed != (lang.Text{}):
			row = rowPosShifted
		}
		if row == nil || !a.Wanted(row) {
			continue
		}
		it := t.Place(t.TagFirst(tag))
		if pos := it.Child("Pos"); pos.Ok() {
			it = pos
		}
		d := a.Say(row, t.Item.Document(), it.Span(), name)
		d.Item = it
		said.Phrase(d, []string{"{0}", p.Name.ZH}, []string{"{0}", p.Name.EN})
	}
}
