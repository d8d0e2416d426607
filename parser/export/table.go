package export

import (
	"io"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export/rows"
	"github.com/callbacklens/callbacklens/parser/lang"
)

var asCSV = Format{"csv", "csv", "text/csv; charset=utf-8",
	lang.Text{ZH: "CSV 表格（分词）", EN: "CSV table of tokens"}, CSV, nil}

// CSV writes the tokens of every job as comma-separated values (RFC 4180), in
// UTF-8, with a header line, one line a token.
//
// A field is the value itself, with two exceptions. Characters that could act
// on a screen or hide are written \n, \r, \t, \x9B for a byte that is not UTF-8,
// or \u{202E}; only a backslash that would make one of these is doubled. And
// what a spreadsheet would take for a formula, as it begins with one of = + - @
// and goes on, has an apostrophe before it, and one more where it has some.
func CSV(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	return eachToken(w, &rows.CSV, l, reports)
}

var asTSV = Format{"tsv", "tsv", "text/tab-separated-values; charset=utf-8",
	lang.Text{ZH: "TSV 表格（分词）", EN: "TSV table of tokens"}, TSV, nil}

// TSV writes the same with tabs between the fields. As the format has no
// quotes, every backslash in a field is doubled; no formula is marked, as
// programs read it.
func TSV(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	return eachToken(w, &rows.TSV, l, reports)
}

// eachToken writes the rows of every token.
func eachToken(w io.Writer, as *rows.Format, l lang.Lang, reports []*parser.Report) error {
	out := newOutput(w)
	out.raw(as.Head)
	var row []byte
	for _, r := range reports {
		f := foreign{lang: l, report: r}
		for c := range r.Callbacks {
			for k := range r.Callbacks[c].Jobs {
				j := &r.Callbacks[c].Jobs[k]
				if j.Tokens.Len() == 0 {
					continue
				}
				p := as.Print(j.Tokens, r.Source.Name, f.value(j.ID), l)
				for i := 0; i < j.Tokens.Len() && !out.broken(); i++ {
					row = append(p.Row(row[:0], i), as.Between...)
					_, _ = out.Write(row)
				}
			}
		}
	}
	return out.Flush()
}
