package model

import (
	"slices"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/words"
)

const (
	another = `{"EventName":"TaskFinish","JobsDetail":[{"JobId":"x"},{"JobId":"a","State":"Failed"}]}`
)

// shows tells what is compared, by the ids of the jobs.
func shows(p *Page) (ids [2]string) {
	if p.Compare == nil {
		return [2]string{"-", "-"}
	}
	for i, s := range p.Compare.Sides {
		if s.Body() != nil {
			ids[i] = s.Side().ID()
		}
	}
	return ids
}

// Two jobs are chosen, each change is a stop of its own, and the way back leads along
// them.
func TestTheWayOverComparisons(t *testing.T) {
	p := NewPage()
	p.Open(inspected(twoJobs), Given{Bytes: []byte(twoJobs)})
	p.Mark(nil)
	for _, c := range []struct {
		action string
		want   [2]string
	}{
		{"compare", [2]string{"a", ""}},
		{ToCompare(0, 1, 0), [2]string{"a", "b"}},
		{"swap", [2]string{"b", "a"}},
		{ToChange(1), [2]string{"b", ""}},
		{ToCompare(0, 1, 0), [2]string{"b", "b"}},
		{"uncompare", [2]string{"-", "-"}},
		{ToCompare(0, 1, 0), [2]string{"a", "b"}},
		{ToView(ViewTree), [2]string{"-", "-"}},
	} {
		p.Perform(c.action)
		if _, fresh := p.Mark(scrolledBy(7)); shows(p) != c.want || !fresh {
			t.Errorf("%s: %q, a new stop: %v, want %q", c.action, shows(p), fresh, c.want)
		}
	}
	if p.Return(3, 0); shows(p) != [2]string{"b", "a"} || p.Compare.Waiting() >= 0 {
		t.Errorf("back there is %q", shows(p))
	}
	if p.Perform(ToSide(0, -1)); p.Compare != nil || p.Body.CurrentJob().ID.Text != "b" {
		t.Errorf("the job on the left is not shown, but %q", p.Body.CurrentJob().ID.Text)
	}
	if p.Return(1, 0); p.Compare.Waiting() != 1 {
		t.Error("the way back does not lead to where a side was to be chosen")
	}
	p.Clear()
	if p.Compare != nil {
		t.Error("it stays when all is put away")
	}
}

// What is given while a side is to be chosen stands there, beside the job of the same
// id; what cannot be read is said and changes nothing.
func TestASecondBodyIsGivenBesideTheFirst(t *testing.T) {
	p := NewPage()
	p.Open(inspected(twoJobs), Given{})
	first := p.Body
	give := func(body string) {
		r := &Reading{Cancel: func() {}}
		p.Begin(r)
		p.Notice = words.Phrase{} // of what was given before
		p.Begun(r, inspected(body), Given{})
		if p.Compare.Waiting() != 1 || p.Body != first {
			t.Fatal("its beginning is shown")
		}
		p.Present(r, inspected(body), Given{Bytes: []byte(body)})
		p.Finish(r)
	}
	p.Perform("compare")
	for _, bad := range []string{"hello", `{"a":1}`} {
		give(bad)
		if shows(p) != [2]string{"a", ""} || p.Notice.Text != words.Say.CompareNothing || p.Aside != nil {
			t.Errorf("%s: %q, %q", bad, shows(p), p.Notice.Text.EN)
		}
	}
	give(another)
	if s := p.Compare.Sides[1].Side(); shows(p) != [2]string{"a", "a"} || s.Job != 1 || p.Body != first || !p.Notice.Empty() {
		t.Errorf("%q, job %d", shows(p), s.Job)
	}
	r := &Reading{Cancel: func() {}}
	p.Begin(r)
	if p.Present(r, inspected(another), Given{}); p.Compare != nil || p.Body == first {
		t.Error("a third body does not take the place of the comparison")
	}
}

// Of several files that are given beside a job, the one of the same id is compared, it is
// said that there are more, and each of them can be chosen instead.
func TestSeveralFilesAreGivenBesideTheFirst(t *testing.T) {
	p := NewPage()
	p.Open(inspected(twoJobs), Given{})
	p.Mark(nil)
	p.Perform("compare")
	r := &Reading{Cancel: func() {}}
	p.Begin(r)
	var bodies []*Body
	for _, name := range []string{"one", "two", "three"} {
		bodies = append(bodies, NewBody(inspected(strings.ReplaceAll(another, `"a"`, map[bool]string{true: `"a"`, false: `"c"`}[name == "two"])), Given{Name: name}))
	}
	p.PresentBatch(bodies, []OtherFile{{Name: "none"}})
	p.Finish(r)
	if s := p.Compare.Sides[1]; s.Body() != bodies[1] || s.Side().ID() != "a" {
		t.Fatalf("%q of %q is compared", s.Side().ID(), s.Body().Given.Name)
	}
	if n := p.Notice; n.Text != words.Say.CompareFiles || !slices.Equal(n.Args, []string{"3", "4", "two"}) {
		t.Errorf("it is said %q %q", n.Text.EN, n.Args)
	}
	p.Perform("swap")
	p.Perform(ToChange(0))
	all := p.Candidates()
	at := slices.Index(all, bodies[2])
	if at < 0 || !p.Notice.Empty() {
		t.Fatal("the other files cannot be chosen")
	}
	p.Perform(ToCompare(0, 0, at))
	if p.Compare.Sides[0].Body() != bodies[2] || p.Compare.Sides[1].Side().ID() != "a" || p.Notice.Text == words.Say.CompareFiles {
		t.Errorf("%q is compared", shows(p))
	}
}

// Of one body with several jobs, none of which is the other, the same holds.
func TestABodyOfSeveralJobsIsGivenBesideAnother(t *testing.T) {
	p := NewPage()
	p.Open(inspected(another), Given{})
	p.Perform("compare")
	r := &Reading{Cancel: func() {}}
	p.Begin(r)
	p.Present(r, inspected(twoJobs), Given{})
	p.Finish(r)
	if p.Notice.Text != words.Say.CompareJobs {
		t.Errorf("it is said %q", p.Notice.Text.EN)
	}
	given := p.Compare.Sides[1].Body()
	if p.Perform(ToChange(1)); !slices.Contains(p.Candidates(), given) {
		t.Error("its other jobs cannot be chosen")
	}
}

// Bodies of a comparison are let go of together.
func TestComparisonsOfLargeBodiesAreLetGo(t *testing.T) {
	p := NewPage()
	p.Open(inspected(twoJobs), Given{Bytes: []byte(twoJobs)})
	p.Mark(nil)
	p.Perform("compare")
	p.Mark(nil)
	r := &Reading{Cancel: func() {}}
	p.Begin(r)
	p.Present(r, inspected(another), Given{Bytes: make([]byte, keptBytes+1)})
	p.Finish(r)
	n, _ := p.Mark(nil)
	if p.trail.stops[n].compare == nil {
		t.Fatal("there is no comparison")
	}
	p.Perform("uncompare")
	p.Mark(nil)
	if s := p.trail.stops[n]; s.compare != nil || s.gone == 0 {
		t.Error("the comparison is still held")
	}
}
