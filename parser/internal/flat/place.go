package flat

import (
	"bytes"
	"sort"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// At returns the innermost node, row or cell that takes up the byte at an offset
// of the text; the document itself, node 0, where no other does. It looks at few
// nodes: at about log n, and at those around the place.
func (d *Doc) At(offset int) Ref {
	at := uint32(offset)
	// Nodes stand in the order in which they begin, some a byte before what they
	// are sorted by: a tag before its name, a bracket before what stands in it.
	i := int32(sort.Search(len(d.Nodes), func(i int) bool { return d.sortedBy(int32(i)) > at+1 })) - 1
	for i > 0 && d.Extent(i).Start > at {
		i--
	}
	for i > 0 && d.Extent(i).End <= at {
		i = d.Nodes[i].Parent
	}
	if i <= 0 {
		return RefTo(0)
	}
	if d.Nodes[i].Kind == KindTable {
		return d.inTable(i, at)
	}
	return RefTo(i)
}

// sortedBy returns the offset that the nodes are in the order of.
func (d *Doc) sortedBy(i int32) uint32 {
	switch n := &d.Nodes[i]; {
	case n.Kind == KindTable:
		return d.Tables[n.Value.Start].Row(0).Start
	case n.Flags&FlagRenamed != 0:
		return d.tagStart(n) + 1
	case n.Name.Start > 0:
		return n.Name.Start
	default:
		return n.Value.Start
	}
}

// inTable returns the row or cell of the table node i that takes up the byte at an
// offset between its beginning and its end.
func (d *Doc) inTable(i int32, at uint32) Ref {
	t := &d.Tables[d.Nodes[i].Value.Start]
	row := sort.Search(t.Size, func(r int) bool { return t.Row(r).Start > at }) - 1
	if at >= t.Row(row).End {
		return RefTo(d.Nodes[i].Parent) // between two rows
	}
	for c := range t.Columns {
		if s := d.CellExtent(t, row, c); s.Start <= at && at < s.End {
			return Ref{i, int32(row), int32(c)}
		}
	}
	return Ref{i, int32(row), NoCell}
}

// CellExtent returns the bytes that a cell takes up, with its tags, or its name and
// quotes.
func (d *Doc) CellExtent(t *Table, row, column int) Span {
	value, name := t.Cell(row, column), t.Columns[column].Name
	tag := uint32(name.Len() + len("<>"))
	switch {
	case d.XML && value.Len() == 0 && d.Text[value.Start-2] == '/': // <a/>, whose value is empty behind it
		return Span{value.Start - tag - 1, value.Start}
	case d.XML:
		return Span{value.Start - tag, value.End + tag + 1}
	}
	if d.Text[value.Start-1] == '"' {
		value = Span{value.Start - 1, value.End + 1}
	}
	before := bytes.TrimRightFunc(d.Text[:value.Start], blankOrColon)
	return Span{uint32(len(before)) - tag, value.End}
}

func blankOrColon(r rune) bool { return r == ':' || r < ' '+1 && chars.IsSpace(byte(r)) }
