package stream

import "bytes"

// A scanner cuts an input into pieces as it comes.
type scanner struct {
	limit int // bytes that a piece may have

	buf    []byte // what is kept of the input
	base   int64  // where buf begins in it
	at     int    // up to where buf has been looked at
	line   line   // the one that at stands in
	open   open
	number int64 // of the line that at stands in, from 1
	done   []piece
}

func newScanner(limit int) *scanner {
	return &scanner{limit: limit, number: 1, open: open{line: 1}}
}

// take appends what was read. What is too large to be a piece it lets go of.
func (s *scanner) take(chunk []byte) {
	s.buf = append(s.buf, chunk...)
	if len(s.done) == 0 && s.tooLarge() {
		s.release()
	}
}

// tooLarge reports whether what is kept of the piece at hand is more than it may have.
func (s *scanner) tooLarge() bool {
	return s.base+int64(s.at)-max(s.open.start, s.base) > int64(s.limit)
}

// ready is how many bytes the pieces have that are done.
func (s *scanner) ready() int { return int(s.open.start - s.base) }

// batch returns the pieces that are done, with the buffer that they lie in, and goes
// on with one of its own.
func (s *scanner) batch() []piece {
	done := s.done
	if len(done) == 0 {
		return nil
	}
	from := max(int(s.open.start-s.base), 0)
	rest := s.buf[from:]
	s.buf = append(make([]byte, 0, max(batchSize+2*chunkSize, 2*len(rest))), rest...)
	s.base, s.at, s.done = s.base+int64(from), s.at-from, nil
	return done
}

// marks are the bytes that tell something: brackets, ends of lines, and what no text
// has.
var marks = func() (marks [256]bool) {
	for c := range 8 {
		marks[c] = true
	}
	for _, c := range "\n{}[]<>" {
		marks[c] = true
	}
	return marks
}()

// scan looks at what has come. last tells that nothing follows.
func (s *scanner) scan(last bool) {
	for s.at < len(s.buf) {
		n := unmarked(s.buf[s.at:])
		s.at += n
		if s.at == len(s.buf) {
			break
		}
		if s.buf[s.at] == '\n' {
			s.endLine(s.at)
			s.at++
			s.beginLine()
			continue
		}
		if s.at+1 == len(s.buf) && !last {
			return // what follows tells more
		}
		s.mark(s.at)
		s.at++
	}
	if last {
		if s.line.start < s.base+int64(len(s.buf)) {
			s.endLine(len(s.buf))
		}
		s.finish(s.base + int64(len(s.buf)))
	}
}

// unmarked counts the bytes that b begins with and that tell nothing.
func unmarked(b []byte) int {
	for i, c := range b {
		if marks[c] {
			return i
		}
	}
	return len(b)
}

// mark takes the bracket at i into account.
func (s *scanner) mark(i int) {
	l := &s.line
	switch s.buf[i] {
	case '{':
		l.braces++
		if l.opens == neither {
			l.opens = object
		}
	case '[':
		if !s.escape(i) {
			l.braces++
		}
	case '}', ']':
		l.braces--
	case '<':
		s.tag(i)
	case '>':
		if s.before(i, 1) == '/' {
			l.tags--
		}
	default:
		l.binary = true
	}
}

// escape reports whether the bracket at i is part of a code for a terminal.
func (s *scanner) escape(i int) bool {
	last := s.before(i, 1)
	return last == 0x1b || last == '^' || last == '[' && s.before(i, 2) == '^'
}

// before returns the byte n before i of the line at hand, 0 where there is none.
func (s *scanner) before(i, n int) byte {
	if i-n < 0 || s.base+int64(i-n) < s.line.start {
		return 0
	}
	return s.buf[i-n]
}

