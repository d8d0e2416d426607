package query

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser"
)

// Matcher finds the tokens of a job that are wanted.
type Matcher struct {
	// Trouble says why the query can't be understood; nothing is found then.
	Trouble Trouble

	query Query
	t     *parser.Tokens
	terms []term
	whole []byte // all that is typed, which with its blanks may be part of one word
	tags  []bool // by index in Tokens.Tags, whether a tag is chosen beside; nil for all
	only  *parser.TokenSet
	buf   []byte
}

// maxTerms is how many tokens in a row can be looked for: the bits of a state.
const maxTerms = 64

// New returns what finds the tokens of t that a query wants, that have one of the parts
// of speech tags, as written, and that are among only; without any of these all have.
func New(q Query, tags []string, only *parser.TokenSet, t *parser.Tokens) *Matcher {
	m := &Matcher{query: q, t: t, only: only}
	m.terms, m.Trouble = parse(q, t)
	m.terms = m.terms[:min(len(m.terms), maxTerms)]
	if len(m.terms) > 1 {
		m.whole = Fold([]byte(strings.TrimSpace(q.Text)), q.Case)
	}
	if len(tags) > 0 {
		m.tags = make([]bool, len(t.Tags()))
		for i, tag := range t.Tags() {
			m.tags[i] = slices.Contains(tags, tag)
		}
	}
	return m
}

// All reports whether every token is wanted.
func (m *Matcher) All() bool {
	return m == nil || len(m.terms) == 0 && m.tags == nil && m.only == nil && m.Trouble == Trouble{}
}

// every is how many tokens are looked at between two calls of goOn.
const every = 512

// Find adds the tokens that are wanted to found. It calls goOn from time to time and
// gives up when that says so.
func (m *Matcher) Find(found *Set, goOn func() bool) {
	if m.Trouble != (Trouble{}) {
		return
	}
	if len(m.terms) > 1 {
		m.findRows(found, goOn)
		return
	}
	for i := range m.t.Len() {
		if i%every == every-1 && !goOn() {
			return
		}
		if m.beside(i) && (len(m.terms) == 0 || m.fits(&m.terms[0], i, m.foldedFor(&m.terms[0], i))) {
			found.Add(i)
		}
	}
}

// beside reports whether token i is among those that are chosen beside the query.
func (m *Matcher) beside(i int) bool {
	return (m.only == nil || m.only.Has(i)) && (m.tags == nil || m.tags[m.t.Tag(i)])
}

// foldedFor returns the word of token i if a term asks for it.
func (m *Matcher) foldedFor(one *term, i int) []byte {
	if one.word == nil && one.find == nil || one.tags != nil && !one.either && !one.tags[m.t.Tag(i)] {
		return nil
	}
	return m.folded(i)
}

func (m *Matcher) folded(i int) []byte {
	m.buf = Fold(m.t.AppendWord(m.buf[:0], i), m.query.Case)
	return m.buf
}

// fits reports whether token i, whose folded word is given, is what a term wants.
func (m *Matcher) fits(one *term, i int, word []byte) bool {
	if one.tags != nil {
		if hit := one.tags[m.t.Tag(i)]; hit == one.either {
			return hit
		}
	}
	return m.holds(one, word)
}

// holds reports whether a word is what a term wants.
func (m *Matcher) holds(one *term, word []byte) bool {
	switch {
	case one.find != nil:
		return one.find.matches(word, m.query.Case)
	case one.word == nil:
		return true
	case m.query.Whole || len(one.word) == 0:
		return bytes.Equal(word, one.word)
	}
	return bytes.Contains(word, one.word)
}

// findRows finds the tokens that follow each other as the terms do. Tokens of nothing
// but blanks may stand between them.
func (m *Matcher) findRows(found *Set, goOn func() bool) {
	var state uint64 // a bit for each term that the token before was the token of
	last := make([]int, len(m.terms))
	done := uint64(1) << (len(m.terms) - 1)
	n := 0
	for i := range m.inOrder() {
		if n++; n%every == every-1 && !goOn() {
			return
		}
		word := m.folded(i)
		if m.beside(i) && (m.query.Whole && bytes.Equal(word, m.whole) || !m.query.Whole && bytes.Contains(word, m.whole)) {
			found.Add(i)
		}
		if len(bytes.TrimSpace(word)) == 0 {
			continue
		}
		copy(last, last[1:])
		last[len(last)-1] = i
		places := state<<1 | 1
		state = 0
		for k := range m.terms {
			if places>>k&1 != 0 && m.fits(&m.terms[k], i, word) {
				state |= 1 << k
			}
		}
		if state&done != 0 {
			for _, i := range last {
				if m.beside(i) {
					found.Add(i)
				}
			}
		}
	}
}

// inOrder yields the tokens as they stand in the text, as far as that is known.
func (m *Matcher) inOrder() func(yield func(int) bool) {
	return func(yield func(int) bool) {
		if m.t.Sorted() {
			for i := range m.t.Len() {
				if !yield(i) {
					return
				}
			}
			return
		}
		for p := range m.t.Pieces() {
			if p.Token >= 0 && !yield(p.Token) {
				return
			}
		}
	}
}

// Mark returns where in a word, in bytes, what is looked for stands; the same number
// twice where it does not.
func (m *Matcher) Mark(word string) (from, to int) {
	if m == nil || len(m.terms) == 0 {
		return 0, 0
	}
	var folded []byte
	var at []int // where each byte of folded comes from
	for i, r := range word {
		folded = utf8.AppendRune(folded, foldRune(r, m.query.Case))
		for len(at) < len(folded) {
			at = append(at, i)
		}
	}
	at = append(at, len(word))
	from, to = m.mark(folded)
	return at[from], at[to]
}

func (m *Matcher) mark(folded []byte) (from, to int) {
	if i := bytes.Index(folded, m.whole); i >= 0 && len(m.whole) > 0 {
		return i, i + len(m.whole)
	}
	for k := range m.terms {
		one := &m.terms[k]
		if one.find != nil {
			if from, to = one.find.span(folded, m.query.Case); from < to {
				return from, to
			}
		} else if i := bytes.Index(folded, one.word); i >= 0 && len(one.word) > 0 {
			return i, i + len(one.word)
		}
	}
	return 0, 0
}
