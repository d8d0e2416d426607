// Package read turns the text of a body into the arrays of package flat. It reads
// strictly first; a body that breaks its notation is read again and mended, and
// every mend is a flaw with its place.
package read

import (
	"bytes"
	"cmp"
	"context"
	"strconv"
	"unicode/utf8"
	"unsafe"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/flaw"
	"github.com/callbacklens/callbacklens/parser/internal/tags"
	"github.com/callbacklens/callbacklens/parser/internal/template"
	"github.com/callbacklens/callbacklens/parser/remark"
)

// pulseEvery is how many bytes are read between two looks at the context.
const pulseEvery = 32 << 10

// Options are the limits of a reading, and what it calls.
type Options struct {
	Pulse func(done, total, rows int) // if set, about every 32 KB, with the bytes and rows read so far
	Depth int                         // of nested elements, objects and arrays
	Nodes int                         // that may be read
	Flaws int                         // of one kind that are kept
	// Kin, if set, tells whether a field is known to stand in a container, by their
	// names, and whether anything is known of what stands in that.
	Kin func(container, name []byte) (stands, known bool)
	// Vain, if set, is kept from one body of a text to the next.
	Vain *tags.Vain
	rows int // of one shape that make a table at least, liftFrom if 0
}

// Result is a body that was read.
type Result struct {
	Doc   flat.Doc
	Pos   int // where it ends
	Nodes int // that it takes up, those for which tables stand among them
	Flaws []Flaw
	Said  map[*remark.Remark]int // how many flaws of each kind there are, of which Flaws has the first
	// Cut tells that the text ended while something was open, stopped that the
	// context or a limit ended the reading at pos.
	Cut, Stopped bool
	// Marked is where a mark in the text tells of the cut, 0 if none does.
	Marked int
}

// Flaw is something wrong with the notation of a body, found while reading.
type Flaw struct {
	What *remark.Remark
	Span flat.Span
	Args []string
}

// reader is what the readers of XML and JSON share: the text, how far it has
// been read, and the document that is being built.
type reader struct {
	ctx   context.Context
	pulse func(done, total, rows int)

	text  []byte
	pos   int
	beat  int // the position of the next pulse
	depth int // limit of open containers
	rows  int // lifted so far
	fresh int // rows of the table that is being scanned

	mostOfOne int // flaws of one kind that are kept

	liftFrom int // rows of one shape that make a table

	like    template.Row // the row that was scanned last
	scratch flat.Table   // the one that is being scanned

	nodes  []flat.Node
	tables []flat.Table
	open   []int32                // containers that are open, outermost first; 0 is the document
	flaws  []Flaw                 // the first of each kind
	said   map[*remark.Remark]int // flaws of each kind, those that are not kept among them
	// most is how many nodes fit, lifted how many the tables take the place of.
	most, lifted int
	names        flat.Names
	// roomFor is how many nodes there were when room was made last, roomAt how
	// far the text was read.
	roomFor, roomAt int

	// mend tells to go on after a flaw; without it the first one ends the
	// reading and sets broken.
	mend   bool
	broken bool
	// tried: up to here a scan for rows has failed; it is not repeated.
	tried   int
	stopped bool // by the context or a limit: what follows pos is unread
	cut     bool // the text ended while something was open
}

func newReader(ctx context.Context, text []byte, start int, opt Options) *reader {
	r := &reader{
		ctx: ctx, pulse: opt.Pulse, text: text, depth: opt.Depth, most: opt.Nodes,
		liftFrom: cmp.Or(opt.rows, liftFrom), mostOfOne: opt.Flaws,
		like: template.Row{Text: text},
	}
	r.restart(start)
	return r
}

// liftFrom is how many rows of one shape make a table.
const liftFrom = 8

// NodeSize is what one node takes, in bytes.
const NodeSize = int(unsafe.Sizeof(flat.Node{}))

// NodesFor returns how many nodes a text of that many bytes may become: so
// many that with the text they stay below four times its size and 64 MB, and
// leave some of that to the copy that is made as their array grows, to what
// finds them and to what is decoded.
func NodesFor(bytes int) int {
	const base, each = 32 << 20, 12
	return (3*bytes + base) / (NodeSize + each)
}

// restart throws away what was read and begins anew at start.
func (r *reader) restart(start int) {
	r.pos, r.beat, r.tried, r.rows = start, start+pulseEvery, start, 0
	root := flat.Node{Kind: flat.KindDocument, Parent: flat.NoNode, Value: flat.SpanOf(start, start)}
	r.nodes = append(r.nodes[:0], root)
	r.tables, r.flaws, r.lifted = r.tables[:0], r.flaws[:0], 0
	r.roomFor, r.roomAt, r.broken, r.cut = 0, start, false, false
	clear(r.said)
	r.open = append(r.open[:0], 0)
}

