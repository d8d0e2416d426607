package read

import (
	"context"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/brackets"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/flaw"
	"github.com/callbacklens/callbacklens/parser/internal/hint"
)

// JSON reads the JSON body that begins at start, up to the end of its
// value. It reads strictly first; a body that breaks a rule is read again and
// mended.
func JSON(ctx context.Context, text []byte, start int, opt Options) Result {
	j := &jsonReader{reader: newReader(ctx, text, start, opt)}
	j.like.Ends = [...]uint64{'"' * chars.EveryByte, '\\' * chars.EveryByte, '"' * chars.EveryByte, '"' * chars.EveryByte}
	j.like.Strict = true
	j.around = brackets.Stack{Text: text, Kin: opt.Kin, Alive: func() bool { j.beat = j.pos; return j.alive() }}
	if j.run(); j.broken && !j.stopped || j.odd() {
		broken, end := j.broken, j.pos
		if j.cut {
			end = -1
		}
		j.mend = true
		j.restart(start)
		if j.run(); !broken && (j.cut || j.stopped || j.pos <= end) {
			j.mend = false // what the end of the text cut is no flaw
			j.restart(start)
			j.run()
		}
	}
	for len(j.open) > 1 {
		j.nodes[j.top()].Flags |= flat.FlagPartial
		j.close(j.pos)
	}
	if j.halves > 0 {
		j.keep(flaw.JSONHalfEscape, j.half, j.half+6, strconv.Itoa(j.halves))
	}
	result := j.finish(false)
	result.Marked = j.marked
	return result
}

type jsonReader struct {
	*reader
	isKey   bool // a name is being read
	around  brackets.Stack
	marked  int       // where a mark tells of a cut, 0 if none does
	key     flat.Span // of the member whose value comes next
	keyFlag flat.Flags
	objects int  // that are open
	halves  int  // escapes of half a character
	half    int  // where the first of them stands
	done    bool // the value of the document has been read
}

func (j *jsonReader) run() {
	j.key, j.keyFlag, j.objects, j.halves, j.done, j.marked = flat.Span{}, 0, 0, 0, false, 0
	for j.alive() && !j.broken && !j.done {
		switch {
		case len(j.open) == 1:
			j.value()
			j.done = j.done || len(j.open) == 1
		case j.nodes[j.top()].Kind == flat.KindObject:
			j.member()
		default:
			j.element()
		}
	}
}

// gap passes over white space, and when mending over what people write
// where it should stand.
func (j *jsonReader) gap() bool {
	j.pos = j.space(j.pos)
	if j.mend {
		j.oddBlanks()
	}
	if j.pos >= len(j.text) {
		j.end()
		return false
	}
	return !j.stopped
}

// end notes that the text has ended too early.
func (j *jsonReader) end() { j.cut, j.done = true, true }

// member reads a member of the open object, or its end.
func (j *jsonReader) member() {
	if !j.separator('}') {
		return
	}
	if !j.readKey() || !j.gap() {
		j.partialKey()
		return
	}
	if j.text[j.pos] == ':' {
		j.pos++
		if j.mend {
			j.surplusColon()
		}
	} else if !j.missingColon() {
		return
	}
	if !j.gap() {
		j.partialKey()
		return
	}
	j.value()
}

// partialKey keeps the name of a member whose value the end of the text cut.
func (j *jsonReader) partialKey() {
	if (j.cut || j.stopped) && j.key.Start > 0 {
		n := j.add(flat.KindNull, j.key, flat.SpanOf(j.pos, j.pos))
		j.nodes[n].Flags |= flat.FlagPartial | j.keyFlag
		j.key = flat.Span{}
	}
}

// element reads an item of the open array, or its end.
func (j *jsonReader) element() {
	if j.separator(']') {
		j.key, j.keyFlag = flat.Span{}, 0
		j.value()
	}
}

// separator reads what stands before a member or an item. It reports whether
// one comes; the end of the container is taken care of.
func (j *jsonReader) separator(closer byte) bool {
	if !j.gap() {
		return false
	}
	first := j.empty()
	c := j.text[j.pos]
	if c == '}' || c == ']' {
		j.closer(closer)
		return false
	}
	if j.mend && j.cutMark() {
		return false
	}
	if j.mend && first {
		j.stack().First(j.pos)
	}
	if first {
		if c == ',' {
			return j.surplusComma()
		}
		return true
	}
	if c != ',' {
		return j.missingComma()
	}
	if j.mend {
		if k := j.stack().Ended(j.space(j.pos + 1)); k > 0 {
			for ; k > 0; k-- {
				j.endInner(',')
			}
			return false
		}
	}
	comma := j.pos
	j.pos++
	if !j.gap() {
		return false
	}
	switch j.text[j.pos] {
	case '}', ']':
		if j.flaw(flaw.JSONTrailingComma, comma, comma+1) {
			j.closer(closer)
		}
		return false
	case ',':
		return j.surplusComma()
	}
	return !j.mend || !j.cutMark()
}

