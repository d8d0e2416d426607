// Package outset tells what a body looks like at its beginning.
package outset

import "bytes"

// LookAhead is how many bytes are looked at to tell what begins at a place.
const LookAhead = 512

// LikeBody reports whether text begins, after blanks and a byte order
// mark, as a body in XML or JSON does.
func LikeBody(text []byte) bool {
	return At(text, Blanks(text))
}

// tellingWords are names that only a callback has, foldedWords how mappers spell them.
var (
	tellingWords = [...]string{"JobsDetail", "EventName", "WorkflowExecution"}
	foldedWords  = [...]string{"jobsDetail", "jobs_detail", "eventName", "event_name", "workflowExecution", "JOBS_DETAIL"}
)

// Tells reports whether words stand in text that only a callback has.
func Tells(text []byte) bool {
	for _, word := range tellingWords {
		if bytes.Contains(text, []byte(word)) {
			return true
		}
	}
	return false
}

// TellsFolded does what Tells does, for names that a mapper wrote in another case.
func TellsFolded(text []byte) bool {
	for _, word := range foldedWords {
		if bytes.Contains(text, []byte(word)) {
			return true
		}
	}
	return Tells(text)
}

// At reports whether a body may begin at i of text: a tag, a declaration,
// or a bracket with what may stand in it.
func At(text []byte, i int) bool {
	if i+1 >= len(text) {
		return false
	}
	ahead := text[i+1 : min(i+1+LookAhead, len(text))]
	switch text[i] {
	case '<':
		return startsTag(ahead) && !bytes.HasPrefix(text[i:], []byte(BufferMark))
	case '{':
		return startsObject(ahead)
	case '[':
		return startsArray(ahead)
	}
	return false
}

func startsTag(b []byte) bool {
	switch c := b[0]; {
	case c == '?':
		return bytes.HasPrefix(b, []byte("?xml")) || startsInstruction(b)
	case c == '!':
		return bytes.HasPrefix(b, []byte("!--")) || bytes.HasPrefix(b, []byte("!DOCTYPE"))
	}
	return isNameStart(b[0]) && !printsObject(b)
}

// printsObject reports whether b goes on as programs print objects between angle
// brackets, which are no tags: <QueryDict: {…}>, <A::B {…}>, <Request body=b'…'>.
func printsObject(b []byte) bool {
	n := 0
	for n < len(b) && IsNameByte(b[n]) {
		n++
	}
	if name := b[:n]; bytes.HasSuffix(name, []byte(":")) || bytes.Contains(name, []byte("::")) {
		return true
	}
	end := bytes.IndexAny(b[n:], "<>")
	return end > 0 && b[n] == ' ' && (bytes.Contains(b[n:n+end], []byte("=b'")) || bytes.Contains(b[n:n+end], []byte(`=b"`)))
}

// startsInstruction reports whether b goes on as a processing instruction does, with a
// tag behind it: what begins with <?php is a program.
func startsInstruction(b []byte) bool {
	end := bytes.Index(b, []byte("?>"))
	if end < 2 || !isNameStart(b[1]) {
		return false
	}
	rest := b[end+2:]
	return bytes.HasPrefix(rest[Blanks(rest):], []byte("<"))
}

// isNameStart reports whether the name of an element may begin with c; beyond
// ASCII nearly all letters may.
func isNameStart(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80
}

// IsNameByte reports whether c may stand in the name of an element.
func IsNameByte(c byte) bool {
	return isNameStart(c) || c >= '0' && c <= '9' || c == '-' || c == '.' || c == ':'
}

// foldSigns are what viewers show before what can be folded.
var foldSigns = [...]string{"▼", "▶", "▾", "▸", "▽", "►", "⏷", "⏵", "▿", "▹", "⊟", "⊞", "−", "－"}

