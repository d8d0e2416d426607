package peel

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// HTTP takes the body out of a request or response in plain text, with or
// without its first line, and also where the blank line before the body got
// lost, as in the sample that the service itself publishes.
func HTTP(text []byte, _ Context) []Inside {
	start, _ := trimmed(text)
	if BodyAt(text, start) {
		return nil
	}
	h := header{text: text, at: start}
	first, _ := h.line()
	isRequest, isResponse := requestLine(first), bytes.HasPrefix(first, []byte("HTTP/"))
	if !isRequest && !isResponse {
		h.at = start
	}
	if isRequest {
		h.secret(start+bytes.IndexByte(first, ' ')+1, start+bytes.LastIndexByte(first, ' '))
	}
	h.fields()
	if !isRequest && !isResponse && (h.count == 0 || !h.familiar || !h.blankLine) {
		return nil
	}
	if h.at >= len(text) {
		return nil
	}
	inside := Inside{
		Kind: "http", Start: start, End: len(text), Shift: h.at, Text: text[h.at:],
		ContentType: h.contentType, Secrets: h.secrets,
	}
	inside.Note = httpNote(isRequest, isResponse, first, h.count)
	if h.chunked {
		inside.unchunk(text, h.at)
	}
	return []Inside{inside}
}

func httpNote(isRequest, isResponse bool, first []byte, count int) lang.Text {
	n := strconv.Itoa(count)
	switch {
	case isRequest:
		method, _, _ := strings.Cut(string(first), " ")
		return lang.Text{ZH: "{0} 请求，{1} 个头部", EN: "{0} request, {1} header fields"}.With(method, n)
	case isResponse:
		return lang.Text{ZH: "响应 {0}，{1} 个头部", EN: "response {0}, {1} header fields"}.With(strings.TrimSpace(strings.TrimPrefix(string(first), "HTTP/")), n)
	}
	return lang.Text{ZH: "{0} 个头部", EN: "{0} header fields"}.With(n)
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
	text        []byte
	at          int
	count       int
	familiar    bool // a field that only HTTP has was among them
	blankLine   bool
	chunked     bool
	contentType string
	secrets     [][2]int
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
func (h *header) fields() {
	for h.at < len(h.text) {
		before := h.at
		line, start := h.line()
		if len(bytes.TrimSpace(line)) == 0 {
			h.blankLine = true
			return
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue // an old-fashioned folded line
		}
		colon := bytes.IndexByte(line, ':')
		if colon <= 0 || !isToken(line[:colon]) || BodyAt(h.text, before) {
			h.at = before
			return
		}
		h.field(strings.ToLower(string(line[:colon])), line[colon+1:], start+colon+1)
	}
}

func (h *header) field(name string, value []byte, at int) {
	h.count++
	skip := len(value) - len(bytes.TrimLeft(value, " \t"))
	text := string(bytes.TrimSpace(value))
	switch name {
	case "content-type":
		h.contentType, h.familiar = text, true
	case "transfer-encoding":
		h.chunked = strings.EqualFold(text, "chunked")
	case "authorization", "proxy-authorization", "cookie", "set-cookie", "x-cos-security-token", "x-api-key":
		h.secret(at+skip, at+len(value))
	case "content-length", "host", "user-agent", "server", "accept", "accept-encoding", "x-ci-request-id":
		h.familiar = true
	}
}

func (h *header) secret(start, end int) {
	if end > start {
		h.secrets = append(h.secrets, [2]int{start, end})
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

// unchunk joins the chunks of a body that was sent in such.
func (in *Inside) unchunk(text []byte, at int) {
	type piece struct{ from, to, out int }
	var pieces []piece
	var body []byte
	h := header{text: text, at: at}
	for {
		line, _ := h.line()
		digits, _, _ := strings.Cut(strings.TrimSpace(string(line)), ";")
		size, err := strconv.ParseUint(digits, 16, 31)
		if err != nil {
			if len(pieces) == 0 {
				return // somebody joined them already
			}
			in.Damage = errChunk
			break
		}
		if size == 0 {
			break
		}
		end := min(h.at+int(size), len(text))
		pieces = append(pieces, piece{h.at, end, len(body)})
		body = append(body, text[h.at:end]...)
		if h.at = end; end == len(text) {
			break
		}
		h.line()
	}
	in.Text, in.Shift = body, 0
	in.Trace = func(offset int) int {
		for i := len(pieces) - 1; i >= 0; i-- {
			if p := pieces[i]; offset >= p.out {
				return min(p.from+offset-p.out, p.to)
			}
		}
		return at
	}
}

var errChunk = errors.New("the length of a chunk is missing")
