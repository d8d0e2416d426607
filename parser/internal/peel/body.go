package peel

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
)

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

// bodyAt reports whether a body begins at i. First in a text, and right behind
// another body, whatever looks like one is one; elsewhere only what nothing
// else begins with, since a log has brackets of its own.
func (s *Scanner) bodyAt(i int) bool {
	switch s.text[i] {
	case '<':
		return outset.At(s.text, i) && (i == s.first || s.knownTag(i) || s.ended(i)) && !s.prose(i)
	case '{':
		return outset.At(s.text, i) && (i == s.first || s.likelyObject(i)) && !s.prose(i)
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
			ahead := s.text[i:min(i+outset.LookAhead, len(s.text))]
			end := bytes.IndexByte(ahead, '>') + 1
			next := ahead[end+outset.Blanks(ahead[end:]):]
			if len(next) == 0 || end == 0 { // what is cut behind its first tag holds nothing
				return s.from == 0 && bytes.IndexByte(ahead, '{') < 0 || len(ahead) == outset.LookAhead && end > 0
			}
			return next[0] == '<' || next[0] == '\\'
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
	case '\'': // of Python
		end := bytes.IndexByte(s.text[i+2:min(i+64, len(s.text))], c)
		return end > 0 && bytes.HasPrefix(s.text[i+2+end:], []byte("':"))
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
	return s.ends[string(outset.NameAt(s.text, i+1))] > i
}

// maxEnds is how many names of elements are told apart by findEnds.
const maxEnds = 1 << 14

func (s *Scanner) findEnds(i int) {
	for beat := i; ; i += 2 {
		n := bytes.Index(s.text[i:min(i+pulseEvery, len(s.text))], []byte("</"))
		switch {
		case n >= 0:
			i += n
			if name := outset.NameAt(s.text, i+2); len(s.ends) < maxEnds || s.ends[string(name)] > 0 {
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

// looksLikeBody does what BodyAt does.
func (s *Scanner) looksLikeBody(i int) bool {
	if s.text[i] == '[' {
		return s.arrayOfObjects(i)
	}
	return outset.At(s.text, i)
}

// arrayOfObjects reports whether an array of objects begins at i, or one of
// arrays of them. Of a run of brackets the first one answers for all.
func (s *Scanner) arrayOfObjects(i int) bool {
	if i >= s.arrayRun {
		end := i
		for end < min(i+outset.LookAhead, len(s.text)) && s.text[end] == '[' {
			end++
			end += outset.Blanks(s.text[end:min(i+outset.LookAhead, len(s.text))])
		}
		s.arrayRun, s.arrayOpens = end, outset.At(s.text, i)
	}
	return s.arrayOpens
}

// arrayAt reports whether the bracket at i begins an array that is a body
// though its first item is not an object. It must be closed, and hold an object or
// stand alone on its lines.
func (s *Scanner) arrayAt(i int) bool {
	if i < s.brackets || !outset.Item(s.text[i+1:min(i+1+outset.LookAhead, len(s.text))]) {
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
