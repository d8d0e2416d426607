package parser

import (
	"bytes"

	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/peel"
)

// wrapped is a text on its way out of its wrappers.
type wrapped struct {
	text        []byte
	origin      origin
	layer       int // index of the layer that it was in, -1 for none
	contentType string
}

// unwrap takes wrappers off, in the order of the peelers and as deep as they
// go, and reads the bodies that are left.
func (in *inspection) unwrap(w wrapped, depth int) {
	if in.report.Stopped {
		return
	}
	for _, p := range peel.Text {
		if in.peelWith(p, w, depth) {
			return
		}
	}
	in.bodies(w, depth)
}

// peelWith tries one peeler and follows what it found.
func (in *inspection) peelWith(p peel.Peeler, w wrapped, depth int) bool {
	found := p(w.text, peel.Context{
		Inflate: in.opt.Limits.Inflated - in.inflated, Depth: in.opt.Limits.Layers,
		Pulse: func() { in.beat(0, len(w.text), 0) },
	})
	if len(found) == 0 {
		return false
	}
	if depth >= in.opt.Limits.Layers {
		d := in.say("layers-limit", nil, Span{}, decimal(in.opt.Limits.Layers))
		in.place(d, &w.origin, Span{0, uint32(len(w.text))})
		return true
	}
	for _, f := range found {
		in.inside(f, w, depth)
	}
	return true
}

// inside leaves the receipt for a wrapper and goes on with what it held.
func (in *inspection) inside(f peel.Inside, w wrapped, depth int) {
	span := Span{uint32(f.Start), uint32(f.End)}
	in.report.Layers = append(in.report.Layers, Layer{Kind: f.Kind, Span: span, In: w.layer, Size: len(f.Text), Note: f.Note})
	for _, s := range f.Secrets {
		if at, exact := w.origin.span(Span{uint32(s[0]), uint32(s[1])}); exact {
			in.report.Source.Secrets = append(in.report.Source.Secrets, at)
		}
	}
	if f.Packed {
		in.inflated += len(f.Text)
	}
	if f.Limited {
		in.place(in.say("inflated-limit", nil, Span{}, decimal(in.opt.Limits.Inflated)), &w.origin, span)
	}
	if f.Damage != nil {
		in.place(in.say("wrapper-broken", nil, Span{}, f.Kind, f.Damage.Error()), &w.origin, span)
	}
	outer := w.origin
	inner := wrapped{
		text:        f.Text,
		origin:      origin{outer: &outer, shift: f.Shift, trace: f.Trace, packed: f.Packed, whole: span},
		layer:       len(in.report.Layers) - 1,
		contentType: f.ContentType,
	}
	if inner.contentType == "" {
		inner.contentType = w.contentType
	}
	in.open(inner, depth+1)
}

// open goes on with bytes that came out of a wrapper: they may be compressed,
// and in any charset.
func (in *inspection) open(w wrapped, depth int) {
	if in.peelBinary(w, depth) {
		return
	}
	if text, changed := in.toUTF8(w.text, w.contentType); changed {
		outer := w.origin
		w.origin = origin{outer: &outer, packed: true, whole: Span{0, uint32(len(w.text))}}
		w.text = text
	}
	in.unwrap(w, depth)
}

// peelBinary inflates w and goes on with what was in it; it reports false where
// w is not compressed.
func (in *inspection) peelBinary(w wrapped, depth int) bool {
	for _, p := range peel.Binary {
		if in.peelWith(p, w, depth) {
			return true
		}
	}
	return false
}

// place moves a diagnostic to a span of the text that o is the origin of.
func (in *inspection) place(d *Diagnostic, o *origin, s Span) {
	at, _ := o.span(s)
	d.Span, d.At.Offset = at, int(at.Start)
}

// bodies reads every body in w, with whatever stands between them, and the
// bodies in the strings of those that are no callback themselves.
func (in *inspection) bodies(w wrapped, depth int) {
	var read []*Document
	other, end := 0, 0
	for at := in.nextBody(w.text, 0); at >= 0; at = in.nextBody(w.text, end) {
		if len(in.report.Documents) >= in.opt.Limits.Bodies {
			in.place(in.say("too-many-bodies", nil, Span{}, decimal(in.opt.Limits.Bodies)), &w.origin, Span{uint32(at), uint32(at)})
			break
		}
		other += len(bytes.TrimSpace(w.text[end:at]))
		from := at
		if end == 0 && w.text[at] == '<' && skipSpace(w.text, 0) == at {
			from = 0 // blanks before an element are part of its document
		}
		end = in.readBody(w, from)
		read = append(read, in.report.Documents[len(in.report.Documents)-1])
		if in.report.Stopped {
			break
		}
	}
	if len(read) == 0 {
		return
	}
	other += len(bytes.TrimSpace(w.text[min(end, len(w.text)):]))
	in.surroundings(w, read, other)
	for _, doc := range read {
		in.nested(w, doc, depth)
	}
}

