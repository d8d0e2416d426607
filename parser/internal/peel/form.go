package peel

import (
	"bytes"
	"slices"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// inAddress marks the bytes that may stand in an address, in a form and in
// percent-encoded text.
var inAddress = func() (t [256]bool) {
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = true, true
	}
	for _, c := range "0123456789-._~!*'();:@&=+$,/?#[]%" {
		t[c] = true
	}
	return t
}()

// formField is a field of a form or an address.
func formField() wrapper {
	return wrapper{
		"form",
		lang.Text{ZH: "URL 编码 / 表单", EN: "Form or URL encoding"},
		"!~",
		(*Scanner).formBegins,
		(*Scanner).form,
	}
}

// formBegins reports whether a field of a form, or text in percent-encoding,
// begins at i. Each run of such bytes is looked at once.
func (s *Scanner) formBegins(i int) bool {
	if !inAddress[s.text[i]] || s.quoteAt(i, i) || bytes.HasPrefix(s.text[i:], []byte("$'")) ||
		i > s.first && inAddress[s.text[i-1]] && s.text[i-1] != '&' && s.text[i-1] != '\'' {
		return false
	}
	if i >= s.tokenEnd {
		s.tokenEnd, s.lastEscape = i, -1
		for s.tokenEnd < len(s.text) && inAddress[s.text[s.tokenEnd]] && !s.quoteAt(s.tokenEnd, i) {
			if s.text[s.tokenEnd] == '%' {
				s.lastEscape = s.tokenEnd
			}
			s.tokenEnd++
		}
	}
	return i <= s.lastEscape
}

// quoteAt reports whether the apostrophe at i is the quote of a literal: the
// first of the word that begins at start, letters like the b of b'…' aside, or
// one behind it. Others may stand in an address.
func (s *Scanner) quoteAt(i, start int) bool {
	if s.text[i] != '\'' {
		return false
	}
	opens := i-start <= 2 && len(bytes.Trim(s.text[start:i], "bBrRuU")) == 0
	return opens || i+1 == len(s.text) || !inAddress[s.text[i+1]]
}

// form undoes the percent-encoding of the field at i of a form,
// application/x-www-form-urlencoded, or of a text that is not a form.
func (s *Scanner) form(i int) (in Inside, ok bool, passed int) {
	value, end := i, s.tokenEnd
	note := lang.Text{ZH: "URL 编码", EN: "percent-encoded text"}
	name := fieldName(s.text[i:end])
	if name > 0 {
		value = i + name + 1
		from := i + 1 + bytes.LastIndexAny(s.text[i:i+name], "?/&#")
		note = lang.Text{ZH: "表单字段 {0}", EN: "form field {0}"}.With(string(s.text[from : i+name]))
	}
	end = fieldEnd(s.text, value, end)
	step := unescape.Percent
	if addressed(s.text[value:end]) {
		step = unescape.PercentPlus
	}
	inner, trace := s.c.Undo(s.text, value, end, step)
	if len(inner) >= end-value || !s.c.Holds(inner) {
		return in, false, end
	}
	return Inside{Start: i, End: end, Text: inner, Trace: trace, Note: note}, true, 0
}

// fieldName returns the length of the name that the field b begins with, with
// what stands before the name in an address; 0 if it has none.
func fieldName(b []byte) int {
	eq := bytes.IndexByte(b[:min(outset.LookAhead, len(b))], '=')
	if eq <= 0 || bytes.IndexByte(b[:eq], '%') >= 0 {
		return 0
	}
	return eq
}

// fieldEnd returns where the field ends whose value begins at i: before an
// ampersand with another field behind it, or with the run of such bytes. A document in
// a field ends with a bracket: encodeURI leaves the ampersands that stand within it.
func fieldEnd(text []byte, i, end int) int {
	first := end
	opens := bracketed(text[i:end], startBrackets, bytes.HasPrefix)
	for at := i; ; at++ {
		n := bytes.IndexByte(text[at:end], '&')
		if n < 0 {
			if opens && !bracketed(text[i:end], endBrackets, bytes.HasSuffix) {
				return first
			}
			return end
		}
		at += n
		next := bytes.TrimPrefix(text[at+1:end], []byte("amp;"))
		if name := fieldName(next); len(next) == 0 || name > 0 && !bytes.ContainsAny(next[:name], ";:/<>,?") {
			if !opens || bracketed(bytes.TrimSuffix(text[i:at], []byte("%0A")), endBrackets, bytes.HasSuffix) {
				return at
			}
			first = min(first, at)
		}
	}
}

// What documents begin and end with, as it may stand in an address.
var (
	startBrackets = []string{"%3C", "%3c", "<", "%7B", "%7b", "{", "%5B", "%5b", "["}
	endBrackets   = []string{"%3E", "%3e", ">", "%7D", "%7d", "}", "%5D", "%5d", "]"}
)

// bracketed reports whether b begins, or ends, with one of the brackets.
func bracketed(b []byte, brackets []string, at func(b, bracket []byte) bool) bool {
	return slices.ContainsFunc(brackets, func(s string) bool { return at(b, []byte(s)) })
}

// addressed reports whether b was encoded as part of an address, the way of
// JavaScript's encodeURI or of RFC 3986, where a plus sign stands for itself,
// and not as a form, where it stands for a blank. A form leaves no mark but
// -_.* and the plus, and writes no blank as %20.
func addressed(b []byte) bool {
	return bytes.Contains(b, []byte("%20")) || bytes.ContainsAny(b, ":,;/?@$!()'")
}
