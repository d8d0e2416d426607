package query

import (
	"unicode"
	"unicode/utf8"
)

// folds tells of each byte whether a character that begins with it may be folded:
// the alphabets that have capitals, the wide blank, wide and narrow forms.
var folds = func() (may [256]bool) {
	for b := range may {
		may[b] = 0xc3 <= b && b <= 0xd6 || b == 0xe1 || b == 0xe2 || b == 0xe3 || b >= 0xef
	}
	return may
}()

// Fold makes characters of word alike that differ in width alone, and unless
// exact in case, too. It writes into word where it can, and returns the result.
func Fold(word []byte, exact bool) []byte {
	for i, b := range word {
		switch {
		case 'A' <= b && b <= 'Z' && !exact:
			word[i] = b + 'a' - 'A'
		case folds[b]:
			return foldFrom(word, i, exact)
		}
	}
	return word
}

func foldFrom(word []byte, at int, exact bool) []byte {
	folded, read := word[:at], at
	for read < len(word) {
		r, n := utf8.DecodeRune(word[read:])
		if r == utf8.RuneError && n == 1 {
			folded = append(folded, word[read])
			read++
			continue
		}
		r = foldRune(r, exact)
		if read += n; len(folded)+utf8.RuneLen(r) > read {
			folded = folded[:len(folded):len(folded)] // what is not read yet stays
		}
		folded = utf8.AppendRune(folded, r)
	}
	return folded
}

// narrowKana has what the narrow forms from U+FF61 on are in full width.
var narrowKana = [...]rune{
	'。', '「', '」', '、', '・', 'ヲ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ャ', 'ュ', 'ョ', 'ッ', 'ー',
	'ア', 'イ', 'ウ', 'エ', 'オ', 'カ', 'キ', 'ク', 'ケ', 'コ', 'サ', 'シ', 'ス', 'セ', 'ソ', 'タ', 'チ', 'ツ', 'テ', 'ト',
	'ナ', 'ニ', 'ヌ', 'ネ', 'ノ', 'ハ', 'ヒ', 'フ', 'ヘ', 'ホ', 'マ', 'ミ', 'ム', 'メ', 'モ', 'ヤ', 'ユ', 'ヨ',
	'ラ', 'リ', 'ル', 'レ', 'ロ', 'ワ', 'ン', '゛', '゜',
}

// wideSigns has what the wide forms from U+FFE0 on are in the usual width.
var wideSigns = [...]rune{'¢', '£', '¬', '¯', '¦', '¥', '₩'}

// foldRune returns the character that stands for r and all that it is taken for.
func foldRune(r rune, exact bool) rune {
	switch {
	case r == 0x3000:
		return ' '
	case 0xff01 <= r && r <= 0xff5e:
		r -= 0xff01 - '!'
	case 0xff61 <= r && r < 0xff61+rune(len(narrowKana)):
		return narrowKana[r-0xff61]
	case 0xffe0 <= r && r < 0xffe0+rune(len(wideSigns)):
		return wideSigns[r-0xffe0]
	}
	if exact {
		return r
	}
	return unicode.ToLower(r)
}
