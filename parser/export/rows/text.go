package rows

import (
	"strings"

	"github.com/callbacklens/callbacklens/internal/visible"
)

// escaped is the punctuation that Markdown and its dialects read.
const escaped = "\\`*_[]|~#$^"

// Text spells a text so that it is the text of a cell or a heading of Markdown and
// nothing more. Punctuation is escaped, but for positions in a path; what escapes do
// not stop is cut in two by an empty comment.
func Text(s string) string {
	s = visible.Word(s)
	if !strings.ContainsAny(s, escaped+"<&@/.-") {
		return s
	}
	var b strings.Builder
	position := 0 // where the last position in a path ends
	for i := range len(s) {
		if cut(s[:i], s[i]) {
			b.WriteString("<!-- -->")
		}
		if s[i] == '[' && i >= position {
			position = i + index(s[i:])
		}
		switch c := s[i]; {
		case c == '<':
			b.WriteString("&lt;")
		case c == '&':
			b.WriteString("&amp;")
		case strings.IndexByte(escaped, c) >= 0 && i >= position:
			b.WriteByte('\\')
			b.WriteByte(c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// index returns how long the position in a path is that s begins with, as [2] in
// Tasks[2].State, with what follows; 0 for none. It needs no escape: what could make a
// link of it does not follow.
func index(s string) int {
	n := 1
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	switch {
	case n == 1 || n == len(s) || s[n] != ']':
		return 0
	case n+1 == len(s):
		return n + 1
	case s[n+1] == '.':
		return n + 2
	}
	return 0
}

// cut reports whether c would complete, behind before, what sites make links
// of in the text that Markdown has become, where escapes are gone: mentions,
// numbers of issues and addresses.
func cut(before string, c byte) bool {
	digit := c >= '0' && c <= '9'
	switch n := len(before); {
	case n == 0:
		return false
	case before[n-1] == '@':
		return c != ' '
	case before[n-1] == '#':
		return digit
	case before[n-1] == '/':
		return c == '/'
	case c == '.':
		return n >= 3 && strings.EqualFold(before[n-3:], "www")
	case before[n-1] == '-':
		return digit && n >= 3 && strings.EqualFold(before[n-3:], "GH-")
	}
	return false
}
