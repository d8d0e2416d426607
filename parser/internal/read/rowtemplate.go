package read

import (
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// The rows of a table nearly always have the same bytes around their values,
// down to the blanks. So once a row was read with care, the next are read by
// comparing: what stands before each value must be what stood there in that
// row, and the value must be plain. A row that is not so is read with care.
//
// All of that goes eight bytes at a time, held in one number, a word. In
// WebAssembly a step over eight bytes takes as long as a step over one.

// literal is one part of a row template: the bytes between two values of a row,
// before the first or behind the last.
type literal struct {
	size  int
	words []uint64
	mask  uint64 // the part of the last word that counts
	value valueKind
}

// valueKind is what the value behind a literal must be to be read by comparing.
type valueKind uint8

const (
	noValue    valueKind = iota // none, or one that cannot be read so
	textValue                   // text that stands for itself
	digitValue                  // a whole number
)

// learn makes the template of the row from start to end whose cells were read
// last.
func (r *reader) learn(start, end int) {
	r.template, r.words = r.template[:0], r.words[:0]
	at := start
	for _, c := range r.cells {
		value := start + int(c.At)
		r.addLiteral(at, value, r.kindAt(value))
		at = value + int(c.Size)
	}
	r.addLiteral(at, end, noValue)
}

// addLiteral adds a literal from start to end to the template, behind which comes a value of a kind.
func (r *reader) addLiteral(start, end int, value valueKind) {
	from, mask := len(r.words), uint64(0)
	for at := start; at < end; at += 8 {
		n := min(end-at, 8)
		mask = 1<<(n*8) - 1
		r.words = append(r.words, chars.ShortWord(r.text, at, n))
	}
	r.template = append(r.template, literal{end - start, r.words[from:len(r.words):len(r.words)], mask, value})
}

// kindAt tells how a value like the one at i is read.
func (r *reader) kindAt(i int) valueKind {
	switch before := r.text[i-1]; {
	case before == '"', before == '>' && r.text[i-2] != '/': // not behind an empty tag
		return textValue
	case before != '>':
		return digitValue
	}
	return noValue
}

// sameRow reads a row at start that fits the template of the one before it. It
// returns where the row ends, -1 if it is none or not so.
func (r *reader) sameRow(t *flat.Table, start int) int {
	text, at := r.text, start
	r.cells = r.cells[:0]
	for i := range r.template {
		j := &r.template[i]
		if at+8*len(j.words) > len(text) {
			return -1
		}
		last := len(j.words) - 1
		for k, w := range j.words[:last] {
			if chars.WordAt(text, at+8*k) != w {
				return -1
			}
		}
		if (chars.WordAt(text, at+8*last)^j.words[last])&j.mask != 0 {
			return -1
		}
		at += j.size
		if i == len(t.Columns) {
			break
		}
		end := r.valueEnd(at, j.value)
		if end < 0 {
			return -1
		}
		r.cells = append(r.cells, flat.Cell{At: uint16(at - start), Size: uint16(end - at)})
		at = end
	}
	if !t.Add(flat.SpanOf(start, at), r.cells) {
		return -1
	}
	return at
}

// valueEnd returns where the plain value at i ends; if it is not plain, -1 or
// somewhere in it, where no literal is.
func (r *reader) valueEnd(i int, kind valueKind) int {
	start, text := i, r.text[:min(i+flat.LongestRow, len(r.text))]
	switch kind {
	case textValue:
		var all uint64
		for ; i+8 <= len(text); i += 8 {
			w := chars.WordAt(text, i)
			all |= w
			m := chars.MarkControl(w) | chars.MarkEqual(w, r.ends[0]) | chars.MarkEqual(w, r.ends[1]) |
				chars.MarkEqual(w, r.ends[2]) | chars.MarkEqual(w, r.ends[3])
			if m != 0 {
				i += chars.FirstMark(m)
				if all&chars.HighBits != 0 && r.strict && !utf8.Valid(text[start:i]) {
					return -1
				}
				return i
			}
		}
	case digitValue:
		for ; i+8 <= len(text); i += 8 {
			if m := chars.MarkNonDigit(chars.WordAt(text, i)); m != 0 {
				i += chars.FirstMark(m)
				if i == start || text[start] == '0' && i > start+1 {
					return -1
				}
				return i
			}
		}
	}
	return -1
}
