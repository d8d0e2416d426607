package align

import "unicode/utf8"

// sameBut returns how many bytes of text are word, be it in another width, full or
// half; -1 where text does not begin with it.
func sameBut(word, text []byte) int {
	at := 0
	for i := 0; i < len(word); {
		if at >= len(text) {
			return -1
		}
		if word[i] == text[at] && word[i] < utf8.RuneSelf {
			i, at = i+1, at+1
			continue
		}
		a, n := utf8.DecodeRune(word[i:])
		b, m := utf8.DecodeRune(text[at:])
		if a == utf8.RuneError && n == 1 || b == utf8.RuneError && m == 1 {
			if word[i] != text[at] {
				return -1
			}
		} else if a != b && narrow(a) != narrow(b) {
			return -1
		}
		i, at = i+n, at+m
	}
	return at
}

// narrow returns the half width form of a character that has one.
func narrow(r rune) rune {
	switch {
	case r == 0x3000:
		return ' '
	case 0xff01 <= r && r <= 0xff5e:
		return r - 0xff01 + '!'
	}
	return r
}
