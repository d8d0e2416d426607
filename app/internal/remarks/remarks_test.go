package remarks

import (
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

func job(id, state string) string {
	return "<JobsDetail><Tag>WordsGeneralize</Tag><JobId>" + id + "</JobId><State>" + state +
		"</State><Code>Success</Code><Message>Success</Message></JobsDetail>"
}

// The list is that of the shown job. What is said of others is one step away, and
// each stands there under its job, which it leads to.
func TestRemarksOfOtherJobsAreOneStepAway(t *testing.T) {
	body := "<Response><EventName>TaskFinish</EventName>" + job("j1", "Success") + job("j2", "Success") +
		job("j3", "Failed") + "</Response>"
	p := model.NewResult(apptest.Inspected(t, body), lang.EN)
	drawn := func() string { return apptest.Drawn(t, &View{P: p, B: p.Body, Rev: p.Rev}) }
	lead := func() string { return apptest.Drawn(t, &Lead{P: p, Rev: p.Rev}) }
	const odd = "State is Failed but Code is Success"
	if got := drawn() + lead(); strings.Contains(got, odd) {
		t.Errorf("the remark on job 3 stands at job 1: %s", got)
	}
	_, elsewhere := p.Body.Remarks()
	apptest.WantAll(t, drawn(), words.Numbered(words.Say.RemarkElsewhere, words.Say.RemarksElsewhere, elsewhere).EN)
	p.Perform(model.ToRemarks(true))
	apptest.WantAll(t, drawn(), odd, "Job 3 · Response.JobsDetail")
	p.Perform(model.ToJob(0, 2))
	p.Perform(model.ToRemarks(false))
	apptest.WantAll(t, drawn(), odd)
	apptest.WantAll(t, lead(), odd)
}

// Two lines stand above the result, and how many more there are.
func TestTheLeadTellsHowManyRemarksFollow(t *testing.T) {
	body := `<Response><EventName>TaskFinish</EventName><JobsDetail><Tag>WordsGeneralize</Tag><JobId>j</JobId>` +
		`<State>Failed</State><Code>Success</Code><Message>Success</Message><StartTime>2024-01-02T00:00:00+0800</StartTime>` +
		`<EndTime>2024-01-01T00:00:00+0800</EndTime><CreationTime>2024-01-03T00:00:00+0800</CreationTime></JobsDetail></Response>`
	p := model.NewResult(apptest.Inspected(t, body), lang.EN)
	graver := 0
	for i := range p.Body.Report.Diagnostics {
		if p.Body.Report.Diagnostics[i].Severity > parser.Info {
			graver++
		}
	}
	if graver <= leadLines {
		t.Fatalf("%d remarks, too few to leave some out", graver)
	}
	got := goapp.HTMLString(&Lead{P: p, Rev: p.Rev})
	apptest.WantAll(t, got, words.Numbered(words.Say.RemarkFurther, words.Say.RemarksFurther, graver-leadLines).EN,
		model.ToRemarks(false))
	if n := strings.Count(got, `class="severity`); n != leadLines {
		t.Errorf("%d lines, want %d", n, leadLines)
	}
}

// What is said of several tokens is said once and leads to each of them.
func TestEveryPlaceOfARemarkIsReached(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(
		"今天/t/0/9", "打车/v/2/2", "花/v/4/8", "60/nx/5/2", "元/q/7/7", "。/w/8/6", "好/a/9/5", "啊/y/10/4")), lang.ZH)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	apptest.Mounted(t, c)
	page := goapp.HTMLString(c)
	apptest.WantAll(t, page, "第 1 个词", "第 3 个词", "第 8 个词", "另有 5 处", `data-do="spot:`, "#remark.token-length")
	for i, d := range p.Body.Report.Diagnostics {
		if d.Code == "token-length" {
			p.ShowSpot(i, 5)
		}
	}
	if p.Body.Token() != 7 {
		t.Errorf("the last place leads to token %d", p.Body.Token())
	}
}

// The remarks on what is chosen are marked, and those alone.
func TestRemarksOnWhatIsChosenAreMarked(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody("今天/t/0/2", "打车/v/2/2", "花/v/4/9")), lang.ZH)
	for token, want := range []bool{false, false, true} {
		p.SelectToken(token)
		c := &View{P: p, B: p.Body, Rev: p.Rev}
		apptest.Mounted(t, c)
		// "true" is written there as no value at all.
		if got := strings.Contains(strings.ReplaceAll(goapp.HTMLString(c), `aria-current="false"`, ""), "aria-current"); got != want {
			t.Errorf("token %d is chosen: a remark is marked: %v, want %v", token, got, want)
		}
	}
}
