package app

import "testing"

func TestVisibleWord(t *testing.T) {
	for word, want := range map[string]string{
		"今天":       "今天",
		"New York": "New York",
		" ":        "␣",
		" a b ":    "␣a b␣",
		"\n":       "↵",
		"a\tb":     "a⇥b",
		"\u3000":   "□",
		"a\u200bb": "a‹200B›b",
		"\x00":     "␀",
	} {
		if got := visibleWord(word); got != want {
			t.Errorf("visibleWord(%q) = %q, want %q", word, got, want)
		}
	}
	long := make([]rune, 300)
	for i := range long {
		long[i] = '字'
	}
	if got := []rune(visibleWord(string(long))); len(got) != longestWord+1 || got[longestWord] != '…' {
		t.Errorf("a long word is drawn with %d characters", len(got))
	}
}
