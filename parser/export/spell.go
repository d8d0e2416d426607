package export

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/internal/visible"
)

// respell returns s with every character that could act on what shows it, or
// hide in it, replaced by what spell makes of it: controls, format and bidi
// characters, separators of lines, bytes that are not UTF-8. Blanks, private and
// unassigned characters stay: they are data, and no screen obeys them. raw is
// the character as it stands in s.
func respell(s string, spell func(r rune, raw string) string) string {
	if visible.Plain(s) {
		return s
	}
	var b strings.Builder
	for p := range visible.Pieces(s) {
		r, size := utf8.DecodeRuneInString(p.Text)
		invalid := r == utf8.RuneError && size == 1
		harmless := unicode.In(r, unicode.Zs, unicode.Co, unicode.Cn) && !unicode.Is(unicode.Noncharacter_Code_Point, r)
		if p.Sign == "" || !invalid && harmless {
			b.WriteString(p.Text)
		} else {
			b.WriteString(spell(r, p.Text))
		}
	}
	return b.String()
}

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
