package parser

import (
	"bytes"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// Item is a place in a document: a node, or a row or cell of a lifted table.
// The zero Item is no place at all; Ok tells. Items are small values, to be
// copied and compared.
type Item struct {
	doc  *Document
	node int32
	row  int32 // noRow unless node is a table
	cell int32 // noCell for the row itself
}

const (
	noRow  = -1
	noCell = -1
)

// Root returns the document's own item, whose items are what stands on the top
// level of the body.
func (d *Document) Root() Item {
	if d == nil || len(d.nodes) == 0 {
		return Item{}
	}
	return d.item(0)
}

func (d *Document) item(node int32) Item {
	return Item{d, node, noRow, noCell}
}

// Ok reports whether it is a place in a document.
func (it Item) Ok() bool { return it.doc != nil }

// Document returns the document that it is a place in.
func (it Item) Document() *Document { return it.doc }

func (it Item) table() *table {
	return &it.doc.tables[it.doc.nodes[it.node].value.Start]
}

// Kind returns what it is. A row of a table is an element or an object, a cell
// an element or a leaf of JSON, as if the table did not exist.
func (it Item) Kind() Kind {
	switch {
	case it.doc == nil:
		return KindNone
	case it.row == noRow:
		return it.doc.nodes[it.node].kind
	case it.doc.Format == FormatXML:
		return KindElement
	case it.cell == noCell:
		return KindObject
	}
	return it.doc.cellKind(it.table().cell(int(it.row), int(it.cell)))
}

// cellKind tells the kind of a JSON cell by its first byte.
func (d *Document) cellKind(value Span) Kind {
	if value.Start > 0 && d.Text[value.Start-1] == '"' {
		return KindString
	}
	switch d.Text[value.Start] {
	case 't', 'f':
		return KindBool
	case 'n':
		return KindNull
	}
	return KindNumber
}

// Name returns the name of an element, attribute or member, with the prefix
// that it has in XML. Items of arrays and texts have none.
func (it Item) Name() string {
	if it.doc == nil {
		return ""
	}
	n := &it.doc.nodes[it.node]
	switch {
	case it.cell != noCell:
		return it.table().columns[it.cell].label
	case it.row != noRow && it.doc.Format == FormatJSON:
		return ""
	}
	return it.doc.nameOf(n)
}

// fieldName returns the name of it, its prefix in XML aside, if that tells what
// it means: not of attributes and instructions. The bytes must not be changed.
func (it Item) fieldName() []byte {
	switch {
	case !it.Kind().named():
		return nil
	case it.cell != noCell:
		t := it.table()
		return it.doc.local(it.doc.bytesOf(t.columns[it.cell].name))
	case it.row != noRow && it.doc.Format == FormatJSON:
		return nil
	}
	return it.doc.localName(&it.doc.nodes[it.node])
}

// Value returns the value of a leaf, decoded: entities, escapes and line ends
// are resolved. An element has the text in it if it holds nothing else, the
// string "" otherwise; numbers come as they are written.
func (it Item) Value() string {
	switch {
	case it.doc == nil:
		return ""
	case it.cell != noCell:
		t := it.table()
		return it.doc.cellValue(t.cell(int(it.row), int(it.cell)), t.columns[it.cell].escaped)
	case it.row != noRow:
		return ""
	}
	if n := &it.doc.nodes[it.node]; n.kind == KindElement {
		if it.Leaf() && n.next > it.node+1 {
			return it.doc.content(it.node)
		}
		return ""
	} else if n.kind.Scalar() || n.kind == KindComment || n.kind == KindProcInst || n.kind == KindDirective {
		return it.doc.valueOf(n)
	}
	return ""
}

// Leaf reports whether it holds a value and no items worth a line of their own:
// a scalar, or an element with neither attributes nor elements in it.
func (it Item) Leaf() bool {
	switch {
	case it.doc == nil:
		return false
	case it.row != noRow:
		return it.cell != noCell
	}
	n := &it.doc.nodes[it.node]
	if n.kind != KindElement {
		return n.kind != KindDocument && n.kind != KindObject && n.kind != KindArray
	}
	seen := 0
	for i := it.node + 1; i < n.next; i = it.doc.nodes[i].next {
		if k := it.doc.nodes[i].kind; k != KindText && k != KindCData {
			return false
		}
		if seen++; seen > manyItems {
			return it.doc.indexOf(it.node).leaf
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
	case it.cell != noCell:
		return it.table().cell(int(it.row), int(it.cell))
	case it.row != noRow:
		return it.table().row(int(it.row))
	}
	return it.doc.extent(it.node)
}

// ValueSpan returns the bytes in which the value of a leaf is written, without
// quotes or tags; of a container, what stands in it.
func (it Item) ValueSpan() Span {
	if it.doc == nil {
		return Span{}
	}
	if it.row != noRow {
		return it.Span()
	}
	return it.doc.nodes[it.node].value
}

// Partial reports whether the end of the body cut it short.
func (it Item) Partial() bool {
	return it.doc != nil && it.row == noRow && it.doc.nodes[it.node].flags&flagPartial != 0
}

// Parent returns what it stands in; the root stands in nothing.
func (it Item) Parent() Item {
	switch {
	case it.doc == nil:
		return Item{}
	case it.cell != noCell:
		return Item{it.doc, it.node, it.row, noCell}
	}
	if p := it.doc.nodes[it.node].parent; p != none {
		return it.doc.item(p)
	}
	return Item{}
}

// Children returns what stands in it, in order: attributes first, then
// elements, members, items and texts. White space between elements is left
// out, and so is the single text of a Leaf, which is its value.
func (it Item) Children() iter.Seq[Item] {
	return func(yield func(Item) bool) {
		switch {
		case it.doc == nil || it.cell != noCell || it.Leaf():
		case it.row != noRow:
			for c := range it.table().columns {
				if !yield(Item{it.doc, it.node, it.row, int32(c)}) {
					return
				}
			}
		default:
			it.eachNode(yield)
		}
	}
}

// eachNode yields the items of a node, tables row by row.
func (it Item) eachNode(yield func(Item) bool) {
	d := it.doc
	for i := it.node + 1; i < d.nodes[it.node].next; i = d.nodes[i].next {
		switch n := &d.nodes[i]; {
		case n.kind == kindTable:
			for r := range d.tables[n.value.Start].size {
				if !yield(Item{d, i, int32(r), noCell}) {
					return
				}
			}
		case n.kind == KindText && d.blank(n.value):
		default:
			if !yield(d.item(i)) {
				return
			}
		}
	}
}

// Count returns how many items Children yields, without visiting rows.
func (it Item) Count() int {
	switch {
	case it.doc == nil || it.cell != noCell || it.Leaf():
		return 0
	case it.row != noRow:
		return len(it.table().columns)
	}
	count, seen, d := 0, 0, it.doc
	for i := it.node + 1; i < d.nodes[it.node].next; i = d.nodes[i].next {
		if seen++; seen > manyItems {
			return d.indexOf(it.node).count
		}
		if n := &d.nodes[i]; n.kind != KindText || !d.blank(n.value) {
			count += d.sizeOf(i)
		}
	}
	return count
}

// Nth returns the item that Children yields as number i, counted from 0,
// without visiting the rows before it, or no place.
func (it Item) Nth(i int) Item {
	switch {
	case i < 0 || it.doc == nil || it.cell != noCell || it.Leaf():
		return Item{}
	case it.row != noRow:
		if i < len(it.table().columns) {
			return Item{it.doc, it.node, it.row, int32(i)}
		}
		return Item{}
	}
	d, seen, left := it.doc, 0, i
	for k := it.node + 1; k < d.nodes[it.node].next; k = d.nodes[k].next {
		if seen++; seen > manyItems {
			return it.manyNth(i)
		}
		n := &d.nodes[k]
		if n.kind == KindText && d.blank(n.value) {
			continue
		}
		if rows := d.sizeOf(k); left >= rows {
			left -= rows
			continue
		}
		return d.inNode(k, left)
	}
	return Item{}
}

// manyNth does what Nth does where there are many items.
func (it Item) manyNth(i int) Item {
	x := it.doc.indexOf(it.node)
	if i >= x.count {
		return Item{}
	}
	return it.doc.inNode(x.nth(i))
}

// inNode returns the item that a node is, or the given row where it is a table.
func (d *Document) inNode(node int32, row int) Item {
	if d.nodes[node].kind == kindTable {
		return Item{d, node, int32(row), noCell}
	}
	return d.item(node)
}

// Child returns the first item of it with the given name that is no attribute,
// or no place. Of the members of an object it is the last one, as that is the
// one which counts where a name comes again.
func (it Item) Child(name string) Item {
	switch {
	case it.doc == nil || it.cell != noCell:
		return Item{}
	case it.row != noRow:
		if c := it.table().find(name); c >= 0 {
			return Item{it.doc, it.node, it.row, int32(c)}
		}
		return Item{}
	}
	d, seen, found := it.doc, 0, int32(none)
	for i := it.node + 1; i < d.nodes[it.node].next; i = d.nodes[i].next {
		if seen++; seen > manyItems {
			found = it.manyChild(name)
			break
		}
		if n := &d.nodes[i]; n.kind.named() && n.flags&flagSuperseded == 0 && d.isNamed(n, name) {
			found = i
			break
		}
	}
	if found == none {
		return Item{}
	}
	return d.inNode(found, 0)
}

// manyChild returns the node that Child looks for where there are many.
func (it Item) manyChild(name string) int32 {
	d := it.doc
	if d.Format == FormatJSON || strings.IndexByte(name, ':') < 0 {
		return d.indexOf(it.node).child(d, name)
	}
	for i := it.node + 1; i < d.nodes[it.node].next; i = d.nodes[i].next {
		if n := &d.nodes[i]; n.kind.named() && d.isNamed(n, name) {
			return i
		}
	}
	return none
}

// named yields the items of it with the given name that are no attributes: in
// XML there may be several. It passes over tables of other names without looking
// at their rows.
func (it Item) named(name string) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		if it.doc == nil || it.row != noRow || it.doc.Format == FormatJSON {
			if c := it.Child(name); c.Ok() {
				yield(c)
			}
			return
		}
		d := it.doc
		for i := it.node + 1; i < d.nodes[it.node].next; i = d.nodes[i].next {
			if n := &d.nodes[i]; !n.kind.named() || !d.isNamed(n, name) {
				continue
			}
			for row := range d.sizeOf(i) {
				if !yield(d.inNode(i, row)) {
					return
				}
			}
		}
	}
}

