package tree

import (
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser"
)

// notation is a way in which programs write the address of an item.
type notation struct {
	name string
	of   func(parser.Item) string
}

// notationOf returns what documents of a format are searched with by others.
func notationOf(f parser.Format) notation {
	if f == parser.FormatXML {
		return notation{"XPath", xpath}
	}
	return notation{"jq", jq}
}

// jq returns the filter of jq that gives an item of a JSON document; "" if no filter
// does: of members of one name the last one counts.
func jq(it parser.Item) string {
	path := ""
	for up := it.Parent(); up.Ok(); it, up = up, up.Parent() {
		switch {
		case up.Kind() == parser.KindArray:
			path = "[" + strconv.Itoa(indexIn(up, it)) + "]" + path
		case up.Kind() != parser.KindObject: // the value that the document is
		case it.Superseded():
			return ""
		case plainName(it.Name()):
			path = "." + it.Name() + path
		default:
			path = "[" + jsonQuoted(it.Name()) + "]" + path
		}
	}
	if !strings.HasPrefix(path, ".") {
		path = "." + path
	}
	return path
}

// plainName reports whether jq takes a name without quotes.
func plainName(name string) bool {
	for i := range len(name) {
		switch c := name[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_':
		case '0' <= c && c <= '9' && i > 0:
		default:
			return false
		}
	}
	return name != ""
}

func jsonQuoted(s string) string {
	const hex = "0123456789abcdef"
	b := []byte{'"'}
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ':
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		default:
			b = append(b, c)
		}
	}
	return string(append(b, '"'))
}

// xpath returns the XPath of an item of an XML document; "" for what XPath knows
// nothing of, such as the declaration.
func xpath(it parser.Item) string {
	path := ""
	for up := it.Parent(); up.Ok(); it, up = up, up.Parent() {
		step := xpathStep(up, it)
		if step == "" {
			return ""
		}
		path = "/" + step + path
	}
	return path
}

func xpathStep(up, it parser.Item) string {
	name := it.Name()
	switch it.Kind() {
	case parser.KindAttribute:
		return xpathAttribute(name)
	case parser.KindText, parser.KindCData:
		return textStep(up, it)
	case parser.KindComment:
		return "comment()" + place(up, it)
	case parser.KindProcInst:
		if name == "xml" {
			return ""
		}
		return "processing-instruction()" + place(up, it)
	case parser.KindDirective:
		return ""
	}
	if inNamespace(it) || strings.IndexByte(name, '"') >= 0 {
		name = named(name)
	}
	return name + place(up, it)
}

func xpathAttribute(name string) string {
	switch {
	case name == "xmlns" || strings.HasPrefix(name, "xmlns:"):
		return "" // declares a namespace and is no attribute to XPath
	case strings.Contains(name, ":"):
		return "@" + named(name)
	}
	return "@" + name
}

// named finds what has a name as it is written, whatever its namespace is.
func named(name string) string {
	quote := `"`
	if strings.Contains(name, quote) {
		quote = "'"
	}
	return "*[name()=" + quote + name + quote + "]"
}

// inNamespace reports whether the plain name of an element does not find it, as it is
// in a namespace.
func inNamespace(it parser.Item) bool {
	if strings.Contains(it.Name(), ":") {
		return true
	}
	for ; it.Ok(); it = it.Parent() {
		if it.Kind() != parser.KindElement {
			continue
		}
		for child := range it.Children() {
			if child.Kind() != parser.KindAttribute {
				break // attributes come first
			}
			if child.Name() == "xmlns" {
				return child.Value() != ""
			}
		}
	}
	return false
}

// place tells which one of several of its kind and name an item is.
func place(up, it parser.Item) string {
	at, several := 0, 0
	name, kind := it.Name(), it.Kind()
	for child := range up.Children() {
		if child.Kind() != kind || kind != parser.KindComment && child.Name() != name ||
			kind == parser.KindProcInst && child.Name() == "xml" {
			continue
		}
		several++
		if child == it {
			at = several
		}
		if at > 0 && several > at {
			break
		}
	}
	if several < 2 {
		return ""
	}
	return "[" + strconv.Itoa(at) + "]"
}

// textStep finds a text among those that are not blank: blank ones between elements
// are no items. To XPath a text is all that stands between two tags.
func textStep(up, it parser.Item) string {
	at, all, inText := 0, 0, false
	for child := range up.Children() {
		switch text := child.Kind() == parser.KindText || child.Kind() == parser.KindCData; {
		case !text && child.Kind() == parser.KindAttribute:
			continue
		case !text:
			inText = false
		case !inText && strings.Trim(child.Value(), " \t\r\n") != "":
			all, inText = all+1, true
		}
		if child == it && inText {
			at = all
		}
	}
	switch {
	case at == 0:
		return ""
	case all == 1:
		return "text()[normalize-space()]"
	}
	return "text()[normalize-space()][" + strconv.Itoa(at) + "]"
}
