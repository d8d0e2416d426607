package reference

import "github.com/callbacklens/callbacklens/parser/lang"

var responseTable = Table{
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
			Path: "Response.EventName", Name: "EventName", Parent: "Response",
			Anchor: "Response.EventName", Published: true,
			Description: lang.Text{ZH: "固定值，为 TaskFinish", EN: "Always TaskFinish"},
			Type:        leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "工作流完成时为 WorkflowFinish，内容审核为 Review…；早期回调与查询任务的响应没有此节点。CosHeaders 里也可能有名为 EventName 的 Key，与它无关。",
				EN: "WorkflowFinish when a workflow ends, Review… in content review. Early callbacks and query responses lack " +
					"it. A Key named EventName in CosHeaders is unrelated.",
			},
		},
		{
			Path: "Response.JobsDetail", Name: "JobsDetail", Parent: "Response",
			Anchor: "Response.JobsDetail", Published: true,
			Description: lang.Text{ZH: "任务的详细信息", EN: "Details of the job"},
			Type:        array, TypeText: arrayText,
			Note: lang.Text{
				ZH: "数据万象版的回调页写作 Container 数组，对象存储版与提交页写作 Container。XML 中多个任务就是多个同名节点；JSON 中可能是数组，也可能是单个对象。",
				EN: "Container array on the CI page of callbacks, Container in the COS edition and on the page of submission. In " +
					"XML several jobs are several nodes; in JSON it is an array or a single object.",
			},
		},
		{
			Path: "Response.NextToken", Name: "NextToken", Parent: "Response", Anchor: "Response.NextToken",
			Description: lang.Text{ZH: "翻页的上下文 Token", EN: "Token of the next page"},
			Type:        leaf, TypeText: leafText, Elsewhere: tableList,
			Note: lang.Text{ZH: "仅批量拉取任务的响应。", EN: "Only in lists of jobs."},
		},
		{
			Path: "Response.NonExistJobIds", Name: "NonExistJobIds", Parent: "Response",
			Anchor:      "Response.NonExistJobIds",
			Description: lang.Text{ZH: "查询中不存在的任务 ID", EN: "Queried IDs that do not exist"},
			Type:        leaf, TypeText: leafText, Elsewhere: tableQuery,
			Note: lang.Text{ZH: "仅查询任务的响应。", EN: "Only in query responses."},
		},
	},
}

