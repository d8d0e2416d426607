package parser

import (
	"slices"
	"testing"

	"github.com/callbacklens/callbacklens/parser/internal/bodies"
)

func TestWhatIsNoDocumentIsSaidOnce(t *testing.T) {
	for text, want := range map[string]string{
		".bar {\n  display: flex;\n  gap: 4px 8px;\n}\n\n.bar a {\n  color: red;\n  border: 1px solid blue;\n}\n": "looks-like-code",
		"The words go as follows\n{\n one: two three four\n five: six (seven) eight\n nine: ten eleven\n}\n" +
			"and so they do\nin the text above\nand below it\n": "hardly-json",
		"func main() {\n\tfor i := range jobs {\n\t\tif jobs[i].Done {\n\t\t\tprint(jobs[i].Name, i)\n\t\t}\n\t}\n}\n": "no-body",
		"Dear all {who, if any, read this}, the parts [a, b; c] of {it is not certain, or is it?} remain\n" +
			"and {some of the rest, which came late and is long} goes on\n": "no-body",
		`{'name': 'x', 'value': 3, 'list': [1, 2, 3], 'other': {'a': 'b', 'c': None, 'd': True}}`:   "nothing-known",
		`{name: "x", value: 3, list: [1, 2, 3], other: {a: "b", c: null, d: true, e: "f"}, g: "h"}`: "nothing-known",
	} {
		report := readString(text)
		var said []string
		for _, d := range report.Diagnostics {
			said = append(said, d.Code)
		}
		if !slices.Contains(said, want) || want != "nothing-known" && len(said) != 1 {
			t.Errorf("of %q is said %q, want %s", text, said, want)
		}
	}
}

func TestNamesWithoutQuotesOnOneLine(t *testing.T) {
	report := readString(`{EventName: "TaskFinish", JobsDetail: {Code: "Success", State: "Success", JobId: "a", ` +
		`Input: {Object: "b.txt", Region : "c"}, Message: "say \"x\", y: z"}}`)
	if len(report.Callbacks) != 1 || len(report.Callbacks[0].Jobs) != 1 {
		t.Fatal("no job was read")
	}
	j := &report.Callbacks[0].Jobs[0]
	for got, want := range map[string]string{
		j.State.Text: "Success", j.ID.Text: "a", j.Input.Object.Text: "b.txt", j.Input.Region.Text: "c",
		j.Message.Text: `say "x", y: z`,
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// What makes callbacks, reads them or tells of them has their names, and is none.
func TestNamesAloneAreNoCallback(t *testing.T) {
	for _, text := range []string{
		"{ JobsDetail = load(); EventName = name(c); }",
		"evt := Event{EventName: kind, JobsDetail: Detail{JobId: jobID, State: st}}\n",
		"msg = {\"EventName\": kind, \"JobsDetail\": info}\nsend(msg)\n",
		"interface Hook {\n  EventName: string;\n  JobsDetail: Detail;\n}\n",
		"$hook = ['EventName' => $kind, 'JobsDetail' => $info];\n",
		"graph LR\n  X[JobsDetail: State] --> Y{EventName}\n",
		"struct Hook { event_name: String, jobs_detail: Detail }\nlet h = Hook { event_name: kind(), jobs_detail: d };\n",
		"var h = new Hook { EventName = kind, JobsDetail = info };\n", "local h = { EventName = kind, JobsDetail = info }\n",
		"hook:\n  EventName: any\n  JobsDetail:\n    timeout: 30\n    retries: 2\n",
		"[hook]\nEventName=TaskFinish\nJobsDetail.State=Success\n",
	} {
		if r := readString(text); len(r.Callbacks) > 0 || len(r.Diagnostics) == 0 || r.Diagnostics[0].Severity.String() != "error" {
			t.Errorf("%q: %d callbacks, said %s", text, len(r.Callbacks), codes(r))
		}
	}
	beside := "hook := Event{EventName: kind, JobsDetail: Detail{JobId: jobID}}\n" + bodies.SoundJSON
	if r := readString(beside); len(r.Callbacks) != 1 || codes(r) != codes(readString(bodies.SoundJSON)) {
		t.Errorf("a body beside code: %d callbacks, said %s", len(r.Callbacks), codes(r))
	}
	for _, text := range []string{ // few values, but those of a callback
		`{EventName=TaskFinish, JobsDetail=[{JobId=a1}]}`, `Hook{EventName:TaskFinish JobsDetail:{Code:Success State:Failed}}`,
		`{"EventName":"kind","JobsDetail":{"JobId":"id"}}`,
	} {
		if r := readString(text); len(r.Callbacks) != 1 {
			t.Errorf("%s: no callback, said %s", text, codes(r))
		}
	}
}
