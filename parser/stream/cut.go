package stream

import "regexp"

// piece is a part of the input that shares no body with what is around it.
type piece struct {
	text   []byte // nil where it is larger than may be
	offset int64  // of its first byte
	line   int64  // of its first line, counted from 1
	bytes  int64
	lines  int64
}

// open is what is known of the piece that is not finished.
type open struct {
	start, line int64
	lines       int64
	first, last line // the first line, the last one that is not blank
	opens       notation
	name        string
	braces      int
	tags        int
	logged      bool // it began in the record of a log driver
	lastLogged  bool // its last line is one
	fenced      bool // within a block of Markdown
	header      bool // within the header of a message of HTTP
	bodyAhead   bool // behind it, where the body has not begun
	packed      bool // within the body of a message, which is compressed
	dumped      bool // it ends with a line of a dump
	parted      bool // it ends with a part of a line
}

// closed reports whether all that was opened is closed.
func (o *open) closed() bool {
	return o.opens == neither || o.opens == object && o.braces == 0 && (!o.logged || o.tags == 0) || o.opens == element && o.tags == 0
}

// held reports whether the piece cannot end where it does now, whatever follows.
func (o *open) held() bool { return o.fenced || o.header || o.bodyAhead || o.packed || o.parted }

// add takes a line into the piece.
func (o *open) add(l *line) {
	if o.lines == 0 {
		o.first = *l
		o.first.logged = nil // which is no longer at hand
	}
	o.lines++
	if l.opens != neither && o.closed() {
		o.opens, o.name, o.braces, o.tags = l.opens, l.name, 0, 0
		o.logged = l.logged != nil
	}
	o.braces += l.braces
	o.tags += l.tags
	if l.blank() {
		o.bodyAhead = o.bodyAhead || o.header
		o.header = false
		return
	}
	o.last = *l
	o.last.logged, o.lastLogged = nil, l.logged != nil
	o.packed = o.packed || o.bodyAhead && l.binary
	o.dumped, o.parted, o.bodyAhead = l.isDump(), l.isPart(), false
	switch {
	case l.startsMessage():
		o.header = true
	case o.header && !l.isField() && !l.continues():
		o.header = false // the blank line before the body is lost
	}
	if l.isFence() {
		o.fenced = !o.fenced
	}
}

// endsBehind reports whether the piece ends behind l, its last line, whatever
// follows: what it opened is closed there.
func (o *open) endsBehind(l *line) bool {
	if o.opens == neither || !o.closed() || o.held() || o.dumped || l.blank() || l.goesOn() {
		return false
	}
	return l.single() || l.isFence() || o.opens == object && (l.braces < 0 || o.logged && l.tags < 0) || o.opens == element && l.tags < 0
}

// The sizes in bytes up to which lines that open nothing stay together, so that many
// short ones are read at once, and from which on they are parted at any line.
const (
	quietLine  = 256
	quietPiece = 32 << 10
	quietMost  = 256 << 10
)

// endsBefore reports whether the piece ends before the line n.
func (o *open) endsBefore(n *line) bool {
	if o.lines == 0 || n.blank() || o.fenced {
		return false
	}
	if n.startsMessage() {
		return true
	}
	size := n.start - o.start
	switch dump := n.isDump(); {
	case o.held(), n.continues():
		return false
	case o.logged && n.logged != nil && !o.closed():
		return loggedStart.Match(n.logged)
	case o.dumped || dump:
		return o.dumped != dump
	case o.last.goesOn():
		return false
	case n.isRecorded() && !o.last.isRecorded(), n.logged != nil && !o.lastLogged:
		return true
	case sameBeginning(&o.first, n):
		quiet := o.opens == neither && n.opens == neither && o.last.size < quietLine && size < quietPiece
		return (o.closed() || o.stray()) && !quiet || n.single() && !n.goesOn() && o.like(n)
	case o.begins(n):
		return true
	}
	return o.opens == neither && size > quietMost
}

// stray reports whether what the piece left open does not go on in a line that begins
// as its first one does: not every line of it began so, or it is a tag in the words of
// a log, such as <none>, and no element that holds a callback.
func (o *open) stray() bool {
	return o.lines > 1 && !sameBeginning(&o.first, &o.last) ||
		o.opens == element && o.lines == 1 && o.name != "Response" && stamped(o.first.begin())
}

// loggedStart matches a logged text in which a body begins.
var loggedStart = regexp.MustCompile(`^(?:<|\\u003c)(?:Response|\?xml)|^\{(?:\\n|\\")`)

// like reports whether n, which closes what it opens, may stand beside what the piece
// left open, and not within it.
func (o *open) like(n *line) bool {
	if n.opens == element {
		return n.name == "Response" || o.opens == element && n.name == o.name
	}
	return o.opens != element
}

// begins reports whether n begins a body of its own though the piece has left
// something open, as one that was cut has.
func (o *open) begins(n *line) bool {
	if o.last.isField() && !o.last.single() {
		return false // perhaps that of a message whose first line is missing
	}
	switch {
	case has(n, "<?xml"):
		return true
	case n.opens == object && n.single() && !n.goesOn() && has(n, `{"`):
		return o.opens != element || o.closed()
	case n.opens == element && n.single() && !n.goesOn() && has(n, "<Response"):
		return true
	}
	return o.last.closesAll() && n.head[0] == o.first.head[0] && n.opens == o.opens && n.name == o.name && n.opens != neither
}

func has(l *line, prefix string) bool {
	return l.headSize >= len(prefix) && string(l.head[:len(prefix)]) == prefix
}
