package parser

import (
	"strings"
	"time"
)

// jobRules are the rules about one job.
var jobRules = [...]func(*inspection, *Callback, *Job){
	noTag, noState, stateAgainstCode, stateAgainstMessage, resultAgainstState,
	timesReadable, timesInOrder, jobIDTime, singleObjects, workflowPlace, userData,
}

// auditEnvelope says what is odd about the body around the jobs.
func (in *inspection) auditEnvelope(c *Callback) {
	switch {
	case c.Kind == "Request":
		in.sayOf("request-pasted", c.Root)
	case c.Fault != nil:
		in.sayOf("error-body", c.Root, strings.TrimSpace(c.Fault.Code.Text+" "+c.Fault.Message.Text))
	case !c.Event.Ok() && len(c.Jobs) > 0 && c.isCallback():
		in.sayOf("no-event", c.Root)
	}
}

// isCallback reports whether c was taken for something that the service sends
// by itself, not for a reply or a request.
func (c *Callback) isCallback() bool {
	switch c.Kind {
	case "SubmitResponse", "QueryResponse", "ListResponse", "Request", "Error":
		return false
	}
	return true
}

func noTag(in *inspection, c *Callback, j *Job) {
	if !j.Tag.Ok() && !j.Item.Partial() && j.Operation.Item.Ok() && j.Operation.Item != j.Item {
		in.sayOf("no-tag", j.Item, j.kind())
	}
}

func noState(in *inspection, c *Callback, j *Job) {
	if _, by := j.Status(); !j.State.Ok() && !j.Item.Partial() && by != "" && c.isCallback() && !isReview(c.Kind) {
		in.sayOf("no-state", j.Item, by)
	}
}

func stateAgainstCode(in *inspection, c *Callback, j *Job) {
	if !j.State.Set() || !j.Code.Set() {
		return
	}
	state, succeeded := outcomeOf(j.State.Text), j.Code.Text == "Success" || j.Code.Text == "0"
	if state == OutcomeSuccess && !succeeded || state == OutcomeFailed && succeeded {
		in.sayOf("state-code", j.Code.Item, j.State.Text, j.Code.Text)
	}
}

// stateAgainstMessage warns where the text of the error of a failed job says
// that all is well.
func stateAgainstMessage(in *inspection, c *Callback, j *Job) {
	if o, _ := j.Status(); o == OutcomeFailed && strings.EqualFold(j.Message.Text, "success") {
		in.sayOf("state-message", j.Message.Item, o.String(), j.Message.Text)
	}
}

func resultAgainstState(in *inspection, c *Callback, j *Job) {
	o, by := j.Status()
	switch {
	case o == OutcomeSuccess && by != "Result" && j.Tokens == nil && !j.Item.Partial() && c.Kind == "WordsGeneralize" && j.Operation.Item.Ok():
		in.sayOf("result-missing", j.Operation.Item)
	case o == OutcomeFailed && j.Tokens.Len() > 0:
		in.sayOf("result-on-failure", j.Tokens.Item, o.String())
	}
}

func timesReadable(in *inspection, c *Callback, j *Job) {
	for _, t := range [...]*Time{&j.Created, &j.Started, &j.Ended} {
		if t.Set() && !t.Known && !t.Item.Partial() {
			in.sayOf("time-unreadable", t.Item, t.Text)
		}
	}
}

func timesInOrder(in *inspection, c *Callback, j *Job) {
	for _, p := range [...]struct {
		later, earlier         *Time
		laterName, earlierName string
	}{
		{&j.Ended, &j.Created, "EndTime", "CreationTime"},
		{&j.Ended, &j.Started, "EndTime", "StartTime"},
		{&j.Started, &j.Created, "StartTime", "CreationTime"},
	} {
		if p.later.Known && p.earlier.Known && p.later.At.Before(p.earlier.At) {
			in.sayOf("end-before-start", p.later.Item, p.laterName, p.earlierName)
			return
		}
	}
}

// jobIDTime compares CreationTime with the time in the JobId, which is a
// letter before a UUID of version 1 in nearly every sample.
func jobIDTime(in *inspection, c *Callback, j *Job) {
	at, ok := uuidTime(j.ID.Text)
	if !ok || !j.Created.Known {
		return
	}
	if d := at.Sub(j.Created.At); d < -2*time.Second || d > 2*time.Second {
		in.sayOf("jobid-time", j.ID.Item, at.In(serviceZone).Format(timeLayouts[0]))
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
		if unhex(id[i]) < 0 {
			return time.Time{}, false
		}
	}
	// time_low, time_mid and time_hi stand in this order, each big-endian.
	var ticks int64
	for _, c := range []byte(id[14:17] + id[9:13] + id[1:9]) {
		ticks = ticks<<4 | int64(unhex(c))
	}
	const gregorian = 122192928000000000 // ticks of 100 ns from 1582-10-15 to 1970
	return time.Unix(0, (ticks-gregorian)*100), true
}

// singleObjects remarks on what is one object in JSON though it is documented
// as an array.
func singleObjects(in *inspection, c *Callback, j *Job) {
	if j.Item.doc.Format != FormatJSON || isReview(c.Kind) {
		return
	}
	places := [...]Item{
		{}, // for the job itself
		j.Input.Item.Child("CosHeaders"),
		j.resultItem().Child("WordsGeneralizeLable"),
		j.resultItem().Child("WordsGeneralizeToken"),
	}
	if j.Item != c.Root && j.Item.Parent() == c.Root {
		places[0] = j.Item
	}
	for _, it := range places {
		if it.Kind() == KindObject && (it.Name() != "CosHeaders" || it.Child("Key").Ok()) {
			in.sayOf("single-object", it, it.Name())
		}
	}
}

func (j *Job) resultItem() Item {
	if j.Tokens == nil {
		return Item{}
	}
	return j.Tokens.Item
}

func workflowPlace(in *inspection, c *Callback, j *Job) {
	if j.Workflow.Item.Ok() {
		in.sayOf("workflow-place", j.Workflow.Item, j.Workflow.From)
	}
}

func userData(in *inspection, c *Callback, j *Job) {
	data := j.Operation.UserData
	const limit = 1024
	if n := len([]rune(data.Text)); n > limit {
		in.sayOf("user-data-long", data.Item, decimal(n))
	}
	for _, r := range data.Text {
		if r < ' ' || r > '~' {
			in.sayOf("user-data-ascii", data.Item, codePoint(r))
			return
		}
	}
}
