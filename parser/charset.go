package parser

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/remark"
)

// decode turns what was given into the text that positions count in.
func (in *inspection) decode(body []byte) []byte {
	if bytes.HasPrefix(body, []byte("\xEF\xBB\xBF")) {
		in.report.Layers = append(in.report.Layers, Layer{
			Kind: layerBOM, Span: spanOf(0, 3), In: -1, Size: len(body) - 3,
			Note: lang.Text{ZH: "UTF-8 字节顺序标记", EN: "the byte order mark of UTF-8"},
		})
	}
	text, changed := in.toUTF8(wrapped{text: body, layer: -1, contentType: in.opt.ContentType})
	if changed {
		in.report.Layers = append(in.report.Layers, Layer{
			Kind: layerCharset, Span: spanOf(0, len(body)), In: -1, Size: len(text),
			Note: lang.Text{ZH: in.report.Source.Charset, EN: in.report.Source.Charset},
		})
	}
	return text
}

// toUTF8 finds the charset of w and converts it, if it is not UTF-8 already.
// The charset goes into the report. What is not text gives none.
func (in *inspection) toUTF8(w wrapped) (text []byte, changed bool) {
	b := w.text
	if e, ok := unicodeEncoding(b); ok {
		in.report.Source.Charset = e.name
		return in.decodeUnicode(w, e), true
	}
	if in.sayBinary(w) {
		return nil, false
	}
	declared := declaredCharset(b, w.contentType)
	in.report.Source.Charset = "utf-8"
	if in.validUTF8(b) {
		if declared != "" && declared != "utf-8" && !isASCII(b) {
			in.Say(rowCharsetContradicts, nil, document.Span{}, declared)
		}
		return trimPartialRune(b), false
	}
	if text, ok := in.convert(b, declared); ok {
		return text, true
	}
	first, count := in.badBytes(b)
	in.sayReplaced(rowBadUTF8, w, spanOf(first, first+1), strconv.Itoa(count))
	return b, false
}

// convert turns b, which is not UTF-8, into that with Options.Charset: from
// the declared charset, or else from the one that the logs of a Chinese service
// come in. It reports false where b fits neither.
func (in *inspection) convert(b []byte, declared string) ([]byte, bool) {
	name := declared
	if name == "" || name == "utf-8" {
		name = "gb18030"
	}
	if in.opt.Charset == nil {
		return nil, false
	}
	text, err := in.opt.Charset(name, b)
	switch {
	case err != nil && name == declared:
		in.Say(rowCharsetUnknown, nil, document.Span{}, declared)
		return nil, false
	case err != nil:
		return nil, false
	case name == declared:
	default:
		if lost := bytes.ContainsRune(text, utf8.RuneError); lost || hasUTF8(b) {
			mixed, err := in.convertLines(name, b)
			if err != nil && lost {
				return nil, false
			}
			if err == nil {
				text = mixed
			}
		}
		in.Say(rowCharsetGuessed, nil, document.Span{}, name)
	}
	in.report.Source.Charset = name
	return text, true
}

// hasUTF8 reports whether a line of b with several characters beyond ASCII is UTF-8.
func hasUTF8(b []byte) bool {
	const several = 3
	for line := range bytes.Lines(b) {
		if !isASCII(line) && utf8.Valid(line) && 2*utf8.RuneCount(line)+2*several <= 2*len(line) {
			return true
		}
	}
	return false
}

var errMixed = errors.New("neither UTF-8 nor the charset")

// convertLines converts those lines of b that are not UTF-8: a log may hold bodies of
// another charset than its own.
func (in *inspection) convertLines(name string, b []byte) ([]byte, error) {
	text, beat := make([]byte, 0, len(b)+len(b)/2), 0
	for line := range bytes.Lines(b) {
		if len(text) >= beat {
			in.Beat(len(text), len(b), 0)
			beat = len(text) + textStride
		}
		if !utf8.Valid(line) {
			converted, err := in.opt.Charset(name, line)
			if err != nil {
				return nil, err
			}
			if bytes.ContainsRune(converted, utf8.RuneError) {
				return nil, errMixed
			}
			line = converted
		}
		text = append(text, line...)
	}
	return text, nil
}

// sayReplaced tells of what could not be read in the text that w becomes; the
// span is one of that. Within a wrapper the place is all of w.
func (in *inspection) sayReplaced(row *remark.Remark, w wrapped, s document.Span, args ...string) {
	d := in.Say(row, nil, s, args...)
	if w.layer >= 0 {
		in.place(d, w.origin, spanOf(0, len(w.text)))
	}
}

