package parser

// table is a run of siblings of one shape, lifted out of the tree: the columns
// are the same for every row. The rows stand in chunks, so that a table of a
// million rows is never copied as it grows, and in few bytes each.
type table struct {
	node    int32    // the node that stands for the run
	columns []column // in the order in which each row has them
	size    int      // how many rows there are
	chunks  []chunk  // chunkRows in each but the last
}

type column struct {
	name    Span   // in the first row
	label   string // the name
	local   string // the name without the prefix that it may have in XML
	escaped bool   // some cell's value differs from its bytes
}

// chunkRows is how many rows a chunk holds.
const chunkRows = 1024

type chunk struct {
	rows  []Span // the whole of each row
	cells []cell // len(columns) for each row, values as written
}

// cell is where a value stands in its row.
type cell struct {
	at, size uint16
}

// longestRow is how many bytes a row may have, so that cells can count them.
const longestRow = 1<<16 - 1

// liftFrom is how many rows of one shape make a table.
const liftFrom = 8

// row returns the whole of row i.
func (t *table) row(i int) Span {
	return t.chunks[i/chunkRows].rows[i%chunkRows]
}

// cell returns the value of row i in a column, as written.
func (t *table) cell(i, column int) Span {
	return t.value(&t.chunks[i/chunkRows], i%chunkRows, column)
}

// value returns the value of row i of a chunk in a column, none where the
// column is none.
func (t *table) value(c *chunk, i, column int) Span {
	if column < 0 {
		return Span{}
	}
	return c.cells[i*len(t.columns)+column].span(c.rows[i].Start)
}

// span returns the bytes of a cell of the row that begins at start.
func (c cell) span(start uint32) Span {
	start += uint32(c.at)
	return Span{start, start + uint32(c.size)}
}

// cellOf returns the cell of a value in the row that begins at start.
func cellOf(value Span, start int) cell {
	return cell{uint16(int(value.Start) - start), uint16(value.Len())}
}

// rows yields the whole of each row.
func (t *table) rows(yield func(int, Span) bool) {
	for i := range t.size {
		if !yield(i, t.row(i)) {
			return
		}
	}
}

// find returns the index of the column with the given name, its prefix in XML
// aside, -1 if there is none.
func (t *table) find(label string) int {
	for i := range t.columns {
		if c := &t.columns[i]; c.local == label || c.label == label {
			return i
		}
	}
	return -1
}

// column returns the index of the column called like the bytes of name.
func (t *table) column(text []byte, name Span) int {
	for i := range t.columns {
		own := t.columns[i].name
		if own.Len() == name.Len() && string(text[own.Start:own.End]) == string(text[name.Start:name.End]) {
			return i
		}
	}
	return none
}

// mostColumns is how many a row may have; more are no table that anyone reads.
const mostColumns = 128

// bytes returns what a table takes in memory, in bytes.
func (t *table) bytes() int {
	const fixed, column = 160, 64
	return fixed + column*len(t.columns) + t.size*(8+4*len(t.columns))
}

// compact returns the table by itself, with labels to its columns. A short one
// is copied; a long one takes its rows along.
func (t *table) compact(text []byte, format Format) table {
	kept := *t
	kept.columns = append(make([]column, 0, len(t.columns)), t.columns...)
	for i := range kept.columns {
		c := &kept.columns[i]
		c.label = string(text[c.name.Start:c.name.End])
		if c.local = c.label; format == FormatXML {
			c.local = localName(c.label)
		}
	}
	const few = 64 // rows, which are copied in no time
	if t.size > few {
		t.chunks = nil
		return kept
	}
	only := &t.chunks[0]
	kept.chunks = []chunk{{append(make([]Span, 0, len(only.rows)), only.rows...), append(make([]cell, 0, len(only.cells)), only.cells...)}}
	return kept
}

// last returns the chunk that the next row belongs to.
func (t *table) last() *chunk {
	if t.size/chunkRows == len(t.chunks) {
		var c chunk
		if t.size > 0 { // a table this long goes on
			c = chunk{make([]Span, 0, chunkRows), make([]cell, 0, chunkRows*len(t.columns))}
		}
		t.chunks = append(t.chunks, c)
	}
	return &t.chunks[len(t.chunks)-1]
}

// add adds a row. It reports false for one that is too long.
func (t *table) add(row Span, cells []cell) bool {
	if row.Len() > longestRow {
		return false
	}
	c := t.last()
	c.cells = append(c.cells, cells...)
	c.rows = append(c.rows, row)
	t.size++
	return true
}
