package read

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/flaw"
)

// oddBlanks passes over comments, no-break spaces and the like where white
// space may stand.
func (j *jsonReader) oddBlanks() {
	for j.pos < len(j.text) && j.alive() {
		rest := j.text[j.pos:]
		r, n := utf8.DecodeRune(rest)
		switch {
		case chars.IsSpace(rest[0]):
			j.pos++
			continue
		case bytes.HasPrefix(rest, []byte("//")):
			end, _ := j.index(j.pos+2, "\n")
			n = end - j.pos
			j.flaw(flaw.JSONComment, j.pos, end)
		case bytes.HasPrefix(rest, []byte("/*")):
			end, found := j.index(j.pos+2, "*/")
			if found {
				end += len("*/")
			}
			n = end - j.pos
			j.flaw(flaw.JSONComment, j.pos, end)
		case r == 0xA0 || r == 0x3000 || r == 0xFEFF || r >= 0x2000 && r <= 0x200B:
			j.charFlaw(flaw.JSONSpace, j.pos, n)
		default:
			return
		}
		j.pos += n
	}
}

func (j *jsonReader) missingColon() bool {
	// The name may lack its value altogether: {"a","b":1}.
	if c := j.text[j.pos]; c == ',' || c == '}' || c == ']' {
		if j.flaw(flaw.JSONNoValue, int(j.key.Start), int(j.key.End)) {
			j.leaf(flat.KindNull, flat.Span{Start: j.key.End, End: j.key.End}, flat.FlagMended)
		}
		return false
	}
	at := j.pos
	if j.text[at] == '=' {
		j.pos++
	}
	return j.flaw(flaw.JSONColon, at, at+1)
}

// surplusComma passes over commas that separate nothing.
func (j *jsonReader) surplusComma() bool {
	start := j.pos
	for j.pos < len(j.text) && j.text[j.pos] == ',' && j.alive() {
		j.pos++
		if !j.gap() {
			return false
		}
	}
	if !j.flaw(flaw.JSONSurplusComma, start, start+1) {
		return false
	}
	return !j.stopped && j.text[j.pos] != '}' && j.text[j.pos] != ']'
}

// missingComma goes on where a comma should stand but another item begins.
func (j *jsonReader) missingComma() bool {
	if !j.mend {
		j.broken = true
		return false
	}
	c := j.text[j.pos]
	r, n := utf8.DecodeRune(j.text[j.pos:])
	if c == '{' || c == '[' || c == '-' || isWordByte(c) || c == '\'' || closingQuote(r) != 0 || c == '"' {
		return j.flaw(flaw.JSONComma, j.pos, j.pos+1)
	}
	j.flaw(flaw.JSONUnexpected, j.pos, j.pos+n, j.here(n))
	j.pos += n
	return false
}

// wrongCloser mends a closing bracket that does not fit what is open.
func (j *jsonReader) wrongCloser(expected byte) {
	if !j.mend {
		j.broken = true
		return
	}
	at := j.pos
	found := j.text[at]
	if next := j.space(at + 1); next < len(j.text) && j.text[next] == expected && j.opens(2) == found {
		// Two closers in the wrong order: both containers end here.
		if j.tells(flaw.JSONClosersSwapped) {
			j.keep(flaw.JSONClosersSwapped, at, next+1, string(found)+string(expected), string(expected)+string(found))
		}
		j.close(at)
		j.close(at)
		j.pos = next + 1
		j.done = len(j.open) == 1
		return
	}
	if found == '}' && j.objects > 0 || found == ']' && j.objects < len(j.open)-1 {
		k := 2
		for j.opens(k) != found {
			k++
		}
		j.closeInner(k, found)
		return
	}
	j.flaw(flaw.JSONCloserSurplus, at, at+1, j.here(1))
	j.pos++
}

// closeInner ends the k-1 innermost containers, which lack their brackets, and
// the k-th by found.
func (j *jsonReader) closeInner(k int, found byte) {
	for ; k > 1; k-- {
		if j.tells(flaw.JSONCloserMissing) {
			j.keep(flaw.JSONCloserMissing, j.pos, j.pos+1, string(j.opens(1)), string(found))
		}
		j.nodes[j.top()].Flags |= flat.FlagMended
		j.close(j.pos)
	}
	j.closer(found)
}

// here returns the span of the n bytes at j.pos.
func (j *jsonReader) here(n int) flat.Span { return flat.SpanOf(j.pos, j.pos+n) }

