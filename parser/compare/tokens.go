package compare

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/callbacklens/callbacklens/parser"
)

// side is the tokens of one side, sorted by their places.
type side struct {
	tokens *parser.Tokens
	at     []placed
	text   []byte  // the words, in that order
	none   []int32 // the tokens that have no place
	tiles  bool    // the words are the text
}

// placed is a token with its place, and its word in the text of its side.
type placed struct {
	start, end int32
	token      int32
	from, to   uint32
}

// alignTokens pairs the tokens of both sides by their places.
//
// Where the tokens of both sides rebuild a text, places are those in that text; else they
// are offsets as they stand. Where the texts are not the same, or the offsets of both
// cannot be of one text, what the words make one behind the other is brought into line
// first. What has the same place and the same word is paired; what is left is put
// together where it overlaps.
func alignTokens(w *work, r *Result) {
	left, right := newSide(w, r.Left.Tokens()), newSide(w, r.Right.Tokens())
	if w.stopped {
		return
	}
	tiles := left.tiles && right.tiles
	r.ByText = !bytes.Equal(left.text, right.text) && (tiles || contradict(w, left, right))
	if tiles || r.ByText {
		left.measure()
		right.measure()
	}
	if r.ByText {
		bringIntoLine(w, left, right)
	}
	r.left, r.right = make([]int32, 0, left.tokens.Len()), make([]int32, 0, right.tokens.Len())
	m := &matcher{work: w, r: r, left: left, right: right}
	m.pair()
	m.paired, m.changes = m.changes, nil
	m.group(m.restLeft, m.restRight)
	m.unplaced()
	m.finish()
}

func newSide(w *work, t *parser.Tokens) *side {
	s := &side{tokens: t}
	_, obstacle := t.Text()
	s.tiles = obstacle || t.Len() == 0
	s.at = make([]placed, 0, t.Len())
	var scratch []byte
	for i := range t.Len() {
		if !w.step() {
			return s
		}
		start, ok := t.Offset(i)
		if !ok {
			s.none = append(s.none, int32(i))
			continue
		}
		length, ok := t.Length(i)
		if !ok {
			length, _ = t.Size(i, &scratch)
		}
		s.at = append(s.at, placed{start: int32(start), end: int32(start + max(length, 0)), token: int32(i)})
	}
	s.at = ordered(s.at, byPlace)
	for i := range s.at {
		if !w.step() {
			return s
		}
		s.at[i].from = uint32(len(s.text))
		s.text = t.AppendWord(s.text, int(s.at[i].token))
		s.at[i].to = uint32(len(s.text))
	}
	return s
}

// ordered returns tokens in an order; those that stand in it are returned as they are.
func ordered(all []placed, by func(a, b *placed) int) []placed {
	order, is := make([]int, len(all)), true
	for i := range all {
		order[i] = i
		is = is && (i == 0 || by(&all[i-1], &all[i]) <= 0)
	}
	if is {
		return all
	}
	slices.SortStableFunc(order, func(a, b int) int { return by(&all[a], &all[b]) })
	sorted := make([]placed, len(all))
	for i, k := range order {
		sorted[i] = all[k]
	}
	return sorted
}

func byPlace(a, b *placed) int {
	return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.token, b.token))
}

// measure makes the places those in the text, in bytes.
func (s *side) measure() {
	for i := range s.at {
		s.at[i].start, s.at[i].end = int32(s.at[i].from), int32(s.at[i].to)
	}
}

func (s *side) word(p *placed) []byte { return s.text[p.from:p.to] }

func (s *side) tag(p *placed) string { return s.tokens.Pos(int(p.token)) }

// matcher pairs tokens.
type matcher struct {
	*work
	r                   *Result
	left, right         *side
	restLeft, restRight []placed // that have no partner
	// The changes, each list in the order of their places: what is paired by its
	// place, and all else.
	paired, changes []change
}

// change is a Change on the way.
type change struct {
	Change
	start int32
}

// pair pairs what has the same place and the same word.
func (m *matcher) pair() {
	l, r := m.left.at, m.right.at
	for len(l) > 0 && len(r) > 0 {
		if !m.step() {
			return
		}
		switch c := cmp.Or(cmp.Compare(l[0].start, r[0].start), cmp.Compare(l[0].end, r[0].end)); {
		case c < 0:
			m.restLeft, l = append(m.restLeft, l[0]), l[1:]
		case c > 0:
			m.restRight, r = append(m.restRight, r[0]), r[1:]
		default:
			nl, nr := alike(l), alike(r)
			m.pairIn(l[:nl], r[:nr])
			l, r = l[nl:], r[nr:]
		}
	}
	m.restLeft, m.restRight = append(m.restLeft, l...), append(m.restRight, r...)
}

// alike returns how many tokens from the first on have its place.
func alike(all []placed) int {
	n := 1
	for n < len(all) && all[n].start == all[0].start && all[n].end == all[0].end {
		n++
	}
	return n
}

// pairIn pairs tokens of one place: first those of the same word and tag, then those of
// the same word.
func (m *matcher) pairIn(l, r []placed) {
	if len(l) > 1 || len(r) > 1 {
		l, r = m.sorted(m.left, l), m.sorted(m.right, r)
	}
	l, r = m.merge(l, r, true)
	l, r = m.merge(l, r, false)
	m.restLeft, m.restRight = append(m.restLeft, l...), append(m.restRight, r...)
}

