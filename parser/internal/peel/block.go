package peel

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// textBlock is a string of source code over several lines, in three quotes or between back
// quotes.
func textBlock() wrapper {
	return wrapper{
		"block",
		lang.Text{ZH: "源代码中的多行字符串", EN: "Text block of source code"},
		"\"\"''``",
		func(s *Scanner, i int) bool { return s.blockMark(i) > 0 },
		(*Scanner).block,
	}
}

// blockMark returns how many quotes open a block at i, 0 for none: three at the end of a
// line, or such that a body follows. Those of a cell are doubled within, too.
func (s *Scanner) blockMark(i int) int {
	n := 1
	if c := s.text[i]; c != '`' {
		if n = 3; i+n >= len(s.text) || s.text[i+1] != c || s.text[i+2] != c {
			return 0
		}
	}
	at := i + n
	if n == 3 && (s.text[at] == '\n' || bytes.HasPrefix(s.text[at:], []byte("\r\n"))) {
		return n
	}
	at = outset.BlanksTo(s.text, at)
	if at >= len(s.text) || !outset.At(s.text, at) {
		return 0
	}
	if s.text[at] != '<' && bytes.HasPrefix(s.text[outset.BlanksTo(s.text, at+1):], []byte(`""`)) {
		return 0
	}
	return n
}

// block takes the text out of the block at i. Escapes in it are undone only where it is
// no JSON with them: not every language has them in such strings. What stands between
// single back quotes is found without this, if it needs no undoing.
func (s *Scanner) block(i int) (in Inside, ok bool, passed int) {
	n := s.blockMark(i)
	start := i + n
	end := s.blockEnd(start, s.text[i:start])
	if end < 0 {
		return in, false, len(s.text)
	}
	in = Inside{Start: i, End: end + n, Text: s.text[start:end], Shift: start, Note: textBlock().name}
	xml := s.text[outset.BlanksTo(s.text, start)] == '<'
	if xml && unescape.Escapes(in.Text) || !xml && bytes.IndexByte(in.Text, '\\') >= 0 && !unescape.SoundJSON(in.Text) {
		if text, trace := s.c.Undo(s.text, start, end, unescape.Literal); xml || unescape.SoundJSON(text) {
			in.Text, in.Trace, in.Shift = text, trace, 0
			in.Note = lang.Text{ZH: "多行字符串，转义已还原", EN: "a text block, its escapes undone"}
		}
	}
	if n == 1 && in.Trace == nil || !s.c.Holds(in.Text) {
		return in, false, end
	}
	return in, true, 0
}

// blockEnd returns where mark stands first without a backslash before it, -1 if nowhere.
func (s *Scanner) blockEnd(i int, mark []byte) int {
	for i < len(s.text) {
		end := min(i+pulseEvery, len(s.text))
		n := bytes.Index(s.text[i:end], mark)
		s.c.pulse()
		switch {
		case n < 0 && end == len(s.text):
			return -1
		case n < 0:
			i = end - len(mark) + 1
		case s.text[i+n-1] == '\\':
			i += n + 1
		default:
			return i + n
		}
	}
	return -1
}
