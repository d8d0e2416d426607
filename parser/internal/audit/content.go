package audit

import (
	"slices"
	"strings"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/said"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/reference"
	"github.com/callbacklens/callbacklens/parser/remark"
)

var rowEventContent = remark.New("event-content", remark.Warning, "Response.EventName",
	"EventName 是 {0}，内容却是 {1}。",
	"EventName says {0}, but the content is that of {1}.")

// eventAgainstContent warns where EventName names another body than there is.
func eventAgainstContent(a *auditor, c *callback.Callback) {
	const task, run = "TaskFinish", reference.KindWorkflow
	is := ""
	switch event := c.Event.Text; {
	case c.Execution != nil && event != run:
		is = run
	case len(c.Jobs) == 0:
	case event == run, callback.IsReview(event) && c.Jobs[0].Operation.Item.Ok():
		is = task
	case event == task && c.Jobs[0].Review != nil:
		is = reference.KindReview
	}
	if is != "" && c.Event.Set() {
		a.SayOf(rowEventContent, c.Event.Item, c.Event.Text, is)
	}
}

var rowTagContent = remark.New("tag-content", remark.Warning, "JobsDetail.Tag",
	"Tag 是 {0}，Operation 中却是 {1} 的内容。",
	"Tag says {0}, but Operation holds what belongs to {1}.")

// tagAgainstContent warns where the Operation belongs to another kind of job.
func tagAgainstContent(a *auditor, c *callback.Callback, j *callback.Job) {
	tag, op := j.Tag.Text, j.Operation.Item
	if !j.Tag.Set() || !op.Ok() || op.Child(tag).Ok() || op.Child(tag+"Result").Ok() {
		return
	}
	if kind := j.Kind(); kind != tag {
		a.SayOf(rowTagContent, j.Tag.Item, tag, kind)
		return
	}
	for _, r := range j.Results {
		kind, ok := strings.CutSuffix(r.Name(), "Result")
		if ok && kind != tag && reference.Known(kind) {
			a.SayOf(rowTagContent, j.Tag.Item, tag, kind)
			return
		}
	}
}

var rowFailureInside = remark.New("failure-inside", remark.Warning, "JobsDetail.State",
	"任务成功，但结果中的 {0} 是 {1}。",
	"The job succeeded, but {0} in its result says {1}.")

func failureInside(a *auditor, c *callback.Callback, j *callback.Job) {
	if o, by := j.Status(); o == callback.OutcomePartial {
		a.SayOf(rowFailureInside, j.Failure.Item, by, j.Failure.Text)
	}
}

var rowRunState = remark.New("run-state", remark.Warning, "WorkflowExecution.State",
	"工作流的 State 是 {0}，任务的 State 却是 {1}。",
	"The State of the run is {0}, but the State of its tasks says {1}.")

// runAgainstTasks warns of a run that succeeded with a task that failed, and of one
// that failed though all tasks succeeded, and of tasks that ended before they began.
func runAgainstTasks(a *auditor, c *callback.Callback) {
	e := c.Execution
	if e == nil {
		return
	}
	for i := range e.Tasks {
		t := &e.Tasks[i]
		a.Step(t.Item)
		a.inOrder(&t.Created, &t.Started, &t.Ended, "CreateTime")
	}
	switch o, _ := e.Status(); {
	case o == callback.OutcomePartial:
	case o == callback.OutcomeFailed && e.State.Set() && !a.prefix && allSucceeded(e.Tasks):
		a.SayOf(rowRunState, e.State.Item, e.State.Text, e.Tasks[0].State.Text)
		return
	default:
		return
	}
	for i := range e.Tasks {
		if s := e.Tasks[i].State; callback.OutcomeOf(s.Text) == callback.OutcomeFailed {
			a.SayOf(rowRunState, s.Item, e.State.Text, s.Text)
			return
		}
	}
}

func allSucceeded(tasks []callback.Task) bool {
	return len(tasks) > 0 && !slices.ContainsFunc(tasks, func(t callback.Task) bool {
		return callback.OutcomeOf(t.State.Text) != callback.OutcomeSuccess
	})
}

