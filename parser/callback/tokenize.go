package callback

import (
	"slices"
	"sort"
	"sync"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// Work is what collecting tokens asks of the one who does.
type Work struct {
	// Beat gives others a turn and reports whether to go on.
	Beat func(done, total, tokens int) bool
	// Hold makes room for one more token and reports whether there is some.
	Hold func(document.Item) bool
	// Unread reports whether more of the body is to come, so that a token that
	// its end cuts does not count.
	Unread func() bool
	// Odd takes what stands where tokens do and is none.
	Odd func(document.Item)
}

// Collect gathers the tokens that stand in result, whether they are rows of
// tables, single elements, an array, or the one object that there is.
func Collect(result document.Item, w Work) *Tokens {
	t := &Tokens{
		Item:     result,
		doc:      result.Document().Flat(),
		cache:    tagCaches.Get().(*tagCache),
		obstacle: ObstacleUnread,
		tally:    tally{last: noNumber},
	}
	d := result.Document().Flat()
	if result.Ref().Row != flat.NoRow {
		return t
	}
	for i := result.Ref().Node + 1; i < d.Nodes[result.Ref().Node].Next; i = d.Nodes[i].Next {
		n := &d.Nodes[i]
		if !d.IsNamed(n, "WordsGeneralizeToken") || n.Kind == flat.KindAttribute || n.Flags&flat.FlagSuperseded != 0 {
			continue
		}
		if n.Kind != flat.KindArray {
			t.addNode(i, w)
			continue
		}
		for k := i + 1; k < n.Next; k = d.Nodes[k].Next {
			t.addNode(k, w)
		}
	}
	t.sortByOffset(w)
	t.settle(w)
	t.cache.reset()
	tagCaches.Put(t.cache)
	t.cache, t.scratch = nil, nil
	return t
}

// addNode adds the token that node i is, or the rows of the table there.
func (t *Tokens) addNode(i int32, w Work) {
	switch t.doc.Nodes[i].Kind {
	case flat.KindTable:
		t.addTable(i, w)
	case flat.KindElement, flat.KindObject:
		if it := t.Item.Document().Item(flat.RefTo(i)); it.Partial() && (w.Unread() || !it.Child("Word").Ok()) {
			return // the rest of it is in what was not read, or was cut before its word
		}
		if t.unread = t.unread || !w.Hold(t.Item.Document().Item(flat.RefTo(i))); t.unread {
			return
		}
		if t.addSingle(i); t.Len()%beatEvery == 0 {
			w.Beat(t.Len(), 0, t.Len())
		}
	case flat.KindComment, flat.KindProcInst, flat.KindDirective:
	default:
		w.Odd(t.Item.Document().Item(flat.RefTo(i)))
	}
}

func (t *Tokens) addSingle(i int32) {
	it := t.Item.Document().Item(flat.RefTo(i))
	if t.words == nil {
		t.makeFew()
	}
	t.runs = append(t.runs, tokenRun{int32(t.Len()), i, flat.NoRow})
	word, flags := it.Child("Word").Single(), tokenFlags(0)
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
	pos := t.valueOf(it.Child("Pos").Single())
	t.addTag(pos, flat.Span{Start: 0, End: uint32(len(pos))})
	t.offsets = append(t.offsets, integer(t.valueOf(it.Child("Offset").Single())))
	t.lengths = append(t.lengths, integer(t.valueOf(it.Child("Length").Single())))
	t.count(t.Len() - 1)
	t.noteSingle(it)
}

// makeFew makes room for the few words of a body that has no table of them.
func (t *Tokens) makeFew() {
	const few = 8
	t.runs = make([]tokenRun, 0, few)
	t.words = make([]flat.Span, 0, few)
	t.flags = make([]tokenFlags, 0, few)
	t.tags = make([]uint16, 0, few)
	t.offsets = make([]int32, 0, few)
	t.lengths = make([]int32, 0, few)
	t.names = slices.Grow(t.names, few)
	t.firsts = slices.Grow(t.firsts, few)
	t.counts = slices.Grow(t.counts, few)
}

// noteSingle notes whether the last token holds more than its columns have.
func (t *Tokens) noteSingle(it document.Item) {
	i, known := t.Len()-1, 0
	for _, name := range tokenFields {
		if c := it.Child(name); c.Ok() && t.hasAll(i, name, c) {
			known++
		}
	}
	if it.Count() > known || it.Leaf() && it.Value() != "" {
		t.flags[i] |= tokenRest
	}
}

// valueOf returns the value of a leaf until it is called again.
func (t *Tokens) valueOf(it document.Item) []byte {
	if !it.Ok() {
		return nil
	}
	n := &t.doc.Nodes[it.Ref().Node]
	if n.Kind == flat.KindElement && n.Next == it.Ref().Node+2 {
		n = &t.doc.Nodes[it.Ref().Node+1]
	}
	switch n.Kind {
	case flat.KindText, flat.KindCData, flat.KindString, flat.KindNumber, flat.KindBool, flat.KindNull:
		t.scratch = t.doc.AppendNode(t.scratch[:0], n)
	default:
		t.scratch = append(t.scratch[:0], it.Value()...)
	}
	return t.scratch
}

// wordSpan returns the bytes in which the value of a Word is written.
func (t *Tokens) wordSpan(word document.Item) flat.Span {
	if !word.Ok() {
		return flat.Span{}
	}
	n := &t.doc.Nodes[word.Ref().Node]
	if n.Kind == flat.KindElement && n.Next == word.Ref().Node+2 {
		return t.doc.Nodes[word.Ref().Node+1].Value
	}
	return n.Value
}

// plainWord reports whether the value of a Word is just its bytes.
func (t *Tokens) plainWord(word document.Item) bool {
	n := &t.doc.Nodes[word.Ref().Node]
	if n.Kind == flat.KindElement && n.Next > word.Ref().Node+1 {
		n = &t.doc.Nodes[word.Ref().Node+1]
	}
	return n.Flags&flat.FlagEscaped == 0
}

// addTable adds every row of the table that node i is.
func (t *Tokens) addTable(i int32, w Work) {
	tab := &t.doc.Tables[t.doc.Nodes[i].Value.Start]
	t.runs = append(t.runs, tokenRun{int32(t.Len()), i, 0})
	t.grow(tab.Size, w)
	for k := range tab.Chunks {
		w.Beat(k*flat.ChunkRows, tab.Size, k*flat.ChunkRows)
		t.addRows(tab, &tab.Chunks[k])
	}
}

// addRows adds the rows of a chunk, column by column.
func (t *Tokens) addRows(tab *flat.Table, rows *flat.Chunk) {
	from, d := t.Len(), t.doc
	var flags tokenFlags
	word := tab.Find("Word")
	switch {
	case word < 0:
		flags = tokenNoWord
	case tab.Columns[word].Escaped:
		flags = tokenWordEscaped
	}
	pos, offset, length := tab.Find("Pos"), tab.Find("Offset"), tab.Find("Length")
	if chars.One(word >= 0)+chars.One(pos >= 0)+chars.One(offset >= 0)+chars.One(length >= 0) < len(tab.Columns) {
		flags |= tokenRest
	}
	for i := range rows.Rows {
		t.words = append(t.words, tab.Value(rows, i, word))
		t.flags = append(t.flags, flags)
	}
	for i := range rows.Rows {
		t.addTag(d.Text, tab.Value(rows, i, pos))
	}
	t.offsets = t.addNumbers(t.offsets, tab, rows, offset)
	t.lengths = t.addNumbers(t.lengths, tab, rows, length)
	t.count(from)
}

// addNumbers adds a column of numbers to a list, and notes of which tokens the value
// is none.
func (t *Tokens) addNumbers(to []int32, tab *flat.Table, rows *flat.Chunk, column int) []int32 {
	for i := range rows.Rows {
		value := t.doc.BytesOf(tab.Value(rows, i, column))
		n := integer(value)
		if n == noNumber && len(value) > 0 {
			t.flags[len(to)] |= tokenRest
		}
		to = append(to, n)
	}
	return to
}

// grow makes room for n more tokens, column by column: room for a million is
// work in itself.
func (t *Tokens) grow(n int, w Work) {
	t.words = withRoom(t.words, n)
	w.Beat(0, n, 0)
	t.flags = withRoom(t.flags, n)
	t.tags = withRoom(t.tags, n)
	w.Beat(0, n, 0)
	t.offsets = withRoom(t.offsets, n)
	w.Beat(0, n, 0)
	t.lengths = withRoom(t.lengths, n)
}

// withRoom returns a list with room for n more: for no others in the first one, as most
// bodies have one table, and for half as many again where one table follows another.
func withRoom[T any](list []T, n int) []T {
	if cap(list)-len(list) >= n {
		return list
	}
	return append(make([]T, 0, len(list)+max(n, len(list)/2)), list...)
}

// beatEvery is how many tokens are worked on between two pulses.
const beatEvery = 1024

// maxTags is how many different parts of speech are told apart; further ones
// share the last place. A body that has more is not a segmentation.
const maxTags = 1<<16 - 1

// tagCache remembers where parts of speech stand among the names: a table by
// their letters for the usual few, a map for the rest.
type tagCache struct {
	quick [256]struct {
		letters uint64
		tag     uint16
	}
	all map[string]uint16
}

// tagCaches are empty. A log has thousands of bodies of few words, for which clearing
// one is less work than making it.
var tagCaches = sync.Pool{New: func() any { return &tagCache{all: make(map[string]uint16)} }}

// reset empties the cache. A map that has become large is left to the collector.
func (c *tagCache) reset() {
	const many = 256
	all := c.all
	if len(all) > many {
		all = make(map[string]uint16)
	}
	clear(all)
	*c = tagCache{all: all}
}

// tag returns the index among the names of the part of speech at s of text.
func (t *Tokens) tag(text []byte, s flat.Span) uint16 {
	const longest = 7 // letters, so that their number fits beside them in a word
	n := s.Len()
	if n > longest {
		return t.longTag(string(text[s.Start:s.End]))
	}
	letters := chars.ShortWord(text, int(s.Start), n) | uint64(n+1)<<56
	slot := &t.cache.quick[letters*0x9E3779B97F4A7C15>>56]
	if slot.letters != letters {
		slot.letters, slot.tag = letters, t.longTag(string(text[s.Start:s.End]))
	}
	return slot.tag
}

// addTag adds the part of speech that stands at s of text to the next token.
func (t *Tokens) addTag(text []byte, s flat.Span) {
	tag := t.tag(text, s)
	t.counts[tag]++
	t.tags = append(t.tags, tag)
}

// longTag does what tag does, without the table.
func (t *Tokens) longTag(pos string) uint16 {
	i, ok := t.cache.all[pos]
	if !ok {
		i = t.newTag(pos)
	}
	return i
}

func (t *Tokens) newTag(pos string) uint16 {
	if len(t.names) < maxTags {
		t.names = append(t.names, pos)
		t.firsts = append(t.firsts, int32(len(t.tags)))
		t.counts = append(t.counts, 0)
	}
	i := uint16(len(t.names) - 1)
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
func (t *Tokens) sortByOffset(w Work) {
	if !t.tally.unsorted {
		return
	}
	t.order = make([]int32, t.Len())
	for i := range t.order {
		t.order[i] = int32(i)
	}
	for start := 0; start < len(t.order); start += beatEvery {
		run := t.order[start:min(start+beatEvery, len(t.order))]
		sort.SliceStable(run, func(a, b int) bool { return t.offsets[run[a]] < t.offsets[run[b]] })
		w.Beat(start, len(t.order), start)
	}
	t.mergeRuns(w)
}

// mergeRuns merges sorted runs of order, each twice as long as the last time,
// and pulses in between: there may be a million tokens.
func (t *Tokens) mergeRuns(w Work) {
	from, to := t.order, make([]int32, len(t.order))
	for size := beatEvery; size < len(from); size *= 2 {
		for start := 0; start < len(from); start += 2 * size {
			t.merge(
				to[start:start],
				from[start:min(start+size, len(from))],
				from[min(start+size, len(from)):min(start+2*size, len(from))],
				w,
			)
		}
		from, to = to, from
	}
	t.order = from
}

func (t *Tokens) merge(to, a, b []int32, w Work) {
	for len(a) > 0 || len(b) > 0 {
		if len(to)%beatEvery == 0 {
			w.Beat(len(to), len(t.order), len(to))
		}
		if len(b) == 0 || len(a) > 0 && t.offsets[a[0]] <= t.offsets[b[0]] {
			to, a = append(to, a[0]), a[1:]
		} else {
			to, b = append(to, b[0]), b[1:]
		}
	}
}
