package trees

import (
	"bytes"
	"sort"
	"strconv"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/scribe"
)

// Some programs print a structure as a list of its leaves, each with the path that leads to
// it. The leaves may come in any order. The structure is written as JSON.

// step is one of a path: a name, or the number of an item.
type step struct {
	from, to int
	index    int32 // -1 for a name
}

const mostSteps = 40

// leaf is a path with its value, or with where an object or array that is empty stands.
type leaf struct {
	steps    []step
	from, to int
	// none tells that the path has no value: something ends there, or begins.
	none bool
}

// entries is how a program lists them.
type entries struct {
	kind string
	// root is what every path begins with, "" where that is nothing.
	root string
	// next reads the one at i, and returns where it ends, 0 if none is there.
	next func(p *paths, i int, l *leaf) (end int)
	// closer ends the list, if something does.
	closer byte
}

var (
	gronLines  = entries{kind: "gron", root: "json", next: (*paths).gronLine}
	keyLines   = entries{kind: "paths", next: (*paths).keyLine}
	streamed   = entries{kind: "jq", next: (*paths).event}
	flatObject = entries{kind: "flat", next: (*paths).member, closer: '}'}
)

// point is a part of the structure: an object, an array or a leaf.
type point struct {
	name, to          uint32 // of a member, in the text
	index             int32  // of an item, -1 for a member
	first, last, next int32  // of what it holds, 0 for nothing
	value, end        uint32
	hasValue          bool
	sought            bool // its items are in paths.items
}

// paths reads the leaves and writes what they make.
type paths struct {
	scribe.Reader
	form   entries
	points []point
	items  map[uint64]int32
	buffer [mostSteps]step
	begin  int // where the first entry stands
	prefix int // how many steps lead to the root of the callback
	lead   []byte
	// apart tells that what belongs together stands apart, deep that a path has several
	// steps from the root of the callback on.
	apart, deep bool
	done        int // up to where the text was written
	// What is seen of the values: whether all are of JSON, some are strings of it, some have a
	// backslash, some have what a file of properties escapes.
	odd, strings, slashes, plain bool
	calls                        int // values that are calls or statements of a program
}

func gronBegins(t []byte, i int) bool {
	return bytes.HasPrefix(t[i:], []byte("json")) && i+4 < len(t) && bytes.IndexByte([]byte(" .["), t[i+4]) >= 0 &&
		lineBegins(t, i) && (&paths{}).begins(t, i, &gronLines)
}

func keysBegin(t []byte, i int) bool {
	return lineBegins(t, i) && (chars.IsLetter(t[i]) || t[i] == '_') && (&paths{}).begins(t, i, &keyLines)
}

func eventsBegin(t []byte, i int) bool {
	return t[i] == '[' && (&paths{}).begins(t, i, &streamed)
}

// flatBegins knows {"EventName":"TaskFinish","JobsDetail.0.JobId":"a"}.
func flatBegins(t []byte, i int) bool {
	if t[i] != '{' {
		return false
	}
	ahead := t[i:min(len(t), i+2*scribe.LookAhead)]
	for _, behind := range []byte(".[") { // a name at a path's beginning
		for at := 0; ; {
			n := bytes.IndexByte(ahead[at:], behind)
			if n < 0 {
				break
			}
			name := ahead[max(0, at+n-longestRoot-1) : at+n]
			if quote := bytes.LastIndexByte(name, '"'); quote >= 0 && rootName(name[quote+1:]) != notRoot {
				return true
			}
			at += n + 1
		}
	}
	return false
}

// begins reports whether entries begin at i. It looks at a bounded number of bytes.
func (p *paths) begins(t []byte, i int, form *entries) bool {
	p.Text, p.form, p.Pulse = t[:min(len(t), i+4*scribe.LookAhead)], *form, func() {}
	l := leaf{steps: p.buffer[:0]}
	if form.root != "" { // gron tells first what its root is
		n := len(form.root)
		for k := 0; k < 2; k++ {
			l.steps = l.steps[:0]
			end := form.next(p, i, &l)
			if end == 0 {
				return false
			}
			if len(l.steps) > 0 {
				return true
			}
			if i = scribe.Blanks(p.Text, end); !bytes.HasPrefix(p.Text[i:], []byte(form.root)) || i+n >= len(p.Text) {
				return false
			}
		}
		return true
	}
	return form.next(p, i, &l) > 0 && rootAmong(t, l.steps) >= 0
}