var jobsDetailTable = Table{
	Title: lang.Text{ZH: "JobsDetail", EN: "JobsDetail"},
	Intro: lang.Text{
		ZH: "一个任务。内容同提交分词任务接口中的 Response.JobsDetail。",
		EN: "One job. The same as Response.JobsDetail in the response to its submission.",
	},
	Anchor: "table-JobsDetail",
	Fields: []Field{
		{
			Path: "Response.JobsDetail.Code", Name: "Code", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.Code", Published: true,
			Description: lang.Text{
				ZH: "错误码，只有 State 为 Failed 时有意义",
				EN: "Error code; meaningful only if State is Failed",
			},
			Type: leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "成功时示例均为 Success。失败任务的回调没有官方示例，会出现哪些错误码未知。",
				EN: "Success in every sample. No sample of a failed job is published, so its codes are not known.",
			},
		},
		{
			Path: "Response.JobsDetail.Message", Name: "Message", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.Message", Published: true,
			Description: lang.Text{
				ZH: "错误描述，只有 State 为 Failed 时有意义",
				EN: "Error message; meaningful only if State is Failed",
			},
			Type: leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "不要当作状态使用：各示例中出现过空值、Success、success、SUCCESS、done、TaskFinish。",
				EN: "Never a status: samples have it empty, Success, success, SUCCESS, done and TaskFinish.",
			},
		},
		{
			Path: "Response.JobsDetail.JobId", Name: "JobId", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.JobId", Published: true,
			Description: lang.Text{ZH: "任务 ID", EN: "ID of the job"},
			Type:        leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "一个字母加 32 位十六进制数，后者是 UUID v1，内含的时间通常与 CreationTime 一致；AI 内容任务的字母为 a。此结构未见文档，仅供参考。",
				EN: "A letter and 32 hexadecimal digits: a UUID of version 1 whose time usually is CreationTime. The letter is a for " +
					"AI content. None of this is documented: a hint only.",
			},
		},
		{
			Path: "Response.JobsDetail.Tag", Name: "Tag", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.Tag", Published: true,
			Description: lang.Text{ZH: "任务的 Tag：WordsGeneralize", EN: "Tag of the job: WordsGeneralize"},
			Type:        leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "部分官方示例缺少此节点；看 Operation 中有无 WordsGeneralize 更可靠。",
				EN: "Some published samples lack it; a WordsGeneralize in Operation is the better sign.",
			},
		},
		{
			Path: "Response.JobsDetail.State", Name: "State", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.State", Published: true,
			Description: lang.Text{
				ZH: "任务的状态，为 Submitted、Running、Success、Failed、Pause、Cancel 其中一个",
				EN: "Status: one of Submitted, Running, Success, Failed, Pause and Cancel",
			},
			Type: leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "官方分词回调示例中没有此节点，缺少时只能根据 Code 判断。旧版回调页说，只有 Success 与 Failed 会回调。",
				EN: "Missing from the published samples of word segmentation, so only Code is available. An older edition of the page " +
					"says that only Success and Failed reach a callback.",
			},
		},
		{
			Path: "Response.JobsDetail.CreationTime", Name: "CreationTime", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.CreationTime", Published: true,
			Description: lang.Text{ZH: "任务的创建时间", EN: "When the job was created"},
			Type:        leaf, TypeText: leafText, Note: noteTime,
		},
		{
			Path: "Response.JobsDetail.StartTime", Name: "StartTime", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.StartTime", Published: true,
			Description: lang.Text{ZH: "任务的开始时间", EN: "When the job was started"},
			Type:        leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "格式同 CreationTime。官方分词回调示例中没有此节点，其他任务的示例与真实回调中有。",
				EN: "Format as CreationTime. Missing from the published samples of word segmentation; samples and a genuine " +
					"callback of other jobs have it.",
			},
		},
		{
			Path: "Response.JobsDetail.EndTime", Name: "EndTime", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.EndTime", Published: true,
			Description: lang.Text{ZH: "任务的结束时间", EN: "When the job ended"},
			Type:        leaf, TypeText: leafText, Note: noteTime,
		},
		{
			Path: "Response.JobsDetail.QueueId", Name: "QueueId", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.QueueId", Published: true,
			Description: lang.Text{ZH: "任务所属的队列 ID", EN: "ID of the queue that the job is in"},
			Type:        leaf, TypeText: leafText, Note: noteMissing,
		},
		{
			Path: "Response.JobsDetail.Input", Name: "Input", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.Input", Published: true,
			Description: lang.Text{ZH: "同请求中的 Request.Input 节点", EN: "The same as Request.Input in the request"},
			Type:        container, TypeText: containerText,
		},
		{
			Path: "Response.JobsDetail.Operation", Name: "Operation", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.Operation", Published: true,
			Description: lang.Text{ZH: "该任务的规则", EN: "Operation rule"},
			Type:        container, TypeText: containerText,
		},
		{
			Path: "Response.JobsDetail.Workflow", Name: "Workflow", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.Workflow", Published: true,
			Description: lang.Text{ZH: "任务通过工作流触发时的工作流信息", EN: "The workflow that started the job"},
			Type:        container, TypeText: containerText, Note: noteParent,
		},
		{
			Path: "Response.JobsDetail.QueueType", Name: "QueueType", Parent: "Response.JobsDetail",
			Anchor:      "JobsDetail.QueueType",
			Description: lang.Text{ZH: "队列类型", EN: "Kind of the queue"},
			Type:        leaf, TypeText: leafText, Elsewhere: tableSpeed,
			Note: lang.Text{
				ZH: "文档中只见于请求（如 SpeedTranscoding）；回调中出现过 PicProcess、Speeching。",
				EN: "Documented in requests only (SpeedTranscoding, for one); seen in callbacks: PicProcess, Speeching.",
			},
		},
		{
			Path: "Response.JobsDetail.SubTag", Name: "SubTag", Parent: "Response.JobsDetail",
			Anchor:      "JobsDetail.SubTag",
			Description: lang.Text{ZH: "附加操作的 Tag", EN: "Tag of an additional operation"},
			Type:        leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "仅媒体处理任务，如 DigitalWatermark。",
				EN: "Media jobs only, such as DigitalWatermark.",
			},
		},
		{
			Path: "Response.JobsDetail.Progress", Name: "Progress", Parent: "Response.JobsDetail",
			Anchor:      "JobsDetail.Progress",
			Description: lang.Text{ZH: "任务进度，百分数", EN: "Progress in percent"},
			Type:        leaf, TypeText: leafText,
			Note: lang.Text{ZH: "仅媒体处理任务，如 100。", EN: "Media jobs only, such as 100."},
		},
	},
}

