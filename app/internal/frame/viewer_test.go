package frame

import (
	"context"
	"encoding/base64"
	"net/url"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
	"golang.org/x/net/html"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/intake"
	"github.com/callbacklens/callbacklens/app/internal/jobs"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

func TestLandingIsPrerenderedInBothLanguages(t *testing.T) {
	page := goapp.HTMLString(&Viewer{D: NewDesk(model.NewPage())})
	for _, text := range []lang.Text{words.Say.Headline, words.Say.Lede, words.Say.Read, words.Say.Private, words.Say.ExampleJobs,
		words.Say.Received, words.Say.Unsupported, words.Say.Blocked, words.Say.Network, words.Say.Crashed, words.Say.NeedsScript} {
		apptest.WantAll(t, page, text.ZH, html.EscapeString(text.EN))
	}
	apptest.WantAll(t, page, `id="box"`, "data-read", "data-intake", `data-example="json"`, "/reference/zh/", "/reference/en/")
	if strings.Contains(page, "style=") {
		t.Error("the page has a style attribute, which its policy forbids")
	}
}

// TestUpdateCostsNothing: a new version is offered where nothing is on the page, and
// comes by itself where something is.
func TestUpdateCostsNothing(t *testing.T) {
	empty := &Viewer{D: NewDesk(model.NewPage()), update: true}
	if page := goapp.HTMLString(empty); !strings.Contains(page, `data-do="update"`) {
		t.Error("the new version is not offered")
	}
	full := &Viewer{D: NewDesk(apptest.Result(t, "xml", lang.EN)), update: true}
	page := apptest.Drawn(t, full)
	apptest.WantAll(t, page, words.Say.UpdateLater.EN)
	if strings.Contains(page, `data-do="update"`) {
		t.Error("a press would lose the body")
	}
	full.D.Page.Clear()
	if page := apptest.Drawn(t, full); len(full.D.Page.Earlier()) > 0 && strings.Contains(page, `data-do="update"`) {
		t.Error("a press would lose the bodies from before")
	}
}

func TestFactsOfTheExamples(t *testing.T) {
	for _, test := range []struct {
		example string
		lang    lang.Lang
		want    []string
	}{
		{"xml", lang.ZH, []string{"分词", "成功", "依据 Code", "ac34be3aa0bf411ed9ce39d7cc972e427", "耗时 4 秒",
			"2022-07-25T16:35:39+0800",
			"https://test-123456789.cos.ap-chongqing.myqcloud.com/text.txt", "This is my WordsGeneralize job.", "交通", "打车"}},
		{"json", lang.EN, []string{"Success", "by Code", "line 60, column 5"}},
		{"workflow", lang.EN, []string{"by State", "waited 1 s", "ran 4 s", "review-analysis", "from Response.JobsDetail.Workflow",
			"cos:ObjectCreated:Put", "mini-program", "p3f6b2c1d4e5a47c8a9b0d1e2f3a4b5c6"}},
		{"failed", lang.EN, []string{"Failed", "by State", "ResourceDownloadFailed", "Download source object failed."}},
		{"jobs", lang.ZH, []string{"3 个任务", "mail/001.txt", "mail/003.png", "失败"}},
	} {
		t.Run(test.example, func(t *testing.T) {
			apptest.WantAll(t, apptest.Drawn(t, &Viewer{D: NewDesk(apptest.Result(t, test.example, test.lang))}), test.want...)
		})
	}
}

func TestChoosingAJob(t *testing.T) {
	p := apptest.Result(t, "jobs", lang.EN)
	v := &Viewer{D: NewDesk(p)}
	for _, action := range []string{jobs.Step(p, 1), "job:0:2"} {
		v.do(action)
	}
	if got := title(p); !strings.HasPrefix(got, "Failed · ") {
		t.Errorf("title of the third job = %q, want it to tell that it failed", got)
	}
	if got := jobs.Step(p, 1); got != "" {
		t.Errorf("after the last job comes %q, want nothing", got)
	}
}

func TestUnreadBodySaysWhere(t *testing.T) {
	report := parser.Inspect(context.Background(), []byte("{\"a\": [1,\n 2"), parser.Options{})
	got := apptest.Drawn(t, &Viewer{D: NewDesk(model.NewResult(report, lang.EN))})
	apptest.WantAll(t, got, words.Say.Unread.EN, "The body ends in the middle", "line 2, column 3")
}

// Of binary data nothing was read: no line of it is quoted, and no tree promised.
func TestNothingIsPromisedOfBinaryData(t *testing.T) {
	report := parser.Inspect(context.Background(), []byte("\x00\x01\x02\xfe\xff\x00\x13\x00\x7f\x80\x00\x05"), parser.Options{})
	got := apptest.Drawn(t, &Viewer{D: NewDesk(model.NewResult(report, lang.EN))})
	apptest.WantAll(t, got, "This is binary data")
	for _, word := range []string{words.Say.UnreadTree.EN, "excerpt"} {
		if strings.Contains(got, word) {
			t.Errorf("the page has %q", word)
		}
	}
}

func TestViewsOfEachKindAreDrawn(t *testing.T) {
	for _, test := range []struct {
		name, body string
		want       []string
	}{
		{"fault", `<Error><Code>AccessDenied</Code><Message>Access denied.</Message><RequestId>r1</RequestId></Error>`,
			[]string{"Error response", "AccessDenied", "r1"}},
		{"workflow run", `<Response><EventName>WorkflowFinish</EventName><WorkflowExecution><RunId>i1</RunId><State>Failed</State>` +
			`<Tasks><Type>Snapshot</Type><State>Failed</State><JobId>j1</JobId><Name>Snapshot_1</Name></Tasks></WorkflowExecution></Response>`,
			[]string{"Workflow run", "i1", "Failed", "Snapshot_1", "j1"}},
		{"other kind", `{"EventName":"TaskFinish","JobsDetail":[{"Tag":"QualityEstimate","State":"Success","JobId":"j1",` +
			`"Operation":{"QualityEstimate":{"Score":"7.5"},"DocProcessResult":{"PageInfo":[{"PageNo":1,"TgtUri":"a"},{"PageNo":2,"TgtUri":"b"}]}}}]}`,
			[]string{"PageInfo", "PageNo", "TgtUri", "7.5"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			report := parser.Inspect(context.Background(), []byte(test.body), parser.Options{})
			for _, view := range views {
				p := model.NewResult(report, lang.EN)
				p.Put(view.name)
				apptest.Drawn(t, &Viewer{D: NewDesk(p)})
			}
			apptest.WantAll(t, apptest.Drawn(t, &Viewer{D: NewDesk(model.NewResult(report, lang.EN))}), test.want...)
		})
	}
}

func TestViewerMounts(t *testing.T) {
	p := model.NewPage()
	v := &Viewer{D: NewDesk(p)}
	client := goapp.NewClientTester(v)
	defer client.Close()
	for _, name := range []string{"xml", "workflow", "failed", "jobs"} {
		body, _, err := intake.Example(name)
		if err != nil {
			t.Fatal(err)
		}
		p.Open(parser.Inspect(context.Background(), body, parser.Options{}), model.Given{})
		v.Update()
		client.Consume()
	}
	p.Clear()
	v.Update()
	client.Consume()
}

// As long as what decides it may be unread, nothing is called a success: not a
// review whose Result comes last, nor a job with a result that may have failed
// inside, nor a run of which a task may have.
func TestNothingIsASuccessBeforeItIsRead(t *testing.T) {
	for name, c := range map[string]struct{ begun, rest, whole string }{
		"review": {`{"EventName":"ReviewText","JobsDetail":{"Code":"Success","State":"Success","JobId":"j","SectionCount":"1",` +
			`"Section":[{"StartByte":"0","PornInfo":{"HitFlag":"0"}}],`, `"Result":1,"Label":"Porn"}}`, "Violation"},
		"failed inside": {`<Response><EventName>TaskFinish</EventName><JobsDetail><Tag>DigitalWatermark</Tag><State>Success</State><Code>Success</Code>` +
			`<JobId>j</JobId><Operation><DigitalWatermark><Message>m</Message>`,
			`<State>Failed</State></DigitalWatermark></Operation></JobsDetail></Response>`, "a step failed"},
		"run": {`<Response><EventName>WorkflowFinish</EventName><WorkflowExecution><RunId>r</RunId><State>Success</State>` +
			`<Tasks><Type>Transcode</Type><State>Success</State></Tasks>`,
			`<Tasks><Type>Snapshot</Type><State>Failed</State></Tasks></WorkflowExecution></Response>`, "a step failed"},
	} {
		p, r := model.NewPage(), &model.Reading{Cancel: func() {}}
		p.Lang = lang.EN
		p.Begin(r)
		p.Begun(r, parser.Inspect(context.Background(), []byte(c.begun), parser.Options{Prefix: true}), model.Given{Prefix: true})
		badge := func() string { return apptest.Drawn(t, &Bar{P: p, Rev: p.Rev}) }
		if got := badge(); strings.Contains(got, "Success") || !strings.Contains(got, words.Say.StatusReading.EN) {
			t.Errorf("%s: the bar of the beginning says %s", name, got)
		}
		p.Present(r, parser.Inspect(context.Background(), []byte(c.begun+c.rest), parser.Options{}), model.Given{})
		apptest.WantAll(t, badge(), c.whole)
	}
}

// j and k go from file to file where each has but one job.
func TestKeysGoFromFileToFile(t *testing.T) {
	p := model.NewPage()
	one := apptest.Inspected(t, "<Response><JobsDetail><JobId>a</JobId></JobsDetail></Response>")
	p.PresentBatch([]*model.Body{model.NewBody(one, model.Given{}), model.NewBody(one, model.Given{})}, nil)
	v := &Viewer{D: NewDesk(p)}
	first := p.Body
	v.do(v.actionOf("j"))
	if p.Body == first || p.Body != first.Together()[1] {
		t.Error("j does not lead to the second file")
	}
}

// What was taken off stands below the bar, from the outside in, and leads to where it
// lay.
func TestReceiptsStandBelowTheBar(t *testing.T) {
	body := "POST /cb HTTP/1.1\nHost: h\nContent-Type: application/x-www-form-urlencoded\n\nbody=" + url.QueryEscape(apptest.TokenBody(apptest.SomeWords...))
	p := model.NewResult(apptest.Inspected(t, body), lang.EN)
	apptest.WantAll(t, apptest.Drawn(t, receipts(p)), "as received", "HTTP message", "Form or URL encoding")
	apptest.WantAll(t, goapp.HTMLString(receipts(p)), `data-do="place:source:0:`)
	two := "body=" + url.QueryEscape(apptest.TokenBody("a")) + "\n" + base64.StdEncoding.EncodeToString([]byte(apptest.TokenBody("b"))) + "\n"
	html := goapp.HTMLString(receipts(model.NewResult(apptest.Inspected(t, two), lang.EN)))
	if form, packed := strings.Index(html, `class="inside"`), strings.Index(html, `class="beside"`); form < 0 || packed < form {
		t.Errorf("two wrappers beside each other: %s", html)
	}
	if plain := model.NewResult(apptest.Inspected(t, apptest.TokenBody(apptest.SomeWords...)), lang.EN); !strings.Contains(goapp.HTMLString(receipts(plain)), " hidden") {
		t.Error("a body without wrappers has receipts")
	}
}
