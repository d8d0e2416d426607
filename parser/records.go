package parser

import (
	"strconv"

	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/lines"
	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/peel"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// records goes on with the texts of the records in the list that node i is, where these
// are a callback together: the events of a log, the lines of a stream, the parts of a
// message. It reports whether any are; the other records are looked into, too.
func (n *nest) records(i int32) bool {
	f := n.doc.Flat()
	node := &f.Nodes[i]
	if node.Kind == flat.KindTable {
		t := &f.Tables[node.Value.Start]
		for col := range t.Columns {
			if n.joined(t.Size, t.Columns[col].Label, func(k int) (from, to int) {
				cell := t.Cell(k, col)
				return int(cell.Start), int(cell.End)
			}, func(k int) { n.row(i, k) }) {
				return true
			}
		}
		return false
	}
	items := n.items(i)
	for k := i + 1; len(items) > 1 && k < f.Nodes[i+1].Next; k++ {
		at, leaf := k-items[0], &f.Nodes[k]
		if leaf.Kind != flat.KindString {
			continue
		}
		if n.joined(len(items), string(f.BytesOf(leaf.Name)), func(k int) (from, to int) {
			own := items[k] + at
			if own >= f.Nodes[items[k]].Next || f.Nodes[own].Kind != flat.KindString {
				return 0, 0
			}
			return int(f.Nodes[own].Value.Start), int(f.Nodes[own].Value.End)
		}, func(k int) {
			for node := int(items[k]); node < int(f.Nodes[items[k]].Next) && !n.in.Stopped; {
				node = n.node(int32(node))
			}
		}) {
			return true
		}
	}
	return false
}

// items returns the nodes of the items of an array, none where a table is among them.
func (n *nest) items(i int32) []int32 {
	nodes := n.doc.Flat().Nodes
	var items []int32
	for k := i + 1; k < nodes[i].Next; k = nodes[k].Next {
		if nodes[k].Kind == flat.KindTable {
			return nil
		}
		items = append(items, k)
	}
	return items
}

// row looks into the cells of a row of the table that node i is.
func (n *nest) row(i int32, row int) {
	f := n.doc.Flat()
	for col := range f.Tables[f.Nodes[i].Value.Start].Columns {
		n.leaf(n.doc.Item(flat.Ref{Node: i, Row: int32(row), Cell: int32(col)}))
	}
}

// joined goes on with the texts of one field, of which there are so many, that are
// callbacks together, and calls other for the records in between.
func (n *nest) joined(count int, field string, bounds func(k int) (from, to int), other func(k int)) bool {
	var runs []lines.Run
	var starts []int
	for k := 0; k < count && !n.in.Stopped && n.in.looks > 0; {
		run, next, ok := lines.Join(n.doc.Text, k, count, bounds)
		n.in.looks -= run.Looked
		if ok && outset.Tells(run.Text) {
			runs, starts = append(runs, run), append(starts, k)
		}
		k = next
	}
	for k := 0; k < count && len(runs) > 0 && !n.in.Stopped; {
		if len(starts) == 0 || k < starts[0] {
			other(k)
			k++
			continue
		}
		run := &runs[len(runs)-len(starts)]
		from, _ := bounds(k)
		if n.in.enough(n.w, from) {
			break
		}
		n.in.wrapper(peel.Inside{
			Kind: "records", Start: from, End: run.End, Text: run.Text, Trace: run.Trace,
			Note: lang.Text{ZH: "{0} 条记录，字段 {1} 已拼接", EN: "records: {0}, the texts in {1} joined"}.
				With(strconv.Itoa(run.Lines), field),
		}, n.w, n.depth)
		k, starts = k+run.Lines, starts[1:]
	}
	return len(runs) > 0
}
