package model

import (
	"slices"
	"strconv"
	"strings"
)

// Settings are what a reader has set of how results are laid out. They say nothing of
// a body, and are remembered.
type Settings struct {
	Text TextMode
	Tall bool // the text takes all the height that there is
	// Split is how much of the width the tokens have where another part stands beside
	// them, in hundredths; 0 for what the style sheet has.
	Split int
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

// The limits of Split.
const (
	LeastSplit = 30
	MostSplit  = 75
)

// SetSplit divides the width.
func (p *Page) SetSplit(hundredths int) {
	p.Settings.Split = min(max(hundredths, LeastSplit), MostSplit)
	p.Rev++
}

// String returns the settings as they are remembered; empty for those that a page
// begins with.
func (s Settings) String() string {
	if s == (Settings{}) {
		return ""
	}
	words := []string{textModes[s.Text], strconv.Itoa(s.Split)}
	if s.Tall {
		words = append(words, "tall")
	}
	return strings.Join(words, " ")
}

// ParseSettings reads what String wrote. What it does not know counts for nothing.
func ParseSettings(remembered string) (s Settings) {
	for _, word := range strings.Fields(remembered) {
		n, err := strconv.Atoi(word)
		switch i := slices.Index(textModes, word); {
		case word == "tall":
			s.Tall = true
		case i >= 0:
			s.Text = TextMode(i)
		case err == nil && n >= LeastSplit && n <= MostSplit:
			s.Split = n
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
