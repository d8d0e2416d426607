package peel

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// codeFence is a block of code in Markdown.
func codeFence() wrapper {
	return wrapper{
		"fence",
		lang.Text{ZH: "Markdown 代码块", EN: "Markdown fence"},
		"``~~>>  \t\t",
		(*Scanner).fenceBegins,
		(*Scanner).fence,
	}
}

// fenceBegins reports whether the line at i opens a fenced block of Markdown.
func (s *Scanner) fenceBegins(i int) bool {
	return s.lineBegins(i) && openingFence(s.text[i:]) != nil
}

// fence takes the content out of the block that the line at i opens.
func (s *Scanner) fence(i int) (in Inside, ok bool, passed int) {
	content := nextLine(s.text, i)
	end, after := s.closingFence(content, openingFence(s.text[i:]))
	if !s.c.Holds(s.text[content:end]) {
		return in, false, after
	}
	return Inside{Start: i, End: after, Shift: content, Text: s.text[content:end],
		Note: lang.Text{ZH: "Markdown 代码块", EN: "a code block of Markdown"}}, true, 0
}

func nextLine(text []byte, i int) int {
	if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(text)
}

// openingFence returns the fence that text begins with, nil if there is none.
func openingFence(text []byte) []byte {
	line := bytes.TrimLeft(text[:min(outset.LookAhead, len(text))], " >\t")
	n := 0
	for n < len(line) && (line[n] == '`' || line[n] == '~') && line[n] == line[0] {
		n++
	}
	behind, _, broken := bytes.Cut(line[n:], []byte("\n"))
	if n < 3 || !broken || bytes.ContainsAny(behind, "<{") {
		return nil // a body follows in the line
	}
	return line[:n]
}

// closingFence returns where the content that begins at i ends, and where the
// text goes on behind the fence.
func (s *Scanner) closingFence(i int, mark []byte) (end, after int) {
	beat := i + pulseEvery
	for at := i; at < len(s.text); at = nextLine(s.text, at) {
		if at >= beat {
			s.c.pulse()
			beat = at + pulseEvery
		}
		line := s.text[at:min(at+outset.LookAhead, len(s.text))]
		if bytes.HasPrefix(bytes.TrimLeft(line, " >\t"), mark) {
			return at, nextLine(s.text, at)
		}
	}
	return len(s.text), len(s.text)
}
