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
