package audit

import (
	"strconv"
	"strings"
	"time"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
)

// jobRules are the rules about one job.
var jobRules = [...]func(*auditor, *callback.Callback, *callback.Job){
	noTag, noState, stateAgainstCode, stateAgainstMessage, resultAgainstState,
	timesReadable, timesInOrder, jobIDTime, singleObjects, workflowPlace, userData,
}

// auditEnvelope says what is odd about the body around the jobs.
func (a *auditor) auditEnvelope(c *callback.Callback) {
	switch {
	case c.Kind == "Request":
		a.SayOf("request-pasted", c.Root)
	case c.Fault != nil:
		a.SayOf("error-body", c.Root, strings.TrimSpace(c.Fault.Code.Text+" "+c.Fault.Message.Text))
	case !c.Event.Ok() && len(c.Jobs) > 0 && c.IsCallback():
		a.SayOf("no-event", c.Root)
	}
}

func noTag(a *auditor, c *callback.Callback, j *callback.Job) {
	if !j.Tag.Ok() && !j.Item.Partial() && j.Operation.Item.Ok() && j.Operation.Item != j.Item {
		a.SayOf("no-tag", j.Item, j.Kind())
	}
}

func noState(a *auditor, c *callback.Callback, j *callback.Job) {
	if _, by := j.Status(); !j.State.Ok() && !j.Item.Partial() && by != "" && c.IsCallback() && !callback.IsReview(c.Kind) {
		a.SayOf("no-state", j.Item, by)
	}
}

func stateAgainstCode(a *auditor, c *callback.Callback, j *callback.Job) {
	if !j.State.Set() || !j.Code.Set() {
		return
	}
	state, succeeded := callback.OutcomeOf(j.State.Text), j.Code.Text == "Success" || j.Code.Text == "0"
	if state == callback.OutcomeSuccess && !succeeded || state == callback.OutcomeFailed && succeeded {
		a.SayOf("state-code", j.Code.Item, j.State.Text, j.Code.Text)
	}
}

// stateAgainstMessage warns where the text of the error of a failed job says
// that all is well.
func stateAgainstMessage(a *auditor, c *callback.Callback, j *callback.Job) {
	if o, _ := j.Status(); o == callback.OutcomeFailed && strings.EqualFold(j.Message.Text, "success") {
		a.SayOf("state-message", j.Message.Item, o.String(), j.Message.Text)
	}
}

func resultAgainstState(a *auditor, c *callback.Callback, j *callback.Job) {
	o, by := j.Status()
	switch {
	case o == callback.OutcomeSuccess && by != "Result" && j.Tokens == nil && !j.Item.Partial() && c.Kind == "WordsGeneralize" && j.Operation.Item.Ok():
		a.SayOf("result-missing", j.Operation.Item)
	case o == callback.OutcomeFailed && j.Tokens.Len() > 0:
		a.SayOf("result-on-failure", j.Tokens.Item, o.String())
	}
}

func timesReadable(a *auditor, c *callback.Callback, j *callback.Job) {
	for _, t := range [...]*callback.Time{&j.Created, &j.Started, &j.Ended} {
		if t.Set() && !t.Known && !t.Item.Partial() {
			a.SayOf("time-unreadable", t.Item, t.Text)
		}
	}
}

func timesInOrder(a *auditor, c *callback.Callback, j *callback.Job) {
	for _, p := range [...]struct {
		later, earlier         *callback.Time
		laterName, earlierName string
	}{
		{&j.Ended, &j.Created, "EndTime", "CreationTime"},
		{&j.Ended, &j.Started, "EndTime", "StartTime"},
		{&j.Started, &j.Created, "StartTime", "CreationTime"},
	} {
		if p.later.Known && p.earlier.Known && p.later.At.Before(p.earlier.At) {
			a.SayOf("end-before-start", p.later.Item, p.laterName, p.earlierName)
			return
		}
	}
}

// jobIDTime compares CreationTime with the time in the JobId, which is a
// letter before a UUID of version 1 in nearly every sample, see
// docs/format.md#identifiers.
func jobIDTime(a *auditor, c *callback.Callback, j *callback.Job) {
	at, ok := uuidTime(j.ID.Text)
	if !ok || !j.Created.Known {
		return
	}
	if d := at.Sub(j.Created.At); d < -2*time.Second || d > 2*time.Second {
		a.SayOf("jobid-time", j.ID.Item, callback.FormatTime(at))
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

// singleObjects remarks on what is one object in JSON though it is documented
// as an array.
func singleObjects(a *auditor, c *callback.Callback, j *callback.Job) {
	if j.Item.Document().Format != document.FormatJSON || callback.IsReview(c.Kind) {
		return
	}
	places := [...]document.Item{
		{}, // for the job itself
		j.Input.Item.Child("CosHeaders"),
		resultOf(j).Child("WordsGeneralizeLable"),
		resultOf(j).Child("WordsGeneralizeToken"),
	}
	if j.Item != c.Root && j.Item.Parent() == c.Root {
		places[0] = j.Item
	}
	for _, it := range places {
		if it.Kind() == document.KindObject && (it.Name() != "CosHeaders" || it.Child("Key").Ok()) {
			a.SayOf("single-object", it, it.Name())
		}
	}
}

// resultOf returns what holds the tokens of j, if there are some.
func resultOf(j *callback.Job) document.Item {
	if j.Tokens == nil {
		return document.Item{}
	}
	return j.Tokens.Item
}

func workflowPlace(a *auditor, c *callback.Callback, j *callback.Job) {
	if j.Workflow.Item.Ok() {
		a.SayOf("workflow-place", j.Workflow.Item, j.Workflow.From)
	}
}

func userData(a *auditor, c *callback.Callback, j *callback.Job) {
	data := j.Operation.UserData
	const limit = 1024
	if n := len([]rune(data.Text)); n > limit {
		a.SayOf("user-data-long", data.Item, strconv.Itoa(n))
	}
	for _, r := range data.Text {
		if r < ' ' || r > '~' {
			a.SayOf("user-data-ascii", data.Item, chars.CodePoint(r))
			return
		}
	}
}
