// Package lines puts bodies together again whose lines were changed on the way: a
// logger wrote something before each of them, a viewer numbered them, a runtime
// split them, a terminal broke them at its width.
package lines

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/pieces"
)

// Run is a run of lines, put together.
type Run struct {
	pieces.Builder
	End    int // in the text, behind the last line
	Lines  int
	Prefix string // the first one that was taken off
	Looked int    // bytes that Join looked at
}

// pulseEvery is how many bytes are looked at between two pulses.
const pulseEvery = 64 << 10

// longestPrefix is how many bytes a line is looked at for something before the body.
const longestPrefix = 256

// longestFirst is how many bytes the first of several lines has at most: bodies of
// one line may have a hundred million, which nobody looks through for another.
const longestFirst = 1 << 20

// Several reports whether the line at i, which is of common length, has another
// behind it.
func Several(text []byte, i int) bool {
	n := bytes.IndexByte(text[i:min(i+longestFirst, len(text))], '\n')
	return n >= 0 && i+n+1 < len(text)
}

// Recorded reports whether the line at i is one that a container runtime wrote.
func Recorded(text []byte, i int) bool {
	head, _, _ := bytes.Cut(text[i:min(i+longestPrefix, len(text))], []byte("\n"))
	n, _ := containerPrefix(head)
	return n > 0
}

// end returns where the line at i ends, and where the next one begins.
func end(text []byte, i int) (end, next int) {
	if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n, i + n + 1
	}
	return len(text), len(text)
}

// Prefixed reads the lines from i on that have the same before the text which is
// theirs, digits aside. The first of them must begin a body that goes on in the next, or what
// they have is signs alone, as in mail.
func Prefixed(text []byte, i int, pulse func()) (r Run, ok bool) {
	stop, next := end(text, i)
	if next == len(text) {
		return r, false
	}
	first := text[i:stop]
	body := opening(first)
	if body > 0 && finished(first[body:]) {
		return r, false
	}
	if r, ok = prefixed(text, i, body, pulse); ok {
		return r, true
	}
	const few = 3 // lines
	size := len(first) - len(bytes.TrimLeft(first, ">#*+|;% \t"))
	prefix := bytes.TrimRight(first[:size], " \t")
	if len(prefix) == 0 {
		return r, false
	}
	prefix = first[:min(size, len(prefix)+1)]
	run := Run{Prefix: string(prefix), End: i}
	run.follow(text, prefix, pulse)
	return run, run.Lines >= few
}

// follow takes the lines from the end of the run on that begin with a prefix, digits aside.
func (r *Run) follow(text, prefix []byte, pulse func()) {
	for beat := r.End + pulseEvery; r.End < len(text); r.Lines++ {
		if r.End >= beat {
			pulse()
			beat = r.End + pulseEvery
		}
		stop, next := end(text, r.End)
		n := matches(prefix, text[r.End:stop])
		if n < 0 {
			break
		}
		r.Copy(text, r.End+n, next)
		r.End = next
	}
}

// prefixed does so where a body begins in the first line.
func prefixed(text []byte, i, body int, pulse func()) (r Run, ok bool) {
	if body <= 0 {
		return r, false
	}
	stop, next := end(text, i)
	first := text[i:stop]
	second, _ := end(text, next)
	size, _ := common(first[:body], text[next:second])
	prefix := first[:size]
	if len(bytes.TrimSpace(prefix)) == 0 || wordByte(prefix[size-1]) || prefix[size-1] == '\'' || bytes.ContainsAny(prefix, `"{<`) && !tagless(prefix) {
		return r, false
	}
	r.Prefix = string(prefix)
	r.Copy(text, i+size, next)
	r.End, r.Lines = next, 1
	r.follow(text, prefix, pulse)
	return r, r.Lines > 2 || r.Lines == 2 && size >= 4
}

// wordByte reports whether c is a part of a word or a number: nothing that ends a prefix.
func wordByte(c byte) bool { return chars.IsLetter(c) || c >= '0' && c <= '9' }

// tagless reports whether a prefix has brackets and quotes of its own that are
// closed, as <14> of syslog is.
func tagless(prefix []byte) bool {
	return bytes.Count(prefix, []byte("<")) == bytes.Count(prefix, []byte(">")) && bytes.Count(prefix, []byte(`"`))%2 == 0 &&
		bytes.Count(prefix, []byte("{")) == bytes.Count(prefix, []byte("}"))
}

// opening returns where a body may begin in a line, -1 if none does: its last
// bracket counts that is the first of it.
func opening(line []byte) int {
	line = line[:min(len(line), longestPrefix)]
	for i, c := range line {
		switch rest := bytes.TrimSpace(line[i+1:]); c {
		case '{':
			if len(rest) == 0 || rest[0] == '"' || rest[0] == '\'' {
				return i
			}
		case '[':
			if len(rest) == 0 || rest[0] == '{' {
				return i
			}
		case '<':
			if len(rest) > 0 && (rest[0] == '?' || chars.IsLetter(rest[0])) {
				return i
			}
		}
	}
	return -1
}

