package tokens

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"github.com/callbacklens/callbacklens/parser"
)

// tokenColumn is a column of the token table.
type tokenColumn uint8

// The columns, in their order.
const (
	columnNumber tokenColumn = iota
	columnWord
	columnPos
	columnOffset
	columnLength
)

// tokenOrder says how rows of tokens are sorted.
type tokenOrder struct {
	column     tokenColumn
	descending bool
}

// natural reports whether it is the order in which the tokens stand.
func (o tokenOrder) natural() bool { return o == tokenOrder{} }

// next returns the order after a press on the header of column c: ascending,
// then descending, then as the tokens stand.
func (o tokenOrder) next(c tokenColumn) tokenOrder {
	switch {
	case o.column != c:
		return tokenOrder{column: c}
	case !o.descending:
		return tokenOrder{c, true}
	}
	return tokenOrder{}
}

// aria returns what aria-sort says in the header of column c.
func (o tokenOrder) aria(c tokenColumn) string {
	switch {
	case o.column != c:
		return "none"
	case o.descending:
		return "descending"
	}
	return "ascending"
}

// missing is the key of a token that lacks what is sorted by: it comes last,
// whatever the direction.
const missing = math.MaxUint64

// keyed is a token with what it is sorted by.
type keyed struct {
	key   uint64
	token int32
	more  bool // the key has only the beginning of it
}

// sortTokens sorts tokens by o. What is equal stays in the order of the
// tokens. Words go by the code points of their characters. It calls goOn from
// time to time and gives up when that says so.
func sortTokens(t *parser.Tokens, tokens []int32, o tokenOrder, goOn func() bool) {
	if o.natural() {
		return
	}
	key := sortKey(t, o.column)
	rows := make([]keyed, len(tokens))
	for k, i := range tokens {
		if k%4096 == 4095 && !goOn() {
			return
		}
		rows[k].token = i
		rows[k].key, rows[k].more = key(int(i))
		if o.descending && rows[k].key != missing {
			rows[k].key = missing - 1 - rows[k].key
		}
	}
	rows = radixSort(rows, goOn)
	if o.column == columnWord {
		sortTies(t, rows, o.descending, goOn)
	}
	for k := range rows {
		tokens[k] = rows[k].token
	}
}

// sortKey returns what gives the key of a token in a column, and tells whether that has
// only the beginning of what is sorted by.
func sortKey(t *parser.Tokens, c tokenColumn) func(i int) (key uint64, more bool) {
	switch c {
	case columnWord:
		var buf []byte
		return func(i int) (uint64, bool) {
			buf = t.AppendWord(buf[:0], i)
			return wordKey(buf), len(buf) > keyBytes
		}
	case columnPos:
		rank := tagRanks(t.Tags())
		return func(i int) (uint64, bool) { return rank[t.Tag(i)], false }
	case columnOffset:
		return func(i int) (uint64, bool) { return numberKey(t.Offset(i)), false }
	case columnLength:
		return func(i int) (uint64, bool) { return numberKey(t.Length(i)), false }
	}
	return func(i int) (uint64, bool) { return uint64(i), false }
}

// keyBytes is how many bytes of a word its key has.
const keyBytes = 8

// wordKey packs the first bytes of a word so that keys compare as the
// words do.
func wordKey(word []byte) uint64 {
	if len(word) == 0 {
		return missing
	}
	var head [keyBytes]byte
	copy(head[:], word)
	return binary.BigEndian.Uint64(head[:])
}

func numberKey(n int, ok bool) uint64 {
	if !ok {
		return missing
	}
	return uint64(int64(n) + 1<<32)
}

// tagRanks returns the place of each tag in alphabetical order.
func tagRanks(tags []string) []uint64 {
	order := make([]int, len(tags))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return strings.Compare(strings.ToLower(tags[a]), strings.ToLower(tags[b]))
	})
	ranks := make([]uint64, len(tags))
	for rank, i := range order {
		if ranks[i] = uint64(rank); tags[i] == "" {
			ranks[i] = missing
		}
	}
	return ranks
}

// radixSort sorts rows by their keys, byte by byte from the last, leaving out
// the bytes in which all are alike. It is stable.
func radixSort(rows []keyed, goOn func() bool) []keyed {
	other := make([]keyed, len(rows))
	for shift := 0; shift < 64 && goOn(); shift += 8 {
		var starts [256]int
		for _, r := range rows {
			starts[byte(r.key>>shift)]++
		}
		if len(rows) == 0 || starts[byte(rows[0].key>>shift)] == len(rows) {
			continue
		}
		at := 0
		for b, n := range starts {
			starts[b] = at
			at += n
		}
		for _, r := range rows {
			b := byte(r.key >> shift)
			other[starts[b]] = r
			starts[b]++
		}
		rows, other = other, rows
	}
	return rows
}

// sortTies sorts the words among rows whose keys are equal by the whole of them.
func sortTies(t *parser.Tokens, rows []keyed, descending bool, goOn func() bool) {
	type worded struct {
		word string
		keyed
	}
	var words []worded
	for start := 0; start < len(rows) && goOn(); {
		end, more := start, false
		for ; end < len(rows) && rows[end].key == rows[start].key; end++ {
			more = more || rows[end].more
		}
		if tie := rows[start:end]; len(tie) > 1 && more {
			words = words[:0]
			for _, r := range tie {
				words = append(words, worded{t.Word(int(r.token)), r})
			}
			slices.SortStableFunc(words, func(a, b worded) int {
				if descending {
					a, b = b, a
				}
				return strings.Compare(a.word, b.word)
			})
			for k := range words {
				tie[k] = words[k].keyed
			}
		}
		start = end
	}
}
