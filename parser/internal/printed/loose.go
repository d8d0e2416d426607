package printed

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/scribe"
)

// Many languages print structures alike: brackets, perhaps with the name of a type before
// them, in them values, perhaps with names. What stands between a name and its value, the
// first pair tells; a value without quotes goes on to the next name or to the bracket.

// separators are what may stand between a name and its value, the longer ones first.
var separators = [...]string{"=>", "->", "=", ":"}

// LooseBegins reports whether a structure begins with the bracket at i that is no JSON:
// a name and a sign for what it stands for follow.
func LooseBegins(t []byte, i int) bool {
	l := loose{Reader: scribe.Reader{Text: t[:min(i+scribe.LookAhead, len(t))]}}
	if chars.IsLetter(t[i]) { // the name of a type
		at := l.typed(i)
		return at > 0 && t[at-1] != ' ' && !chars.IsLetter(t[at]) && LooseBegins(t, at)
	}
	i += l.double(i)
	switch c := t[i]; {
	case c == '(' && i > 0 && chars.IsLetter(t[i-1]), c == '[':
	case c == '{' && i > 0 && bytes.IndexByte([]byte("%#@)}"), t[i-1]) >= 0:
	case c == '{':
		if next := l.blank(i + 1); next < len(l.Text) && l.Text[next] == '"' || bytes.HasPrefix(l.Text[min(next, len(l.Text)):], []byte("'")) {
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
	l := &loose{Reader: scribe.NewReader(text, i, pulse, &s.Builder)}
	l.value()
	if s.End, s.Whole = l.I, !l.Broken; s.Whole {
		if st := styleAt(text, i); st != nil {
			s.Kind = st.kind
		}
	}
	return s, l.odd
}

type loose struct {
	scribe.Reader
	between string // a name and its value, "" as long as none was seen
	odd     int
}

// double is 1 where the bracket at i stands twice behind the name of a type, as Java prints a
// document of MongoDB: Document{{a=1}}.
func (l *loose) double(i int) int {
	return chars.One(i > 0 && i+1 < len(l.Text) && l.Text[i] == '{' && l.Text[i+1] == '{' && chars.IsLetter(l.Text[i-1]))
}

func (l *loose) blank(i int) int { return scribe.Blanks(l.Text, i) }

// typed returns where the value begins before which the name of a type stands at i, 0 if
// none does: Job{, array:2 [, []main.Job{, Some(, (string) (len=4) ", @{.
func (l *loose) typed(i int) int {
	t, at := l.Text, i
	for at < len(t) && bytes.IndexByte([]byte("&*%#@"), t[at]) >= 0 {
		at++
	}
	for at < len(t) && t[at] == '(' {
		end := at + 1
		for end < len(t) && end-at < scribe.LongestName && (scribe.IsName(t[end]) || bytes.IndexByte([]byte("*[]= {}"), t[end]) >= 0) {
			end++
		}
		if end+1 >= len(t) || t[end] != ')' || t[end+1] != ' ' {
			break
		}
		at = end + 2
	}
	start := at
	for at < len(t) && at-start < scribe.LongestName && (scribe.IsName(t[at]) || bytes.IndexByte([]byte(`[]*@:#\`), t[at]) >= 0) {
		if t[at] == '[' && (at+1 >= len(t) || t[at+1] != ']' && !bytes.HasPrefix(t[start:at], []byte("map"))) {
			break
		}
		at++
	}
	for _, kind := range [...]string{"struct {", "interface {"} { // of Go, in which the fields or nothing stand
		if n := at - len(kind) + 2; n >= start && bytes.HasPrefix(t[n:], []byte(kind)) {
			if end := bytes.IndexByte(t[n:min(n+scribe.LookAhead, len(t))], '}'); end > 0 {
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

// value reads what stands at l.I.
func (l *loose) value() {
	l.I = l.blank(l.I)
	if !l.Alive() {
		l.Out.Put("null", l.I, l.I)
		return
	}
	if at := l.typed(l.I); at > 0 {
		l.odd++
		l.I = at
	}
	switch c := l.Text[l.I]; {
	case bytes.HasPrefix(l.Text[l.I:], []byte(`<<"`)):
		l.odd++
		l.I += 2
		l.strings()
		if n := bytes.Index(l.Text[l.I:min(l.I+16, len(l.Text))], []byte(">>")); n >= 0 {
			l.I += n + 2
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
		if !bytes.HasPrefix(l.Text[l.I:], []byte(mark)) {
			continue
		}
		n := len(mark)
		if mark[0] == '[' && mark[1] != '.' {
			n = bytes.IndexAny(l.Text[l.I+1:min(l.I+scribe.LongestName, len(l.Text))], "]{}[\"'\n") + 2
		}
		if n < 2 || l.Text[l.I+n-1] != ']' && l.Text[l.I+n-1] != '}' || n > len(mark) && l.Text[l.I+n-1] != ']' {
			return false
		}
		l.write(l.I, l.I+n)
		l.I += n
		return true
	}
	return false
}

// container reads what stands in brackets.
func (l *loose) container(closer byte) {
	if l.Depth++; l.Depth > scribe.Deepest {
		l.Broken = true
		return
	}
	open, outer, double := l.I, l.between, l.double(l.I)
	l.I, l.between = l.blank(l.I+1+double), ""
	_, _, named := l.nameAt(l.I)
	pairs := named == 0 && l.pairAt(l.I)
	brackets := "[]"
	numbered := named > 0 && l.numberAt(l.I) > 0
	switch {
	case numbered:
	case named > 0 || pairs:
		l.odd += chars.One(closer != '}')
		brackets = "{}"
	case l.At(closer) && closer == '}':
		brackets = "{}"
	}
	l.Out.Put(brackets[:1], open, l.I)
	for first := true; l.Alive() && !l.At(closer); first = false {
		if !first {
			l.Out.Put(",", l.I, l.I)
		}
		before := l.I
		switch {
		case pairs:
			l.pair()
		case numbered:
			if at := l.numberAt(l.I); at > 0 {
				l.I = at
			}
			l.value()
		case named > 0:
			l.name()
			l.named()
		default:
			l.value()
		}
		if l.I = l.blank(l.I); l.I < len(l.Text) && (l.Text[l.I] == ',' || l.Text[l.I] == ';') {
			l.I = l.blank(l.I + 1)
		}
		l.Broken = l.Broken || l.I == before
	}
	l.Out.Put(brackets[1:], l.I, min(l.I+1, len(l.Text)))
	l.I, l.between = min(l.I+1+double, len(l.Text)), outer
	l.Depth--
}

// numberAt returns where the value begins whose number in a list stands at i, 0 if none
// does: 0 => x.
func (l *loose) numberAt(i int) int {
	from, to, value := l.nameAt(i)
	if value == 0 || !scribe.IsNumber(l.Text[from:to]) {
		return 0
	}
	return value
}

// pairAt reports whether a name and a value stand at i in brackets of their own.
func (l *loose) pairAt(i int) bool {
	if i >= len(l.Text) || l.Text[i] != '(' && l.Text[i] != '{' {
		return false
	}
	at := l.blank(i + 1)
	if bytes.HasPrefix(l.Text[at:], []byte("<<")) {
		at += 2
	}
	end := scribe.QuotedEnd(l.Text, at)
	return end > 0 && end < len(l.Text) && bytes.IndexByte([]byte(",>/"), l.Text[end]) >= 0
}

// pair reads ('name', value).
func (l *loose) pair() {
	if !l.pairAt(l.I) {
		l.Broken = true
		return
	}
	l.odd++
	closer := byte(')')
	if l.At('{') {
		closer = '}'
	}
	l.I++
	l.value()
	l.Out.Put(":", l.I, l.I)
	if l.I = l.blank(l.I); l.At(',') {
		l.I++
	}
	l.value()
	if l.I = l.blank(l.I); l.At(closer) {
		l.I++
	} else {
		l.Broken = true
	}
}

// nameAt returns the name of the item at i and where its value begins, which is 0 where
// no name is there.
func (l *loose) nameAt(i int) (from, to, value int) {
	t := l.Text
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
	if end := scribe.QuotedEnd(t, i); end > 0 {
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
	for end < len(l.Text) && l.Text[end] >= '0' && l.Text[end] <= '9' {
		end++
	}
	if end > i {
		if next := l.blank(end); bytes.HasPrefix(l.Text[next:], []byte("=>")) || l.between == "=>" || l.Text[i-1] == '[' {
			return end
		}
		return i
	}
	end = scribe.NameEnd(l.Text, i)
	for end > i && end < len(l.Text) && (l.Text[end-1] == '-' && l.Text[end] == '>') {
		end--
	}
	return end
}

// name writes the name at l.I.
func (l *loose) name() {
	from, to, value := l.nameAt(l.I)
	if value == 0 {
		l.Broken = true
		return
	}
	l.odd += chars.One(l.between != ":")
	l.Out.Put(`"`, from, from)
	l.Escaped(from, to)
	l.Out.Put(`":`, to, value)
	l.I = value
}

// named reads what stands behind a name: nothing where the next name follows on a line of
// its own.
func (l *loose) named() {
	at := l.I
	for at < len(l.Text) && (l.Text[at] == ' ' || l.Text[at] == '\t' || l.Text[at] == '\r') {
		at++
	}
	if at < len(l.Text) && l.Text[at] == '\n' && l.between != ":" {
		if _, _, value := l.nameAt(l.blank(at)); value > 0 {
			l.Out.Put(`""`, l.I, at)
			l.I = at
			return
		}
	}
	l.value()
}

// strings reads the string whose quote stands at l.I, and those behind it that are one
// with it.
func (l *loose) strings() {
	l.Out.Put(`"`, l.I, l.I)
	for {
		l.quoted(l.Text[l.I])
		next := l.blank(l.I)
		if next < len(l.Text) && l.Text[next] == '+' {
			next = l.blank(next + 1)
		} else if l.between == " " || bytes.IndexByte(l.Text[l.I:next], '\n') < 0 {
			break
		}
		if next >= len(l.Text) || l.Text[next] != '"' && l.Text[next] != '\'' {
			break
		}
		if l.between != "" { // a name may come next where no comma is written
			if _, _, value := l.nameAt(next); value > 0 {
				break
			}
		}
		l.odd++
		l.I = next
	}
	l.Out.Put(`"`, l.I, l.I)
}

func (l *loose) quoted(quote byte) {
	l.Inside(quote)
	l.I = min(l.I+1, len(l.Text))
}

// bare reads a value without quotes.
func (l *loose) bare() {
	start := l.I
	for depth := 0; l.Alive() && (depth > 0 || !l.ends(start)); l.I++ {
		switch l.Text[l.I] {
		case '{', '[', '(', '<':
			depth++
		case '}', ']', ')', '>':
			depth = max(depth-1, 0)
		}
	}
	own := bytes.TrimSpace(l.Text[start:l.I])
	l.odd += chars.One(bytes.IndexByte(own, ' ') > 0)
	if l.between == ":" && bytes.IndexByte(own, '"') >= 0 { // a quote was lost
		l.Broken = true
	}
	l.write(start, l.I)
}

// ends reports whether a bare value ends at l.I.
func (l *loose) ends(start int) bool {
	switch c := l.Text[l.I]; c {
	case '}', ']', ')':
		return true
	case ',', ';', '\n':
		next := l.blank(l.I + 1)
		if next >= len(l.Text) || bytes.IndexByte([]byte("}])"), l.Text[next]) >= 0 {
			return true
		}
		if _, _, value := l.nameAt(next); value > 0 {
			return true
		}
		return c != '\n' && (bytes.IndexByte([]byte("{["), l.Text[next]) >= 0 || l.typed(next) > 0 || l.between == "")
	case ' ':
		return l.between == " " && l.I > start
	}
	return false
}

// write writes a bare value: as a number or a word if JSON has it, else as a string.
func (l *loose) write(from, to int) { scribe.WriteBare(l.Out, l.Text, from, to) }
