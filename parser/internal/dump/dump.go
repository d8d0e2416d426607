// Package dump reads bytes that were printed as numbers: in decimal, as programs
// print a list of bytes, and in hexadecimal, with and without addresses and a
// column of text beside them.
package dump

import (
	"bytes"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/pieces"
)

// Least is how many bytes a dump must have to be taken for one.
const Least = 16

// Bytes is what a dump stands for.
type Bytes struct {
	pieces.Builder
	End int // of the dump in the text
}

// Sound reports whether the bytes are worth going on with: text in UTF-8, with a
// character cut at the end at the most, or what begins as something packed does.
func (b *Bytes) Sound(packed func([]byte) bool) bool {
	return len(b.Text) >= Least && (packed(b.Text) || plausible(b.Text))
}

// plausible reports whether b begins as text does.
func plausible(b []byte) bool {
	b = b[:min(len(b), 512)]
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			return len(b) < utf8.UTFMax && !utf8.FullRune(b)
		}
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != 0x1b {
			return false
		}
		b = b[n:]
	}
	return true
}

// brackets are what lists of numbers stand in.
var brackets = [...][2]string{{"<<", ">>"}, {"[", "]"}, {"{", "}"}, {"(", ")"}}

// Decimal reports whether numbers without brackets begin at i of text that may be the
// bytes of a body or of something packed.
func Decimal(text []byte, i int) bool {
	const several = 4
	for n := range several {
		v, end := number(text, i)
		if end == i || v < 0 || v > 255 || end < len(text) && isWord(text[end]) ||
			n == 0 && v != '<' && v != '{' && v != '[' && v != 0x1f && v != 0xef {
			return false
		}
		if i = gap(text, end); i == end || i == len(text) {
			return false
		}
	}
	return true
}

// Numbers reads the list of numbers that begins at i of text, of -128 to 255, with commas
// or blanks between them, in brackets or without.
func Numbers(text []byte, i int, pulse func()) (b Bytes, ok bool) {
	closer := ""
	bare := text[i] >= '0' && text[i] <= '9'
	for _, pair := range brackets {
		if bytes.HasPrefix(text[i:], []byte(pair[0])) {
			i, closer = i+len(pair[0]), pair[1]
			break
		}
	}
	if closer == "" && !bare {
		return b, false
	}
	beat := i + pulseEvery
	for at := gap(text, i); at < len(text); at = gap(text, at) {
		if at >= beat {
			pulse()
			beat = at + pulseEvery
		}
		if b.End = at; !bare && bytes.HasPrefix(text[at:], []byte(closer)) {
			b.End += len(closer)
			return b, len(b.Text) >= Least
		}
		v, end := number(text, at)
		if end == at || v < -128 || v > 255 || end < len(text) && isWord(text[end]) {
			break
		}
		b.Byte(byte(v), at, end)
		if at = end; bare {
			b.End = end
		}
	}
	return b, bare && len(b.Text) >= Least
}

