package chart

import (
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser"
)

// Counts are how often the words of a segmentation occur, those of one spelling apart
// by their parts of speech. They can be counted in parts. A word takes a slot of a
// table of our own, and is told from others by eight bytes at a time: a million tokens
// are counted in a quarter of the time that a map takes.
type Counts struct {
	t       *parser.Tokens
	slots   []int32 // numbers of words, counted from 1; 0 for none
	words   []Word
	text    []byte // the letters of the words
	scratch []byte
}

// Longest is the length in characters from which words are counted together.
const Longest = 8

// Word is a word with its part of speech.
type Word struct {
	First int // the token where it occurs first
	N     int // how often it occurs

	key      uint64
	tag      int32
	from, to int32 // in the text of the counts
}

// keyed is how long a word is at most that is known by its key, in bytes.
const keyed = 8

// NewCounts returns counts of t, of which nothing is counted yet.
func NewCounts(t *parser.Tokens) *Counts { return &Counts{t: t, slots: make([]int32, 1024)} }

// Add counts the tokens from one up to another.
func (c *Counts) Add(from, to int) {
	for i := from; i < to; i++ {
		word, key := c.t.WordKey(i, &c.scratch)
		tag := int32(c.t.Tag(i))
		if w := c.find(word, key, tag); w != nil {
			w.N++
		} else {
			c.add(Word{First: i, N: 1, key: key, tag: tag}, word)
		}
	}
}

// slotOf returns where a word is looked for first.
func slotOf(key uint64, tag int32) uint32 { return uint32(key>>20) + uint32(tag)*977 }

// find returns the count of a word, nil if it was not met before.
func (c *Counts) find(word []byte, key uint64, tag int32) *Word {
	mask := uint32(len(c.slots) - 1)
	for at := slotOf(key, tag) & mask; c.slots[at] != 0; at = (at + 1) & mask {
		w := &c.words[c.slots[at]-1]
		if w.key != key || w.tag != tag || int(w.to-w.from) != len(word) {
			continue
		}
		if len(word) <= keyed || string(c.letters(w)) == string(word) {
			return w
		}
	}
	return nil
}

// add takes in a word that was not met before.
func (c *Counts) add(w Word, word []byte) {
	w.from = int32(len(c.text))
	c.text = append(c.text, word...)
	w.to = int32(len(c.text))
	if c.words = append(c.words, w); len(c.words)*2 > len(c.slots) {
		c.slots = make([]int32, 4*len(c.slots))
		for k := range c.words {
			c.place(k)
		}
		return
	}
	c.place(len(c.words) - 1)
}

// place gives a word its slot.
func (c *Counts) place(k int) {
	mask := uint32(len(c.slots) - 1)
	at := slotOf(c.words[k].key, c.words[k].tag) & mask
	for c.slots[at] != 0 {
		at = (at + 1) & mask
	}
	c.slots[at] = int32(k + 1)
}

func (c *Counts) letters(w *Word) []byte { return c.text[w.from:w.to] }

// lengths returns how many tokens there are of each length in characters, the last one
// being Longest or more.
func (c *Counts) lengths() (n [Longest + 1]int) {
	for k := range c.words {
		n[min(utf8.RuneCount(c.letters(&c.words[k])), Longest)] += c.words[k].N
	}
	return n
}

// Distinct returns how many words there are.
func (c *Counts) Distinct() int { return len(c.words) }

// Top returns the n most frequent words whose part of speech is wanted, by its index in
// Tokens.Tags; of those as frequent the one that occurs first.
func (c *Counts) Top(n int, want func(tag int) bool) []Word {
	wanted, some := make([]bool, len(c.t.Tags())), false
	for tag := range wanted {
		wanted[tag] = want(tag)
		some = some || wanted[tag]
	}
	if !some {
		return nil
	}
	top := make([]Word, 0, n)
	for k := range c.words {
		w := &c.words[k]
		if !wanted[w.tag] || len(top) == n && w.N <= top[n-1].N {
			continue
		}
		if len(top) < n {
			top = append(top, *w)
		}
		at := len(top) - 1
		for ; at > 0 && top[at-1].N < w.N; at-- {
			top[at] = top[at-1]
		}
		top[at] = *w
	}
	return top
}
