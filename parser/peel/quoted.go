package peel

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Quoted undoes the escapes of a string literal: a body that was printed by %q,
// by a JSON logger or into Java source, with its quotes or without, alone or in
// a line of a log.
func Quoted(text []byte, c Context) []Inside {
	start, end, whole := literal(text, c)
	if end <= start {
		return nil
	}
	inner, trace := c.undo(text, start, end, unescape)
	alone := start > 0 && whole && end < len(text) && text[start-1] == '"'
	if !alone && (len(inner) >= len(text) || !holds(inner, c)) {
		return nil
	}
	note := lang.Text{ZH: "带转义的字符串", EN: "a string with escapes"}
	if !whole {
		note = lang.Text{ZH: "一行日志里的字符串", EN: "a string within a line"}
	}
	return []Inside{{Kind: "quoted", Start: start, End: end, Text: inner, Trace: trace, Note: note}}
}

// literal finds the inside of a string literal that holds a body.
func literal(text []byte, c Context) (start, end int, whole bool) {
	from, to := trimmed(text)
	if from == to {
		return 0, 0, false
	}
	if q := text[from]; q == '"' || q == '\'' {
		if close := c.closingAt(text[:to], from+1, q); close == to-1 || close < 0 {
			if close < 0 {
				close = to
			}
			return from + 1, close, true
		}
	}
	if escapedBody(text[from:to]) {
		return from, to, true
	}
	if BodyAt(text, from) {
		return 0, 0, false
	}
	for _, mark := range [...]string{`"<`, `"{\"`, `"[{\"`, `"{\\\"`, `"\u003c`, `"\u003C`, `"\x3c`} {
		if i := c.index(text[from:to], mark); i >= 0 {
			start = from + i + 1
			close := c.closingAt(text[:to], start, '"')
			if close < 0 {
				close = to
			}
			if mark != `"<` || bytes.IndexByte(text[start:close], '\\') >= 0 {
				return start, close, false
			}
		}
	}
	return 0, 0, false
}

// closingAt returns where the quote that ends a literal stands, -1 if it lacks.
func (c Context) closingAt(text []byte, i int, quote byte) int {
	beat := i
	for ; i < len(text); i++ {
		if i >= beat {
			c.pulse()
			beat = i + pulseEvery
		}
		switch text[i] {
		case '\\':
			i++
		case quote:
			return i
		}
	}
	return -1
}

// escapedBody reports whether text begins like a body whose quotes, brackets
// or line ends are escaped.
func escapedBody(text []byte) bool {
	from, _ := trimmed(text)
	text = text[from:]
	for _, mark := range [...]string{`{\"`, `[{\"`, `{\\\"`, `\u003c`, `\u003C`, `\x3c`, `\x3C`, `{\n`, `{\r\n`, `[\n`, `\"`, `\n<`, `\n{`} {
		if bytes.HasPrefix(text, []byte(mark)) {
			return true
		}
	}
	// <Response>\n  <EventName> with a backslash and an n where a line ends.
	if len(text) > 0 && text[0] == '<' {
		end := bytes.IndexByte(text, '>')
		return end > 0 && (bytes.HasPrefix(text[end+1:], []byte(`\n`)) || bytes.HasPrefix(text[end+1:], []byte(`\r\n`)) || bytes.HasPrefix(text[end+1:], []byte(`\t`)) ||
			bytes.HasSuffix(text[:end], []byte(`\"?`)) || bytes.HasSuffix(text[:end], []byte(`\"`)))
	}
	return false
}

// unescape undoes one escape of JSON, Go or Java.
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