var inputTable = Table{
	Title: lang.Text{ZH: "Input", EN: "Input"},
	Intro: lang.Text{
		ZH: "任务的输入。回调不含原文，只有它在存储桶中的位置。",
		EN: "The input of the job. The text itself is not in a callback, only its place in the bucket.",
	},
	Anchor: "table-Input",
	Fields: []Field{
		{
			Path: "Response.JobsDetail.Input.Object", Name: "Object", Parent: "Response.JobsDetail.Input",
			Anchor: "Input.Object", Published: true,
			Description: lang.Text{ZH: "文件在存储桶中的名称", EN: "Name of the file in the bucket"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.Input.BucketId", Name: "BucketId", Parent: "Response.JobsDetail.Input",
			Anchor:      "Input.BucketId",
			Description: lang.Text{ZH: "存储桶", EN: "The bucket"},
			Type:        leaf, TypeText: leafText, Elsewhere: tableMedia,
			Note: lang.Text{
				ZH: "分词回调的示例中有；形如 名称-APPID。",
				EN: "In the samples of word segmentation; name-APPID.",
			},
		},
		{
			Path: "Response.JobsDetail.Input.Region", Name: "Region", Parent: "Response.JobsDetail.Input",
			Anchor:      "Input.Region",
			Description: lang.Text{ZH: "存储桶所在地域", EN: "The region of the bucket"},
			Type:        leaf, TypeText: leafText, Elsewhere: tableMedia,
			Note: lang.Text{
				ZH: "分词回调的示例中有；如 ap-chongqing。",
				EN: "In the samples of word segmentation; ap-chongqing, for one.",
			},
		},
		{
			Path: "Response.JobsDetail.Input.CosHeaders", Name: "CosHeaders",
			Parent: "Response.JobsDetail.Input", Anchor: "Input.CosHeaders", Published: true,
			Description: lang.Text{
				ZH: "任务通过工作流触发时，文件上传时的自定义 Header",
				EN: "Custom headers of the uploaded file, if a workflow started the job",
			},
			Type: array, TypeText: arrayText,
			Note: lang.Text{
				ZH: "内容审核的回调中是普通的键值映射，不是 Key 与 Value 对。",
				EN: "In content review it is a plain map, not pairs of Key and Value.",
			},
		},
	},
}

var cosHeadersTable = Table{
	Title: lang.Text{ZH: "CosHeaders", EN: "CosHeaders"},
	Intro: lang.Text{
		ZH: "任务通过工作流触发时，Response.JobsDetail.Input 才含有 CosHeaders，一项是一个 Header。",
		EN: "Response.JobsDetail.Input has it only if a workflow started the job; one entry is one header.",
	},
	Anchor: "table-CosHeaders",
	Fields: []Field{
		{
			Path: "Response.JobsDetail.Input.CosHeaders.Key", Name: "Key",
			Parent: "Response.JobsDetail.Input.CosHeaders", Anchor: "CosHeaders.Key", Published: true,
			Description: lang.Text{ZH: "自定义 Header 的名称", EN: "Name of the header"},
			Type:        leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "示例中还有 EventName、Size、x-cos-request-id、Content-Type。",
				EN: "In samples also EventName, Size, x-cos-request-id and Content-Type.",
			},
		},
		{
			Path: "Response.JobsDetail.Input.CosHeaders.Value", Name: "Value",
			Parent: "Response.JobsDetail.Input.CosHeaders", Anchor: "CosHeaders.Value", Published: true,
			Description: lang.Text{ZH: "自定义 Header 的值", EN: "Value of the header"},
			Type:        leaf, TypeText: leafText,
		},
	},
}

