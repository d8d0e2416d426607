package peel

import (
	"bytes"
	"strconv"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/dump"
	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/packed"
	"github.com/callbacklens/callbacklens/parser/internal/printed"
	"github.com/callbacklens/callbacklens/parser/internal/trees"
	"github.com/callbacklens/callbacklens/parser/lang"
)

var bytesNote = lang.Text{ZH: "{0} 字节", EN: "bytes: {0}"}

// dumped goes on with the bytes of a dump that stands at start, if they hold a body.
func (s *Scanner) dumped(start int, b *dump.Bytes) (in Inside, ok bool, passed int) {
	if !b.Sound(promisingBytes) || !packed.Begins(b.Text) && !isUTF16(b.Text) && !s.c.Holds(b.Text) {
		return in, false, max(b.End, start+1)
	}
	return Inside{Start: start, End: b.End, Text: b.Text, Trace: b.Trace,
		Note: bytesNote.With(strconv.Itoa(len(b.Text)))}, true, 0
}

func (s *Scanner) isSound(b *dump.Bytes) bool { return b.Sound(promisingBytes) && s.c.Holds(b.Text) }

func promisingBytes(b []byte) bool { return packed.Begins(b) || isUTF16(b) }

// numberList is a list of bytes as numbers: of Go, Java, Python, Erlang, journald.
func numberList() wrapper {
	return wrapper{"bytes", lang.Text{ZH: "以数字表示的字节", EN: "Bytes as numbers"}, "[[{{((<<09", (*Scanner).numbersBegin,
		(*Scanner).numbers}
}

func (s *Scanner) numbers(i int) (Inside, bool, int) {
	b, ok := dump.Numbers(s.text, i, s.c.pulse)
	if !ok {
		return Inside{}, false, max(b.End, i+1)
	}
	return s.dumped(i, &b)
}

// Numbers reads the list of bytes between two offsets of a text, if it leads to a
// body.
func (c Context) Numbers(text []byte, start, end int) (Inside, bool) {
	s := &Scanner{text: text[:min(end, len(text))], c: c}
	in, ok, _ := s.numbers(start)
	in.Kind = "bytes"
	return in, ok
}

func (s *Scanner) numbersBegin(i int) bool {
	if c := s.text[i]; c >= '0' && c <= '9' {
		return (i == s.first || !isWordByte(s.text[i-1])) && dump.Decimal(s.text, i)
	}
	if s.text[i] == '<' && !bytes.HasPrefix(s.text[i:], []byte("<<")) {
		return false
	}
	at := i + 1 + chars.One(s.text[i] == '<')
	at += outset.Blanks(s.text[at:min(at+outset.LookAhead, len(s.text))])
	if at < len(s.text) && s.text[at] == '-' {
		at++
	}
	return at < len(s.text) && s.text[at] >= '0' && s.text[at] <= '9'
}

// hexPairs is a row of bytes as pairs of hexadecimal digits.
func hexPairs() wrapper {
	return wrapper{"hex", lang.Text{ZH: "十六进制", EN: "Hexadecimal"}, "09afAF<<\\\\", (*Scanner).hexBegins, (*Scanner).hex}
}

// hexBegins reports whether a row of pairs begins at i, whose first bytes are text.
func (s *Scanner) hexBegins(i int) bool {
	if s.text[i] == '<' {
		return bytes.HasPrefix(s.text[i:], []byte(outset.BufferMark))
	}
	return (i == s.first || !isWordByte(s.text[i-1])) && dump.Begins(s.text, i)
}

func (s *Scanner) hex(i int) (in Inside, ok bool, passed int) {
	start := i
	if s.text[i] == '<' {
		i += len(outset.BufferMark)
	}
	b := dump.Pairs(s.text, i, len(s.text), s.c.pulse)
	if start < i && b.End < len(s.text) {
		if n := bytes.IndexByte(s.text[b.End:min(b.End+outset.LookAhead, len(s.text))], '>'); n >= 0 {
			b.End += n + 1
		}
	}
	return s.dumped(start, &b)
}

