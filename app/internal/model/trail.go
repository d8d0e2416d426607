package model

import (
	"slices"
	"strconv"

	"github.com/callbacklens/callbacklens/app/internal/words"
)

// trail is the way that a reader has taken: over the landing, bodies, and the jobs
// and views of each. The history of the browser leads along it by the numbers of its
// stops; of a body nothing stands there.
type trail struct {
	stops []stop
	at    int // the one where the reader is
}

// stop is what was in front at one time.
type stop struct {
	body       *Body // nil for the landing
	compare    *Comparison
	gone       int // the size in bytes of a body that was let go of; 0 for none
	chosen     Selection
	view, side View
	scroll     float64 // of the page when it was left, in pixels
}

// keptBytes is how much of the bodies that are no longer shown is kept, and maxStops
// how long a way is.
const (
	keptBytes = 4 << 20
	maxStops  = 500
)

// same reports whether two stops differ in no more than what is chosen in a job.
func (s stop) same(other stop) bool {
	return s.body == other.body && s.compare == other.compare && s.view == other.view && s.side == other.side &&
		s.chosen.callback == other.chosen.callback && s.chosen.job == other.chosen.job
}

// Mark writes down where the reader is, and returns the number of that stop and
// whether it is a new one. What lay ahead is then out of reach. Scrolled tells by how many
// pixels the page is scrolled, and is asked only then, as the browser may have to lay the
// page out for it; nil for a page that is not.
func (p *Page) Mark(scrolled func() float64) (n int, fresh bool) {
	t, here := &p.trail, stop{body: p.Body, compare: p.Compare, view: p.View, side: p.Side}
	if p.Body != nil {
		here.chosen = p.Body.Selection
		here.chosen.found = found{} // which would hold a report
	}
	if len(t.stops) == 0 {
		t.stops = []stop{here}
	}
	if now := &t.stops[t.at]; now.same(here) {
		now.chosen = here.chosen
		return t.at, false
	}
	t.stops[t.at].scroll = 0
	if scrolled != nil {
		t.stops[t.at].scroll = scrolled()
	}
	clear(t.stops[t.at+1:])
	t.stops = append(t.stops[:t.at+1], here)
	t.at++
	t.letGo()
	return t.at, true
}

// letGo lets go of the bodies before the one in front, the oldest first, until what
// is kept is not much.
func (t *trail) letGo() {
	kept, room := map[*Body]bool{}, keptBytes
	for _, b := range t.stops[t.at].bodies() {
		kept[b.first()] = true
	}
	for i, s := range slices.Backward(t.stops) {
		size, others := 0, s.bodies()
		others = slices.DeleteFunc(others, func(b *Body) bool { return kept[b.first()] })
		for k, b := range others {
			if !slices.ContainsFunc(others[:k], func(o *Body) bool { return o.first() == b.first() }) {
				size += b.bytes()
			}
		}
		if len(others) == 0 {
			continue
		}
		if size <= room && len(t.stops)-i <= maxStops {
			room -= size
			for _, b := range others {
				kept[b.first()] = true
			}
			continue
		}
		room = 0 // none of those before either, or the way would have holes
		t.stops[i] = stop{gone: max(size, 1), view: ViewTokens, side: ViewFacts}
	}
}

// Return goes back or ahead to a stop, and returns how far the page was scrolled
// there. A number that no stop has leads to the landing.
func (p *Page) Return(n int, scroll float64) (scrolled float64) {
	t := &p.trail
	if n < 0 || n >= len(t.stops) {
		clear(t.stops)
		t.stops, t.at = nil, 0
		p.Clear()
		return 0
	}
	t.stops[t.at].scroll = scroll
	t.at = n
	p.show(t.stops[n])
	return t.stops[n].scroll
}

// show puts in front what was in front at a stop.
func (p *Page) show(s stop) {
	if p.Reading != nil && (s.body == nil || p.Reading.body != s.body) {
		p.Stop()
	}
	p.Notice, p.Aside = words.Phrase{}, nil
	p.Body, p.Compare, p.View, p.Side = s.body, s.compare, s.view, s.side
	if s.body != nil {
		s.body.Selection = s.chosen
	}
	if s.gone > 0 {
		p.Notice = words.Quoting(words.Say.LetGo, words.Size(s.gone))
	}
	p.Rev++
}

// Earlier lists the bodies that were in front before and are kept, the last one
// first, each by a stop at which it was.
func (p *Page) Earlier() (stops []int) {
	seen := map[*Body]bool{nil: true, p.Body.first(): true}
	for i, s := range slices.Backward(p.trail.stops) {
		if !seen[s.body.first()] {
			seen[s.body.first()] = true
			stops = append(stops, i)
		}
	}
	return stops
}

// EarlierBody returns the body of a stop that Earlier lists.
func (p *Page) EarlierBody(n int) *Body { return p.trail.stops[n].body }

// Reopen puts in front again what was there at a stop that Earlier lists, as a stop
// of its own.
func (p *Page) Reopen(n int) {
	if n < len(p.trail.stops) && p.trail.stops[n].body != nil {
		p.show(p.trail.stops[n])
	}
}

// ToEarlier returns the action of Reopen.
func ToEarlier(n int) string { return "earlier:" + strconv.Itoa(n) }
