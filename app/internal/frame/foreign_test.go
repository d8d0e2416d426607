package frame

import (
	"context"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
	"golang.org/x/net/html"

	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// canary is a text that turns the direction of what stands behind it and holds
// characters of each kind that hides, among them letters that can be found.
const canary = "kan\u202eari\u200b\u3164\ufe0f\u2800\u00ad\u061c\u180e\u034f\ufffa\U000e0041\ue000\u00a0\u2028\x7fשz"

// canaryBodies are bodies of each kind, every text and name of which is the
// canary.
func canaryBodies() map[string]string {
	job := `{"Code":"C","Message":"C","JobId":"C","Tag":"C","SubTag":"C","State":"C","QueueId":"C","QueueType":"C","Progress":"C",
		"CreationTime":"C","StartTime":"C","EndTime":"-","C":"C","C2":{"C":{"C":["C"]}},"C3":[{"C":"C"},{"C":"C"}],
		"Workflow":{"Name":"C","RunId":"C","WorkflowId":"C","WorkflowName":"C"},
		"Input":{"BucketId":"C","Region":"C","Object":"C","CosHeaders":[{"Key":"C","Value":"C"}]},
		"Operation":{"UserData":"C","JobLevel":"C","TemplateId":"C","TemplateName":"C","WordsGeneralize":{"NerMethod":"C","SegMethod":"C"},
		"WordsGeneralizeResult":{"WordsGeneralizeLable":[{"Category":"C","Word":"C"}],"WordsGeneralizeToken":[
			{"Word":"C","Pos":"C","Offset":"C","Length":"1"},{"Word":" ","Pos":"nC","Offset":"9","Length":"1"}]}}}`
	other := `{"Tag":"CX","State":"Success","JobId":"C","Operation":{"CResult":{"C":"C","C4":[{"C":"C"}]},"Output":{"C":"C"}}}`
	bodies := map[string]string{
		"jobs":     `{"EventName":"C","C":"C","JobsDetail":[` + job + `,` + job + `,` + other + `]}`,
		"other":    `{"EventName":"C","JobsDetail":[` + other + `]}`,
		"fault":    `<Error><Code>C</Code><Message>C</Message><Resource>C</Resource><RequestId>C</RequestId><TraceId>C</TraceId></Error>`,
		"run":      `{"EventName":"WorkflowFinish","WorkflowExecution":{"RunId":"C","WorkflowId":"C","WorkflowName":"C","State":"C","BucketId":"C","Object":"C","CosHeaders":{"C":"C"},"Tasks":[{"Type":"C","State":"C","JobId":"C","Name":"C","TemplateName":"C"}]}}`,
		"mended":   `{"JobsDetail":[{C:"C",'C':C,"Tag":"WordsGeneralize" C "C"}]`,
		"unread":   "no callback: C",
		"request":  "POST /C HTTP/1.1\r\nHost: C\r\nX-C: C\r\n\r\n<Response><JobsDetail><JobId>C</JobId><C C='C'>C<!--C--></C></JobsDetail></Response>",
		"language": `<?xml version="1.0" encoding="C"?><Response><JobsDetail><JobId>C</JobId><Message>C&C;</Message></JobsDetail></Response>`,
	}
	for name, body := range bodies {
		bodies[name] = strings.ReplaceAll(strings.ReplaceAll(body, "CosHeaders", "cosHeaders"), `"C`, `"`+canary)
	}
	for name, body := range bodies {
		for _, c := range []string{`>C<`, `:C,`, ` C `, ` C"`, `=C`, ` C\r`, `/C `, `: C`, `{C:`, `'C'`, `--C--`, `&C;`} {
			body = strings.ReplaceAll(body, c, strings.ReplaceAll(c, "C", canary))
		}
		bodies[name] = strings.ReplaceAll(body, "cosHeaders", "CosHeaders")
	}
	return bodies
}

// Whatever a body holds, on the page its direction ends with it and nothing in
// it is unseen: in no text and in no attribute of any view.
func TestForeignTextIsIsolatedAndSeen(t *testing.T) {
	for name, body := range canaryBodies() {
		report := parser.Inspect(context.Background(), []byte(body), parser.Options{Name: canary + ".txt"})
		for _, l := range lang.All {
			for _, view := range views {
				p := model.NewResult(report, l)
				p.Notice = words.Quoting(words.Say.NoFile, canary)
				if view.name == model.ViewTree {
					given := model.Given{Name: canary}
					p.PresentBatch([]*model.Body{model.NewBody(report, given), model.NewBody(report, given)},
						[]model.OtherFile{{Name: canary, Why: p.Notice}})
					p.Body.Drawn = model.DrawnWhole
				}
				p.SelectToken(0)
				p.Put(view.name)
				checkForeign(t, name+" "+string(view.name), &Viewer{D: NewDesk(p)})
			}
		}
	}
}

func checkForeign(t *testing.T, at string, ui goapp.UI) {
	t.Helper()
	client := goapp.NewClientTester(ui)
	defer client.Close()
	client.Consume()
	root, err := html.Parse(strings.NewReader(goapp.HTMLString(ui)))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if bare := strings.NewReplacer("\u2068", "", "\u2069", "").Replace(a.Val); !visible.Plain(bare) {
				t.Errorf("%s: the attribute %s of %s hides something: %+q", at, a.Key, n.Data, a.Val)
			}
			if strings.Contains(a.Val, "ש") && !strings.Contains(a.Val, "\u2068") && !strings.HasPrefix(a.Key, "data-copy") && a.Key != "value" {
				t.Errorf("%s: the attribute %s of %s is not isolated: %+q", at, a.Key, n.Data, a.Val)
			}
		}
		if n.Type != html.TextNode {
			continue
		}
		if !visible.Plain(strings.NewReplacer("\u2068", "", "\u2069", "", "\n", "").Replace(n.Data)) {
			t.Errorf("%s: a text hides something: %+q", at, n.Data)
		}
		if strings.Contains(n.Data, "kan") {
			found++
		}
		if strings.ContainsAny(n.Data, "ש") && !isolated(n) {
			t.Errorf("%s: a text is not isolated: %+q in %s", at, n.Data, n.Parent.Data)
		}
	}
	if found == 0 {
		t.Errorf("%s: nothing of the body is shown", at)
	}
}

// isolated reports whether the direction of a text ends with it.
func isolated(n *html.Node) bool {
	if strings.HasPrefix(n.Data, "\u2068") {
		return true
	}
	for up := n.Parent; up != nil; up = up.Parent {
		if up.Data == "bdi" {
			return true
		}
	}
	return false
}