// rootAmong returns which step stands in the root of a callback or is that, -1 for none.
func rootAmong(t []byte, steps []step) int {
	for k, s := range steps {
		if s.index < 0 && rootName(t[s.from:s.to]) != notRoot {
			return k
		}
	}
	return -1
}

// lineBegins reports whether nothing but blanks stands before i on its line.
func lineBegins(t []byte, i int) bool {
	for k := i - 1; k >= 0 && k > i-scribe.LongestName; k-- {
		if t[k] == '\n' {
			return true
		}
		if t[k] != ' ' && t[k] != '\t' {
			return false
		}
	}
	return i < scribe.LongestName
}

// read reads all entries from p.I on, and writes what they make.
func (p *paths) read(s *Tree) bool {
	p.points = append(p.points, point{index: -1})
	end := p.I
	p.begin = p.I
	if p.form.closer != 0 {
		p.I++
	}
	values := 0
	for first := true; p.I < len(p.Text) && p.Alive(); first = false {
		at := scribe.Blanks(p.Text, p.I)
		if p.form.closer != 0 && at < len(p.Text) && p.Text[at] == p.form.closer {
			end = at + 1
			break
		}
		at = p.past(at)
		l := leaf{steps: p.buffer[:0]}
		next := 0
		if at < len(p.Text) {
			next = p.form.next(p, at, &l)
		}
		if next > 0 && first {
			p.prefix = max(rootAmong(p.Text, l.steps), 0)
			if p.form.root == "" && p.prefix > 0 {
				p.lead = p.Text[l.steps[0].from:l.steps[p.prefix-1].to]
			}
		}
		if next == 0 || !p.belongs(&l) {
			p.Broken = p.Broken || p.form.closer != 0 || p.resumes(at)
			p.I = at
			break
		}
		if !l.none && !p.add(&l) {
			break // the same again: another structure begins
		}
		values += chars.One(!l.none)
		p.I, end = next, next
	}
	s.End = max(end, p.I)
	if p.Broken && p.form.closer == 0 {
		s.End = p.rest(s.End)
	}
	if p.Broken || values < 2 || !p.deep || p.calls*2 >= values {
		return false
	}
	s.End = end
	return p.write(end) && !p.Broken
}

// rest returns where the entries end of which some could not be read: those that are left
// are no structure of their own.
func (p *paths) rest(i int) (end int) {
	const most = 8 // lines between two entries
	end = i
	for other := 0; i < len(p.Text) && other <= most; {
		if p.Beat -= scribe.LookAhead; p.Beat < i {
			p.Pulse()
			p.Beat = i + scribe.PulseEvery
		}
		at := p.past(scribe.Blanks(p.Text, i))
		l := leaf{steps: p.buffer[:0]}
		next := 0
		if at < len(p.Text) {
			next = p.form.next(p, at, &l)
		}
		if next > 0 && p.belongs(&l) {
			i, end, other = next, next, 0
			continue
		}
		n := bytes.IndexByte(p.Text[i:min(len(p.Text), i+4*scribe.LookAhead)], '\n')
		if n < 0 {
			break
		}
		i += n + 1
		other++
	}
	return end
}

// past returns where the next entry may begin: behind a comma, lines without anything and
// remarks.
func (p *paths) past(at int) int {
	if at < len(p.Text) && p.Text[at] == ',' && (p.form.closer != 0 || p.form.kind == streamed.kind) {
		return scribe.Blanks(p.Text, at+1)
	}
	for p.form.kind == keyLines.kind && at < len(p.Text) && (p.Text[at] == '#' || p.Text[at] == '!') {
		n := bytes.IndexByte(p.Text[at:], '\n')
		if n < 0 {
			return len(p.Text)
		}
		at = scribe.Blanks(p.Text, at+n)
		p.I = at
		if !p.Alive() {
			break
		}
	}
	return at
}

