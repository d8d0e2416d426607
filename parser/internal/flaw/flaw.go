// Package flaw lists what may be wrong with the notation of a body.
package flaw

import "github.com/callbacklens/callbacklens/parser/remark"

// What ends the reading of a body.
var (
	TooManyNodes = remark.New("too-many-nodes", remark.Error, "",
		"内容太多：读到 {0} 个节点（元素、值、文本）时已到内存上限，从这里起没有读取；之前的部分都已读出。",
		"There is too much here: with {0} elements, values and texts the limit of memory was reached, and "+
			"nothing was read from here on. All that was before is here.")
	TooDeep = remark.New("too-deep", remark.Error, "",
		"嵌套层数超过上限，从这里起没有读取。",
		"The nesting is deeper than the limit; nothing was read from here on.")
)

// What is mended in XML.
var (
	XMLUnclosed = remark.New("xml-unclosed", remark.Warning, "",
		"<{0}> 没有结束标签，遇到 </{1}> 时按已结束处理。",
		"<{0}> has no end tag; it was taken to end before </{1}>.")
	XMLWrongEnd = remark.New("xml-wrong-end", remark.Warning, "",
		"结束标签 </{0}> 没有对应的开始标签，按 </{1}> 处理。",
		"The end tag </{0}> matches nothing that is open; it was read as </{1}>.")
	XMLStrayEnd = remark.New("xml-stray-end", remark.Warning, "",
		"结束标签 </{0}> 多余，已跳过。",
		"The end tag </{0}> is one too many and was passed over.")
	XMLOpenForClose = remark.New("xml-open-for-close", remark.Warning, "",
		"<{0}> 紧跟在同名元素的文本之后，按结束标签 </{0}> 处理（少了斜杠）。",
		"<{0}> stands right after the text of an element of that name; it was read as </{0}>, its slash missing.")
	XMLEndTag = remark.New("xml-end-tag", remark.Warning, "",
		"结束标签里应只有名称，多余的内容已跳过。",
		"An end tag holds its name and nothing else; the rest was passed over.")
	XMLTagUnfinished = remark.New("xml-tag-unfinished", remark.Warning, "",
		"开始标签没有以 > 结束，按在这里结束处理。",
		"The start tag is not finished with >; it was taken to end here.")
	XMLInTag = remark.New("xml-in-tag", remark.Warning, "",
		"标签里有不该出现的字符，已跳过。",
		"A character has no business in a tag; it was passed over.")
	XMLAttribute = remark.New("xml-attribute", remark.Warning, "",
		"属性应写成 名称=\"值\"，已按能读出的部分读取。",
		"An attribute is written name=\"value\"; this one was read as far as it goes.")
	XMLDuplicateAttribute = remark.New("xml-duplicate-attribute", remark.Warning, "",
		"属性 {0} 重复，全部保留；按路径取值时以最后一个为准。",
		"The attribute {0} is given twice; both are kept, and the last one counts.")
	XMLLessInValue = remark.New("xml-less-in-value", remark.Warning, "",
		"属性值里的 < 应写成 &lt;，已按字面保留。",
		"In an attribute < is written &lt;; it was kept as it stands.")
	XMLBareLess = remark.New("xml-bare-less", remark.Warning, "",
		"文本里的 < 应写成 &lt;，已按字面保留。",
		"In text < is written &lt;; it was kept as it stands.")
	XMLBareAmp = remark.New("xml-bare-amp", remark.Warning, "",
		"文本里的 & 应写成 &amp;，已按字面保留。",
		"In text & is written &amp;; it was kept as it stands.")
	XMLEntity = remark.New("xml-entity", remark.Warning, "",
		"实体 {0} 没有定义，已按字面保留（不展开 DTD）。",
		"The entity {0} is not defined; it was kept as it stands (a DTD is never expanded).")
	XMLChar = remark.New("xml-char", remark.Warning, "",
		"字符 {0} 不允许出现在 XML 中，已保留。",
		"XML does not allow the character {0}; it was kept.")
	XMLCDATAEnd = remark.New("xml-cdata-end", remark.Warning, "",
		"]]> 只能用来结束 CDATA，已按文本保留。",
		"]]> may only end a CDATA section; it was kept as text.")
	XMLComment = remark.New("xml-comment", remark.Warning, "",
		"注释里不允许出现 --，已保留。",
		"A comment may not hold --; it was kept.")
	XMLTextOutside = remark.New("xml-text-outside", remark.Warning, "",
		"根元素之外有文本，已保留在结构树里。",
		"There is text outside the root element; it is kept in the tree.")
)

