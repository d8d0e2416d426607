package source

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser"
)

// layout walks over a text and tells where its rows begin when each element and member
// has a row of its own, indented by its depth. The bytes stay those of the text, so a
// place is the same however it is drawn. It goes by what was read, mended places
// included, and not by the notation itself.
type layout struct {
	text      []byte
	documents []stretch
	row       func(at, level int) bool // begins a row; false ends the walk

	level int
	last  event
	due   bool // the next byte that is drawn begins a row
	inTag bool
	ends  bool // a line ended since the last byte that was drawn
	done  bool
}

// event is what stands before a place, as far as the rows depend on it.
type event uint8

const (
	eventEnd   event = iota // of an element, or what is complete in itself
	eventOpen               // the beginning of something that others stand in
	eventValue              // text, or a name with what follows
)

// layoutStride is how many bytes are looked at at a time.
const layoutStride = 32 << 10

// walk goes over the text.
func (l *layout) walk() {
	inks := make([]ink, layoutStride)
	for at, k := 0, 0; at < len(l.text) && !l.done; at += layoutStride {
		end := min(at+layoutStride, len(l.text))
		out := inks[:end-at]
		clear(out)
		paintSyntax(out, l.text, at, l.documents)
		for i := at; i < end && !l.done; i++ {
			for k < len(l.documents) && i >= int(l.documents[k].span.End) {
				k++
				l.level, l.due, l.inTag = 0, false, false
			}
			if k < len(l.documents) && i == int(l.documents[k].span.Start) {
				l.due = true
			}
			switch {
			case k == len(l.documents) || i < int(l.documents[k].span.Start):
				l.outside(i)
			case l.documents[k].document.Format == parser.FormatXML:
				l.xml(i, out[i-at])
			default:
				l.json(i, out[i-at])
			}
			switch b := l.text[i]; {
			case b == '\n':
				l.ends = true
			case l.ends && !blank(b):
				l.begin(i, l.level) // no row has two lines
			}
		}
	}
}

// begin begins a row with the byte at i.
func (l *layout) begin(i, level int) {
	l.due, l.ends = false, false
	l.done = l.done || !l.row(i, level)
}

// outside takes a byte that is of no document: its lines are rows as they are.
func (l *layout) outside(i int) {
	if i == 0 || l.text[i-1] == '\n' {
		l.begin(i, 0)
	}
}

func blank(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

func (l *layout) json(i int, k ink) {
	b := l.text[i]
	if k != inkMarkup {
		l.value(i, b)
		return
	}
	switch {
	case blank(b):
		return
	case b == '}' || b == ']':
		l.level = max(l.level-1, 0)
		if l.last != eventOpen {
			l.due = true
		} else {
			l.due = false // there is nothing in it
		}
	}
	if l.due {
		l.begin(i, l.level)
	}
	switch b {
	case '{', '[':
		l.level++
		l.last, l.due = eventOpen, true
	case ',':
		l.last, l.due = eventEnd, true
	default:
		l.last = eventValue
	}
}

// value takes a byte of a name, a value or a text.
func (l *layout) value(i int, b byte) {
	switch {
	case l.due:
		l.begin(i, l.level)
	case l.ends && !blank(b): // the lines of a text are its own
		l.begin(1+bytes.LastIndexByte(l.text[:i], '\n'), 0)
	}
	if !blank(b) {
		l.last = eventValue
	}
}

func (l *layout) xml(i int, k ink) {
	b := l.text[i]
	switch {
	case k == inkComment:
		l.comment(i)
	case k != inkMarkup && !l.inTag:
		l.value(i, b)
	case k == inkMarkup && b == '<':
		l.tag(i)
	case k == inkMarkup && b == '>' && l.inTag:
		l.inTag = false
		if l.text[i-1] == '/' {
			l.level, l.last = max(l.level-1, 0), eventEnd
		}
	}
}

// tag takes the beginning of a tag.
func (l *layout) tag(i int) {
	next := byte(0)
	if i+1 < len(l.text) {
		next = l.text[i+1]
	}
	switch next {
	case '!': // a section of text
		l.last = eventValue
	case '/':
		l.level = max(l.level-1, 0)
		if l.last == eventEnd || l.due {
			l.begin(i, l.level)
		}
		l.last, l.inTag = eventEnd, true
	default:
		if l.last != eventValue || l.due {
			l.begin(i, l.level)
		}
		l.level++
		l.last, l.inTag = eventOpen, true
	}
}

func (l *layout) comment(i int) {
	switch {
	case l.due:
		l.begin(i, l.level)
		l.last = eventEnd
	case l.text[i] == '<' && l.last != eventValue && (i == 0 || l.text[i-1] == '>' || blank(l.text[i-1])):
		l.begin(i, l.level)
		l.last = eventEnd
	case i > 0 && l.text[i-1] == '\n':
		l.begin(i, 0)
	}
}

// longLine is how long lines are, in bytes, that nobody reads as they are; and
// laidOutUpTo the size up to which a text of such lines is laid out unasked.
const (
	longLine    = 200
	laidOutUpTo = 4 << 20
)

// wantsLayout reports whether a text is better read laid out.
func wantsLayout(text []byte, documents []stretch) bool {
	if len(documents) == 0 || len(text) > laidOutUpTo {
		return false
	}
	at := documents[0].span
	begin := text[at.Start:min(int(at.End), int(at.Start)+16<<10, len(text))]
	lines := 1
	for _, b := range begin {
		if b == '\n' {
			lines++
		}
	}
	return len(begin) > longLine*lines
}
