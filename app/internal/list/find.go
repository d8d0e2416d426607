package list

import (
	"bytes"
)

// FoldIndex returns where needle begins in text, or -1. ASCII letters of text
// may be capitals; needle has none.
func FoldIndex(text, needle []byte) int {
	if len(needle) == 0 {
		return 0
	}
	first := needle[0]
	if first < 'a' || 'z' < first {
		return foldIndexFrom(text, needle, func(b []byte) int { return bytes.IndexByte(b, first) })
	}
	upper := first - 'a' + 'A'
	return foldIndexFrom(text, needle, func(b []byte) int {
		for i, c := range b {
			if c == first || c == upper {
				return i
			}
		}
		return -1
	})
}

func foldIndexFrom(text, needle []byte, next func([]byte) int) int {
	for at := 0; at+len(needle) <= len(text); at++ {
		i := next(text[at : len(text)-len(needle)+1])
		if i < 0 {
			return -1
		}
		at += i
		if foldPrefix(text[at:], needle) {
			return at
		}
	}
	return -1
}

func foldPrefix(text, needle []byte) bool {
	for i, c := range needle {
		d := text[i]
		if 'A' <= d && d <= 'Z' {
			d += 'a' - 'A'
		}
		if c != d {
			return false
		}
	}
	return true
}

// LowerASCII lowers the ASCII letters of b in place and returns b.
func LowerASCII(b []byte) []byte {
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return b
}
