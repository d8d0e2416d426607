// Package recast undoes what converters and mappers make of a body: names in another
// case, texts in objects of their own, whole numbers with a fraction, and in XML
// values with blanks around them or in several pieces.
package recast

import (
	"bytes"
	"strings"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/pieces"
)

// Changes tells what was undone.
type Changes struct{ Names, Texts, Numbers, Blanks, Pieces, Attributes int }

// Any reports whether anything was.
func (c Changes) Any() bool { return c != Changes{} }

const pulseEvery = 64 << 10

// Body writes the body in text as the service would have. Known returns the right form
// of a name that is known in another case, false for any other.
func Body(text []byte, xml bool, known func(folded string) (string, bool), pulse func()) (*pieces.Builder, Changes) {
	r := &recaster{text: text, known: known, pulse: pulse, out: &pieces.Builder{}, names: map[string]string{}}
	if xml {
		r.xml()
	} else {
		r.json()
	}
	return r.out, r.Changes
}

// Fold returns a name without regard to case, to signs between words and before them, and
// to a namespace.
func Fold(name string) string {
	return strings.ToLower(betweenWords.Replace(name[strings.LastIndexAny(name, ":}")+1:]))
}

var betweenWords = strings.NewReplacer("_", "", "-", "", " ", "", "@", "", "$", "")

type recaster struct {
	Changes
	text  []byte
	i     int
	known func(string) (string, bool)
	names map[string]string // seen before
	out   *pieces.Builder
	pulse func()
	beat  int
	last  string // the name that was written last
	open  []bracket

	markup, listsEntries bool // it is JsonML, see Elements; or a list of names and values, see Entries
}

func (r *recaster) alive() bool {
	if r.i >= r.beat {
		r.pulse()
		r.beat = r.i + pulseEvery
	}
	return r.i < len(r.text)
}

// name writes a name in the form that is known.
func (r *recaster) name(from, to int) {
	own := string(r.text[from:to])
	right, seen := r.names[own]
	if !seen {
		if right, seen = r.known(Fold(own)); !seen {
			right = own
		}
		const most = 1 << 12
		if len(r.names) < most {
			r.names[own] = right
		}
	}
	if r.last = right; right == own {
		r.out.Copy(r.text, from, to)
		return
	}
	r.Names++
	r.out.Put(right, from, to)
}

// xml copies XML, tag by tag.
func (r *recaster) xml() {
	for r.alive() {
		n := bytes.IndexByte(r.text[r.i:min(r.i+pulseEvery, len(r.text))], '<')
		if n < 0 {
			r.take(min(pulseEvery, len(r.text)-r.i))
			continue
		}
		r.take(n)
		switch {
		case r.section("<!--", "-->"), r.section("<![CDATA[", "]]>"), r.section("<?", "?>"), r.section("<!", ">"):
		default:
			r.tag()
		}
	}
}

// section copies what only ends with the given characters.
func (r *recaster) section(begin, end string) bool {
	if !bytes.HasPrefix(r.text[r.i:], []byte(begin)) {
		return false
	}
	n := bytes.Index(r.text[r.i:], []byte(end))
	if n < 0 {
		n = len(r.text) - r.i - len(end)
	}
	r.take(n + len(end))
	return true
}

// tag copies a tag, and behind a start tag the value if there is one.
func (r *recaster) tag() {
	start := r.i + 1
	closes := start < len(r.text) && r.text[start] == '/'
	start += chars.One(closes)
	end := start
	for end < len(r.text) && bytes.IndexByte([]byte(" \t\r\n/>"), r.text[end]) < 0 {
		end++
	}
	r.take(start - r.i)
	r.name(start, end)
	r.i = end
	n := tagEnd(r.text[r.i:])
	empty := n > 0 && r.text[r.i+n-1] == '/'
	if n > 0 && !closes && !empty && len(bytes.TrimSpace(r.text[r.i:r.i+n])) > 0 && r.holdsText(r.i+n+1) {
		r.Attributes++ // of a value: the service sends none
		r.i, n = r.i+n, 0
	}
	if r.take(min(n+1, len(r.text)-r.i)); !closes && !empty {
		r.value()
	}
}

