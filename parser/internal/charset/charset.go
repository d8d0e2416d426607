// Package charset tells by its bytes what charset a text is in.
package charset

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// HasUTF8 reports whether a line of b with several characters beyond ASCII is UTF-8.
func HasUTF8(b []byte) bool {
	const several = 3
	for line := range bytes.Lines(b) {
		if good, bad := Runes(line); good >= several && Mostly(good, bad) {
			return true
		}
	}
	return false
}

// Runes counts the characters beyond ASCII in a line, and the bytes that are of none.
func Runes(line []byte) (good, bad int) {
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRune(line[i:])
		switch {
		case n > 1:
			good++
		case r == utf8.RuneError:
			bad++
		}
		i += n
	}
	return good, bad
}

// Mostly reports whether a text with so many characters and bytes of none is UTF-8 in which
// a few bytes were damaged: in another charset hardly any bytes are characters of it.
func Mostly(good, bad int) bool {
	const each = 3
	return good >= each*bad
}

// Half returns the half of a character of UTF-16 that the three bytes at i of b are, as some
// databases and Java write it, and whether they are one.
func Half(b []byte, i int) (rune, bool) {
	if i+3 > len(b) || b[i] != 0xED || b[i+1]&0xE0 != 0xA0 || b[i+2]&0xC0 != 0x80 {
		return 0, false
	}
	return 0xD000 | rune(b[i+1]&0x3F)<<6 | rune(b[i+2]&0x3F), true
}

func IsASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// TrimPartialRune takes off the first bytes of a character that the end of b
// cut.
func TrimPartialRune(b []byte) []byte {
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if c := b[len(b)-n]; utf8.RuneStart(c) {
			if c >= 0xC0 && !utf8.FullRune(b[len(b)-n:]) {
				return b[:len(b)-n]
			}
			break
		}
	}
	return b
}

// Encoding is one of Unicode in units of 2 or 4 bytes.
type Encoding struct {
	Name string
	Size int // bytes of a unit
	big  bool
}

var (
	utf16LE = Encoding{"utf-16le", 2, false}
	utf16BE = Encoding{"utf-16be", 2, true}
	utf32LE = Encoding{"utf-32le", 4, false}
	utf32BE = Encoding{"utf-32be", 4, true}
)

// Unicode tells whether b is UTF-16 or UTF-32, by its byte order mark
// or by the zeros beside the first characters of a body.
func Unicode(b []byte) (Encoding, bool) {
	// The mark of the third begins that of the first.
	for _, e := range [...]Encoding{utf32LE, utf32BE, utf16LE, utf16BE} {
		if len(b) >= 4 && (e.Unit(b) == 0xFEFF || e.begins(b)) {
			return e, true
		}
	}
	return Encoding{}, false
}

// begins reports whether b begins with two characters of ASCII in e, the first
// of which a body may begin with.
func (e Encoding) begins(b []byte) bool {
	if len(b) < 2*e.Size {
		return false
	}
	first, second := e.Unit(b), e.Unit(b[e.Size:])
	return first < utf8.RuneSelf && strings.IndexByte("<{[ \r\n\t", byte(first)) >= 0 &&
		second > 0 && second < utf8.RuneSelf
}

// Unit returns the unit that b begins with.
func (e Encoding) Unit(b []byte) uint32 {
	switch {
	case e.Size == 2 && e.big:
		return uint32(binary.BigEndian.Uint16(b))
	case e.Size == 2:
		return uint32(binary.LittleEndian.Uint16(b))
	case e.big:
		return binary.BigEndian.Uint32(b)
	}
	return binary.LittleEndian.Uint32(b)
}

// Next returns the character at i of b and the bytes that it takes; bad tells
// that it stands for what is none.
func (e Encoding) Next(b []byte, i int) (r rune, n int, bad bool) {
	u := e.Unit(b[i:])
	switch {
	case e.Size == 4:
		if u > unicode.MaxRune || utf16.IsSurrogate(rune(u)) {
			return utf8.RuneError, 4, true
		}
	case !utf16.IsSurrogate(rune(u)):
	case i+4 <= len(b):
		if r := utf16.DecodeRune(rune(u), rune(e.Unit(b[i+2:]))); r != utf8.RuneError {
			return r, 4, false
		}
		return utf8.RuneError, 2, true
	default:
		return utf8.RuneError, 2, true
	}
	return rune(u), e.Size, false
}

// Declared returns the charset that the XML declaration at the beginning
// of b or the content type names, in lower case; "" if neither does.
func Declared(b []byte, contentType string) string {
	if _, after, ok := strings.Cut(strings.ToLower(contentType), "charset="); ok {
		return normalCharset(after)
	}
	head := b[:min(len(b), 1024)]
	i := bytes.Index(head, []byte("<?xml"))
	if i < 0 {
		return ""
	}
	end := bytes.Index(head[i:], []byte("?>"))
	if end < 0 {
		return ""
	}
	_, after, ok := strings.Cut(string(head[i:i+end]), "encoding")
	if !ok {
		return ""
	}
	return normalCharset(strings.TrimLeft(after, " \t\r\n="))
}

// Mentioned returns the charset that is named first at the beginning of b, where a header or a
// declaration stands behind other text; "" if none is, or UTF-8.
func Mentioned(b []byte) string {
	const far = 64 << 10
	head := strings.ToLower(string(b[:min(len(b), far)]))
	for _, word := range [...]string{"charset=", "encoding="} {
		if _, after, ok := strings.Cut(head, word); ok {
			if name := normalCharset(after); name != "utf-8" {
				return name
			}
		}
	}
	return ""
}

// normalCharset reads the name that s begins with, after quotes however they
// are escaped.
func normalCharset(s string) string {
	s = strings.ToLower(strings.TrimLeft(s, " \t\r\n\\\"'"))
	end := strings.IndexFunc(s, func(r rune) bool {
		return r != '-' && r != '_' && r != '.' && r != ':' && (r < '0' || r > '9') && (r < 'a' || r > 'z')
	})
	if end >= 0 {
		s = s[:end]
	}
	if s == "utf8" {
		return "utf-8"
	}
	return s
}
