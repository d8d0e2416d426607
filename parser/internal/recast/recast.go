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
type Changes struct{ Names, Texts, Numbers, Blanks, Pieces int }

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

// Fold returns a name without regard to case and to signs between words.
func Fold(name string) string { return strings.ToLower(betweenWords.Replace(name)) }

var betweenWords = strings.NewReplacer("_", "", "-", "")

type recaster struct {
	Changes
	text  []byte
	i     int
	known func(string) (string, bool)
	names map[string]string // seen before
	out   *pieces.Builder
	pulse func()
	beat  int
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
	if right == own {
		r.out.Copy(r.text, from, to)
		return
	}
	r.Names++
	r.out.Put(right, from, to)
}

// textNames are what converters from XML call the text of an element.
var textNames = [...]string{`"_text"`, `"#text"`, `"$t"`, `"_"`, `"$"`, `"_cdata"`, `"#cdata-section"`, `"__text"`, `"content"`}

// json copies JSON, token by token.
func (r *recaster) json() {
	for r.alive() {
		switch c := r.text[r.i]; {
		case c == '{':
			if !r.textObject() {
				r.take(1)
			}
		case c == '"':
			r.str()
		case c == '-' || c >= '0' && c <= '9':
			r.number()
		default:
			r.take(1)
		}
	}
}

// take copies n bytes.
func (r *recaster) take(n int) {
	r.out.Copy(r.text, r.i, r.i+n)
	r.i += n
}

// stringEnd returns where the string at i ends.
func (r *recaster) stringEnd(i int) int {
	for i++; i < len(r.text); i++ {
		switch r.text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(r.text)
}

func (r *recaster) str() {
	end := r.stringEnd(r.i)
	if next := chars.SkipSpace(r.text, end); next < len(r.text) && r.text[next] == ':' && end-r.i < 80 {
		r.take(1)
		r.name(r.i, end-1)
		r.i = end - 1
		r.take(1)
		return
	}
	r.take(end - r.i)
}

// textObject writes the one text that an object holds under a name that converters
// have for it.
func (r *recaster) textObject() bool {
	at := chars.SkipSpace(r.text, r.i+1)
	for _, name := range textNames {
		if !bytes.HasPrefix(r.text[at:], []byte(name)) {
			continue
		}
		colon := chars.SkipSpace(r.text, at+len(name))
		if colon >= len(r.text) || r.text[colon] != ':' {
			return false
		}
		value := chars.SkipSpace(r.text, colon+1)
		if value >= len(r.text) || r.text[value] == '{' || r.text[value] == '[' {
			return false
		}
		end := value
		if r.text[value] == '"' {
			end = r.stringEnd(value)
		} else {
			for end < len(r.text) && bytes.IndexByte([]byte(",} \r\n\t"), r.text[end]) < 0 {
				end++
			}
		}
		closer := chars.SkipSpace(r.text, end)
		if closer >= len(r.text) || r.text[closer] != '}' {
			return false
		}
		r.out.Copy(r.text, value, end)
		r.Texts++
		r.i = closer + 1
		return true
	}
	return false
}

// number writes 2.0 as 2.
func (r *recaster) number() {
	end := r.i + 1
	for end < len(r.text) && (r.text[end] >= '0' && r.text[end] <= '9' || strings.IndexByte(".eE+-", r.text[end]) >= 0) {
		end++
	}
	whole, zeros, fraction := bytes.Cut(r.text[r.i:end], []byte("."))
	if fraction && len(zeros) > 0 && len(bytes.Trim(zeros, "0")) == 0 {
		r.Numbers++
		r.take(len(whole))
		r.i = end
		return
	}
	r.take(end - r.i)
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
	n := bytes.IndexByte(r.text[r.i:], '>')
	if n < 0 {
		r.take(len(r.text) - r.i)
		return
	}
	empty := n > 0 && r.text[r.i+n-1] == '/'
	if r.take(n + 1); !closes && !empty {
		r.value()
	}
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
	padded := len(own) > 0 && broken(r.text[from:end], own)
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
	if count > 1 || count == 1 && (len(parts) == 0 || plain[0]) {
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
