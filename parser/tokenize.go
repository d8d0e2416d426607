package parser

import (
	"sort"
	"strconv"
)

// tokensOf collects the tokens that stand in result, whether they are rows of
// tables, single elements, an array, or the one object that there is.
func tokensOf(result Item, in *inspection) *Tokens {
	t := &Tokens{Item: result, doc: result.doc, cache: new(tagCache)}
	d := result.doc
	if result.row != noRow {
		return t
	}
	for i := result.node + 1; i < d.nodes[result.node].next; i = d.nodes[i].next {
		n := &d.nodes[i]
		if !d.isNamed(n, "WordsGeneralizeToken") || n.kind == KindAttribute {
			continue
		}
		if n.kind != KindArray {
			t.addNode(i, in)
			continue
		}
		for k := i + 1; k < n.next; k = d.nodes[k].next {
			t.addNode(k, in)
		}
	}
	t.sortByOffset(in)
	t.cache = nil
	return t
}

// addNode adds the token that node i is, or the rows of the table there.
func (t *Tokens) addNode(i int32, in *inspection) {
	switch t.doc.nodes[i].kind {
	case kindTable:
		t.addTable(i, in)
	case KindElement, KindObject:
		t.addSingle(i)
	}
}

func (t *Tokens) addSingle(i int32) {
	it := t.doc.item(i)
	t.runs = append(t.runs, tokenRun{int32(t.Len()), i, noRow})
	word, flags := it.Child("Word").single(), tokenFlags(0)
	switch {
	case !word.Ok():
		flags |= tokenNoWord
	case !t.plainWord(word):
		flags |= tokenWordEscaped
	}
	if it.Partial() {
		flags |= tokenPartial
	}
	t.words = append(t.words, t.wordSpan(word))
	t.flags = append(t.flags, flags)
	t.tags = append(t.tags, t.tag([]byte(it.Child("Pos").single().Value())))
	t.offsets = append(t.offsets, integer([]byte(it.Child("Offset").single().Value())))
	t.lengths = append(t.lengths, integer([]byte(it.Child("Length").single().Value())))
}

// wordSpan returns the bytes in which the value of a Word is written.
func (t *Tokens) wordSpan(word Item) Span {
	if !word.Ok() {
		return Span{}
	}
	n := &t.doc.nodes[word.node]
	if n.kind == KindElement && n.next == word.node+2 {
		return t.doc.nodes[word.node+1].value
	}
	return n.value
}

// plainWord reports whether the value of a Word is just its bytes.
func (t *Tokens) plainWord(word Item) bool {
	n := &t.doc.nodes[word.node]
	if n.kind == KindElement && n.next > word.node+1 {
		n = &t.doc.nodes[word.node+1]
	}
	return n.flags&flagEscaped == 0
}

// addTable adds every row of the table that node i is.
func (t *Tokens) addTable(i int32, in *inspection) {
	tab := &t.doc.tables[t.doc.nodes[i].value.Start]
	t.runs = append(t.runs, tokenRun{int32(t.Len()), i, 0})
	word, pos := tab.find("Word"), tab.find("Pos")
	offset, length := tab.find("Offset"), tab.find("Length")
	var flags tokenFlags
	switch {
	case word < 0:
		flags = tokenNoWord
	case tab.columns[word].escaped:
		flags = tokenWordEscaped
	}
	t.grow(tab.size)
	cell := func(row, col int) Span {
		if col < 0 {
			return Span{}
		}
		return tab.cell(row, col)
	}
	for row := range tab.size {
		if row%beatEvery == 0 && !in.beat(row, tab.size, row) {
			return
		}
		t.words = append(t.words, cell(row, word))
		t.flags = append(t.flags, flags)
		t.tags = append(t.tags, t.tag(t.doc.bytesOf(cell(row, pos))))
		t.offsets = append(t.offsets, integer(t.doc.bytesOf(cell(row, offset))))
		t.lengths = append(t.lengths, integer(t.doc.bytesOf(cell(row, length))))
	}
}

// grow makes room for n more tokens.
func (t *Tokens) grow(n int) {
	n += t.Len()
	t.words = append(make([]Span, 0, n), t.words...)
	t.flags = append(make([]tokenFlags, 0, n), t.flags...)
	t.tags = append(make([]uint16, 0, n), t.tags...)
	t.offsets = append(make([]int32, 0, n), t.offsets...)
	t.lengths = append(make([]int32, 0, n), t.lengths...)
}

// beatEvery is how many tokens are worked on between two pulses.
const beatEvery = 4096

// maxTags is how many different parts of speech are told apart; further ones
// share the last place. A body that has more is no segmentation.
const maxTags = 1<<16 - 1

// tagCache remembers where parts of speech stand among the names: a table by
// their first bytes for the usual few, a map for the rest.
type tagCache struct {
	quick [256]uint16
	all   map[string]uint16
}

// tag returns the index of a part of speech among the names.
func (t *Tokens) tag(pos []byte) uint16 {
	slot := len(pos)
	for _, c := range pos {
		slot = slot*31 + int(c)
	}
	slot &= 255
	if i := t.cache.quick[slot]; int(i) < len(t.names) && t.names[i] == string(pos) {
		return i
	}
	i, ok := t.cache.all[string(pos)]
	if !ok {
		i = t.newTag(string(pos))
	}
	t.cache.quick[slot] = i
	return i
}

