package parser

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// bytesOf returns the bytes of s.
func (d *Document) bytesOf(s Span) []byte { return d.Text[s.Start:s.End] }

func (d *Document) nameOf(n *node) string {
	if n.flags&flagNameEscaped != 0 {
		return string(appendJSON(nil, d.bytesOf(n.name)))
	}
	return string(d.bytesOf(n.name))
}

// localName returns the name of n, its prefix in XML aside.
func (d *Document) localName(n *node) []byte {
	if n.flags&flagNameEscaped != 0 {
		return appendJSON(nil, d.bytesOf(n.name))
	}
	return d.local(d.bytesOf(n.name))
}

// local takes the prefix off a name of XML.
func (d *Document) local(name []byte) []byte {
	if d.Format == FormatXML {
		return name[bytes.LastIndexByte(name, ':')+1:]
	}
	return name
}

// isNamed reports whether the name of n is name, its prefix in XML aside.
func (d *Document) isNamed(n *node, name string) bool {
	if n.flags&flagNameEscaped != 0 {
		return d.nameOf(n) == name
	}
	own := d.bytesOf(n.name)
	return string(own) == name || len(own) > len(name) && d.Format == FormatXML && own[len(own)-len(name)-1] == ':' && string(own[len(own)-len(name):]) == name
}

func (d *Document) valueOf(n *node) string {
	return string(d.appendNode(nil, n))
}

func (d *Document) appendNode(dst []byte, n *node) []byte {
	raw := d.bytesOf(n.value)
	if n.flags&flagEscaped == 0 {
		return append(dst, raw...)
	}
	switch n.kind {
	case KindCData:
		return appendLines(dst, raw)
	case KindText, KindAttribute:
		return appendXML(dst, raw)
	case KindString:
		return appendJSON(dst, raw)
	}
	return append(dst, raw...)
}

// content joins the texts in an element.
func (d *Document) content(i int32) string {
	first := &d.nodes[i+1]
	if first.next == d.nodes[i].next {
		return d.valueOf(first)
	}
	var b []byte
	for k := i + 1; k < d.nodes[i].next; k++ {
		b = d.appendNode(b, &d.nodes[k])
	}
	return string(b)
}

func (d *Document) cellValue(s Span, escaped bool) string {
	if !escaped {
		return string(d.bytesOf(s))
	}
	return string(d.appendCell(nil, s, true))
}

// appendCell appends the value of a cell to dst. Where escaped is false the
// bytes are the value.
func (d *Document) appendCell(dst []byte, s Span, escaped bool) []byte {
	switch raw := d.bytesOf(s); {
	case !escaped:
		return append(dst, raw...)
	case d.Format == FormatXML:
		return appendXML(dst, raw)
	default:
		return appendJSON(dst, raw)
	}
}

// blank reports whether s holds white space only.
func (d *Document) blank(s Span) bool {
	for _, c := range d.bytesOf(s) {
		if !isSpace(c) {
			return false
		}
	}
	return true
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\r'
}

// appendLines appends raw with its line ends turned into \n, as XML demands.
func appendLines(dst, raw []byte) []byte {
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		if c == '\r' {
			if i+1 < len(raw) && raw[i+1] == '\n' {
				continue
			}
			c = '\n'
		}
		dst = append(dst, c)
	}
	return dst
}

// appendXML appends raw with entities and line ends resolved. What is no
// entity that XML knows stays as it is written.
func appendXML(dst, raw []byte) []byte {
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; c {
		case '&':
			if r, n := entityAt(raw[i:]); n > 0 {
				dst = utf8.AppendRune(dst, r)
				i += n - 1
				continue
			}
			dst = append(dst, c)
		case '\r':
			if i+1 == len(raw) || raw[i+1] != '\n' {
				dst = append(dst, '\n')
			}
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// entityAt reads the entity that b begins with: its character and its length in
// bytes, which is 0 where b begins with none that is defined.
func entityAt(b []byte) (r rune, n int) {
	const longest = 24 // leading zeros are allowed
	end := 0
	for i := 1; i < len(b) && i < longest; i++ {
		if b[i] == ';' {
			end = i
			break
		}
	}
	switch name := string(b[min(1, len(b)):max(end, 1)]); name {
	case "":
		return 0, 0
	case "lt":
		return '<', end + 1
	case "gt":
		return '>', end + 1
	case "amp":
		return '&', end + 1
	case "apos":
		return '\'', end + 1
	case "quot":
		return '"', end + 1
	default:
		if r, ok := charRef(name); ok {
			return r, end + 1
		}
	}
	return 0, 0
}

// charRef resolves #65 and #x41 to characters that XML allows.
func charRef(name string) (rune, bool) {
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || !isXMLChar(rune(n)) {
		return 0, false
	}
	return rune(n), true
}

// isXMLChar reports whether XML 1.0 allows r in a document.
func isXMLChar(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF ||
		r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}

// appendJSON appends raw, the inside of a JSON string, with escapes resolved
// and bad bytes replaced one by one with U+FFFD, as encoding/json does. What is
// no escape stays as it is written.
func appendJSON(dst, raw []byte) []byte {
	for i := 0; i < len(raw); {
		c := raw[i]
		switch {
		case c == '\\':
			var n int
			dst, n = appendEscape(dst, raw[i:])
			i += n
		case c < utf8.RuneSelf:
			dst = append(dst, c)
			i++
		default:
			r, n := utf8.DecodeRune(raw[i:])
			dst = utf8.AppendRune(dst, r)
			i += n
		}
	}
	return dst
}

// appendEscape resolves the escape that b begins with and returns its length.
func appendEscape(dst, b []byte) ([]byte, int) {
	if len(b) < 2 {
		return append(dst, '\\'), 1
	}
	switch b[1] {
	case '"', '\\', '/':
		return append(dst, b[1]), 2
	case '\'':
		return append(dst, '\''), 2
	case 'b':
		return append(dst, '\b'), 2
	case 'f':
		return append(dst, '\f'), 2
	case 'n':
		return append(dst, '\n'), 2
	case 'r':
		return append(dst, '\r'), 2
	case 't':
		return append(dst, '\t'), 2
	case 'u':
		if r, ok := hex4(b[2:]); ok {
			if low, ok := lowHalf(b, r); ok {
				return utf8.AppendRune(dst, low), 12
			}
			return utf8.AppendRune(dst, r), 6 // a lone half becomes U+FFFD
		}
	}
	return append(dst, '\\'), 1
}

// lowHalf completes a surrogate pair whose first half is r.
func lowHalf(b []byte, r rune) (rune, bool) {
	if !utf16.IsSurrogate(r) || len(b) < 12 || b[6] != '\\' || b[7] != 'u' {
		return 0, false
	}
	low, ok := hex4(b[8:])
	if !ok {
		return 0, false
	}
	full := utf16.DecodeRune(r, low)
	return full, full != utf8.RuneError
}

func hex4(b []byte) (rune, bool) {
	if len(b) < 4 {
		return 0, false
	}
	var r rune
	for _, c := range b[:4] {
		d := unhex(c)
		if d < 0 {
			return 0, false
		}
		r = r<<4 | rune(d)
	}
	return r, true
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
