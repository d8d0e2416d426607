package reference

import "github.com/callbacklens/callbacklens/parser/lang"

var requestTable = Table{
	Title: lang.Text{ZH: "Request", EN: "Request"},
	Intro: lang.Text{
		ZH: "提交分词任务的请求体：POST /jobs。这里决定回调发往哪里、以什么格式。",
		EN: "The body of POST /jobs, which submits a job. It decides where the callback goes and in which format.",
	},
	Anchor: "table-Request",
	Fields: []Field{
		{
			Path: "Request", Name: "Request", Parent: "无", Anchor: "Request", Published: true,
			Description: lang.Text{ZH: "保存请求的容器", EN: "Container of the request"},
			Type:        container, TypeText: containerText,
		},
		{
			Path: "Request.Tag", Name: "Tag", Parent: "Request", Anchor: "Request.Tag", Published: true,
			Description: lang.Text{ZH: "创建任务的 Tag：WordsGeneralize", EN: "Tag of the job: WordsGeneralize"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Request.Input", Name: "Input", Parent: "Request", Anchor: "Request.Input", Published: true,
			Description: lang.Text{ZH: "待操作的对象信息", EN: "The object to process"},
			Type:        container, TypeText: containerText,
		},
		{
			Path: "Request.Operation", Name: "Operation",
			Parent: "Request", Anchor: "Request.Operation", Published: true,
			Description: lang.Text{ZH: "操作规则", EN: "Operation rule"},
			Type:        container, TypeText: containerText,
		},
		{
			Path: "Request.QueueId", Name: "QueueId", Parent: "Request", Anchor: "Request.QueueId", Published: true,
			Description: lang.Text{ZH: "任务所在的队列 ID", EN: "ID of the queue"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Request.CallBackFormat", Name: "CallBackFormat",
			Parent: "Request", Anchor: "Request.CallBackFormat", Published: true,
			Description: lang.Text{
				ZH: "任务回调格式，JSON 或 XML，默认 XML",
				EN: "Format of the callback, JSON or XML; XML by default",
			},
			Type: leaf, TypeText: leafText,
		},
		{
			Path: "Request.CallBackType", Name: "CallBackType",
			Parent: "Request", Anchor: "Request.CallBackType", Published: true,
			Description: lang.Text{
				ZH: "任务回调类型，Url 或 TDMQ，默认 Url",
				EN: "Type of the callback, Url or TDMQ; Url by default",
			},
			Type: leaf, TypeText: leafText,
		},
		{
			Path: "Request.CallBack", Name: "CallBack",
			Parent: "Request", Anchor: "Request.CallBack", Published: true,
			Description: lang.Text{ZH: "任务回调地址", EN: "Address of the callback"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Request.CallBackMqConfig", Name: "CallBackMqConfig",
			Parent: "Request", Anchor: "Request.CallBackMqConfig", Published: true,
			Description: lang.Text{ZH: "任务回调 TDMQ 配置", EN: "TDMQ settings of the callback"},
			Type:        container, TypeText: containerText,
		},
		{
			Path: "Request.CallBackKafkaConfig", Name: "CallBackKafkaConfig",
			Parent: "Request", Anchor: "Request.CallBackKafkaConfig",
			Description: lang.Text{ZH: "任务回调 Kafka 配置", EN: "Kafka settings of the callback"},
			Type:        container, TypeText: containerText,
		},
	},
}

var callBackMqConfigTable = Table{
	Title:  lang.Text{ZH: "CallBackMqConfig", EN: "CallBackMqConfig"},
	Intro:  lang.Text{ZH: "任务回调发往 TDMQ 时的配置。", EN: "Where a callback goes by TDMQ."},
	Anchor: "table-CallBackMqConfig",
	Fields: []Field{
		{
			Path: "Request.CallBackMqConfig.MqRegion", Name: "MqRegion",
			Parent: "Request.CallBackMqConfig", Anchor: "CallBackMqConfig.MqRegion", Published: true,
			Description: lang.Text{ZH: "消息队列所属园区", EN: "Region of the message queue"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Request.CallBackMqConfig.MqMode", Name: "MqMode",
			Parent: "Request.CallBackMqConfig", Anchor: "CallBackMqConfig.MqMode", Published: true,
			Description: lang.Text{
				ZH: "消息队列使用模式，默认 Queue",
				EN: "Mode of the message queue; Queue by default",
			},
			Type: leaf, TypeText: leafText,
		},
		{
			Path: "Request.CallBackMqConfig.MqName", Name: "MqName",
			Parent: "Request.CallBackMqConfig", Anchor: "CallBackMqConfig.MqName", Published: true,
			Description: lang.Text{ZH: "TDMQ 主题名称", EN: "Name of the TDMQ topic"},
			Type:        leaf, TypeText: leafText,
		},
	},
}

var callBackKafkaConfigTable = Table{
	Title:  lang.Text{ZH: "CallBackKafkaConfig", EN: "CallBackKafkaConfig"},
	Intro:  lang.Text{ZH: "任务回调发往 Kafka 时的配置。", EN: "Where a callback goes by Kafka."},
	Anchor: "table-CallBackKafkaConfig",
	Fields: []Field{
		{
			Path: "Request.CallBackKafkaConfig.Region", Name: "Region",
			Parent: "Request.CallBackKafkaConfig", Anchor: "CallBackKafkaConfig.Region",
			Description: lang.Text{ZH: "Kafka 实例所在地域", EN: "Region of the Kafka instance"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Request.CallBackKafkaConfig.InstanceId", Name: "InstanceId",
			Parent: "Request.CallBackKafkaConfig", Anchor: "CallBackKafkaConfig.InstanceId",
			Description: lang.Text{ZH: "Kafka 实例 ID", EN: "ID of the Kafka instance"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Request.CallBackKafkaConfig.Topic", Name: "Topic",
			Parent: "Request.CallBackKafkaConfig", Anchor: "CallBackKafkaConfig.Topic",
			Description: lang.Text{ZH: "Kafka 主题", EN: "Kafka topic"},
			Type:        leaf, TypeText: leafText,
		},
	},
}

var notifyConfigTable = Table{
	Title: lang.Text{ZH: "NotifyConfig", EN: "NotifyConfig"},
	Intro: lang.Text{
		ZH: "队列的回调配置，更新队列时设置；任务没有自己的配置时生效。工作流的开始节点里也有。",
		EN: "Settings of a queue, set when it is updated; they hold for jobs without their own. The start of a workflow has one too.",
	},
	Anchor: "table-NotifyConfig",
	Fields: []Field{
		{
			Path: "Request.NotifyConfig", Name: "NotifyConfig",
			Parent: "Request", Anchor: "Request.NotifyConfig", Published: true,
			Description: lang.Text{ZH: "回调配置", EN: "Settings of callbacks"},
			Type:        container, TypeText: containerText,
		},
		{
			Path: "Request.NotifyConfig.State", Name: "State",
			Parent: "Request.NotifyConfig", Anchor: "NotifyConfig.State", Published: true,
			Description: lang.Text{ZH: "回调开关，Off 或 On，默认 Off", EN: "Switch, Off or On; Off by default"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Request.NotifyConfig.Event", Name: "Event",
			Parent: "Request.NotifyConfig", Anchor: "NotifyConfig.Event", Published: true,
			Description: lang.Text{
				ZH: "回调事件：TaskFinish 为任务完成，WorkflowFinish 为工作流完成",
				EN: "Events: TaskFinish, WorkflowFinish",
			},
			Type: leaf, TypeText: leafText,
		},
		{
			Path: "Request.NotifyConfig.ResultFormat", Name: "ResultFormat",
			Parent: "Request.NotifyConfig", Anchor: "NotifyConfig.ResultFormat", Published: true,
			Description: lang.Text{ZH: "回调格式，JSON 或 XML，默认 XML", EN: "Format, JSON or XML; XML by default"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Request.NotifyConfig.Type", Name: "Type",
			Parent: "Request.NotifyConfig", Anchor: "NotifyConfig.Type", Published: true,
			Description: lang.Text{ZH: "回调类型，Url 或 TDMQ", EN: "Type, Url or TDMQ"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Request.NotifyConfig.Url", Name: "Url",
			Parent: "Request.NotifyConfig", Anchor: "NotifyConfig.Url", Published: true,
			Description: lang.Text{ZH: "回调地址", EN: "Address of callbacks"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Request.NotifyConfig.MqMode", Name: "MqMode",
			Parent: "Request.NotifyConfig", Anchor: "NotifyConfig.MqMode", Published: true,
			Description: lang.Text{ZH: "TDMQ 使用模式，默认 Queue", EN: "TDMQ mode; Queue by default"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Request.NotifyConfig.MqRegion", Name: "MqRegion",
			Parent: "Request.NotifyConfig", Anchor: "NotifyConfig.MqRegion", Published: true,
			Description: lang.Text{ZH: "TDMQ 所属园区", EN: "TDMQ region"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Request.NotifyConfig.MqName", Name: "MqName",
			Parent: "Request.NotifyConfig", Anchor: "NotifyConfig.MqName", Published: true,
			Description: lang.Text{ZH: "TDMQ 主题名称", EN: "Name of the TDMQ topic"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Request.NotifyConfig.KafkaConfig", Name: "KafkaConfig",
			Parent: "Request.NotifyConfig", Anchor: "NotifyConfig.KafkaConfig",
			Description: lang.Text{ZH: "Kafka 配置", EN: "Kafka settings"},
			Type:        container, TypeText: containerText,
		},
		{
			Path: "Request.NotifyConfig.KafkaConfig.Region", Name: "Region",
			Parent: "Request.NotifyConfig.KafkaConfig", Anchor: "KafkaConfig.Region",
			Description: lang.Text{ZH: "Kafka 实例所在地域", EN: "Region of the Kafka instance"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Request.NotifyConfig.KafkaConfig.InstanceId", Name: "InstanceId",
			Parent: "Request.NotifyConfig.KafkaConfig", Anchor: "KafkaConfig.InstanceId",
			Description: lang.Text{ZH: "Kafka 实例 ID", EN: "ID of the Kafka instance"},
			Type:        leaf, TypeText: leafText,
		},
		{
			Path: "Request.NotifyConfig.KafkaConfig.Topic", Name: "Topic",
			Parent: "Request.NotifyConfig.KafkaConfig", Anchor: "KafkaConfig.Topic",
			Description: lang.Text{ZH: "Kafka 主题", EN: "Kafka topic"},
			Type:        leaf, TypeText: leafText,
		},
	},
}
