// Package flaw lists what may be wrong with the notation of a body.
package flaw

import "github.com/callbacklens/callbacklens/parser/remark"

// What ends the reading of a body.
var (
	TooManyNodes = remark.New("too-many-nodes", remark.Error, "",
		"内容太多：读到 {0} 个节点（元素、值、文本）时已到内存上限，从这里起没有解析；之前的部分都已解析。",
		"There is too much here: with {0} elements, values and texts the limit of memory was reached, and "+
			"nothing was read from here on. All that was before is here.")
	TooDeep = remark.New("too-deep", remark.Error, "",
		"嵌套层数超过上限，从这里起没有解析。",
		"The nesting exceeds the limit; nothing was read from here on.")
)

// What is mended in XML.
var (
	XMLUnclosed = remark.New("xml-unclosed", remark.Warning, "",
		"<{0}> 没有结束标签，遇到 {1} 时按已结束处理。",
		"<{0}> has no end tag; assumed to end before {1}.")
	XMLWrongEnd = remark.New("xml-wrong-end", remark.Warning, "",
		"结束标签 </{0}> 没有对应的开始标签，按 </{1}> 处理。",
		"The end tag </{0}> matches no open element; read as </{1}>.")
	XMLStrayEnd = remark.New("xml-stray-end", remark.Warning, "",
		"结束标签 </{0}> 没有对应的开始标签，已忽略。",
		"Unmatched end tag </{0}>, ignored.")
	XMLOpenForClose = remark.New("xml-open-for-close", remark.Warning, "",
		"<{0}> 紧跟在同名元素的文本之后，按结束标签 </{0}> 处理（少了斜杠）。",
		"<{0}> stands right after the text of an element of that name; it was read as </{0}>, its slash missing.")
	XMLStartName = remark.New("xml-start-name", remark.Warning, "",
		"开始标签 <{0}> 与结束标签 </{1}> 名称不同，已按 {1} 解析。",
		"The start tag <{0}> and its end tag </{1}> differ; the name was read as {1}.")
	XMLEmptyOpen = remark.New("xml-empty-open", remark.Warning, "",
		"<{0}> 既没有内容也没有结束标签，按 <{0}/> 解析（少了斜杠）。",
		"<{0}> has neither content nor an end tag; it was read as <{0}/>, its slash missing.")
	XMLTagUnopened = remark.New("xml-tag-unopened", remark.Warning, "",
		"标签 {0} 少了开头的 <，已按标签解析。",
		"The tag {0} lacks its <; it was read as a tag.")
	XMLEndTag = remark.New("xml-end-tag", remark.Warning, "",
		"结束标签里应只有名称，多余的内容已跳过。",
		"An end tag has only a name; the rest was ignored.")
	XMLTagUnfinished = remark.New("xml-tag-unfinished", remark.Warning, "",
		"开始标签没有以 > 结束，按在这里结束处理。",
		"The start tag lacks its >; assumed to end here.")
	XMLInTag = remark.New("xml-in-tag", remark.Warning, "",
		"标签里有不该出现的字符，已跳过。",
		"A character that is not allowed in a tag was ignored.")
	XMLAttribute = remark.New("xml-attribute", remark.Warning, "",
		"属性应写成 名称=\"值\"，已按能解析的部分解析。",
		"An attribute is written name=\"value\"; read as far as possible.")
	XMLDuplicateAttribute = remark.New("xml-duplicate-attribute", remark.Warning, "",
		"属性 {0} 重复，全部保留；按路径取值时以最后一个为准。",
		"Duplicate attribute {0}; both are kept, and the last one counts.")
	XMLLessInValue = remark.New("xml-less-in-value", remark.Warning, "",
		"属性值里的 < 应写成 &lt;，已按字面保留。",
		"In an attribute < is written &lt;; kept as it is.")
	XMLBareLess = remark.New("xml-bare-less", remark.Warning, "",
		"文本里的 < 应写成 &lt;，已按字面保留。",
		"In text < is written &lt;; kept as it is.")
	XMLBareAmp = remark.New("xml-bare-amp", remark.Warning, "",
		"文本里的 & 应写成 &amp;，已按字面保留。",
		"In text & is written &amp;; kept as it is.")
	XMLEntity = remark.New("xml-entity", remark.Warning, "",
		"实体 {0} 没有定义，已按字面保留（不展开 DTD）。",
		"The entity {0} is not defined; kept as it is (DTDs are never expanded).")
	XMLNoChar = remark.New("xml-no-char", remark.Warning, "",
		"{0} 没有指向任何字符（例如半个代理对，或超出 Unicode 的范围），已按字面保留。",
		"{0} stands for no character, but for half of one or a number that has none; kept as it is.")
	XMLReference = remark.New("xml-reference", remark.Warning, "",
		"{0} 不能这样引用（XML 1.0），已按它所指的字符解析。",
		"XML 1.0 has no such reference as {0}; it was read as the character that it means.")
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
		"Duplicate name {0} in the same object; all are kept, and the last one counts.")
	JSONHalfEscape = remark.New("json-half-escape", remark.Warning, "",
		"\\u 转义只写了半个字符（没有配对的另一半），共 {0} 处，显示为 U+FFFD。",
		"Escapes \\u with half of a character and not the other half: {0}. They are shown as U+FFFD.")
	JSONClosersSwapped = remark.New("json-closers-swapped", remark.Warning, "",
		"右括号顺序颠倒：这里写的是 {0}，应为 {1}，已按 {1} 解析。",
		"Brackets closed in the wrong order: {0} read as {1}.")
	JSONCloserMissing = remark.New("json-closer-missing", remark.Warning, "",
		"{1} 之前缺少 {0}，已补上。",
		"Missing {0} before {1}; read as if it were there.")
	JSONCloserSurplus = remark.New("json-closer-surplus", remark.Warning, "",
		"多余的 {0}，已跳过。",
		"This {0} closes nothing; ignored.")
	JSONTrailingComma = remark.New("json-trailing-comma", remark.Warning, "",
		"最后一项后面多了逗号，已忽略。",
		"Comma after the last item, ignored.")
	JSONSurplusComma = remark.New("json-surplus-comma", remark.Warning, "",
		"多余的逗号，已忽略。",
		"This comma separates nothing; ignored.")
	JSONComma = remark.New("json-comma", remark.Warning, "",
		"两项之间缺少逗号，已补上。",
		"Missing comma before this item; read as if it were there.")
	JSONColon = remark.New("json-colon", remark.Warning, "",
		"名称后面应为冒号，已按有冒号解析。",
		"Missing colon after the name; read as if it were there.")
	JSONNoValue = remark.New("json-no-value", remark.Warning, "",
		"名称后面没有值，按 null 解析。",
		"No value after the name; read as null.")
	JSONKey = remark.New("json-key", remark.Warning, "",
		"名称 {0} 没有加引号，已按字符串解析。",
		"The name {0} is not quoted; read as a string.")
	JSONQuotes = remark.New("json-quotes", remark.Warning, "",
		"引号 {0} 应为 \"，已按 \" 解析。",
		"The quote {0} should be \"; read as one.")
	JSONQuoteMissing = remark.New("json-quote-missing", remark.Warning, "",
		"少了一个引号，已按后面的内容补上。",
		"A quote is missing; it was put where what follows demands it.")
	JSONQuoteSurplus = remark.New("json-quote-surplus", remark.Warning, "",
		"多了一个引号，已忽略。",
		"One quote too many, ignored.")
	JSONQuoteInside = remark.New("json-quote-inside", remark.Warning, "",
		"值里的引号应写成 \\\"，已算作值的一部分。",
		"A quote within a value is written \\\"; it was taken as part of the value.")
	JSONOpenerMissing = remark.New("json-opener-missing", remark.Warning, "",
		"这里少了 {0}，已补上。",
		"A {0} is missing here; read as if it were there.")
	JSONPunctuation = remark.New("json-punctuation", remark.Warning, "",
		"{0} 应为英文标点，已按英文标点解析。",
		"{0} should be a sign of ASCII; read as one.")
	JSONInvisible = remark.New("json-invisible", remark.Warning, "",
		"名称 {0} 的首尾有不可见的字符，已忽略。",
		"The name {0} begins or ends with characters that cannot be seen; they were ignored.")
	JSONValue = remark.New("json-value", remark.Warning, "",
		"{0} 不是 JSON 的值，按字符串保留。",
		"{0} is not a JSON value; kept as a string.")
	JSONUnexpected = remark.New("json-unexpected", remark.Warning, "",
		"此处不应有 {0}，已忽略。",
		"Unexpected {0}, ignored.")
	JSONComment = remark.New("json-comment", remark.Warning, "",
		"JSON 不允许注释，已跳过。",
		"JSON has no comments; this one was ignored.")
	JSONSpace = remark.New("json-space", remark.Warning, "",
		"字符 {0} 不是 JSON 允许的空白（多半来自网页复制），按空格处理。",
		"The character {0} is no white space of JSON (it often comes with a copy from a web page); it was read "+
			"as a blank.")
	JSONControl = remark.New("json-control", remark.Warning, "",
		"字符串里的控制字符 {0} 应转义，已保留。",
		"The control character {0} must be escaped in a string; kept.")
	JSONEscape = remark.New("json-escape", remark.Warning, "",
		"{0} 不是 JSON 的转义，已按字面保留。",
		"{0} is not a JSON escape; kept as it is.")
)
