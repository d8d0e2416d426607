package export

import (
	"fmt"
	"unicode/utf8"
)

// escape spells a character so that a program can tell which it was:
// \n, \r and \t, \x9B for a byte that is not UTF-8, \u{202E} for all others.
func escape(r rune, raw string) string {
	switch {
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r == '\t':
		return `\t`
	case r == utf8.RuneError && len(raw) == 1:
		return fmt.Sprintf(`\x%02X`, raw[0])
	}
	return fmt.Sprintf(`\u{%X}`, r)
}
