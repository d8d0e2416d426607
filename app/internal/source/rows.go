package source

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
)

// sourceRows breaks a text into rows of a fixed number of columns: at line
// ends, and where a line is too long, wherever the row is full.
type sourceRows struct {
	text    []byte
	columns int
	starts  []uint32 // the first byte of each row
	lines   []uint32 // how many lines begin before every lineStep-th row
	levels  []uint8  // how deep each row is indented, where the text is laid out
	level   uint8    // of the row that begins next
	laidOut bool
	widest  int // how many columns the widest row takes
}

// deepest is how deep rows are indented at most, by indentColumns each time.
const (
	deepest       = 30
	indentColumns = 2
)

// indent returns how many columns stand before row r.
func (s *sourceRows) indent(r int) int {
	if !s.laidOut {
		return 0
	}
	return indentColumns * int(s.levels[r])
}

// layOut finds the rows of a text that is laid out, from its beginning.
func (s *sourceRows) layOut(documents []stretch, goOn func() bool) {
	s.laidOut = true
	before, line := -1, uint32(0)
	finish := func(end int) bool {
		if before < 0 {
			line = uint32(bytes.Count(s.text[:end], newline))
			return true
		}
		s.begin(before, line)
		going := s.wrap(before, s.trimmed(before, end), line, goOn)
		line += uint32(bytes.Count(s.text[before:end], newline))
		return going && (len(s.starts)%1024 != 0 || goOn())
	}
	l := layout{text: s.text, documents: documents, row: func(at, depth int) bool {
		going := finish(at)
		before, s.level = at, uint8(min(depth, deepest))
		return going
	}}
	l.walk()
	if !l.done {
		finish(len(s.text))
	}
	if len(s.starts) == 0 {
		s.begin(0, 0)
	}
}

var newline = []byte{'\n'}

// trimmed returns end without the blanks before it.
func (s *sourceRows) trimmed(start, end int) int {
	for end > start && blank(s.text[end-1]) {
		end--
	}
	return end
}

const (
	// lineStep is how many rows lie between the entries of sourceRows.lines.
	lineStep = 256
	// undecided is how many bytes at the end of a text may be drawn in another
	// way once more of it is known.
	undecided = 2 * utf8.UTFMax
	// tabColumns is how many columns a tab takes.
	tabColumns = 4
)

// index finds the rows, those that are not known yet if some are. It calls goOn
// from time to time, when the rows so far can be read, and ends early when that
// says so.
func (s *sourceRows) index(goOn func() bool) {
	at, line := s.dropLast()
	for at < len(s.text) {
		s.begin(at, line)
		if at == 0 || s.text[at-1] == '\n' {
			line++
		}
		end := bytes.IndexByte(s.text[at:], '\n')
		if end < 0 {
			end = len(s.text) - at
		}
		end += at
		if !s.wrap(at, end, line, goOn) {
			return
		}
		at = end + 1
		if line%1024 == 0 && !goOn() {
			return
		}
	}
	if len(s.starts) == 0 {
		s.begin(0, 0)
	}
}

// sure returns the text of all rows but the last, which more text may change.
func (s *sourceRows) sure() []byte {
	if len(s.starts) == 0 {
		return nil
	}
	return s.text[:s.starts[len(s.starts)-1]]
}

// dropLast forgets the last row, which may not have been whole, and returns
// where it began and how many lines had begun before it.
func (s *sourceRows) dropLast() (at int, line uint32) {
	last := len(s.starts) - 1
	if last < 0 {
		return 0, 0
	}
	at, line = int(s.starts[last]), uint32(s.line(last))
	if s.begins(last) {
		line--
	}
	s.starts = s.starts[:last]
	s.lines = s.lines[:(last+lineStep-1)/lineStep]
	return at, line
}

func (s *sourceRows) begin(at int, line uint32) {
	if len(s.starts)%lineStep == 0 {
		s.lines = append(s.lines, line)
	}
	s.starts = append(s.starts, uint32(at))
	if s.laidOut {
		s.levels = append(s.levels, s.level)
	}
}

