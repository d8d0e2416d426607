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
// words that each of them has once, and between these before runs of characters that
// both have; between two cuts, what they begin and end with alike lies in the same
// places, and the rest side by side.
func bringIntoLine(w *work, left, right *side) {
	cuts := append(anchors(w, left, right), cut{int32(len(left.text)), int32(len(right.text))})
	var all []stretch
	var walk walker
	var from cut
	var base int32
	for _, to := range cuts {
		for _, to := range append(walk.runs(w, left.text[from.left:to.left], right.text[from.right:to.right], from), to) {
			end := commonEnd(left.text[from.left:to.left], right.text[from.right:to.right])
			size := max(to.left-from.left, to.right-from.right)
			all = append(all, stretch{to, from, end, base, size})
			base, from = base+size, to
		}
		if !w.step() {
			return
		}
	}
	place(left.at, all, func(c cut) int32 { return c.left })
	place(right.at, all, func(c cut) int32 { return c.right })
}

// stretch is what lies between two cuts, which ends alike on both sides, and where the
// place of that size is that both get.
type stretch struct {
	to, from        cut
	end, base, size int32
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

// place gives the tokens of a side, whose words are its text, their places in stretches.
func place(at []placed, all []stretch, own func(cut) int32) {
	first, last := 0, 0 // the stretches that a token begins and ends in
	for i := range at {
		p := &at[i]
		for last+1 < len(all) && own(all[last].to) < p.end {
			last++
		}
		for first+1 < len(all) && own(all[first].to) <= p.start {
			first++
		}
		start, empty := p.start, p.start == p.end
		p.end = all[last].place(p.end, own)
		switch s := &all[first]; {
		case empty:
			p.start = p.end
		case start == own(s.to)-s.end:
			p.start = s.base + s.size - s.end // it begins what is alike
		default:
			p.start = s.place(start, own)
		}
	}
}

// place returns the place of a byte in the text of a side.
func (s *stretch) place(at int32, own func(cut) int32) int32 {
	if to := own(s.to); at > to-s.end {
		return s.base + s.size - (to - at)
	}
	return s.base + at - own(s.from)
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
