package results

import (
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// page returns the page that shows a body.
func page(t *testing.T, body string) *model.Page {
	t.Helper()
	return model.NewResult(apptest.Inspected(t, body), lang.EN)
}

// wantInOrder checks that texts follow each other.
func wantInOrder(t *testing.T, got string, wants ...string) {
	t.Helper()
	at := 0
	for _, want := range wants {
		i := strings.Index(got[at:], want)
		if i < 0 {
			t.Errorf("%q is missing, or does not come next, in:\n%s", want, got)
			return
		}
		at += i + len(want)
	}
}

const violation = `{"EventName": "ReviewVideo", "JobsDetail": {"JobId": "av-1", "State": "Success", "Label": "Porn",
	"Score": 97, "Result": 1, "ForbidState": 1, "SnapshotCount": 1, "AdsInfo": {"HitFlag": 0, "Count": 0},
	"PornInfo": {"HitFlag": 1, "Count": 2, "Odd": "kept"},
	"Snapshot": [{"Url": "https://lens.example/0.jpg", "SnapshotTime": 61500, "Result": 1, "More": "also",
		"PornInfo": {"HitFlag": 1, "Score": 97}, "AdsInfo": {"HitFlag": 0, "Score": 3}}]}}`

func TestAReviewLeadsWithItsVerdict(t *testing.T) {
	p := page(t, violation)
	wantInOrder(t, apptest.Drawn(t, &Review{P: p, B: p.Body}),
		"Violation", "Verdict Result 1 violation", "Label Porn pornography", "Score 97", "Blocking ForbidState 1 blocked",
		"State Success",
		"Scenes", "Pornography PornInfo", "Violation 1", "2", "Odd kept", "Advertising AdsInfo", "Normal 0",
		"Pictures Snapshot 1", "Violation 1", "1:01.5 61500",
		"Pornography PornInfo", "Score 97", "scenes without a hit: 1", "Advertising AdsInfo",
		"https://lens.example/0.jpg", "More also",
		"Other fields", "SnapshotCount 1")
}

func TestAReviewThatDidNotRunHasNoVerdict(t *testing.T) {
	p := page(t, `{"EventName": "ReviewText", "JobsDetail": {"State": "Auditing", "Result": 0, "PornInfo": {"HitFlag": 0}}}`)
	got := apptest.Drawn(t, &Review{P: p, B: p.Body})
	wantInOrder(t, got, "No verdict", "State Auditing under review", "Verdict Result 0")
	if strings.Contains(strings.ToLower(got), "normal") {
		t.Errorf("a review that did not run is called normal:\n%s", got)
	}
}

const run = `{"EventName": "WorkflowFinish", "WorkflowExecution": {"RunId": "i-1", "State": "Success",
	"CreateTime": "2025-03-04 05:06:07+0800", "Tasks": [
	{"Type": "Snapshot", "Name": "one", "State": "Success", "TemplateId": "t-1", "CreateTime": "2025-03-04 05:06:08+0800",
		"StartTime": "2025-03-04 05:06:18+0800", "EndTime": "2025-03-04 05:06:58+0800",
		"ResultInfo": {"ObjectCount": "1", "ObjectInfo": [{"ObjectName": "a-1.jpg"}]}},
	{"Type": "Transcode", "Name": "two", "State": "Failed", "CreateTime": "2025-03-04 05:06:20+0800", "Retries": "3"}]}}`

func TestTasksThatFailedAreSeenFirst(t *testing.T) {
	p := page(t, run)
	ui := &Execution{P: p, B: p.Body}
	wantInOrder(t, apptest.Drawn(t, ui),
		"Time line", "one", "two", "Waited", "Ran", "not ended",
		"Steps", "two", "Transcode", "Failed", "Retries 3",
		"one", "Success", "10 s", "40 s", "Template ID t-1", "ObjectName", "a-1.jpg",
		"Workflow run", "i-1", "EventName WorkflowFinish")
	drawn := goapp.HTMLString(ui)
	apptest.WantAll(t, drawn, spanQueued, spanRan, spanUnended)
	if strings.Contains(drawn, "style=") {
		t.Error("the time line has a style attribute, which the policy of the page forbids")
	}
}

func TestFilesHaveWholeNamesSumsAndAddresses(t *testing.T) {
	p := page(t, `{"JobsDetail": {"Tag": "Snapshot", "State": "Success", "Operation": {"MediaResult": {"OutputFile": {
		"Bucket": "lens-1250000000", "Region": "ap-shanghai", "ObjectPrefix": "out/s-", "ObjectName": ["0.jpg", "1.jpg"],
		"Md5Info": [{"ObjectName": "0.jpg", "Md5": "0a0a"}, {"ObjectName": "9.jpg", "Md5": "9a9a"}]}},
		"MediaInfo": {"Format": {"FormatName": "mov", "Duration": "13.654", "Size": "1424687"}, "Odd": "kept"}}}}`)
	ui := &Results{P: p, B: p.Body}
	wantInOrder(t, apptest.Drawn(t, ui),
		"Output files", "out/s- 0.jpg", "0a0a", "out/s- 1.jpg", "9.jpg", "9a9a",
		"mov · 0:13.654 · 1.4 MB", "All fields", "0:13.654 13.654", "1.4 MB 1424687", "Odd kept")
	if drawn := apptest.Drawn(t, ui); strings.Count(drawn, "MediaInfo") != 1 {
		t.Errorf("what has a model is drawn once more without it:\n%s", drawn)
	}
	apptest.WantAll(t, goapp.HTMLString(ui), `https://lens-1250000000.cos.ap-shanghai.myqcloud.com/out/s-1.jpg`)
}

func TestSentencesHaveTimesAndSpeakersAndWordsFolded(t *testing.T) {
	p := page(t, `{"JobsDetail": {"Tag": "SpeechRecognition", "State": "Success", "Operation": {"SpeechRecognitionResult": {
		"ResultDetail": [{"StartMs": 0, "EndMs": 3320, "SpeakerId": 1, "FinalSentence": "Good day.", "WordsNum": 2,
			"Words": [{"Word": "Good", "OffsetStartMs": 0}, {"Word": "day", "OffsetStartMs": 700}]}]}}}}`)
	wantInOrder(t, apptest.Drawn(t, &Results{P: p, B: p.Body}),
		"Sentences", "From StartMs", "Speaker", "Sentence FinalSentence", "0:03.32 3320", "1", "Good day.",
		"Words 2", "WordsNum 2", "Good", "0:00.7 700")
}

func TestATranslationSaysFromWhichLanguageToWhich(t *testing.T) {
	p := page(t, `{"JobsDetail": {"Tag": "Translation", "State": "Success", "Input": {"Object": "en.pdf", "Lang": "en"},
		"Operation": {"Translation": {"Lang": "zh", "Type": "pdf"}, "Output": {"Object": "zh.pdf"}}}}`)
	wantInOrder(t, apptest.Drawn(t, &Results{P: p, B: p.Body}),
		"en → zh", "Target language Lang zh", "Type pdf", "zh.pdf")
}

func TestAFailureInsideASuccessIsSaidFirst(t *testing.T) {
	p := page(t, `{"JobsDetail": {"Tag": "DigitalWatermark", "State": "Success", "Operation": {
		"DigitalWatermark": {"State": "Failed", "Message": "no room"}}}}`)
	wantInOrder(t, apptest.Drawn(t, &Results{P: p, B: p.Body}),
		"Success, but a step failed", "DigitalWatermark.State Failed", "no room")
}

func TestWhatHasNoResultSaysWhy(t *testing.T) {
	for body, want := range map[string]string{
		`<Request><Tag>WordsGeneralize</Tag><Input><Object>a</Object></Input><Operation/></Request>`: "nothing has run",
		`{"JobsDetail": {"State": "Running", "Tag": "WordsGeneralize"}}`:                             "has not ended",
		`<Response><NextToken/></Response>`:                                                          "NextToken",
		`{"JobsDetail": {"State": "Failed", "Code": "InvalidArgument"}}`:                             "The job failed",
		`{"JobsDetail": {"State": "Success", "Tag": "WordsGeneralize"}}`:                             "This job has no result.",
	} {
		p := page(t, body)
		if p.Body.CurrentCallback() == nil {
			t.Errorf("%s is not read", body)
			continue
		}
		apptest.WantAll(t, apptest.Drawn(t, &Results{P: p, B: p.Body}), want)
	}
}

// Above the words of a speech stand its sentences, with their clock and speaker.
func TestSpeechStandsAboveItsWords(t *testing.T) {
	body := `{"EventName":"TaskFinish","JobsDetail":{"Tag":"SpeechRecognition","State":"Success","Operation":{
		"SpeechRecognitionResult":{"AudioTime":"3.2","Result":"[0:0.000,0:3.200] 明天开会","ResultDetail":[
		{"StartMs":"0","EndMs":"1500","SpeakerId":"1","FinalSentence":"明天"},
		{"StartMs":"1500","EndMs":"3200","SpeakerId":"2","FinalSentence":"开会"}],
		"WordsGeneralizeResult":{"WordsGeneralizeToken":[{"Word":"明天","Offset":"0","Length":"2","Pos":"t"}]}}}}}`
	p := model.NewResult(apptest.Inspected(t, body), lang.EN)
	if !IsSpeech(p.Body.CurrentJob()) {
		t.Fatal("the words are not known to be those of a speech")
	}
	drawn := apptest.Drawn(t, &Speech{P: p, B: p.Body})
	apptest.WantAll(t, drawn, "FinalSentence", "SpeakerId", "0:01.5", "0:03.2", "明天", "开会")
	if strings.Contains(drawn, "[0:0.000") {
		t.Errorf("what the sentences say stands there twice: %s", drawn)
	}
	words := model.NewResult(apptest.Inspected(t, apptest.TokenBody("今天/t/0/2")), lang.EN)
	if IsSpeech(words.Body.CurrentJob()) {
		t.Error("a segmentation is taken for a speech")
	}
}

// The pages of a document are a table, with the address of each file.
func TestPagesOfADocumentHaveAddresses(t *testing.T) {
	body := "<Response><EventName>TaskFinish</EventName><JobsDetail><Tag>DocProcess</Tag><State>Success</State><Operation>" +
		"<Output><Bucket>lens-1250000000</Bucket><Region>ap-beijing</Region></Output><DocProcessResult>" +
		"<PageInfo><PageNo>1</PageNo><TgtUri>out/1.jpg</TgtUri></PageInfo>" +
		"<PageInfo><PageNo>2</PageNo><TgtUri>out/2.jpg</TgtUri></PageInfo></DocProcessResult></Operation></JobsDetail></Response>"
	p := model.NewResult(apptest.Inspected(t, body), lang.EN)
	c := &Results{P: p, B: p.Body}
	apptest.Mounted(t, c)
	apptest.WantAll(t, goapp.HTMLString(c), "PageNo", "TgtUri", "out/2.jpg",
		"https://lens-1250000000.cos.ap-beijing.myqcloud.com/out/2.jpg")
}