// opens returns the bracket that closes the k-th open container from within,
// counted from 1.
func (j *jsonReader) opens(k int) byte {
	if k >= len(j.open) {
		return 0
	}
	if j.nodes[j.open[len(j.open)-k]].Kind == flat.KindObject {
		return '}'
	}
	return ']'
}

// closingQuote returns the quote that ends what r begins, 0 if r begins none.
func closingQuote(r rune) rune {
	switch r {
	case '\'':
		return '\''
	case '“', '”', '„', '＂':
		return '”'
	case '‘', '’':
		return '’'
	}
	return 0
}

// oddKey reads a name that is not in straight double quotes.
func (j *jsonReader) oddKey() bool {
	if !j.mend {
		j.broken = true
		return false
	}
	r, n := utf8.DecodeRune(j.text[j.pos:])
	if closingQuote(r) != 0 {
		span, ok := j.oddQuotes(r, n)
		j.key, j.keyFlag = span, flat.FlagNameEscaped
		return ok
	}
	start := j.pos
	for j.pos < len(j.text) && (isWordByte(j.text[j.pos]) || j.text[j.pos] == '-' || j.text[j.pos] == '.') &&
		!j.oddSpaceAt(j.pos) && j.alive() {
		j.pos++
	}
	if j.pos == start {
		j.flaw(flaw.JSONUnexpected, start, start+n, j.here(n))
		j.pos += n
		return false
	}
	j.key, j.keyFlag = flat.SpanOf(start, j.pos), 0
	return j.flaw(flaw.JSONKey, start, j.pos, j.key)
}

func (j *jsonReader) oddSpaceAt(i int) bool {
	r, _ := utf8.DecodeRune(j.text[i:])
	return r == 0xA0 || r == 0x3000
}

// oddQuotes reads text in single or typographic quotes, of which r is the first.
func (j *jsonReader) oddQuotes(r rune, n int) (flat.Span, bool) {
	start := j.pos + n
	i := start
	for i < len(j.text) && j.aliveAt(i) {
		c, size := utf8.DecodeRune(j.text[i:])
		switch {
		case c == '\\' && i+1 < len(j.text):
			i += 2
			continue
		case c == closingQuote(r) || r != '\'' && (closingQuote(c) == closingQuote(r) || c == '"'):
			j.flaw(flaw.JSONQuotes, j.pos, i+size, j.here(n))
			j.pos = i + size
			return flat.SpanOf(start, i), true
		}
		i += size
	}
	j.pos = min(i, len(j.text))
	if !j.stopped {
		j.end()
	}
	return flat.SpanOf(start, j.pos), false
}

// oddValue reads what is not a JSON value but stands where one should.
func (j *jsonReader) oddValue() {
	if !j.mend {
		if j.cutWord() {
			return
		}
		j.broken = true
		return
	}
	start := j.pos
	r, n := utf8.DecodeRune(j.text[j.pos:])
	if closingQuote(r) != 0 {
		span, ok := j.oddQuotes(r, n)
		flags := flat.FlagEscaped | flat.FlagMended
		if !ok {
			flags |= flat.FlagPartial
		}
		j.leaf(flat.KindString, span, flags)
		return
	}
	if c := j.text[start]; c == '}' || c == ']' || c == ',' {
		j.flaw(flaw.JSONNoValue, start, start+1)
		j.leaf(flat.KindNull, flat.SpanOf(start, start), flat.FlagMended)
		return
	}
	if j.cutWord() {
		return
	}
	for j.pos < len(j.text) && j.alive() &&
		(isWordByte(j.text[j.pos]) || strings.IndexByte("+-.:/@%", j.text[j.pos]) >= 0) {
		j.pos++
	}
	if j.pos == start {
		j.pos += n
	}
	word := flat.SpanOf(start, j.pos)
	j.flaw(flaw.JSONValue, start, j.pos, word)
	j.leaf(flat.KindString, word, flat.FlagMended)
}

// cutWord takes the beginning of true, false or null that ends the text.
func (j *jsonReader) cutWord() bool {
	rest := j.text[j.pos:]
	if len(rest) >= len("false") || len(j.open) == 1 {
		return false
	}
	kind := flat.KindBool
	switch {
	case strings.HasPrefix("true", string(rest)), strings.HasPrefix("false", string(rest)):
	case strings.HasPrefix("null", string(rest)):
		kind = flat.KindNull
	default:
		return false
	}
	j.leaf(kind, j.here(len(rest)), flat.FlagPartial)
	j.pos = len(j.text)
	j.end()
	return true
}
