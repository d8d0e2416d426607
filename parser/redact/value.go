package redact

import "bytes"

// pair finds the value that belongs to a key which names a secret: behind it,
// or else the one that was passed just before.
func (s *scanner) pair(key mark, end int) {
	const reach = 160
	limit := min(end+reach, len(s.text))
	if s.elementBehind(end) {
		return
	}
	for at := end; at < limit; {
		u := unitAt(s.text, at)
		if u.c == '}' || u.c == '{' {
			break
		}
		if at += u.size; class[u.c] != inRun {
			continue
		}
		from := at - 1
		for at < limit && class[s.text[at]] == inRun {
			at++
		}
		switch NameKind(s.text[from:at]) {
		case PairKey:
			if s.text[from-1] != '/' {
				limit = at // the next pair
			}
		case PairValue:
			if s.text[from-1] != '/' && s.pairBehind(from, at) {
				return
			}
		}
	}
	if v := s.value; v.name.known && v.name.slashes == key.slashes && end-v.value.End < reach &&
		s.value.value.End <= key.at {
		s.add(v.value.Start, v.value.End)
	}
}

// elementBehind hides the text of an element that ends its tag with the key at
// end, as <header name="Authorization"> does.
func (s *scanner) elementBehind(end int) bool {
	if end >= len(s.text) || !isQuote(unitAt(s.text, end).c) {
		return false
	}
	at := s.skipBlanks(end+unitAt(s.text, end).size, false, false)
	if at >= len(s.text) || unitAt(s.text, at).c != '>' {
		return false
	}
	at += unitAt(s.text, at).size
	stop := s.until(at, func(u unit) bool { return u.c == '<' })
	s.add(at, stop)
	return s.twice(at, stop) && !trivial(s.text[at:stop])
}

// pairBehind hides the value of the name from start to end and reports whether
// it has one.
func (s *scanner) pairBehind(start, end int) bool {
	p := s.placeOf(start, end)
	p.kind = Deep
	before := len(s.found)
	if next := s.named(&p); !s.twice(end, next) {
		return true
	}
	return len(s.found) > before
}

// group hides the values in a list or an object in JSON, and returns where it
// ends. What is not closed is followed for a while.
func (s *scanner) group(open int) int {
	const longest = 8 << 10
	depth, at := 0, open
	for at < min(open+longest, len(s.text)) {
		switch u := unitAt(s.text, at); {
		case u.c == '[' || u.c == '{':
			depth++
			at += u.size
		case u.c == ']' || u.c == '}':
			at += u.size
			if depth--; depth == 0 {
				return at
			}
		case isQuote(u.c):
			at = s.groupString(at, u)
		case isSpace(u.c) || u.c == ',' || u.c == ':':
			at += u.size
		default:
			end := s.until(at, func(u unit) bool {
				return isSpace(u.c) || u.c == ',' || u.c == ']' || u.c == '}' || isQuote(u.c) || u.c == '<'
			})
			if end == at { // a tag, which belongs to neither
				return at
			}
			if !trivial(s.text[at:end]) {
				s.add(at, end)
			}
			at = end
		}
	}
	return at
}

// groupString hides a string in a group unless it is a name, and returns where
// to go on.
func (s *scanner) groupString(at int, q unit) int {
	start, end := at+q.size, s.closing(at, q)
	next := end
	if end < len(s.text) {
		next += unitAt(s.text, end).size
	}
	if after := s.skipBlanks(next, true, false); after < len(s.text) && unitAt(s.text, after).c == ':' {
		return next
	}
	if !trivial(s.text[start:end]) {
		s.add(start, end)
	}
	return next
}

// bareEnd returns where a value ends that is not in quotes.
func (s *scanner) bareEnd(p *place, at int) int {
	switch {
	case p.quoted || p.sep != ':':
	case isQuote(p.lead.c):
		return s.until(at, func(u unit) bool {
			return u.c == '\n' || u.c == '\r' ||
				u.c == p.lead.c && u.percent <= p.lead.percent && u.slashes <= p.lead.slashes
		})
	case p.lead.c == '[':
		return s.until(at, func(u unit) bool { return u.c == ']' || u.c == '\n' })
	default:
		if l, ok := s.lineOf(p); ok {
			return s.lineEnd(at, l)
		}
	}
	if p.lead.c == '&' || p.lead.c == '?' {
		return s.paramEnd(p, at)
	}
	if p.kind == Head || p.kind == Deep || p.kind == Link || p.kind == Address {
		return s.fieldEnd(p, at)
	}
	return s.paramEnd(p, at)
}

// line is how the line began that a field of a head stands in.
type line struct {
	indent  int
	sign    bool // > or < of a trace stands before it
	escaped int  // the backslashes before the line end that it follows
	percent int
}

// lineOf reports whether p begins a line, a trace's sign aside.
func (s *scanner) lineOf(p *place) (l line, ok bool) {
	const longest = 64
	if p.lead.c == '\n' || p.lead.c == '\r' {
		return line{escaped: p.lead.slashes, percent: p.lead.percent}, true
	}
	at := p.start
	for ; at > 0 && p.start-at < longest; at-- {
		switch s.text[at-1] {
		case ' ', '\t':
			l.indent++
			continue
		case '>', '<', '*', '|', '#', '+':
			l.sign = true
			continue
		}
		break
	}
	if at == 0 {
		return l, true
	}
	switch before := s.text[max(at-3, 0):at]; {
	case before[len(before)-1] == '\n', before[len(before)-1] == '\r', bytes.HasSuffix(before, []byte("\uFEFF")):
		return l, true
	case bytes.HasSuffix(before, []byte(`\n`)), bytes.HasSuffix(before, []byte(`\r`)):
		l.escaped = 1
		return l, true
	case bytes.EqualFold(before, []byte("%0a")):
		l.percent = 1
		return l, true
	}
	return l, false
}

