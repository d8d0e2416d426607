package printed

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// parser reads one structure and writes it.
type parser struct {
	reader
	style *style
}

func (p *parser) skip() { p.i = blanks(p.text, p.i) }

// value reads what stands at p.i.
func (p *parser) value() {
	switch p.style.between {
	case ":":
	case "=>":
		if p.absent() {
			p.out.Put(`""`, p.i, p.i)
			return
		}
		p.skip()
	default:
		p.skip()
	}
	if !p.alive() {
		p.out.Put("null", p.i, p.i)
		return
	}
	if end := objectOfJSON(p.text, p.i, p.pulse); end > 0 && p.style.between != ":" {
		p.out.Copy(p.text, p.i, end)
		p.i = end
		return
	}
	if open := p.opener(); open >= 0 {
		p.container(open)
		return
	}
	if c := p.text[p.i]; (c == '"' || c == '\'' || c == '`') && p.style.between != "=" {
		p.quoted(c)
		return
	}
	p.bare()
}

// absent reports whether no value stands at p.i, as the next item or the end of the
// container follows on a line of its own.
func (p *parser) absent() bool {
	i := p.i
	for i < len(p.text) && (p.text[i] == ' ' || p.text[i] == '\t' || p.text[i] == '\r') {
		i++
	}
	if i >= len(p.text) || p.text[i] != '\n' {
		return false
	}
	next := blanks(p.text, i)
	if next >= len(p.text) || p.text[next] == ')' || p.text[next] == '}' {
		return true
	}
	_, _, value := p.nameAt(next)
	return value > 0
}

