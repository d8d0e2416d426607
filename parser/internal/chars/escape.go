package chars

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// AppendLines appends raw with its line ends turned into \n, as XML demands.
func AppendLines(dst, raw []byte) []byte {
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

// AppendXML appends raw with entities and line ends resolved. What is no
// entity that XML knows stays as it is written.
func AppendXML(dst, raw []byte) []byte {
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; c {
		case '&':
			if r, n := EntityAt(raw[i:]); n > 0 {
				dst = utf8.AppendRune(dst, r)
				i += n - 1
				continue
			}
			if r, n := OddReference(raw[i:]); n > 0 {
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

// EntityAt reads the entity that b begins with: its character and its length in
// bytes, which is 0 where b begins with none that is defined.
func EntityAt(b []byte) (r rune, n int) {
	const longest = 64 // leading zeros are allowed
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

// OddReference reads what b begins with and XML does not allow though its meaning is
// plain: two references to the halves of a character, or one to a control character.
func OddReference(b []byte) (r rune, n int) {
	first, n := anyReference(b)
	if n > 0 && first < ' ' && first > 0 {
		return first, n
	}
	if n == 0 || !utf16.IsSurrogate(first) {
		return 0, 0
	}
	second, m := anyReference(b[n:])
	if r = utf16.DecodeRune(first, second); m == 0 || r == utf8.RuneError {
		return 0, 0
	}
	return r, n + m
}

// anyReference reads the reference to a number that b begins with, whatever number.
func anyReference(b []byte) (r rune, n int) {
	const longest = len("&#x10ffff;")
	end := bytes.IndexByte(b[:min(longest, len(b))], ';')
	if end < 4 || b[0] != '&' || b[1] != '#' {
		return 0, 0
	}
	digits, base := string(b[2:end]), 10
	if digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	v, err := strconv.ParseUint(digits, base, 32)
	if err != nil || v > utf8.MaxRune {
		return 0, 0
	}
	return rune(v), end + 1
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
	if err != nil || !IsXMLChar(rune(n)) {
		return 0, false
	}
	return rune(n), true
}

// AppendJSON appends raw, the inside of a JSON string, with escapes resolved
// and bad bytes replaced one by one with U+FFFD, as encoding/json does. What is
// no escape stays as it is written.
func AppendJSON(dst, raw []byte) []byte {
	for i := 0; i < len(raw); {
		c := raw[i]
		switch {
		case c == '\\':
			var n int
			dst, n = AppendEscape(dst, raw[i:])
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

// AppendEscape resolves the escape that b begins with and returns its length.
func AppendEscape(dst, b []byte) ([]byte, int) {
	if len(b) < 2 {
		return append(dst, '\\'), 1
	}
	switch b[1] {
	case '"', '\\', '/', '\'':
		return append(dst, b[1]), 2
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
		if r, ok := Hex4(b[2:]); ok {
			if low, ok := LowHalf(b, r); ok {
				return utf8.AppendRune(dst, low), 12
			}
			return utf8.AppendRune(dst, r), 6 // a lone half becomes U+FFFD
		}
	}
	return append(dst, '\\'), 1
}

// LowHalf completes a surrogate pair whose first half is r.
func LowHalf(b []byte, r rune) (rune, bool) {
	if !utf16.IsSurrogate(r) || len(b) < 12 || b[6] != '\\' || b[7] != 'u' {
		return 0, false
	}
	low, ok := Hex4(b[8:])
	if !ok {
		return 0, false
	}
	full := utf16.DecodeRune(r, low)
	return full, full != utf8.RuneError
}

// Hex4 reads the four hexadecimal digits that b begins with.
func Hex4(b []byte) (rune, bool) { return Hex(b, 4) }

// Hex reads the n hexadecimal digits that b begins with.
func Hex(b []byte, n int) (rune, bool) {
	if len(b) < n {
		return 0, false
	}
	var r rune
	for _, c := range b[:n] {
		d := Unhex(c)
		if d < 0 {
			return 0, false
		}
		r = r<<4 | rune(d)
	}
	return r, true
}

func Unhex(c byte) int {
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
