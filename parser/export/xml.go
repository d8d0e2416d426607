package export

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

var asXML = Format{
	Name: "xml", Extension: ".xml", MediaType: "application/xml", Print: XML,
	Title: lang.Text{ZH: "XML（回调内容，重新排版）", EN: "XML of the bodies, laid out anew"},
}

// XML writes every body that was found as one document of XML 1.0 in UTF-8,
// laid out anew. A single body is its root, of several each follows the other
// in an element Bodies. Bodies from JSON become XML by the rule of
// parser.Document.Etree.
//
// Whatever the body was, what is written is well formed, its namespaces too.
// Names are escaped by parser.XMLName, all but letters of ASCII and Chinese characters
// being escaped, and so are those
// with a prefix that is not declared; a second attribute of a name gets a
// number behind it. Document types and instructions become comments, so that
// none of them is followed. Characters that XML cannot hold are shown by signs,
// see package visible; a comment at the end counts them.
func XML(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	x := &xmlWriter{
		foreign: foreign{lang: l}, output: newOutput(w),
		plain: make(map[string]bool), scope: map[string]string{"xml": ""},
	}
	x.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	if len(reports) == 1 && soleRoot(reports[0]) {
		x.bodies(reports, 0)
	} else {
		depth := 1
		if slices.ContainsFunc(reports, bareText) {
			depth = inText
		}
		x.raw("<Bodies>")
		x.bodies(reports, depth)
		x.newline(depth - 1)
		x.raw("</Bodies>")
	}
	if x.signs > 0 {
		signs := lang.Text{
			ZH: "XML 不能容纳的字符有 {0} 个，以符号表示",
			EN: "Characters that XML cannot hold, shown by signs: {0}",
		}
		x.raw("\n<!-- " + signs.With(strconv.Itoa(x.signs)).In(l) + " -->")
	}
	x.raw("\n")
	return x.Flush()
}

// soleRoot reports whether the only element that r will be is a root.
func soleRoot(r *parser.Report) bool {
	switch {
	case r.Part.Ok():
		return true
	case len(r.Documents) != 1:
		return false
	}
	roots := 0
	for top := range r.Documents[0].Root().Children() {
		switch top.Kind() {
		case parser.KindComment, parser.KindProcInst, parser.KindDirective:
		case parser.KindText, parser.KindCData:
			return false // XML has no text outside of its root
		case parser.KindArray:
			roots += max(top.Count(), 1)
		default:
			roots++
		}
	}
	return roots == 1
}

// bareText reports whether text stands outside of the roots of r.
func bareText(r *parser.Report) bool {
	for _, d := range r.Documents {
		for top := range d.Root().Children() {
			if k := top.Kind(); k == parser.KindText || k == parser.KindCData {
				return true
			}
		}
	}
	return false
}

type xmlWriter struct {
	foreign
	output
	scope map[string]string // what each prefix is declared to mean where we are
	plain map[string]bool   // names that were looked at, and whether they stay as they are
	signs int
}

// legal replaces what XML cannot hold.
func (x *xmlWriter) legal(s string) string {
	return visible.Respell(s, func(r rune, raw string) string {
		if legalRune(r) && !(r == utf8.RuneError && len(raw) == 1) {
			return raw
		}
		x.signs++
		return visible.Text(raw)
	})
}

func legalRune(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r != 0xFFFE && r != 0xFFFF
}

// escaped writes a value. What could act on a screen is written as a reference.
func (x *xmlWriter) escaped(s string) {
	if !strings.ContainsAny(s, "\"'&<>") && visible.Plain(s) {
		x.raw(s)
		return
	}
	x.raw(visible.Respell(references.Replace(x.legal(s)), func(r rune, _ string) string {
		return "&#x" + strings.ToUpper(strconv.FormatInt(int64(r), 16)) + ";"
	}))
}

// references are what stands for the characters that mean something in XML, and for
// those that a reader would change.
var references = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;",
	"\t", "&#x9;", "\n", "&#xA;", "\r", "&#xD;")

