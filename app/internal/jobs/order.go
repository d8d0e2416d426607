package jobs

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/callbacklens/callbacklens/app/internal/face"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/query"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// column is a column of the list.
type column uint8

// The columns, in their order.
const (
	columnNumber column = iota
	columnStatus
	columnKind
	columnFile
	columnObject
	columnID
	columnTime
	columnTook
	columnTokens
	columnRemarks
)

// state is what a reader has done to a list; it is kept with its bodies.
type state struct {
	*index
	text       string // of the filter
	failedOnly bool
	folded     bool // repeats are not listed
	by         column
	descending bool
	top        float64 // how far the list was scrolled, in pixels
	// rows are the entries that are listed, in order; nil for all as they stand.
	rows   []int32
	inLang lang.Lang // that rows were found in
}

// stateOf returns the state of the list that the shown body is in, for its reports as
// they are now.
func stateOf(p *model.Page) *state {
	bodies := p.Body.Together()
	s := model.Keep[state](bodies[0])
	if s.index == nil || s.stale(bodies) {
		s.index = newIndex(bodies)
		s.arrange(p)
	} else if s.inLang != p.Lang {
		s.arrange(p)
	}
	return s
}

// whole reports whether every entry is listed.
func (s *state) whole() bool { return s.text == "" && !s.failedOnly && !s.folded }

// len returns how many entries are listed.
func (s *state) len() int {
	if s.rows == nil {
		return len(s.all)
	}
	return len(s.rows)
}

// at returns the entry in a row.
func (s *state) at(row int) int {
	if s.rows == nil {
		return row
	}
	return int(s.rows[row])
}

// rowOf returns the row of an entry, -1 if it is not listed.
func (s *state) rowOf(i int) int {
	if s.rows == nil {
		return i
	}
	return slices.Index(s.rows, int32(i))
}

// arrange finds the rows for the filter and the order.
func (s *state) arrange(p *model.Page) {
	s.rows, s.inLang = nil, p.Lang
	if s.whole() && s.by == columnNumber && !s.descending {
		return
	}
	var wanted [][]byte
	for _, w := range strings.Fields(s.text) {
		wanted = append(wanted, query.Fold([]byte(w), false))
	}
	var buf []byte
	s.rows = make([]int32, 0, len(s.all))
	for i := range s.all {
		e := &s.all[i]
		if s.failedOnly && !failed(s.index, e) || s.folded && e.exactly {
			continue
		}
		if len(wanted) > 0 {
			buf = s.appendText(buf[:0], p, e)
			if !hasAll(query.Fold(buf, false), wanted) {
				continue
			}
		}
		s.rows = append(s.rows, int32(i))
	}
	s.sort(p)
}

// appendText appends all that the filter looks for in an entry.
func (s *state) appendText(dst []byte, p *model.Page, e *entry) []byte {
	c := s.callback(e)
	for _, part := range [...]string{s.id(e).Text, s.object(e).Text, c.Kind, face.KindName(c).In(p.Lang),
		s.word(p, e), s.time(e).Text, s.bodies[e.body].Given.Name} {
		dst = append(append(dst, part...), '\n')
	}
	if j := s.job(e); j != nil {
		dst = append(append(append(dst, j.State.Text...), '\n'), j.Code.Text...)
	}
	return dst
}

func hasAll(text []byte, wanted [][]byte) bool {
	for _, w := range wanted {
		if !bytes.Contains(text, w) {
			return false
		}
	}
	return true
}

// word says the status of an entry.
func (s *state) word(p *model.Page, e *entry) string {
	if j := s.job(e); j != nil {
		return face.StatusWord(p, j)
	}
	c := s.callback(e)
	switch o, by := c.Status(); {
	case c.Fault != nil && c.Fault.Code.Set():
		return c.Fault.Code.Text
	case o != parser.OutcomeUnknown:
		return face.OutcomeWord(p, o)
	case by != "" && c.Execution != nil:
		return c.Execution.State.Text
	}
	return words.Say.StatusUnknown.In(p.Lang)
}

// key is what an entry is sorted by: a number, and a text among equal ones.
type key struct {
	number int64
	text   string
	lacks  bool // which comes last, whatever the direction
	entry  int32
}

// sort sorts the rows. What is equal stays as it stands.
func (s *state) sort(p *model.Page) {
	if s.by == columnNumber {
		if s.descending {
			slices.Reverse(s.rows)
		}
		return
	}
	keys := make([]key, len(s.rows))
	for n, i := range s.rows {
		keys[n] = s.key(p, i)
	}
	slices.SortFunc(keys, func(a, b key) int {
		way := 1
		if s.descending {
			way = -1
		}
		switch {
		case a.lacks != b.lacks:
			if a.lacks {
				return 1
			}
			return -1
		case a.number != b.number:
			return way * cmp.Compare(a.number, b.number)
		case a.text != b.text:
			return way * strings.Compare(a.text, b.text)
		}
		return int(a.entry - b.entry)
	})
	for n := range keys {
		s.rows[n] = keys[n].entry
	}
}

func (s *state) key(p *model.Page, i int32) key {
	e, k := &s.all[i], key{entry: i}
	switch s.by {
	case columnStatus:
		k.text = s.word(p, e)
	case columnKind:
		k.text = face.KindName(s.callback(e)).In(p.Lang)
	case columnFile:
		k.text = s.bodies[e.body].Given.Name
	case columnObject:
		k.text = s.object(e).Text
		k.lacks = k.text == ""
	case columnID:
		k.text = s.id(e).Text
		k.lacks = k.text == ""
	case columnTime:
		t := s.time(e)
		k.number, k.lacks = t.At.Unix(), !t.Known
	case columnTook:
		took, ok := s.took(e)
		k.number, k.lacks = int64(took), !ok
	case columnTokens:
		n, ok := s.tokens(e)
		k.number, k.lacks = int64(n), !ok
	case columnRemarks:
		k.number = int64(len(s.remarks(e)))
	}
	return k
}

// step returns the entry that comes by rows further on than the shown one, -1 for none.
func (s *state) step(b *model.Body, by int) int {
	row := s.rowOf(s.find(b))
	switch {
	case row < 0 && s.len() > 0:
		return s.at(0) // the shown one is not listed
	case row+by < 0 || row+by >= s.len():
		return -1
	}
	return s.at(row + by)
}

// Number returns which job of the list is shown, counted from 1, and how many there are.
func Number(p *model.Page) (n, of int) {
	s := stateOf(p)
	return s.find(p.Body) + 1, len(s.all)
}

// Step returns the action that shows the job by places further on in the list, ""
// where there is none.
func Step(p *model.Page, by int) string {
	if p.Body == nil {
		return ""
	}
	s := stateOf(p)
	if i := s.step(p.Body, by); i >= 0 {
		return s.action(i)
	}
	return ""
}
