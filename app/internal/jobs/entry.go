package jobs

import (
	"bytes"
	"strings"
	"time"

	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
)

// entry is a job of a callback, or a callback that has none.
type entry struct {
	body, callback, job int32
	number              int32 // among all jobs of its report, -1 for no job
	// as is the first entry with the same JobId, -1 for none; exactly tells that the
	// bytes of the two are the same.
	as      int32
	exactly bool
}

// index is what is known of all entries.
type index struct {
	bodies  []*model.Body
	reports []*parser.Report // of the bodies, when the index was made
	all     []entry
	failed  int
	repeats int           // entries that are the same as an earlier one
	times   map[int32]int // how many others are the same as an entry
	kinds   bool          // there is more than one kind
	year    string        // that all times begin with, as "2024-"; empty if there are several
}

// stale reports whether the bodies have other reports than those of the index.
func (x *index) stale(bodies []*model.Body) bool {
	if len(bodies) != len(x.bodies) {
		return true
	}
	for i, b := range bodies {
		if b != x.bodies[i] || b.Report != x.reports[i] {
			return true
		}
	}
	return false
}

func newIndex(bodies []*model.Body) *index {
	x := &index{bodies: bodies, times: make(map[int32]int)}
	for i, b := range bodies {
		x.reports = append(x.reports, b.Report)
		number := int32(0)
		for c := range b.Report.Callbacks {
			jobs := int32(len(b.Report.Callbacks[c].Jobs))
			if jobs == 0 {
				x.all = append(x.all, entry{int32(i), int32(c), 0, -1, -1, false})
			}
			for j := range jobs {
				x.all = append(x.all, entry{int32(i), int32(c), j, number + j, -1, false})
			}
			number += jobs
		}
	}
	x.survey()
	x.year = strings.TrimPrefix(x.year, "-")
	return x
}

// survey finds what is said of all entries together.
func (x *index) survey() {
	first := make(map[string]int32)
	kind := ""
	for i := range x.all {
		e := &x.all[i]
		if failed(x, e) {
			x.failed++
		}
		if k := x.callback(e).Kind; i == 0 {
			kind = k
		} else if k != kind {
			x.kinds = true
		}
		x.date(x.time(e))
		id := x.id(e)
		if !id.Set() {
			continue
		}
		at, known := first[id.Text]
		if !known {
			first[id.Text] = int32(i)
			continue
		}
		e.as, e.exactly = at, bytes.Equal(x.bytes(e), x.bytes(&x.all[at]))
		if e.exactly {
			x.repeats++
			x.times[at]++
		}
	}
}

// date takes a time into account for the year of all.
func (x *index) date(t parser.Time) {
	const year = len("2024-")
	switch {
	case !t.Known:
	case len(t.Text) < year || t.Text[year-1] != '-':
		x.year = "-" // which no time begins with
	case x.year == "":
		x.year = t.Text[:year]
	case x.year != t.Text[:year]:
		x.year = "-"
	}
}

func (x *index) callback(e *entry) *parser.Callback {
	return &x.bodies[e.body].Report.Callbacks[e.callback]
}

// job returns the job of an entry, nil where the callback has none.
func (x *index) job(e *entry) *parser.Job {
	if e.number < 0 {
		return nil
	}
	return &x.callback(e).Jobs[e.job]
}

// id returns the id of the job, of the run, or of the request that was refused.
func (x *index) id(e *entry) parser.Value {
	c := x.callback(e)
	switch j := x.job(e); {
	case j != nil:
		return j.ID
	case c.Execution != nil:
		return c.Execution.RunID
	case c.Fault != nil:
		return c.Fault.RequestID
	}
	return parser.Value{}
}

// object returns the object that the job or the run is about.
func (x *index) object(e *entry) parser.Value {
	c := x.callback(e)
	switch j := x.job(e); {
	case j != nil:
		return j.Input.Object
	case c.Execution != nil:
		return c.Execution.Object
	}
	return parser.Value{}
}

// time returns when the job ended or, where it has not, when it began or was made.
func (x *index) time(e *entry) parser.Time {
	j, c := x.job(e), x.callback(e)
	if j == nil {
		if c.Execution != nil {
			return c.Execution.Created
		}
		return parser.Time{}
	}
	for _, t := range [...]*parser.Time{&j.Ended, &j.Started, &j.Created} {
		if t.Set() {
			return *t
		}
	}
	return parser.Time{}
}

// bytes returns what an entry was read from.
func (x *index) bytes(e *entry) []byte {
	it := x.callback(e).Root
	if j := x.job(e); j != nil {
		it = j.Item
	}
	if !it.Ok() {
		return nil
	}
	s := it.Span()
	return it.Document().Text[s.Start:s.End]
}

// remarks returns the remarks on the job of an entry, the gravest first.
func (x *index) remarks(e *entry) []int {
	if e.number < 0 {
		return nil
	}
	return x.bodies[e.body].AboutNumber(int(e.number))
}

// outcome tells how an entry went, and what says so.
func (x *index) outcome(e *entry) (parser.Outcome, string) {
	if j := x.job(e); j != nil {
		return j.Status()
	}
	return x.callback(e).Status()
}

// failed reports whether an entry failed, at least in part, as far as that is read.
func failed(x *index, e *entry) bool {
	if b := x.bodies[e.body]; b.Unread() != model.UnreadNone {
		if j := x.job(e); j != nil && b.StatusUnread(j) != model.UnreadNone {
			return false
		}
	}
	o, _ := x.outcome(e)
	return o == parser.OutcomeFailed || o == parser.OutcomePartial
}

// find returns the entry of the job that is shown, 0 if there is none.
func (x *index) find(b *model.Body) int {
	callback, job := b.Shown()
	for i := range x.all {
		if e := &x.all[i]; x.bodies[e.body] == b && int(e.callback) == callback && int(e.job) == job {
			return i
		}
	}
	return 0
}

// action returns what shows an entry.
func (x *index) action(i int) string {
	e := &x.all[i]
	if len(x.bodies) == 1 {
		return model.ToJob(int(e.callback), int(e.job))
	}
	return model.ToJobIn(int(e.callback), int(e.job), int(e.body))
}

// took returns how long the job of an entry took.
func (x *index) took(e *entry) (time.Duration, bool) {
	j := x.job(e)
	if j == nil {
		return 0, false
	}
	d, _, ok := x.bodies[e.body].Duration(j)
	return d, ok
}

// tokens returns how many tokens the job of an entry has, if it may have some.
func (x *index) tokens(e *entry) (int, bool) {
	j := x.job(e)
	if j == nil || j.Tokens == nil {
		return 0, false
	}
	return j.Tokens.Len(), true
}