var rowStateCallback = remark.New("state-callback", remark.Warning, "JobsDetail.State",
	"回调的 State 是 {0}；文档说只有 Success 和 Failed 会触发回调。",
	"This callback has the State {0}; by the documentation only Success and Failed lead to a callback.")

// stateOfCallback warns of a callback of a job that has not ended.
func stateOfCallback(a *auditor, c *callback.Callback, j *callback.Job) {
	if !c.Event.Set() || callback.IsReview(c.Event.Text) || !j.State.Set() || j.State.Item.Partial() {
		return
	}
	switch callback.OutcomeOf(j.State.Text) {
	case callback.OutcomeSuccess, callback.OutcomeFailed:
	default:
		a.SayOf(rowStateCallback, j.State.Item, j.State.Text)
	}
}

var (
	rowResultEmpty = remark.New("result-empty", remark.Warning, "Operation.WordsGeneralizeResult",
		"任务成功，但结果中没有词。",
		"The job succeeded, but its result holds no tokens.")
	rowLabelsAlone = remark.New("labels-alone", remark.Warning, "Operation.WordsGeneralizeResult",
		"结果中有智能分类结果，却没有词。",
		"The result has labels, but no tokens.")
	rowLabelSpelling = remark.New("label-spelling", remark.Info, "Operation.WordsGeneralizeResult",
		"这里写作 WordsGeneralizeLabel；服务使用的名称是 WordsGeneralizeLable，因此这份内容可能是手写的，没有按智能分类结果解析。",
		"WordsGeneralizeLabel is spelled rightly; the service calls it WordsGeneralizeLable, so this may be "+
			"written by hand. It was not read as labels.")
)

// misspelt is what labels would be called if the service spelled them rightly.
const misspelt = "WordsGeneralizeLabel"

// emptyResult warns of a segmentation without tokens.
func emptyResult(a *auditor, c *callback.Callback, j *callback.Job) {
	result := resultOf(j)
	if it := result.Child(misspelt); it.Ok() {
		a.SayOf(rowLabelSpelling, it)
	}
	if !result.Ok() || j.Tokens.Len() > 0 || result.Partial() || a.prefix {
		return
	}
	o, _ := j.Status()
	switch {
	case len(j.Labels) > 0:
		a.SayOf(rowLabelsAlone, result)
	case o == callback.OutcomeSuccess:
		a.SayOf(rowResultEmpty, result)
	}
}

var (
	rowWorkflowPlace = remark.New("workflow-place", remark.Info, "Workflow.RunId",
		"Workflow 只出现在 Response 中，而通常位于 JobsDetail 中；两处都接受。",
		"Workflow stands in Response alone; it is usually found in JobsDetail. Both are read.")
	rowWorkflowDiffers = remark.New("workflow-differs", remark.Warning, "Workflow.RunId",
		"Response 中的 Workflow 的 RunId 是 {0}，JobsDetail 中的是 {1}；以 JobsDetail 为准。",
		"The Workflow in Response has the RunId {0}, that in JobsDetail {1}; the latter counts.")
)

// workflowPlace remarks on a Workflow that stands elsewhere than usual.
func workflowPlace(a *auditor, c *callback.Callback, j *callback.Job) {
	w := &j.Workflow
	if !w.Item.Ok() || j.Item == c.Root {
		return
	}
	if w.From == "Response" {
		a.SayOf(rowWorkflowPlace, w.Item)
		return
	}
	outside := c.Root.Child("Workflow").Single().Child("RunId")
	if outside.Ok() && outside.Value() != w.RunID.Text {
		a.SayOf(rowWorkflowDiffers, outside, outside.Value(), w.RunID.Text)
	}
}

var rowParameterValue = remark.New("parameter-value", remark.Info, "Operation.WordsGeneralize",
	"{0} 的值 {1} 不在文档列出的取值中。",
	"{1} is none of the values that are documented for {0}.")

// parameterValues remarks on parameters outside of what is documented.
func parameterValues(a *auditor, c *callback.Callback, j *callback.Job) {
	for _, p := range [...]struct {
		field string
		callback.Value
	}{
		{"NerMethod", j.Operation.NerMethod}, {"SegMethod", j.Operation.SegMethod}, {"JobLevel", j.Operation.JobLevel},
	} {
		if p.Set() && !p.Item.Partial() && !documented(p.field, p.Text) {
			a.SayAbout(rowParameterValue, p.field, p.Item, p.field, p.Text)
		}
	}
}

