package parser

import (
	"iter"
	"unsafe"
)

// What is decoded takes up more memory than what is written: one of these may
// come from a dozen bytes. Limits.Model bounds them together.
const (
	sizeOfCallback = int(unsafe.Sizeof(Callback{}))
	sizeOfJob      = int(unsafe.Sizeof(Job{}))
	sizeOfTask     = int(unsafe.Sizeof(Task{}))
	sizeOfHeader   = int(unsafe.Sizeof(Header{}))
	sizeOfLabel    = int(unsafe.Sizeof(Label{}))
	sizeOfItem     = int(unsafe.Sizeof(Item{}))
	sizeOfToken    = int(unsafe.Sizeof(Span{})+unsafe.Sizeof(tokenRun{})) + 4*4
)

// roomForModel returns how many bytes of memory they may take: less than the
// limit where many nodes leave little of four times the text and 64 MB.
func (in *inspection) roomForModel() int {
	const others, least = 24 << 20, 4 << 20
	text := max(in.largest, len(in.report.Source.Text))
	left := 3*text + 64<<20 - others - in.nodes*nodeSize
	return min(in.opt.Limits.Model+text/2, max(left, least))
}

// hold takes size bytes of memory for what is decoded from it. Where there is
// no room for it that is said, and from then on hold reports false.
func (in *inspection) hold(it Item, size int) bool {
	if in.room -= size; in.room < 0 && !in.full {
		in.full = true
		in.sayOf("model-limit", it)
	}
	return !in.full
}

// keep adds it to a list of items, if there is room.
func (in *inspection) keep(list *[]Item, it Item) {
	if in.hold(it, sizeOfItem) {
		*list = append(*list, it)
	}
}

// keepApart does so too: with the results what holds items, and with the rest
// what holds a value.
func (in *inspection) keepApart(results, rest *[]Item, it Item) {
	if it.Leaf() {
		in.keep(rest, it)
	} else {
		in.keep(results, it)
	}
}

// children yields the items of it, and pulses: there may be a million.
func (in *inspection) children(it Item) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for c := range it.Children() {
			if in.step(c); !yield(c) {
				return
			}
		}
	}
}

// fields does so too, and leaves out the members of an object that do not count
// because their names come again.
func (in *inspection) fields(it Item) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for c := range in.children(it) {
			if !c.superseded() && !yield(c) {
				return
			}
		}
	}
}

// step pulses where it is time to, before it is looked at.
func (in *inspection) step(it Item) {
	const atLeast = 64
	in.stepped += atLeast + it.leafSize()
	if in.stepped >= pulseEvery {
		in.stepped = 0
		in.beat(int(it.ValueSpan().Start), len(it.doc.Text), 0)
	}
}

// leafSize returns how many bytes of text the value of a leaf is read from.
func (it Item) leafSize() int {
	if it.row == noRow {
		if n := &it.doc.nodes[it.node]; n.next > it.node+2 || n.kind == KindDocument {
			return 0
		}
	}
	return it.ValueSpan().Len()
}

// count returns how many items a sequence yields.
func count(items iter.Seq[Item]) (n int) {
	for range items {
		n++
	}
	return n
}