// belongs reports whether an entry is of the structure that the first one is of.
func (p *paths) belongs(l *leaf) bool {
	if p.form.kind != keyLines.kind {
		return true
	}
	if len(l.steps) <= p.prefix {
		return false
	}
	if p.prefix > 0 {
		return bytes.Equal(p.Text[l.steps[0].from:l.steps[p.prefix-1].to], p.lead)
	}
	return rootName(p.Text[l.steps[0].from:l.steps[0].to]) != notRoot
}

// resumes reports whether the entries go on soon behind something else that stands at i: a
// value of several lines, or what another program wrote between them.
func (p *paths) resumes(i int) bool {
	const lines = 8
	for range lines {
		n := bytes.IndexByte(p.Text[i:min(len(p.Text), i+4*scribe.LookAhead)], '\n')
		if n < 0 {
			return false
		}
		if i = scribe.Blanks(p.Text, i+n); i >= len(p.Text) {
			return false
		}
		l := leaf{steps: p.buffer[:0]}
		if p.form.next(p, i, &l) > 0 && p.belongs(&l) && (p.form.root != "" || rootAmong(p.Text, l.steps) >= 0) {
			return !p.seen(&l)
		}
	}
	return false
}

// seen reports whether a leaf is there already.
func (p *paths) seen(l *leaf) bool {
	at := int32(0)
	for _, s := range l.steps {
		if at = p.find(at, s); at == 0 {
			return false
		}
	}
	return p.points[at].hasValue || p.points[at].first > 0
}

// add puts a leaf into the structure. It reports false where it is there already.
func (p *paths) add(l *leaf) bool {
	own := bytes.TrimSpace(p.Text[l.from:l.to])
	p.deep = p.deep || len(l.steps) > p.prefix+1
	parent := int32(0)
	for _, s := range l.steps {
		before := p.points[parent].last
		child := p.find(parent, s)
		if child == 0 {
			if child = p.grow(parent, s); p.Broken {
				return true
			}
		} else if child != before {
			p.apart = true
		}
		parent = child
	}
	n := &p.points[parent]
	if n.hasValue || n.first > 0 {
		return false
	}
	n.value, n.end, n.hasValue = uint32(l.from), uint32(l.to), true
	if p.form.kind == keyLines.kind {
		p.judge(own)
	}
	return true
}

// find returns what a step leads to, 0 for what is not there yet.
func (p *paths) find(parent int32, s step) int32 {
	n := &p.points[parent]
	if n.last == 0 {
		return 0
	}
	if last := &p.points[n.last]; p.same(last, s) {
		return n.last
	} else if s.index >= 0 {
		if last.index >= 0 && s.index > last.index && !n.sought {
			return 0
		}
		if !n.sought {
			n.sought = true
			for k := n.first; k > 0; k = p.points[k].next {
				p.keep(parent, p.points[k].index, k)
			}
		}
		return p.items[uint64(parent)<<32|uint64(uint32(s.index))]
	}
	const most = 200 // names in an object
	count := 0
	for k := n.first; k > 0; k = p.points[k].next {
		if p.same(&p.points[k], s) {
			return k
		}
		if count++; count > most {
			p.Broken = true
			return 0
		}
	}
	return 0
}

func (p *paths) keep(parent, index, child int32) {
	if p.items == nil {
		p.items = make(map[uint64]int32)
	}
	p.items[uint64(parent)<<32|uint64(uint32(index))] = child
}

func (p *paths) same(n *point, s step) bool {
	if s.index >= 0 || n.index >= 0 {
		return s.index == n.index
	}
	return bytes.Equal(p.Text[n.name:n.to], p.Text[s.from:s.to])
}

