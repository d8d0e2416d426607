package flat

import (
	"bytes"
	"strings"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// BytesOf returns the bytes of s.
func (d *Doc) BytesOf(s Span) []byte { return d.Text[s.Start:s.End] }

func (d *Doc) NameOf(n *Node) string {
	if n.Flags&FlagNameEscaped != 0 {
		return string(chars.AppendJSON(nil, d.BytesOf(n.Name)))
	}
	return string(d.BytesOf(n.Name))
}

// LocalName returns the name of n, its prefix in XML aside.
func (d *Doc) LocalName(n *Node) []byte {
	if n.Flags&FlagNameEscaped != 0 {
		return chars.AppendJSON(nil, d.BytesOf(n.Name))
	}
	return d.Local(d.BytesOf(n.Name))
}

// Local takes the prefix off a name of XML.
func (d *Doc) Local(name []byte) []byte {
	if d.XML {
		return name[bytes.LastIndexByte(name, ':')+1:]
	}
	return name
}

// IsNamed reports whether the name of n is name, its prefix in XML aside.
func (d *Doc) IsNamed(n *Node, name string) bool {
	if n.Flags&FlagNameEscaped != 0 {
		return d.NameOf(n) == name
	}
	own := d.BytesOf(n.Name)
	return string(own) == name ||
		len(own) > len(name) && d.XML && own[len(own)-len(name)-1] == ':' && string(own[len(own)-len(name):]) == name
}

func (d *Doc) ValueOf(n *Node) string {
	if n.Flags&FlagEscaped == 0 {
		return string(d.BytesOf(n.Value))
	}
	return string(d.AppendNode(nil, n))
}

func (d *Doc) AppendNode(dst []byte, n *Node) []byte {
	raw := d.BytesOf(n.Value)
	if n.Flags&FlagEscaped == 0 {
		return append(dst, raw...)
	}
	switch n.Kind {
	case KindCData:
		return chars.AppendLines(dst, raw)
	case KindText, KindAttribute:
		return chars.AppendXML(dst, raw)
	case KindString:
		return chars.AppendJSON(dst, raw)
	}
	return append(dst, raw...)
}

// Content joins the texts in an element.
func (d *Doc) Content(i int32) string {
	first := &d.Nodes[i+1]
	if first.Next == d.Nodes[i].Next {
		return d.ValueOf(first)
	}
	var b []byte
	for k := i + 1; k < d.Nodes[i].Next; k++ {
		b = d.AppendNode(b, &d.Nodes[k])
	}
	return string(b)
}

func (d *Doc) CellValue(s Span, escaped bool) string {
	if !escaped {
		return string(d.BytesOf(s))
	}
	return string(d.AppendCell(nil, s, true))
}

// AppendCell appends the value of a cell to dst. Where escaped is false the
// bytes are the value.
func (d *Doc) AppendCell(dst []byte, s Span, escaped bool) []byte {
	switch raw := d.BytesOf(s); {
	case !escaped:
		return append(dst, raw...)
	case d.XML:
		return chars.AppendXML(dst, raw)
	default:
		return chars.AppendJSON(dst, raw)
	}
}

// Blank reports whether s holds white space only.
func (d *Doc) Blank(s Span) bool {
	for _, c := range d.BytesOf(s) {
		if !chars.IsSpace(c) {
			return false
		}
	}
	return true
}

// CellKind tells the kind of a JSON cell by its first byte.
func (d *Doc) CellKind(value Span) Kind {
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

// Extent returns the bytes that node i takes up, with tags, quotes and braces.
func (d *Doc) Extent(i int32) Span {
	n := &d.Nodes[i]
	s := n.Value
	switch n.Kind {
	case KindElement:
		s.Start = n.Name.Start - 1
		if n.Flags&FlagRenamed != 0 {
			s.Start = d.tagStart(n)
		}
		s.End = d.tagEnd(n)
	case KindAttribute:
		s = Span{n.Name.Start, n.Value.End + 1}
	case KindString:
		s = Span{s.Start - min(s.Start, 1), s.End + 1} // the quote of a mended one may stand nowhere
	case KindObject, KindArray:
		if s.End++; s.Start > 0 && bytes.IndexByte([]byte("{[("), d.Text[s.Start-1]) >= 0 {
			s.Start-- // else its bracket is lost
		}
	case KindTable:
		t := &d.Tables[n.Value.Start]
		s = Span{t.Row(0).Start, t.Row(t.Size - 1).End}
	}
	if !d.XML && n.Name.Start > 0 {
		s.Start = n.Name.Start - 1
	}
	s.End = max(min(s.End, uint32(len(d.Text))), s.Start)
	return s
}

// tagStart returns where the start tag of n begins, whose name stands elsewhere.
func (d *Doc) tagStart(n *Node) uint32 {
	return uint32(max(bytes.LastIndexByte(d.Text[:n.Value.Start], '<'), 0))
}

// tagEnd returns where the end tag of n ends, as the reader has it: behind its
// >, or before the next < if that comes first.
func (d *Doc) tagEnd(n *Node) uint32 {
	end := n.Value.End
	if n.Flags&(FlagEmptyTag|FlagPartial|FlagMended) != 0 || int(end) == len(d.Text) {
		return end
	}
	tag := d.Text[end+1:]
	switch i := bytes.IndexAny(tag, "<>"); {
	case i < 0:
		return uint32(len(d.Text))
	case tag[i] == '<':
		return end + 1 + uint32(i)
	default:
		return end + 2 + uint32(i)
	}
}

// SizeOf returns how many items node i stands for.
func (d *Doc) SizeOf(i int32) int { return d.SizeOfNode(&d.Nodes[i]) }

func (d *Doc) SizeOfNode(n *Node) int {
	if n.Kind == KindTable {
		return d.Tables[n.Value.Start].Size
	}
	return 1
}

// LocalName takes the prefix off a name of XML.
func LocalName(name string) string {
	return name[strings.IndexByte(name, ':')+1:]
}
