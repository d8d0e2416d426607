package read

import (
	"bytes"
	"context"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/flaw"
	"github.com/callbacklens/callbacklens/parser/internal/tags"
)

// XML reads the XML body that begins at start, up to the end of its root
// element and the comments and blanks after it, and returns where that is. It
// reads strictly first; a body that breaks a rule is read again and mended.
func XML(ctx context.Context, text []byte, start int, opt Options) Result {
	x := &xmlReader{reader: newReader(ctx, text, start, opt)}
	x.like.Ends = [...]uint64{'<' * chars.EveryByte, '&' * chars.EveryByte, ']' * chars.EveryByte, 0xEF * chars.EveryByte}
	x.around.Text, x.around.Kin = text, opt.Kin
	if opt.Vain.At(text, start) {
		x.pos, x.broken = opt.Vain.End, true
	} else if x.run(); x.mustMend() {
		opt.Vain.Keep(x.place(), x.pos, x.broken)
	}
	if x.mustMend() {
		x.mend = true
		x.count(start)
		x.restart(start)
		x.run()
	}
	return x.finish(true)
}

type xmlReader struct {
	*reader
	rooted bool     // the root element has begun
	hashes []uint32 // of the names of what is open, while mending
	around tags.Place
}

// Classes of bytes, for the loops that look at every one.
const (
	inName  = 1 << iota // may stand in a name
	inText              // needs no look in character data
	inValue             // needs no look in an attribute's value
)

var xmlClass = func() (t [256]byte) {
	for c := range t {
		b := byte(c)
		if tags.InName(b) {
			t[c] |= inName
		}
		if b >= 0x20 && b != '<' && b != '&' && b != 0xEF || b == '\t' || b == '\n' {
			t[c] |= inValue
			if b != ']' {
				t[c] |= inText
			}
		}
	}
	return t
}()

// run reads to the end of the root element, or of the text.
func (x *xmlReader) run() {
	x.rooted = false
	for x.alive() && !x.broken {
		if x.pos >= len(x.text) {
			x.cut = x.cut || len(x.open) > 1 || !x.rooted
			return
		}
		if len(x.open) == 1 && x.rooted && !x.misc() {
			return
		}
		if x.text[x.pos] != '<' {
			x.charsFrom(x.pos)
		} else {
			x.markup()
		}
	}
}

// misc reports whether what follows the root element still belongs to its
// document: white space before a comment or an instruction, or one of these, if it ends.
func (x *xmlReader) misc() bool {
	i := x.space(x.pos)
	near := x.text[i:min(i+(64<<10), len(x.text))]
	return bytes.HasPrefix(near, []byte("<!--")) && bytes.Contains(near, []byte("-->")) ||
		bytes.HasPrefix(near, []byte("<?")) && !bytes.HasPrefix(near, []byte("<?xml ")) && bytes.Contains(near, []byte("?>")) ||
		len(near) == 0 && i > x.pos
}

// markup reads what begins with <.
func (x *xmlReader) markup() {
	rest := x.text[x.pos:]
	if len(rest) < 2 {
		x.tail(flat.KindText)
		return
	}
	switch c := rest[1]; {
	case c == '/', c == '\\' && x.mend && len(rest) > 2 && tags.IsNameStart(rest[2]):
		x.closer()
	case c == '?':
		x.instruction()
	case c == '!':
		x.declaration()
	case tags.IsNameStart(c):
		x.opener()
	default:
		x.bareLess()
	}
}

// tail takes what is left, which the end of the text cut, as one partial node.
func (x *xmlReader) tail(k flat.Kind) {
	x.rest(k, x.pos, len(x.text))
}

// rest takes what stands between start and end, where the text was cut or
// reading stopped, as one partial node.
func (x *xmlReader) rest(k flat.Kind, start, end int) {
	n := x.add(k, flat.Span{}, flat.SpanOf(start, end))
	x.nodes[n].Flags |= flat.FlagPartial
	x.pos, x.cut = end, x.cut || !x.stopped
}

// name reads a name at i and returns where it ends.
func (x *xmlReader) name(i int) int {
	for i < len(x.text) && xmlClass[x.text[i]]&inName != 0 && x.aliveAt(i) {
		i++
	}
	return i
}

// drop passes over what is left, which the end of the text cut.
func (x *xmlReader) drop() {
	x.pos, x.cut = len(x.text), true
}

// enterElement opens an element.
func (x *xmlReader) enterElement(name flat.Span, start int) bool {
	if !x.enter(flat.KindElement, name, start) {
		return false
	}
	if x.mend {
		x.hashes = append(x.hashes[:len(x.open)-2], flat.HashOf(x.text[name.Start:name.End]))
	}
	return true
}