func (s *scanner) tag(i int) {
	if i+1 == len(s.buf) {
		return
	}
	l := &s.line
	switch c := s.buf[i+1]; {
	case c == '/':
		l.tags--
	case isLetter(c) || c == '_' || c >= 0x80:
		l.tags++
		if l.opens == neither {
			l.opens = element
			name := s.buf[i+1 : min(i+headSize, len(s.buf))]
			if n := bytes.IndexAny(name, " \t\r\n/>"); n >= 0 {
				name = name[:n]
			}
			l.name = string(name)
		}
	}
}

// endLine decides what the line is that ends at i.
func (s *scanner) endLine(i int) {
	l := &s.line
	start := max(int(l.start-s.base), 0) // less where its beginning was let go
	text := bytes.TrimRight(s.buf[start:i], " \t\r")
	if l.headSize == 0 {
		l.headSize = copy(l.head[:], text)
	}
	l.size += len(text)
	if len(text) > 0 {
		l.last = text[len(text)-1]
	}
	if len(text) > 1 {
		l.before = text[len(text)-2]
	}
	if l.opens == element && bytes.HasSuffix(text, []byte("</"+l.name+">")) {
		l.tags = 0 // whatever is wrong within
	}
	if l.logged = loggedText(text); l.logged != nil {
		l.tags = tagsOf(l.logged)
	}
	whole := l.start >= s.base
	if whole && s.open.endsBefore(l) {
		s.finish(l.start)
	}
	s.open.add(l)
	if s.open.endsBehind(l) {
		s.finish(s.base + int64(min(i+1, len(s.buf))))
	}
}

// loggedText returns the text in the record of a log driver that a line is, nil where
// it is none: {"log":"…","stream":"stdout"}.
func loggedText(line []byte) []byte {
	rest, ok := bytes.CutPrefix(line, []byte(`{"log":`))
	if !ok {
		return nil
	}
	return bytes.TrimPrefix(bytes.TrimLeft(rest, " "), []byte(`"`))
}

// tagsOf counts the elements that a line of a logged text opens, less those that it
// closes, where it is one of XML. Brackets may be escaped there.
func tagsOf(text []byte) (n int) {
	text = bytes.ReplaceAll(bytes.ReplaceAll(text, []byte(`\u003c`), []byte("<")), []byte(`\u003e`), []byte(">"))
	if !bytes.HasPrefix(bytes.TrimLeft(text, " "), []byte("<")) && !bytes.Contains(text, []byte("<Response>")) {
		return 0
	}
	for i := range len(text) - 1 {
		switch c := text[i+1]; {
		case text[i] == '/' && c == '>', text[i] == '<' && c == '/':
			n--
		case text[i] == '<' && isLetter(c):
			n++
		}
	}
	return n
}

func (s *scanner) beginLine() {
	s.line = line{start: s.base + int64(s.at)}
	s.number++
	if s.open.lines == 0 {
		s.open.line = s.number
	}
}

// finish ends the piece at end.
func (s *scanner) finish(end int64) {
	o := &s.open
	if end <= o.start {
		return
	}
	p := piece{offset: o.start, line: o.line, bytes: end - o.start, lines: o.lines}
	if o.start >= s.base && p.bytes <= int64(s.limit) {
		p.text = s.buf[o.start-s.base : end-s.base : end-s.base]
	}
	s.done = append(s.done, p)
	s.open = open{start: end, line: s.number}
	if end > s.line.start {
		s.open.line++ // it ends behind the line at hand
	}
}

// release lets go of what is too large to be read: what is kept is the beginning of
// the line at hand, as long as that may begin a piece itself.
func (s *scanner) release() {
	from := max(s.line.start-s.base, 0)
	if len(s.buf)-int(from) > s.limit {
		l := &s.line
		if l.headSize == 0 {
			l.headSize = copy(l.head[:], s.buf[from:])
		}
		l.size += s.at - int(from)
		from = int64(s.at)
	}
	s.base += from
	s.buf = append(s.buf[:0], s.buf[from:]...)
	s.at -= int(from)
}
