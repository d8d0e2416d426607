package redact

import "bytes"

// unit is one character of a text as it is meant, however it is escaped.
type unit struct {
	c    byte // the character; other beyond ASCII
	size int  // bytes that it is written in
	// percent counts how often it is escaped as in an address: once in %26,
	// twice in %2526.
	percent int
	// slashes are the backslashes before it.
	slashes int
}

// other stands for a character that nothing here goes by.
const other = 0x80

// longestEscape is how many backslashes, or times that an escape is escaped,
// are looked at.
const longestEscape = 16

// unitAt reads the character at i, which must be in text.
func unitAt(text []byte, i int) unit {
	switch c := text[i]; {
	case c == '%':
		return percentUnit(text, i)
	case c == '\\':
		return slashUnit(text, i)
	case c == '&':
		return entityUnit(text, i)
	case c >= other:
		return unit{c: other, size: 1}
	default:
		return unit{c: c, size: 1}
	}
}

func percentUnit(text []byte, i int) unit {
	at, depth := i+1, 1
	for depth < longestEscape && at+4 <= len(text) && text[at] == '2' && text[at+1] == '5' &&
		isHex(text[at+2]) && isHex(text[at+3]) {
		at, depth = at+2, depth+1
	}
	if at+2 > len(text) || !isHex(text[at]) || !isHex(text[at+1]) {
		return unit{c: '%', size: 1}
	}
	return unit{c: min(hexByte(text[at:at+2]), other), size: at + 2 - i, percent: depth}
}

func slashUnit(text []byte, i int) unit {
	at := i
	for at < len(text) && at-i < longestEscape && text[at] == '\\' {
		at++
	}
	u := unit{c: '\\', size: at - i, slashes: at - i}
	if at == len(text) {
		return u
	}
	switch text[at] {
	case 'n':
		u.c = '\n'
	case 'r':
		u.c = '\r'
	case 't':
		u.c = '\t'
	case '"', '\'', '/':
		u.c = text[at]
	case 'u', 'x':
		digits := 4
		if text[at] == 'x' {
			digits = 2
		}
		code, ok := hexNumber(text, at+1, digits)
		if !ok {
			return u
		}
		u.c, u.size = byte(min(code, other)), u.size+digits
	default:
		return u
	}
	u.size++
	return u
}

// entities are the named ones that matter, with what they stand for.
var entities = [...]struct {
	name string
	c    byte
}{
	{"amp;", '&'}, {"lt;", '<'}, {"gt;", '>'}, {"quot;", '"'}, {"apos;", '\''}, {"equals;", '='}, {"colon;", ':'}, {"nbsp;", ' '},
}

func entityUnit(text []byte, i int) unit {
	plain := unit{c: '&', size: 1}
	for at, n := i+1, 0; n < longestEscape; n++ {
		c, size := entityAt(text, at)
		if size == 0 {
			break
		}
		at += size
		plain = unit{c: c, size: at - i}
		if c != '&' {
			break
		}
	}
	return plain
}

// entityAt reads what stands behind the & of an entity.
func entityAt(text []byte, i int) (c byte, size int) {
	rest := text[i:min(i+12, len(text))]
	if len(rest) > 1 && rest[0] == '#' {
		return numericEntity(rest)
	}
	for _, e := range entities {
		if len(rest) >= len(e.name) && string(rest[:len(e.name)]) == e.name {
			return e.c, len(e.name)
		}
	}
	return 0, 0
}

func numericEntity(rest []byte) (c byte, size int) {
	end := bytes.IndexByte(rest, ';')
	if end < 2 {
		return 0, 0
	}
	digits, base := rest[1:end], 10
	if digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	n := 0
	for _, d := range digits {
		if !isHex(d) || base == 10 && d > '9' {
			return 0, 0
		}
		n = min(n*base+hexDigit(d), other)
	}
	return byte(n), end + 1
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f'
}

func hexDigit(c byte) int {
	if c <= '9' {
		return int(c - '0')
	}
	return int(c|0x20-'a') + 10
}

func hexByte(b []byte) byte { return byte(hexDigit(b[0])<<4 | hexDigit(b[1])) }

func hexNumber(text []byte, i, digits int) (n int, ok bool) {
	if i+digits > len(text) {
		return 0, false
	}
	for _, c := range text[i : i+digits] {
		if !isHex(c) {
			return 0, false
		}
		n = n<<4 | hexDigit(c)
	}
	return n, true
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func isQuote(c byte) bool { return c == '"' || c == '\'' || c == '`' }
