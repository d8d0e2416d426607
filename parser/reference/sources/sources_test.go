package sources

import (
	"strings"
	"testing"
	"time"

	"github.com/callbacklens/callbacklens/parser/lang"
)

func whole(t lang.Text) bool { return t.ZH != "" && t.EN != "" }

// TestSourcesLeadSomewhere holds that a source has an address and, where its copy
// states one, a date that is one.
func TestSourcesLeadSomewhere(t *testing.T) {
	dated := 0
	for _, s := range All() {
		if !whole(s.What) || (s.Note.ZH == "") != (s.Note.EN == "") || strings.Contains(s.Address, "://") || !strings.Contains(s.Address, "/") {
			t.Errorf("%+v", s)
		}
		if s.Copy == "" {
			continue
		}
		dated++
		if _, err := time.Parse(time.DateOnly, s.Copy); err != nil {
			t.Errorf("%s: %v", s.Address, err)
		}
	}
	if dated < 6 {
		t.Errorf("only %d sources have a date", dated)
	}
}

func TestStatusIsDated(t *testing.T) {
	s := OfSegmentation()
	if _, err := time.Parse("2006-01", s.AsOf); err != nil || !whole(s.Says) || s.Address == "" {
		t.Errorf("%+v: %v", s, err)
	}
	for _, p := range Prerequisites() {
		if !whole(p.What) {
			t.Errorf("%+v", p)
		}
	}
}
