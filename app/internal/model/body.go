package model

import (
	"time"

	"github.com/callbacklens/callbacklens/parser"
)

// Body is a body that was given, as far as it was read, with all that a reader
// has done to it. When another takes its place nothing of it stays.
type Body struct {
	Report *parser.Report
	Given  Given
	Extent Extent
	Drawn  Stage
	Selection
	// Revealed tells that secrets are shown, and Secrets how many are hidden
	// while they are not.
	Revealed bool
	Secrets  int

	kept     []any
	said     said   // what the remarks are about
	batch    *Batch // that it was given in, nil where it came alone
	hits     *Hits  // of what is looked for
	original Original
}

// Given is a body as it was given.
type Given struct {
	Origin string // "paste", "drop", "file", "example" or "box"
	Name   string // of the file that it comes from
	Bytes  []byte
	Prefix bool // Bytes are the beginning of a longer body
}

// Extent is how much of a body its report knows, and how it came to that.
type Extent uint8

// The extents.
const (
	ExtentWhole     Extent = iota // all of it, read at once
	ExtentBegun                   // the beginning, while the rest is being read
	ExtentLeft                    // the beginning, as the rest was not wanted
	ExtentCompleted               // all of it; the beginning was shown before
	ExtentOvertaken               // like ExtentCompleted, but the reader was at it by then
)

// Stage is how much of a result is drawn. A browser takes a while for what it
// draws for the first time, so the first frame holds what is looked at first: the
// bar, the beginning of the sentence and of the tokens, the job and its input.
// The frames behind it bring the rest, a part each. What stands in the first
// does not move.
type Stage uint8

// The stages.
const (
	DrawnFirst Stage = iota // the first frame
	DrawnRows               // and all rows in sight
	DrawnWhole              // and all facts
)

func newBody(r *parser.Report, g Given) *Body {
	return &Body{Report: r, Given: g, Secrets: r.Hidden}
}

// Partly reports whether the report is of the beginning of the body alone.
func (b *Body) Partly() bool { return b.Extent == ExtentBegun || b.Extent == ExtentLeft }

// InParts reports whether the beginning of the body was shown before the whole.
func (b *Body) InParts() bool { return b.Extent != ExtentWhole }

// AtFirst returns rows while the first frame is drawn, and 0 afterwards.
func (b *Body) AtFirst(rows int) int {
	if b.First() {
		return rows
	}
	return 0
}

// First reports whether the first frame is drawn.
func (b *Body) First() bool { return b != nil && b.Drawn == DrawnFirst }

// Extend replaces the report by one that covers more of the same body; the
// selection stays valid.
func (b *Body) Extend(r *parser.Report) {
	old := b.Report
	b.Report = r
	if !b.Revealed {
		b.Secrets = r.Hidden
	}
	if b.CurrentJob() == nil {
		b.Selection = Selection{query: b.query, tags: b.tags}
	}
	b.at, b.remark = carried(old, r, b.at), 0
	b.found, b.said = found{}, said{} // which hold the old one
}

// Complete is Extend by the report of the whole.
func (b *Body) Complete(r *parser.Report, g Given, touched bool) {
	b.Given, b.Extent = g, ExtentCompleted
	if touched {
		b.Extent = ExtentOvertaken
	}
	b.Extend(r)
}

// Reveal replaces the report by one of the same bytes with secrets shown, or
// hidden again, which leaves everything where it is.
func (b *Body) Reveal(r *parser.Report, shown bool) {
	b.Revealed = shown
	b.Extend(r)
}

// CurrentCallback returns the chosen callback, nil if there is none.
func (b *Body) CurrentCallback() *parser.Callback {
	if b == nil || b.callback >= len(b.Report.Callbacks) {
		return nil
	}
	return &b.Report.Callbacks[b.callback]
}

// CurrentJob returns the chosen job, nil if there is none.
func (b *Body) CurrentJob() *parser.Job {
	c := b.CurrentCallback()
	if c == nil || b.job >= len(c.Jobs) {
		return nil
	}
	return &c.Jobs[b.job]
}

// Tokens returns the tokens of the chosen job, nil if it has none.
func (b *Body) Tokens() *parser.Tokens {
	if j := b.CurrentJob(); j != nil {
		return j.Tokens
	}
	return nil
}

// Reaches reports whether r knows at least as much of the body as is shown of
// it.
func (b *Body) Reaches(r *parser.Report) bool {
	other := Body{Report: r, Selection: b.Selection}
	return other.CurrentCallback() != nil && other.Tokens().Len() >= b.Tokens().Len()
}

// Unread is what has become of that part of a body which the report does not
// know and which may hold what seems to be missing.
type Unread uint8

// What may have become of it.
const (
	UnreadNone   Unread = iota // there is no such part
	UnreadComing               // it is still being read
	UnreadLeft                 // the reader did not want to wait for it
)

// Unread tells whether part of the body is unread, and why.
func (b *Body) Unread() Unread {
	switch {
	case b.Extent == ExtentBegun:
		return UnreadComing
	case b.Extent == ExtentLeft, halfRead(b.Report):
		return UnreadLeft
	}
	return UnreadNone
}

// halfRead reports whether reading was stopped, and not just checking.
func halfRead(r *parser.Report) bool {
	if !r.Stopped || len(r.Documents) == 0 {
		return false
	}
	for top := range r.Documents[len(r.Documents)-1].Root().Children() {
		if top.Partial() {
			return true
		}
	}
	return false
}

// StatusUnread is Unread if what decides the status of a job may stand in that part:
// services write State behind the result, and what is a success so far may be a
// violation by its Result, or have failed inside.
func (b *Body) StatusUnread(j *parser.Job) Unread {
	unread := b.Unread()
	switch outcome, _ := j.Status(); {
	case unread == UnreadNone, !j.Item.Partial():
		return UnreadNone
	case j.State.Set() && (outcome != parser.OutcomeSuccess || j.Tokens.Len() > 0): // a segmentation holds no outcome
		return UnreadNone
	}
	return unread
}

// RunUnread does the same for a body without jobs, such as the run of a workflow,
// which its tasks may fail.
func (b *Body) RunUnread(c *parser.Callback) Unread {
	if outcome, _ := c.Status(); outcome == parser.OutcomeFailed && c.Execution != nil {
		return UnreadNone
	}
	return b.Unread()
}

// Duration returns how long a job took and since when, unless StartTime, which
// would tell better, may stand in what is unread.
func (b *Body) Duration(j *parser.Job) (d time.Duration, from string, ok bool) {
	d, from, ok = j.Duration()
	return d, from, ok && (from == "StartTime" || b.Unread() == UnreadNone)
}

// Cut reports whether what has no end is to be called cut off. Its end may stand
// in what is unread.
func (b *Body) Cut(endless bool) bool { return endless && b.Unread() == UnreadNone }

// Keep returns what a view keeps of a body while it is not on the page. Each
// view has a type for that; the first time it is zero.
func Keep[T any](b *Body) *T {
	for _, k := range b.kept {
		if k, ok := k.(*T); ok {
			return k
		}
	}
	k := new(T)
	b.kept = append(b.kept, k)
	return k
}
