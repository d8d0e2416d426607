package parser

import (
	"math/bits"
	"strconv"
)

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

// measure measures the word of token i. What it decodes goes into scratch.
func (t *Tokens) measure(i int, scratch *[]byte) measure {
	if t.flags[i]&tokenWordEscaped == 0 {
		return measureText(t.doc.Text, t.words[i])
	}
	*scratch = t.AppendWord((*scratch)[:0], i)
	return measureText(*scratch, Span{0, uint32(len(*scratch))})
}

// measureText counts the characters at s of text by the bytes that go on with
// one, eight bytes at a time. Bytes that are no UTF-8 count as they may.
func measureText(text []byte, s Span) measure {
	m := measure{runes: s.Len(), utf16: s.Len(), bytes: s.Len()}
	for i := s.Start; i < s.End; i += 8 {
		w := shortWord(text, int(i), int(min(s.End-i, 8)))
		if w&highBits == 0 {
			continue
		}
		going := bits.OnesCount64(w >> 7 &^ (w >> 6) & everyByte)                     // 10xxxxxx
		wide := bits.OnesCount64(w >> 7 & (w >> 6) & (w >> 5) & (w >> 4) & everyByte) // 1111xxxx: beyond U+FFFF, two units
		m.runes -= going
		m.utf16 += wide - going
	}
	return m
}

// tally is what is counted while tokens are added, so that the audit looks at
// each of them again only where something is amiss.
type tally struct {
	measured           int // tokens with a Length and a Word that is not empty
	runes, utf16, utf8 int // those of them whose Length fits in each unit
	placed             int // tokens with an Offset from 0 on

	end      int   // of the last token
	loose    bool  // some token is empty, cut, or begins elsewhere than the one before it ends
	last     int32 // the last Offset that is a number
	unsorted bool  // some Offset is less than the one before
}

// count adds the tokens from the given one on to the tally.
func (t *Tokens) count(from int) {
	n := t.tally
	for i := from; i < len(t.words); i++ {
		length := t.lengths[i]
		n.place(t.offsets[i], length)
		if t.flags[i]&tokenPartial != 0 {
			n.loose = true
			continue
		}
		if length == noNumber || t.words[i].Len() == 0 {
			continue
		}
		m := t.measure(i, &t.scratch)
		n.measured++
		n.runes += one(m.runes == int(length))
		n.utf16 += one(m.utf16 == int(length))
		n.utf8 += one(m.bytes == int(length))
	}
	t.tally = n
}

// place adds where one token lies.
func (n *tally) place(offset, length int32) {
	if int(offset) != n.end || length <= 0 {
		n.loose = true
	}
	n.end = int(offset) + int(length)
	n.placed += one(offset >= 0)
	if offset != noNumber {
		n.unsorted = n.unsorted || offset < n.last
		n.last = offset
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// unit returns the unit that fits the lengths of the tokens. A few that fit no
// unit do not outvote the others.
func (n *tally) unit() Unit {
	best := max(n.runes, n.utf16, n.utf8)
	switch {
	case n.measured == 0 || best*2 < n.measured:
		return UnitUnknown
	case n.runes == best && n.utf16 == best:
		return UnitAny
	case n.runes == best:
		return UnitRunes
	case n.utf16 == best:
		return UnitUTF16
	}
	return UnitBytes
}

// allFit reports whether every token has an Offset and a Word, as long as its
// Length says in the unit of t.
func (t *Tokens) allFit() bool {
	fit := t.tally.runes
	switch t.Unit {
	case UnitUTF16:
		fit = t.tally.utf16
	case UnitBytes:
		fit = t.tally.utf8
	}
	return fit == t.Len() && t.tally.placed == t.Len()
}

// seamless reports whether every token begins where the one before it ends, as
// long as its word.
func (t *Tokens) seamless() bool { return t.allFit() && !t.tally.loose }

// obstacle returns what keeps the text from being rebuilt, as the code of a
// remark, and the token where that is; no code if nothing does. The tokens must
// follow each other from 0 on without gap or overlap, each as long as its word.
func (t *Tokens) obstacle(alive func(done int) bool) (code string, token int) {
	switch {
	case t.Len() == 0:
		return "text-unread", 0
	case t.unread:
		return "text-unread", t.Len() - 1
	case t.seamless() && t.Unit != UnitUnknown:
		return "", 0
	}
	for i := range t.words {
		switch {
		case i%beatEvery == 0 && !alive(i):
			return "text-unread", i
		case t.offsets[i] < 0:
			return "text-no-offset", i
		case t.flags[i]&(tokenNoWord|tokenPartial) != 0:
			return "text-no-word", i
		}
	}
	if t.Unit == UnitUnknown {
		return "text-unit", 0
	}
	return t.looseAt(alive)
}

// looseAt does the rest: it returns the first token that is not joined to the
// one before it, or not as long as its word.
func (t *Tokens) looseAt(alive func(done int) bool) (code string, token int) {
	var scratch []byte
	done, gap := 0, false
	for p := range t.Pieces() {
		switch {
		case p.Token < 0:
			gap = true
			continue
		case gap:
			return "text-gap", p.Token
		case p.Overlap:
			return "text-overlap", p.Token
		}
		if length, ok := t.Length(p.Token); !ok || t.measure(p.Token, &scratch).in(t.Unit) != length {
			return "text-length", p.Token
		}
		if done++; done%beatEvery == 0 && !alive(done) {
			return "text-unread", p.Token
		}
	}
	return "", 0
}

func decimal(n int) string { return strconv.Itoa(n) }