// opener returns where the bracket stands that opens the container at p.i, -1 if what
// is there is none.
func (p *parser) opener() int {
	t, i := p.text, p.i
	if c := t[i]; c == '{' || c == '[' || c == '(' && p.style.between == "," {
		return i
	}
	switch p.style.between {
	case ",":
		if p.has("OrderedDict(") {
			return i + len("OrderedDict")
		}
	case "=>":
		if at := phpOpener(t, i); at > 0 {
			return at
		}
	case "=":
		if n := nameEnd(t, i); n > i && n < len(t) && (t[n] == '(' || t[n] == '{' || t[n] == '[') && equalsBegins(t, i) {
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
		if n := bytes.IndexByte(t[at:min(at+lookAhead, len(t))], '{'); n > 0 && bytes.HasPrefix(t[at:], []byte("map[string]")) {
			return at + n
		}
		return at + len("map")
	}
	typed := at > i
	for bytes.HasPrefix(t[at:], []byte("[]")) {
		at, typed = at+2, true
	}
	if n := nameEnd(t, at); n > at && bytes.IndexByte(t[at:n], '.') > 0 || typed && n > at {
		at, typed = n, true
	}
	if typed && at < len(t) && t[at] == '{' {
		return at
	}
	return 0
}

// container reads what stands in the brackets of which the first is at open.
func (p *parser) container(open int) {
	if p.depth++; p.depth > deepest {
		p.broken = true
	}
	closer := p.text[open] + 2
	if p.text[open] == '(' {
		closer = ')'
	}
	start := p.i
	p.i = open + 1
	p.skip()
	switch {
	case p.style.between == "," && p.text[open] == '(':
		p.wrapped(closer) // OrderedDict([…])
	case p.style.between == ",":
		p.pairs(start, closer)
	case p.named() > 0 && !p.numbered():
		p.items("{", "}", closer, true)
	default:
		p.items("[", "]", closer, false)
	}
	p.depth--
}

// wrapped reads the one value in brackets that are not written.
func (p *parser) wrapped(closer byte) {
	if p.at(closer) {
		p.out.Put("{}", p.i, p.i+1)
	} else {
		p.value()
	}
	p.skip()
	if p.at(closer) {
		p.i++
	} else {
		p.broken = true
	}
}

// pairs reads a list, of pairs of names and values if its items are such.
func (p *parser) pairs(start int, closer byte) {
	if !p.at('(') {
		named := closer == '}'
		brackets := [...]string{"[", "]"}
		if named {
			brackets = [...]string{"{", "}"}
		}
		p.items(brackets[0], brackets[1], closer, named)
		return
	}
	p.out.Put("{", start, p.i)
	for first := true; p.alive() && !p.at(closer); first = false {
		if !first {
			p.out.Put(",", p.i, p.i)
		}
		if !p.at('(') {
			p.broken = true
			break
		}
		p.i++
		p.skip()
		p.value()
		p.skip()
		p.out.Put(":", p.i, p.i)
		if p.at(',') {
			p.i++
		}
		p.value()
		p.skip()
		if !p.at(')') {
			p.broken = true
			break
		}
		p.i++
		p.comma()
	}
	p.close("}", closer)
}

// items reads items up to the closing bracket, with their names where they have some.
func (p *parser) items(open, end string, closer byte, named bool) {
	p.out.Put(open, p.i, p.i)
	for first := true; p.alive() && !p.at(closer); first = false {
		if !first {
			p.out.Put(",", p.i, p.i)
		}
		before := p.i
		if named {
			p.name()
		} else if n := p.named(); n > 0 && p.style.between == "=>" {
			p.i = n // the number of an item
		}
		p.value()
		p.comma()
		if p.i == before {
			p.broken = true
		}
	}
	p.close(end, closer)
}

func (p *parser) comma() {
	p.skip()
	if p.at(',') {
		p.i++
		p.skip()
	}
}

func (p *parser) close(end string, closer byte) {
	if p.at(closer) {
		p.out.Put(end, p.i, p.i+1)
		p.i++
	} else {
		p.out.Put(end, p.i, p.i)
	}
}

// named returns where the value of the item at p.i begins if that has a name, 0 else.
func (p *parser) named() int {
	_, _, value := p.nameAt(p.i)
	return value
}

// numbered reports whether the name of the item at p.i is the number 0.
func (p *parser) numbered() bool {
	from, to, _ := p.nameAt(p.i)
	return string(p.text[from:to]) == "0"
}

// nameAt returns the name of the item at i and where its value begins, which is 0
// where no name is there.
func (p *parser) nameAt(i int) (from, to, value int) {
	t := p.text
	if i >= len(t) {
		return i, i, 0
	}
	bracket := t[i] == '[' && p.style.between == "=>"
	if bracket || t[i] == ':' {
		i++
	}
	switch end := quotedEnd(t, i); {
	case end > 0:
		from, to, i = i+1, end-1, end
	case bracket:
		n := bytes.IndexByte(t[i:min(i+longestName, len(t))], ']')
		if n <= 0 {
			return i, i, 0
		}
		from, to, i = i, i+n, i+n
	default:
		from = i
		for i < len(t) && i-from < longestName && isName(t[i]) {
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
		i = blanks(t, i)
	}
	if !bytes.HasPrefix(t[i:], []byte(between)) {
		return from, to, 0
	}
	return from, to, i + len(between)
}

// name writes the name at p.i and goes on behind what stands between it and its value.
func (p *parser) name() {
	from, to, value := p.nameAt(p.i)
	if value == 0 {
		p.broken = true
		return
	}
	p.out.Put(`"`, from, from)
	p.escaped(from, to)
	p.out.Put(`":`, to, value)
	p.i = value
}

// quoted reads the string whose quote stands at p.i.
func (p *parser) quoted(quote byte) {
	p.out.Put(`"`, p.i, p.i)
	p.inside(quote)
	p.out.Put(`"`, p.i, p.i)
	p.i = min(p.i+1, len(p.text))
}

// bare reads a value without quotes: up to what can only be behind it.
func (p *parser) bare() {
	if p.style.between == "=>" && p.dumped() {
		return
	}
	start := p.i
	for depth := 0; p.alive(); p.i++ {
		c := p.text[p.i]
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
	p.write(start, p.i)
}

// dumped reads string(3) "abc" and int(1), as var_dump writes them.
func (p *parser) dumped() bool {
	for _, kind := range [...]string{"string(", "int(", "float(", "bool("} {
		if !p.has(kind) {
			continue
		}
		n := bytes.IndexByte(p.text[p.i:min(p.i+lookAhead, len(p.text))], ')')
		if n < 0 {
			return false
		}
		if kind == "string(" {
			if p.i += n + 1; p.at(' ') {
				p.i++
			}
			if !p.at('"') {
				return false
			}
			p.quoted('"')
			return true
		}
		p.write(p.i+len(kind), p.i+n)
		p.i += n + 1
		return true
	}
	return false
}

// ends reports whether a bare value ends at p.i.
func (p *parser) ends(start int) bool {
	t, i := p.text, p.i
	c := t[i]
	switch p.style.between {
	case "=":
		if c == ',' {
			next := blanks(t, i+1)
			n := nameEnd(t, next)
			return n > next && n < len(t) && t[n] == '=' || next < len(t) && (t[next] == '{' || equalsBegins(t, next))
		}
		return c == '}' || c == ']' || c == ')'
	case ":":
		if c == ' ' || c == ',' {
			next := blanks(t, i+1)
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
	next := blanks(p.text, i+1)
	if c == ',' || next >= len(p.text) || p.text[next] == ')' || p.text[next] == '}' {
		return true
	}
	_, _, value := p.nameAt(next)
	return value > 0
}

// write writes a bare value between two offsets.
func (p *parser) write(from, to int) {
	raw := bytes.TrimSpace(p.text[from:to])
	if p.style.between == "=>" && len(raw) > 0 && raw[0] == ':' { // a symbol of Ruby
		from = from + bytes.IndexByte(p.text[from:to], ':') + 1
	}
	writeBare(p.out, p.text, from, to)
}

// isNumber reports whether b is a whole number as JSON writes it.
func isNumber(b []byte) bool {
	digits := bytes.TrimPrefix(b, []byte("-"))
	if len(digits) == 0 || len(digits) > 18 || digits[0] == '0' && len(digits) > 1 {
		return false
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// objectOfJSON returns where the object in JSON at i ends, 0 if none is there.
func objectOfJSON(t []byte, i int, pulse func()) int {
	if t[i] != '{' {
		return 0
	}
	name := blanks(t, i+1)
	if end := quotedEnd(t, name); end == 0 || t[name] != '"' || end >= len(t) || t[blanks(t, end)] != ':' {
		return 0
	}
	depth, beat := 0, i+pulseEvery
	for ; i < len(t); i++ {
		if i >= beat {
			pulse()
			beat = i + pulseEvery
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
