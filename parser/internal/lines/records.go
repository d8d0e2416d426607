package lines

import (
	"bytes"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// Records reads the objects from the line at i on, one a line, as the drivers and
// agents of logs write them, whose texts in one field are a body together: a line of it
// each, or so many bytes. It reports false where that body does not end.
func Records(text []byte, i int, pulse func()) (r Run, ok bool) {
	var s scan
	r.eachRecord(text, i, pulse, openingField, func(from, to int) bool {
		if s.done || r.Lines > 0 && starts(text[from:to]) {
			return false
		}
		have := len(r.Text)
		r.unescape(text, from, to)
		if r.Lines == 0 {
			have = max(opening(r.Text), 0)
		}
		s.take(r.Text[have:])
		return true
	})
	if s.done && r.Lines > 1 {
		return r, true
	}
	split, ok := splitRecords(text, i, pulse)
	if !ok {
		split.End = max(split.End, r.End) // no one looks at these again
	}
	return split, ok
}

// splitRecords reads the records from the line at i on whose long texts in one field are
// parts of a line, of which only the last one has its end.
func splitRecords(text []byte, i int, pulse func()) (r Run, ok bool) {
	const certain, least = 8 << 10, 64 // bytes of a part: alone, and among others
	size, ended, parts := 0, false, true
	r.eachRecord(text, i, pulse, longestField, func(from, to int) bool {
		if ended {
			return false
		}
		have := len(r.Text)
		r.unescape(text, from, to)
		own := len(r.Text) - have
		ended = bytes.HasSuffix(r.Text, []byte("\n"))
		if r.Lines == 0 {
			size = own
			parts = !ended && own >= least
		} else {
			parts = own <= size+utf8.UTFMax && (ended || own >= size-utf8.UTFMax)
		}
		return parts
	})
	return r, ended && parts && (r.Lines > 2 || size >= certain)
}

// IsRecord reports whether an object with a member begins at i.
func IsRecord(text []byte, i int) bool {
	if text[i] != '{' {
		return false
	}
	i = chars.SkipSpace(text, i+1)
	return i < len(text) && text[i] == '"'
}

// eachRecord calls take with the bounds of one text of each record from the line at i on:
// of the member that find tells in the first of them. It ends where that is missing, and
// where take returns false.
func (r *Run) eachRecord(
	text []byte, i int, pulse func(),
	find func(line []byte, i int) (name []byte, from, to int), take func(from, to int) bool,
) {
	var field []byte
	r.End = i
	for beat := i; r.End < len(text); r.Lines++ {
		if r.End >= beat {
			pulse()
			beat = r.End + pulseEvery
		}
		stop, next := end(text, r.End)
		from, to := 0, 0
		if r.Lines == 0 {
			field, from, to = find(text[:stop], i)
		} else {
			from, to = fieldOf(text[:stop], r.End, field)
		}
		if from == 0 || !take(from, to) {
			break
		}
		r.End = next
	}
	r.Prefix = string(field)
}

// longestField finds the longest text that is a member of the record at i.
func longestField(line []byte, i int) (name []byte, from, to int) {
	eachText(line, i, func(own []byte, start, stop int) bool {
		if stop-start > to-from {
			name, from, to = own, start, stop
		}
		return true
	})
	return name, from, to
}

// starts reports whether a text within a string begins as no part of a body does.
func starts(value []byte) bool {
	for _, mark := range [...]string{"<?xml", "<Response", `{\"`} {
		if bytes.HasPrefix(value, []byte(mark)) {
			return true
		}
	}
	return false
}

// openingField finds the member of the record at i whose text begins a body and does
// not end it. It returns its name, with quotes, and the text without.
func openingField(line []byte, i int) (name []byte, from, to int) {
	eachText(line, i, func(own []byte, start, stop int) bool {
		var r Run
		r.unescape(line, start, min(stop, start+longestPrefix))
		at := opening(r.Text)
		if at < 0 {
			return true
		}
		r.unescape(line, min(stop, start+longestPrefix), stop)
		if finished(r.Text[at:]) {
			return true
		}
		name, from, to = own, start, stop
		return false
	})
	return name, from, to
}

// fieldOf finds the text of the member of the record at i with the given name.
func fieldOf(line []byte, i int, name []byte) (from, to int) {
	eachText(line, i, func(own []byte, start, stop int) bool {
		if bytes.Equal(own, name) {
			from, to = start, stop
		}
		return from == 0
	})
	return from, to
}

// eachText calls do with the name, with quotes, and the bounds of each text that is a
// member of the object at i of line itself, until it returns false.
func eachText(line []byte, i int, do func(name []byte, from, to int) bool) {
	var name []byte
	for depth := 0; i < len(line); i++ {
		switch line[i] {
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return
			}
		case '"':
			stop := stringEnd(line, i+1)
			if stop < 0 {
				return
			}
			next := chars.SkipSpace(line, stop+1)
			switch isName := next < len(line) && line[next] == ':'; {
			case depth > 1:
			case isName:
				name, stop = line[i:stop+1], next
			case !do(name, i+1, stop):
				return
			}
			i = stop
		}
	}
}

// stringEnd returns where the quote stands that ends the string of JSON whose content
// begins at i, -1 if none does.
func stringEnd(line []byte, i int) int {
	for i < len(line) {
		n := bytes.IndexAny(line[i:], `"\`)
		switch {
		case n < 0:
			return -1
		case line[i+n] == '"':
			return i + n
		}
		i += n + 2
	}
	return -1
}

// unescape appends what stands between two offsets within a string of JSON.
func (r *Run) unescape(text []byte, from, to int) {
	for from < to {
		n := bytes.IndexByte(text[from:to], '\\')
		if n < 0 {
			n = to - from
		}
		r.Copy(text, from, from+n)
		if from += n; from < to {
			out, used := chars.AppendEscape(nil, text[from:to])
			r.Put(string(out), from, from+used)
			from += used
		}
	}
}
