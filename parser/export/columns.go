package export

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// columns returns how many columns of a terminal s takes up.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r < 0x7f:
			n++
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		default:
			n++
			if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
				n++
			}
		}
	}
	return n
}

// padded returns s with blanks behind it, one at least, up to n columns.
func padded(s string, n int) string {
	return s + strings.Repeat(" ", max(n-columns(s), 1))
}