// finished reports whether the body that a line begins ends in it, too.
func finished(body []byte) bool {
	if body[0] == '<' {
		name := firstName(body)
		return len(name) > 0 && (bytes.Contains(body, append([]byte("</"), name...)) || bytes.HasSuffix(bytes.TrimSpace(body), []byte("/>")))
	}
	depth, quoted := 0, false
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return true
			}
		}
	}
	return false
}

// firstName returns the name of the first element that a line opens.
func firstName(line []byte) []byte {
	for {
		i := bytes.IndexByte(line, '<')
		if i < 0 || i+1 >= len(line) {
			return nil
		}
		if line = line[i+1:]; chars.IsLetter(line[0]) {
			n := bytes.IndexAny(line, " \t\r/>")
			if n < 0 {
				n = len(line)
			}
			return line[:n]
		}
	}
}

// common returns how much a and b have in common at their beginnings, in bytes of
// each. Numbers are alike, with the blanks that pad them.
func common(a, b []byte) (n, m int) {
	for n < len(a) && m < len(b) {
		if x, y := padded(a[n:]), padded(b[m:]); x > 0 && y > 0 {
			n, m = n+x, m+y
			continue
		}
		if a[n] != b[m] {
			break
		}
		n, m = n+1, m+1
	}
	return n, m
}

// padded returns the length of the number that b begins with, with the blanks
// before it; 0 if there is none.
func padded(b []byte) int {
	i := 0
	for i < len(b) && b[i] == ' ' {
		i++
	}
	start := i
	for i < len(b) && b[i] >= '0' && b[i] <= '9' {
		i++
	}
	if i == start {
		return 0
	}
	return i
}

// matches returns the length of what a line has like prefix, -1 if it has not all
// of it. Of a line without text of its own the blanks at the end may be missing.
func matches(prefix, line []byte) int {
	n, m := common(prefix, line)
	rest := bytes.TrimSpace(prefix[n:])
	switch {
	case n == len(prefix):
		return m
	case len(rest) == 0 && len(bytes.TrimSpace(line[m:])) == 0:
		return m
	}
	return -1
}

// Numbered reads the lines from i on between which others hold nothing but numbers
// that count up, as what is copied from a page with numbers beside the lines does.
func Numbered(text []byte, i int, pulse func()) (r Run, ok bool) {
	stop, next := end(text, i)
	own := false // whether the line at hand should be a number
	count, isNumber := bare(text[i:stop])
	if isNumber {
		own = true
	} else {
		after, _ := end(text, next)
		if count, isNumber = bare(text[next:after]); !isNumber {
			return r, false
		}
	}
	numbers := 0
	r.Prefix, r.End = "", i
	for beat := i + pulseEvery; r.End < len(text); own = !own {
		if r.End >= beat {
			pulse()
			beat = r.End + pulseEvery
		}
		stop, next = end(text, r.End)
		if n, is := bare(text[r.End:stop]); own {
			if !is || n != count {
				break
			}
			count, numbers = count+1, numbers+1
		} else {
			r.Copy(text, r.End, next)
			r.Lines++
		}
		r.End = next
	}
	return r, numbers >= 3 && r.Lines >= 3
}

// bare returns the number that a line holds and nothing else.
func bare(line []byte) (n int, ok bool) {
	line = bytes.TrimSpace(line)
	if len(line) == 0 || len(line) > 7 {
		return 0, false
	}
	for _, c := range line {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// Container reads the lines from i on that a container runtime wrote, each with
// its time, its stream and P for a part or F for what ends a line.
func Container(text []byte, i int, pulse func()) (r Run, ok bool) {
	parts := 0
	for r.End = i; r.End < len(text); r.Lines++ {
		if r.Lines%(1<<10) == 1 {
			pulse()
		}
		stop, next := end(text, r.End)
		n, part := containerPrefix(text[r.End:stop])
		if n == 0 {
			break
		}
		if r.Lines == 0 {
			r.Prefix = string(text[i : i+n])
		}
		if part {
			parts++
			next = stop
		}
		r.Copy(text, r.End+n, next)
		if r.End = next; part && r.End < len(text) {
			r.End++
		}
	}
	return r, parts > 0 || r.Lines > 1 && r.Lines <= len(r.Text) && !finished(firstLine(r.Text))
}

func firstLine(text []byte) []byte {
	stop, _ := end(text, 0)
	if at := opening(text[:stop]); at >= 0 {
		return text[at:stop]
	}
	return []byte("{}")
}

// containerPrefix returns the length of what stands before the text of a line, 0 if
// it is no line of a container, and whether the line is a part of a longer one.
func containerPrefix(line []byte) (n int, part bool) {
	words := bytes.SplitN(line[:min(len(line), longestPrefix)], []byte(" "), 4)
	if len(words) < 4 || len(words[0]) < 20 || bytes.IndexByte(words[0], 'T') != 10 ||
		string(words[1]) != "stdout" && string(words[1]) != "stderr" {
		return 0, false
	}
	tag, _, _ := bytes.Cut(words[2], []byte(":"))
	if string(tag) != "P" && string(tag) != "F" {
		return 0, false
	}
	return len(words[0]) + len(words[1]) + len(words[2]) + 3, string(tag) == "P"
}