// sorted returns tokens in the order of their words and tags.
func (m *matcher) sorted(s *side, of []placed) []placed {
	return ordered(of, func(a, b *placed) int {
		return cmp.Or(bytes.Compare(s.word(a), s.word(b)), cmp.Compare(s.tag(a), s.tag(b)))
	})
}

// merge pairs what is equal in two lists in the order of their words and tags, and
// returns what is left of them.
func (m *matcher) merge(l, r []placed, tags bool) (restLeft, restRight []placed) {
	i, k := 0, 0
	for i < len(l) && k < len(r) {
		c := bytes.Compare(m.left.word(&l[i]), m.right.word(&r[k]))
		if c == 0 && tags {
			c = cmp.Compare(m.left.tag(&l[i]), m.right.tag(&r[k]))
		}
		switch {
		case c < 0:
			restLeft, i = append(restLeft, l[i]), i+1
		case c > 0:
			restRight, k = append(restRight, r[k]), k+1
		default:
			sort := Same
			if !tags {
				sort = Retagged
			}
			m.one(sort, l[i].start, l[i].token, r[k].token)
			i, k = i+1, k+1
		}
	}
	return append(restLeft, l[i:]...), append(restRight, r[k:]...)
}

// one notes a change with one token on a side, or none, which is -1.
func (m *matcher) one(sort Sort, start, left, right int32) {
	c := m.change(sort, start)
	if left >= 0 {
		m.r.left, c.leftMany = append(m.r.left, left), 1
	}
	if right >= 0 {
		m.r.right, c.rightMany = append(m.r.right, right), 1
	}
}

// change notes a change that has no tokens yet.
func (m *matcher) change(sort Sort, start int32) *change {
	m.changes = append(m.changes, change{
		Change{Sort: sort, left: int32(len(m.r.left)), right: int32(len(m.r.right))}, start})
	return &m.changes[len(m.changes)-1]
}

// group puts together what overlaps.
func (m *matcher) group(l, r []placed) {
	l, r = ordered(l, byPlace), ordered(r, byPlace)
	for len(l) > 0 || len(r) > 0 {
		if !m.step() {
			return
		}
		nl, nr := overlapping(l, r)
		m.classify(l[:nl], r[:nr])
		l, r = l[nl:], r[nr:]
	}
}

// overlapping returns how many tokens of each side, from the first on, cover one
// stretch of the text together.
func overlapping(l, r []placed) (nl, nr int) {
	var end int32
	if len(r) == 0 || len(l) > 0 && l[0].start <= r[0].start {
		nl, end = 1, l[0].end
	} else {
		nr, end = 1, r[0].end
	}
	for {
		switch {
		case nl < len(l) && l[nl].start < end:
			end = max(end, l[nl].end)
			nl++
		case nr < len(r) && r[nr].start < end:
			end = max(end, r[nr].end)
			nr++
		default:
			return nl, nr
		}
	}
}

// classify says what has become of tokens that cover one stretch.
func (m *matcher) classify(l, r []placed) {
	switch {
	case len(r) == 0:
		for i := range l {
			m.one(Gone, l[i].start, l[i].token, -1)
		}
	case len(l) == 0:
		for i := range r {
			m.one(Added, r[i].start, -1, r[i].token)
		}
	case len(l) == 1 && parts(m.left, &l[0], m.right, r):
		m.several(Split, l, r)
	case len(r) == 1 && parts(m.right, &r[0], m.left, l):
		m.several(Merged, l, r)
	default:
		m.several(Changed, l, r)
	}
}

func (m *matcher) several(sort Sort, l, r []placed) {
	c := m.change(sort, min(l[0].start, r[0].start))
	c.leftMany, c.rightMany = int32(len(l)), int32(len(r))
	for i := range l {
		m.r.left = append(m.r.left, l[i].token)
	}
	for i := range r {
		m.r.right = append(m.r.right, r[i].token)
	}
}

// parts reports whether one token is cut into several others, without a gap.
func parts(of *side, whole *placed, in *side, all []placed) bool {
	if len(all) < 2 || all[0].start != whole.start {
		return false
	}
	word, at := of.word(whole), whole.start
	for i := range all {
		part := in.word(&all[i])
		if all[i].start != at || !bytes.HasPrefix(word, part) {
			return false
		}
		word, at = word[len(part):], all[i].end
	}
	return len(word) == 0 && at == whole.end
}

// unplaced pairs tokens without a place one by one as they stand.
func (m *matcher) unplaced() {
	const last = 1<<31 - 1
	l, r := m.left.none, m.right.none
	for i := range max(len(l), len(r)) {
		both := i < len(l) && i < len(r)
		switch {
		case both && m.left.tokens.Word(int(l[i])) == m.right.tokens.Word(int(r[i])):
			sort := Same
			if m.left.tokens.Pos(int(l[i])) != m.right.tokens.Pos(int(r[i])) {
				sort = Retagged
			}
			m.one(sort, last, l[i], r[i])
			continue
		case i < len(l):
			m.one(Gone, last, l[i], -1)
		}
		if i < len(r) {
			m.one(Added, last, -1, r[i])
		}
	}
}

// finish puts the changes in order.
func (m *matcher) finish() {
	all := make([]Change, 0, len(m.paired)+len(m.changes))
	k := 0
	for i := range m.paired {
		for ; k < len(m.changes) && m.changes[k].start < m.paired[i].start; k++ {
			all = append(all, m.changes[k].Change)
		}
		all = append(all, m.paired[i].Change)
	}
	for ; k < len(m.changes); k++ {
		all = append(all, m.changes[k].Change)
	}
	m.r.Tokens = all
}
