package literals

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
)

// wikiMarks open and end a block of code in the markup of Jira and Confluence.
var wikiMarks = [...]string{"{code", "{noformat"}

// wikiContent returns where the content begins of the block that opens at i, and the mark
// that ends it; 0 if none opens there.
func wikiContent(text []byte, i int) (start int, mark string) {
	for _, mark := range wikiMarks {
		if !bytes.HasPrefix(text[i:], []byte(mark)) {
			continue
		}
		line := text[i:min(i+outset.LookAhead, len(text))]
		n := bytes.IndexAny(line[1:], "{}\"\n") + 1
		if n > 0 && line[n] == '}' && (n == len(mark) || line[len(mark)] == ':') {
			return i + n + 1, mark + "}"
		}
	}
	return 0, ""
}

func wikiBegins(text []byte, i int) bool {
	start, _ := wikiContent(text, i)
	return start > 0
}

// wiki reads what stands between {code:json} and {code}.
func wiki(text []byte, i int, pulse func()) (t Text, ok bool) {
	start, mark := wikiContent(text, i)
	t.Start, t.Count = i, 1
	for at := start; at < len(text); at += pulseEvery - len(mark) {
		if n := bytes.Index(text[at:min(at+pulseEvery, len(text))], []byte(mark)); n >= 0 {
			t.Copy(text, start, at+n)
			t.End = at + n + len(mark)
			return t, true
		}
		pulse()
	}
	t.End = len(text)
	return t, false
}
