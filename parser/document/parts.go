package document

import (
	"iter"
	"sort"

	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// Part is what bytes of a document's text are in its notation.
type Part uint8

// The parts. What is none of them, such as tags, brackets and commas, is markup.
const (
	PartText      Part = iota // of elements
	PartName                  // of elements and members, with its quotes
	PartAttribute             // the name of an attribute
	PartString                // with its quotes
	PartNumber
	PartWord    // true, false and null
	PartComment // also an instruction or a directive
)

// Parts returns the parts between two offsets of the text with the bytes that each
// takes up, which may reach beyond the offsets. Of parts that overlap the later
// counts. It looks at what stands there and at what that stands in, not at what
// comes before.
func (d *Document) Parts(from, to int) iter.Seq2[Part, Span] {
	return func(yield func(Part, Span) bool) {
		p := parts{d: d, nodes: d.flat.Nodes, from: uint32(max(from, 0)), to: uint32(max(to, 0)), yield: yield}
		first := int32(sort.Search(len(p.nodes), func(i int) bool { return d.flat.Extent(int32(i)).Start > p.from }))
		var around []int32
		for i := first - 1; i > 0; i = p.nodes[i].Parent {
			around = append(around, i)
		}
		for k := len(around) - 1; k >= 0; k-- { // from the outside in
			p.node(around[k])
		}
		for i := first; int(i) < len(p.nodes) && !p.done && d.flat.Extent(i).Start < p.to; i++ {
			p.node(i)
		}
	}
}

// parts hands out the parts of nodes.
type parts struct {
	d        *Document
	nodes    []flat.Node
	from, to uint32
	yield    func(Part, Span) bool
	done     bool
}

func (p *parts) part(as Part, s flat.Span) {
	if !p.done && s.Start < p.to && s.End > p.from {
		p.done = !p.yield(as, Span(s))
	}
}

func (p *parts) node(i int32) {
	n := &p.nodes[i]
	switch n.Kind {
	case flat.KindElement:
		p.element(i)
	case flat.KindAttribute:
		p.part(PartAttribute, n.Name)
		p.part(PartString, p.quoted(n.Value))
	case flat.KindText, flat.KindCData:
		p.part(PartText, n.Value)
	case flat.KindComment, flat.KindProcInst, flat.KindDirective:
		p.comment(i)
	case flat.KindTable:
		p.table(n)
	default:
		if n.Name.Len() > 0 {
			p.part(PartName, p.quoted(n.Name))
		}
		p.value(n.Kind, n.Value)
	}
}

// element hands out the name of an element, in both of its tags.
func (p *parts) element(i int32) {
	n := &p.nodes[i]
	p.part(PartName, n.Name)
	end := p.d.flat.Extent(i).End
	if tag := n.Value.End; end > tag+2 {
		p.part(PartName, flat.Span{Start: tag + 2, End: end - 1})
	}
}

// comment hands out a comment with what it stands between.
func (p *parts) comment(i int32) {
	s, text := p.d.flat.Extent(i), p.d.Text
	for s.Start > 0 && text[s.Start] != '<' {
		s.Start--
	}
	for int(s.End) < len(text) && text[s.End-1] != '>' {
		s.End++
	}
	p.part(PartComment, s)
}

func (p *parts) value(k flat.Kind, s flat.Span) {
	switch k {
	case flat.KindString:
		p.part(PartString, p.quoted(s))
	case flat.KindNumber:
		p.part(PartNumber, s)
	case flat.KindBool, flat.KindNull:
		p.part(PartWord, s)
	}
}

// table hands out the parts of the rows in sight: what stands before the value of a
// cell, back to that of the one before, is its name and markup.
func (p *parts) table(n *flat.Node) {
	t := &p.d.flat.Tables[n.Value.Start]
	first := sort.Search(t.Size, func(r int) bool { return t.Row(r).End > p.from })
	for r := first; r < t.Size && !p.done && t.Row(r).Start < p.to; r++ {
		row := t.Row(r)
		if p.d.flat.XML {
			p.tagged(row, n.Name.Len())
		}
		for c := range t.Columns {
			p.cell(t, r, c)
		}
	}
}

func (p *parts) cell(t *flat.Table, row, column int) {
	value, name := t.Cell(row, column), t.Columns[column].Name.Len()
	whole := p.d.flat.CellExtent(t, row, column)
	if p.d.flat.XML {
		p.tagged(whole, name)
		p.part(PartText, value)
		return
	}
	p.part(PartName, flat.Span{Start: whole.Start, End: whole.Start + uint32(name) + 2})
	p.value(p.d.flat.CellKind(value), value)
}

// tagged hands out a name of so many bytes in the tags of an element without
// attributes.
func (p *parts) tagged(s flat.Span, name int) {
	open := flat.Span{Start: s.Start + 1, End: s.Start + 1 + uint32(name)}
	p.part(PartName, open)
	if end := s.End - 1; end > open.End && p.d.Text[end-1] != '/' {
		p.part(PartName, flat.Span{Start: end - uint32(name), End: end})
	}
}

// quoted returns a span with the quotes around it, if there are some.
func (p *parts) quoted(s flat.Span) flat.Span {
	text := p.d.Text
	if s.Start > 0 && isQuote(text[s.Start-1]) {
		s.Start--
		if int(s.End) < len(text) && text[s.End] == text[s.Start] {
			s.End++
		}
	}
	return s
}

func isQuote(b byte) bool { return b == '"' || b == '\'' }
