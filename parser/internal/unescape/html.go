package unescape

import (
	"bytes"
	"html"
	"strings"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// farthest is how many ampersands are followed at most, and more than backslashes are.
const farthest = 512

// EntityOf returns the length of the entity that b begins with if it stands for
// one of the characters, its own ampersand being escaped level times; otherwise
// the length is 0.
func EntityOf(b []byte, characters string) (n, level int) {
	if len(b) == 0 || b[0] != '&' {
		return 0, 0
	}
	n = 1
	for n < farthest && bytes.HasPrefix(b[n:], []byte("amp;")) {
		n, level = n+len("amp;"), level+1
	}
	end := bytes.IndexByte(b[n:min(n+LongestEntity, len(b))], ';')
	if end <= 0 {
		return 0, 0
	}
	if c := html.UnescapeString("&" + string(b[n:n+end+1])); len(c) != 1 || strings.IndexByte(characters, c[0]) < 0 {
		return 0, 0
	}
	return n + end + 1, level
}

// HTMLQuote returns the length of the quote that b begins with, with the
// backslashes before it, and a number for how it is escaped: a quote with
// another number belongs to a string.
func HTMLQuote(b []byte) (n, level int) {
	slashes := 0
	for slashes < len(b) && b[slashes] == '\\' {
		slashes++
	}
	size, level := EntityOf(b[slashes:], "\"")
	switch {
	case size == 0:
		return 0, 0
	case slashes%2 == 1:
		level += slashes * farthest
	}
	return slashes + size, level
}

// SoundJSON reports whether the quotes and brackets of text are in order.
func SoundJSON(text []byte) bool {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case '"':
			for i++; i < len(text) && text[i] != '"'; i++ {
				i += chars.One(text[i] == '\\')
			}
			if i >= len(text) {
				return false
			}
			if next := chars.SkipSpace(text, i+1); next < len(text) && bytes.IndexByte([]byte(":,}]"), text[next]) < 0 {
				return false
			}
		}
	}
	return depth == 0
}
