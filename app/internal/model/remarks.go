package model

import (
	"slices"
	"strconv"

	"github.com/callbacklens/callbacklens/parser"
)

// Spot is a place of a remark.
type Spot struct {
	// Item is what stands there, the innermost one where bytes of the text are meant;
	// the zero Item where there is none.
	Item parser.Item
	// Job is its number among all jobs of the report, -1 for none.
	Job int
}

// said tells what the remarks of a report are about. It is made when it is first
// asked for; remarks and the places of each are few however long a body is.
type said struct {
	report *parser.Report
	spots  [][]Spot              // of each remark
	order  []int                 // the remarks, the gravest first
	about  map[parser.Item][]int // those on an item
	within map[parser.Item][]int // those on an item or on something in it
	byJob  map[int][]int         // those on a job by its number
}

// remarks returns the index of the remarks. It is empty while it is not known yet
// which of them hold: the rest of a body that is still being read may take some
// back.
func (b *Body) remarks() *said {
	s := &b.said
	if s.report == b.Report {
		return s
	}
	*s = said{report: b.Report, about: make(map[parser.Item][]int), within: make(map[parser.Item][]int),
		byJob: make(map[int][]int)}
	if b.Partly() {
		return s
	}
	all := b.Report.Diagnostics
	for i := range all {
		s.order = append(s.order, i)
		s.spots = append(s.spots, spotsOf(b.Report, &all[i]))
	}
	slices.SortStableFunc(s.order, func(i, k int) int { return int(all[k].Severity) - int(all[i].Severity) })
	for _, i := range s.order {
		for _, spot := range s.spots[i] {
			s.add(spot, i)
		}
	}
	return s
}

// spotsOf returns the places of a remark that are known.
func spotsOf(r *parser.Report, d *parser.Diagnostic) []Spot {
	first := d.Item
	if !first.Ok() && d.Document != nil {
		first = itemAt(r, r.PlaceOf(d))
	}
	spots := []Spot{{first, d.Job}}
	for _, it := range d.Others {
		spots = append(spots, Spot{it, d.Job})
	}
	return spots
}

// add notes a place of remark i.
func (s *said) add(at Spot, i int) {
	note(s.byJob, at.Job, i)
	if at.Item.Ok() && at.Item.Kind() != parser.KindDocument {
		note(s.about, at.Item, i)
	}
	for it := at.Item; it.Ok() && note(s.within, it, i); it = it.Parent() {
	}
}

// note adds i to the list of a key, and reports whether it was not there.
func note[K comparable](lists map[K][]int, key K, i int) bool {
	list := lists[key]
	if n := len(list); n > 0 && list[n-1] == i { // they come one after the other
		return false
	}
	lists[key] = append(list, i)
	return true
}

// About returns the remarks on an item, as indices of Report.Diagnostics, the
// gravest first.
func (b *Body) About(it parser.Item) []int { return b.remarks().about[it] }

// Within returns the remarks on an item and on what is in it.
func (b *Body) Within(it parser.Item) []int { return b.remarks().within[it] }

// AboutToken returns the remarks on a token of the shown job and its fields.
func (b *Body) AboutToken(i int) []int {
	if len(b.remarks().within) == 0 {
		return nil
	}
	return b.Within(b.Tokens().Place(i))
}

// AboutJob returns the remarks on a job by its number, the gravest first; -1 stands
// for those on none.
func (b *Body) AboutJob(number int) []int { return b.remarks().byJob[number] }

// AboutShown returns the remarks on the shown job and those on none, the gravest
// first.
func (b *Body) AboutShown() []int {
	s, job := b.remarks(), b.jobNumber()
	return slices.DeleteFunc(slices.Clone(s.order), func(i int) bool {
		return !slices.ContainsFunc(s.spots[i], func(at Spot) bool { return at.Job < 0 || at.Job == job })
	})
}

// Spots returns the places of a remark, those in the shown job first.
func (b *Body) Spots(i int) []Spot {
	job := b.jobNumber()
	spots := slices.Clone(b.remarks().spots[i])
	slices.SortStableFunc(spots, func(x, y Spot) int {
		switch {
		case x.Job == job && y.Job != job:
			return -1
		case x.Job != job && y.Job == job:
			return 1
		}
		return 0
	})
	return spots
}

