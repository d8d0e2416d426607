package query

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What may be wrong with an expression.
var (
	errOpen    = errors.New("a bracket is not closed")
	errClose   = errors.New("a bracket is closed that was not opened")
	errRepeat  = errors.New("there is nothing to repeat")
	errRange   = errors.New("a range runs backwards")
	errUnknown = errors.New("what a backslash or (? begins is not known here")
	errLong    = errors.New("the expression is too long")
)

// part is a part of an expression: the places that it may begin and end with.
type part struct {
	first, last uint64
	empty       bool
}

// reader reads an expression.
type reader struct {
	rest string
	deep int
	read int // how many atoms were read, those that come several times as often
	e    expression
}

// maxDeep bounds how deep groups may be nested, and maxRead how much is read.
const (
	maxDeep = 50
	maxRead = 4096
)

// parseExpression reads an expression, whose wide forms are narrow already.
func parseExpression(text string) (*expression, error) {
	r := reader{rest: text}
	p, err := r.choice()
	switch {
	case err != nil:
		return nil, err
	case r.rest != "":
		return nil, errClose
	}
	r.e.first, r.e.last, r.e.empty = p.first, p.last, p.empty
	return &r.e, nil
}

// choice reads alternatives.
func (r *reader) choice() (part, error) {
	all, err := r.sequence()
	for err == nil && strings.HasPrefix(r.rest, "|") {
		r.rest = r.rest[1:]
		var p part
		p, err = r.sequence()
		all = part{all.first | p.first, all.last | p.last, all.empty || p.empty}
	}
	return all, err
}

// sequence reads what stands one behind the other.
func (r *reader) sequence() (part, error) {
	all := part{empty: true}
	for r.rest != "" && r.rest[0] != '|' && r.rest[0] != ')' {
		p, err := r.repeated()
		if err != nil {
			return all, err
		}
		all = r.join(all, p)
	}
	return all, nil
}

// join lets b come after a.
func (r *reader) join(a, b part) part {
	r.link(a.last, b.first)
	both := part{first: a.first, last: b.last, empty: a.empty && b.empty}
	if a.empty {
		both.first |= b.first
	}
	if b.empty {
		both.last |= a.last
	}
	return both
}

func (r *reader) link(from, to uint64) {
	for p := range r.e.follow {
		if from>>p&1 != 0 {
			r.e.follow[p] |= to
		}
	}
}

// repeated reads one thing and how often it may come. To come several times it is
// read as often.
func (r *reader) repeated() (part, error) {
	text := r.rest
	p, err := r.atom()
	if err != nil {
		return p, err
	}
	least, most, ok := r.times()
	switch {
	case !ok:
		return p, nil
	case most >= 0 && most < least:
		return p, errRange
	}
	behind := r.rest
	all := part{empty: true}
	for n := 1; n <= max(least, most, 1); n++ {
		if n > 1 {
			r.rest = text
			if p, err = r.atom(); err != nil {
				return p, err
			}
		}
		p.empty = p.empty || n > least
		if n >= least && most < 0 {
			r.link(p.last, p.first)
		}
		all = r.join(all, p)
	}
	if most == 0 {
		all = part{empty: true}
	}
	r.rest = behind
	return all, nil
}

// times reads *, +, ?, {m}, {m,} or {m,n}; that as few as possible are wanted makes
// no difference. Most is -1 for any number.
func (r *reader) times() (least, most int, ok bool) {
	if r.rest == "" {
		return 0, 0, false
	}
	n := 1
	switch r.rest[0] {
	case '*':
		least, most = 0, -1
	case '+':
		least, most = 1, -1
	case '?':
		least, most = 0, 1
	case '{':
		if least, most, n = bounds(r.rest); n == 0 {
			return 0, 0, false
		}
	default:
		return 0, 0, false
	}
	r.rest = strings.TrimPrefix(r.rest[n:], "?")
	return least, most, true
}

// bounds reads {m}, {m,} or {m,n}, which is n bytes long; 0 if it is none.
func bounds(text string) (least, most, n int) {
	inside, _, closed := strings.Cut(text[1:], "}")
	from, to, two := strings.Cut(inside, ",")
	least, ok := count(from)
	switch {
	case !closed || !ok:
		return 0, 0, 0
	case !two:
		most = least
	case to == "":
		most = -1
	default:
		if most, ok = count(to); !ok {
			return 0, 0, 0
		}
	}
	return least, most, len(inside) + 2
}

func count(digits string) (n int, ok bool) {
	for _, c := range digits {
		if c < '0' || '9' < c {
			return 0, false
		}
		n = min(n*10+int(c-'0'), maxPlaces+1)
	}
	return n, digits != ""
}

