package audit

import (
	"strconv"
	"strings"
	"time"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/reference"
	"github.com/callbacklens/callbacklens/parser/remark"
)

// jobRules are the rules about one job.
var jobRules = [...]func(*auditor, *callback.Callback, *callback.Job){
	notReal, unread, noTag, tagAgainstContent, noState, stateOfCallback, stateAgainstCode, stateAgainstMessage, failureInside,
	resultAgainstState, emptyResult, timesReadable, timesInOrder, endMissing, jobIDTime, jobIDLetter, workflowPlace,
	inputForm, lineBreaks, parameterValues, userData,
}

var (
	rowRequestPasted = remark.New("request-pasted", remark.Info, "",
		"这是提交任务的请求，不是回调。",
		"This is the request that submits a job, not a callback.")
	rowErrorBody = remark.New("error-body", remark.Info, "",
		"这是接口返回的错误，不是回调：{0}",
		"This is an error response of the API, not a callback: {0}")
	rowNoEvent = remark.New("no-event", remark.Info, "Response.EventName",
		"没有 EventName：可能是查询接口的响应，也可能是旧版回调，两者格式相同。",
		"No EventName: a query response, or a callback of the old format; the two look alike.")
)

// auditEnvelope says what is odd about the body around the jobs; first is the number of
// the first of these among all.
func (a *auditor) auditEnvelope(c *callback.Callback, first int) {
	switch {
	case c.Kind == reference.KindRequest:
		a.SayOf(rowRequestPasted, c.Root)
	case c.Fault != nil:
		a.SayOf(rowErrorBody, c.Root, strings.TrimSpace(c.Fault.Code.Text+" "+c.Fault.Message.Text))
	case !c.Event.Ok() && len(c.Jobs) > 0 && c.IsCallback() && c.Jobs[0].Review == nil:
		a.SayOf(rowNoEvent, c.Root)
	}
	skeleton(a, c)
	eventAgainstContent(a, c)
	runAgainstTasks(a, c)
	unlisted(a, c, first)
}

var rowUnread = remark.New("job-unread", remark.Warning, "",
	"这个任务里没有一个认识的字段，内容列在其他字段里。",
	"No field of this job is known; what it holds is listed as other fields.")

// unread warns of a job in which nothing is known: its shape is not that of the service.
func unread(a *auditor, _ *callback.Callback, j *callback.Job) {
	if !j.Known() && len(j.Rest) > 0 && !j.Item.Partial() {
		a.SayOf(rowUnread, j.Item)
	}
}

var rowNoTag = remark.New("no-tag", remark.Info, "JobsDetail.Tag",
	"没有 Tag，任务类型按内容判断为 {0}。",
	"No Tag; by its content the job is {0}.")

func noTag(a *auditor, c *callback.Callback, j *callback.Job) {
	if !j.Tag.Ok() && !j.Item.Partial() && !isSample(c, j) && j.Operation.Item.Ok() && j.Operation.Item != j.Item {
		a.SayOf(rowNoTag, j.Item, j.Kind())
	}
}

var rowNoState = remark.New("no-state", remark.Info, "JobsDetail.State",
	"没有 State，状态只能根据 {0} 判断。",
	"No State; the status is based on {0}.")

func noState(a *auditor, c *callback.Callback, j *callback.Job) {
	if _, by := j.Status(); !j.State.Ok() && !j.Item.Partial() && by != "" &&
		c.IsCallback() && !callback.IsReview(c.Kind) && !isSample(c, j) {
		a.SayOf(rowNoState, j.Item, by)
	}
}

var rowStateCode = remark.New("state-code", remark.Warning, "JobsDetail.Code",
	"State 是 {0}，Code 却是 {1}，两者矛盾，以 State 为准。",
	"State is {0} but Code is {1}; State counts.")

func stateAgainstCode(a *auditor, c *callback.Callback, j *callback.Job) {
	if !j.State.Set() || !j.Code.Set() {
		return
	}
	state, succeeded := callback.OutcomeOf(j.State.Text), callback.Succeeded(j.Code)
	if state == callback.OutcomeSuccess && !succeeded || state == callback.OutcomeFailed && succeeded {
		a.SayOf(rowStateCode, j.Code.Item, j.State.Text, j.Code.Text)
	}
}

var rowStateMessage = remark.New("state-message", remark.Warning, "JobsDetail.Message",
	"任务状态是 {0}，Message 却是 {1}；Message 不能用来判断状态。",
	"The job is {0} but Message is {1}; Message is never a status.")

// stateAgainstMessage warns where the text of the error of a failed job says
// that all is well.
func stateAgainstMessage(a *auditor, c *callback.Callback, j *callback.Job) {
	if o, _ := j.Status(); o == callback.OutcomeFailed && strings.EqualFold(j.Message.Text, "success") {
		a.SayOf(rowStateMessage, j.Message.Item, o.String(), j.Message.Text)
	}
}

var (
	rowResultMissing = remark.New("result-missing", remark.Warning, "Operation.WordsGeneralizeResult",
		"任务成功，却没有 WordsGeneralizeResult。",
		"The job succeeded but has no WordsGeneralizeResult.")
	rowResultOnFailure = remark.New("result-on-failure", remark.Warning, "Operation.WordsGeneralizeResult",
		"任务状态是 {0}，却带有结果。",
		"The job is {0} but has a result.")
)

