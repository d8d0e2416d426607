package literals

import (
	"bytes"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/outset"
)

func mailBegins(text []byte, i int) bool {
	return outset.At(text, i) || i+1 < len(text) && text[i+1] == '='
}

// mail reads quoted-printable text, RFC 2045, up to the next part of its message. Every
// sign of equality must be one of its escapes, and something must tell that they are
// meant: a soft break of a line that is no longer than those of mail, an escaped sign of
// equality, or a character beyond ASCII.
func mail(text []byte, i int, pulse func()) (t Text, ok bool) {
	t.Start, t.End = i, len(text)
	beat, told := beats{i + pulseEvery, pulse}, false
	for at := i; at < t.End; t.Count++ {
		n := bytes.IndexByte(text[at:], '=')
		if n < 0 && !told {
			return t, false
		}
		if n < 0 {
			n = len(text) - at
		}
		if part := bytes.Index(text[at:at+n], []byte("\n--")); part >= 0 {
			n, t.End = part, at+part
		}
		t.Copy(text, at, at+n)
		at += n
		beat.at(at)
		if at == t.End {
			break
		}
		rest := text[at:]
		soft := 1 + blanks(rest[1:])
		if end := newline(rest[soft:]); end > 0 || soft == len(rest) {
			told = told || end > 0 && endsShort(text, at)
			at += soft + end
			continue
		}
		v, ok := chars.Hex(rest[1:], 2)
		if !ok {
			t.End = at + 1
			return t, false
		}
		t.Byte(byte(v), at, at+3)
		told = told || v == '=' || v >= utf8.RuneSelf && character(t.Text)
		at += 3
	}
	return t, told && utf8.Valid(t.Text)
}

// endsShort reports whether a line that ends at has no more characters than one of mail may
// have: what ends a longer one breaks none, and is the padding of base64, say.
func endsShort(text []byte, at int) bool {
	const longest = 76
	return at < longest || bytes.IndexByte(text[at-longest:at], '\n') >= 0
}

// character reports whether b ends with a character of several bytes.
func character(b []byte) bool {
	r, n := utf8.DecodeLastRune(b)
	return r != utf8.RuneError && n > 1
}
