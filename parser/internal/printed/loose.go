package printed

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// Many languages print structures alike: brackets, perhaps with the name of a type before
// them, in them values, perhaps with names. What stands between a name and its value, the
// first pair tells; a value without quotes goes on to the next name or to the bracket.

// separators are what may stand between a name and its value, the longer ones first.
var separators = [...]string{"=>", "->", "=", ":"}

// LooseBegins reports whether a structure begins with the bracket at i that is no JSON:
// a name and a sign for what it stands for follow.
func LooseBegins(t []byte, i int) bool {
	l := loose{reader: reader{text: t[:min(i+lookAhead, len(t))]}}
	if chars.IsLetter(t[i]) { // the name of a type
		at := l.typed(i)
		return at > 0 && t[at-1] != ' ' && !chars.IsLetter(t[at]) && LooseBegins(t, at)
	}
	switch c := t[i]; {
	case c == '(' && i > 0 && chars.IsLetter(t[i-1]), c == '[':
	case c == '{' && i > 0 && bytes.IndexByte([]byte("%#@)}"), t[i-1]) >= 0:
	case c == '{':
		if next := l.blank(i + 1); next < len(l.text) && l.text[next] == '"' || bytes.HasPrefix(l.text[min(next, len(l.text)):], []byte("'")) {
			_, _, value := l.nameAt(next)
			return value > 0 && (l.between != ":" || l.typed(l.blank(value)) > 0)
		}
	default:
		return false
	}
	_, to, value := l.nameAt(l.blank(i + 1))
	return value > 0 && to > 0 && (t[i] != '{' || l.between != ":" || l.typed(l.blank(value)) > 0 || i > 0 && t[i-1] != ' ')
}

// Loose reads the structure whose bracket stands at i. Odd counts what JSON does not have.
func Loose(text []byte, i int, pulse func()) (s Structure, odd int) {
	l := &loose{reader: newReader(text, i, pulse, &s.Builder)}
	l.value()
	if s.End, s.Whole = l.i, !l.broken; s.Whole {
		if st := styleAt(text, i); st != nil {
			s.Kind = st.kind
		}
	}
	return s, l.odd
}

type loose struct {
	reader
	between string // a name and its value, "" as long as none was seen
	odd     int
}

func (l *loose) blank(i int) int { return blanks(l.text, i) }

