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
	// Split is how much of the width the left one of two columns has, in percent; 0
	// where the reader has not said.
	Split int
}

// How much the left column has at least, at most, and where the reader has not said.
const (
	LeastSplit = 35
	MostSplit  = 70
	freshSplit = 60
)

// Bounded returns the share of the width next to one that the left column may have.
func Bounded(share int) int { return min(max(share, LeastSplit), MostSplit) }

// Share returns how much of the width the left column has, in percent.
func (s Settings) Share() int {
	if s.Split == 0 {
		return freshSplit
	}
	return s.Split
}

// splitName is what stands before the share where it is remembered, and in actions.
const splitName = "split"

// ToSplit returns the action that gives the left column so much of the width; 0 for what
// a page begins with.
func ToSplit(share int) string { return splitName + ":" + strconv.Itoa(share) }

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
	if s.Split != 0 {
		words = append(words, ToSplit(s.Split))
	}
	return strings.Join(words, " ")
}

// ParseSettings reads what String wrote. What it does not know counts for nothing.
func ParseSettings(remembered string) (s Settings) {
	for _, word := range strings.Fields(remembered) {
		share, isSplit := strings.CutPrefix(word, splitName+":")
		switch i := slices.Index(textModes, word); {
		case word == "tall":
			s.Tall = true
		case isSplit:
			s.split(share)
		case i >= 0:
			s.Text = TextMode(i)
		}
	}
	return s
}

// split takes over a share of the width, as it stands in an action.
func (s *Settings) split(share string) {
	if s.Split = number(share); s.Split > 0 {
		s.Split = Bounded(s.Split)
	}
}

// set carries out an action that changes a setting, and reports whether it is one.
func (p *Page) set(verb, arg string) bool {
	switch i := slices.Index(textModes, arg); {
	case verb == "text" && i >= 0:
		p.Settings.Text = TextMode(i)
	case verb == "tall" && arg == "":
		p.Settings.Tall = !p.Settings.Tall
	case verb == splitName:
		p.Settings.split(arg)
	default:
		return false
	}
	p.Rev++
	return true
}
