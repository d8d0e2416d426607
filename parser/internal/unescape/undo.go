// Package unescape undoes escapes: each kind is a step that undoes one of them.
package unescape

import "sort"

// Step undoes one escape at the beginning of src: it appends to dst what that
// stands for and returns how many bytes of src it took, at least 1.
type Step func(dst, src []byte) ([]byte, int)

// Undo applies a step from start to end of outer. It returns the text and the
// map of its offsets to those of outer.
func Undo(outer []byte, start, end int, step Step, pulse func()) (text []byte, trace func(int) int) {
	u := unescaped{outer: outer, start: start, end: end, step: step}
	text = make([]byte, 0, end-start)
	beat := start
	for i := start; i < end; {
		if i >= beat {
			pulse()
			beat = i + pulseEvery
		}
		if len(text) >= (len(u.milestones)+1)*milestoneEvery {
			u.milestones = append(u.milestones, milestone{len(text), i})
		}
		var n int
		text, n = step(text, outer[i:end])
		i += n
	}
	return text, u.outerOffset
}

// pulseEvery is how many bytes are looked at between two pulses.
const pulseEvery = 64 << 10

// milestoneEvery is about how many bytes of text lie between two offsets that
// are remembered: no offset is farther than that from one.
const milestoneEvery = 2048

// milestone is a pair of offsets that stand for the same place.
type milestone struct{ inner, outer int }

// unescaped maps offsets of a text without escapes to those of the text with
// them.
type unescaped struct {
	outer      []byte
	start, end int
	step       Step
	milestones []milestone
}

func (u *unescaped) outerOffset(offset int) int {
	at, i := 0, u.start
	n := sort.Search(len(u.milestones), func(k int) bool { return u.milestones[k].inner > offset })
	if n > 0 {
		at, i = u.milestones[n-1].inner, u.milestones[n-1].outer
	}
	var out []byte
	for i < u.end {
		var used int
		out, used = u.step(out[:0], u.outer[i:u.end])
		if at+len(out) > offset {
			return i
		}
		at += len(out)
		i += used
	}
	return u.end
}
