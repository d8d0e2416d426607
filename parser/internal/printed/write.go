package printed

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/pieces"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
)

// reader goes over a text, and writes what it reads.
type reader struct {
	text   []byte
	i      int
	out    *pieces.Builder
	depth  int
	broken bool // it does not go on
	pulse  func()
	beat   int
}

func newReader(text []byte, i int, pulse func(), out *pieces.Builder) reader {
	return reader{text: text, i: i, out: out, pulse: pulse, beat: i + pulseEvery}
}

// alive reports whether there is more to read.
func (r *reader) alive() bool {
	if r.i >= r.beat {
		r.pulse()
		r.beat = r.i + pulseEvery
	}
	r.broken = r.broken || r.i >= len(r.text)
	return !r.broken
}

func (r *reader) at(c byte) bool { return r.i < len(r.text) && r.text[r.i] == c }

func (r *reader) has(s string) bool {
	return bytes.HasPrefix(r.text[min(r.i, len(r.text)):], []byte(s))
}

// escaped writes what stands between two offsets as the inside of a string.
func (r *reader) escaped(from, to int) { writeEscaped(r.out, r.text, from, to) }

// inside reads from the quote at r.i to the one that ends the string.
func (r *reader) inside(quote byte) {
	r.i++
	for r.alive() && !r.at(quote) {
		n := bytes.IndexAny(r.text[r.i:min(r.i+pulseEvery, len(r.text))], string(quote)+`\`)
		if n < 0 {
			n = min(pulseEvery, len(r.text)-r.i)
		}
		r.escaped(r.i, r.i+n)
		if r.i += n; r.at('\\') {
			out, used := unescape.Literal(nil, r.text[r.i:])
			for _, c := range out {
				putByte(r.out, c, r.i, r.i+used)
			}
			r.i += used
		}
	}
}

// writeEscaped writes what stands between two offsets of text as the inside of a string.
func writeEscaped(out *pieces.Builder, text []byte, from, to int) {
	start := from
	for i := from; i < to; i++ {
		if c := text[i]; c == '"' || c == '\\' || c < 0x20 {
			out.Copy(text, start, i)
			putByte(out, c, i, i+1)
			start = i + 1
		}
	}
	out.Copy(text, start, to)
}

// putByte writes one byte of a string.
func putByte(out *pieces.Builder, c byte, from, to int) {
	switch {
	case c == '"' || c == '\\':
		out.Put(`\`+string(c), from, to)
	case c < 0x20:
		out.Put(`\u00`+string("0123456789abcdef"[c>>4])+string("0123456789abcdef"[c&15]), from, to)
	default:
		out.Byte(c, from, to)
	}
}

// writeBare writes a value without quotes: as a number or a word if JSON has it, else as
// a string.
func writeBare(out *pieces.Builder, text []byte, from, to int) {
	raw := bytes.TrimSpace(text[from:to])
	switch string(raw) {
	case "null", "NULL", "nil", "None", "<nil>", "undef", "undefined", "<null>":
		out.Put("null", from, to)
	case "true", "false":
		out.Copy(text, from, to)
	case "True", "False":
		out.Put(string(bytes.ToLower(raw)), from, to)
	default:
		if at := from + bytes.Index(text[from:to], raw); isNumber(raw) {
			out.Copy(text, at, at+len(raw))
		} else {
			out.Put(`"`, from, from)
			writeEscaped(out, text, at, at+len(raw))
			out.Put(`"`, to, to)
		}
	}
}