// superseded reports whether it is a member of an object in which its name comes
// again: that one counts.
func (it Item) superseded() bool {
	return it.doc != nil && it.row == noRow && it.doc.nodes[it.node].flags&flagSuperseded != 0
}

// At follows names downwards from it, stepping into the only item of an array
// where one is met, and returns no place where a name is missing.
func (it Item) At(names ...string) Item {
	for _, name := range names {
		it = it.single().Child(name)
	}
	return it
}

// single steps into arrays: to their first item, or to no place.
func (it Item) single() Item {
	for it.Kind() == KindArray {
		it = it.first()
	}
	return it
}

// first returns the first of its items, or no place.
func (it Item) first() Item {
	for c := range it.Children() {
		return c
	}
	return Item{}
}

// All yields every item named name in it: each of several elements, each item
// of an array, or the one member that there is.
func (it Item) All(name string) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for c := range it.single().named(name) {
			if !c.spread(yield) {
				return
			}
		}
	}
}

// items yields the items of an array, however deep, or the item itself.
func (it Item) items() iter.Seq[Item] {
	return func(yield func(Item) bool) { it.spread(yield) }
}

// spread does so; it reports whether to go on.
func (it Item) spread(yield func(Item) bool) bool {
	if it.Kind() != KindArray {
		return yield(it)
	}
	for c := range it.Children() {
		if !c.spread(yield) {
			return false
		}
	}
	return true
}

