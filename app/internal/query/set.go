package query

import "math/bits"

// Set is a set of tokens, by their indices: a bit for each.
type Set struct {
	bits []uint64
	n    int
}

// NewSet returns an empty set of so many tokens at most.
func NewSet(tokens int) *Set { return &Set{bits: make([]uint64, (tokens+63)/64)} }

// Add adds token i, and reports whether it is new.
func (s *Set) Add(i int) bool {
	if s.Has(i) {
		return false
	}
	s.bits[i/64] |= 1 << (i % 64)
	s.n++
	return true
}

// Has reports whether token i is in s. Nothing is in the nil set.
func (s *Set) Has(i int) bool {
	return s != nil && i >= 0 && i/64 < len(s.bits) && s.bits[i/64]>>(i%64)&1 != 0
}

// Len returns how many tokens are in s.
func (s *Set) Len() int {
	if s == nil {
		return 0
	}
	return s.n
}

// Rank returns how many tokens of s stand before token i.
func (s *Set) Rank(i int) (n int) {
	for k := 0; s != nil && k < len(s.bits) && k*64 < i; k++ {
		word := s.bits[k]
		if left := i - k*64; left < 64 {
			word &= 1<<left - 1
		}
		n += bits.OnesCount64(word)
	}
	return n
}

// Next returns the first token of s behind token i, or the first one of all where
// there is none; -1 if s is empty.
func (s *Set) Next(i int) int {
	if at := s.from(i + 1); at >= 0 {
		return at
	}
	return s.from(0)
}

// from returns the first token of s from i on, -1 for none.
func (s *Set) from(i int) int {
	for k := i / 64; s != nil && k < len(s.bits); k++ {
		word := s.bits[k]
		if k == i/64 {
			word &= ^uint64(0) << (i % 64)
		}
		if word != 0 {
			return k*64 + bits.TrailingZeros64(word)
		}
	}
	return -1
}

// Previous returns the last token of s before token i, or the last one of all where
// there is none; -1 if s is empty. To begin at the end i is 0 or less.
func (s *Set) Previous(i int) int {
	if at := s.upTo(i - 1); at >= 0 {
		return at
	}
	if s == nil {
		return -1
	}
	return s.upTo(len(s.bits)*64 - 1)
}

// upTo returns the last token of s up to i, -1 for none.
func (s *Set) upTo(i int) int {
	if s == nil || i < 0 {
		return -1
	}
	for k := min(i/64, len(s.bits)-1); k >= 0; k-- {
		word := s.bits[k]
		if k == i/64 {
			word &= ^uint64(0) >> (63 - i%64)
		}
		if word != 0 {
			return k*64 + 63 - bits.LeadingZeros64(word)
		}
	}
	return -1
}

// AppendTo appends the tokens of s to rows.
func (s *Set) AppendTo(rows []int32) []int32 {
	for k, word := range s.bits {
		for ; word != 0; word &= word - 1 {
			rows = append(rows, int32(k*64+bits.TrailingZeros64(word)))
		}
	}
	return rows
}
