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
	if !t.Fit() {
		a.tokenFields(t, alive)
	}
	a.lostWords(t)
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

// turnTokens is how many tokens are checked between two turns of others.
const turnTokens = 1024

var (
	rowTokenLength = remark.New("token-length", remark.Warning, "WordsGeneralizeToken.Length",
		"“{0}”实际长度为 {1}，Length 为 {2}。",
		"{0} is {1} long, but its Length is {2}.")
	rowTokenWord = remark.New("token-word", remark.Warning, "WordsGeneralizeToken.Word",
		"Word 为空，Length 却是 {0}：词在传递或复制时丢失了。",
		"The Word is empty, but its Length is {0}: it was lost on the way.")
	rowTokenNumber = remark.New("token-number", remark.Warning, "WordsGeneralizeToken.Offset",
		"Offset 或 Length 缺失，或不是非负整数。",
		"Offset or Length is missing, or not a whole number from 0 on.")
)

var rowWordsLost = remark.New("words-lost", remark.Warning, "WordsGeneralizeToken.Word",
	"词只剩问号（例如“{0}”），词性却不是标点：文字在转换编码时丢失了，无法还原。",
	"Words are nothing but question marks, such as {0}, and no punctuation by their part of speech: they were lost "+
		"when the charset was converted and cannot be brought back.")

// lostWords tells of words of which a conversion left question marks only. The first
// ones tell: where one is lost, all of its script are.
func (a *auditor) lostWords(t *callback.Tokens) {
	const looked, least = 64, 2
	first, count := -1, 0
	for i := range min(t.Len(), looked) {
		word := t.Word(i)
		if word == "" || strings.Trim(word, "?") != "" || strings.HasPrefix(strings.ToLower(t.Pos(i)), "w") {
			continue
		}
		if count++; first < 0 {
			first = i
		}
	}
	if count >= least {
		a.SayAbout(rowWordsLost, t.Item.Name(), t.Place(first), t.Word(first))
	}
}

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
			a.ofToken(rowTokenNumber, t, i, nil)
		case bytes == 0 && length > 0:
			a.ofToken(rowTokenWord, t, i, func() []string { return []string{strconv.Itoa(length)} })
		case units != length:
			a.ofToken(rowTokenLength, t, i, func() []string {
				return []string{t.Word(i), strconv.Itoa(units), strconv.Itoa(length)}
			})
		}
	}
}

// ofToken says something about a token. What the sentence quotes is asked for where
// the place is kept: of a hundred thousand tokens few are.
func (a *auditor) ofToken(row *remark.Remark, t *callback.Tokens, i int, args func() []string) {
	switch about := t.Item.Name(); {
	case !a.WantedOf(row, about, i):
	case args == nil:
		a.SayAbout(row, about, t.Place(i))
	default:
		a.SayAbout(row, about, t.Place(i), args()...)
	}
}

var (
	rowTokensGap = remark.New("tokens-gap", remark.Info, "WordsGeneralizeToken.Offset",
		"词之前有空缺，长度为 {0}，该处的原文未知。",
		"There is a gap of {0} before a token; the text there is not known.")
	rowTokensOverlap = remark.New("tokens-overlap", remark.Warning, "WordsGeneralizeToken.Offset",
		"词与前一个词重叠。",
		"A token overlaps the previous one.")
	rowTokensOverlapMix = remark.New("tokens-overlap-mix", remark.Info, "WordsGeneralize.SegMethod",
		"词与前一个词重叠；SegMethod 为 {0} 时可能如此。",
		"A token overlaps the previous one; possible with SegMethod {0}.")
	rowTokensUnsorted = remark.New("tokens-unsorted", remark.Info, "WordsGeneralizeToken.Offset",
		"词没有按 Offset 排列，显示时已排序。",
		"The tokens are not in order of Offset; they are shown sorted.")
	rowTokensDuplicate = remark.New("tokens-duplicate", remark.Warning, "WordsGeneralizeToken.Offset",
		"词与前一个完全相同。",
		"A token is the same as the one before it, in every field.")
)

// tokensLayout checks how the tokens lie: gaps, overlaps, order, repetitions.
func (a *auditor) tokensLayout(t *callback.Tokens, method string, alive func(int) bool) {
	mix := strings.EqualFold(method, "MIX")
	if !t.Sorted() {
		a.SayOf(rowTokensUnsorted, t.Item)
	}
	gap, last, done := 0, -1, 0
	for p := range t.Pieces() {
		if done++; done%turnTokens == 0 && !alive(done) {
			return
		}
		if p.Token < 0 {
			gap += p.Gap
			continue
		}
		switch {
		case gap > 0:
			length := gap
			a.ofToken(rowTokensGap, t, p.Token, func() []string { return []string{strconv.Itoa(length)} })
		case last >= 0 && t.Equal(p.Token, last):
			if !mix {
				a.ofToken(rowTokensDuplicate, t, p.Token, nil)
			}
		case p.Overlap && mix:
			a.ofToken(rowTokensOverlapMix, t, p.Token, func() []string { return []string{method} })
		case p.Overlap:
			a.ofToken(rowTokensOverlap, t, p.Token, nil)
		}
		gap, last = 0, p.Token
	}
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
		if row == nil || !a.Wanted(row, name) {
			continue
		}
		it := t.Place(t.TagFirst(tag))
		if pos := it.Child("Pos"); pos.Ok() {
			it = pos
		}
		said.Phrase(a.SayAbout(row, name, it, name), []string{"{0}", p.Name.ZH}, []string{"{0}", p.Name.EN})
	}
}
