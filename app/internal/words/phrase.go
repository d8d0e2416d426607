package words

import (
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Phrase is a text with arguments that others wrote.
type Phrase struct {
	Text lang.Text
	Args []string
}

// Quoting returns a text with what it quotes.
func Quoting(t lang.Text, args ...string) Phrase { return Phrase{t, args} }

// Empty reports whether it says nothing.
func (p Phrase) Empty() bool { return p.Text == lang.Text{} }
