package dump

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// cell is what a column of a dump has, as od, hexdump and xxd print it: a number of so
// many bytes in the order of the machine, or a character.
type cell struct {
	base   int // of the number, 0 for a character
	digits int // that it has, 0 for as many as it takes
	size   int // in bytes
}

var cells = [...]cell{{16, 2, 1}, {2, 8, 1}, {8, 3, 1}, {8, 6, 2}, {8, 11, 4}, {10, 0, 1}, {10, 0, 2}, {0, 0, 1}, {16, 4, 2}, {16, 8, 4}, {16, 16, 8}}

// swapped is how many of the last are words in hexadecimal, which may be meant the other way
// round.
const swapped = 3

// radixes are what addresses are written in.
var radixes = [...]int{8, 16, 10}

// mostInRow is how many bytes a row may have.
const mostInRow = 64

// Dump reads the dump that begins at i of text, or where the blanks before it do, at row, in
// the form that is sound. It returns where it begins.
func Dump(text []byte, row, i int, sound func(*Bytes) bool, pulse func()) (b Bytes, start int, ok bool) {
	if b, ok = Table(text, row, false, pulse); ok && sound(&b) {
		return b, row, true
	}
	if b, ok = Lines(text, i, pulse); ok && sound(&b) {
		return b, i, true
	}
	if words, is := Table(text, row, true, pulse); is && sound(&words) {
		return words, row, true
	}
	if ok {
		b.Swap()
	}
	return b, i, ok
}

// Table reads a dump whose first line begins at i, whatever its cells are and whatever its
// addresses count in, also without addresses. Each address must be that of its row. Words in
// hexadecimal are read in the order of the machine, if words says so; then nothing else is.
func Table(text []byte, i int, words bool, pulse func()) (b Bytes, ok bool) {
	forms := cells[:len(cells)-swapped]
	if words {
		forms = cells[len(forms):]
	}
	first := tableLine(text, i)
	if first.address == "" && (i >= len(text) || text[i] != ' ') || strings.Trim(first.address, "0") != "" {
		return b, false
	}
	following := nextRow(text, first)
	for _, radix := range radixes {
		size := 0
		if first.address != "" {
			n, err := strconv.ParseUint(following.address, radix, 32)
			if err != nil || n == 0 || n > mostInRow {
				continue
			}
			size = int(n)
		}
		for _, c := range forms {
			var row Bytes
			n := row.cells(c, text, first, 0)
			if lost := size - n; n == 0 || size > 0 && lost != 0 && (lost < 0 || lost >= max(c.size, 4*chars.One(c.base == 0))) {
				continue
			}
			if c.size == 1 && !plausible(row.Text) {
				continue
			}
			if read, is := table(c, radix, text, i, pulse); is && read.End > b.End {
				b, ok = read, true
			}
		}
		if first.address == "" {
			break
		}
	}
	return b, ok
}

// row is a line of a dump.
type row struct {
	address  string
	from, to int // of what stands behind the address
	end      int // of the line
}

func tableLine(text []byte, i int) (r row) {
	r.end = lineEnd(text, i)
	r.to = r.end
	if r.to > i && text[r.to-1] == '\r' {
		r.to--
	}
	at := i
	if bytes.HasPrefix(text[at:r.to], []byte("0x")) {
		at += 2
	}
	start := at
	for at < r.to && at < start+16 && chars.Unhex(text[at]) >= 0 {
		at++
	}
	r.from = i
	if at-start >= 4 && (at == r.to || text[at] == ' ' || text[at] == ':' || text[at] == '\t') {
		r.address, r.from = string(text[start:at]), at+chars.One(at < r.to && text[at] == ':')
	}
	return r
}

// nextRow returns the next line with an address; what a dump shows in another form below a
// row begins with blanks.
func nextRow(text []byte, r row) (next row) {
	const forms = 4
	for range forms {
		at := min(r.end+1, len(text))
		if next = tableLine(text, at); next.address != "" || at >= len(text) || text[at] != ' ' {
			break
		}
		r = next
	}
	return next
}

