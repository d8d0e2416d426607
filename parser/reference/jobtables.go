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
		},
		{
			Path: "Response.JobsDetail", Name: "JobsDetail", Parent: "Response",
			Anchor: "Response.JobsDetail", Published: true,
			Description: lang.Text{ZH: "任务的详细信息", EN: "Details of the job"},
			Type:        array, TypeText: arrayText,
		},
		{
			Path: "Response.NextToken", Name: "NextToken", Parent: "Response", Anchor: "Response.NextToken",
			Description: lang.Text{ZH: "翻页的上下文 Token", EN: "Token of the next page"},
			Type:        leaf, TypeText: leafText, Elsewhere: tableList,
		},
		{
			Path: "Response.NonExistJobIds", Name: "NonExistJobIds", Parent: "Response",
			Anchor:      "Response.NonExistJobIds",
			Description: lang.Text{ZH: "查询中不存在的任务 ID", EN: "Queried IDs that do not exist"},
			Type:        leaf, TypeText: leafText, Elsewhere: tableQuery,
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
		},
		{
			Path: "Response.JobsDetail.Message", Name: "Message", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.Message", Published: true,
			Description: lang.Text{
				ZH: "错误描述，只有 State 为 Failed 时有意义",
				EN: "Error message; meaningful only if State is Failed",
			},
			Type: leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.JobId", Name: "JobId", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.JobId", Published: true,
			Description: lang.Text{ZH: "任务 ID", EN: "ID of the job"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.Tag", Name: "Tag", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.Tag", Published: true,
			Description: lang.Text{ZH: "任务的 Tag：WordsGeneralize", EN: "Tag of the job: WordsGeneralize"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.State", Name: "State", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.State", Published: true,
			Description: lang.Text{
				ZH: "任务的状态，为 Submitted、Running、Success、Failed、Pause、Cancel 其中一个",
				EN: "Status: one of Submitted, Running, Success, Failed, Pause and Cancel",
			},
			Type: leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.CreationTime", Name: "CreationTime", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.CreationTime", Published: true,
			Description: lang.Text{ZH: "任务的创建时间", EN: "When the job was created"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.StartTime", Name: "StartTime", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.StartTime", Published: true,
			Description: lang.Text{ZH: "任务的开始时间", EN: "When the job was started"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.EndTime", Name: "EndTime", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.EndTime", Published: true,
			Description: lang.Text{ZH: "任务的结束时间", EN: "When the job ended"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.QueueId", Name: "QueueId", Parent: "Response.JobsDetail",
			Anchor: "JobsDetail.QueueId", Published: true,
			Description: lang.Text{ZH: "任务所属的队列 ID", EN: "ID of the queue that the job is in"},
			Type:        leaf, TypeText: leafText,
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
			Type:        container, TypeText: containerText,
		},
		{
			Path: "Response.JobsDetail.QueueType", Name: "QueueType", Parent: "Response.JobsDetail",
			Anchor:      "JobsDetail.QueueType",
			Description: lang.Text{ZH: "队列类型", EN: "Kind of the queue"},
			Type:        leaf, TypeText: leafText, Elsewhere: tableSpeed,
		},
		{
			Path: "Response.JobsDetail.SubTag", Name: "SubTag", Parent: "Response.JobsDetail",
			Anchor:      "JobsDetail.SubTag",
			Description: lang.Text{ZH: "附加操作的 Tag", EN: "Tag of an additional operation"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.Progress", Name: "Progress", Parent: "Response.JobsDetail",
			Anchor:      "JobsDetail.Progress",
			Description: lang.Text{ZH: "任务进度，百分数", EN: "Progress in percent"},
			Type:        leaf, TypeText: leafText,
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
		},
		{
			Path: "Response.JobsDetail.Input.Region", Name: "Region", Parent: "Response.JobsDetail.Input",
			Anchor:      "Input.Region",
			Description: lang.Text{ZH: "存储桶所在地域", EN: "The region of the bucket"},
			Type:        leaf, TypeText: leafText, Elsewhere: tableMedia,
		},
		{
			Path: "Response.JobsDetail.Input.CosHeaders", Name: "CosHeaders",
			Parent: "Response.JobsDetail.Input", Anchor: "Input.CosHeaders", Published: true,
			Description: lang.Text{
				ZH: "任务通过工作流触发时，文件上传时的自定义 Header",
				EN: "Custom headers of the uploaded file, if a workflow started the job",
			},
			Type: array, TypeText: arrayText,
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
		},
		{
			Path: "Response.JobsDetail.Operation.JobLevel", Name: "JobLevel",
			Parent: "Response.JobsDetail.Operation", Anchor: "Operation.JobLevel", Published: true,
			Description: lang.Text{ZH: "任务优先级", EN: "Priority of the job"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralizeResult", Name: "WordsGeneralizeResult",
			Parent: "Response.JobsDetail.Operation", Anchor: "Operation.WordsGeneralizeResult", Published: true,
			Description: lang.Text{
				ZH: "分词结果，任务执行成功时返回",
				EN: "Result of the segmentation, present if the job succeeded",
			},
			Type: container, TypeText: containerText,
		},
		{
			Path: "Response.JobsDetail.Operation.TemplateId", Name: "TemplateId",
			Parent: "Response.JobsDetail.Operation", Anchor: "Operation.TemplateId",
			Description: lang.Text{ZH: "模板 ID", EN: "ID of the template"},
			Type:        leaf, TypeText: leafText, Elsewhere: tableMedia,
		},
		{
			Path: "Response.JobsDetail.Operation.TemplateName", Name: "TemplateName",
			Parent: "Response.JobsDetail.Operation", Anchor: "Operation.TemplateName",
			Description: lang.Text{ZH: "模板名称", EN: "Name of the template"},
			Type:        leaf, TypeText: leafText, Elsewhere: tableMedia,
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
		},
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralize.SegMethod", Name: "SegMethod",
			Parent: "Response.JobsDetail.Operation.WordsGeneralize",
			Anchor: "WordsGeneralize.SegMethod", Published: true,
			Description: lang.Text{ZH: "分词粒度，默认值 MIX", EN: "Granularity, MIX by default"},
			Type:        leaf, TypeText: leafText,
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
		},
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken",
			Name: "WordsGeneralizeToken", Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult",
			Anchor: "WordsGeneralizeResult.WordsGeneralizeToken", Published: true,
			Description: lang.Text{ZH: "分词详细结果", EN: "The tokens"},
			Type:        array, TypeText: arrayText,
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
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken.Length",
			Name: "Length", Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken",
			Anchor: "WordsGeneralizeToken.Length", Published: true,
			Description: lang.Text{ZH: "词汇长度", EN: "Length of the word"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken.Pos", Name: "Pos",
			Parent: "Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken",
			Anchor: "WordsGeneralizeToken.Pos", Published: true,
			Description: lang.Text{ZH: "词性", EN: "Part of speech"},
			Type:        leaf, TypeText: leafText,
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
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.Workflow.WorkflowId", Name: "WorkflowId", Parent: "Response.Workflow",
			Anchor: "Workflow.WorkflowId", Published: true,
			Description: lang.Text{ZH: "工作流 ID", EN: "ID of the workflow"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.Workflow.WorkflowName", Name: "WorkflowName",
			Parent: "Response.Workflow", Anchor: "Workflow.WorkflowName", Published: true,
			Description: lang.Text{ZH: "工作流名称", EN: "Name of the workflow"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.JobsDetail.Workflow.Name", Name: "Name", Parent: "Response.Workflow",
			Anchor: "Workflow.Name", Published: true,
			Description: lang.Text{ZH: "工作流节点名称", EN: "Name of the node in the workflow"},
			Type:        leaf, TypeText: leafText,
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
