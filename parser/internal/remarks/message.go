package remarks

import (
	"github.com/callbacklens/callbacklens/parser/diagnostic"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// message is what a diagnostic of one code says. In the texts {0}, {1} … stand
// for its arguments.
type message struct {
	code     string
	severity diagnostic.Severity
	ref      string // anchor of the row of the reference
	text     lang.Text
}

// messages are all that Inspect can say, by stage.
var messages = [...]message{
	// The input as a whole.
	{"empty", diagnostic.Error, "", lang.Text{
		ZH: "没有内容：这里应有一段回调正文（XML 或 JSON）。",
		EN: "Nothing here: a callback body in XML or JSON was expected."}},
	{"no-body", diagnostic.Error, "", lang.Text{
		ZH: "没有找到 XML 或 JSON：正文应以 < 或 {、[ 开头，也没有认出编码或压缩的内容。",
		EN: "Neither XML nor JSON was found: a body begins with <, { or [, and nothing encoded or compressed was recognised either."}},
	{"binary", diagnostic.Error, "", lang.Text{
		ZH: "这不是文本，而是二进制数据，也不是认得的压缩格式（gzip、zlib），没有读取。",
		EN: "This is no text but binary data, in no packing that is known here (gzip, zlib); it was not read."}},
	{"binary-file", diagnostic.Error, "", lang.Text{
		ZH: "这不是文本：开头像 {0} 文件，没有读取。",
		EN: "This is no text: it begins like a file of the kind {0}, and was not read."}},
	{"nothing-known", diagnostic.Error, "Response", lang.Text{
		ZH: "能读懂结构，但不是已知的回调：没有 JobsDetail、WorkflowExecution、Error 或 Request。全部内容见结构树。",
		EN: "The structure was read, but this is no callback that is known: there is no JobsDetail, WorkflowExecution, Error or Request. All that it holds is in the tree."}},
	{"input-too-large", diagnostic.Error, "", lang.Text{
		ZH: "内容超过上限 {0} 字节，只读取了上限以内的部分。",
		EN: "This is longer than the limit of {0} bytes; only that much was read."}},
	{"model-limit", diagnostic.Error, "", lang.Text{
		ZH: "任务、字段或列表项太多：从这里起的部分只保留在结构树里，不再逐项解读。",
		EN: "There are too many jobs, fields or entries: from here on they are in the tree only and were not decoded."}},
	{"too-many-bodies", diagnostic.Error, "", lang.Text{
		ZH: "正文超过 {0} 份，后面的没有读取。",
		EN: "There are more than {0} bodies; the rest was not read."}},
	{"charset-unknown", diagnostic.Error, "", lang.Text{
		ZH: "声明的编码 {0} 无法转换，按 UTF-8 读取，个别字符可能不对。",
		EN: "The declared charset {0} cannot be converted; this was read as UTF-8 and some characters may be wrong."}},
	{"charset-contradicts", diagnostic.Warning, "", lang.Text{
		ZH: "声明的编码是 {0}，实际内容是 UTF-8，已按 UTF-8 读取。",
		EN: "The declared charset is {0}, but the bytes are UTF-8 and were read as such."}},
	{"charset-guessed", diagnostic.Warning, "", lang.Text{
		ZH: "没有声明编码，内容也不是 UTF-8，按 {0} 读取。",
		EN: "No charset is declared and the bytes are no UTF-8; they were read as {0}."}},
	{"bad-utf8", diagnostic.Warning, "", lang.Text{
		ZH: "有 {0} 个字节不是 UTF-8，显示为 U+FFFD。",
		EN: "Bytes that are no UTF-8: {0}. They are shown as U+FFFD."}},
	{"charset-replaced", diagnostic.Warning, "", lang.Text{
		ZH: "按 {0} 读取，有 {1} 处不是完整的字符，显示为 U+FFFD。",
		EN: "This was read as {0}; places that are no whole character: {1}. They are shown as U+FFFD."}},
	{"charset-odd", diagnostic.Warning, "", lang.Text{
		ZH: "按 {0} 读取，末尾多出 {1} 个字节，不足一个字符，没有读取。",
		EN: "This was read as {0}; bytes left over at its end: {1}. They are less than a character and were not read."}},
	{"cut", diagnostic.Error, "", lang.Text{
		ZH: "内容到这里就断了，正在读的是 {0}。之前完整的部分都已读出，断开的部分已标出。",
		EN: "The body ends in the middle, while {0} was being read. All that was complete before is here; what was cut is marked."}},
	{"cut-body", diagnostic.Error, "", lang.Text{
		ZH: "内容到这里就断了，正文还没有结束。之前完整的部分都已读出，断开的部分已标出。",
		EN: "The body ends in the middle. All that was complete before is here; what was cut is marked."}},
	{"too-many-nodes", diagnostic.Error, "", lang.Text{
		ZH: "内容太多：读到 {0} 个节点（元素、值、文本）时已到内存上限，从这里起没有读取；之前的部分都已读出。",
		EN: "There is too much here: with {0} elements, values and texts the limit of memory was reached, and nothing was read from here on. All that was before is here."}},
	{"too-deep", diagnostic.Error, "", lang.Text{
		ZH: "嵌套层数超过上限，从这里起没有读取。",
		EN: "The nesting is deeper than the limit; nothing was read from here on."}},

	// Wrappers.
	{"layers-limit", diagnostic.Error, "", lang.Text{
		ZH: "包装超过 {0} 层，最里面的没有拆开。",
		EN: "There are more than {0} wrappers around each other; the innermost were not taken off."}},
	{"search-limit", diagnostic.Warning, "", lang.Text{
		ZH: "疑似封装的片段太多，没有全部拆开查看，里面可能还有回调。",
		EN: "There is too much that looks wrapped; not all of it was looked into, and callbacks may be left in it."}},
	{"inflated-limit", diagnostic.Error, "", lang.Text{
		ZH: "解压后超过上限 {0} 字节，已停止解压；上限以内的部分照常读取。",
		EN: "Inflating this gives more than the limit of {0} bytes and was stopped there; what came before was read."}},
	{"wrapper-broken", diagnostic.Warning, "", lang.Text{
		ZH: "{0} 数据不完整：{1}。能拆出的部分已读取。",
		EN: "The {0} data is damaged: {1}. What could be taken out was read."}},

	// XML.
	{"xml-unclosed", diagnostic.Warning, "", lang.Text{
		ZH: "<{0}> 没有结束标签，遇到 </{1}> 时按已结束处理。",
		EN: "<{0}> has no end tag; it was taken to end before </{1}>."}},
	{"xml-wrong-end", diagnostic.Warning, "", lang.Text{
		ZH: "结束标签 </{0}> 没有对应的开始标签，按 </{1}> 处理。",
		EN: "The end tag </{0}> matches nothing that is open; it was read as </{1}>."}},
	{"xml-stray-end", diagnostic.Warning, "", lang.Text{
		ZH: "结束标签 </{0}> 多余，已跳过。",
		EN: "The end tag </{0}> is one too many and was passed over."}},
	{"xml-open-for-close", diagnostic.Warning, "", lang.Text{
		ZH: "<{0}> 紧跟在同名元素的文本之后，按结束标签 </{0}> 处理（少了斜杠）。",
		EN: "<{0}> stands right after the text of an element of that name; it was read as </{0}>, its slash missing."}},
	{"xml-end-tag", diagnostic.Warning, "", lang.Text{
		ZH: "结束标签里应只有名称，多余的内容已跳过。",
		EN: "An end tag holds its name and nothing else; the rest was passed over."}},
	{"xml-tag-unfinished", diagnostic.Warning, "", lang.Text{
		ZH: "开始标签没有以 > 结束，按在这里结束处理。",
		EN: "The start tag is not finished with >; it was taken to end here."}},
	{"xml-in-tag", diagnostic.Warning, "", lang.Text{
		ZH: "标签里有不该出现的字符，已跳过。",
		EN: "A character has no business in a tag; it was passed over."}},
	{"xml-attribute", diagnostic.Warning, "", lang.Text{
		ZH: "属性应写成 名称=\"值\"，已按能读出的部分读取。",
		EN: "An attribute is written name=\"value\"; this one was read as far as it goes."}},
	{"xml-duplicate-attribute", diagnostic.Warning, "", lang.Text{
		ZH: "属性 {0} 重复，全部保留；按路径取值时以最后一个为准。",
		EN: "The attribute {0} is given twice; both are kept, and the last one counts."}},
	{"xml-less-in-value", diagnostic.Warning, "", lang.Text{
		ZH: "属性值里的 < 应写成 &lt;，已按字面保留。",
		EN: "In an attribute < is written &lt;; it was kept as it stands."}},
	{"xml-bare-less", diagnostic.Warning, "", lang.Text{
		ZH: "文本里的 < 应写成 &lt;，已按字面保留。",
		EN: "In text < is written &lt;; it was kept as it stands."}},
	{"xml-bare-amp", diagnostic.Warning, "", lang.Text{
		ZH: "文本里的 & 应写成 &amp;，已按字面保留。",
		EN: "In text & is written &amp;; it was kept as it stands."}},
	{"xml-entity", diagnostic.Warning, "", lang.Text{
		ZH: "实体 {0} 没有定义，已按字面保留（不展开 DTD）。",
		EN: "The entity {0} is not defined; it was kept as it stands (a DTD is never expanded)."}},
	{"xml-char", diagnostic.Warning, "", lang.Text{
		ZH: "字符 {0} 不允许出现在 XML 中，已保留。",
		EN: "XML does not allow the character {0}; it was kept."}},
	{"xml-cdata-end", diagnostic.Warning, "", lang.Text{
		ZH: "]]> 只能用来结束 CDATA，已按文本保留。",
		EN: "]]> may only end a CDATA section; it was kept as text."}},
	{"xml-comment", diagnostic.Warning, "", lang.Text{
		ZH: "注释里不允许出现 --，已保留。",
		EN: "A comment may not hold --; it was kept."}},
	{"xml-text-outside", diagnostic.Warning, "", lang.Text{
		ZH: "根元素之外有文本，已保留在结构树里。",
		EN: "There is text outside the root element; it is kept in the tree."}},

	// JSON.
	{"json-duplicate-key", diagnostic.Warning, "", lang.Text{
		ZH: "名称 {0} 在同一个对象里重复，全部保留；取值时以最后一个为准。",
		EN: "The name {0} is given again in the same object; all are kept, and the last one counts."}},
	{"json-half-escape", diagnostic.Warning, "", lang.Text{
		ZH: "\\u 转义只写了半个字符（没有配对的另一半），共 {0} 处，显示为 U+FFFD。",
		EN: "An escape \\u gives half of a character without the other half; there are {0} of these, shown as U+FFFD."}},
	{"json-closers-swapped", diagnostic.Warning, "", lang.Text{
		ZH: "右括号顺序颠倒：这里写的是 {0}，应为 {1}，已按 {1} 读取。",
		EN: "Two closing brackets are in the wrong order: {0} was read as {1}."}},
	{"json-closer-missing", diagnostic.Warning, "", lang.Text{
		ZH: "{1} 之前缺少 {0}，已补上。",
		EN: "A {0} is missing before {1}; it was read as if it were there."}},
	{"json-closer-surplus", diagnostic.Warning, "", lang.Text{
		ZH: "多余的 {0}，已跳过。",
		EN: "This {0} closes nothing and was passed over."}},
	{"json-trailing-comma", diagnostic.Warning, "", lang.Text{
		ZH: "最后一项后面多了逗号，已忽略。",
		EN: "A comma follows the last item; it was ignored."}},
	{"json-surplus-comma", diagnostic.Warning, "", lang.Text{
		ZH: "多余的逗号，已忽略。",
		EN: "This comma separates nothing; it was ignored."}},
	{"json-comma", diagnostic.Warning, "", lang.Text{
		ZH: "两项之间缺少逗号，已补上。",
		EN: "A comma is missing before this item; it was read as if it were there."}},
	{"json-colon", diagnostic.Warning, "", lang.Text{
		ZH: "名称后面应为冒号，已按有冒号读取。",
		EN: "A colon was expected after the name; it was read as if it were there."}},
	{"json-no-value", diagnostic.Warning, "", lang.Text{
		ZH: "名称后面没有值，按 null 读取。",
		EN: "There is no value after the name; it was read as null."}},
	{"json-key", diagnostic.Warning, "", lang.Text{
		ZH: "名称 {0} 没有加引号，已按字符串读取。",
		EN: "The name {0} is not in quotes; it was read as if it were."}},
	{"json-quotes", diagnostic.Warning, "", lang.Text{
		ZH: "引号 {0} 应为 \"，已按 \" 读取。",
		EN: "The quote {0} should be \"; it was read as one."}},
	{"json-value", diagnostic.Warning, "", lang.Text{
		ZH: "{0} 不是 JSON 的值，按字符串保留。",
		EN: "{0} is no JSON value; it was kept as a string."}},
	{"json-unexpected", diagnostic.Warning, "", lang.Text{
		ZH: "这里不该有 {0}，已跳过。",
		EN: "{0} was not expected here and was passed over."}},
	{"json-comment", diagnostic.Warning, "", lang.Text{
		ZH: "JSON 不允许注释，已跳过。",
		EN: "JSON has no comments; this one was passed over."}},
	{"json-space", diagnostic.Warning, "", lang.Text{
		ZH: "字符 {0} 不是 JSON 允许的空白（多半来自网页复制），按空格处理。",
		EN: "The character {0} is no white space of JSON (it often comes with a copy from a web page); it was read as a blank."}},
	{"json-control", diagnostic.Warning, "", lang.Text{
		ZH: "字符串里的控制字符 {0} 应转义，已保留。",
		EN: "The control character {0} is written with an escape in a string; it was kept."}},
	{"json-escape", diagnostic.Warning, "", lang.Text{
		ZH: "{0} 不是 JSON 的转义，已按字面保留。",
		EN: "{0} is no escape of JSON; it was kept as it stands."}},
}