// alive pulses when it is time to, and reports whether reading shall go on.
func (r *reader) alive() bool { return r.aliveAt(r.pos) }

// aliveAt does the same within something that is read as far as i.
func (r *reader) aliveAt(i int) bool {
	if i < r.beat {
		return !r.stopped
	}
	r.beat = i + pulseEvery
	if r.pulse != nil {
		r.pulse(i, len(r.text), r.rows+r.fresh)
	}
	if r.ctx.Err() != nil {
		r.stopped = true
	}
	r.full()
	return !r.stopped
}

// space returns where the blanks at i end.
func (r *reader) space(i int) int {
	if i < len(r.text) && r.text[i] <= ' ' {
		return r.blanks(i)
	}
	return i
}

// blanks does so where there is one, and pulses, as there may be many.
func (r *reader) blanks(i int) int {
	for i < len(r.text) && chars.IsSpace(r.text[i]) {
		if i >= r.beat && !r.aliveAt(i) {
			break
		}
		i++
	}
	return i
}

// index returns where mark first stands from i on. Where it does not, that is
// the end of the text, or where a stop came.
func (r *reader) index(i int, mark string) (at int, found bool) {
	for i < len(r.text) && r.aliveAt(i) {
		end := min(i+pulseEvery, len(r.text))
		if n := bytes.Index(r.text[i:min(end+len(mark)-1, len(r.text))], []byte(mark)); n >= 0 {
			return i + n, true
		}
		i = end
	}
	return i, false
}

// turn pulses now and then while nodes are looked at again, of which i is one.
func (r *reader) turn(i int) {
	const often = 2 << 10
	if i%often == 0 {
		r.beat = r.pos
		r.alive()
	}
}

// repeats calls do for each item of node i whose name an earlier one has, see
// flat.Names.
func (r *reader) repeats(i int32, do func(before, k int32)) {
	if int(i)+2 >= len(r.nodes) {
		return
	}
	r.names.Text, r.names.Nodes = r.text, r.nodes
	if r.names.Turn == nil {
		r.names.Turn = r.turn
	}
	r.names.Repeats(i, do)
}

// flaw notes a flaw between start and end; the words that it speaks of stand in
// the text. It reports whether to go on.
func (r *reader) flaw(what *remark.Remark, start, end int, words ...flat.Span) bool {
	if !r.mend {
		r.broken = true
		return false
	}
	r.soft(what, start, end, words...)
	return true
}

// soft notes a flaw that does not make another reading necessary.
func (r *reader) soft(what *remark.Remark, start, end int, words ...flat.Span) {
	if r.tells(what) {
		args := make([]string, len(words))
		for i, w := range words {
			args[i] = r.quote(w)
		}
		r.keep(what, start, end, args...)
	}
}

// charFlaw notes that the character of n bytes at i should not stand there.
func (r *reader) charFlaw(what *remark.Remark, i, n int) bool {
	if r.mend && r.tells(what) {
		c, _ := utf8.DecodeRune(r.text[i : i+n])
		r.keep(what, i, i+n, chars.CodePoint(c))
	}
	r.broken = r.broken || !r.mend
	return r.mend
}

// tells counts a flaw and reports whether it is to be kept: a text
// may have as many as it has bytes.
func (r *reader) tells(what *remark.Remark) bool {
	r.beat -= flawCost
	if r.said == nil {
		r.said = make(map[*remark.Remark]int)
	}
	r.said[what]++
	return r.said[what] <= r.mostOfOne
}

// flawCost is how many bytes could be read in the time that a flaw takes.
const flawCost = 16

func (r *reader) keep(what *remark.Remark, start, end int, args ...string) {
	r.flaws = append(r.flaws, Flaw{what, flat.SpanOf(start, min(end, len(r.text))), args})
}

// quote returns the bytes of s for a sentence, which has no place for many.
func (r *reader) quote(s flat.Span) string {
	const longest = 80
	if s.Len() <= longest {
		return string(r.text[s.Start:s.End])
	}
	return string(r.text[s.Start:chars.RuneStart(r.text, int(s.Start)+longest)]) + "…"
}

func (r *reader) top() int32 { return r.open[len(r.open)-1] }

// add appends a node to the one that is open.
func (r *reader) add(k flat.Kind, name, value flat.Span) int32 {
	if len(r.nodes) == cap(r.nodes) {
		r.makeRoom()
	}
	i := int32(len(r.nodes))
	r.nodes = append(r.nodes, flat.Node{Kind: k, Name: name, Value: value, Parent: r.top(), Next: i + 1})
	return i
}

