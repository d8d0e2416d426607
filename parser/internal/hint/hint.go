// Package hint looks at what stands around a suspect place of JSON: whether a quote
// ends a string there, whether a name follows, what marks tell of a cut.
package hint

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// Text is what is looked at.
type Text []byte

// OddSpace reports whether r stands where people see a blank, or beside what a
// viewer can fold.
func OddSpace(r rune) bool {
	return r == 0xA0 || r == 0x3000 || r == 0xFEFF || r == 0x2060 || r >= 0x2000 && r <= 0x200F ||
		r == '▼' || r == '▶' || r == '▾' || r == '▸' || r == '▽' || r == '►' || r == '⏷' || r == '⏵' || r == '▿' ||
		r == '▹' || r == '⊟' || r == '⊞' || r == '−'
}

// NameAhead returns where the value begins if a name in quotes and a colon stand at
// i, 0 if not. The first quote may be missing.
func (t Text) NameAhead(i int) int {
	const longest = 80
	if i < len(t) && t[i] == '"' {
		i++
	}
	start := i
	for i < len(t) && i-start < longest && (IsWordByte(t[i]) || t[i] == '-') {
		i++
	}
	if i == start || i >= len(t) || t[i] != '"' && !closesTypographic(t[start:i]) {
		return 0
	}
	i -= chars.One(t[i] != '"')
	if i = chars.SkipSpace(t, i+1); i < len(t) && t[i] == ':' {
		return i + 1
	}
	if bytes.HasPrefix(t[min(i, len(t)):], []byte("：")) {
		return i + len("：")
	}
	return 0
}

// closesTypographic reports whether a word stands in typographic quotes.
func closesTypographic(word []byte) bool {
	return (bytes.HasPrefix(word, []byte("“")) || bytes.HasPrefix(word, []byte("”"))) && bytes.HasSuffix(word, []byte("”"))
}

// BareNameAhead reports whether a name without quotes and a colon stand at i.
func (t Text) BareNameAhead(i int) bool {
	const longest = 80
	start := i
	for i < len(t) && i-start < longest && IsWordByte(t[i]) {
		i++
	}
	i = chars.SkipSpace(t, min(i, len(t)))
	return i > start && i < len(t) && t[i] == ':'
}

// isBare reports whether the name at i has no quotes.
func (t Text) isBare(i int) bool {
	return i > 0 && IsWordByte(t[i]) && strings.IndexByte(`"'`, t[i-1]) < 0
}

// EndsHere reports whether the quote at i ends the string that begins at start, by
// what follows it. Where that cannot be, end is where the string ends in truth, or -1
// where the quote belongs to it. In an object its name stands at name.
func (t Text) EndsHere(start, i int, inObject bool, name int) (end int, ok bool) {
	next := t.Past(i + 1)
	if t.NameAhead(i) > 0 { // the quote begins a name: one was lost before it
		if before := t.beforeName(start, i); before > start {
			return before, false
		}
	}
	if next >= len(t) {
		return i, true
	}
	switch c := t[next]; c {
	case '}', ']':
		return -1, !t.GoesOn(i, t.pastClosers(next))
	case ',':
		after := t.Past(next + 1)
		return -1, after >= len(t) || !inObject || t.NameAhead(after) > 0 || t.isBare(name) && t.BareNameAhead(after) ||
			!IsWordByte(t[after]) && !t.GoesOn(i, after)
	case '"':
		return -1, t.NameAhead(next) > 0 || next == i+1
	}
	if IsSign(t[next:]) {
		return i, true
	}
	return -1, bytes.IndexByte(t[i:next], '\n') >= 0 || t.NameAhead(next) > 0 || !t.GoesOn(i, next) && !IsWordByte(t[next])
}

// Ends does what EndsHere does for a string in which so many quotes stand that belong to it: of
// two quotes at its end the first one closes what was opened inside.
func (t Text) Ends(start, i, inside int, inObject bool, name int) (end int, ok bool) {
	if inside%2 == 1 && i+1 < len(t) && t[i+1] == '"' {
		if _, next := t.EndsHere(start, i+1, inObject, name); next {
			return -1, false
		}
	}
	return t.EndsHere(start, i, inObject, name)
}

