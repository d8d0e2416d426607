// Package align lays the words of a segmentation beside the text that was segmented:
// which of them stand where their offsets say, in which unit offsets count, what the
// text holds where no word is, and where the two part.
package align

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser"
)

// Units are what offsets may count, in the order of Result.Fits.
var Units = [...]parser.Unit{parser.UnitRunes, parser.UnitUTF16, parser.UnitBytes}

// Result is how words and text agree.
type Result struct {
	Words int // how many were looked for: those with an offset
	Exact int // how many stand where their offset says
	Width int // how many do but that they are of another width, full or half
	// Fits has, for each of Units, how many stand where their offset says if that is
	// what it counts.
	Fits [len(Units)]int
	// Changes are what has to be done to the text for offsets to fit it, in that order.
	Changes []Change
	Text    []byte // the text with these changes
	Parts   []Part // where words and text part, at most mostParts
	Parted  int    // how many words stand elsewhere or nowhere
	Gaps    []Gap  // what stands where no word is, in the order of the text
	Left    int    // how many bytes of Text stand behind the last word
	at      []int32
	unit    parser.Unit
	placed  int // how many words stand where the one before and their offsets say
}

// Change is something that is done to a text before it is segmented, or after.
type Change uint8

// The changes.
const (
	Unmarked   Change = iota // the mark at its beginning is taken away
	LineFeeds                // line ends become LF
	Returns                  // line ends become CRLF
	Composed                 // Unicode's form NFC
	Decomposed               // Unicode's form NFD
)

// Kind is how a word and the text part.
type Kind uint8

// The kinds.
const (
	Width   Kind = iota // the word is there in another width
	Moved               // it stands elsewhere, and what follows moves along
	Missing             // it is nowhere near
	Beyond              // the text ends before it
)

// Part is a place where words and text part.
type Part struct {
	Kind  Kind
	Token int // the first one
	Count int // of tokens, one after the other
	At    int // the byte of Text that it should stand at
	By    int // how many characters further a moved word stands, or before that if below 0
}

// Gap is a stretch of Text in which no word stands, before a token.
type Gap struct {
	Token    int
	From, To int // bytes of Text
}

// At returns the byte of Text that token i stands at, -1 if it stands nowhere.
func (r *Result) At(i int) int { return int(r.at[i]) }

// Before returns what stands between token i and the words before it; nil for nothing.
func (r *Result) Before(i int) []byte {
	at := r.At(i)
	k := sort.Search(len(r.Gaps), func(k int) bool { return r.Gaps[k].To >= at })
	if at < 0 || k == len(r.Gaps) || r.Gaps[k].Token != i {
		return nil
	}
	return r.Text[r.Gaps[k].From:at]
}

// Unit returns what offsets count: UnitAny where the text cannot tell characters from
// UTF-16 units, UnitUnknown where hardly a word stands at its place in any unit.
func (r *Result) Unit() parser.Unit { return r.unit }

// bestUnit returns the unit in which most words stand where their offset says, and
// whether these are most of the words.
func (r *Result) bestUnit() (parser.Unit, bool) {
	best := 0
	for i, n := range r.Fits {
		if n > r.Fits[best] {
			best = i
		}
	}
	if r.Fits[0] == r.Fits[1] && best < 2 {
		return parser.UnitAny, 2*r.Fits[best] > r.Words
	}
	return Units[best], 2*r.Fits[best] > r.Words
}

// Agrees reports whether every word stands where its offset says.
func (r *Result) Agrees() bool { return r.Exact == r.Words }

// mostParts is how many places are kept where words and text part.
const mostParts = 500

// Form gives a text in one of Unicode's normal forms, NFC or NFD. It is lent from
// outside: the page asks the browser.
type Form func(text []byte, name string) []byte

// Text lays the tokens beside a text. It calls goOn from time to time and returns nil
// when that says so.
func Text(t *parser.Tokens, text []byte, form Form, goOn func() bool) *Result {
	a := aligner{t: t, goOn: goOn, alive: true}
	r := &Result{Text: text, Fits: a.fits(text)}
	for a.alive && a.words > best(r.Fits) && a.improve(r, form) {
	}
	r.Words = a.words
	if u, sure := r.bestUnit(); sure {
		a.walk(r, u)
	} else {
		a.tryUnits(r)
	}
	if !a.alive {
		return nil
	}
	return r
}

func best(fits [len(Units)]int) int { return max(fits[0], fits[1], fits[2]) }

type aligner struct {
	t     *parser.Tokens
	goOn  func() bool
	alive bool
	words int
	word  []byte
	steps int
}

// pause lets others work from time to time.
func (a *aligner) pause() bool {
	if a.steps++; a.steps%512 == 0 && a.alive {
		a.alive = a.goOn()
	}
	return a.alive
}

