package parser

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// decode turns what was given into the text that positions count in.
func (in *inspection) decode(body []byte) []byte {
	if bytes.HasPrefix(body, []byte("\xEF\xBB\xBF")) {
		in.report.Layers = append(in.report.Layers, Layer{
			Kind: "bom", Span: Span{0, 3}, In: -1, Size: len(body) - 3,
			Note: lang.Text{ZH: "UTF-8 字节顺序标记", EN: "the byte order mark of UTF-8"},
		})
	}
	text, changed := in.toUTF8(body, in.opt.ContentType)
	if changed {
		in.report.Layers = append(in.report.Layers, Layer{
			Kind: "charset", Span: Span{0, uint32(len(body))}, In: -1, Size: len(text),
			Note: lang.Text{ZH: in.report.Source.Charset, EN: in.report.Source.Charset},
		})
	}
	return text
}

// toUTF8 finds the charset of b and converts it, if it is not UTF-8 already.
// The charset goes into the report.
func (in *inspection) toUTF8(b []byte, contentType string) (text []byte, changed bool) {
	if order := utf16Order(b); order != 0 {
		in.report.Source.Charset = map[int]string{1: "utf-16le", 2: "utf-16be"}[order]
		return decodeUTF16(b, order == 2), true
	}
	declared := declaredCharset(b, contentType)
	in.report.Source.Charset = "utf-8"
	if in.validUTF8(b) {
		if declared != "" && declared != "utf-8" && !isASCII(b) {
			in.say("charset-contradicts", nil, Span{}, declared)
		}
		return trimPartialRune(b), false
	}
	name := declared
	if name == "" || name == "utf-8" {
		name = "gb18030" // what else a Chinese service's logs come in
	}
	if in.opt.Charset != nil {
		if text, err := in.opt.Charset(name, b); err == nil {
			if declared == name {
				in.report.Source.Charset = name
				return text, true
			}
			if !bytes.ContainsRune(text, utf8.RuneError) {
				in.say("charset-guessed", nil, Span{}, name)
				in.report.Source.Charset = name
				return text, true
			}
		} else if declared != "" && declared != "utf-8" {
			in.say("charset-unknown", nil, Span{}, declared)
		}
	}
	bad := badByte(b)
	in.say("bad-utf8", nil, Span{uint32(bad), uint32(bad + 1)})
	return b, false
}

// validUTF8 reports whether b is UTF-8, a character cut at its end aside. It
// pulses, as b may be large.
func (in *inspection) validUTF8(b []byte) bool {
	const slice = 1 << 20
	for i := 0; i < len(b); {
		end := runeStart(b, min(i+slice, len(b)))
		part := b[i:end]
		if end == len(b) {
			part = trimPartialRune(part)
		}
		if end <= i || !utf8.Valid(part) {
			return false
		}
		i = end
		in.beat(i, len(b), 0)
	}
	return true
}

// runeStart returns the beginning of the character that byte i of b is in, or i
// where there is none.
func runeStart(b []byte, i int) int {
	for n := i; n < len(b) && n > i-utf8.UTFMax && n >= 0; n-- {
		if utf8.RuneStart(b[n]) {
			return n
		}
	}
	return i
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// trimPartialRune takes off the first bytes of a character that the end of b
// cut.
func trimPartialRune(b []byte) []byte {
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

// badByte returns the offset of the first byte of b that is no UTF-8.
func badByte(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(b)
}

// utf16Order tells whether b is UTF-16: 1 for little-endian, 2 for big-endian,
// 0 for neither. It goes by the byte order mark, or by zeros beside the first
// character of a body.
func utf16Order(b []byte) int {
	if len(b) < 4 {
		return 0
	}
	switch {
	case b[0] == 0xFF && b[1] == 0xFE:
		return 1
	case b[0] == 0xFE && b[1] == 0xFF:
		return 2
	case b[1] == 0 && b[3] == 0 && b[0] != 0 && strings.IndexByte("<{[ \r\n\t", b[0]) >= 0:
		return 1
	case b[0] == 0 && b[2] == 0 && b[1] != 0 && strings.IndexByte("<{[ \r\n\t", b[1]) >= 0:
		return 2
	}
	return 0
}

func decodeUTF16(b []byte, big bool) []byte {
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		lo, hi := b[i], b[i+1]
		if big {
			lo, hi = hi, lo
		}
		units = append(units, uint16(lo)|uint16(hi)<<8)
	}
	if len(units) > 0 && units[0] == 0xFEFF {
		units = units[1:]
	}
	text := make([]byte, 0, len(units)*3/2)
	for _, r := range utf16.Decode(units) {
		text = utf8.AppendRune(text, r)
	}
	return text
}

// declaredCharset returns the charset that the XML declaration at the beginning
// of b or the content type names, in lower case; "" if neither does.
func declaredCharset(b []byte, contentType string) string {
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