// closer reads an end tag.
func (x *xmlReader) closer() {
	start := x.pos
	nameEnd := x.name(start + 2)
	end := x.space(nameEnd)
	if x.stopped {
		return
	}
	if end == len(x.text) {
		x.drop() // half an end tag is not a value
		return
	}
	if (x.text[end] != '>' || x.text[start+1] != '/') && !x.flaw(flaw.XMLEndTag, start, end+1) {
		return
	}
	if x.text[end] != '>' {
		end = x.recoverTag(end)
	} else {
		end++
	}
	name := flat.SpanOf(start+2, nameEnd)
	x.pos = end
	x.endTagOf(name, start, end)
}

// endTagOf closes what the end tag of a name between start and end does.
func (x *xmlReader) endTagOf(name flat.Span, start, end int) {
	if len(x.open) > 1 && x.same(x.nodes[x.top()].Name, name) {
		x.leave(start)
		return
	}
	x.crossed(name, start, end)
}

// same reports whether the bytes of two spans are the same.
func (x *xmlReader) same(a, b flat.Span) bool {
	return a.Len() == b.Len() && bytes.Equal(x.text[a.Start:a.End], x.text[b.Start:b.End])
}

// opener reads a start tag, and the rows that it may begin.
func (x *xmlReader) opener() {
	start := x.pos
	end := x.name(start + 1)
	name := flat.SpanOf(start+1, end)
	if end < len(x.text) && x.text[end] == '>' {
		if start >= x.tried && len(x.open) > 1 && x.rowsXML(name) {
			return
		}
		if x.mend {
			x.mendedOpener(name, start, end+1)
			return
		}
		x.pos, x.rooted = end+1, true
		x.enterElement(name, x.pos)
		return
	}
	x.startTagRest(name, end)
}

// startTagRest reads the rest of a start tag whose name ends at i.
func (x *xmlReader) startTagRest(name flat.Span, i int) {
	x.rooted = true
	if !x.enterElement(name, i) {
		return
	}
	el := x.top()
	x.attributes(el, name, i)
	x.repeats(el, func(_, k int32) {
		name := x.nodes[k].Name
		x.soft(flaw.XMLDuplicateAttribute, int(name.Start), int(name.End), name)
	})
}

// attributes reads the attributes of the element el from i on, and the end of
// its start tag.
func (x *xmlReader) attributes(el int32, name flat.Span, i int) {
	for {
		i = x.space(i)
		if x.pos = i; i == len(x.text) || !x.alive() {
			x.cut = x.cut || !x.stopped
			x.nodes[el].Value = flat.SpanOf(i, i)
			return
		}
		switch c := x.text[i]; {
		case c == '>':
			x.pos = i + 1
			x.nodes[el].Value = flat.SpanOf(x.pos, x.pos)
			return
		case c == '/' && i+1 < len(x.text) && x.text[i+1] == '>':
			x.pos = i + 2
			x.nodes[el].Value = flat.SpanOf(x.pos, x.pos)
			x.nodes[el].Flags |= flat.FlagEmptyTag
			x.leave(x.pos)
			return
		case c == '/' && i+1 == len(x.text):
			i++
		case c == '/' && x.mend && x.text[x.space(i+1)%len(x.text)] == '<':
			x.flaw(flaw.XMLTagUnfinished, int(name.Start)-1, i+1)
			x.pos = i + 1
			x.nodes[el].Value = flat.SpanOf(x.pos, x.pos)
			x.nodes[el].Flags |= flat.FlagEmptyTag
			x.leave(x.pos)
			return
		case tags.IsNameStart(c):
			if i = x.attribute(i); i < 0 {
				return
			}
		case c == '<':
			if x.flaw(flaw.XMLTagUnfinished, int(name.Start)-1, i) {
				x.pos = i
				x.nodes[el].Value = flat.SpanOf(i, i)
			}
			return
		default:
			if !x.flaw(flaw.XMLInTag, i, i+1) {
				return
			}
			i++
		}
	}
}

// attribute reads one attribute at i and returns where it ends, or -1 where a
// flaw ends the reading.
func (x *xmlReader) attribute(i int) int {
	nameEnd := x.name(i)
	name := flat.SpanOf(i, nameEnd)
	eq := x.space(nameEnd)
	if eq == len(x.text) {
		return x.cutAttribute(name)
	}
	if x.text[eq] != '=' {
		if !x.flaw(flaw.XMLAttribute, i, nameEnd) {
			return -1
		}
		x.add(flat.KindAttribute, name, flat.SpanOf(nameEnd, nameEnd))
		return eq
	}
	q := x.space(eq + 1)
	if q == len(x.text) {
		return x.cutAttribute(name)
	}
	if c := x.text[q]; c != '"' && c != '\'' {
		return x.unquoted(name, q)
	}
	return x.quoted(name, q)
}

