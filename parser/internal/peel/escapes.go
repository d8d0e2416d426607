package peel

import (
	"bytes"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// byteEscapes is a body in which bytes beyond ASCII are written as escapes, while the
// rest stands as it is: as in the log of nginx, and of what escapes less than that.
func byteEscapes() wrapper {
	return wrapper{
		"escapes",
		lang.Text{ZH: "字节转义", EN: "Byte escapes"},
		"<<{{[[",
		(*Scanner).bytesBegin,
		(*Scanner).byteEscaped,
	}
}

// bytesBegin reports whether a body begins at i in which a backslash stands before
// anything beyond ASCII.
func (s *Scanner) bytesBegin(i int) bool {
	const far = 16 << 10
	if !s.looksLikeBody(i) {
		return false
	}
	ahead := s.text[i:min(i+far, len(s.text))]
	n := bytes.IndexByte(ahead, '\\')
	for k := 0; k < n; k++ {
		if ahead[k] >= utf8.RuneSelf {
			return false
		}
	}
	return n >= 0
}

// byteEscaped undoes the escapes of the body at i: those of its line, or of all the
// rest if it is the first one. Only where nothing beyond ASCII stands for itself can
// they be meant, and not one alone.
func (s *Scanner) byteEscaped(i int) (in Inside, ok bool, passed int) {
	end := s.until(i, lineEnd)
	xml := s.text[i] == '<'
	if !unescape.Escaped(s.text[i:end], xml, s.c.pulse) {
		const far = 16 << 10
		if i != s.front || !unescape.Escaped(s.text[i:min(i+far, len(s.text))], xml, s.c.pulse) {
			return in, false, end
		}
		end = len(s.text)
	}
	step := unescape.Byte
	if xml {
		step = unescape.ByteXML
	}
	inner, trace := s.c.Undo(s.text, i, end, step)
	if !s.c.Holds(inner) {
		return in, false, end
	}
	return Inside{Start: i, End: end, Text: inner, Trace: trace,
		Note: lang.Text{ZH: "\\xHH 一类的转义已还原", EN: "escapes like \\xHH undone"}}, true, 0
}

// markdownEscapes is a body whose brackets an editor of Markdown put a backslash
// before.
func markdownEscapes() wrapper {
	return wrapper{
		"markdown",
		lang.Text{ZH: "Markdown 转义", EN: "Markdown escapes"},
		"\\\\",
		(*Scanner).markdownBegins,
		(*Scanner).markdown,
	}
}

func (s *Scanner) markdownBegins(i int) bool {
	if i+2 >= len(s.text) || bytes.IndexByte([]byte("<{["), s.text[i+1]) < 0 {
		return false
	}
	out, _ := s.c.Undo(s.text, i, min(i+outset.LookAhead, len(s.text)), unescape.Markdown)
	return outset.LikeBody(out)
}

// markdown undoes the escapes of the line at i, or of all the rest where the body does
// not end in the line.
func (s *Scanner) markdown(i int) (in Inside, ok bool, passed int) {
	end := s.until(i, lineEnd)
	inner, trace := s.c.Undo(s.text, i, end, unescape.Markdown)
	if !Whole(inner) {
		end = len(s.text)
		inner, trace = s.c.Undo(s.text, i, end, unescape.Markdown)
	}
	if !s.c.Holds(inner) {
		return in, false, end
	}
	return Inside{Start: i, End: end, Text: inner, Trace: trace,
		Note: lang.Text{ZH: "去掉了括号前的反斜杠", EN: "without the backslashes before brackets"}}, true, 0
}