// improve makes the change to the text of r after which most words fit, and reports
// whether one helps. A mark at the beginning may hide what else would.
func (a *aligner) improve(r *Result, form Form) bool {
	most := best(r.Fits)
	found := *r
	try := func(text []byte, changes ...Change) {
		if text == nil || bytes.Equal(text, r.Text) {
			return
		}
		if f := a.fits(text); best(f) > most {
			most = best(f)
			found.Text, found.Fits, found.Changes = text, f, append(r.Changes[:len(r.Changes):len(r.Changes)], changes...)
		}
	}
	unmarked := Unmarked.apply(r.Text, form)
	try(unmarked, Unmarked)
	for c := LineFeeds; c <= Decomposed; c++ {
		try(c.apply(r.Text, form), c)
		if unmarked != nil {
			try(c.apply(unmarked, form), Unmarked, c)
		}
	}
	improved := most > best(r.Fits)
	*r = found
	return improved
}

// apply returns a text with a change; nil where there is nothing to change.
func (c Change) apply(text []byte, form Form) []byte {
	const mark = "\ufeff"
	switch c {
	case Unmarked:
		if after, ok := bytes.CutPrefix(text, []byte(mark)); ok {
			return after
		}
	case LineFeeds:
		return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	case Returns:
		if !bytes.Contains(text, []byte("\r\n")) {
			return bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))
		}
	case Composed:
		return form(text, "NFC")
	case Decomposed:
		return form(text, "NFD")
	}
	return nil
}

// cursor is a place in a text, in bytes and in a unit.
type cursor struct {
	text   []byte
	unit   parser.Unit
	at, in int
}

// to moves the cursor ahead to a place in its unit, or to the end of the text.
func (c *cursor) to(in int) {
	if c.unit == parser.UnitBytes {
		c.at = min(c.at+in-c.in, len(c.text))
		c.in = in
		return
	}
	for c.in < in && c.at < len(c.text) {
		size := 1
		if b := c.text[c.at]; b >= utf8.RuneSelf {
			_, size = utf8.DecodeRune(c.text[c.at:])
		}
		if c.in++; size == 4 && c.unit == parser.UnitUTF16 {
			c.in++
		}
		c.at += size
	}
}

// fits returns, for each unit, how many words stand where their offset says.
func (a *aligner) fits(text []byte) (fits [len(Units)]int) {
	var cursors [len(Units)]cursor
	for i, u := range Units {
		cursors[i] = cursor{text: text, unit: u}
	}
	a.words = 0
	for p := range a.t.Pieces() {
		if !a.pause() {
			break
		}
		if p.Token < 0 {
			continue
		}
		a.words++
		offset, _ := a.t.Offset(p.Token)
		a.word = a.t.AppendWord(a.word[:0], p.Token)
		for i := range cursors {
			c := &cursors[i]
			if c.to(offset); c.in == offset && sameBut(a.word, c.text[c.at:]) >= 0 {
				fits[i]++
			}
		}
	}
	return fits
}

// tryUnits goes along words and text in each unit and keeps the way on which most
// words stand where the word before and their offsets say: an early difference moves
// all that follows.
func (a *aligner) tryUnits(r *Result) {
	given := *r
	for i, u := range Units {
		way := given
		a.walk(&way, u)
		switch {
		case i == 0 || way.placed > r.placed:
			*r = way
		case i == 1 && way.placed == r.placed:
			r.unit = parser.UnitAny
		}
	}
	if found := r.Words - r.lost(); 2*r.placed <= found || found < 2 {
		r.unit = parser.UnitUnknown
	}
}

// lost returns how many words stand nowhere.
func (r *Result) lost() (n int) {
	for _, p := range r.Parts {
		if p.Kind >= Missing {
			n += p.Count
		}
	}
	return n
}

// walk finds each word in the text of r, those that moved as well.
func (a *aligner) walk(r *Result, unit parser.Unit) {
	r.at = make([]int32, a.t.Len())
	for i := range r.at {
		r.at[i] = -1
	}
	if r.unit = unit; unit == parser.UnitAny {
		unit = parser.UnitRunes
	}
	w := walker{aligner: a, r: r, given: cursor{text: r.Text, unit: unit}, moved: cursor{text: r.Text, unit: unit}}
	for p := range a.t.Pieces() {
		if !a.pause() {
			return
		}
		if p.Token >= 0 {
			w.word(p.Token)
		}
	}
	r.Left = len(r.Text) - w.end
}

// walker goes along words and text.
type walker struct {
	*aligner
	r     *Result
	given cursor // where offsets lead
	moved cursor // where they lead once the text has moved
	by    int    // how many characters further that is, or before that if below 0
	end   int    // of what words have covered, in bytes
	lost  int    // how many words in a row were found nowhere
}

