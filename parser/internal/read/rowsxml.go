package read

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/tags"
)

// rowsXML tries to read flat rows named name from x.pos on: elements of one
// shape that hold nothing but elements with text. It reports whether they
// became a table; if not, x.pos has not moved.
func (x *xmlReader) rowsXML(name flat.Span) bool {
	start := x.pos
	t := x.newTable()
	end := x.firstRow(t, start, name)
	for end > x.pos {
		x.pos, x.fresh = end, t.Size
		if !x.alive() {
			break
		}
		end = x.moreRows(t, end, name)
	}
	return x.keepTable(t, true, name, start)
}

// moreRows reads rows from i on until it is time to pulse, and returns where
// the last one ends: at i if there is none.
func (x *xmlReader) moreRows(t *flat.Table, i int, name flat.Span) int {
	for i < x.beat {
		start := x.space(i)
		end := x.sameRow(t, start)
		if end < 0 {
			end = x.nextRow(t, start, name)
		}
		if end < 0 {
			break
		}
		i = end
	}
	return i
}

// firstRow reads the row at i, whose fields become the columns. It returns
// where the row ends, or -1 if it is none.
func (x *xmlReader) firstRow(t *flat.Table, i int, name flat.Span) int {
	x.like.Cells = x.like.Cells[:0]
	at := int(name.End) + 1
	for {
		at = x.space(at)
		if at+1 >= len(x.text) || x.text[at] != '<' {
			break
		}
		if x.text[at+1] == '/' {
			if end := x.endTag(at, name); end >= 0 && len(t.Columns) > 0 && x.keepRow(t, i, end) {
				return end
			}
			break
		}
		col := flat.SpanOf(at+1, x.name(at+1))
		if !tags.IsNameStart(x.text[at+1]) || len(t.Columns) == flat.MostColumns || t.Column(x.text, col) >= 0 {
			break
		}
		value, end, escaped := x.cell(at, col)
		if end < 0 {
			break
		}
		t.Columns = append(t.Columns, flat.Column{Name: col, Escaped: escaped})
		x.like.Cells = append(x.like.Cells, flat.CellOf(value, i))
		at = end
	}
	x.tried = max(x.tried, at)
	return -1
}

// nextRow reads another row of the shape of t at i; -1 if there is none.
func (x *xmlReader) nextRow(t *flat.Table, i int, name flat.Span) int {
	at := x.startTag(i, name)
	if at < 0 {
		return -1
	}
	x.like.Cells = x.like.Cells[:0]
	for c := range t.Columns {
		col := &t.Columns[c]
		at = x.space(at)
		value, end, escaped := x.cell(at, col.Name)
		if end < 0 {
			x.tried = max(x.tried, at)
			return -1
		}
		x.like.Cells = append(x.like.Cells, flat.CellOf(value, i))
		col.Escaped = col.Escaped || escaped
		at = end
	}
	end := x.endTag(x.space(at), name)
	if end < 0 || !x.keepRow(t, i, end) {
		x.tried = max(x.tried, at)
		return -1
	}
	return end
}

// startTag returns where the start tag <name> at i ends, -1 if there is none.
func (x *xmlReader) startTag(i int, name flat.Span) int {
	text, end := x.text, i+name.Len()+2
	if end > len(text) || text[i] != '<' || text[end-1] != '>' ||
		string(text[i+1:end-1]) != string(text[name.Start:name.End]) {
		return -1
	}
	return end
}

// endTag does the same for </name>.
func (x *xmlReader) endTag(i int, name flat.Span) int {
	text, end := x.text, i+name.Len()+3
	if end > len(text) || text[i] != '<' || text[i+1] != '/' || text[end-1] != '>' ||
		string(text[i+2:end-1]) != string(text[name.Start:name.End]) {
		return -1
	}
	return end
}

// emptyTag does the same for <name/>.
func (x *xmlReader) emptyTag(i int, name flat.Span) int {
	text, end := x.text, i+name.Len()+3
	if end > len(text) || text[i] != '<' || text[end-2] != '/' || text[end-1] != '>' ||
		string(text[i+1:end-2]) != string(text[name.Start:name.End]) {
		return -1
	}
	return end
}

// cell reads <name>text</name> or <name/> at i. It returns the text's span,
// where the element ends or -1 if it is not a cell, and whether the text differs
// from its bytes.
func (x *xmlReader) cell(i int, name flat.Span) (value flat.Span, end int, escaped bool) {
	at := x.startTag(i, name)
	if at < 0 {
		end = x.emptyTag(i, name)
		return flat.SpanOf(max(end, 0), max(end, 0)), end, false
	}
	end, escaped = x.cellText(at)
	if end < 0 {
		return flat.Span{}, -1, false
	}
	return flat.SpanOf(at, end), x.endTag(end, name), escaped
}

// cellText returns where the text at i ends, -1 where a flaw is in it or it is
// too long for a row, and whether the text differs from its bytes.
func (x *xmlReader) cellText(i int) (end int, escaped bool) {
	text := x.text[:min(i+flat.LongestRow, len(x.text))]
	for i < len(text) && text[i] != '<' {
		if xmlClass[text[i]]&inText != 0 {
			i++
			continue
		}
		n := x.plain(i)
		if n == 0 {
			return -1, false
		}
		escaped = escaped || text[i] == '&' || text[i] == '\r'
		i += n
	}
	return i, escaped
}

// plain returns how many bytes at i are sound though they need a look, 0 for a
// flaw.
func (x *xmlReader) plain(i int) int {
	switch c := x.text[i]; {
	case c == '&':
		_, n := chars.EntityAt(x.text[i:])
		return n
	case c == ']' && bytes.HasPrefix(x.text[i:], []byte("]]>")):
		return 0
	case c == 0xEF && i+2 < len(x.text) && x.text[i+1] == 0xBF && x.text[i+2]|1 == 0xBF:
		return 0
	case c == ']' || c == '\r' || c == 0xEF:
		return 1
	}
	return 0
}
