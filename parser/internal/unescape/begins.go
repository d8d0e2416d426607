package unescape

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// Blanks counts the bytes of white space that b begins with, written as
// such or as escapes.
func Blanks(b []byte) int {
	n := 0
	for n < len(b) {
		slashes := n
		for slashes < len(b) && b[slashes] == '\\' {
			slashes++
		}
		switch {
		case chars.IsSpace(b[n]):
			n++
		case slashes > n && slashes < len(b) && (b[slashes] == 'n' || b[slashes] == 'r' || b[slashes] == 't'):
			n = slashes + 1
		default:
			return n
		}
	}
	return n
}

// Quote returns the length of the escaped quote that b begins with, 0 if
// it begins with none, and how many backslashes escape it.
func Quote(b []byte) (n, level int) {
	for level < len(b) && b[level] == '\\' {
		level++
	}
	switch rest := b[level:]; {
	case level == 0:
		return 0, 0
	case bytes.HasPrefix(rest, []byte(`"`)):
		return level + 1, level
	case bytes.HasPrefix(rest, []byte("x22")):
		return level + len("x22"), level
	case bytes.HasPrefix(rest, []byte("u0022")):
		return level + len("u0022"), level
	}
	return 0, 0
}

// ShellBody reports whether b begins a body whose quotes, brackets or line ends have a
// caret or a back quote before them, as shells of Windows want it.
func ShellBody(b []byte) bool {
	const openers = 64 // bytes of them at most: brackets are many, and each is asked
	n, escaped := 0, false
	for n < min(len(b), openers) {
		c := b[n]
		if c == '{' || c == '[' || chars.IsSpace(c) {
			n++
			continue
		}
		if n+1 == len(b) || !(c == '^' && bytes.IndexByte([]byte("{[\r\n"), b[n+1]) >= 0 ||
			c == '`' && bytes.IndexByte([]byte("rnt"), b[n+1]) >= 0) {
			break
		}
		n, escaped = n+2, n > 0
	}
	switch rest := b[n:]; {
	case bytes.HasPrefix(rest, []byte("^<")):
		return true
	case bytes.HasPrefix(rest, []byte(`^\^"`)), bytes.HasPrefix(rest, []byte("`\"")):
		return n > 0
	case len(rest) > 0 && rest[0] == '<' && n == 0:
		end := bytes.IndexByte(rest, '>')
		return end > 0 && (bytes.Contains(rest[:end], []byte("`\"")) ||
			bytes.HasPrefix(rest[end+1:], []byte("`n")) || bytes.HasPrefix(rest[end+1:], []byte("`r`n")))
	}
	return escaped && n < len(b) && b[n] == '}'
}

// ShellArgument reports whether b goes on, behind a quote, as an argument with escapes
// of a shell of Windows does.
func ShellArgument(b []byte) bool {
	n := bytes.IndexAny(b, "^`\"")
	if n < 0 || n+1 >= len(b) || b[n] == '"' {
		return false
	}
	if b[n] == '`' {
		return bytes.IndexByte([]byte(`"$nrt`), b[n+1]) >= 0
	}
	return bytes.IndexByte([]byte("\\<>&|{}[]^%\r\n"), b[n+1]) >= 0
}

// Openers counts the bytes of the opening brackets that b begins with,
// and of the blanks between them.
func Openers(b []byte) int {
	n := 0
	for n < len(b) && (b[n] == '{' || b[n] == '[') {
		n++
		n += Blanks(b[n:])
	}
	return n
}
