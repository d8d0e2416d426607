package reference

import (
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// refTexts is every text of the reference page that is not part of the
// reference itself, in both languages.
type refTexts struct {
	Heading, Lede, Open, Skip, Contents, Other lang.Text

	About                     lang.Text
	AboutLines                []lang.Text
	Sources                   lang.Text
	Fields, FieldsLede        lang.Text
	Parts, PartsLede          lang.Text
	Values, Shapes, ShapeLede lang.Text
	Sample, SampleLede        lang.Text

	Name, Parent, Description, Type, None, Unlisted lang.Text
	Tag, Meaning, Family, Printed                   lang.Text
	Field, Value, Code, Number, Shape, Where        lang.Text
	States, Methods, Levels, Codes, CodesLede       lang.Text
	Times, TimesLede, Written, Units, UnitsLede     lang.Text
	Unit, Fits                                      lang.Text
}

var refSay = refTexts{
	Heading: words.Both("分词回调字段参考", "Word segmentation callbacks: reference"),
	Lede: words.Both(
		"数据万象的分词任务（WordsGeneralize）完成后，服务把结果 POST 到您设置的地址，请求体就是回调。这里列出其中的每个节点，以及文档没有写明、只能从示例与 SDK 得知的细节。",
		"When a word segmentation job (WordsGeneralize) of Tencent Cloud 数据万象, Cloud Infinite, ends, the service posts what came of it to an address of yours. This page lists every node of that body, and what the documentation leaves to samples and SDKs.",
	),
	Open:     words.Both("打开查看器", "Open the viewer"),
	Skip:     words.Both("跳到正文", "Skip to the text"),
	Contents: words.Both("目录", "Contents"),
	Other:    words.Both("English", "中文"),

	About: words.Both("回调如何送达", "How a callback arrives"),
	AboutLines: []lang.Text{
		words.Both(
			"一次 HTTP POST，发往公网可访问的 http 或 https 地址；也可以改为投递到 TDMQ 消息队列。提交任务时 CallBack 设为 no，则不回调。",
			"As an HTTP POST to an http or https address that the public internet reaches, or as a message in a TDMQ queue instead. A job submitted with CallBack set to no sends none.",
		),
		words.Both(
			"默认是 XML，Content-Type 为 application/xml。提交任务时用 CallBackFormat、或在队列的通知配置里可改为 JSON；JSON 回调的 Content-Type 未见文档。",
			"In XML with the type application/xml, unless CallBackFormat of the job or the queue asks for JSON. What type a JSON callback declares is not documented.",
		),
		words.Both(
			"没有签名，也没有鉴权头。常见做法是在地址里放一段密钥，所以完整的请求行要当作秘密对待。",
			"Unsigned and without authorization. People put a secret into the address instead, which makes the request line something to keep to yourself.",
		),
		words.Both(
			"任务回调是否重试、间隔多久、多久超时，均未见文档。同一回调可能收到多次，请按 JobId 去重。",
			"Whether, when and how often it is sent again is not documented. Expect repeats, and tell them by JobId.",
		),
		words.Both(
			"不含原文，只有它在存储桶中的位置。各词首尾相接时，可以由词拼回原文。",
			"Without the text, only with its place in the bucket. Where the words leave no gap, they give the text back.",
		),
	},
	Sources: words.Both("依据", "Sources"),

	Fields: words.Both("字段", "Fields"),
	FieldsLede: words.Both(
		"四列与顺序同官方表格。带竖线的小字是表格之外的补充；标“表外”的节点不在官方表格中，只见于示例、SDK 或其他接口。",
		"The four columns and their order are those of the published tables. Small text behind a bar adds what practice shows; a node marked as unlisted is in no such table, but in samples, SDKs or other interfaces.",
	),
	Name:        words.Both("节点名称（关键字）", "Node (keyword)"),
	Parent:      words.Both("父节点", "Parent"),
	Description: words.Both("描述", "Description"),
	Type:        words.Both("类型", "Type"),
	None:        words.Both("无", "none"),
	Unlisted:    words.Both("表外", "unlisted"),

	Parts: words.Both("词性", "Parts of speech"),
	PartsLede: words.Both(
		"Pos 的 49 个取值，顺序同官方表格，按词类着色。表中是大写，回调中是小写；表外的标记按首字母归类。",
		"The 49 values of Pos in the published order, coloured by family. Capitals here, small letters in callbacks; a tag that is not here is read by its first letter.",
	),
	Tag:     words.Both("标记", "Tag"),
	Meaning: words.Both("含义", "Meaning"),
	Family:  words.Both("词类", "Family"),
	Printed: words.Both("官方表：{0}", "Printed as: {0}"),

	Values:  words.Both("取值", "Values"),
	Field:   words.Both("字段", "Field"),
	Value:   words.Both("值", "Value"),
	Code:    words.Both("错误码", "Code"),
	States:  words.Both("任务状态 State", "State"),
	Methods: words.Both("分词参数 NerMethod 与 SegMethod", "NerMethod and SegMethod"),
	Levels:  words.Both("优先级 JobLevel", "JobLevel"),
	Codes:   words.Both("错误码 Code", "Error codes"),
	CodesLede: words.Both(
		"分词没有专属的错误码，下列是接口的通用错误码。失败任务的回调里会出现哪些，未见文档。",
		"Word segmentation has no codes of its own; these are the general ones of the API. Which of them the callback of a failed job may have is not documented.",
	),

	Times: words.Both("时间格式", "Times"),
	TimesLede: words.Both(
		"不是 RFC 3339，标准库的解析函数多半会拒绝。按 strftime 的写法是 %Y-%m-%dT%H:%M:%S%z，精确到秒。",
		"Not RFC 3339, so most standard parsers refuse them. In terms of strftime: %Y-%m-%dT%H:%M:%S%z, to the second.",
	),
	Written: words.Both("写法", "Written"),
	Where:   words.Both("出现在", "Where"),

	Units: words.Both("Offset 与 Length 的单位", "The unit of Offset and Length"),
	UnitsLede: words.Both(
		"没有任何文档说明单位。以示例“今天打车花60元”中“打车”的 Offset 为例，实际值是 2：",
		"No document states it. In the sample 今天打车花60元 the word 打车 has the Offset 2, which tells this much:",
	),
	Unit: words.Both("单位", "Unit"),
	Fits: words.Both("打车的 Offset 应为", "Offset of 打车 would be"),

	Shapes: words.Both("外层结构", "Envelopes"),
	ShapeLede: words.Both(
		"同一种回调有多种外层，随格式、年代与文档版本而异。查看器都能读。",
		"One callback comes in several envelopes, by format, year and edition of the documentation. The viewer reads them all.",
	),
	Number: words.Both("编号", "No."),
	Shape:  words.Both("结构", "Shape"),

	Sample: words.Both("示例", "A sample"),
	SampleLede: words.Both(
		"通过任务接口触发的回调。点节点名可跳到它的说明。",
		"A callback of a job that was submitted through the API. Each name leads to its row.",
	),
}
