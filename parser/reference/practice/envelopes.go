package practice

import "github.com/callbacklens/callbacklens/parser/lang"

// Envelope is one form that bodies come in.
type Envelope struct {
	Number string // E1 to E10, as comments and papers cite it
	Sketch string // its outermost nodes
	Where  lang.Text
	Anchor string // the id of the row on the reference page
}

// Envelopes lists the forms that bodies come in.
func Envelopes() []Envelope {
	list := make([]Envelope, len(envelopes))
	for i, e := range envelopes {
		list[i] = Envelope{e.number, e.sketch, e.where, "envelope." + e.number}
	}
	return list
}

var envelopes = [...]struct {
	number, sketch string
	where          lang.Text
}{
	{"E1", "<Response> <EventName/> <JobsDetail/> </Response>", lang.Text{
		ZH: "XML 任务回调，最常见",
		EN: "Task callbacks in XML, the usual case",
	}},
	{"E2", "<Response> <JobsDetail/> </Response>", lang.Text{
		ZH: "没有 EventName 的早期 XML 回调：2020–2021 年的文档、2022-02-09 的 Go SDK 示例，数据万象的页面到 2023-07 仍缺；提交任务的响应也是这样",
		EN: "Early XML callbacks: documentation of 2020 and 2021, a sample of the Go SDK of 2022-02-09, the CI page still in " +
			"2023-07. The response to a submission looks the same",
	}},
	{"E3", "{ EventName, JobsDetail: [ { … } ] }", lang.Text{
		ZH: "JSON 任务回调：没有 Response，JobsDetail 是数组。除分词外的新版文档都是这样，一个公开项目的测试数据（job-1、queue-1）也是",
		EN: "Callbacks of tasks in JSON: no Response, an array. In the newer documentation of every job but word segmentation, " +
			"and in a test fixture of a public project (job-1, queue-1)",
	}},
	{"E4", "{ EventName, JobsDetail: { … } }", lang.Text{
		ZH: "同上，JobsDetail 是单个对象，见于较早的文档",
		EN: "The same with a single object, in older documentation",
	}},
	{"E5", "{ Response: { EventName, JobsDetail: { … } } }", lang.Text{
		ZH: "分词回调文档的一个版本",
		EN: "One edition of the page on word segmentation",
	}},
	{"E6", "{ Response: { EventName, JobsDetail: [ { … } } ] }", lang.Text{
		ZH: "分词回调文档的现行版本。示例结尾把 ]} 写成了 }]，不是合法的 JSON；查看器会改正并指出位置",
		EN: "The current edition of that page. Its sample ends in }] where it needs ]}, so it is not valid JSON; " +
			"the viewer corrects it and says where",
	}},
	{"E7", "<Response> <EventName/> <WorkflowExecution/> </Response>", lang.Text{
		ZH: "工作流完成的回调（WorkflowFinish）；JSON 格式没有 Response 一层",
		EN: "The end of a workflow, WorkflowFinish; without Response in JSON",
	}},
	{"E8", "{ EventName: Review…, JobsDetail: { … } }", lang.Text{
		ZH: "内容审核的详细回调，字段平铺，没有 Tag 与 Operation",
		EN: "Content review in detail: flat fields, neither Tag nor Operation",
	}},
	{"E9", "{ code, message, data: { … } }", lang.Text{
		ZH: "内容审核的精简回调，字段名是下划线小写",
		EN: "Content review in brief, names in snake case",
	}},
	{"E10", "<Response> <JobsDetail/> … <JobsDetail/> <NextToken/> </Response>", lang.Text{
		ZH: "查询与批量拉取任务的响应：JobsDetail 重复多次。不是回调，但常被一起粘贴",
		EN: "Responses of queries and lists, JobsDetail repeated. Not a callback, but often pasted",
	}},
}
