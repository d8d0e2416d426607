// Package reference holds what is published about callbacks of Tencent Cloud
// 数据万象, and what practice adds to it: the field tables, the parts of speech
// and the names of values, in both languages.
//
// It is data and lookups, the one source of the reference pages, the hover
// texts and the rules that check a body. Where each fact comes from, and how
// sure it is, stands in docs/format.md.
package reference

import (
	"strings"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Field is one row of a table: a node that a body may have.
type Field struct {
	// Path is where the node stands, without positions:
	// Response.JobsDetail.Tag.
	Path string
	// Name and Parent are the node and its parent as the published table
	// writes them.
	Name, Parent string
	Description  lang.Text
	// Type is as published: "String", "Container" or "Container 数组".
	Type     string
	TypeText lang.Text
	// Published tells that the node is in the published table that this one
	// repeats. The others are known from samples and SDKs, or from Elsewhere.
	Published bool
	// Elsewhere names the published table of another page that has the node.
	Elsewhere lang.Text
	// Anchor is the id of the row on the reference page: JobsDetail.Tag.
	Anchor string
}

// Table describes the nodes within one container.
type Table struct {
	Title, Intro lang.Text
	// Anchor is the id of the table on the reference page.
	Anchor string
	Fields []Field
}

// Tables returns the tables in the order of the published pages. They must not
// be changed.
func Tables() []Table { return tables }

// Lookup returns the row for the node at path, which is as parser.Item.Path
// writes it: positions are ignored, and Response may be missing, as it is from
// most JSON bodies. Workflow is known under both of its parents,
// WordsGeneralizeResult also within SpeechRecognitionResult, and what the job
// repeats of a request within Request.
func Lookup(path string) (Field, bool) {
	path = canonical(path)
	f, ok := row(path)
	if rest, asked := strings.CutPrefix(path, "Request."); asked && !ok {
		if box, _, _ := strings.Cut(rest, "."); box == "Input" || box == "Operation" {
			f, ok = row("Response.JobsDetail." + rest)
		}
	}
	return f, ok
}

// Holds reports whether there are rows for what stands in the node.
func (f *Field) Holds() bool {
	for i := range tables {
		for j := range tables[i].Fields {
			if tables[i].Fields[j].Parent == f.Path {
				return true
			}
		}
	}
	return false
}

func row(path string) (Field, bool) {
	for i := range tables {
		for j := range tables[i].Fields {
			if f := &tables[i].Fields[j]; f.Path == path {
				return *f, true
			}
		}
	}
	return Field{}, false
}

// canonical returns path as the tables write it.
func canonical(path string) string {
	path = strings.TrimPrefix(withoutPositions(path), ".")
	switch head, _, _ := strings.Cut(path, "."); head {
	case "Response", "Error", "Request":
	default:
		path = "Response." + path
	}
	for _, m := range moved {
		if rest, ok := strings.CutPrefix(path, m.from); ok && (rest == "" || rest[0] == '.') {
			return m.to + rest
		}
	}
	return path
}

// moved lists the places where a group of nodes occurs a second time.
var moved = [...]struct{ from, to string }{
	{"Response.Workflow", "Response.JobsDetail.Workflow"},
	{"Response.Queue.NotifyConfig", "Request.NotifyConfig"},
	{
		"Response.JobsDetail.Operation.SpeechRecognitionResult.WordsGeneralizeResult",
		"Response.JobsDetail.Operation.WordsGeneralizeResult",
	},
}

// withoutPositions returns path without its [n].
func withoutPositions(path string) string {
	if strings.IndexByte(path, '[') < 0 {
		return path
	}
	b := make([]byte, 0, len(path))
	for rest := path; rest != ""; {
		before, after, found := strings.Cut(rest, "[")
		b = append(b, before...)
		position, tail, closed := strings.Cut(after, "]")
		if found && !(closed && isNumber(position)) {
			b, tail = append(b, '['), after
		}
		rest = tail
	}
	return string(b)
}

func isNumber(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
