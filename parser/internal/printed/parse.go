package printed

import (
	"bytes"
	"strconv"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/scribe"
)

// parser reads one structure and writes it.
type parser struct {
	scribe.Reader
	style *style
	// plain tells that values stand as they are up to the end of their line, without
	// quotes and commas: print_r writes them so.
	plain bool
}

func (p *parser) skip() { p.I = scribe.Blanks(p.Text, p.I) }

// value reads what stands at p.I.
func (p *parser) value() {
	switch p.style.between {
	case ":":
	case "=>":
		if p.plain && p.line() {
			return
		}
		if p.absent() {
			p.Out.Put(`""`, p.I, p.I)
			return
		}
		p.skip()
	default:
		p.skip()
	}
	if !p.Alive() {
		p.Out.Put("null", p.I, p.I)
		return
	}
	if end := objectOfJSON(p.Text, p.I, p.Pulse); end > 0 && p.style.between != ":" {
		p.Out.Copy(p.Text, p.I, end)
		p.I = end
		return
	}
	if open := p.opener(); open >= 0 {
		p.container(open)
		return
	}
	if c := p.Text[p.I]; (c == '"' || c == '\'' || c == '`') && p.style.between != "=" {
		p.quoted(c)
		return
	}
	p.bare()
}

// absent reports whether no value stands at p.I, as the next item or the end of the
// container follows on a line of its own.
func (p *parser) absent() bool {
	i := p.I
	for i < len(p.Text) && (p.Text[i] == ' ' || p.Text[i] == '\t' || p.Text[i] == '\r') {
		i++
	}
	if i >= len(p.Text) || p.Text[i] != '\n' {
		return false
	}
	next := scribe.Blanks(p.Text, i)
	if next >= len(p.Text) || p.Text[next] == ')' || p.Text[next] == '}' {
		return true
	}
	_, _, value := p.nameAt(next)
	return value > 0
}

// opener returns where the bracket stands that opens the container at p.I, -1 if what
// is there is none.
func (p *parser) opener() int {
	t, i := p.Text, p.I
	if c := t[i]; c == '{' || c == '[' || c == '(' && p.style.between == "," {
		return i
	}
	switch p.style.between {
	case ",":
		if p.Has("OrderedDict(") {
			return i + len("OrderedDict")
		}
	case "=>":
		if at := phpOpener(t, i); at > 0 {
			return at
		}
	case "=":
		if n := scribe.NameEnd(t, i); n > i && n < len(t) && (t[n] == '(' || t[n] == '{' || t[n] == '[') && equalsBegins(t, i) {
			return n
		}
	case ":":
		if at := goOpener(t, i); at > 0 {
			return at
		}
	}
	return -1
}

// goOpener returns where the bracket stands of map[…], &{…}, []T{…} or pkg.T{…}.
func goOpener(t []byte, i int) int {
	at := i
	for at < len(t) && (t[at] == '&' || t[at] == '*') {
		at++
	}
	if bytes.HasPrefix(t[at:], []byte("map[")) {
		if n := bytes.IndexByte(t[at:min(at+scribe.LookAhead, len(t))], '{'); n > 0 && bytes.HasPrefix(t[at:], []byte("map[string]")) {
			return at + n
		}
		return at + len("map")
	}
	typed := at > i
	for bytes.HasPrefix(t[at:], []byte("[]")) {
		at, typed = at+2, true
	}
	if n := scribe.NameEnd(t, at); n > at && bytes.IndexByte(t[at:n], '.') > 0 || typed && n > at {
		at, typed = n, true
	}
	if typed && at < len(t) && t[at] == '{' {
		return at
	}
	return 0
}

// container reads what stands in the brackets of which the first is at open.
func (p *parser) container(open int) {
	if p.Depth++; p.Depth > scribe.Deepest {
		p.Broken = true
	}
	closer := p.Text[open] + 2
	if p.Text[open] == '(' {
		closer = ')'
	}
	start, outer := p.I, p.plain
	p.I = open + 1
	p.skip()
	p.plain = p.style.between == "=>" && p.Text[open] == '(' && p.At('[') && scribe.QuotedEnd(p.Text, p.I+1) == 0
	switch {
	case p.style.between == "," && p.Text[open] == '(':
		p.wrapped(closer) // OrderedDict([…])
	case p.style.between == ",":
		p.pairs(start, closer)
	case p.named() > 0 && !p.numbered():
		p.items("{", "}", closer, true)
	default:
		p.items("[", "]", closer, false)
	}
	p.plain = outer
	p.Depth--
}

