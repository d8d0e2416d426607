package parser

import "github.com/callbacklens/callbacklens/parser/remark"

// What is said of the input as a whole, and of wrappers.
var (
	rowEmpty = remark.New("empty", remark.Error, "",
		"没有内容：这里应有一段回调内容（XML 或 JSON）。",
		"Nothing here: expected a callback body in XML or JSON.")
	rowNoBody = remark.New("no-body", remark.Error, "",
		"没有找到 XML 或 JSON：回调内容应以 < 或 {、[ 开头，也没有识别出编码或压缩的内容。",
		"Neither XML nor JSON was found: a body begins with <, { or [, and nothing encoded or compressed was "+
			"recognised either.")
	rowBinary = remark.New("binary", remark.Error, "",
		"这不是文本，而是二进制数据，也不是可识别的压缩格式（gzip、zlib），没有解析。",
		"This is binary data, not text, and not in a known packing (gzip, zlib); it was not read.")
	rowBinaryFile = remark.New("binary-file", remark.Error, "",
		"这不是文本：开头像 {0} 文件，没有解析。",
		"This is not text: it begins like a {0} file and was not read.")
	rowNothingKnown = remark.New("nothing-known", remark.Error, "Response",
		"结构可以解析，但不是已知的回调：没有 JobsDetail、WorkflowExecution、Error 或 Request。全部内容见结构树。",
		"The structure was read, but this is not a known callback: it lacks JobsDetail, "+
			"WorkflowExecution, Error or Request. All that it holds is in the tree.")
	rowLooksLikeCode = remark.New("looks-like-code", remark.Error, "",
		"没有找到回调：内容像程序或样式的源代码，不像 JSON，要按 JSON 解析得改动 {0} 处。结构树只是猜测，请以原始内容为准。",
		"No callback was found: this looks like the source code of a program or a style sheet, not like JSON. Read as "+
			"JSON, places that need mending: {0}. The tree is a guess; go by the source.")
	rowHardlyJSON = remark.New("hardly-json", remark.Error, "",
		"没有找到回调：内容只是带括号的文本，不像 JSON，要按 JSON 解析得改动 {0} 处。结构树只是猜测，请以原始内容为准。",
		"No callback was found: this is text with brackets in it, hardly JSON. Read as JSON, places that need "+
			"mending: {0}. The tree is a guess; go by the source.")
	rowNamesAlone = remark.New("names-alone", remark.Error, "",
		"没有找到回调：只有回调的字段名，几乎没有值，更像构造或解析回调的程序，或是说明文字。结构树只是猜测，请以原始内容为准。",
		"No callback was found: the names of one stand here with hardly a value, as in a program that makes or reads "+
			"callbacks, or in words about them. The tree is a guess; go by the source.")
	rowInputTooLarge = remark.New("input-too-large", remark.Error, "",
		"内容超过上限 {0} 字节，只解析了上限以内的部分。",
		"This is longer than the limit of {0} bytes; only that much was read.")
	rowTooManyBodies = remark.New("too-many-bodies", remark.Error, "",
		"回调内容超过 {0} 份，后面的没有解析。",
		"There are more than {0} bodies; the rest was not read.")
	rowCharsetUnknown = remark.New("charset-unknown", remark.Error, "",
		"声明的字符编码 {0} 无法转换，按 UTF-8 解析，个别字符可能不对。",
		"The declared charset {0} cannot be converted; this was read as UTF-8 and some characters may be wrong.")
	rowCharsetContradicts = remark.New("charset-contradicts", remark.Warning, "",
		"声明的字符编码是 {0}，实际内容是 UTF-8，已按 UTF-8 解析。",
		"The declared charset is {0}, but the bytes are UTF-8 and were read as such.")
	rowCharsetGuessed = remark.New("charset-guessed", remark.Warning, "",
		"没有声明字符编码，内容也不是 UTF-8，按 {0} 解析。",
		"No charset is declared and the bytes are not UTF-8; they were read as {0}.")
	rowBadUTF8 = remark.New("bad-utf8", remark.Warning, "",
		"有 {0} 个字节不是 UTF-8，显示为 U+FFFD。",
		"Bytes that are not UTF-8: {0}. They are shown as U+FFFD.")
	rowCharsetReplaced = remark.New("charset-replaced", remark.Warning, "",
		"按 {0} 解析，有 {1} 处不是完整的字符，显示为 U+FFFD。",
		"Read as {0}; places that are not a whole character: {1}. They are shown as U+FFFD.")
	rowCharsetOdd = remark.New("charset-odd", remark.Warning, "",
		"按 {0} 解析，末尾多出 {1} 个字节，不足一个字符，没有解析。",
		"Read as {0}; bytes left over at the end: {1}. They are less than a character and were not read.")
	rowEndExtra = remark.New("xml-end-extra", remark.Warning, "",
		"内容结束之后还有多余的 {0}，已忽略。",
		"Extra {0} after the end of the body, ignored.")
	rowStandIn = remark.New("char-replaced", remark.Warning, "",
		"外层封装在此处写的不是完整的字符（例如只写了半个），显示为 U+FFFD。",
		"What stood around the body spells no whole character here, perhaps half of one; it is shown as U+FFFD.")
	rowCloserExtra = remark.New("json-closer-extra", remark.Warning, "",
		"内容结束之后多出 {0}，已忽略。",
		"Extra {0} after the end of the body, ignored.")
	rowCut = remark.New("cut", remark.Error, "",
		"内容在此处被截断（正在解析 {0}）。之前完整的部分都已解析，截断的部分已标出。",
		"The body ends in the middle, while {0} was being read. All that was complete before is here; what was "+
			"cut is marked.")
	rowCutBody = remark.New("cut-body", remark.Error, "",
		"内容在此处被截断。之前完整的部分都已解析，截断的部分已标出。",
		"The body is cut off here. Everything complete before it was read; what was cut is marked.")
	rowLayersLimit = remark.New("layers-limit", remark.Error, "",
		"封装超过 {0} 层，最里面的没有去除。",
		"There are more than {0} nested wrappers; the innermost were not removed.")
	rowSearchLimit = remark.New("search-limit", remark.Warning, "",
		"疑似封装的片段太多，没有全部检查，里面可能还有回调。",
		"Too many pieces look wrapped; not all were checked, and there may be more callbacks in them.")
	rowInflatedLimit = remark.New("inflated-limit", remark.Error, "",
		"解压后超过上限 {0} 字节，已停止解压；上限以内的部分照常解析。",
		"Inflated, this exceeds the limit of {0} bytes; it was stopped there, and what came before was read.")
	rowWrapperBroken = remark.New("wrapper-broken", remark.Warning, "",
		"{0} 数据不完整：{1}。能解出的部分已解析。",
		"The {0} data is damaged: {1}. What could be unpacked was read.")
)
