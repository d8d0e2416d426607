package literals

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
)

// sqlBegins reports whether a body in a string with a letter before its quote begins at i:
// E'…' of PostgreSQL, in which a backslash escapes, and N'…', in which none does.
func sqlBegins(text []byte, i int) bool {
	if i+2 >= len(text) || text[i+1] != '\'' || i > 0 && (chars.IsLetter(text[i-1]) || isDigit(text[i-1])) {
		return false
	}
	at := outset.BlanksTo(text, i+2)
	return at < len(text) && (outset.At(text, at) || bytes.IndexByte([]byte(`{[\`), text[at]) >= 0)
}

func sql(text []byte, i int, pulse func()) (t Text, ok bool) {
	t.Start, t.Count = i, 1
	stops := "'"
	if text[i]|0x20 == 'e' {
		stops = `'\`
	}
	beat := beats{i + pulseEvery, pulse}
	for at := i + 2; ; {
		n := bytes.IndexAny(text[at:min(at+pulseEvery, len(text))], stops)
		beat.at(at)
		switch {
		case n < 0 && at+pulseEvery < len(text):
			n = pulseEvery
		case n < 0:
			t.End = len(text)
			return t, false
		}
		t.Copy(text, at, at+n)
		switch at += n; {
		case n == pulseEvery:
		case text[at] == '\\':
			out, used := unescape.Literal(nil, text[at:])
			t.Put(string(out), at, at+used)
			at += used
		case bytes.HasPrefix(text[at:], []byte("''")):
			t.Put("'", at, at+2)
			at += 2
		default:
			t.End = at + 1
			return t, true
		}
	}
}

// cell reads a body in a column between tabs, as mysql and COPY print it: a backslash
// before each backslash. JSON tells by its quotes; of XML a column beside it must tell.
func cell(text []byte, i int, pulse func()) (t Text, ok bool) {
	t.Start = i
	slash := bytes.IndexByte(text[i:], '\\')
	if slash < 0 {
		t.End = len(text)
		return t, false
	}
	if line := bytes.LastIndexByte(text[i:i+slash], '\n'); line >= 0 { // no line before has one
		t.End = i + line
		return t, false
	}
	end, _ := lineEnd(text, i)
	if t.End = end; bytes.IndexByte(text[i:end], '\t') >= 0 {
		t.End = i + bytes.IndexByte(text[i:end], '\t')
	}
	own := text[i:t.End]
	switch xml := text[i] == '<'; {
	case xml && !(unescape.Escapes(own) && beside(text, i, t.End, end)):
		return t, false
	case !xml && (!bytes.Contains(own, []byte(`\\"`)) || unescape.SoundJSON(own)):
		return t, false
	}
	unescape.Literals(&t.Builder, text, i, t.End, pulse)
	return t, text[i] == '<' || unescape.SoundJSON(t.Text)
}

// beside reports whether something about the line of a column tells that backslashes are
// doubled in it: a column that is NULL, or the command of a dump before it.
func beside(text []byte, from, to, end int) bool {
	const near = 1 << 10
	before := text[max(from-near, 0):from]
	line := before[bytes.LastIndexByte(before, '\n')+1:]
	null := []byte(`\N`)
	for _, part := range [...][]byte{line, text[to:min(end, to+near)]} {
		for column := range bytes.SplitSeq(part, []byte("\t")) {
			if bytes.Equal(column, null) {
				return true
			}
		}
	}
	return bytes.Contains(before, []byte("FROM stdin")) && bytes.Contains(before, []byte("COPY "))
}
