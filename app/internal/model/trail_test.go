package model

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"weak"

	"github.com/callbacklens/callbacklens/parser"
)

func scrolledBy(pixels float64) func() float64 { return func() float64 { return pixels } }

const twoJobs = "<Response><JobsDetail><JobId>a</JobId></JobsDetail><JobsDetail><JobId>b</JobId></JobsDetail></Response>"

// where tells what is in front.
func where(p *Page) string {
	if p.Body == nil {
		return "landing"
	}
	_, job := p.Body.Shown()
	return fmt.Sprintf("%s job %d %s", p.Body.Given.Name, job, p.View)
}

// walk does one thing after the other and marks where that leads.
func walk(p *Page, steps ...func()) {
	p.Mark(nil)
	for i, do := range steps {
		do()
		p.Mark(scrolledBy(float64(100 * i)))
	}
}

func TestBackAndForward(t *testing.T) {
	p := NewPage()
	two, one := inspected(twoJobs), inspected(whole)
	walk(p,
		func() { p.Open(two, Given{Name: "first"}) },
		func() { p.ShowJob(0, 1) },
		func() { p.Put(ViewTree) },
		func() { p.Select(p.Body.Report.Place(p.Body.CurrentJob().ID.Item)) },
		func() { p.Open(one, Given{Name: "second"}) },
		func() { p.Clear() },
	)
	want := []string{"landing", "first job 0 tokens", "first job 1 tokens", "first job 1 tree", "second job 0 tokens", "landing"}
	for _, n := range []int{4, 3, 2, 1, 0, 1, 2, 3, 4, 5, 3} {
		p.Return(n, 0)
		if got := where(p); got != want[n] {
			t.Errorf("at stop %d: %s, want %s", n, got, want[n])
		}
		if at, fresh := p.Mark(nil); at != n || fresh {
			t.Errorf("stop %d is marked as %d, anew: %v", n, at, fresh)
		}
	}
	if got := p.Body.Item(); got != p.Body.CurrentJob().ID.Item {
		t.Errorf("%v is chosen, no longer the id", got)
	}

	p.Put(ViewFacts)
	if n, fresh := p.Mark(nil); n != 4 || !fresh {
		t.Errorf("a step aside is stop %d", n)
	}
	if p.Return(5, 0); where(p) != "landing" {
		t.Errorf("what lay ahead is still there: %s", where(p))
	}
}

func TestWhereAPageWasScrolled(t *testing.T) {
	p := NewPage()
	p.Mark(nil)
	p.Open(inspected(whole), Given{})
	p.Mark(scrolledBy(10))
	p.Put(ViewTree)
	p.Mark(scrolledBy(20))
	for _, c := range [][3]float64{{0, 30, 10}, {2, 11, 30}, {1, 31, 20}, {0, 21, 11}} {
		if got := p.Return(int(c[0]), c[1]); got != c[2] {
			t.Errorf("at stop %v the page is scrolled to %v, want %v", c[0], got, c[2])
		}
	}
}

func TestASlipLosesNothing(t *testing.T) {
	p, r := NewPage(), &Reading{Cancel: func() {}}
	p.Open(inspected(whole), Given{Name: "good"})
	p.Begin(r)
	p.Present(r, inspected("hello"), Given{Name: "slip"})
	if where(p) != "good job 0 tokens" || p.Notice.Empty() || p.Aside == nil {
		t.Fatalf("after a slip: %s, notice %v", where(p), p.Notice)
	}
	p.TakeAside()
	if p.Body.Given.Name != "slip" || !p.Notice.Empty() || p.Aside != nil {
		t.Errorf("when that is wanted: %s", where(p))
	}
	p.Begin(r)
	p.Present(r, inspected("hello again"), Given{Name: "again"})
	if p.Body.Given.Name != "again" {
		t.Errorf("one slip after the other: %s", where(p))
	}
	p.Open(inspected(whole), Given{Name: "good"})
	p.Begin(r)
	p.Present(r, inspected(`{"some": "document"}`), Given{Name: "other"})
	if p.Body.Given.Name != "other" {
		t.Errorf("a document of another kind: %s", where(p))
	}
}

