// Package rows prints tokens one by one, as tables and as JSON: what the formats of
// package export and the page's clipboard have in common. It is small, as the page
// carries it: it needs neither package fmt, nor regexp, nor encoding/json.
package rows

import (
	"strconv"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Columns names the columns of the tables, in the names of the wire.
var Columns = [...]string{"Source", "JobId", "Index", "Word", "Pos", "PosName", "Offset", "Length", "Partial"}

// The columns that Markdown leaves out, as they are the same in all of its rows, or
// mostly empty.
const firstCell, lastCell = 2, 8

// Format is a way to write tokens.
type Format struct {
	Name string // as people know it
	// Head, Between and Foot stand before the rows, between two of them, and behind
	// the last one.
	Head, Between, Foot string

	spell func(string) string // writes a text as the format must
	row   func(dst []byte, p *Printer, i int) []byte
}

// The formats. What each does to characters that it cannot hold stands in package
// export.
var (
	TSV      = Format{"TSV", head("", "\t", "\n", 0, len(Columns)), "\n", "\n", TSVField, tsvRow}
	CSV      = Format{"CSV", head("", ",", "\r\n", 0, len(Columns)), "\r\n", "\r\n", CSVField, csvRow}
	JSON     = Format{"JSON", "[", ",\n", "]\n", nil, jsonRow}
	Markdown = Format{"Markdown", head("| ", " | ", " |\n| --- | --- | --- | --- | --- | --- |\n", firstCell, lastCell),
		"\n", "\n", Text, markdownRow}
)

// Formats lists them in the order in which they are offered.
var Formats = [...]*Format{&TSV, &CSV, &JSON, &Markdown}

func head(before, between, behind string, from, to int) string {
	for i := from; i < to; i++ {
		before += Columns[i]
		if i+1 < to {
			before += between
		}
	}
	return before + behind
}

// Printer writes the tokens of a job.
type Printer struct {
	of          *Format
	t           *parser.Tokens
	source, job string
	names       []string // of the parts of speech
}

// Print returns what writes the tokens of a job, which stands in a text of that name,
// with the names of the parts of speech in l.
func (f *Format) Print(t *parser.Tokens, source, job string, l lang.Lang) *Printer {
	p := &Printer{of: f, t: t, source: f.text(source), job: f.text(job)}
	for _, tag := range t.Tags() {
		p.names = append(p.names, f.text(reference.MeaningOf(tag).In(l)))
	}
	return p
}

func (f *Format) text(s string) string {
	if f.spell == nil {
		return s
	}
	return f.spell(s)
}

// Row appends the row of token i, without what stands behind it.
func (p *Printer) Row(dst []byte, i int) []byte { return p.of.row(dst, p, i) }

// All returns n rows with what stands around them; the token of row k is that which at
// returns. It calls goOn from time to time, and returns nil when that says so.
func (p *Printer) All(n int, at func(k int) int, goOn func() bool) []byte {
	text := []byte(p.of.Head)
	for k := range n {
		if k%512 == 511 && !goOn() {
			return nil
		}
		if k > 0 {
			text = append(text, p.of.Between...)
		}
		text = p.Row(text, at(k))
	}
	return append(text, p.of.Foot...)
}

// cell returns what stands in a column of token i.
func (p *Printer) cell(column, i int) string {
	switch column {
	case 0:
		return p.source
	case 1:
		return p.job
	case 2:
		return strconv.Itoa(i)
	case 3:
		return p.of.text(p.t.Word(i))
	case 4:
		return p.of.text(p.t.Pos(i))
	case 5:
		return p.names[p.t.Tag(i)]
	case 6:
		return numberText(p.t.Offset(i))
	case 7:
		return numberText(p.t.Length(i))
	}
	if p.t.Partial(i) {
		return "true"
	}
	return ""
}

func numberText(n int, ok bool) string {
	if !ok {
		return ""
	}
	return strconv.Itoa(n)
}

func tsvRow(dst []byte, p *Printer, i int) []byte {
	for c := range Columns {
		if c > 0 {
			dst = append(dst, '\t')
		}
		dst = append(dst, p.cell(c, i)...)
	}
	return dst
}

func csvRow(dst []byte, p *Printer, i int) []byte {
	for c := range Columns {
		if c > 0 {
			dst = append(dst, ',')
		}
		dst = appendQuoted(dst, p.cell(c, i))
	}
	return dst
}

func markdownRow(dst []byte, p *Printer, i int) []byte {
	dst = append(dst, '|')
	for c := firstCell; c < lastCell; c++ {
		dst = append(dst, ' ')
		dst = append(append(dst, p.cell(c, i)...), " |"...)
	}
	return dst
}

// jsonRow writes what the columns have of a token, as package export does.
func jsonRow(dst []byte, p *Printer, i int) []byte {
	n := len(dst) + 1
	member := func(name string) {
		if len(dst) > n {
			dst = append(dst, ',')
		}
		dst = append(append(append(dst, '"'), name...), '"', ':')
	}
	dst = append(dst, '{')
	if p.t.HasWord(i) {
		member("word")
		dst = AppendString(dst, p.t.Word(i))
	}
	if pos := p.t.Pos(i); pos != "" {
		member("pos")
		dst = AppendString(dst, pos)
	}
	if at, ok := p.t.Offset(i); ok {
		member("offset")
		dst = strconv.AppendInt(dst, int64(at), 10)
	}
	if length, ok := p.t.Length(i); ok {
		member("length")
		dst = strconv.AppendInt(dst, int64(length), 10)
	}
	if p.t.Partial(i) {
		member("partial")
		dst = append(dst, "true"...)
	}
	return append(dst, '}')
}
