// Package tags counts the tags of a text of XML by their names, so that a reader that
// mends can tell which tag is written wrongly: one whose name is opened more often than
// it is closed, or the other way round.
package tags

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// mostNames is how many names are told apart, mostOrphans how many of them may be those
// that are closed more often than opened.
const mostNames, mostOrphans = 1 << 14, 64

// skipped are what holds text that looks like tags, with its end.
var skipped = [...][2]string{{"<!--", "-->"}, {"<![CDATA[", "]]>"}}

// Tally has the tags of a text.
type Tally struct {
	text    []byte
	names   map[string]*count
	orphans []*count // closed more often than opened
	// lacks tells of the ends of comments and sections that none stands any more.
	lacks [len(skipped)]bool
}

type count struct {
	opens, ends int
	end         flat.Span // the name in the first end tag
}

// Count counts the tags of text from start on, as long as alive says so.
func Count(text []byte, start int, alive func(i int) bool) *Tally {
	t := &Tally{text: text, names: make(map[string]*count)}
	for i := start; i < len(text) && alive(i); i++ {
		const stride = 32 << 10
		end := min(i+stride, len(text))
		n := bytes.IndexByte(text[i:end], '<')
		if n < 0 {
			i = end - 1
			continue
		}
		if i += n; i+1 < len(text) {
			i = t.tag(i)
		}
	}
	for _, c := range t.names {
		if c.ends > c.opens && len(t.orphans) < mostOrphans {
			t.orphans = append(t.orphans, c)
		}
	}
	return t
}

// tag counts the tag at i and returns where to go on, less one.
func (t *Tally) tag(i int) int {
	rest := t.text[i:]
	for k, s := range skipped {
		if !bytes.HasPrefix(rest, []byte(s[0])) {
			continue
		}
		if !t.lacks[k] {
			if n := bytes.Index(rest, []byte(s[1])); n >= 0 {
				return i + n
			}
			t.lacks[k] = true
		}
		return i
	}
	at := i + 1
	if c := t.text[at]; c == '/' || c == '\\' {
		at++
	}
	name := t.text[at:NameEnd(t.text, at)]
	if len(name) == 0 {
		return i
	}
	c := t.names[string(name)]
	if c == nil && len(t.names) < mostNames {
		c = &count{}
		t.names[string(name)] = c
	}
	end := at + len(name)
	switch {
	case c == nil:
	case at == i+2:
		if c.ends++; c.ends == 1 {
			c.end = flat.SpanOf(at, end)
		}
	case !t.empty(end):
		c.opens++
	}
	return end - 1
}

// empty reports whether the tag whose name ends at i ends with a slash.
func (t *Tally) empty(i int) bool {
	const longest = 1 << 10
	rest := t.text[i:min(i+longest, len(t.text))]
	end := bytes.IndexAny(rest, "<>")
	if end < 0 {
		return false
	}
	inner := bytes.TrimRight(rest[:end], " \t\r\n")
	return len(inner) > 0 && inner[len(inner)-1] == '/'
}

// NameEnd returns where the name at i of text ends.
func NameEnd(text []byte, i int) int {
	for i < len(text) && InName(text[i]) {
		i++
	}
	return i
}

// NameStart returns where the name that ends at i of text begins.
func NameStart(text []byte, from, i int) int {
	for i > from && InName(text[i-1]) {
		i--
	}
	return i
}

// InName reports whether c may stand in a name.
func InName(c byte) bool {
	return c >= 0x80 || c == '_' || c == ':' || c == '.' || c == '-' ||
		c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

// Spare returns how much more often a name is opened than closed.
func (t *Tally) Spare(name []byte) int {
	if c := t.names[string(name)]; c != nil {
		return c.opens - c.ends
	}
	return 0
}

// Ends returns how often a name is closed, Opens how often it is opened.
func (t *Tally) Ends(name []byte) int {
	if c := t.names[string(name)]; c != nil {
		return c.ends
	}
	return 0
}

// Opens does the same for start tags.
func (t *Tally) Opens(name []byte) int {
	if c := t.names[string(name)]; c != nil {
		return c.opens
	}
	return 0
}

// Add counts more tags of a name, or fewer of them: what was taken for something else.
func (t *Tally) Add(name []byte, opens, ends int) {
	if c := t.names[string(name)]; c != nil {
		c.opens += opens
		c.ends += ends
	}
}

// Meant returns the name in an end tag that lacks a start tag and differs from the given
// name in a letter or two, false where there is none.
func (t *Tally) Meant(name []byte) (flat.Span, bool) {
	for _, c := range t.orphans {
		if c.ends > c.opens && near(name, t.text[c.end.Start:c.end.End]) {
			return c.end, true
		}
	}
	return flat.Span{}, false
}

// near reports whether two names are the same but for two letters beside each other.
func near(a, b []byte) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 2 || len(a) < 3 {
		return false
	}
	from := 0
	for from < len(a) && a[from] == b[from] {
		from++
	}
	to := 0
	for to < len(a)-from && a[len(a)-1-to] == b[len(b)-1-to] {
		to++
	}
	return len(b)-from-to <= 2
}

// CutEntity reports whether the text ends within an entity that begins at i.
func CutEntity(text []byte, i int) bool {
	if len(text)-i > 10 {
		return false
	}
	for _, c := range text[i+1:] {
		if !InName(c) && c != '#' {
			return false
		}
	}
	return true
}
