package advice

import "github.com/callbacklens/callbacklens/parser/lang"

var all = [...]Advice{
	{
		Code: "empty", Basis: byInput,
		Case: lang.Text{ZH: "没有任何内容", EN: "Nothing was pasted"},
		Do: lang.Text{
			ZH: "复制请求体本身，再粘贴一次。",
			EN: "Copy the body itself and paste it again.",
		},
	},
	{
		Code: "no-body", Basis: byInput,
		Example: `订单已完成`,
		Do: lang.Text{
			ZH: "粘贴以 <、{ 或 [ 开头的请求体；日志行与整段 HTTP 请求也可以。",
			EN: "Paste the body, which begins with <, { or [; log lines and whole HTTP requests will do as well.",
		},
	},
	{
		Code: "binary", Basis: byInput,
		Case: lang.Text{ZH: "一段既不是文本、也不是 gzip 或 zlib 的数据", EN: "Data that is neither text nor gzip or zlib"},
		Do: lang.Text{
			ZH: "先解压或解密，再给出文本。",
			EN: "Unpack or decrypt it first.",
		},
	},
	{
		Code: "binary-file", Basis: byInput,
		Case: lang.Text{ZH: "一张 PNG 图片", EN: "A PNG image"},
		Do: lang.Text{
			ZH: "给出回调的文本，而不是它所说的文件。",
			EN: "Give the text of the callback, and not the file that it is about.",
		},
	},
	{
		Code: "nothing-known", Basis: byShape,
		Example: `{"status": "ok"}`,
		Do: lang.Text{
			ZH: "确认取到的是回调；字段改过名的，请给出服务发来的原始内容。",
			EN: "Check that this is a callback; if fields were renamed, give what the service sent.",
		},
	},
	{
		Code: "looks-like-code", Basis: byShape,
		Case: lang.Text{ZH: "一段样式表或程序的源代码", EN: "A style sheet, or the source of a program"},
		Do: lang.Text{
			ZH: "粘贴回调的请求体，而不是接收它的程序。",
			EN: "Paste the body of the callback, and not the program that receives it.",
		},
	},
	{
		Code: "hardly-json", Basis: byShape,
		Case: lang.Text{ZH: "一段带花括号的普通文本", EN: "Ordinary text with braces in it"},
		Do: lang.Text{
			ZH: "粘贴回调的请求体；如果它被改写得无法辨认，请从日志中找原始内容。",
			EN: "Paste the body of the callback; if it was rewritten beyond recognition, look for it as it was sent.",
		},
	},
	{
		Code: "names-alone", Basis: byShape,
		Case: lang.Text{ZH: "一段构造回调的程序", EN: "A program that makes a callback"},
		Do: lang.Text{
			ZH: "粘贴回调的请求体；如果这就是程序打印的回调，请从日志中找原始内容。",
			EN: "Paste the body of the callback; if this is how a program printed one, look for it as it was sent.",
		},
	},
	{
		Code: "input-too-large", Basis: byLimit,
		Case: lang.Text{ZH: "超过上限的文件", EN: "A file beyond the limit"},
		Do: lang.Text{
			ZH: "拆成几份，或用命令行处理。",
			EN: "Split it, or use the command line.",
		},
	},
	{
		Code: "model-limit", Basis: byLimit,
		Case: lang.Text{ZH: "一份有数百万个任务的内容", EN: "A body with millions of jobs"},
		Do: lang.Text{
			ZH: "拆成几份。",
			EN: "Split it.",
		},
	},
	{
		Code: "too-many-bodies", Basis: byLimit,
		Case: lang.Text{ZH: "一行一份回调的大日志", EN: "A large log with a callback in each line"},
		Do: lang.Text{
			ZH: "分批给出，或在命令行用 inspect -stream。",
			EN: "Give it in parts, or to inspect -stream on the command line.",
		},
	},
	{
		Code: "too-many-nodes", Basis: byLimit,
		Case: lang.Text{ZH: "一份有数千万个节点的内容", EN: "A body with tens of millions of nodes"},
		Do: lang.Text{
			ZH: "拆成几份。",
			EN: "Split it.",
		},
	},
	{
		Code: "too-deep", Basis: byLimit,
		Case: lang.Text{ZH: "嵌套上万层的数组", EN: "An array nested ten thousand deep"},
		Do: lang.Text{
			ZH: "回调没有这样的嵌套，检查内容从哪里来。",
			EN: "No callback is nested so; check where this comes from.",
		},
	},
	{
		Code: "charset-unknown", Basis: byCharset,
		Case: lang.Text{ZH: "声明了未知字符编码的非 UTF-8 内容", EN: "Bytes that are not UTF-8, with a charset that is not known"},
		Do: lang.Text{
			ZH: "先转换为 UTF-8。",
			EN: "Convert it to UTF-8 first.",
		},
	},
	{
		Code: "charset-contradicts", Basis: byCharset,
		Example: `<?xml version="1.0" encoding="GBK"?><Response>今天</Response>`,
		Do: lang.Text{
			ZH: "多半是中途转过码而声明没有改，通常无需处理。",
			EN: "Most likely it was converted on the way and the declaration stayed; usually nothing is to be done.",
		},
	},
	{
		Code: "charset-guessed", Basis: byCharset,
		Case: lang.Text{ZH: "没有声明编码的 GBK 内容", EN: "GBK without a declaration"},
		Do: lang.Text{
			ZH: "核对中文是否正确；不对时先转换为 UTF-8。",
			EN: "Check that the Chinese is right; if not, convert it to UTF-8 first.",
		},
	},
	{
		Code: "chars-lost", Basis: byCharset,
		Example: `{"JobsDetail": {"Tag": "A�"}}`,
		Do: lang.Text{
			ZH: "取原始内容：U+FFFD 是前面某一步转换编码时写下的。",
			EN: "Get the original: some step before wrote U+FFFD where it could not convert a character.",
		},
	},
	{
		Code: "garbled", Basis: byCharset,
		Example: `{"JobsDetail": {"Tag": "èŠ±"}}`,
		Do: lang.Text{
			ZH: "取原始内容，或按所说的字符编码转换回去。",
			EN: "Get the original, or convert it back from the charset that is named.",
		},
	},
	{
		Code: "value-escaped", Basis: byCharset,
		Example: `{"JobsDetail": {"JobId": "a1", "State": "Success", "Message": "%u660E%u5929"}}`,
		Do: lang.Text{
			ZH: "查一下谁多转义了一次（如 JavaScript 的 escape），或取原始内容。",
			EN: "Find who escapes it once more, such as escape of JavaScript, or get the original.",
		},
	},
	{
		Code: "bad-utf8", Basis: byCharset,
		Case: lang.Text{ZH: "UTF-8 内容里夹着字节 FF", EN: "The byte FF within UTF-8"},
		Do: lang.Text{
			ZH: "字节在途中损坏，请取原始内容。",
			EN: "Bytes were damaged on the way; get the original.",
		},
	},
	{
		Code: "charset-replaced", Basis: byCharset,
		Case: lang.Text{ZH: "GBK 内容在字符中间被截断", EN: "GBK cut within a character"},
		Do: lang.Text{
			ZH: "字节在途中损坏，请取原始内容。",
			EN: "Bytes were damaged on the way; get the original.",
		},
	},
	{
		Code: "charset-odd", Basis: byCharset,
		Case: lang.Text{ZH: "字节数为奇数的 UTF-16 内容", EN: "UTF-16 of an odd number of bytes"},
		Do: lang.Text{
			ZH: "末尾少了一个字节，请取完整的内容。",
			EN: "A byte is missing at the end; get all of it.",
		},
	},
	{
		Code: "cut", Basis: byBody,
		Example: `{"JobsDetail": [{"Tag": "Words`,
		Do: lang.Text{
			ZH: "取完整的内容：日志往往会截断长行。",
			EN: "Get all of it: logs often cut long lines.",
		},
	},
	{
		Code: "cut-body", Basis: byBody,
		Example: `{"JobsDetail": [{"Tag": "A"]}`,
		Do: lang.Text{
			ZH: "取完整的内容：日志往往会截断长行。",
			EN: "Get all of it: logs often cut long lines.",
		},
	},
	{
		Code: "layers-limit", Basis: byLimit,
		Case: lang.Text{ZH: "封装了十几层的内容", EN: "A body in more than a dozen wrappers"},
		Do: lang.Text{
			ZH: "先去除几层封装。",
			EN: "Remove some of the wrappers first.",
		},
	},
	{
		Code: "search-limit", Basis: byLimit,
		Case: lang.Text{ZH: "一份有大量疑似封装片段的日志", EN: "A log with very many pieces that look wrapped"},
		Do: lang.Text{
			ZH: "只给出有回调的部分。",
			EN: "Give only the part that has the callback.",
		},
	},
	{
		Code: "inflated-limit", Basis: byLimit,
		Case: lang.Text{ZH: "解压后非常大的 gzip", EN: "A gzip that inflates to very much"},
		Do: lang.Text{
			ZH: "用命令行解压后拆成几份。",
			EN: "Inflate it on the command line and split it.",
		},
	},
	{
		Code: "wrapper-broken", Basis: byBody,
		Case: lang.Text{ZH: "末尾被截断的 gzip", EN: "A gzip that is cut at its end"},
		Do: lang.Text{
			ZH: "取完整的数据。",
			EN: "Get all of the data.",
		},
	},
	{
		Code: "xml-unclosed", Basis: byXML,
		Example: `<JobsDetail><Tag>a</JobsDetail>`, frame: inResponse,
		Do: lang.Text{
			ZH: "官方文档与手写的测试内容常有此错；服务发来的不会有。",
			EN: "Common in the documentation and in bodies written by hand; the service does not send it.",
		},
	},
	{
		Code: "xml-wrong-end", Basis: byXML,
		Example: `<JobsDetail><Input></Inptu></JobsDetail>`, frame: inResponse,
		Do: lang.Text{
			ZH: "改正结束标签的名称。",
			EN: "Correct the name of the end tag.",
		},
	},
	{
		Code: "xml-stray-end", Basis: byXML,
		Example: `<?xml version="1.0"?></Tag><Response><JobsDetail/></Response>`,
		Do: lang.Text{
			ZH: "删除这个结束标签。",
			EN: "Delete the end tag.",
		},
	},
	{
		Code: "xml-open-for-close", Basis: byXML,
		Example: `<JobsDetail><Tag>Translation<Tag></JobsDetail>`, frame: inResponse,
		Do: lang.Text{
			ZH: "在结束标签里补上斜杠。官方的翻译示例就有此错。",
			EN: "Add the slash. The published sample of translation has this flaw.",
		},
	},
	{
		Code: "xml-start-name", Basis: byXML,
		Example: `<Response><JobsDetial><Tag>A</Tag></JobsDetail></Response>`,
		Do: lang.Text{
			ZH: "把开始标签和结束标签改成同一个名称，并查明是谁手工改过它。",
			EN: "Give both tags the same name, and find out who edited the body by hand.",
		},
	},
	{
		Code: "xml-empty-open", Basis: byXML,
		Example: `<Response><JobsDetail><Tag>A</Tag><Message><State>Success</State></JobsDetail></Response>`,
		Do: lang.Text{
			ZH: "补上斜杠：<Message/>。",
			EN: "Add the slash: <Message/>.",
		},
	},
	{
		Code: "xml-tag-unopened", Basis: byXML,
		Example: `<JobsDetail><Tag>A/Tag><State>Success</State></JobsDetail>`, frame: inResponse,
		Do: lang.Text{
			ZH: "在标签前补上 <。多半是复制时少选了一个字符，或转换时弄丢了。",
			EN: "Add the < before the tag. Mostly it was left out by a copy, or lost by a conversion.",
		},
	},
	{
		Code: "xml-end-tag", Basis: byXML,
		Example: `<JobsDetail></JobsDetail a="1">`, frame: inResponse,
		Do: lang.Text{
			ZH: "删除名称后面的内容。",
			EN: "Delete what follows the name.",
		},
	},
	{
		Code: "xml-tag-unfinished", Basis: byXML,
		Example: `<JobsDetail <Tag>a</Tag></JobsDetail>`, frame: inResponse,
		Do: lang.Text{
			ZH: "补上 >。",
			EN: "Add the >.",
		},
	},
	{
		Code: "xml-in-tag", Basis: byXML,
		Example: `<JobsDetail "></JobsDetail>`, frame: inResponse,
		Do: lang.Text{
			ZH: "删除这个字符。",
			EN: "Delete the character.",
		},
	},
	{
		Code: "xml-attribute", Basis: byXML,
		Example: `<JobsDetail id=1></JobsDetail>`, frame: inResponse,
		Do: lang.Text{
			ZH: "属性值加上引号。回调没有属性。",
			EN: "Quote the value. Callbacks have no attributes.",
		},
	},
	{
		Code: "xml-duplicate-attribute", Basis: byXML,
		Example: `<JobsDetail a="1" a="2"></JobsDetail>`, frame: inResponse,
		Do: lang.Text{
			ZH: "只留一个。",
			EN: "Keep one of them.",
		},
	},
	{
		Code: "xml-less-in-value", Basis: byXML,
		Example: `<JobsDetail a="<"></JobsDetail>`, frame: inResponse,
		Do: lang.Text{
			ZH: "写成 &lt;。",
			EN: "Write &lt;.",
		},
	},
	{
		Code: "xml-bare-less", Basis: byXML,
		Example: `<JobsDetail>1 < 2</JobsDetail>`, frame: inResponse,
		Do: lang.Text{
			ZH: "写成 &lt;。",
			EN: "Write &lt;.",
		},
	},
	{
		Code: "xml-bare-amp", Basis: byXML,
		Example: `<JobsDetail><Input><Object>a&b.txt</Object></Input></JobsDetail>`, frame: inResponse,
		Do: lang.Text{
			ZH: "写成 &amp;。",
			EN: "Write &amp;.",
		},
	},
	{
		Code: "xml-entity", Basis: byXML,
		Example: `<JobsDetail>&nbsp;</JobsDetail>`, frame: inResponse,
		Do: lang.Text{
			ZH: "写成字符本身，或 &#160; 这样的字符引用。",
			EN: "Write the character, or a reference such as &#160;.",
		},
	},
	{
		Code: "xml-no-char", Basis: byXML,
		Example: `<JobsDetail>&#xD800;</JobsDetail>`, frame: inResponse,
		Do: lang.Text{
			ZH: "写成完整字符的引用，如 &#128512;；多为上游按 UTF-16 单元逐个转义所致。",
			EN: "Refer to the whole character, as &#128512;; mostly something escaped UTF-16 units one by one.",
		},
	},
	{
		Code: "xml-reference", Basis: byXML,
		Example: `<Response><JobsDetail><Tag>&#55357;&#56832;</Tag></JobsDetail></Response>`,
		Do: lang.Text{
			ZH: "U+FFFF 以上的字符写成一个引用，如 &#128512;。",
			EN: "Write a character above U+FFFF as one reference, like &#128512;.",
		},
	},
	{
		Code: "xml-char", Basis: byXML,
		Example: "<JobsDetail>\x01</JobsDetail>", frame: inResponse,
		Do: lang.Text{
			ZH: "检查字符从哪里来；XML 解析器会拒绝它。",
			EN: "Check where it comes from; XML parsers refuse it.",
		},
	},
	{
		Code: "xml-cdata-end", Basis: byXML,
		Example: `<JobsDetail>]]></JobsDetail>`, frame: inResponse,
		Do: lang.Text{
			ZH: "写成 ]]&gt;。",
			EN: "Write ]]&gt;.",
		},
	},
	{
		Code: "xml-comment", Basis: byXML,
		Example: `<!-- a -- b --><JobsDetail/>`, frame: inResponse,
		Do: lang.Text{
			ZH: "注释里不要写 --。",
			EN: "Write no -- in a comment.",
		},
	},
	{
		Code: "xml-text-outside", Basis: byXML,
		Example: `<?xml version="1.0"?>done<Response><JobsDetail/></Response>`,
		Do: lang.Text{
			ZH: "检查复制的范围。",
			EN: "Check what was copied.",
		},
	},
	{
		Code: "json-duplicate-key", Basis: byJSON,
		Example: `"Tag": "A", "Tag": "B"`, frame: inJob,
		Do: lang.Text{
			ZH: "各语言取第一个还是最后一个并不一致，应只留一个。",
			EN: "Parsers differ on which one counts; keep one.",
		},
	},
	{
		Code: "json-half-escape", Basis: byJSON,
		Example: `"Message": "\ud83d"`, frame: inJob,
		Do: lang.Text{
			ZH: "字符在途中损坏，请取原始内容。",
			EN: "The character was damaged on the way; get the original.",
		},
	},
	{
		Code: "xml-end-extra", Basis: byXML,
		Example: `<Response><JobsDetail><JobId>a</JobId></JobsDetail></Response></Response>`,
		Do: lang.Text{
			ZH: "检查复制时是否多带了外层的标签，或拼接内容的代码是否多写了一个。",
			EN: "See whether a tag of what stood around it was copied too, or whether the code that put it together adds one.",
		},
	},
	{
		Code: "char-replaced", Basis: byInput,
		Example: `"<Response><JobsDetail><JobId>a\ud800</JobId></JobsDetail></Response>"`,
		Do: lang.Text{
			ZH: "写日志的代码可能在一个字符中间截断了文本，请取原始内容。",
			EN: "Whatever logged it may have cut the text in the middle of a character; get the original.",
		},
	},
	{
		Code: "json-closer-extra", Basis: byJSON,
		Example: `{"EventName": "TaskFinish", "JobsDetail": [{"JobId": "a"}]}}`,
		Do: lang.Text{
			ZH: "检查复制时是否多带了外层的括号，或拼接内容的代码是否多写了一个。",
			EN: "See whether a bracket of what stood around it was copied too, or whether the code that put it together adds one.",
		},
	},
	{
		Code: "json-closers-swapped", Basis: byJSON,
		Example: `{"JobsDetail": [{"Tag": "A"]}}`,
		Do: lang.Text{
			ZH: "官方的分词 JSON 示例就有此错；服务发来的不会有。",
			EN: "The published JSON sample of word segmentation has this flaw; the service does not send it.",
		},
	},
	{
		Code: "json-closer-missing", Basis: byJSON,
		Example: `{"JobsDetail": [{"Tag": "A", "Operation": {"JobLevel": "0"]}}`,
		Do: lang.Text{
			ZH: "补上括号。",
			EN: "Add the bracket.",
		},
	},
	{
		Code: "json-closer-surplus", Basis: byJSON,
		Example: `{"JobsDetail": {"Tag": "A"]}}`,
		Do: lang.Text{
			ZH: "删除多余的括号。",
			EN: "Delete the bracket.",
		},
	},
	{
		Code: "json-trailing-comma", Basis: byJSON,
		Example: `{"JobsDetail": {"Tag": "A",}}`,
		Do: lang.Text{
			ZH: "删除逗号。官方的翻译示例就有此错。",
			EN: "Delete the comma. The published sample of translation has this flaw.",
		},
	},
	{
		Code: "json-surplus-comma", Basis: byJSON,
		Example: `{"JobsDetail": {"Tag": "A",, "Code": "0"}}`,
		Do: lang.Text{
			ZH: "删除逗号。",
			EN: "Delete the comma.",
		},
	},
	{
		Code: "json-comma", Basis: byJSON,
		Example: `{"JobsDetail": {"Tag": "A" "Code": "0"}}`,
		Do: lang.Text{
			ZH: "补上逗号。",
			EN: "Add the comma.",
		},
	},
	{
		Code: "json-colon", Basis: byJSON,
		Example: `{"JobsDetail": {"Tag" "A"}}`,
		Do: lang.Text{
			ZH: "补上冒号。",
			EN: "Add the colon.",
		},
	},
	{
		Code: "json-no-value", Basis: byJSON,
		Example: `{"JobsDetail": {"Tag": }}`,
		Do: lang.Text{
			ZH: "补上值。",
			EN: "Add the value.",
		},
	},
	{
		Code: "json-key", Basis: byJSON,
		Example: `{JobsDetail: {"Tag": "A"}}`,
		Do: lang.Text{
			ZH: "名称加上双引号。",
			EN: "Quote the name.",
		},
	},
	{
		Code: "json-quote-missing", Basis: byJSON,
		Example: `{"JobsDetail": {Tag": "A"}}`,
		Do: lang.Text{
			ZH: "对照原始内容补上引号。",
			EN: "Put the quote back, as the original has it.",
		},
	},
	{
		Code: "json-quote-surplus", Basis: byJSON,
		Example: `{"JobsDetail": {"Tag"": "A"}}`,
		Do: lang.Text{
			ZH: "删去多余的引号。",
			EN: "Take the surplus quote away.",
		},
	},
	{
		Code: "json-quote-inside", Basis: byJSON,
		Example: `{"JobsDetail": {"Tag": "A "b" c"}}`,
		Do: lang.Text{
			ZH: "由程序生成 JSON，不要自己拼接字符串。",
			EN: "Let a program write the JSON instead of putting strings together.",
		},
	},
	{
		Code: "json-opener-missing", Basis: byJSON,
		Example: `{"JobsDetail": "Tag": "A"}}`,
		Do: lang.Text{
			ZH: "对照原始内容补上括号。",
			EN: "Put the bracket back, as the original has it.",
		},
	},
	{
		Code: "json-punctuation", Basis: byJSON,
		Example: `{"JobsDetail"：{"Tag": "A"}}`,
		Do: lang.Text{
			ZH: "多半经过了中文输入法或聊天工具；请取原始内容。",
			EN: "It probably came through a chat or an input method; take the original.",
		},
	},
	{
		Code: "json-invisible", Basis: byJSON,
		Example: "{\"\u200bJobsDetail\": {\"Tag\": \"A\"}}",
		Do: lang.Text{
			ZH: "删去这些字符；多半是从网页或文件开头复制来的。",
			EN: "Take them away; they mostly come with a copy from a page or the beginning of a file.",
		},
	},
	{
		Code: "json-quotes", Basis: byJSON,
		Example: `{'JobsDetail': {"Tag": "A"}}`,
		Do: lang.Text{
			ZH: "改用双引号；多半是程序打印出来的对象。",
			EN: "Use double quotes; most likely a program printed this object.",
		},
	},
	{
		Code: "json-value", Basis: byJSON,
		Example: `{"JobsDetail": {"JobId": "a1", "Force": True}}`,
		Do: lang.Text{
			ZH: "改成 JSON 的写法：true、false、null、数字，或加引号。",
			EN: "Write true, false, null or a number, or quote it.",
		},
	},
	{
		Code: "json-unexpected", Basis: byJSON,
		Example: `{"JobsDetail": {"Tag": "A"} ; }`,
		Do: lang.Text{
			ZH: "删除这个字符。",
			EN: "Delete it.",
		},
	},
	{
		Code: "json-comment", Basis: byJSON,
		Example: `{"JobsDetail": {"Tag": "A"} /* ok */}`,
		Do: lang.Text{
			ZH: "删除注释。",
			EN: "Delete the comment.",
		},
	},
	{
		Code: "json-space", Basis: byJSON,
		Example: "{\u00a0\"JobsDetail\": {\"Tag\": \"A\"}}",
		Do: lang.Text{
			ZH: "换成普通空格。",
			EN: "Use an ordinary space.",
		},
	},
	{
		Code: "json-control", Basis: byJSON,
		Example: "\"Message\": \"a\tb\"", frame: inJob,
		Do: lang.Text{
			ZH: "写成 \\t 这样的转义。",
			EN: "Write an escape such as \\t.",
		},
	},
	{
		Code: "json-escape", Basis: byJSON,
		Example: `"Message": "a\x41"`, frame: inJob,
		Do: lang.Text{
			ZH: "写成 \\u0041 这样的转义。",
			EN: "Write an escape such as \\u0041.",
		},
	},
	{
		Code: "request-pasted", Basis: byShape,
		Example: `<Request><Tag>WordsGeneralize</Tag></Request>`,
		Do: lang.Text{
			ZH: "要看结果，请给出回调，或查询任务的响应。",
			EN: "For the result give the callback, or the response of a query.",
		},
	},
	{
		Code: "error-body", Basis: byShape,
		Example: `<Error><Code>AccessDenied</Code></Error>`,
		Do: lang.Text{
			ZH: "按错误码处理；提交工单时附上 RequestId。",
			EN: "Act on the error code; tickets need the RequestId.",
		},
	},
	{
		Code: "no-event", Basis: bySample,
		Example: `<Response><JobsDetail><Tag>WordsGeneralize</Tag><State>Success</State></JobsDetail></Response>`,
		Do: lang.Text{
			ZH: "通常无需处理：不要用 EventName 判断是不是回调。",
			EN: "Usually nothing: do not tell a callback by its EventName.",
		},
	},
	{
		Code: "job-repeated", Basis: byBody,
		Example: `[{"EventName": "TaskFinish", "JobsDetail": {"JobId": "a1", "Tag": "A"}}, {"EventName": "TaskFinish", "JobsDetail": {"JobId": "a1", "Tag": "A"}}]`,
		Do: lang.Text{
			ZH: "接收端按 JobId 去重。",
			EN: "Deduplicate by JobId where you receive.",
		},
	},
	{
		Code: "field-repeated", Basis: byTable,
		Example: `<Response><JobsDetail><Tag>A</Tag><Tag>B</Tag></JobsDetail></Response>`,
		Do: lang.Text{
			ZH: "检查内容是否被改过；不同的 XML 库取值不同。",
			EN: "Check whether the body was changed; XML libraries differ on which one they take.",
		},
	},
	{
		Code: "job-unread", Basis: byTable,
		Example: `{"EventName": "TaskFinish", "JobsDetail": {"list": [{"a": 1}]}}`,
		Do: lang.Text{
			ZH: "在树里看实际的结构，取服务发来的原始内容。",
			EN: "Look at the tree to see what it holds, and get what the service sent.",
		},
	},
	{
		Code: "no-tag", Basis: byTable,
		Example: `"State": "Success", "Operation": {"WordsGeneralize": {"NerMethod": "DL"}}`, frame: inJob,
		Do: lang.Text{
			ZH: "按 Operation 里的节点判断任务类型，不要只看 Tag。",
			EN: "Tell the kind of job by what Operation holds, and not by Tag alone.",
		},
	},
	{
		Code: "no-state", Basis: byTable,
		Example: `"Tag": "WordsGeneralize", "Code": "Success", "Operation": {}`, frame: inJob,
		Do: lang.Text{
			ZH: "State 缺失时根据 Code 判断。",
			EN: "Without State go by Code.",
		},
	},
	{
		Code: "state-code", Basis: byTable,
		Example: `"State": "Failed", "Code": "Success"`, frame: inJob,
		Do: lang.Text{
			ZH: "以 State 为准，Code 只在失败时有意义。",
			EN: "State counts; Code has a meaning only in a failure.",
		},
	},
	{
		Code: "state-message", Basis: byTable,
		Example: `"State": "Failed", "Code": "InternalError", "Message": "Success"`, frame: inJob,
		Do: lang.Text{
			ZH: "不要用 Message 判断状态。",
			EN: "Never use Message as a status.",
		},
	},
	{
		Code: "result-missing", Basis: byTable,
		Example: `"WordsGeneralize": {"NerMethod": "DL"}`, frame: inOperation,
		Do: lang.Text{
			ZH: "用 JobId 查询任务；原文为空时也可能没有结果。",
			EN: "Query the job by its JobId; an empty text may have no result.",
		},
	},
	{
		Code: "result-on-failure", Basis: byTable,
		Example: `{"EventName": "TaskFinish", "JobsDetail": {"State": "Failed", "Operation": {"WordsGeneralizeResult": {"WordsGeneralizeToken": [{"Word": "a", "Offset": "0", "Length": "1"}]}}}}`,
		Do: lang.Text{
			ZH: "以 State 为准，不要使用结果。",
			EN: "State counts; do not use the result.",
		},
	},
	{
		Code: "end-before-start", Basis: byBody,
		Example: `"CreationTime": "2022-07-25T16:35:39+0800", "EndTime": "2022-07-25T16:35:38+0800"`, frame: inJob,
		Do: lang.Text{
			ZH: "检查时间是否被改过，或时区是否换算错误。",
			EN: "Check whether times were changed, or converted with the wrong zone.",
		},
	},
	{
		Code: "time-unreadable", Basis: bySample,
		Example: `"CreationTime": "yesterday"`, frame: inJob,
		Do: lang.Text{
			ZH: "官方格式没有别的写法，检查内容是否被改过。",
			EN: "The service writes nothing else; check whether the body was changed.",
		},
	},
	{
		Code: "jobid-time", Basis: byPractice,
		Example: `"JobId": "ac34be3aa0bf411ed9ce39d7cc972e427", "CreationTime": "2023-07-25T16:35:39+0800"`, frame: inJob,
		Do: lang.Text{
			ZH: "多半是手工改过的示例；只是线索，不是错误。",
			EN: "Most likely a sample edited by hand; a hint, and not an error.",
		},
	},
	{
		Code: "workflow-place", Basis: byPractice,
		Example: `{"Response": {"EventName": "TaskFinish", "Workflow": {"RunId": "i1"}, "JobsDetail": {"Tag": "A"}}}`,
		Do: lang.Text{
			ZH: "两处都要看，先看 JobsDetail。",
			EN: "Read both places, JobsDetail first.",
		},
	},
	{
		Code: "user-data-long", Basis: byTable,
		Case: lang.Text{ZH: "超过 1024 个字符的 UserData", EN: "UserData of more than 1,024 characters"},
		Do: lang.Text{
			ZH: "缩短 UserData，较长的数据自己保存，只传一个键。",
			EN: "Shorten it; keep longer data yourself and pass a key.",
		},
	},
	{
		Code: "user-data-ascii", Basis: byTable,
		Example: `"UserData": "订单"`, frame: inOperation,
		Do: lang.Text{
			ZH: "先编码，例如用 base64。",
			EN: "Encode it first, in base64 for one.",
		},
	},
	{
		Code: "token-length", Basis: byTokens,
		Example: `{"Word": "今天", "Offset": "0", "Length": "2"}, {"Word": "打车", "Offset": "2", "Length": "3"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "检查内容是否被翻译或改过。官方英文示例就有此错。",
			EN: "Check whether the body was translated or changed. The published English sample has this flaw.",
		},
	},
	{
		Code: "words-lost", Basis: byTokens,
		Example: `{"Word": "??", "Offset": "0", "Length": "2", "Pos": "t"}, {"Word": "?", "Offset": "2", "Length": "1", "Pos": "v"}`,
		frame:   inTokens,
		Do: lang.Text{
			ZH: "取原始内容，并检查数据库、日志或控制台用的编码：不支持中文的编码会写成问号。",
			EN: "Get the original, and look at the charset of the database, log or console: one without Chinese writes question marks.",
		},
	},
	{
		Code: "token-word", Basis: byTokens,
		Example: `{"Word": "", "Offset": "0", "Length": "1"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "取原始内容：网页复制会丢失单字词。",
			EN: "Get the original: copies from web pages lose words of one character.",
		},
	},
	{
		Code: "token-number", Basis: byTable,
		Example: `{"Word": "今天", "Offset": "two", "Length": "2"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "Offset 与 Length 应为非负整数。",
			EN: "Offset and Length are integers from 0 on.",
		},
	},
	{
		Code: "tokens-gap", Basis: byTokens,
		Example: `{"Word": "今天", "Offset": "0", "Length": "2"}, {"Word": "车", "Offset": "3", "Length": "1"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "空缺多半是空格、换行，或被略去的词；需要时对照存储桶中的原文。",
			EN: "Gaps mostly are spaces, line breaks or words left out; compare the text in the bucket.",
		},
	},
	{
		Code: "tokens-overlap", Basis: byTokens,
		Example: `{"Word": "今天", "Offset": "0", "Length": "2"}, {"Word": "天", "Offset": "1", "Length": "1"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "不要直接拼接各词；按 Offset 取需要的粒度。",
			EN: "Do not join the words as they are; choose a granularity by Offset.",
		},
	},
	{
		Code: "tokens-overlap-mix", Basis: byPractice,
		Example: `{"EventName": "TaskFinish", "JobsDetail": {"Operation": {"WordsGeneralize": {"SegMethod": "MIX"}, "WordsGeneralizeResult": {"WordsGeneralizeToken": [{"Word": "今天", "Offset": "0", "Length": "2"}, {"Word": "天", "Offset": "1", "Length": "1"}]}}}}`,
		Do: lang.Text{
			ZH: "粗细粒度同时给出时会如此；需要不重叠的结果时试用 SegBasic。",
			EN: "Coarse and fine words side by side; for a result without overlaps try SegBasic.",
		},
	},
	{
		Code: "tokens-unsorted", Basis: byTokens,
		Example: `{"Word": "车", "Offset": "1", "Length": "1"}, {"Word": "打", "Offset": "0", "Length": "1"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "接收端先按 Offset 排序。",
			EN: "Sort by Offset where you receive.",
		},
	},
	{
		Code: "tokens-duplicate", Basis: byTokens,
		Example: `{"Word": "车", "Offset": "0", "Length": "1"}, {"Word": "车", "Offset": "0", "Length": "1"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "去重后再统计。",
			EN: "Deduplicate before you count.",
		},
	},
	{
		Code: "pos-unknown", Basis: byPos,
		Example: `{"Word": "李", "Offset": "0", "Length": "1", "Pos": "nrt"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "按最长的已知前缀归类，只是推测。",
			EN: "It is read by its longest known prefix: a guess.",
		},
	},
	{
		Code: "pos-unlisted", Basis: byPos,
		Example: `{"Word": "李", "Offset": "0", "Length": "1", "Pos": "PER"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "查看标注来自哪个标注集。",
			EN: "Find out which tag set it comes from.",
		},
	},
	{
		Code: "pos-shifted", Basis: byPos,
		Example: `{"Word": "昨", "Offset": "0", "Length": "1", "Pos": "tg"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "使用时以原标记为准。",
			EN: "Go by the tag itself.",
		},
	},
	{
		Code: "text-unread", Basis: byLimit,
		Case: lang.Text{ZH: "未解析完的内容", EN: "A body that was not parsed to its end"},
		Do: lang.Text{
			ZH: "解析完整的内容。",
			EN: "Parse all of it.",
		},
	},
	{
		Code: "text-no-offset", Basis: byTokens,
		Example: `{"Word": "今天", "Length": "2"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "各词都要有 Offset。",
			EN: "Every token needs an Offset.",
		},
	},
	{
		Code: "text-no-word", Basis: byTokens,
		Example: `{"Offset": "0", "Length": "2"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "各词都要有 Word。",
			EN: "Every token needs a Word.",
		},
	},
	{
		Code: "text-unit", Basis: byTokens,
		Example: `{"Word": "今天", "Offset": "0", "Length": "5"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "检查内容是否被翻译或改过。",
			EN: "Check whether the body was translated or changed.",
		},
	},
	{
		Code: "text-gap", Basis: byTokens,
		Example: `{"Word": "车", "Offset": "1", "Length": "1"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "空缺处的文字只在存储桶的原文里。",
			EN: "What stands there is only in the text in the bucket.",
		},
	},
	{
		Code: "text-overlap", Basis: byTokens,
		Example: `{"Word": "今天", "Offset": "0", "Length": "2"}, {"Word": "天", "Offset": "1", "Length": "1"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "按 Offset 选一种粒度再拼接。",
			EN: "Choose a granularity by Offset, then join.",
		},
	},
	{
		Code: "text-length", Basis: byTokens,
		Example: `{"Word": "今天", "Offset": "0", "Length": "2"}, {"Word": "打车", "Offset": "2", "Length": "2"}, {"Word": "花", "Offset": "4", "Length": "2"}`, frame: inTokens,
		Do: lang.Text{
			ZH: "检查内容是否被翻译或改过。",
			EN: "Check whether the body was translated or changed.",
		},
	},
	{
		Code: "label-word", Basis: byPractice,
		Example: `{"EventName": "TaskFinish", "JobsDetail": {"Operation": {"WordsGeneralizeResult": {"WordsGeneralizeLable": [{"Category": "交通", "Word": "地铁"}], "WordsGeneralizeToken": [{"Word": "今天", "Offset": "0", "Length": "2"}]}}}}`,
		Do: lang.Text{
			ZH: "没有文档要求它一定是其中一个词。",
			EN: "No document says that it has to be one of the tokens.",
		},
	},
	{
		Code: "bucket-appid", Basis: byPractice,
		Example: `"Input": {"BucketId": "examplebucket"}`, frame: inJob,
		Do: lang.Text{
			ZH: "检查存储桶名：完整的名称以 -APPID 结尾。",
			EN: "Check the name of the bucket: a full name ends with -APPID.",
		},
	},
	{
		Code: "line-break", Basis: byPractice,
		Example: `"Input": {"Object": "in/a\nb.txt"}`, frame: inJob,
		Do: lang.Text{
			ZH: "对照日志原文：YAML 折叠的多行、终端或邮件的折行会把空格变成换行。",
			EN: "Compare the log itself: lines that YAML, a terminal or mail folded have a line break in place of a blank.",
		},
	},
	{
		Code: "region-form", Basis: byPractice,
		Example: `"Input": {"Region": "Shanghai"}`, frame: inJob,
		Do: lang.Text{
			ZH: "使用地域简称，如 ap-shanghai。",
			EN: "Use the name of the region, such as ap-shanghai.",
		},
	},
	{
		Code: "headers-alone", Basis: byTable,
		Example: `"Input": {"Object": "a.txt", "CosHeaders": [{"Key": "Size", "Value": "1"}]}`, frame: inJob,
		Do: lang.Text{
			ZH: "多半是 Workflow 被去掉了；按有无 Workflow 判断是否由工作流触发。",
			EN: "Most likely Workflow was removed; go by Workflow to tell whether one started the job.",
		},
	},
	{
		Code: "end-missing", Basis: byTable,
		Example: `"State": "Success", "EndTime": "-"`, frame: inJob,
		Do: lang.Text{
			ZH: "用 JobId 查询任务，取结束时间。",
			EN: "Query the job by its JobId for the time.",
		},
	},
	{
		Code: "event-content", Basis: byTable,
		Example: `{"EventName": "WorkflowFinish", "JobsDetail": {"Tag": "A"}}`,
		Do: lang.Text{
			ZH: "按内容处理，不要只看 EventName。",
			EN: "Go by the content, and not by EventName alone.",
		},
	},
	{
		Code: "tag-content", Basis: byTable,
		Example: `"Tag": "Translation", "State": "Success", "Operation": {"WordsGeneralizeResult": {"WordsGeneralizeToken": []}}`, frame: inJob,
		Do: lang.Text{
			ZH: "按 Operation 里的节点判断任务类型。",
			EN: "Tell the kind of job by what Operation holds.",
		},
	},
	{
		Code: "failure-inside", Basis: byBody,
		Example: `"Tag": "SuperResolution", "State": "Success", "Operation": {"DigitalWatermark": {"State": "Failed"}}`, frame: inJob,
		Do: lang.Text{
			ZH: "任务的输出可用，但这一步没有完成：单独重做，或视为失败。",
			EN: "The output is there but this step was not done: repeat it, or take the job as failed.",
		},
	},
	{
		Code: "run-state", Basis: byTable,
		Example: `{"EventName": "WorkflowFinish", "WorkflowExecution": {"State": "Success", "Tasks": [{"Type": "Snapshot", "State": "Failed"}]}}`,
		Do: lang.Text{
			ZH: "以失败的任务为准：官方表说，有一个任务失败，实例即为 Failed。",
			EN: "Go by the failed task: the table says that one makes the run Failed.",
		},
	},
	{
		Code: "state-callback", Basis: byTable,
		Example: `"State": "Running"`, frame: inJob,
		Do: lang.Text{
			ZH: "当作查询结果处理，等待真正的结束回调。",
			EN: "Take it as the result of a query, and wait for the callback of the end.",
		},
	},
	{
		Code: "result-empty", Basis: byBody,
		Example: `"WordsGeneralizeResult": {"WordsGeneralizeToken": []}`, frame: inOperation,
		Do: lang.Text{
			ZH: "原文为空时可能如此；否则用 JobId 查询任务。",
			EN: "Possible for an empty text; otherwise query the job by its JobId.",
		},
	},
	{
		Code: "labels-alone", Basis: byBody,
		Example: `"WordsGeneralizeResult": {"WordsGeneralizeLable": [{"Category": "交通", "Word": "打车"}]}`, frame: inOperation,
		Do: lang.Text{
			ZH: "多半是词被去掉了，请取原始内容。",
			EN: "Most likely the tokens were removed; get the original.",
		},
	},
	{
		Code: "label-spelling", Basis: byTable,
		Example: `"WordsGeneralizeResult": {"WordsGeneralizeLabel": [{"Category": "交通", "Word": "打车"}], "WordsGeneralizeToken": [{"Word": "打车", "Offset": "0", "Length": "2"}]}`, frame: inOperation,
		Do: lang.Text{
			ZH: "接口就拼作 Lable，测试数据与代码都应照写。",
			EN: "The API spells it Lable; test data and code have to as well.",
		},
	},
	{
		Code: "workflow-differs", Basis: byBody,
		Example: `{"Response": {"EventName": "TaskFinish", "Workflow": {"RunId": "i1"}, "JobsDetail": {"Tag": "A", "Workflow": {"RunId": "i2"}}}}`,
		Do: lang.Text{
			ZH: "以 JobsDetail 中的为准；检查内容是否被拼接过。",
			EN: "The one in JobsDetail counts; check whether bodies were joined.",
		},
	},
	{
		Code: "parameter-value", Basis: byTable,
		Example: `"WordsGeneralize": {"SegMethod": "Fine"}, "WordsGeneralizeResult": {"WordsGeneralizeToken": []}`, frame: inOperation,
		Do: lang.Text{
			ZH: "使用文档列出的取值。",
			EN: "Use a value that is documented.",
		},
	},
	{
		Code: "jobid-letter", Basis: byPractice,
		Example: `"JobId": "jc34be3aa0bf411ed9ce39d7cc972e427", "Tag": "WordsGeneralize", "Operation": {"WordsGeneralize": {"NerMethod": "DL"}}`, frame: inJob,
		Do: lang.Text{
			ZH: "只是线索，不是错误。",
			EN: "A hint, and not an error.",
		},
	},
	{
		Code: "all-empty", Basis: byBody,
		Example: `<WorkflowExecution><RunId></RunId><State></State></WorkflowExecution>`, frame: inResponse,
		Do: lang.Text{
			ZH: "粘贴收到的回调；文档中的结构示意只说明有哪些节点。",
			EN: "Paste the callback that was received; a skeleton in the documentation only shows which nodes there are.",
		},
	},
	{
		Code: "published-sample", Basis: bySample,
		Example: `"JobId": "ac34be3aa0bf411ed9ce39d7cc972e427", "Tag": "WordsGeneralize"`, frame: inJob,
		Do: lang.Text{
			ZH: "不要据此推断真实回调有哪些字段：示例缺少 QueueId、StartTime 与 State。",
			EN: "Do not infer from it what a real callback has: it lacks QueueId, StartTime and State.",
		},
	},
	{
		Code: "review-probe", Basis: bySample,
		Example: `{"code": 0, "message": "Test request when setting callback url", "data": {"event": "ReviewImage", "result": 0, "trace_id": "t"}}`,
		Do: lang.Text{
			ZH: "返回 200 即可。",
			EN: "Answer with 200.",
		},
	},
	{
		Code: "field-unlisted", Basis: byTable,
		Example: `"Tag": "Translation", "Input": {"Object": "a.txt", "Mood": "calm"}`, frame: inJob,
		Do: lang.Text{
			ZH: "在“其他字段”中查看；名称拼错时改正，服务新增的字段可按需使用。",
			EN: "Look at it among the other fields; correct a misspelt name, and use what the service has added as you need it.",
		},
	},
}