// typed returns where the value begins before which the name of a type stands at i, 0 if
// none does: Job{, array:2 [, []main.Job{, Some(, (string) (len=4) ", @{.
func (l *loose) typed(i int) int {
	t, at := l.text, i
	for at < len(t) && bytes.IndexByte([]byte("&*%#@"), t[at]) >= 0 {
		at++
	}
	for at < len(t) && t[at] == '(' {
		end := at + 1
		for end < len(t) && end-at < longestName && (isName(t[end]) || bytes.IndexByte([]byte("*[]= {}"), t[end]) >= 0) {
			end++
		}
		if end+1 >= len(t) || t[end] != ')' || t[end+1] != ' ' {
			break
		}
		at = end + 2
	}
	start := at
	for at < len(t) && at-start < longestName && (isName(t[at]) || bytes.IndexByte([]byte(`[]*@:#\`), t[at]) >= 0) {
		if t[at] == '[' && (at+1 >= len(t) || t[at+1] != ']' && !bytes.HasPrefix(t[start:at], []byte("map"))) {
			break
		}
		at++
	}
	for _, kind := range [...]string{"struct {", "interface {"} { // of Go, in which the fields or nothing stand
		if n := at - len(kind) + 2; n >= start && bytes.HasPrefix(t[n:], []byte(kind)) {
			if end := bytes.IndexByte(t[n:min(n+lookAhead, len(t))], '}'); end > 0 {
				at = n + end + 1
			}
		}
	}
	if end := at + 1; at < len(t) && t[at] == '(' && at > start { // a size: Array(2) [
		for end < len(t) && t[end] >= '0' && t[end] <= '9' {
			end++
		}
		if bytes.HasPrefix(t[end:], []byte(") ")) {
			at = end + 1
		}
	}
	if at < len(t) && t[at] == ' ' && at > start {
		at++
	}
	switch {
	case at == i || at >= len(t):
	case bytes.IndexByte([]byte("{[("), t[at]) >= 0, start == at && bytes.IndexByte([]byte(`"'`), t[at]) >= 0:
		if first := t[start:at]; len(first) == 0 || first[0] < '0' || first[0] > '9' {
			return at
		}
	case t[at] == '"' && at-start == 1 || t[at] == '\'' && at-start == 1: // u'…'
		return at
	}
	return 0
}

// value reads what stands at l.i.
func (l *loose) value() {
	l.i = l.blank(l.i)
	if !l.alive() {
		l.out.Put("null", l.i, l.i)
		return
	}
	if at := l.typed(l.i); at > 0 {
		l.odd++
		l.i = at
	}
	switch c := l.text[l.i]; {
	case bytes.HasPrefix(l.text[l.i:], []byte(`<<"`)):
		l.odd++
		l.i += 2
		l.strings()
		if n := bytes.Index(l.text[l.i:min(l.i+16, len(l.text))], []byte(">>")); n >= 0 {
			l.i += n + 2
		}
	case l.leftOut():
	case c == '{' || c == '[':
		l.container(c + 2)
	case c == '(':
		l.odd++
		l.container(')')
	case c == '"' || c == '\'' || c == '`':
		l.strings()
	default:
		l.bare()
	}
}

// leftOut writes what a printer has in place of what it does not show, as a string.
func (l *loose) leftOut() bool {
	for _, mark := range [...]string{"[Object", "[Array", "[Circular", "[Function", "{...}", "[...]", "{…}", "[…]"} {
		if !bytes.HasPrefix(l.text[l.i:], []byte(mark)) {
			continue
		}
		n := len(mark)
		if mark[0] == '[' && mark[1] != '.' {
			n = bytes.IndexAny(l.text[l.i+1:min(l.i+longestName, len(l.text))], "]{}[\"'\n") + 2
		}
		if n < 2 || l.text[l.i+n-1] != ']' && l.text[l.i+n-1] != '}' || n > len(mark) && l.text[l.i+n-1] != ']' {
			return false
		}
		l.write(l.i, l.i+n)
		l.i += n
		return true
	}
	return false
}

// container reads what stands in brackets.
func (l *loose) container(closer byte) {
	if l.depth++; l.depth > deepest {
		l.broken = true
		return
	}
	open, outer := l.i, l.between
	l.i, l.between = l.blank(l.i+1), ""
	_, _, named := l.nameAt(l.i)
	pairs := named == 0 && l.pairAt(l.i)
	brackets := "[]"
	numbered := named > 0 && l.numberAt(l.i) > 0
	switch {
	case numbered:
	case named > 0 || pairs:
		l.odd += chars.One(closer != '}')
		brackets = "{}"
	case l.at(closer) && closer == '}':
		brackets = "{}"
	}
	l.out.Put(brackets[:1], open, l.i)
	for first := true; l.alive() && !l.at(closer); first = false {
		if !first {
			l.out.Put(",", l.i, l.i)
		}
		before := l.i
		switch {
		case pairs:
			l.pair()
		case numbered:
			if at := l.numberAt(l.i); at > 0 {
				l.i = at
			}
			l.value()
		case named > 0:
			l.name()
			l.named()
		default:
			l.value()
		}
		if l.i = l.blank(l.i); l.i < len(l.text) && (l.text[l.i] == ',' || l.text[l.i] == ';') {
			l.i = l.blank(l.i + 1)
		}
		l.broken = l.broken || l.i == before
	}
	l.out.Put(brackets[1:], l.i, min(l.i+1, len(l.text)))
	l.i, l.between = min(l.i+1, len(l.text)), outer
	l.depth--
}

// numberAt returns where the value begins whose number in a list stands at i, 0 if none
// does: 0 => x.
func (l *loose) numberAt(i int) int {
	from, to, value := l.nameAt(i)
	if value == 0 || !isNumber(l.text[from:to]) {
		return 0
	}
	return value
}

// pairAt reports whether a name and a value stand at i in brackets of their own.
func (l *loose) pairAt(i int) bool {
	if i >= len(l.text) || l.text[i] != '(' && l.text[i] != '{' {
		return false
	}
	at := l.blank(i + 1)
	if bytes.HasPrefix(l.text[at:], []byte("<<")) {
		at += 2
	}
	end := quotedEnd(l.text, at)
	return end > 0 && end < len(l.text) && bytes.IndexByte([]byte(",>/"), l.text[end]) >= 0
}

// pair reads ('name', value).
func (l *loose) pair() {
	if !l.pairAt(l.i) {
		l.broken = true
		return
	}
	l.odd++
	closer := byte(')')
	if l.at('{') {
		closer = '}'
	}
	l.i++
	l.value()
	l.out.Put(":", l.i, l.i)
	if l.i = l.blank(l.i); l.at(',') {
		l.i++
	}
	l.value()
	if l.i = l.blank(l.i); l.at(closer) {
		l.i++
	} else {
		l.broken = true
	}
}

// nameAt returns the name of the item at i and where its value begins, which is 0 where
// no name is there.
func (l *loose) nameAt(i int) (from, to, value int) {
	t := l.text
	if i >= len(t) {
		return i, i, 0
	}
	behind := ""
	for _, around := range [...][2]string{
		{`["`, "]"}, {`['`, "]"}, {`<<"`, ">>"}, {`@"`, ""}, {`:"`, ""}, {`u'`, ""}, {`u"`, ""}, {`b'`, ""},
	} {
		if bytes.HasPrefix(t[i:], []byte(around[0])) {
			i, behind = i+len(around[0])-1, around[1]
			break
		}
	}
	symbol := t[i] == ':' && i+1 < len(t) && t[i+1] != ':'
	i += chars.One(symbol)
	if end := quotedEnd(t, i); end > 0 {
		from, to, i = i+1, end-1, end
	} else {
		from, to = i, l.wordEnd(i)
		i = to
	}
	if to == from || !bytes.HasPrefix(t[min(i, len(t)):], []byte(behind)) {
		return from, to, 0
	}
	i += len(behind)
	at := i
	for at < len(t) && (t[at] == ' ' || t[at] == '\t') {
		at++
	}
	for _, s := range separators {
		if bytes.HasPrefix(t[min(at, len(t)):], []byte(s)) && (l.between == "" || l.between == s) {
			if s == ":" && bytes.HasPrefix(t[at:], []byte("://")) || s == "=" && bytes.HasPrefix(t[at:], []byte("==")) {
				continue
			}
			l.between = s
			return from, to, at + len(s)
		}
	}
	if symbol && at > i && (l.between == "" || l.between == " ") { // {:name value}
		l.between = " "
		return from, to, at
	}
	return from, to, 0
}

// wordEnd returns where the bare name at i ends.
func (l *loose) wordEnd(i int) int {
	end := i
	for end < len(l.text) && l.text[end] >= '0' && l.text[end] <= '9' {
		end++
	}
	if end > i {
		if next := l.blank(end); bytes.HasPrefix(l.text[next:], []byte("=>")) || l.between == "=>" || l.text[i-1] == '[' {
			return end
		}
		return i
	}
	end = nameEnd(l.text, i)
	for end > i && end < len(l.text) && (l.text[end-1] == '-' && l.text[end] == '>') {
		end--
	}
	return end
}

// name writes the name at l.i.
func (l *loose) name() {
	from, to, value := l.nameAt(l.i)
	if value == 0 {
		l.broken = true
		return
	}
	l.odd += chars.One(l.between != ":")
	l.out.Put(`"`, from, from)
	l.escaped(from, to)
	l.out.Put(`":`, to, value)
	l.i = value
}

// named reads what stands behind a name: nothing where the next name follows on a line of
// its own.
func (l *loose) named() {
	at := l.i
	for at < len(l.text) && (l.text[at] == ' ' || l.text[at] == '\t' || l.text[at] == '\r') {
		at++
	}
	if at < len(l.text) && l.text[at] == '\n' && l.between != ":" {
		if _, _, value := l.nameAt(l.blank(at)); value > 0 {
			l.out.Put(`""`, l.i, at)
			l.i = at
			return
		}
	}
	l.value()
}

// strings reads the string whose quote stands at l.i, and those behind it that are one
// with it.
func (l *loose) strings() {
	l.out.Put(`"`, l.i, l.i)
	for {
		l.quoted(l.text[l.i])
		next := l.blank(l.i)
		if next < len(l.text) && l.text[next] == '+' {
			next = l.blank(next + 1)
		} else if l.between == " " || bytes.IndexByte(l.text[l.i:next], '\n') < 0 {
			break
		}
		if next >= len(l.text) || l.text[next] != '"' && l.text[next] != '\'' {
			break
		}
		if l.between != "" { // a name may come next where no comma is written
			if _, _, value := l.nameAt(next); value > 0 {
				break
			}
		}
		l.odd++
		l.i = next
	}
	l.out.Put(`"`, l.i, l.i)
}

func (l *loose) quoted(quote byte) {
	l.inside(quote)
	l.i = min(l.i+1, len(l.text))
}

// bare reads a value without quotes.
func (l *loose) bare() {
	start := l.i
	for depth := 0; l.alive() && (depth > 0 || !l.ends(start)); l.i++ {
		switch l.text[l.i] {
		case '{', '[', '(', '<':
			depth++
		case '}', ']', ')', '>':
			depth = max(depth-1, 0)
		}
	}
	own := bytes.TrimSpace(l.text[start:l.i])
	l.odd += chars.One(bytes.IndexByte(own, ' ') > 0)
	if l.between == ":" && bytes.IndexByte(own, '"') >= 0 { // a quote was lost
		l.broken = true
	}
	l.write(start, l.i)
}

// ends reports whether a bare value ends at l.i.
func (l *loose) ends(start int) bool {
	switch c := l.text[l.i]; c {
	case '}', ']', ')':
		return true
	case ',', ';', '\n':
		next := l.blank(l.i + 1)
		if next >= len(l.text) || bytes.IndexByte([]byte("}])"), l.text[next]) >= 0 {
			return true
		}
		if _, _, value := l.nameAt(next); value > 0 {
			return true
		}
		return c != '\n' && (bytes.IndexByte([]byte("{["), l.text[next]) >= 0 || l.typed(next) > 0 || l.between == "")
	case ' ':
		return l.between == " " && l.i > start
	}
	return false
}

// write writes a bare value: as a number or a word if JSON has it, else as a string.
func (l *loose) write(from, to int) { writeBare(l.out, l.text, from, to) }
