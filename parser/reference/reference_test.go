package reference

import (
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// whole reports whether t says something in both languages.
func whole(t lang.Text) bool {
	return strings.TrimSpace(t.ZH) != "" && strings.TrimSpace(t.EN) != ""
}

// consistent reports whether t says something in both languages or in none.
func consistent(t lang.Text) bool { return (t.ZH == "") == (t.EN == "") }

func TestTablesAreWhole(t *testing.T) {
	paths := map[string]bool{}
	for _, table := range Tables() {
		if !whole(table.Title) || !whole(table.Intro) || len(table.Fields) == 0 {
			t.Errorf("table %q is not whole", table.Anchor)
		}
		for _, f := range table.Fields {
			if f.Anchor == "WorkflowFinish.EventName" {
				continue // the page of workflows has the row of Response.EventName with another value
			}
			if paths[f.Path] {
				t.Errorf("%s stands in the tables twice", f.Path)
			}
			paths[f.Path] = true
			if !whole(f.Description) || !whole(f.TypeText) || f.Name == "" || f.Parent == "" ||
				!consistent(f.Elsewhere) || f.Published && whole(f.Elsewhere) {
				t.Errorf("%s is not whole", f.Path)
			}
			if f.Type != f.TypeText.ZH || !strings.HasSuffix("."+f.Path, "."+f.Name) {
				t.Errorf("%s contradicts its type or its name", f.Path)
			}
			if got, ok := Lookup(f.Path); !ok || got.Anchor != f.Anchor {
				t.Errorf("Lookup(%q) = %q, %v", f.Path, got.Anchor, ok)
			}
		}
	}
}

func TestAnchorsAreUnique(t *testing.T) {
	seen := map[string]bool{}
	check := func(anchor string) {
		t.Helper()
		if seen[anchor] || anchor == "" || strings.ContainsAny(anchor, " \"'&#<>") {
			t.Errorf("anchor %q is empty, taken or not fit for an address", anchor)
		}
		seen[anchor] = true
	}
	for _, table := range Tables() {
		check(table.Anchor)
		for _, f := range table.Fields {
			check(f.Anchor)
		}
	}
	for _, p := range PartsOfSpeech() {
		check(p.Anchor)
	}
	for _, want := range []string{"JobsDetail.State", "CosHeaders.Key", "Workflow.RunId", "WordsGeneralizeToken.Pos", "pos-NR"} {
		if !seen[want] {
			t.Errorf("anchor %q is gone; links point at it", want)
		}
	}
}

// TestPublishedRows holds the rows that the callback page prints, column by
// column.
func TestPublishedRows(t *testing.T) {
	for _, row := range []struct{ path, name, parent, description, typ string }{
		{"Response", "Response", "无", "保存结果的容器", "Container"},
		{"Response.EventName", "EventName", "Response", "固定值，为 TaskFinish", "String"},
		{"Response.JobsDetail", "JobsDetail", "Response", "任务的详细信息", "Container 数组"},
		{"Response.JobsDetail.Input.CosHeaders.Key", "Key", "Response.JobsDetail.Input.CosHeaders", "自定义 Header 的名称", "String"},
		{"Response.JobsDetail.Input.CosHeaders.Value", "Value", "Response.JobsDetail.Input.CosHeaders", "自定义 Header 的值", "String"},
		{"Response.WorkflowExecution.CosHeaders.Key", "Key", "Response.WorkflowExecution.CosHeaders", "自定义 Header 的名称", "String"},
		{"Request.CallBackFormat", "CallBackFormat", "Request", "任务回调格式，JSON 或 XML，默认 XML", "String"},
		{"Request.CallBackMqConfig.MqMode", "MqMode", "Request.CallBackMqConfig", "消息队列使用模式，默认 Queue", "String"},
		{"Request.NotifyConfig.State", "State", "Request.NotifyConfig", "回调开关，Off 或 On，默认 Off", "String"},
		{"Response.Workflow.RunId", "RunId", "Response.Workflow", "工作流实例 ID", "String"},
		{"Response.Workflow.WorkflowId", "WorkflowId", "Response.Workflow", "工作流 ID", "String"},
		{"Response.Workflow.WorkflowName", "WorkflowName", "Response.Workflow", "工作流名称", "String"},
		{"Response.Workflow.Name", "Name", "Response.Workflow", "工作流节点名称", "String"},
	} {
		f, ok := Lookup(row.path)
		if !ok || !f.Published {
			t.Errorf("%s is missing", row.path)
			continue
		}
		if f.Name != row.name || f.Parent != row.parent || f.Description.ZH != row.description || f.Type != row.typ {
			t.Errorf("%s is %q, %q, %q, %q", row.path, f.Name, f.Parent, f.Description.ZH, f.Type)
		}
	}
}

func TestLookup(t *testing.T) {
	const result = "Operation.WordsGeneralizeResult"
	for path, anchor := range map[string]string{
		// Every node of the samples on the callback page.
		"Response":                                                                 "Response",
		"Response.EventName":                                                       "Response.EventName",
		"Response.JobsDetail":                                                      "Response.JobsDetail",
		"Response.JobsDetail.Tag":                                                  "JobsDetail.Tag",
		"Response.JobsDetail.Code":                                                 "JobsDetail.Code",
		"Response.JobsDetail.CreationTime":                                         "JobsDetail.CreationTime",
		"Response.JobsDetail.EndTime":                                              "JobsDetail.EndTime",
		"Response.JobsDetail.Input":                                                "JobsDetail.Input",
		"Response.JobsDetail.Input.Object":                                         "Input.Object",
		"Response.JobsDetail.Input.BucketId":                                       "Input.BucketId",
		"Response.JobsDetail.Input.Region":                                         "Input.Region",
		"Response.JobsDetail.JobId":                                                "JobsDetail.JobId",
		"Response.JobsDetail.Message":                                              "JobsDetail.Message",
		"Response.JobsDetail.Operation":                                            "JobsDetail.Operation",
		"Response.JobsDetail.Operation.UserData":                                   "Operation.UserData",
		"Response.JobsDetail.Operation.JobLevel":                                   "Operation.JobLevel",
		"Response.JobsDetail.Operation.WordsGeneralize":                            "Operation.WordsGeneralize",
		"Response.JobsDetail.Operation.WordsGeneralize.NerMethod":                  "WordsGeneralize.NerMethod",
		"Response.JobsDetail.Operation.WordsGeneralize.SegMethod":                  "WordsGeneralize.SegMethod",
		"Response.JobsDetail.Operation.WordsGeneralizeResult":                      result,
		"Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeLable": "WordsGeneralizeResult.WordsGeneralizeLable",
		"Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeLable.Category":  "WordsGeneralizeLable.Category",
		"Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeLable.Word":      "WordsGeneralizeLable.Word",
		"Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken[3]":        "WordsGeneralizeResult.WordsGeneralizeToken",
		"Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken[3].Length": "WordsGeneralizeToken.Length",
		"Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken[3].Offset": "WordsGeneralizeToken.Offset",
		"Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken[3].Pos":    "WordsGeneralizeToken.Pos",
		"Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken[12].Word":  "WordsGeneralizeToken.Word",
		// Other shapes of the envelope.
		"EventName":                          "Response.EventName",
		"JobsDetail[2].State":                "JobsDetail.State",
		"[1].JobsDetail[2].State":            "JobsDetail.State",
		"Response.JobsDetail[10].Tag":        "JobsDetail.Tag",
		"Response.Workflow":                  "JobsDetail.Workflow",
		"Response.Workflow.Name":             "Workflow.Name",
		"JobsDetail.Workflow.Name":           "Workflow.Name",
		"JobsDetail.Input.CosHeaders[1].Key": "CosHeaders.Key",
		"JobsDetail.Operation.SpeechRecognitionResult.WordsGeneralizeResult":                             result,
		"JobsDetail.Operation.SpeechRecognitionResult.WordsGeneralizeResult.WordsGeneralizeToken[1].Pos": "WordsGeneralizeToken.Pos",
		"WorkflowExecution.State":                                        "WorkflowExecution.State",
		"Response.WorkflowExecution.Tasks[2].Type":                       "Tasks.Type",
		"WorkflowExecution.CosHeaders[2].Value":                          "WorkflowExecution.CosHeaders.Value",
		"WorkflowExecution.Tasks[1].ResultInfo.ObjectInfo[2].ObjectName": "ObjectInfo.ObjectName",
		"WorkflowExecution.Tasks[1].HdrMode":                             "Tasks.HdrMode",
		// What is sent to the service.
		"Request":              "Request",
		"Request.Tag":          "Request.Tag",
		"Request.Input.Object": "Input.Object",
		"Request.Operation.WordsGeneralize.NerMethod": "WordsGeneralize.NerMethod",
		"Request.CallBackKafkaConfig.Topic":           "CallBackKafkaConfig.Topic",
		"Request.NotifyConfig.KafkaConfig.InstanceId": "KafkaConfig.InstanceId",
		"Response.Queue.NotifyConfig.Url":             "NotifyConfig.Url",
		"Error.Code":                                  "Error.Code",
	} {
		if f, ok := Lookup(path); !ok || f.Anchor != anchor {
			t.Errorf("Lookup(%q) = %q, %v, want %q", path, f.Anchor, ok, anchor)
		}
	}
}

func TestLookupByPathNotByName(t *testing.T) {
	for _, path := range []string{
		"", ".", "[1]", "[x", "Tag", "Request.State", "Response.State", "Response.WorkflowX",
		"Response.JobsDetail.Operation.ImageInspectResult.State",
		"Response.JobsDetail.Operation.VideoTagResult.StreamData.Data.Tags[1].Tag",
		"Response.JobsDetail.@Tag", "Response.JobsDetail.Tag[x]",
	} {
		if f, ok := Lookup(path); ok {
			t.Errorf("Lookup(%q) = %q, want none", path, f.Anchor)
		}
	}
}

func TestLookupAllocatesNothing(t *testing.T) {
	const path = "Response.JobsDetail.Operation.WordsGeneralize.SegMethod"
	if n := testing.AllocsPerRun(100, func() { Lookup(path) }); n > 0 {
		t.Errorf("Lookup allocates %v times", n)
	}
}

func BenchmarkLookup(b *testing.B) {
	for b.Loop() {
		Lookup("Response.JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeToken[12].Word")
	}
}
