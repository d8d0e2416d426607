package app

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// sourceRows breaks a text into rows of a fixed number of columns: at line
// ends, and where a line is too long, wherever the row is full.
type sourceRows struct {
	text    []byte
	columns int
	starts  []uint32 // the first byte of each row
	lines   []uint32 // how many lines begin before every lineStep-th row
}

const (
	// lineStep is how many rows lie between the entries of sourceRows.lines.
	lineStep = 256
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
}

// wrap breaks the line that reaches from at to end. Line counts those that
// have begun.
func (s *sourceRows) wrap(at, end int, line uint32, goOn func() bool) bool {
	used := 0
	for steps := 1; at < end; steps++ {
		w, n := 1, 1
		if b := s.text[at]; b < ' ' || b >= 0x7f {
			w, n = drawnColumns(s.text[at:end])
		}
		if used += w; used > s.columns && used > w {
			s.begin(at, line)
			used = w
		}
		at += n
		if steps%16384 == 0 && !goOn() {
			return false
		}
	}
	return true
}

// drawnColumns returns how many columns the first character of text takes as
// it is drawn, and how many bytes it has.
func drawnColumns(text []byte) (columns, n int) {
	r, n := utf8.DecodeRune(text)
	switch {
	case r == '\t':
		return tabColumns, n
	case r < ' ' || r == 0x7f:
		return 1, n
	case shapeless(r):
		return len(visibleRune(r)) - 4, n // the brackets are three bytes each
	}
	return columnsOf(r), n
}

// row returns the bytes of a row, without what ends its line.
func (s *sourceRows) row(r int) (start, end int) {
	start, end = int(s.starts[r]), len(s.text)
	if r+1 < len(s.starts) {
		end = int(s.starts[r+1])
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
	return at == 0 || s.text[at-1] == '\n'
}

// line returns the number of the line that row r belongs to, counted from 1.
func (s *sourceRows) line(r int) int {
	step := r / lineStep
	n := int(s.lines[step])
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
