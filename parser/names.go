package parser

import (
	"bytes"
	"hash/maphash"
)

var hashSeed = maphash.MakeSeed()

// hashOf returns a hash of b that nobody can foresee.
func hashOf(b []byte) uint32 { return uint32(maphash.Bytes(hashSeed, b)) }

// names tells which name comes again: among a few by comparing it to each, among
// many with a table of hashes, which takes about 12 bytes a name.
type names struct {
	list  []Span
	slots []int32 // places in list from 1 on, 0 where there is none; a power of two
}

// fewNames is how many names are compared one by one.
const fewNames = 16

func (n *names) reset() { n.list, n.slots = n.list[:0], nil }

// add returns the place of the bytes of name among those in n, counted from 0,
// and reports whether they were there before.
func (n *names) add(text []byte, name Span) (place int, again bool) {
	if n.slots == nil && len(n.list) < fewNames {
		for i, s := range n.list {
			if s.Len() == name.Len() && bytes.Equal(text[s.Start:s.End], text[name.Start:name.End]) {
				return i, true
			}
		}
		n.list = append(n.list, name)
		return len(n.list) - 1, false
	}
	if 2*len(n.list) >= len(n.slots) {
		n.grow(text)
	}
	slot := n.slot(text, name)
	if *slot != 0 {
		return int(*slot - 1), true
	}
	n.list = append(n.list, name)
	*slot = int32(len(n.list))
	return len(n.list) - 1, false
}

// slot returns where a name stands in the table, or belongs if it does not.
func (n *names) slot(text []byte, name Span) *int32 {
	mask := uint32(len(n.slots) - 1)
	own := text[name.Start:name.End]
	for i := hashOf(own) & mask; ; i = (i + 1) & mask {
		at := n.slots[i]
		if at == 0 {
			return &n.slots[i]
		}
		if s := n.list[at-1]; bytes.Equal(text[s.Start:s.End], own) {
			return &n.slots[i]
		}
	}
}

// grow makes the table twice as large, or makes one.
func (n *names) grow(text []byte) {
	n.slots = make([]int32, max(2*len(n.slots), 4*fewNames))
	for i, s := range n.list {
		*n.slot(text, s) = int32(i + 1)
	}
}
