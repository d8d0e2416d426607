// Package compare tells what differs between two jobs, or between two bodies that have
// none: field by field, and token by token where the tokens of both are aligned.
package compare

import (
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Side is what is compared: a job of a callback, or a callback that has no jobs.
type Side struct {
	Report        *parser.Report
	Callback, Job int // indices among Report.Callbacks and its Jobs
}

// Sides returns all that a report has to be compared.
func Sides(r *parser.Report) []Side {
	var all []Side
	for c := range r.Callbacks {
		all = append(all, Side{r, c, 0})
		for j := 1; j < len(r.Callbacks[c].Jobs); j++ {
			all = append(all, Side{r, c, j})
		}
	}
	return all
}

// Of returns the callback of a side.
func (s Side) Of() *parser.Callback { return &s.Report.Callbacks[s.Callback] }

// JobOf returns the job of a side, nil where the callback has none.
func (s Side) JobOf() *parser.Job {
	if c := s.Of(); s.Job < len(c.Jobs) {
		return &c.Jobs[s.Job]
	}
	return nil
}

// Tokens returns the tokens of a side, nil for none.
func (s Side) Tokens() *parser.Tokens {
	if j := s.JobOf(); j != nil {
		return j.Tokens
	}
	return nil
}

// Sort says how two sides differ in one thing.
type Sort uint8

// The sorts of differences. Fields are the same, changed, gone or added.
const (
	Same     Sort = iota
	Retagged      // a token has another part of speech
	Split         // one token on the left is several on the right
	Merged        // several tokens on the left are one on the right
	Changed       // what stands in one place differs otherwise
	Gone          // it is on the left only
	Added         // it is on the right only

	Sorts = iota // how many there are
)

var sortNames = [Sorts]struct {
	name string
	text lang.Text
}{
	Same:     {"same", lang.Text{ZH: "相同", EN: "same"}},
	Retagged: {"retagged", lang.Text{ZH: "词性不同", EN: "retagged"}},
	Split:    {"split", lang.Text{ZH: "拆分", EN: "split"}},
	Merged:   {"merged", lang.Text{ZH: "合并", EN: "merged"}},
	Changed:  {"changed", lang.Text{ZH: "不同", EN: "changed"}},
	Gone:     {"gone", lang.Text{ZH: "仅左侧", EN: "only left"}},
	Added:    {"added", lang.Text{ZH: "仅右侧", EN: "only right"}},
}

// String returns the name that programs use.
func (s Sort) String() string { return sortNames[s].name }

// Name says the sort in words.
func (s Sort) Name() lang.Text { return sortNames[s].text }

// What is said of a comparison wherever it is shown.
var (
	FieldsTitle  = lang.Text{ZH: "字段", EN: "Fields"}
	TokensTitle  = lang.Text{ZH: "词", EN: "Tokens"}
	NoDifference = lang.Text{ZH: "没有差异", EN: "no difference"}
	TextsDiffer  = lang.Text{ZH: "两侧的文本不同，按上下文对齐", EN: "the texts differ; aligned by what stands around"}
)

// Result is what differs between two sides.
type Result struct {
	Left, Right Side
	Fields      []Field
	Tokens      []Change // in the order of their places in the text
	// FieldCounts and TokenCounts tell how many fields and changes are of each sort.
	FieldCounts, TokenCounts [Sorts]int
	// ByText tells that the texts that the two rebuild differ, so that tokens are
	// aligned by the text around them and not by their offsets alone.
	ByText bool

	left, right []int32 // tokens, those of a Change one behind the other
}

// Field is a leaf that stands on one side or on both.
type Field struct {
	Path        string // below the job or the callback, as Input.Object
	Sort        Sort
	Left, Right parser.Value // the zero Value where a side has none

	left, right int32 // indices among the leaves of the sides, -1 for none
}

// Change is a place in the texts of both sides, with the tokens there.
type Change struct {
	Sort Sort

	left, right         int32 // the first token on each side
	leftMany, rightMany int32 // and how many there are
}

// LeftTokens returns the indices of the tokens on the left.
func (r *Result) LeftTokens(c *Change) []int32 { return r.left[c.left : c.left+c.leftMany] }

// RightTokens returns the indices of the tokens on the right.
func (r *Result) RightTokens(c *Change) []int32 { return r.right[c.right : c.right+c.rightMany] }

// Offset returns the offset of the first token of a change, on the left if there is one.
func (r *Result) Offset(c *Change) (n int, ok bool) {
	if left := r.LeftTokens(c); len(left) > 0 {
		return r.Left.Tokens().Offset(int(left[0]))
	}
	return r.Right.Tokens().Offset(int(r.RightTokens(c)[0]))
}

// Equal reports whether nothing differs.
func (r *Result) Equal() bool {
	return r.FieldCounts[Same] == len(r.Fields) && r.TokenCounts[Same] == len(r.Tokens)
}

// Jobs compares two sides. It calls goOn from time to time and returns nil when that
// says false; nil stands for always.
func Jobs(left, right Side, goOn func() bool) *Result {
	r := &Result{Left: left, Right: right}
	w := &work{goOn: goOn}
	r.Fields = alignFields(w, leavesOf(w, left), leavesOf(w, right))
	for i := range r.Fields {
		r.FieldCounts[r.Fields[i].Sort]++
	}
	alignTokens(w, r)
	if w.stopped {
		return nil
	}
	for i := range r.Tokens {
		r.TokenCounts[r.Tokens[i].Sort]++
	}
	return r
}

// Shown returns the result with values of other reports of the same bodies, in which
// secrets are hidden. Where these are not of the same shape, or goOn says so as it does
// to Jobs, it reports false.
func (r *Result) Shown(left, right Side, goOn func() bool) (*Result, bool) {
	w := &work{goOn: goOn}
	ofLeft, ofRight := leavesOf(w, left), leavesOf(w, right)
	if w.stopped {
		return nil, false
	}
	shown := *r
	shown.Left, shown.Right = left, right
	shown.Fields = make([]Field, len(r.Fields))
	for i, f := range r.Fields {
		if int(f.left) >= len(ofLeft) || int(f.right) >= len(ofRight) {
			return nil, false
		}
		if f.left >= 0 {
			f.Path, f.Left = ofLeft[f.left].path, ofLeft[f.left].value
		}
		if f.right >= 0 {
			f.Path, f.Right = ofRight[f.right].path, ofRight[f.right].value
		}
		shown.Fields[i] = f
	}
	same := left.Tokens().Len() == r.Left.Tokens().Len() && right.Tokens().Len() == r.Right.Tokens().Len()
	return &shown, same
}

// Swapped returns what the sort is called when the sides change places.
func (s Sort) Swapped() Sort {
	switch s {
	case Split:
		return Merged
	case Merged:
		return Split
	case Gone:
		return Added
	case Added:
		return Gone
	}
	return s
}

// Swapped returns the result with its sides changed: the same differences in the same
// order, seen from the other side.
func (r *Result) Swapped() *Result {
	s := &Result{Left: r.Right, Right: r.Left, ByText: r.ByText, left: r.right, right: r.left,
		Fields: make([]Field, len(r.Fields)), Tokens: make([]Change, len(r.Tokens))}
	for i := range r.Fields {
		f := &r.Fields[i]
		s.Fields[i] = Field{f.Path, f.Sort.Swapped(), f.Right, f.Left, f.right, f.left}
	}
	for i := range r.Tokens {
		c := &r.Tokens[i]
		s.Tokens[i] = Change{c.Sort.Swapped(), c.right, c.left, c.rightMany, c.leftMany}
	}
	for sort := range Sorts {
		s.FieldCounts[Sort(sort).Swapped()] = r.FieldCounts[sort]
		s.TokenCounts[Sort(sort).Swapped()] = r.TokenCounts[sort]
	}
	return s
}

// work is under way.
type work struct {
	goOn    func() bool
	done    int
	stopped bool
}

// step counts something done, gives others their turn, and reports whether to go on.
func (w *work) step() bool {
	const often = 2048
	if w.done++; w.done%often == 0 && w.goOn != nil && !w.goOn() {
		w.stopped = true
	}
	return !w.stopped
}
