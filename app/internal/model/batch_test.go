package model

import (
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/words"
)

// Several files are one stop of the way for each job, are kept together, and are let go
// of together.
func TestSeveralFilesAreShownAndKeptTogether(t *testing.T) {
	p := NewPage()
	if p.PresentBatch(nil, []OtherFile{{"a", words.Phrase{}}}) || p.Body != nil {
		t.Error("files without a callback are shown")
	}
	one, two := NewBody(inspected(twoJobs), Given{Bytes: make([]byte, 100)}), NewBody(inspected(whole), Given{Bytes: make([]byte, 100)})
	p.PresentBatch([]*Body{one, two}, []OtherFile{{"c", words.Phrase{}}})
	p.Mark(nil)
	if p.Body != one || len(two.Together()) != 2 || len(two.Others()) != 1 {
		t.Fatal("the files are not together")
	}
	p.Perform(ToJobIn(0, 0, 1))
	p.Mark(nil)
	if p.Body != two {
		t.Error("the job of the second file is not shown")
	}
	if p.Perform(ToJobIn(0, 0, 9)); p.Body != two {
		t.Error("a file that is not there is shown")
	}
	p.Open(inspected(whole), Given{})
	p.Mark(nil)
	if got := p.Earlier(); len(got) != 1 {
		t.Errorf("%d earlier bodies, want the files together", len(got))
	}
	two.Given.Bytes = make([]byte, keptBytes)
	p.Open(inspected(whole), Given{})
	p.Mark(nil)
	for i, s := range p.trail.stops {
		if s.body == one || s.body == two {
			t.Errorf("stop %d holds files that are too large together", i)
		}
	}
}
