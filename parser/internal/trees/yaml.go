package trees

import (
	"bytes"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/scribe"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
)

// YAML is read as converters and tools print it: mappings and lists in lines or in brackets,
// values bare, in quotes or as blocks, remarks, several documents. Where something else
// stands, such as an anchor, an alias or a tag, nothing is read.

// yamlReader reads one structure and writes it as JSON.
type yamlReader struct {
	scribe.Reader
	end    int // behind the last value
	values int
	deep   bool // something stands within the outermost mapping
}

// yamlBegins knows it by the first line: a name of the root of a callback, with nothing but
// the marks of a list before it, and behind its colon a blank or the end of the line.
func yamlBegins(t []byte, i int) bool {
	for k := i - 1; k >= 0 && t[k] != '\n'; k-- {
		if k < i-scribe.LongestName || t[k] != ' ' && t[k] != '-' {
			return false
		}
	}
	from, to, value := yamlName(t, i)
	if value == 0 || rootName(t[from:to]) == notRoot {
		return false
	}
	// A value of one line is followed by another name.
	stop := lineStop(t, value)
	next := stop
	for next < len(t) && (t[next] == '\n' || t[next] == '\r' || t[next] == ' ') {
		next++
	}
	if next == len(t) {
		return false
	}
	if own := bytes.TrimSpace(t[value:stop]); len(own) == 0 || own[0] == '{' || own[0] == '[' || own[0] == '#' {
		return true
	}
	_, _, value = yamlName(t, next)
	return value > 0
}

// yamlName returns the name at i of a member in lines, and where the blank or the line end
// behind its colon is, 0 where no name is there.
func yamlName(t []byte, i int) (from, to, value int) {
	if i >= len(t) {
		return i, i, 0
	}
	end := scribe.QuotedEnd(t, i)
	if from, to = i+1, end-1; end == 0 {
		if bytes.IndexByte([]byte("-?:,[]{}#&*!|>'\"%@`"), t[i]) >= 0 {
			return i, i, 0
		}
		for end = i; end < min(len(t), i+scribe.LongestName) && t[end] != ':' && t[end] != '\n'; end++ {
		}
		from, to = i, len(bytes.TrimRight(t[:end], " "))
	}
	for end < len(t) && t[end] == ' ' {
		end++
	}
	if to <= from || end >= len(t) || t[end] != ':' || bytes.IndexByte(t[from:to], '\\') >= 0 ||
		end+1 < len(t) && bytes.IndexByte([]byte(" \t\r\n"), t[end+1]) < 0 {
		return from, to, 0
	}
	return from, to, end + 1
}

