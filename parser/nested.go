package parser

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/decode"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/hint"
	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/pace"
	"github.com/callbacklens/callbacklens/parser/internal/peel"
	"github.com/callbacklens/callbacklens/parser/internal/pieces"
	"github.com/callbacklens/callbacklens/parser/internal/recast"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// nested looks into a body that is not a callback itself: the events of gateways,
// queues and log services carry the real one, as an object, as text, as the name of a
// field, or as a list of bytes. In a callback every string stays a value, whatever it
// looks like.
func (in *inspection) nested(w wrapped, doc *document.Document, depth int) {
	beat := func() { in.Beat(0, len(doc.Text), 0) }
	known := decode.Known(doc, beat)
	if in.recast(w, doc.Root(), known, depth) || known || in.listed(w, doc, depth) {
		return
	}
	roots := decode.Inside(doc, beat)
	n := nest{in: in, w: w, doc: doc, event: eventKind(doc), depth: depth}
	n.objects(roots)
	nodes := doc.Flat().Nodes
	for i := 0; i < len(nodes) && !in.Stopped; {
		if len(roots) > 0 && doc.Item(flat.RefTo(int32(i))) == roots[0] {
			roots = roots[1:]
			i = int(nodes[i].Next)
			continue
		}
		i = n.node(int32(i))
	}
}

// recast goes on with what a converter or a mapper made of a callback, written as the
// service would have. It reports whether root is that; its document is not decoded
// itself then.
func (in *inspection) recast(w wrapped, root document.Item, known bool, depth int) bool {
	doc, span := root.Document(), unnamed(root)
	beat := func() { in.Beat(0, len(doc.Text), 0) }
	if in.Stopped || !decode.Bent(root, known, beat) || in.enough(w, int(span.Start)) {
		return false
	}
	start := int(span.Start)
	xml := doc.Format == document.FormatXML
	out, changes := recast.Body(doc.Text[start:span.End], xml, decode.Spelling, beat)
	if !changes.Any() || !outset.LikeBody(out.Text) {
		return false
	}
	in.bent[doc] = true
	in.wrapper(peel.Inside{
		Kind: layerRecast, Start: start, End: int(span.End), Text: out.Text,
		Trace: func(i int) int { return out.Trace(i) + start }, Note: recastNote(changes),
	}, w, depth)
	return true
}

// listed goes on with what lists the elements of a callback as JSON, written as XML, or its
// fields by key and value.
func (in *inspection) listed(w wrapped, doc *document.Document, depth int) bool {
	span := doc.Root().Span()
	start, text := int(span.Start), doc.Text[span.Start:span.End]
	if doc.Format == document.FormatXML || !bytes.Contains(text, []byte(`"JobsDetail"`)) || in.enough(w, start) {
		return false
	}
	beat := func() { in.Beat(0, len(doc.Text), 0) }
	note := lang.Text{ZH: "按 key、value 列出的字段，已还原为对象", EN: "fields listed as key and value, made an object again"}
	out, ok := recast.Entries(text, decode.Spelling, beat)
	if !ok {
		note = lang.Text{ZH: "按元素列出的 JSON，已写回 XML", EN: "elements as JSON lists them, written as XML"}
		if out, ok = recast.Elements(text, beat); !ok {
			return false
		}
	}
	in.bent[doc] = true
	in.wrapper(peel.Inside{
		Kind: layerRecast, Start: start, End: int(span.End), Text: out.Text,
		Trace: func(i int) int { return out.Trace(i) + start },
		Note:  note,
	}, w, depth)
	return true
}

// unnamed returns the bytes of root without the name that JSON has before them.
func unnamed(root document.Item) document.Span {
	span := root.Span()
	if root.Document().Format == document.FormatJSON && root.Name() != "" {
		inner := root.ValueSpan()
		span.Start = inner.Start - min(inner.Start, 1)
	}
	return span
}

// recastNote tells what was undone.
func recastNote(c recast.Changes) lang.Text {
	var zh, en []string
	for _, part := range [...]struct {
		n      int
		zh, en string
	}{
		{c.Names, "字段名改回服务的写法", "names in another case"},
		{c.Texts, "_text 一类的对象还原为值", "objects like _text taken as values"},
		{c.Numbers, "2.0 一类的数按整数读", "numbers like 2.0 read as whole ones"},
		{c.Blanks, "去掉了值两端的空白", "white space around values taken off"},
		{c.Pieces, "分成几段的值合为一段", "values in several pieces joined"},
		{c.Attributes, "去掉了值上的属性", "attributes of values left out"},
	} {
		if part.n > 0 {
			zh = append(zh, part.zh+"（"+strconv.Itoa(part.n)+"）")
			en = append(en, part.en+" ("+strconv.Itoa(part.n)+")")
		}
	}
	return lang.Text{ZH: strings.Join(zh, "，"), EN: strings.Join(en, ", ")}
}

