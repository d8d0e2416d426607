package model

import (
	"slices"
	"strconv"

	"github.com/callbacklens/callbacklens/app/internal/query"
	"github.com/callbacklens/callbacklens/parser"
)

// said tells what the remarks of a report are about. It is made when it is first
// asked for; remarks and the places of each are few however long a body is.
type said struct {
	report *parser.Report
	order  []int                 // the remarks, the gravest first
	about  map[parser.Item][]int // those on an item
	within map[parser.Item][]int // those on an item or on something in it
	tokens []int                 // those that know all tokens that they are on
	jobs   map[int][]int         // those on a job, by its number among all
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
		jobs: make(map[int][]int)}
	if b.Partly() {
		return s
	}
	all := b.Report.Diagnostics
	for i := range all {
		s.order = append(s.order, i)
	}
	slices.SortStableFunc(s.order, func(i, k int) int { return int(all[k].Severity) - int(all[i].Severity) })
	for _, i := range s.order {
		if len(all[i].Tokens) > 0 {
			s.tokens = append(s.tokens, i)
		}
		for at := range all[i].Spots() {
			s.add(b.ItemAt(at), i)
			note(s.jobs, at.Job, i)
		}
	}
	return s
}

// ItemAt returns the item at a place of a remark, the innermost one where bytes of
// the text are meant; the zero Item where there is none.
func (b *Body) ItemAt(at *parser.Spot) parser.Item {
	if at.Item.Ok() || at.Document == nil {
		return at.Item
	}
	return itemAt(b.Report, b.Report.PlaceOf(at))
}

// add notes that remark i is on an item.
func (s *said) add(it parser.Item, i int) {
	if it.Ok() && it.Kind() != parser.KindDocument {
		note(s.about, it, i)
	}
	for ; it.Ok() && note(s.within, it, i); it = it.Parent() {
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

// AboutToken returns the remarks on a token of the shown job and its fields, the
// gravest first.
func (b *Body) AboutToken(i int) []int {
	s := b.remarks()
	if len(s.within) == 0 {
		return nil
	}
	list := s.within[b.Tokens().Place(i)]
	for _, r := range s.tokens {
		if b.Report.Diagnostics[r].TokensOf(b.jobNumber()).Has(i) && !slices.Contains(list, r) {
			list = append(slices.Clip(list), r)
		}
	}
	if n := len(list); n > 1 { // in the order of all
		inOrder := make([]int, 0, n)
		for _, r := range s.order {
			if slices.Contains(list, r) {
				inOrder = append(inOrder, r)
			}
		}
		return inOrder
	}
	return list
}

// AboutChosen returns the remarks on what is chosen, the gravest first.
func (b *Body) AboutChosen() []int {
	if i := b.Token(); i >= 0 {
		return b.AboutToken(i)
	}
	return b.About(b.Item())
}

// AboutJob returns the remarks on a job of a callback, the gravest first.
func (b *Body) AboutJob(callback, job int) []int {
	for i := range callback {
		job += len(b.jobsOf(i))
	}
	return b.AboutNumber(job)
}

// AboutNumber returns the remarks on a job by its number among all of the report, the
// gravest first.
func (b *Body) AboutNumber(job int) []int { return b.remarks().jobs[job] }

// AllRemarks returns all remarks, the gravest first.
func (b *Body) AllRemarks() []int { return b.remarks().order }

// AboutShown returns the remarks on the shown job and those on none, the gravest
// first.
func (b *Body) AboutShown() []int {
	job := b.jobNumber()
	return slices.DeleteFunc(slices.Clone(b.remarks().order), func(i int) bool {
		d := &b.Report.Diagnostics[i]
		return !d.In(-1) && !d.In(job)
	})
}

// Spots returns the known places of a remark, those in the shown job and in none
// first, and how many these are.
func (b *Body) Spots(i int) (spots []*parser.Spot, here int) {
	job := b.jobNumber()
	var elsewhere []*parser.Spot
	for at := range b.Report.Diagnostics[i].Spots() {
		if at.Job == job || at.Job < 0 {
			spots = append(spots, at)
		} else {
			elsewhere = append(elsewhere, at)
		}
	}
	return append(spots, elsewhere...), len(spots)
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

// Jobs returns how many jobs there are in all callbacks; one without jobs counts as one.
func (b *Body) Jobs() (n int) {
	for i := range b.Report.Callbacks {
		n += max(len(b.Report.Callbacks[i].Jobs), 1)
	}
	return n
}

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

// Entry returns the number of a job as lists of jobs have it, in which a callback
// without jobs counts as one, from its number among all jobs.
func (b *Body) Entry(number int) int {
	callback, entry := 0, number
	for n := number; callback < len(b.Report.Callbacks) && n >= len(b.jobsOf(callback)); callback++ {
		if len(b.jobsOf(callback)) == 0 {
			entry++
		}
		n -= len(b.jobsOf(callback))
	}
	return entry
}

// TokenAt returns the index among the tokens of its job of the one that a place is,
// or is part of; -1 if it is none.
func (b *Body) TokenAt(at *parser.Spot) int {
	if at.Job >= 0 {
		callback, job := b.JobAt(at.Job)
		if i, ok := b.jobsOf(callback)[job].Tokens.Index(b.ItemAt(at)); ok {
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
	p.lead(ViewRemarks)
}

// ShowSpot leads to a place of a remark, by its number among Spots: it shows the job
// that the place is in, and chooses it in the table of tokens if it is one, among the
// facts if it is a field, or in the tree.
func (p *Page) ShowSpot(i, k int) {
	if p.Body == nil || i < 0 || i >= len(p.Body.remarks().order) {
		return
	}
	b := p.Body
	spots, _ := b.Spots(i)
	if k < 0 || k >= len(spots) || !b.ItemAt(spots[k]).Ok() {
		return
	}
	at, it := spots[k], b.ItemAt(spots[k])
	if at.Job >= 0 && at.Job != b.jobNumber() {
		p.ShowJob(b.JobAt(at.Job))
	}
	view := ViewTree
	if token := b.TokenAt(at); token >= 0 {
		view, p.Part = ViewTokens, PartTable
		b.reveal(token)
	}
	if view == ViewTree && it.Leaf() && at.Document != nil {
		view = ViewFacts
	}
	p.ShowIn(view, b.Report.Place(it))
}

// TokensOf returns the tokens of the shown job that a remark is on; nil where it is on
// none, and for -1.
func (b *Body) TokensOf(i int) *parser.TokenSet {
	if i < 0 || i >= len(b.Report.Diagnostics) {
		return nil
	}
	return b.Report.Diagnostics[i].TokensOf(b.jobNumber())
}

// ShowTokensOf reduces the table of tokens to those that a remark is on, and puts it in
// front.
func (p *Page) ShowTokensOf(i int) {
	if p.Body == nil || p.Body.TokensOf(i) == nil {
		return
	}
	p.ChooseTags()
	p.Body.query, p.Body.only = query.Query{}, i+1
	p.Part = PartTable
	p.lead(ViewTokens)
}

// ToTokensOf returns the action that does so.
func ToTokensOf(i int) string { return "tokens:" + strconv.Itoa(i) }

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
