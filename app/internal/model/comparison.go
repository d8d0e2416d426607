package model

import (
	"slices"
	"strconv"

	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/compare"
)

// Comparison is two jobs, or callbacks without jobs, side by side. What stands on one
// side may still be to be chosen. Another side makes another comparison, so that each
// has its place in the history.
type Comparison struct {
	Sides [2]Subject // left and right; the zero Subject is to be chosen
	Kept  any        // what the view keeps of it

	given *Body // the first of those that were given for a side last, to be chosen again; nil for none
}

// with returns the comparison of other sides in the place of c, nil for none.
func (c *Comparison) with(sides [2]Subject) *Comparison {
	other := &Comparison{Sides: sides}
	if c != nil {
		other.Kept, other.given = c.Kept, c.given
	}
	return other
}

// bodies returns what is held for a comparison: the sides, and what was given for one.
func (c *Comparison) bodies() []*Body { return []*Body{c.Sides[0].body, c.Sides[1].body, c.given} }

// Body returns the body of a subject, nil where none is chosen.
func (s Subject) Body() *Body { return s.body }

// Side returns a subject for package compare.
func (s Subject) Side() compare.Side {
	return compare.Side{Report: s.body.Report, Callback: s.callback, Job: s.job}
}

// Waiting returns the side that is still to be chosen, -1 for none.
func (c *Comparison) Waiting() int {
	if c == nil {
		return -1
	}
	return slices.Index(c.Sides[:], Subject{})
}

// comparable reports whether the shown job can be compared: what is still being read
// cannot.
func (p *Page) comparable() bool {
	return p.Body.CurrentCallback() != nil && p.Body.Unread() != UnreadComing
}

// CanCompare reports whether a comparison can be begun.
func (p *Page) CanCompare() bool { return p.Compare == nil && p.comparable() }

// Candidates returns the bodies whose jobs can be chosen for a comparison: those that
// were given at once with the shown one, with what stands on a side, or for a side.
func (p *Page) Candidates() []*Body {
	all := slices.Clone(p.Body.Together())
	if p.Compare != nil {
		for _, b := range p.Compare.bodies() {
			if b != nil && !slices.Contains(all, b) {
				all = append(all, b.Together()...)
			}
		}
	}
	return all
}

// The actions of comparing.

// ToCompare returns the action that puts a job beside the shown one, or on the side that
// is still to be chosen; body is its number among Candidates.
func ToCompare(callback, job, body int) string {
	return "compare:" + strconv.Itoa(callback) + ":" + strconv.Itoa(job) + ":" + strconv.Itoa(body)
}

// ToCompareEarlier returns the action that does so with what was in front at a stop that
// Earlier lists.
func ToCompareEarlier(n int) string { return "compare:" + strconv.Itoa(n) }

// ToSide returns the action that ends the comparison and shows what stands on a side,
// with a token of it chosen, -1 for none.
func ToSide(side, token int) string {
	return "side:" + strconv.Itoa(side) + ":" + strconv.Itoa(token+1)
}

// ToChange returns the action that lets a side be chosen anew.
func ToChange(side int) string { return "change:" + strconv.Itoa(side) }

// compare carries an action of comparing out, and reports whether it is one.
func (p *Page) compare(verb string, args []string) bool {
	switch {
	case verb == "compare" && args[0] == "":
		if p.CanCompare() {
			p.beside(Subject{})
		}
	case verb == "compare" && len(args) == 1:
		if n := number(args[0]); n < len(p.trail.stops) && p.trail.stops[n].body != nil {
			b := p.trail.stops[n].body
			p.beside(Subject{b, b.callback, b.job})
		}
	case verb == "compare" && len(args) == 3:
		if all, n := p.Candidates(), number(args[2]); n < len(all) {
			p.beside(Subject{all[n], number(args[0]), number(args[1])})
		}
	case p.Compare == nil:
		return false
	case verb == "swap":
		p.Compare = p.Compare.with([2]Subject{p.Compare.Sides[1], p.Compare.Sides[0]})
		p.Rev++
	case verb == "change" && len(args) == 1:
		sides := p.Compare.Sides
		sides[number(args[0])&1] = Subject{}
		p.Compare, p.Notice = p.Compare.with(sides), words.Phrase{}
		p.Rev++
	case verb == "side" && len(args) == 2:
		p.showSide(p.Compare.Sides[number(args[0])&1], number(args[1])-1)
	case verb == "uncompare":
		p.Compare = nil
		p.Rev++
	default:
		return false
	}
	return true
}

