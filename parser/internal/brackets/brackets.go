// Package brackets tells which bracket of a body in JSON is lost, or one too many. The
// text alone does not. What tells is how its lines are indented, which fields are known
// to stand in which container, and what the objects beside each other have in common;
// and that is asked only where the brackets of the text do not balance.
package brackets

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/hint"
)

// Stack is what is open where a reader stands.
type Stack struct {
	Text  hint.Text
	Nodes []flat.Node // that were read
	Open  []int32     // containers among them that are open, outermost first; 0 is the document
	// Tables are those that the nodes stand for, and Pos is how far the text is read.
	Tables []flat.Table
	Pos    int
	// Kin, if set, tells whether a field is known to stand in a container, by their
	// names, and whether anything is known of what stands in that.
	Kin   func(container, name []byte) (stands, known bool)
	Alive func() bool // gives others their turn and tells whether to go on

	cols    []int  // how far the items of what is open are indented
	counted bool   // the brackets
	spares  [2]int // see Spare
	looked  int    // bytes, see LacksArray
	steps   int    // bytes that were looked at ahead of the reader
}

// deepest is how many containers are looked at from within.
const deepest = 32

// Entered tells that a container was opened, First that its first item stands at i, and
// Left that one was closed.
func (s *Stack) Entered() { s.cols = append(s.cols[:max(len(s.Open)-2, 0)], -1) }

// First tells where the first item of what is open stands.
func (s *Stack) First(i int) {
	if n := len(s.Open) - 2; n >= 0 && n < len(s.cols) {
		s.cols[n] = chars.Indent(s.Text, i)
	}
}

// Closes returns the bracket that closes the k-th open container from within, counted
// from 1.
func (s *Stack) Closes(k int) byte {
	if k >= len(s.Open) {
		return 0
	}
	if s.Nodes[s.Open[len(s.Open)-k]].Kind == flat.KindObject {
		return '}'
	}
	return ']'
}

// col returns how far the items of the k-th open container from within, counted from 1,
// are indented; -1 where they do not begin lines.
func (s *Stack) col(k int) int {
	if n := len(s.Open) - 1 - k; n >= 0 && n < len(s.cols) {
		return s.cols[n]
	}
	return -1
}

// isObject reports whether the k-th open container is an object.
func (s *Stack) isObject(k int) bool { return s.Closes(k) == '}' }

// nameOf returns the name of the k-th open container; that of its array where an item of
// one has none, and none for the body itself.
func (s *Stack) nameOf(k int) []byte {
	for i := len(s.Open) - k; i > 0; i-- {
		n := &s.Nodes[s.Open[i]]
		if n.Name.Len() > 0 {
			return s.Text[n.Name.Start:n.Name.End]
		}
		if i > 1 && s.Nodes[s.Open[i-1]].Kind != flat.KindArray {
			break
		}
	}
	return nil
}

// stands reports whether a field is known to stand in the k-th open container, and
// whether anything is known of that.
func (s *Stack) stands(k int, name []byte) (stands, known bool) {
	if s.Kin == nil {
		return false, false
	}
	return s.Kin(s.nameOf(k), name)
}

// NameAt returns the name at i, nil where no name with a colon stands there.
func (s *Stack) NameAt(i int) []byte {
	if s.Text.NameAhead(i) == 0 {
		return nil
	}
	return bytes.Trim(s.Text[i:i+1+max(bytes.IndexByte(s.Text[i+1:], '"'), 0)], `"`)
}

// has reports whether the object that node i is has a member of that name among its
// first ones.
func (s *Stack) has(i int32, name []byte) bool {
	const most = 64
	for k, n := i+1, 0; int(k) < len(s.Nodes) && n < most; k, n = s.Nodes[k].Next, n+1 {
		if own := s.Nodes[k].Name; own.Len() == len(name) && bytes.Equal(s.Text[own.Start:own.End], name) {
			return true
		}
	}
	return false
}

// Ended returns how many of the innermost containers end before what stands at i behind
// a comma, as they lack their brackets.
func (s *Stack) Ended(i int) int {
	if i >= len(s.Text) || s.Spare('}') >= 0 && s.Spare(']') >= 0 {
		return 0
	}
	if s.Text[i] == '{' && s.isObject(1) && s.Closes(2) == ']' {
		return 1 // a row lacks its end
	}
	name := s.NameAt(i)
	if name == nil {
		return 0
	}
	if indent := chars.Indent(s.Text, i); indent >= 0 && s.col(1) >= 0 {
		for k := 1; k < min(len(s.Open), deepest); k++ {
			if s.isObject(k) && s.col(k) == indent {
				return k - 1
			}
		}
	}
	return s.endedByName(name)
}