// grow adds what a step leads to.
func (p *paths) grow(parent int32, s step) int32 {
	const few, bytesEach = 64 << 10, 32 // of the text for a point, so that memory is bounded by it
	child := int32(len(p.points))
	n := &p.points[parent]
	if len(p.points) > few+len(p.Text)/bytesEach || n.last > 0 && (p.points[n.last].index < 0) != (s.index < 0) || n.hasValue && !p.empty(n) {
		p.Broken = true // an array with names, a text with members, or too much for the text
		return 0
	}
	if n.sought {
		p.keep(parent, s.index, child)
		p.apart = true
	}
	if n.last > 0 {
		p.points[n.last].next = child
	} else {
		n.first = child
	}
	n.last = child
	p.points = append(p.points, point{name: uint32(s.from), to: uint32(s.to), index: s.index})
	const cost = 64 // bytes could be read in the time that this takes
	p.Beat -= cost
	return child
}

// empty reports whether a value is an object or array without anything in it.
func (p *paths) empty(n *point) bool {
	own := string(p.Text[n.value:n.end])
	return own == "{}" || own == "[]"
}

// judge sees of what form values are.
func (p *paths) judge(own []byte) {
	quoted := len(own) > 1 && own[0] == '"' && stringEnd(own, 0) == len(own)
	p.strings = p.strings || quoted
	p.odd = p.odd || !quoted && !isWord(own) && !scribe.IsNumber(own)
	if n := len(own); n > 1 && (own[n-1] == ';' || own[n-1] == ')' && scribe.NameEnd(own, 0) < n && own[scribe.NameEnd(own, 0)] == '(') {
		p.calls++
	}
	if p.plain {
		return
	}
	for k := 0; k < len(own); k++ {
		switch own[k] {
		case '\\':
			p.slashes = true
			k++
		case ':', '=':
			p.plain = true
		}
	}
}

func isWord(own []byte) bool {
	switch string(own) {
	case "true", "false", "null", "{}", "[]":
		return true
	}
	return false
}

// write writes the structure, which ends at end.
func (p *paths) write(end int) bool {
	root := int32(0)
	for range p.prefix { // what stands around the callback
		if root = p.points[root].first; root == 0 || p.points[root].next > 0 {
			return false
		}
	}
	p.done = p.begin
	p.point(root, 0)
	p.Out.Put("", end, end)
	return true
}

// point writes one part of the structure.
func (p *paths) point(k int32, depth int) {
	n := p.points[k]
	if !p.turn() || depth > mostSteps {
		p.Broken = true
		return
	}
	if n.first == 0 {
		p.leaf(&n)
		return
	}
	brackets := "{}"
	order := n.first
	if p.points[n.first].index >= 0 {
		brackets = "[]"
		if n.sought {
			order = p.sorted(n.first)
		}
	}
	p.put(brackets[:1])
	for child := order; child > 0; child = p.points[child].next {
		c := &p.points[child]
		if child != order {
			p.put(",")
		}
		if c.index < 0 {
			p.done = int(c.name)
			p.put(`"`)
			p.Escaped(int(c.name), int(c.to))
			p.done = int(c.to)
			p.put(`":`)
		}
		p.point(child, depth+1)
	}
	p.put(brackets[1:])
}

// turn pulses for what is written.
func (p *paths) turn() bool {
	p.Beat -= 64
	if p.Beat < 0 {
		p.Pulse()
		p.Beat = scribe.PulseEvery
	}
	return !p.Broken
}

// put writes what stands nowhere in the text.
func (p *paths) put(s string) { p.Out.Put(s, p.done, p.done) }

// sorted puts items into the order of their numbers, and returns the first.
func (p *paths) sorted(first int32) int32 {
	var all []int32
	for k := first; k > 0; k = p.points[k].next {
		all = append(all, k)
	}
	sort.SliceStable(all, func(a, b int) bool { return p.points[all[a]].index < p.points[all[b]].index })
	for k, child := range all {
		p.points[child].next = 0
		if k > 0 {
			p.points[all[k-1]].next = child
		}
	}
	return all[0]
}

// leaf writes a value: as it stands if it is of JSON, else as a string.
func (p *paths) leaf(n *point) {
	from, to := int(n.value), int(n.end)
	p.done = to
	switch {
	case p.form.kind != keyLines.kind, p.strings && !p.odd:
		p.Out.Copy(p.Text, from, to)
	case p.slashes && !p.plain:
		p.Out.Put(`"`, from, from)
		p.properties(from, to)
		p.Out.Put(`"`, to, to)
	default:
		p.Out.Put(`"`, from, from)
		p.Escaped(from, to)
		p.Out.Put(`"`, to, to)
	}
}

