package reference

import "github.com/callbacklens/callbacklens/parser/lang"

var workflowExecutionTable = Table{
	Title: lang.Text{ZH: "WorkflowExecution", EN: "WorkflowExecution"},
	Intro: lang.Text{
		ZH: "工作流整体结束时的回调（EventName 为 WorkflowFinish）用它代替 JobsDetail。",
		EN: "The callback of a finished workflow (EventName WorkflowFinish) has it instead of JobsDetail.",
	},
	Anchor: "table-WorkflowExecution",
	Fields: []Field{
		{
			Path: "Response.EventName", Name: "EventName", Parent: "Response",
			Anchor: "WorkflowFinish.EventName", Published: true,
			Description: lang.Text{ZH: "固定值，为 WorkflowFinish", EN: "Always WorkflowFinish"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution", Name: "WorkflowExecution", Parent: "Response",
			Anchor: "Response.WorkflowExecution", Published: true,
			Description: lang.Text{ZH: "工作流实例的详细信息", EN: "Details of the run"},
			Type:        container, TypeText: containerText,
		},
		{
			Path: "Response.WorkflowExecution.WorkflowId", Name: "WorkflowId",
			Parent: "Response.WorkflowExecution", Anchor: "WorkflowExecution.WorkflowId", Published: true,
			Description: lang.Text{ZH: "工作流 ID", EN: "ID of the workflow"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.WorkflowName", Name: "WorkflowName",
			Parent: "Response.WorkflowExecution", Anchor: "WorkflowExecution.WorkflowName", Published: true,
			Description: lang.Text{ZH: "工作流名称", EN: "Name of the workflow"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.RunId", Name: "RunId", Parent: "Response.WorkflowExecution",
			Anchor: "WorkflowExecution.RunId", Published: true,
			Description: lang.Text{ZH: "工作流实例 ID", EN: "ID of the workflow run"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.State", Name: "State", Parent: "Response.WorkflowExecution",
			Anchor: "WorkflowExecution.State", Published: true,
			Description: lang.Text{
				ZH: "实例的状态，为 Success 或 Failed；有一个任务失败即为 Failed",
				EN: "Status of the run: Success or Failed; Failed if any task failed",
			},
			Type: leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.BucketId", Name: "BucketId", Parent: "Response.WorkflowExecution",
			Anchor: "WorkflowExecution.BucketId", Published: true,
			Description: lang.Text{ZH: "文件所属的存储桶", EN: "The bucket of the file"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Object", Name: "Object", Parent: "Response.WorkflowExecution",
			Anchor: "WorkflowExecution.Object", Published: true,
			Description: lang.Text{ZH: "该实例处理的文件名", EN: "The file that the run processed"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.CreateTime", Name: "CreateTime",
			Parent: "Response.WorkflowExecution", Anchor: "WorkflowExecution.CreateTime", Published: true,
			Description: lang.Text{ZH: "实例的创建时间", EN: "When the run was created"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.CosHeaders", Name: "CosHeaders",
			Parent: "Response.WorkflowExecution", Anchor: "WorkflowExecution.CosHeaders", Published: true,
			Description: lang.Text{
				ZH: "文件上传时的自定义 Header，没有设置时无此节点",
				EN: "Custom headers of the uploaded file; absent if there are none",
			},
			Type: array, TypeText: arrayText,
		},
		{
			Path: "Response.WorkflowExecution.CosHeaders.Key", Name: "Key",
			Parent: "Response.WorkflowExecution.CosHeaders",
			Anchor: "WorkflowExecution.CosHeaders.Key", Published: true,
			Description: lang.Text{ZH: "自定义 Header 的名称", EN: "Name of the header"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.CosHeaders.Value", Name: "Value",
			Parent: "Response.WorkflowExecution.CosHeaders",
			Anchor: "WorkflowExecution.CosHeaders.Value", Published: true,
			Description: lang.Text{ZH: "自定义 Header 的值", EN: "Value of the header"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks", Name: "Tasks", Parent: "Response.WorkflowExecution",
			Anchor: "WorkflowExecution.Tasks", Published: true,
			Description: lang.Text{ZH: "任务列表", EN: "The tasks of the run"},
			Type:        array, TypeText: arrayText,
		},
	},
}

var tasksTable = Table{
	Title:  lang.Text{ZH: "Tasks", EN: "Tasks"},
	Intro:  lang.Text{ZH: "工作流实例中的一个任务。", EN: "One task of a workflow's run."},
	Anchor: "table-Tasks",
	Fields: []Field{
		{
			Path: "Response.WorkflowExecution.Tasks.Type", Name: "Type",
			Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.Type", Published: true,
			Description: lang.Text{
				ZH: "任务类型，如 Snapshot、Transcode",
				EN: "Type of the task, such as Snapshot or Transcode",
			},
			Type: leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.CreateTime", Name: "CreateTime",
			Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.CreateTime", Published: true,
			Description: lang.Text{ZH: "任务的创建时间", EN: "When the task was created"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.StartTime", Name: "StartTime",
			Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.StartTime", Published: true,
			Description: lang.Text{ZH: "任务的开始时间", EN: "When the task was started"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.EndTime", Name: "EndTime",
			Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.EndTime", Published: true,
			Description: lang.Text{ZH: "任务的结束时间", EN: "When the task ended"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.State", Name: "State",
			Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.State", Published: true,
			Description: lang.Text{
				ZH: "任务的状态，如 Success、Failed",
				EN: "Status of the task, such as Success or Failed",
			},
			Type: leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.JobId", Name: "JobId",
			Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.JobId", Published: true,
			Description: lang.Text{ZH: "任务 ID", EN: "ID of the job"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.Name", Name: "Name",
			Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.Name", Published: true,
			Description: lang.Text{ZH: "任务在工作流中的节点名称", EN: "Name of the node in the workflow"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.TemplateId", Name: "TemplateId",
			Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.TemplateId", Published: true,
			Description: lang.Text{ZH: "任务使用的模板 ID", EN: "ID of the template"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.TemplateName", Name: "TemplateName",
			Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.TemplateName", Published: true,
			Description: lang.Text{ZH: "任务使用的模板名称", EN: "Name of the template"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.TranscodeTemplateId", Name: "TranscodeTemplateId",
			Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.TranscodeTemplateId",
			Description: lang.Text{ZH: "转码模板 ID", EN: "ID of the transcoding template"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.TranscodeTemplateName", Name: "TranscodeTemplateName",
			Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.TranscodeTemplateName",
			Description: lang.Text{ZH: "转码模板名称", EN: "Name of the transcoding template"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.HdrMode", Name: "HdrMode",
			Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.HdrMode",
			Description: lang.Text{ZH: "HDR 标准", EN: "HDR standard"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.ResultInfo", Name: "ResultInfo",
			Parent: "Response.WorkflowExecution.Tasks", Anchor: "Tasks.ResultInfo",
			Description: lang.Text{ZH: "任务产生的文件", EN: "The files that the task wrote"},
			Type:        container, TypeText: containerText,
		},
	},
}

var resultInfoTable = Table{
	Title: lang.Text{ZH: "ResultInfo", EN: "ResultInfo"},
	Intro: lang.Text{
		ZH: "工作流的一个任务产生的文件。见于 460/80039 的示例与 Go SDK。",
		EN: "The files that a task of a workflow wrote, as the sample of 460/80039 and the Go SDK have them.",
	},
	Anchor: "table-ResultInfo",
	Fields: []Field{
		{
			Path: "Response.WorkflowExecution.Tasks.ResultInfo.ObjectCount", Name: "ObjectCount",
			Parent: "Response.WorkflowExecution.Tasks.ResultInfo", Anchor: "ResultInfo.ObjectCount",
			Description: lang.Text{ZH: "文件个数", EN: "Number of files"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.ResultInfo.SpriteObjectCount", Name: "SpriteObjectCount",
			Parent: "Response.WorkflowExecution.Tasks.ResultInfo", Anchor: "ResultInfo.SpriteObjectCount",
			Description: lang.Text{ZH: "雪碧图个数", EN: "Number of sprites"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.ResultInfo.ObjectInfo", Name: "ObjectInfo",
			Parent: "Response.WorkflowExecution.Tasks.ResultInfo", Anchor: "ResultInfo.ObjectInfo",
			Description: lang.Text{ZH: "文件列表", EN: "The files"},
			Type:        array, TypeText: arrayText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.ResultInfo.ObjectInfo.ObjectName", Name: "ObjectName",
			Parent: "Response.WorkflowExecution.Tasks.ResultInfo.ObjectInfo", Anchor: "ObjectInfo.ObjectName",
			Description: lang.Text{ZH: "文件名", EN: "Name of the file"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.ResultInfo.ObjectInfo.ObjectUrl", Name: "ObjectUrl",
			Parent: "Response.WorkflowExecution.Tasks.ResultInfo.ObjectInfo", Anchor: "ObjectInfo.ObjectUrl",
			Description: lang.Text{ZH: "文件地址", EN: "Address of the file"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.ResultInfo.ObjectInfo.InputObjectName", Name: "InputObjectName",
			Parent: "Response.WorkflowExecution.Tasks.ResultInfo.ObjectInfo", Anchor: "ObjectInfo.InputObjectName",
			Description: lang.Text{ZH: "输入文件名", EN: "Name of the input file"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.ResultInfo.ObjectInfo.Code", Name: "Code",
			Parent: "Response.WorkflowExecution.Tasks.ResultInfo.ObjectInfo", Anchor: "ObjectInfo.Code",
			Description: lang.Text{ZH: "该文件的错误码", EN: "Error code of this file"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.ResultInfo.ObjectInfo.Message", Name: "Message",
			Parent: "Response.WorkflowExecution.Tasks.ResultInfo.ObjectInfo", Anchor: "ObjectInfo.Message",
			Description: lang.Text{ZH: "该文件的错误描述", EN: "Error message of this file"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.ResultInfo.SpriteObjectInfo", Name: "SpriteObjectInfo",
			Parent: "Response.WorkflowExecution.Tasks.ResultInfo", Anchor: "ResultInfo.SpriteObjectInfo",
			Description: lang.Text{ZH: "雪碧图列表", EN: "The sprites"},
			Type:        array, TypeText: arrayText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.ResultInfo.SpriteObjectInfo.ObjectName", Name: "ObjectName",
			Parent: "Response.WorkflowExecution.Tasks.ResultInfo.SpriteObjectInfo", Anchor: "SpriteObjectInfo.ObjectName",
			Description: lang.Text{ZH: "雪碧图名", EN: "Name of the sprite"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.ResultInfo.SpriteObjectInfo.ObjectUrl", Name: "ObjectUrl",
			Parent: "Response.WorkflowExecution.Tasks.ResultInfo.SpriteObjectInfo", Anchor: "SpriteObjectInfo.ObjectUrl",
			Description: lang.Text{ZH: "雪碧图地址", EN: "Address of the sprite"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path:   "Response.WorkflowExecution.Tasks.ResultInfo.SpriteObjectInfo.InputObjectName",
			Name:   "InputObjectName",
			Parent: "Response.WorkflowExecution.Tasks.ResultInfo.SpriteObjectInfo", Anchor: "SpriteObjectInfo.InputObjectName",
			Description: lang.Text{ZH: "输入文件名", EN: "Name of the input file"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.ResultInfo.SpriteObjectInfo.Code", Name: "Code",
			Parent: "Response.WorkflowExecution.Tasks.ResultInfo.SpriteObjectInfo", Anchor: "SpriteObjectInfo.Code",
			Description: lang.Text{ZH: "该雪碧图的错误码", EN: "Error code of this sprite"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Response.WorkflowExecution.Tasks.ResultInfo.SpriteObjectInfo.Message", Name: "Message",
			Parent: "Response.WorkflowExecution.Tasks.ResultInfo.SpriteObjectInfo", Anchor: "SpriteObjectInfo.Message",
			Description: lang.Text{ZH: "该雪碧图的错误描述", EN: "Error message of this sprite"},
			Type:        leaf, TypeText: leafText,
		},
	},
}