// newline begins a line at a depth. Where text stands between elements there
// is none, as it would become part of the text.
func (x *xmlWriter) newline(depth int) {
	const deepest = 20 // further in, the indentation would be most of the output
	if depth >= 0 {
		x.raw("\n" + strings.Repeat("  ", min(depth, deepest)))
	}
}

// inText is the depth of what stands beside text.
const inText = -1 << 30

func (x *xmlWriter) bodies(reports []*parser.Report, depth int) {
	first := depth == 0
	for _, r := range reports {
		x.report = r
		if part := r.Part; part.Ok() {
			x.part(part, depth, first)
			first = false
			continue
		}
		for _, d := range r.Documents {
			for top := range d.Root().Children() {
				if !first {
					x.newline(depth)
				}
				first = false
				if d.Format == parser.FormatJSON {
					x.root(top, depth)
				} else {
					x.node(top, depth)
				}
			}
		}
	}
}

// part writes a job by itself.
func (x *xmlWriter) part(it parser.Item, depth int, first bool) {
	if !first {
		x.newline(depth)
	}
	if it.Document().Format == parser.FormatJSON {
		x.json(it, "JobsDetail", depth)
	} else {
		x.node(it, depth)
	}
}

// node writes what stands in an element of XML, or on the top level.
func (x *xmlWriter) node(it parser.Item, depth int) {
	if x.broken() {
		return
	}
	switch it.Kind() {
	case parser.KindText, parser.KindCData:
		x.escaped(x.item(it))
	case parser.KindComment:
		x.comment(x.item(it))
	case parser.KindDirective:
		x.comment("<!" + x.item(it) + ">")
	case parser.KindProcInst:
		if it.Name() != "xml" { // the declaration is ours
			x.comment("<?" + x.name(it) + " " + x.item(it) + "?>")
		}
	default:
		x.element(it, depth)
	}
}

// element writes an element of XML, with its attributes and all in it.
func (x *xmlWriter) element(it parser.Item, depth int) {
	defer x.declare(it)()
	name := x.qualified(x.name(it))
	x.raw("<" + name)
	x.attributes(it)
	inner, empty := depth+1, true
	for c := range it.Children() {
		if k := c.Kind(); k == parser.KindText || k == parser.KindCData {
			inner = inText
		}
		empty = empty && c.Kind() == parser.KindAttribute
	}
	value := x.item(it) // of a leaf
	if empty && value == "" {
		x.raw("/>")
		return
	}
	x.raw(">")
	x.escaped(value)
	for c := range it.Children() {
		if c.Kind() != parser.KindAttribute {
			x.newline(inner)
			x.node(c, inner)
		}
	}
	if !empty {
		x.newline(inner - 1)
	}
	x.raw("</" + name + ">")
}

// declare adds the prefixes that it declares to the scope, and returns what
// takes them out again.
func (x *xmlWriter) declare(it parser.Item) (undo func()) {
	type was struct {
		prefix, uri string
		known       bool
	}
	var before []was
	for c := range it.Children() {
		if c.Kind() != parser.KindAttribute {
			break
		}
		if prefix, ok := declared(x.name(c), x.item(c)); ok {
			uri, known := x.scope[prefix]
			before = append(before, was{prefix, uri, known})
			x.scope[prefix] = x.item(c)
		}
	}
	return func() {
		for i := len(before) - 1; i >= 0; i-- {
			if b := before[i]; b.known {
				x.scope[b.prefix] = b.uri
			} else {
				delete(x.scope, b.prefix)
			}
		}
	}
}

// declared returns the prefix that an attribute declares.
func declared(name, value string) (prefix string, ok bool) {
	prefix, ok = strings.CutPrefix(name, "xmlns:")
	return prefix, ok && value != "" && prefix != "xml" && prefix != "xmlns"
}

