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
