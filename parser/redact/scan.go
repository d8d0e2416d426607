package redact

import "bytes"

// pulseEvery is how many steps lie between two pulses; most go over a byte.
const pulseEvery = 16 << 10

// scanner goes over a text once and gathers the secrets in it.
type scanner struct {
	text  []byte
	pulse func(done int)
	steps int // since the last pulse
	found []Span
	ahead int // bytes that were looked at and will be again

	command bool // it is within a command line of curl or wget
	// marker is where the last name was that only a description of a request
	// has, and targets are values that are secrets beside one.
	marker  mark
	targets []target
	value   pairValue
}

// mark is the place of a name in quotes, with the backslashes before those.
type mark struct {
	at, slashes int
	known       bool
}

type target struct {
	name  mark
	value Span
}

// pairValue is the value of a pair whose key may follow.
type pairValue struct {
	name  mark
	value Span
}

// The classes of bytes that the scanner stops at.
const (
	inRun = 1 << iota // in a word: letters, digits, - and _
	stops             // beside words
)

var class = func() (t [256]uint8) {
	for c := range t {
		switch b := byte(c); {
		case b >= '0' && b <= '9' || b|0x20 >= 'a' && b|0x20 <= 'z' || b == '-' || b == '_':
			t[c] = inRun
		case b == ':' || b == '\n':
			t[c] = stops
		}
	}
	return t
}()

// run goes over the text word by word.
func (s *scanner) run() {
	for i := 0; i < len(s.text); {
		s.rest(i)
		switch class[s.text[i]] {
		case inRun:
			end := i + 1
			for end < len(s.text) && class[s.text[end]] == inRun {
				end++
			}
			i = max(s.word(i, end), end)
		case stops:
			i = s.sign(i)
		default:
			i++
		}
	}
}

// rest counts a step at i, and pulses if that is due.
func (s *scanner) rest(i int) {
	if s.steps++; s.steps >= pulseEvery {
		s.steps = 0
		if s.pulse != nil {
			s.pulse(i)
		}
	}
}

// twice takes down that the bytes from start to end will be looked at again.
// It reports false where that has been so too often for the time to stay in
// proportion to the text.
func (s *scanner) twice(start, end int) bool {
	const most, free = 8, 64 << 10
	s.ahead += max(end-start, 0)
	return s.ahead < most*len(s.text)+free
}

// add takes a secret down, without the blanks around it.
func (s *scanner) add(start, end int) {
	for start < end && isSpace(s.text[start]) {
		start++
	}
	for start < end && isSpace(s.text[end-1]) {
		end--
	}
	if end > start {
		s.found = append(s.found, Span{start, end})
	}
}

// sign looks at a colon or the end of a line.
func (s *scanner) sign(i int) int {
	if s.text[i] == ':' {
		s.userInfo(i)
		return i + 1
	}
	if before := bytes.TrimRight(s.text[max(i-2, 0):i], "\r"); len(before) == 0 ||
		!isContinuation(before[len(before)-1]) {
		s.command = false
	}
	return i + 1
}

// isContinuation reports whether a line of a shell that ends in c goes on.
func isContinuation(c byte) bool { return c == '\\' || c == '^' || c == '`' }

// place is a word with what it stands behind.
type place struct {
	start, end int
	// lead is the character before it, 0 at the beginning of the text, written
	// in the bytes from leadAt on.
	lead    unit
	leadAt  int
	kind    Kind
	quoted  bool // a quote follows: it is the whole of a string
	sep     byte
	sepUnit unit
	slashes int // before the quote that follows
}

// placeOf finds what the word from start to end stands behind. Its first bytes
// may belong to an escape.
func (s *scanner) placeOf(start, end int) place {
	p := place{start: start, end: end, leadAt: start}
	if start == 0 {
		return p
	}
	switch c := s.text[start-1]; c {
	case '\\':
		p.leadAt--
		for p.leadAt > 0 && start-p.leadAt < longestEscape && s.text[p.leadAt-1] == '\\' {
			p.leadAt--
		}
		p.lead = unitAt(s.text, p.leadAt)
	case '%':
		p.leadAt--
		p.lead = unitAt(s.text, p.leadAt)
	case ';':
		p.leadAt--
		p.lead = unit{c: ';', size: 1}
		if at := bytes.LastIndexByte(s.text[max(start-longestEntity, 0):start], '&'); at >= 0 {
			at += max(start-longestEntity, 0)
			if u := unitAt(s.text, at); at+u.size == start {
				p.lead, p.leadAt = u, at
			}
		}
	default:
		p.leadAt--
		p.lead = unit{c: min(c, other), size: 1}
	}
	p.start = min(max(p.leadAt+p.lead.size, start), end)
	return p
}

// longestEntity is how many bytes an entity may have that leads to a word.
const longestEntity = 40

