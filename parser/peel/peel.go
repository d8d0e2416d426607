// Package peel takes the wrappers off a body: what a log, a queue, a gateway or
// a clipboard put around it. Each wrapper is one Peeler in a file of its own
// that looks at a text and answers what is inside, or nothing if it is not its
// kind. None of them reads the body itself.
package peel

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Inside is what one wrapper held, with all that a receipt needs.
type Inside struct {
	// Kind names the wrapper: "http", "gzip", "base64" …
	Kind string
	// Start and End bound the wrapped part of the outer text, in bytes.
	Start, End int
	// Text is what was inside.
	Text []byte
	// Shift is where Text begins in the outer text, if it stands there as it
	// is: Trace is nil and Packed false.
	Shift int
	// Trace maps an offset in Text to one in the outer text.
	Trace func(int) int
	// Packed tells that no such map exists: the bytes are compressed, say.
	Packed bool
	// Note says in words what is worth knowing.
	Note lang.Text
	// ContentType is what the wrapper says of the type of Text.
	ContentType string
	// Secrets are parts of the outer text that should not be shown unasked.
	Secrets [][2]int
	// Damage tells what was wrong with the wrapper, nil if nothing was.
	Damage error
	// Limited tells that Text was cut at the limit for inflated bytes.
	Limited bool
}

// Context is what a Peeler may know beside the text.
type Context struct {
	// Inflate is how many bytes compressed text may still grow to.
	Inflate int
	// Depth is how many wrappers a Peeler may look through to see whether what
	// it found leads to a body.
	Depth int
	// Pulse, if set, is called every now and then as work on a large text goes
	// on.
	Pulse func()
}

// pulseEvery is how many bytes are looked at between two pulses.
const pulseEvery = 128 << 10

func (c Context) pulse() {
	if c.Pulse != nil {
		c.Pulse()
	}
}

// index returns where mark first stands in text, -1 if it does not.
func (c Context) index(text []byte, mark string) int {
	for from := 0; from < len(text); from += pulseEvery {
		if n := bytes.Index(text[from:min(from+pulseEvery+len(mark)-1, len(text))], []byte(mark)); n >= 0 {
			return from + n
		}
		c.pulse()
	}
	return -1
}

// Peeler looks for one kind of wrapper.
type Peeler func(text []byte, c Context) []Inside

// Binary are the wrappers that hold bytes, to be tried before anybody asks for
// the charset.
var Binary = []Peeler{Gzip, Zlib}

// Text are the wrappers of text, in the order in which they are tried.
var Text = []Peeler{HTTP, Fence, Quoted, HTML, Form, Base64}

// LooksLikeBody reports whether text begins, after blanks and a byte order
// mark, as a body in XML or JSON does.
func LooksLikeBody(text []byte) bool {
	text = bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF"))
	text = bytes.TrimLeft(text, " \t\r\n")
	return BodyAt(text, 0)
}

// holds reports whether text is worth going on with: a body, or another
// wrapper of one. A peeler that asks must have made its text shorter, so that
// asking comes to an end.
func holds(text []byte, c Context) bool {
	if LooksLikeBody(text) {
		return true
	}
	if c.Depth <= 0 {
		return false
	}
	c.Inflate, c.Depth = 1, c.Depth-1
	for _, found := range [...]func([]byte, Context) []Inside{Gzip, Zlib, HTTP, Fence, Quoted, HTML, Form, Base64} {
		if len(found(text, c)) > 0 {
			return true
		}
	}
	return false
}

// BodyAt reports whether a body may begin at i of text: a tag, a declaration,
// or a bracket with what may stand in it.
func BodyAt(text []byte, i int) bool {
	if i+1 >= len(text) {
		return false
	}
	switch text[i] {
	case '<':
		return startsTag(text[i+1:])
	case '{':
		return startsObject(text[i+1:])
	case '[':
		j := i + 1 + blanks(text[i+1:])
		return j < len(text) && (text[j] == '{' || text[j] == '"' && BodyAt(text, j+1))
	}
	return false
}

func startsTag(b []byte) bool {
	switch c := b[0]; {
	case c == '?':
		return bytes.HasPrefix(b, []byte("?xml"))
	case c == '!':
		return bytes.HasPrefix(b, []byte("!--")) || bytes.HasPrefix(b, []byte("!DOCTYPE"))
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_':
		return true
	}
	return false
}

func startsObject(b []byte) bool {
	b = b[blanks(b):]
	if len(b) == 0 {
		return true
	}
	switch c := b[0]; {
	case c == '"' || c == '\'' || c == '}' || c == '/':
		return true
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_':
		word := 0
		for word < len(b) && (b[word] == '_' || b[word] >= '0' && b[word] <= '9' || b[word] >= 'a' && b[word] <= 'z' || b[word] >= 'A' && b[word] <= 'Z') {
			word++
		}
		return bytes.HasPrefix(bytes.TrimLeft(b[word:], " \t"), []byte(":"))
	}
	return bytes.HasPrefix(b, []byte("“")) || bytes.HasPrefix(b, []byte("”"))
}

// blanks counts the bytes of white space that b begins with, no-break spaces
// and the like among them.
func blanks(b []byte) int {
	n := 0
	for n < len(b) {
		switch {
		case b[n] == ' ' || b[n] == '\t' || b[n] == '\r' || b[n] == '\n':
			n++
		case bytes.HasPrefix(b[n:], []byte("\u00A0")):
			n += 2
		case bytes.HasPrefix(b[n:], []byte("\u3000")):
			n += 3
		default:
			return n
		}
	}
	return n
}

// trimmed returns the bounds of text without the blanks around it.
func trimmed(text []byte) (start, end int) {
	end = len(text)
	for start < end && isBlank(text[start]) {
		start++
	}
	for end > start && isBlank(text[end-1]) {
		end--
	}
	return start, end
}

func isBlank(c byte) bool {
	return c == ' ' || c == '\t' || c == '\r' || c == '\n'
}

// step undoes one escape at the beginning of src: it appends to dst and returns
// how many bytes of src that took, at least 1.
type step func(dst, src []byte) ([]byte, int)

// undo applies a step from start to end of outer and returns the text with the
// map of its offsets.
func (c Context) undo(outer []byte, start, end int, s step) (text []byte, trace func(int) int) {
	text = make([]byte, 0, end-start)
	beat := start
	for i := start; i < end; {
		if i >= beat {
			c.pulse()
			beat = i + pulseEvery
		}
		var n int
		text, n = s(text, outer[i:end])
		i += n
	}
	return text, func(offset int) int {
		var out []byte
		at := 0
		for i := start; i < end; {
			var n int
			out, n = s(out[:0], outer[i:end])
			if at+len(out) > offset {
				return i
			}
			at += len(out)
			i += n
		}
		return end
	}
}
