package literals

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
)

// hereMark opens a string of PowerShell in which nothing is escaped.
const hereMark = "@'"

// shellBegins reports whether a body in single quotes begins at i.
func shellBegins(text []byte, i int) bool {
	n := 1
	if text[i] == '@' {
		n = len(hereMark)
		if !bytes.HasPrefix(text[i:], []byte(hereMark)) || newline(text[i+n:]) == 0 {
			return false
		}
	} else if i > 0 && bytes.IndexByte([]byte(" \t\n=("), text[i-1]) < 0 {
		return false
	}
	at := outset.BlanksTo(text, i+n)
	return at < len(text) && outset.At(text, at)
}

// apostrophes are how an apostrophe is written within single quotes: behind their end, and
// before they begin again.
var apostrophes = [...]string{`'\''`, `'"'"'`}

// shell reads an argument in single quotes with apostrophes in it, and a string of
// PowerShell on lines of its own. A string without an apostrophe is found as it stands.
func shell(text []byte, i int, pulse func()) (t Text, ok bool) {
	t.Start, t.Count = i, 1
	if text[i] == '@' {
		start := i + len(hereMark)
		n := bytes.Index(text[start:], []byte("\n'@"))
		if t.End = len(text); n < 0 {
			return t, false
		}
		t.Copy(text, start, start+n)
		t.End = start + n + len("\n'@")
		return t, true
	}
	beat := beats{i + pulseEvery, pulse}
	for at := i + 1; ; t.Count++ {
		n := bytes.IndexByte(text[at:], '\'')
		if n < 0 {
			t.End = len(text)
			return t, false
		}
		t.Copy(text, at, at+n)
		at += n
		beat.at(at)
		mark := ""
		for _, m := range apostrophes {
			if bytes.HasPrefix(text[at:], []byte(m)) {
				mark = m
			}
		}
		if mark == "" {
			t.End = at + 1
			return t, t.Count > 1
		}
		t.Put("'", at, at+len(mark))
		at += len(mark)
	}
}
