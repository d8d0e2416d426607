package unescape

import (
	"bytes"
	"html"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// Literal undoes one escape of JSON, Go, Java or Python.
func Literal(dst, src []byte) ([]byte, int) {
	if src[0] != '\\' || len(src) < 2 {
		return append(dst, src[0]), 1
	}
	switch c := src[1]; c {
	case '`':
		return append(dst, c), 2
	case '0', '1', '2', '3':
		if b, ok := octal(src); ok {
			return append(dst, b), 4
		}
	case 'x', 'u':
		if r, n := braced(src); n > 0 {
			return utf8.AppendRune(dst, r), n
		}
		if v, ok := chars.Hex(src[2:], 2); ok && c == 'x' {
			return append(dst, byte(v)), 4
		}
	case 'U':
		if v, ok := chars.Hex(src[2:], 8); ok && v >= 0 && v <= utf8.MaxRune {
			return utf8.AppendRune(dst, v), 10
		}
		if v, ok := chars.Hex4(src[2:]); ok { // of Objective-C, in UTF-16
			if low, ok := chars.Hex4(src[min(8, len(src)):]); ok && src[6] == '\\' && src[7] == 'U' {
				if full := utf16.DecodeRune(v, low); full != utf8.RuneError {
					return utf8.AppendRune(dst, full), 12
				}
			}
			return utf8.AppendRune(dst, v), 6
		}
	}
	return chars.AppendEscape(dst, src)
}

// octal reads the escape \344 that b begins with.
func octal(b []byte) (byte, bool) {
	if len(b) < 4 || b[0] != '\\' || b[1] < '0' || b[1] > '3' || b[2]&^7 != '0' || b[3]&^7 != '0' {
		return 0, false
	}
	return (b[1]-'0')<<6 | (b[2]-'0')<<3 | (b[3] - '0'), true
}

// braced reads the escape \u{4eca} or \x{4eca} that b begins with.
func braced(b []byte) (r rune, n int) {
	const longest = len(`\u{10ffff}`)
	if len(b) < 4 || b[2] != '{' {
		return 0, 0
	}
	end := bytes.IndexByte(b[:min(longest, len(b))], '}')
	if end < 4 {
		return 0, 0
	}
	r, ok := chars.Hex(b[3:], end-3)
	if !ok {
		return 0, 0
	}
	return r, end + 1
}

// Percent undoes one escape of a form.
func Percent(dst, src []byte) ([]byte, int) {
	if src[0] == '+' {
		return append(dst, ' '), 1
	}
	return PercentPlus(dst, src)
}

// PercentPlus undoes one escape of an address; %u4ECA is one of the old
// JavaScript function escape.
func PercentPlus(dst, src []byte) ([]byte, int) {
	if src[0] != '%' {
		return append(dst, src[0]), 1
	}
	if v, ok := chars.Hex(src[1:], 2); ok {
		return append(dst, byte(v)), 3
	}
	if len(src) > 1 && strings.IndexByte("uU", src[1]) >= 0 {
		if v, ok := chars.Hex(src[2:], 4); ok {
			return utf8.AppendRune(dst, v), 6
		}
	}
	return append(dst, src[0]), 1
}

// Entity undoes one entity.
func Entity(dst, src []byte) ([]byte, int) {
	if src[0] == '&' {
		if end := bytes.IndexByte(src[:min(len(src), LongestEntity)], ';'); end > 0 {
			entity := string(src[:end+1])
			if s := html.UnescapeString(entity); s != entity {
				return append(dst, s...), end + 1
			}
		}
	}
	return append(dst, src[0]), 1
}

// Doubled returns the step that undoes a doubled quote.
func Doubled(quote byte) Step {
	return func(dst, src []byte) ([]byte, int) {
		if src[0] == quote && len(src) > 1 && src[1] == quote {
			return append(dst, quote), 2
		}
		return append(dst, src[0]), 1
	}
}

// Caret undoes one escape of cmd.exe around one of a program's arguments.
func Caret(dst, src []byte) ([]byte, int) {
	switch {
	case src[0] != '^' || len(src) < 2:
		return append(dst, src[0]), 1
	case bytes.HasPrefix(src, []byte(`^\^`)) && len(src) > 3 && (src[3] == '"' || src[3] == '\\'):
		return append(dst, src[3]), 4
	case bytes.HasPrefix(src, []byte("^\n\n")):
		return append(dst, '\n'), 3
	case bytes.HasPrefix(src, []byte("^\r\n")):
		return dst, 3
	case src[1] == '\n':
		return dst, 2
	}
	return append(dst, src[1]), 2
}

// BackQuote undoes one escape of PowerShell.
func BackQuote(dst, src []byte) ([]byte, int) {
	if src[0] != '`' || len(src) < 2 {
		return append(dst, src[0]), 1
	}
	switch src[1] {
	case 'n':
		return append(dst, '\n'), 2
	case 'r':
		return append(dst, '\r'), 2
	case 't':
		return append(dst, '\t'), 2
	}
	return append(dst, src[1]), 2
}

// Character reads the escapes of one character that b begins with, \xHH and octal
// ones for its bytes in UTF-8, in XML also \uHHHH. It returns how many bytes they
// take, 0 where b begins with none or they stand for no character.
func Character(b []byte, xml bool) (r rune, n int) {
	if xml && len(b) > 1 && b[1] == 'u' {
		out, size := chars.AppendEscape(nil, b)
		if r, _ = utf8.DecodeRune(out); size < 6 || r == utf8.RuneError {
			return 0, 0
		}
		return r, size
	}
	var char [utf8.UTFMax]byte
	for k := range char {
		c, size := oneByte(b[n:])
		if size == 0 {
			return 0, 0
		}
		char[k], n = c, n+size
		if utf8.FullRune(char[:k+1]) {
			r, whole := utf8.DecodeRune(char[:k+1])
			if whole != k+1 || r == utf8.RuneError {
				return 0, 0
			}
			return r, n
		}
	}
	return 0, 0
}

// oneByte reads the escape \xe4 or \344 that b begins with.
func oneByte(b []byte) (c byte, n int) {
	if len(b) < 4 || b[0] != '\\' {
		return 0, 0
	}
	if v, ok := chars.Hex(b[2:], 2); ok && b[1] == 'x' {
		return byte(v), 4
	}
	if c, ok := octal(b); ok {
		return c, 4
	}
	return 0, 0
}

// Escaped reports whether text has several runs of escapes and no byte beyond
// ASCII. In XML escaped quotes and line ends count, too.
func Escaped(text []byte, xml bool, pulse func()) bool {
	const enough = 2
	runs, last, beat := 0, -1, pulseEvery
	for i := 0; i < len(text); i++ {
		if i >= beat {
			pulse()
			beat = i + pulseEvery
		}
		if text[i] >= utf8.RuneSelf {
			return false
		}
		if text[i] != '\\' {
			continue
		}
		r, n := Character(text[i:], xml)
		if n > 0 && (xml || r >= utf8.RuneSelf) {
			if i != last {
				runs++
			}
			last = i + n
		}
		i += max(n, 2) - 1
	}
	return runs >= enough
}

// Byte undoes the escapes of one character beyond ASCII.
func Byte(dst, src []byte) ([]byte, int) {
	if src[0] != '\\' {
		return append(dst, src[0]), 1
	}
	if r, n := Character(src, false); n > 0 && r >= utf8.RuneSelf {
		return utf8.AppendRune(dst, r), n
	}
	n := min(2, len(src)) // a backslash that is escaped begins nothing
	return append(dst, src[:n]...), n
}

// ByteXML undoes the escapes of any character.
func ByteXML(dst, src []byte) ([]byte, int) {
	if src[0] == '\\' {
		if r, n := Character(src, true); n > 0 {
			return utf8.AppendRune(dst, r), n
		}
	}
	return append(dst, src[0]), 1
}

// Markdown undoes one escape of Markdown: a backslash before a sign of ASCII.
func Markdown(dst, src []byte) ([]byte, int) {
	if src[0] != '\\' || len(src) < 2 {
		return append(dst, src[0]), 1
	}
	c := src[1]
	if c <= ' ' || c >= 0x7f || c >= '0' && c <= '9' || chars.IsLetter(c) || c == '"' || c == '\\' {
		return append(dst, src[0], c), 2
	}
	return append(dst, c), 2
}

// LongestEntity is the length in bytes of the longest one that HTML names.
const LongestEntity = 34
