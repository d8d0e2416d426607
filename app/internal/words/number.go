package words

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Count writes a number with separators between thousands.
func Count(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Numbered fills a number into many, or takes one where it is that.
func Numbered(one, many lang.Text, n int) lang.Text {
	if n == 1 {
		return one
	}
	return many.With(Count(n))
}

// Size writes a number of bytes for people.
func Size(n int) string {
	switch {
	case n < 1<<10:
		return strconv.Itoa(n) + " B"
	case n < 1<<20:
		return strconv.FormatFloat(float64(n)/(1<<10), 'f', 1, 64) + " KB"
	}
	return strconv.FormatFloat(float64(n)/(1<<20), 'f', 1, 64) + " MB"
}

// NumberText returns a number of a token as it is shown.
func NumberText(n int, ok bool) string {
	if !ok {
		return "–"
	}
	return strconv.Itoa(n)
}

// Headline begins a name with a capital, as it stands alone.
func Headline(name string) string {
	if name == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}
