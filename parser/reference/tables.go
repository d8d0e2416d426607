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

// The published tables of other pages.
var (
	tableList  = lang.Text{ZH: "批量拉取任务的响应", EN: "response of the list of jobs"}
	tableQuery = lang.Text{ZH: "查询任务的响应", EN: "response of a query"}
	tableMedia = lang.Text{ZH: "媒体处理任务的回调", EN: "callback of media jobs"}
	tableSpeed = lang.Text{ZH: "媒体处理任务的请求", EN: "request of a media job"}
)

// The tables in the order of the published pages.
var tables = []Table{
	responseTable,
	jobsDetailTable,
	inputTable,
	cosHeadersTable,
	operationTable,
	wordsGeneralizeTable,
	wordsGeneralizeResultTable,
	wordsGeneralizeLableTable,
	wordsGeneralizeTokenTable,
	workflowTable,
	workflowExecutionTable,
	tasksTable,
	resultInfoTable,
	requestTable,
	callBackMqConfigTable,
	callBackKafkaConfigTable,
	notifyConfigTable,
	errorTable,
}
