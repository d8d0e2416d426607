package peel

import (
	"bytes"
	"errors"
	"sort"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/packed"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// httpMessage is a message of HTTP, as dumps and logs have it.
func httpMessage() wrapper {
	return wrapper{"http", lang.Text{ZH: "HTTP 报文", EN: "HTTP message"}, "AZaz", (*Scanner).httpBegins, (*Scanner).http}
}

// httpBegins reports whether a request or a response in plain text begins at i:
// with its first line, or, at the front of the text, with its header fields.
func (s *Scanner) httpBegins(i int) bool {
	c := s.text[i]
	if c < 'A' || !s.lineBegins(i) || c > 'Z' && (i != s.front || c > 'z') {
		return false
	}
	return s.startLine(i) || i == s.front
}

// longestStart is the length in bytes that the first line of a message may have.
const longestStart = 64 << 10

// startLine reports whether the line at i is the first one of a message.
func (s *Scanner) startLine(i int) bool {
	if statusLine(s.text[i:min(i+outset.LookAhead, len(s.text))]) {
		return true
	}
	method := i
	for method < min(i+24, len(s.text)) && s.text[method] >= 'A' && s.text[method] <= 'Z' {
		method++
	}
	if method == i || method == len(s.text) || s.text[method] != ' ' {
		return false
	}
	line := s.text[i:min(i+longestStart, len(s.text))]
	if n := bytes.IndexByte(line, '\n'); n >= 0 {
		line = line[:n]
	}
	return requestLine(line)
}

// http takes the body out of a request or response, with or without its first
// line, and also where the blank line before the body got lost, as in the sample
// that the service itself publishes. A message ends where its length or its last
// chunk says, before the next one, or with the text.
func (s *Scanner) http(i int) (in Inside, ok bool, passed int) {
	h := header{text: s.text, at: i, length: -1}
	first, _ := h.line()
	isRequest, isResponse := requestLine(first), statusLine(first)
	if !isRequest && !isResponse {
		h.at = i
	} else if bytes.IndexByte(first, '%') >= 0 && s.c.Holds(first) {
		return in, false, h.at // what was sent stands in the address
	}
	h.fields(s)
	if !isRequest && !isResponse && (h.count == 0 || !h.familiar || !h.blankLine) {
		return in, false, i + 1
	}
	in = Inside{Start: i, Shift: h.at, ContentType: h.contentType, Deflated: h.deflated}
	in.Note = httpNote(isRequest, isResponse, first, h.count)
	if h.chunked && in.unchunk(s, h.at) {
		return in, true, 0
	}
	in.End = s.messageEnd(h.at, h.length)
	in.Text = s.text[h.at:in.End]
	return in, true, 0
}

// messageEnd returns where the message ends whose body begins at i and has the
// length that its header says, -1 if that says none. A length is taken at its
// word only where the text ends there or another message begins: what was
// copied out of a terminal has lost bytes at the ends of lines.
func (s *Scanner) messageEnd(i, length int) int {
	if end := i + length; length >= 0 && end <= len(s.text) {
		next := end + outset.Blanks(s.text[end:])
		if next == len(s.text) || s.startLine(next) {
			return end
		}
	}
	beat := i + pulseEvery
	for at := i; at < len(s.text); at = nextLine(s.text, at) {
		if at >= beat {
			s.c.pulse()
			beat = at + pulseEvery
		}
		if s.startLine(at) {
			return at
		}
	}
	return len(s.text)
}

func httpNote(isRequest, isResponse bool, first []byte, count int) lang.Text {
	n := strconv.Itoa(count)
	switch {
	case isRequest:
		method, _, _ := strings.Cut(string(first), " ")
		return lang.Text{ZH: "{0} 请求，{1} 个头部", EN: "{0} request, {1} header fields"}.With(method, n)
	case isResponse:
		status := strings.TrimSpace(strings.TrimPrefix(string(first), "HTTP/"))
		return lang.Text{ZH: "响应 {0}，{1} 个头部", EN: "response {0}, {1} header fields"}.With(status, n)
	}
	return lang.Text{ZH: "{0} 个头部", EN: "{0} header fields"}.With(n)
}

// statusLine reports whether b begins as a response does.
func statusLine(b []byte) bool {
	version, rest, ok := bytes.Cut(b[:min(16, len(b))], []byte(" "))
	return ok && bytes.HasPrefix(version, []byte("HTTP/")) && len(rest) >= 3 && rest[0] >= '1' && rest[0] <= '9'
}

// requestLine reports whether b is the first line of a request.
func requestLine(b []byte) bool {
	const version = 32 // bytes at the end, blanks among them; a line may have millions
	if !bytes.Contains(b[max(len(b)-version, 0):], []byte("HTTP/")) {
		return false
	}
	parts := bytes.Fields(b)
	if len(parts) != 3 || !bytes.HasPrefix(parts[2], []byte("HTTP/")) {
		return false
	}
	for _, c := range parts[0] {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

// header walks over the lines before a body.
type header struct {
	deflated    bool
	text        []byte
	at          int
	count       int
	familiar    bool // a field that only HTTP has was among them
	blankLine   bool
	chunked     bool
	length      int // of the body, -1 if no field says
	contentType string
}

// line returns the line at h.at without its end, and moves behind it.
func (h *header) line() (line []byte, start int) {
	start = h.at
	end := bytes.IndexByte(h.text[start:], '\n')
	if end < 0 {
		h.at = len(h.text)
		return h.text[start:], start
	}
	h.at = start + end + 1
	return bytes.TrimSuffix(h.text[start:start+end], []byte{'\r'}), start
}

// fields reads header fields up to the blank line, or to the first line that
// is none.
func (h *header) fields(s *Scanner) {
	for h.at < len(h.text) {
		before := h.at
		if before > 0 && s.startLine(before) {
			return
		}
		line, _ := h.line()
		if len(bytes.TrimSpace(line)) == 0 {
			h.blankLine = true
			return
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue // an old-fashioned folded line
		}
		colon := bytes.IndexByte(line, ':')
		if colon <= 0 || !isToken(line[:colon]) || outset.At(h.text, before) {
			h.at = before
			return
		}
		h.field(strings.ToLower(string(line[:colon])), line[colon+1:])
	}
}

func (h *header) field(name string, value []byte) {
	h.count++
	text := string(bytes.TrimSpace(value))
	switch name {
	case "content-type":
		h.contentType, h.familiar = text, true
	case "content-length":
		h.familiar = true
		if n, err := strconv.ParseUint(text, 10, 31); err == nil {
			h.length = int(n)
		}
	case "content-encoding":
		h.deflated = strings.EqualFold(text, "deflate")
	case "transfer-encoding":
		h.chunked = strings.EqualFold(text, "chunked")
	case "host", "user-agent", "server", "accept", "accept-encoding", "x-ci-request-id":
		h.familiar = true
	}
}

// isToken reports whether b may be the name of a header field.
func isToken(b []byte) bool {
	for _, c := range b {
		if c <= ' ' || c >= 0x7f || bytes.IndexByte([]byte(`"(),/:;<=>?@[\]{}`), c) >= 0 {
			return false
		}
	}
	return len(b) > 0
}

// unchunk joins the chunks of the body at i. It reports false where there are
// none: somebody joined them already.
func (in *Inside) unchunk(s *Scanner, i int) bool {
	type piece struct{ from, to, out int }
	var pieces []piece
	h := header{text: s.text, at: i}
	for beat := i; h.at < len(s.text); {
		if h.at >= beat {
			s.c.pulse()
			beat = h.at + pulseEvery
		}
		before := h.at
		size, ok := chunkSize(s.text[h.at:min(h.at+outset.LookAhead, len(s.text))])
		if !ok {
			if len(pieces) == 0 {
				return false
			}
			in.Damage, h.at = errChunk, before
			break
		}
		h.line()
		if size == 0 {
			break
		}
		end := min(h.at+size, len(s.text))
		pieces = append(pieces, piece{h.at, end, len(in.Text)})
		in.Text = append(in.Text, s.text[h.at:end]...)
		switch h.at = end; {
		case bytes.HasPrefix(s.text[end:], []byte("\r\n")):
			h.at += 2
		case bytes.HasPrefix(s.text[end:], []byte("\n")):
			h.at++
		default: // it is longer or shorter than it says
			in.Damage = errChunk
		}
		if in.Damage != nil {
			break
		}
	}
	in.End, in.Shift = h.at, 0
	in.Trace = func(offset int) int {
		k := sort.Search(len(pieces), func(k int) bool { return pieces[k].out > offset }) - 1
		if k < 0 {
			return i
		}
		return min(pieces[k].from+offset-pieces[k].out, pieces[k].to)
	}
	return true
}

// chunkSize reads the line that a chunk begins with.
func chunkSize(b []byte) (size int, ok bool) {
	line, _, _ := bytes.Cut(b, []byte("\n"))
	digits, _, _ := strings.Cut(string(line), ";")
	n, err := strconv.ParseUint(strings.TrimSpace(digits), 16, 31)
	return int(n), err == nil
}

// PackedMessage reads the message that text begins with if its body is compressed.
func PackedMessage(text []byte, c Context) (Inside, bool) {
	s := NewScanner(text, c)
	if s.front >= len(text) || text[s.front] < 'A' || text[s.front] > 'Z' || !s.startLine(s.front) {
		return Inside{}, false
	}
	in, ok, _ := s.http(s.front)
	if !ok || !packed.Begins(in.Text) && !(in.Deflated && !outset.LikeBody(in.Text)) {
		return Inside{}, false
	}
	in.Kind = "http"
	return in, true
}

var errChunk = errors.New("the length of a chunk is missing")
