package parser

import (
	"bytes"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/diagnostic"
)

// counter turns offsets into positions. Offsets that come in order cost one
// pass over the text together, however long its lines are.
type counter struct {
	text []byte
	at   int // everything before has been counted
	line int // of at, counted from 0
	// column is how many characters of the line begin before at.
	column int
}

func (c *counter) position(offset int) diagnostic.Position {
	offset = min(offset, len(c.text))
	if offset < c.at {
		c.at, c.line, c.column = 0, 0, 0
	}
	skipped := c.text[c.at:offset]
	for n := bytes.IndexByte(skipped, '\n'); n >= 0; n = bytes.IndexByte(skipped, '\n') {
		c.line, c.column, skipped = c.line+1, 0, skipped[n+1:]
	}
	c.column += utf8.RuneCount(skipped)
	c.at = offset
	return diagnostic.Position{Line: c.line + 1, Column: c.column + 1, Offset: offset}
}

// Excerpt is the line that a diagnostic points into, or the part of it around
// the place where it is long.
type Excerpt struct {
	Text  string
	Caret int // characters of Text before the place
	Width int // characters that are meant, at least 1
	Line  int // as in Position
}

// excerptReach is how many bytes an excerpt shows on each side at the most.
const excerptReach = 60

// Excerpt returns the part of what was given around a place of a diagnostic, false
// where that is not known.
func (r *Report) Excerpt(s *diagnostic.Spot) (Excerpt, bool) {
	if !s.At.Known() {
		return Excerpt{}, false
	}
	text, at := r.textOf(s), min(s.At.Offset, len(r.textOf(s)))
	start, end := max(at-excerptReach, 0), min(at+excerptReach, len(text))
	if n := bytes.LastIndexByte(text[start:at], '\n'); n >= 0 {
		start += n + 1
	}
	if n := bytes.IndexByte(text[at:end], '\n'); n >= 0 {
		end = at + n
	}
	for start < at && !utf8.RuneStart(text[start]) {
		start++
	}
	for end > at && end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	stop := min(at+s.Span.Len(), end)
	return Excerpt{
		Text:  string([]rune(string(bytes.TrimRight(text[start:end], "\r")))), // each bad byte is one U+FFFD
		Caret: utf8.RuneCount(text[start:at]),
		Width: max(utf8.RuneCount(text[at:stop]), 1),
		Line:  s.At.Line,
	}, true
}
