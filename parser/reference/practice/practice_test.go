package practice

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

func whole(t lang.Text) bool { return t.ZH != "" && t.EN != "" }

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
	for _, f := range TimeFormats() {
		if f.Language == "" || f.Format == "" || !whole(f.Note) {
			t.Errorf("%+v", f)
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

// TestNotesStandAtRows holds each note to a row of a table, and each row that no
// published table has to a note.
func TestNotesStandAtRows(t *testing.T) {
	var anchors []string
	for _, table := range reference.Tables() {
		for _, f := range table.Fields {
			anchors = append(anchors, f.Anchor)
			if !f.Published && !whole(NoteOn(f.Anchor)) && f.TypeText.EN == "String" {
				t.Errorf("%s is in no published table, and nothing says where it is from", f.Path)
			}
		}
	}
	seen := map[string]bool{}
	for _, n := range notes {
		if !slices.Contains(anchors, n.anchor) || seen[n.anchor] || !whole(n.says) {
			t.Errorf("the note on %q has no row, or is there twice, or lacks a language", n.anchor)
		}
		seen[n.anchor] = true
	}
}

// TestEachCodeHasWhatToDo holds the two tables of error codes to the same codes.
func TestEachCodeHasWhatToDo(t *testing.T) {
	published := 0
	for _, table := range reference.CodeTables() {
		for _, c := range table.Codes {
			published++
			if !whole(DoAbout(c.Value)) {
				t.Errorf("nothing says what to do about %s", c.Value)
			}
		}
	}
	if published != len(todo) {
		t.Errorf("%d codes are published, and %d have something to do", published, len(todo))
	}
}
