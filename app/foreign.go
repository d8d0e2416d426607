package app

import (
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/visible"
)

// What others wrote (values, names, words, headers, the names of files, what a
// sentence quotes of these) stands on the page in elements bdi, so that its
// direction of writing ends with it, and with signs for what has no form. In
// an attribute, and wherever else there is no markup, visible.Isolated does the
// same with characters.

// Foreign puts in an element what others wrote. Blanks at its ends are seen.
func (e *still) Foreign(text string) *still { return e.Body(st("bdi").Edged(text)) }

// Edged puts in an element bdi what others wrote. Blanks at its ends are seen.
func (e *still) Edged(text string) *still { return e.signed(text, visible.Edged(text)) }

// Signed is Edged for a part of a line, where blanks at the ends are seen as it
// is.
func (e *still) Signed(text string) *still { return e.signed(text, visible.Pieces(text)) }

func (e *still) signed(text string, pieces iter.Seq[visible.Piece]) *still {
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
func sign(p visible.Piece) *still {
	r, _ := utf8.DecodeRuneInString(p.Text)
	number := strings.ToUpper(strconv.FormatInt(int64(r), 16))
	e := st("bdi", "sign", chosen(strings.HasPrefix(p.Sign, "‹"), "sign-named"), chosen(r == '\n', "sign-end")).
		DataSet("char", number)
	if utf8.ValidString(p.Text) {
		e.Title("U+" + strings.Repeat("0", max(4-len(number), 0)) + number)
	}
	return e.Text(p.Sign)
}

// phrase is a text with arguments that others wrote.
type phrase struct {
	text lang.Text
	args []string
}

// quoting returns a text with what it quotes.
func quoting(t lang.Text, args ...string) phrase { return phrase{t, args} }

// in draws the phrase in l.
func (p phrase) in(l lang.Lang) *still {
	e := st("span")
	for part, arg := range lang.Parts(p.text.In(l), len(p.args)) {
		if arg >= 0 {
			e.Foreign(p.args[arg])
		} else {
			e.Text(part)
		}
	}
	return e
}

func (p phrase) empty() bool { return p.text == lang.Text{} }

// clipped returns the first characters of text, at most limit of them, and
// whether there are more. What is drawn as one is not divided.
func clipped(text string, limit int) (begin string, more bool) {
	if len(text) <= limit {
		return text, false
	}
	n := 0
	for at := 0; at < len(text); n++ {
		if n == limit {
			return text[:at], true
		}
		size, _ := visible.Cluster(text[at:min(at+longestCluster, len(text))])
		at += size
	}
	return text, false
}

// longestCluster is how many bytes of what is drawn as one are looked at.
const longestCluster = 96
