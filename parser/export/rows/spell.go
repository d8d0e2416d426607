package rows

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
)

const digits = "0123456789ABCDEF"

// Escape spells a character so that a program can tell which it was:
// \n, \r and \t, \x9B for a byte that is not UTF-8, \u{202E} for all others.
func Escape(r rune, raw string) string {
	switch {
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r == '\t':
		return `\t`
	case r == utf8.RuneError && len(raw) == 1:
		return `\x` + string([]byte{digits[raw[0]>>4], digits[raw[0]&15]})
	}
	return `\u{` + strings.ToUpper(strconv.FormatInt(int64(r), 16)) + `}`
}

// TSVField spells a field of TSV. It doubles every backslash: that of an escape could
// not be told from one of the value otherwise.
func TSVField(s string) string { return visible.Respell(strings.ReplaceAll(s, `\`, `\\`), Escape) }

// CSVField spells a field of CSV, but for its quotes.
func CSVField(s string) string {
	s = csvEscape(s)
	if formula(s) {
		return "'" + s
	}
	return s
}

// formula reports whether s is what a spreadsheet computes: a sign that begins
// formulas, also in its wide form, with something behind it. Blanks and apostrophes
// before it make it no less of one.
func formula(s string) bool {
	s = strings.TrimLeft(s, "' ")
	r, n := utf8.DecodeRuneInString(s)
	return n < len(s) && n > 0 && strings.ContainsRune("=+-@＝＋－＠", r)
}

// Formulas counts the cells of the rows of a segmentation that are guarded.
func Formulas(t *parser.Tokens, source, job string) (n int) {
	for _, s := range [...]string{source, job} { // which stand in each row
		if formula(s) {
			n += t.Len()
		}
	}
	for i := range t.Len() {
		if formula(t.Word(i)) {
			n++
		}
		if formula(t.Pos(i)) {
			n++
		}
	}
	return n
}

// csvEscape escapes what may not stand in a field, and doubles a backslash only
// where what follows would make an escape of it.
func csvEscape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return visible.Respell(s, Escape)
	}
	// NUL stands for the backslash of an escape that was written by us.
	s = visible.Respell(s, func(r rune, raw string) string { return "\x00" + Escape(r, raw)[1:] })
	var b strings.Builder
	for i := range len(s) {
		switch {
		case s[i] == 0:
			b.WriteByte('\\')
		case s[i] == '\\' && escapeTail(s[i+1:]):
			b.WriteString(`\\`)
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// escapeTail reports whether s makes an escape of the backslash before it.
func escapeTail(s string) bool {
	if s == "" {
		return false
	}
	switch s[0] {
	case 0, 'n', 'r', 't', '\\':
		return true
	case 'x':
		return hexadecimal(s[1:]) >= 2
	case 'u':
		if len(s) < 2 || s[1] != '{' {
			return false
		}
		n := hexadecimal(s[2:])
		return n > 0 && n <= 6 && strings.HasPrefix(s[2+n:], "}")
	}
	return false
}

// hexadecimal returns how many digits s begins with.
func hexadecimal(s string) (n int) {
	for n < len(s) && strings.IndexByte(digits, s[n]) >= 0 {
		n++
	}
	return n
}

// appendQuoted appends a field of CSV, in quotes where it needs them.
func appendQuoted(dst []byte, s string) []byte {
	if first, _ := utf8.DecodeRuneInString(s); s == "" || s != `\.` && !strings.ContainsAny(s, ",\"\r\n") && !unicode.IsSpace(first) {
		return append(dst, s...)
	}
	dst = append(dst, '"')
	dst = append(dst, strings.ReplaceAll(s, `"`, `""`)...)
	return append(dst, '"')
}

// AppendString appends a string of JSON, in which whatever could act on a screen or
// hide is escaped, as is what could end a script.
func AppendString(dst []byte, s string) []byte {
	if asIs(s) {
		return append(append(append(dst, '"'), s...), '"')
	}
	start := len(dst)
	dst = append(dst, '"')
	for i, r := range s {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r == '\n':
			dst = append(dst, `\n`...)
		case r == '\r':
			dst = append(dst, `\r`...)
		case r == '\t':
			dst = append(dst, `\t`...)
		case r == '\b':
			dst = append(dst, `\b`...)
		case r == '\f':
			dst = append(dst, `\f`...)
		case r < ' ' || r == '<' || r == '>' || r == '&' || r == 0x2028 || r == 0x2029:
			dst = append(dst, JSONEscape(r, "")...)
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			dst = append(dst, `\ufffd`...)
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	dst = append(dst, '"')
	if visible.Plain(string(dst[start:])) {
		return dst
	}
	return append(dst[:start], visible.Respell(string(dst[start:]), JSONEscape)...)
}

// spelled are the characters of ASCII that AppendString escapes, though they have forms.
var spelled = [utf8.RuneSelf]bool{'"': true, '\\': true, '<': true, '>': true, '&': true}

// asIs reports whether nothing in s has to be escaped.
func asIs(s string) bool {
	beyond := false
	for i := range len(s) {
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			beyond = true
		case c < ' ', c == 0x7f, spelled[c]:
			return false
		}
	}
	return !beyond || visible.Plain(s)
}

// JSONEscape spells a character as JSON does, in two halves beyond U+FFFF.
func JSONEscape(r rune, _ string) string {
	if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
		return JSONEscape(high, "") + JSONEscape(low, "")
	}
	hex := strconv.FormatInt(int64(r), 16)
	return `\u` + "0000"[len(hex):] + hex
}
