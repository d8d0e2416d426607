package document

import (
	"iter"

	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// Item is a place in a document: a node, or a row or cell of a lifted table.
// The zero Item refers to nothing; Ok is then false. Items are small values, to be
// copied and compared.
type Item struct {
	doc *Document
	at  flat.Ref
}

// Root returns the document's own item, whose items are what stands on the top
// level of the body.
func (d *Document) Root() Item {
	if d == nil || len(d.flat.Nodes) == 0 {
		return Item{}
	}
	return d.item(0)
}

func (d *Document) item(node int32) Item {
	return Item{d, flat.Ref{Node: node, Row: flat.NoRow, Cell: flat.NoCell}}
}

// Ref returns where it stands in the arrays of its document.
func (it Item) Ref() flat.Ref { return it.at }

// Ok reports whether it is a place in a document.
func (it Item) Ok() bool { return it.doc != nil }

// Document returns the document that it is a place in.
func (it Item) Document() *Document { return it.doc }

func (it Item) table() *flat.Table {
	return &it.doc.flat.Tables[it.doc.flat.Nodes[it.at.Node].Value.Start]
}

// Kind returns what it is. A row of a table is an element or an object, a cell
// an element or a leaf of JSON, as if the table did not exist.
func (it Item) Kind() Kind {
	switch {
	case it.doc == nil:
		return KindNone
	case it.at.Row == flat.NoRow:
		return Kind(it.doc.flat.Nodes[it.at.Node].Kind)
	case it.doc.Format == FormatXML:
		return KindElement
	case it.at.Cell == flat.NoCell:
		return KindObject
	}
	return Kind(it.doc.flat.CellKind(it.table().Cell(int(it.at.Row), int(it.at.Cell))))
}

// Name returns the name of an element, attribute or member, with the prefix
// that it has in XML. Items of arrays and texts have none.
func (it Item) Name() string {
	if it.doc == nil {
		return ""
	}
	n := &it.doc.flat.Nodes[it.at.Node]
	switch {
	case it.at.Cell != flat.NoCell:
		return it.table().Columns[it.at.Cell].Label
	case it.at.Row != flat.NoRow && it.doc.Format == FormatJSON:
		return ""
	}
	return it.doc.flat.NameOf(n)
}

// FieldName returns the name of it, its prefix in XML aside, if that tells what
// it means: not of attributes and instructions. The bytes must not be changed.
func (it Item) FieldName() []byte {
	switch {
	case !flat.Kind(it.Kind()).Named():
		return nil
	case it.at.Cell != flat.NoCell:
		t := it.table()
		return it.doc.flat.Local(it.doc.flat.BytesOf(t.Columns[it.at.Cell].Name))
	case it.at.Row != flat.NoRow && it.doc.Format == FormatJSON:
		return nil
	}
	return it.doc.flat.LocalName(&it.doc.flat.Nodes[it.at.Node])
}

// Value returns the value of a leaf, decoded: entities, escapes and line ends
// are resolved. An element has the text in it if it holds nothing else, the
// string "" otherwise; numbers come as they are written.
func (it Item) Value() string {
	switch {
	case it.doc == nil:
		return ""
	case it.at.Cell != flat.NoCell:
		t := it.table()
		return it.doc.flat.CellValue(t.Cell(int(it.at.Row), int(it.at.Cell)), t.Columns[it.at.Cell].Escaped)
	case it.at.Row != flat.NoRow:
		return ""
	}
	switch n := &it.doc.flat.Nodes[it.at.Node]; n.Kind {
	case flat.KindElement:
		if it.Leaf() && n.Next > it.at.Node+1 {
			return it.doc.flat.Content(it.at.Node)
		}
		return ""
	case flat.KindDocument, flat.KindObject, flat.KindArray:
		return ""
	default:
		return it.doc.flat.ValueOf(n)
	}
}

// Leaf reports whether it holds a value and no items worth a line of their own:
// a scalar, or an element with neither attributes nor elements in it.
func (it Item) Leaf() bool {
	switch {
	case it.doc == nil:
		return false
	case it.at.Row != flat.NoRow:
		return it.at.Cell != flat.NoCell
	}
	n := &it.doc.flat.Nodes[it.at.Node]
	if n.Kind != flat.KindElement {
		return n.Kind != flat.KindDocument && n.Kind != flat.KindObject && n.Kind != flat.KindArray
	}
	seen := 0
	for i := it.at.Node + 1; i < n.Next; i = it.doc.flat.Nodes[i].Next {
		if k := it.doc.flat.Nodes[i].Kind; k != flat.KindText && k != flat.KindCData {
			return false
		}
		if seen++; seen > manyItems {
			return it.doc.indexOf(it.at.Node).leaf
		}
	}
	return true
}

// Span returns the bytes of the document's text that it takes up, from its
// first to its last.
func (it Item) Span() Span {
	switch {
	case it.doc == nil:
		return Span{}
	case it.at.Cell != flat.NoCell:
		return Span(it.table().Cell(int(it.at.Row), int(it.at.Cell)))
	case it.at.Row != flat.NoRow:
		return Span(it.table().Row(int(it.at.Row)))
	}
	return Span(it.doc.flat.Extent(it.at.Node))
}

// ValueSpan returns the bytes in which the value of a leaf is written, without
// quotes or tags; of a container, what stands in it.
func (it Item) ValueSpan() Span {
	if it.doc == nil {
		return Span{}
	}
	if it.at.Row != flat.NoRow {
		return it.Span()
	}
	return Span(it.doc.flat.Nodes[it.at.Node].Value)
}

// Partial reports whether the end of the body cut it short.
func (it Item) Partial() bool {
	return it.doc != nil && it.at.Row == flat.NoRow && it.doc.flat.Nodes[it.at.Node].Flags&flat.FlagPartial != 0
}

// Parent returns what it stands in; the root stands in nothing.
func (it Item) Parent() Item {
	switch {
	case it.doc == nil:
		return Item{}
	case it.at.Cell != flat.NoCell:
		return Item{it.doc, flat.Ref{Node: it.at.Node, Row: it.at.Row, Cell: flat.NoCell}}
	}
	if p := it.doc.flat.Nodes[it.at.Node].Parent; p != flat.NoNode {
		return it.doc.item(p)
	}
	return Item{}
}

// Children returns what stands in it, in order: attributes first, then
// elements, members, items and texts. White space between elements is left
// out, and so is the single text of a Leaf, which is its value.
func (it Item) Children() iter.Seq[Item] {
	return func(yield func(Item) bool) { it.eachChild(yield) }
}

// The bodies of these iterators stand in methods of their own: what stands in the
// iterator itself would be compiled again for each loop over it.

func (it Item) eachChild(yield func(Item) bool) {
	switch {
	case it.doc == nil || it.at.Cell != flat.NoCell || it.Leaf():
	case it.at.Row != flat.NoRow:
		for c := range it.table().Columns {
			if !yield(Item{it.doc, flat.Ref{Node: it.at.Node, Row: it.at.Row, Cell: int32(c)}}) {
				return
			}
		}
	default:
		it.eachNode(yield)
	}
}

// eachNode yields the items of a node, tables row by row.
func (it Item) eachNode(yield func(Item) bool) {
	d := it.doc
	for i := it.at.Node + 1; i < d.flat.Nodes[it.at.Node].Next; i = d.flat.Nodes[i].Next {
		if !d.eachOf(i, yield) {
			return
		}
	}
}

// eachOf yields the items that node i stands for: the rows of a table, nothing for
// a blank text, else itself. It reports whether to go on.
func (d *Document) eachOf(i int32, yield func(Item) bool) bool {
	switch n := &d.flat.Nodes[i]; {
	case n.Kind == flat.KindTable:
		for r := range d.flat.Tables[n.Value.Start].Size {
			if !yield(Item{d, flat.Ref{Node: i, Row: int32(r), Cell: flat.NoCell}}) {
				return false
			}
		}
	case n.Kind == flat.KindText && d.flat.Blank(n.Value):
	default:
		return yield(d.item(i))
	}
	return true
}

// Beside yields what Children does, except for the elements and members of these
// names that count, see Superseded. It passes over them without visiting rows.
func (it Item) Beside(names ...string) iter.Seq[Item] {
	return func(yield func(Item) bool) { it.eachBeside(names, yield) }
}

func (it Item) eachBeside(names []string, yield func(Item) bool) {
	if it.doc == nil || it.at.Row != flat.NoRow || it.Leaf() {
		it.eachChild(func(c Item) bool { return named(c.FieldName(), names) || yield(c) })
		return
	}
	d := it.doc
	for i := it.at.Node + 1; i < d.flat.Nodes[it.at.Node].Next; i = d.flat.Nodes[i].Next {
		n := &d.flat.Nodes[i]
		if !n.Kind.Named() || n.Flags&flat.FlagSuperseded != 0 || !named(d.flat.LocalName(n), names) {
			if !d.eachOf(i, yield) {
				return
			}
		}
	}
}

func named(name []byte, names []string) bool {
	for _, n := range names {
		if string(name) == n {
			return true
		}
	}
	return false
}

// Count returns how many items Children yields, without visiting rows.
func (it Item) Count() int {
	switch {
	case it.doc == nil || it.at.Cell != flat.NoCell || it.Leaf():
		return 0
	case it.at.Row != flat.NoRow:
		return len(it.table().Columns)
	}
	count, seen, d := 0, 0, it.doc
	for i := it.at.Node + 1; i < d.flat.Nodes[it.at.Node].Next; i = d.flat.Nodes[i].Next {
		if seen++; seen > manyItems {
			return d.indexOf(it.at.Node).count
		}
		if n := &d.flat.Nodes[i]; n.Kind != flat.KindText || !d.flat.Blank(n.Value) {
			count += d.flat.SizeOf(i)
		}
	}
	return count
}

// Nth returns the item that Children yields as number i, counted from 0,
// without visiting the rows before it, or the zero Item.
func (it Item) Nth(i int) Item {
	switch {
	case i < 0 || it.doc == nil || it.at.Cell != flat.NoCell || it.Leaf():
		return Item{}
	case it.at.Row != flat.NoRow:
		if i < len(it.table().Columns) {
			return Item{it.doc, flat.Ref{Node: it.at.Node, Row: it.at.Row, Cell: int32(i)}}
		}
		return Item{}
	}
	d, seen, left := it.doc, 0, i
	for k := it.at.Node + 1; k < d.flat.Nodes[it.at.Node].Next; k = d.flat.Nodes[k].Next {
		if seen++; seen > manyItems {
			return it.manyNth(i)
		}
		n := &d.flat.Nodes[k]
		if n.Kind == flat.KindText && d.flat.Blank(n.Value) {
			continue
		}
		if rows := d.flat.SizeOf(k); left >= rows {
			left -= rows
			continue
		}
		return d.inNode(k, left)
	}
	return Item{}
}

// manyNth does what Nth does where there are many items.
func (it Item) manyNth(i int) Item {
	x := it.doc.indexOf(it.at.Node)
	if i >= x.count {
		return Item{}
	}
	return it.doc.inNode(x.nth(i))
}

// inNode returns the item that a node is, or the given row where it is a table.
func (d *Document) inNode(node int32, row int) Item {
	if d.flat.Nodes[node].Kind == flat.KindTable {
		return Item{d, flat.Ref{Node: node, Row: int32(row), Cell: flat.NoCell}}
	}
	return d.item(node)
}