// line reads the value that goes on to the end of its line, or to that of a later one where
// no item begins in the next. It returns false before a container.
func (p *parser) line() bool {
	start := p.I + chars.One(p.At(' '))
	if at := scribe.Blanks(p.Text, start); at < len(p.Text) && phpOpener(p.Text, at) > 0 {
		return false
	}
	end := start
	for p.I = start; p.Alive(); {
		n := bytes.IndexByte(p.Text[p.I:], '\n')
		if n < 0 {
			n = len(p.Text) - p.I
		}
		end = p.I + n
		next := scribe.Blanks(p.Text, end)
		if next >= len(p.Text) || p.Text[next] == ')' || p.Text[next] == '[' && p.lineEnds(end, '\n') {
			break
		}
		p.I = next
	}
	p.I = end
	if raw := p.Text[start:end]; scribe.IsNumber(raw) {
		p.Out.Copy(p.Text, start, end)
		return true
	} else if bytes.HasSuffix(raw, []byte("\r")) {
		end--
	}
	p.exactly(start, max(start, end))
	return true
}

// exactly writes what stands between two offsets as a string.
func (p *parser) exactly(from, to int) {
	p.Out.Put(`"`, from, from)
	for from < to {
		next := min(from+scribe.PulseEvery, to)
		p.Escaped(from, next)
		p.Pulse()
		from = next
	}
	p.Out.Put(`"`, to, to)
}

// wrapped reads the one value in brackets that are not written.
func (p *parser) wrapped(closer byte) {
	if p.At(closer) {
		p.Out.Put("{}", p.I, p.I+1)
	} else {
		p.value()
	}
	p.skip()
	if p.At(closer) {
		p.I++
	} else {
		p.Broken = true
	}
}

// pairs reads a list, of pairs of names and values if its items are such.
func (p *parser) pairs(start int, closer byte) {
	if !p.At('(') {
		named := closer == '}'
		brackets := [...]string{"[", "]"}
		if named {
			brackets = [...]string{"{", "}"}
		}
		p.items(brackets[0], brackets[1], closer, named)
		return
	}
	p.Out.Put("{", start, p.I)
	for first := true; p.Alive() && !p.At(closer); first = false {
		if !first {
			p.Out.Put(",", p.I, p.I)
		}
		if !p.At('(') {
			p.Broken = true
			break
		}
		p.I++
		p.skip()
		p.value()
		p.skip()
		p.Out.Put(":", p.I, p.I)
		if p.At(',') {
			p.I++
		}
		p.value()
		p.skip()
		if !p.At(')') {
			p.Broken = true
			break
		}
		p.I++
		p.comma()
	}
	p.close("}", closer)
}

// items reads items up to the closing bracket, with their names where they have some.
func (p *parser) items(open, end string, closer byte, named bool) {
	p.Out.Put(open, p.I, p.I)
	for first := true; p.Alive() && !p.At(closer); first = false {
		if !first {
			p.Out.Put(",", p.I, p.I)
		}
		before := p.I
		if named {
			p.name()
		} else if n := p.named(); n > 0 && p.style.between == "=>" {
			p.I = n // the number of an item
		}
		p.value()
		p.comma()
		if p.I == before {
			p.Broken = true
		}
	}
	p.close(end, closer)
}

func (p *parser) comma() {
	p.skip()
	if p.At(',') {
		p.I++
		p.skip()
	}
}

func (p *parser) close(end string, closer byte) {
	if p.At(closer) {
		p.Out.Put(end, p.I, p.I+1)
		p.I++
	} else {
		p.Out.Put(end, p.I, p.I)
	}
}

// named returns where the value of the item at p.I begins if that has a name, 0 else.
func (p *parser) named() int {
	_, _, value := p.nameAt(p.I)
	return value
}

// numbered reports whether the name of the item at p.I is the number 0.
func (p *parser) numbered() bool {
	from, to, _ := p.nameAt(p.I)
	return string(p.Text[from:to]) == "0"
}

// nameAt returns the name of the item at i and where its value begins, which is 0
// where no name is there.
func (p *parser) nameAt(i int) (from, to, value int) {
	t := p.Text
	if i >= len(t) {
		return i, i, 0
	}
	bracket := t[i] == '[' && p.style.between == "=>"
	if bracket || t[i] == ':' {
		i++
	}
	switch end := scribe.QuotedEnd(t, i); {
	case end > 0:
		from, to, i = i+1, end-1, end
	case bracket:
		n := bytes.IndexByte(t[i:min(i+scribe.LongestName, len(t))], ']')
		if n <= 0 {
			return i, i, 0
		}
		from, to, i = i, i+n, i+n
	default:
		from = i
		for i < len(t) && i-from < scribe.LongestName && scribe.IsName(t[i]) {
			i++
		}
		to = i
	}
	if bracket && i < len(t) && t[i] == ']' {
		i++
		if n := bytes.IndexByte(t[from:to], ':'); n > 0 { // [name:protected]
			to = from + n
		}
	}
	if to == from {
		return from, to, 0
	}
	between := p.style.between
	if between == "," {
		between = ":"
	}
	if between == "=>" {
		i = scribe.Blanks(t, i)
	}
	if !bytes.HasPrefix(t[i:], []byte(between)) {
		return from, to, 0
	}
	return from, to, i + len(between)
}

