// Package visible shows foreign text so that nothing in it hides: whatever has
// no form of its own, or changes how others are drawn, gets a sign.
//
// What has no form is decided by Unicode's properties and not by a list:
//
//   - what the standard calls not printable: controls (Cc), format characters
//     (Cf), private use (Co), surrogates (Cs), unassigned code points and
//     noncharacters (Cn), separators of lines and paragraphs (Zl, Zp), and
//     blanks (Zs) other than the one of ASCII;
//   - what is Default_Ignorable_Code_Point beyond that: variation selectors,
//     fillers, the grapheme joiner;
//   - bytes that are not UTF-8.
//
// The one list is of letters and symbols that are blank by design, for which
// there is no property. Code points younger than the tables of Go count as
// unassigned and are shown by their number.
//
// What belongs together in ordinary text is left whole, see joins: emoji, the
// variants of ideographs, and the joiners within words of scripts that are
// written with them.
package visible

import (
	"iter"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Piece is a part of a text.
type Piece struct {
	Text string // as it stands in the text
	Sign string // what stands for Text; empty if that can be shown as it is
}

// Pieces divides text into what is shown as it is, in stretches as long as
// possible, and single characters that need a sign.
func Pieces(text string) iter.Seq[Piece] {
	return func(yield func(Piece) bool) {
		for rest := text; rest != ""; {
			n := plainLength(rest)
			if n > 0 && !yield(Piece{Text: rest[:n]}) {
				return
			}
			if rest = rest[n:]; rest == "" {
				return
			}
			r, size := utf8.DecodeRuneInString(rest)
			if !yield(Piece{rest[:size], sign(r, rest[:size])}) {
				return
			}
			rest = rest[size:]
		}
	}
}

// Edged is Pieces for a text whose ends matter: there blanks get signs, too.
func Edged(text string) iter.Seq[Piece] {
	inner := strings.Trim(text, " ")
	before := len(text) - len(strings.TrimLeft(text, " "))
	return func(yield func(Piece) bool) {
		for range before {
			if !yield(Piece{" ", "␣"}) {
				return
			}
		}
		for p := range Pieces(inner) {
			if !yield(p) {
				return
			}
		}
		for range len(text) - before - len(inner) {
			if !yield(Piece{" ", "␣"}) {
				return
			}
		}
	}
}

// Cluster returns how many bytes at the beginning of text are drawn as one: a
// character and what is joined to it. The sign is what stands for the character
// if it has no form; nothing is joined to it then.
func Cluster(text string) (n int, of string) {
	r, n := utf8.DecodeRuneInString(text)
	if r == utf8.RuneError && n <= 1 || !formed(r) {
		return n, sign(r, text[:n])
	}
	if r == blackFlag {
		n += regionTags(text[n:])
	}
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if !skinTone(r) && (formed(r) || !joins(text[:n], r, text[n+size:])) {
			break
		}
		n += size
		if r == zwj {
			_, size = utf8.DecodeRuneInString(text[n:])
			n += size
		}
	}
	return n, ""
}

// Isolated is Text for a place where no markup can keep apart what is written
// from right to left, such as an attribute: there the characters that Unicode
// has for that stand around it.
func Isolated(text string) string {
	shown := Text(text)
	if strings.ContainsFunc(shown, fromRight) {
		return "\u2068" + shown + "\u2069"
	}
	return shown
}

// fromRight reports whether r is in one of the ranges that Unicode sets aside
// for scripts that are written from right to left.
func fromRight(r rune) bool {
	return 0x590 <= r && r < 0x900 || 0xfb1d <= r && r < 0xfe00 || 0xfe70 <= r && r < 0xff00 ||
		0x10800 <= r && r < 0x11000 || 0x1e800 <= r && r < 0x1f000
}

// Plain reports whether text can be shown as it is.
func Plain(text string) bool { return plainLength(text) == len(text) }

// Text returns text with signs in their places.
func Text(text string) string {
	if Plain(text) {
		return text
	}
	return joined(Pieces(text))
}

// Word is Text for a text whose ends matter, as Edged is Pieces.
func Word(word string) string {
	if word == "" || word[0] != ' ' && word[len(word)-1] != ' ' {
		return Text(word)
	}
	return joined(Edged(word))
}

func joined(pieces iter.Seq[Piece]) string {
	var b strings.Builder
	for p := range pieces {
		if p.Sign != "" {
			b.WriteString(p.Sign)
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// Sign returns what stands for a character that has no form of its own; empty
// for one that has. Joined characters may be shown as they are all the same,
// see Pieces.
func Sign(r rune) string {
	if formed(r) {
		return ""
	}
	return sign(r, "")
}

// formed reports whether r has a form of its own.
func formed(r rune) bool {
	switch {
	case r < 0x7f:
		return r >= ' '
	case 0x4e00 <= r && r < 0xa000, 0xac00 <= r && r < 0xd7a4: // in great number
		return true
	}
	return strconv.IsPrint(r) && !ignorable(r) && !blankByDesign(r)
}

// ignorable reports whether r, which is printable by its category, is by
// default drawn as nothing.
func ignorable(r rune) bool {
	return unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// blankByDesign reports whether r is a letter, a mark or a symbol that is made
// to be blank.
func blankByDesign(r rune) bool {
	switch r {
	case 0x2800, // the pattern of braille without a dot
		0x16fe4,          // the filler of Khitan small script
		0x13441, 0x13442, // the full and the half blank of hieroglyphs
		0x1d159: // the null notehead of music
		return true
	}
	return false
}

// sign returns what stands for r; raw are its bytes, which tell where they are
// no UTF-8.
func sign(r rune, raw string) string {
	if r == utf8.RuneError && len(raw) == 1 {
		return "‹0x" + hex(rune(raw[0]), 2) + "›"
	}
	switch r {
	case '\n':
		return "↵"
	case '\t':
		return "⇥"
	case 0x7f:
		return "␡"
	case 0xa0:
		return "⍽"
	case 0x3000:
		return "□"
	}
	if r < ' ' {
		return string(0x2400 + r)
	}
	return "‹" + name(r) + "›"
}

// names are the abbreviations of the standard for what is met most.
var names = map[rune]string{
	0x85: "NEL", 0xad: "SHY", 0x34f: "CGJ", 0x61c: "ALM", 0x180e: "MVS",
	0x200b: "ZWSP", 0x200c: "ZWNJ", 0x200d: "ZWJ", 0x200e: "LRM", 0x200f: "RLM",
	0x2028: "LSEP", 0x2029: "PSEP", 0x202a: "LRE", 0x202b: "RLE", 0x202c: "PDF", 0x202d: "LRO", 0x202e: "RLO",
	0x202f: "NNBSP", 0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI",
	0x115f: "HCF", 0x1160: "HJF", 0x3164: "HF", 0xffa0: "HWHF", 0xfeff: "BOM",
}

// name returns what r is called: by its abbreviation or its number.
func name(r rune) string {
	switch {
	case 0xfe00 <= r && r <= 0xfe0f:
		return "VS" + strconv.Itoa(int(r-0xfe00)+1)
	case 0xe0100 <= r && r <= 0xe01ef:
		return "VS" + strconv.Itoa(int(r-0xe0100)+17)
	case 0xe0021 <= r && r <= 0xe007e:
		return "TAG " + string(r-0xe0000)
	}
	if known := names[r]; known != "" {
		return known
	}
	return "U+" + hex(r, 4)
}

func hex(r rune, digits int) string {
	s := strings.ToUpper(strconv.FormatInt(int64(r), 16))
	return strings.Repeat("0", max(digits-len(s), 0)) + s
}
