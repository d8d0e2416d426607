package document

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/beevik/etree"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// Etree hands out the document as one of etree, for its paths, its search and
// its writer. It is made anew at every call and may be changed.
//
// From XML it is what etree itself reads from the text, down to white space,
// comments and duplicate attributes, as long as the text is well formed. Where
// it is not, what could not be read again is written otherwise: names by
// XMLName, comments by XMLComment, directives and instructions as comments.
//
// From JSON it is the XML that the service would have sent: members become
// elements, the items of an array repeat the element of their array (nested
// arrays hold elements named item), and where the value is not text the
// attribute kind says so: "array" on an array that is empty, "object" on an
// object that is, "number", "bool" or "null". Names that XML does not allow are
// escaped: a character that may not stand there becomes _xHHHH_. What has no
// root of its own stands in an element Response, the one that the service uses.
func (d *Document) Etree() *etree.Document {
	doc := etree.NewDocument()
	if d.Format == FormatXML {
		etreeBuilder{&d.flat}.nodes(0, &doc.Element)
		return doc
	}
	b := etreeBuilder{&d.flat}
	top := d.Root()
	for it := range top.Children() {
		b.root(it, doc)
	}
	return doc
}

type etreeBuilder struct {
	d *flat.Doc
}

// nodes adds what stands in node i to el.
func (b etreeBuilder) nodes(i int32, el *etree.Element) {
	d := b.d
	for k := i + 1; k < d.Nodes[i].Next; k = d.Nodes[k].Next {
		n := &d.Nodes[k]
		switch n.Kind {
		case flat.KindElement:
			b.nodes(k, b.element(readableName(d.NameOf(n)), el))
		case flat.KindTable:
			b.rows(&d.Tables[n.Value.Start], d.NameOf(n), el)
		case flat.KindAttribute:
			b.attribute(n, el)
		case flat.KindText, flat.KindCData:
			addText(d.ValueOf(n), el)
		case flat.KindComment:
			el.AddChild(etree.NewComment(XMLComment(d.ValueOf(n))))
		case flat.KindDirective:
			addReadable(el, etree.NewDirective(d.ValueOf(n)), "<!"+d.ValueOf(n)+">")
		case flat.KindProcInst:
			name, inst := d.NameOf(n), d.ValueOf(n)
			addReadable(el, etree.NewProcInst(name, inst), "<?"+name+" "+inst+"?>")
		}
	}
}

// addText adds character data.
func addText(s string, el *etree.Element) {
	text := etree.NewText("")
	text.SetData(s) // which, unlike NewText, knows white space
	el.AddChild(text)
}

// rows adds the rows of a table, with the blanks between them.
func (b etreeBuilder) rows(t *flat.Table, name string, el *etree.Element) {
	at := t.Row(0).Start
	for i, row := range t.Rows {
		b.text(flat.Span{Start: at, End: row.Start}, el)
		b.row(t, i, b.element(readableName(name), el))
		at = row.End
	}
}

// row adds the cells of row i as elements, with the blanks around them.
func (b etreeBuilder) row(t *flat.Table, i int, el *etree.Element) {
	row := t.Row(i)
	at := row.Start + uint32(bytes.IndexByte(b.d.BytesOf(row), '>')) + 1
	for c := range t.Columns {
		cell := b.d.CellExtent(t, i, c)
		b.text(flat.Span{Start: at, End: cell.Start}, el)
		b.text(t.Cell(i, c), b.element(readableName(t.Columns[c].Label), el))
		at = cell.End
	}
	b.text(flat.Span{Start: at, End: row.Start + uint32(bytes.LastIndexByte(b.d.BytesOf(row), '<'))}, el)
}

// text adds the text at s, if there is any.
func (b etreeBuilder) text(s flat.Span, el *etree.Element) {
	if s.Len() > 0 {
		addText(b.d.CellValue(s, true), el)
	}
}

// addReadable adds a token if it can be read again from how it is written, else
// a comment that says it.
func addReadable(el *etree.Element, token etree.Token, written string) {
	if !readableXML(written) {
		token = etree.NewComment(XMLComment(written))
	}
	el.AddChild(token)
}

// readableXML reports whether encoding/xml, and so etree, reads s as one token.
func readableXML(s string) bool {
	dec := xml.NewDecoder(strings.NewReader(s))
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	if _, err := dec.RawToken(); err != nil || int(dec.InputOffset()) != len(s) {
		return false
	}
	return utf8.ValidString(s)
}

