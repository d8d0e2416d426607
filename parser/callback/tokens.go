package callback

import (
	"iter"
	"sort"
	"unsafe"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// Tokens are the words of a segmentation, held in columns: spans and small
// integers, so that a million of them stay cheap.
type Tokens struct {
	// Unit is what fits the lengths of these tokens.
	Unit Unit
	// Item is what holds them, the node WordsGeneralizeResult.
	Item document.Item

	doc     *flat.Doc
	runs    []tokenRun
	words   []flat.Span
	tags    []uint16 // index in names
	names   []string // parts of speech as written
	firsts  []int32  // the first token of each
	counts  []int32  // and how many tokens it has
	offsets []int32  // noNumber where there is none
	lengths []int32
	flags   []tokenFlags
	order   []int32 // by offset; nil where that is the order they stand in
	tally   tally
	unread  bool // not all of the tokens are here
	// obstacle keeps the text from being rebuilt, at token blocking.
	obstacle Obstacle
	blocking int

	cache   *tagCache // while tokens are being added
	scratch []byte    // the same
}

// tokenRun places tokens in the document: from token first on they are the
// rows of the table node, from row on, or the single node itself.
type tokenRun struct {
	first, node, row int32
}

// TokenSize is about how many bytes of memory a token takes.
const TokenSize = int(unsafe.Sizeof(flat.Span{})+unsafe.Sizeof(tokenRun{})) + 4*4

type tokenFlags uint8

const (
	tokenPartial     tokenFlags = 1 << iota // cut by the end of the body
	tokenWordEscaped                        // the word differs from its bytes
	tokenNoWord                             // there is no Word
	tokenRest                               // it holds more than the columns have
)

// tokenFields are the names of the columns on the wire.
var tokenFields = [...]string{"Word", "Pos", "Offset", "Length"}

// noNumber stands for an Offset or Length that is missing or no number.
const noNumber = -1 << 31

// Len returns how many tokens there are.
func (t *Tokens) Len() int {
	if t == nil {
		return 0
	}
	return len(t.words)
}

// Word returns the word of token i, decoded.
func (t *Tokens) Word(i int) string {
	return t.doc.CellValue(t.words[i], t.flags[i]&tokenWordEscaped != 0)
}

// AppendWord appends the word of token i, decoded, to dst.
func (t *Tokens) AppendWord(dst []byte, i int) []byte {
	return t.doc.AppendCell(dst, t.words[i], t.flags[i]&tokenWordEscaped != 0)
}

// wordKeyMixer is odd, so that multiplying by it loses nothing.
const wordKeyMixer = 0x9e3779b97f4a7c15

// WordKey returns the word of token i, decoded, and a number by which words are told
// apart: it is the same for the same word, and of words of one length, 8 bytes at most,
// another for each. What is decoded goes into scratch, which may be used again; the word
// must not be changed.
func (t *Tokens) WordKey(i int, scratch *[]byte) (word []byte, key uint64) {
	text, s := t.doc.Text, t.words[i]
	if t.flags[i]&tokenWordEscaped != 0 {
		*scratch = t.AppendWord((*scratch)[:0], i)
		text, s = *scratch, flat.Span{End: uint32(len(*scratch))}
	}
	at, end := int(s.Start), int(s.End)
	for ; at+8 <= end; at += 8 {
		key = (key ^ chars.WordAt(text, at)) * wordKeyMixer
		key ^= key >> 32
	}
	switch {
	case at == end:
	case at+8 <= len(text): // as in ShortWord, which is no call here
		key = (key ^ chars.WordAt(text, at)&(1<<((end-at)*8&63)-1)) * wordKeyMixer
	default:
		key = (key ^ chars.ShortWord(text, at, end-at)) * wordKeyMixer
	}
	return text[s.Start:end], key ^ key>>32
}

// Pos returns the part of speech of token i as it is written, "" if it has none.
func (t *Tokens) Pos(i int) string { return t.names[t.tags[i]] }

// Tag returns the index of the part of speech of token i in Tags.
func (t *Tokens) Tag(i int) int { return int(t.tags[i]) }

// Tags returns the parts of speech that occur, as written, in order of their
// first token. The slice must not be changed.
func (t *Tokens) Tags() []string { return t.names }

// TagFirst returns the index of the first token that has the part of speech with
// index i in Tags.
func (t *Tokens) TagFirst(i int) int { return int(t.firsts[i]) }

// TagCount returns how many tokens have the part of speech with index i in Tags.
func (t *Tokens) TagCount(i int) int { return int(t.counts[i]) }

// Offset returns where token i begins in the text, in the unit of t.
func (t *Tokens) Offset(i int) (int, bool) { return number(t.offsets[i]) }

// Length returns how long token i says it is, in the unit of t.
func (t *Tokens) Length(i int) (int, bool) { return number(t.lengths[i]) }

func number(n int32) (int, bool) {
	if n == noNumber {
		return 0, false
	}
	return int(n), true
}

// Partial reports whether the end of the body cut token i.
func (t *Tokens) Partial(i int) bool { return t.flags[i]&tokenPartial != 0 }

// Rest returns what stands in token i and has no column: fields of other names, and
// an Offset or a Length that is no number.
func (t *Tokens) Rest(i int) (rest []document.Item) {
	if t.flags[i]&tokenRest == 0 {
		return nil
	}
	it := t.Place(i)
	if it.Leaf() {
		return []document.Item{it}
	}
	for c := range it.Children() {
		known := false
		for _, name := range tokenFields {
			known = known || it.Child(name) == c && t.hasAll(i, name, c)
		}
		if !known {
			rest = append(rest, c)
		}
	}
	return rest
}

// Rests yields what Rest has of the first token of each run of tokens that stand in
// fields of the same names: no other token has a further one.
func (t *Tokens) Rests() iter.Seq[[]document.Item] {
	return func(yield func([]document.Item) bool) {
		for i := 0; t != nil && i < len(t.runs); i++ {
			if rest := t.Rest(int(t.runs[i].first)); len(rest) > 0 && !yield(rest) {
				return
			}
		}
	}
}

// hasAll reports whether the columns of token i have all that stands in c, its field
// of that name.
func (t *Tokens) hasAll(i int, name string, c document.Item) bool {
	for c.Kind() == document.KindArray && c.Count() == 1 {
		c = c.Nth(0)
	}
	switch {
	case !c.Leaf():
		return false
	case name == "Offset":
		return t.offsets[i] != noNumber || c.Value() == ""
	case name == "Length":
		return t.lengths[i] != noNumber || c.Value() == ""
	}
	return true
}

// Place returns the row or node that token i is.
func (t *Tokens) Place(i int) document.Item {
	r := t.runs[sort.Search(len(t.runs), func(k int) bool { return int(t.runs[k].first) > i })-1]
	if r.row == flat.NoRow {
		return t.Item.Document().Item(flat.RefTo(r.node))
	}
	return t.Item.Document().Item(flat.Ref{Node: r.node, Row: r.row + int32(i) - r.first, Cell: flat.NoCell})
}

// Index returns the index of the token that it is, or that it is part of; false
// where it is none.
func (t *Tokens) Index(it document.Item) (int, bool) {
	if t == nil || !it.Ok() || it.Document() != t.Item.Document() {
		return 0, false
	}
	at := it.Ref()
	k := sort.Search(len(t.runs), func(k int) bool { return t.runs[k].node > at.Node }) - 1
	if k < 0 {
		return 0, false
	}
	r, end := t.runs[k], t.Len()
	if k+1 < len(t.runs) {
		end = int(t.runs[k+1].first)
	}
	i := int(r.first)
	switch {
	case r.row == flat.NoRow:
		return i, at.Node < t.doc.Nodes[r.node].Next
	case at.Node != r.node:
		return 0, false
	}
	i += int(at.Row - r.row)
	return i, i < end
}

// Obstacle is what keeps the tokens from rebuilding their text.
type Obstacle uint8

// The obstacles, of which the first that is met counts.
const (
	ObstacleNone     Obstacle = iota
	ObstacleUnread            // not all tokens were read
	ObstacleNoOffset          // a token has no Offset from 0 on
	ObstacleNoWord            // a token has no Word, or not all of it
	ObstacleUnit              // it is not known what the offsets count
	ObstacleGap               // no token covers what stands before a token
	ObstacleOverlap           // a token begins before the one before it ends
	ObstacleLength            // a token is not as long as it says
)

// Obstacle returns what keeps the tokens from rebuilding their text, and the index
// of the token where that is.
func (t *Tokens) Obstacle() (o Obstacle, token int) { return t.obstacle, t.blocking }

// Piece is a part of the text that the tokens rebuild: a token, or a gap that
// no token covers.
type Piece struct {
	// Token is the index of the token, -1 for a gap.
	Token int
	// Gap is the length of the gap in the unit of the tokens.
	Gap int
	// Overlap tells that the token begins before the one before it ends.
	Overlap bool
}

// Pieces yields the tokens in order of their offsets, with the gaps between
// them. Partial tokens and those without an offset are left out.
func (t *Tokens) Pieces() iter.Seq[Piece] {
	return func(yield func(Piece) bool) {
		end := 0
		for k := range t.Len() {
			i := k
			if t.order != nil {
				i = int(t.order[k])
			}
			at, ok := t.Offset(i)
			if !ok || t.Partial(i) {
				continue
			}
			if at > end && !yield(Piece{Token: -1, Gap: at - end}) {
				return
			}
			if !yield(Piece{Token: i, Overlap: at < end}) {
				return
			}
			length, _ := t.Length(i)
			end = max(end, at+length)
		}
	}
}

// Text returns the text that the tokens rebuild, and whether they do: every one
// of them has a Word and an Offset, and they tile the text from 0 without gap or
// overlap, each as long as it says. If they do not, a remark says why.
func (t *Tokens) Text() (string, bool) {
	if t == nil || t.obstacle != ObstacleNone {
		return "", false
	}
	size := 0
	for _, w := range t.words {
		size += w.Len()
	}
	return string(t.AppendText(make([]byte, 0, size), 0, t.Len())), true
}

// AppendText appends the words of the tokens from one up to another, counted in
// the order of their offsets. Those that Pieces leaves out are left out.
func (t *Tokens) AppendText(dst []byte, from, to int) []byte {
	for i := from; i < to; i++ {
		k := i
		if t.order != nil {
			k = int(t.order[i])
		}
		if t.offsets[k] != noNumber && !t.Partial(k) {
			dst = t.AppendWord(dst, k)
		}
	}
	return dst
}

// HasWord reports whether token i has a Word at all, be it empty.
func (t *Tokens) HasWord(i int) bool { return t.flags[i]&tokenNoWord == 0 }

// Sorted reports whether the tokens stand in order of their offsets.
func (t *Tokens) Sorted() bool { return t.order == nil }

// Equal reports whether tokens a and b are the same in every field.
func (t *Tokens) Equal(a, b int) bool {
	return t.offsets[a] == t.offsets[b] && t.lengths[a] == t.lengths[b] && t.tags[a] == t.tags[b] &&
		t.Word(a) == t.Word(b)
}
