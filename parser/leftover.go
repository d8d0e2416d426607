package parser

import (
	"bytes"
	"strconv"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/hint"
	"github.com/callbacklens/callbacklens/parser/internal/tags"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
	"github.com/callbacklens/callbacklens/parser/remark"
)

// sayExtraEnd tells of end tags behind a body of XML, where these are all that there
// is beside it: what is printed around a body may have tags of its own. It returns how
// many bytes behind the body that told of.
func (in *inspection) sayExtraEnd(doc *document.Document, text []byte, start, end int) int {
	const most = 256 // bytes, or it is something else
	behind := bytes.TrimSpace(text[end:min(end+most+1, len(text))])
	if len(behind) == 0 || len(behind) > most || chars.SkipSpace(text, 0) != start {
		return 0
	}
	at, last := chars.SkipSpace(text, end), len(bytes.TrimRight(text, " \t\r\n"))
	for rest := text[at:last]; len(rest) > 0; rest = bytes.TrimLeft(rest, " \t\r\n") {
		name, after, closed := bytes.Cut(rest, []byte(">"))
		if !closed || !bytes.HasPrefix(name, []byte("</")) || bytes.IndexByte(name[1:], '<') >= 0 {
			return 0
		}
		rest = after
	}
	in.Say(rowEndExtra, doc, spanOf(at, last), string(text[at:last]))
	return last - end
}

// unopened reports whether what stands between front and start of a text is the beginning
// of the body that was found at start: its first tag without its <, which an end tag at
// the end of the text closes, or its first members without a bracket, of which there is
// one too many at the end.
func (in *inspection) unopened(text []byte, front, start int, xml bool) bool {
	const most = 1 << 10 // bytes before what is found
	before := bytes.TrimSpace(text[front:start])
	if start-front > most {
		return false
	}
	if !xml {
		return hint.Text(text).NameAhead(front) > 0 && bytes.HasSuffix(in.withoutBlanks(text), []byte("}")) &&
			hint.Text(text).Spares(front, func(i int) bool { in.Beat(i, len(text), 0); return true })[0] > 0
	}
	name, ok := bytes.CutSuffix(before, []byte(">"))
	return ok && len(name) > 0 && tags.NameEnd(name, 0) == len(name) &&
		bytes.HasSuffix(in.withoutBlanks(text), []byte("</"+string(name)+">"))
}

// forgetProse does not call short pieces of text beside a callback cut that only look like a
// body, such as <nil>.
func (in *inspection) forgetProse() {
	const short, few = 256, 4 // bytes and nodes; no callback fits in
	docs := in.report.Documents
	if len(docs) < 2 || len(in.report.Callbacks) == 0 || !in.Said(rowCut) && !in.Said(rowCutBody) {
		return
	}
	with := make(map[*document.Document]bool)
	for i := range in.report.Callbacks {
		with[in.report.Callbacks[i].Root.Document()] = true
	}
	for _, doc := range docs {
		if span := doc.Root().Span(); !with[doc] && !in.bent[doc] && span.Len() < short && len(doc.Flat().Nodes) <= few {
			in.ForgetOf(doc, rowCut)
			in.ForgetOf(doc, rowCutBody)
		}
	}
}

// replaced is what stands for a character that is none.
var replaced = []byte("\uFFFD")

// sayStandIns tells of characters that a wrapper spelled in a way that is none, such
// as half of one, so that U+FFFD stands for them: one that a body has itself is not
// told of. What the readers replace they say.
func (in *inspection) sayStandIns(doc *document.Document) {
	const most = 10_000 // are told of
	source := in.report.Source.Text
	if len(doc.Text) == 0 || len(source) == 0 || &doc.Text[0] == &source[0] {
		return
	}
	for at, n := 0, 0; n < most; n++ {
		k := bytes.Index(doc.Text[at:], replaced)
		if k < 0 {
			return
		}
		span := document.Span{Start: uint32(at + k), End: uint32(at + k + len(replaced))}
		at = int(span.End)
		if from, exact := doc.Origin(span); exact && !unescape.SpellsReplaced(source[from.Start:from.End]) {
			in.Say(rowStandIn, doc, span)
		}
	}
}

var rowValueEscaped = remark.New("value-escaped", remark.Warning, "",
	"值里还留有 {0} 处转义（如 {1}），可能被多转义了一次，按原样显示。",
	"Escapes like {1} are left in values: {0}. They may have been escaped once too often, and are shown as they are.")

// sayDoubled tells of doubled backslashes in XML that stands in a column between tabs or behind
// a sign of equality: tables and properties files double them, logs do not.
func (in *inspection) sayDoubled(doc *document.Document, text []byte, start, end int) {
	before, behind := start > 0 && (text[start-1] == '\t' || text[start-1] == '='), end < len(text) && text[end] == '\t'
	if text[start] != '<' || !before && !behind {
		return
	}
	first, count := unescape.Backslashes(text[start:end], func(at int) { in.Beat(start+at, len(text), 0) })
	if count > 0 {
		in.Say(rowValueEscaped, doc, spanOf(start+first, start+first+2), strconv.Itoa(count), `\\`)
	}
}

// sayEscaped tells of escapes that are left in the values of doc.
func (in *inspection) sayEscaped(doc *document.Document) {
	body := doc.Root().Span()
	text := doc.Text[body.Start:body.End]
	if start, end, n := unescape.Left(text, doc.Format == document.FormatXML); n > 0 {
		in.Say(rowValueEscaped, doc, spanOf(int(body.Start)+start, int(body.Start)+end), strconv.Itoa(n), string(text[start:end]))
	}
}