// validUTF8 reports whether b is UTF-8, a character cut at its end aside. It
// pulses, as b may be large.
func (in *inspection) validUTF8(b []byte) bool {
	for i := 0; i < len(b); {
		end := chars.RuneStart(b, min(i+textStride, len(b)))
		part := b[i:end]
		if end == len(b) {
			part = trimPartialRune(part)
		}
		if end <= i || !utf8.Valid(part) {
			return false
		}
		i = end
		in.Beat(i, len(b), 0)
	}
	return true
}

// textStride is how many bytes of a text are looked at between two pulses.
const textStride = 1 << 20

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

// badBytes returns the offset of the first byte of b that is not UTF-8, and how
// many there are.
func (in *inspection) badBytes(b []byte) (first, count int) {
	beat := textStride
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			if count++; count == 1 {
				first = i
			}
		}
		if i += n; i >= beat {
			in.Beat(i, len(b), 0)
			beat += textStride
		}
	}
	return first, count
}

// encoding is one of Unicode in units of 2 or 4 bytes.
type encoding struct {
	name string
	size int // bytes of a unit
	big  bool
}

var (
	utf16LE = encoding{"utf-16le", 2, false}
	utf16BE = encoding{"utf-16be", 2, true}
	utf32LE = encoding{"utf-32le", 4, false}
	utf32BE = encoding{"utf-32be", 4, true}
)

// unicodeEncoding tells whether b is UTF-16 or UTF-32, by its byte order mark
// or by the zeros beside the first characters of a body.
func unicodeEncoding(b []byte) (encoding, bool) {
	// The mark of the third begins that of the first.
	for _, e := range [...]encoding{utf32LE, utf32BE, utf16LE, utf16BE} {
		if len(b) >= 4 && (e.unit(b) == 0xFEFF || e.begins(b)) {
			return e, true
		}
	}
	return encoding{}, false
}

// begins reports whether b begins with two characters of ASCII in e, the first
// of which a body may begin with.
func (e encoding) begins(b []byte) bool {
	if len(b) < 2*e.size {
		return false
	}
	first, second := e.unit(b), e.unit(b[e.size:])
	return first < utf8.RuneSelf && strings.IndexByte("<{[ \r\n\t", byte(first)) >= 0 &&
		second > 0 && second < utf8.RuneSelf
}

// unit returns the unit that b begins with.
func (e encoding) unit(b []byte) uint32 {
	switch {
	case e.size == 2 && e.big:
		return uint32(binary.BigEndian.Uint16(b))
	case e.size == 2:
		return uint32(binary.LittleEndian.Uint16(b))
	case e.big:
		return binary.BigEndian.Uint32(b)
	}
	return binary.LittleEndian.Uint32(b)
}

// next returns the character at i of b and the bytes that it takes; bad tells
// that it stands for what is none.
func (e encoding) next(b []byte, i int) (r rune, n int, bad bool) {
	u := e.unit(b[i:])
	switch {
	case e.size == 4:
		if u > unicode.MaxRune || utf16.IsSurrogate(rune(u)) {
			return utf8.RuneError, 4, true
		}
	case !utf16.IsSurrogate(rune(u)):
	case i+4 <= len(b):
		if r := utf16.DecodeRune(rune(u), rune(e.unit(b[i+2:]))); r != utf8.RuneError {
			return r, 4, false
		}
		return utf8.RuneError, 2, true
	default:
		return utf8.RuneError, 2, true
	}
	return rune(u), e.size, false
}

// each calls do for every character of b behind the byte order mark, and pulses.
func (in *inspection) each(b []byte, e encoding, do func(r rune, bad bool)) {
	i, beat := 0, textStride
	if len(b) >= e.size && e.unit(b) == 0xFEFF {
		i = e.size
	}
	for i+e.size <= len(b) {
		r, n, bad := e.next(b, i)
		do(r, bad)
		if i += n; i >= beat {
			in.Beat(i, len(b), 0)
			beat += textStride
		}
	}
}

// decodeUnicode converts the text of w from e, and tells of what could not be.
func (in *inspection) decodeUnicode(w wrapped, e encoding) []byte {
	size := 0
	in.each(w.text, e, func(r rune, _ bool) { size += utf8.RuneLen(r) })
	text := make([]byte, 0, size)
	first, count := 0, 0
	in.each(w.text, e, func(r rune, bad bool) {
		if bad {
			if count++; count == 1 {
				first = len(text)
			}
		}
		text = utf8.AppendRune(text, r)
	})
	if count > 0 {
		in.sayReplaced(rowCharsetReplaced, w, spanOf(first, first+3), e.name, strconv.Itoa(count))
	}
	if odd := len(w.text) % e.size; odd > 0 && !in.opt.Prefix {
		in.sayReplaced(rowCharsetOdd, w, spanOf(len(text), len(text)), e.name, strconv.Itoa(odd))
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
