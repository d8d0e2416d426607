package parser

import (
	"bytes"
	"unicode/utf8"
)

// origin tells where the bytes of a document lay in Source.Text, through the
// layers that were peeled. The zero origin is the source itself.
type origin struct {
	outer *origin
	// shift is where the text begins in the outer text, if trace is nil.
	shift int
	// trace maps an offset to one of the outer text.
	trace func(int) int
	// packed tells that there is no place for each byte: whole, a span of the
	// outer text, stands for all of them.
	packed bool
	whole  Span
}

// span maps a span of the document's text to one of Source.Text, and reports
// whether it is exact.
func (o *origin) span(s Span) (Span, bool) {
	exact := true
	for ; o != nil; o = o.outer {
		switch {
		case o.packed:
			s, exact = o.whole, false
		case o.trace != nil:
			s = Span{uint32(o.trace(int(s.Start))), uint32(o.trace(int(s.End)))}
		default:
			s = Span{s.Start + uint32(o.shift), s.End + uint32(o.shift)}
		}
	}
	return s, exact
}

// counter turns offsets into positions. Offsets that come in order cost one
// pass over the text together, however long its lines are.
type counter struct {
	text []byte
	at   int // everything before has been counted
	line int // of at, counted from 0
	// column is how many characters of the line begin before at.
	column int
}

func (c *counter) position(offset int) Position {
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
	return Position{Line: c.line + 1, Column: c.column + 1, Offset: offset}
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

// Excerpt returns the part of what was given that d points to, false where d
// has no place of its own.
func (r *Report) Excerpt(d *Diagnostic) (Excerpt, bool) {
	if !d.At.Known() {
		return Excerpt{}, false
	}
	text, at := r.textOf(d), min(d.At.Offset, len(r.textOf(d)))
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
	stop := min(at+d.Span.Len(), end)
	return Excerpt{
		Text:  string([]rune(string(bytes.TrimRight(text[start:end], "\r")))), // each bad byte is one U+FFFD
		Caret: utf8.RuneCount(text[start:at]),
		Width: max(utf8.RuneCount(text[at:stop]), 1),
		Line:  d.At.Line,
	}, true
}

// Origin maps a span of the document's text to one of Source.Text and reports
// whether it is exact; if not, it is the place of the whole wrapping.
func (d *Document) Origin(s Span) (Span, bool) {
	if d == nil {
		return s, true
	}
	return d.origin.span(s)
}

// extent returns the bytes that node i takes up, with tags, quotes and braces.
func (d *Document) extent(i int32) Span {
	n := &d.nodes[i]
	s := n.value
	switch n.kind {
	case KindElement:
		s.Start = n.name.Start - 1
		s.End = d.tagEnd(n)
	case KindAttribute:
		s = Span{n.name.Start, n.value.End + 1}
	case KindString:
		s = Span{s.Start - 1, s.End + 1}
	case KindObject, KindArray:
		s = Span{s.Start - 1, s.End + 1}
	case kindTable:
		t := &d.tables[n.value.Start]
		s = Span{t.row(0).Start, t.row(t.size - 1).End}
	}
	if d.Format == FormatJSON && n.name.Start > 0 {
		s.Start = n.name.Start - 1
	}
	s.End = max(min(s.End, uint32(len(d.Text))), s.Start)
	return s
}

// tagEnd returns where the end tag of n ends, as the reader has it: behind its
// >, or before the next < if that comes first.
func (d *Document) tagEnd(n *node) uint32 {
	end := n.value.End
	if n.flags&(flagEmptyTag|flagPartial|flagMended) != 0 || int(end) == len(d.Text) {
		return end
	}
	tag := d.Text[end+1:]
	switch i := bytes.IndexAny(tag, "<>"); {
	case i < 0:
		return uint32(len(d.Text))
	case tag[i] == '<':
		return end + 1 + uint32(i)
	default:
		return end + 2 + uint32(i)
	}
}
