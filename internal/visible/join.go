package visible

import (
	"unicode"
	"unicode/utf8"
)

const (
	zwnj      = 0x200c
	zwj       = 0x200d
	mvs       = 0x180e // the vowel separator of Mongolian
	keycap    = 0x20e3
	blackFlag = 0x1f3f4
)

// plainLength returns how many bytes at the beginning of text can be shown as
// they are.
func plainLength(text string) int {
	for i := 0; i < len(text); {
		if b := text[i]; ' ' <= b && b < 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case 0x4e00 <= r && r < 0xa000:
		case r == utf8.RuneError && size == 1:
			return i
		case r == blackFlag:
			size += regionTags(text[i+size:])
		case !formed(r) && !joins(text[:i], r, text[i+size:]):
			return i
		}
		i += size
	}
	return len(text)
}

// joins reports whether r, which has no form, belongs to what stands before it
// and behind it, so that all of it is one form:
//
//   - one variation selector behind what it may vary: VS15 and VS16 behind a
//     symbol, or in a keycap; those for ideographs and Mongolian behind these;
//   - the joiner within an emoji, between two pictures;
//   - the joiners between two letters of one script that is written with them,
//     as in Persian and in the scripts of India;
//   - the vowel separator between two Mongolian letters.
//
// A second selector, or a joiner at the end of a word, is not part of anything
// and could hide there; so could one behind a letter that has no variants.
func joins(before string, r rune, behind string) bool {
	base, varied := baseOf(before)
	next, size := utf8.DecodeRuneInString(behind)
	if size <= 1 && next == utf8.RuneError {
		next = 0
	}
	switch {
	case base == 0:
		return false
	case unicode.Is(unicode.Variation_Selector, r):
		return !varied && varies(base, r, next)
	case r == zwj && picture(base):
		return picture(next)
	case r == zwj, r == zwnj:
		return joinedScript(base, next)
	case r == mvs:
		return unicode.Is(unicode.Mongolian, base) && unicode.Is(unicode.Mongolian, next)
	}
	return false
}

// baseOf returns the last character of text that others may join, 0 for none,
// and whether a selector or a mark varies it. It looks back over few of these.
func baseOf(text string) (base rune, varied bool) {
	const farthest = 4
	for range farthest {
		r, size := utf8.DecodeLastRuneInString(text)
		switch {
		case size <= 1 && r == utf8.RuneError:
			return 0, varied
		case !unicode.Is(unicode.M, r): // which variation selectors are, too
			return r, varied
		}
		varied = true
		text = text[:len(text)-size]
	}
	return 0, varied
}

// varies reports whether base may be varied by selector.
func varies(base, selector, next rune) bool {
	switch {
	case selector == 0xfe0e || selector == 0xfe0f: // as text, as a picture
		if base < 0x7f {
			return next == keycap
		}
		return unicode.In(base, unicode.S, unicode.P) || base == 0x2139 // the letter i as a sign
	case selector >= 0xe0100: // of ideographs
		return unicode.Is(unicode.Han, base)
	case selector < 0xfe00:
		return unicode.Is(unicode.Mongolian, base)
	}
	return false
}

// picture reports whether r may be part of an emoji that is joined of several:
// a symbol, one of the arrows, or a tone of skin.
func picture(r rune) bool {
	return r >= 0x2190 && (unicode.Is(unicode.So, r) || r <= 0x21ff || skinTone(r))
}

func skinTone(r rune) bool { return 0x1f3fb <= r && r <= 0x1f3ff }

// joining are the scripts whose words may hold joiners.
var joining = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mandaic, unicode.Mongolian,
	unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil,
	unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Khmer, unicode.Myanmar,
}

// joinedScript reports whether a and b are of one script that has joiners.
func joinedScript(a, b rune) bool {
	for _, script := range joining {
		if unicode.Is(script, a) {
			return unicode.Is(script, b) && formed(b)
		}
	}
	return false
}

// regionTags returns how many bytes of tags at the beginning of text name the
// region of a flag: two letters of a country, one to three letters or digits of
// a part of it, and the end.
func regionTags(text string) int {
	const first, end = 0xe0000, 0xe007f
	at := 0
	for i := 0; ; i++ {
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		letter := first+'a' <= r && r <= first+'z'
		digit := first+'0' <= r && r <= first+'9'
		switch {
		case r == end && i >= 3:
			return at
		case i == 5 || !letter && (i < 2 || !digit):
			return 0
		}
	}
}
