package callback

import (
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// Field is a leaf that the model has a place for in a T: what it is called, and
// where it is kept. Reading, printing, the cards of the page, the schema and
// docs/json.md range over the tables below, so that a further field is one row.
type Field[T any] struct {
	Name string // on the wire
	Also string // on the wire too, "" for nothing
	// Within is the name of what stands between T and the leaf, mostly nothing.
	Within string
	JSON   string // in the JSON of a report
	Label  lang.Text
	// Row is the path of its row in the reference, "" where that has none.
	Row string
	// Card tells which card of the page has it, where T has several.
	Card Card
	// In returns the place of the value in a T.
	In func(*T) *Value
	// Time returns the place of a value that is a time, In is nil then.
	Time func(*T) *Time
	// Meaning says what a value means; nil, or an empty text, for nothing.
	Meaning func(value string) lang.Text
}

// Card is a group of fields that are shown together.
type Card uint8

// The cards that the fields of a job are on.
const (
	CardJob Card = iota
	CardQueue
	CardTimes
)

// Of returns the value in t.
func (f *Field[T]) Of(t *T) Value { return *f.place(t) }

func (f *Field[T]) place(t *T) *Value {
	if f.Time != nil {
		return &f.Time(t).Value
	}
	return f.In(t)
}

// LabelOf returns the label of the field of that name in a table, or the name
// itself where there is none.
func LabelOf[T any](fields []Field[T], name string) lang.Text {
	for i := range fields {
		if fields[i].Name == name {
			return fields[i].Label
		}
	}
	return lang.Text{ZH: name, EN: name}
}

// FieldNamed returns the row for a name on the wire within a container of T, ""
// for T itself; nil where there is none.
func FieldNamed[T any](fields []Field[T], within string, name []byte) *Field[T] {
	for i := range fields {
		f := &fields[i]
		if (f.Name == string(name) || f.Also != "" && f.Also == string(name)) && f.Within == within {
			return f
		}
	}
	return nil
}

// The tables of fields, in the order in which they are shown. They must not be
// changed.

// JobFields are the leaves of JobsDetail.
var JobFields = []Field[Job]{
	{
		Name: "JobId", JSON: "jobId", Label: lang.Text{ZH: "任务 ID", EN: "Job ID"}, Row: "JobsDetail.JobId",
		In: func(j *Job) *Value { return &j.ID },
	},
	{
		Name: "State", JSON: "state", Label: lang.Text{ZH: "状态", EN: "State"}, Row: "JobsDetail.State",
		In: func(j *Job) *Value { return &j.State }, Meaning: reference.StateName,
	},
	{
		Name: "Code", JSON: "code", Label: lang.Text{ZH: "错误码", EN: "Code"}, Row: "JobsDetail.Code",
		In: func(j *Job) *Value { return &j.Code }, Meaning: CodeMeaning,
	},
	{
		Name: "Message", JSON: "message", Label: lang.Text{ZH: "错误描述", EN: "Message"}, Row: "JobsDetail.Message",
		In: func(j *Job) *Value { return &j.Message },
	},
	{
		Name: "Tag", JSON: "tag", Label: lang.Text{ZH: "任务 Tag", EN: "Tag"}, Row: "JobsDetail.Tag",
		In: func(j *Job) *Value { return &j.Tag }, Meaning: reference.KindName,
	},
	{
		Name: "SubTag", JSON: "subTag", Label: lang.Text{ZH: "SubTag", EN: "Sub-tag"}, Row: "JobsDetail.SubTag",
		In: func(j *Job) *Value { return &j.SubTag },
	},
	{
		Name: "Progress", JSON: "progress", Label: lang.Text{ZH: "进度", EN: "Progress"}, Row: "JobsDetail.Progress",
		Card: CardQueue, In: func(j *Job) *Value { return &j.Progress },
	},
	{
		Name: "QueueId", JSON: "queueId", Label: lang.Text{ZH: "队列 ID", EN: "Queue ID"}, Row: "JobsDetail.QueueId",
		Card: CardQueue, In: func(j *Job) *Value { return &j.QueueID },
	},
	{
		Name: "QueueType", JSON: "queueType", Label: lang.Text{ZH: "队列类型", EN: "Queue type"},
		Row:  "JobsDetail.QueueType",
		Card: CardQueue, In: func(j *Job) *Value { return &j.QueueType },
	},
	{
		Name: "CreationTime", Also: "CreateTime", JSON: "creationTime",
		Label: lang.Text{ZH: "创建", EN: "Created"}, Row: "JobsDetail.CreationTime",
		Card: CardTimes, Time: func(j *Job) *Time { return &j.Created },
	},
	{
		Name: "StartTime", JSON: "startTime", Label: lang.Text{ZH: "开始", EN: "Started"}, Row: "JobsDetail.StartTime",
		Card: CardTimes, Time: func(j *Job) *Time { return &j.Started },
	},
	{
		Name: "EndTime", JSON: "endTime", Label: lang.Text{ZH: "结束", EN: "Ended"}, Row: "JobsDetail.EndTime",
		Card: CardTimes, Time: func(j *Job) *Time { return &j.Ended },
	},
}

// CodeMeaning says what an error code means. Success is none.
func CodeMeaning(code string) lang.Text {
	if code == "Success" || code == "-" {
		return lang.Text{}
	}
	meaning, _ := reference.ErrorCode(code)
	return meaning
}

// InputFields are the leaves of Input.
var InputFields = []Field[Input]{
	{
		Name: "BucketId", JSON: "bucketId", Label: lang.Text{ZH: "存储桶", EN: "Bucket"},
		Row: "JobsDetail.Input.BucketId",
		In:  func(in *Input) *Value { return &in.Bucket },
	},
	{
		Name: "Region", JSON: "region", Label: lang.Text{ZH: "地域", EN: "Region"}, Row: "JobsDetail.Input.Region",
		In: func(in *Input) *Value { return &in.Region },
	},
	{
		Name: "Object", JSON: "object", Label: lang.Text{ZH: "对象", EN: "Object"}, Row: "JobsDetail.Input.Object",
		In: func(in *Input) *Value { return &in.Object },
	},
	{
		Name: "Lang", JSON: "lang", Label: lang.Text{ZH: "语言", EN: "Language"},
		In: func(in *Input) *Value { return &in.Lang },
	},
	{
		Name: "Type", JSON: "type", Label: lang.Text{ZH: "文件类型", EN: "File type"},
		In: func(in *Input) *Value { return &in.Type },
	},
	{
		Name: "BasicType", JSON: "basicType", Label: lang.Text{ZH: "源文件类型", EN: "Basic type"},
		In: func(in *Input) *Value { return &in.BasicType },
	},
}

// WorkflowFields are the leaves of Workflow.
var WorkflowFields = []Field[Workflow]{
	{
		Name: "WorkflowName", JSON: "workflowName", Label: lang.Text{ZH: "工作流名称", EN: "Name"},
		Row: "JobsDetail.Workflow.WorkflowName", In: func(w *Workflow) *Value { return &w.Name },
	},
	{
		Name: "Name", JSON: "name", Label: lang.Text{ZH: "节点名称", EN: "Node"},
		Row: "JobsDetail.Workflow.Name", In: func(w *Workflow) *Value { return &w.Node },
	},
	{
		Name: "RunId", JSON: "runId", Label: lang.Text{ZH: "实例 ID", EN: "Run ID"},
		Row: "JobsDetail.Workflow.RunId", In: func(w *Workflow) *Value { return &w.RunID },
	},
	{
		Name: "WorkflowId", JSON: "workflowId", Label: lang.Text{ZH: "工作流 ID", EN: "Workflow ID"},
		Row: "JobsDetail.Workflow.WorkflowId", In: func(w *Workflow) *Value { return &w.ID },
	},
}

// OperationFields are the leaves of Operation, and of the parameters in it.
var OperationFields = []Field[Operation]{
	{
		Name: "UserData", JSON: "userData", Label: lang.Text{ZH: "透传信息", EN: "User data"},
		Row: "JobsDetail.Operation.UserData", In: func(o *Operation) *Value { return &o.UserData },
	},
	{
		Name: "JobLevel", JSON: "jobLevel", Label: lang.Text{ZH: "优先级", EN: "Priority"},
		Row: "JobsDetail.Operation.JobLevel", In: func(o *Operation) *Value { return &o.JobLevel },
		Meaning: reference.LevelName,
	},
	{
		Name: "NerMethod", Within: "WordsGeneralize", JSON: "nerMethod",
		Label: lang.Text{ZH: "NER 方式", EN: "NER method"},
		Row:   "JobsDetail.Operation.WordsGeneralize.NerMethod", In: func(o *Operation) *Value { return &o.NerMethod },
		Meaning: func(v string) lang.Text { return reference.MethodName("NerMethod", v) },
	},
	{
		Name: "SegMethod", Within: "WordsGeneralize", JSON: "segMethod",
		Label: lang.Text{ZH: "分词粒度", EN: "Granularity"},
		Row:   "JobsDetail.Operation.WordsGeneralize.SegMethod", In: func(o *Operation) *Value { return &o.SegMethod },
		Meaning: func(v string) lang.Text { return reference.MethodName("SegMethod", v) },
	},
	{
		Name: "TemplateName", JSON: "templateName", Label: lang.Text{ZH: "模板名称", EN: "Template"},
		Row: "JobsDetail.Operation.TemplateName", In: func(o *Operation) *Value { return &o.Template },
	},
	{
		Name: "TemplateId", JSON: "templateId", Label: lang.Text{ZH: "模板 ID", EN: "Template ID"},
		Row: "JobsDetail.Operation.TemplateId", In: func(o *Operation) *Value { return &o.TemplateID },
	},
}

// LabelFields are the leaves of WordsGeneralizeLable.
var LabelFields = []Field[Label]{
	{
		Name: "Category", JSON: "category", Label: lang.Text{ZH: "类别", EN: "Category"},
		Row: "JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeLable.Category",
		In:  func(l *Label) *Value { return &l.Category },
	},
	{
		Name: "Word", JSON: "word", Label: lang.Text{ZH: "词汇", EN: "Word"},
		Row: "JobsDetail.Operation.WordsGeneralizeResult.WordsGeneralizeLable.Word",
		In:  func(l *Label) *Value { return &l.Word },
	},
}

// ExecutionFields are the leaves of WorkflowExecution.
var ExecutionFields = []Field[Execution]{
	{
		Name: "State", JSON: "state", Label: lang.Text{ZH: "状态", EN: "State"}, Row: "WorkflowExecution.State",
		In: func(e *Execution) *Value { return &e.State }, Meaning: reference.StateName,
	},
	{
		Name: "WorkflowName", JSON: "workflowName", Label: lang.Text{ZH: "工作流名称", EN: "Name"},
		Row: "WorkflowExecution.WorkflowName", In: func(e *Execution) *Value { return &e.Name },
	},
	{
		Name: "RunId", JSON: "runId", Label: lang.Text{ZH: "实例 ID", EN: "Run ID"}, Row: "WorkflowExecution.RunId",
		In: func(e *Execution) *Value { return &e.RunID },
	},
	{
		Name: "WorkflowId", JSON: "workflowId", Label: lang.Text{ZH: "工作流 ID", EN: "Workflow ID"},
		Row: "WorkflowExecution.WorkflowId", In: func(e *Execution) *Value { return &e.ID },
	},
	{
		Name: "CreateTime", Also: "CreationTime", JSON: "createTime", Label: lang.Text{ZH: "创建", EN: "Created"},
		Row: "WorkflowExecution.CreateTime", Time: func(e *Execution) *Time { return &e.Created },
	},
	{
		Name: "BucketId", JSON: "bucketId", Label: lang.Text{ZH: "存储桶", EN: "Bucket"},
		Row: "WorkflowExecution.BucketId",
		In:  func(e *Execution) *Value { return &e.Bucket },
	},
	{
		Name: "Object", JSON: "object", Label: lang.Text{ZH: "对象", EN: "Object"}, Row: "WorkflowExecution.Object",
		In: func(e *Execution) *Value { return &e.Object },
	},
}

// TaskFields are the leaves of Tasks in WorkflowExecution.
var TaskFields = []Field[Task]{
	{
		Name: "Name", JSON: "name", Label: lang.Text{ZH: "节点", EN: "Step"}, Row: "WorkflowExecution.Tasks.Name",
		In: func(t *Task) *Value { return &t.Name },
	},
	{
		Name: "Type", JSON: "type", Label: lang.Text{ZH: "类型", EN: "Kind"}, Row: "WorkflowExecution.Tasks.Type",
		In: func(t *Task) *Value { return &t.Type }, Meaning: reference.KindName,
	},
	{
		Name: "State", JSON: "state", Label: lang.Text{ZH: "状态", EN: "State"}, Row: "WorkflowExecution.Tasks.State",
		In: func(t *Task) *Value { return &t.State }, Meaning: reference.StateName,
	},
	{
		Name: "JobId", JSON: "jobId", Label: lang.Text{ZH: "任务 ID", EN: "Job ID"},
		Row: "WorkflowExecution.Tasks.JobId",
		In:  func(t *Task) *Value { return &t.JobID },
	},
	{
		Name: "TemplateName", JSON: "templateName", Label: lang.Text{ZH: "模板名称", EN: "Template"},
		Row: "WorkflowExecution.Tasks.TemplateName", In: func(t *Task) *Value { return &t.Template },
	},
	{
		Name: "TemplateId", JSON: "templateId", Label: lang.Text{ZH: "模板 ID", EN: "Template ID"},
		Row: "WorkflowExecution.Tasks.TemplateId", In: func(t *Task) *Value { return &t.TemplateID },
	},
	{
		Name: "TranscodeTemplateName", JSON: "transcodeTemplateName",
		Label: lang.Text{ZH: "转码模板名称", EN: "Transcoding template"},
		Row:   "WorkflowExecution.Tasks.TranscodeTemplateName", In: func(t *Task) *Value { return &t.Transcode },
	},
	{
		Name: "TranscodeTemplateId", JSON: "transcodeTemplateId",
		Label: lang.Text{ZH: "转码模板 ID", EN: "Transcoding template ID"},
		Row:   "WorkflowExecution.Tasks.TranscodeTemplateId", In: func(t *Task) *Value { return &t.TranscodeID },
	},
	{
		Name: "HdrMode", JSON: "hdrMode", Label: lang.Text{ZH: "HDR 标准", EN: "HDR mode"},
		Row: "WorkflowExecution.Tasks.HdrMode", In: func(t *Task) *Value { return &t.HDR },
	},
	{
		Name: "CreateTime", JSON: "createTime", Label: lang.Text{ZH: "创建", EN: "Created"},
		Row: "WorkflowExecution.Tasks.CreateTime", Time: func(t *Task) *Time { return &t.Created },
	},
	{
		Name: "StartTime", JSON: "startTime", Label: lang.Text{ZH: "开始", EN: "Started"},
		Row: "WorkflowExecution.Tasks.StartTime", Time: func(t *Task) *Time { return &t.Started },
	},
	{
		Name: "EndTime", JSON: "endTime", Label: lang.Text{ZH: "结束", EN: "Ended"},
		Row: "WorkflowExecution.Tasks.EndTime", Time: func(t *Task) *Time { return &t.Ended },
	},
}

// FaultFields are the leaves of Error.
var FaultFields = []Field[Fault]{
	{
		Name: "Code", JSON: "code", Label: lang.Text{ZH: "错误码", EN: "Code"}, Row: "Error.Code",
		In: func(f *Fault) *Value { return &f.Code }, Meaning: CodeMeaning,
	},
	{
		Name: "Message", JSON: "message", Label: lang.Text{ZH: "错误描述", EN: "Message"}, Row: "Error.Message",
		In: func(f *Fault) *Value { return &f.Message },
	},
	{
		Name: "Resource", JSON: "resource", Label: lang.Text{ZH: "资源", EN: "Resource"}, Row: "Error.Resource",
		In: func(f *Fault) *Value { return &f.Resource },
	},
	{
		Name: "RequestId", JSON: "requestId", Label: lang.Text{ZH: "请求 ID", EN: "Request ID"}, Row: "Error.RequestId",
		In: func(f *Fault) *Value { return &f.RequestID },
	},
	{
		Name: "TraceId", JSON: "traceId", Label: lang.Text{ZH: "跟踪 ID", EN: "Trace ID"}, Row: "Error.TraceId",
		In: func(f *Fault) *Value { return &f.TraceID },
	},
}
