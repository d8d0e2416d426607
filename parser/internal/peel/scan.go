package peel

import (
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser/internal/literals"
	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/packed"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Found is what stands next in a text: a body that begins at Start, or a
// wrapper.
type Found struct {
	Inside
	Body bool
}

// A Scanner finds bodies and wrappers of bodies in a text, from left to right.
// A wrapper is found only where it leads to a body, so that words that merely
// look like one stay what they are. Of two that begin at the same place the
// outer one is found: the order of the list of wrappers.
type Scanner struct {
	text []byte
	c    Context
	// front and back bound the text without the blanks around it.
	front, back int
	// from is where the search began that goes on, first the place behind the
	// blanks there.
	from, first int
	// passed is, for each kind of wrapper, up to where none begins.
	passed [mostWrappers]int
	// unclosed tells of the quotes that no further quote closes.
	unclosed [256]bool
	// single is, for each quote, up to where no literal in which it is doubled has
	// another behind it.
	single map[byte]int
	// tokenEnd and base64End are the ends of the last words that were seen, in
	// the alphabets of addresses and of base64; lastEscape is where the last
	// percent sign of the former stands, -1 if there is none.
	tokenEnd, base64End, lastEscape int
	// nextStop are the last answers of until.
	nextStop [stops]answer
	// unbalanced tells that an object with escaped quotes did not end.
	unbalanced bool
	// htmlRun, escapedRun and arrayRun are the ends of the runs of opening
	// brackets that were looked at last, by those who ask what follows one;
	// arrayOpens is the answer for the last of these.
	htmlRun, escapedRun, arrayRun int
	arrayOpens                    bool
	// brackets is up to where no array begins that is a body.
	brackets int
	// severalAt is behind where it was asked last whether a line has another behind it.
	severalAt int
	isSeveral bool
	// proseTo is up to where brackets belong to words before a body.
	proseTo int
	// treeTo is up to where no tree of names begins.
	treeTo int
	// plainTo is up to where no code for a terminal stands.
	plainTo int
	// ends are the elements of which an end tag stands in text, see ended.
	ends map[string]int
}

// NewScanner returns a Scanner of text. It keeps text, which must not change.
func NewScanner(text []byte, c Context) *Scanner {
	s := &Scanner{text: text, c: c}
	s.front, s.back = trimmed(text)
	for k := range s.nextStop {
		s.nextStop[k].from = 1 // none yet
	}
	return s
}

// wrapper is one kind of wrapper around text. Each is a row, made in the file of
// what knows it.
type wrapper struct {
	// kind is what a receipt calls it, name what people do.
	kind string
	name lang.Text
	// first are the bytes that one may begin with, as pairs of bounds: "AZaz". One
	// that begins with a line has anyLine here.
	first string
	// begins reports whether one may begin at i. It looks at a bounded number of
	// bytes, or at bytes that it does not look at again.
	begins func(s *Scanner, i int) bool
	// at reads the one that begins at i. Where there is none that leads to a
	// body it returns false, and up to where none begins.
	at func(s *Scanner, i int) (in Inside, ok bool, passed int)
}

// anyLine stands for the first bytes of what begins with a line.
const anyLine = "\n"

// wrappers are all kinds, the outer ones first. They are set by init since they
// lead back to themselves: a wrapper may hold another one.
var wrappers []wrapper

// mostWrappers is how many kinds there may be, one for each bit of mayBegin.
const mostWrappers = 32

// mayBegin tells of each byte which wrappers it may be the first of, a bit for
// each.
var mayBegin [256]uint32

// mayBeginLine tells which wrappers may begin at the beginning of a line only,
// whatever stands there.
var mayBeginLine uint32

func init() {
	wrappers = []wrapper{terminalCodes(), hexDump()}
	for k := range literals.Forms {
		wrappers = append(wrappers, literalForm(&literals.Forms[k]))
	}
	wrappers = append(wrappers,
		containerLines(), joinedRecords(), prefixedLines(), numberedLines(), wrappedLines(),
		httpMessage(), codeFence(), printedStructure(), numberList(), hexPairs(),
		shellEscapes(), textBlock(), quotedCell(), joinedLiterals(), stringLiteral(), bareEscapes(), byteEscapes(),
		markdownEscapes(), htmlEscapes(), formField(), base64Word(),
	)
	for k := range wrappers {
		if wrappers[k].first == anyLine {
			mayBeginLine |= 1 << k
			continue
		}
		for i := 0; i < len(wrappers[k].first); i += 2 {
			for c := int(wrappers[k].first[i]); c <= int(wrappers[k].first[i+1]); c++ {
				mayBegin[c] |= 1 << k
			}
		}
	}
}

// literalForm is a string as a file format or a shell writes it.
func literalForm(f *literals.Form) wrapper {
	begins := func(s *Scanner, i int) bool { return f.Begins(s.text, i) }
	at := func(s *Scanner, i int) (in Inside, ok bool, passed int) {
		t, ok := f.Read(s.text, i, s.c.pulse)
		if !ok || !s.c.Holds(t.Text) {
			return in, false, max(t.End, i+1)
		}
		return Inside{Start: t.Start, End: t.End, Text: t.Text, Trace: t.Trace, Note: f.Note.With(strconv.Itoa(t.Count)),
			ContentType: t.ContentType}, true, 0
	}
	return wrapper{f.Kind, f.Name, f.First, begins, at}
}

// Name returns what people call a kind of wrapper, false for one that is not known
// here.
func Name(kind string) (lang.Text, bool) {
	for _, w := range wrappers {
		if w.kind == kind {
			return w.name, true
		}
	}
	for _, p := range packed.Kinds {
		if p.Kind == kind {
			return p.Name, true
		}
	}
	return lang.Text{}, false
}

// lineCost is how many bytes could be looked at in the time that the beginning of a
// line takes, beginCost in that of a byte which a wrapper may begin with.
const lineCost, beginCost = 32, 16

// Next returns what is found first at or after from, false if nothing is.
func (s *Scanner) Next(from int) (Found, bool) {
	s.from, s.first = from, from+outset.Gap(s.text[from:])
	beat := s.first + pulseEvery
	for i := s.first; i < len(s.text); i++ {
		if s.text[i] == '\n' {
			beat -= lineCost
		} else if mayBegin[s.text[i]] != 0 {
			beat -= beginCost
		}
		if i >= beat {
			s.c.pulse()
			beat = i + pulseEvery
		}
		if found, ok := s.wrapperAt(i); ok {
			return Found{Inside: found}, true
		}
		if s.bodyAt(i) {
			return Found{Inside: Inside{Start: i, End: i}, Body: true}, true
		}
	}
	return Found{}, false
}

func (s *Scanner) wrapperAt(i int) (Inside, bool) {
	may := mayBegin[s.text[i]]
	if s.lineBegins(i) && s.text[i] != '\n' {
		may |= mayBeginLine
	}
	for k := 0; may != 0; k, may = k+1, may>>1 {
		if may&1 == 0 || i < s.passed[k] || !wrappers[k].begins(s, i) {
			continue
		}
		in, ok, passed := wrappers[k].at(s, i)
		if ok {
			in.Kind = wrappers[k].kind
			return in, true
		}
		s.passed[k] = passed
	}
	return Inside{}, false
}

// lineBegins reports whether a line begins at i; so it does behind what was
// found last.
func (s *Scanner) lineBegins(i int) bool {
	return i == s.first || s.text[i-1] == '\n'
}

// Words counts the bytes of text without the blanks and byte order marks around
// it.
func Words(text []byte) int {
	start, end := trimmed(text)
	return max(end-start, 0)
}

// trimmed returns the bounds of text without the blanks around it.
func trimmed(text []byte) (start, end int) {
	start, end = outset.Blanks(text), len(text)
	for end > start && outset.IsBlank(text[end-1]) {
		end--
	}
	return start, end
}

// stop is a class of bytes at which an unquoted wrapper ends.
type stop uint8

const (
	lineEnd    stop = iota // \n
	rawBracket             // < or >, where they should be escaped
	rawQuote               // "
	stops
)

// until returns where a byte of the class stands first at or after i, or the
// end of the text. It remembers the last answer of each class: the text is
// looked through once as long as i grows.
func (s *Scanner) until(i int, class stop) int {
	last := &s.nextStop[class]
	if i >= last.from && i <= last.at {
		return last.at
	}
	set := [...]string{lineEnd: "\n", rawBracket: "<>", rawQuote: "\""}[class]
	at, beat := i, i+pulseEvery
	for at < len(s.text) && strings.IndexByte(set, s.text[at]) < 0 {
		if at++; at >= beat {
			s.c.pulse()
			beat = at + pulseEvery
		}
	}
	*last = answer{i, at}
	return at
}

// answer is where something stands that was looked for from a place on.
type answer struct{ from, at int }
