package comparison

import (
	"sort"

	"github.com/callbacklens/callbacklens/app/internal/intake"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/compare"
)

// The parts of a comparison.
const (
	partFields = iota
	partTokens
	parts
)

// state is a comparison with what a reader has done to it.
type state struct {
	of      *model.Comparison
	reports [2]*parser.Report // that the result is of
	result  *compare.Result   // nil until it is known
	parts   [parts]part
	asText  bool // the tokens are shown in the text
	typed   string

	lines []int32 // the first change of each line of the text, and the end
	cells int     // how wide a line is at most
	last  int     // the part in which something was chosen last
}

// part is the fields or the tokens.
type part struct {
	want uint8   // the sorts that are listed, a bit each
	rows []int32 // what is listed, by its number among Fields or Tokens; of the text, lines
	at   int     // what is chosen, by its number there; -1 for nothing
	top  float64 // how far the list was scrolled, in pixels
}

// The sorts that are listed at first, and all of them.
const (
	differing  = everything &^ (1 << compare.Same)
	everything = 1<<compare.Sorts - 1
)

// stateOf returns the state of the comparison in front.
func stateOf(p *model.Page) *state {
	was, _ := p.Compare.Kept.(*state)
	if was != nil && was.of == p.Compare {
		return was
	}
	if was != nil && was.of.Sides == [2]model.Subject{p.Compare.Sides[1], p.Compare.Sides[0]} && was.result != nil {
		s := was.swapped(p.Compare)
		p.Compare.Kept = s
		return s
	}
	s := &state{of: p.Compare, asText: true}
	if was != nil {
		s.asText = was.asText
	}
	for i := range s.parts {
		s.parts[i] = part{want: differing, at: -1}
	}
	p.Compare.Kept = s
	return s
}

// swapped returns the state of a comparison whose sides have changed places: what was
// chosen, listed and scrolled to stays.
func (s *state) swapped(of *model.Comparison) *state {
	other := *s
	other.of, other.result = of, s.result.Swapped()
	other.reports = [2]*parser.Report{s.reports[1], s.reports[0]}
	for i := range other.parts {
		want := uint8(0)
		for sort := range compare.Sorts {
			want |= s.parts[i].want >> sort & 1 << compare.Sort(sort).Swapped()
		}
		other.parts[i].want = want
	}
	return &other
}

// stale reports whether there is no result of the sides as they are now, though both
// are chosen.
func (s *state) stale() bool {
	if s.of.Waiting() >= 0 {
		return false
	}
	return s.result == nil || s.reports != s.current()
}

// current returns the reports that the sides have now.
func (s *state) current() (reports [2]*parser.Report) {
	for i, side := range s.of.Sides {
		reports[i] = side.Body().Report
	}
	return reports
}

// compareSides compares the sides as they are, and returns what may be shown of it. It
// calls goOn from time to time and returns nil when that says so.
func compareSides(sides [2]model.Subject, goOn func() bool) *compare.Result {
	shown := [2]compare.Side{sides[0].Side(), sides[1].Side()}
	exact, hidden := shown, false
	for i, side := range sides {
		if shown[i].Report.Hidden == 0 {
			continue
		}
		report := intake.Exact(side.Body().Given, goOn)
		if report == nil {
			return nil
		}
		if exact[i].Report = report; len(report.Callbacks) <= exact[i].Callback {
			exact[i] = shown[i]
		}
		hidden = true
	}
	r := compare.Jobs(exact[0], exact[1], goOn)
	if r == nil || !hidden {
		return r
	}
	if masked, ok := r.Shown(shown[0], shown[1], goOn); ok {
		return masked
	}
	return compare.Jobs(shown[0], shown[1], goOn)
}

// take takes over a result.
func (s *state) take(r *compare.Result, reports [2]*parser.Report) {
	s.result, s.reports, s.lines = r, reports, nil
	for i := range s.parts {
		s.parts[i].at = -1
		s.arrange(i)
	}
}

// counts returns how many there are of each sort in a part.
func (s *state) counts(i int) *[compare.Sorts]int {
	if i == partFields {
		return &s.result.FieldCounts
	}
	return &s.result.TokenCounts
}

// len returns how many there are in a part.
func (s *state) len(i int) int {
	if i == partFields {
		return len(s.result.Fields)
	}
	return len(s.result.Tokens)
}

// sortOf returns the sort of one of them.
func (s *state) sortOf(i, n int) compare.Sort {
	if i == partFields {
		return s.result.Fields[n].Sort
	}
	return s.result.Tokens[n].Sort
}