func (j *jsonReader) empty() bool { return int(j.top()) == len(j.nodes)-1 }

// closer reads the closing bracket at j.pos; expected is the one that closes
// what is open.
func (j *jsonReader) closer(expected byte) {
	if j.text[j.pos] != expected {
		j.wrongCloser(expected)
		return
	}
	if j.mend && j.stack().TooEarly(j.pos, expected) {
		j.skipCloser(expected)
		return
	}
	j.pos++
	j.close(j.pos - 1)
	j.done = len(j.open) == 1
}

// close ends the innermost container, whose content ends at end.
func (j *jsonReader) close(end int) {
	j.objects -= chars.One(j.nodes[j.top()].Kind == flat.KindObject)
	j.repeated(j.top())
	j.leave(end)
}

// repeated notes duplicate names among the members of the object that node i is,
// and marks the members that do not count.
func (j *jsonReader) repeated(i int32) {
	if j.nodes[i].Kind != flat.KindObject {
		return
	}
	j.repeats(i, func(before, k int32) {
		j.nodes[before].Flags |= flat.FlagSuperseded
		name := j.nodes[k].Name
		j.soft(flaw.JSONDuplicateKey, int(name.Start), int(name.End), name)
		j.alive()
	})
}

// readKey reads the name of a member.
func (j *jsonReader) readKey() bool {
	if j.key, j.keyFlag = (flat.Span{}), 0; j.mend { // where none follows, the last one is not meant
		j.doubledQuote()
		if j.cutMark() {
			return false
		}
	}
	if j.text[j.pos] != '"' {
		return j.oddKey()
	}
	start := j.pos + 1
	j.isKey = true
	span, flags, ok := j.quotedText('"')
	if j.isKey = false; j.mend && ok {
		span = j.unclosedKey(start, span)
	}
	j.key, j.keyFlag = j.visible(span), 0
	if flags&flat.FlagEscaped != 0 {
		j.keyFlag = flat.FlagNameEscaped
	}
	return ok
}

// value reads a value and adds it to what is open.
func (j *jsonReader) value() {
	if !j.gap() {
		return
	}
	if j.mend {
		if j.surplusOpeners(); j.hints().CutAt(j.pos) && j.cutMark() {
			return
		}
	}
	switch c := j.text[j.pos]; {
	case j.mend && (c == '{' || c == '"') && j.key.Start > 0 && j.stack().LacksArray(j.pos):
		j.opener('[')
	case c == '{':
		if j.pos >= j.tried && len(j.open) > 1 && j.nodes[j.top()].Kind == flat.KindArray && j.rowsJSON() {
			return
		}
		j.container(flat.KindObject)
	case c == '[':
		j.container(flat.KindArray)
	case c == '"':
		j.stringValue('"')
	case c == '-' || c >= '0' && c <= '9':
		j.number()
	case j.hints().Word(j.pos, "true") || j.hints().Word(j.pos, "false"):
		j.literal(flat.KindBool)
	case j.hints().Word(j.pos, "null"):
		j.literal(flat.KindNull)
	default:
		j.oddValue()
	}
}

func (j *jsonReader) container(k flat.Kind) {
	j.pos++
	if j.enter(k, j.key, j.pos) {
		j.objects += chars.One(k == flat.KindObject)
		j.nodes[j.top()].Flags |= j.keyFlag
		if j.mend {
			j.stack().Entered()
		}
	}
}

// leaf adds a value that holds no others.
func (j *jsonReader) leaf(k flat.Kind, value flat.Span, flags flat.Flags) {
	if c := j.text[j.key.Start]; j.key.Len() > 0 && (c == '~' || c == '.') && hint.IsCutMark(j.text[j.key.Start:j.key.End]) {
		j.nodes[j.top()].Flags |= flat.FlagPartial // a program cut it and closed what was open
		j.cut, j.marked = true, int(j.key.Start)
	}
	n := j.add(k, j.key, value)
	j.nodes[n].Flags |= flags | j.keyFlag
}

func (j *jsonReader) stringValue(quote byte) {
	if j.mend {
		if j.doubledQuote(); j.namesAhead() {
			j.opener('{')
			return
		}
	}
	span, flags, ok := j.quotedText(quote)
	if ok || j.cut || j.stopped {
		j.leaf(flat.KindString, span, flags)
	}
}

