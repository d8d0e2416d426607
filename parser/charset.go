package parser

import (
	"bytes"
	"errors"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/charset"
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
	if e, ok := charset.Unicode(b); ok {
		in.report.Source.Charset = e.Name
		return in.decodeUnicode(w, e), true
	}
	if in.sayBinary(w) {
		return nil, false
	}
	declared := charset.Declared(b, w.contentType)
	in.report.Source.Charset = "utf-8"
	if in.validUTF8(b) {
		if declared != "" && declared != "utf-8" && !in.converted && !charset.IsASCII(b) {
			in.Say(rowCharsetContradicts, nil, document.Span{}, declared)
		}
		return charset.TrimPartialRune(b), false
	}
	if text, ok := in.joinHalves(b); ok {
		in.report.Source.Charset = "cesu-8"
		return text, true
	}
	if name := charset.Mentioned(b); declared == "" && name != "" && in.opt.Charset != nil && !charset.HasUTF8(b) {
		if text, err := in.opt.Charset(name, b); err == nil && !bytes.ContainsRune(text, utf8.RuneError) {
			in.report.Source.Charset, in.converted = name, true
			return text, true
		}
	}
	text, changed = in.convert(b, declared)
	if in.converted = in.converted || changed; !changed {
		text = b
	}
	if first, count := in.badBytes(text); count > 0 {
		in.sayReplaced(rowBadUTF8, w, spanOf(first, first+1), strconv.Itoa(count))
	}
	return text, changed
}

// joinHalves returns b, which is not UTF-8, with those characters in it that are written as
// two halves of UTF-16, of three bytes each, as some databases and Java do. It reports
// false where that does not make UTF-8 of it.
func (in *inspection) joinHalves(b []byte) ([]byte, bool) {
	text := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		n := bytes.IndexByte(b[i:min(i+textStride, len(b))], 0xED)
		if n < 0 {
			n = min(textStride, len(b)-i)
		}
		text = append(text, b[i:i+n]...)
		in.Beat(i, len(b), 0)
		if i += n; i == len(b) || b[i] != 0xED {
			continue
		}
		first, ok := charset.Half(b, i)
		second, also := charset.Half(b, i+3)
		if r := utf16.DecodeRune(first, second); ok && also && r != utf8.RuneError {
			text, i = utf8.AppendRune(text, r), i+6
		} else {
			text, i = append(text, b[i]), i+1
		}
	}
	return text, in.validUTF8(text)
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
		if lost := bytes.ContainsRune(text, utf8.RuneError); lost || charset.HasUTF8(b) {
			mixed, n, err := in.convertLines(name, b)
			if err != nil && lost || err == nil && n == 0 {
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

var errMixed = errors.New("neither UTF-8 nor the charset")

// convertLines converts those lines of b that are not UTF-8, and counts them: a log may
// hold bodies of another charset than its own.
func (in *inspection) convertLines(name string, b []byte) (text []byte, count int, err error) {
	text, beat := make([]byte, 0, len(b)+len(b)/2), 0
	for line := range bytes.Lines(b) {
		if len(text) >= beat {
			in.Beat(len(text), len(b), 0)
			beat = len(text) + textStride
		}
		if good, bad := charset.Runes(line); bad > 0 && !charset.Mostly(good, bad) {
			converted, err := in.opt.Charset(name, line)
			if err != nil {
				return nil, 0, err
			}
			if bytes.ContainsRune(converted, utf8.RuneError) {
				return nil, 0, errMixed
			}
			line = converted
			count++
		}
		text = append(text, line...)
	}
	return text, count, nil
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
			part = charset.TrimPartialRune(part)
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

// each calls do for every character of b behind the byte order mark, and pulses.
func (in *inspection) each(b []byte, e charset.Encoding, do func(r rune, bad bool)) {
	i, beat := 0, textStride
	if len(b) >= e.Size && e.Unit(b) == 0xFEFF {
		i = e.Size
	}
	for i+e.Size <= len(b) {
		r, n, bad := e.Next(b, i)
		do(r, bad)
		if i += n; i >= beat {
			in.Beat(i, len(b), 0)
			beat += textStride
		}
	}
}

// decodeUnicode converts the text of w from e, and tells of what could not be.
func (in *inspection) decodeUnicode(w wrapped, e charset.Encoding) []byte {
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
		in.sayReplaced(rowCharsetReplaced, w, spanOf(first, first+3), e.Name, strconv.Itoa(count))
	}
	if odd := len(w.text) % e.Size; odd > 0 && !in.opt.Prefix {
		in.sayReplaced(rowCharsetOdd, w, spanOf(len(text), len(text)), e.Name, strconv.Itoa(odd))
	}
	return text
}