// makeRoom makes room for as many nodes as the rest of the text may hold if it
// goes on like what came since the last time: at first not for much more than
// there are, later for all of them, as what is copied again takes time and room.
// There is room for no more than fit, with those that come before the next look
// at that.
func (r *reader) makeRoom() {
	const surely, few = 64 << 10, pulseEvery // a node has a byte at least
	n := len(r.nodes)
	came, within := n-r.roomFor, max(r.pos-r.roomAt, 1)
	room := n + n/16 + int(float64(came)*float64(len(r.text)-r.pos)/float64(within)*17/16)
	if n < surely {
		room = min(room, 8*n)
	}
	room = max(room, n+n/2, 16)
	if most := r.most - r.lifted; room > most {
		room = max(most, n) + few
	}
	r.roomFor, r.roomAt = n, r.pos
	r.nodes = r.moved(room)
}

// moved returns the nodes in an array of their own with the given room, and
// pulses as it copies them.
func (r *reader) moved(room int) []flat.Node {
	const stride = 64 << 10
	nodes := make([]flat.Node, 0, room)
	for from := 0; from < len(r.nodes); from += stride {
		if from > 0 {
			r.turn(from)
		}
		nodes = append(nodes, r.nodes[from:min(from+stride, len(r.nodes))]...)
	}
	return nodes
}

// full stops the reading where no more nodes fit.
func (r *reader) full() {
	if len(r.nodes)+r.lifted >= r.most && !r.stopped {
		r.keep(flaw.TooManyNodes, r.pos, r.pos, strconv.Itoa(len(r.nodes)+r.lifted))
		r.stopped = true
	}
}

// enter opens a container. It reports false where that is deeper than allowed.
func (r *reader) enter(k flat.Kind, name flat.Span, start int) bool {
	if len(r.open) > r.depth {
		r.keep(flaw.TooDeep, r.pos, r.pos)
		r.stopped = true
		return false
	}
	r.open = append(r.open, r.add(k, name, flat.SpanOf(start, start)))
	return true
}

// leave closes the innermost container, whose content ends at end.
func (r *reader) leave(end int) {
	n := &r.nodes[r.top()]
	n.Value.End = uint32(max(end, int(n.Value.Start)))
	n.Next = int32(len(r.nodes))
	r.open = r.open[:len(r.open)-1]
}

// finish closes what is still open and hands out the document. What the end of
// the text or a stop left open is marked as partial.
func (r *reader) finish(xml bool) Result {
	for len(r.open) > 1 {
		r.nodes[r.top()].Flags |= flat.FlagPartial
		r.leave(r.pos)
	}
	r.nodes[0].Value.End = uint32(r.pos)
	r.nodes[0].Next = int32(len(r.nodes))
	if cap(r.nodes) > len(r.nodes)+len(r.nodes)/2 { // more room than others need
		r.nodes = r.moved(len(r.nodes))
	}
	return Result{
		Doc: flat.Doc{XML: xml, Text: r.text, Nodes: r.nodes, Tables: r.tables},
		Pos: r.pos, Nodes: len(r.nodes) + r.lifted,
		Flaws: r.flaws, Said: r.said, Cut: r.cut, Stopped: r.stopped,
	}
}

// newTable begins a table in the room of the one that came to nothing.
func (r *reader) newTable() *flat.Table {
	t := &r.scratch
	t.Reset()
	return t
}

// keepRow adds the row of r.like.Cells to a table, as the model of those to come.
func (r *reader) keepRow(t *flat.Table, start, end int) bool {
	if !t.Add(flat.SpanOf(start, end), r.like.Cells) {
		return false
	}
	r.like.Learn(start, end)
	return true
}

// sameRow reads a row of t at start that is like the one before it. It returns where
// the row ends, -1 if it is none or not so.
func (r *reader) sameRow(t *flat.Table, start int) int {
	end := r.like.Same(start)
	if end < 0 || !t.Add(flat.SpanOf(start, end), r.like.Cells) {
		return -1
	}
	return end
}

// keepTable adds the rows that were scanned as a table, if they are enough. If
// not, none of them need be scanned again: reading goes on at start.
func (r *reader) keepTable(t *flat.Table, xml bool, name flat.Span, start int) bool {
	r.fresh = 0
	r.tried = max(r.tried, r.pos)
	if t.Size < r.liftFrom {
		r.pos, r.beat = start, min(r.beat, start+pulseEvery)
		return false
	}
	r.lifted += t.Bytes() / NodeSize
	kept := t.Compact(r.text, xml)
	kept.Node = r.add(flat.KindTable, name, flat.Span{Start: uint32(len(r.tables)), End: 0})
	r.tables = append(r.tables, kept)
	r.rows += t.Size
	return true
}
