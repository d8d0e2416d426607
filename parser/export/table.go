package export

import (
	"io"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export/rows"
	"github.com/callbacklens/callbacklens/parser/lang"
)

var asCSV = Format{
	Name: "csv", Extension: ".csv", MediaType: "text/csv; charset=utf-8", Of: OfTokens, Print: CSV, Rows: &rows.CSV,
	Mark:  byteOrderMark,
	Title: lang.Text{ZH: "CSV 表格（分词）", EN: "CSV table of tokens"},
	Note: lang.Text{
		ZH: "UTF-8 带 BOM，Excel 可直接打开中文；以 = + - @ 开头的单元格前加撇号，不会被当作公式；制表符、换行写作 \\t、\\n",
		EN: "UTF-8 with a BOM, so that Excel reads Chinese; an apostrophe stands before what begins with = + - @, " +
			"so that nothing is computed; tabs and line ends are written \\t and \\n",
	},
}

// byteOrderMark tells Excel that a file is in UTF-8.
const byteOrderMark = "\uFEFF"

// CSV writes the tokens of every job as comma-separated values (RFC 4180), in
// UTF-8 behind a byte order mark, with a header line, one line a token.
//
// A field is the value itself, with two exceptions. Characters that could act
// on a screen or hide are written \n, \r, \t, \x9B for a byte that is not UTF-8,
// or \u{202E}; only a backslash that would make one of these is doubled. And
// what a spreadsheet would take for a formula, as it begins with one of = + - @
// and goes on, has an apostrophe before it, and one more where it has some.
func CSV(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	return eachToken(w, byteOrderMark, &rows.CSV, l, reports)
}

var asTSV = Format{
	Name: "tsv", Extension: ".tsv", MediaType: "text/tab-separated-values; charset=utf-8",
	Title: lang.Text{ZH: "TSV 表格（分词，供程序读取）", EN: "TSV table of tokens, for programs"},
	Of:    OfTokens, Print: TSV, Rows: &rows.TSV,
}

// TSV writes the same with tabs between the fields. As the format has no
// quotes, every backslash in a field is doubled; no formula is marked, as
// programs read it.
func TSV(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	return eachToken(w, "", &rows.TSV, l, reports)
}

// GuardedCell and GuardedCells say in how many cells that is so: they begin with the number,
// as they stand behind a sentence on the page and behind a colon on the command line.
var (
	GuardedCell = lang.Text{
		ZH: GuardedCells.With("1").ZH,
		EN: "1 cell begins with = + - @: an apostrophe before it keeps spreadsheets from computing it",
	}
	GuardedCells = lang.Text{
		ZH: "{0} 个单元格以 = + - @ 开头，前面加了撇号，电子表格不会当作公式",
		EN: "{0} cells begin with = + - @: an apostrophe before each keeps spreadsheets from computing it",
	}
)

// Guarded counts the cells that have an apostrophe before what a spreadsheet would
// compute; 0 in formats that put none there.
func (f *Format) Guarded(reports ...*parser.Report) (n int) {
	if f.Rows != &rows.CSV {
		return 0
	}
	for _, r := range reports {
		for c := range r.Callbacks {
			for k := range r.Callbacks[c].Jobs {
				j := &r.Callbacks[c].Jobs[k]
				n += rows.Formulas(j.Tokens, r.Source.Name, j.ID.Text)
			}
		}
	}
	return n
}

// eachToken writes the rows of every token, behind a mark.
func eachToken(w io.Writer, mark string, as *rows.Format, l lang.Lang, reports []*parser.Report) error {
	out := newOutput(w)
	out.raw(mark + as.Head)
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
