package export

import (
	"bufio"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// tableHead names the columns of the tables, in the names of the wire.
var tableHead = []string{"Source", "JobId", "Index", "Word", "Pos", "PosName", "Offset", "Length", "Partial"}

// CSV writes the tokens of every job as comma-separated values (RFC 4180), in
// UTF-8, with a header line.
func CSV(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(tableHead); err != nil {
		return err
	}
	if err := eachToken(foreign{lang: l}, reports, out.Write); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// TSV writes the same with tabs between the fields. Tabs and line ends in a
// field become the two characters \t, \n or \r, as the format has no quotes.
func TSV(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	out := bufio.NewWriter(w)
	escape := strings.NewReplacer("\\", `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)
	line := func(fields []string) error {
		for i, f := range fields {
			if i > 0 {
				_ = out.WriteByte('\t')
			}
			_, _ = escape.WriteString(out, f)
		}
		return out.WriteByte('\n')
	}
	if err := line(tableHead); err != nil {
		return err
	}
	if err := eachToken(foreign{lang: l}, reports, line); err != nil {
		return err
	}
	return out.Flush()
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
	p, _ := reference.PartOfSpeechOf(t.Pos(i))
	fields[2], fields[3], fields[4], fields[5] = strconv.Itoa(i), f.word(t, i), f.pos(t, i), p.Name.In(f.lang)
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

// Markdown writes a report for a ticket or a review: facts, labels, tokens and
// remarks as tables.
func Markdown(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	m := &markdown{foreign: foreign{lang: l}, w: bufio.NewWriter(w)}
	for _, r := range reports {
		m.print(r)
	}
	return m.w.Flush()
}

type markdown struct {
	foreign
	w *bufio.Writer
}

// cells are escaped so that no value ends its cell or begins a tag.
var mdEscape = strings.NewReplacer("|", `\|`, "\n", " ", "\r", " ", "<", "&lt;", "&", "&amp;", "`", "\\`", "*", `\*`, "_", `\_`)

func (m *markdown) line(s string) { _, _ = m.w.WriteString(s + "\n") }

func (m *markdown) row(cells ...string) {
	for i, c := range cells {
		cells[i] = mdEscape.Replace(c)
	}
	m.line("| " + strings.Join(cells, " | ") + " |")
}

func (m *markdown) head(cells ...string) {
	m.line("")
	m.row(cells...)
	m.line(strings.Repeat("| --- ", len(cells)) + "|")
}

func (m *markdown) print(r *parser.Report) {
	m.report = r
	if r.Source.Name != "" {
		m.line("# " + mdEscape.Replace(m.text(r.Source.Name)))
	}
	for i := range r.Callbacks {
		c := &r.Callbacks[i]
		m.line("\n## " + mdEscape.Replace(m.text(c.Kind)))
		for k := range c.Jobs {
			m.job(&c.Jobs[k])
		}
		if c.Execution != nil {
			m.leaves(c.Execution.Item)
		}
		if c.Fault != nil {
			m.leaves(c.Root)
		}
	}
	if len(r.Diagnostics) == 0 {
		return
	}
	m.head(m.say(lang.Text{ZH: "级别", EN: "Severity"}), m.say(lang.Text{ZH: "位置", EN: "Place"}), m.say(lang.Text{ZH: "说明", EN: "Remark"}), "Code")
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		m.row(m.say(SeverityName(d.Severity)), strconv.Itoa(d.At.Line)+":"+strconv.Itoa(d.At.Column), m.say(d.Text), d.Code)
	}
}

func (m *markdown) job(j *parser.Job) {
	m.head(m.say(lang.Text{ZH: "字段", EN: "Field"}), m.say(lang.Text{ZH: "值", EN: "Value"}))
	for c := range j.Item.Children() {
		m.facts(c, j.Tokens)
	}
	if len(j.Labels) > 0 {
		m.head("Category", "Word")
		for _, l := range j.Labels {
			m.row(m.value(l.Category), m.value(l.Word))
		}
	}
	if j.Tokens.Len() == 0 {
		return
	}
	m.head(tableHead[2:8]...)
	fields := make([]string, len(tableHead))
	for i := range j.Tokens.Len() {
		tokenFields(fields, &m.foreign, j.Tokens, i)
		m.row(append([]string(nil), fields[2:8]...)...)
	}
}

// facts writes the leaves of it as rows, the segmentation left out.
func (m *markdown) facts(it parser.Item, tokens *parser.Tokens) {
	if tokens != nil && it == tokens.Item {
		return
	}
	if it.Leaf() {
		m.row(m.path(it), m.item(it))
		return
	}
	for c := range it.Children() {
		m.facts(c, tokens)
	}
}

func (m *markdown) leaves(it parser.Item) {
	m.head(m.say(lang.Text{ZH: "字段", EN: "Field"}), m.say(lang.Text{ZH: "值", EN: "Value"}))
	m.facts(it, nil)
}