// word looks at one word and returns where to go on.
func (s *scanner) word(start, end int) int {
	if end-start < 2 {
		return end
	}
	escaped := start > 0 && (s.text[start-1] == '\\' || s.text[start-1] == '%')
	named := end < len(s.text) && follows[s.text[end]] && mayMean(s.text[max(start, end-longestName):end])
	if !named && !escaped && !opens[s.text[start]] {
		return end
	}
	p := s.placeOf(start, end)
	if p.end-p.start < 2 {
		return end
	}
	if opens[s.text[p.start]] {
		if next := s.shape(&p); next > 0 {
			return next
		}
	}
	if !named {
		return end
	}
	if p.kind = s.kindAt(&p); p.kind == None || p.kind < Secret && !s.twice(0, 0) {
		return end
	}
	return s.named(&p)
}

// follows has the bytes that may follow a name that has a value.
var follows = func() (t [256]bool) {
	for _, c := range []byte("\"'`\\&%:=> \t\xEF") {
		t[c] = true
	}
	return t
}()

// kindAt returns what the value of a word is if it is a name.
func (s *scanner) kindAt(p *place) Kind {
	name := s.text[p.start:p.end]
	if p.lead.c == ':' {
		switch string(name) {
		case "path":
			return Address
		case "authority":
			return Head
		}
	}
	return NameKind(name)
}

// separator finds what separates the word from its value, and where that
// begins; -1 where nothing does.
func (s *scanner) separator(p *place) int {
	at := p.end
	if at >= len(s.text) {
		return -1
	}
	u := unitAt(s.text, at)
	if isQuote(u.c) {
		p.quoted, p.slashes = true, u.slashes
		at += u.size
	}
	at = s.skipBlanks(at, false, false)
	if at >= len(s.text) {
		return -1
	}
	switch u = unitAt(s.text, at); {
	case u.c == ':' || u.c == '=' || u.c == ',' && p.quoted || u.c == '>' && !p.quoted:
		at += u.size
	case bytes.HasPrefix(s.text[at:], []byte("：")):
		u.c = ':'
		at += len("：")
	default:
		return -1
	}
	p.sep, p.sepUnit = u.c, u
	if u.c == ':' || u.c == '=' {
		for n := 0; n < 2 && at < len(s.text); n++ { // :=, =>, ==
			if c := s.text[at]; c != '=' && c != '>' || c == '>' && p.sep == ':' {
				break
			}
			at++
		}
	}
	return s.skipBlanks(at, p.quoted, p.form())
}

// form reports whether p stands in what is escaped as a form is, where + is a
// blank.
func (p *place) form() bool { return p.sepUnit.percent > 0 }

// skipBlanks passes over a few blanks from at on, over line ends if lines says
// so, and over + if form does.
func (s *scanner) skipBlanks(at int, lines, form bool) int {
	const most = 256
	for n := 0; n < most && at < len(s.text); n++ {
		u := unitAt(s.text, at)
		if !isBlank(u.c) && (!lines || u.c != '\n' && u.c != '\r') && (!form || u.c != '+' || u.percent > 0) {
			break
		}
		at += u.size
	}
	return at
}

// named looks at the value of a name and returns where to go on.
func (s *scanner) named(p *place) int {
	if p.lead.c == '<' || p.lead.c == ':' {
		if at := s.elementValue(p); at >= 0 {
			return s.take(p, at, s.elementEnd(p, at))
		}
	}
	at := s.separator(p)
	if at < 0 || p.sep == '>' {
		return p.end
	}
	if at >= len(s.text) {
		return at
	}
	u := unitAt(s.text, at)
	switch {
	case p.sep == ',' && (!isQuote(u.c) || !s.inList(p, at)):
		return p.end
	case p.kind == Marker:
		s.mark(p)
		return p.end
	case isQuote(u.c):
		return s.take(p, at+u.size, s.closing(at, u))
	case u.c == '[' || u.c == '{':
		if p.kind == Deep || p.kind == Head && u.c == '[' {
			return s.group(at)
		}
		if p.kind == Link || p.kind == Address {
			s.firstAddress(p, at+u.size)
		}
		return p.end
	}
	return s.take(p, at, s.bareEnd(p, at))
}

// inList reports whether a name and a value in quotes with a comma between them
// belong together, as they do in a list of the fields of a head. In other lists
// "cookie" is a word.
func (s *scanner) inList(p *place, at int) bool {
	const reach = 256
	end := s.closing(at, unitAt(s.text, at))
	if end < len(s.text) {
		end = s.skipBlanks(end+unitAt(s.text, end).size, false, false)
	}
	if end < len(s.text) && unitAt(s.text, end).c == ':' {
		return false // that is the name of another
	}
	return p.kind == Head || p.kind == Deep && bytes.IndexByte(s.text[at:min(at+reach, len(s.text))], '=') >= 0
}

