package peel

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
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
		ahead := s.text[i:min(i+outset.LookAhead, len(s.text))]
		s.escapedRun = i + unescape.Openers(ahead)
		return escapedAhead(s.text, i)
	}
	return false
}

// escapedAhead reports whether what begins at i begins like a body whose
// quotes, brackets or line ends are escaped.
func escapedAhead(text []byte, i int) bool {
	ahead := text[i:min(i+outset.LookAhead, len(text))]
	ahead = ahead[unescape.Blanks(ahead):]
	if len(ahead) == 0 {
		return false
	}
	switch ahead[0] {
	case '\\':
		out, _ := unescape.Literal(nil, ahead)
		return len(out) == 1 && (out[0] == '<' || out[0] == '{' && bytes.IndexByte(ahead[:min(len(ahead), 16)], '"') < 0)
	case '{', '[':
		opened := unescape.Openers(ahead)
		n, _ := unescape.Quote(ahead[opened:])
		return n > 0 || bytes.IndexByte(ahead[:opened], '\\') > 0 && opened < len(ahead) && ahead[opened] == '"'
	case '<':
		// <Response>\n  <EventName> with a backslash and an n where a line ends.
		end := bytes.IndexByte(ahead, '>')
		if end < 0 || bytes.IndexByte(ahead[1:end], '<') >= 0 {
			return false
		}
		n := unescape.Blanks(ahead[end+1:])
		broken := bytes.IndexByte(ahead[end+1:end+1+n], '\\') >= 0 && (end+1+n == len(ahead) || ahead[end+1+n] == '<')
		return broken || bytes.HasSuffix(ahead[:end], []byte(`\"?`)) || bytes.HasSuffix(ahead[:end], []byte(`\"`))
	}
	return false
}

// escaped undoes the escapes of the body at i.
func (s *Scanner) escaped(i int) (in Inside, ok bool, passed int) {
	end := -1
	if c := s.text[i]; c == '{' || c == '[' {
		end = s.escapedEnd(i, unescape.Quote)
	}
	if end < 0 {
		end = s.until(i, lineEnd)
	}
	inner, trace := s.c.Undo(s.text, i, end, unescape.Literal)
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
		switch n, level := quote(s.text[i:min(i+outset.LookAhead, len(s.text))]); {
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