var operationTable = Table{
	Title: lang.Text{ZH: "Operation", EN: "Operation"},
	Intro: lang.Text{
		ZH: "任务的规则；任务成功后，结果也在这里。",
		EN: "The operation rule and, once the job has succeeded, its result.",
	},
	Anchor: "table-Operation",
	Fields: []Field{
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralize", Name: "WordsGeneralize",
			Parent: "Response.JobsDetail.Operation", Anchor: "Operation.WordsGeneralize", Published: true,
			Description: lang.Text{
				ZH: "分词参数，同请求中的 Request.Operation.WordsGeneralize",
				EN: "Parameters, the same as Request.Operation.WordsGeneralize in the request",
			},
			Type: container, TypeText: containerText,
		},
		{
			Path: "Response.JobsDetail.Operation.UserData", Name: "UserData",
			Parent: "Response.JobsDetail.Operation", Anchor: "Operation.UserData", Published: true,
			Description: lang.Text{ZH: "透传用户信息", EN: "Pass-through user data"},
			Type:        leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "可打印的 ASCII 字符，不超过 1024 个。官方 JSON 示例中没有此节点。",
				EN: "Printable ASCII, 1,024 characters at most. The published JSON sample lacks it.",
			},
		},
		{
			Path: "Response.JobsDetail.Operation.JobLevel", Name: "JobLevel",
			Parent: "Response.JobsDetail.Operation", Anchor: "Operation.JobLevel", Published: true,
			Description: lang.Text{ZH: "任务优先级", EN: "Priority of the job"},
			Type:        leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "0、1、2，级别越大优先级越高，默认 0。JSON 中可能是字符串，也可能是数字。",
				EN: "0, 1 or 2; higher runs first; 0 by default. In JSON a string or a number.",
			},
		},
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralizeResult", Name: "WordsGeneralizeResult",
			Parent: "Response.JobsDetail.Operation", Anchor: "Operation.WordsGeneralizeResult", Published: true,
			Description: lang.Text{
				ZH: "分词结果，任务执行成功时返回",
				EN: "Result of the segmentation, present if the job succeeded",
			},
			Type: container, TypeText: containerText,
			Note: lang.Text{
				ZH: "移动端 SDK 还在 Operation.SpeechRecognitionResult 中定义了同名节点。",
				EN: "The Android and iOS SDKs also have it in Operation.SpeechRecognitionResult.",
			},
		},
		{
			Path: "Response.JobsDetail.Operation.TemplateId", Name: "TemplateId",
			Parent: "Response.JobsDetail.Operation", Anchor: "Operation.TemplateId",
			Description: lang.Text{ZH: "模板 ID", EN: "ID of the template"},
			Type:        leaf, TypeText: leafText, Elsewhere: tableMedia,
			Note: lang.Text{
				ZH: "仅使用模板的其他任务；分词没有模板。",
				EN: "Only in jobs with a template; word segmentation has none.",
			},
		},
		{
			Path: "Response.JobsDetail.Operation.TemplateName", Name: "TemplateName",
			Parent: "Response.JobsDetail.Operation", Anchor: "Operation.TemplateName",
			Description: lang.Text{ZH: "模板名称", EN: "Name of the template"},
			Type:        leaf, TypeText: leafText, Elsewhere: tableMedia,
			Note: lang.Text{
				ZH: "仅使用模板的其他任务；分词没有模板。",
				EN: "Only in jobs with a template; word segmentation has none.",
			},
		},
	},
}