// table reads the lines of one form.
func table(c cell, radix int, text []byte, i int, pulse func()) (b Bytes, ok bool) {
	rows, beat, starred, full := 0, i+pulseEvery, false, 0
	addressed := tableLine(text, i).address != ""
	for at := i; at < len(text); {
		if at >= beat {
			pulse()
			beat = at + pulseEvery
		}
		r := tableLine(text, at)
		if starred = repeats(text[at:r.end]); starred && rows > 0 && r.address == "" {
			at = min(r.end+1, len(text))
			r = tableLine(text, at)
			n, err := strconv.ParseUint(r.address, radix, 32)
			if more := int(n) - len(b.Text); err != nil || more <= 0 || more > mostRepeated || more%full != 0 {
				return b, false // nothing tells how often the row comes
			}
			last := string(b.Text[len(b.Text)-full:])
			for more := int(n) - len(b.Text); more > 0; more -= full {
				b.Put(last, b.End, b.End)
			}
		}
		size := 0
		if r.address != "" {
			n, err := strconv.ParseUint(r.address, radix, 32)
			if err != nil || int(n) > len(b.Text) || int(n) < len(b.Text)-c.size {
				break
			}
			if int(n) < len(b.Text) || r.from == r.to { // the last line has the size
				b.Text, b.End = b.Text[:n], r.end
				break
			}
			following := nextRow(text, r)
			if n, err := strconv.ParseUint(following.address, radix, 32); err == nil && int(n) > len(b.Text) && int(n) <= len(b.Text)+mostInRow {
				size = int(n) - len(b.Text)
			} else if rows > 0 {
				size = -full
			}
		} else if addressed && rows > 0 && at < len(text) && text[at] == ' ' { // another form
			at = min(r.end+1, len(text))
			continue
		} else if addressed || at > i && (at >= len(text) || text[at] != ' ' || len(b.Text) < rows*full) {
			break
		}
		n := b.cells(c, text, r, size)
		if n == 0 || size > 0 && n < size {
			break
		}
		if rows++; rows == 1 {
			full = n
		}
		if !addressed && n == mostInRow {
			return b, false // more than a row
		}
		b.End, at = r.end, min(r.end+1, len(text))
	}
	return b, rows > 1 || rows == 1 && addressed && len(b.Text) >= Least
}

// mostRepeated is how many bytes one mark of repetition may stand for.
const mostRepeated = 1 << 24

// cells reads the cells of a row and returns how many bytes they have: so many as size says,
// or at the most as many as -size says; 0 is any number.
func (b *Bytes) cells(c cell, text []byte, r row, size int) (n int) {
	most := max(size, -size)
	if most == 0 {
		most = mostInRow
	}
	if c.base == 0 {
		return b.characters(text, r, size, most)
	}
	for at := r.from; n < most; {
		start := at
		for at < r.to && (text[at] == ' ' || text[at] == '\t') {
			at++
		}
		from := at
		for at < r.to && text[at] > ' ' {
			at++
		}
		word, width := text[from:at], c.size
		if c.base == 16 && n > 0 && len(word) < c.digits && len(word)%2 == 0 { // xxd ends with part of one
			width = len(word) / 2
		}
		v, ok := c.number(word, width)
		if from == start && n > 0 || !ok {
			break
		}
		for k := range width {
			if size > 0 && n == size { // the last cell is filled up
				break
			}
			b.Byte(byte(v>>(8*k)), from, at)
			n++
		}
		if width < c.size {
			break
		}
	}
	return n
}

// number reads what stands in a cell.
func (c cell) number(word []byte, width int) (v uint64, ok bool) {
	if len(word) == 0 || c.digits > 0 && len(word)*c.size != c.digits*width || c.digits == 0 && len(word) > 3*c.size {
		signed := c.digits == 0 && len(word) > 1 && word[0] == '-' && len(word) <= 3*c.size+1
		if !signed {
			return 0, false
		}
	}
	n, err := strconv.ParseInt(string(word), c.base, 64)
	if err != nil {
		if v, err = strconv.ParseUint(string(word), c.base, 64); err != nil {
			return 0, false
		}
		return v, c.size == 8
	}
	limit := int64(1) << (8 * min(c.size, 7))
	return uint64(n), c.size == 8 || n < limit && n >= -limit/2
}

// characters reads cells of four columns each: a character, the name of one with a
// backslash, three digits in octal, or ** for the rest of a character.
func (b *Bytes) characters(text []byte, r row, size, most int) (n int) {
	for at := r.from; n < most; {
		if at >= r.to {
			if size > 0 && n > 0 { // blanks at the end of the line were lost
				b.Byte(' ', r.to, r.to)
				n++
				continue
			}
			break
		}
		end := at
		for columns := 0; columns < 4 && end < r.to; columns++ {
			_, width := utf8.DecodeRune(text[end:r.to])
			end += width
		}
		own := bytes.Trim(text[at:end], " ")
		from := at
		at = end
		if len(own) == 0 && end-from < 4 && size <= 0 {
			break
		}
		if string(own) == "**" {
			continue
		}
		if out, ok := character(own); ok {
			b.Put(string(out), from, end)
			n += max(len(out), 1)
			continue
		}
		return 0
	}
	return n
}

// character returns the bytes of what stands in a cell.
func character(own []byte) ([]byte, bool) {
	if len(own) == 0 {
		return []byte(" "), true
	}
	if own[0] == '\\' && len(own) == 2 {
		if n := strings.IndexByte(`0abtnvfr\"'`, own[1]); n >= 0 {
			return []byte("\x00\a\b\t\n\v\f\r\\\"'")[n : n+1], true
		}
		return nil, false
	}
	if len(own) == 3 && own[0] >= '0' && own[0] <= '3' {
		v, err := strconv.ParseUint(string(own), 8, 8)
		return []byte{byte(v)}, err == nil
	}
	return own, utf8.RuneCount(own) == 1
}