// elementValue returns where the text of an element begins whose name p is, -1
// if it is none.
func (s *scanner) elementValue(p *place) int {
	const longestTag = 256
	if p.lead.c == ':' && bytes.IndexByte(s.text[max(p.leadAt-longestEntity, 0):p.leadAt], '<') < 0 {
		return -1
	}
	for at := p.end; at < min(p.end+longestTag, len(s.text)); {
		u := unitAt(s.text, at)
		if at == p.end && !isSpace(u.c) && u.c != '>' {
			return -1
		}
		at += u.size
		switch u.c {
		case '>':
			p.sep, p.sepUnit = '>', u
			return s.pastCData(p, at)
		case '<', '/':
			return -1
		}
	}
	return -1
}

// pastCData passes over what a CDATA section begins with.
func (s *scanner) pastCData(p *place, at int) int {
	const mark = "[CDATA["
	end := at
	for n := 0; n < 2 && end < len(s.text); n++ { // < and !
		end += unitAt(s.text, end).size
	}
	if bytes.HasPrefix(s.text[end:], []byte(mark)) {
		p.sep = ']'
		return end + len(mark)
	}
	return at
}

// elementEnd returns where the text of an element ends that begins at start.
func (s *scanner) elementEnd(p *place, start int) int {
	closers := 0
	return s.until(start, func(u unit) bool {
		switch {
		case p.sep != ']':
			return u.c == '<' && u.percent <= p.sepUnit.percent
		case u.c == ']':
			closers++
		case u.c == '>' && closers > 1:
			return true
		default:
			closers = 0
		}
		return false
	})
}

// until returns where the first character from at on is that stop reports true
// for.
func (s *scanner) until(at int, stop func(u unit) bool) int {
	for at < len(s.text) {
		s.rest(at)
		u := unitAt(s.text, at)
		if stop(u) {
			return at
		}
		at += u.size
	}
	return len(s.text)
}

// closing returns where the quote at open ends: before one that is written as
// it is, or less escaped, or at the end of the line.
func (s *scanner) closing(open int, q unit) int {
	entity := s.text[open] == '&'
	at := open + q.size
	for at < len(s.text) {
		s.rest(at)
		u := unitAt(s.text, at)
		if u.c == '\n' && u.slashes == 0 && u.percent <= q.percent {
			break
		}
		if u.c == q.c && u.percent <= q.percent && (entity || s.text[at] != '&') {
			if u.slashes < q.slashes || u.slashes%(2*q.slashes+2) == q.slashes {
				break
			}
		}
		at += u.size
	}
	return at
}

// firstAddress looks at the address that a list begins with.
func (s *scanner) firstAddress(p *place, at int) {
	if at >= len(s.text) {
		return
	}
	if u := unitAt(s.text, at); isQuote(u.c) {
		s.take(p, at+u.size, s.closing(at, u))
		return
	}
	s.take(p, at, s.until(at, func(u unit) bool { return isSpace(u.c) || u.c == ']' || u.c == '<' }))
}

// mark takes down that the names beside p are those of a request.
func (s *scanner) mark(p *place) {
	if !p.quoted || p.sep != ':' {
		return
	}
	s.marker = mark{p.start, p.slashes, true}
	for _, t := range s.targets {
		if s.marker.near(t.name) {
			s.address(t.value.Start, t.value.End, true)
		}
	}
	s.targets = s.targets[:0]
}

// near reports whether two names may be members of one object.
func (m mark) near(o mark) bool {
	const reach = 16 << 10
	return m.known && o.known && m.slashes == o.slashes && max(m.at-o.at, o.at-m.at) < reach
}

// take does what is to be done with the value of p from start to end, and
// returns where to go on.
func (s *scanner) take(p *place, start, end int) int {
	name := mark{p.start, p.slashes, p.quoted}
	if p.sep == '>' || p.sep == ']' {
		name.known = true
	}
	if p.kind < Secret {
		s.twice(start, end)
	}
	switch p.kind {
	case PairKey:
		if end-start <= longestName && NameKind(s.text[start:end]) >= Link {
			s.pair(name, end)
		}
		return start
	case PairValue:
		s.value = pairValue{name, Span{start, end}}
		return start
	case Target:
		s.target(name, Span{start, end})
		return start
	case Marker:
		return start
	case Link:
		s.address(start, end, p.sep == ':' && (!p.quoted || s.marker.near(name)))
		return start
	case Address:
		s.address(start, end, true)
		return start
	}
	if p.sep == ']' {
		s.add(start, start+len(bytes.TrimSuffix(s.text[start:end], []byte("]]"))))
	} else if !trivial(s.text[start:end]) {
		s.add(start, end)
	}
	return end
}

// target takes an address down that is a secret beside a marker.
func (s *scanner) target(name mark, value Span) {
	const most = 8
	switch {
	case !name.known:
	case s.marker.near(name):
		s.address(value.Start, value.End, true)
	case len(s.targets) < most:
		s.targets = append(s.targets, target{name, value})
	default:
		copy(s.targets, s.targets[1:])
		s.targets[most-1] = target{name, value}
	}
}

// trivial reports whether a value says that there is none.
func trivial(value []byte) bool {
	switch string(bytes.TrimSpace(value)) {
	case "", "null", "true", "false", "none", "None", "nil", "undefined", "-":
		return true
	}
	return false
}
