package parser

import (
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/peel"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// LayerName says what a layer of the given kind is.
func LayerName(kind string) lang.Text {
	if name, ok := peel.Name(kind); ok {
		return name
	}
	for _, l := range layers {
		if l.kind == kind {
			return l.name
		}
	}
	return inField
}

// The kinds of layers that are not wrappers of package peel.
const (
	layerBOM     = "bom"
	layerCharset = "charset"
	layerText    = "text"
	layerField   = "field"
	layerRecast  = "recast"
	layerPrinted = "printed"
	layerGarbled = "mojibake"
)

// inField is the name of a body that stands in a field of another.
var inField = lang.Text{ZH: "字段里的回调内容", EN: "Body in a field"}

// layers are the kinds that are found by no scanner: what a text is written in, and
// the events of services of the same vendor that carry a body as text. An event is
// told by the members of its object; records is the first of its Records.
var layers = [...]struct {
	kind string
	name lang.Text
	is   func(top, record document.Item) bool
}{
	{layerBOM, lang.Text{ZH: "BOM", EN: "Byte order mark"}, nil},
	{layerCharset, lang.Text{ZH: "字符编码", EN: "Charset"}, nil},
	{layerText, lang.Text{ZH: "前后的其他文本", EN: "Text around it"}, nil},
	{layerField, inField, nil},
	{layerGarbled, lang.Text{ZH: "乱码还原", EN: "Mojibake undone"}, nil},
	{layerRecast, lang.Text{ZH: "转换过的回调内容", EN: "Converted body"}, nil},
	{"api-gateway", lang.Text{ZH: "API 网关触发事件", EN: "API Gateway event"}, func(top, _ document.Item) bool {
		return top.Child("requestContext").Ok() && top.Child("body").Ok()
	}},
	{"clb", lang.Text{ZH: "CLB 触发事件", EN: "CLB event"}, func(top, _ document.Item) bool {
		return top.Child("payload").Ok() && (top.Child("isBase64Encoded").Ok() || top.Child("headers").Ok())
	}},
	{"cls", lang.Text{ZH: "CLS 日志事件", EN: "CLS event"}, func(top, _ document.Item) bool {
		return top.Child("clslogs").Ok() || top.Child("topic_id").Ok() && top.Child("records").Ok()
	}},
	{"cmq", lang.Text{ZH: "CMQ 消息", EN: "CMQ message"}, func(top, record document.Item) bool {
		return top.Child("msgBody").Ok() && (top.Child("TopicOwner").Ok() || top.Child("subscriptionName").Ok()) ||
			record.Child("CMQ").Ok()
	}},
	{"ckafka", lang.Text{ZH: "CKafka 消息", EN: "CKafka message"}, func(_, record document.Item) bool {
		return record.Child("Ckafka").Ok()
	}},
}

// eventKind names the event of a service of the same vendor that doc is.
func eventKind(doc *document.Document) string {
	top := doc.Root().Nth(0)
	if top.Kind() != document.KindObject {
		return ""
	}
	record := top.At("Records")
	if record.Kind() == document.KindArray {
		record = record.Single()
	}
	for _, l := range layers {
		if l.is != nil && l.is(top, record) {
			return l.kind
		}
	}
	return ""
}
