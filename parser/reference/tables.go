package reference

import "github.com/callbacklens/callbacklens/parser/lang"

// The types that the published tables know.
const (
	leaf      = "String"
	container = "Container"
	array     = "Container 数组"
)

var (
	leafText      = lang.Text{ZH: leaf, EN: "String"}
	containerText = lang.Text{ZH: container, EN: "Container"}
	arrayText     = lang.Text{ZH: array, EN: "Container array"}
)

// Notes that several rows share.
var (
	noteTime = lang.Text{
		ZH: "形如 2022-07-25T16:35:39+0800，时区不带冒号，不是 RFC 3339；尚未发生时为 -。",
		EN: "Written as 2022-07-25T16:35:39+0800: without a colon in the zone, so no RFC 3339. A moment that has not come is written -.",
	}
	noteMissing = lang.Text{
		ZH: "官方分词回调示例中没有此节点，其他任务的真实回调中有。",
		EN: "Missing from the published samples of word segmentation; genuine callbacks of other jobs have it.",
	}
	noteUnit = lang.Text{
		ZH: "单位未见文档说明。按示例推算不是字节；示例全是基本多文种平面字符，无法区分字符数与 UTF-16 编码单元数。",
		EN: "No document states the unit. The samples rule out bytes; as they have no character beyond U+FFFF, they fit characters and UTF-16 units alike.",
	}
	noteParent = lang.Text{
		ZH: "官方页正文写在 Response.JobsDetail 下，表格写在 Response.Workflow 下；示例与 SDK 都在 JobsDetail 内。",
		EN: "The published text puts it under Response.JobsDetail, the published table under Response.Workflow; samples and SDKs have it within JobsDetail.",
	}
	noteStarted = lang.Text{
		ZH: "工作流中的任务才有。",
		EN: "Only in jobs that a workflow started.",
	}
)

