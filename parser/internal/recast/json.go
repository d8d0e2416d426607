package recast

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/pieces"
)

// textNames are what converters from XML call the text of an element, and databases what
// they say the type of a value with.
var textNames = [...]string{
	"_text", "#text", "$t", "_", "$", "_cdata", "#cdata-section", "__text", "content", "@text", "text", "value", "#", "%text",
	"@value", "-content", "_value", "$value", "_content_", "keyValue", "t", "#value", "__cdata", "#cdata", "__content__",
	"@@text", "body", "$numberLong", "$numberInt", "$numberDouble", "S", "N", "BOOL", "stringValue", "numberValue",
	"boolValue", "string", "long", "int", "string_value", "number_value", "bool_value", "integerValue", "doubleValue",
	"timestampValue", "NULL", "nullValue", "null_value",
}

// wrapNames are what databases and protocols wrap objects and arrays in to tell what they
// are.
var wrapNames = [...]string{
	"M", "L", "structValue", "listValue", "fields", "values", "mapValue", "arrayValue", "struct_value", "list_value",
}

// bracket is one that is open in JSON.
type bracket uint8

const (
	kept     bracket = iota
	dropped          // what stands in it takes its place
	numbered         // an object whose names count its members
	entries          // a list of names with their values, which is an object
)

// json copies JSON, token by token.
func (r *recaster) json() {
	for r.alive() {
		switch c := r.text[r.i]; {
		case c == '{':
			if !r.textObject() {
				r.opener()
			}
		case c == '[':
			r.opener()
		case c == '}' || c == ']':
			r.closer()
		case c == '"':
			r.str()
		case c == '-' || c >= '0' && c <= '9':
			r.number()
		default:
			r.take(1)
		}
	}
}

// opener reads an opening bracket, and passes over it where a converter put it there.
func (r *recaster) opener() {
	what := kept
	next := chars.SkipSpace(r.text, r.i+1)
	name, value := r.nameAt(next)
	switch {
	case r.text[r.i] == '[' && r.listsEntries && r.entryAt(next) > 0:
		what = entries
		r.out.Put("{", r.i, r.i+1)
		r.i++
	case r.listsEntries && r.entryAt(r.i) > 0:
		what = dropped
		end := r.stringEnd(value)
		r.out.Copy(r.text, value, end)
		r.out.Put(":", end, end)
		r.i = r.entryAt(r.i)
	case r.text[r.i] == '[' && bytes.HasPrefix(r.text[next:], []byte(`"java.`)):
		if end := chars.SkipSpace(r.text, r.stringEnd(next)); end < len(r.text) && r.text[end] == ',' {
			what, r.i = dropped, end+1 // a list with its type, as Jackson writes it
		}
	case r.text[r.i] == '[' || value == 0 || value >= len(r.text):
	case (r.text[value] == '{' || r.text[value] == '[') && isOneOf(name, wrapNames[:]):
		what, r.i = dropped, value
	case name == "0" && r.text[value] == '{':
		what = numbered
		r.out.Put("[", r.i, r.i+1)
		r.i++
	}
	if what != kept {
		r.Texts++
	} else {
		r.take(1)
	}
	r.open = append(r.open, what)
}

func (r *recaster) closer() {
	what := kept
	if n := len(r.open); n > 0 {
		what, r.open = r.open[n-1], r.open[:n-1]
	}
	switch what {
	case dropped:
		r.i++
	case numbered:
		r.out.Put("]", r.i, r.i+1)
		r.i++
	case entries:
		r.out.Put("}", r.i, r.i+1)
		r.i++
	default:
		r.take(1)
	}
}

// entryAt returns where the value begins of the object at i that has a name and its value as
// jq lists them, {"key":"a","value":1}; 0 where none is there.
func (r *recaster) entryAt(i int) int {
	if i >= len(r.text) || r.text[i] != '{' {
		return 0
	}
	key, at := r.nameAt(chars.SkipSpace(r.text, i+1))
	if key != "key" || at >= len(r.text) || r.text[at] != '"' {
		return 0
	}
	if at = chars.SkipSpace(r.text, r.stringEnd(at)); at >= len(r.text) || r.text[at] != ',' {
		return 0
	}
	member, value := r.nameAt(chars.SkipSpace(r.text, at+1))
	if member != "value" || value >= len(r.text) {
		return 0
	}
	return value
}

// Entries writes a list of names and values, at any depth, as the object that it was made of.
// Names are spelled as known says, see Body. It reports false where text is something else.
func Entries(text []byte, known func(folded string) (string, bool), pulse func()) (*pieces.Builder, bool) {
	r := &recaster{text: text, known: known, pulse: pulse, out: &pieces.Builder{}, names: map[string]string{}, listsEntries: true}
	if text[0] != '[' || r.entryAt(chars.SkipSpace(text, 1)) == 0 {
		return r.out, false
	}
	r.json()
	return r.out, bytes.Contains(r.out.Text, []byte(`"JobsDetail":`))
}

