package recast

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/pieces"
)

// What members are called that hold the name, the children and the text of an element,
// where converters list elements as objects; others are left out, but for lists, which
// are elements by the name that they have.
var (
	elementNames = [...]string{"name", "tag", "#name", "nodeName", "tagName"}
	childNames   = [...]string{"elements", "children", "$$", "childNodes", "nodes"}
	otherNames   = [...]string{"attributes", "attrib", "attrs", "declaration", "?xml", ":@", "$", "type"}
	deepest      = 100
)

// Elements writes the elements that JSON lists - as xml-js, JsonML and others do that keep
// their order - as XML. It reports false where text is something else.
func Elements(text []byte, pulse func()) (*pieces.Builder, bool) {
	r := &recaster{text: text, pulse: pulse, out: &pieces.Builder{}}
	first := chars.SkipSpace(text, 1)
	r.markup = text[0] == '[' && first < len(text) && text[first] == '"'
	ok := r.node(0)
	return r.out, ok && bytes.Contains(r.out.Text, []byte("<JobsDetail>"))
}

// node writes what stands at r.i: a text, an element or a list of them.
func (r *recaster) node(depth int) bool {
	r.i = chars.SkipSpace(r.text, r.i)
	if depth > deepest || !r.alive() {
		return false
	}
	switch r.text[r.i] {
	case '"':
		r.content()
	case '[':
		return r.list(depth)
	case '{':
		return r.element(depth)
	default:
		r.i = r.scalarEnd(r.i)
	}
	return true
}

// list writes a list of nodes. In JsonML it is an element, and its first item the name.
func (r *recaster) list(depth int) bool {
	r.i = chars.SkipSpace(r.text, r.i+1)
	name := ""
	if r.markup {
		if name = r.named(); name == "" {
			return false
		}
	}
	for first := name == ""; ; first = false {
		r.i = chars.SkipSpace(r.text, r.i)
		switch {
		case !r.alive():
			return false
		case r.text[r.i] == ']':
			r.i++
			r.end(name)
			return true
		case !first && r.text[r.i] != ',':
			return false
		case !first:
			r.i = chars.SkipSpace(r.text, r.i+1)
		}
		if !r.node(depth + 1) {
			return false
		}
	}
}

// element writes an element that is an object. In JsonML an object has attributes.
func (r *recaster) element(depth int) bool {
	name := ""
	for r.i++; ; {
		r.i = chars.SkipSpace(r.text, r.i)
		if !r.alive() {
			return false
		}
		if c := r.text[r.i]; c == '}' || c == ',' {
			if r.i++; c == '}' {
				r.end(name)
				return true
			}
			continue
		}
		member, value := r.nameAt(r.i)
		if value == 0 || value >= len(r.text) {
			return false
		}
		r.i = value
		switch c := r.text[value]; {
		case r.markup || isOneOf(member, otherNames[:]):
			if !r.leaveOut() {
				return false
			}
		case c == '"' && name == "" && isOneOf(member, elementNames[:]):
			name = r.named()
		case c == '"' && isOneOf(member, textNames[:]), c == '"' && member == "cdata", c == '{' && name == "",
			c == '[' && isOneOf(member, childNames[:]):
			if !r.node(depth + 1) {
				return false
			}
		case name == "" && depth > 0 && c != '[':
			return false // it has fields, and is no element
		case c == '[':
			r.out.Put("<"+member+">", value, value)
			if !r.node(depth + 1) {
				return false
			}
			r.end(member)
		default:
			if !r.leaveOut() {
				return false
			}
		}
	}
}

// named writes the start tag of an element whose name is the string at r.i, "" for none.
func (r *recaster) named() string {
	end := r.stringEnd(r.i)
	if !r.alive() || r.text[r.i] != '"' || end-r.i < 3 || end-r.i > 80 {
		return ""
	}
	name := string(r.text[r.i+1 : end-1])
	r.out.Put("<", r.i, r.i+1)
	r.out.Copy(r.text, r.i+1, end-1)
	r.out.Put(">", end-1, end)
	r.i = end
	return name
}

func (r *recaster) end(name string) {
	if name != "" {
		r.out.Put("</"+name+">", r.i, r.i)
	}
}

// content writes the string at r.i as text of XML.
func (r *recaster) content() {
	end := r.stringEnd(r.i)
	for r.i++; r.i < end-1; {
		n := bytes.IndexByte(r.text[r.i:end-1], '\\')
		if n < 0 {
			n = end - 1 - r.i
		}
		r.escaped(r.i, r.i+n)
		if r.i += n; r.i < end-1 {
			out, used := chars.AppendEscape(nil, r.text[r.i:])
			switch string(out) {
			case "<":
				out = []byte("&lt;")
			case "&":
				out = []byte("&amp;")
			}
			r.out.Put(string(out), r.i, r.i+used)
			r.i += used
		}
	}
	r.i = end
}

// leaveOut passes over the value at r.i.
func (r *recaster) leaveOut() bool {
	for depth := 0; r.alive(); {
		switch c := r.text[r.i]; c {
		case '"':
			r.i = r.stringEnd(r.i)
		case '{', '[':
			depth++
			r.i++
		case '}', ']', ',':
			if depth == 0 {
				return true
			}
			if r.i++; c != ',' {
				depth--
			}
		default:
			r.i++
		}
		if depth == 0 && r.i < len(r.text) && bytes.IndexByte([]byte(",}]"), r.text[r.i]) >= 0 {
			return true
		}
	}
	return false
}
