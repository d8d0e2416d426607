//go:build !js

package reference

import (
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// refTexts is every text of the reference page that is not part of the
// reference itself, in both languages.
type refTexts struct {
	Heading, Lede, Open, Skip, Contents, Other lang.Text

	Status, StatusAsOf, StatusPage lang.Text
	Needs                          lang.Text
	About                          lang.Text
	AboutLines                     []lang.Text
	Sources, Copy, NoDate          lang.Text
	Source, Aside, More            lang.Text
	Fields, FieldsLede             lang.Text
	Parts, PartsLede               lang.Text
	Values, Shapes, ShapeLede      lang.Text
	Sample, SampleLede             lang.Text

	Name, Parent, Description, Type, None       lang.Text
	Elsewhere, Unlisted                         lang.Text
	Tag, Meaning, Family, Printed               lang.Text
	Field, Value, Code, Number, Shape, Where    lang.Text
	States, Methods, Levels, Codes, HTTP, Do    lang.Text
	Times, TimesLede, Written, Units, UnitsLede lang.Text
	Language, Format                            lang.Text
	Unit, Fits                                  lang.Text

	Remarks, RemarksLede, Remark, Rests, Example lang.Text
	Severities                                   []lang.Text
}

var refSay = refTexts{
	Heading: words.Both("分词回调字段参考", "Word segmentation callbacks: reference"),
	Lede: words.Both(
		"数据万象的分词任务（WordsGeneralize）完成后，服务把结果 POST 到您设置的地址，请求体就是回调。这里列出其中的每个节点，以及文档没有写明、只能从示例与 SDK 得知的细节。",
		"When a word segmentation job (WordsGeneralize) of Tencent Cloud, Cloud Infinite (数据万象), ends, the service posts the "+
			"result to your address; the request body is the callback. This page lists every node of it, and the details that "+
			"only samples and SDKs show.",
	),
	Open:     words.Both("打开查看器", "Open the viewer"),
	Skip:     words.Both("跳到正文", "Skip to content"),
	Contents: words.Both("目录", "Contents"),
	Other:    words.Both("English", "中文"),

	Status:     words.Both("这项功能还提供吗", "Is the feature still offered?"),
	StatusAsOf: words.Both("截至 {0}", "As of {0}"),
	StatusPage: words.Both("官方页面", "Official page"),
	Needs:      words.Both("使用前提", "Prerequisites"),

	About: words.Both("回调如何送达", "How a callback arrives"),
	AboutLines: []lang.Text{
		words.Both(
			"一次 HTTP POST，发往公网可访问的 http 或 https 地址；CallBackType 设为 TDMQ 时改投消息队列，Go 与 Java SDK 还支持 Kafka。CallBack 设为 no，则不回调。",
			"As an HTTP POST to an http or https address on the public internet. With CallBackType TDMQ it goes to a message "+
				"queue instead; the Go and Java SDKs also have Kafka. With CallBack set to no there is none.",
		),
		words.Both(
			"默认是 XML；用任务的 CallBackFormat 或队列的 NotifyConfig.ResultFormat 可改为 JSON。对象存储版的页面与唯一的真实抓包说 XML 的 Content-Type 是 application/xml，数据万象版的页面已不再写明；JSON 的 Content-Type 未见文档。",
			"In XML by default; CallBackFormat of the job or NotifyConfig.ResultFormat of the queue makes it JSON. The COS "+
				"edition of the page and the one genuine capture say application/xml; the CI edition no longer does. The "+
				"Content-Type of JSON is not documented.",
		),
		words.Both(
			"没有签名，也没有 Authorization——依据只有 2021 年的一份真实抓包。常见做法是在地址里放一段密钥，所以完整的请求行要当作秘密对待。",
			"Unsigned and without Authorization, as far as one genuine capture of 2021 shows. People put a secret into the "+
				"address instead, so treat the request line as confidential.",
		),
		words.Both(
			"任务回调是否重试、间隔多久、多久超时，均未见文档。同一回调可能收到多次，请按 JobId 去重。",
			"Retries and timeouts are not documented. Expect duplicates; deduplicate by JobId.",
		),
		words.Both(
			"不含原文，只有它在存储桶中的位置。各词首尾相接时，可以由词拼回原文。",
			"Without the text, only its place in the bucket. If the tokens leave no gaps, they rebuild it.",
		),
	},
	Sources: words.Both("依据", "Sources"),
	Copy:    words.Both("{0} 的副本", "copy of {0}"),
	Source:  words.Both("{0}：", "{0}: "),
	Aside:   words.Both("（{0}）", " ({0})"),
	More:    words.Both("{0}；{1}", "{0}; {1}"),
	NoDate:  words.Both("副本没有日期", "copy without a date"),

	Fields: words.Both("字段", "Fields"),
	FieldsLede: words.Both(
		"四列与顺序同官方表格。带竖线的小字是表格之外的补充。标“分词页未列”的节点在另一页的官方表格中，标“表中未见”的只见于示例或 SDK。",
		"The four columns and their order are those of the published tables; small text behind a bar adds to them. A node "+
			"marked “not on the segmentation page” is in the published table of another page, one marked “in no table” in samples "+
			"or SDKs alone.",
	),
	Name:        words.Both("节点名称（关键字）", "Node (keyword)"),
	Parent:      words.Both("父节点", "Parent"),
	Description: words.Both("描述", "Description"),
	Type:        words.Both("类型", "Type"),
	None:        words.Both("无", "none"),
	Elsewhere:   words.Both("分词页未列；见{0}", "not on the segmentation page; see {0}"),
	Unlisted:    words.Both("表中未见", "in no table"),

	Parts: words.Both("词性", "Parts of speech"),
	PartsLede: words.Both(
		"Pos 的 49 个取值，顺序同官方表格，按词类着色。表中是大写，回调中是小写。表中没有的标记按最长的已知前缀归类，并标上 ≈；其他标注集（CTB、LTP、UD 等）的标记不归类。",
		"The 49 values of Pos in the published order, coloured by family; upper case here, lower case in callbacks. A tag that is "+
			"not here is read by its longest known prefix and marked ≈; tags of other sets (CTB, LTP, UD) are not.",
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
	Codes:   words.Both("错误码", "Error codes"),
	HTTP:    words.Both("HTTP 状态码", "HTTP status"),
	Do:      words.Both("处理", "What to do"),

	Times: words.Both("时间格式", "Times"),
	TimesLede: words.Both(
		"不是 RFC 3339：时区不带冒号，精确到秒。按 strftime 的写法是 %Y-%m-%dT%H:%M:%S%z。",
		"Not RFC 3339: no colon in the zone, to the second. As strftime: %Y-%m-%dT%H:%M:%S%z.",
	),
	Written: words.Both("写法", "Written"),
	Where:   words.Both("出现在", "Where"),

	Language: words.Both("语言", "Language"),
	Format:   words.Both("写法", "Code"),

	Units: words.Both("Offset 与 Length 的单位", "The unit of Offset and Length"),
	UnitsLede: words.Both(
		"没有任何文档说明单位。以示例“今天打车花60元”中“打车”的 Offset 为例，实际值是 2：",
		"No document states it. In the sample 今天打车花60元 the word 打车 has the Offset 2:",
	),
	Unit: words.Both("单位", "Unit"),
	Fits: words.Both("打车的 Offset 应为", "Offset of 打车 would be"),

	Shapes: words.Both("外层结构", "Envelopes"),
	ShapeLede: words.Both(
		"同一种回调有多种外层，随格式、年代与文档版本而异。查看器都能解析。",
		"One callback comes in several envelopes, by format, year and edition of the documentation. The viewer reads them all.",
	),
	Number: words.Both("编号", "No."),
	Shape:  words.Both("结构", "Shape"),

	Sample: words.Both("示例", "A sample"),
	SampleLede: words.Both(
		"通过任务接口触发的回调。点节点名可跳到它的说明。",
		"A callback of a job submitted through the API. Each name leads to its row.",
	),

	Remarks: words.Both("提示", "Remarks"),
	RemarksLede: words.Both(
		"查看器与命令行给出的每一种提示：级别、依据、一个会得到它的例子，以及怎么办。{0}、{1} 处是具体的内容。",
		"Every remark of the viewer and the command line: its severity, what it rests on, an example that gets it, and what to do. "+
			"{0} and {1} stand for what it quotes.",
	),
	Remark:     words.Both("提示", "Remark"),
	Rests:      words.Both("依据：{0}", "Rests on: {0}"),
	Example:    words.Both("例子", "Example"),
	Severities: []lang.Text{words.Both("说明", "info"), words.Both("警告", "warning"), words.Both("错误", "error")},
}
