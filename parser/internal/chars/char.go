// Package chars knows the characters and escapes of XML and JSON, and looks at
// eight bytes at a time where that is faster.
package chars

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

func IsSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\r'
}

func SkipSpace(b []byte, i int) int {
	for i < len(b) && IsSpace(b[i]) {
		i++
	}
	return i
}

// IsXMLChar reports whether XML 1.0 allows r in a document.
func IsXMLChar(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF ||
		r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}

// CodePoint writes r as Unicode does: U+ and at least four digits.
func CodePoint(r rune) string {
	s := strings.ToUpper(strconv.FormatInt(int64(r), 16))
	return "U+" + strings.Repeat("0", max(4-len(s), 0)) + s
}

// RuneStart returns the beginning of the character that byte i of b is in, or i
// where there is none.
func RuneStart(b []byte, i int) int {
	for n := i; n < len(b) && n > i-utf8.UTFMax && n >= 0; n-- {
		if utf8.RuneStart(b[n]) {
			return n
		}
	}
	return i
}

// longestShown is how many bytes of a name or a value stand in a path or in a
// sentence.
const longestShown = 256

// Clip shortens what is very long to its beginning and "…".
func Clip(s string) string {
	if len(s) <= longestShown {
		return s
	}
	return s[:RuneStart([]byte(s[:longestShown+1]), longestShown)] + "…"
}

// One returns 1 for true.
func One(b bool) int {
	if b {
		return 1
	}
	return 0
}

// NameIn returns the name with the number i, or says that there is none.
func NameIn[T ~uint8](i T, names ...string) string {
	if int(i) < len(names) {
		return names[i]
	}
	return "invalid(" + strconv.Itoa(int(i)) + ")"
}

// IsLetter reports whether c is a letter of ASCII.
func IsLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
