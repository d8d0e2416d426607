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
	"github.com/callbacklens/callbacklens/parser/export/rows"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Printer writes reports in one format; what it says in words is in l.
type Printer func(w io.Writer, l lang.Lang, reports ...*parser.Report) error

// Format is one way to write reports: a row, made in the file of its printer.
type Format struct {
	Name      string // what the command line calls it
	Extension string // what names of files end in, with the dot; no other format has it
	MediaType string
	Title     lang.Text
	Note      lang.Text // what it does to what it writes, in a sentence; empty for nothing to speak of
	Of        Subject
	Print     Printer
	Color     Printer // for a terminal that has colours; nil where there is no such form
	// Mark stands before all else in a file, though not on a clipboard.
	Mark string
	// Rows writes some of the tokens of a job, in a format of tokens; nil for others.
	Rows *rows.Format
}

// Subject is what a format has of a report.
type Subject uint8

// The subjects.
const (
	OfReport Subject = iota // what was found, as a whole
	OfTokens                // the tokens, a row each
	OfBody                  // the bodies themselves, whole
)

// formats are all rows but asText, in the order in which they are offered.
var formats = []*Format{
	&asHTML, &asBrief, &asMarkdown, // to be read
	&asJSON, &asXML, &asCSV, &asTSV, &asWords, &asSVG, // to go on with
	&asCurl, &asFixture, &asGoTest, // to be received again
}

// Portable lists the formats that are for files, in the order in which they are
// offered. The page has these: what is for a terminal is no part of its program.
func Portable() []*Format { return formats }

// Formats lists the formats in the order in which they are offered.
func Formats() []Format {
	list := []Format{asText}
	for _, f := range formats {
		list = append(list, *f)
	}
	return list
}

// Find returns the format of a name, false if there is none.
func Find(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