// wants reports whether one of them is listed.
func (s *state) wants(i, n int) bool { return s.parts[i].want>>s.sortOf(i, n)&1 != 0 }

// inText reports whether the rows of a part are lines of the text.
func (s *state) inText(i int) bool { return i == partTokens && s.asText && s.cells > 0 }

// arrange finds the rows of a part.
func (s *state) arrange(i int) {
	p := &s.parts[i]
	p.rows, p.top = p.rows[:0:0], 0
	if s.result == nil {
		return
	}
	if s.inText(i) {
		s.layOut()
		for line := range len(s.lines) - 1 {
			for n := s.lines[line]; n < s.lines[line+1]; n++ {
				if s.wants(i, int(n)) {
					p.rows = append(p.rows, int32(line))
					break
				}
			}
		}
		return
	}
	for n := range s.len(i) {
		if s.wants(i, n) {
			p.rows = append(p.rows, int32(n))
		}
	}
}

// rowOf returns the row of one of them, -1 if it is not listed.
func (s *state) rowOf(i, n int) int {
	rows, want := s.parts[i].rows, int32(n)
	if n >= 0 && s.inText(i) {
		want = int32(sort.Search(len(s.lines), func(k int) bool { return int(s.lines[k]) > n })) - 1
	}
	row := sort.Search(len(rows), func(k int) bool { return rows[k] >= want })
	if n < 0 || row == len(rows) || rows[row] != want {
		return -1
	}
	return row
}

// layOut breaks the text into lines that are not too wide on either side.
func (s *state) layOut() {
	if s.lines != nil {
		return
	}
	r, from := s.result, 0
	var wide [2]int
	var word []byte
	s.lines = append(s.lines, 0)
	for n := range r.Tokens {
		c := &r.Tokens[n]
		var more [2]int
		for side, tokens := range [2][]int32{r.LeftTokens(c), r.RightTokens(c)} {
			of := [2]compare.Side{r.Left, r.Right}[side].Tokens()
			for _, t := range tokens {
				word = of.AppendWord(word[:0], int(t))
				more[side] += cells(word)
			}
		}
		if n > from && max(wide[0]+more[0], wide[1]+more[1]) > s.cells {
			s.lines, from, wide = append(s.lines, int32(n)), n, [2]int{}
		}
		wide[0] += more[0]
		wide[1] += more[1]
	}
	s.lines = append(s.lines, int32(len(r.Tokens)))
}

// cells returns how wide a word is about, in letters of the alphabet.
func cells(word []byte) int {
	n := 1 // what stands between words, or marks them
	for _, r := range string(word) {
		n++
		if r >= 0x1100 {
			n++
		}
	}
	return n
}

// setCells takes over how wide a line may be.
func (s *state) setCells(n int) {
	if n == s.cells {
		return
	}
	s.cells, s.lines = n, nil
	s.arrange(partTokens)
}

// differences returns how many differences there are.
func (s *state) differences() int {
	return s.len(partFields) - s.counts(partFields)[compare.Same] + s.len(partTokens) - s.counts(partTokens)[compare.Same]
}

// ordinal returns which of the differences is chosen, counted from 1; 0 for none.
func (s *state) ordinal() (n int) {
	for i := range s.parts {
		upTo := s.len(i) - 1
		if i == s.last {
			upTo = s.parts[i].at
		}
		for k := 0; k <= upTo; k++ {
			if s.sortOf(i, k) != compare.Same {
				n++
			}
		}
		if i == s.last {
			if upTo < 0 || s.sortOf(i, upTo) == compare.Same {
				return 0
			}
			return n
		}
	}
	return 0
}

// step chooses the next difference that is listed, or the one before, the tokens being
// behind the fields. It reports whether there is one.
func (s *state) step(by int) bool {
	if s.result == nil {
		return false
	}
	at := s.parts[s.last].at
	if at < 0 && by < 0 {
		at = s.len(s.last)
	}
	for i := s.last; i >= 0 && i < parts; {
		for at += by; at >= 0 && at < s.len(i); at += by {
			if s.sortOf(i, at) != compare.Same && s.wants(i, at) {
				s.choose(i, at)
				return true
			}
		}
		if i += by; i == partFields {
			at = s.len(i)
		} else {
			at = -1
		}
	}
	return false
}

// choose chooses one of a part.
func (s *state) choose(i, n int) {
	s.last, s.parts[i].at = i, n
	s.parts[1-i].at = -1
}

// Step chooses the next difference, or the one before.
func Step(p *model.Page, by int) {
	if p.Compare != nil && stateOf(p).step(by) {
		p.Rev++
	}
}
