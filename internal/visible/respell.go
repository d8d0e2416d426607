package visible

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Respell returns s with every character that could act on what shows it, or
// hide in it, replaced by what spell makes of it: controls, format and bidi
// characters, separators of lines, bytes that are not UTF-8. Blanks, private and
// unassigned characters stay: they are data, and no screen obeys them. raw is
// the character as it stands in s.
func Respell(s string, spell func(r rune, raw string) string) string {
	if Plain(s) {
		return s
	}
	var b strings.Builder
	for p := range Pieces(s) {
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