// lineEnd returns where a value ends that goes to the end of its line, and on
// through lines that are folded.
func (s *scanner) lineEnd(at int, l line) int {
	for at < len(s.text) {
		s.rest(at)
		u := unitAt(s.text, at)
		switch {
		case l.escaped > 0 && isQuote(u.c) && u.slashes < l.escaped:
			return at
		case u.c != '\n' && u.c != '\r', u.slashes > 0 && l.escaped == 0, u.percent > l.percent:
			at += u.size
			continue
		}
		next, folded := s.folded(at, l)
		if !folded {
			return at
		}
		at = next
	}
	return at
}

// folded passes over a line end and reports whether the next line goes on with
// what stands before it.
func (s *scanner) folded(at int, l line) (next int, ok bool) {
	seen := byte(0)
	for at < len(s.text) {
		u := unitAt(s.text, at)
		if u.c != '\n' && u.c != '\r' || u.c == seen {
			break
		}
		if seen == '\n' {
			return at, false // an empty line
		}
		seen = u.c
		at += u.size
	}
	indent := 0
	for at < len(s.text) && isBlank(unitAt(s.text, at).c) {
		at += unitAt(s.text, at).size
		indent++
	}
	if l.sign || indent <= l.indent || at >= len(s.text) {
		return at, false
	}
	switch unitAt(s.text, at).c {
	case '\n', '\r', '<', '{', '[':
		return at, false
	}
	return at, true
}

// ends reports whether u ends a value that is not in quotes, whatever it is.
func (p *place) ends(u unit) bool {
	if u.percent > max(p.sepUnit.percent, p.lead.percent) {
		return false
	}
	return isSpace(u.c) || isQuote(u.c) || u.c == '<' || u.c == '>' || u.c == '+' && u.percent == 0 && p.form()
}

// endsAround reports whether the quote or tag at at, which is escaped as in an
// address, ends what a parameter stands in: encodeURI leaves the signs of
// parameters as they are.
func (s *scanner) endsAround(at int, u unit) bool {
	if u.percent == 0 || u.c != '"' && u.c != '<' || at+u.size >= len(s.text) {
		return false
	}
	next := unitAt(s.text, at+u.size).c
	if u.c == '<' {
		return next == '/'
	}
	return next == ',' || next == '}' || next == ']'
}

// fieldEnd returns where the value of a field of a head ends that stands within
// a line: behind a word, behind the scheme that it is of, and behind further
// parameters.
func (s *scanner) fieldEnd(p *place, start int) int {
	at := s.fieldWord(p, start)
	for at > start && at < len(s.text) {
		last := s.text[at-1]
		if u := unitAt(s.text, at); last == '=' && isQuote(u.c) {
			at = s.closing(at, u)
			if at < len(s.text) {
				at += unitAt(s.text, at).size
			}
			at = s.fieldWord(p, at)
			continue
		}
		next := s.skipBlanks(at, false, p.form())
		end := s.fieldWord(p, next)
		if next == at || end == next {
			break
		}
		assigns := bytes.IndexByte(s.text[next:end], '=') > 0
		parameters := last == ';' || last == ',' && bytes.IndexByte(s.text[start:at], '=') > 0
		if !(assigns && parameters) && !isScheme(s.text[start:at]) {
			break
		}
		at = end
	}
	for at > start && (s.text[at-1] == ',' || s.text[at-1] == ';') {
		at--
	}
	return at
}

// fieldWord returns where the word of a field ends that begins at at.
func (s *scanner) fieldWord(p *place, at int) int {
	return s.until(at, func(u unit) bool { return p.ends(u) || u.c == '{' || u.c == '[' || u.c == ']' || u.c == '}' })
}

// isScheme reports whether b names a way to authorize, with credentials to
// follow.
func isScheme(b []byte) bool {
	if len(b) > 20 {
		return false
	}
	switch string(bytes.ToLower(b)) {
	case "bearer", "basic", "digest", "negotiate", "ntlm", "token", "apikey", "hawk", "oauth", "hmac",
		"aws4-hmac-sha256", "tc3-hmac-sha256", "aws", "cos", "oss":
		return true
	}
	return false
}

// paramEnd returns where the value of a parameter ends, in an address, a form
// or a line of a log.
func (s *scanner) paramEnd(p *place, at int) int {
	for at < len(s.text) {
		s.rest(at)
		u := unitAt(s.text, at)
		if p.ends(u) || s.endsAround(at, u) || u.c == '&' && u.percent <= p.sepUnit.percent {
			return at
		}
		switch u.c {
		case ',', ';', ')', ']', '}', '|', '\\':
			if u.percent <= p.sepUnit.percent && s.endsParam(at+u.size) {
				return at
			}
		}
		at += u.size
	}
	return at
}

// endsParam reports whether a sign that may end a parameter does, by what
// follows it.
func (s *scanner) endsParam(at int) bool {
	if at >= len(s.text) {
		return true
	}
	u := unitAt(s.text, at)
	if isSpace(u.c) || isQuote(u.c) || bytes.IndexByte([]byte(",;)]}|<&"), u.c) >= 0 {
		return true
	}
	end := at
	for end < min(at+longestName, len(s.text)) && class[s.text[end]] == inRun {
		end++
	}
	return end > at && end < len(s.text) && (s.text[end] == '=' || s.text[end] == ':')
}
