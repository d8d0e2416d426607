package callback

import (
	"math/bits"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
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
	return measureText(*scratch, flat.Span{Start: 0, End: uint32(len(*scratch))})
}

// measureText counts the characters at s of text by the bytes that go on with
// one, eight bytes at a time. Bytes that are not UTF-8 count as they may.
func measureText(text []byte, s flat.Span) measure {
	m := measure{runes: s.Len(), utf16: s.Len(), bytes: s.Len()}
	for i := s.Start; i < s.End; i += 8 {
		w := chars.ShortWord(text, int(i), int(min(s.End-i, 8)))
		if w&chars.HighBits == 0 {
			continue
		}
		// 10xxxxxx goes on with a character, 1111xxxx begins one beyond U+FFFF, of two units.
		going := bits.OnesCount64(w >> 7 &^ (w >> 6) & chars.EveryByte)
		wide := bits.OnesCount64(w >> 7 & (w >> 6) & (w >> 5) & (w >> 4) & chars.EveryByte)
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
		n.runes += chars.One(m.runes == int(length))
		n.utf16 += chars.One(m.utf16 == int(length))
		n.utf8 += chars.One(m.bytes == int(length))
	}
	t.tally = n
}

// place adds where one token lies.
func (n *tally) place(offset, length int32) {
	if int(offset) != n.end || length <= 0 {
		n.loose = true
	}
	n.end = int(offset) + int(length)
	n.placed += chars.One(offset >= 0)
	if offset != noNumber {
		n.unsorted = n.unsorted || offset < n.last
		n.last = offset
	}
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

// Fit reports whether every token has an Offset and a Word, as long as its
// Length says in the unit of t.
func (t *Tokens) Fit() bool {
	fit := t.tally.runes
	switch t.Unit {
	case UnitUTF16:
		fit = t.tally.utf16
	case UnitBytes:
		fit = t.tally.utf8
	}
	return fit == t.Len() && t.tally.placed == t.Len()
}

// Seamless reports whether every token begins where the one before it ends, as
// long as its word.
func (t *Tokens) Seamless() bool { return t.Fit() && !t.tally.loose }

// settle finds out the unit, and whether the tokens rebuild their text. It is left
// open where the work was stopped.
func (t *Tokens) settle(w Work) {
	alive := func(done int) bool { return w.Beat(done, t.Len(), done) }
	if alive(0) {
		t.Unit = t.tally.unit()
		t.obstacle, t.blocking = t.findObstacle(alive)
	}
}

// findObstacle returns what keeps the text from being rebuilt, and the token where
// that is. The tokens must follow each other from 0 on without gap or overlap,
// each as long as its word.
func (t *Tokens) findObstacle(alive func(done int) bool) (o Obstacle, token int) {
	switch {
	case t.Len() == 0:
		return ObstacleUnread, 0
	case t.unread:
		return ObstacleUnread, t.Len() - 1
	case t.Seamless() && t.Unit != UnitUnknown:
		return ObstacleNone, 0
	}
	for i := range t.words {
		switch {
		case i%beatEvery == 0 && !alive(i):
			return ObstacleUnread, i
		case t.offsets[i] < 0:
			return ObstacleNoOffset, i
		case t.flags[i]&(tokenNoWord|tokenPartial) != 0:
			return ObstacleNoWord, i
		}
	}
	if t.Unit == UnitUnknown {
		return ObstacleUnit, 0
	}
	return t.looseAt(alive)
}

// looseAt does the rest: it returns the first token that is not joined to the
// one before it, or not as long as its word.
func (t *Tokens) looseAt(alive func(done int) bool) (o Obstacle, token int) {
	var scratch []byte
	done, gap := 0, false
	for p := range t.Pieces() {
		switch {
		case p.Token < 0:
			gap = true
			continue
		case gap:
			return ObstacleGap, p.Token
		case p.Overlap:
			return ObstacleOverlap, p.Token
		}
		if length, ok := t.Length(p.Token); !ok || t.measure(p.Token, &scratch).in(t.Unit) != length {
			return ObstacleLength, p.Token
		}
		if done++; done%beatEvery == 0 && !alive(done) {
			return ObstacleUnread, p.Token
		}
	}
	return ObstacleNone, 0
}

// Loose reports whether some token is empty, cut, or begins elsewhere than the one
// before it ends.
func (t *Tokens) Loose() bool { return t.tally.loose }

// Size returns how long the word of token i is, in the unit of t and in bytes. What
// is decoded for that goes into scratch, which may be used again.
func (t *Tokens) Size(i int, scratch *[]byte) (units, bytes int) {
	m := t.measure(i, scratch)
	return m.in(t.Unit), m.bytes
}
