package peel

import "bytes"

// lookAhead is how many bytes are looked at to tell what begins at a place.
const lookAhead = 512

// LooksLikeBody reports whether text begins, after blanks and a byte order
// mark, as a body in XML or JSON does.
func LooksLikeBody(text []byte) bool {
	return BodyAt(text, blanks(text))
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

// Whole reports whether a body that text begins with is closed in it.
func Whole(text []byte) bool {
	s := NewScanner(text, Context{})
	i := s.front
	if i >= len(text) {
		return false
	}
	if text[i] != '<' {
		end, _ := s.closingBracket(i)
		return end > 0
	}
	for i+1 < s.back && (text[i+1] == '?' || text[i+1] == '!') {
		n := bytes.IndexByte(text[i+1:], '<')
		if n < 0 {
			return false
		}
		i += 1 + n
	}
	return s.ended(i) || bytes.HasSuffix(text[:s.back], []byte("/>"))
}

// BodyAt reports whether a body may begin at i of text: a tag, a declaration,
// or a bracket with what may stand in it.
func BodyAt(text []byte, i int) bool {
	if i+1 >= len(text) {
		return false
	}
	ahead := text[i+1 : min(i+1+lookAhead, len(text))]
	switch text[i] {
	case '<':
		return startsTag(ahead) && !bytes.HasPrefix(text[i:], []byte(bufferMark))
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
	return isNameStart(b[0])
}

// startsInstruction reports whether b goes on as a processing instruction does, with a
// tag behind it: what begins with <?php is a program.
func startsInstruction(b []byte) bool {
	end := bytes.Index(b, []byte("?>"))
	if end < 2 || !isNameStart(b[1]) {
		return false
	}
	rest := b[end+2:]
	return bytes.HasPrefix(rest[blanks(rest):], []byte("<"))
}

// isNameStart reports whether the name of an element may begin with c; beyond
// ASCII nearly all letters may.
func isNameStart(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80
}

func isNameByte(c byte) bool {
	return isNameStart(c) || c >= '0' && c <= '9' || c == '-' || c == '.' || c == ':'
}

// foldSigns are what viewers show before what can be folded.
var foldSigns = [...]string{"▼", "▶", "▾", "▸"}

func startsObject(b []byte) bool {
	b = b[blanks(b):]
	for _, sign := range foldSigns {
		if rest, ok := bytes.CutPrefix(b, []byte(sign)); ok {
			b = rest[blanks(rest):]
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
		for word < len(b) && isNameByte(b[word]) && b[word] < 0x80 && b[word] != ':' {
			word++
		}
		rest := bytes.TrimPrefix(b[word:], []byte(`"`)) // the first quote was lost
		rest, named := bytes.CutPrefix(bytes.TrimLeft(rest, " \t"), []byte(":"))
		return named && !bytes.HasPrefix(bytes.TrimLeft(rest, " \r\n\t"), []byte(bufferMark))
	}
	return bytes.HasPrefix(b, []byte("“")) || bytes.HasPrefix(b, []byte("”"))
}

// startsArray reports whether b goes on as an array of objects does, or of
// arrays of them.
func startsArray(b []byte) bool {
	b = b[blanks(b):]
	for len(b) > 0 && b[0] == '[' {
		b = b[1+blanks(b[1:]):]
	}
	return len(b) > 0 && b[0] == '{' && startsObject(b[1:])
}

// bodyAt reports whether a body begins at i. First in a text, and right behind
// another body, whatever looks like one is one; elsewhere only what nothing
// else begins with, since a log has brackets of its own.
func (s *Scanner) bodyAt(i int) bool {
	switch s.text[i] {
	case '<':
		return BodyAt(s.text, i) && (i == s.first || s.knownTag(i) || s.ended(i))
	case '{':
		return BodyAt(s.text, i) && (i == s.first || s.likelyObject(i))
	case '[':
		return s.arrayOfObjects(i) || s.arrayAt(i)
	}
	return false
}

// knownTag reports whether the tag at i is the first of a callback: another tag follows,
// where a sentence about it goes on in words.
func (s *Scanner) knownTag(i int) bool {
	for _, mark := range [...]string{"<?xml", "<Response", "<Request", "<Error", "<JobsDetail", "<WorkflowExecution"} {
		if bytes.HasPrefix(s.text[i:], []byte(mark)) {
			ahead := s.text[i:min(i+lookAhead, len(s.text))]
			end := bytes.IndexByte(ahead, '>') + 1
			next := ahead[end+blanks(ahead[end:]):]
			return end == 0 || len(next) == 0 || next[0] == '<' || next[0] == '\\'
		}
	}
	return false
}

// likelyObject reports whether the brace at i begins an object and not a phrase
// of a log.
func (s *Scanner) likelyObject(i int) bool {
	switch c := s.text[i+1]; c {
	case '"', '\n', ' ', '\t':
		return true
	case '\r':
		return i+2 < len(s.text) && s.text[i+2] == '\n'
	}
	return false
}

// ended reports whether an end tag of the element at i stands behind it. All
// end tags are found when they are first asked for.
func (s *Scanner) ended(i int) bool {
	if s.ends == nil {
		s.ends = make(map[string]int)
		s.findEnds(i)
	}
	return s.ends[string(s.nameAt(i+1))] > i
}

// maxEnds is how many names of elements are told apart by findEnds.
const maxEnds = 1 << 14

func (s *Scanner) findEnds(i int) {
	for beat := i; ; i += 2 {
		n := bytes.Index(s.text[i:min(i+pulseEvery, len(s.text))], []byte("</"))
		switch {
		case n >= 0:
			i += n
			if name := s.nameAt(i + 2); len(s.ends) < maxEnds || s.ends[string(name)] > 0 {
				s.ends[string(name)] = i
			}
		case i+pulseEvery >= len(s.text):
			return
		default:
			i += pulseEvery - 3 // "</" may lie across
		}
		if i >= beat {
			s.c.pulse()
			beat = i + pulseEvery
		}
	}
}

// nameAt returns the name at i, its first bytes if it is longer than names are.
func (s *Scanner) nameAt(i int) []byte {
	const longest = 128
	end := i
	for end < min(i+longest, len(s.text)) && isNameByte(s.text[end]) {
		end++
	}
	return s.text[i:end]
}

// looksLikeBody does what BodyAt does.
func (s *Scanner) looksLikeBody(i int) bool {
	if s.text[i] == '[' {
		return s.arrayOfObjects(i)
	}
	return BodyAt(s.text, i)
}

// arrayOfObjects reports whether an array of objects begins at i, or one of
// arrays of them. Of a run of brackets the first one answers for all.
func (s *Scanner) arrayOfObjects(i int) bool {
	if i >= s.arrayRun {
		end := i
		for end < min(i+lookAhead, len(s.text)) && s.text[end] == '[' {
			end++
			end += blanks(s.text[end:min(i+lookAhead, len(s.text))])
		}
		s.arrayRun, s.arrayOpens = end, BodyAt(s.text, i)
	}
	return s.arrayOpens
}

// arrayAt reports whether the bracket at i begins an array that is a body
// though its first item is not an object. It must be closed, and hold an object or
// stand alone on its lines.
func (s *Scanner) arrayAt(i int) bool {
	if i < s.brackets || !startsItem(s.text[i+1:min(i+1+lookAhead, len(s.text))]) {
		return false
	}
	end, objects := s.closingBracket(i)
	if end < 0 {
		s.brackets = len(s.text)
		return i == s.front && len(s.text) > i+1 && (s.text[i+1] == '[' || s.text[i+1] == '"')
	}
	s.brackets = end
	if objects {
		return true
	}
	return s.lineBegins(i) && lineEnds(s.text, end)
}

// startsItem reports whether b begins as an item of an array may.
func startsItem(b []byte) bool {
	b = b[blanks(b):]
	return len(b) > 0 && (bytes.IndexByte([]byte(`"[]{-0123456789`), b[0]) >= 0 ||
		bytes.HasPrefix(b, []byte("true")) || bytes.HasPrefix(b, []byte("false")) || bytes.HasPrefix(b, []byte("null")))
}

// closingBracket returns where the array at i ends, -1 if it does not, and
// whether objects stand in it.
func (s *Scanner) closingBracket(i int) (end int, objects bool) {
	depth, beat := 0, i+pulseEvery
	for ; i < len(s.text); i++ {
		if i >= beat {
			s.c.pulse()
			beat = i + pulseEvery
		}
		switch s.text[i] {
		case '{', '[':
			depth++
			objects = objects || s.text[i] == '{'
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1, objects
			}
		case '"':
			if i = closing(s.text, i+1, '"', s.c); i < 0 {
				return -1, objects
			}
		}
	}
	return -1, objects
}
