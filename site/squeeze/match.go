package squeeze

import "math/bits"

// Limits of the format.
const (
	minLen      = 3
	maxLen      = 258
	maxDistance = 1 << 15
)

const (
	hashBits = 15
	// tries is how many earlier places are looked at for a longer match.
	tries = 1000
)

// match is a distance and the greatest length that is found at it.
type match struct {
	length   uint16
	distance uint16 // less one
}

// matches has all that is worth knowing for the places of one stretch.
type matches struct {
	from  int
	first []int32 // by place: where its matches begin in list
	list  []match // for each place lengths that grow, each at its least distance
}

func (m *matches) at(place int) []match {
	i := place - m.from
	return m.list[m.first[i]:m.first[i+1]]
}

// findMatches looks at content[from:to] for what stands within the distance
// before it, in earlier stretches too.
func findMatches(content []byte, from, to int) *matches {
	m := &matches{from: from, first: make([]int32, 1, to-from+1)}
	start := max(0, from-maxDistance)
	var heads [1 << hashBits]int32 // place+1, counted from start
	before := make([]int32, to-start)
	for at := start; at < to; at++ {
		if at+minLen > len(content) {
			m.first = append(m.first, int32(len(m.list)))
			continue
		}
		h := hash(content[at:])
		before[at-start] = heads[h]
		heads[h] = int32(at-start) + 1
		if at >= from {
			m.search(content[:to], start, at, before)
			m.first = append(m.first, int32(len(m.list)))
		}
	}
	return m
}

func hash(b []byte) uint32 {
	return (uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16) * 0x9e3779b1 >> (32 - hashBits)
}

// search adds the matches of one place, along the chain of earlier places of
// its hash.
func (m *matches) search(content []byte, start, at int, before []int32) {
	longest, limit := minLen-1, min(maxLen, len(content)-at)
	if limit < minLen {
		return
	}
	for next, left := before[at-start], tries; next > 0 && left > 0; left-- {
		earlier := start + int(next) - 1
		if at-earlier > maxDistance {
			return
		}
		if content[earlier+longest] == content[at+longest] {
			if n := common(content[earlier:], content[at:at+limit]); n > longest {
				longest = n
				m.list = append(m.list, match{uint16(n), uint16(at - earlier - 1)})
				if n == limit {
					return
				}
			}
		}
		next = before[earlier-start]
	}
}

// common returns how many bytes a begins with that b begins with too; b is not
// the longer one.
func common(a, b []byte) int {
	n := 0
	for ; n+8 <= len(b); n += 8 {
		if x := load(a[n:]) ^ load(b[n:]); x != 0 {
			return n + bits.TrailingZeros64(x)/8
		}
	}
	for n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
