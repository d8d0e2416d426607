package literals

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/outset"
)

// propertiesBegin reports whether a body begins at i whose first colon or sign of equality
// has a backslash before it.
func propertiesBegin(text []byte, i int) bool {
	ahead := text[i:min(i+outset.LookAhead, len(text))]
	if bytes.IndexByte(ahead, '\\') < 0 {
		return false
	}
	for n := 1; n < len(ahead); n++ {
		switch c := ahead[n]; {
		case c == '\\':
			n++
			n += newline(ahead[n:]) / 2 // one of two bytes
			if n < len(ahead) && (ahead[n] == ':' || ahead[n] == '=') {
				return true
			}
		case c == ':' || c == '=' || c == '\n':
			return false
		}
	}
	return false
}

// properties reads the value of a Java properties file, over all the lines that go on with
// a backslash. In it every colon and every sign of equality is escaped.
func properties(text []byte, i int, pulse func()) (t Text, ok bool) {
	beat := beats{i + pulseEvery, pulse}
	t.Start = i
	for t.End = i; t.End < len(text); {
		n := bytes.IndexAny(text[t.End:min(t.End+pulseEvery, len(text))], "\\:=\n")
		if n < 0 {
			n = min(pulseEvery, len(text)-t.End)
		}
		t.Copy(text, t.End, t.End+n)
		t.End += n
		beat.at(t.End)
		if t.End == len(text) || text[t.End] == '\n' {
			break
		}
		rest := text[t.End:]
		if rest[0] != '\\' {
			if n == pulseEvery {
				continue
			}
			return t, false
		}
		t.Count++
		if n := newline(rest[1:]); n > 0 {
			n++
			t.End += n + blanks(rest[n:])
			continue
		}
		out, used := chars.AppendEscape(nil, rest)
		if used == 1 && len(rest) > 1 { // no other character has a meaning of its own
			out, used = []byte{rest[1]}, 2
		}
		t.Put(string(out), t.End, t.End+used)
		t.End += used
	}
	return t, t.Count > 0
}
