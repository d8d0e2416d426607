package compare

import "github.com/callbacklens/callbacklens/parser"

// Pair is two sides that belong together; one of them is nil where the other stands
// alone.
type Pair struct {
	Left, Right *Side
}

// Pairs puts the jobs of two reports together: those of the same JobId, then those of
// the same object, then the others as they stand. What is left stands alone, in the
// order of the left and then of the right.
func Pairs(left, right *parser.Report) []Pair {
	l, r := Sides(left), Sides(right)
	with := make([]int, len(l)) // the number on the right, counted from 1
	taken := make([]bool, len(r))
	for _, name := range [...]func(Side) string{idOf, objectOf, func(Side) string { return "any" }} {
		waiting := make(map[string][]int)
		for i := range r {
			if n := name(r[i]); n != "" && !taken[i] {
				waiting[n] = append(waiting[n], i)
			}
		}
		for i := range l {
			n := name(l[i])
			if queue := waiting[n]; n != "" && with[i] == 0 && len(queue) > 0 {
				with[i], taken[queue[0]], waiting[n] = queue[0]+1, true, queue[1:]
			}
		}
	}
	pairs := make([]Pair, 0, max(len(l), len(r)))
	for i := range l {
		p := Pair{Left: &l[i]}
		if with[i] > 0 {
			p.Right = &r[with[i]-1]
		}
		pairs = append(pairs, p)
	}
	for i := range r {
		if !taken[i] {
			pairs = append(pairs, Pair{Right: &r[i]})
		}
	}
	return pairs
}

// Partner returns what belongs to s in a report that has callbacks: the job of the same
// JobId, else one of the same object, else the first.
func Partner(s Side, in *parser.Report) Side {
	all := Sides(in)
	for _, name := range [...]func(Side) string{idOf, objectOf} {
		want := name(s)
		for _, other := range all {
			if want != "" && name(other) == want {
				return other
			}
		}
	}
	return all[0]
}

func idOf(s Side) string {
	if j := s.JobOf(); j != nil {
		return j.ID.Text
	}
	if e := s.Of().Execution; e != nil {
		return e.RunID.Text
	}
	return ""
}

func objectOf(s Side) string {
	if j := s.JobOf(); j != nil && j.Input.Object.Set() {
		return j.Input.Bucket.Text + "/" + j.Input.Object.Text
	}
	return ""
}

// ID returns the id of the job, or of the run; "" where there is none.
func (s Side) ID() string { return idOf(s) }