// tagEnd returns where the bracket stands that ends the tag whose name ends where b
// begins.
func tagEnd(b []byte) int {
	quote := byte(0)
	for i, c := range b {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		}
	}
	return len(b)
}

// holdsText reports whether text alone stands in the element whose content begins at i, of
// which the name is known.
func (r *recaster) holdsText(i int) bool {
	n := bytes.IndexByte(r.text[min(i, len(r.text)):], '<')
	_, known := r.known(Fold(r.last))
	return known && n > 0 && bytes.HasPrefix(r.text[i+n:], []byte("</")) && len(bytes.TrimSpace(r.text[i:i+n])) > 0
}

// value writes the value of an element that holds no others: in one piece and without
// the line ends around it.
func (r *recaster) value() {
	from, count, end := r.i, 0, r.i
	type part struct{ from, to int } // of text; sections are escaped
	var parts []part
	var plain []bool
	for end < len(r.text) {
		n := bytes.IndexByte(r.text[end:], '<')
		if n < 0 {
			return
		}
		if n > 0 {
			parts, plain = append(parts, part{end, end + n}), append(plain, true)
		}
		if end += n; bytes.HasPrefix(r.text[end:], []byte("</")) {
			break
		}
		begin, closer := "<!--", "-->"
		switch rest := r.text[end:]; {
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			begin, closer = "<![CDATA[", "]]>"
		case bytes.HasPrefix(rest, []byte("<?")):
			begin, closer = "<?", "?>"
		case !bytes.HasPrefix(rest, []byte(begin)):
			return // an element
		}
		size := bytes.Index(r.text[end:], []byte(closer))
		if size < 0 {
			return
		}
		if begin == "<![CDATA[" {
			parts, plain = append(parts, part{end + len(begin), end + size}), append(plain, false)
		}
		count++
		end += size + len(closer)
	}
	own := bytes.TrimSpace(r.text[from:end])
	padded := len(own) > 0 && (broken(r.text[from:end], own) || len(own) < end-from && unpadded(r.last))
	if !padded && (count == 0 || count == 1 && len(parts) == 1 && !plain[0]) {
		return
	}
	if padded {
		r.Blanks++
		if count == 0 {
			at := from + bytes.Index(r.text[from:end], own)
			r.out.Copy(r.text, at, at+len(own))
			r.i = end
			return
		}
	}
	if count > 1 || count == 1 && (len(parts) != 1 || plain[0]) {
		r.Pieces++
	}
	for k, p := range parts {
		if padded && plain[k] && len(bytes.TrimSpace(r.text[p.from:p.to])) == 0 && (k == 0 || k == len(parts)-1) {
			continue
		}
		if plain[k] {
			r.out.Copy(r.text, p.from, p.to)
		} else {
			r.escaped(p.from, p.to)
		}
	}
	r.i = end
}

// unpadded reports whether values of a name never have blanks around them.
func unpadded(name string) bool {
	switch name {
	case "EventName", "JobId", "State", "Code", "Tag", "CreationTime", "StartTime", "EndTime", "QueueId", "BucketId",
		"Region", "Offset", "Length", "Pos", "JobLevel":
		return true
	}
	return false
}

// broken reports whether line ends stand on both sides of own in text.
func broken(text, own []byte) bool {
	n := bytes.Index(text, own)
	return bytes.IndexByte(text[:n], '\n') >= 0 && bytes.IndexByte(text[n+len(own):], '\n') >= 0
}

// escaped writes what stood in a section as text.
func (r *recaster) escaped(from, to int) {
	start := from
	for i := from; i < to; i++ {
		entity := ""
		switch r.text[i] {
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		case '&':
			entity = "&amp;"
		default:
			continue
		}
		r.out.Copy(r.text, start, i)
		r.out.Put(entity, i, i+1)
		start = i + 1
	}
	r.out.Copy(r.text, start, to)
}