// nest is a look into a body.
type nest struct {
	in     *inspection
	w      wrapped
	doc    *document.Document
	event  string // what kind of event it is
	depth  int
	looked int // bytes since the last pulse
}

// node looks into node i and what it is called, and returns the one to go on with.
func (n *nest) node(i int32) int {
	f := n.doc.Flat()
	node := &f.Nodes[i]
	if node.Name.Len() >= longName && !f.XML {
		n.name(n.doc.Item(flat.RefTo(i)), node.Name)
	}
	switch node.Kind {
	case flat.KindString, flat.KindText, flat.KindCData, flat.KindAttribute:
		n.leaf(n.doc.Item(flat.RefTo(i)))
	case flat.KindArray:
		if n.bytes(i) || !f.XML && n.records(i) {
			return int(node.Next)
		}
	case flat.KindObject:
		if !f.XML && n.numbered(i) {
			return int(node.Next)
		}
	case flat.KindTable:
		if !f.XML && n.records(i) {
			return int(node.Next)
		}
		for row := range f.Tables[node.Value.Start].Size {
			n.row(i, row)
		}
	}
	return int(i) + 1
}

// kind returns what a receipt calls what was found.
func (n *nest) kind() string {
	if n.event != "" {
		return n.event
	}
	return layerField
}

var inFieldNote = lang.Text{ZH: "字段 {0}", EN: "field {0}"}

// objects leaves a receipt for each callback that is an object or element of the body.
// Where a converter bent one of them, all are read on their own.
func (n *nest) objects(roots []document.Item) {
	beat := func() { n.in.Beat(0, len(n.doc.Text), 0) }
	bent := slices.ContainsFunc(roots, func(root document.Item) bool { return decode.Bent(root, true, beat) })
	for _, root := range roots {
		span, note := unnamed(root), inFieldNote.With(root.Path())
		switch {
		case !bent:
			whole := root.Span()
			n.in.report.Layers = append(n.in.report.Layers, Layer{
				Kind: n.kind(), Span: whole, In: n.w.layer, Size: whole.Len(), Note: note,
			})
		case !n.in.recast(n.w, root, true, n.depth) && !n.in.enough(n.w, int(span.Start)):
			n.in.wrapper(peel.Inside{
				Kind: n.kind(), Start: int(span.Start), End: int(span.End), Shift: int(span.Start),
				Text: n.doc.Text[span.Start:span.End], Note: note,
			}, n.w, n.depth)
		}
	}
}

// minLeafBody is the length below which a string is not looked into, longName that
// of names, and longLeaf that of strings of which nothing tells that they hold a
// callback.
const minLeafBody, longName, longLeaf = 16, 64, 64

// leafCost is how many bytes could be looked at in the time that any leaf takes.
const leafCost = 64

// leaf goes on with the value of a leaf if that holds a body.
func (n *nest) leaf(leaf document.Item) {
	span := leaf.ValueSpan()
	if n.looked += span.Len() + leafCost; n.looked >= pace.TurnEvery {
		n.looked = 0
		n.in.Beat(0, len(n.doc.Text), 0)
	}
	if span.Len() < minLeafBody || n.in.Stopped {
		return
	}
	c := n.in.peelContext(span.Len())
	text, trace := c.Undo(n.doc.Text, int(span.Start), int(span.End), leafStep(leaf))
	if !n.carries(c, leaf.Name(), text) || n.in.enough(n.w, int(span.Start)) {
		return
	}
	n.in.wrapper(peel.Inside{
		Kind: n.kind(), Start: int(span.Start), End: int(span.End), Text: text, Trace: trace,
		Note: inFieldNote.With(leaf.Path()),
	}, n.w, n.depth)
}

// carries reports whether the text of a leaf is worth going on with: a callback may
// be cut or lie behind other text, anything else must be a whole body, and in a field
// that is known for it, or where something tells of a callback, it may be wrapped.
func (n *nest) carries(c peel.Context, name string, text []byte) bool {
	switch {
	case outset.Tells(text):
		return c.Holds(text)
	case outset.LikeBody(text):
		return peel.Whole(text)
	case n.event != "" || carrier(name):
		return c.Holds(text)
	}
	return len(text) >= longLeaf && c.Tells(text)
}

