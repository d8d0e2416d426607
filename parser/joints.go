package parser

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// The rows of a table nearly always have the same bytes around their values,
// down to the blanks. So once a row was read with care, the next are read by
// comparing: what stands before each value must be what stood there in that
// row, and the value must be plain. A row that is not so is read with care.
//
// All of that goes eight bytes at a time, held in one number, a word. In
// WebAssembly a step over eight bytes takes as long as a step over one.

// joint is what stands before a value of a row, or behind the last one.
type joint struct {
	size  int
	words []uint64
	mask  uint64 // the part of the last word that counts
	value valueKind
}

// valueKind is what the value behind a joint must be to be read by comparing.
type valueKind uint8

const (
	noValue    valueKind = iota // none, or one that cannot be read so
	textValue                   // text that stands for itself
	digitValue                  // a whole number
)

// everyByte times a byte is the word of eight such bytes.
const everyByte = 0x0101010101010101

// highBits has the bit set that ASCII has not, in every byte.
const highBits = 0x80 * everyByte

// wordAt returns the eight bytes at i, the first one lowest.
func wordAt(text []byte, i int) uint64 { return binary.LittleEndian.Uint64(text[i : i+8]) }

// shortWord returns the n bytes at i, 8 at the most, as a word whose others
// are 0.
func shortWord(text []byte, i, n int) uint64 {
	if i+8 <= len(text) {
		return wordAt(text, i) & (1<<(n*8) - 1)
	}
	var eight [8]byte
	copy(eight[:], text[i:i+n])
	return wordAt(eight[:], 0)
}

// The following mark the first byte of w that is what they look for by its
// high bit. What they say of the bytes behind that one means nothing.

func markEqual(w, same uint64) uint64 {
	w ^= same
	return (w - everyByte) &^ w & highBits
}

func markControl(w uint64) uint64 {
	return (w - 0x20*everyByte) &^ w & highBits
}

func markNonDigit(w uint64) uint64 {
	w ^= '0' * everyByte
	return (w + 0x76*everyByte | w) & highBits
}

// firstMark returns how many bytes stand before the first one that is marked.
func firstMark(marks uint64) int { return bits.TrailingZeros64(marks) / 8 }

// learn takes the joints of the row from start to end whose cells were read
// last.
func (r *reader) learn(start, end int) {
	r.joints, r.words = r.joints[:0], r.words[:0]
	at := start
	for _, c := range r.cells {
		value := start + int(c.at)
		r.joint(at, value, r.kindAt(value))
		at = value + int(c.size)
	}
	r.joint(at, end, noValue)
}

// joint adds the joint from start to end, behind which comes a value of a kind.
func (r *reader) joint(start, end int, value valueKind) {
	from, mask := len(r.words), uint64(0)
	for at := start; at < end; at += 8 {
		n := min(end-at, 8)
		mask = 1<<(n*8) - 1
		r.words = append(r.words, shortWord(r.text, at, n))
	}
	r.joints = append(r.joints, joint{end - start, r.words[from:len(r.words):len(r.words)], mask, value})
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

// sameRow reads a row at start that has the joints of the one before it. It
// returns where the row ends, -1 if it is none or not so.
func (r *reader) sameRow(t *table, start int) int {
	text, at := r.text, start
	r.cells = r.cells[:0]
	for i := range r.joints {
		j := &r.joints[i]
		if at+8*len(j.words) > len(text) {
			return -1
		}
		last := len(j.words) - 1
		for k, w := range j.words[:last] {
			if wordAt(text, at+8*k) != w {
				return -1
			}
		}
		if (wordAt(text, at+8*last)^j.words[last])&j.mask != 0 {
			return -1
		}
		at += j.size
		if i == len(t.columns) {
			break
		}
		end := r.valueEnd(at, j.value)
		if end < 0 {
			return -1
		}
		r.cells = append(r.cells, cell{uint16(at - start), uint16(end - at)})
		at = end
	}
	if !t.add(Span{uint32(start), uint32(at)}, r.cells) {
		return -1
	}
	return at
}

// valueEnd returns where the plain value at i ends; if it is not plain, -1 or
// somewhere in it, where no joint is.
func (r *reader) valueEnd(i int, kind valueKind) int {
	start, text := i, r.text[:min(i+longestRow, len(r.text))]
	switch kind {
	case textValue:
		var all uint64
		for ; i+8 <= len(text); i += 8 {
			w := wordAt(text, i)
			all |= w
			m := markControl(w) | markEqual(w, r.ends[0]) | markEqual(w, r.ends[1]) | markEqual(w, r.ends[2]) | markEqual(w, r.ends[3])
			if m != 0 {
				i += firstMark(m)
				if all&highBits != 0 && r.strict && !utf8.Valid(text[start:i]) {
					return -1
				}
				return i
			}
		}
	case digitValue:
		for ; i+8 <= len(text); i += 8 {
			if m := markNonDigit(wordAt(text, i)); m != 0 {
				i += firstMark(m)
				if i == start || text[start] == '0' && i > start+1 {
					return -1
				}
				return i
			}
		}
	}
	return -1
}