// documented reports whether a value is one of those that are documented for a
// field, in whatever case.
func documented(field, value string) bool {
	if field == "JobLevel" {
		return value == "0" || value == "1" || value == "2"
	}
	for _, m := range reference.Methods() {
		if m.Field == field && strings.EqualFold(m.Value, value) {
			return true
		}
	}
	return false
}

var (
	rowBucketAppID = remark.New("bucket-appid", remark.Info, "Input.BucketId",
		"存储桶 {0} 不以 APPID 结尾；存储桶名应形如 examplebucket-1250000000。",
		"The bucket {0} does not end with an APPID; one looks like examplebucket-1250000000.")
	rowRegionForm = remark.New("region-form", remark.Info, "Input.Region",
		"地域 {0} 的形式不常见；通常形如 ap-shanghai。",
		"The region {0} is of an unusual form; one looks like ap-shanghai.")
	rowHeadersAlone = remark.New("headers-alone", remark.Info, "Input.CosHeaders",
		"有 CosHeaders，却没有 Workflow；文档说只有工作流触发的任务才有 CosHeaders。",
		"There are CosHeaders but no Workflow; by the documentation only jobs of a workflow have them.")
)

// inputForm remarks on an input that is not of the usual form.
func inputForm(a *auditor, c *callback.Callback, j *callback.Job) {
	in := &j.Input
	if b := in.Bucket; b.Set() && !b.Item.Partial() && !hasAppID(b.Text) {
		a.SayOf(rowBucketAppID, b.Item, b.Text)
	}
	if r := in.Region; r.Set() && !r.Item.Partial() && !isRegion(r.Text) {
		a.SayOf(rowRegionForm, r.Item, r.Text)
	}
	if len(in.Headers) > 0 && !j.Workflow.Item.Ok() && !j.Item.Partial() && j.Review == nil && c.IsCallback() {
		a.SayOf(rowHeadersAlone, in.Headers[0].Key.Item)
	}
}

// hasAppID reports whether a bucket's name ends with a hyphen and digits.
func hasAppID(bucket string) bool {
	i := strings.LastIndexByte(bucket, '-')
	return i > 0 && i+1 < len(bucket) && strings.Trim(bucket[i+1:], "0123456789") == ""
}