var wordsGeneralizeTable = Table{
	Title:  lang.Text{ZH: "WordsGeneralize", EN: "WordsGeneralize"},
	Intro:  lang.Text{ZH: "提交任务时选择的分词参数。", EN: "The parameters of the submission."},
	Anchor: "table-WordsGeneralize",
	Fields: []Field{
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralize.NerMethod", Name: "NerMethod",
			Parent: "Response.JobsDetail.Operation.WordsGeneralize",
			Anchor: "WordsGeneralize.NerMethod", Published: true,
			Description: lang.Text{ZH: "ner 方式，默认值 DL", EN: "NER method, DL by default"},
			Type:        leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "NerBasic 或 DL；两者的差别未见文档。",
				EN: "NerBasic or DL; how they differ is not documented.",
			},
		},
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralize.SegMethod", Name: "SegMethod",
			Parent: "Response.JobsDetail.Operation.WordsGeneralize",
			Anchor: "WordsGeneralize.SegMethod", Published: true,
			Description: lang.Text{ZH: "分词粒度，默认值 MIX", EN: "Granularity, MIX by default"},
			Type:        leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "SegBasic 或 MIX，部分示例写作 Mix；两者的差别未见文档。",
				EN: "SegBasic or MIX, which some samples write Mix; how they differ is not documented.",
			},
		},
	},
}

var wordsGeneralizeResultTable = Table{
	Title:  lang.Text{ZH: "WordsGeneralizeResult", EN: "WordsGeneralizeResult"},
	Intro:  lang.Text{ZH: "分词结果，仅在任务成功时存在。", EN: "The result, only if the job succeeded."},
	Anchor: "table-WordsGeneralizeResult",
	Fields: []Field{
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeLable",
			Name: "WordsGeneralizeLable", Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult",
			Anchor: "WordsGeneralizeResult.WordsGeneralizeLable", Published: true,
			Description: lang.Text{ZH: "智能分类结果", EN: "Result of the smart categorisation"},
			Type:        array, TypeText: arrayText,
			Note: lang.Text{
				ZH: "接口就拼作 Lable，不是 Label。JSON 中可能是单个对象。",
				EN: "The API spells it Lable, not Label. In JSON it may be a single object.",
			},
		},
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken",
			Name: "WordsGeneralizeToken", Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult",
			Anchor: "WordsGeneralizeResult.WordsGeneralizeToken", Published: true,
			Description: lang.Text{ZH: "分词详细结果", EN: "The tokens"},
			Type:        array, TypeText: arrayText,
			Note: lang.Text{
				ZH: "XML 中一个词一个节点；JSON 中是数组，只有一个词时可能是单个对象。",
				EN: "One element per word in XML; in JSON an array, perhaps a single object if there is one word.",
			},
		},
	},
}

var wordsGeneralizeLableTable = Table{
	Title: lang.Text{ZH: "WordsGeneralizeLable", EN: "WordsGeneralizeLable"},
	Intro: lang.Text{
		ZH: "一条智能分类结果：哪个词属于哪一类。",
		EN: "One result of the smart categorisation: a word and its category.",
	},
	Anchor: "table-WordsGeneralizeLable",
	Fields: []Field{
		{
			Path:   "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeLable.Category",
			Name:   "Category",
			Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeLable",
			Anchor: "WordsGeneralizeLable.Category", Published: true,
			Description: lang.Text{ZH: "类别", EN: "Category"},
			Type:        leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "没有公开的类别清单；示例中只有 交通。",
				EN: "No list of categories is published; 交通 (transport) is the only one in the samples.",
			},
		},
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeLable.Word", Name: "Word",
			Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeLable",
			Anchor: "WordsGeneralizeLable.Word", Published: true,
			Description: lang.Text{ZH: "词汇", EN: "Word"},
			Type:        leaf, TypeText: leafText,
		},
	},
}