// qualified returns a name as it may stand in the document, here. The colon of
// a prefix that is not declared is escaped.
func (x *xmlWriter) qualified(name string) string {
	prefix, local, ok := strings.Cut(name, ":")
	if !ok && x.isPlain(name) {
		return name
	}
	if _, known := x.scope[prefix]; ok && known && x.isPlain(prefix) && x.isPlain(local) {
		return name
	}
	return parser.XMLName(name)
}

// isPlain reports whether name stays as it is: one of letters of ASCII and Chinese
// characters, without a prefix, that does not look as if it were escaped.
func (x *xmlWriter) isPlain(name string) bool {
	plain, known := x.plain[name]
	if !known {
		plain = parser.XMLName(name) == name
		x.plain[name] = plain
	}
	return plain
}

// attributes writes the attributes of it. One whose name is taken gets a number
// behind its name: one document may not hold two of a name, nor two that are
// the same name in one namespace.
func (x *xmlWriter) attributes(it parser.Item) {
	var names, values []string
	taken, used, last := make(map[string]bool), make(map[string]bool), make(map[string]int)
	for c := range it.Children() {
		if c.Kind() != parser.KindAttribute {
			break
		}
		name := x.attributeName(c)
		names, values = append(names, name), append(values, x.item(c))
		taken[name] = true
	}
	for i, name := range names {
		unique, whole := name, x.expanded(name)
		for n := last[whole] + 1; used[x.expanded(unique)] || unique != name && taken[unique]; n++ {
			unique = name + "_" + strconv.Itoa(n+1)
			last[whole] = n
		}
		used[x.expanded(unique)] = true
		x.raw(" " + unique + `="`)
		x.escaped(values[i])
		x.raw(`"`)
	}
}

func (x *xmlWriter) attributeName(it parser.Item) string {
	name := x.name(it)
	if prefix, ok := declared(name, x.item(it)); ok && x.isPlain(prefix) {
		return name
	}
	return x.qualified(name)
}

// expanded returns a name with what its prefix means.
func (x *xmlWriter) expanded(name string) string {
	prefix, local, ok := strings.Cut(name, ":")
	if !ok || prefix == "xmlns" {
		return name
	}
	return x.scope[prefix] + " " + local
}

// root writes a body of JSON: the one object that it holds becomes the root.
func (x *xmlWriter) root(it parser.Item, depth int) {
	if it.Kind() == parser.KindObject && it.Count() == 1 {
		if only := it.Nth(0); only.Kind() == parser.KindObject {
			x.json(only, parser.XMLName(x.name(only)), depth)
			return
		}
	}
	x.json(it, "Response", depth)
}

// json writes a value of JSON as elements of a name.
func (x *xmlWriter) json(it parser.Item, name string, depth int) {
	switch kind := it.Kind(); {
	case x.broken():
	case kind == parser.KindArray && it.Count() > 0:
		x.array(it, name, depth)
	case kind == parser.KindObject && it.Count() > 0:
		x.raw("<" + name + ">")
		for c := range it.Children() {
			x.newline(depth + 1)
			x.json(c, parser.XMLName(x.name(c)), depth+1)
		}
		x.newline(depth)
		x.raw("</" + name + ">")
	default:
		x.raw("<" + name)
		if kind != parser.KindString {
			x.raw(` kind="` + kind.String() + `"`)
		}
		x.raw(">")
		x.escaped(x.item(it))
		x.raw("</" + name + ">")
	}
}

// array writes the items of an array: each repeats the element of the array.
func (x *xmlWriter) array(it parser.Item, name string, depth int) {
	first := true
	for c := range it.Children() {
		if !first {
			x.newline(depth)
		}
		first = false
		if c.Kind() != parser.KindArray {
			x.json(c, name, depth)
			continue
		}
		x.raw("<" + name + ">")
		x.newline(depth + 1)
		x.json(c, "item", depth+1)
		x.newline(depth)
		x.raw("</" + name + ">")
	}
}

// comment writes a comment.
func (x *xmlWriter) comment(s string) {
	x.raw("<!--" + parser.XMLComment(visible.Text(s)) + "-->")
}
