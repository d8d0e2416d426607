// Package lang names the two languages that Callback Lens speaks and holds
// the pair of texts that every sentence for a person is made of.
package lang

import (
	"iter"
	"strings"
)

// Lang is a language of the interface. The zero value is Chinese, the language
// of the documents that the callbacks are described in.
type Lang uint8

// The languages that every text exists in.
const (
	ZH Lang = iota
	EN
)

// All lists the languages in the order in which they are offered.
var All = [...]Lang{ZH, EN}

// Tag returns the BCP 47 tag of l, as the lang attribute of a page wants it.
func (l Lang) Tag() string {
	if l == EN {
		return "en"
	}
	return "zh-CN"
}

// String returns the short name of l, as addresses and flags use it.
func (l Lang) String() string {
	if l == EN {
		return "en"
	}
	return "zh"
}

// Parse returns the language for a BCP 47 tag or a POSIX locale, such as
// "zh-Hans-CN" or "zh_CN.UTF-8"; whatever is not Chinese is English.
func Parse(tag string) Lang {
	if tag = strings.ToLower(tag); tag == "zh" || strings.HasPrefix(tag, "zh-") || strings.HasPrefix(tag, "zh_") {
		return ZH
	}
	return EN
}

// Text is one text in both languages.
type Text struct {
	ZH, EN string
}

// In returns the text in l.
func (t Text) In(l Lang) string {
	if l == EN {
		return t.EN
	}
	return t.ZH
}

// With returns the text with its placeholders {0}, {1} … {9} replaced by args,
// in both languages. A placeholder without an argument stays as it is.
func (t Text) With(args ...string) Text {
	return Text{fill(t.ZH, args), fill(t.EN, args)}
}

// fill replaces the placeholders in text. What an argument holds is not looked
// at again.
func fill(text string, args []string) string {
	var b strings.Builder
	for part, arg := range Parts(text, len(args)) {
		if arg >= 0 {
			part = args[arg]
		}
		b.WriteString(part)
	}
	return b.String()
}

// Parts divides text at its placeholders, for so many arguments: what stands
// between them comes with -1, a placeholder with the number of its argument. A
// placeholder without an argument is text.
func Parts(text string, args int) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		start := 0
		for i := 0; i+2 < len(text); i++ {
			n := int(text[i+1]) - '0'
			if text[i] != '{' || text[i+2] != '}' || n < 0 || n >= min(args, 10) {
				continue
			}
			if start < i && !yield(text[start:i], -1) || !yield(text[i:i+3], n) {
				return
			}
			start = i + 3
			i += 2
		}
		if start < len(text) {
			yield(text[start:], -1)
		}
	}
}