// properties writes a value of a file of properties.
func (p *paths) properties(from, to int) {
	for from < to {
		n := bytes.IndexByte(p.Text[from:to], '\\')
		if n < 0 {
			n = to - from
		}
		p.Escaped(from, from+n)
		if from += n; from >= to {
			break
		}
		out, used := chars.AppendEscape(nil, p.Text[from:to])
		if used < 2 && from+1 < to {
			out, used = p.Text[from+1:from+2], 2
		}
		for _, c := range out {
			scribe.PutByte(p.Out, c, from, from+used)
		}
		from += used
	}
}

// steps reads a path without quotes: a.b, a[0].b, a.0.b, a["b"], a[b], a__0__b.
func (p *paths) path(i int, l *leaf) int {
	t := p.Text
	for first := true; i < len(t); first = false {
		switch {
		case t[i] == '[':
			if i = p.bracket(i, l); i == 0 {
				return 0
			}
			continue
		case first:
		case t[i] == '.':
			i++
		case bytes.HasPrefix(t[i:], []byte("__")):
			i += 2
		default:
			return i
		}
		end := i
		for end < len(t) && end-i < scribe.LongestName && (chars.IsLetter(t[end]) || t[end] == '-' || t[end] >= '0' && t[end] <= '9' ||
			t[end] >= 0x80 || t[end] == '_' && !bytes.HasPrefix(t[end:], []byte("__"))) {
			end++
		}
		if !l.push(t, i, end) {
			return 0
		}
		i = end
	}
	return i
}

// bracket reads a step in brackets.
func (p *paths) bracket(i int, l *leaf) int {
	t := p.Text
	i++
	if end := scribe.QuotedEnd(t, i); end > 0 && end < len(t) && t[end] == ']' {
		if len(l.steps) == mostSteps || bytes.IndexByte(t[i:end], '\\') >= 0 {
			return 0
		}
		l.steps = append(l.steps, step{i + 1, end - 1, -1})
		return end + 1
	}
	n := bytes.IndexByte(t[i:min(len(t), i+scribe.LongestName)], ']')
	if n <= 0 || scribe.NameEnd(t, i) != i+n && t[i] > '9' || !l.push(t, i, i+n) {
		return 0
	}
	return i + n + 1
}

// push adds a step, false where it is too long or empty.
func (l *leaf) push(t []byte, from, to int) bool {
	const longest = 9
	if to <= from || to-from >= scribe.LongestName || len(l.steps) == mostSteps {
		return false
	}
	s := step{from, to, -1}
	if to-from <= longest {
		if n, err := strconv.ParseUint(string(t[from:to]), 10, 31); err == nil {
			s.index = int32(n)
		}
	}
	l.steps = append(l.steps, s)
	return true
}

// gronLine reads json.a[0].b = "x";
func (p *paths) gronLine(i int, l *leaf) int {
	t := p.Text
	if !bytes.HasPrefix(t[i:], []byte(p.form.root)) {
		return 0
	}
	if i = p.path(i, l); i == 0 || len(l.steps) == 0 || string(t[l.steps[0].from:l.steps[0].to]) != p.form.root {
		return 0
	}
	l.steps = l.steps[1:]
	if i = scribe.Blanks(t, i); i >= len(t) || t[i] != '=' {
		return 0
	}
	i = scribe.Blanks(t, i+1)
	end := scalarEnd(t, i)
	if end <= i || end >= len(t) || t[end] != ';' {
		return 0
	}
	l.from, l.to = i, end
	l.none = len(l.steps) == 0
	return end + 1
}