// OpensInside reports whether the second of the two quotes at i, which begin a value, belongs
// to it, as the next one does not end it.
func (t Text) OpensInside(i int, inObject bool, name int) bool {
	const longest = 4 << 10
	start := i + 2
	n := bytes.IndexAny(t[start:min(start+longest, len(t))], "\"\\\n")
	if n < 0 || t[start+n] != '"' || t.NameAhead(i+1) > 0 {
		return false
	}
	end, ends := t.EndsHere(start, start+n, inObject, name)
	return !ends && end < 0
}

// Embedded returns where the quote stands that ends the string at start, if that is JSON
// whose quotes were not escaped: an object or array that ends right before a quote behind
// which a value may end. It is 0 for any other string. It looks at no byte from looked on.
func (t Text) Embedded(start int) (end, looked int) {
	const longest = 64 << 10
	if start >= len(t) || t[start] != '{' && t[start] != '[' {
		return 0, start
	}
	first := chars.SkipSpace(t, start+1)
	for first < len(t) && (t[first] == '{' || t[first] == '[') {
		first = chars.SkipSpace(t, first+1)
	}
	if first >= len(t) || t[first] != '"' || t[start] == '{' && t.NameAhead(chars.SkipSpace(t, start+1)) == 0 {
		return 0, first
	}
	depth, quoted := 0, false
	i, most := start, min(start+longest, len(t))
	for ; i < most; i++ {
		switch c := t[i]; {
		case c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth > 0 {
				continue
			}
			next := chars.SkipSpace(t, i+2)
			if i+1 < len(t) && t[i+1] == '"' && next < len(t) && bytes.IndexByte([]byte(",}]"), t[next]) >= 0 {
				return i + 1, i + 2
			}
			return 0, i + 2
		}
	}
	return 0, i
}

// GoesOn reports whether what stands between the quote at i and the next one on its line
// belongs to the same string: the next one ends a value, and from next on stands what
// could not be if the first one did.
func (t Text) GoesOn(i, next int) bool {
	const longest = 4 << 10
	if next >= len(t) || t.NameAhead(next) > 0 || strings.IndexByte(",{[", t[next]) >= 0 && next > i+1 {
		return false
	}
	rest := t[i+1 : min(i+1+longest, len(t))]
	n := bytes.IndexAny(rest, "\"\n")
	if n < 0 || rest[n] != '"' {
		return false
	}
	after := t.Past(i + 1 + n + 1)
	if after >= len(t) {
		return true
	}
	switch t[after] {
	case '}', ']':
		return true
	case ',':
		after = t.Past(after + 1)
		return after >= len(t) || t.NameAhead(after) > 0 || t[after] == '"' || t[after] == '{'
	}
	return false
}

// pastClosers passes over closing brackets.
func (t Text) pastClosers(i int) int {
	for i < len(t) && (t[i] == '}' || t[i] == ']') {
		i = t.Past(i + 1)
	}
	return i
}

// beforeName returns where a string that begins at start ends whose closing quote was
// lost before the name at i: before the comma there, and the brackets around that; start
// where there is no comma.
func (t Text) beforeName(start, i int) int {
	end := TrimmedEnd(t, start, i)
	for end > start && (t[end-1] == '{' || t[end-1] == '[') {
		end = TrimmedEnd(t, start, end-1)
	}
	if end <= start || t[end-1] != ',' {
		return start
	}
	for end = TrimmedEnd(t, start, end-1); end > start && (t[end-1] == '}' || t[end-1] == ']'); {
		end = TrimmedEnd(t, start, end-1)
	}
	return end
}

