package compare

import (
	"bytes"
	"slices"
	"sort"
)

// cut is a place in both texts that belongs together.
type cut struct {
	left, right int32
}

// bringIntoLine changes the places of tokens whose words make two texts that are not
// the same: what belongs together gets the same place. Texts are cut before pairs of
// words that each of them has once; between two cuts, what they begin and end with
// alike lies in the same places, and the rest side by side.
func bringIntoLine(w *work, left, right *side) {
	cuts := append(anchors(w, left, right), cut{int32(len(left.text)), int32(len(right.text))})
	var from cut
	var base int32
	l, r := left.at, right.at
	for _, to := range cuts {
		if !w.step() {
			return
		}
		end := commonEnd(left.text[from.left:to.left], right.text[from.right:to.right])
		size := max(to.left-from.left, to.right-from.right)
		l = shift(l, from.left, to.left, end, base, size)
		r = shift(r, from.right, to.right, end, base, size)
		base, from = base+size, to
	}
}

// commonEnd returns how many bytes two texts end with alike, behind those that they
// begin with alike.
func commonEnd(a, b []byte) (end int32) {
	n, begin := min(len(a), len(b)), 0
	for begin < n && a[begin] == b[begin] {
		begin++
	}
	for n -= begin; int(end) < n && a[len(a)-1-int(end)] == b[len(b)-1-int(end)]; {
		end++
	}
	return end
}

// shift gives the tokens of a stretch of a text, which ends like its counterpart, their
// places in a stretch of that size at base, and returns the tokens behind it.
func shift(at []placed, from, to, end, base, size int32) []placed {
	own := to - from
	place := func(p int32) int32 {
		if p <= own-end {
			return base + p
		}
		return base + size - (own - p)
	}
	for len(at) > 0 && (at[0].start < to || at[0].end <= to) {
		p, empty := &at[0], at[0].start == at[0].end
		start := p.start - from
		if p.end = place(p.end - from); start == own-end && !empty {
			p.start = base + size - end // it begins what is alike
		} else {
			p.start = place(start)
		}
		at = at[1:]
	}
	return at
}

// anchors returns the places before pairs of words that both texts have, and have once
// only, so far as they come in the same order.
func anchors(w *work, left, right *side) []cut {
	// Which of several ways is taken must not depend on what is left and what right.
	mirrored := bytes.Compare(left.text, right.text) > 0
	if mirrored {
		left, right = right, left
	}
	places := make(map[uint64]pairing, len(left.at))
	left.pairs(w, func(key uint64, at int32) {
		p := places[key]
		p.left, p.lefts = at, p.lefts+1
		places[key] = p
	})
	right.pairs(w, func(key uint64, at int32) {
		if p, ok := places[key]; ok {
			p.right, p.rights = at, p.rights+1
			places[key] = p
		}
	})
	var all []cut
	left.pairs(w, func(key uint64, at int32) { // once more, for their order
		p := places[key]
		if p.lefts == 1 && p.rights == 1 && bytes.Equal(left.pairAt(at), right.pairAt(p.right)) {
			all = append(all, cut{left.at[at].start, right.at[p.right].start})
		}
	})
	all = rising(all)
	if mirrored {
		mirror(all)
	}
	return all
}

func mirror(all []cut) {
	for i, c := range all {
		all[i] = cut{c.right, c.left}
	}
}

// pairing is where a pair of words stands, and how often.
type pairing struct {
	left, right   int32
	lefts, rights int32
}

// pairAt returns a word and the next one.
func (s *side) pairAt(i int32) []byte { return s.text[s.at[i].from:s.at[i+1].to] }

// pairs hands out a hash of each pair of words that follow each other.
func (s *side) pairs(w *work, do func(key uint64, at int32)) {
	for i := int32(0); int(i)+1 < len(s.at) && w.step(); i++ {
		key := uint64(14695981039346656037) // FNV-1a
		for _, b := range s.pairAt(i) {
			key = (key ^ uint64(b)) * 1099511628211
		}
		key = (key ^ uint64(s.at[i].to-s.at[i].from)) * 1099511628211
		do(key, i)
	}
}

// rising returns the longest run of cuts that go ahead on both sides, of those that go
// ahead on the left, found by the piles of a game of patience.
func rising(all []cut) []cut {
	var tops []int // of each pile, an index of all
	before := make([]int, len(all))
	for i, c := range all {
		pile := sort.Search(len(tops), func(k int) bool { return all[tops[k]].right >= c.right })
		before[i] = -1
		if pile > 0 {
			before[i] = tops[pile-1]
		}
		if pile == len(tops) {
			tops = append(tops, i)
		} else {
			tops[pile] = i
		}
	}
	if len(tops) == 0 {
		return nil
	}
	run := make([]cut, 0, len(tops))
	for i := tops[len(tops)-1]; i >= 0; i = before[i] {
		run = append(run, all[i])
	}
	slices.Reverse(run)
	return run
}
