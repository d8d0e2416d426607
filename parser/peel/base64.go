package peel

import (
	"bytes"
	"encoding/base64"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// minBase64 is the length below which a text is not taken for base64.
const minBase64 = 16

// Base64 decodes a text that is base64 as a whole, standard or URL-safe, with
// or without padding, lines and a data: address before it.
func Base64(text []byte, c Context) []Inside {
	start, end := trimmed(text)
	if bytes.HasPrefix(text[start:end], []byte("data:")) {
		if i := bytes.Index(text[start:min(end, start+200)], []byte(";base64,")); i >= 0 {
			start += i + len(";base64,")
		}
	}
	packed, where, ok := alphabet(text, start, end, c)
	if !ok || len(packed) < minBase64 {
		return nil
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(packed)))
	n, err := base64.RawStdEncoding.Decode(out, packed)
	if err != nil && n < len(out)-3 {
		return nil
	}
	if out = out[:n]; !worthwhile(out, c) {
		return nil
	}
	return []Inside{{Kind: "base64", Start: start, End: end, Text: out, Trace: where,
		Note: lang.Text{ZH: "Base64 编码", EN: "base64"}}}
}

// alphabet returns the characters of base64 between start and end in their
// standard form, blanks and padding left out, with the map of offsets in the
// decoded bytes.
func alphabet(text []byte, start, end int, ctx Context) (packed []byte, where func(int) int, ok bool) {
	for _, c := range text[start:end] {
		if c < '+' && !isBlank(c) || c > 'z' || c == '<' {
			return nil, nil, false
		}
	}
	packed = make([]byte, 0, end-start)
	for i, c := range text[start:end] {
		if i%pulseEvery == 0 {
			ctx.pulse()
		}
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/':
			packed = append(packed, c)
		case c == '-':
			packed = append(packed, '+')
		case c == '_':
			packed = append(packed, '/')
		case isBlank(c) || c == '=':
		default:
			return nil, nil, false
		}
	}
	return packed, func(offset int) int {
		left := offset / 3 * 4
		for i := start; i < end; i++ {
			if isBlank(text[i]) {
				continue
			}
			if left == 0 {
				return i + offset%3
			}
			left--
		}
		return end
	}, true
}

// worthwhile reports whether decoded bytes are something to go on with.
func worthwhile(b []byte, c Context) bool {
	if bytes.HasPrefix(b, []byte{0xFF, 0xFE}) || bytes.HasPrefix(b, []byte{0xFE, 0xFF}) {
		return true // UTF-16
	}
	return LooksLikeBody(b) || len(Gzip(b, Context{Inflate: 1})) > 0 || len(Zlib(b, Context{Inflate: 1})) > 0 || utf8.Valid(b) && holds(b, c)
}