func TestLargeBodiesAreLetGo(t *testing.T) {
	p := NewPage()
	p.Mark(nil)
	var held []weak.Pointer[parser.Document]
	for _, size := range []int{100, keptBytes / 2, keptBytes / 3, keptBytes * 2, keptBytes / 4, 100} {
		r := inspected(whole)
		held = append(held, weak.Make(r.Documents[0]))
		p.Open(r, Given{Bytes: make([]byte, size)})
		p.Mark(nil)
		p.Put(ViewTree)
		p.Mark(nil)
	}
	runtime.GC()
	for i, want := range []bool{false, false, false, false, true, true} {
		if got := held[i].Value() != nil; got != want {
			t.Errorf("body %d is held: %v", i, got)
		}
	}
	if p.Return(7, 0); p.Body != nil || !strings.Contains(fmt.Sprint(p.Notice), "8.0 MB") {
		t.Errorf("in the place of a body that was let go: %s, %v", where(p), p.Notice)
	}
	p.Return(9, 0)
	if p.Body == nil || len(p.Earlier()) != 1 || p.EarlierBody(p.Earlier()[0]) == p.Body {
		t.Errorf("earlier ones: %v", p.Earlier())
	}
}

func TestAnEarlierBodyIsOneStepAway(t *testing.T) {
	p := NewPage()
	walk(p,
		func() { p.Open(inspected(whole), Given{Name: "first"}) },
		func() { p.Put(ViewTree) },
		func() { p.Open(inspected(whole), Given{Name: "second"}) },
		func() { p.Clear() },
	)
	earlier := p.Earlier()
	if len(earlier) != 2 || p.EarlierBody(earlier[0]).Given.Name != "second" {
		t.Fatalf("earlier: %v", earlier)
	}
	if !p.Perform(ToEarlier(earlier[1])) || where(p) != "first job 0 tree" {
		t.Errorf("reopened: %s", where(p))
	}
	if n, fresh := p.Mark(nil); n != 5 || !fresh {
		t.Errorf("that is stop %d", n)
	}
	p.Perform(ToEarlier(99))
	p.Perform("earlier:0") // the landing
	if where(p) != "first job 0 tree" {
		t.Errorf("a body that there is not: %s", where(p))
	}
}

// Of another visit the browser may still have entries.
func TestAnEntryThatLeadsNowhere(t *testing.T) {
	for _, n := range []int{-1, 7} {
		p := NewPage()
		walk(p, func() { p.Open(inspected(whole), Given{}) })
		p.Return(n, 0)
		if at, fresh := p.Mark(nil); where(p) != "landing" || at != 0 || fresh {
			t.Errorf("entry %d: %s, stop %d", n, where(p), at)
		}
	}
}

func TestEditing(t *testing.T) {
	for name, c := range map[string]struct {
		given Given
		want  string // in the box; "" if the body stays in front
	}{
		"small":       {Given{Bytes: []byte(whole)}, whole},
		"from a file": {Given{Origin: "file", Name: "a.xml", Bytes: []byte(whole)}, whole},
		"large":       {Given{Bytes: make([]byte, editable+1)}, ""},
		"a beginning": {Given{Bytes: []byte(whole), Prefix: true}, ""},
		"binary":      {Given{Bytes: []byte("\x1f\x8b\x00")}, ""},
	} {
		p := NewPage()
		p.Open(inspected(whole), c.given)
		p.Edit()
		if p.Box.Text != c.want || (p.Body == nil) != (c.want != "") || p.Notice.Empty() != (c.want != "") {
			t.Errorf("%s: the box has %q, notice %v", name, p.Box.Text, p.Notice)
		}
	}
}
