package source

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser"
)

// ink is how a byte of a source is drawn: what it is in its notation, and what
// is marked on it.
type ink uint16

// What a byte is.
const (
	inkText ink = iota
	inkMarkup
	inkName
	inkAttribute
	inkString
	inkNumber
	inkWord // true, false, null, entities
	inkComment
	inkSyntax ink = 7 // the bits of the above
)

// What is marked on it.
const (
	inkMark ink = 8 << iota
	inkHit
	inkHitShown
	inkInfo
	inkWarning
	inkError
)

// inkLookback is how far before the rows in sight the notation is looked at
// to know what they begin in.
const inkLookback = 2048

// paintSyntax sets what the bytes of text from start on are, one entry of out
// a byte. It may begin anywhere, and takes whatever comes.
func paintSyntax(out []ink, text []byte, start int, format parser.Format) {
	from := max(start-inkLookback, 0)
	p := painter{text: text[from : start+len(out)], out: out, skip: start - from}
	switch format {
	case parser.FormatXML:
		p.at = max(bytes.LastIndexByte(p.text[:p.skip], '<'), 0)
		if p.at == 0 && from > 0 {
			p.at = p.skip
		}
		p.xml()
	case parser.FormatJSON:
		p.at = jsonBoundary(p.text[:p.skip], from)
		p.json()
	}
}

// jsonBoundary returns a place in the text before the rows in sight that is
// outside of a string, as far as one can tell.
func jsonBoundary(text []byte, from int) int {
	if from == 0 {
		return 0
	}
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		return i
	}
	best := len(text)
	for _, sign := range [...]string{`,"`, `{"`, `[{`} {
		if i := bytes.Index(text, []byte(sign)); i >= 0 {
			best = min(best, i)
		}
	}
	return best
}

// painter reads text from at on and colours what lies behind skip.
type painter struct {
	text []byte
	out  []ink
	skip int
	at   int
}

func (p *painter) done() bool { return p.at >= len(p.text) }

// to colours everything up to end and goes there.
func (p *painter) to(end int, as ink) {
	end = min(end, len(p.text))
	for i := max(p.at, p.skip); i < end; i++ {
		p.out[i-p.skip] = as
	}
	p.at = max(end, p.at)
}

// through colours everything up to the end of sign.
func (p *painter) through(sign string, as ink) {
	if i := bytes.Index(p.text[p.at:], []byte(sign)); i >= 0 {
		p.to(p.at+i+len(sign), as)
		return
	}
	p.to(len(p.text), as)
}

func (p *painter) starts(sign string) bool {
	return bytes.HasPrefix(p.text[p.at:], []byte(sign))
}

func (p *painter) xml() {
	for !p.done() {
		switch c := p.text[p.at]; {
		case p.starts("<!--"):
			p.through("-->", inkComment)
		case p.starts("<![CDATA["):
			p.to(p.at+len("<![CDATA["), inkMarkup)
			p.through("]]>", inkText)
		case p.starts("<?"), p.starts("<!"):
			p.through(">", inkComment)
		case c == '<':
			p.tag()
		case c == '&':
			p.entity()
		default:
			end := bytes.IndexAny(p.text[p.at:], "<&")
			if end < 0 {
				end = len(p.text) - p.at
			}
			p.to(p.at+end, inkText)
		}
	}
}

func (p *painter) entity() {
	if end := bytes.IndexByte(p.text[p.at:min(p.at+12, len(p.text))], ';'); end > 0 {
		p.to(p.at+end+1, inkWord)
		return
	}
	p.to(p.at+1, inkText)
}

// tag colours from a < to its >.
func (p *painter) tag() {
	p.to(p.at+1, inkMarkup)
	if p.starts("/") {
		p.to(p.at+1, inkMarkup)
	}
	p.to(p.at+nameLength(p.text[p.at:]), inkName)
	for !p.done() {
		switch c := p.text[p.at]; {
		case c == '>':
			p.to(p.at+1, inkMarkup)
			return
		case c == '<':
			return
		case c == '"' || c == '\'':
			p.to(p.at+1, inkString)
			p.through(string(c), inkString)
		case nameLength(p.text[p.at:]) > 0:
			p.to(p.at+nameLength(p.text[p.at:]), inkAttribute)
		default:
			p.to(p.at+1, inkMarkup)
		}
	}
}

// nameLength returns how many bytes at the start of text may be a name.
func nameLength(text []byte) int {
	for i, c := range text {
		switch {
		case c >= 0x80, 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		case c == '_', c == '-', c == '.', c == ':':
		default:
			return i
		}
	}
	return len(text)
}

func (p *painter) json() {
	for !p.done() {
		switch c := p.text[p.at]; {
		case c == '"':
			p.jsonString()
		case c == '-' || '0' <= c && c <= '9':
			p.to(p.at+jsonNumber(p.text[p.at:]), inkNumber)
		case c == ':' || nameLength(p.text[p.at:]) == 0:
			p.to(p.at+1, inkMarkup)
		default:
			n := nameLength(p.text[p.at:])
			p.to(p.at+n, jsonWord(p.text[p.at:p.at+n]))
		}
	}
}

// jsonString colours a string, as a name where a colon follows.
func (p *painter) jsonString() {
	end := p.at + 1
	for end < len(p.text) && p.text[end] != '"' && p.text[end] != '\n' {
		if p.text[end] == '\\' {
			end++
		}
		end++
	}
	end = min(end+1, len(p.text))
	as := inkString
	if rest := bytes.TrimLeft(p.text[end:], " \t\r\n"); len(rest) > 0 && rest[0] == ':' {
		as = inkName
	}
	p.to(end, as)
}

func jsonNumber(text []byte) int {
	for i, c := range text {
		if (c < '0' || '9' < c) && c != '-' && c != '+' && c != '.' && c != 'e' && c != 'E' {
			return max(i, 1)
		}
	}
	return len(text)
}

func jsonWord(word []byte) ink {
	switch string(word) {
	case "true", "false", "null":
		return inkWord
	}
	return inkText
}