// name writes the name at p.I and goes on behind what stands between it and its value.
func (p *parser) name() {
	from, to, value := p.nameAt(p.I)
	if value == 0 {
		p.Broken = true
		return
	}
	p.Out.Put(`"`, from, from)
	p.Escaped(from, to)
	p.Out.Put(`":`, to, value)
	p.I = value
}

// quoted reads the string whose quote stands at p.I.
func (p *parser) quoted(quote byte) {
	p.Out.Put(`"`, p.I, p.I)
	p.Inside(quote)
	p.Out.Put(`"`, p.I, p.I)
	p.I = min(p.I+1, len(p.Text))
}

// bare reads a value without quotes: up to what can only be behind it.
func (p *parser) bare() {
	if p.style.between == "=>" && p.dumped() {
		return
	}
	start := p.I
	for depth := 0; p.Alive(); p.I++ {
		c := p.Text[p.I]
		if depth == 0 && p.ends(start) {
			break
		}
		switch c {
		case '{', '[', '(':
			depth++
		case '}', ']', ')':
			depth--
		}
	}
	p.write(start, p.I)
}

// dumped reads string(3) "abc" and int(1), as var_dump writes them.
func (p *parser) dumped() bool {
	for _, kind := range [...]string{"string(", "int(", "float(", "bool("} {
		if !p.Has(kind) {
			continue
		}
		n, start := bytes.IndexByte(p.Text[p.I:min(p.I+scribe.LookAhead, len(p.Text))], ')'), p.I
		if n < 0 {
			return false
		}
		if kind == "string(" {
			if p.I += n + 1; p.At(' ') {
				p.I++
			}
			if !p.At('"') {
				return false
			}
			if !p.counted(start+len(kind), n-len(kind)) {
				p.quoted('"')
			}
			return true
		}
		p.write(p.I+len(kind), p.I+n)
		p.I += n + 1
		return true
	}
	return false
}

// counted reads the string whose quote stands at p.I as it is, if it has as many bytes as
// the number says that stands in digits bytes at i.
func (p *parser) counted(i, digits int) bool {
	n, err := strconv.Atoi(string(p.Text[i : i+digits]))
	from := p.I + 1
	if err != nil || n < 0 || n >= len(p.Text)-from || p.Text[from+n] != '"' {
		return false
	}
	p.exactly(from, from+n)
	p.I = from + n + 1
	return true
}

// ends reports whether a bare value ends at p.I.
func (p *parser) ends(start int) bool {
	t, i := p.Text, p.I
	c := t[i]
	switch p.style.between {
	case "=":
		if c == ',' {
			next := scribe.Blanks(t, i+1)
			n := scribe.NameEnd(t, next)
			return n > next && n < len(t) && t[n] == '=' || next < len(t) && (t[next] == '{' || equalsBegins(t, next))
		}
		return c == '}' || c == ']' || c == ')'
	case ":":
		if c == ' ' || c == ',' {
			next := scribe.Blanks(t, i+1)
			return fieldAt(t, next) > 0 || next < len(t) && (t[next] == '{' || t[next] == '&')
		}
		return c == '}' || c == ']'
	case "=>":
		if c == ',' || c == '\n' {
			return p.lineEnds(i, c)
		}
		return (c == ')' || c == '}' || c == ']') && i == start || c == '}' || c == ']'
	}
	return c == ',' || c == ')' || c == ']' || c == '}'
}

// lineEnds reports whether a value of print_r or of a literal ends at i.
func (p *parser) lineEnds(i int, c byte) bool {
	next := scribe.Blanks(p.Text, i+1)
	if c == ',' || next >= len(p.Text) || p.Text[next] == ')' || p.Text[next] == '}' {
		return true
	}
	_, _, value := p.nameAt(next)
	return value > 0
}

// write writes a bare value between two offsets.
func (p *parser) write(from, to int) {
	raw := bytes.TrimSpace(p.Text[from:to])
	if p.style.between == "=>" && len(raw) > 0 && raw[0] == ':' { // a symbol of Ruby
		from = from + bytes.IndexByte(p.Text[from:to], ':') + 1
	}
	scribe.WriteBare(p.Out, p.Text, from, to)
}

// objectOfJSON returns where the object in JSON at i ends, 0 if none is there.
func objectOfJSON(t []byte, i int, pulse func()) int {
	if t[i] != '{' {
		return 0
	}
	name := scribe.Blanks(t, i+1)
	if end := scribe.QuotedEnd(t, name); end == 0 || t[name] != '"' || end >= len(t) || t[scribe.Blanks(t, end)] != ':' {
		return 0
	}
	depth, beat := 0, i+scribe.PulseEvery
	for ; i < len(t); i++ {
		if i >= beat {
			pulse()
			beat = i + scribe.PulseEvery
		}
		switch t[i] {
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1
			}
		case '"':
			for i++; i < len(t) && t[i] != '"'; i++ {
				i += chars.One(t[i] == '\\')
			}
		}
	}
	return 0
}
