package parser

import (
	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/diagnostic"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/origin"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Report is all that Inspect found. The page, the command line, the exports
// and the tests show it; none of them looks at the body again.
type Report struct {
	Source      Source
	Layers      []Layer // the wrappers that were peeled, outermost first
	Callbacks   []callback.Callback
	Documents   []*document.Document // every body that was found, callback or not, in order
	Diagnostics []diagnostic.Diagnostic
	// Omitted counts the diagnostics beyond Limits.Diagnostics, which are not listed.
	Omitted int
	// Stopped tells that the context ended before the body was read to its
	// end; what had been read by then is here.
	Stopped bool
	// Texts are those that bodies were found in, the source first, each behind the
	// one that it came out of.
	Texts []Text
	// Part is the job that the report was reduced to, see package part; the zero Item
	// where it is of all that was given.
	Part document.Item
	// Hidden counts the secrets that Options.Redact has hidden.
	Hidden int

	texts []text // Texts with what was found in them
}

// Source describes what was given to Inspect.
type Source struct {
	Name    string          // of the file, empty for what was pasted
	Bytes   int             // as given, up to Limits.Input
	Format  document.Format // of the first body that was found
	Charset string          // as found or declared, "utf-8" unless something else was
	// Text is what was given, as UTF-8. It is the input itself, not a copy,
	// where that is UTF-8 already and nothing in it is hidden. Positions count
	// in it.
	Text []byte
}

// Layer is the receipt for one wrapper that was taken off.
type Layer struct {
	Kind string        // "http", "base64", "gzip" …; see LayerName
	Span document.Span // where it lay in the text of the layer around it
	In   int           // index in Layers of the layer around it, -1 for the source
	Size int           // bytes of what was inside
	Note lang.Text

	from origin.Origin // of the text around it
}

// Origin returns the bytes of Source.Text that it stands in, and whether they
// are exact: where the body was packed in a way that has no place for each
// byte, they are those of the whole packing.
func (r *Report) Origin(it document.Item) (document.Span, bool) {
	return it.Document().Origin(it.Span())
}