var tables = []Table{
	{
		Title: lang.Text{ZH: "Response", EN: "Response"},
		Intro: lang.Text{
			ZH: "最外层容器。多数任务的 JSON 回调没有这一层，EventName 与 JobsDetail 直接位于顶层。",
			EN: "The outermost container. Most JSON callbacks do without it: EventName and JobsDetail stand at the top.",
		},
		Anchor: "table-Response",
		Fields: []Field{
			{
				Path: "Response", Name: "Response", Parent: "无", Anchor: "Response", Published: true,
				Description: lang.Text{ZH: "保存结果的容器", EN: "Container of the result"},
				Type:        container, TypeText: containerText,
			},
			{
				Path: "Response.EventName", Name: "EventName", Parent: "Response", Anchor: "Response.EventName", Published: true,
				Description: lang.Text{ZH: "固定值，为 TaskFinish", EN: "Always TaskFinish"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{
					ZH: "工作流完成时为 WorkflowFinish，内容审核为 Review…；早期回调与查询响应没有此节点。CosHeaders 里也可能有名为 EventName 的键，与它无关。",
					EN: "WorkflowFinish when a workflow ends, Review… for content review; early callbacks and query responses lack it. CosHeaders may hold a key named EventName, which is another matter.",
				},
			},
			{
				Path: "Response.JobsDetail", Name: "JobsDetail", Parent: "Response", Anchor: "Response.JobsDetail", Published: true,
				Description: lang.Text{ZH: "任务的详细信息", EN: "Details of the job"},
				Type:        array, TypeText: arrayText,
				Note: lang.Text{
					ZH: "XML 中多个任务就是多个同名节点；JSON 中可能是数组，也可能是单个对象。",
					EN: "In XML several jobs are several nodes of this name; in JSON it may be an array or a single object.",
				},
			},
			{
				Path: "Response.NextToken", Name: "NextToken", Parent: "Response", Anchor: "Response.NextToken",
				Description: lang.Text{ZH: "翻页的上下文 Token", EN: "Token of the next page"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{ZH: "仅批量拉取任务的响应。", EN: "Only in lists of jobs."},
			},
			{
				Path: "Response.NonExistJobIds", Name: "NonExistJobIds", Parent: "Response", Anchor: "Response.NonExistJobIds",
				Description: lang.Text{ZH: "查询中不存在的任务 ID", EN: "IDs that the query asked for and no job has"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{ZH: "仅查询任务的响应。", EN: "Only in answers to queries."},
			},
		},
	},
	{
		Title: lang.Text{ZH: "JobsDetail", EN: "JobsDetail"},
		Intro: lang.Text{
			ZH: "一个任务。内容同提交分词任务接口中的 Response.JobsDetail。",
			EN: "One job. The same as Response.JobsDetail in the response to its submission.",
		},
		Anchor: "table-JobsDetail",
		Fields: []Field{
			{
				Path: "Response.JobsDetail.Code", Name: "Code", Parent: "Response.JobsDetail", Anchor: "JobsDetail.Code", Published: true,
				Description: lang.Text{ZH: "错误码，只有 State 为 Failed 时有意义", EN: "Error code, which means something only where State is Failed"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{
					ZH: "成功时示例均为 Success。失败任务的回调没有官方示例，会出现哪些错误码未知。",
					EN: "Success in every sample of a job that succeeded. No sample of a failed job is published, so its codes are not known.",
				},
			},
			{
				Path: "Response.JobsDetail.Message", Name: "Message", Parent: "Response.JobsDetail", Anchor: "JobsDetail.Message", Published: true,
				Description: lang.Text{ZH: "错误描述，只有 State 为 Failed 时有意义", EN: "Error text, which means something only where State is Failed"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{
					ZH: "不要当作状态使用：各示例中出现过空值、Success、success、SUCCESS、done、TaskFinish。",
					EN: "Not to be taken for a status: samples have it empty, Success, success, SUCCESS, done and TaskFinish.",
				},
			},
			{
				Path: "Response.JobsDetail.JobId", Name: "JobId", Parent: "Response.JobsDetail", Anchor: "JobsDetail.JobId", Published: true,
				Description: lang.Text{ZH: "任务 ID", EN: "ID of the job"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{
					ZH: "一个字母加 32 位十六进制数，后者是 UUID v1，内含的时间通常与 CreationTime 一致；AI 内容任务的字母为 a。此结构未见文档，仅供参考。",
					EN: "A letter and 32 hexadecimal digits, which are a UUID of version 1 whose time usually is CreationTime; the letter is a for AI content. Nothing of this is documented: take it as a hint.",
				},
			},
			{
				Path: "Response.JobsDetail.Tag", Name: "Tag", Parent: "Response.JobsDetail", Anchor: "JobsDetail.Tag", Published: true,
				Description: lang.Text{ZH: "任务的 Tag：WordsGeneralize", EN: "Tag of the job: WordsGeneralize"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{
					ZH: "部分官方示例缺少此节点；看 Operation 中有无 WordsGeneralize 更可靠。",
					EN: "Some published samples lack it; whether Operation has a WordsGeneralize is the better sign.",
				},
			},
			{
				Path: "Response.JobsDetail.State", Name: "State", Parent: "Response.JobsDetail", Anchor: "JobsDetail.State", Published: true,
				Description: lang.Text{ZH: "任务的状态，为 Submitted、Running、Success、Failed、Pause、Cancel 其中一个", EN: "Status: one of Submitted, Running, Success, Failed, Pause and Cancel"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{
					ZH: "官方分词回调示例中没有此节点，缺少时只能依据 Code 判断。能进入回调的只有 Success 与 Failed。",
					EN: "Missing from the published samples of word segmentation, which leaves Code to judge by. Only Success and Failed can reach a callback.",
				},
			},
			{
				Path: "Response.JobsDetail.CreationTime", Name: "CreationTime", Parent: "Response.JobsDetail", Anchor: "JobsDetail.CreationTime", Published: true,
				Description: lang.Text{ZH: "任务的创建时间", EN: "When the job was created"},
				Type:        leaf, TypeText: leafText, Note: noteTime,
			},
			{
				Path: "Response.JobsDetail.StartTime", Name: "StartTime", Parent: "Response.JobsDetail", Anchor: "JobsDetail.StartTime", Published: true,
				Description: lang.Text{ZH: "任务的开始时间", EN: "When the job was started"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{
					ZH: "格式同 CreationTime。官方分词回调示例中没有此节点，其他任务的真实回调中有。",
					EN: "Written as CreationTime is. Missing from the published samples of word segmentation; genuine callbacks of other jobs have it.",
				},
			},
			{
				Path: "Response.JobsDetail.EndTime", Name: "EndTime", Parent: "Response.JobsDetail", Anchor: "JobsDetail.EndTime", Published: true,
				Description: lang.Text{ZH: "任务的结束时间", EN: "When the job ended"},
				Type:        leaf, TypeText: leafText, Note: noteTime,
			},
			{
				Path: "Response.JobsDetail.QueueId", Name: "QueueId", Parent: "Response.JobsDetail", Anchor: "JobsDetail.QueueId", Published: true,
				Description: lang.Text{ZH: "任务所属的队列 ID", EN: "ID of the queue that the job is in"},
				Type:        leaf, TypeText: leafText, Note: noteMissing,
			},
			{
				Path: "Response.JobsDetail.Input", Name: "Input", Parent: "Response.JobsDetail", Anchor: "JobsDetail.Input", Published: true,
				Description: lang.Text{ZH: "同请求中的 Request.Input 节点", EN: "The same as Request.Input in the request"},
				Type:        container, TypeText: containerText,
			},
			{
				Path: "Response.JobsDetail.Operation", Name: "Operation", Parent: "Response.JobsDetail", Anchor: "JobsDetail.Operation", Published: true,
				Description: lang.Text{ZH: "该任务的规则", EN: "The rule that the job was run by"},
				Type:        container, TypeText: containerText,
			},
			{
				Path: "Response.JobsDetail.Workflow", Name: "Workflow", Parent: "Response.JobsDetail", Anchor: "JobsDetail.Workflow", Published: true,
				Description: lang.Text{ZH: "任务通过工作流触发时的工作流信息", EN: "The workflow, where one started the job"},
				Type:        container, TypeText: containerText, Note: noteParent,
			},
			{
				Path: "Response.JobsDetail.QueueType", Name: "QueueType", Parent: "Response.JobsDetail", Anchor: "JobsDetail.QueueType",
				Description: lang.Text{ZH: "队列类型", EN: "Kind of the queue"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{ZH: "未见文档；真实回调中出现过 PicProcess、Speeching。", EN: "Not documented; PicProcess and Speeching are what callbacks were seen to have."},
			},
			{
				Path: "Response.JobsDetail.SubTag", Name: "SubTag", Parent: "Response.JobsDetail", Anchor: "JobsDetail.SubTag",
				Description: lang.Text{ZH: "附加操作的 Tag", EN: "Tag of an operation done along with the job"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{ZH: "仅媒体处理任务，如 DigitalWatermark。", EN: "Media jobs only, such as DigitalWatermark."},
			},
			{
				Path: "Response.JobsDetail.Progress", Name: "Progress", Parent: "Response.JobsDetail", Anchor: "JobsDetail.Progress",
				Description: lang.Text{ZH: "任务进度，百分数", EN: "How far the job has come, in percent"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{ZH: "仅媒体处理任务，如 100。", EN: "Media jobs only, such as 100."},
			},
		},
	},
	{
		Title: lang.Text{ZH: "Input", EN: "Input"},
		Intro: lang.Text{
			ZH: "任务的输入。回调不含原文，只有它在存储桶中的位置。",
			EN: "What the job read. The text itself is not in a callback, only its place in the bucket.",
		},
		Anchor: "table-Input",
		Fields: []Field{
			{
				Path: "Response.JobsDetail.Input.Object", Name: "Object", Parent: "Response.JobsDetail.Input", Anchor: "Input.Object", Published: true,
				Description: lang.Text{ZH: "文件在存储桶中的名称", EN: "Name of the file in the bucket"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Response.JobsDetail.Input.BucketId", Name: "BucketId", Parent: "Response.JobsDetail.Input", Anchor: "Input.BucketId",
				Description: lang.Text{ZH: "存储桶", EN: "The bucket"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{ZH: "表中没有，回调示例中有；形如 名称-APPID。", EN: "Not in the table, but in the samples of callbacks; written name-APPID."},
			},
			{
				Path: "Response.JobsDetail.Input.Region", Name: "Region", Parent: "Response.JobsDetail.Input", Anchor: "Input.Region",
				Description: lang.Text{ZH: "存储桶所在地域", EN: "The region of the bucket"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{ZH: "表中没有，回调示例中有；如 ap-chongqing。", EN: "Not in the table, but in the samples of callbacks; ap-chongqing, for one."},
			},
			{
				Path: "Response.JobsDetail.Input.CosHeaders", Name: "CosHeaders", Parent: "Response.JobsDetail.Input", Anchor: "Input.CosHeaders", Published: true,
				Description: lang.Text{ZH: "任务通过工作流触发时，文件上传时的自定义 Header", EN: "Custom headers of the object, where a workflow started the job"},
				Type:        array, TypeText: arrayText,
				Note: lang.Text{
					ZH: "内容审核的回调中是普通的键值映射，不是 Key 与 Value 对。",
					EN: "In callbacks of content review it is a plain map, not pairs of Key and Value.",
				},
			},
		},
	},
	{
		Title: lang.Text{ZH: "CosHeaders", EN: "CosHeaders"},
		Intro: lang.Text{
			ZH: "任务通过工作流触发时，Response.JobsDetail.Input 才含有 CosHeaders，一项是一个 Header。",
			EN: "Response.JobsDetail.Input has it only where a workflow started the job; one entry is one header.",
		},
		Anchor: "table-CosHeaders",
		Fields: []Field{
			{
				Path: "Response.JobsDetail.Input.CosHeaders.Key", Name: "Key", Parent: "Response.JobsDetail.Input.CosHeaders", Anchor: "CosHeaders.Key", Published: true,
				Description: lang.Text{ZH: "自定义 Header 的名称", EN: "Name of the header"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{
					ZH: "示例中还有 EventName、Size、x-cos-request-id、Content-Type。",
					EN: "In samples also EventName, Size, x-cos-request-id and Content-Type.",
				},
			},
			{
				Path: "Response.JobsDetail.Input.CosHeaders.Value", Name: "Value", Parent: "Response.JobsDetail.Input.CosHeaders", Anchor: "CosHeaders.Value", Published: true,
				Description: lang.Text{ZH: "自定义 Header 的值", EN: "Value of the header"},
				Type:        leaf, TypeText: leafText,
			},
		},
	},
	{
		Title: lang.Text{ZH: "Operation", EN: "Operation"},
		Intro: lang.Text{
			ZH: "任务的规则；任务成功后，结果也在这里。",
			EN: "The rule of the job and, once it has succeeded, its result.",
		},
		Anchor: "table-Operation",
		Fields: []Field{
			{
				Path: "Response.JobsDetail.Operation.WordsGeneralize", Name: "WordsGeneralize", Parent: "Response.JobsDetail.Operation", Anchor: "Operation.WordsGeneralize", Published: true,
				Description: lang.Text{ZH: "分词参数，同请求中的 Request.Operation.WordsGeneralize", EN: "Parameters, the same as Request.Operation.WordsGeneralize in the request"},
				Type:        container, TypeText: containerText,
			},
			{
				Path: "Response.JobsDetail.Operation.UserData", Name: "UserData", Parent: "Response.JobsDetail.Operation", Anchor: "Operation.UserData", Published: true,
				Description: lang.Text{ZH: "透传用户信息", EN: "What the user passed through"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{
					ZH: "可打印的 ASCII 字符，不超过 1024 个。官方 JSON 示例中没有此节点。",
					EN: "Printable ASCII, 1,024 characters at most. The published JSON sample lacks it.",
				},
			},
			{
				Path: "Response.JobsDetail.Operation.JobLevel", Name: "JobLevel", Parent: "Response.JobsDetail.Operation", Anchor: "Operation.JobLevel", Published: true,
				Description: lang.Text{ZH: "任务优先级", EN: "Priority of the job"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{
					ZH: "0、1、2，级别越大优先级越高，默认 0。JSON 中可能是字符串，也可能是数字。",
					EN: "0, 1 or 2, the greater the earlier, 0 by default. In JSON a string or a number.",
				},
			},
			{
				Path: "Response.JobsDetail.Operation.WordsGeneralizeResult", Name: "WordsGeneralizeResult", Parent: "Response.JobsDetail.Operation", Anchor: "Operation.WordsGeneralizeResult", Published: true,
				Description: lang.Text{ZH: "分词结果，任务执行成功时返回", EN: "The result, present once the job has succeeded"},
				Type:        container, TypeText: containerText,
				Note: lang.Text{
					ZH: "移动端 SDK 还在 Operation.SpeechRecognitionResult 中定义了同名节点。",
					EN: "The SDKs for mobile systems also know it within Operation.SpeechRecognitionResult.",
				},
			},
			{
				Path: "Response.JobsDetail.Operation.TemplateId", Name: "TemplateId", Parent: "Response.JobsDetail.Operation", Anchor: "Operation.TemplateId",
				Description: lang.Text{ZH: "模板 ID", EN: "ID of the template"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{ZH: "仅使用模板的其他任务；分词没有模板。", EN: "Only in other jobs that use a template; word segmentation has none."},
			},
			{
				Path: "Response.JobsDetail.Operation.TemplateName", Name: "TemplateName", Parent: "Response.JobsDetail.Operation", Anchor: "Operation.TemplateName",
				Description: lang.Text{ZH: "模板名称", EN: "Name of the template"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{ZH: "仅使用模板的其他任务；分词没有模板。", EN: "Only in other jobs that use a template; word segmentation has none."},
			},
		},
	},
	{
		Title:  lang.Text{ZH: "WordsGeneralize", EN: "WordsGeneralize"},
		Intro:  lang.Text{ZH: "提交任务时选择的分词参数。", EN: "The parameters that were chosen when the job was submitted."},
		Anchor: "table-WordsGeneralize",
		Fields: []Field{
			{
				Path: "Response.JobsDetail.Operation.WordsGeneralize.NerMethod", Name: "NerMethod", Parent: "Response.JobsDetail.Operation.WordsGeneralize", Anchor: "WordsGeneralize.NerMethod", Published: true,
				Description: lang.Text{ZH: "ner 方式，默认值 DL", EN: "NER method, DL by default"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{ZH: "NerBasic 或 DL；两者的差别未见文档。", EN: "NerBasic or DL; how they differ is not documented."},
			},
			{
				Path: "Response.JobsDetail.Operation.WordsGeneralize.SegMethod", Name: "SegMethod", Parent: "Response.JobsDetail.Operation.WordsGeneralize", Anchor: "WordsGeneralize.SegMethod", Published: true,
				Description: lang.Text{ZH: "分词粒度，默认值 MIX", EN: "Granularity, MIX by default"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{
					ZH: "SegBasic 或 MIX，部分示例写作 Mix；两者的差别未见文档。",
					EN: "SegBasic or MIX, which some samples write Mix; how they differ is not documented.",
				},
			},
		},
	},
	{
		Title:  lang.Text{ZH: "WordsGeneralizeResult", EN: "WordsGeneralizeResult"},
		Intro:  lang.Text{ZH: "分词结果，仅在任务成功时存在。", EN: "The result; it is there only where the job succeeded."},
		Anchor: "table-WordsGeneralizeResult",
		Fields: []Field{
			{
				Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeLable", Name: "WordsGeneralizeLable", Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult", Anchor: "WordsGeneralizeResult.WordsGeneralizeLable", Published: true,
				Description: lang.Text{ZH: "智能分类结果", EN: "Result of the categorisation"},
				Type:        array, TypeText: arrayText,
				Note: lang.Text{
					ZH: "接口就拼作 Lable，不是 Label。JSON 中可能是单个对象。",
					EN: "Lable is the spelling of the interface, not Label. In JSON it may be a single object.",
				},
			},
			{
				Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken", Name: "WordsGeneralizeToken", Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult", Anchor: "WordsGeneralizeResult.WordsGeneralizeToken", Published: true,
				Description: lang.Text{ZH: "分词详细结果", EN: "The words in detail"},
				Type:        array, TypeText: arrayText,
				Note: lang.Text{
					ZH: "XML 中一个词一个节点；JSON 中是数组，只有一个词时可能是单个对象。",
					EN: "One node a word in XML; an array in JSON, or a single object where there is but one word.",
				},
			},
		},
	},
	{
		Title:  lang.Text{ZH: "WordsGeneralizeLable", EN: "WordsGeneralizeLable"},
		Intro:  lang.Text{ZH: "一条分类结果：哪个词属于哪一类。", EN: "One result of the categorisation: which word is of which category."},
		Anchor: "table-WordsGeneralizeLable",
		Fields: []Field{
			{
				Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeLable.Category", Name: "Category", Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeLable", Anchor: "WordsGeneralizeLable.Category", Published: true,
				Description: lang.Text{ZH: "类别", EN: "Category"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{ZH: "没有公开的类别清单；示例中只有 交通。", EN: "No list of categories is published; 交通 (transport) is the only one in the samples."},
			},
			{
				Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeLable.Word", Name: "Word", Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeLable", Anchor: "WordsGeneralizeLable.Word", Published: true,
				Description: lang.Text{ZH: "词汇", EN: "Word"},
				Type:        leaf, TypeText: leafText,
			},
		},
	},
	{
		Title:  lang.Text{ZH: "WordsGeneralizeToken", EN: "WordsGeneralizeToken"},
		Intro:  lang.Text{ZH: "一个词：内容、位置、长度与词性。", EN: "One word: its text, place, length and part of speech."},
		Anchor: "table-WordsGeneralizeToken",
		Fields: []Field{
			{
				Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken.Word", Name: "Word", Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken", Anchor: "WordsGeneralizeToken.Word", Published: true,
				Description: lang.Text{ZH: "词汇", EN: "Word"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken.Offset", Name: "Offset", Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken", Anchor: "WordsGeneralizeToken.Offset", Published: true,
				Description: lang.Text{ZH: "偏移量", EN: "Offset"},
				Type:        leaf, TypeText: leafText, Note: noteUnit,
			},
			{
				Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken.Length", Name: "Length", Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken", Anchor: "WordsGeneralizeToken.Length", Published: true,
				Description: lang.Text{ZH: "词汇长度", EN: "Length of the word"},
				Type:        leaf, TypeText: leafText, Note: noteUnit,
			},
			{
				Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken.Pos", Name: "Pos", Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken", Anchor: "WordsGeneralizeToken.Pos", Published: true,
				Description: lang.Text{ZH: "词性", EN: "Part of speech"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{
					ZH: "词性表写大写，示例全是小写；按不区分大小写对照。",
					EN: "The table of parts of speech is in capitals, every sample in small letters: compare without regard to case.",
				},
			},
		},
	},
	{
		Title: lang.Text{ZH: "Workflow", EN: "Workflow"},
		Intro: lang.Text{
			ZH: "任务通过工作流触发时才有。官方页正文与表格对父节点的说法不一，本工具两处都读。",
			EN: "Present where a workflow started the job. The published text and table disagree on its parent; both places are read here.",
		},
		Anchor: "table-Workflow",
		Fields: []Field{
			{
				Path: "Response.JobsDetail.Workflow.RunId", Name: "RunId", Parent: "Response.Workflow", Anchor: "Workflow.RunId", Published: true,
				Description: lang.Text{ZH: "工作流实例 ID", EN: "ID of the run"},
				Type:        leaf, TypeText: leafText, Note: noteParent,
			},
			{
				Path: "Response.JobsDetail.Workflow.WorkflowId", Name: "WorkflowId", Parent: "Response.Workflow", Anchor: "Workflow.WorkflowId", Published: true,
				Description: lang.Text{ZH: "工作流 ID", EN: "ID of the workflow"},
				Type:        leaf, TypeText: leafText, Note: noteStarted,
			},
			{
				Path: "Response.JobsDetail.Workflow.WorkflowName", Name: "WorkflowName", Parent: "Response.Workflow", Anchor: "Workflow.WorkflowName", Published: true,
				Description: lang.Text{ZH: "工作流名称", EN: "Name of the workflow"},
				Type:        leaf, TypeText: leafText, Note: noteStarted,
			},
			{
				Path: "Response.JobsDetail.Workflow.Name", Name: "Name", Parent: "Response.Workflow", Anchor: "Workflow.Name", Published: true,
				Description: lang.Text{ZH: "工作流节点名称", EN: "Name of the node in the workflow"},
				Type:        leaf, TypeText: leafText, Note: noteStarted,
			},
		},
	},
	{
		Title: lang.Text{ZH: "WorkflowExecution", EN: "WorkflowExecution"},
		Intro: lang.Text{
			ZH: "工作流整体结束时的回调（EventName 为 WorkflowFinish）用它代替 JobsDetail。",
			EN: "The callback of a workflow that has ended, with EventName WorkflowFinish, has it instead of JobsDetail.",
		},
		Anchor: "table-WorkflowExecution",
		Fields: []Field{
			{
				Path: "Response.WorkflowExecution", Name: "WorkflowExecution", Parent: "Response", Anchor: "Response.WorkflowExecution", Published: true,
				Description: lang.Text{ZH: "工作流实例的详细信息", EN: "Details of the run"},
				Type:        container, TypeText: containerText,
			},
			{
				Path: "Response.WorkflowExecution.WorkflowId", Name: "WorkflowId", Parent: "Response.WorkflowExecution", Anchor: "WorkflowExecution.WorkflowId", Published: true,
				Description: lang.Text{ZH: "工作流 ID", EN: "ID of the workflow"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Response.WorkflowExecution.WorkflowName", Name: "WorkflowName", Parent: "Response.WorkflowExecution", Anchor: "WorkflowExecution.WorkflowName", Published: true,
				Description: lang.Text{ZH: "工作流名称", EN: "Name of the workflow"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Response.WorkflowExecution.RunId", Name: "RunId", Parent: "Response.WorkflowExecution", Anchor: "WorkflowExecution.RunId", Published: true,
				Description: lang.Text{ZH: "工作流实例 ID", EN: "ID of the run"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Response.WorkflowExecution.State", Name: "State", Parent: "Response.WorkflowExecution", Anchor: "WorkflowExecution.State", Published: true,
				Description: lang.Text{ZH: "实例的状态，为 Success 或 Failed；有一个任务失败即为 Failed", EN: "Status of the run, Success or Failed; one failed task makes it Failed"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Response.WorkflowExecution.BucketId", Name: "BucketId", Parent: "Response.WorkflowExecution", Anchor: "WorkflowExecution.BucketId", Published: true,
				Description: lang.Text{ZH: "文件所属的存储桶", EN: "The bucket of the file"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Response.WorkflowExecution.Object", Name: "Object", Parent: "Response.WorkflowExecution", Anchor: "WorkflowExecution.Object", Published: true,
				Description: lang.Text{ZH: "该实例处理的文件名", EN: "The file that the run was about"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Response.WorkflowExecution.CreateTime", Name: "CreateTime", Parent: "Response.WorkflowExecution", Anchor: "WorkflowExecution.CreateTime", Published: true,
				Description: lang.Text{ZH: "实例的创建时间", EN: "When the run was created"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{
					ZH: "日期与时间之间是空格而不是 T：2022-08-09 14:54:17+0800。",
					EN: "Written with a blank instead of the T: 2022-08-09 14:54:17+0800.",
				},
			},
			{
				Path: "Response.WorkflowExecution.CosHeaders", Name: "CosHeaders", Parent: "Response.WorkflowExecution", Anchor: "WorkflowExecution.CosHeaders", Published: true,
				Description: lang.Text{ZH: "文件上传时的自定义 Header，没有设置时无此节点", EN: "Custom headers of the object; missing where there are none"},
				Type:        array, TypeText: arrayText,
			},
			{
				Path: "Response.WorkflowExecution.Tasks", Name: "Tasks", Parent: "Response.WorkflowExecution", Anchor: "WorkflowExecution.Tasks", Published: true,
				Description: lang.Text{ZH: "任务列表", EN: "The tasks of the run"},
				Type:        array, TypeText: arrayText,
			},
		},
	},
	{
		Title:  lang.Text{ZH: "Tasks", EN: "Tasks"},
		Intro:  lang.Text{ZH: "工作流实例中的一个任务。", EN: "One task of a workflow's run."},
		Anchor: "table-Tasks",
		Fields: []Field{
			{
				Path: "Response.WorkflowExecution.Tasks.Type", Name: "Type", Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.Type", Published: true,
				Description: lang.Text{ZH: "任务类型，如 Snapshot、Transcode", EN: "Kind of the task, such as Snapshot or Transcode"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Response.WorkflowExecution.Tasks.CreateTime", Name: "CreateTime", Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.CreateTime", Published: true,
				Description: lang.Text{ZH: "任务的创建时间", EN: "When the task was created"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{ZH: "官方表拼作 Createtime，实际内容为 CreateTime。", EN: "The published table spells it Createtime, bodies have CreateTime."},
			},
			{
				Path: "Response.WorkflowExecution.Tasks.StartTime", Name: "StartTime", Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.StartTime", Published: true,
				Description: lang.Text{ZH: "任务的开始时间", EN: "When the task was started"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{ZH: "官方示例中没有。", EN: "Missing from the published samples."},
			},
			{
				Path: "Response.WorkflowExecution.Tasks.EndTime", Name: "EndTime", Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.EndTime", Published: true,
				Description: lang.Text{ZH: "任务的结束时间", EN: "When the task ended"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{ZH: "可能为空。", EN: "May be empty."},
			},
			{
				Path: "Response.WorkflowExecution.Tasks.State", Name: "State", Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.State", Published: true,
				Description: lang.Text{ZH: "任务的状态，如 Success、Failed", EN: "Status of the task, such as Success or Failed"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Response.WorkflowExecution.Tasks.JobId", Name: "JobId", Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.JobId", Published: true,
				Description: lang.Text{ZH: "任务 ID", EN: "ID of the job"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Response.WorkflowExecution.Tasks.Name", Name: "Name", Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.Name", Published: true,
				Description: lang.Text{ZH: "任务在工作流中的节点名称", EN: "Name of its node in the workflow"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Response.WorkflowExecution.Tasks.TemplateId", Name: "TemplateId", Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.TemplateId", Published: true,
				Description: lang.Text{ZH: "任务使用的模板 ID", EN: "ID of the template"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Response.WorkflowExecution.Tasks.TemplateName", Name: "TemplateName", Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.TemplateName", Published: true,
				Description: lang.Text{ZH: "任务使用的模板名称", EN: "Name of the template"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Response.WorkflowExecution.Tasks.ResultInfo", Name: "ResultInfo", Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.ResultInfo",
				Description: lang.Text{ZH: "任务产生的文件", EN: "The files that the task wrote"},
				Type:        container, TypeText: containerText,
				Note: lang.Text{
					ZH: "表中没有；含 ObjectCount、SpriteObjectCount 与 ObjectInfo。",
					EN: "Not in the table; holds ObjectCount, SpriteObjectCount and ObjectInfo.",
				},
			},
		},
	},
	{
		Title:  lang.Text{ZH: "Error", EN: "Error"},
		Intro:  lang.Text{ZH: "请求被拒绝时的响应体，不是回调。", EN: "The body of the answer to a request that was refused. It is no callback."},
		Anchor: "table-Error",
		Fields: []Field{
			{
				Path: "Error", Name: "Error", Parent: "无", Anchor: "Error", Published: true,
				Description: lang.Text{ZH: "保存错误信息的容器", EN: "Container of the error"},
				Type:        container, TypeText: containerText,
			},
			{
				Path: "Error.Code", Name: "Code", Parent: "Error", Anchor: "Error.Code", Published: true,
				Description: lang.Text{ZH: "错误码", EN: "Error code"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Error.Message", Name: "Message", Parent: "Error", Anchor: "Error.Message", Published: true,
				Description: lang.Text{ZH: "错误描述", EN: "Error text"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Error.Resource", Name: "Resource", Parent: "Error", Anchor: "Error.Resource",
				Description: lang.Text{ZH: "出错的资源", EN: "The resource that the error is about"},
				Type:        leaf, TypeText: leafText,
				Note: lang.Text{ZH: "见于对象存储（COS）的错误响应。", EN: "What errors of the object storage (COS) have."},
			},
			{
				Path: "Error.RequestId", Name: "RequestId", Parent: "Error", Anchor: "Error.RequestId", Published: true,
				Description: lang.Text{ZH: "请求 ID", EN: "ID of the request"},
				Type:        leaf, TypeText: leafText,
			},
			{
				Path: "Error.TraceId", Name: "TraceId", Parent: "Error", Anchor: "Error.TraceId", Published: true,
				Description: lang.Text{ZH: "追踪 ID", EN: "ID for tracing"},
				Type:        leaf, TypeText: leafText,
			},
		},
	},
}
