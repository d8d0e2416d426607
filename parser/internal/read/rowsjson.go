package read

import (
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/hint"
)

// rowsJSON tries to read flat rows from j.pos on: objects of one shape that
// hold nothing but scalars. It reports whether they became a table; if not,
// j.pos has not moved.
func (j *jsonReader) rowsJSON() bool {
	start := j.pos
	t := j.newTable()
	end := j.firstRow(t, start)
	for end > j.pos {
		j.pos, j.fresh = end, t.Size
		if !j.alive() {
			break
		}
		end = j.moreRows(t, end)
	}
	return j.keepTable(t, false, flat.Span{}, start)
}

// moreRows reads rows from i on, each behind a comma, until it is time to
// pulse, and returns where the last one ends: at i if there is none.
func (j *jsonReader) moreRows(t *flat.Table, i int) int {
	for i < j.beat {
		comma := j.space(i)
		if comma >= len(j.text) || j.text[comma] != ',' {
			break
		}
		start := j.space(comma + 1)
		end := j.sameRow(t, start)
		if end < 0 {
			end = j.nextRow(t, start)
		}
		if end < 0 {
			break
		}
		i = end
	}
	return i
}

// firstRow reads the object at i, whose members become the columns. It returns
// where the object ends, or -1 if it is not a row.
func (j *jsonReader) firstRow(t *flat.Table, i int) int {
	j.like.Cells = j.like.Cells[:0]
	at := j.space(i + 1)
	for at < len(j.text) && j.text[at] == '"' {
		name := flat.SpanOf(at+1, j.plainEnd(at+1))
		if int(name.End) >= len(j.text) || j.text[name.End] != '"' || len(t.Columns) == flat.MostColumns ||
			t.Column(j.text, name) >= 0 {
			break
		}
		value, end, escaped := j.cell(at, name)
		if end < 0 {
			break
		}
		t.Columns = append(t.Columns, flat.Column{Name: name, Escaped: escaped})
		j.like.Cells = append(j.like.Cells, flat.CellOf(value, i))
		at = j.space(end)
		if at < len(j.text) && j.text[at] == '}' && j.keepRow(t, i, at+1) {
			return at + 1
		}
		if at >= len(j.text) || j.text[at] != ',' {
			break
		}
		at = j.space(at + 1)
	}
	j.tried = max(j.tried, at)
	return -1
}

// plainEnd returns where the ASCII text at i that stands for itself ends, or
// where it is too long for a row.
func (j *jsonReader) plainEnd(i int) int {
	text := j.text[:min(i+flat.LongestRow, len(j.text))]
	for i < len(text) && hint.Plain[text[i]] {
		i++
	}
	return i
}

// nextRow reads another object of the shape of t at i; -1 if there is none.
func (j *jsonReader) nextRow(t *flat.Table, i int) int {
	if i >= len(j.text) || j.text[i] != '{' {
		return -1
	}
	j.like.Cells = j.like.Cells[:0]
	at := i
	for c := range t.Columns {
		col := &t.Columns[c]
		if c > 0 && (at >= len(j.text) || j.text[at] != ',') {
			break
		}
		value, end, escaped := j.cell(j.space(at+1), col.Name)
		if end < 0 {
			break
		}
		j.like.Cells = append(j.like.Cells, flat.CellOf(value, i))
		col.Escaped = col.Escaped || escaped
		at = j.space(end)
	}
	if len(j.like.Cells) < len(t.Columns) || at >= len(j.text) || j.text[at] != '}' || !j.keepRow(t, i, at+1) {
		j.tried = max(j.tried, at)
		return -1
	}
	return at + 1
}

// cell reads "name": scalar at i. It returns the value's span, where it ends or
// -1 if this is not such a member, and whether the value differs from its bytes.
func (j *jsonReader) cell(i int, name flat.Span) (value flat.Span, end int, escaped bool) {
	text := j.text
	at := i + name.Len() + 2
	if at >= len(text) || text[i] != '"' || text[at-1] != '"' ||
		string(text[i+1:at-1]) != string(text[name.Start:name.End]) {
		return flat.Span{}, -1, false
	}
	if text[at] != ':' {
		if at = j.space(at); at >= len(text) || text[at] != ':' {
			return flat.Span{}, -1, false
		}
	}
	if at = j.space(at + 1); at >= len(text) {
		return flat.Span{}, -1, false
	}
	if text[at] != '"' {
		end = j.hints()[:min(at+flat.LongestRow, len(text))].WordEnd(at)
		return flat.SpanOf(at, max(end, 0)), end, false
	}
	at++
	if end, escaped = j.cellText(at); end < 0 || end >= len(text) || text[end] != '"' {
		return flat.Span{}, -1, false
	}
	return flat.SpanOf(at, end), end + 1, escaped
}

// cellText returns where the text at i ends, -1 where a flaw is in it, and
// whether the text differs from its bytes. One that is too long for a row
// ends where none may.
func (j *jsonReader) cellText(i int) (end int, escaped bool) {
	text := j.text[:min(i+flat.LongestRow, len(j.text))]
	for i < len(text) {
		c := text[i]
		switch {
		case hint.Plain[c]:
			i++
		case c == '"':
			return i, escaped
		case c >= utf8.RuneSelf:
			_, n := utf8.DecodeRune(j.text[i:])
			if n == 1 {
				return -1, false
			}
			i += n
		default:
			n := j.hints().SoundEscape(i)
			if n == 0 {
				return -1, false
			}
			i, escaped = i+n, true
		}
	}
	return i, escaped
}
