// Package trees reads trees of names and values as tools write them, by what stands in each
// other or by the path of each value, and writes them as XML or JSON.
package trees

import (
	"bytes"
	"strings"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/pieces"
	"github.com/callbacklens/callbacklens/parser/internal/scribe"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Some programs print structures whose items stand one after the other under the name of
// their list, or lists whose name stands before them. As XML has the former, they are
// written as that; what lists the paths of all values is written as JSON.

// notation is one way in which a tree of names and values is written.
type notation struct {
	note lang.Text // what a receipt says of it
	// first are the bytes that a tree may begin with, "" for any.
	first string
	// begins reports whether a tree may begin at i; it looks at a bounded number of bytes.
	begins func(t []byte, i int) bool
	// read reads the items at w.I, up to where they end. It is nil where paths is set, or
	// lines, which reads all of it.
	read  func(w *tree)
	paths *entries
	lines func(text []byte, i int, pulse func(), s *Tree) bool
}

const rootLetters = "EJRWejrw" // that names of fields of the root begin with

var notations = [...]notation{
	{
		lang.Text{ZH: "YAML，已按 JSON 解析", EN: "YAML, read as JSON"},
		rootLetters + "\"'", yamlBegins, nil, nil, readYAML,
	},
	{
		lang.Text{ZH: "Protobuf 文本格式（TextFormat），已按 XML 解析", EN: "Protobuf text format, read as XML"},
		rootLetters, protoBegins, (*tree).proto, nil, nil,
	},
	{
		lang.Text{ZH: "PHP serialize() 的输出，已按 XML 解析", EN: "output of PHP's serialize(), read as XML"},
		"aO", serialBegins, (*tree).serial, nil, nil,
	},
	{
		lang.Text{ZH: "Apple 属性列表（plist），已按 XML 解析", EN: "Apple property list, read as XML"},
		"<", plistBegins, (*tree).plist, nil, nil,
	},
	{
		lang.Text{ZH: "xml2 输出的路径，已还原为 XML", EN: "paths as xml2 lists them, put back into XML"},
		"/", linesBegin, (*tree).lines, nil, nil,
	},
	{
		lang.Text{ZH: "gron 的输出，已还原为 JSON", EN: "output of gron, put back into JSON"},
		"j", gronBegins, nil, &gronLines, nil,
	},
	{
		lang.Text{ZH: "jq 输出的路径（tostream），已还原为 JSON", EN: "paths as jq lists them (tostream), put back into JSON"},
		"[", eventsBegin, nil, &streamed, nil,
	},
	{
		lang.Text{ZH: "展平的 JSON（字段名是路径），已还原层级", EN: "flattened JSON, whose names are paths, nested again"},
		"{", flatBegins, nil, &flatObject, nil,
	},
	{
		lang.Text{ZH: "逐行列出的路径与值，已还原为 JSON", EN: "lines of paths and values, put back into JSON"},
		"", keysBegin, nil, &keyLines, nil,
	},
}

// Tree is one that was read.
type Tree struct {
	pieces.Builder
	End   int  // in the text
	Whole bool // it was read to its end
	Apart bool // what belongs together stands apart in the text
	Note  lang.Text
}

// Places maps an offset in the tree to one in the text, nil where parts stand apart.
func (t *Tree) Places() func(int) int {
	if t.Apart {
		return nil
	}
	return t.Trace
}

// Begins reports whether a tree of names may begin at i.
func Begins(text []byte, i int) bool {
	for k := range notations {
		if notations[k].at(text, i) {
			return true
		}
	}
	return false
}

func (n *notation) at(text []byte, i int) bool {
	return (n.first == "" || strings.IndexByte(n.first, text[i]) >= 0) && n.begins(text, i)
}

// Read reads the tree at i. Where there is none it returns false, and as End up to where none
// begins.
func Read(text []byte, i int, pulse func()) (s Tree, ok bool) {
	end := i
	for k := range notations {
		if n := &notations[k]; n.at(text, i) {
			if s, ok = n.tree(text, i, pulse); ok {
				return s, true
			}
			end = max(end, s.End)
		}
	}
	s.End = end
	return s, false
}

func (n *notation) tree(text []byte, i int, pulse func()) (s Tree, ok bool) {
	if n.lines != nil {
		s.Note = n.note
		s.Whole = n.lines(text, i, pulse, &s)
		return s, s.Whole
	}
	if n.paths != nil {
		p := &paths{Reader: scribe.NewReader(text, i, pulse, &s.Builder), form: *n.paths}
		s.Note = n.note
		s.Whole = p.read(&s)
		s.Apart = p.apart
		return s, s.Whole
	}
	w := &tree{Reader: scribe.NewReader(text, i, pulse, &s.Builder), end: i}
	n.read(w)
	if w.rooted {
		w.Out.Put("</"+response+">", max(w.end-1, i), w.end)
	}
	s.End, s.Note, s.Whole = w.end, n.note, !w.Broken && w.values > 1 && w.Depth == 0
	if !s.Whole {
		s.End = w.I
	}
	return s, s.Whole
}

// tree reads a tree of names and values, and writes it.
type tree struct {
	scribe.Reader
	end    int // of what was read
	values int
	// started tells that something was written, rooted that a root was put around it.
	started, rooted bool
}

// response is the root of a callback.
const response = "Response"

// What the name is that a tree begins with: one that stands in the root of a callback, or
// that of the root.
const (
	notRoot = iota
	rootField
	rootAlone
)

// longestRoot is how many bytes the name of a root has at most.
const longestRoot = len("workflow_execution")

// rootName tells which of them a name is, however a mapper spelled it.
func rootName(name []byte) int {
	if len(name) > longestRoot {
		return notRoot
	}
	switch string(bytes.ToLower(bytes.ReplaceAll(name, []byte("_"), nil))) {
	case "eventname", "jobsdetail", "workflowexecution":
		return rootField
	case "response":
		return rootAlone
	}
	return notRoot
}

// more reports whether there is more to read; a tree may end with its text.
func (w *tree) more() bool { return w.I < len(w.Text) && w.Alive() }

// open writes the beginning of an element for what stands at i, and a root around the
// first one that is none. What XML has no name for is not read.
func (w *tree) open(name []byte, i int) {
	if !w.started {
		w.started = true
		if w.rooted = rootName(name) != rootAlone; w.rooted {
			w.Out.Put("<"+response+">", i, i)
		}
	}
	for _, c := range name {
		w.Broken = w.Broken || !outset.IsNameByte(c)
	}
	w.Broken = w.Broken || len(name) == 0 || !chars.IsLetter(name[0]) && name[0] != '_' && name[0] < 0x80
	w.Out.Put("<"+string(name)+">", i, i)
	const cost = 64 // bytes could be read in the time that an element takes
	w.Beat -= cost
	if w.Depth++; w.Depth > scribe.Deepest {
		w.Broken = true
	}
}

func (w *tree) close(name []byte) {
	w.Out.Put("</"+string(name)+">", max(w.I-1, 0), w.I)
	w.end = w.I
	w.Depth--
}

// value writes text as it stands between two offsets.
func (w *tree) value(from, to int) {
	w.values++
	start := from
	for i := from; i < to; i++ {
		if as := xmlEscape(w.Text[i]); as != "" {
			w.Out.Copy(w.Text, start, i)
			w.Out.Put(as, i, i+1)
			start = i + 1
		}
	}
	w.Out.Copy(w.Text, start, to)
}

// put writes s, which stands for what is between two offsets.
func (w *tree) put(s []byte, from, to int) {
	for _, c := range s {
		if as := xmlEscape(c); as != "" {
			w.Out.Put(as, from, to)
		} else {
			w.Out.Byte(c, from, to)
		}
	}
}

func xmlEscape(c byte) string {
	switch {
	case c == '<':
		return "&lt;"
	case c == '>':
		return "&gt;"
	case c == '&':
		return "&amp;"
	case c < ' ' && c != '\n' && c != '\t':
		return "&#x" + string("0123456789abcdef"[c>>4]) + string("0123456789abcdef"[c&15]) + ";"
	}
	return ""
}
