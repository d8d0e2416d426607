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

// LineWord is ShownWord for a word in a line, where blanks at its ends are seen as it
// is.
func LineWord(word string) string {
	begin, more := words.Clipped(word, LongestWord)
	switch {
	case word == "":
		return emptyWord
	case more:
		return visible.Text(begin) + "…"
	}
	return visible.Text(begin)
}

// emptyWord stands for a word that has no characters.
const emptyWord = "∅"

// DrawWord puts a word in an element bdi as shownWord returns it.
func DrawWord(e *dom.Still, word string) *dom.Still {
	begin, more := words.Clipped(word, LongestWord)
	switch {
	case word == "":
		return e.Body(standIn(emptyWord))
	case more:
		return e.Edged(begin).Body(standIn("…"))
	}
	return e.Edged(begin)
}

// DrawInLine puts a word in an element bdi as LineWord returns it.
func DrawInLine(e *dom.Still, word string) *dom.Still {
	begin, more := words.Clipped(word, LongestWord)
	if word == "" {
		return e.Body(standIn(emptyWord))
	}
	if e.Signed(begin); more {
		e.Body(standIn("…"))
	}
	return e
}

// standIn draws what stands for something that is not there, and is not copied.
func standIn(sign string) *dom.Still { return dom.St("bdi", "sign").DataSet("char", "").Text(sign) }