// What is mended in JSON.
var (
	JSONDuplicateKey = remark.New("json-duplicate-key", remark.Warning, "",
		"名称 {0} 在同一个对象里重复，全部保留；取值时以最后一个为准。",
		"The name {0} is given again in the same object; all are kept, and the last one counts.")
	JSONHalfEscape = remark.New("json-half-escape", remark.Warning, "",
		"\\u 转义只写了半个字符（没有配对的另一半），共 {0} 处，显示为 U+FFFD。",
		"An escape \\u gives half of a character without the other half; there are {0} of these, shown as U+FFFD.")
	JSONClosersSwapped = remark.New("json-closers-swapped", remark.Warning, "",
		"右括号顺序颠倒：这里写的是 {0}，应为 {1}，已按 {1} 读取。",
		"Two closing brackets are in the wrong order: {0} was read as {1}.")
	JSONCloserMissing = remark.New("json-closer-missing", remark.Warning, "",
		"{1} 之前缺少 {0}，已补上。",
		"A {0} is missing before {1}; it was read as if it were there.")
	JSONCloserSurplus = remark.New("json-closer-surplus", remark.Warning, "",
		"多余的 {0}，已跳过。",
		"This {0} closes nothing and was passed over.")
	JSONTrailingComma = remark.New("json-trailing-comma", remark.Warning, "",
		"最后一项后面多了逗号，已忽略。",
		"A comma follows the last item; it was ignored.")
	JSONSurplusComma = remark.New("json-surplus-comma", remark.Warning, "",
		"多余的逗号，已忽略。",
		"This comma separates nothing; it was ignored.")
	JSONComma = remark.New("json-comma", remark.Warning, "",
		"两项之间缺少逗号，已补上。",
		"A comma is missing before this item; it was read as if it were there.")
	JSONColon = remark.New("json-colon", remark.Warning, "",
		"名称后面应为冒号，已按有冒号读取。",
		"A colon was expected after the name; it was read as if it were there.")
	JSONNoValue = remark.New("json-no-value", remark.Warning, "",
		"名称后面没有值，按 null 读取。",
		"There is no value after the name; it was read as null.")
	JSONKey = remark.New("json-key", remark.Warning, "",
		"名称 {0} 没有加引号，已按字符串读取。",
		"The name {0} is not in quotes; it was read as if it were.")
	JSONQuotes = remark.New("json-quotes", remark.Warning, "",
		"引号 {0} 应为 \"，已按 \" 读取。",
		"The quote {0} should be \"; it was read as one.")
	JSONValue = remark.New("json-value", remark.Warning, "",
		"{0} 不是 JSON 的值，按字符串保留。",
		"{0} is no JSON value; it was kept as a string.")
	JSONUnexpected = remark.New("json-unexpected", remark.Warning, "",
		"这里不该有 {0}，已跳过。",
		"{0} was not expected here and was passed over.")
	JSONComment = remark.New("json-comment", remark.Warning, "",
		"JSON 不允许注释，已跳过。",
		"JSON has no comments; this one was passed over.")
	JSONSpace = remark.New("json-space", remark.Warning, "",
		"字符 {0} 不是 JSON 允许的空白（多半来自网页复制），按空格处理。",
		"The character {0} is no white space of JSON (it often comes with a copy from a web page); it was read "+
			"as a blank.")
	JSONControl = remark.New("json-control", remark.Warning, "",
		"字符串里的控制字符 {0} 应转义，已保留。",
		"The control character {0} is written with an escape in a string; it was kept.")
	JSONEscape = remark.New("json-escape", remark.Warning, "",
		"{0} 不是 JSON 的转义，已按字面保留。",
		"{0} is no escape of JSON; it was kept as it stands.")
)
