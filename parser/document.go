package parser

import "sync"

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
	return nameIn(f, "", "xml", "json")
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

	// kindTable stands for a run of lifted rows; it never leaves the package.
	kindTable
)

func (k Kind) String() string {
	return nameIn(k, "none", "document", "element", "attribute", "text", "text", "comment", "procinst", "directive",
		"object", "array", "string", "number", "bool", "null", "table")
}

// Scalar reports whether items of kind k hold a value and no items.
func (k Kind) Scalar() bool {
	switch k {
	case KindAttribute, KindText, KindCData, KindString, KindNumber, KindBool, KindNull:
		return true
	}
	return false
}

// none is the index of no node.
const none = -1

// node is one entry of the flat array that a document is. Nodes stand in
// document order, so the first child of node i is i+1 when next says that
// there is one, and the whole of i ends where next points.
type node struct {
	name   Span  // of the name, empty when there is none
	value  Span  // of the value of a leaf, as written, or of the content of a container
	parent int32 // none for the document
	next   int32 // the first node that is not inside this one
	kind   Kind
	flags  nodeFlags
}

type nodeFlags uint8

const (
	// flagPartial marks what the end of the body cut, or what was left open.
	flagPartial nodeFlags = 1 << iota
	// flagEscaped marks a value that differs from its bytes: entities,
	// escapes or line ends stand in it.
	flagEscaped
	// flagNameEscaped is the same for the name.
	flagNameEscaped
	// flagEmptyTag marks an element written <a/>.
	flagEmptyTag
	// flagMended marks a value that is not written as its notation demands.
	flagMended
	// flagSuperseded marks a member of an object after which another one of
	// that name comes, which is the one that counts.
	flagSuperseded
)

// Document is one body that was read: a flat array of nodes over the bytes of
// its text, with long runs of equal rows lifted into tables. It does not change
// once it is made, and may be used by several goroutines.
type Document struct {
	// Format is the notation of the text.
	Format Format
	// Text is the body as UTF-8. Spans of the document count its bytes.
	Text []byte

	nodes  []node
	tables []table
	origin origin

	indexing sync.Mutex
	indexes  map[int32]*index // of nodes that hold many others; see indexOf
	// pulse, if set, is called while an index is made. It is set during
	// Inspect only.
	pulse func(done, total int)
}
