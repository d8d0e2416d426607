package frame

import (
	"context"
	"fmt"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// repeated writes a text n times, with its number in the place of #.
func repeated(n int, text, between string) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(between)
		}
		b.WriteString(strings.ReplaceAll(text, "#", fmt.Sprint(i)))
	}
	return b.String()
}

// longLists are bodies with n of each thing that the page lists.
func longLists(n int) map[string]string {
	job := func(members string) string {
		return `{"EventName":"TaskFinish","JobsDetail":[{"JobId":"j","Tag":"WordsGeneralize","State":"Success",` + members + `}]}`
	}
	const token = `{"Word":"a","Pos":"n#","Offset":"#","Length":"1"}`
	return map[string]string{
		"unknown fields":    job(repeated(n, `"Field#":"v#"`, ",")),
		"unknown in a body": `{"EventName":"TaskFinish",` + repeated(n, `"Field#":"v#"`, ",") + `,"JobsDetail":[{"JobId":"j"}]}`,
		"headers":           job(`"Input":{"CosHeaders":[` + repeated(n, `{"Key":"k#","Value":"v#"}`, ",") + `]}`),
		"labels":            job(`"Operation":{"WordsGeneralizeResult":{"WordsGeneralizeLable":[` + repeated(n, `{"Category":"c#","Word":"w#"}`, ",") + `]}}`),
		"tokens":            job(`"Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[` + repeated(n, token, ",") + `]}}`),
		"jobs":              `{"JobsDetail":[` + repeated(n, `{"JobId":"j#","Tag":"WordsGeneralize","State":"Success"}`, ",") + `]}`,
		"results":           job(`"Operation":{"Result#0":{"a":"1"},` + repeated(n, `"Some#Result":{"a":"1"}`, ",") + `}`),
		"rows":              job(`"Operation":{"DocProcessResult":{"PageInfo":[` + repeated(n, `{"a":"#","b":{},"c":"1","d":"2","e":"3"}`, ",") + `]}}`),
		"columns":           job(`"Operation":{"DocProcessResult":{"PageInfo":[{` + repeated(n, `"a#":"1"`, ",") + `},{"a":"2"}]}}`),
		"nested":            job(`"Operation":{"DocProcessResult":{` + repeated(n, `"a#":{"b":{"c":"1"},"d":{"e":"2"}}`, ",") + `}}`),
		"tasks": `{"EventName":"WorkflowFinish","WorkflowExecution":{"RunId":"r","State":"Success","Tasks":[` +
			repeated(n, `{"Type":"Snapshot","State":"Success","JobId":"j#","Name":"n#"}`, ",") + `]}}`,
		"remarks":  job(repeated(n, `"a#":x#`, ",")),
		"wrappers": repeated(n, "POST /# HTTP/1.1\r\nHost: a\r\n\r\n<Response><JobsDetail><JobId>j#</JobId></JobsDetail></Response>", "\r\n"),
	}
}

// However long the lists in a body are, the page stays small, and says how much
// more there is.
func TestLongListsAreDrawnInPart(t *testing.T) {
	const n, most = 10_000, 5000
	for name, body := range longLists(n) {
		t.Run(name, func(t *testing.T) {
			report := parser.Inspect(context.Background(), []byte(body), parser.Options{})
			for _, view := range views {
				p := model.NewResult(report, lang.EN)
				p.Put(view.name)
				v := &Viewer{D: NewDesk(p), wide: true}
				client := goapp.NewClientTester(v)
				client.Consume()
				page := goapp.HTMLString(v)
				client.Close()
				if elements := strings.Count(page, "</"); elements > most {
					t.Errorf("%s has %d elements", view.name, elements)
				}
			}
		})
	}
}

// What is left out of a list is one step away in the tree, at its place.
func TestMoreLeadsToTheFirstThatIsLeftOut(t *testing.T) {
	report := parser.Inspect(context.Background(), []byte(longLists(300)["unknown fields"]), parser.Options{})
	p := model.NewResult(report, lang.EN)
	v := &Viewer{D: NewDesk(p)}
	p.Put(model.ViewFacts)
	page := apptest.Drawn(t, v)
	apptest.WantAll(t, page, "Field99 v99", "200 more in the tree")
	if strings.Contains(page, "Field100 ") {
		t.Error("more than the first hundred are shown")
	}
	v.do(model.ToPlace(model.ViewTree, p.Body.Report.Place(p.Body.CurrentJob().Rest[100])))
	apptest.WantAll(t, apptest.Drawn(t, v), "Field100 v100 string Copy value", "JobsDetail[1].Field100")
}
