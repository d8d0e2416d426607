package squeeze

import "math/bits"

// Symbols of the format.
const (
	endOfBlock  = 256
	firstLength = 257
)

// band is the values that share a code: base and those after it, told apart by
// extra bits.
type band struct {
	base  int
	extra int
}

var lengths, distances = bands(29, 2, minLen), bands(30, 1, 1)

// bands lays out codes whose extra bits grow by one after each group of 1<<per
// codes; the first two groups have none.
func bands(n, per, base int) []band {
	list := make([]band, n)
	for i := range list {
		extra := max(0, i>>per-1)
		list[i] = band{base, extra}
		base += 1 << extra
	}
	return list
}

func init() { lengths[28] = band{maxLen, 0} }

// lengthCode returns the number of the band that a length is in.
func lengthCode(n int) int {
	if n == maxLen {
		return 28
	}
	return bandOf(n-minLen, 2)
}

// distanceCode returns the number of the band that a distance, less one, is in.
func distanceCode(d uint16) int { return bandOf(int(d), 1) }

func bandOf(v, per int) int {
	extra := max(0, bits.Len(uint(v))-1-per)
	return extra<<per + v>>extra
}

// counts is how often symbols come.
type counts struct {
	symbols   [286]uint32
	distances [30]uint32
}

func (c *counts) add(other *counts) {
	for i, n := range other.symbols {
		c.symbols[i] += n
	}
	for i, n := range other.distances {
		c.distances[i] += n
	}
	c.symbols[endOfBlock] = 1
}

// block is a part with its codes.
type block struct {
	part
	counts          counts
	symbols, places []uint8 // lengths of codes, of literals with lengths and of distances
	head            head
	size            int // bits
}

func newBlock(content []byte, p part) block {
	b := block{part: p}
	b.counts.symbols[endOfBlock] = 1
	at := p.from
	for _, s := range p.steps {
		if s.literal() {
			b.counts.symbols[content[at]]++
		} else {
			b.counts.symbols[firstLength+lengthCode(int(s.length))]++
			b.counts.distances[distanceCode(s.distance)]++
		}
		at += int(s.length)
	}
	b.choose()
	return b
}

// choose makes the codes of a block, plain or smoothed so that their lengths
// take less room in the head, and its size.
func (b *block) choose() {
	b.size = 0
	for _, smoothed := range []bool{false, true} {
		symbols, places := b.counts.symbols[:], b.counts.distances[:]
		if smoothed {
			symbols, places = smooth(symbols), smooth(places)
		}
		s, d := codeLengths(symbols, 15), codeLengths(places, 15)
		h := newHead(s, d)
		if size := 3 + h.size + b.counts.size(s, d); b.size == 0 || size < b.size {
			b.symbols, b.places, b.head, b.size = s, d, h, size
		}
	}
}

// size returns the bits that symbols take in codes of these lengths.
func (c *counts) size(symbols, places []uint8) (n int) {
	for i, times := range c.symbols {
		cost := int(symbols[i])
		if i >= firstLength {
			cost += lengths[i-firstLength].extra
		}
		n += int(times) * cost
	}
	for i, times := range c.distances {
		n += int(times) * (int(places[i]) + distances[i].extra)
	}
	return n
}

// write writes the block. One without steps that is the last ends the stream.
func (b block) write(w *bitWriter, content []byte, last bool) {
	final := uint32(0)
	if last {
		final = 1
	}
	if len(b.steps) == 0 {
		w.bits(final|1<<1, 3) // fixed codes
		w.bits(0, 7)          // end of block
		return
	}
	w.bits(final|2<<1, 3)
	b.head.write(w)
	symbols, places := codes(b.symbols), codes(b.places)
	at := b.from
	for _, s := range b.steps {
		if s.literal() {
			w.bits(symbols[content[at]], int(b.symbols[content[at]]))
		} else {
			l, d := lengthCode(int(s.length)), distanceCode(s.distance)
			w.bits(symbols[firstLength+l], int(b.symbols[firstLength+l]))
			w.bits(uint32(int(s.length)-lengths[l].base), lengths[l].extra)
			w.bits(places[d], int(b.places[d]))
			w.bits(uint32(int(s.distance)+1-distances[d].base), distances[d].extra)
		}
		at += int(s.length)
	}
	w.bits(symbols[endOfBlock], int(b.symbols[endOfBlock]))
}

// bitWriter writes bits, the lowest first.
type bitWriter struct {
	out  []byte
	held uint64
	n    int
}

func (w *bitWriter) bits(v uint32, n int) {
	w.held |= uint64(v) << w.n
	for w.n += n; w.n >= 8; w.n -= 8 {
		w.out = append(w.out, byte(w.held))
		w.held >>= 8
	}
}

func (w *bitWriter) flush() {
	if w.n > 0 {
		w.out = append(w.out, byte(w.held))
	}
	w.held, w.n = 0, 0
}
