package literals

import (
	"bytes"
	"strings"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
)

// scalar is where a string of YAML begins: behind a key or the sign of an item.
type scalar struct {
	at     int  // its quote, or what tells that a block follows
	indent int  // of its line
	style  byte // ' " | or >
	body   int  // where what is in it begins
}

func yamlBegins(text []byte, i int) bool {
	s, ok := scalarAt(text, i)
	if !ok {
		return false
	}
	at := outset.BlanksTo(text, s.body)
	return at < len(text) && (outset.At(text, at) || text[at] == '{' && s.style == '"')
}

// scalarAt returns the scalar that the line at i begins.
func scalarAt(text []byte, i int) (s scalar, ok bool) {
	line := text[i:min(i+outset.LookAhead, len(text))]
	n := blanks(line)
	s.indent = n
	for bytes.HasPrefix(line[n:], []byte("- ")) {
		n += 2 + blanks(line[n+2:])
	}
	key := n
	for n < len(line) && (chars.IsLetter(line[n]) || line[n] >= '0' && line[n] <= '9' || bytes.IndexByte([]byte(`_-./"'`), line[n]) >= 0) {
		n++
	}
	switch {
	case n > key && bytes.HasPrefix(line[n:], []byte(": ")):
		n += 2 + blanks(line[n+2:])
	case n > key || n == s.indent:
		return s, false
	}
	if n >= len(line) {
		return s, false
	}
	s.at, s.style = i+n, line[n]
	s.body = s.at + 1
	switch s.style {
	case '\'', '"':
		return s, true
	case '|', '>':
		end, next := lineEnd(line, n)
		s.body = i + next
		return s, len(bytes.Trim(line[n+1:end], "+-0123456789 ")) == 0 && next < len(line)
	}
	return s, false
}

func yaml(text []byte, i int, pulse func()) (t Text, ok bool) {
	s, _ := scalarAt(text, i)
	t.Start, t.Count = s.at, 1
	beat := beats{i + pulseEvery, pulse}
	if s.style == '|' || s.style == '>' {
		return t, t.block(text, s, &beat)
	}
	return t, t.quoted(text, s, &beat)
}

// block reads lines that are indented more than that of their key, without the margin of
// the first one. Folded ones go on in the next line.
func (t *Text) block(text []byte, s scalar, beat *beats) bool {
	margin, empty, deeper := 0, 0, false
	end := s.body // of what was read
	t.End, t.Count = s.body, 0
	for at := s.body; at < len(text); {
		beat.at(at)
		stop, next := lineEnd(text, at)
		n := blanks(text[at:stop])
		if at+n == stop {
			at, empty = next, empty+1
			continue
		}
		if margin == 0 {
			margin = n
		}
		if n < margin || n <= s.indent {
			break
		}
		more := n > margin
		breaks := empty + 1
		switch {
		case t.Count == 0:
			breaks = 0
		case s.style == '>' && !more && !deeper && empty == 0:
			t.Put(" ", end, at+margin)
			breaks = 0
		case s.style == '>' && !more && !deeper:
			breaks = empty
		}
		t.Put(strings.Repeat("\n", breaks), end, at+margin)
		t.Copy(text, at+margin, stop)
		end, t.End, at = stop, next, next
		t.Count, empty, deeper = t.Count+1, 0, more
	}
	return t.Count > 0
}

// quoted reads a string in quotes. One that stands in one line, without a doubled quote, is
// not read: other languages write it so, too.
func (t *Text) quoted(text []byte, s scalar, beat *beats) bool {
	doubled, from := false, s.body
	for i := s.body; ; {
		n := bytes.IndexAny(text[i:min(i+pulseEvery, len(text))], string(s.style)+"\\\n")
		beat.at(i)
		if n < 0 && i+pulseEvery < len(text) {
			i += pulseEvery
			continue
		}
		if n < 0 {
			t.End = len(text)
			return false
		}
		i += n
		switch c := text[i]; {
		case c == '\n':
			i = t.fold(text, from, i)
		case c == '\\' && s.style == '\'':
			i++
			continue
		case c == '\\':
			t.Copy(text, from, i)
			i = t.escape(text, i)
		case c == '\'' && i+1 < len(text) && text[i+1] == '\'':
			t.Copy(text, from, i+1)
			doubled, i = true, i+2
		default:
			t.Copy(text, from, i)
			t.End = i + 1
			end, _ := lineEnd(text, t.End)
			rest := bytes.TrimLeft(text[t.End:end], " \t,]}")
			return (doubled || t.Count > 1) && (len(rest) == 0 || rest[0] == '#')
		}
		from = i
	}
}

// fold goes on in the next line that is not empty, behind a line of which the rest stands
// between from and end. It returns where that line begins.
func (t *Text) fold(text []byte, from, end int) int {
	own := bytes.TrimRight(text[from:end], " \t\r")
	t.Copy(text, from, from+len(own))
	next := end
	breaks := -1
	for n := newline(text[next:]); n > 0; n = newline(text[next:]) {
		next += n
		next += blanks(text[next:])
		breaks++
	}
	t.Count += breaks + 1
	between := " "
	if breaks > 0 {
		between = strings.Repeat("\n", breaks)
	}
	t.Put(between, from+len(own), next)
	return next
}

// escape undoes the escape at i of a string in double quotes, and returns where it ends.
func (t *Text) escape(text []byte, i int) int {
	if n := newline(text[i+1:]); n > 0 {
		t.Count++
		end := i + 1 + n
		return end + blanks(text[end:])
	}
	if i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == '\t') {
		t.Put(" ", i, i+2)
		return i + 2
	}
	out, used := unescape.Literal(nil, text[i:])
	t.Put(string(out), i, i+used)
	return i + used
}