// cutAttribute keeps the name of an attribute whose value the end of the text
// cut.
func (x *xmlReader) cutAttribute(name flat.Span) int {
	x.nodes[x.add(flat.KindAttribute, name, flat.Span{Start: name.End, End: name.End})].Flags |= flat.FlagPartial
	return len(x.text)
}

func (x *xmlReader) unquoted(name flat.Span, i int) int {
	end := i
	for end < len(x.text) && x.aliveAt(end) && !chars.IsSpace(x.text[end]) &&
		x.text[end] != '>' && x.text[end] != '<' &&
		!(x.text[end] == '/' && end+1 < len(x.text) && x.text[end+1] == '>') {
		end++
	}
	if !x.flaw(flaw.XMLAttribute, int(name.Start), end) {
		return -1
	}
	x.nodes[x.add(flat.KindAttribute, name, flat.SpanOf(i, end))].Flags |= flat.FlagMended
	return end
}

func (x *xmlReader) quoted(name flat.Span, q int) int {
	value, flags := q+1, flat.Flags(0)
	i := value
	for i < len(x.text) && x.text[i] != x.text[q] && x.aliveAt(i) {
		if xmlClass[x.text[i]]&inValue != 0 {
			i++
			continue
		}
		if x.text[i] == '<' {
			if !x.flaw(flaw.XMLLessInValue, i, i+1) {
				return -1
			}
			i++
			continue
		}
		next, f := x.special(i)
		if next < 0 {
			return -1
		}
		i, flags = next, flags|f
	}
	if i == len(x.text) || x.stopped {
		flags |= flat.FlagPartial
	}
	x.nodes[x.add(flat.KindAttribute, name, flat.SpanOf(value, i))].Flags |= flags
	return min(i+1, len(x.text))
}

// special looks at a byte at i that may not stand for itself: an entity, a
// carriage return, a character that XML forbids. It returns where to go on, or
// -1 where a flaw ends the reading.
func (x *xmlReader) special(i int) (int, flat.Flags) {
	switch c := x.text[i]; {
	case c == '&':
		if _, n := chars.EntityAt(x.text[i:]); n > 0 {
			return i + n, flat.FlagEscaped
		}
		if _, n := chars.OddReference(x.text[i:]); n > 0 {
			if !x.flaw(flaw.XMLReference, i, i+n, flat.SpanOf(i, i+n)) {
				return -1, 0
			}
			return i + n, flat.FlagEscaped
		}
		if tags.CutEntity(x.text, i) {
			return len(x.text), flat.FlagEscaped
		}
		return x.badEntity(i), 0
	case c == '\r':
		return i + 1, flat.FlagEscaped
	case c == 0xEF:
		if i+2 < len(x.text) && x.text[i+1] == 0xBF && x.text[i+2]|1 == 0xBF && !x.charFlaw(flaw.XMLChar, i, 3) {
			return -1, 0
		}
		return i + 1, 0
	case c < 0x20 && !x.charFlaw(flaw.XMLChar, i, 1):
		return -1, 0
	}
	return i + 1, 0
}

// badEntity notes a & that begins no known entity and takes it as it stands.
func (x *xmlReader) badEntity(i int) int {
	end := i + 1
	for end < len(x.text) && end-i < 40 && (xmlClass[x.text[end]]&inName != 0 || x.text[end] == '#') {
		end++
	}
	what := flaw.XMLBareAmp
	if end < len(x.text) && x.text[end] == ';' && end > i+1 {
		if what, end = flaw.XMLEntity, end+1; x.text[i+1] == '#' {
			what = flaw.XMLNoChar
		}
	}
	if !x.flaw(what, i, end, flat.SpanOf(i, end)) {
		return -1
	}
	return i + 1
}

// charsFrom reads character data that began at start and goes on at x.pos.
func (x *xmlReader) charsFrom(start int) {
	i, flags := x.pos, flat.Flags(0)
	for i < len(x.text) && x.text[i] != '<' && x.aliveAt(i) {
		if xmlClass[x.text[i]]&inText != 0 {
			i++
			continue
		}
		if x.text[i] == ']' {
			if bytes.HasPrefix(x.text[i:], []byte("]]>")) && !x.flaw(flaw.XMLCDATAEnd, i, i+3) {
				return
			}
			i++
			continue
		}
		next, f := x.special(i)
		if next < 0 {
			return
		}
		i, flags = next, flags|f
	}
	if x.mend && x.tagInText(start, i) {
		return
	}
	x.pos = i
	if i == len(x.text) && len(x.open) > 1 || x.stopped {
		flags |= flat.FlagPartial
	}
	if text := bytes.TrimSpace(x.text[start:i]); len(x.open) == 1 && len(text) > 0 &&
		!x.flaw(flaw.XMLTextOutside, start, i) {
		return
	}
	x.addText(start, i, flags)
}