// word finds a token.
func (w *walker) word(token int) {
	offset, _ := w.t.Offset(token)
	w.aligner.word = w.t.AppendWord(w.aligner.word[:0], token)
	word := w.aligner.word
	w.given.to(offset)
	w.moved.to(offset)
	n, at := -1, w.moved.at
	if w.moved.in == offset {
		if n = sameBut(word, w.moved.text[at:]); n >= 0 {
			w.r.placed++
		}
	}
	if n < 0 {
		if at = w.search(token); at >= 0 {
			n = len(word)
			w.by += w.r.characters(w.moved.at, at)
			w.moved.at, w.moved.in = at, offset
		}
	}
	if n < 0 {
		w.lost++
		kind := Missing
		if at := w.moved.at; at == len(w.r.Text) {
			kind = Beyond
		}
		w.part(kind, token, w.moved.at)
		return
	}
	w.lost = 0
	w.found(token, at, n)
}

// found notes that a token stands at a byte of the text and takes n of them.
func (w *walker) found(token, at, n int) {
	w.r.at[token] = int32(at)
	switch {
	case w.by != 0:
		w.part(Moved, token, w.given.at)
	case !bytes.Equal(w.aligner.word, w.r.Text[at:at+n]):
		w.r.Width++
		w.part(Width, token, at)
	default:
		w.r.Exact++
	}
	if at > w.end {
		w.r.Gaps = append(w.r.Gaps, Gap{token, w.end, at})
	}
	w.end = max(w.end, at+n)
}

// part notes that token parts from the text in a way. Those that do so in the same way
// one after the other are one place.
func (w *walker) part(kind Kind, token, at int) {
	p := Part{Kind: kind, Token: token, Count: 1, At: at}
	if kind == Moved {
		p.By = w.by
	}
	if kind != Width {
		w.r.Parted++
	}
	if n := len(w.r.Parts); n > 0 {
		last := &w.r.Parts[n-1]
		if last.Kind == kind && last.By == p.By && kind != Width && last.Token+last.Count == token {
			last.Count++
			return
		}
	}
	if len(w.r.Parts) == mostParts {
		return
	}
	w.r.Parts = append(w.r.Parts, p)
}

const (
	// farthest is how many bytes ahead a word is looked for that is not where it should be.
	farthest = 4096
	// fewest is how many bytes have to be the same for a place to be believed.
	fewest = 9
	// witnesses is how many words behind it are asked whether a word has moved as they have.
	witnesses = 8
	// patience is how many words in a row may be lost before words are looked for less
	// often.
	patience = 64
)

// search returns where behind the words so far token stands together with those that
// follow it, -1 for nowhere. A word that was changed mostly has its like further on: it is
// there only if what follows has not moved otherwise.
func (w *walker) search(token int) int {
	if w.lost > patience && w.lost&(w.lost-1) != 0 {
		return -1
	}
	at, by, _ := w.nearest(token)
	if at < 0 {
		return -1
	}
	votes := map[int]int{by: 1}
	for i := token + 1; i < min(token+1+witnesses, w.t.Len()); i++ {
		if there, by, long := w.nearest(i); there >= 0 && long >= fewest {
			votes[by]++
		}
	}
	for other, n := range votes {
		if n > votes[by] || n == votes[by] && abs(other) < abs(by) {
			return -1
		}
	}
	return at
}

// nearest returns the place of token and what follows it that is nearest to the one it
// should have, -1 for none; how many characters further that is; and how many bytes are the
// same.
func (w *walker) nearest(token int) (at, by, long int) {
	offset, ok := w.t.Offset(token)
	from := w.moved
	if from.to(offset); !ok || from.in != offset {
		return -1, 0, 0
	}
	anchor := w.anchor(token)
	end := min(w.end, len(w.r.Text))
	seen := w.r.Text[end:min(end+farthest, len(w.r.Text))]
	want := min(max(from.at-end, 0), len(seen))
	at = -1
	if len(anchor) == 0 {
		return at, 0, 0
	}
	if i := bytes.Index(seen[want:], anchor); i >= 0 {
		at = want + i
	}
	if i := bytes.LastIndex(seen[:min(want+len(anchor)-1, len(seen))], anchor); i >= 0 && (at < 0 || want-i < at-want) {
		at = i
	}
	if at < 0 {
		return at, 0, 0
	}
	return end + at, w.r.characters(from.at, end+at), len(anchor)
}

// anchor returns a token with those that stand behind it without a gap, until there are
// enough bytes to know a place by.
func (w *walker) anchor(token int) []byte {
	anchor := w.t.AppendWord(nil, token)
	end, _ := w.t.Offset(token)
	for i := token; len(anchor) < fewest; i++ {
		length, _ := w.t.Length(i)
		if end += length; i+1 >= w.t.Len() {
			break
		}
		if next, ok := w.t.Offset(i + 1); !ok || next != end {
			break
		}
		anchor = w.t.AppendWord(anchor, i+1)
	}
	return anchor
}

// characters returns how many characters stand from one byte of the text up to another one,
// below 0 where that is before it.
func (r *Result) characters(from, to int) int {
	if to < from {
		return -utf8.RuneCount(r.Text[to:from])
	}
	return utf8.RuneCount(r.Text[from:to])
}

func abs(n int) int { return max(n, -n) }
