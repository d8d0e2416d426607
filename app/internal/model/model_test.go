package model

import (
	"context"
	"testing"

	"github.com/callbacklens/callbacklens/parser"
)

const whole = "<Response><JobsDetail><JobId>j</JobId><State>Success</State></JobsDetail></Response>"

func inspected(text string) *parser.Report {
	return parser.Inspect(context.Background(), []byte(text), parser.Options{})
}

// begun returns a page on which the beginning of a body is shown, and the work on
// the rest of it.
func begun(t *testing.T) (*Page, *Reading) {
	t.Helper()
	p, r := NewPage(), &Reading{Cancel: func() {}}
	p.Begin(r)
	if !p.Begun(r, inspected(whole[:50]), Given{Prefix: true}) || p.Begun(r, inspected(whole[:60]), Given{Prefix: true}) {
		t.Fatal("a beginning is first once")
	}
	if p.Body.Extent != ExtentBegun || p.Body.Unread() != UnreadComing {
		t.Fatalf("of a beginning the extent is %d", p.Body.Extent)
	}
	return p, r
}

// However the reading of a body ends, its beginning is not said to be still read.
func TestExtentOnceTheReadingHasEnded(t *testing.T) {
	for name, c := range map[string]struct {
		end  func(*Page, *Reading)
		want Extent
	}{
		"read":        {func(p *Page, r *Reading) { p.Present(r, inspected(whole), Given{}) }, ExtentCompleted},
		"read, late":  {func(p *Page, r *Reading) { r.Touched = true; p.Present(r, inspected(whole), Given{}) }, ExtentOvertaken},
		"stopped":     {func(p *Page, r *Reading) { p.Halt(r) }, ExtentLeft},
		"broken off":  {func(*Page, *Reading) {}, ExtentLeft},
		"for another": {func(p *Page, _ *Reading) { p.Begin(&Reading{Cancel: func() {}}) }, ExtentLeft},
		"put away":    {func(p *Page, _ *Reading) { p.Stop() }, ExtentLeft},
	} {
		p, r := begun(t)
		b := p.Body
		c.end(p, r)
		p.Finish(r)
		if b.Extent != c.want || b.Unread() == UnreadComing {
			t.Errorf("%s: the extent is %d, want %d", name, b.Extent, c.want)
		}
	}
}

func TestAReadingThatIsNotWantedChangesNothing(t *testing.T) {
	p, old := begun(t)
	now := &Reading{Cancel: func() {}}
	p.Begin(now)
	p.Finish(old)
	if p.Reading != now {
		t.Error("the end of the one before ends it")
	}
}

func TestClearedPageTakesNoChoice(t *testing.T) {
	p, _ := begun(t)
	at := ToPlace(ViewSource, p.Body.Report.Place(p.Body.CurrentJob().ID.Item))
	p.Clear()
	for _, action := range []string{at, ToView(ViewTree), ToJob(0, 0)} {
		if p.Perform(action) {
			t.Errorf("%s is carried out without a body", action)
		}
	}
	p.SelectToken(0)
	p.ToggleTags("v")
}

func TestActionsSayWhatTheyDo(t *testing.T) {
	p := NewPage()
	p.Open(inspected(whole), Given{})
	id := p.Body.Report.Place(p.Body.CurrentJob().ID.Item)
	if !p.Perform(ToPlace(ViewSource, id)) || p.Body.Place() != id || p.View != ViewSource || p.Side != ViewSource {
		t.Errorf("the place is %v in %s", p.Body.Place(), p.View)
	}
	if !p.Perform(ToPlace(ViewTree, id)) || p.Body.Item() != p.Body.CurrentJob().ID.Item || p.View != ViewTree {
		t.Errorf("the tree is to go to %v", p.Body.Place())
	}
	if p.Perform(ToJob(0, 3)); p.Body.CurrentJob() == nil || p.Body.Place() != id {
		t.Error("a job is shown that is not there")
	}
	if !p.Perform(ToJob(0, 0)) || p.Body.Place() != (parser.Place{}) {
		t.Errorf("the place of another choice is %v", p.Body.Place())
	}
	for _, other := range []string{"", "new", "view", "view:tree:1", "place:tree:1", "job:1"} {
		if p.Perform(other) {
			t.Errorf("%q is carried out", other)
		}
	}
}

// A view finds again what it has kept, and nothing of another body.
func TestViewsKeepByBody(t *testing.T) {
	type one struct{ n int }
	type other struct{ n int }
	p := NewPage()
	p.Open(inspected(whole), Given{})
	Keep[one](p.Body).n, Keep[other](p.Body).n = 1, 2
	if Keep[one](p.Body).n != 1 || Keep[other](p.Body).n != 2 {
		t.Error("what was kept is not there")
	}
	p.Open(inspected(whole), Given{})
	if Keep[one](p.Body).n != 0 {
		t.Error("a new body has what was kept of the one before")
	}
}

// begunWith is the report of a first part of a body.
func begunWith(text string) *parser.Report {
	return parser.Inspect(context.Background(), []byte(text), parser.Options{Prefix: true})
}

func TestWhatStandsBesideABodyOfWhichNothingIsKnown(t *testing.T) {
	for body, want := range map[string]View{
		"hello world":                      ViewSource,
		`{"kept": "yes"}`:                  ViewTree,
		`{"JobsDetail": {"Code": "None"}}`: ViewFacts,
	} {
		p := NewPage()
		p.Open(inspected(body), Given{})
		if p.Side != want {
			t.Errorf("beside %q stands the view %s, want %s", body, p.Side, want)
		}
	}
}