// addText adds character data to what is open, to the text before it if there is one.
func (x *xmlReader) addText(start, i int, flags flat.Flags) {
	if last := len(x.nodes) - 1; last > 0 && x.nodes[last].Kind == flat.KindText && x.nodes[last].Parent == x.top() &&
		x.nodes[last].Value.End == uint32(start) {
		x.nodes[last].Value.End = uint32(i)
		x.nodes[last].Flags |= flags
		return
	}
	x.nodes[x.add(flat.KindText, flat.Span{}, flat.SpanOf(start, i))].Flags |= flags
}

// instruction reads a processing instruction, <?xml …?> among them.
func (x *xmlReader) instruction() {
	nameEnd := x.name(x.pos + 2)
	if nameEnd == x.pos+2 && nameEnd < len(x.text) || nameEnd < len(x.text) && !tags.IsNameStart(x.text[x.pos+2]) {
		x.bareLess()
		return
	}
	value := x.space(nameEnd)
	x.section(flat.KindProcInst, flat.SpanOf(x.pos+2, nameEnd), value, "?>")
}

// section reads what ends with the given characters only.
func (x *xmlReader) section(k flat.Kind, name flat.Span, value int, end string) {
	value = min(value, len(x.text))
	at, found := x.index(value, end)
	if !found {
		x.rest(k, value, at)
		x.nodes[len(x.nodes)-1].Name = name
		return
	}
	n := x.add(k, name, flat.SpanOf(value, at))
	x.pos = at + len(end)
	if k == flat.KindCData && bytes.IndexByte(x.text[value:at], '\r') >= 0 {
		x.nodes[n].Flags |= flat.FlagEscaped
	}
	if k == flat.KindCData {
		x.forbidden(value, at)
	}
	if k == flat.KindComment && bytes.Contains(x.text[value:at+1], []byte("--")) {
		x.flaw(flaw.XMLComment, value, at)
	}
}

// forbidden notes the first character between start and end that XML forbids.
func (x *xmlReader) forbidden(start, end int) {
	for i := start; i < end && x.aliveAt(i); {
		r, n := utf8.DecodeRune(x.text[i:end])
		if !chars.IsXMLChar(r) {
			x.charFlaw(flaw.XMLChar, i, n)
			return
		}
		i += n
	}
}

// declaration reads what begins with <!.
func (x *xmlReader) declaration() {
	switch rest := x.text[x.pos:]; {
	case bytes.HasPrefix(rest, []byte("<!--")):
		x.section(flat.KindComment, flat.Span{}, x.pos+4, "-->")
	case bytes.HasPrefix(rest, []byte("<![CDATA[")) && len(x.open) > 1:
		x.section(flat.KindCData, flat.Span{}, x.pos+9, "]]>")
	case len(rest) < 9 && (bytes.HasPrefix([]byte("<![CDATA["), rest) || bytes.HasPrefix([]byte("<!--"), rest)):
		x.drop() // half a delimiter is not a value
	case len(rest) > 2 && !tags.IsNameStart(rest[2]):
		x.bareLess()
	default:
		x.directive()
	}
}

// directive reads <!DOCTYPE …>, which is kept and never acted upon: no entity
// that it declares is expanded.
func (x *xmlReader) directive() {
	depth, quote, i := 0, byte(0), x.pos+2
	for ; i < len(x.text) && x.aliveAt(i); i++ {
		switch c := x.text[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '<' && (bytes.HasPrefix(x.text[i:], []byte("<!--")) || bytes.HasPrefix(x.text[i:], []byte("<?"))):
			closer := [...]string{"-->", "?>"}[chars.One(x.text[i+1] == '?')]
			end, found := x.index(i+2, closer)
			if i = end - 1; found {
				i += len(closer)
			}
		case c == '<':
			depth++
		case c == '>' && depth > 0:
			depth--
		case c == '>':
			x.add(flat.KindDirective, flat.Span{}, flat.SpanOf(x.pos+2, i))
			x.pos = i + 1
			return
		}
	}
	x.rest(flat.KindDirective, x.pos+2, min(i, len(x.text)))
}
