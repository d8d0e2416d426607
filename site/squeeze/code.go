package squeeze

import (
	"cmp"
	"math/bits"
	"slices"
)

// codeLengths returns the lengths of the best prefix code of at most limit bits
// for symbols that come as often as counted; 0 for those that do not come. It
// is package-merge, by Larmore and Hirschberg: each row holds the symbols and
// the pairs of the row before, the lightest first.
func codeLengths(count []uint32, limit int) []uint8 {
	length := make([]uint8, len(count))
	var symbols []int
	for i, n := range count {
		if n > 0 {
			symbols = append(symbols, i)
		}
	}
	if len(symbols) <= 2 {
		for _, s := range symbols {
			length[s] = 1
		}
		return length
	}
	slices.SortStableFunc(symbols, func(a, b int) int { return cmp.Compare(count[a], count[b]) })

	rows := make([][]bool, limit) // whether each entry is a symbol
	var weights []uint64
	for r := range rows {
		pairs := weights
		weights = make([]uint64, 0, 2*len(symbols))
		for s, p := 0, 0; s < len(symbols) || p+1 < len(pairs); {
			single := p+1 >= len(pairs) || s < len(symbols) && uint64(count[symbols[s]]) <= pairs[p]+pairs[p+1]
			if single {
				weights = append(weights, uint64(count[symbols[s]]))
				s++
			} else {
				weights = append(weights, pairs[p]+pairs[p+1])
				p += 2
			}
			rows[r] = append(rows[r], single)
		}
	}
	// Each symbol gets a bit for each row in which it is taken.
	taken := 2*len(symbols) - 2
	for r := limit - 1; r >= 0; r-- {
		singles := 0
		for _, single := range rows[r][:taken] {
			if single {
				length[symbols[singles]]++
				singles++
			}
		}
		taken = 2 * (taken - singles)
	}
	return length
}

// codes returns the codes of these lengths, as the format orders them, with
// their bits turned round as they are written.
func codes(length []uint8) []uint32 {
	var next [17]uint32
	for _, n := range length {
		if n > 0 {
			next[n+1]++
		}
	}
	for n := 1; n < len(next); n++ {
		next[n] = (next[n-1] + next[n]) << 1
	}
	code := make([]uint32, len(length))
	for i, n := range length {
		if n > 0 {
			code[i] = bits.Reverse32(next[n]) >> (32 - n)
			next[n]++
		}
	}
	return code
}

// smooth makes neighbours that come about as often equal, so that their codes
// are of one length, which takes less room to write.
func smooth(count []uint32) []uint32 {
	out := slices.Clone(count)
	for i := 0; i < len(out); {
		j, sum := i, uint32(0)
		for j < len(out) && near(out[i], out[j]) {
			sum += out[j]
			j++
		}
		if j-i >= 4 {
			mean := (sum + uint32(j-i)/2) / uint32(j-i)
			if out[i] > 0 {
				mean = max(mean, 1)
			}
			for k := i; k < j; k++ {
				out[k] = mean
			}
		}
		i = j
	}
	return out
}

func near(a, b uint32) bool {
	if (a == 0) != (b == 0) {
		return false
	}
	return max(a, b)-min(a, b) < 4 || max(a, b)-min(a, b) < min(a, b)/8
}

// head is how the lengths of a block's codes are written: in runs, in a code of
// their own.
type head struct {
	symbols, places int // how many lengths are written
	runs            []run
	lengths         []uint8
	written         int // how many lengths of the lengths' code
	size            int // bits
}

// run is a length, or a repetition with its extra bits.
type run struct{ symbol, extra uint8 }

// order is the one in which lengths of the lengths' code are written.
var order = [...]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// extraOf is the bits of a repetition.
var extraOf = [19]int{16: 2, 17: 3, 18: 7}

func newHead(symbols, places []uint8) (best head) {
	s, p := used(symbols, 257), used(places, 1)
	all := slices.Concat(symbols[:s], places[:p])
	for kinds := range 8 { // which of the three repetitions are used
		h := head{symbols: s, places: p, runs: runsOf(all, kinds)}
		var count [19]uint32
		for _, r := range h.runs {
			count[r.symbol]++
		}
		h.lengths = codeLengths(count[:], 7)
		h.written = len(order)
		for h.written > 4 && h.lengths[order[h.written-1]] == 0 {
			h.written--
		}
		h.size = 5 + 5 + 4 + 3*h.written
		for i, n := range count {
			h.size += int(n) * (int(h.lengths[i]) + extraOf[i])
		}
		if best.size == 0 || h.size < best.size {
			best = h
		}
	}
	return best
}

func used(length []uint8, least int) int {
	n := len(length)
	for n > least && length[n-1] == 0 {
		n--
	}
	return n
}

// runsOf tells lengths in runs: 16 repeats the last 3 to 6 times, 17 and 18 are
// 3 to 10 and 11 to 138 zeros. Bits of kinds allow each.
func runsOf(all []uint8, kinds int) (runs []run) {
	for i := 0; i < len(all); {
		n := 1
		for i+n < len(all) && all[i+n] == all[i] {
			n++
		}
		i += n
		v := all[i-1]
		for v == 0 && n >= 11 && kinds&4 != 0 {
			k := min(n, 138)
			runs = append(runs, run{18, uint8(k - 11)})
			n -= k
		}
		for v == 0 && n >= 3 && kinds&2 != 0 {
			k := min(n, 10)
			runs = append(runs, run{17, uint8(k - 3)})
			n -= k
		}
		if n >= 4 && v > 0 && kinds&1 != 0 {
			runs = append(runs, run{symbol: v})
			for n--; n >= 3; {
				k := min(n, 6)
				if n-k > 0 && n-k < 3 { // leaves none behind that is too short
					k = n - 3
				}
				k = max(k, 3)
				runs = append(runs, run{16, uint8(k - 3)})
				n -= k
			}
		}
		for ; n > 0; n-- {
			runs = append(runs, run{symbol: v})
		}
	}
	return runs
}

func (h *head) write(w *bitWriter) {
	w.bits(uint32(h.symbols-257), 5)
	w.bits(uint32(h.places-1), 5)
	w.bits(uint32(h.written-4), 4)
	for _, symbol := range order[:h.written] {
		w.bits(uint32(h.lengths[symbol]), 3)
	}
	code := codes(h.lengths)
	for _, r := range h.runs {
		w.bits(code[r.symbol], int(h.lengths[r.symbol]))
		w.bits(uint32(r.extra), extraOf[r.symbol])
	}
}
