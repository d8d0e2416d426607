package compare

import (
	"bytes"
	"unicode/utf8"
)

const (
	// mostEdits is up to how many characters that one side alone has the shortest way
	// from one text to the other is sought. Behind that it is sought anew from where
	// most of both is passed, so that time grows with the texts alone.
	mostEdits = 128
	// leastRun is how many characters in a row belong together: fewer are chance.
	leastRun = 2
)

// walker goes from one text to another.
type walker struct {
	steps []front
}

// runs returns cuts before the runs of characters that lie on the shortest way from one
// text to the other, as E. Myers finds it ("An O(ND) Difference Algorithm and Its
// Variations", 1986). The texts begin at from.
func (k *walker) runs(w *work, left, right []byte, from cut) []cut {
	if bytes.Equal(left, right) {
		return nil
	}
	// Which of several ways is taken must not depend on what is left and what right.
	mirrored := bytes.Compare(left, right) > 0
	if mirrored {
		left, right = right, left
	}
	a, atA := characters(left)
	b, atB := characters(right)
	var all []cut
	for x, y := 0, 0; x < len(a) && y < len(b) && w.step(); {
		way, toX, toY := k.shortest(a[x:], b[y:])
		for i := len(way) - 1; i >= 0; i-- {
			all = append(all, cut{atA[x+int(way[i].left)], atB[y+int(way[i].right)]})
		}
		x, y = x+toX, y+toY
	}
	if len(all) > 0 && all[0] == (cut{}) {
		all = all[1:] // there is one already
	}
	if mirrored {
		mirror(all)
	}
	for i := range all {
		all[i].left, all[i].right = all[i].left+from.left, all[i].right+from.right
	}
	return all
}

// characters returns the characters of a text, and where each begins. A byte that is
// none is one of its own.
func characters(text []byte) (all, at []int32) {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			r = utf8.MaxRune + 1 + rune(text[i])
		}
		all, at = append(all, r), append(at, int32(i))
		i += n
	}
	return all, at
}

// front is how much of the first text is passed, in characters, by the number of
// characters that more of it is passed than of the second.
type front [2*mostEdits + 3]int32

const lost = -1 << 30 // beyond the end of a text

func (f *front) at(lead int) *int32 { return &f[lead+mostEdits+1] }

// next returns what is passed at a lead after edit d, before what is alike, and the lead
// before that edit.
func (f *front) next(lead, d int) (x int32, before int) {
	if d == 0 {
		return 0, lead
	}
	if lead == -d || lead != d && *f.at(lead - 1) < *f.at(lead + 1) {
		return *f.at(lead + 1), lead + 1
	}
	return *f.at(lead - 1) + 1, lead - 1
}

// shortest goes the shortest way through a and b or, where mostEdits do not lead to the
// end of both, as far as they do. It returns the beginnings of the runs on it, the last
// one first, and how much of both is passed.
func (k *walker) shortest(a, b []int32) (way []cut, x, y int) {
	var f front
	k.steps = k.steps[:0]
	for d := 0; ; d++ {
		k.steps = append(k.steps, f)
		best, most := 0, -1
		for lead := -d; lead <= d; lead += 2 {
			next, _ := f.next(lead, d)
			x, y := int(next), int(next)-lead
			if x < 0 || y < 0 || x > len(a) || y > len(b) {
				*f.at(lead) = lost
				continue
			}
			for x < len(a) && y < len(b) && a[x] == b[y] {
				x, y = x+1, y+1
			}
			*f.at(lead) = int32(x)
			if x+y > most {
				best, most = lead, x+y
			}
		}
		if d == mostEdits || most == len(a)+len(b) {
			x = int(*f.at(best))
			return k.back(x, best), x, x - best
		}
	}
}

// back goes the way back, from where x characters of the first text are passed.
func (k *walker) back(x, lead int) (way []cut) {
	for d := len(k.steps) - 1; d >= 0; d-- {
		start, before := k.steps[d].next(lead, d)
		if x-int(start) >= leastRun {
			way = append(way, cut{start, start - int32(lead)})
		}
		if d > 0 {
			x, lead = int(*k.steps[d].at(before)), before
		}
	}
	return way
}