func startsObject(b []byte) bool {
	b = b[Blanks(b):]
	for _, sign := range foldSigns {
		if rest, ok := bytes.CutPrefix(b, []byte(sign)); ok {
			b = rest[Blanks(rest):]
			break
		}
	}
	if len(b) == 0 {
		return true
	}
	switch c := b[0]; {
	case c == '"' || c == '\'' || c == '}' || c == '/':
		return true
	case isNameStart(c) && c < 0x80:
		word := 0
		for word < len(b) && IsNameByte(b[word]) && b[word] < 0x80 && b[word] != ':' {
			word++
		}
		rest := bytes.TrimPrefix(b[word:], []byte(`"`)) // the first quote was lost
		rest, named := bytes.CutPrefix(bytes.TrimLeft(rest, " \t"), []byte(":"))
		return named && !bytes.HasPrefix(bytes.TrimLeft(rest, " \r\n\t"), []byte(BufferMark))
	}
	for _, quote := range [...]string{"“", "”", "„", "«", "＂"} {
		if bytes.HasPrefix(b, []byte(quote)) {
			return true
		}
	}
	return false
}

// startsArray reports whether b goes on as an array of objects does, or of
// arrays of them.
func startsArray(b []byte) bool {
	b = b[Blanks(b):]
	n := 0
	for n < len(b) && (b[n] == '[' || IsBlank(b[n])) { // no call for each of them
		n++
		if n < len(b) && b[n] >= 0x80 {
			n += Blanks(b[n:])
		}
	}
	b = b[n:]
	return len(b) > 0 && b[0] == '{' && startsObject(b[1:])
}

// Item reports whether b begins as an item of an array may.
func Item(b []byte) bool {
	b = b[Blanks(b):]
	return len(b) > 0 && (bytes.IndexByte([]byte(`"[]{-0123456789`), b[0]) >= 0 ||
		bytes.HasPrefix(b, []byte("true")) || bytes.HasPrefix(b, []byte("false")) || bytes.HasPrefix(b, []byte("null")))
}

// Blanks counts the bytes of white space that b begins with; no-break spaces
// and byte order marks are among them.
func Blanks(b []byte) int {
	n := 0
	for n < len(b) {
		switch c := b[n]; {
		case IsBlank(c):
			n++
		case c == 0xC2 && n+1 < len(b) && b[n+1] == 0xA0: // U+00A0
			n += 2
		case c == 0xE3 && n+2 < len(b) && b[n+1] == 0x80 && b[n+2] == 0x80: // U+3000
			n += 3
		case c == 0xEF && n+2 < len(b) && b[n+1] == 0xBB && b[n+2] == 0xBF: // U+FEFF
			n += 3
		default:
			return n
		}
	}
	return n
}

// IsBlank reports whether c is a blank of ASCII.
func IsBlank(c byte) bool {
	return c == ' ' || c == '\t' || c == '\r' || c == '\n'
}

// BufferMark stands before the bytes that Node prints of a buffer.
const BufferMark = "<Buffer "

// Gap counts the bytes between two bodies that b begins with: white space, byte
// order marks, commas and semicolons.
func Gap(b []byte) int {
	for n := 0; ; {
		m := n + Blanks(b[n:])
		if m < len(b) && (b[m] == ',' || b[m] == ';') {
			m++
		}
		if m == n {
			return n
		}
		n = m
	}
}

// Telling remembers where words stand that only a callback has, for who asks of one place
// after the other.
type Telling struct {
	text   []byte
	at, to int // where the last one was found, and up to where there is none
}

// Near reports whether one stands soon behind i.
func (t *Telling) Near(text []byte, i int) bool {
	const far, longest = 64 << 10, 32
	if len(t.text) != len(text) || &t.text[0] != &text[0] || i < t.to-far {
		*t = Telling{text: text, at: -1, to: i}
	}
	end := min(i+far, len(text))
	if t.at >= i && t.at < end {
		return true
	}
	from := max(i, t.to-longest)
	for _, words := range [...][]string{tellingWords[:], foldedWords[:]} {
		for _, word := range words {
			if n := bytes.Index(text[from:max(end, from)], []byte(word)); n >= 0 {
				t.at = from + n
				return true
			}
		}
	}
	t.to = end
	return false
}