// endedByName does so by which fields are known.
func (s *Stack) endedByName(name []byte) int {
	stands, known := s.stands(1, name)
	if !s.isObject(1) {
		if last := s.lastItem(); last > 0 && s.likeItem(last, name) {
			return 0 // an object that lacks its beginning
		}
		if !stands && s.isObject(2) {
			return 1
		}
	}
	if stands || !known {
		return 0
	}
	for k := 2; k < min(len(s.Open), deepest); k++ {
		if stands, _ := s.stands(k, name); stands && s.isObject(k) {
			return k - 1
		}
	}
	return 0
}

// likeItem reports whether a member of that name may be one of an item like the last.
func (s *Stack) likeItem(last int32, name []byte) bool {
	switch n := &s.Nodes[last]; n.Kind {
	case flat.KindObject:
		return s.has(last, name)
	case flat.KindTable:
		return s.Tables[n.Value.Start].Find(string(name)) >= 0
	}
	return true
}

// lastItem returns the last item of the array that is open, 0 if there is none or it
// takes many steps to find.
func (s *Stack) lastItem() int32 {
	const most = 64
	last := int32(0)
	for k, n := s.top()+1, 0; int(k) < len(s.Nodes) && n < most; k, n = s.Nodes[k].Next, n+1 {
		last = k
	}
	return last
}

// belongsInside reports whether the name at i belongs to what is open rather than to
// what that stands in.
func (s *Stack) belongsInside(i int, name []byte) bool {
	if !s.isObject(2) {
		return s.isObject(1) || len(s.Open) > 2
	}
	if indent := chars.Indent(s.Text, i); indent >= 0 && s.col(1) >= 0 && s.col(1) != s.col(2) {
		return indent == s.col(1)
	}
	inner, _ := s.stands(1, name)
	outer, _ := s.stands(2, name)
	return inner && !outer
}

// TooEarly reports whether the bracket c at i would close what is open though there is
// one too many, as what follows belongs to what is open.
func (s *Stack) TooEarly(i int, c byte) bool {
	next := chars.SkipSpace(s.Text, i+1)
	if next >= len(s.Text) || s.Text[next] != ',' {
		return false
	}
	next = chars.SkipSpace(s.Text, next+1)
	name := s.NameAt(next)
	return name != nil && s.Spare(c) > 0 && !s.has(s.top(), name) && s.belongsInside(next, name)
}

// alive gives others their turn now and then: the reader, which goes on before what is
// looked at here, knows nothing of that.
func (s *Stack) alive(int) bool {
	const each = 32 << 10
	s.steps++
	return s.steps%each != 0 || s.Alive()
}

func (s *Stack) top() int32 { return s.Open[len(s.Open)-1] }

// Spare returns how many more brackets c there are in the text than those that they
// close. They are counted when that is first asked for.
func (s *Stack) Spare(c byte) int {
	if !s.counted {
		start := int(s.Nodes[0].Value.Start)
		end := len(s.Text)
		if chars.SkipSpace(s.Text, 0) < start { // of many bodies none may look at all of the text
			end = min(end, start+64*(s.Pos-start))
		}
		s.counted, s.spares = true, s.Text[:end].Spares(start, s.alive)
	}
	return s.spares[chars.One(c == ']')]
}

// Add counts n more closing brackets c, where one is taken to stand.
func (s *Stack) Add(c byte, n int) {
	if s.counted {
		s.spares[chars.One(c == ']')] += n
	}
}

// Surplus reports whether the bracket at i stands before another one like it and is one
// too many, and where that is.
func (s *Stack) Surplus(i int) (next int, ok bool) {
	next = chars.SkipSpace(s.Text, i+1)
	return next, s.Text[i] == '[' && next < len(s.Text) && s.Text[next] == '[' && s.Spare(']') < 0
}

// LacksArray reports whether the value of a member at i is the first item of an array that
// lacks its bracket: another one follows, or the end of an array.
func (s *Stack) LacksArray(i int) bool {
	const lookAhead = 8 // times may a byte be looked at
	if s.Spare(']') <= 0 || s.looked > lookAhead*len(s.Text) {
		return false
	}
	end := s.Text.Closing(i, s.alive)
	s.looked += max(end-i, 0)
	if end <= 0 {
		return false
	}
	next := chars.SkipSpace(s.Text, end)
	if next < len(s.Text) && s.Text[next] == ',' {
		next = chars.SkipSpace(s.Text, next+1)
		if next >= len(s.Text) || s.Text[next] != s.Text[i] || s.NameAt(next) != nil {
			return false
		}
		if s.Text[next] == '"' {
			if end = chars.SkipSpace(s.Text, s.Text.Closing(next, s.alive)); end >= len(s.Text) || s.Text[end] != ',' && s.Text[end] != ']' {
				return false
			}
		}
	} else if next >= len(s.Text) || s.Text[next] != ']' || s.Text[i] != '{' {
		return false
	}
	return true
}