// keyLine reads a.b=x and a.b: x.
func (p *paths) keyLine(i int, l *leaf) int {
	t := p.Text
	if i = p.path(i, l); i == 0 {
		return 0
	}
	at := i
	for at < len(t) && (t[at] == ' ' || t[at] == '\t') {
		at++
	}
	if at >= len(t) || t[at] != '=' && t[at] != ':' || t[at] == ':' && (at+1 >= len(t) || bytes.IndexByte([]byte(" \t\r\n"), t[at+1]) < 0) {
		return 0
	}
	for at++; at < len(t) && (t[at] == ' ' || t[at] == '\t'); {
		at++
	}
	end := at
	for end < len(t) && t[end] != '\n' {
		n := bytes.IndexByte(t[end:min(len(t), end+scribe.PulseEvery)], '\n')
		if n < 0 {
			n = min(len(t)-end, scribe.PulseEvery)
			p.Pulse()
		}
		end += n
	}
	l.from, l.to = at, end
	if end > at && t[end-1] == '\r' {
		l.to--
	}
	return min(end+1, len(t))
}

// event reads [["a",0,"b"],"x"], as jq streams it, and [["a",0]].
func (p *paths) event(i int, l *leaf) int {
	t := p.Text
	if t[i] != '[' {
		return 0
	}
	if i = scribe.Blanks(t, i+1); i >= len(t) || t[i] != '[' {
		return 0
	}
	for i = scribe.Blanks(t, i+1); i < len(t) && t[i] != ']'; i = scribe.Blanks(t, i) {
		if t[i] == ',' && len(l.steps) > 0 {
			i = scribe.Blanks(t, i+1)
		}
		end := scribe.QuotedEnd(t, i)
		switch {
		case end > 0 && t[i] == '"' && bytes.IndexByte(t[i:end], '\\') < 0 && len(l.steps) < mostSteps:
			l.steps = append(l.steps, step{i + 1, end - 1, -1})
		case end == 0 && i < len(t) && t[i] >= '0' && t[i] <= '9':
			for end = i; end < len(t) && t[end] >= '0' && t[end] <= '9'; {
				end++
			}
			if !l.push(t, i, end) {
				return 0
			}
		default:
			return 0
		}
		i = end
	}
	if i = scribe.Blanks(t, i+1); i >= len(t) || len(l.steps) == 0 {
		return 0
	}
	if t[i] == ']' {
		l.none = true
		return i + 1
	}
	if t[i] != ',' {
		return 0
	}
	l.from = scribe.Blanks(t, i+1)
	l.to = scalarEnd(t, l.from)
	if i = scribe.Blanks(t, l.to); l.to <= l.from || i >= len(t) || t[i] != ']' {
		return 0
	}
	return i + 1
}

// member reads "a.0.b": "x" of an object.
func (p *paths) member(i int, l *leaf) int {
	t := p.Text
	if i >= len(t) || t[i] != '"' {
		return 0
	}
	if i = p.path(i+1, l); i == 0 || i >= len(t) || t[i] != '"' {
		return 0
	}
	if i = scribe.Blanks(t, i+1); i >= len(t) || t[i] != ':' {
		return 0
	}
	l.from = scribe.Blanks(t, i+1)
	if l.to = scalarEnd(t, l.from); l.to <= l.from {
		return 0
	}
	return l.to
}

// scalarEnd returns where the value of JSON at i ends that holds nothing, i where none is
// there.
func scalarEnd(t []byte, i int) int {
	if i >= len(t) {
		return i
	}
	switch c := t[i]; {
	case c == '"':
		return stringEnd(t, i)
	case c == '{' || c == '[':
		if end := scribe.Blanks(t, i+1); end < len(t) && t[end] == c+2 {
			return end + 1
		}
		return i
	}
	end := i
	for end < len(t) && end-i < scribe.LongestName && (chars.IsLetter(t[end]) || t[end] >= '0' && t[end] <= '9' || bytes.IndexByte([]byte("+-."), t[end]) >= 0) {
		end++
	}
	if own := t[i:end]; isWord(own) || len(own) > 0 && bytes.IndexByte([]byte("-0123456789"), own[0]) >= 0 {
		return end
	}
	return i
}

// stringEnd returns where the string of JSON at i ends, i where it does not.
func stringEnd(t []byte, i int) int {
	for k := i + 1; k < len(t); k++ {
		switch t[k] {
		case '\\':
			k++
		case '"':
			return k + 1
		case '\n':
			return i
		}
	}
	return i
}