// Remarks returns how many remarks there are on the shown job and on none, and how
// many on other jobs alone. Those beyond the limit of the list count where there is
// only one job.
func (b *Body) Remarks() (here, elsewhere int) {
	here = len(b.AboutShown())
	elsewhere = len(b.remarks().order) - here
	if !b.Partly() && !b.SeveralJobs() {
		here += b.Report.Omitted
	}
	return here, elsewhere
}

// SeveralJobs reports whether there is more than one job to show.
func (b *Body) SeveralJobs() bool { return len(b.Report.Callbacks) > 1 || len(b.jobsOf(0)) > 1 }

func (b *Body) jobsOf(callback int) []parser.Job {
	if callback >= len(b.Report.Callbacks) {
		return nil
	}
	return b.Report.Callbacks[callback].Jobs
}

// jobNumber returns the number of the shown job among all of the report, -2 where
// the shown callback has none.
func (b *Body) jobNumber() int {
	if b.CurrentJob() == nil {
		return -2
	}
	n := b.job
	for i := range b.callback {
		n += len(b.jobsOf(i))
	}
	return n
}

// JobAt returns the indices of a job among Report.Callbacks and its Jobs by its
// number among all.
func (b *Body) JobAt(number int) (callback, job int) {
	for callback < len(b.Report.Callbacks) && number >= len(b.jobsOf(callback)) {
		number -= len(b.jobsOf(callback))
		callback++
	}
	return callback, number
}

// TokenAt returns the index among the tokens of its job of the one that a place is,
// or is part of; -1 if it is none.
func (b *Body) TokenAt(at Spot) int {
	if at.Job >= 0 {
		callback, job := b.JobAt(at.Job)
		if i, ok := b.jobsOf(callback)[job].Tokens.Index(at.Item); ok {
			return i
		}
	}
	return -1
}

// Led returns the remark that was led to, -1 for none.
func (b *Body) Led() int { return b.remark - 1 }

// EveryJob reports whether the remarks on all jobs are listed.
func (b *Body) EveryJob() bool { return b.everyJob && b.SeveralJobs() }

// ListRemarks lists the remarks on all jobs, or those on the shown one.
func (p *Page) ListRemarks(everyJob bool) {
	if p.Body == nil {
		return
	}
	p.Body.everyJob, p.Body.remark = everyJob, 0
	p.Put(ViewRemarks)
}

// ShowRemark leads to a remark.
func (p *Page) ShowRemark(i int) {
	if p.Body == nil || i < 0 || i >= len(p.Body.remarks().order) {
		return
	}
	p.Body.remark = i + 1
	if !slices.Contains(p.Body.AboutShown(), i) {
		p.Body.everyJob = true
	}
	p.Put(ViewRemarks)
}

// ShowSpot leads to a place of a remark, by its number among Spots: it shows the job
// that the place is in, and chooses it in the table of tokens if it is one, or in
// the tree.
func (p *Page) ShowSpot(i, k int) {
	if p.Body == nil || i < 0 || i >= len(p.Body.remarks().order) {
		return
	}
	b := p.Body
	spots := b.Spots(i)
	if k < 0 || k >= len(spots) || !spots[k].Item.Ok() {
		return
	}
	at := spots[k]
	if at.Job >= 0 && at.Job != b.jobNumber() {
		p.ShowJob(b.JobAt(at.Job))
	}
	view := ViewTree
	if token := b.TokenAt(at); token >= 0 {
		view = ViewTokens
		if b.tag != b.Tokens().Pos(token) {
			b.tag = "" // which would hide it
		}
	}
	p.ShowIn(view, b.Report.Place(at.Item))
}

// ToRemark returns the action that leads to a remark.
func ToRemark(i int) string { return "remark:" + strconv.Itoa(i) }

// ToSpot returns the action that leads to a place of a remark.
func ToSpot(i, k int) string { return "spot:" + strconv.Itoa(i) + ":" + strconv.Itoa(k) }

// ToRemarks returns the action that lists the remarks on all jobs, or those on the
// shown one.
func ToRemarks(everyJob bool) string {
	if everyJob {
		return "remarks:every"
	}
	return "remarks:job"
}
