package peel

import (
	"bytes"
	"strconv"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/literals"
	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/pieces"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// quotedCell is a cell of CSV or a string of SQL, in which a quote is doubled.
func quotedCell() wrapper {
	return wrapper{
		"cell",
		lang.Text{ZH: "表格单元格 / SQL 字符串", EN: "Cell or SQL string"},
		"\"\"''",
		(*Scanner).cellBegins,
		(*Scanner).cell,
	}
}

// cellBegins reports whether a quote at i may begin a cell: behind a separator.
func (s *Scanner) cellBegins(i int) bool {
	for k := i - 1; k >= max(s.first, i-8); k-- {
		switch c := s.text[k]; c {
		case ' ':
		case ',', ';', '\t', '|', '(', '=', '\n', '@':
			return true
		default:
			return false
		}
	}
	return true
}

// cell undoes the doubled quotes of the cell at i. Without one there is nothing to undo,
// and only one of several lines is a text of its own.
func (s *Scanner) cell(i int) (in Inside, ok bool, passed int) {
	quote, doubled := s.text[i], false
	beat := i + pulseEvery
	for end := i + 1; end < len(s.text); end++ {
		if end >= beat {
			s.c.pulse()
			beat = end + pulseEvery
		}
		if s.text[end] != quote {
			continue
		}
		if end+1 < len(s.text) && s.text[end+1] == quote {
			doubled, end = true, end+1
			continue
		}
		if !doubled && !s.severalLines(i+1, end) {
			return in, false, i + 1 + chars.One(end == i+1)
		}
		if literals.GlueAt(s.text, end+1).Doubles() {
			return in, false, end
		}
		in = Inside{Start: i, End: end + 1, Text: s.text[i+1 : end], Shift: i + 1,
			Note: lang.Text{ZH: "引号里的几行", EN: "lines in quotes"}}
		if doubled {
			in.Text, in.Trace = s.c.Undo(s.text, i+1, end, unescape.Doubled(quote))
			in.Shift, in.Note = 0, lang.Text{ZH: "引号成对的单元格", EN: "a cell with doubled quotes"}
		}
		return in, s.c.Holds(in.Text), end
	}
	return in, false, len(s.text)
}

// severalLines reports whether the cell between two offsets goes on in another line, has
// no escape of another kind, and is followed by what may stand behind a cell.
func (s *Scanner) severalLines(from, to int) bool {
	const most = 16 << 20 // bytes
	if to-from > most || to+1 < len(s.text) && bytes.IndexByte([]byte(",;\t|)\r\n "), s.text[to+1]) < 0 {
		return false
	}
	return s.until(from, lineEnd) < to && bytes.IndexByte(s.text[from:to], '\\') < 0
}

// joinedLiterals are string literals that source code joins to one.
func joinedLiterals() wrapper {
	return wrapper{
		"source",
		lang.Text{ZH: "拼接的字符串", EN: "Joined literals"},
		"\"\"''",
		(*Scanner).literalBegins,
		(*Scanner).joined,
	}
}

// joined puts the literals together of which the first stands at i.
func (s *Scanner) joined(i int) (in Inside, ok bool, passed int) {
	var b pieces.Builder
	var first literals.Glue
	count, end, twice := 0, i, false
	for at := i; ; {
		quote, closed := s.text[at], -1
		if !s.unclosed[quote] {
			closed = closing(s.text, at+1, quote, s.c)
		}
		if closed < 0 {
			s.unclosed[quote] = true
			break
		}
		if twice || count == 0 && s.doubles(at) {
			twice, closed = true, s.closedTwice(at)-1
		}
		if twice {
			unescape.Quotes(&b, s.text, at+1, closed, quote)
		} else {
			unescape.Literals(&b, s.text, at+1, closed, s.c.pulse)
		}
		if count, end = count+1, closed+1; count%1024 == 0 {
			s.c.pulse()
		}
		between := literals.GlueAt(s.text, end)
		if count == 1 {
			first = between
		}
		if !between.Joins(first) || !between.Plain() && bytes.IndexByte([]byte("{[<"), s.text[min(outset.BlanksTo(s.text, i+1), len(s.text)-1)]) < 0 ||
			count == 1 && (between.Text == "" || !between.Plain()) && Whole(b.Text) {
			break
		}
		at = between.Next
	}
	if count < 2 || !s.c.Holds(b.Text) {
		return in, false, max(end, i+1)
	}
	return Inside{Start: s.prefixed(i), End: end, Text: b.Text, Trace: b.Trace,
		Note: lang.Text{ZH: "{0} 个字符串拼接而成", EN: "literals: {0}, joined"}.With(strconv.Itoa(count))}, true, 0
}

// doubles reports whether the literal at i, read as one in which a quote is doubled, has
// more of its kind behind it. What was looked through for another literal in vain is
// not looked through again, up to the quote that ended it.
func (s *Scanner) doubles(i int) bool {
	if quote := s.text[i]; i >= s.single[quote] {
		end := s.closedTwice(i)
		if literals.GlueAt(s.text, end).Doubles() {
			return true
		}
		if s.single == nil {
			s.single = map[byte]int{}
		}
		s.single[quote] = end - 1
	}
	return false
}

// closedTwice returns where the literal at i ends in which a quote is doubled.
func (s *Scanner) closedTwice(i int) int {
	quote := s.text[i]
	for i++; i < len(s.text); i++ {
		if s.text[i] != quote {
			continue
		}
		if i++; i == len(s.text) || s.text[i] != quote {
			return i
		}
	}
	return len(s.text)
}

// shellEscapes is a body in a command for a shell of Windows.
func shellEscapes() wrapper {
	return wrapper{
		"shell",
		lang.Text{ZH: "命令行转义", EN: "Shell escapes"},
		"{{[[<<^^``\"\"",
		(*Scanner).shellBegins,
		(*Scanner).shell,
	}
}

func (s *Scanner) shellBegins(i int) bool {
	ahead := s.text[i:min(i+outset.LookAhead, len(s.text))]
	if ahead[0] == '"' {
		return unescape.ShellArgument(ahead[1:])
	}
	return unescape.ShellBody(ahead)
}

// shell undoes the escapes from i on, up to a quote without one.
func (s *Scanner) shell(i int) (in Inside, ok bool, passed int) {
	start := i
	i += chars.One(s.text[i] == '"')
	step, mark := unescape.Caret, byte('^')
	if n := bytes.IndexAny(s.text[i:min(i+outset.LookAhead, len(s.text))], "^`"); n >= 0 && s.text[i+n] == '`' {
		step, mark = unescape.BackQuote, '`'
	}
	end, beat := i, i+pulseEvery
	for ; end < len(s.text) && s.text[end] != '"'; end++ {
		if end >= beat {
			s.c.pulse()
			beat = end + pulseEvery
		}
		if bytes.HasPrefix(s.text[end:], []byte(`^\^`)) {
			end += len(`^\^`)
		} else if s.text[end] == mark && !bytes.HasPrefix(s.text[end:], []byte(`^"`)) {
			end++
		}
	}
	end = min(end, len(s.text))
	inner, trace := s.c.Undo(s.text, i, end, step)
	if !s.c.Holds(inner) {
		return in, false, max(end, i+1)
	}
	if start < i && end < len(s.text) {
		end++ // its quote
	}
	return Inside{Start: start, End: end, Text: inner, Trace: trace,
		Note: lang.Text{ZH: "Windows 命令行里的转义", EN: "escaped for a shell of Windows"}}, true, 0
}
