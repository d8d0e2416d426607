package peel

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// Fence takes bodies out of the fenced blocks of Markdown.
func Fence(text []byte, c Context) []Inside {
	if start, _ := trimmed(text); BodyAt(text, start) || c.index(text, "```") < 0 && c.index(text, "~~~") < 0 {
		return nil
	}
	var found []Inside
	for i := 0; i < len(text); {
		mark, content := openingFence(text, i)
		if mark == nil {
			i = nextLine(text, i)
			continue
		}
		end, after := closingFence(text, content, mark)
		if holds(text[content:end], c) {
			found = append(found, Inside{Kind: "fence", Start: i, End: after, Shift: content, Text: text[content:end],
				Note: lang.Text{ZH: "Markdown 代码块", EN: "a code block of Markdown"}})
		}
		i = after
	}
	return found
}

func nextLine(text []byte, i int) int {
	if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(text)
}

// openingFence returns the fence that the line at i is, and where its content
// begins.
func openingFence(text []byte, i int) (mark []byte, content int) {
	end := nextLine(text, i)
	line := bytes.TrimLeft(text[i:end], " >\t")
	n := 0
	for n < len(line) && (line[n] == '`' || line[n] == '~') && line[n] == line[0] {
		n++
	}
	if n < 3 || end == len(text) {
		return nil, 0
	}
	return line[:n], end
}

// closingFence returns where the content that begins at i ends, and where the
// text goes on behind the fence.
func closingFence(text []byte, i int, mark []byte) (end, after int) {
	for at := i; at < len(text); at = nextLine(text, at) {
		next := nextLine(text, at)
		if bytes.HasPrefix(bytes.TrimLeft(text[at:next], " >\t"), mark) {
			return at, next
		}
	}
	return len(text), len(text)
}