// atom reads a group, a class or a character.
func (r *reader) atom() (part, error) {
	if r.read++; r.read > maxRead {
		return part{}, errLong
	}
	c, n := utf8.DecodeRuneInString(r.rest)
	r.rest = r.rest[n:]
	switch c {
	case '(':
		return r.group()
	case ')':
		return part{}, errClose
	case '*', '+', '?':
		return part{}, errRepeat
	case '[':
		in, err := r.class()
		if err != nil {
			return part{}, err
		}
		return r.place(in)
	case '.':
		return r.place(class{not: true})
	case '^':
		return r.place(class{ranges: []rune{begin, begin}})
	case '$':
		return r.place(class{ranges: []rune{end, end}})
	case '\\':
		in, err := r.escaped()
		if err != nil {
			return part{}, err
		}
		return r.place(in)
	}
	return r.place(class{ranges: []rune{c, c}})
}

func (r *reader) group() (part, error) {
	if r.deep++; r.deep > maxDeep {
		return part{}, errLong
	}
	if strings.HasPrefix(r.rest, "?") {
		if !strings.HasPrefix(r.rest, "?:") {
			return part{}, errUnknown
		}
		r.rest = r.rest[2:]
	}
	p, err := r.choice()
	switch {
	case err != nil:
		return p, err
	case !strings.HasPrefix(r.rest, ")"):
		return p, errOpen
	}
	r.rest = r.rest[1:]
	r.deep--
	return p, nil
}

// place makes a place that takes what is in a class.
func (r *reader) place(in class) (part, error) {
	n := len(r.e.places)
	if n == maxPlaces {
		return part{}, errLong
	}
	r.e.places, r.e.follow = append(r.e.places, in), append(r.e.follow, 0)
	return part{first: 1 << n, last: 1 << n}, nil
}

// class reads what stands between square brackets.
func (r *reader) class() (in class, err error) {
	if strings.HasPrefix(r.rest, "^") {
		in.not, r.rest = true, r.rest[1:]
	}
	for first := true; ; first = false {
		from, set, err := r.member(first)
		switch {
		case err != nil:
			return in, err
		case from < 0 && set == nil:
			return in, nil
		case set != nil:
			if set.not {
				return in, errUnknown
			}
			in.ranges, in.tables = append(in.ranges, set.ranges...), append(in.tables, set.tables...)
			continue
		}
		to := from
		if len(r.rest) > 1 && r.rest[0] == '-' && r.rest[1] != ']' {
			r.rest = r.rest[1:]
			if to, set, err = r.member(true); err != nil || set != nil || to < from {
				return in, errRange
			}
		}
		in.ranges = append(in.ranges, from, to)
	}
}

// member reads a character of a class, or a set of them behind a backslash. Behind
// the last one it is -1.
func (r *reader) member(first bool) (c rune, set *class, err error) {
	c, n := utf8.DecodeRuneInString(r.rest)
	r.rest = r.rest[n:]
	switch {
	case n == 0:
		return 0, nil, errOpen
	case c == ']' && !first:
		return -1, nil, nil
	case c != '\\':
		return c, nil, nil
	}
	in, err := r.escaped()
	if err == nil && len(in.tables) == 0 && len(in.ranges) == 2 && in.ranges[0] == in.ranges[1] {
		return in.ranges[0], nil, nil
	}
	return 0, &in, err
}

// escaped reads what stands behind a backslash.
func (r *reader) escaped() (class, error) {
	c, n := utf8.DecodeRuneInString(r.rest)
	if n == 0 {
		return class{}, errUnknown
	}
	r.rest = r.rest[n:]
	small := unicode.ToLower(c)
	in := class{not: small != c}
	switch small {
	case 'd':
		in.ranges = []rune{'0', '9'}
	case 'w':
		in.ranges = []rune{'0', '9', 'A', 'Z', '_', '_', 'a', 'z'}
	case 's':
		in.ranges = []rune{'\t', '\r', ' ', ' '}
	case 'p':
		rest, ok := strings.CutPrefix(r.rest, "{Han}")
		if !ok {
			return in, errUnknown
		}
		r.rest, in.tables = rest, []*unicode.RangeTable{unicode.Han}
	case 'n':
		in.ranges = []rune{'\n', '\n'}
	case 't':
		in.ranges = []rune{'\t', '\t'}
	default:
		if 'a' <= small && small <= 'z' || '0' <= c && c <= '9' {
			return in, errUnknown
		}
		in = class{ranges: []rune{c, c}}
	}
	return in, nil
}
