package unescape

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
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

// Quotes appends what stands between two offsets of a text, in which a quote is doubled.
func Quotes(b *pieces.Builder, text []byte, from, to int, quote byte) {
	for from < to {
		n := bytes.IndexByte(text[from:to], quote) + 1
		if n == 0 {
			n = to - from
		}
		b.Copy(text, from, from+n)
		from += n
		if from < to && text[from-1] == quote {
			from++
		}
	}
}

// Escapes reports whether every backslash of text begins an escape of a literal, and one of
// them is doubled.
func Escapes(text []byte) bool {
	doubled := false
	for i := 0; i < len(text); i += 2 {
		n := bytes.IndexByte(text[i:], '\\')
		if n < 0 {
			break
		}
		if i += n; i+1 == len(text) || bytes.IndexByte([]byte(`\"'nrtu`), text[i+1]) < 0 {
			return false
		}
		doubled = doubled || text[i+1] == '\\'
	}
	return doubled
}

// KeepsOwn reports whether the text in quotes is JSON as it stands, with escapes that it
// would not have if they were those of the string around it: its own quotes are where
// they should be, and not every backslash is doubled.
func KeepsOwn(text []byte) bool {
	start, end := chars.SkipSpace(text, 0), len(bytes.TrimRight(text, " \t\r\n"))
	if start >= end || text[start] != '{' && text[start] != '[' {
		return false
	}
	own := false
	for i := start; i < end; i++ {
		switch text[i] {
		case '\\', '\'':
			return false
		case '"':
			stop := i + 1
			for ; stop < end && text[stop] != '"'; stop++ {
				if text[stop] < ' ' {
					return false
				}
				if text[stop] == '\\' && stop+1 < end {
					stop++
					own = own || text[stop] != '\\'
					if bytes.IndexByte([]byte(`"\/bfnrtu`), text[stop]) < 0 {
						return false
					}
				}
			}
			next := chars.SkipSpace(text, min(stop+1, end))
			if next >= end || bytes.IndexByte([]byte(":,}]"), text[next]) < 0 {
				return false
			}
			i = stop
		}
	}
	return own
}
