package reference

import (
	"strings"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Family groups the parts of speech that belong together, so that nine colours
// tell forty-nine tags apart.
type Family uint8

// The families, in the order of a legend.
const (
	FamilyNoun Family = iota
	FamilyVerb
	FamilyAdjective
	FamilyAdverb
	FamilyNumber
	FamilyPronoun
	FamilyFunction
	FamilyPunctuation
	FamilyOther
)

// Families lists the families in the order of a legend.
var Families = [...]Family{
	FamilyNoun, FamilyVerb, FamilyAdjective, FamilyAdverb, FamilyNumber,
	FamilyPronoun, FamilyFunction, FamilyPunctuation, FamilyOther,
}

// Name returns the name of the family.
func (f Family) Name() lang.Text {
	switch f {
	case FamilyNoun:
		return lang.Text{ZH: "名词与名称", EN: "nouns and names"}
	case FamilyVerb:
		return lang.Text{ZH: "动词", EN: "verbs"}
	case FamilyAdjective:
		return lang.Text{ZH: "形容词与状态词", EN: "adjectives and states"}
	case FamilyAdverb:
		return lang.Text{ZH: "副词", EN: "adverbs"}
	case FamilyNumber:
		return lang.Text{ZH: "数词与量词", EN: "numerals and measures"}
	case FamilyPronoun:
		return lang.Text{ZH: "代词", EN: "pronouns"}
	case FamilyFunction:
		return lang.Text{ZH: "虚词", EN: "function words"}
	case FamilyPunctuation:
		return lang.Text{ZH: "标点", EN: "punctuation"}
	}
	return lang.Text{ZH: "其他", EN: "other"}
}

// String returns the name of the family for programs: noun and so on.
func (f Family) String() string {
	names := [...]string{
		"noun", "verb", "adjective", "adverb", "number", "pronoun", "function", "punctuation", "other",
	}
	return names[min(f, FamilyOther)]
}

// PartOfSpeech is one row of the published table.
type PartOfSpeech struct {
	Tag  string // in capitals, as the table prints it
	Name lang.Text
	// Printed is what the published table says where Name differs from it.
	Printed lang.Text
	Note    lang.Text
	Family  Family
	Anchor  string // the id of the row on the reference page
}

// PartsOfSpeech returns the 49 tags in the published order. The slice must not
// be changed.
func PartsOfSpeech() []PartOfSpeech { return partsOfSpeech }

// PartOfSpeechOf returns what tag means, in whatever case it is written. For a
// tag that the table does not have, exact is false, and p is the row of its
// longest beginning that is in the table: nrt is read as nr, nsf as ns. Where
// that says nothing, as for the tags of other sets, p has the tag as its name
// and no anchor.
func PartOfSpeechOf(tag string) (p PartOfSpeech, exact bool) {
	if i := rowOf(tag); i >= 0 {
		return partsOfSpeech[i], true
	}
	if !foreign(tag) {
		for end := min(len(tag)-1, longestTag); end > 0; end-- {
			if i := rowOf(tag[:end]); i >= 0 {
				return partsOfSpeech[i], false
			}
		}
	}
	return PartOfSpeech{Tag: tag, Name: lang.Text{ZH: tag, EN: tag}, Family: FamilyOther}, false
}

// longestTag is the length of the longest tags of the table: NRF, UNK.
const longestTag = 3

// MeaningOf returns the name of a part of speech as it is shown beside tag: a
// name that was found by the beginning of tag alone has the sign ≈ before it.
func MeaningOf(tag string) lang.Text {
	p, exact := PartOfSpeechOf(tag)
	if exact || p.Anchor == "" {
		return p.Name
	}
	return lang.Text{ZH: "≈ " + p.Name.ZH, EN: "≈ " + p.Name.EN}
}

func rowOf(tag string) int {
	for i := range partsOfSpeech {
		if strings.EqualFold(partsOfSpeech[i].Tag, tag) {
			return i
		}
	}
	return -1
}

// shifted explains the two rows that contradict the tag set they come from.
var shifted = lang.Text{
	ZH: "官方表此行疑似错位。所用标注集源自北大《现代汉语语料库加工规范》，其中 Tg 为时语素，Vg 为动语素；这里按该规范命名。",
	EN: "This row of the published table is suspected to be shifted. The tag set is that of the Peking University " +
		"corpus, in which Tg is a time morpheme and Vg a verb morpheme; the name here follows it.",
}

var partsOfSpeech = []PartOfSpeech{
	{Tag: "A", Name: lang.Text{ZH: "形容词", EN: "adjective"}, Family: FamilyAdjective, Anchor: "pos-A"},
	{Tag: "AD", Name: lang.Text{ZH: "副形词", EN: "adjective used as adverb"}, Family: FamilyAdjective, Anchor: "pos-AD"},
	{Tag: "AN", Name: lang.Text{ZH: "名形词", EN: "adjective used as noun"}, Family: FamilyAdjective, Anchor: "pos-AN"},
	{Tag: "B", Name: lang.Text{ZH: "区别词", EN: "distinguishing word"}, Family: FamilyAdjective, Anchor: "pos-B"},
	{Tag: "C", Name: lang.Text{ZH: "连词", EN: "conjunction"}, Family: FamilyFunction, Anchor: "pos-C"},
	{Tag: "D", Name: lang.Text{ZH: "副词", EN: "adverb"}, Family: FamilyAdverb, Anchor: "pos-D"},
	{Tag: "E", Name: lang.Text{ZH: "叹词", EN: "interjection"}, Family: FamilyOther, Anchor: "pos-E"},
	{Tag: "F", Name: lang.Text{ZH: "方位词", EN: "direction word"}, Family: FamilyNoun, Anchor: "pos-F"},
	{Tag: "G", Name: lang.Text{ZH: "语素词", EN: "morpheme"}, Family: FamilyOther, Anchor: "pos-G"},
	{Tag: "H", Name: lang.Text{ZH: "前接成分", EN: "prefix"}, Family: FamilyOther, Anchor: "pos-H"},
	{Tag: "I", Name: lang.Text{ZH: "成语", EN: "idiom"}, Family: FamilyOther, Anchor: "pos-I"},
	{Tag: "J", Name: lang.Text{ZH: "简称略语", EN: "abbreviation"}, Family: FamilyOther, Anchor: "pos-J"},
	{Tag: "K", Name: lang.Text{ZH: "后接成分", EN: "suffix"}, Family: FamilyOther, Anchor: "pos-K"},
	{
		Tag: "L", Name: lang.Text{ZH: "习用语", EN: "set phrase"}, Family: FamilyOther, Anchor: "pos-L",
		Note: lang.Text{
			ZH: "官方英文表把 I 与 L 都译作 Idiom；中文表里两者不同。",
			EN: "The published English table has Idiom for both I and L; the Chinese one distinguishes them.",
		},
	},
	{Tag: "M", Name: lang.Text{ZH: "数词", EN: "numeral"}, Family: FamilyNumber, Anchor: "pos-M"},
	{Tag: "N", Name: lang.Text{ZH: "名词", EN: "noun"}, Family: FamilyNoun, Anchor: "pos-N"},
	{Tag: "NR", Name: lang.Text{ZH: "人名", EN: "person's name"}, Family: FamilyNoun, Anchor: "pos-NR"},
	{Tag: "NRF", Name: lang.Text{ZH: "姓", EN: "surname"}, Family: FamilyNoun, Anchor: "pos-NRF"},
	{Tag: "NRG", Name: lang.Text{ZH: "名", EN: "given name"}, Family: FamilyNoun, Anchor: "pos-NRG"},
	{Tag: "NS", Name: lang.Text{ZH: "地名", EN: "place name"}, Family: FamilyNoun, Anchor: "pos-NS"},
	{Tag: "NT", Name: lang.Text{ZH: "机构团体", EN: "organization"}, Family: FamilyNoun, Anchor: "pos-NT"},
	{Tag: "NZ", Name: lang.Text{ZH: "其他专名", EN: "other proper noun"}, Family: FamilyNoun, Anchor: "pos-NZ"},
	{
		Tag: "NX", Name: lang.Text{ZH: "非汉字串", EN: "non-Chinese string"}, Family: FamilyOther, Anchor: "pos-NX",
		Note: lang.Text{
			ZH: "阿拉伯数字也归在这里：官方示例中的 60 标为 nx。",
			EN: "Arabic numerals are tagged so as well: 60 is nx in the published sample.",
		},
	},
	{Tag: "O", Name: lang.Text{ZH: "拟声词", EN: "onomatopoeia"}, Family: FamilyOther, Anchor: "pos-O"},
	{Tag: "P", Name: lang.Text{ZH: "介词", EN: "preposition"}, Family: FamilyFunction, Anchor: "pos-P"},
	{Tag: "Q", Name: lang.Text{ZH: "量词", EN: "measure word"}, Family: FamilyNumber, Anchor: "pos-Q"},
	{Tag: "R", Name: lang.Text{ZH: "代词", EN: "pronoun"}, Family: FamilyPronoun, Anchor: "pos-R"},
	{Tag: "S", Name: lang.Text{ZH: "处所词", EN: "locative word"}, Family: FamilyNoun, Anchor: "pos-S"},
	{Tag: "T", Name: lang.Text{ZH: "时间词", EN: "time word"}, Family: FamilyNoun, Anchor: "pos-T"},
	{Tag: "U", Name: lang.Text{ZH: "助词", EN: "particle"}, Family: FamilyFunction, Anchor: "pos-U"},
	{Tag: "V", Name: lang.Text{ZH: "动词", EN: "verb"}, Family: FamilyVerb, Anchor: "pos-V"},
	{Tag: "VD", Name: lang.Text{ZH: "副动词", EN: "verb used as adverb"}, Family: FamilyVerb, Anchor: "pos-VD"},
	{Tag: "VN", Name: lang.Text{ZH: "名动词", EN: "verb used as noun"}, Family: FamilyVerb, Anchor: "pos-VN"},
	{Tag: "W", Name: lang.Text{ZH: "标点符号", EN: "punctuation"}, Family: FamilyPunctuation, Anchor: "pos-W"},
	{Tag: "X", Name: lang.Text{ZH: "非语素字", EN: "non-morpheme character"}, Family: FamilyOther, Anchor: "pos-X"},
	{Tag: "Y", Name: lang.Text{ZH: "语气词", EN: "modal particle"}, Family: FamilyFunction, Anchor: "pos-Y"},
	{Tag: "Z", Name: lang.Text{ZH: "状态词", EN: "state word"}, Family: FamilyAdjective, Anchor: "pos-Z"},
	{Tag: "AG", Name: lang.Text{ZH: "形语素", EN: "adjective morpheme"}, Family: FamilyAdjective, Anchor: "pos-AG"},
	{Tag: "BG", Name: lang.Text{ZH: "区别语素", EN: "distinguishing morpheme"}, Family: FamilyAdjective, Anchor: "pos-BG"},
	{Tag: "DG", Name: lang.Text{ZH: "副语素", EN: "adverb morpheme"}, Family: FamilyAdverb, Anchor: "pos-DG"},
	{Tag: "MG", Name: lang.Text{ZH: "数词性语素", EN: "numeral morpheme"}, Family: FamilyNumber, Anchor: "pos-MG"},
	{Tag: "NG", Name: lang.Text{ZH: "名语素", EN: "noun morpheme"}, Family: FamilyNoun, Anchor: "pos-NG"},
	{Tag: "QG", Name: lang.Text{ZH: "量语素", EN: "measure morpheme"}, Family: FamilyNumber, Anchor: "pos-QG"},
	{Tag: "RG", Name: lang.Text{ZH: "代语素", EN: "pronoun morpheme"}, Family: FamilyPronoun, Anchor: "pos-RG"},
	{
		Tag: "TG", Name: lang.Text{ZH: "时语素", EN: "time morpheme"}, Family: FamilyNoun, Anchor: "pos-TG",
		Printed: lang.Text{ZH: "动语素", EN: "Verbal morpheme"}, Note: shifted,
	},
	{
		Tag: "VG", Name: lang.Text{ZH: "动语素", EN: "verb morpheme"}, Family: FamilyVerb, Anchor: "pos-VG",
		Printed: lang.Text{ZH: "量语素", EN: "Quantifying morpheme"}, Note: shifted,
	},
	{Tag: "YG", Name: lang.Text{ZH: "语气词语素", EN: "modal morpheme"}, Family: FamilyFunction, Anchor: "pos-YG"},
	{Tag: "ZG", Name: lang.Text{ZH: "状态词语素", EN: "state morpheme"}, Family: FamilyAdjective, Anchor: "pos-ZG"},
	{Tag: "UNK", Name: lang.Text{ZH: "未知词性", EN: "unknown"}, Family: FamilyOther, Anchor: "pos-UNK"},
}
