package printed

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/pieces"
)

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
