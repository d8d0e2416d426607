package export

import (
	"io"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// XML writes every body that was found as XML, those from JSON by the rule of
// parser.Document.Etree, mended where they had to be. Bodies follow each other,
// each with a line end.
func XML(w io.Writer, _ lang.Lang, reports ...*parser.Report) error {
	for _, r := range reports {
		for _, d := range r.Documents {
			doc := d.Etree()
			if d.Format == parser.FormatJSON {
				doc.Indent(2)
			}
			if _, err := doc.WriteTo(w); err != nil {
				return err
			}
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
	}
	return nil
}