var wordsGeneralizeTokenTable = Table{
	Title: lang.Text{ZH: "WordsGeneralizeToken", EN: "WordsGeneralizeToken"},
	Intro: lang.Text{
		ZH: "一个词：内容、位置、长度与词性。",
		EN: "One word: its text, place, length and part of speech.",
	},
	Anchor: "table-WordsGeneralizeToken",
	Fields: []Field{
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken.Word", Name: "Word",
			Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken",
			Anchor: "WordsGeneralizeToken.Word", Published: true,
			Description: lang.Text{ZH: "词汇", EN: "Word"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken.Offset",
			Name: "Offset", Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken",
			Anchor: "WordsGeneralizeToken.Offset", Published: true,
			Description: lang.Text{ZH: "偏移量", EN: "Offset"},
			Type:        leaf, TypeText: leafText, Note: noteUnit,
		},
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken.Length",
			Name: "Length", Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken",
			Anchor: "WordsGeneralizeToken.Length", Published: true,
			Description: lang.Text{ZH: "词汇长度", EN: "Length of the word"},
			Type:        leaf, TypeText: leafText, Note: noteUnit,
		},
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken.Pos", Name: "Pos",
			Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken",
			Anchor: "WordsGeneralizeToken.Pos", Published: true,
			Description: lang.Text{ZH: "词性", EN: "Part of speech"},
			Type:        leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "词性表写大写，示例全是小写；按不区分大小写对照。",
				EN: "Upper case in the published table, lower case in every sample: compare case-insensitively.",
			},
		},
	},
}

var workflowTable = Table{
	Title: lang.Text{ZH: "Workflow", EN: "Workflow"},
	Intro: lang.Text{
		ZH: "任务通过工作流触发时才有。官方页说明文字与表格对父节点的说法不一，本工具两处都认。",
		EN: "Only if a workflow started the job. Text and table of the page disagree on its parent; both are accepted here.",
	},
	Anchor: "table-Workflow",
	Fields: []Field{
		{
			Path: "Response.JobsDetail.Workflow.RunId", Name: "RunId", Parent: "Response.Workflow",
			Anchor: "Workflow.RunId", Published: true,
			Description: lang.Text{ZH: "工作流实例 ID", EN: "ID of the workflow run"},
			Type:        leaf, TypeText: leafText, Note: noteParent,
		},
		{
			Path: "Response.JobsDetail.Workflow.WorkflowId", Name: "WorkflowId", Parent: "Response.Workflow",
			Anchor: "Workflow.WorkflowId", Published: true,
			Description: lang.Text{ZH: "工作流 ID", EN: "ID of the workflow"},
			Type:        leaf, TypeText: leafText, Note: noteStarted,
		},
		{
			Path: "Response.JobsDetail.Workflow.WorkflowName", Name: "WorkflowName",
			Parent: "Response.Workflow", Anchor: "Workflow.WorkflowName", Published: true,
			Description: lang.Text{ZH: "工作流名称", EN: "Name of the workflow"},
			Type:        leaf, TypeText: leafText, Note: noteStarted,
		},
		{
			Path: "Response.JobsDetail.Workflow.Name", Name: "Name", Parent: "Response.Workflow",
			Anchor: "Workflow.Name", Published: true,
			Description: lang.Text{ZH: "工作流节点名称", EN: "Name of the node in the workflow"},
			Type:        leaf, TypeText: leafText, Note: noteStarted,
		},
	},
}

var errorTable = Table{
	Title: lang.Text{ZH: "Error", EN: "Error"},
	Intro: lang.Text{
		ZH: "请求被拒绝时的响应体，不是回调。",
		EN: "The body of the response to a refused request. It is not a callback.",
	},
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
			Description: lang.Text{ZH: "错误描述", EN: "Error message"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Error.Resource", Name: "Resource", Parent: "Error", Anchor: "Error.Resource",
			Description: lang.Text{ZH: "出错的资源", EN: "The resource"},
			Type:        leaf, TypeText: leafText,
			Note: lang.Text{
				ZH: "见于对象存储（COS）的错误响应。",
				EN: "In error responses of the object storage (COS).",
			},
		},
		{
			Path: "Error.RequestId", Name: "RequestId", Parent: "Error", Anchor: "Error.RequestId", Published: true,
			Description: lang.Text{ZH: "请求 ID", EN: "ID of the request"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Error.TraceId", Name: "TraceId", Parent: "Error", Anchor: "Error.TraceId", Published: true,
			Description: lang.Text{ZH: "追踪 ID", EN: "Trace ID"},
			Type:        leaf, TypeText: leafText,
		},
	},
}
