package model

import (
	"slices"
	"strings"
)

// Settings are what a reader has set of how results are laid out. They say nothing of
// a body, and are remembered.
type Settings struct {
	Text TextMode
	Tall bool // the text takes all the height that there is
}

// TextMode is how the text is shown that the tokens rebuild.
type TextMode uint8

// The ways to show it.
const (
	TextTags  TextMode = iota // words with their parts of speech
	TextWords                 // words
	TextPlain                 // as the text that it is
)

// textModes are their names in actions and in what is remembered.
var textModes = []string{TextTags: "tags", TextWords: "words", TextPlain: "plain"}

// ToText returns the action that shows the text in another way.
func ToText(m TextMode) string { return "text:" + textModes[m] }

// String returns the settings as they are remembered; empty for those that a page
// begins with.
func (s Settings) String() string {
	if s == (Settings{}) {
		return ""
	}
	words := []string{textModes[s.Text]}
	if s.Tall {
		words = append(words, "tall")
	}
	return strings.Join(words, " ")
}

// ParseSettings reads what String wrote. What it does not know counts for nothing.
func ParseSettings(remembered string) (s Settings) {
	for _, word := range strings.Fields(remembered) {
		switch i := slices.Index(textModes, word); {
		case word == "tall":
			s.Tall = true
		case i >= 0:
			s.Text = TextMode(i)
		}
	}
	return s
}

// set carries out an action that changes a setting, and reports whether it is one.
func (p *Page) set(verb, arg string) bool {
	switch i := slices.Index(textModes, arg); {
	case verb == "text" && i >= 0:
		p.Settings.Text = TextMode(i)
	case verb == "tall" && arg == "":
		p.Settings.Tall = !p.Settings.Tall
	default:
		return false
	}
	p.Rev++
	return true
}
