package peel

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// htmlEscapes is a body with the escapes of HTML.
func htmlEscapes() wrapper {
	return wrapper{
		"html",
		lang.Text{ZH: "HTML 转义", EN: "HTML escapes"},
		"&&{{[[",
		(*Scanner).htmlBegins,
		(*Scanner).html,
	}
}

// htmlBegins reports whether a body that was escaped for HTML begins at i: with
// an entity that stands for a bracket or a quote, or with braces before one.
func (s *Scanner) htmlBegins(i int) bool {
	switch s.text[i] {
	case '&':
		n, _ := unescape.EntityOf(s.text[i:], "<{[\"'")
		return n > 0
	case '{', '[':
		if i < s.htmlRun {
			return false
		}
		ahead := s.text[i:min(i+outset.LookAhead, len(s.text))]
		n := 0
		for n < len(ahead) && (ahead[n] == '{' || ahead[n] == '[') {
			n++
			n += outset.Blanks(ahead[n:])
		}
		s.htmlRun = i + n
		for n < len(ahead) && ahead[n] == '\\' { // quoted before it was escaped
			n++
		}
		n, _ = unescape.EntityOf(ahead[n:], "\"'")
		return n > 0
	}
	return false
}

// html undoes the entities of a body that was copied out of the source of a web
// page, or printed by a logger that escapes for one.
func (s *Scanner) html(i int) (in Inside, ok bool, passed int) {
	end := -1
	if s.text[i] == '&' {
		end = s.htmlEnd(i)
	} else {
		end = s.escapedEnd(i, unescape.HTMLQuote)
	}
	if end < 0 {
		end = min(s.until(i, rawBracket), s.until(i, rawQuote))
	}
	inner, trace := s.c.Undo(s.text, i, end, unescape.Entity)
	if len(inner) >= end-i || !s.c.Holds(inner) {
		return in, false, end
	}
	return Inside{Start: i, End: end, Text: inner, Trace: trace,
		Note: lang.Text{ZH: "HTML 实体转义", EN: "escaped for HTML"}}, true, 0
}

// htmlEnd returns where the text that begins with the entity at i ends: an
// element behind its end tag, anything else before a bracket or a quote that is
// not escaped.
func (s *Scanner) htmlEnd(i int) int {
	end := s.until(i, rawBracket)
	size, level := unescape.EntityOf(s.text[i:], "<")
	if size == 0 {
		return min(end, s.until(i, rawQuote))
	}
	tags := htmlTags{s.text[:end], level, s.c, i}
	at := i + size
	for at >= 0 && at < end && (s.text[at] == '?' || s.text[at] == '!') {
		at = tags.next(at)
	}
	if at < 0 {
		return end
	}
	name := string(outset.NameAt(s.text, at))
	for at = tags.next(at); at >= 0; at = tags.next(at) {
		if bytes.HasPrefix(s.text[at:end], []byte("/"+name)) {
			at += 1 + len(name)
			at += outset.Blanks(s.text[at:end])
			size, _ = unescape.EntityOf(s.text[at:end], ">")
			return at + size
		}
	}
	return end
}

// htmlTags finds the tags of a text that are escaped level times and once more.
type htmlTags struct {
	text  []byte
	level int
	c     Context
	beat  int
}

// next returns what follows the next escaped < behind i, -1 if there is none.
func (h *htmlTags) next(i int) int {
	const entityCost = 32 // how many bytes could be looked at in the time that one takes
	for i < len(h.text) {
		if h.beat -= entityCost; i >= h.beat {
			h.c.pulse()
			h.beat = i + pulseEvery
		}
		n := bytes.IndexByte(h.text[i:], '&')
		if n < 0 {
			return -1
		}
		i += n
		size, level := unescape.EntityOf(h.text[i:], "<")
		if size > 0 && level == h.level {
			return i + size
		}
		i += max(size, 1)
	}
	return -1
}
