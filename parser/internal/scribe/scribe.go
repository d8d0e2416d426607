// Package scribe goes over a text and writes what it reads as JSON.
package scribe

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/pieces"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
)

const (
	// LookAhead is how many bytes are looked at to tell what begins at a place.
	LookAhead = 256
	// Deepest is how many brackets may stand in each other, LongestName how many bytes a name
	// may have.
	Deepest     = 200
	LongestName = 80
	// PulseEvery is how many bytes are read between two pulses.
	PulseEvery = 64 << 10
)

// Reader goes over a text, and writes what it reads.
type Reader struct {
	Text   []byte
	I      int // where it stands
	Out    *pieces.Builder
	Depth  int
	Broken bool // it does not go on
	Pulse  func()
	Beat   int // where it pulses next
}

// NewReader returns a Reader of text from i on, which writes to out.
func NewReader(text []byte, i int, pulse func(), out *pieces.Builder) Reader {
	return Reader{Text: text, I: i, Out: out, Pulse: pulse, Beat: i + PulseEvery}
}

// Alive reports whether there is more to read.
func (r *Reader) Alive() bool {
	if r.I >= r.Beat {
		r.Pulse()
		r.Beat = r.I + PulseEvery
	}
	r.Broken = r.Broken || r.I >= len(r.Text)
	return !r.Broken
}

// At reports whether c stands there.
func (r *Reader) At(c byte) bool { return r.I < len(r.Text) && r.Text[r.I] == c }

// Has reports whether s stands there.
func (r *Reader) Has(s string) bool {
	return bytes.HasPrefix(r.Text[min(r.I, len(r.Text)):], []byte(s))
}

// Escaped writes what stands between two offsets as the inside of a string.
func (r *Reader) Escaped(from, to int) { WriteEscaped(r.Out, r.Text, from, to) }

// Inside reads from the quote at r.I to the one that ends the string.
func (r *Reader) Inside(quote byte) {
	r.I++
	for r.Alive() && !r.At(quote) {
		n := bytes.IndexAny(r.Text[r.I:min(r.I+PulseEvery, len(r.Text))], string(quote)+`\`)
		if n < 0 {
			n = min(PulseEvery, len(r.Text)-r.I)
		}
		r.Escaped(r.I, r.I+n)
		if r.I += n; r.At('\\') {
			out, used := unescape.Literal(nil, r.Text[r.I:])
			for _, c := range out {
				PutByte(r.Out, c, r.I, r.I+used)
			}
			r.I += used
		}
	}
}

// WriteEscaped writes what stands between two offsets of text as the inside of a string.
func WriteEscaped(out *pieces.Builder, text []byte, from, to int) {
	start := from
	for i := from; i < to; i++ {
		if c := text[i]; c == '"' || c == '\\' || c < 0x20 {
			out.Copy(text, start, i)
			PutByte(out, c, i, i+1)
			start = i + 1
		}
	}
	out.Copy(text, start, to)
}

// PutByte writes one byte of a string.
func PutByte(out *pieces.Builder, c byte, from, to int) {
	switch {
	case c == '"' || c == '\\':
		out.Put(`\`+string(c), from, to)
	case c < 0x20:
		out.Put(`\u00`+string("0123456789abcdef"[c>>4])+string("0123456789abcdef"[c&15]), from, to)
	default:
		out.Byte(c, from, to)
	}
}

// WriteBare writes a value without quotes: as a number or a word if JSON has it, else as
// a string.
func WriteBare(out *pieces.Builder, text []byte, from, to int) {
	raw := bytes.TrimSpace(text[from:to])
	switch string(raw) {
	case "null", "NULL", "nil", "None", "<nil>", "undef", "undefined", "<null>":
		out.Put("null", from, to)
	case "true", "false":
		out.Copy(text, from, to)
	case "True", "False":
		out.Put(string(bytes.ToLower(raw)), from, to)
	default:
		if at := from + bytes.Index(text[from:to], raw); IsNumber(raw) {
			out.Copy(text, at, at+len(raw))
		} else {
			out.Put(`"`, from, from)
			WriteEscaped(out, text, at, at+len(raw))
			out.Put(`"`, to, to)
		}
	}
}

// Blanks returns where the blanks at i end.
func Blanks(t []byte, i int) int {
	for i < len(t) && chars.IsSpace(t[i]) {
		i++
	}
	return i
}

// IsName reports whether c may stand in a bare name.
func IsName(c byte) bool {
	return c == '_' || c == '.' || c == '$' || c == '-' || c >= '0' && c <= '9' || chars.IsLetter(c) || c >= 0x80
}

// NameEnd returns where the bare name at i ends: at i if none is there.
func NameEnd(t []byte, i int) int {
	end := i
	for end < len(t) && end-i < LongestName && IsName(t[end]) {
		end++
	}
	if end > i && (chars.IsLetter(t[i]) || t[i] == '_' || t[i] == '@') {
		return end
	}
	return i
}

// QuotedEnd returns where the short string at i ends, 0 if none is there.
func QuotedEnd(t []byte, i int) int {
	if i >= len(t) || t[i] != '"' && t[i] != '\'' {
		return 0
	}
	n := bytes.IndexByte(t[i+1:min(i+1+LongestName, len(t))], t[i])
	if n < 0 {
		return 0
	}
	return i + n + 2
}

// IsNumber reports whether b is a whole number as JSON writes it.
func IsNumber(b []byte) bool {
	digits := bytes.TrimPrefix(b, []byte("-"))
	if len(digits) == 0 || len(digits) > 18 || digits[0] == '0' && len(digits) > 1 {
		return false
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