// isRegion reports whether a region looks like ap-shanghai or ap-shanghai-fsi.
func isRegion(region string) bool {
	area, place, ok := strings.Cut(region, "-")
	return ok && len(area) == 2 && place != "" && strings.Trim(region, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

var rowLineBreak = remark.New("line-break", remark.Warning, "",
	"{0} 的值中有换行，可能是折行或复制时带入的，按原样显示。",
	"The value of {0} has a line break in it, perhaps from folding or copying. It is shown as it is.")

// lineBreaks warns of line ends within what stands on one line everywhere.
func lineBreaks(a *auditor, c *callback.Callback, j *callback.Job) {
	for _, v := range [...]*callback.Value{
		&j.Input.Object, &j.Input.Bucket, &j.Input.Region, &j.ID, &j.QueueID, &j.Tag, &j.State, &j.Code,
	} {
		if v.Set() && strings.IndexByte(strings.TrimSpace(v.Text), '\n') >= 0 {
			a.SayOf(rowLineBreak, v.Item, v.Item.Name())
		}
	}
}

var rowEndMissing = remark.New("end-missing", remark.Info, "JobsDetail.EndTime",
	"任务已结束（{0}），EndTime 却是 -。",
	"The job ended ({0}), but EndTime is \"-\".")

func endMissing(a *auditor, c *callback.Callback, j *callback.Job) {
	switch o := callback.OutcomeOf(j.State.Text); o {
	case callback.OutcomeSuccess, callback.OutcomeFailed:
		if j.Ended.Text == "-" {
			a.SayOf(rowEndMissing, j.Ended.Item, j.State.Text)
		}
	}
}

// serviceLetters are those that JobIds begin with, by kind, as far as samples tell.
var serviceLetters = map[string]byte{
	reference.KindSegmentation: 'a', "Translation": 'a', "SpeechRecognition": 's', "DocProcess": 'd', "PicProcess": 'c',
	"Transcode": 'j', "Snapshot": 'j', "Animation": 'j', reference.KindMediaInfo: 'j',
}

var rowJobIDLetter = remark.New("jobid-letter", remark.Info, "JobsDetail.JobId",
	"JobId 以 {0} 开头，而 {1} 任务的示例都以 {2} 开头。JobId 的结构没有文档，仅供参考。",
	"The JobId begins with {0}; in the samples those of {1} begin with {2}. The structure of a JobId is not "+
		"documented: a hint only.")

func jobIDLetter(a *auditor, c *callback.Callback, j *callback.Job) {
	letter, known := serviceLetters[j.Tag.Text]
	if _, ok := uuidTime(j.ID.Text); ok && known && j.ID.Text[0] != letter {
		a.SayOf(rowJobIDLetter, j.ID.Item, j.ID.Text[:1], j.Tag.Text, string(letter))
	}
}

// sampleID is the JobId of the published samples of segmentation and translation.
const sampleID = "ac34be3aa0bf411ed9ce39d7cc972e427"

var (
	rowPublishedSample = remark.New("published-sample", remark.Info, "JobsDetail.JobId",
		"这是官方文档示例中的 JobId。示例经过手工编辑，与真实回调不同：{0}。",
		"This is the JobId of a published sample. Samples are edited by hand and differ from real callbacks: {0}.")
	rowReviewProbe = remark.New("review-probe", remark.Info, "",
		"这是保存回调地址时发送的测试请求，不是审核结果。",
		"This is the test request that is sent when the callback URL is saved, and not the result of a review.")
)

// What is known to be wrong with the published samples.
var (
	sampleWords = lang.Text{
		ZH: "没有 State、StartTime 与 QueueId；JSON 版没有 UserData，多数版本没有 Tag；数据万象版 JSON 结尾的 ]} 写成了 }]；" +
			"英文版译了词，Length 仍是中文词的长度",
		EN: "no State, StartTime and QueueId; in JSON no UserData, in most editions no Tag; the JSON of the CI edition " +
			"ends in }] for ]}; in English the words are translated, but Length is that of the Chinese ones",
	}
	sampleOther = lang.Text{
		ZH: "JobId 与时间和分词示例相同",
		EN: "JobId and times are those of the sample of word segmentation",
	}
)

// isSample reports whether a job is that of the published samples of segmentation, of
// which it is said at once what is missing.
func isSample(c *callback.Callback, j *callback.Job) bool {
	return j.ID.Text == sampleID && c.Kind == reference.KindSegmentation
}

var rowAllEmpty = remark.New("all-empty", remark.Info, "",
	"所有字段都是空的：这像是文档中的结构示意，不是真实的回调。",
	"Every field is empty: this looks like a skeleton from the documentation, not like a real callback.")

// skeleton remarks on a body that has names alone.
func skeleton(a *auditor, c *callback.Callback) {
	if c.IsCallback() && !a.prefix && c.Root.Ok() && allEmpty(a, c.Root) {
		a.SayOf(rowAllEmpty, c.Root)
	}
}

// allEmpty reports whether nothing in it has a value. Most bodies have one early.
func allEmpty(a *auditor, it document.Item) bool {
	leaves := true
	for c := range it.Children() {
		if leaves = false; !allEmpty(a, c) || a.Stopped {
			return false
		}
	}
	return !leaves || strings.TrimSpace(it.Value()) == "" && !it.Partial()
}

// notReal remarks on what no job has sent.
func notReal(a *auditor, c *callback.Callback, j *callback.Job) {
	if j.ID.Text == sampleID {
		wrong := sampleOther
		if isSample(c, j) {
			wrong = sampleWords
		}
		said.Phrase(a.SayAbout(rowPublishedSample, "", j.ID.Item), []string{wrong.ZH}, []string{wrong.EN})
	}
	if j.Review != nil && j.Message.Text == "Test request when setting callback url" {
		a.SayOf(rowReviewProbe, j.Message.Item)
	}
}

// resultOf returns what holds the tokens of j, if there are some.
func resultOf(j *callback.Job) document.Item {
	if j.Tokens == nil {
		return document.Item{}
	}
	return j.Tokens.Item
}
