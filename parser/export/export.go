// Package export prints a parser.Report: as JSON, as text for people, as tables
// and as XML.
//
// Each format can be read by others and then gives the values that the report
// has; how it writes characters that it cannot hold, or that would act on what
// shows them, stands at its function. None puts such a character out as it is.
package export

import (
	"io"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Printer writes reports in one format; what it says in words is in l.
type Printer func(w io.Writer, l lang.Lang, reports ...*parser.Report) error

// Format returns the printer of a format, nil if there is none of that name.
func Format(name string) Printer {
	switch name {
	case "json":
		return JSON
	case "text":
		return Text
	case "csv":
		return CSV
	case "tsv":
		return TSV
	case "md":
		return Markdown
	case "xml":
		return XML
	}
	return nil
}
