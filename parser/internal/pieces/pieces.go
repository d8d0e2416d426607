// Package pieces makes a text of pieces of another one, and knows where each of
// its bytes came from.
package pieces

import "sort"

// Builder makes a text of pieces. The zero Builder is an empty text. Its methods are
// called in many places; out of line they keep the program small.
type Builder struct {
	Text  []byte
	marks []mark
	end   int // of the outer text, as far as it was used
}

// mark is where a piece begins in the text and in the outer one.
type mark struct{ inner, outer uint32 }

// Copy appends the bytes from one offset of outer to another. Pieces come in the
// order that they have there.
//
//go:noinline
func (b *Builder) Copy(outer []byte, from, to int) {
	if to <= from {
		return
	}
	b.begin(from)
	b.Text = append(b.Text, outer[from:to]...)
	b.end = to
}

// Put appends what stands in the outer text between two offsets in another form.
//
//go:noinline
func (b *Builder) Put(s string, from, to int) {
	if len(s) > 0 {
		b.begin(from)
		b.Text = append(b.Text, s...)
	}
	b.end = max(b.end, to)
}

// Byte appends one byte that stands for what is written between two offsets.
func (b *Builder) Byte(c byte, from, to int) {
	b.begin(from)
	b.Text = append(b.Text, c)
	b.end = to
}

//go:noinline
func (b *Builder) begin(outer int) {
	if n := len(b.marks); n > 0 {
		last := b.marks[n-1]
		if int(last.outer)+len(b.Text)-int(last.inner) == outer && b.end <= outer {
			return // it goes on where the last one ends
		}
	}
	b.marks = append(b.marks, mark{uint32(len(b.Text)), uint32(outer)})
}

// Trace returns the offset in the outer text of the byte at an offset of the text.
func (b *Builder) Trace(offset int) int {
	k := sort.Search(len(b.marks), func(k int) bool { return int(b.marks[k].inner) > offset })
	if k == 0 || offset >= len(b.Text) {
		return b.end
	}
	at, limit := b.marks[k-1], b.end
	if k < len(b.marks) {
		limit = int(b.marks[k].outer)
	}
	return min(int(at.outer)+offset-int(at.inner), max(limit-1, int(at.outer))) // within its piece
}
