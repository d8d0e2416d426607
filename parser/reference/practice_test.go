package reference

import (
	"strings"
	"testing"
	"time"
)

func TestWhatPracticeShowsIsWhole(t *testing.T) {
	for _, e := range Envelopes() {
		if e.Number == "" || e.Sketch == "" || !whole(e.Where) {
			t.Errorf("%+v", e)
		}
	}
	for _, m := range Moments() {
		if m.Written == "" || !whole(m.Where) {
			t.Errorf("%+v", m)
		}
	}
	for _, u := range Units() {
		if u.Offset == "" || !whole(u.Name) || !whole(u.Fits) || UnitName(u.Value) != u.Name {
			t.Errorf("%+v", u)
		}
	}
	for _, f := range TimeFormats() {
		if f.Language == "" || f.Format == "" || !whole(f.Note) {
			t.Errorf("%+v", f)
		}
	}
	for _, l := range Levels() {
		if LevelName(l) == same(l) {
			t.Errorf("the level %s has no name", l)
		}
	}
}

// TestGoReadsTimesByItsFormat holds the row of Go, and that RFC 3339 does not
// match, as the row says.
func TestGoReadsTimesByItsFormat(t *testing.T) {
	const written = "2022-07-25T16:35:39+0800"
	_, layout, _ := strings.Cut(TimeFormats()[0].Format, `"`)
	layout, _, _ = strings.Cut(layout, `"`)
	if _, err := time.Parse(layout, written); err != nil {
		t.Error(err)
	}
	if _, err := time.Parse(time.RFC3339, written); err == nil {
		t.Error("RFC 3339 matches")
	}
}
