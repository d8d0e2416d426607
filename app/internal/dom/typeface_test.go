package dom

import "testing"

func TestTypefaceWithoutABrowser(t *testing.T) {
	f := NewTypeface(nil, 10)
	for text, want := range map[string]float64{"": 0, "中": 10, "ab": 12, "中a，": 26, "é": 10, "👨\u200d👩\u200d👧": 10, "👍🏽": 10} {
		if got := f.Width([]byte(text)); got != want {
			t.Errorf("width(%q) = %g, want %g", text, got, want)
		}
	}
}
