package redact

import "bytes"

// opens has the bytes that a word begins with that is a secret, or leads to
// one, by its shape.
var opens = func() (t [256]bool) {
	for _, c := range []byte("eALbBhHGPDOCTcw-") {
		t[c] = true
	}
	return t
}()

// keyShapes are how the ids of keys begin that their makers mark so, with how
// many letters and digits follow at least.
var keyShapes = [...]struct {
	prefix string
	least  int
	why    string
}{
	{"AKID", 12, "SecretId of Tencent Cloud: 32 follow"},
	{"AKIA", 16, "access key of AWS"},
	{"ASIA", 16, "the same, for a while"},
	{"LTAI", 12, "access key of Alibaba Cloud"},
}

// shape looks whether p is a secret by its shape, or leads to one. It returns
// where to go on, 0 if it is nothing of that.
func (s *scanner) shape(p *place) int {
	word := s.text[p.start:p.end]
	switch word[0] {
	case '-':
		return s.dashes(p, word)
	case 'e':
		return s.jwt(p, word)
	case 'A', 'L':
		return s.key(p, word)
	case 'b', 'B':
		if len(word) == 6 || len(word) == 5 {
			return s.scheme(p, word)
		}
	case 'c', 'w':
		if string(word) == "curl" || string(word) == "wget" {
			s.command = true
		}
	case 'h', 'H':
		return s.http(p, word)
	}
	return s.request(p, word)
}

func (s *scanner) key(p *place, word []byte) int {
	for _, k := range keyShapes {
		if len(word) < len(k.prefix)+k.least || !bytes.HasPrefix(word, []byte(k.prefix)) {
			continue
		}
		if bytes.ContainsAny(word, "-_") {
			continue
		}
		s.add(p.start, p.end)
		return p.end
	}
	return 0
}

// jwt looks for a JSON web token: three parts in base64 between dots, of which
// the first is an object.
func (s *scanner) jwt(p *place, word []byte) int {
	const leastHeader, leastPayload = 10, 4
	if len(word) < leastHeader || !bytes.HasPrefix(word, []byte("eyJ")) {
		return 0
	}
	end := s.runEnd(p.end)
	if end-p.end <= leastPayload {
		return 0
	}
	for range 3 { // a signature, or the further parts of one that is encrypted
		end = s.runEnd(end)
	}
	s.add(p.start, end)
	return end
}

// runEnd returns where a word ends that follows a dot at i, i if none does.
func (s *scanner) runEnd(i int) int {
	if i >= len(s.text) || s.text[i] != '.' {
		return i
	}
	for i++; i < len(s.text) && class[s.text[i]] == inRun; i++ {
	}
	return i
}

// scheme looks at the credentials behind Bearer and Basic.
func (s *scanner) scheme(p *place, word []byte) int {
	bearer := bytes.EqualFold(word, []byte("bearer"))
	if !bearer && !bytes.EqualFold(word, []byte("basic")) || p.end >= len(s.text) {
		return 0
	}
	at := p.end
	for n := 0; n < 4 && at < len(s.text); n++ {
		u := unitAt(s.text, at)
		if !isBlank(u.c) && (u.c != '+' || n > 0) {
			break
		}
		at += u.size
	}
	if at == p.end {
		return 0
	}
	end := s.until(at, func(u unit) bool {
		return class[u.c] != inRun && bytes.IndexByte([]byte("._~+/="), u.c) < 0
	})
	if !credentials(s.text[at:end]) {
		return 0
	}
	s.add(at, end)
	return end
}

// credentials reports whether b looks more like credentials than like a word.
func credentials(b []byte) bool {
	const least, long = 6, 24
	b = bytes.TrimRight(b, ".")
	if len(b) < least {
		return false
	}
	upper := 0
	for _, c := range b[1:] {
		switch {
		case c|0x20 < 'a' || c|0x20 > 'z':
			return true
		case c <= 'Z':
			upper++
		}
	}
	return len(b) >= long || upper > 0 && upper < len(b)-1
}

// request looks at the target of a request behind its method.
func (s *scanner) request(p *place, word []byte) int {
	switch string(word) {
	case "GET", "POST", "PUT", "HEAD", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE":
	default:
		return 0
	}
	at := p.end
	blank := unit{}
	for n := 0; n < 4 && at < len(s.text); n++ {
		u := unitAt(s.text, at)
		if !isBlank(u.c) && (u.c != '+' || n > 0) && (n == 0 || !isQuote(u.c)) {
			break
		}
		if n == 0 {
			blank = u
		}
		at += u.size
	}
	if at == p.end || at >= len(s.text) ||
		unitAt(s.text, at).c != '/' && !bytes.HasPrefix(s.text[at:], []byte("http")) {
		return 0
	}
	form := blank.c == '+'
	end := s.until(at, func(u unit) bool {
		if form && u.percent <= 1 {
			return u.c == '+' && u.percent == 0 || isSpace(u.c) || isQuote(u.c)
		}
		return u.percent <= blank.percent && (isSpace(u.c) || isQuote(u.c) || u.c == '<')
	})
	s.address(at, end, true)
	return end
}

// http looks at the target before the version of HTTP, whatever the method is,
// and at the address that a command is about.
func (s *scanner) http(p *place, word []byte) int {
	switch {
	case bytes.EqualFold(word, []byte("http")) && p.end+1 < len(s.text) && s.text[p.end] == '/' && isBlank(p.lead.c):
		s.targetBefore(p.leadAt)
	case s.command && (string(word) == "http" || string(word) == "https") && s.argument(p):
		end := s.until(p.start, func(u unit) bool { return u.percent == 0 && (isSpace(u.c) || isQuote(u.c)) })
		s.address(p.start, end, true)
	case p.end < len(s.text) && s.text[p.end] != ':':
		s.userInfo(p.end) // where the colon is escaped
	}
	return 0
}

