package stream

import (
	"bytes"
	"strings"
)

// notation is what a text opens first: an object of JSON or an element of XML.
type notation uint8

const (
	neither notation = iota
	object
	element
)

// headSize is how many bytes of the beginning of a line are kept.
const headSize = 64

// line is what is known of a line, of which the scanner keeps no more.
type line struct {
	start    int64 // where it begins in the input
	head     [headSize]byte
	headSize int
	size     int  // bytes, its end aside
	last     byte // that is no blank; 0 for a blank line
	before   byte // the byte before last
	opens    notation
	name     string // of the first element, where it opens with one
	braces   int    // brackets opened, less those closed
	tags     int    // elements opened, less those closed
	logged   []byte // the text in the record of a log driver, while the line is at hand
	binary   bool   // it has bytes that no text has
}

// begin returns the first bytes of the line.
func (l *line) begin() []byte { return l.head[:l.headSize] }

func (l *line) blank() bool { return l.last == 0 }

// single reports whether the line opens something and closes all that it opens.
func (l *line) single() bool {
	return l.opens == object && l.braces == 0 && (l.logged == nil || l.tags == 0) || l.opens == element && l.tags == 0
}

// goesOn reports whether what the line ends with asks for more: a comma, an opening
// bracket, an operator that joins lines, a declaration of XML.
func (l *line) goesOn() bool {
	if l.before == '?' && l.last == '>' || l.before == '-' && l.last == '>' && l.opens == neither {
		return true
	}
	return bytes.IndexByte([]byte(`,{[(<:=\+&|^`), l.last) >= 0
}

// continues reports whether the line begins as one that belongs to the line before
// it: indented, or with what closes or joins.
func (l *line) continues() bool {
	return l.headSize == 0 || bytes.IndexByte([]byte(" \t}])>,;:+.&|*\\"), l.head[0]) >= 0 ||
		bytes.HasPrefix(l.begin(), []byte("</"))
}

// closesAll reports whether the line is a bracket or an end tag and nothing else,
// at its very beginning, as the last one of an indented body is.
func (l *line) closesAll() bool {
	head := bytes.TrimRight(l.begin(), " \t\r")
	if len(head) == 1 {
		return head[0] == '}' || head[0] == ']'
	}
	return bytes.HasPrefix(head, []byte("</")) && l.size < headSize && bytes.Count(head, []byte("<")) == 1 && l.last == '>'
}

// startsMessage reports whether the line is the first one of a message of HTTP. Of a
// long one the end is not known any more: its method has to do.
func (l *line) startsMessage() bool {
	head := l.begin()
	if version, rest, ok := bytes.Cut(head, []byte(" ")); ok && bytes.HasPrefix(version, []byte("HTTP/")) {
		return len(rest) >= 3 && rest[0] >= '1' && rest[0] <= '9'
	}
	method, rest, ok := bytes.Cut(head, []byte(" "))
	if !ok || len(method) < 3 || len(rest) == 0 {
		return false
	}
	for _, c := range method {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return bytes.Contains(rest, []byte(" HTTP/")) ||
		l.size > headSize && (rest[0] == '/' || bytes.HasPrefix(rest, []byte("http")))
}

// isField reports whether the line is a header field, such as "Host: x".
func (l *line) isField() bool {
	name, _, ok := bytes.Cut(l.begin(), []byte(":"))
	if !ok || len(name) == 0 {
		return false
	}
	for _, c := range name {
		if c != '-' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// isFence reports whether the line opens or closes a block of Markdown.
func (l *line) isFence() bool {
	head := bytes.TrimLeft(l.begin(), " >\t")
	return bytes.HasPrefix(head, []byte("```")) || bytes.HasPrefix(head, []byte("~~~"))
}

// isDump reports whether the line is one of a dump: an offset in hex, then bytes.
func (l *line) isDump() bool {
	head := bytes.TrimLeft(l.begin(), " \t")
	head = bytes.TrimPrefix(head, []byte("0x"))
	digits := 0
	for digits < len(head) && isHex(head[digits]) {
		digits++
	}
	if digits < 4 || digits == len(head) || bytes.IndexByte([]byte(": \t|"), head[digits]) < 0 {
		return false
	}
	rest := bytes.TrimLeft(head[digits:], ": \t|")
	return len(rest) >= 2 && isHex(rest[0]) && isHex(rest[1])
}

// isPart reports whether a container runtime wrote the line and it goes on in the
// next one.
func (l *line) isPart() bool {
	tag := l.recorded()
	return tag == "P" || strings.HasPrefix(tag, "P:")
}

// isRecorded reports whether a container runtime wrote the line.
func (l *line) isRecorded() bool { return l.recorded() != "" }

// recorded returns the tag behind the time and the stream of such a line.
func (l *line) recorded() string {
	if l.headSize < 30 || l.head[10] != 'T' {
		return ""
	}
	words := bytes.SplitN(l.begin(), []byte(" "), 4)
	if len(words) < 4 || string(words[1]) != "stdout" && string(words[1]) != "stderr" {
		return ""
	}
	return string(words[2])
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// alike is how many bytes two lines begin with alike that are taken for the
// beginnings of two records of one log.
const alike = 8

// sameBeginning reports whether two lines begin as two records of one log do: with a
// date, a name, a level. Digits are alike; lines of nothing but digits and other
// signs, as dumps are made of, tell nothing unless they begin with a date.
func sameBeginning(a, b *line) bool {
	if a.headSize < alike || b.headSize < alike {
		return false
	}
	letters := 0
	for i := range alike {
		x, y := a.head[i], b.head[i]
		if x != y && (!isDigit(x) || !isDigit(y)) {
			return false
		}
		if isLetter(x) {
			letters++
		}
	}
	return letters >= 3 || stamped(a.begin())
}

// stamped reports whether a line begins with a date or a time, be it in brackets.
func stamped(head []byte) bool {
	head = bytes.TrimLeft(head, "[(<\"")
	if n := bytes.IndexByte(head, '>'); n > 0 && n < 4 { // the priority of syslog
		head = head[n+1:]
	}
	groups, digits := 0, 0
	for _, c := range head {
		switch {
		case isDigit(c):
			digits++
			continue
		case digits > 0 && digits <= 4 && (c == '-' || c == ':' || c == '/' || c == '.'):
			groups++
		default:
			return groups >= 2 && digits > 0
		}
		digits = 0
	}
	return false
}
