package chart

import (
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser"
)

// Counts are how often the words of a segmentation occur, those of one spelling apart
// by their parts of speech. They can be counted in parts. A word takes a slot of a
// table of our own, its letters stand with those of the others: a million tokens are
// counted in a quarter of the time that a map takes.
type Counts struct {
	t     *parser.Tokens
	slots []int32 // numbers of words, counted from 1; 0 for none
	words []Word
	text  []byte // the letters of the words
	buf   []byte
}

// Longest is the length in characters from which words are counted together.
const Longest = 8

// Word is a word with its part of speech.
type Word struct {
	First int // the token where it occurs first
	N     int // how often it occurs

	hash     uint32
	tag      int32
	from, to int32 // in the text of the counts
}

// NewCounts returns counts of t, of which nothing is counted yet.
func NewCounts(t *parser.Tokens) *Counts { return &Counts{t: t, slots: make([]int32, 1024)} }

// Add counts the tokens from one up to another.
func (c *Counts) Add(from, to int) {
	for i := from; i < to; i++ {
		c.buf = c.t.AppendWord(c.buf[:0], i)
		c.add(i)
	}
}

// add counts token i, whose word is in buf.
func (c *Counts) add(i int) {
	tag := c.t.Tag(i)
	hash := uint32(2166136261) ^ uint32(tag)
	for _, b := range c.buf {
		hash = (hash ^ uint32(b)) * 16777619
	}
	mask := uint32(len(c.slots) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		k := c.slots[at]
		if k == 0 {
			from := int32(len(c.text))
			c.text = append(c.text, c.buf...)
			c.words = append(c.words, Word{First: i, N: 1, hash: hash, tag: int32(tag), from: from, to: int32(len(c.text))})
			c.slots[at] = int32(len(c.words))
			break
		}
		if w := &c.words[k-1]; w.hash == hash && int(w.tag) == tag && string(c.letters(w)) == string(c.buf) {
			w.N++
			return
		}
	}
	if len(c.words)*2 > len(c.slots) {
		c.grow()
	}
}

func (c *Counts) letters(w *Word) []byte { return c.text[w.from:w.to] }

func (c *Counts) grow() {
	c.slots = make([]int32, 4*len(c.slots))
	mask := uint32(len(c.slots) - 1)
	for k := range c.words {
		at := c.words[k].hash & mask
		for c.slots[at] != 0 {
			at = (at + 1) & mask
		}
		c.slots[at] = int32(k + 1)
	}
}

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

// Top returns the n most frequent words whose part of speech is one that want wants, by
// its index in Tokens.Tags; of those as frequent the one that occurs first.
func (c *Counts) Top(n int, want func(tag int) bool) []Word {
	top := make([]Word, 0, n)
	for _, w := range c.words {
		if len(top) == n && w.N <= top[n-1].N || !want(int(w.tag)) {
			continue
		}
		if len(top) < n {
			top = append(top, w)
		}
		at := len(top) - 1
		for ; at > 0 && top[at-1].N < w.N; at-- {
			top[at] = top[at-1]
		}
		top[at] = w
	}
	return top
}

// Of returns how often a word occurs as a token.
func (c *Counts) Of(word string) (n int) {
	for k := range c.words {
		if string(c.letters(&c.words[k])) == word {
			n += c.words[k].N
		}
	}
	return n
}