// Path returns the names from the root to it, joined by dots, with a position
// counted from 1 where several items have the name: Response.JobsDetail[2].Tag.
// An attribute is written @name. Of a name that is very long the beginning
// stands there, and "…".
func (it Item) Path() string {
	var steps []string
	for p := it; p.Ok() && p.Kind() != KindDocument; p = p.Parent() {
		if s := p.step(); s != "" {
			steps = append(steps, s)
		}
	}
	slices.Reverse(steps)
	return strings.ReplaceAll(strings.Join(steps, "."), ".[", "[")
}

func (it Item) step() string {
	name := clip(it.Name())
	switch it.Kind() {
	case KindAttribute:
		return "@" + name
	case KindText, KindCData:
		return "text()"
	case KindComment, KindProcInst, KindDirective:
		return ""
	}
	at, several := it.position()
	if name == "" && !several && it.Parent().Kind() == KindDocument {
		return "" // the value that a JSON body is
	}
	if name == "" || several {
		return name + "[" + strconv.Itoa(at) + "]"
	}
	return name
}

// position returns the place of it among the items with its name, prefixes in
// XML aside, counted from 1, and whether there are several.
func (it Item) position() (at int, several bool) {
	d := it.doc
	parent := d.nodes[it.node].parent
	if it.cell != noCell || parent == none {
		return 1, false
	}
	name, seen, of := d.localName(&d.nodes[it.node]), 0, 0
	for i := parent + 1; i < d.nodes[parent].next; i = d.nodes[i].next {
		if seen++; seen > manyItems {
			at, several = d.indexOf(parent).position(d, it.node)
			return at + max(int(it.row), 0), several
		}
		n := &d.nodes[i]
		if !n.kind.named() || !bytes.Equal(d.localName(n), name) {
			continue
		}
		if i == it.node {
			at = of + 1 + max(int(it.row), 0)
		}
		of += d.sizeOf(i)
	}
	return at, of > 1
}

// longestShown is how many bytes of a name or a value stand in a path or in a
// sentence.
const longestShown = 256

// clip shortens what is very long to its beginning and "…".
func clip(s string) string {
	if len(s) <= longestShown {
		return s
	}
	return s[:runeStart([]byte(s[:longestShown+1]), longestShown)] + "…"
}
