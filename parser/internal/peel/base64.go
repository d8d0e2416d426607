package peel

import (
	"bytes"
	"encoding/base64"
	"sort"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/packed"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// minBase64 is the length below which a word is not taken for base64.
const minBase64 = 16

// inBase64 marks the alphabets of base64, the standard one and the one for
// addresses.
var inBase64 = func() (t [256]bool) {
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = true, true
	}
	for _, c := range "0123456789+/-_" {
		t[c] = true
	}
	return t
}()

// base64Word is a word of base64.
func base64Word() wrapper {
	return wrapper{
		"base64",
		lang.Text{ZH: "Base64", EN: "Base64"},
		"AZaz09++//--__",
		(*Scanner).base64Begins,
		(*Scanner).base64,
	}
}

// base64Begins reports whether a word long enough begins at i. Each word is
// looked at once.
func (s *Scanner) base64Begins(i int) bool {
	if !inBase64[s.text[i]] || i < s.base64End {
		return false
	}
	end := s.wordEnd(i)
	s.base64End = end
	return end-i >= minBase64 && promising(s.text[i:min(i+64, end)])
}

func (s *Scanner) wordEnd(i int) int {
	for i < len(s.text) && inBase64[s.text[i]] {
		i++
	}
	return i
}

// promising reports whether the beginning of a word decodes to that of
// something to go on with: bytes that are compressed, UTF-16, or plain text.
func promising(word []byte) bool {
	out := unescape.AppendBase64(nil, bytes.Clone(word[:len(word)/4*4]))
	if packed.Begins(out) || isUTF16(out) || outset.LikeBody(out) {
		return true
	}
	for len(out) > 0 {
		r, n := utf8.DecodeRune(out)
		if r == utf8.RuneError && n == 1 && utf8.FullRune(out) || r < ' ' && r != 0x1b && !outset.IsBlank(out[0]) {
			return false
		}
		out = out[n:]
	}
	return true
}

func isUTF16(b []byte) bool {
	return bytes.HasPrefix(b, []byte{0xFF, 0xFE}) || bytes.HasPrefix(b, []byte{0xFE, 0xFF}) ||
		bytes.HasPrefix(b, []byte("<\x00")) || bytes.HasPrefix(b, []byte("\x00<")) ||
		bytes.HasPrefix(b, []byte("{\x00")) || bytes.HasPrefix(b, []byte("\x00{"))
}

// base64 decodes the word at i, and the lines that go on with it: those that
// are as long as the first one, and a last one that is shorter.
func (s *Scanner) base64(i int) (in Inside, ok bool, passed int) {
	lines := []stretch{{Start: i, End: s.wordEnd(i)}}
	end := lines[0].End
	for width := end - i; ; {
		line := lines[len(lines)-1]
		padded := until64(s.text, line.End)
		end = padded
		if padded > line.End || line.End-line.Start != width || width%4 != 0 {
			break
		}
		start := nextLineStart(s.text, line.End)
		if start < 0 {
			break
		}
		stop := s.wordEnd(start)
		if stop == start || stop-start > width || !lineEnds(s.text, until64(s.text, stop)) ||
			len(lines) == 1 && s.complete(lines[0], s.text[start:stop]) {
			break
		}
		lines = append(lines, stretch{Start: start, End: stop})
	}
	out, trace := s.decodeLines(lines)
	if !packed.Begins(out) && !isUTF16(out) && !s.c.Holds(out) {
		return in, false, end
	}
	start := i
	if data := bytes.LastIndex(s.text[max(i-outset.LookAhead, s.first):i], []byte("data:")); data >= 0 &&
		bytes.HasSuffix(s.text[:i], []byte(";base64,")) {
		start = max(i-outset.LookAhead, s.first) + data
	}
	if start > s.first && end < len(s.text) && s.text[start-1] == s.text[end] &&
		(s.text[end] == '"' || s.text[end] == '\'') {
		start, end = start-1, end+1 // in quotes, without an escape
	}
	return Inside{Start: start, End: end, Text: out, Trace: trace,
		Note: lang.Text{ZH: "Base64", EN: "base64"}}, true, 0
}

// complete reports whether the word in a line is a text of its own, and that in the
// next line, too.
func (s *Scanner) complete(line stretch, next []byte) bool {
	begins := func(b []byte) bool { return packed.Begins(b) || outset.LikeBody(b) }
	if !begins(unescape.AppendBase64(nil, bytes.Clone(next[:min(64, len(next)/4*4)]))) {
		return false
	}
	out, _ := s.decodeLines([]stretch{line})
	if !packed.Begins(out) {
		return Whole(out)
	}
	few := s.c
	few.Inflate = min(few.Inflate, 1<<20)
	in, ok := Inflate(out, few)
	return ok && in.Damage == nil && in.End == len(out)
}

// stretch is a run of bytes of a text.
type stretch struct{ Start, End int }

// until64 returns where the padding at i ends.
func until64(text []byte, i int) int {
	for k := 0; k < 2 && i < len(text) && text[i] == '='; k++ {
		i++
	}
	return i
}

// nextLineStart returns where the content of the next line begins, -1 if no
// line ends at i.
func nextLineStart(text []byte, i int) int {
	if !lineEnds(text, i) || i == len(text) {
		return -1
	}
	ahead := text[i:min(i+outset.LookAhead, len(text))]
	return i + len(ahead) - len(bytes.TrimLeft(ahead, "\r\n \t"))
}

func lineEnds(text []byte, i int) bool {
	for i < len(text) && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r') {
		i++
	}
	return i == len(text) || text[i] == '\n'
}

// decodeLines decodes lines as one text, with the map of its offsets.
func (s *Scanner) decodeLines(lines []stretch) (out []byte, trace func(int) int) {
	begins := make([]int, len(lines)) // of each line, in characters
	var packed []byte
	for k, line := range lines {
		begins[k] = len(packed)
		packed = append(packed, s.text[line.Start:line.End]...)
	}
	out = make([]byte, 0, base64.RawStdEncoding.DecodedLen(len(packed)))
	for i := 0; i < len(packed); i += pulseEvery {
		s.c.pulse()
		out = unescape.AppendBase64(out, packed[i:min(i+pulseEvery, len(packed))])
	}
	return out, func(offset int) int {
		at := offset / 3 * 4
		k := max(sort.Search(len(begins), func(k int) bool { return begins[k] > at })-1, 0)
		return min(lines[k].Start+at-begins[k]+offset%3, lines[len(lines)-1].End)
	}
}