// surroundings leaves a receipt where bodies do not stand alone.
func (in *inspection) surroundings(w wrapped, read []*Document, other int) {
	if other == 0 && len(read) == 1 {
		return
	}
	first, last := read[0].Root().ValueSpan(), read[len(read)-1].Root().ValueSpan()
	note := lang.Text{ZH: "{0} 份正文，另有 {1} 字节其他文本", EN: "bodies: {0}, with {1} bytes of other text"}.With(decimal(len(read)), decimal(other))
	if other == 0 {
		note = lang.Text{ZH: "{0} 份正文，首尾相接", EN: "bodies: {0}, one after the other"}.With(decimal(len(read)))
	}
	in.report.Layers = append(in.report.Layers, Layer{Kind: "text", Span: Span{first.Start, last.End}, In: w.layer, Size: int(last.End - first.Start), Note: note})
}

// nextBody returns where the next body begins at or after i, -1 if none does.
// A text that does not begin with one is searched for what only a body begins
// with, before a lone bracket of a log line is taken for one.
func (in *inspection) nextBody(text []byte, i int) int {
	at := i
	for at < len(text) && (isSpace(text[at]) || text[at] == ',' || text[at] == ';') {
		at++
	}
	at += len(text[at:]) - len(bytes.TrimPrefix(text[at:], []byte("\xEF\xBB\xBF")))
	at = skipSpace(text, at)
	if peel.BodyAt(text, at) {
		return at
	}
	const stride = 8 * pulseEvery
	for from := at; from < len(text); from += stride {
		if best := markedBody(text, from, min(from+stride, len(text))); best >= 0 {
			return best
		}
		in.beat(from, len(text), 0)
	}
	return anyElement(text, at)
}

// markedBody returns where the first body of text begins that begins between
// from and to with what only a body begins with, -1 if none does.
func markedBody(text []byte, from, to int) int {
	best := -1
	for _, mark := range [...]string{"<?xml", "<Response", "<Request", "<Error", "<JobsDetail", "<WorkflowExecution", `{"`, `[{`, "{\n", "{\r\n", "{ "} {
		for at := from; at < to; at++ {
			n := bytes.Index(text[at:min(to+len(mark)-1, len(text))], []byte(mark))
			if n < 0 {
				break
			}
			if at += n; peel.BodyAt(text, at) {
				best, to = at, at
			}
		}
	}
	return best
}

// anyElement returns where an element begins that also ends in text. It tries
// the first few that begin, as each try may look at all of the text.
func anyElement(text []byte, i int) int {
	const tries = 100
	for range tries {
		n := bytes.IndexByte(text[i:], '<')
		if n < 0 {
			return -1
		}
		i += n
		end := i + 1
		for end < len(text) && xmlClass[text[end]]&inName != 0 {
			end++
		}
		if end > i+1 && isNameStart(text[i+1]) && bytes.Contains(text[end:], append([]byte("</"), text[i+1:end]...)) {
			return i
		}
		i++
	}
	return -1
}

// nested looks into the strings of a body that is no callback itself: the
// events of gateways, queues and log services carry the real one as text. In a
// callback every string stays a value, whatever it looks like.
func (in *inspection) nested(w wrapped, doc *Document, depth int) {
	for top := range doc.Root().Children() {
		if root, name := envelope(top); root.Ok() && shapeOf(root, name) != shapeUnknown {
			return
		}
	}
	event := eventKind(doc)
	for i := range doc.nodes {
		n := &doc.nodes[i]
		if n.kind == KindString || n.kind == KindText || n.kind == KindCData {
			in.leafBody(doc.item(int32(i)), event, w, depth)
		}
	}
	for i := range doc.tables {
		for row := range doc.tables[i].size {
			for col := range doc.tables[i].columns {
				in.leafBody(Item{doc, doc.tables[i].node, int32(row), int32(col)}, event, w, depth)
			}
		}
	}
}

// leafBody unwraps the value of a leaf if that is a body.
func (in *inspection) leafBody(leaf Item, event string, w wrapped, depth int) {
	span := leaf.ValueSpan()
	if span.Len() < minLeafBody || in.report.Stopped {
		return
	}
	text := []byte(leaf.Value())
	if !peel.LooksLikeBody(text) && !(carrier(leaf.Name()) && in.holdsBody(text, event != "")) {
		return
	}
	kind := event
	if kind == "" {
		kind = "field"
	}
	in.inside(peel.Inside{
		Kind: kind, Start: int(span.Start), End: int(span.End), Text: text,
		Trace: leafTrace(leaf, span),
		Note:  lang.Text{ZH: "字段 {0} 里的正文", EN: "the body in {0}"}.With(leaf.Path()),
	}, w, depth)
}

