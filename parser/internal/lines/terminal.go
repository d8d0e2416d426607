package lines

import (
	"bytes"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// escapes are how people and programs write the escape character.
var escapes = [...]string{"\x1b", "^[", `\033`, `\x1b`, `\x1B`, `\u001b`, `\u001B`, `\e`, "#033", "␛", "ESC"}

// Code returns the length of the code for a terminal that b begins with: one of
// colours and the like, with a real escape character or with what is written for it. It
// is 0 if b begins with none.
func Code(b []byte) int {
	n := 0
	for _, escape := range escapes {
		if len(b) > len(escape)+1 && b[0] == escape[0] && string(b[:len(escape)]) == escape {
			n = len(escape)
			break
		}
	}
	if n == 0 {
		return 0
	}
	switch b[n] {
	case '[':
	case '(', ')': // a set of characters
		return min(n+2, len(b))
	case ']': // a title or a link, up to a bell or an escape with a backslash
		return title(b, n)
	default:
		return 0
	}
	const longest = 32
	for i := n + 1; i < min(len(b), longest); i++ {
		switch c := b[i]; {
		case c >= 0x40 && c <= 0x7e:
			if n > 1 && c != 'm' && c != 'K' { // who writes ^[ means colours
				return 0
			}
			return i + 1
		case c < 0x20 || c > 0x3f:
			return 0
		}
	}
	return 0
}

// title returns the length of the code ESC ] … that b begins with.
func title(b []byte, n int) int {
	const longest = 512
	for i := n + 1; i < min(len(b), longest); i++ {
		if b[i] == 7 {
			return i + 1
		}
		if b[i] == 0x1b && i+1 < len(b) && b[i+1] == '\\' {
			return i + 2
		}
	}
	return 0
}

// Uncolour takes off one code for a terminal at the beginning of src.
func Uncolour(dst, src []byte) ([]byte, int) {
	if n := Code(src); n > 0 {
		return dst, n
	}
	return append(dst, src[0]), 1
}

const (
	narrowest = 30  // columns of a terminal that breaks lines
	widest    = 600 // bytes of a line of one that is still looked at
)

// Wrapped reads the lines from i on that were broken at one width, in columns of a
// terminal, in characters or in bytes, and of which a body begins in the first one.
// It must be broken by that: a line ends within a string of JSON or within a tag.
func Wrapped(text []byte, i int, pulse func()) (r Run, ok bool) {
	// The line may be blank up to i, and its width counts from its beginning.
	head := max(i-widest, 0)
	head += bytes.LastIndexByte(text[head:i], '\n') + 1
	stop, next := end(text, i)
	at := opening(text[i:stop])
	if stop-head < narrowest || stop-head > widest || next >= len(text) || at < 0 || quotedAgain(text, i+at, next) {
		return r, false
	}
	for _, measure := range [...]func([]byte) int{columns, utf8.RuneCount, func(b []byte) int { return len(b) }} {
		again, ok := broken(text, head, i, measure, pulse)
		if ok {
			return again, true
		}
		r.End = max(r.End, again.End)
	}
	return r, false
}

// quotedAgain reports whether the quote before the body at i comes again at the beginning of
// the next line: a program joins literals there.
func quotedAgain(text []byte, i, next int) bool {
	for next < len(text) && (text[next] == ' ' || text[next] == '\t') {
		next++
	}
	return i > 0 && next < len(text) && (text[i-1] == '"' || text[i-1] == '\'') && text[next] == text[i-1]
}

// broken does so for one measure. The first line has its head, which is no part of
// what is read, before i.
func broken(text []byte, head, i int, measure func([]byte) int, pulse func()) (r Run, ok bool) {
	stop, next := end(text, i)
	var s scan
	first := bytes.TrimSuffix(text[i:stop], []byte("\r"))
	width, within := measure(text[head:i+len(first)]), 0
	s.take(first[opening(first):])
	r.Copy(text, i, i+len(first))
	within += chars.One(s.within())
	r.End, r.Lines = next, 1
	for beat := i + pulseEvery; r.End < len(text) && !s.done; r.Lines++ {
		if r.End >= beat {
			pulse()
			beat = r.End + pulseEvery
		}
		stop, next = end(text, r.End)
		line := bytes.TrimSuffix(text[r.End:stop], []byte("\r"))
		own := len(line)
		if own <= widest {
			own = measure(line)
		}
		if own > width {
			return r, false
		}
		r.Copy(text, r.End, r.End+len(line))
		s.take(line)
		r.End = next
		if own < width-1 && !s.done { // a shorter line is the last one
			r.Lines++
			break
		}
		within += chars.One(s.within() && !s.done)
	}
	return r, r.Lines > 1 && within > 0 && (s.done || r.End == len(text))
}

// columns returns how wide a line is in a terminal: characters of East Asia and
// signs beyond U+1F000 take two.
func columns(line []byte) (n int) {
	for _, r := range string(line) {
		switch {
		case r >= 0x1100 && r <= 0x115f, r >= 0x2e80 && r <= 0xa4cf, r >= 0xac00 && r <= 0xd7a3,
			r >= 0xf900 && r <= 0xfaff, r >= 0xfe30 && r <= 0xfe6f, r >= 0xff00 && r <= 0xff60,
			r >= 0xffe0 && r <= 0xffe6, r >= 0x1f000 && r <= 0x3fffd:
			n += 2
		default:
			n++
		}
	}
	return n
}

// scan follows a body through its lines.
type scan struct {
	xml, begun bool
	quoted     bool // in a string of JSON
	escaped    bool
	tag        tagKind
	last       byte
	ending     int // signs in a row that may end a section
	depth      int
	done       bool
}

type tagKind uint8

const (
	noTag tagKind = iota
	anyTag
	startTag
	endTag
	otherTag // up to the next bracket
	section  // of CDATA
	comment
)

// within reports whether what was read ends within a string or a tag.
func (s *scan) within() bool { return s.quoted || s.tag != noTag && s.tag < otherTag }

func (s *scan) take(b []byte) {
	if !s.begun && len(b) > 0 {
		s.begun, s.xml = true, b[0] == '<'
	}
	for _, c := range b {
		if s.xml {
			s.markup(c)
		} else {
			s.json(c)
		}
		if s.last = c; s.done {
			return
		}
	}
}

func (s *scan) markup(c byte) {
	switch {
	case s.tag == noTag && c == '<':
		s.tag = anyTag
	case s.tag == anyTag && c == '/':
		s.tag = endTag
	case s.tag == anyTag && (c == '?' || c == '!'):
		s.tag = otherTag
	case s.tag == anyTag:
		s.tag = startTag
	case s.tag == otherTag && s.last == '!' && c == '[':
		s.tag = section
	case s.tag == otherTag && s.last == '!' && c == '-':
		s.tag = comment
	case c == '>' && s.tag != noTag && (s.tag < section || s.ending >= 2):
		switch {
		case s.tag == endTag:
			s.depth--
		case s.tag == startTag && s.last != '/':
			s.depth++
		}
		s.done = s.depth <= 0 && s.tag < otherTag
		s.tag = noTag
	}
	if s.tag == section && c == ']' || s.tag == comment && c == '-' {
		s.ending++
	} else {
		s.ending = 0
	}
}

func (s *scan) json(c byte) {
	switch {
	case s.escaped:
		s.escaped = false
	case c == '\\':
		s.escaped = s.quoted
	case c == '"':
		s.quoted = !s.quoted
	case s.quoted:
	case c == '{' || c == '[':
		s.depth++
	case c == '}' || c == ']':
		s.depth--
		s.done = s.depth == 0
	}
}
