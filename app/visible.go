package app

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestWord is how many characters of a word are drawn.
const longestWord = 200

// visibleWord returns word so that its edges and whatever has no shape of its
// own can be seen: blanks at its ends, line breaks, control characters. It
// cuts what is longer than anyone reads in a line.
func visibleWord(word string) string {
	if plainWord(word) {
		return word
	}
	runes := []rune(word)
	cut := len(runes) > longestWord
	if cut {
		runes = runes[:longestWord]
	}
	inner := strings.TrimFunc(string(runes), unicode.IsSpace)
	start := len([]rune(string(runes))) - len([]rune(strings.TrimLeftFunc(string(runes), unicode.IsSpace)))
	end := start + utf8.RuneCountInString(inner)
	var b strings.Builder
	for i, r := range runes {
		if unicode.IsSpace(r) && (i < start || i >= end) {
			b.WriteString(blankGlyph(r))
		} else {
			b.WriteString(visibleRune(r))
		}
	}
	if cut {
		b.WriteString("…")
	}
	return b.String()
}

// plainWord reports whether word can be shown as it is.
func plainWord(word string) bool {
	n := 0
	for _, r := range word {
		if n++; unicode.IsSpace(r) || shapeless(r) || n > longestWord {
			return false
		}
	}
	return true
}

// blankGlyph returns what stands for a blank that would not be seen.
func blankGlyph(r rune) string {
	switch r {
	case ' ':
		return "␣"
	case '\u3000':
		return "□"
	case '\u00a0':
		return "⍽"
	}
	return visibleRune(r)
}

// visibleRune returns r, or what stands for it where it has no shape.
func visibleRune(r rune) string {
	switch {
	case r == '\n':
		return "↵"
	case r == '\t':
		return "⇥"
	case r < ' ':
		return string(0x2400 + r)
	case r == 0x7f:
		return "␡"
	case shapeless(r):
		return "‹" + strings.ToUpper(strconv.FormatInt(int64(r), 16)) + "›"
	}
	return string(r)
}

// shapeless reports whether r is drawn as nothing, or changes how others are
// drawn: controls, zero widths, directions.
func shapeless(r rune) bool {
	switch {
	case r < ' ', 0x7f <= r && r < 0xa0, r == 0xad, r == 0xfeff:
		return true
	case 0x200b <= r && r <= 0x200f, 0x2028 <= r && r <= 0x202e, 0x2060 <= r && r <= 0x206f:
		return true
	}
	return false
}

// columnsOf returns how many columns of a monospaced line r takes: two for
// the wide characters of East Asia, none for what combines.
func columnsOf(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.Is(unicode.Mn, r):
		return 0
	case r < 0x1100:
		return 1
	case r <= 0x115f, 0x2e80 <= r && r <= 0xa4cf, 0xac00 <= r && r <= 0xd7a3,
		0xf900 <= r && r <= 0xfaff, 0xfe30 <= r && r <= 0xfe6f, 0xff00 <= r && r <= 0xff60,
		0xffe0 <= r && r <= 0xffe6, 0x1f300 <= r && r <= 0x1faff, 0x20000 <= r && r <= 0x3fffd:
		return 2
	}
	return 1
}
