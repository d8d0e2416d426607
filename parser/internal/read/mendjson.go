package read

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/flaw"
	"github.com/callbacklens/callbacklens/parser/internal/hint"
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
		case hint.OddSpace(r):
			j.charFlaw(flaw.JSONSpace, j.pos, n)
		default:
			return
		}
		j.pos += n
	}
}

func (j *jsonReader) missingColon() bool {
	if j.surplusQuote(":") && (!j.gap() || j.text[j.pos] == ':') {
		j.pos = min(j.pos+1, len(j.text)) // where the text ends here, its end is met next
		return true
	}
	if j.takes("：") {
		return true
	}
	// The name may lack its value altogether: {"a","b":1}.
	if c := j.text[j.pos]; c == ',' || c == '}' || c == ']' {
		if j.flaw(flaw.JSONNoValue, int(j.key.Start), int(j.key.End)) {
			j.leaf(flat.KindNull, flat.Span{Start: j.key.End, End: j.key.End}, flat.FlagMended)
		}
		return false
	}
	at := j.pos
	if c := j.text[at]; c == '=' || c == ';' || c == '-' {
		j.pos += 1 + chars.One(j.pos+1 < len(j.text) && j.text[j.pos+1] == '>')
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
	if j.cutMark() || j.surplusQuote(",}]") {
		return false
	}
	if j.takes("，") || j.takes("；") {
		return j.gap() && j.text[j.pos] != '}' && j.text[j.pos] != ']'
	}
	c := j.text[j.pos]
	r, n := utf8.DecodeRune(j.text[j.pos:])
	if c == '{' || c == '[' || c == '-' || hint.IsWordByte(c) || c == '\'' || hint.ClosingQuote(r) != 0 || c == '"' {
		return j.flaw(flaw.JSONComma, j.pos, j.pos+1)
	}
	j.flaw(flaw.JSONUnexpected, j.pos, j.pos+n, j.here(n))
	j.pos += n
	return false
}

func (j *jsonReader) hints() hint.Text { return hint.Text(j.text) }

// surplusColon passes over colons behind a colon.
func (j *jsonReader) surplusColon() {
	for at := j.space(j.pos); at < len(j.text) && j.text[at] == ':'; at = j.space(j.pos) {
		j.flaw(flaw.JSONUnexpected, at, at+1, flat.SpanOf(at, at+1))
		j.pos = at + 1
	}
}

// visible returns the span of a name without the characters around it that cannot be
// seen.
func (j *jsonReader) visible(s flat.Span) flat.Span {
	if s.Len() == 0 || j.text[s.Start] < utf8.RuneSelf && j.text[s.End-1] < utf8.RuneSelf {
		return s
	}
	from, to := hint.Visible(j.text[s.Start:s.End])
	own := flat.Span{Start: s.Start + uint32(from), End: s.Start + uint32(to)}
	if own == s || own.Len() == 0 {
		return s
	}
	j.soft(flaw.JSONInvisible, int(s.Start), int(s.End), own)
	return own
}

// here returns the span of the n bytes at j.pos.
func (j *jsonReader) here(n int) flat.Span { return flat.SpanOf(j.pos, j.pos+n) }

// takes passes over a sign of Chinese text that stands where one of ASCII should.
func (j *jsonReader) takes(sign string) bool {
	if !bytes.HasPrefix(j.text[j.pos:], []byte(sign)) {
		return false
	}
	j.flaw(flaw.JSONPunctuation, j.pos, j.pos+len(sign), j.here(len(sign)))
	j.pos += len(sign)
	return true
}

// surplusQuote passes over a quote that is one too many, as one of the given bytes
// follows it.
func (j *jsonReader) surplusQuote(before string) bool {
	if j.text[j.pos] != '"' {
		return false
	}
	next := j.space(j.pos + 1)
	if next < len(j.text) && strings.IndexByte(before, j.text[next]) < 0 {
		return false
	}
	j.flaw(flaw.JSONQuoteSurplus, j.pos, j.pos+1)
	j.pos++
	return true
}

// namesAhead reports whether a member of an object stands where a value should, which
// lacks its bracket then: a quote in a value with a colon behind it is none.
func (j *jsonReader) namesAhead() bool {
	value := j.hints().NameAhead(j.pos)
	if value == 0 {
		return false
	}
	quote := j.pos + 1 + bytes.IndexByte(j.text[j.pos+1:], '"')
	return !j.hints().GoesOn(quote, value-1)
}

// doubledQuote passes over the first of two quotes before a text.
func (j *jsonReader) doubledQuote() {
	rest := j.text[j.pos:]
	if len(rest) > 2 && rest[0] == '"' && rest[1] == '"' && hint.IsWordByte(rest[2]) &&
		(!hint.IsSign(rest[2:]) || j.hints().GoesOn(j.pos+1, j.pos+2)) && !j.hints().OpensInside(j.pos, j.nodes[j.top()].Kind == flat.KindObject, int(j.key.Start)) {
		j.flaw(flaw.JSONQuoteSurplus, j.pos, j.pos+1)
		j.pos++
	}
}

// oddKey reads a name that is not in straight double quotes.
func (j *jsonReader) oddKey() bool {
	if !j.mend {
		j.broken = true
		return false
	}
	r, n := utf8.DecodeRune(j.text[j.pos:])
	if hint.ClosingQuote(r) != 0 {
		span, ok := j.oddQuotes(r, n)
		j.key, j.keyFlag = span, flat.FlagNameEscaped
		return ok
	}
	start := j.pos
	for j.pos < len(j.text) && (hint.IsWordByte(j.text[j.pos]) || j.text[j.pos] == '-' || j.text[j.pos] == '.') &&
		!bytes.HasPrefix(j.text[j.pos:], []byte("\u00A0")) && !bytes.HasPrefix(j.text[j.pos:], []byte("\u3000")) && j.alive() {
		j.pos++
	}
	if j.pos == start {
		j.flaw(flaw.JSONUnexpected, start, start+n, j.here(n))
		j.pos += n
		return false
	}
	j.key, j.keyFlag = flat.SpanOf(start, j.pos), 0
	if next := j.space(j.pos + 1); j.pos < len(j.text) && j.text[j.pos] == '"' && next < len(j.text) && j.text[next] == ':' {
		j.flaw(flaw.JSONQuoteMissing, start, j.pos+1)
		j.pos++
		return true
	}
	return j.flaw(flaw.JSONKey, start, j.pos, j.key)
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
		case c == hint.ClosingQuote(r) || r != '\'' && r != '`' && (hint.ClosingQuote(c) == hint.ClosingQuote(r) || c == '"'):
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
	if hint.ClosingQuote(r) != 0 {
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
	if j.cutWord() || j.unopened() {
		return
	}
	for j.pos < len(j.text) && j.alive() &&
		(hint.IsWordByte(j.text[j.pos]) && !hint.IsSign(j.text[j.pos:]) || strings.IndexByte("+-.:/@%", j.text[j.pos]) >= 0) {
		j.pos++
	}
	if j.pos == start {
		j.pos += n
	}
	word := flat.SpanOf(start, j.pos)
	j.flaw(flaw.JSONValue, start, j.pos, word)
	j.leaf(flat.KindString, word, flat.FlagMended)
}

// unopened reads a string whose first quote was lost: a quote comes before anything
// that could end a bare word, and what follows it ends a value.
func (j *jsonReader) unopened() bool {
	const longest = 4 << 10
	ahead := j.text[j.pos:min(j.pos+longest, len(j.text))]
	n := bytes.IndexAny(ahead, "\"\n")
	if n <= 0 || ahead[n] != '"' || j.hints().NameAhead(j.pos+n) > 0 ||
		bytes.ContainsAny(ahead[:n], "{}[]") && !j.hints().GoesOn(j.pos-1, j.pos) {
		return false
	}
	next := j.space(j.pos + n + 1)
	if next < len(j.text) && strings.IndexByte(",}]", j.text[next]) < 0 {
		return false
	}
	j.flaw(flaw.JSONQuoteMissing, j.pos, j.pos+n+1)
	j.leaf(flat.KindString, j.here(n), flat.FlagMended)
	j.pos += n + 1
	return true
}

// cutMark ends the reading at a mark of something that was left out.
func (j *jsonReader) cutMark() bool {
	if !hint.IsCutMark(j.text[j.pos:]) {
		return false
	}
	j.marked = j.pos
	j.pos, _ = j.index(j.pos, "\n")
	j.end()
	return true
}

// cutWord takes the beginning of true, false or null that ends the text.
func (j *jsonReader) cutWord() bool {
	rest := j.text[j.pos:]
	if len(j.open) == 1 {
		return false
	}
	kind := flat.KindBool
	switch hint.WordCut(rest) {
	case "":
		return false
	case "null":
		kind = flat.KindNull
	}
	j.leaf(kind, j.here(len(rest)), flat.FlagPartial)
	j.pos = len(j.text)
	j.end()
	return true
}

// unclosedKey looks whether the name that begins at start and was read up to a quote
// ends before: at a colon, where none follows the quote.
func (j *jsonReader) unclosedKey(start int, span flat.Span) flat.Span {
	next := j.space(j.pos)
	n := bytes.IndexByte(j.text[span.Start:span.End], ':')
	if n <= 0 || next >= len(j.text) || j.text[next] == ':' {
		return span
	}
	if j.text[next] == '"' && hint.TrimmedEnd(j.text, start+n+1, int(span.End)) == start+n+1 {
		return span // the quote of the name after a text without one
	}
	j.pos = start + n
	j.flaw(flaw.JSONQuoteMissing, start-1, j.pos)
	return flat.SpanOf(start, hint.TrimmedEnd(j.text, start, j.pos))
}
