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

// Telling reports whether words stand in text that only a callback has.
func Telling(text []byte) bool {
	for _, word := range [...]string{"JobsDetail", "EventName", "WorkflowExecution"} {
		if bytes.Contains(text, []byte(word)) {
			return true
		}
	}
	return false
}

// TellingFolded does what Telling does, for names that a mapper wrote in another case.
func TellingFolded(text []byte) bool {
	for _, word := range [...]string{"jobsDetail", "jobs_detail", "eventName", "event_name", "workflowExecution", "JOBS_DETAIL"} {
		if bytes.Contains(text, []byte(word)) {
			return true
		}
	}
	return Telling(text)
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
