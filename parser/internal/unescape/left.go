package unescape

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// What the code of a character begins with in a value that was escaped once more than
// the notation of its body wants; four hexadecimal digits follow.
var (
	leftInJSON = [...]string{"%u", `\\u`, "&#x"}
	leftInXML  = [...]string{"%u", `\u`, "&amp;#x"}
)

// Left counts the escapes that are left in the values of a body, and returns where the
// first one stands.
func Left(text []byte, xml bool) (start, end, count int) {
	signs := leftInJSON
	if xml {
		signs = leftInXML
	}
	for _, sign := range signs {
		for at := 0; ; {
			n := bytes.Index(text[at:], []byte(sign))
			if n < 0 {
				break
			}
			from := at + n
			at = from + len(sign)
			if _, ok := chars.Hex4(text[at:]); !ok {
				continue
			}
			if at += 4; count == 0 || from < start {
				start, end = from, at
			}
			count++
		}
	}
	return start, end, count
}

// Backslashes counts the doubled backslashes of a text in which each begins an escape of a
// table or a properties file, and returns where the first one stands. Where one begins
// none, they are the text's own, and there are none to count.
func Backslashes(text []byte, beat func(at int)) (first, count int) {
	for at, next := 0, pulseEvery; at < len(text); at += 2 {
		n := bytes.IndexByte(text[at:min(len(text), at+pulseEvery)], '\\')
		if at >= next || n < 0 {
			beat(at)
			next = at + pulseEvery
		}
		if n < 0 {
			at += pulseEvery - 2
			continue
		}
		if at += n; at+1 == len(text) || bytes.IndexByte([]byte(`\"'nrtu=:#! `), text[at+1]) < 0 {
			return 0, 0
		}
		if text[at+1] == '\\' {
			if count++; count == 1 {
				first = at
			}
		}
	}
	return first, count
}

// SpellsReplaced reports whether a text stands for U+FFFD by intent.
func SpellsReplaced(text []byte) bool {
	text = bytes.ToLower(text)
	for _, as := range [...]string{"\uFFFD", "fffd", "65533", "%ef%bf%bd"} {
		if bytes.Contains(text, []byte(as)) {
			return true
		}
	}
	return false
}
