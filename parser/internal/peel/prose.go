package peel

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
)

// rootTags are the elements that a callback has at its outside.
var rootTags = [...]string{"Response", "Request", "Error", "JobsDetail", "WorkflowExecution"}

// prose reports whether the bracket at i, which looks like the beginning of a body, belongs
// to words before one or behind one: x <y, <nil>, {"level":"info" and the like.
func (s *Scanner) prose(i int) bool {
	if i < s.proseTo {
		return true
	}
	root := -1
	switch {
	case s.text[i] == '<':
		prose := false
		if root, prose = s.proseTag(i); !prose {
			return false
		}
	case rootObject(s.text[i:]):
		return false
	case i != s.front && s.blanksTo(i+1) == len(s.text):
		return true // nothing is in it
	default:
		if root = s.nextRoot(i + 1); root < 0 || !s.apart(i, root) {
			return false
		}
	}
	s.proseTo = max(root, i+1)
	return true
}

// proseTag does so for a tag. It returns the body that follows, -1 for none.
func (s *Scanner) proseTag(i int) (root int, prose bool) {
	const longest = 64 << 10 // of a comment
	name := s.nameAt(i + 1)
	if len(name) == 0 {
		comment := bytes.HasPrefix(s.text[i:], []byte("<!--"))
		if !comment || bytes.Contains(s.text[i:min(i+longest, len(s.text))], []byte("-->")) {
			return -1, false
		}
		root = s.nextRoot(i + 1)
		return root, root > 0 || s.from > 0
	}
	own := rootTag(name)
	if own && s.knownTag(i) && s.next(i) == '<' && !s.rootBehind(i) {
		return -1, false
	}
	root = s.nextRoot(i + 1)
	switch {
	case own && root > 0 && (s.rootBehind(i) || bytes.Equal(s.nameAt(root+1), name)):
		return root, true
	case s.knownTag(i) || s.ended(i):
		return -1, false
	}
	return root, root > 0 || s.from > 0
}

func rootTag(name []byte) bool {
	for _, tag := range rootTags {
		if string(name) == tag {
			return true
		}
	}
	return false
}

// behindTag returns what stands first behind the tag at i, or behind its name where that
// does not end.
func (s *Scanner) behindTag(i int) int {
	ahead := s.text[i+1 : min(i+outset.LookAhead, len(s.text))]
	n := bytes.IndexAny(ahead, "<>")
	if n < 0 || ahead[n] == '<' {
		n = len(s.nameAt(i+1)) - 1
	}
	return s.blanksTo(i + 1 + n + 1)
}

// next returns the byte that stands first behind the tag at i, 0 at the end of the text.
func (s *Scanner) next(i int) byte {
	if at := s.behindTag(i); at < len(s.text) {
		return s.text[at]
	}
	return 0
}

// rootBehind reports whether the tag at i is followed by that of the outside of a callback.
func (s *Scanner) rootBehind(i int) bool {
	rest := s.text[min(s.behindTag(i), len(s.text)):]
	return bytes.HasPrefix(rest, []byte("<Response>")) || bytes.HasPrefix(rest, []byte("<?xml"))
}

func (s *Scanner) blanksTo(i int) int {
	return i + outset.Blanks(s.text[i:min(i+outset.LookAhead, len(s.text))])
}

// nextRoot returns where the outside of a callback begins next, -1 if it is not near.
func (s *Scanner) nextRoot(i int) int {
	const near = 4 << 10
	end := min(i+near, len(s.text))
	for i < end {
		n := bytes.IndexAny(s.text[i:end], "<{")
		if n < 0 {
			break
		}
		i += n
		switch rest := s.text[i:]; {
		case rest[0] == '{' && rootObject(rest):
			return i
		case bytes.HasPrefix(rest, []byte("<?xml")), bytes.HasPrefix(rest, []byte("<Response>")) && s.next(i) == '<':
			return i
		}
		i++
	}
	return -1
}

// rootObject reports whether b begins as a callback in JSON does.
func rootObject(b []byte) bool {
	b = b[1+outset.Blanks(b[1:min(outset.LookAhead, len(b))]):]
	for _, name := range [...]string{`"EventName"`, `"JobsDetail"`, `"Response"`, `"WorkflowExecution"`} {
		if bytes.HasPrefix(b, []byte(name)) {
			return true
		}
	}
	return false
}

// apart reports whether the object at i has no place for the body at root: it does not end
// before, and what stands there is neither in a string nor where a value may stand.
func (s *Scanner) apart(i, root int) bool {
	depth, quoted := 0, false
	last, before := byte(0), byte(0) // the last sign, and the one before the last string
	for ; i < root; i++ {
		c := s.text[i]
		switch {
		case c == '\\':
			i++
			continue
		case c == '"':
			if quoted = !quoted; quoted {
				before = last
			}
		case quoted || outset.IsBlank(c):
			continue
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return false
			}
		}
		last = c
	}
	return !quoted && bytes.IndexByte([]byte(":,[(=>"), last) < 0 && (last != '"' || before == ':')
}
