package sentence

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
)

// mostLanes is how many lanes stand below the line at most.
const mostLanes = 4

// setter puts tokens into a layout, in the order of their offsets.
type setter struct {
	l     *sentenceLayout
	t     *parser.Tokens
	face  *dom.Typeface
	word  []byte
	group []int // tokens that begin at one offset
	at    int   // the offset that they begin at
	end   int   // of what the line holds
	ends  [mostLanes]int
	last  []byte // the word that stands last in the line
	lasts int    // where it begins
}

// measure returns the pieces of the sentence with their widths, with room for about
// as many as that. It calls goOn every so many pieces and ends early when that says
// so.
func measure(t *parser.Tokens, f *dom.Typeface, room int, goOn func(*sentenceLayout) bool) sentenceLayout {
	l := sentenceLayout{
		pieces: make([]piece, 0, room),
		widths: make([]uint16, 0, room),
		breaks: make([]lineBreak, 0, room),
	}
	s := setter{l: &l, t: t, face: f}
	steps := 0
	for p := range t.Pieces() {
		if steps++; steps%sentenceAtOnce == 0 && !goOn(&l) {
			return l
		}
		if p.Token < 0 {
			s.flush()
			s.gap(p.Gap)
			continue
		}
		if at, _ := t.Offset(p.Token); at != s.at || len(s.group) == 0 {
			s.flush()
			s.at = at
		}
		s.group = append(s.group, p.Token)
	}
	s.flush()
	return l
}

// flush sets the tokens that begin at one offset, the longest first: the others are
// part of it.
func (s *setter) flush() {
	if len(s.group) > 1 {
		slices.SortStableFunc(s.group, func(a, b int) int {
			la, _ := s.t.Length(a)
			lb, _ := s.t.Length(b)
			return lb - la
		})
	}
	for _, token := range s.group {
		s.set(token)
	}
	s.group = s.group[:0]
}

func (s *setter) gap(n int) {
	breaks := lineBreak(0)
	if n == 1 {
		breaks = sticks | hangs // it mostly stands for a blank
	}
	s.l.add(gapPiece(n), s.face.Width([]byte(gapLabel(n))), breaks)
	s.end += n
}

func (s *setter) set(token int) {
	s.word = s.t.AppendWord(s.word[:0], token)
	length, _ := s.t.Length(token)
	end := s.at + length
	if s.at >= s.end {
		s.inLine(pieceOf(token, whole), s.word, s.at)
		s.end = end
		return
	}
	k := 0
	for k < mostLanes && s.ends[k] > s.at {
		k++
	}
	if k == mostLanes {
		s.inLine(pieceOf(token, doubly), s.word, s.at)
		s.end = max(s.end, end)
		return
	}
	s.ends[k] = s.at + max(length, 1)
	s.l.spots = append(s.l.spots, spot{
		piece: int32(len(s.l.pieces)), x: s.before(), lane: uint8(k),
		width: uint16(min(wordWidth(s.face, s.word), 4000)),
	})
	s.l.add(pieceOf(token, lane), 0, sticks)
	if end > s.end {
		skip := bytesOf(s.word, s.end-s.at, s.t.Unit)
		s.l.spots = append(s.l.spots, spot{piece: int32(len(s.l.pieces)), skip: int32(skip)})
		s.inLine(pieceOf(token, rest), s.word[skip:], s.end)
		s.end = end
	}
}

func (s *setter) inLine(p piece, word []byte, at int) {
	s.l.add(p, wordWidth(s.face, word), breakOf(word))
	s.last, s.lasts = append(s.last[:0], word...), at
}

// before returns how far behind the beginning of the last word in the line the
// tokens begin that are being set, in pixels.
func (s *setter) before() int16 {
	const most = 8000
	n := s.at - s.lasts
	if n < 0 {
		return int16(max(n*fontSize, -most))
	}
	return int16(min(s.face.Width(s.last[:bytesOf(s.last, n, s.t.Unit)]), most))
}

// bytesOf returns how many bytes of word the first n units are.
func bytesOf(word []byte, n int, unit parser.Unit) int {
	if unit == parser.UnitBytes {
		return min(n, len(word))
	}
	at := 0
	for n > 0 && at < len(word) {
		r, size := utf8.DecodeRune(word[at:])
		at += size
		if n--; r > 0xffff && unit == parser.UnitUTF16 {
			n--
		}
	}
	return at
}

// unitsIn returns how many units text has.
func unitsIn(text string, unit parser.Unit) (n int) {
	if unit == parser.UnitBytes {
		return len(text)
	}
	for _, r := range text {
		if n++; r > 0xffff && unit == parser.UnitUTF16 {
			n++
		}
	}
	return n
}

func wordWidth(f *dom.Typeface, word []byte) float64 {
	n := len(word)
	if n > 0 && n <= face.LongestWord && visible.Plain(string(word)) {
		return f.Width(word)
	}
	return f.Width([]byte(face.LineWord(string(word))))
}

// gapLabel returns what stands for a gap.
func gapLabel(length int) string {
	if length == 1 {
		return "␣"
	}
	return "␣×" + words.Count(length)
}

// The marks that must not begin or end a row.
const (
	closers = "，。、；：？！）》」』】〕〉”’％…—～·｝］,.;:?!)]}%"
	openers = "《“（「『【〔〈‘｛［([{$￥¥"
)

// breakOf returns where a row may end around word.
func breakOf(word []byte) lineBreak {
	if len(word) == 0 {
		return 0
	}
	first, _ := utf8.DecodeRune(word)
	last, _ := utf8.DecodeLastRune(word)
	breaks := lineBreak(0)
	if last == '\n' {
		breaks = endsRow
	}
	if unicode.IsSpace(first) && len(word) == utf8.RuneLen(first) {
		return breaks | sticks | hangs
	}
	if strings.ContainsRune(closers, first) {
		breaks |= sticks
	}
	if strings.ContainsRune(openers, last) {
		breaks |= opens
	}
	return breaks
}
