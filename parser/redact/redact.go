// Package redact finds what should not be shown unasked in a text: passwords,
// tokens, cookies, signatures, keys, and the addresses that callbacks are sent
// to, into which people put a secret as callbacks are not signed.
//
// It looks at names and shapes alone, wherever they stand, and knows nothing of
// bodies: a request may be whole, cut, quoted, folded, escaped or within a line
// of a log. Escapes of JSON, XML, addresses and shells are seen through. What
// it goes by is in names.go, row by row with the reason.
package redact

import (
	"slices"
	"unicode/utf8"
)

// Span is the half-open range of bytes [Start, End) of a text.
type Span struct {
	Start, End int
}

// Find returns the secrets of text, in order and apart from each other. It
// takes one pass with a look ahead of constant length, and calls pulse, if set,
// every now and then, however much of the text a step has to look at.
func Find(text []byte, pulse func(done int)) []Span {
	s := scanner{text: text, pulse: pulse}
	s.run()
	return Merge(s.found)
}

// Value returns what is to be hidden of a value, by the kind that its name has.
// What can be seen in the value itself is left to Find.
func Value(kind Kind, value []byte) []Span {
	s := scanner{text: value}
	switch {
	case kind >= Secret && !trivial(value):
		s.add(0, len(value))
	case kind == Link || kind == Address:
		s.address(0, len(value), kind == Address)
	}
	return s.found
}

// Merge puts spans in order and joins those that overlap.
func Merge(spans []Span) []Span {
	byPlace := func(a, b Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	}
	if !slices.IsSortedFunc(spans, byPlace) {
		slices.SortFunc(spans, byPlace)
	}
	out := spans[:0]
	for _, s := range spans {
		switch last := len(out) - 1; {
		case s.End <= s.Start:
		case last >= 0 && s.Start < out[last].End:
			out[last].End = max(out[last].End, s.End)
		default:
			out = append(out, s)
		}
	}
	return out
}

// Mask overwrites spans of text so that every place stays where it is: each
// character by one that takes as many bytes. Line ends and tabs stay.
func Mask(text []byte, spans []Span) {
	for _, s := range spans {
		for i := s.Start; i < s.End; {
			_, n := utf8.DecodeRune(text[i:s.End])
			if c := text[i]; n > 1 || c != '\n' && c != '\r' && c != '\t' {
				copy(text[i:i+n], marks[n])
			}
			i += n
		}
	}
}

// marks are what stands for a character, by its length in bytes.
var marks = [...]string{1: "*", 2: "·", 3: "•", 4: "🔒"}

// String returns s with its secrets masked.
func String(s string) string {
	spans := Find([]byte(s), nil)
	if len(spans) == 0 {
		return s
	}
	b := []byte(s)
	Mask(b, spans)
	return string(b)
}
