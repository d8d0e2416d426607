package parser

import "unicode/utf8"

// rowsJSON tries to read flat rows from j.pos on: objects of one shape that
// hold nothing but scalars. It reports whether they became a table; if not,
// j.pos has not moved.
func (j *jsonReader) rowsJSON() bool {
	start := j.pos
	var t table
	end := j.firstRow(&t, start)
	for end > j.pos {
		j.pos, j.fresh = end, t.size
		if !j.alive() {
			break
		}
		end = j.moreRows(&t, end)
	}
	if j.keepTable(&t, Span{}) {
		j.tried = max(j.tried, j.pos)
		return true
	}
	j.pos = start
	return false
}

// moreRows reads rows from i on, each behind a comma, until it is time to
// pulse, and returns where the last one ends: at i if there is none.
func (j *jsonReader) moreRows(t *table, i int) int {
	for i < j.beat {
		comma := skipSpace(j.text, i)
		if comma >= len(j.text) || j.text[comma] != ',' {
			break
		}
		end := j.nextRow(t, skipSpace(j.text, comma+1))
		if end < 0 {
			break
		}
		i = end
	}
	return i
}

// firstRow reads the object at i, whose members become the columns. It returns
// where the object ends, or -1 if it is no row.
func (j *jsonReader) firstRow(t *table, i int) int {
	j.values = j.values[:0]
	at := skipSpace(j.text, i+1)
	for at < len(j.text) && j.text[at] == '"' {
		name := Span{uint32(at + 1), uint32(j.plainEnd(at + 1))}
		if int(name.End) >= len(j.text) || j.text[name.End] != '"' || t.column(j.text, name) >= 0 {
			break
		}
		value, end, escaped := j.cell(at, name)
		if end < 0 {
			break
		}
		t.columns = append(t.columns, column{name, string(j.text[name.Start:name.End]), escaped})
		j.values = append(j.values, value)
		at = skipSpace(j.text, end)
		if at < len(j.text) && j.text[at] == '}' && t.add(Span{uint32(i), uint32(at + 1)}, j.values) {
			return at + 1
		}
		if at >= len(j.text) || j.text[at] != ',' {
			break
		}
		at = skipSpace(j.text, at+1)
	}
	j.tried = max(j.tried, at)
	return -1
}

// plainEnd returns where the ASCII text at i that stands for itself ends.
func (j *jsonReader) plainEnd(i int) int {
	for i < len(j.text) && jsonPlain[j.text[i]] && j.text[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// nextRow reads another object of the shape of t at i; -1 if there is none.
func (j *jsonReader) nextRow(t *table, i int) int {
	if i >= len(j.text) || j.text[i] != '{' {
		return -1
	}
	j.values = j.values[:0]
	at := i
	for c := range t.columns {
		col := &t.columns[c]
		if c > 0 && (at >= len(j.text) || j.text[at] != ',') {
			break
		}
		value, end, escaped := j.cell(skipSpace(j.text, at+1), col.name)
		if end < 0 {
			break
		}
		j.values = append(j.values, value)
		col.escaped = col.escaped || escaped
		at = skipSpace(j.text, end)
	}
	if len(j.values) < len(t.columns) || at >= len(j.text) || j.text[at] != '}' || !t.add(Span{uint32(i), uint32(at + 1)}, j.values) {
		j.tried = max(j.tried, at)
		return -1
	}
	return at + 1
}

// cell reads "name": scalar at i. It returns the value's span, where it ends or
// -1 if this is no such member, and whether the value differs from its bytes.
func (j *jsonReader) cell(i int, name Span) (value Span, end int, escaped bool) {
	text := j.text
	at := i + name.Len() + 2
	if at >= len(text) || text[i] != '"' || text[at-1] != '"' || string(text[i+1:at-1]) != string(text[name.Start:name.End]) {
		return Span{}, -1, false
	}
	if text[at] != ':' {
		if at = skipSpace(text, at); at >= len(text) || text[at] != ':' {
			return Span{}, -1, false
		}
	}
	if at = skipSpace(text, at+1); at >= len(text) {
		return Span{}, -1, false
	}
	if text[at] == '"' {
		return j.cellString(at + 1)
	}
	return j.cellWord(at)
}

func (j *jsonReader) cellString(start int) (value Span, end int, escaped bool) {
	text := j.text
	for i := start; i < len(text); {
		c := text[i]
		switch {
		case jsonPlain[c] && c < utf8.RuneSelf:
			i++
		case c == '"':
			return Span{uint32(start), uint32(i)}, i + 1, escaped
		case c >= utf8.RuneSelf:
			_, n := utf8.DecodeRune(text[i:])
			if n == 1 {
				return Span{}, -1, false
			}
			i += n
		default:
			n := j.soundEscape(i)
			if n == 0 {
				return Span{}, -1, false
			}
			i, escaped = i+n, true
		}
	}
	return Span{}, -1, false
}

// soundEscape returns the length of the escape at i, 0 if it is none.
func (j *jsonReader) soundEscape(i int) int {
	if j.text[i] != '\\' || i+1 >= len(j.text) {
		return 0
	}
	switch j.text[i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2
	case 'u':
		if _, ok := hex4(j.text[i+2:]); ok {
			return 6
		}
	}
	return 0
}

// cellWord reads a number, true, false or null.
func (j *jsonReader) cellWord(start int) (value Span, end int, escaped bool) {
	end = start
	for end < len(j.text) && (isWordByte(j.text[end]) || j.text[end] == '-' || j.text[end] == '+' || j.text[end] == '.') {
		end++
	}
	switch word := j.text[start:end]; string(word) {
	case "true", "false", "null":
	default:
		if e, ok := scanNumber(j.text, start); !ok || e != end {
			return Span{}, -1, false
		}
	}
	return Span{uint32(start), uint32(end)}, end, false
}
