package peel

import (
	"bytes"
	"strconv"

	"github.com/callbacklens/callbacklens/parser/internal/lines"
	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// terminalCodes is what was copied out of a terminal with its colours.
func terminalCodes() wrapper {
	return wrapper{
		"terminal",
		lang.Text{ZH: "终端颜色代码", EN: "Terminal codes"},
		"\x1b\x1b^^<<{{[[\\\\##EE\xe2\xe2",
		(*Scanner).codesBegin,
		(*Scanner).codes,
	}
}

// codesBegin reports whether a code for a terminal stands at i, or in the body that
// begins there: an escape character is in no well-formed one.
func (s *Scanner) codesBegin(i int) bool {
	switch s.text[i] {
	case 0x1b, '^', '\\', '#', 'E', 0xe2:
		return lines.Code(s.text[i:]) > 0
	}
	const far = 16 << 10
	if i < s.plainTo || !s.looksLikeBody(i) {
		return i+4 < len(s.text) && s.text[i+1] != ' ' && lines.Code(s.text[i+1+outset.Blanks(s.text[i+1:min(i+64, len(s.text))]):]) > 0
	}
	s.plainTo = min(i+far, len(s.text))
	n := bytes.IndexByte(s.text[i:s.plainTo], 0x1b)
	return n >= 0 && lines.Code(s.text[i+n:]) > 0
}

// codes takes the codes off the rest of the text.
func (s *Scanner) codes(i int) (in Inside, ok bool, passed int) {
	inner, trace := s.c.Undo(s.text, i, len(s.text), lines.Uncolour)
	if !s.c.Holds(inner) {
		return in, false, len(s.text)
	}
	return Inside{Start: i, End: len(s.text), Text: inner, Trace: trace,
		Note: lang.Text{ZH: "去掉了颜色等终端代码", EN: "colours and other codes of a terminal, taken off"}}, true, 0
}

// lineWrapper is a wrapper whose lines are put together by read, where begins tells
// that it is worth a look.
func lineWrapper(
	kind string, name, note lang.Text, begins func(s *Scanner, i int) bool,
	read func(text []byte, i int, pulse func()) (lines.Run, bool),
) wrapper {
	at := func(s *Scanner, i int) (in Inside, ok bool, passed int) {
		for i == s.first && i > s.from && (s.text[i-1] == ' ' || s.text[i-1] == '\t') {
			i--
			s.first = i // what is before the first line may be before each
		}
		run, ok := read(s.text, i, s.c.pulse)
		if !ok || !s.c.Holds(run.Text) {
			return in, false, max(run.End, i+1)
		}
		return Inside{Start: i, End: run.End, Text: run.Text, Trace: run.Trace,
			Note: note.With(strconv.Itoa(run.Lines), run.Prefix)}, true, 0
	}
	return wrapper{kind, name, anyLine, begins, at}
}

// several reports whether the line at i has another behind it, and remembers the answer for
// all who ask.
func (s *Scanner) several(i int) bool {
	if s.severalAt != i+1 {
		s.severalAt, s.isSeveral = i+1, lines.Several(s.text, i)
	}
	return s.isSeveral
}

// prefixedLines has the same before each of its lines.
func prefixedLines() wrapper {
	return lineWrapper("prefix", lang.Text{ZH: "行首前缀", EN: "Prefix on each line"},
		lang.Text{ZH: "{0} 行，去掉了行首的“{1}”一类前缀", EN: "lines: {0}, without what begins each, like “{1}”"},
		(*Scanner).several, lines.Prefixed)
}

// containerLines are records of a container runtime, in which long lines are split.
func containerLines() wrapper {
	return lineWrapper("container", lang.Text{ZH: "容器日志", EN: "Container log"},
		lang.Text{ZH: "{0} 条容器日志，已拼接", EN: "records of a container log: {0}, joined"},
		func(s *Scanner, i int) bool { return lines.Recorded(s.text, i) }, lines.Container)
}

// numberedLines has numbers on lines of their own.
func numberedLines() wrapper {
	return lineWrapper("numbers", lang.Text{ZH: "行号", EN: "Line numbers"},
		lang.Text{ZH: "{0} 行，去掉了夹在中间的行号", EN: "lines: {0}, without the line numbers between them"},
		(*Scanner).several, lines.Numbered)
}

// wrappedLines were broken by a terminal.
func wrappedLines() wrapper {
	return lineWrapper("wrapped", lang.Text{ZH: "终端折行", EN: "Lines broken by a terminal"},
		lang.Text{ZH: "{0} 行，终端按宽度折行，已接回", EN: "lines: {0}, broken at the width of a terminal and joined"},
		(*Scanner).several, lines.Wrapped)
}

// joinedRecords are objects, one a line, whose texts in one field are a callback
// together.
func joinedRecords() wrapper {
	return lineWrapper("records", lang.Text{ZH: "逐行记录", EN: "Records, one a line"},
		lang.Text{ZH: "{0} 条记录，字段 {1} 已拼接", EN: "records: {0}, the texts in {1} joined"},
		func(s *Scanner, i int) bool { return lines.IsRecord(s.text, i) && s.several(i) }, func(text []byte, i int, pulse func()) (lines.Run, bool) {
			r, ok := lines.Records(text, i, pulse)
			return r, ok && (outset.Tells(r.Text) || !outset.LikeBody(r.Text))
		})
}
