// Package literals reads strings as file formats, mail and shells write them: with
// escapes of their own, or on several lines. Languages of programs are left to
// package peel.
package literals

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/pieces"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Text is what was read.
type Text struct {
	pieces.Builder
	Start, End int // in the text that it stands in
	Count      int // what the note of its form counts
	// ContentType names the charset of Text where that is not UTF-8.
	ContentType string
}

// Form is one way of writing a string.
type Form struct {
	// Kind is what a receipt calls it, Name what people do, and Note what was undone;
	// {0} in it is a count.
	Kind       string
	Name, Note lang.Text
	// First are the bytes that one may begin with, as pairs of bounds; one that begins
	// with a line has "\n" here.
	First string
	// Begins reports whether one may begin at i. It looks at a bounded number of bytes.
	Begins func(text []byte, i int) bool
	// Read reads the one that begins at i. Where there is none it returns false, and as
	// End up to where none begins.
	Read func(text []byte, i int, pulse func()) (t Text, ok bool)
}

// Forms are all forms, the outer ones first.
var Forms = [...]Form{
	{
		"quoted-printable", lang.Text{ZH: "Quoted-printable（邮件）", EN: "Quoted-printable, of mail"},
		lang.Text{ZH: "还原了 {0} 处 =XX 和软换行", EN: "escapes like =E4 and soft line breaks undone: {0}"},
		"<<{{[[", mailBegins, mail,
	},
	{
		"yaml", lang.Text{ZH: "YAML 字符串", EN: "YAML string"},
		lang.Text{ZH: "YAML 字符串，{0} 行", EN: "lines of a string of YAML: {0}"},
		"\n", yamlBegins, yaml,
	},
	{
		"properties", lang.Text{ZH: "properties 文件", EN: "Properties file"},
		lang.Text{ZH: "还原了 {0} 处 properties 转义", EN: "escapes of a properties file undone: {0}"},
		"<<{{[[", propertiesBegin, properties,
	},
	{
		"shell", lang.Text{ZH: "命令行转义", EN: "Shell escapes"},
		lang.Text{ZH: "命令行引号，{0} 段", EN: "parts in the quotes of a shell: {0}"},
		"''@@", shellBegins, shell,
	},
	{
		"cell", lang.Text{ZH: "表格单元格 / SQL 字符串", EN: "Cell or SQL string"},
		lang.Text{ZH: "反斜杠成对的单元格", EN: "a cell with doubled backslashes"},
		"{{[[<<", outset.At, cell,
	},
	{
		"cell", lang.Text{ZH: "表格单元格 / SQL 字符串", EN: "Cell or SQL string"},
		lang.Text{ZH: "SQL 的 E'…' 或 N'…' 字符串", EN: "a string of SQL as E'…' or N'…'"},
		"EEeeNNnn", sqlBegins, sql,
	},
	{
		"rtf", lang.Text{ZH: "RTF 文档", EN: "Rich text (RTF)"},
		lang.Text{ZH: "RTF 文档里的文字", EN: "the text of a document in RTF"},
		"{{", rtfBegins, rtf,
	},
	{
		"wiki", lang.Text{ZH: "Jira / Confluence 代码块", EN: "Code block of Jira or Confluence"},
		lang.Text{ZH: "Jira / Confluence 代码块", EN: "a code block of Jira or Confluence"},
		"{{", wikiBegins, wiki,
	},
}

const pulseEvery = 64 << 10

// beats calls pulse as a text is gone through.
type beats struct {
	next  int
	pulse func()
}

func (b *beats) at(i int) {
	if i >= b.next {
		b.pulse()
		b.next = i + pulseEvery
	}
}

// lineEnd returns where the line at i ends, without a carriage return, and where the next
// one begins.
func lineEnd(text []byte, i int) (end, next int) {
	n := bytes.IndexByte(text[i:], '\n')
	if n < 0 {
		return len(text), len(text)
	}
	end, next = i+n, i+n+1
	if n > 0 && text[end-1] == '\r' {
		end--
	}
	return end, next
}

// newline returns the length of the line end that b begins with, 0 for none.
func newline(b []byte) int {
	switch {
	case bytes.HasPrefix(b, []byte("\n")):
		return 1
	case bytes.HasPrefix(b, []byte("\r\n")):
		return 2
	}
	return 0
}

// blanks counts the blanks of a line that b begins with.
func blanks(b []byte) int {
	n := 0
	for n < len(b) && (b[n] == ' ' || b[n] == '\t') {
		n++
	}
	return n
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
