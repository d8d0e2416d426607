package peel

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// bareEscapes is a body with the escapes of a string, without quotes around it.
func bareEscapes() wrapper {
	return wrapper{"quoted", stringLiteral().name, "<<{{[[\\\\", (*Scanner).escapedBegins, (*Scanner).escaped}
}

// escapedBegins reports whether a body with escaped quotes, brackets or line
// ends begins at i, without quotes around it.
func (s *Scanner) escapedBegins(i int) bool {
	switch s.text[i] {
	case '<', '\\':
		return escapedAhead(s.text, i)
	case '{', '[':
		if i < s.escapedRun {
			return false
		}
		ahead := s.text[i:min(i+lookAhead, len(s.text))]
		s.escapedRun = i + escapedOpeners(ahead)
		return escapedAhead(s.text, i)
	}
	return false
}

// escapedOpeners counts the bytes of the opening brackets that b begins with,
// and of the blanks between them.
func escapedOpeners(b []byte) int {
	n := 0
	for n < len(b) && (b[n] == '{' || b[n] == '[') {
		n++
		n += escapedBlanks(b[n:])
	}
	return n
}

// escapedAhead reports whether what begins at i begins like a body whose
// quotes, brackets or line ends are escaped.
func escapedAhead(text []byte, i int) bool {
	ahead := text[i:min(i+lookAhead, len(text))]
	ahead = ahead[escapedBlanks(ahead):]
	if len(ahead) == 0 {
		return false
	}
	switch ahead[0] {
	case '\\':
		for _, mark := range [...]string{`\u003c`, `\u003C`, `\x3c`, `\x3C`} {
			if bytes.HasPrefix(ahead, []byte(mark)) {
				return true
			}
		}
	case '{', '[':
		n, _ := escapedQuote(ahead[escapedOpeners(ahead):])
		return n > 0
	case '<':
		// <Response>\n  <EventName> with a backslash and an n where a line ends.
		end := bytes.IndexByte(ahead, '>')
		if end < 0 {
			return false
		}
		n := escapedBlanks(ahead[end+1:])
		broken := bytes.IndexByte(ahead[end+1:end+1+n], '\\') >= 0 && (end+1+n == len(ahead) || ahead[end+1+n] == '<')
		return broken || bytes.HasSuffix(ahead[:end], []byte(`\"?`)) || bytes.HasSuffix(ahead[:end], []byte(`\"`))
	}
	return false
}

// escapedBlanks counts the bytes of white space that b begins with, written as
// such or as escapes.
func escapedBlanks(b []byte) int {
	n := 0
	for n < len(b) {
		slashes := n
		for slashes < len(b) && b[slashes] == '\\' {
			slashes++
		}
		switch {
		case isBlank(b[n]):
			n++
		case slashes > n && slashes < len(b) && (b[slashes] == 'n' || b[slashes] == 'r' || b[slashes] == 't'):
			n = slashes + 1
		default:
			return n
		}
	}
	return n
}

// escapedQuote returns the length of the escaped quote that b begins with, 0 if
// it begins with none, and how many backslashes escape it.
func escapedQuote(b []byte) (n, level int) {
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

// escaped undoes the escapes of the body at i.
func (s *Scanner) escaped(i int) (in Inside, ok bool, passed int) {
	end := -1
	if c := s.text[i]; c == '{' || c == '[' {
		end = s.escapedEnd(i, escapedQuote)
	}
	if end < 0 {
		end = s.until(i, lineEnd)
	}
	inner, trace := s.c.Undo(s.text, i, end, unescape)
	if len(inner) >= end-i || !s.c.Holds(inner) {
		return in, false, end
	}
	return Inside{Start: i, End: end, Text: inner, Trace: trace,
		Note: lang.Text{ZH: "带转义的字符串", EN: "a string with escapes"}}, true, 0
}

// escapedEnd returns where the object or array at i ends whose quotes are
// written as quote knows them, -1 if it does not. A quote of another level than
// the first one belongs to a string.
func (s *Scanner) escapedEnd(i int, quote func([]byte) (n, level int)) int {
	if s.unbalanced {
		return -1
	}
	depth, within, first, beat := 0, false, -1, i+pulseEvery
	for i < len(s.text) {
		if i >= beat {
			s.c.pulse()
			beat = i + pulseEvery
		}
		switch n, level := quote(s.text[i:min(i+lookAhead, len(s.text))]); {
		case n > 0:
			if first < 0 {
				first = level
			}
			within = within != (level == first)
			i += n
			continue
		case within:
		case s.text[i] == '{' || s.text[i] == '[':
			depth++
		case s.text[i] == '}' || s.text[i] == ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
		i++
	}
	s.unbalanced = true
	return -1
}

// unescape undoes one escape of JSON, Go, Java or Python.
func unescape(dst, src []byte) ([]byte, int) {
	if src[0] != '\\' || len(src) < 2 {
		return append(dst, src[0]), 1
	}
	switch c := src[1]; c {
	case 'n':
		return append(dst, '\n'), 2
	case 'r':
		return append(dst, '\r'), 2
	case 't':
		return append(dst, '\t'), 2
	case 'b':
		return append(dst, '\b'), 2
	case 'f':
		return append(dst, '\f'), 2
	case '"', '\\', '/', '\'', '`':
		return append(dst, c), 2
	case 'x':
		if v, ok := hexValue(src[2:], 2); ok {
			return append(dst, byte(v)), 4
		}
	case 'u':
		return unicodeEscape(dst, src)
	case 'U':
		if v, ok := hexValue(src[2:], 8); ok {
			return utf8.AppendRune(dst, v), 10
		}
	}
	return append(dst, src[0]), 1
}

func unicodeEscape(dst, src []byte) ([]byte, int) {
	r, ok := hexValue(src[2:], 4)
	if !ok {
		return append(dst, src[0]), 1
	}
	if utf16.IsSurrogate(r) && len(src) >= 12 && src[6] == '\\' && src[7] == 'u' {
		if low, ok := hexValue(src[8:], 4); ok {
			if full := utf16.DecodeRune(r, low); full != utf8.RuneError {
				return utf8.AppendRune(dst, full), 12
			}
		}
	}
	return utf8.AppendRune(dst, r), 6
}

// hexValue reads n hexadecimal digits.
func hexValue(b []byte, n int) (rune, bool) {
	if len(b) < n {
		return 0, false
	}
	var v rune
	for _, c := range b[:n] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		v = v<<4 | rune(c)
	}
	return v, true
}
