package query

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// expression finds words by their characters: literals, ., classes, groups, |, ^, $,
// and * + ? {m,n}. It is the automaton of Glushkov, a bit for each place of the
// expression that takes a character, so that the time for a word grows with its
// length alone. Package regexp would do, but nothing else in the page needs it.
type expression struct {
	places []class  // what each place takes
	follow []uint64 // the places that may come next
	first  uint64   // the places to begin with
	last   uint64   // those to end with
	empty  bool     // nothing at all fits, too
}

// maxPlaces is how many places an expression may have: the bits of a state.
const maxPlaces = 64

// begin and end stand for the edges of a word, which ^ and $ take.
const begin, end rune = -2, -3

// class is a set of characters.
type class struct {
	not    bool
	ranges []rune // from and to in turn
	tables []*unicode.RangeTable
}

func (c *class) in(r rune) bool {
	for i := 0; i < len(c.ranges); i += 2 {
		if c.ranges[i] <= r && r <= c.ranges[i+1] {
			return true
		}
	}
	return unicode.In(r, c.tables...)
}

// takes reports whether a place takes a character of a word, of which unless exact
// the capitals have become small.
func (c *class) takes(r rune, exact bool) bool {
	if r < 0 { // only ^ and $ take an edge
		return len(c.ranges) > 0 && c.ranges[0] == r
	}
	return (c.in(r) || !exact && c.in(unicode.ToUpper(r))) != c.not
}

// matches reports whether e fits some part of a word, which is folded.
func (e *expression) matches(word []byte, exact bool) bool {
	if e.empty {
		return true
	}
	state := e.edge(0, begin, exact)
	for len(word) > 0 && state&e.last == 0 {
		r, n := utf8.DecodeRune(word)
		state, word = e.step(state, r, exact), word[n:]
	}
	return e.edge(state, end, exact)&e.last != 0
}

// edge returns the places of state, and those that take an edge of the word behind
// them, which has room for any number of them.
func (e *expression) edge(state uint64, at rune, exact bool) uint64 {
	for {
		more := state | e.step(state, at, exact)
		if more == state {
			return state
		}
		state = more
	}
}

// step returns the places that have taken r, where those of state took what stands
// before it, or where e begins with r.
func (e *expression) step(state uint64, r rune, exact bool) uint64 {
	return e.taken(e.after(state)|e.first, r, exact)
}

// after returns the places that may come after those of state.
func (e *expression) after(state uint64) (next uint64) {
	for ; state != 0; state &= state - 1 {
		next |= e.follow[bits.TrailingZeros64(state)]
	}
	return next
}

// taken returns those of some places that take r.
func (e *expression) taken(places uint64, r rune, exact bool) (state uint64) {
	for ; places != 0; places &= places - 1 {
		if p := bits.TrailingZeros64(places); e.places[p].takes(r, exact) {
			state |= 1 << p
		}
	}
	return state
}

// span returns where the longest of the first parts of word stands that e fits; the
// same number twice for none.
func (e *expression) span(word []byte, exact bool) (from, to int) {
	for from = range word {
		if !utf8.RuneStart(word[from]) {
			continue
		}
		state, places := uint64(0), e.first
		if from == 0 {
			places |= e.after(e.edge(0, begin, exact))
		}
		for at := from; at < len(word) && places != 0; {
			r, n := utf8.DecodeRune(word[at:])
			state = e.taken(places, r, exact)
			if at += n; at == len(word) {
				for more := state; more != 0; state |= more {
					more = e.taken(e.after(state), end, exact) &^ state
				}
			}
			if places = e.after(state); state&e.last != 0 {
				to = at
			}
		}
		if to > from {
			return from, to
		}
	}
	return 0, 0
}
