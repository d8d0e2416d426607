package sentence

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser"
)

// piece is a part of the sentence, packed so that a million take little room:
// twice the index of a token, one more if it overlaps what stands before it,
// or for a gap its length below zero.
type piece int32

func packPiece(p parser.Piece) piece {
	if p.Token < 0 {
		return piece(-max(p.Gap, 1))
	}
	if p.Overlap {
		return piece(2*p.Token + 1)
	}
	return piece(2 * p.Token)
}

// gap returns the length of a gap, 0 for a token.
func (p piece) gap() int { return max(-int(p), 0) }

// token returns the index of the token, -1 for a gap.
func (p piece) token() int {
	if p < 0 {
		return -1
	}
	return int(p) / 2
}

func (p piece) overlaps() bool { return p >= 0 && p%2 == 1 }

// sentenceLayout breaks the sentence into rows.
type sentenceLayout struct {
	pieces []piece
	widths []uint16 // in pixels, as drawn
	breaks []lineBreak
	starts []int32 // the first piece of each row
}

// lineBreak tells where a row may end.
type lineBreak uint8

const (
	// endsRow tells that the row ends after the piece.
	endsRow lineBreak = 1 << iota
	// sticks tells that the piece must not begin a row, as closing marks do
	// not in Chinese.
	sticks
)

// breakOf returns where a row may end around word.
func breakOf(word []byte) lineBreak {
	r, _ := utf8.DecodeRune(word)
	switch {
	case len(word) == 0:
		return 0
	case word[len(word)-1] == '\n':
		return endsRow | sticks
	case strings.ContainsRune("，。、；：？！）》」』】〕〉”’％…,.;:?!)]}%", r):
		return sticks
	}
	return 0
}

// newSentenceLayout returns a layout with room for n pieces.
func newSentenceLayout(n int) sentenceLayout {
	return sentenceLayout{
		pieces: make([]piece, 0, n),
		widths: make([]uint16, 0, n),
		breaks: make([]lineBreak, 0, n),
	}
}

// sentenceGap is what stands between two pieces, in pixels; sentence.css has
// the same.
const sentenceGap = 3

// add appends a piece that is width pixels wide.
func (l *sentenceLayout) add(p piece, width float64, b lineBreak) {
	l.pieces = append(l.pieces, p)
	l.widths = append(l.widths, uint16(min(math.Ceil(width), math.MaxUint16)))
	l.breaks = append(l.breaks, b)
}

// wrap breaks the pieces into rows that are at most width pixels wide. A piece
// that is wider has a row of its own.
func (l *sentenceLayout) wrap(width float64) {
	l.starts = l.starts[:0]
	room, fresh := 0, true
	for i, w := range l.widths {
		need := int(w) + sentenceGap
		if fresh || need > room {
			start := i
			if !fresh && l.breaks[i]&sticks != 0 && int(l.starts[len(l.starts)-1]) < i-1 {
				start--
			}
			l.starts = append(l.starts, int32(start))
			room = int(width) - l.extent(start, i)
		}
		room -= need
		fresh = l.breaks[i]&endsRow != 0
	}
}

// row returns the pieces of a row.
func (l *sentenceLayout) row(r int) (first, last int) {
	if r+1 < len(l.starts) {
		return int(l.starts[r]), int(l.starts[r+1])
	}
	return int(l.starts[r]), len(l.pieces)
}

// rowOf returns the row of a piece.
func (l *sentenceLayout) rowOf(at int) int {
	r, found := slices.BinarySearch(l.starts, int32(at))
	if found {
		return r
	}
	return r - 1
}

// find returns the piece that a token is, -1 if it is none.
func (l *sentenceLayout) find(token int) int {
	if token < 0 {
		return -1
	}
	// Tokens mostly stand in order with few gaps between them.
	for near := token; near < min(token+8, len(l.pieces)); near++ {
		if l.pieces[near].token() == token {
			return near
		}
	}
	return slices.IndexFunc(l.pieces, func(p piece) bool { return p.token() == token })
}

// vertical returns the piece step rows below that of at, or above it if step is
// negative, which stands nearest to its place in the row.
func (l *sentenceLayout) vertical(at, step int) int {
	r := l.rowOf(at)
	to := min(max(r+step, 0), len(l.starts)-1)
	if to == r {
		return at
	}
	first, _ := l.row(r)
	middle := l.extent(first, at) + int(l.widths[at])/2
	start, end := l.row(to)
	x := 0
	for i := start; i < end; i++ {
		if x += int(l.widths[i]) + sentenceGap; x > middle {
			return i
		}
	}
	return end - 1
}

// extent returns how wide the pieces from first up to last are.
func (l *sentenceLayout) extent(first, last int) int {
	x := 0
	for i := first; i < last; i++ {
		x += int(l.widths[i]) + sentenceGap
	}
	return x
}
