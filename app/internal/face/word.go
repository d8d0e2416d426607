package face

import (
	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
)

// LongestWord is how many characters of a word are drawn.
const LongestWord = 200

// ShownWord returns a word as the sentence draws it; also an empty one is
// seen.
func ShownWord(word string) string {
	if word == "" {
		return emptyWord
	}
	begin, more := words.Clipped(word, LongestWord)
	if more {
		return visible.Word(begin) + "…"
	}
	return visible.Word(begin)
}

// emptyWord stands for a word that has no characters.
const emptyWord = "∅"

// DrawWord puts a word in an element bdi as shownWord returns it.
func DrawWord(e *dom.Still, word string) *dom.Still {
	begin, more := words.Clipped(word, LongestWord)
	switch {
	case word == "":
		return e.Text(emptyWord)
	case more:
		return e.Edged(begin).Text("…")
	}
	return e.Edged(begin)
}
