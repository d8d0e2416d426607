package peel

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
)

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
	case outset.RootObject(s.text[i:]):
		return false
	case i != s.front && outset.BlanksTo(s.text, i+1) == len(s.text):
		return true // nothing is in it
	default:
		if root = outset.NextRoot(s.text, i+1); root < 0 || !outset.Apart(s.text, i, root) {
			return false
		}
	}
	s.proseTo = max(root, i+1)
	return true
}

// proseTag does so for a tag. It returns the body that follows, -1 for none.
func (s *Scanner) proseTag(i int) (root int, prose bool) {
	const longest = 64 << 10 // of a comment
	name := outset.NameAt(s.text, i+1)
	if len(name) == 0 {
		comment := bytes.HasPrefix(s.text[i:], []byte("<!--"))
		if !comment || bytes.Contains(s.text[i:min(i+longest, len(s.text))], []byte("-->")) {
			return -1, false
		}
		root = outset.NextRoot(s.text, i+1)
		return root, root > 0 || s.from > 0
	}
	own := outset.RootTag(name)
	if own && s.knownTag(i) && outset.Behind(s.text, i) == '<' && !outset.RootBehind(s.text, i) {
		return -1, false
	}
	root = outset.NextRoot(s.text, i+1)
	switch {
	case own && root > 0 && (outset.RootBehind(s.text, i) || bytes.Equal(outset.NameAt(s.text, root+1), name)):
		return root, true
	case s.knownTag(i) || s.ended(i):
		return -1, false
	}
	return root, root > 0 || s.from > 0
}