// name goes on with the name of a member if that holds a callback.
func (n *nest) name(it document.Item, span flat.Span) {
	c := n.in.peelContext(span.Len())
	text, trace := c.Undo(n.doc.Text, int(span.Start), int(span.End), leafStep(it))
	if !outset.Tells(text) || !c.Holds(text) || n.in.enough(n.w, int(span.Start)) {
		return
	}
	n.in.wrapper(peel.Inside{
		Kind: n.kind(), Start: int(span.Start), End: int(span.End), Text: text, Trace: trace,
		Note: lang.Text{ZH: "{0} 中的字段名", EN: "the name of a field in {0}"}.
			With(it.Parent().Path()),
	}, n.w, n.depth)
}

// bytes goes on with an array of numbers that are the bytes of a body.
func (n *nest) bytes(i int32) bool {
	nodes := n.doc.Flat().Nodes
	node := &nodes[i]
	if int(node.Next-i) < minLeafBody || nodes[i+1].Kind != flat.KindNumber || node.Value.Start == 0 {
		return false
	}
	start := int(node.Value.Start) - 1
	f, ok := n.in.peelContext(node.Value.Len()).Numbers(n.doc.Text, start, int(node.Value.End)+1)
	if !ok || n.in.enough(n.w, f.Start) {
		return false
	}
	it := n.doc.Item(flat.RefTo(i))
	f.Note = lang.Text{ZH: "字段 {0} 里的 {1} 字节", EN: "the bytes in {0}: {1}"}.With(it.Path(), strconv.Itoa(len(f.Text)))
	n.in.wrapper(f, n.w, n.depth)
	return true
}

// numbered goes on with an object whose members are the bytes of a body, each named by
// its number: so JavaScript writes a Uint8Array.
func (n *nest) numbered(i int32) bool {
	f := n.doc.Flat()
	nodes := f.Nodes
	var b pieces.Builder
	for k := i + 1; k < nodes[i].Next; k = nodes[k].Next {
		v, err := strconv.Atoi(string(f.BytesOf(nodes[k].Value)))
		if nodes[k].Kind != flat.KindNumber || err != nil || v < 0 || v > 255 || string(f.BytesOf(nodes[k].Name)) != strconv.Itoa(len(b.Text)) {
			return false
		}
		b.Byte(byte(v), int(nodes[k].Value.Start), int(nodes[k].Value.End))
	}
	it := n.doc.Item(flat.RefTo(i))
	if len(b.Text) < minLeafBody || !n.in.peelContext(len(b.Text)).Holds(b.Text) || n.in.enough(n.w, int(nodes[i].Value.Start)) {
		return false
	}
	n.in.wrapper(peel.Inside{
		Kind: "bytes", Start: int(nodes[i].Value.Start), End: int(nodes[i].Value.End), Text: b.Text, Trace: b.Trace,
		Note: lang.Text{ZH: "字段 {0} 里的 {1} 字节", EN: "the bytes in {0}: {1}"}.With(it.Path(), strconv.Itoa(len(b.Text))),
	}, n.w, n.depth)
	return true
}

// carrier reports whether fields of that name are known to hold what was sent.
func carrier(name string) bool {
	switch name {
	case "body", "data", "payload", "msgBody", "content", "message", "msg", "Body", "Data":
		return true
	}
	return false
}

// leafStep returns what undoes the escapes of the value of a leaf.
func leafStep(leaf document.Item) unescape.Step {
	if leaf.Document().Format == document.FormatJSON {
		span := leaf.ValueSpan()
		end, _ := hint.Text(leaf.Document().Text).Embedded(int(span.Start))
		if end == int(span.End) {
			return func(dst, src []byte) ([]byte, int) { return append(dst, src[0]), 1 } // its quotes are not escaped
		}
		return func(dst, src []byte) ([]byte, int) {
			if src[0] == '\\' {
				return chars.AppendEscape(dst, src)
			}
			return append(dst, src[0]), 1
		}
	}
	plain := leaf.Kind() == document.KindCData
	return func(dst, src []byte) ([]byte, int) {
		switch {
		case src[0] == '&' && !plain:
			if r, n := chars.EntityAt(src); n > 0 {
				return utf8.AppendRune(dst, r), n
			}
		case src[0] == '\r' && len(src) > 1 && src[1] == '\n':
			return append(dst, '\n'), 2
		case src[0] == '\r':
			return append(dst, '\n'), 1
		}
		return append(dst, src[0]), 1
	}
}
