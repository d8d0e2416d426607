package practice

import "github.com/callbacklens/callbacklens/parser/lang"

// NoteOn returns what practice shows of a field beyond the published table, by the
// anchor of its row. It is empty where that is nothing.
func NoteOn(anchor string) lang.Text {
	for i := range notes {
		if notes[i].anchor == anchor {
			return notes[i].says
		}
	}
	return lang.Text{}
}

// Notes that several rows share.
var (
	noteTime = lang.Text{
		ZH: "形如 2022-07-25T16:35:39+0800，时区不带冒号，不是 RFC 3339；尚未发生时为 -。",
		EN: "Written 2022-07-25T16:35:39+0800: no colon in the zone, so not RFC 3339. Unset times are \"-\".",
	}
	noteMissing = lang.Text{
		ZH: "官方分词回调示例中没有此节点，其他任务的示例与真实回调中有。",
		EN: "Missing from the published samples of word segmentation; samples and a genuine callback of other " +
			"jobs have it.",
	}
	noteUnit = lang.Text{
		ZH: "单位未见文档说明。按示例推算不是字节；示例全是基本多文种平面字符，无法区分字符数与 UTF-16 编码单元数。",
		EN: "No document states the unit. The samples rule out bytes; as they have no character beyond U+FFFF, they do not " +
			"distinguish characters from UTF-16 units.",
	}
	noteParent = lang.Text{
		ZH: "官方页说明文字写在 Response.JobsDetail 下，表格写在 Response.Workflow 下；示例与 SDK 都在 JobsDetail 内。",
		EN: "The text of the page says Response.JobsDetail, its table Response.Workflow; samples and SDKs have " +
			"it in JobsDetail.",
	}
	noteStarted = lang.Text{
		ZH: "工作流中的任务才有。",
		EN: "Only if a workflow started the job.",
	}
)