// IsXMLName reports whether name, with a prefix or without, can be that of an
// element or attribute. Beyond ASCII, encoding/xml is asked.
func IsXMLName(name string) bool {
	if name == "" || strings.ContainsAny(name, "<>/=? \t\r\n") {
		return false
	}
	for i, r := range name {
		if r >= utf8.RuneSelf || !nameRune(r, i == 0) {
			return readableXML("<" + name + "/>")
		}
	}
	return true
}

func readableName(name string) string {
	if IsXMLName(name) {
		return name
	}
	return XMLName(name)
}

// XMLComment returns s as a comment of XML may hold it: a blank parts hyphens
// that follow each other, or the last one from the end; characters that XML
// does not have become U+FFFD.
func XMLComment(s string) string {
	s = strings.ReplaceAll(xmlText(s), "--", "- -")
	s = strings.ReplaceAll(s, "--", "- -") // of three
	if strings.HasSuffix(s, "-") {
		s += " "
	}
	return s
}

// element adds an element. A name with one colon inside has a prefix.
func (b etreeBuilder) element(name string, parent *etree.Element) *etree.Element {
	el := parent.CreateElement("x")
	el.Space, el.Tag = splitName(name)
	return el
}

func splitName(name string) (space, local string) {
	if i := strings.IndexByte(name, ':'); i > 0 && i < len(name)-1 && strings.Count(name, ":") == 1 {
		return name[:i], name[i+1:]
	}
	return "", name
}

// attribute adds an attribute; a second one of a name replaces the value of the
// first, as in etree.
func (b etreeBuilder) attribute(n *flat.Node, el *etree.Element) {
	space, key := splitName(readableName(b.d.NameOf(n)))
	for i := range el.Attr {
		if el.Attr[i].Space == space && el.Attr[i].Key == key {
			el.Attr[i].Value = b.d.ValueOf(n)
			return
		}
	}
	el.CreateAttr("\x00", "") // a name that none has
	a := &el.Attr[len(el.Attr)-1]
	a.Space, a.Key, a.Value = space, key, b.d.ValueOf(n)
}

// root adds a JSON body: the one member that it has becomes the root.
func (b etreeBuilder) root(it Item, doc *etree.Document) {
	if it.Kind() == KindObject && it.Count() == 1 {
		if only := it.Nth(0); only.Kind() == KindObject {
			b.value(only, only.Name(), &doc.Element)
			return
		}
	}
	b.value(it, "Response", &doc.Element)
}

// value adds a JSON value as elements named name.
func (b etreeBuilder) value(it Item, name string, parent *etree.Element) {
	switch it.Kind() {
	case KindArray:
		b.array(it, name, parent)
		return
	case KindObject:
		el := b.element(XMLName(name), parent)
		if it.Count() == 0 {
			el.CreateAttr("kind", "object")
		}
		for c := range it.Children() {
			b.value(c, c.Name(), el)
		}
		return
	}
	el := b.element(XMLName(name), parent)
	if it.Kind() != KindString {
		el.CreateAttr("kind", it.Kind().String())
	}
	if v := it.Value(); v != "" {
		el.SetText(xmlText(v))
	}
}

func (b etreeBuilder) array(it Item, name string, parent *etree.Element) {
	if it.Count() == 0 {
		b.element(XMLName(name), parent).CreateAttr("kind", "array")
		return
	}
	for c := range it.Children() {
		if c.Kind() == KindArray {
			el := b.element(XMLName(name), parent)
			b.array(c, "item", el)
			continue
		}
		b.value(c, name, parent)
	}
}

// XMLName returns name as XML allows it: a character that may not stand in a
// name, or not at its beginning, becomes _xHHHH_, its code point in
// hexadecimal; an empty name becomes _x_. An underline that looks like the
// beginning of an escape is escaped itself, so that names stay apart.
func XMLName(name string) string {
	if name == "" {
		return "_x_"
	}
	var out strings.Builder
	for i, r := range name {
		switch {
		case r == '_' && looksEscaped(name[i:]), !nameRune(r, i == 0):
			out.WriteString("_x" + chars.CodePoint(r)[2:] + "_")
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

func looksEscaped(s string) bool { return strings.HasPrefix(s, "_x") }

func nameRune(r rune, first bool) bool {
	switch {
	case r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0x4E00 && r <= 0x9FA5:
		return true
	case r == '-' || r == '.' || r >= '0' && r <= '9':
		return !first
	}
	return false
}

// xmlText replaces what XML cannot carry in a text.
func xmlText(s string) string {
	return strings.Map(func(r rune) rune {
		if !chars.IsXMLChar(r) {
			return utf8.RuneError
		}
		return r
	}, s)
}
