package model

import (
	"slices"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/query"
)

func TestLookingIsTold(t *testing.T) {
	p := NewPage()
	p.Open(inspected(sentence(40)), Given{})
	told, b := 0, p.Body
	forget := p.Heed(func() { told++ })
	rev := p.Rev
	p.Seek(query.Query{Text: "词"})
	p.Seek(query.Query{Text: "词"})
	if told != 1 || p.Rev != rev || !b.Sifted() || b.Hits() != nil {
		t.Errorf("told %d times, drawn %d times", told, p.Rev-rev)
	}
	found := query.NewSet(b.Tokens().Len())
	b.Matcher().Find(found, func() bool { return true })
	p.Found(b, NewHits(found, b.Tokens()))
	if told != 2 || b.Hits().Len() != found.Len() {
		t.Errorf("told %d times", told)
	}
	forget()
	if p.Seek(query.Query{}); told != 2 || b.Hits() != nil {
		t.Error("who forgot is told, or what is no longer looked for is found")
	}
}

func TestSeveralTagsAreChosen(t *testing.T) {
	p := NewPage()
	p.Open(inspected(sentence(40)), Given{})
	p.ToggleTags("n")
	p.ToggleTags("v")
	p.Mark(nil)
	p.Put(ViewTree)
	p.Mark(nil)
	if p.ToggleTags("n"); !slices.Equal(p.Body.Tags(), []string{"v"}) {
		t.Errorf("chosen are %v", p.Body.Tags())
	}
	if p.Return(0, 0); !slices.Equal(p.Body.Tags(), []string{"n", "v"}) {
		t.Errorf("back there are chosen %v", p.Body.Tags())
	}
}