// maxLeafWrappers is how many wrappers around a body in a leaf are looked
// through before it is opened.
const maxLeafWrappers = 4

// minLeafBody is the length below which a string is not looked into.
const minLeafBody = 16

// carrier reports whether fields of that name are known to hold what was sent.
func carrier(name string) bool {
	switch name {
	case "body", "data", "payload", "msgBody", "content", "message", "msg", "Body", "Data":
		return true
	}
	return false
}

// holdsBody reports whether there is a body in the value of a carrier: packed,
// or in the events of the service's own kind within a line of a log.
func (in *inspection) holdsBody(text []byte, event bool) bool {
	c := peel.Context{Depth: maxLeafWrappers}
	return len(peel.Base64(text, c)) > 0 || len(peel.Quoted(text, c)) > 0 || event && in.nextBody(text, 0) >= 0
}

// leafTrace maps offsets in the value of a leaf to those in the text that it
// stands in.
func leafTrace(leaf Item, span Span) func(int) int {
	doc := leaf.doc
	return func(offset int) int {
		var out []byte
		at := 0
		for i := span.Start; i < span.End; {
			n := uint32(1)
			switch c := doc.Text[i]; {
			case c == '\\' && doc.Format == FormatJSON:
				var used int
				out, used = appendEscape(out[:0], doc.Text[i:span.End])
				n = uint32(used)
			case c == '&' && doc.Format == FormatXML:
				out = append(out[:0], c)
				if r, used := entityAt(doc.Text[i:span.End]); used > 0 {
					out, n = append(out[:0], string(r)...), uint32(used)
				}
			default:
				out = append(out[:0], c)
			}
			if at+len(out) > offset {
				return int(i)
			}
			at += len(out)
			i += n
		}
		return int(span.End)
	}
}

// eventKind names the event of a service of the same vendor that doc is.
func eventKind(doc *Document) string {
	var top Item
	for it := range doc.Root().Children() {
		top = it
		break
	}
	if top.Kind() != KindObject {
		return ""
	}
	record := top.At("Records")
	if record.Kind() == KindArray {
		record = record.single()
	}
	switch {
	case top.Child("requestContext").Ok() && top.Child("body").Ok():
		return "api-gateway"
	case top.Child("payload").Ok() && (top.Child("isBase64Encoded").Ok() || top.Child("headers").Ok()):
		return "clb"
	case top.Child("clslogs").Ok() || top.Child("topic_id").Ok() && top.Child("records").Ok():
		return "cls"
	case top.Child("msgBody").Ok() && (top.Child("TopicOwner").Ok() || top.Child("subscriptionName").Ok()), record.Child("CMQ").Ok():
		return "cmq"
	case record.Child("Ckafka").Ok():
		return "ckafka"
	}
	return ""
}

// LayerName says what a layer of the given kind is.
func LayerName(kind string) lang.Text {
	switch kind {
	case "bom":
		return lang.Text{ZH: "BOM", EN: "Byte order mark"}
	case "charset":
		return lang.Text{ZH: "字符编码", EN: "Charset"}
	case "gzip", "zlib":
		return lang.Text{ZH: kind + " 压缩", EN: kind}
	case "http":
		return lang.Text{ZH: "HTTP 报文", EN: "HTTP message"}
	case "fence":
		return lang.Text{ZH: "Markdown 代码块", EN: "Markdown fence"}
	case "quoted":
		return lang.Text{ZH: "转义字符串", EN: "Quoted string"}
	case "html":
		return lang.Text{ZH: "HTML 转义", EN: "HTML escapes"}
	case "form":
		return lang.Text{ZH: "URL 编码 / 表单", EN: "Form or URL encoding"}
	case "base64":
		return lang.Text{ZH: "Base64", EN: "Base64"}
	case "text":
		return lang.Text{ZH: "前后的其他文本", EN: "Text around it"}
	case "api-gateway":
		return lang.Text{ZH: "API 网关触发事件", EN: "API Gateway event"}
	case "clb":
		return lang.Text{ZH: "CLB 触发事件", EN: "CLB event"}
	case "cls":
		return lang.Text{ZH: "CLS 日志事件", EN: "CLS event"}
	case "cmq":
		return lang.Text{ZH: "CMQ 消息", EN: "CMQ message"}
	case "ckafka":
		return lang.Text{ZH: "CKafka 消息", EN: "CKafka message"}
	}
	return lang.Text{ZH: "字段里的正文", EN: "Body in a field"}
}
