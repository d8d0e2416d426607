package printed

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/outset"
)

// Some programs print structures whose items stand one after the other under the name of
// their list, or lists whose name stands before them. As XML has the former, they are
// written as that.

// notation is one way in which a tree of names and values is written.
type notation struct {
	kind string
	// begins reports whether a tree may begin at i; it looks at a bounded number of bytes.
	begins func(t []byte, i int) bool
	// read reads the items at w.i, up to where they end.
	read func(w *tree)
}

var notations = [...]notation{
	{"Protobuf", protoBegins, (*tree).proto},
	{"PHP serialize", serialBegins, (*tree).serial},
}

// TreeBegins reports whether a tree of names may begin at i.
func TreeBegins(text []byte, i int) bool { return notationAt(text, i) != nil }

func notationAt(text []byte, i int) *notation {
	if bytes.IndexByte([]byte("EJRWejrwaO"), text[i]) < 0 {
		return nil
	}
	for k := range notations {
		if notations[k].begins(text, i) {
			return &notations[k]
		}
	}
	return nil
}

// Tree reads the tree at i, and writes it as XML.
func Tree(text []byte, i int, pulse func()) (s Structure, ok bool) {
	n := notationAt(text, i)
	if n == nil {
		return s, false
	}
	w := &tree{reader: newReader(text, i, pulse, &s.Builder), end: i}
	n.read(w)
	if w.rooted {
		w.out.Put("</"+response+">", max(w.end-1, i), w.end)
	}
	s.End, s.Kind, s.Whole = w.end, n.kind, !w.broken && w.values > 1 && w.depth == 0
	if !s.Whole {
		s.End = w.i
	}
	return s, s.Whole
}

// tree reads a tree of names and values, and writes it.
type tree struct {
	reader
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

// rootName tells which of them a name is, however a mapper spelled it.
func rootName(name []byte) int {
	const longest = len("workflow_execution")
	if len(name) > longest {
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
func (w *tree) more() bool { return w.i < len(w.text) && w.alive() }

// open writes the beginning of an element for what stands at i, and a root around the
// first one that is none. What XML has no name for is not read.
func (w *tree) open(name []byte, i int) {
	if !w.started {
		w.started = true
		if w.rooted = rootName(name) != rootAlone; w.rooted {
			w.out.Put("<"+response+">", i, i)
		}
	}
	for _, c := range name {
		w.broken = w.broken || !outset.IsNameByte(c)
	}
	w.broken = w.broken || len(name) == 0 || !chars.IsLetter(name[0]) && name[0] != '_' && name[0] < 0x80
	w.out.Put("<"+string(name)+">", i, i)
	const cost = 64 // bytes could be read in the time that an element takes
	w.beat -= cost
	if w.depth++; w.depth > deepest {
		w.broken = true
	}
}

func (w *tree) close(name []byte) {
	w.out.Put("</"+string(name)+">", max(w.i-1, 0), w.i)
	w.end = w.i
	w.depth--
}

// value writes text as it stands between two offsets.
func (w *tree) value(from, to int) {
	w.values++
	start := from
	for i := from; i < to; i++ {
		if as := xmlEscape(w.text[i]); as != "" {
			w.out.Copy(w.text, start, i)
			w.out.Put(as, i, i+1)
			start = i + 1
		}
	}
	w.out.Copy(w.text, start, to)
}

// put writes s, which stands for what is between two offsets.
func (w *tree) put(s []byte, from, to int) {
	for _, c := range s {
		if as := xmlEscape(c); as != "" {
			w.out.Put(as, from, to)
		} else {
			w.out.Byte(c, from, to)
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
