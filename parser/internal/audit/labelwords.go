package audit

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/internal/said"
	"github.com/callbacklens/callbacklens/parser/remark"
)

var rowLabelWord = remark.New("label-word", remark.Info, "WordsGeneralizeLable.Word",
	"智能分类结果的词汇 {0} 不在分词结果中。",
	"The word {0} of a label is not among the tokens.")

// labelWords warns of labels whose word the segmentation does not have.
func (a *auditor) labelWords(j *callback.Job, alive func(int) bool) {
	t := j.Tokens
	if t.Item.Partial() || t.Len() == 0 {
		return // the word may have stood behind the cut
	}
	s := newWordSearch(j.Labels)
	if len(s.left) > said.Most || !t.Seamless() {
		s.among(t, alive)
	}
	// A label may name a phrase of several words.
	if len(s.left) > 0 && whole(t) {
		s.within(t, alive)
	}
	if a.Stopped {
		return
	}
	for _, l := range j.Labels {
		if s.left[l.Word.Text] {
			delete(s.left, l.Word.Text)
			a.SayOf(rowLabelWord, l.Word.Item, l.Word.Text)
		}
	}
}

// wordSearch looks for words among tokens. Those that it finds leave it.
type wordSearch struct {
	words []string // in the order of their labels
	left  map[string]bool
	// likely tells for each hash whether one of the words has it.
	likely [256]bool
}

func newWordSearch(labels []callback.Label) *wordSearch {
	s := &wordSearch{left: make(map[string]bool)}
	for _, l := range labels {
		if w := l.Word.Text; l.Word.Set() && !s.left[w] {
			s.left[w] = true
			s.words = append(s.words, w)
			s.likely[hashWord([]byte(w))] = true
		}
	}
	return s
}

// hashWord tells most words apart without a look at all of their letters.
func hashWord(w []byte) byte {
	if len(w) == 0 {
		return 0
	}
	return byte(len(w)*31) ^ w[len(w)-1] ^ w[len(w)/2]<<2
}

// among looks for words that are tokens.
func (s *wordSearch) among(t *callback.Tokens, alive func(int) bool) {
	var word []byte
	for i := 0; i < t.Len() && len(s.left) > 0; i++ {
		if i%turnTokens == 0 && !alive(i) {
			return
		}
		word = t.AppendWord(word[:0], i)
		if s.likely[hashWord(word)] {
			delete(s.left, string(word))
		}
	}
}

// within looks for words anywhere in the text of tokens that tile it. Of very
// many only the last are looked for.
func (s *wordSearch) within(t *callback.Tokens, alive func(int) bool) {
	var wanted []string
	overlap := 0
	for _, w := range s.words {
		if s.left[w] {
			wanted = append(wanted, w)
			overlap = max(overlap, len(w)-1)
		}
	}
	wanted = wanted[max(len(wanted)-said.Most, 0):]
	var text []byte
	for from := 0; from < t.Len() && len(wanted) > 0 && alive(from); from += turnTokens {
		to := min(from+turnTokens, t.Len())
		text = t.AppendText(text, from, to)
		if len(text) > 2*overlap || to == t.Len() {
			wanted = s.strike(wanted, text)
			// At the end a word may have begun that goes on in the next part.
			text = append(text[:0], text[max(len(text)-overlap, 0):]...)
		}
	}
}

// strike takes out the words that stand in text, and returns the others.
func (s *wordSearch) strike(wanted []string, text []byte) []string {
	missing := wanted[:0]
	for _, w := range wanted {
		if bytes.Contains(text, []byte(w)) {
			delete(s.left, w)
		} else {
			missing = append(missing, w)
		}
	}
	return missing
}

// whole reports whether the tokens rebuild their text.
func whole(t *callback.Tokens) bool {
	o, _ := t.Obstacle()
	return o == callback.ObstacleNone
}
