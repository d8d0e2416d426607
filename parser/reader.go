package parser

import "context"

// pulseEvery is how many bytes are read between two looks at the context.
const pulseEvery = 32 << 10

// flaw is something wrong with the notation of a body, found while reading.
type flaw struct {
	code string
	span Span
	args []string
	node int32 // the place, none if there is no node yet
}

// reader is what the readers of XML and JSON share: the text, how far it has
// been read, and the document that is being built.
type reader struct {
	ctx   context.Context
	pulse func(Progress)

	text  []byte
	pos   int
	beat  int // the position of the next pulse
	depth int // limit of open containers
	rows  int // lifted so far
	fresh int // rows of the table that is being scanned

	cells  []cell    // of the row that is being scanned
	joints []joint   // of the row that was scanned last with care
	words  []uint64  // of the joints
	ends   [4]uint64 // words of the bytes that end a plain text
	strict bool      // a plain text must be UTF-8

	nodes  []node
	tables []table
	open   []int32 // containers that are open, outermost first; 0 is the document
	flaws  []flaw

	// mend tells to go on after a flaw; without it the first one ends the
	// reading and sets broken.
	mend   bool
	broken bool
	// noLift tells to make no tables.
	noLift bool
	// tried is the end of what was scanned for rows in vain.
	tried   int
	stopped bool // by the context or a limit: what follows pos is unread
	cut     bool // the text ended while something was open
}

func newReader(ctx context.Context, text []byte, start int, opt *Options) *reader {
	r := &reader{ctx: ctx, pulse: opt.Pulse, text: text, pos: start, beat: start + pulseEvery, depth: opt.Limits.Depth}
	r.restart(start)
	return r
}

// restart throws away what was read and begins anew at start.
func (r *reader) restart(start int) {
	r.pos, r.beat, r.tried, r.rows = start, start+pulseEvery, start, 0
	r.nodes = append(r.nodes[:0], node{kind: KindDocument, parent: none, value: Span{uint32(start), uint32(start)}})
	r.tables, r.flaws = r.tables[:0], r.flaws[:0]
	r.open = append(r.open[:0], 0)
	r.broken, r.cut = false, false
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
		r.pulse(Progress{Stage: StageBody, Done: i, Total: len(r.text), Tokens: r.rows + r.fresh})
	}
	if r.ctx.Err() != nil {
		r.stopped = true
	}
	return !r.stopped
}

// flaw notes a flaw between start and end. It reports whether to go on.
func (r *reader) flaw(code string, start, end int, args ...string) bool {
	if !r.mend {
		r.broken = true
		return false
	}
	r.flaws = append(r.flaws, flaw{code, Span{uint32(start), uint32(min(end, len(r.text)))}, args, none})
	return true
}

func (r *reader) top() int32 { return r.open[len(r.open)-1] }

// add appends a node to the one that is open.
func (r *reader) add(k Kind, name, value Span) int32 {
	if len(r.nodes) == cap(r.nodes) {
		r.makeRoom()
	}
	r.nodes = append(r.nodes, node{kind: k, name: name, value: value, parent: r.top(), next: int32(len(r.nodes) + 1)})
	return int32(len(r.nodes) - 1)
}

// makeRoom makes room for as many nodes as the rest of the text may hold, but
// not much more than there are yet: they may have been closer than the rest.
func (r *reader) makeRoom() {
	n := len(r.nodes)
	begun := int(r.nodes[0].value.Start)
	all := int(float64(n) * float64(len(r.text)-begun) / float64(max(r.pos-begun, 1)))
	room := min(all+all/16, 8*n)
	r.nodes = append(make([]node, 0, max(room, 2*n, 16)), r.nodes...)
}

// enter opens a container. It reports false where that is deeper than allowed.
func (r *reader) enter(k Kind, name Span, start int) bool {
	if len(r.open) > r.depth {
		r.flaws = append(r.flaws, flaw{"too-deep", Span{uint32(r.pos), uint32(r.pos)}, nil, none})
		r.stopped = true
		return false
	}
	r.open = append(r.open, r.add(k, name, Span{uint32(start), uint32(start)}))
	return true
}

// leave closes the innermost container, whose content ends at end.
func (r *reader) leave(end int) {
	n := &r.nodes[r.top()]
	n.value.End = uint32(max(end, int(n.value.Start)))
	n.next = int32(len(r.nodes))
	r.open = r.open[:len(r.open)-1]
}

// finish closes what is still open and hands out the document. What the end of
// the text or a stop left open is marked as partial.
func (r *reader) finish(format Format) *Document {
	for len(r.open) > 1 {
		r.nodes[r.top()].flags |= flagPartial
		r.leave(r.pos)
	}
	r.nodes[0].value.End = uint32(r.pos)
	r.nodes[0].next = int32(len(r.nodes))
	return &Document{Format: format, Text: r.text, nodes: r.nodes, tables: r.tables}
}

// keepRow adds the row of r.cells to a table, as the model of those to come.
func (r *reader) keepRow(t *table, start, end int) bool {
	if !t.add(Span{uint32(start), uint32(end)}, r.cells) {
		return false
	}
	r.learn(start, end)
	return true
}

// keepTable adds the rows that were scanned as a table, if they are enough.
func (r *reader) keepTable(t *table, name Span) bool {
	r.fresh = 0
	if t.size < liftFrom {
		return false
	}
	t.node = r.add(kindTable, name, Span{uint32(len(r.tables)), 0})
	r.tables = append(r.tables, *t)
	r.rows += t.size
	return true
}