// wrap breaks the line that reaches from at to end. Line counts those that
// have begun.
func (s *sourceRows) wrap(at, end int, line uint32, goOn func() bool) bool {
	used, columns := 0, s.columns
	if s.laidOut {
		columns = max(columns-indentColumns*int(s.level), fewestColumns)
	}
	for steps := 1; at < end; steps++ {
		w, n := 1, 1
		if b := s.text[at]; b < ' ' || b >= 0x7f {
			w, n = drawnColumns(s.text[at:end])
		}
		if w > 2 && s.text[at] != '\t' && len(s.text)-at <= undecided {
			w = 1 // or else more text might join this to the row before
		}
		if used += w; used > columns && used > w {
			s.begin(at, line)
			used = w
		}
		s.widest = max(s.widest, used+s.columns-columns)
		at += n
		if steps%16384 == 0 && !goOn() {
			return false
		}
	}
	return true
}

// drawnColumns returns how many columns the first character of text takes as
// it is drawn, with all that is joined to it, and how many bytes these have.
func drawnColumns(text []byte) (columns, n int) {
	r, n := utf8.DecodeRune(text)
	switch {
	case 0x4e00 <= r && r < 0xa000:
		return 2, n
	case r == '\t':
		return tabColumns, n
	case r < 0x300 && r >= ' ' && r != 0x7f && r != 0xad && (r < 0x80 || r > 0xa0):
		return 1, n
	}
	n, sign := visible.Cluster(string(text[:min(len(text), clusterBytes(text, n))]))
	if sign != "" {
		return utf8.RuneCountInString(sign), n
	}
	return columnsOf(r), n
}

// clusterBytes returns how many bytes of text to look at for what is joined to
// its first n bytes: none more unless one of the bytes follows that joiners,
// selectors and tones of skin begin with.
func clusterBytes(text []byte, n int) int {
	if n < len(text) && bytes.IndexByte([]byte{0xe1, 0xe2, 0xef, 0xf0, 0xf3}, text[n]) >= 0 {
		return words.LongestCluster
	}
	return n
}

// columnsOf returns how many columns of a monospaced line r takes: two for
// the wide characters of East Asia, none for what combines.
func columnsOf(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.Is(unicode.Mn, r):
		return 0
	case r < 0x1100:
		return 1
	case r <= 0x115f, 0x2e80 <= r && r <= 0xa4cf, 0xac00 <= r && r <= 0xd7a3,
		0xf900 <= r && r <= 0xfaff, 0xfe30 <= r && r <= 0xfe6f, 0xff00 <= r && r <= 0xff60,
		0xffe0 <= r && r <= 0xffe6, 0x1f300 <= r && r <= 0x1faff, 0x20000 <= r && r <= 0x3fffd:
		return 2
	}
	return 1
}

// row returns the bytes of a row, without what ends its line.
func (s *sourceRows) row(r int) (start, end int) {
	start, end = int(s.starts[r]), len(s.text)
	if r+1 < len(s.starts) {
		end = int(s.starts[r+1])
	}
	if s.laidOut {
		return start, s.trimmed(start, end)
	}
	if end > start && s.text[end-1] == '\n' {
		end--
		if end > start && s.text[end-1] == '\r' {
			end--
		}
	}
	return start, end
}

// begins reports whether a line begins with row r.
func (s *sourceRows) begins(r int) bool {
	at := s.starts[r]
	if s.laidOut && r > 0 {
		return bytes.IndexByte(s.text[s.starts[r-1]:at], '\n') >= 0
	}
	return at == 0 || s.text[at-1] == '\n'
}

// line returns the number of the line that row r belongs to, counted from 1.
func (s *sourceRows) line(r int) int {
	step := r / lineStep
	n := int(s.lines[step])
	if s.laidOut {
		return n + 1 + bytes.Count(s.text[s.starts[step*lineStep]:s.starts[r]], newline)
	}
	for k := step * lineStep; k <= r; k++ {
		if s.begins(k) {
			n++
		}
	}
	return n
}

// rowOf returns the row that the byte at offset stands in.
func (s *sourceRows) rowOf(offset int) int {
	r, found := slices.BinarySearch(s.starts, uint32(offset))
	if found {
		return r
	}
	return max(r-1, 0)
}
