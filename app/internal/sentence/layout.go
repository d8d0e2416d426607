package sentence

import (
	"math"
	"slices"
	"sort"

	"github.com/callbacklens/callbacklens/app/internal/model"
)

// measures are those of a way to show the text, in pixels; sentence.css has the same.
type measures struct {
	row int // the height of a row without lanes
	pad int // of a piece, left and right each
	gap int // between two pieces
}

// measuresOf has the measures of each mode.
var measuresOf = [...]measures{
	model.TextTags:  {row: 46, pad: 4, gap: 2},
	model.TextWords: {row: 36, pad: 3, gap: 2},
	model.TextPlain: {row: 34},
}

const (
	fontSize   = 18
	laneHeight = 18
	lanesARow  = 2   // how many stand in the room of a row
	tagWidth   = 6.7 // of a character of the tag below a piece
	gutter     = 56  // where the offsets of the rows stand
	gutterSlim = 20  // what they take of the line on a telephone
)

// kind is what a piece of the layout shows of its token.
type kind uint8

const (
	whole  kind = iota
	rest        // what is left of a word whose beginning others cover
	lane        // a word that others cover, below the line
	doubly      // a word that others cover and that no lane has room for, in the line
)

// piece is a part of the sentence, packed so that a million take little room: four
// times the index of a token and its kind, or for a gap its length below zero.
type piece int32

func pieceOf(token int, k kind) piece { return piece(token<<2) | piece(k) }

func gapPiece(length int) piece { return piece(-max(length, 1)) }

// gap returns the length of a gap, 0 for a token.
func (p piece) gap() int { return max(-int(p), 0) }

// token returns the index of the token, -1 for a gap.
func (p piece) token() int {
	if p < 0 {
		return -1
	}
	return int(p) >> 2
}

func (p piece) kind() kind {
	if p < 0 {
		return whole
	}
	return kind(p & 3)
}

// spot tells more of a piece that others cover.
type spot struct {
	piece int32
	skip  int32  // how many bytes of the word others cover
	x     int16  // where it begins, from the word that stands before it in the line, in pixels
	width uint16 // how much of the line it takes, in pixels
	lane  uint8
}

// sentenceLayout breaks the sentence into rows.
type sentenceLayout struct {
	pieces []piece
	widths []uint16 // of the words in pixels, without what stands around them; 0 in a lane
	breaks []lineBreak
	spots  []spot  // by their pieces
	starts []int32 // the first piece of each row
	mode   model.TextMode
	tags   []uint16 // how wide each tag is drawn
	tagOf  func(token int) int
}

// lineBreak tells where a row may end.
type lineBreak uint8

const (
	// endsRow tells that the row ends after the piece.
	endsRow lineBreak = 1 << iota
	// sticks tells that the piece must not begin a row, as closing marks do not in
	// Chinese.
	sticks
	// opens tells that the piece must not end a row, as opening marks do not.
	opens
	// hangs tells that the piece is a blank, which needs no room at the end of a row.
	hangs
)

// rowHeight returns how high the rows are.
func (l *sentenceLayout) rowHeight() int { return measuresOf[l.mode].row }

// add appends a piece whose word is width pixels wide.
func (l *sentenceLayout) add(p piece, width float64, b lineBreak) {
	l.pieces = append(l.pieces, p)
	l.widths = append(l.widths, uint16(min(math.Ceil(width), math.MaxUint16)))
	l.breaks = append(l.breaks, b)
}

// drawn returns how much of the row piece i takes.
func (l *sentenceLayout) drawn(i int) int {
	p, w, m := l.pieces[i], int(l.widths[i]), &measuresOf[l.mode]
	if p.kind() == lane {
		return 0
	}
	if l.mode == model.TextTags && p >= 0 && l.tagOf != nil {
		w = max(w, int(l.tags[l.tagOf(p.token())]))
	}
	return w + 2*m.pad + m.gap
}

// wrap breaks the pieces into rows that are at most width pixels wide. A piece that
// is wider has a row of its own. Where words have lanes, rows follow in which no piece
// stands: the lanes have their room.
func (l *sentenceLayout) wrap(width float64) {
	l.starts = l.starts[:0]
	room, fresh, first, spots := 0, true, 0, l.spots
	for i := range l.pieces {
		need := l.drawn(i)
		if fresh || need > room && l.breaks[i]&hangs == 0 {
			start := i
			if !fresh {
				start = l.breakBefore(first, i)
			}
			spots = l.makeRoom(spots, start)
			l.starts = append(l.starts, int32(start))
			room, first = int(width)-l.extent(start, i), start
		}
		room -= need
		fresh = l.breaks[i]&endsRow != 0 && !(i+1 < len(l.pieces) && l.pieces[i+1].kind() == lane)
	}
	l.makeRoom(spots, len(l.pieces))
}

// makeRoom adds rows for the lanes of what stands before piece end, and returns the
// spots behind it.
func (l *sentenceLayout) makeRoom(spots []spot, end int) []spot {
	lanes := 0
	for len(spots) > 0 && int(spots[0].piece) < end {
		if l.pieces[spots[0].piece].kind() == lane {
			lanes = max(lanes, int(spots[0].lane)+1)
		}
		spots = spots[1:]
	}
	if l.mode == model.TextPlain {
		return spots
	}
	for ; lanes > 0; lanes -= lanesARow {
		l.starts = append(l.starts, int32(end))
	}
	return spots
}

// breakBefore returns the last piece up to i that a row may begin with, where the one
// before begins with first.
func (l *sentenceLayout) breakBefore(first, i int) int {
	for start := i; start > first; start-- {
		if l.breaks[start]&sticks == 0 && l.breaks[start-1]&opens == 0 {
			return start
		}
	}
	return i
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
	return sort.Search(len(l.starts), func(r int) bool { return int(l.starts[r]) > at }) - 1
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
	for start, end := l.row(to); start == end; start, end = l.row(to) { // the room of lanes
		if to += max(min(step, 1), -1); to >= len(l.starts) {
			return at
		}
	}
	if to == r {
		return at
	}
	first, _ := l.row(r)
	middle := l.extent(first, at) + l.drawn(at)/2
	start, end := l.row(to)
	x := 0
	for i := start; i < end; i++ {
		if x += l.drawn(i); x > middle {
			return i
		}
	}
	return end - 1
}

// extent returns how wide the pieces from first up to last are.
func (l *sentenceLayout) extent(first, last int) int {
	x := 0
	for i := first; i < last; i++ {
		x += l.drawn(i)
	}
	return x
}

// spotOf returns what is told of a piece that others cover, nil for none.
func (l *sentenceLayout) spotOf(at int) *spot {
	i := sort.Search(len(l.spots), func(i int) bool { return int(l.spots[i].piece) >= at })
	if i < len(l.spots) && int(l.spots[i].piece) == at {
		return &l.spots[i]
	}
	return nil
}

// tagWidths returns how wide the tags are drawn below words.
func tagWidths(shown []int) []uint16 {
	widths := make([]uint16, len(shown))
	for i, characters := range shown {
		widths[i] = uint16(min(math.Ceil(tagWidth*float64(characters)), math.MaxUint16))
	}
	return widths
}
