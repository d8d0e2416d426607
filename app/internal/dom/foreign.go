package dom

import (
	"iter"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// What others wrote (values, names, words, headers, the names of files, what a
// sentence quotes of these) stands on the page in elements bdi, so that its
// direction of writing ends with it, and with signs for what has no form. In
// an attribute, and wherever else there is no markup, visible.Isolated does the
// same with characters.

// Foreign puts in an element what others wrote. Blanks at its ends are seen.
func (e *Still) Foreign(text string) *Still { return e.Body(St("bdi").Edged(text)) }

// Edged puts in an element bdi what others wrote. Blanks at its ends are seen.
func (e *Still) Edged(text string) *Still { return e.signed(text, visible.Edged(text)) }

// Signed is Edged for a part of a line, where blanks at the ends are seen as it
// is.
func (e *Still) Signed(text string) *Still { return e.signed(text, visible.Pieces(text)) }

func (e *Still) signed(text string, pieces iter.Seq[visible.Piece]) *Still {
	if visible.Plain(text) && strings.Trim(text, " ") == text {
		return e.Text(text)
	}
	for p := range pieces {
		if p.Sign != "" {
			e.Body(sign(p))
		} else {
			e.Text(p.Text)
		}
	}
	return e
}

// sign draws what stands for a character without a form. Copying what is marked
// gives the character, see copyMarked. Where lines are kept, the stylesheet ends
// one behind the sign for its end.
func sign(p visible.Piece) *Still {
	r, _ := utf8.DecodeRuneInString(p.Text)
	number := strings.ToUpper(strconv.FormatInt(int64(r), 16))
	e := St("bdi", "sign", Chosen(strings.HasPrefix(p.Sign, "‹"), "sign-named"), Chosen(r == '\n', "sign-end"),
		Chosen(r < ' ' || unicode.IsSpace(r), "sign-blank")).
		DataSet("char", number)
	if utf8.ValidString(p.Text) {
		e.Title("U+" + strings.Repeat("0", max(4-len(number), 0)) + number)
	}
	return e.Text(p.Sign)
}

// DrawPhrase draws a phrase in l.
func DrawPhrase(p words.Phrase, l lang.Lang) *Still {
	e := St("span")
	for part, arg := range lang.Parts(p.Text.In(l), len(p.Args)) {
		if arg >= 0 {
			e.Foreign(p.Args[arg])
		} else {
			e.Text(part)
		}
	}
	return e
}
