package squeeze

import (
	"encoding/binary"
	"math"
)

func load(b []byte) uint64 { return binary.LittleEndian.Uint64(b) }

// step is a literal, or a match if it has a distance.
type step struct {
	length   uint16 // 1 for a literal
	distance uint16 // less one
}

func (s step) literal() bool { return s.length == 1 }

// part is a way through content from a place on.
type part struct {
	from, to int
	steps    []step
}

// parser looks for cheapest ways.
type parser struct {
	content []byte
	found   *matches
	costs   costs
	total   []uint32 // by place from the beginning of the part: cost from there to its end
	choice  []step
}

// costs is what symbols cost, in fractions of a bit.
type costs struct {
	literal  [256]uint32
	length   [maxLen + 1]uint32
	distance [30]uint32
}

const bit = 64 // fractions of a bit

func newParser(content []byte, found *matches) *parser {
	p := &parser{content: content, found: found}
	for i := range p.costs.literal {
		p.costs.literal[i] = 7 * bit
	}
	for n := minLen; n <= maxLen; n++ {
		p.costs.length[n] = (6 + uint32(lengths[lengthCode(n)].extra)) * bit
	}
	for i := range p.costs.distance {
		p.costs.distance[i] = (5 + uint32(distances[i].extra)) * bit
	}
	return p
}

// cheapest returns the way from one place to another that costs least.
func (p *parser) cheapest(from, to int) part {
	n := to - from
	if cap(p.total) <= n {
		p.total, p.choice = make([]uint32, n+1), make([]step, n+1)
	}
	total, choice := p.total[:n+1], p.choice[:n+1]
	total[n] = 0
	for i := n - 1; i >= 0; i-- {
		best, by := p.costs.literal[p.content[from+i]]+total[i+1], step{length: 1}
		found, length := p.found.at(from+i), minLen
		if len(found) == 1 && found[0].length == maxLen {
			length = max(minLen, min(maxLen, n-i)) // within a long repetition shorter ones gain nothing
		}
		for _, m := range found {
			far := p.costs.distance[distanceCode(m.distance)]
			for last := min(int(m.length), n-i); length <= last; length++ {
				if c := far + p.costs.length[length] + total[i+length]; c < best {
					best, by = c, step{uint16(length), m.distance}
				}
			}
		}
		total[i], choice[i] = best, by
	}
	way := part{from: from, to: to}
	for i := 0; i < n; i += int(choice[i].length) {
		way.steps = append(way.steps, choice[i])
	}
	return way
}

// A way is looked for at the costs that the one before leads to, rounds times
// at most, and until it has not become shorter for some of them.
const (
	rounds   = 15
	patience = 2
)

// improve returns the block of least size that it finds for what a way tells.
func (p *parser) improve(way part) block {
	best := newBlock(p.content, way)
	last := best
	for round, vain := 0, 0; round < rounds && vain < patience; round++ {
		p.costs = last.counts.costs()
		last = newBlock(p.content, p.cheapest(way.from, way.to))
		vain++
		if last.size < best.size {
			best, vain = last, 0
		}
	}
	return best
}

// costs returns what symbols cost that come as often as counted.
func (c *counts) costs() (to costs) {
	symbols, distance := entropy(c.symbols[:]), entropy(c.distances[:])
	copy(to.literal[:], symbols)
	for n := minLen; n <= maxLen; n++ {
		code := lengthCode(n)
		to.length[n] = symbols[firstLength+code] + uint32(lengths[code].extra)*bit
	}
	for i := range to.distance {
		to.distance[i] = distance[i] + uint32(distances[i].extra)*bit
	}
	return to
}

// entropy returns the cost of each symbol by its share; one that does not come
// costs as if it came once.
func entropy(count []uint32) []uint32 {
	var sum float64
	for _, n := range count {
		sum += float64(n)
	}
	all := math.Log2(max(sum, 1))
	cost := make([]uint32, len(count))
	for i, n := range count {
		cost[i] = uint32(math.Max(all-math.Log2(max(float64(n), 1)), 0) * bit)
	}
	return cost
}