// nameAt returns the name at i and where its value begins, 0 where none is there.
func (r *recaster) nameAt(i int) (name string, value int) {
	if i >= len(r.text) || r.text[i] != '"' {
		return "", 0
	}
	end := r.stringEnd(i)
	colon := chars.SkipSpace(r.text, end)
	if end-i > 80 || colon >= len(r.text) || r.text[colon] != ':' {
		return "", 0
	}
	return string(r.text[i+1 : end-1]), chars.SkipSpace(r.text, colon+1)
}

func isOneOf(name string, names []string) bool {
	for _, one := range names {
		if one == name {
			return true
		}
	}
	return false
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
	if name, value := r.nameAt(r.i); value > 0 {
		if n := len(r.open); n > 0 && r.open[n-1] == numbered && strings.Trim(name, "0123456789") == "" {
			r.i = value
			return
		}
		r.take(1)
		r.name(r.i, end-1)
		r.i = end - 1
		r.take(1)
		return
	}
	if r.last == "Offset" || r.last == "Length" {
		if whole, ok := wholeNumber(r.text[min(r.i+1, end):max(end-1, r.i+1)]); ok {
			r.Numbers++
			r.out.Put(`"`+whole+`"`, r.i, end)
			r.i = end
			return
		}
	}
	r.take(end - r.i)
}

// textObject writes the one text that an object holds under a name that converters
// have for it; attributes may stand beside it.
func (r *recaster) textObject() bool {
	from, to := 0, 0
	for i := r.i + 1; ; {
		name, value := r.nameAt(chars.SkipSpace(r.text, i))
		if value == 0 || value >= len(r.text) {
			return false
		}
		end := r.scalarEnd(value)
		switch {
		case end > value && from == 0 && isOneOf(name, textNames[:]):
			from, to = value, end
		case end == value && bytes.HasPrefix(r.text[value:], []byte("{")) && attributes(name):
			if end = r.flatEnd(value); end == 0 {
				return false
			}
		case end > value && len(name) > 1 && (name[0] == '@' || name[0] == '-'):
		default:
			return false
		}
		i = chars.SkipSpace(r.text, end)
		if i < len(r.text) && r.text[i] == ',' {
			i++
			continue
		}
		if i >= len(r.text) || r.text[i] != '}' || from == 0 {
			return false
		}
		if text := r.text[from:to]; text[0] == '"' && (r.last == "Offset" || r.last == "Length") {
			if whole, ok := wholeNumber(text[1 : len(text)-1]); ok {
				r.out.Put(`"`+whole+`"`, from, to)
				from = to
			}
		}
		r.out.Copy(r.text, from, to)
		r.Texts++
		r.i = i + 1
		return true
	}
}

// attributes reports whether converters keep the attributes of an element under a name.
func attributes(name string) bool {
	return name == "$" || name == "_attributes" || name == "attributes" || name == "@" || name == "_attr" || name == "$attributes"
}

// scalarEnd returns where the value at i ends that holds no others, or a list of one such;
// i where there is none.
func (r *recaster) scalarEnd(i int) int {
	switch c := r.text[i]; {
	case c == '"':
		return r.stringEnd(i)
	case c == '[':
		at := chars.SkipSpace(r.text, i+1)
		if at >= len(r.text) || r.text[at] != '"' {
			return i
		}
		if end := chars.SkipSpace(r.text, r.stringEnd(at)); end < len(r.text) && r.text[end] == ']' {
			return end + 1
		}
		return i
	case c == '{':
		return i
	}
	end := i
	for end < len(r.text) && bytes.IndexByte([]byte(",}] \r\n\t"), r.text[end]) < 0 {
		end++
	}
	return end
}

// flatEnd returns where the short object at i ends that holds no others, 0 where it does.
func (r *recaster) flatEnd(i int) int {
	const longest = 1 << 10
	for end := i + 1; end < min(i+longest, len(r.text)); end++ {
		switch r.text[end] {
		case '"':
			end = r.stringEnd(end) - 1
		case '}':
			return end + 1
		case '{', '[':
			return 0
		}
	}
	return 0
}

// number writes 2.0 and 2e0 as 2.
func (r *recaster) number() {
	end := r.i + 1
	for end < len(r.text) && (r.text[end] >= '0' && r.text[end] <= '9' || strings.IndexByte(".eE+-", r.text[end]) >= 0) {
		end++
	}
	if whole, ok := wholeNumber(r.text[r.i:end]); ok {
		r.Numbers++
		r.out.Put(whole, r.i, end)
		r.i = end
		return
	}
	r.take(end - r.i)
}

// wholeNumber returns how a whole number is written that has a fraction, an exponent, a
// sign or blanks, false for any other and for one that has none of these.
func wholeNumber(b []byte) (string, bool) {
	const longest = 32
	own := string(bytes.TrimSpace(b))
	if len(b) == 0 || len(b) > longest || strings.Trim(own, "0123456789.eE+-") != "" {
		return "", false
	}
	f, err := strconv.ParseFloat(own, 64)
	if err != nil || f < 0 || f > 1<<50 || f != float64(int64(f)) {
		return "", false
	}
	whole := strconv.FormatInt(int64(f), 10)
	return whole, whole != string(b)
}