func isWord(c byte) bool {
	return c == '_' || c == '.' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// pulseEvery is how many bytes are looked at between two pulses.
const pulseEvery = 64 << 10

// gap passes over blanks and commas.
func gap(text []byte, i int) int {
	for i < len(text) && (chars.IsSpace(text[i]) || text[i] == ',') {
		i++
	}
	return i
}

// number reads a whole number in decimal or, with 0x before it, in hexadecimal.
func number(text []byte, i int) (v, end int) {
	sign, at := 1, i
	if text[at] == '-' {
		sign, at = -1, at+1
	}
	if rest := text[at:]; sign > 0 && len(rest) > 2 && rest[0] == '0' && rest[1]|0x20 == 'x' {
		for at += 2; at < len(text) && at < i+4 && chars.Unhex(text[at]) >= 0; at++ {
			v = v<<4 | chars.Unhex(text[at])
		}
		return v, at
	}
	digits := at
	for at < len(text) && at < digits+3 && text[at] >= '0' && text[at] <= '9' {
		v, at = v*10+int(text[at]-'0'), at+1
	}
	if at == digits {
		return 0, i
	}
	return sign * v, at
}

// Pairs reads pairs of hexadecimal digits from i of text on, up to end: each with
// or without 0x or \x before it, with or without blanks, commas, colons and dashes
// between them.
func Pairs(text []byte, i, end int, pulse func()) (b Bytes) {
	beat := i + pulseEvery
	for at := i; at < end; {
		if at >= beat {
			pulse()
			beat = at + pulseEvery
		}
		next := pairAt(text[:end], at)
		if next < 0 {
			break
		}
		b.Byte(byte(chars.Unhex(text[next-2])<<4|chars.Unhex(text[next-1])), at, next)
		b.End, at = next, next
		for at < end && separates(text[at]) {
			if at++; text[at-1] == '\n' && at < end {
				if _, digits := addressAt(text[:lineEnd(text, at)], at); digits >= at+7 {
					return b // a dump of another form begins
				}
			}
		}
	}
	return b
}

// Begins reports whether enough pairs of digits follow each other from i on, of
// which the first is a byte that a body or something packed may begin with.
func Begins(text []byte, i int) bool {
	for n := 0; n < Least; n++ {
		next := pairAt(text, i)
		if next < 0 {
			return false
		}
		if c := chars.Unhex(text[next-2])<<4 | chars.Unhex(text[next-1]); n == 0 &&
			(c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != 0x1f || c >= 0x7f && c < 0xe0) {
			return false
		}
		for i = next; i < len(text) && i < next+4 && separates(text[i]); {
			i++
		}
	}
	return true
}

func separates(c byte) bool { return chars.IsSpace(c) || c == ',' || c == ':' || c == '-' }

// pairAt returns where the pair of digits at i ends, -1 if there is none.
func pairAt(text []byte, i int) int {
	for _, mark := range [...]string{"0x", `\x`, "0X"} {
		if bytes.HasPrefix(text[i:], []byte(mark)) {
			i += len(mark)
			break
		}
	}
	if i+2 > len(text) || chars.Unhex(text[i]) < 0 || chars.Unhex(text[i+1]) < 0 {
		return -1
	}
	return i + 2
}

// Lines reads a dump with an address at the beginning of each line, as xxd,
// hexdump -C, od -t x1 and tcpdump -X print it, whose first line begins at i.
func Lines(text []byte, i int, pulse func()) (b Bytes, ok bool) {
	lines, beat, last, starred := 0, i+pulseEvery, -1, false
	for at := i; at < len(text); {
		if at >= beat {
			pulse()
			beat = at + pulseEvery
		}
		end := lineEnd(text, at)
		address, digits := addressAt(text[:end], at)
		if digits < 0 || address <= last && last >= 0 {
			if starred = digits < 0 && last >= 0 && repeats(text[at:end]); !starred {
				break
			}
		} else {
			if starred {
				b.again(address - len(b.Text))
			}
			if starred = false; !b.row(text, digits, end, rowSize(text, end, address)) {
				if address == len(b.Text) { // od and hexdump end with the size
					b.End = end
				}
				break
			}
			last, lines = address, lines+1
		}
		b.End = end
		at = min(end+1, len(text))
	}
	return b, lines > 1 || lines == 1 && len(b.Text) >= Least
}

// rowSize returns how many bytes stand in a row at the most, by the address of the
// next line if there is one behind end.
func rowSize(text []byte, end, address int) int {
	const most = 32
	if end < len(text) {
		next := lineEnd(text, end+1)
		if following, digits := addressAt(text[:next], end+1); digits > 0 && following > address {
			return min(following-address, most)
		}
	}
	return most
}

// again repeats the last bytes n times over.
func (b *Bytes) again(n int) {
	const row = 16
	if n > 0 && len(b.Text) >= row {
		for range n / row {
			b.Put(string(b.Text[len(b.Text)-row:]), b.End, b.End)
		}
	}
}

func repeats(line []byte) bool { return string(bytes.TrimSpace(line)) == "*" }

func lineEnd(text []byte, i int) int {
	if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(text)
}

// addressAt reads the address at the beginning of a line and returns where the
// digits behind it begin, -1 if there is none.
func addressAt(line []byte, i int) (address, digits int) {
	for i < len(line) && (chars.IsSpace(line[i]) || line[i] == '|') { // Netty draws a frame
		i++
	}
	if bytes.HasPrefix(line[i:], []byte("0x")) {
		i += 2
	}
	start := i
	for i < len(line) && i < start+16 && chars.Unhex(line[i]) >= 0 {
		address = address<<4 | chars.Unhex(line[i])
		i++
	}
	if i-start < 4 || i-start > 12 {
		return 0, -1
	}
	if i < len(line) && (line[i] == ':' || line[i] == '|') {
		i++
	}
	if i >= len(line) || line[i] != ' ' && line[i] != '\t' {
		return 0, -1
	}
	return address, i
}

// Addressed reports whether the rest of the line at i begins with the address 0 of a
// dump and a byte.
func Addressed(text []byte, i int) bool {
	const longest = 24
	line := text[i:min(i+longest, len(text))]
	address, digits := addressAt(line, 0)
	if address != 0 || digits < 7 {
		return false
	}
	at := chars.SkipSpace(line, digits)
	return at+1 < len(line) && chars.Unhex(line[at]) >= 0 && chars.Unhex(line[at+1]) >= 0
}

// row reads up to most bytes of a line, up to the column of text: two blanks
// behind the first group end them, save in the middle, where hexdump has two.
func (b *Bytes) row(text []byte, i, end, most int) bool {
	n := 0
	for n < most {
		at := i
		for at < end && (text[at] == ' ' || text[at] == '\t') {
			at++
		}
		if at == end || text[at] == '|' || n > 0 && at-i > 1 && !(n == 8 && at-i == 2) {
			break
		}
		group, before := at, len(b.Text)
		for at+1 < end && chars.Unhex(text[at]) >= 0 && chars.Unhex(text[at+1]) >= 0 && n < most {
			b.Byte(byte(chars.Unhex(text[at])<<4|chars.Unhex(text[at+1])), at, at+2)
			at, n = at+2, n+1
		}
		if at == group {
			break
		}
		if at < end && !chars.IsSpace(text[at]) && n < most { // a word of the column of text
			b.Text = b.Text[:before]
			break
		}
		i = at
	}
	return n > 0
}

// Swap exchanges the bytes of each pair, which hexdump and od print as words in the
// order of the machine.
func (b *Bytes) Swap() {
	for i := 0; i+1 < len(b.Text); i += 2 {
		b.Text[i], b.Text[i+1] = b.Text[i+1], b.Text[i]
	}
}
