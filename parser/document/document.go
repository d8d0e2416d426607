// Package document holds bodies that were read, XML and JSON alike, and the items
// in them with their names, values and bytes. It knows nothing of callbacks.
package document

import (
	"sync"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/origin"
)

// Span is the half-open range of bytes [Start, End) of a text.
type Span struct {
	Start, End uint32
}

// Len returns the number of bytes in s.
func (s Span) Len() int { return int(s.End - s.Start) }

// Format is the notation of a body.
type Format uint8

// The notations that are read.
const (
	FormatNone Format = iota
	FormatXML
	FormatJSON
)

func (f Format) String() string {
	return chars.NameIn(f, "", "xml", "json")
}

// Kind is what an item of a document is.
type Kind uint8

// The kinds of items. The first group comes from XML, the second from JSON.
const (
	KindNone Kind = iota
	KindDocument
	KindElement
	KindAttribute
	KindText
	KindCData
	KindComment
	KindProcInst
	KindDirective

	KindObject
	KindArray
	KindString
	KindNumber
	KindBool
	KindNull
)

func (k Kind) String() string {
	return chars.NameIn(k, "none", "document",
		"element", "attribute", "text", "text", "comment", "procinst", "directive",
		"object", "array", "string", "number", "bool", "null")
}

// Scalar reports whether items of kind k hold a value and no items.
func (k Kind) Scalar() bool {
	return flat.Kind(k).Scalar()
}

// Document is one body that was read: a flat array of nodes over the bytes of
// its text, with long runs of equal rows lifted into tables. It does not change
// once it is made, and may be used by several goroutines.
type Document struct {
	// Format is the notation of the text.
	Format Format
	// Text is the body as UTF-8. Spans of the document count its bytes.
	Text []byte

	flat   flat.Doc
	origin origin.Origin

	indexing sync.Mutex
	indexes  map[int32]*index // of nodes that hold many others; see indexOf
}

// Origin maps a span of the document's text to one of Source.Text and reports
// whether it is exact; if not, it is the place of the whole wrapping.
func (d *Document) Origin(s Span) (Span, bool) {
	if d == nil {
		return s, true
	}
	at, exact := d.origin.Span(flat.Span(s))
	return Span(at), exact
}

// At returns the innermost item that takes up the byte at an offset of d.Text, with
// its tags, quotes and name; the root where none does. It is one that Children
// leads to: blanks belong to what they stand in, the text of a leaf to the leaf.
func (d *Document) At(offset int) Item {
	if offset < 0 || offset >= len(d.Text) || len(d.flat.Nodes) == 0 {
		return d.Root()
	}
	it := Item{d, d.flat.At(offset)}
	if k := it.Kind(); k == KindText || k == KindCData {
		if parent := it.Parent(); parent.Leaf() || k == KindText && d.flat.Blank(d.flat.Nodes[it.at.Node].Value) {
			return parent
		}
	}
	return it
}

// New returns the document of what was read, whose text came out of the
// layers that origin tells.
func New(flat flat.Doc, from origin.Origin) *Document {
	d := &Document{origin: from}
	d.Adopt(flat)
	return d
}

// Adopt makes flat what d is. Places in d stay what they are where the nodes do.
func (d *Document) Adopt(flat flat.Doc) {
	d.flat, d.Text, d.Format, d.indexes = flat, flat.Text, FormatJSON, nil
	if flat.XML {
		d.Format = FormatXML
	}
}

// Flat returns the arrays that d is made of, for the packages around this one.
// They must not be changed.
func (d *Document) Flat() *flat.Doc { return &d.flat }

// Item returns the item at a place in the arrays.
func (d *Document) Item(at flat.Ref) Item { return Item{d, at} }

// From tells where the text came from, for the packages around this one.
func (d *Document) From() origin.Origin { return d.origin }