// Closing returns where the value in brackets or quotes at i ends, 0 if it does not or
// its brackets do not match.
func (t Text) Closing(i int, alive func(i int) bool) int {
	var open []byte
	quoted := false
	for ; i < len(t) && alive(i); i++ {
		switch b := t[i]; {
		case b == '\\':
			i++
		case b == '"':
			quoted = !quoted
		case b == '\n' && quoted && len(open) == 0:
			return 0
		case b == '\n':
			quoted = false // a quote is missing
		case quoted:
		case b == '{' || b == '[':
			open = append(open, b+2)
		case (b == '}' || b == ']') && (len(open) == 0 || open[len(open)-1] != b):
			return 0
		case b == '}' || b == ']':
			open = open[:len(open)-1]
		}
		if len(open) == 0 && !quoted {
			return i + 1
		}
	}
	return 0
}

// Past passes over blanks, and over what is read as such.
func (t Text) Past(i int) int {
	for i = chars.SkipSpace(t, i); i < len(t); i = chars.SkipSpace(t, i) {
		r, n := utf8.DecodeRune(t[i:])
		if !OddSpace(r) {
			break
		}
		i += n
	}
	return i
}

// TrimmedEnd returns where the text before end goes without its blanks.
func TrimmedEnd(text []byte, start, end int) int {
	for end > start && chars.IsSpace(text[end-1]) {
		end--
	}
	return end
}

// BrokenOff reports whether the string that begins at start ends before the line end
// at i, as a name follows that, at next: its closing quote was lost.
func (t Text) BrokenOff(start, i, next int) (end int, ok bool) {
	if next >= len(t) {
		return 0, false
	}
	if c := t[next]; t.NameAhead(next) == 0 && c != '}' && c != ']' {
		return 0, false
	}
	end = TrimmedEnd(t, start, i)
	if end > start && t[end-1] == ',' {
		end--
	}
	return end, true
}

// cutMarks are what programs write where they left something out, in lower case.
var cutMarks = [...]string{
	"...", "…", "~~", "[truncated", "<truncated", "(truncated", "[omitted", "<omitted", "(omitted", "[cut", "<cut",
	"[...", "(...", "<...", "[…", "(…", "[snip", "<snip", "[log truncated", "(省略", "[省略", "（省略", "[内容", "--more--",
	"-- truncated", "... ", "[body truncated", "(已截断", "[已截断", "（已截断",
}

// IsCutMark reports whether b begins with one.
func IsCutMark(b []byte) bool {
	if len(b) == 0 || strings.IndexByte(".~[<(-\xe2\xef", b[0]) < 0 {
		return false
	}
	const longest = 24
	head := bytes.ToLower(b[:min(longest, len(b))])
	for _, mark := range cutMarks {
		if bytes.HasPrefix(head, []byte(mark)) {
			return true
		}
	}
	return false
}

// CutAt reports whether a mark of something left out stands at i in the place of a value,
// and the text does not go on behind it.
func (t Text) CutAt(i int) bool {
	if !IsCutMark(t[i:]) {
		return false
	}
	n := bytes.IndexByte(t[i:], '\n')
	if n < 0 {
		return true
	}
	next := chars.SkipSpace(t, i+n)
	return next >= len(t) || strings.IndexByte(`"}],`, t[next]) < 0
}

// ClosingQuote returns the quote that ends what r begins, 0 if r begins none.
func ClosingQuote(r rune) rune {
	switch r {
	case '\'':
		return '\''
	case '“', '”', '„', '＂', '«', '»':
		return '”'
	case '`':
		return '`'
	case '‘', '’':
		return '’'
	}
	return 0
}

// IsWordByte reports whether c may stand in a word without quotes.
func IsWordByte(c byte) bool {
	return c == '_' || c == '$' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' ||
		c >= utf8.RuneSelf
}

// ScanNumber returns where the number at i ends and whether it is written as
// JSON demands.
func ScanNumber(b []byte, i int) (end int, ok bool) {
	digits := func() bool {
		from := i
		for i < len(b) && b[i] >= '0' && b[i] <= '9' {
			i++
		}
		return i > from
	}
	if i < len(b) && b[i] == '-' {
		i++
	}
	whole := i
	if !digits() || b[whole] == '0' && i > whole+1 {
		return i, false
	}
	if i < len(b) && b[i] == '.' {
		if i++; !digits() {
			return i, false
		}
	}
	if i < len(b) && (b[i] == 'e' || b[i] == 'E') {
		if i++; i < len(b) && (b[i] == '+' || b[i] == '-') {
			i++
		}
		if !digits() {
			return i, false
		}
	}
	return i, true
}

