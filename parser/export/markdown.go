package export

import (
	"io"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export/rows"
	"github.com/callbacklens/callbacklens/parser/export/sheet"
	"github.com/callbacklens/callbacklens/parser/lang"
)

var asMarkdown = Format{
	Name: "md", Extension: ".md", MediaType: "text/markdown; charset=utf-8",
	Title: lang.Text{ZH: "Markdown（用于工单、评审）", EN: "Markdown for a ticket or a review"},
	Print: Markdown, Rows: &rows.Markdown,
}

// Markdown writes a report for a ticket or a review: facts, labels, tokens and
// remarks as tables. The text of every cell is the value, with signs for what
// has no form of its own, see package visible; nothing in it becomes a link, an
// image, a mention or anything else of Markdown, of HTML, or of the sites that
// tickets are written on.
func Markdown(w io.Writer, l lang.Lang, reports ...*parser.Report) error {
	m := &markdown{foreign: foreign{lang: l, spell: rows.Text}, output: newOutput(w)}
	for _, r := range reports {
		m.print(r)
	}
	return m.Flush()
}

type markdown struct {
	foreign
	output
}

func (m *markdown) line(s string) { m.raw(s + "\n") }

// row writes cells that are spelled already.
func (m *markdown) row(cells ...string) {
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
		m.line("# " + m.text(r.Source.Name))
	}
	for i := range r.Callbacks {
		c := &r.Callbacks[i]
		m.line("\n## " + m.text(c.Kind))
		if beside := sheet.Around(r, c); len(beside) > 0 {
			m.leaves(nil, beside...)
		}
		for k := range c.Jobs {
			m.job(&c.Jobs[k])
		}
		switch {
		case len(c.Jobs) > 0:
		case c.Execution != nil:
			m.leaves(nil, c.Execution.Item)
		default:
			m.leaves(nil, c.Root)
		}
	}
	if len(r.Diagnostics) == 0 {
		return
	}
	m.head(lang.Text{ZH: "级别", EN: "Severity"}.In(m.lang), lang.Text{ZH: "位置", EN: "Place"}.In(m.lang),
		lang.Text{ZH: "说明", EN: "Remark"}.In(m.lang), "Code")
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		at := strconv.Itoa(d.At.Line) + ":" + strconv.Itoa(d.At.Column)
		m.row(SeverityName(d.Severity).In(m.lang), at, m.say(d.Text), d.Code)
	}
}

func (m *markdown) job(j *parser.Job) {
	m.leaves(j.Tokens, j.Item)
	if len(j.Labels) > 0 {
		m.head("Category", "Word")
		for _, l := range j.Labels {
			m.row(m.value(l.Category), m.value(l.Word))
		}
	}
	if j.Tokens.Len() == 0 {
		return
	}
	m.line("\n" + strings.TrimSuffix(rows.Markdown.Head, "\n"))
	p := rows.Markdown.Print(j.Tokens, "", "", m.lang)
	var row []byte
	for i := 0; i < j.Tokens.Len() && !m.broken(); i++ {
		row = append(p.Row(row[:0], i), '\n')
		m.raw(string(row))
	}
}

// leaves writes what stands in items as rows, the segmentation left out.
func (m *markdown) leaves(tokens *parser.Tokens, items ...parser.Item) {
	m.head(lang.Text{ZH: "字段", EN: "Field"}.In(m.lang), lang.Text{ZH: "值", EN: "Value"}.In(m.lang))
	for _, it := range items {
		m.facts(it, tokens)
	}
}

func (m *markdown) facts(it parser.Item, tokens *parser.Tokens) {
	switch {
	case tokens != nil && it == tokens.Item, !treeKind(it), m.broken():
		return
	case it.Leaf():
		m.row(m.text(it.Path()), m.item(it))
		return
	}
	for c := range it.Children() {
		m.facts(c, tokens)
	}
}