func (t *Tokens) newTag(pos string) uint16 {
	if len(t.names) < maxTags {
		t.names = append(t.names, pos)
	}
	i := uint16(len(t.names) - 1)
	if t.cache.all == nil {
		t.cache.all = make(map[string]uint16)
	}
	t.cache.all[pos] = i
	return i
}

// integer reads a number as the body writes it, noNumber if it is none.
func integer(b []byte) int32 {
	if len(b) == 0 || len(b) > 10 {
		return noNumber
	}
	n := int64(0)
	digits := b
	if b[0] == '-' {
		digits = b[1:]
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return noNumber
		}
		n = n*10 + int64(c-'0')
	}
	if len(digits) == 0 || n > 1<<31-1 {
		return noNumber
	}
	if b[0] == '-' {
		n = -n
	}
	return int32(n)
}

// sortByOffset makes order where the tokens do not stand in that of their
// offsets. Tokens without an offset come first.
func (t *Tokens) sortByOffset(in *inspection) {
	sorted := true
	last := int32(noNumber)
	for _, o := range t.offsets {
		if o == noNumber {
			continue
		}
		sorted = sorted && o >= last
		last = o
	}
	if sorted {
		return
	}
	t.order = make([]int32, t.Len())
	for i := range t.order {
		t.order[i] = int32(i)
	}
	for start := 0; start < len(t.order); start += beatEvery {
		run := t.order[start:min(start+beatEvery, len(t.order))]
		sort.SliceStable(run, func(a, b int) bool { return t.offsets[run[a]] < t.offsets[run[b]] })
		in.beat(start, len(t.order), start)
	}
	t.mergeRuns(in)
}

// mergeRuns merges sorted runs of order, each twice as long as the last time,
// and pulses in between: there may be a million tokens.
func (t *Tokens) mergeRuns(in *inspection) {
	from, to := t.order, make([]int32, len(t.order))
	for size := beatEvery; size < len(from); size *= 2 {
		for start := 0; start < len(from); start += 2 * size {
			t.merge(to[start:start], from[start:min(start+size, len(from))], from[min(start+size, len(from)):min(start+2*size, len(from))], in)
		}
		from, to = to, from
	}
	t.order = from
}

func (t *Tokens) merge(to, a, b []int32, in *inspection) {
	for len(a) > 0 || len(b) > 0 {
		if len(to)%beatEvery == 0 {
			in.beat(len(to), len(t.order), len(to))
		}
		if len(b) == 0 || len(a) > 0 && t.offsets[a[0]] <= t.offsets[b[0]] {
			to, a = append(to, a[0]), a[1:]
		} else {
			to, b = append(to, b[0]), b[1:]
		}
	}
}

// measure is the length of a word in each unit.
type measure struct {
	runes, utf16, bytes int
}

// in returns the length in unit u; the first two units agree where u is UnitAny.
func (m measure) in(u Unit) int {
	switch u {
	case UnitUTF16:
		return m.utf16
	case UnitBytes:
		return m.bytes
	}
	return m.runes
}

// measure measures the word of token i.
func (t *Tokens) measure(i int) measure {
	if t.flags[i]&tokenWordEscaped != 0 {
		return measureBytes(t.AppendWord(nil, i))
	}
	return measureBytes(t.doc.bytesOf(t.words[i]))
}

// measureBytes counts the characters of b by the bytes that begin one. Bytes
// that are no UTF-8 count as they may.
func measureBytes(b []byte) measure {
	m := measure{bytes: len(b)}
	for _, c := range b {
		if c&0xC0 != 0x80 {
			m.runes++
			if c >= 0xF0 {
				m.utf16++ // beyond U+FFFF: two units
			}
		}
	}
	m.utf16 += m.runes
	return m
}

// judge finds the unit that fits the lengths of the tokens. A few that fit no
// unit do not outvote the others. beat is called now and then; work ends when
// it says so.
func (t *Tokens) judge(beat func(done int) bool) {
	var seen, runes, utf16, bytes int
	for i := range t.words {
		if i%beatEvery == 0 && !beat(i) {
			return
		}
		length := int(t.lengths[i])
		if t.flags[i]&(tokenPartial|tokenNoWord) != 0 || t.lengths[i] == noNumber || t.words[i].Len() == 0 {
			continue
		}
		m := t.measure(i)
		seen++
		runes += one(m.runes == length)
		utf16 += one(m.utf16 == length)
		bytes += one(m.bytes == length)
	}
	best := max(runes, utf16, bytes)
	switch {
	case seen == 0 || best*2 < seen:
		t.Unit = UnitUnknown
	case runes == best && utf16 == best:
		t.Unit = UnitAny
	case runes == best:
		t.Unit = UnitRunes
	case utf16 == best:
		t.Unit = UnitUTF16
	default:
		t.Unit = UnitBytes
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// tiles reports whether the tokens follow each other from 0 on without gap or
// overlap, each as long as its word.
func (t *Tokens) tiles() bool {
	if t.Unit == UnitUnknown {
		return false
	}
	at := 0
	for p := range t.Pieces() {
		if p.Token < 0 || p.Overlap {
			return false
		}
		length, ok := t.Length(p.Token)
		if !ok || t.measure(p.Token).in(t.Unit) != length {
			return false
		}
		at += length
	}
	return at > 0
}

func decimal(n int) string { return strconv.Itoa(n) }
