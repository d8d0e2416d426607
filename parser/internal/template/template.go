// Package template knows a row of a table again by the bytes around its values.
//
// The rows of a table nearly always have the same bytes around their values, down to
// the blanks. So once a row was read with care, the next are read by comparing: what
// stands before each value must be what stood there in that row, and the value must be
// plain. A row that is not so is read with care.
//
// All of that goes eight bytes at a time, held in one number, a word. In WebAssembly a
// step over eight bytes takes as long as a step over one.
package template

import (
	"slices"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// Row is what the rows of a table have in common.
type Row struct {
	Text   []byte      // that the rows stand in
	Cells  []flat.Cell // of the row that was read last
	Ends   [4]uint64   // words of the bytes that end a plain text
	Strict bool        // a plain text must be UTF-8

	literals []literal // of the row that was read last with care
	words    []uint64  // of the literals
}

// literal is one part of a row: the bytes between two values, before the first or behind
// the last.
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

// Learn makes the row from start to end, whose cells were read last, the one that others
// are compared with.
func (r *Row) Learn(start, end int) {
	r.literals = slices.Grow(r.literals[:0], len(r.Cells)+1)
	r.words = slices.Grow(r.words[:0], (end-start)/8+len(r.Cells)+1)
	at := start
	for _, c := range r.Cells {
		value := start + int(c.At)
		r.add(at, value, r.kindAt(value))
		at = value + int(c.Size)
	}
	r.add(at, end, noValue)
}

// add adds a literal from start to end, behind which comes a value of a kind.
func (r *Row) add(start, end int, value valueKind) {
	from, mask := len(r.words), uint64(0)
	for at := start; at < end; at += 8 {
		n := min(end-at, 8)
		mask = 1<<(n*8) - 1
		r.words = append(r.words, chars.ShortWord(r.Text, at, n))
	}
	r.literals = append(r.literals, literal{end - start, r.words[from:len(r.words):len(r.words)], mask, value})
}

// kindAt tells how a value like the one at i is read.
func (r *Row) kindAt(i int) valueKind {
	switch before := r.Text[i-1]; {
	case before == '"', before == '>' && r.Text[i-2] != '/': // not behind an empty tag
		return textValue
	case before != '>':
		return digitValue
	}
	return noValue
}

// Same reads the row at start if it is like the one before it. It returns where the row
// ends, -1 if it is none or not so.
func (r *Row) Same(start int) int {
	text, at := r.Text, start
	r.Cells = r.Cells[:0]
	for i := range r.literals {
		j := &r.literals[i]
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
		if i == len(r.literals)-1 {
			break
		}
		end := r.valueEnd(at, j.value)
		if end < 0 {
			return -1
		}
		r.Cells = append(r.Cells, flat.Cell{At: uint16(at - start), Size: uint16(end - at)})
		at = end
	}
	return at
}

// valueEnd returns where the plain value at i ends; if it is not plain, -1 or
// somewhere in it, where no literal is.
func (r *Row) valueEnd(i int, kind valueKind) int {
	start, text := i, r.Text[:min(i+flat.LongestRow, len(r.Text))]
	switch kind {
	case textValue:
		var all uint64
		for ; i+8 <= len(text); i += 8 {
			w := chars.WordAt(text, i)
			all |= w
			m := chars.MarkControl(w) | chars.MarkEqual(w, r.Ends[0]) | chars.MarkEqual(w, r.Ends[1]) |
				chars.MarkEqual(w, r.Ends[2]) | chars.MarkEqual(w, r.Ends[3])
			if m != 0 {
				i += chars.FirstMark(m)
				if all&chars.HighBits != 0 && r.Strict && !utf8.Valid(text[start:i]) {
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