// quotedText reads a string in quotes at j.pos and returns what stands in them.
func (j *jsonReader) quotedText(quote byte) (flat.Span, flat.Flags, bool) {
	start, i, flags, looked := j.pos+1, j.pos+1, flat.Flags(0), 0
	if j.mend && !j.isKey {
		end, looked := j.hints().Embedded(start)
		if j.beat -= looked - start; end > 0 {
			j.flaw(flaw.JSONQuoteInside, start, end)
			j.pos = end + 1
			return flat.SpanOf(start, end), flags | flat.FlagMended, true
		}
	}
	inside := 0 // quotes that were left as they are
	for i < len(j.text) {
		if j.text[i] == quote {
			if !j.mend || j.isKey {
				break
			}
			if end, ends := j.hints().Ends(start, i, inside, j.nodes[j.top()].Kind == flat.KindObject, int(j.key.Start)); ends {
				break
			} else if end >= 0 {
				j.flaw(flaw.JSONQuoteMissing, start-1, end)
				j.pos = end
				return flat.SpanOf(start, end), flags | flat.FlagMended, true
			}
			j.flaw(flaw.JSONQuoteInside, i, i+1)
			i++
			inside++
			continue
		}
		if j.mend && j.text[i] == '\n' && !j.isKey && i >= looked {
			looked = chars.SkipSpace(j.text, i) // once for all the blank lines
			if end, ok := j.hints().BrokenOff(start, i, looked); ok {
				j.flaw(flaw.JSONQuoteMissing, start-1, end)
				j.pos = end
				return flat.SpanOf(start, end), flags | flat.FlagMended, true
			}
		}
		if !j.aliveAt(i) {
			j.pos = i
			return flat.SpanOf(start, i), flags | flat.FlagPartial, false
		}
		c := j.text[i]
		if hint.Plain[c] {
			i++
			continue
		}
		n, f := j.oddByte(i)
		if n == 0 {
			return flat.Span{}, 0, false
		}
		i, flags = min(i+n, len(j.text)), flags|f
	}
	j.pos = min(i+1, len(j.text))
	if i == len(j.text) {
		j.end()
		return flat.SpanOf(start, i), flags | flat.FlagPartial, false
	}
	return flat.SpanOf(start, i), flags, true
}

// oddByte looks at a byte at i of a string that may not stand for itself. It
// returns how many bytes to pass, 0 where a flaw ends the reading.
func (j *jsonReader) oddByte(i int) (int, flat.Flags) {
	switch c := j.text[i]; {
	case c == '\\':
		return j.escape(i)
	case c >= utf8.RuneSelf:
		_, n := utf8.DecodeRune(j.text[i:])
		if n == 1 {
			return 1, flat.FlagEscaped // a bad byte becomes U+FFFD
		}
		return n, 0
	case c < 0x20:
		if !j.charFlaw(flaw.JSONControl, i, 1) {
			return 0, 0
		}
	}
	return 1, 0
}

func (j *jsonReader) escape(i int) (int, flat.Flags) {
	if i+1 == len(j.text) {
		return 1, flat.FlagEscaped
	}
	switch j.text[i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2, flat.FlagEscaped
	case 'u':
		if r, ok := chars.Hex4(j.text[i+2:]); ok {
			return j.unicode(i, r), flat.FlagEscaped
		}
		if j.hints().CutHex(i + 2) {
			return len(j.text) - i, flat.FlagEscaped
		}
	}
	if !j.flaw(flaw.JSONEscape, i, i+2, flat.SpanOf(i, i+2)) {
		return 0, 0
	}
	return 2, flat.FlagEscaped
}

// unicode returns the length of the escape \uXXXX at i, or of a pair of them. It
// counts halves of pairs.
func (j *jsonReader) unicode(i int, r rune) int {
	if !utf16.IsSurrogate(r) {
		return 6
	}
	if _, ok := chars.LowHalf(j.text[i:], r); ok {
		return 12
	}
	if j.hints().CutHalf(i+6, r) {
		return len(j.text) - i
	}
	if j.halves++; j.halves == 1 {
		j.half = i
	}
	return 6
}

func (j *jsonReader) literal(k flat.Kind) {
	start := j.pos
	for j.pos < len(j.text) && hint.IsWordByte(j.text[j.pos]) {
		j.pos++
	}
	j.leaf(k, flat.SpanOf(start, j.pos), 0)
}

func (j *jsonReader) number() {
	start := j.pos
	end, ok := hint.ScanNumber(j.text, start)
	flags := flat.Flags(0)
	switch {
	case end == len(j.text) && len(j.open) > 1:
		flags = flat.FlagPartial
		j.end()
	case !ok || end < len(j.text) &&
		(hint.IsWordByte(j.text[end]) && !(j.mend && hint.IsSign(j.text[end:])) || j.text[end] == '.' || j.text[end] == '+' || j.text[end] == '-'):
		j.oddValue()
		return
	}
	j.pos = end
	j.leaf(flat.KindNumber, flat.SpanOf(start, end), flags)
}