// argument reports whether p begins an argument of a command.
func (s *scanner) argument(p *place) bool {
	return isSpace(p.lead.c) ||
		isQuote(p.lead.c) && p.leadAt > 0 && (isBlank(s.text[p.leadAt-1]) || s.text[p.leadAt-1] == '=')
}

// targetBefore hides the target that ends at end.
func (s *scanner) targetBefore(end int) {
	const longest = 8 << 10
	start := end
	for start > 0 && end-start < longest && !isSpace(s.text[start-1]) && !isQuote(s.text[start-1]) {
		start--
	}
	if start < end && start > 0 && isBlank(s.text[start-1]) &&
		(s.text[start] == '/' || bytes.Contains(s.text[start:min(start+16, end)], []byte("://"))) {
		s.address(start, end, true)
	}
}

// dashes looks at a private key in PEM, and at the options of a command.
func (s *scanner) dashes(p *place, word []byte) int {
	if bytes.HasPrefix(word, []byte("-----BEGIN")) {
		return s.pem(p.end)
	}
	if !s.command {
		return 0
	}
	switch string(word) {
	case "-u", "--user", "-U", "--proxy-user", "-b", "--cookie",
		"--oauth2-bearer", "--pass", "--proxy-pass", "--http-password", "--password":
	default:
		if word[1] == 'u' && len(word) > 2 {
			end := s.until(p.start, func(u unit) bool { return isSpace(u.c) })
			s.add(p.start+2, end)
			return end
		}
		return 0
	}
	at := s.skipBlanks(p.end, false, false)
	if at < len(s.text) && s.text[at] == '=' {
		at++
	}
	if at == p.end || at >= len(s.text) {
		return 0
	}
	if u := unitAt(s.text, at); isQuote(u.c) {
		end := s.closing(at, u)
		s.add(at+u.size, end)
		return end
	}
	end := s.until(at, func(u unit) bool { return isSpace(u.c) || isQuote(u.c) })
	s.add(at, end)
	return end
}

// pem hides what stands in a private key whose first line goes on at i.
func (s *scanner) pem(i int) int {
	const longestLabel = 64
	label := s.text[i:min(i+longestLabel, len(s.text))]
	n := bytes.Index(label, []byte("-----"))
	if n < 0 || !bytes.Contains(label[:n], []byte("PRIVATE")) {
		return 0
	}
	start := i + n + len("-----")
	end := start
	for end < len(s.text) && inPEM(s.text[end]) && !bytes.HasPrefix(s.text[end:], []byte("-----")) {
		end++
	}
	s.add(start, end)
	return end
}

// inPEM reports whether c may stand in a key, its line ends escaped or not.
func inPEM(c byte) bool {
	return class[c] == inRun || bytes.IndexByte([]byte("+/= \t\r\n\\%&#;:,."), c) >= 0
}

// userInfo hides the name and the password before the host of an address whose
// colon is at i.
func (s *scanner) userInfo(i int) {
	at := i
	for _, c := range [...]byte{':', '/', '/'} {
		if at >= len(s.text) {
			return
		}
		u := unitAt(s.text, at)
		if u.c != c {
			return
		}
		at += u.size
	}
	s.authority(at)
}

// authority hides the name and the password that the authority at start begins
// with, and returns where it ends.
func (s *scanner) authority(start int) int {
	const longest, leastName = 1 << 10, 8
	last, colon := -1, false
	at := start
	for at < min(start+longest, len(s.text)) {
		u := unitAt(s.text, at)
		if u.c == '/' || u.c == '?' || u.c == '#' || isSpace(u.c) || isQuote(u.c) ||
			u.c == '<' || u.c == '>' || u.c == '\\' {
			break
		}
		switch u.c {
		case '@':
			last = at
		case ':':
			colon = colon || last < 0
		}
		at += u.size
	}
	if last >= 0 && (colon || last-start >= leastName) {
		s.add(start, last)
	}
	return at
}

// address hides the secret part of an address: the query, and the path where
// full says so. It also hides who asks.
func (s *scanner) address(start, end int, full bool) {
	if start >= end {
		return
	}
	at := start
	for n := 0; at < end && n < longestName; n++ {
		if u := unitAt(s.text, at); u.c == ':' {
			if after := s.afterSlashes(at); after > 0 {
				at = min(s.authority(after), end)
				break
			}
		}
		at += unitAt(s.text, at).size
	}
	if at >= end || at-start >= longestName && full && s.text[start] == '/' {
		at = start
	}
	if at == start && s.text[start] != '/' && s.text[start] != '?' && s.text[start] != '\\' && s.text[start] != '%' {
		full = false
	}
	for at < end {
		u := unitAt(s.text, at)
		if full && u.c == '/' && at+u.size < end || u.c == '?' || u.c == '#' {
			s.add(at, end)
			return
		}
		at += u.size
	}
}

// afterSlashes returns where an authority begins whose colon is at i, 0 if none
// does.
func (s *scanner) afterSlashes(i int) int {
	for _, c := range [...]byte{':', '/', '/'} {
		if i >= len(s.text) {
			return 0
		}
		u := unitAt(s.text, i)
		if u.c != c {
			return 0
		}
		i += u.size
	}
	return i
}
