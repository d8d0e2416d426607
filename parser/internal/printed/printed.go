// Package printed reads structures as programs print them for people - of Python,
// PHP, Ruby, Java and Go - and writes them as JSON.
package printed

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/pieces"
	"github.com/callbacklens/callbacklens/parser/internal/scribe"
)

// Structure is one that was read.
type Structure struct {
	pieces.Builder
	End  int // in the text
	Kind string
	// Whole tells that it was read to its end.
	Whole bool
}

// style is how a language prints structures.
type style struct {
	kind string
	// between stands between a name and its value.
	between string
	// begins reports whether a structure begins at i.
	begins func(text []byte, i int) bool
}

var styles = [...]style{
	{"Python OrderedDict", ",", func(t []byte, i int) bool { return bytes.HasPrefix(t[i:], []byte("OrderedDict(")) }},
	{"PHP", "=>", phpBegins},
	{"Ruby / PHP / plutil", "=>", arrowBegins},
	{"Java toString()", "=", equalsBegins},
	{"Go %+v", ":", func(t []byte, i int) bool { return goBegins(t, i, 2) }},
}

// Begins reports whether a structure may begin at i.
func Begins(text []byte, i int) bool { return styleAt(text, i) != nil }

func styleAt(text []byte, i int) *style {
	for k := range styles {
		if styles[k].begins(text, i) {
			return &styles[k]
		}
	}
	return nil
}

// Read reads the structure at i.
func Read(text []byte, i int, pulse func()) (s Structure, ok bool) {
	st := styleAt(text, i)
	if st == nil {
		return s, false
	}
	p := &parser{Reader: scribe.NewReader(text, i, pulse, &s.Builder), style: st}
	if text[i] == '&' {
		p.I++
	}
	p.value()
	s.End, s.Kind, s.Whole = p.I, st.kind, !p.Broken
	return s, len(s.Text) > 2
}

// phpBegins knows print_r, var_export and var_dump.
func phpBegins(t []byte, i int) bool {
	return phpOpener(t, i) > 0
}

// phpOpener returns where the bracket stands that opens the array or object at i, 0 if
// none does.
func phpOpener(t []byte, i int) int {
	word := scribe.NameEnd(t, i)
	switch name := string(bytes.ToLower(t[i:word])); {
	case name == "":
		return 0
	case name == "array", name == "object" && word < len(t) && t[word] == '(':
	case bytes.HasPrefix(t[word:], []byte(" Object")):
		word += len(" Object")
	default:
		return 0
	}
	at := word
	for k := 0; k < 3 && at < len(t) && (t[at] == '(' || t[at] == '#'); k++ { // array(2), object(stdClass)#1 (2)
		end := bytes.IndexAny(t[at:min(at+scribe.LookAhead, len(t))], ") \n")
		if end <= 1 || t[at] == '(' && t[at+end] != ')' {
			break
		}
		at += end + chars.One(t[at+end] == ')')
		at += chars.One(at < len(t) && t[at] == ' ')
	}
	at = scribe.Blanks(t, at)
	if at >= len(t) || t[at] != '(' && t[at] != '{' {
		return 0
	}
	next := scribe.Blanks(t, at+1)
	if next >= len(t) || bytes.IndexByte([]byte("[)}'\"0123456789"), t[next]) < 0 {
		return 0
	}
	return at
}

// arrowBegins knows {"a"=>1}, {:a=>1} and ['a' => 1].
func arrowBegins(t []byte, i int) bool {
	if t[i] != '{' && t[i] != '[' {
		return false
	}
	at := scribe.Blanks(t, i+1)
	if at < len(t) && t[at] == ':' {
		at = scribe.NameEnd(t, at+1)
	} else {
		at = scribe.QuotedEnd(t, at)
	}
	return at > 0 && bytes.HasPrefix(t[scribe.Blanks(t, at):], []byte("=>"))
}

// equalsBegins knows {a=1} and Name(a=1).
func equalsBegins(t []byte, i int) bool {
	at := i
	if t[i] != '{' {
		if i > 0 && scribe.IsName(t[i-1]) {
			return false
		}
		if at = scribe.NameEnd(t, i); at == i || at >= len(t) || t[at] != '(' && t[at] != '{' && t[at] != '[' {
			return false
		}
	}
	name := scribe.NameEnd(t, at+1)
	return name > at+1 && name+1 < len(t) && t[name] == '=' && t[name+1] != '=' && t[name+1] != '>'
}

// goBegins knows {A:1 B:2}, &{…}, map[…] and pkg.Type{A:"1", B:2}. What the first
// field of a struct holds is looked at, too, so many levels deep.
func goBegins(t []byte, i, levels int) bool {
	at, typed := i, t[i] == '&'
	if typed {
		at++
	}
	if rest := t[at:]; bytes.HasPrefix(rest, []byte("map[")) {
		return (i == 0 || !scribe.IsName(t[i-1])) && fieldAt(t, at+len("map[")) > 0
	}
	if n := scribe.NameEnd(t, at); n > at && bytes.IndexByte(t[at:n], '.') > 0 && (i == 0 || !scribe.IsName(t[i-1])) {
		at, typed = n, true
	}
	if at >= len(t) || t[at] != '{' {
		return false
	}
	value := fieldAt(t, at+1)
	if value == 0 || value >= len(t) {
		return false
	}
	if typed {
		return true
	}
	if c := t[value]; c == '[' || c == '{' || c == 'm' { // of a list, a struct or a map
		inner := value + 1
		if c == 'm' {
			inner = value + len("map[")
		}
		for inner < min(len(t), value+8) && (t[inner] == '{' || t[inner] == '[') {
			inner++
		}
		return levels > 0 && fieldAt(t, inner) > 0 && goBegins(t, inner-1, levels-1)
	}
	// The value is bare, and what follows it without a comma is a field.
	end := value
	for end < len(t) && end-value < scribe.LookAhead && bytes.IndexByte([]byte(" ,\"'{}[]\n"), t[end]) < 0 {
		end++
	}
	return end < len(t) && t[end] == ' ' && fieldAt(t, end+1) > 0
}

// fieldAt returns where the value of the field Name:value at i begins, 0 if none is
// there.
func fieldAt(t []byte, i int) int {
	if i >= len(t) {
		return 0
	}
	n := scribe.NameEnd(t, i)
	if n == i || n >= len(t) || t[n] != ':' {
		return 0
	}
	return n + 1
}
