package compare

import "unicode/utf16"

// contradict reports whether the offsets of both sides cannot be of one text: where both
// have a token, other characters stand there, or the offsets of a side are no places at
// all. Where tokens overlap, as they do in some granularities, a few such characters are
// an edit, and the offsets serve better than what the words make one behind the other.
func contradict(w *work, left, right *side) bool {
	end := 0
	for _, s := range [...]*side{left, right} {
		for i := range s.at {
			end = max(end, int(s.at[i].end))
		}
	}
	if end > 16*(len(left.text)+len(right.text)+1024) {
		return true // offsets that no such text has
	}
	var texts [2][]rune
	var painted [2]int
	for side, s := range [...]*side{left, right} {
		texts[side] = make([]rune, max(end, 0))
		for i := range s.at {
			if !w.step() {
				return false
			}
			p := &s.at[i]
			units := unitsOf(s.word(p), int(p.end-p.start))
			if p.start < 0 || units == nil {
				continue
			}
			painted[side]++
			copy(texts[side][p.start:], units)
		}
	}
	common, other := 0, 0
	for at, unit := range texts[0] {
		if unit == 0 || texts[1][at] == 0 {
			continue
		}
		if common++; unit != texts[1][at] {
			other++
		}
	}
	if 2*painted[0] < len(left.at) || 2*painted[1] < len(right.at) {
		return true
	}
	if left.overlaps() || right.overlaps() {
		return 8*other > common
	}
	return other > 0
}

// unitsOf returns the n units that a word is made of: its characters, its units of UTF-16
// or its bytes, whichever are so many; nil for none.
func unitsOf(word []byte, n int) []rune {
	if n <= 0 || n > len(word) {
		return nil
	}
	runes := []rune(string(word))
	if len(runes) == n {
		return runes
	}
	units := runes[:0:0]
	if n == len(word) {
		for _, b := range word {
			units = append(units, rune(b))
		}
		return units
	}
	for _, u := range utf16.Encode(runes) {
		units = append(units, rune(u))
	}
	if len(units) == n {
		return units
	}
	return nil
}

// overlaps reports whether a token begins before the one before it ends.
func (s *side) overlaps() bool {
	for i := 1; i < len(s.at); i++ {
		if s.at[i].start < s.at[i-1].end {
			return true
		}
	}
	return false
}
