package peel

import (
	"bytes"
	"strings"

	"github.com/callbacklens/callbacklens/parser/internal/dump"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// stringLiteral is a string as programs print it, in quotes.
func stringLiteral() wrapper {
	return wrapper{
		"quoted",
		lang.Text{ZH: "转义字符串", EN: "Quoted string"},
		"\"\"''",
		(*Scanner).literalBegins,
		(*Scanner).literal,
	}
}

// literalBegins reports whether a string literal may begin at i: one that was
// printed by %q, by a JSON logger, into source code, or by Python's repr.
func (s *Scanner) literalBegins(i int) bool {
	if bytes.HasPrefix(s.text[i+1:], []byte(`\x`)) && dump.Begins(s.text, i+1) {
		return false // bytes, as PostgreSQL writes them
	}
	switch s.text[i] {
	case '"':
		return true
	case '\'': // an apostrophe stands behind a letter
		start := s.prefixed(i)
		return start == s.first || start > 0 && !isWordByte(s.text[start-1])
	}
	return false
}

// prefixed returns where the letters of a literal like b'…' begin whose quote
// stands at i.
func (s *Scanner) prefixed(i int) int {
	start := i
	for start > max(i-2, s.first) && strings.IndexByte("bBrRuU", s.text[start-1]) >= 0 {
		start--
	}
	if start > s.first && isWordByte(s.text[start-1]) {
		return i
	}
	return start
}

func isWordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// literal undoes the escapes of the literal whose quote stands at i. Without an
// escape in it there is nothing to undo: what is in it is found as it stands.
func (s *Scanner) literal(i int) (in Inside, ok bool, passed int) {
	quote, end := s.text[i], -1
	if !s.unclosed[quote] {
		end = closing(s.text, i+1, quote, s.c)
	}
	after := end + 1
	if end < 0 {
		s.unclosed[quote] = true
		if !escapedAhead(s.text, i+1) { // else it is cut
			return in, false, i + 1
		}
		end, after = len(s.text), len(s.text)
	}
	if bytes.IndexByte(s.text[i:end], '\\') < 0 {
		return in, false, max(end, i+2) // nothing begins with the second quote of an empty one
	}
	start := s.prefixed(i)
	if start == i && quote == '\'' && !s.behind(i, '$') && unescape.KeepsOwn(s.text[i+1:end]) {
		return in, false, end // the escapes are those of the body
	}
	alone := start == s.front && after == s.back
	inner, trace := s.c.Undo(s.text, i+1, end, unescape.Literal)
	if !alone && !s.c.Holds(inner) {
		return in, false, end
	}
	note := lang.Text{ZH: "带转义的字符串", EN: "a string with escapes"}
	if !alone {
		note = lang.Text{ZH: "一行日志里的字符串", EN: "a string within a line"}
	}
	return Inside{Start: start, End: after, Text: inner, Trace: trace, Note: note}, true, 0
}

// closing returns where the quote stands that ends the literal whose content
// begins at i, -1 if none does.
func closing(text []byte, i int, quote byte, c Context) int {
	beat := i + pulseEvery
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

// behind reports whether c stands before i.
func (s *Scanner) behind(i int, c byte) bool { return i > 0 && s.text[i-1] == c }