func lineStop(t []byte, i int) int {
	if n := bytes.IndexByte(t[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(t)
}

// readYAML reads the structure at i.
func readYAML(text []byte, i int, pulse func(), s *Tree) bool {
	y := &yamlReader{Reader: scribe.NewReader(text, i, pulse, &s.Builder)}
	y.mapping(y.column(), true)
	if s.End = y.I; y.Broken || !y.deep || y.values < 2 {
		return false
	}
	s.End = y.end
	return true
}

// column returns how many characters stand before y.I on its line.
func (y *yamlReader) column() int { return y.I - bytes.LastIndexByte(y.Text[:y.I], '\n') - 1 }

// fail ends the reading: something else stands there.
func (y *yamlReader) fail() { y.Broken = true }

// blanks passes over the blanks of a line, and reports whether a remark or the line's end
// follows.
func (y *yamlReader) blanks() (ends bool) {
	start := y.I
	for y.At(' ') || y.At('\t') {
		y.I++
	}
	return y.I == len(y.Text) || y.At('\n') || y.At('\r') ||
		y.At('#') && (y.I > start || y.I == 0 || chars.IsSpace(y.Text[y.I-1]))
}

// lines goes on to the next line with something in it, and returns the column that this
// begins in; -1 at the end of the document.
func (y *yamlReader) lines() int {
	for {
		y.I = lineStop(y.Text, y.I)
		if y.I >= len(y.Text) || !y.Alive() {
			y.I = len(y.Text)
			return -1
		}
		y.I++
		start := y.I
		if y.Has("---") || y.Has("...") {
			if rest := y.Text[y.I+3:]; len(rest) == 0 || chars.IsSpace(rest[0]) {
				return -1
			}
		}
		if !y.blanks() {
			if bytes.IndexByte(y.Text[start:y.I], '\t') >= 0 {
				y.fail()
			}
			return y.I - start
		}
	}
}

// after ends a value: nothing but a remark may follow it on its line. It returns the column
// of the next line.
func (y *yamlReader) after() int {
	y.end = y.I
	if !y.blanks() {
		y.fail()
		return -1
	}
	return y.lines()
}

// enter counts a level.
func (y *yamlReader) enter() {
	if y.Depth++; y.Depth > scribe.Deepest {
		y.fail()
	}
}

// node reads what stands at y.I in a column, on a line of its own or behind the mark of a
// list; outer is the column of what it belongs to. It returns the column of the next line.
func (y *yamlReader) node(column, outer int) int {
	if y.dash() {
		return y.list(column)
	}
	if _, _, value := yamlName(y.Text, y.I); value > 0 {
		return y.mapping(column, false)
	}
	return y.value(outer)
}

// dash reports whether the mark of a list stands at y.I.
func (y *yamlReader) dash() bool {
	return y.At('-') && (y.I+1 == len(y.Text) || chars.IsSpace(y.Text[y.I+1]))
}

// mapping reads the members from y.I on that begin in a column.
func (y *yamlReader) mapping(column int, outermost bool) (next int) {
	y.enter()
	y.Out.Put("{", y.I, y.I)
	next = column
	for first := true; next == column && !y.Broken; first = false {
		from, to, value := yamlName(y.Text, y.I)
		if value == 0 {
			if !outermost {
				y.fail()
			}
			break
		}
		if !first {
			y.Out.Put(",", y.I, y.I)
		}
		y.Out.Put(`"`, from, from)
		y.Escaped(from, to)
		y.Out.Put(`":`, to, value)
		y.I, y.end = value, value
		if !y.blanks() {
			next = y.value(column)
			continue
		}
		next = y.lines()
		switch {
		case next > column:
			y.deep = true
			next = y.node(next, column)
		case next == column && y.dash():
			y.deep = true
			next = y.list(column)
		default:
			y.Out.Put("null", value, value)
		}
	}
	if next > column {
		y.fail()
	}
	y.Out.Put("}", y.end, y.end)
	y.Depth--
	return next
}

// list reads the items from y.I on whose marks stand in a column.
func (y *yamlReader) list(column int) (next int) {
	y.enter()
	y.Out.Put("[", y.I, y.I)
	next = column
	for first := true; next == column && !y.Broken && y.dash(); first = false {
		if !first {
			y.Out.Put(",", y.I, y.I)
		}
		mark := y.I
		y.I++
		y.end = y.I
		if !y.blanks() {
			next = y.node(column+y.I-mark, column)
		} else if next = y.lines(); next > column {
			next = y.node(next, column)
		} else {
			y.Out.Put("null", mark, y.end)
		}
	}
	if next > column {
		y.fail()
	}
	y.Out.Put("]", y.end, y.end)
	y.Depth--
	return next
}

// value reads the value at y.I that belongs to what stands in a column.
func (y *yamlReader) value(column int) (next int) {
	y.values++
	switch c := y.Text[y.I]; c {
	case '|', '>':
		return y.block(column, c == '>')
	case '{', '[':
		y.deep = true
		y.flow()
	case '"', '\'':
		y.quoted(c)
	case '&', '*', '!', '%', '@', '`', ',', ']', '}', '#':
		y.fail()
	default:
		if (c == '-' || c == '?' || c == ':') && (y.I+1 == len(y.Text) || chars.IsSpace(y.Text[y.I+1])) {
			y.fail()
			break
		}
		return y.plain(column)
	}
	if y.Broken {
		return -1
	}
	return y.after()
}

// plain reads a value without quotes, which may go on in lines that are further in.
func (y *yamlReader) plain(column int) (next int) {
	start := y.I
	y.plainEnd("")
	if y.end = y.I; !y.blanks() {
		y.fail()
		return -1
	}
	remark := y.At('#')
	if next = y.lines(); next <= column || remark || y.Broken {
		y.bare(start, y.end)
		return next
	}
	y.Out.Put(`"`, start, start)
	y.Escaped(start, y.end)
	for next > column && !remark && !y.Broken {
		y.gap(y.end, y.I)
		start = y.I
		y.plainEnd("")
		y.Escaped(start, y.I)
		if y.end = y.I; !y.blanks() {
			y.fail()
		}
		remark = y.At('#')
		next = y.lines()
	}
	y.Out.Put(`"`, y.end, y.end)
	return next
}

// plainEnd goes to where the bare value at y.I ends on its line, before what may close it.
func (y *yamlReader) plainEnd(closers string) {
	start := y.I
	for ; y.I < len(y.Text); y.I++ {
		c := y.Text[y.I]
		if c == '\n' || c == '#' && y.I > start && chars.IsSpace(y.Text[y.I-1]) ||
			c == ':' && (y.I+1 == len(y.Text) || chars.IsSpace(y.Text[y.I+1])) ||
			closers != "" && bytes.IndexByte([]byte(closers), c) >= 0 {
			break
		}
	}
	if y.At(':') {
		y.fail()
	}
	y.I = start + len(bytes.TrimRight(y.Text[start:y.I], " \t\r"))
}

// bare writes a value without quotes of one line.
func (y *yamlReader) bare(from, to int) {
	switch own := y.Text[from:to]; string(own) {
	case "", "~", "null", "Null", "NULL":
		y.Out.Put("null", from, to)
	case "true", "false":
		y.Out.Copy(y.Text, from, to)
	case "True", "TRUE", "False", "FALSE":
		y.Out.Put(string(bytes.ToLower(own)), from, to)
	default:
		if scribe.IsNumber(own) {
			y.Out.Copy(y.Text, from, to)
			return
		}
		y.Out.Put(`"`, from, from)
		y.Escaped(from, to)
		y.Out.Put(`"`, to, to)
	}
}

// gap writes what a break between two lines of a value stands for: a blank, or the lines
// that are empty.
func (y *yamlReader) gap(from, to int) {
	n := bytes.Count(y.Text[from:to], []byte("\n")) - 1
	if n <= 0 {
		y.Out.Put(" ", from, to)
	}
	y.breaks(n, from, to)
}

func (y *yamlReader) breaks(n, from, to int) {
	for range n {
		y.Out.Put(`\n`, from, to)
	}
}

// quoted reads the string whose quote stands at y.I.
func (y *yamlReader) quoted(quote byte) {
	y.Out.Put(`"`, y.I, y.I)
	y.I++
	start := y.I
	for y.Alive() {
		n := bytes.IndexAny(y.Text[y.I:min(y.I+scribe.PulseEvery, len(y.Text))], string(quote)+"\\\n")
		if n < 0 {
			y.I = min(y.I+scribe.PulseEvery, len(y.Text))
			y.Escaped(start, y.I)
			start = y.I
			continue
		}
		y.I += n
		switch c := y.Text[y.I]; {
		case c == '\n':
			to := start + len(bytes.TrimRight(y.Text[start:y.I], " \t\r"))
			y.Escaped(start, to)
			y.skipSpace()
			y.gap(to, y.I)
		case c == '\\' && quote == '"':
			y.Escaped(start, y.I)
			y.escape()
		case c == '\\':
			y.I++
			continue
		case quote == '\'' && y.I+1 < len(y.Text) && y.Text[y.I+1] == quote:
			y.Escaped(start, y.I+1)
			y.I += 2
		default:
			y.Escaped(start, y.I)
			y.I++
			y.Out.Put(`"`, y.I-1, y.I)
			return
		}
		start = y.I
	}
}

func (y *yamlReader) skipSpace() { y.I = scribe.Blanks(y.Text, y.I) }

// escape writes what the escape at y.I stands for.
func (y *yamlReader) escape() {
	from, rest := y.I, y.Text[y.I:]
	out, n := []byte(nil), 2
	if len(rest) < 2 {
		y.fail()
		return
	}
	switch c := rest[1]; c {
	case '\n', '\r': // the line goes on in the next one
		y.I++
		for k := 0; k < 2 && (y.At('\r') || y.At('\n')); k++ {
			y.I++
		}
		for y.At(' ') || y.At('\t') {
			y.I++
		}
		return
	case ' ', '\t', '/':
		out = append(out, c)
	case 'e':
		out = append(out, 0x1b)
	case 'N':
		out = utf8.AppendRune(out, 0x85)
	case '_':
		out = utf8.AppendRune(out, 0xa0)
	case 'L':
		out = utf8.AppendRune(out, 0x2028)
	case 'P':
		out = utf8.AppendRune(out, 0x2029)
	case 'x': // a character, and no byte
		v, ok := chars.Hex(rest[2:], 2)
		if out, n = utf8.AppendRune(out, v), 4; !ok {
			y.fail()
		}
	default:
		out, n = unescape.Literal(nil, rest)
	}
	for _, c := range out {
		scribe.PutByte(y.Out, c, from, from+n)
	}
	y.I += n
}

// block reads the lines that stand further in than a column, as they are or folded, behind
// the mark at y.I.
func (y *yamlReader) block(column int, folds bool) (next int) {
	margin, keep := -1, byte(0)
	for y.I++; y.I < len(y.Text) && (y.At('+') || y.At('-') || y.Text[y.I] >= '1' && y.Text[y.I] <= '9'); y.I++ {
		if c := y.Text[y.I]; c == '+' || c == '-' {
			keep = c
		} else {
			margin = max(column, 0) + int(c-'0')
		}
	}
	if !y.blanks() {
		y.fail()
		return -1
	}
	y.Out.Put(`"`, y.I, y.I)
	at := min(lineStop(y.Text, y.I)+1, len(y.Text))
	empty, lines, deeper := 0, 0, false
	for y.end = at; at < len(y.Text); {
		y.I = at
		if !y.Alive() {
			return -1
		}
		stop := lineStop(y.Text, at)
		n := 0
		for at+n < stop && y.Text[at+n] == ' ' {
			n++
		}
		own := len(bytes.TrimSuffix(y.Text[at:stop], []byte("\r")))
		if own == n && (margin < 0 || n <= margin) {
			at, empty = min(stop+1, len(y.Text)), empty+1
			continue
		}
		if margin < 0 {
			margin = n
		}
		if n < margin || margin <= column {
			break
		}
		more := n > margin || own > margin && y.Text[at+margin] == '\t'
		breaks := empty + chars.One(lines > 0)
		if folds && lines > 0 && !more && !deeper {
			if breaks = empty; empty == 0 {
				y.Out.Put(" ", y.end, at+margin)
			}
		}
		y.breaks(breaks, y.end, at+margin)
		y.Escaped(at+margin, at+own)
		y.end = at + own
		lines, empty, deeper = lines+1, 0, more
		at = min(stop+1, len(y.Text))
	}
	switch {
	case keep == '+':
		y.breaks(empty+chars.One(lines > 0), y.end, y.end)
	case keep == 0 && lines > 0:
		y.breaks(1, y.end, y.end)
	}
	y.Out.Put(`"`, y.end, y.end)
	y.I = y.end
	if lines == 0 {
		y.I--
	}
	return y.lines()
}

// flow reads the mapping or list in brackets at y.I.
func (y *yamlReader) flow() {
	y.enter()
	open := y.Text[y.I]
	closer := open + 2
	y.Out.Put(string(open), y.I, y.I+1)
	y.I++
	for first := true; y.space() && !y.At(closer); first = false {
		if !first {
			if !y.At(',') {
				y.fail()
				return
			}
			y.I++
			if y.space() && y.At(closer) {
				break
			}
			y.Out.Put(",", y.I, y.I)
		}
		if open == '{' {
			y.flowName()
		}
		y.flowValue()
	}
	y.Out.Put(string(closer), y.I, y.I+1)
	y.I++
	y.Depth--
}

// space passes over blanks, line ends and remarks in brackets.
func (y *yamlReader) space() bool {
	for y.Alive() {
		y.skipSpace()
		if !y.At('#') || !chars.IsSpace(y.Text[y.I-1]) {
			break
		}
		y.I = lineStop(y.Text, y.I)
	}
	return y.Alive()
}

// flowName reads a name in brackets, up to its value.
func (y *yamlReader) flowName() {
	quote := y.At('"') || y.At('\'')
	if quote {
		y.quoted(y.Text[y.I])
	} else {
		start := y.I
		for y.I < len(y.Text) && y.I-start < scribe.LongestName && scribe.IsName(y.Text[y.I]) {
			y.I++
		}
		y.Out.Put(`"`, start, start)
		y.Escaped(start, y.I)
		y.Out.Put(`"`, y.I, y.I)
		if y.I == start {
			y.fail()
		}
	}
	if y.space() && y.At(':') && (quote || y.I+1 < len(y.Text) && chars.IsSpace(y.Text[y.I+1])) {
		y.Out.Put(":", y.I, y.I+1)
		y.I++
		return
	}
	y.fail()
}

func (y *yamlReader) flowValue() {
	if !y.space() {
		return
	}
	y.values++
	switch c := y.Text[y.I]; c {
	case '{', '[':
		y.flow()
	case '"', '\'':
		y.quoted(c)
	case '&', '*', '!', '%', '@', '`', '|', '>', '#':
		y.fail()
	case ',', '}', ']':
		y.Out.Put("null", y.I, y.I)
	default:
		start := y.I
		if y.plainEnd(",[]{}"); y.I == start {
			y.fail()
			return
		}
		stop := y.I
		if y.space(); !y.At(',') && !y.At('}') && !y.At(']') {
			y.lined(start, stop)
			return
		}
		y.bare(start, stop)
	}
}

// lined writes a bare value in brackets that goes on in further lines.
func (y *yamlReader) lined(from, to int) {
	y.Out.Put(`"`, from, from)
	y.Escaped(from, to)
	for !y.Broken && !y.At(',') && !y.At('}') && !y.At(']') {
		if bytes.IndexByte(y.Text[to:y.I], '\n') < 0 {
			y.fail()
			return
		}
		y.gap(to, y.I)
		start := y.I
		if y.plainEnd(",[]{}"); y.I == start {
			y.fail()
		}
		to = y.I
		y.Escaped(start, to)
		y.space()
	}
	y.Out.Put(`"`, to, to)
}
