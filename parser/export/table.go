package export

import (
	"bufio"
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// tableHead names the columns of the tables, in the names of the wire.
var tableHead = []string{"Source", "JobId", "Index", "Word", "Pos", "PosName", "Offset", "Length", "Partial"}

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
	out := csv.NewWriter(w)
	out.UseCRLF = true // no field has a line end that this could change
	if err := out.Write(tableHead); err != nil {
		return err
	}
	if err := eachToken(foreign{lang: l, spell: csvField}, reports, out.Write); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

var asTSV = Format{"tsv", "tsv", "text/tab-separated-values; charset=utf-8",
	lang.Text{ZH: "TSV 表格（分词）", EN: "TSV table of tokens"}, TSV, nil}

// TSV writes the same with tabs between the fields. As the format has no
// quotes, every backslash in a field is doubled; no formula is marked, as
// programs read it.
func TSV(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	out := bufio.NewWriter(w)
	line := func(fields []string) error {
		_, _ = out.WriteString(strings.Join(fields, "\t"))
		return out.WriteByte('\n')
	}
	if err := line(tableHead); err != nil {
		return err
	}
	if err := eachToken(foreign{lang: l, spell: tsvField}, reports, line); err != nil {
		return err
	}
	return out.Flush()
}

// formula is what a spreadsheet computes: a sign that begins formulas, also in
// its wide form, with something behind it. Blanks and apostrophes before it
// make it no less of one.
var formula = regexp.MustCompile(`^[' ]*[=+\-@＝＋－＠].`)

// csvField spells a field of CSV.
func csvField(s string) string {
	s = csvEscape(s)
	if formula.MatchString(s) {
		return "'" + s
	}
	return s
}

// escapeTail is what makes an escape of the backslash before it. NUL stands for
// the backslash of one that was written by us.
var escapeTail = regexp.MustCompile(`^(?:[\x00nrt\\]|x[0-9A-F]{2}|u\{[0-9A-F]{1,6}\})`)

// csvEscape escapes what may not stand in a field, and doubles a backslash only
// where what follows would make an escape of it.
func csvEscape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return visible.Respell(s, escape)
	}
	s = visible.Respell(s, func(r rune, raw string) string { return "\x00" + escape(r, raw)[1:] })
	var b strings.Builder
	for i := range len(s) {
		switch {
		case s[i] == 0:
			b.WriteByte('\\')
		case s[i] == '\\' && escapeTail.MatchString(s[i+1:]):
			b.WriteString(`\\`)
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// tsvField doubles every backslash: that of an escape could not be told from
// one of the value otherwise.
func tsvField(s string) string {
	return visible.Respell(strings.ReplaceAll(s, `\`, `\\`), escape)
}

// eachToken hands out the fields of every token. The slice is used again.
func eachToken(f foreign, reports []*parser.Report, row func([]string) error) error {
	fields := make([]string, len(tableHead))
	for _, r := range reports {
		f.report = r
		for c := range r.Callbacks {
			for k := range r.Callbacks[c].Jobs {
				j := &r.Callbacks[c].Jobs[k]
				fields[0], fields[1] = f.text(r.Source.Name), f.value(j.ID)
				for i := range j.Tokens.Len() {
					tokenFields(fields, &f, j.Tokens, i)
					if err := row(fields); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

func tokenFields(fields []string, f *foreign, t *parser.Tokens, i int) {
	fields[2], fields[3], fields[4] = strconv.Itoa(i), f.word(t, i), f.pos(t, i)
	fields[5] = f.say(reference.MeaningOf(t.Pos(i)))
	fields[6], fields[7], fields[8] = "", "", ""
	if n, ok := t.Offset(i); ok {
		fields[6] = strconv.Itoa(n)
	}
	if n, ok := t.Length(i); ok {
		fields[7] = strconv.Itoa(n)
	}
	if t.Partial(i) {
		fields[8] = "true"
	}
}