// beside puts something on the side of a comparison that is still to be chosen; where
// there is none, beside the shown job.
func (p *Page) beside(s Subject) {
	if s.body != nil && (s.callback >= len(s.body.Report.Callbacks) || s.body.Unread() == UnreadComing) || !p.comparable() {
		return
	}
	var sides [2]Subject
	was, at := p.Compare, p.Compare.Waiting()
	if at < 0 {
		was, sides[0], at = nil, p.Body.Subject(), 1
	} else {
		sides = was.Sides
		p.Stop() // of what was given for this side
	}
	sides[at] = s
	p.Compare, p.Notice, p.Aside = was.with(sides), words.Phrase{}, nil
	p.Rev++
}

// showSide shows a job of a comparison as others are shown.
func (p *Page) showSide(s Subject, token int) {
	if s.body == nil {
		return
	}
	p.Compare = nil
	if s.body != p.Body {
		p.Body, p.View = s.body, ViewTokens
	}
	if s != p.Body.Subject() {
		p.ShowJob(s.callback, s.job)
	}
	if token >= 0 {
		p.ShowToken(token)
	}
	p.Rev++
}

// awaits reports whether what is read is for a side of the comparison in front.
func (p *Page) awaits(r *Reading) bool {
	return r != nil && r.beside != nil && r.beside == p.Compare
}

// takeBeside puts what was read on the side of the comparison that waits for it, and
// says what else was given. Where there is no callback, that is said, and nothing
// changes.
func (p *Page) takeBeside(bodies ...*Body) {
	at := p.Compare.Waiting()
	if len(bodies) == 0 || len(bodies[0].Report.Callbacks) == 0 {
		p.Notice = words.Quoting(words.Say.CompareNothing)
		p.Rev++
		return
	}
	other := p.Compare.Sides[1-at]
	s, found := partner(other, bodies)
	s.body.Drawn = DrawnWhole
	p.Reading.beside = nil
	notice, reading := p.Notice, p.Reading
	p.Reading = nil // which is over
	p.Compare.given = bodies[0]
	p.beside(s)
	p.Reading, p.Notice = reading, notice
	jobs := len(compare.Sides(s.body.Report))
	switch all := len(bodies) + len(s.body.Others()); {
	case all > 1:
		p.Notice = words.Quoting(words.Say.CompareFiles, words.Count(len(bodies)), words.Count(all), s.body.Given.Name)
	case jobs > 1 && !found:
		p.Notice = words.Quoting(words.Say.CompareJobs, words.Count(jobs))
	}
}

// partner returns what of several bodies belongs beside a subject: the job of the same
// id, which it says whether there is one, else what the first body has.
func partner(of Subject, bodies []*Body) (s Subject, found bool) {
	for _, b := range bodies {
		side := compare.Side{Report: b.Report}
		if of.body != nil {
			side = compare.Partner(of.Side(), b.Report)
			found = side.ID() != "" && side.ID() == of.Side().ID()
		}
		if found || s.body == nil {
			s = Subject{b, side.Callback, side.Job}
		}
		if found {
			break
		}
	}
	return s, found
}

// bodies returns what a stop holds.
func (s *stop) bodies() []*Body {
	all := []*Body{s.body}
	if s.compare != nil {
		all = append(all, s.compare.bodies()...)
	}
	return slices.DeleteFunc(all, func(b *Body) bool { return b == nil })
}
