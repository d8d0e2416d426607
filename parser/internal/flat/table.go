package flat

// Table is a run of siblings of one shape, lifted out of the tree: the columns
// are the same for every row. The rows stand in chunks, so that a table of a
// million rows is never copied as it grows, and in few bytes each.
type Table struct {
	Node    int32    // the node that stands for the run
	Columns []Column // in the order in which each row has them
	Size    int      // how many rows there are
	Chunks  []Chunk  // chunkRows in each but the last
}

type Column struct {
	Name    Span   // in the first row
	Label   string // the name
	local   string // the name without the prefix that it may have in XML
	Escaped bool   // some cell's value differs from its bytes
}

// ChunkRows is how many rows a chunk holds.
const ChunkRows = 1024

type Chunk struct {
	Rows  []Span // the whole of each row
	Cells []Cell // len(columns) for each row, values as written
}

// Cell is where a value stands in its row.
type Cell struct {
	At, Size uint16
}

// LongestRow is how many bytes a row may have, so that cells can count them.
const LongestRow = 1<<16 - 1

// Row returns the whole of row i.
func (t *Table) Row(i int) Span {
	return t.Chunks[i/ChunkRows].Rows[i%ChunkRows]
}

// Cell returns the value of row i in a column, as written.
func (t *Table) Cell(i, column int) Span {
	return t.Value(&t.Chunks[i/ChunkRows], i%ChunkRows, column)
}

// Value returns the value of row i of a chunk in a column, none where the
// column is none.
func (t *Table) Value(c *Chunk, i, column int) Span {
	if column < 0 {
		return Span{}
	}
	return c.Cells[i*len(t.Columns)+column].Span(c.Rows[i].Start)
}

// Span returns the bytes of a cell of the row that begins at start.
func (c Cell) Span(start uint32) Span {
	start += uint32(c.At)
	return Span{start, start + uint32(c.Size)}
}

// CellOf returns the cell of a value in the row that begins at start.
func CellOf(value Span, start int) Cell {
	return Cell{uint16(int(value.Start) - start), uint16(value.Len())}
}

// Rows yields the whole of each row.
func (t *Table) Rows(yield func(int, Span) bool) {
	for i := range t.Size {
		if !yield(i, t.Row(i)) {
			return
		}
	}
}

// Find returns the index of the column with the given name, its prefix in XML
// aside, -1 if there is none.
func (t *Table) Find(label string) int {
	for i := range t.Columns {
		if c := &t.Columns[i]; c.local == label || c.Label == label {
			return i
		}
	}
	return -1
}

// Column returns the index of the column called like the bytes of name.
func (t *Table) Column(text []byte, name Span) int {
	for i := range t.Columns {
		own := t.Columns[i].Name
		if own.Len() == name.Len() && string(text[own.Start:own.End]) == string(text[name.Start:name.End]) {
			return i
		}
	}
	return NoNode
}

// MostColumns is how many a row may have; more are not a table that anyone reads.
const MostColumns = 128

// Bytes returns what a table takes in memory, in bytes.
func (t *Table) Bytes() int {
	const fixed, column = 160, 64
	return fixed + column*len(t.Columns) + t.Size*(8+4*len(t.Columns))
}

// Compact returns the table by itself, with labels to its columns. A short one
// is copied; a long one takes its rows along.
func (t *Table) Compact(text []byte, xml bool) Table {
	kept := *t
	kept.Columns = append(make([]Column, 0, len(t.Columns)), t.Columns...)
	for i := range kept.Columns {
		c := &kept.Columns[i]
		c.Label = string(text[c.Name.Start:c.Name.End])
		if c.local = c.Label; xml {
			c.local = LocalName(c.Label)
		}
	}
	const few = 64 // rows, which are copied in no time
	if t.Size > few {
		t.Chunks = nil
		return kept
	}
	only := &t.Chunks[0]
	kept.Chunks = []Chunk{
		{
			append(make([]Span, 0, len(only.Rows)), only.Rows...),
			append(make([]Cell, 0, len(only.Cells)), only.Cells...),
		},
	}
	return kept
}

// last returns the chunk that the next row belongs to.
func (t *Table) last() *Chunk {
	if t.Size/ChunkRows == len(t.Chunks) {
		const few = 8 // rows, which most objects that might begin a table do not have behind them
		room := few
		if t.Size > 0 { // a table this long goes on
			room = ChunkRows
		}
		t.Chunks = append(t.Chunks, Chunk{make([]Span, 0, room), make([]Cell, 0, room*len(t.Columns))})
	}
	return &t.Chunks[len(t.Chunks)-1]
}

// Add adds a row. It reports false for one that is too long.
func (t *Table) Add(row Span, cells []Cell) bool {
	if row.Len() > LongestRow {
		return false
	}
	c := t.last()
	c.Cells = append(c.Cells, cells...)
	c.Rows = append(c.Rows, row)
	t.Size++
	return true
}

// Reset empties the table and keeps its room.
func (t *Table) Reset() {
	t.Columns, t.Size = t.Columns[:0], 0
	if len(t.Chunks) > 0 {
		first := &t.Chunks[0]
		first.Rows, first.Cells = first.Rows[:0], first.Cells[:0]
		t.Chunks = t.Chunks[:1]
	}
}