// hexDump has an address at the beginning of each line.
func hexDump() wrapper {
	return wrapper{"hexdump", lang.Text{ZH: "字节转储（od、xxd、hexdump）", EN: "Dump of bytes (od, xxd, hexdump)"}, "09afAF  \t\t{{[[<<",
		func(s *Scanner, i int) bool {
			if c := s.text[i]; c == '{' || c == '[' || c == '<' { // behind blanks that od has before it
				return i == s.first && i > s.from && s.text[i-1] == ' '
			}
			return s.lineBegins(i) || !isWordByte(s.text[i-1]) && dump.Addressed(s.text, i)
		},
		func(s *Scanner, i int) (Inside, bool, int) {
			row := i
			for i == s.first && row > s.from && s.text[row-1] == ' ' {
				row--
			}
			b, start, ok := dump.Dump(s.text, row, i, s.isSound, s.c.pulse)
			if !ok {
				return Inside{}, false, max(b.End, i+1)
			}
			return s.dumped(start, &b)
		}}
}

// printedStructure is a structure as a program prints it for people.
func printedStructure() wrapper {
	return wrapper{
		"printed",
		lang.Text{ZH: "打印出来的结构", EN: "Printed structure"},
		"AZaz__&&{{[[((<<//\"\"''",
		func(s *Scanner, i int) bool {
			if c := s.text[i]; c == '"' || c == '\'' {
				return trees.Begins(s.text, i)
			}
			return (i == 0 || !isWordByte(s.text[i-1])) && printed.Begins(s.text, i) || printed.LooseBegins(s.text, i) ||
				trees.Begins(s.text, i)
		},
		(*Scanner).printed,
	}
}

// printed turns the structure at i into JSON, if it tells of a callback.
func (s *Scanner) printed(i int) (in Inside, ok bool, passed int) {
	if i >= s.treeTo && trees.Begins(s.text, i) {
		p, ok := trees.Read(s.text, i, s.c.pulse)
		if ok && outset.TellsFolded(p.Text) {
			return Inside{Start: i, End: max(p.End, i+1), Text: p.Text, Trace: p.Places(), Note: p.Note, Packed: p.Apart}, true, 0
		}
		s.treeTo = p.End
	}
	if printed.LooseBegins(s.text, i) {
		if in, ok := s.c.loose(s.text, i); ok {
			return in, true, 0
		}
	}
	p, ok := printed.Read(s.text, i, s.c.pulse)
	if !ok || !outset.TellsFolded(p.Text) {
		return in, false, max(p.End, i+1)
	}
	if root := outset.NextRoot(s.text, i+1); !p.Whole && root > 0 && root < p.End && Whole(s.text[root:]) {
		return in, false, root
	}
	in = structure(i, &p)
	if !p.Whole {
		in.Damage = packed.ErrTruncated
	}
	return in, true, 0
}

// looseCost is how many times as long as a look for other wrappers it takes to read a
// structure in vain.
const looseCost = 8

// loose does so for structures of any language. One may begin again within what was
// read of another in vain.
func (c Context) loose(text []byte, i int) (in Inside, ok bool) {
	if c.Budget != nil && *c.Budget <= 0 {
		return in, false
	}
	p, odd := printed.Loose(text, i, c.pulse)
	if p.Whole && odd > 0 && outset.TellsFolded(p.Text) {
		return structure(i, &p), true
	}
	if c.Budget != nil {
		*c.Budget -= looseCost * (p.End - i)
	}
	c.pulse()
	return in, false
}

func structure(i int, p *printed.Structure) Inside {
	note := lang.Text{ZH: "程序打印的结构，已按 JSON 解析", EN: "a structure that a program printed, read as JSON"}
	if p.Kind != "" {
		note = lang.Text{ZH: "{0} 的输出，已按 JSON 解析", EN: "output of {0}, read as JSON"}.With(p.Kind)
	}
	return Inside{Start: i, End: max(p.End, i+1), Text: p.Text, Trace: p.Trace, Note: note}
}

// Reprinted reads what begins at i of text as the structure of a program where it has
// what JSON has not, and was read badly as that.
func (c Context) Reprinted(text []byte, i int) (in Inside, ok bool) {
	in, ok = c.loose(text, i)
	in.Kind = "printed"
	return in, ok
}