func resultAgainstState(a *auditor, c *callback.Callback, j *callback.Job) {
	o, by := j.Status()
	switch {
	case o == callback.OutcomeSuccess && by != "Result" && j.Tokens == nil && !j.Item.Partial() &&
		c.Kind == reference.KindSegmentation && j.Operation.Item.Ok():
		a.SayOf(rowResultMissing, j.Operation.Item)
	case o == callback.OutcomeFailed && j.Tokens.Len() > 0:
		a.SayOf(rowResultOnFailure, j.Tokens.Item, o.String())
	}
}

var rowTimeUnreadable = remark.New("time-unreadable", remark.Warning, "JobsDetail.CreationTime",
	"{0} 不是可识别的时间，应形如 2022-07-25T16:35:39+0800。",
	"{0} is not a time; expected one such as 2022-07-25T16:35:39+0800.")

func timesReadable(a *auditor, c *callback.Callback, j *callback.Job) {
	for _, t := range [...]*callback.Time{&j.Created, &j.Started, &j.Ended} {
		if t.Set() && !t.Known && !t.Item.Partial() {
			a.SayOf(rowTimeUnreadable, t.Item, t.Text)
		}
	}
}

var rowEndBeforeStart = remark.New("end-before-start", remark.Warning, "JobsDetail.EndTime",
	"{0} 早于 {1}。",
	"{0} is before {1}.")

func timesInOrder(a *auditor, _ *callback.Callback, j *callback.Job) {
	a.inOrder(&j.Created, &j.Started, &j.Ended, "CreationTime")
}

// inOrder warns of an end before a beginning, in a job or a task.
func (a *auditor) inOrder(created, started, ended *callback.Time, creation string) {
	for _, p := range [...]struct {
		later, earlier         *callback.Time
		laterName, earlierName string
	}{
		{ended, created, "EndTime", creation},
		{ended, started, "EndTime", "StartTime"},
		{started, created, "StartTime", creation},
	} {
		if p.later.Known && p.earlier.Known && p.later.At.Before(p.earlier.At) {
			a.SayOf(rowEndBeforeStart, p.later.Item, p.laterName, p.earlierName)
			return
		}
	}
}

var rowJobIDTime = remark.New("jobid-time", remark.Info, "JobsDetail.JobId",
	"JobId 内含的时间是 {0}，与 CreationTime 不一致。JobId 的结构没有文档，仅供参考。",
	"The JobId carries the time {0}, which is not CreationTime. The structure of a JobId is not documented: a "+
		"hint only.")

// jobIDTime compares CreationTime with the time in the JobId, which is a
// letter before a UUID of version 1 in nearly every sample, see
// docs/format.md#identifiers.
func jobIDTime(a *auditor, c *callback.Callback, j *callback.Job) {
	at, ok := uuidTime(j.ID.Text)
	if !ok || !j.Created.Known {
		return
	}
	if d := at.Sub(j.Created.At); d < -2*time.Second || d > 2*time.Second {
		a.SayOf(rowJobIDTime, j.ID.Item, callback.FormatTime(at))
	}
}

// uuidTime returns the moment in an identifier made of one letter and the 32
// digits of a UUID of version 1.
func uuidTime(id string) (time.Time, bool) {
	const digits = 32
	if len(id) != 1+digits || id[13] != '1' || id[0] < 'a' || id[0] > 'z' {
		return time.Time{}, false
	}
	for i := 1; i < len(id); i++ {
		if chars.Unhex(id[i]) < 0 {
			return time.Time{}, false
		}
	}
	// time_low, time_mid and time_hi stand in this order, each big-endian.
	var ticks int64
	for _, c := range []byte(id[14:17] + id[9:13] + id[1:9]) {
		ticks = ticks<<4 | int64(chars.Unhex(c))
	}
	const gregorian = 122192928000000000 // ticks of 100 ns from 1582-10-15 to 1970
	return time.Unix(0, (ticks-gregorian)*100), true
}

var (
	rowUserDataLong = remark.New("user-data-long", remark.Warning, "Operation.UserData",
		"UserData 有 {0} 个字符，文档的上限是 1024。",
		"UserData has {0} characters; the documented limit is 1,024.")
	rowUserDataASCII = remark.New("user-data-ascii", remark.Warning, "Operation.UserData",
		"UserData 含有可打印 ASCII 以外的字符 {0}，文档只允许可打印 ASCII。",
		"UserData has {0}; only printable ASCII is documented.")
)

func userData(a *auditor, c *callback.Callback, j *callback.Job) {
	data := j.Operation.UserData
	const limit = 1024
	if n := len([]rune(data.Text)); n > limit {
		a.SayOf(rowUserDataLong, data.Item, strconv.Itoa(n))
	}
	for _, r := range data.Text {
		if r < ' ' || r > '~' {
			a.SayOf(rowUserDataASCII, data.Item, chars.CodePoint(r))
			return
		}
	}
}
