// Package flat holds the arrays that a document is: nodes in the order of the
// text, with long runs of equal rows in tables. It is what the readers write, and
// what is read where speed counts; everybody else looks at document.Item.
package flat

// Span is the half-open range of bytes [Start, End) of a text.
type Span struct {
	Start, End uint32
}

// SpanOf returns the span from one offset to another.
func SpanOf(start, end int) Span { return Span{uint32(start), uint32(end)} }

// Len returns the number of bytes in s.
func (s Span) Len() int { return int(s.End - s.Start) }

// Kind is what a node is.
type Kind uint8

// The kinds of nodes: those of XML, those of JSON, and a run of rows.
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

	KindTable // stands for the rows of a table
)

// Scalar reports whether nodes of kind k hold a value and no nodes.
func (k Kind) Scalar() bool {
	switch k {
	case KindAttribute, KindText, KindCData, KindString, KindNumber, KindBool, KindNull:
		return true
	}
	return false
}

// Named reports whether what is of kind k is found by its name, and counted in
// paths.
func (k Kind) Named() bool {
	switch k {
	case KindElement, KindObject, KindArray, KindString, KindNumber, KindBool, KindNull, KindTable:
		return true
	}
	return false
}

// NoNode is the index of no node.
const NoNode = -1

// Node is one entry of the flat array that a document is. Nodes stand in
// document order, so the first child of node i is i+1 when next says that
// there is one, and the whole of i ends where next points.
type Node struct {
	Name   Span  // of the name, empty when there is none
	Value  Span  // of the value of a leaf, as written, or of the content of a container
	Parent int32 // none for the document
	Next   int32 // the first node that is not inside this one
	Kind   Kind
	Flags  Flags
}

type Flags uint8

const (
	// FlagPartial marks what the end of the body cut, or what was left open.
	FlagPartial Flags = 1 << iota
	// FlagEscaped marks a value that differs from its bytes: entities,
	// escapes or line ends stand in it.
	FlagEscaped
	// FlagNameEscaped is the same for the name.
	FlagNameEscaped
	// FlagEmptyTag marks an element written <a/>.
	FlagEmptyTag
	// FlagMended marks a value that is not written as its notation demands.
	FlagMended
	// FlagSuperseded marks a member of an object after which another one of
	// that name comes, which is the one that counts.
	FlagSuperseded
	// FlagRenamed marks an element whose name is taken from its end tag, as its start
	// tag has it wrongly.
	FlagRenamed
)

// Doc is the text of a body with the arrays that stand for it: its nodes, and
// the tables in which long runs of equal rows are kept.
type Doc struct {
	XML    bool   // else it is JSON
	Text   []byte // UTF-8; spans count its bytes
	Nodes  []Node
	Tables []Table
	// Pulse, if set, is called while an index of the nodes is made.
	Pulse func(done, total int)
}

// Ref points at a node, or at a row or cell of a table.
type Ref struct {
	Node int32
	Row  int32 // noRow unless node is a table
	Cell int32 // noCell for the row itself
}

const (
	NoRow  = -1
	NoCell = -1
)

// RefTo points at a node.
func RefTo(node int32) Ref { return Ref{node, NoRow, NoCell} }
