package unescape

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/pieces"
)

// Literals appends what stands between two offsets of a text, without the escapes of
// string literals.
func Literals(b *pieces.Builder, text []byte, from, to int, pulse func()) {
	for beat := from + pulseEvery; from < to; {
		if from >= beat {
			pulse()
			beat = from + pulseEvery
		}
		n := bytes.IndexByte(text[from:to], '\\')
		if n < 0 {
			n = to - from
		}
		b.Copy(text, from, from+n)
		if from += n; from < to {
			out, used := Literal(nil, text[from:to])
			b.Put(string(out), from, from+used)
			from += used
		}
	}
}
