package peel

import (
	"bytes"
	"html"
	"strings"

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
		n, _ := entity(s.text[i:], "<\"'")
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
		n, _ = entity(ahead[n:], "\"'")
		return n > 0
	}
	return false
}

// entity returns the length of the entity that b begins with if it stands for
// one of the characters, its own ampersand being escaped level times; otherwise
// the length is 0.
func entity(b []byte, characters string) (n, level int) {
	if len(b) == 0 || b[0] != '&' {
		return 0, 0
	}
	n = 1
	for n < outset.LookAhead && bytes.HasPrefix(b[n:], []byte("amp;")) {
		n, level = n+len("amp;"), level+1
	}
	end := bytes.IndexByte(b[n:min(n+unescape.LongestEntity, len(b))], ';')
	if end <= 0 {
		return 0, 0
	}
	if c := html.UnescapeString("&" + string(b[n:n+end+1])); len(c) != 1 || strings.IndexByte(characters, c[0]) < 0 {
		return 0, 0
	}
	return n + end + 1, level
}

// htmlQuote returns the length of the quote that b begins with, with the
// backslashes before it, and a number for how it is escaped: a quote with
// another number belongs to a string.
func htmlQuote(b []byte) (n, level int) {
	slashes := 0
	for slashes < len(b) && b[slashes] == '\\' {
		slashes++
	}
	size, level := entity(b[slashes:], "\"")
	switch {
	case size == 0:
		return 0, 0
	case slashes%2 == 1:
		level += slashes * outset.LookAhead
	}
	return slashes + size, level
}

// html undoes the entities of a body that was copied out of the source of a web
// page, or printed by a logger that escapes for one.
func (s *Scanner) html(i int) (in Inside, ok bool, passed int) {
	end := -1
	if s.text[i] == '&' {
		end = s.htmlEnd(i)
	} else {
		end = s.escapedEnd(i, htmlQuote)
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
	size, level := entity(s.text[i:], "<")
	if size == 0 {
		return min(end, s.until(i, rawQuote))
	}
	tags := htmlTags{s.text[:end], level}
	at := i + size
	for at >= 0 && at < end && (s.text[at] == '?' || s.text[at] == '!') {
		at = tags.next(at)
	}
	if at < 0 {
		return end
	}
	name := string(s.nameAt(at))
	for at = tags.next(at); at >= 0; at = tags.next(at) {
		if bytes.HasPrefix(s.text[at:end], []byte("/"+name)) {
			at += 1 + len(name)
			at += outset.Blanks(s.text[at:end])
			size, _ = entity(s.text[at:end], ">")
			return at + size
		}
	}
	return end
}

// htmlTags finds the tags of a text that are escaped level times and once more.
type htmlTags struct {
	text  []byte
	level int
}

// next returns what follows the next escaped < behind i, -1 if there is none.
func (h htmlTags) next(i int) int {
	for i < len(h.text) {
		n := bytes.IndexByte(h.text[i:], '&')
		if n < 0 {
			return -1
		}
		i += n
		size, level := entity(h.text[i:], "<")
		if size > 0 && level == h.level {
			return i + size
		}
		i += max(size, 1)
	}
	return -1
}