var notes = [...]struct {
	anchor string
	says   lang.Text
}{
	{"Response.EventName", lang.Text{
		ZH: "工作流完成时为 WorkflowFinish，内容审核为 Review…；早期回调与查询任务的响应没有此节点。CosHeaders 里也可能有名为 EventName 的 Key，与它无关。",
		EN: "WorkflowFinish when a workflow ends, Review… in content review. Early callbacks and query responses lack " +
			"it. A Key named EventName in CosHeaders is unrelated.",
	}},
	{"Response.JobsDetail", lang.Text{
		ZH: "数据万象版的回调页写作 Container 数组，对象存储版与提交页写作 Container。XML 中多个任务就是多个同名节点；JSON 中可能是数组，也可能是单个对象。",
		EN: "Container array on the CI page of callbacks, Container in the COS edition and on the page of submission. In " +
			"XML several jobs are several nodes; in JSON it is an array or a single object.",
	}},
	{"Response.NextToken", lang.Text{ZH: "仅批量拉取任务的响应。", EN: "Only in lists of jobs."}},
	{"Response.NonExistJobIds", lang.Text{ZH: "仅查询任务的响应。", EN: "Only in query responses."}},
	{"JobsDetail.Code", lang.Text{
		ZH: "成功时示例均为 Success。失败任务的回调没有官方示例，会出现哪些错误码未知。",
		EN: "Success in every sample. No sample of a failed job is published, so its codes are not known.",
	}},
	{"JobsDetail.Message", lang.Text{
		ZH: "不要当作状态使用：各示例中出现过空值、Success、success、SUCCESS、done、TaskFinish。",
		EN: "Never a status: samples have it empty, Success, success, SUCCESS, done and TaskFinish.",
	}},
	{"JobsDetail.JobId", lang.Text{
		ZH: "一个字母加 32 位十六进制数，后者是 UUID v1，内含的时间通常与 CreationTime 一致；AI 内容任务的字母为 a。此结构未见文档，仅供参考。",
		EN: "A letter and 32 hexadecimal digits: a UUID of version 1 whose time usually is CreationTime. The letter is a for " +
			"AI content. None of this is documented: a hint only.",
	}},
	{"JobsDetail.Tag", lang.Text{
		ZH: "部分官方示例缺少此节点；看 Operation 中有无 WordsGeneralize 更可靠。",
		EN: "Some published samples lack it; a WordsGeneralize in Operation is the better sign.",
	}},
	{"JobsDetail.State", lang.Text{
		ZH: "官方分词回调示例中没有此节点，缺少时只能根据 Code 判断。旧版回调页说，只有 Success 与 Failed 会回调。",
		EN: "Missing from the published samples of word segmentation, so only Code is available. An older edition of the page " +
			"says that only Success and Failed reach a callback.",
	}},
	{"JobsDetail.CreationTime", noteTime},
	{"JobsDetail.StartTime", lang.Text{
		ZH: "格式同 CreationTime。官方分词回调示例中没有此节点，其他任务的示例与真实回调中有。",
		EN: "Format as CreationTime. Missing from the published samples of word segmentation; samples and a genuine " +
			"callback of other jobs have it.",
	}},
	{"JobsDetail.EndTime", noteTime},
	{"JobsDetail.QueueId", noteMissing},
	{"JobsDetail.Workflow", noteParent},
	{"JobsDetail.QueueType", lang.Text{
		ZH: "文档中只见于请求（如 SpeedTranscoding）；回调中出现过 PicProcess、Speeching。",
		EN: "Documented in requests only (SpeedTranscoding, for one); seen in callbacks: PicProcess, Speeching.",
	}},
	{"JobsDetail.SubTag", lang.Text{
		ZH: "仅媒体处理任务，如 DigitalWatermark。",
		EN: "Media jobs only, such as DigitalWatermark.",
	}},
	{"JobsDetail.Progress", lang.Text{ZH: "仅媒体处理任务，如 100。", EN: "Media jobs only, such as 100."}},
	{"Input.BucketId", lang.Text{
		ZH: "分词回调的示例中有；形如 名称-APPID。",
		EN: "In the samples of word segmentation; name-APPID.",
	}},
	{"Input.Region", lang.Text{
		ZH: "分词回调的示例中有；如 ap-chongqing。",
		EN: "In the samples of word segmentation; ap-chongqing, for one.",
	}},
	{"Input.CosHeaders", lang.Text{
		ZH: "内容审核的回调中是普通的键值映射，不是 Key 与 Value 对。",
		EN: "In content review it is a plain map, not pairs of Key and Value.",
	}},
	{"CosHeaders.Key", lang.Text{
		ZH: "示例中还有 EventName、Size、x-cos-request-id、Content-Type。",
		EN: "In samples also EventName, Size, x-cos-request-id and Content-Type.",
	}},
	{"Operation.UserData", lang.Text{
		ZH: "可打印的 ASCII 字符，不超过 1024 个。官方 JSON 示例中没有此节点。",
		EN: "Printable ASCII, 1,024 characters at most. The published JSON sample lacks it.",
	}},
	{"Operation.JobLevel", lang.Text{
		ZH: "0、1、2，级别越大优先级越高，默认 0。JSON 中可能是字符串，也可能是数字。",
		EN: "0, 1 or 2; higher runs first; 0 by default. In JSON a string or a number.",
	}},
	{"Operation.WordsGeneralizeResult", lang.Text{
		ZH: "移动端 SDK 还在 Operation.SpeechRecognitionResult 中定义了同名节点。",
		EN: "The Android and iOS SDKs also have it in Operation.SpeechRecognitionResult.",
	}},
	{"Operation.TemplateId", lang.Text{
		ZH: "仅使用模板的其他任务；分词没有模板。",
		EN: "Only in jobs with a template; word segmentation has none.",
	}},
	{"Operation.TemplateName", lang.Text{
		ZH: "仅使用模板的其他任务；分词没有模板。",
		EN: "Only in jobs with a template; word segmentation has none.",
	}},
	{"WordsGeneralize.NerMethod", lang.Text{
		ZH: "NerBasic 或 DL；两者的差别未见文档。",
		EN: "NerBasic or DL; how they differ is not documented.",
	}},
	{"WordsGeneralize.SegMethod", lang.Text{
		ZH: "SegBasic 或 MIX，部分示例写作 Mix；两者的差别未见文档。",
		EN: "SegBasic or MIX, which some samples write Mix; how they differ is not documented.",
	}},
	{"WordsGeneralizeResult.WordsGeneralizeLable", lang.Text{
		ZH: "接口就拼作 Lable，不是 Label。JSON 中可能是单个对象。",
		EN: "The API spells it Lable, not Label. In JSON it may be a single object.",
	}},
	{"WordsGeneralizeResult.WordsGeneralizeToken", lang.Text{
		ZH: "XML 中一个词一个节点；JSON 中是数组，只有一个词时可能是单个对象。",
		EN: "One element per word in XML; in JSON an array, perhaps a single object if there is one word.",
	}},
	{"WordsGeneralizeLable.Category", lang.Text{
		ZH: "没有公开的类别清单；示例中只有 交通。",
		EN: "No list of categories is published; 交通 (transport) is the only one in the samples.",
	}},
	{"WordsGeneralizeToken.Offset", noteUnit},
	{"WordsGeneralizeToken.Length", noteUnit},
	{"WordsGeneralizeToken.Pos", lang.Text{
		ZH: "词性表写大写，示例全是小写；按不区分大小写对照。",
		EN: "Upper case in the published table, lower case in every sample: compare case-insensitively.",
	}},
	{"Workflow.RunId", noteParent},
	{"Workflow.WorkflowId", noteStarted},
	{"Workflow.WorkflowName", noteStarted},
	{"Workflow.Name", noteStarted},
	{"Error.Resource", lang.Text{
		ZH: "见于对象存储（COS）的错误响应。",
		EN: "In error responses of the object storage (COS).",
	}},
	{"Request.Tag", lang.Text{ZH: "必选。", EN: "Required."}},
	{"Request.Input", lang.Text{
		ZH: "必选。只有 Object 一项；各项同 JobsDetail 的 Input。",
		EN: "Required. Object alone; the children are those of Input in JobsDetail.",
	}},
	{"Request.Operation", lang.Text{
		ZH: "必选。各项同 JobsDetail 的 Operation，结果除外。",
		EN: "Required. The children are those of Operation in JobsDetail, without the result.",
	}},
	{"Request.QueueId", lang.Text{
		ZH: "旧接口 POST /ai_jobs 必选；现行的 POST /jobs 页已不列。",
		EN: "Required by the old POST /ai_jobs; no longer on the page of POST /jobs.",
	}},
	{"Request.CallBackFormat", lang.Text{
		ZH: "优先于队列的回调格式 NotifyConfig.ResultFormat。",
		EN: "Overrides NotifyConfig.ResultFormat of the queue.",
	}},
	{"Request.CallBackType", lang.Text{
		ZH: "优先于队列的回调类型。Go 与 Java SDK 还有 Kafka，官方页未列。",
		EN: "Overrides the type of the queue. The Go and Java SDKs also have Kafka, which the page lacks.",
	}},
	{"Request.CallBack", lang.Text{
		ZH: "优先于队列的回调地址。设为 no 时，队列的回调地址也不产生回调。",
		EN: "Overrides the address of the queue. With no, the queue sends no callback either.",
	}},
	{"Request.CallBackMqConfig", lang.Text{ZH: "CallBackType 为 TDMQ 时必选。", EN: "Required if CallBackType is TDMQ."}},
	{"Request.CallBackKafkaConfig", lang.Text{
		ZH: "CallBackType 为 Kafka 时使用。见于 Go SDK（提交 debfcd1，2024-09-07）与 Java SDK。",
		EN: "Used if CallBackType is Kafka. In the Go SDK (commit debfcd1, 2024-09-07) and the Java SDK.",
	}},
	{"CallBackMqConfig.MqRegion", lang.Text{
		ZH: "必选：sh（上海）、bj（北京）、gz（广州）、cd（成都）、hk（中国香港）。",
		EN: "Required: sh (Shanghai), bj (Beijing), gz (Guangzhou), cd (Chengdu), hk (Hong Kong, China).",
	}},
	{"CallBackMqConfig.MqMode", lang.Text{
		ZH: "必选：Topic 为主题订阅，Queue 为队列服务。",
		EN: "Required: Topic (subscription) or Queue.",
	}},
	{"CallBackMqConfig.MqName", lang.Text{ZH: "必选。", EN: "Required."}},
	{"CallBackKafkaConfig.Region", lang.Text{ZH: "见于 Go SDK 与 Java SDK。", EN: "In the Go and Java SDKs."}},
	{"CallBackKafkaConfig.InstanceId", lang.Text{ZH: "见于 Go SDK 与 Java SDK。", EN: "In the Go and Java SDKs."}},
	{"CallBackKafkaConfig.Topic", lang.Text{ZH: "见于 Go SDK 与 Java SDK。", EN: "In the Go and Java SDKs."}},
	{"Request.NotifyConfig", lang.Text{ZH: "必选。", EN: "Required."}},
	{"NotifyConfig.Event", lang.Text{
		ZH: "State 为 On 时必选；多个事件以逗号分隔。",
		EN: "Required if State is On; several are separated by commas.",
	}},
	{"NotifyConfig.Type", lang.Text{
		ZH: "State 为 On 时必选。Go SDK 还有 Kafka。",
		EN: "Required if State is On. The Go SDK also has Kafka.",
	}},
	{"NotifyConfig.Url", lang.Text{
		ZH: "Type 为 Url 时必选，不能为内网地址。",
		EN: "Required if Type is Url; no intranet addresses.",
	}},
	{"NotifyConfig.MqMode", lang.Text{
		ZH: "Type 为 TDMQ 时必选：Topic 或 Queue。",
		EN: "Required if Type is TDMQ: Topic or Queue.",
	}},
	{"NotifyConfig.MqRegion", lang.Text{
		ZH: "Type 为 TDMQ 时必选：sh、bj、gz、cd、hk。",
		EN: "Required if Type is TDMQ: sh, bj, gz, cd or hk.",
	}},
	{"NotifyConfig.MqName", lang.Text{ZH: "Type 为 TDMQ 时必选。", EN: "Required if Type is TDMQ."}},
	{"NotifyConfig.KafkaConfig", lang.Text{ZH: "见于 Go SDK。", EN: "In the Go SDK."}},
	{"KafkaConfig.Region", lang.Text{ZH: "见于 Go SDK。", EN: "In the Go SDK."}},
	{"KafkaConfig.InstanceId", lang.Text{ZH: "见于 Go SDK。", EN: "In the Go SDK."}},
	{"KafkaConfig.Topic", lang.Text{ZH: "见于 Go SDK。", EN: "In the Go SDK."}},
	{"WorkflowExecution.CreateTime", lang.Text{
		ZH: "日期与时间之间是空格而不是 T：2022-08-09 14:54:17+0800。",
		EN: "With a space instead of the T: 2022-08-09 14:54:17+0800.",
	}},
	{"Tasks.CreateTime", lang.Text{
		ZH: "官方表拼作 Createtime，实际内容为 CreateTime。",
		EN: "The published table spells it Createtime; bodies have CreateTime.",
	}},
	{"Tasks.StartTime", lang.Text{ZH: "官方示例中没有。", EN: "Missing from the published samples."}},
	{"Tasks.EndTime", lang.Text{ZH: "可能为空。", EN: "May be empty."}},
	{"Tasks.TranscodeTemplateId", lang.Text{ZH: "仅见于 Go SDK。", EN: "In the Go SDK only."}},
	{"Tasks.TranscodeTemplateName", lang.Text{ZH: "仅见于 Go SDK。", EN: "In the Go SDK only."}},
	{"Tasks.HdrMode", lang.Text{ZH: "仅见于 Go SDK，取值 HLG、HDR10。", EN: "In the Go SDK only: HLG or HDR10."}},
	{"Tasks.ResultInfo", lang.Text{
		ZH: "国际站的表中没有；460/80039 的示例与 Go SDK 中有。",
		EN: "Not in the international table; in the sample of 460/80039 and in the Go SDK.",
	}},
	{"ResultInfo.ObjectCount", lang.Text{ZH: "460/80039 的示例中有。", EN: "In the sample of 460/80039."}},
	{"ResultInfo.SpriteObjectCount", lang.Text{ZH: "仅见于 Go SDK。", EN: "In the Go SDK only."}},
	{"ResultInfo.ObjectInfo", lang.Text{ZH: "460/80039 的示例中有。", EN: "In the sample of 460/80039."}},
	{"ObjectInfo.ObjectName", lang.Text{ZH: "460/80039 的示例中有。", EN: "In the sample of 460/80039."}},
	{"ObjectInfo.ObjectUrl", lang.Text{ZH: "460/80039 的示例中有。", EN: "In the sample of 460/80039."}},
	{"ObjectInfo.InputObjectName", lang.Text{ZH: "仅见于 Go SDK。", EN: "In the Go SDK only."}},
	{"ObjectInfo.Code", lang.Text{ZH: "仅见于 Go SDK。", EN: "In the Go SDK only."}},
	{"ObjectInfo.Message", lang.Text{ZH: "仅见于 Go SDK。", EN: "In the Go SDK only."}},
	{"ResultInfo.SpriteObjectInfo", lang.Text{ZH: "仅见于 Go SDK。", EN: "In the Go SDK only."}},
	{"SpriteObjectInfo.ObjectName", lang.Text{ZH: "仅见于 Go SDK。", EN: "In the Go SDK only."}},
	{"SpriteObjectInfo.ObjectUrl", lang.Text{ZH: "仅见于 Go SDK。", EN: "In the Go SDK only."}},
	{"SpriteObjectInfo.InputObjectName", lang.Text{ZH: "仅见于 Go SDK。", EN: "In the Go SDK only."}},
	{"SpriteObjectInfo.Code", lang.Text{ZH: "仅见于 Go SDK。", EN: "In the Go SDK only."}},
	{"SpriteObjectInfo.Message", lang.Text{ZH: "仅见于 Go SDK。", EN: "In the Go SDK only."}},
}