// Spares returns how many more closing brackets of each kind there are from start on
// than opening ones, strings aside: braces first.
func (t Text) Spares(start int, alive func(i int) bool) (spares [2]int) {
	quoted := false
	for i := start; i < len(t) && alive(i); i++ {
		switch b := t[i]; {
		case b == '\\':
			i++
		case b == '"':
			quoted = !quoted
		case b == '\n':
			quoted = false // a quote is missing
		case quoted:
		case b == '{' || b == '[':
			spares[chars.One(b == '[')]--
		case b == '}' || b == ']':
			spares[chars.One(b == ']')]++
		}
	}
	return spares
}

// CutHalf reports whether the text ends within the second half of a pair, which
// would begin at i.
func (t Text) CutHalf(i int, first rune) bool {
	rest := t[i:]
	return first < 0xDC00 && len(rest) < 6 &&
		(len(rest) < 2 && bytes.HasPrefix([]byte(`\u`), rest) || bytes.HasPrefix(rest, []byte(`\u`)) && t.CutHex(i+2))
}

// CutHex reports whether the text ends within the four digits at i.
func (t Text) CutHex(i int) bool {
	if i+4 <= len(t) {
		return false
	}
	for ; i < len(t); i++ {
		if chars.Unhex(t[i]) < 0 {
			return false
		}
	}
	return true
}

// Visible returns the bounds of a name without the characters around it that cannot
// be seen.
func Visible(name []byte) (from, to int) {
	unseen := func(r rune) bool { return r == 0xFEFF || r >= 0x200B && r <= 0x200F || r == 0x2060 }
	rest := bytes.TrimLeftFunc(name, unseen)
	from = len(name) - len(rest)
	return from, from + len(bytes.TrimRightFunc(rest, unseen))
}

// Plain marks the ASCII that stands for itself in a JSON string.
var Plain = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= 0x20 && c < utf8.RuneSelf && c != '"' && c != '\\'
	}
	return t
}()

// Word reports whether w stands at i, whole.
func (t Text) Word(i int, w string) bool {
	end := i + len(w)
	return end <= len(t) && string(t[i:end]) == w && (end == len(t) || !IsWordByte(t[end]))
}

// IsSign reports whether b begins with a sign of Chinese text that people write for a
// comma or a colon.
func IsSign(b []byte) bool {
	return bytes.HasPrefix(b, []byte("，")) || bytes.HasPrefix(b, []byte("：")) || bytes.HasPrefix(b, []byte("；"))
}

// WordCut returns the word of JSON that the end of b cut, "" if it cut none.
func WordCut(b []byte) string {
	for _, word := range [...]string{"true", "false", "null"} {
		if len(b) < len("false") && len(b) <= len(word) && word[:len(b)] == string(b) {
			return word
		}
	}
	return ""
}

// SoundEscape returns the length of the escape at i, 0 if it is none or half of
// one.
func (t Text) SoundEscape(i int) int {
	if t[i] != '\\' || i+1 >= len(t) {
		return 0
	}
	switch t[i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2
	case 'u':
		if r, ok := chars.Hex4(t[i+2:]); ok && !utf16.IsSurrogate(r) {
			return 6
		} else if _, ok := chars.LowHalf(t[i:], r); ok {
			return 12
		}
	}
	return 0
}

// WordEnd returns where the number, true, false or null at i ends, -1 if it is none of
// these.
func (t Text) WordEnd(i int) int {
	end := i
	for end < len(t) && (IsWordByte(t[end]) || t[end] == '-' || t[end] == '+' || t[end] == '.') {
		end++
	}
	switch word := t[i:end]; string(word) {
	case "true", "false", "null":
	default:
		if e, ok := ScanNumber(t, i); !ok || e != end {
			return -1
		}
	}
	return end
}
