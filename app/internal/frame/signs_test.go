package frame

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/facts"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/remarks"
	"github.com/callbacklens/callbacklens/app/internal/sentence"
	"github.com/callbacklens/callbacklens/app/internal/tokens"
	"github.com/callbacklens/callbacklens/app/internal/tree"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// What a remark is on has a sign in every view, which says it in words and leads to
// it; what none is on has no sign.
func TestWhatARemarkIsOnHasASign(t *testing.T) {
	body := strings.Replace(apptest.TokenBody("今天/t/0/2", "打车/v/2/9", "花/v/4/1"),
		"<State>Success</State>", "<State>Success</State><Code>Failed</Code>", 1)
	body = strings.Replace(body, "<WordsGeneralizeResult>",
		"<WordsGeneralizeResult><WordsGeneralizeLable><Category>交通</Category><Word>飞机</Word></WordsGeneralizeLable>", 1)
	p := model.NewResult(apptest.Inspected(t, body), lang.EN)
	for _, test := range []struct {
		name  string
		view  goapp.UI
		wants []string
	}{
		{"table", &tokens.View{P: p, B: p.Body}, []string{`class="flag is-warn"`, `data-do="remark:`, `aria-label="Warning: `, "is 2 long, but its Length is 9"}},
		{"sentence", &sentence.View{P: p, B: p.Body}, []string{"flagged is-warn", `title="Warning: `, "is 2 long, but its Length is 9"}},
		{"tree", &tree.View{P: p, B: p.Body}, []string{`class="flag is-warn"`, "is 2 long, but its Length is 9", "State is Success but Code is Failed"}},
		{"facts", &facts.View{P: p, B: p.Body}, []string{`class="flag is-warn"`, "State is Success but Code is Failed", `class="flag is-info"`, "is not among the tokens"}},
	} {
		apptest.Mounted(t, test.view)
		page := goapp.HTMLString(test.view)
		apptest.WantAll(t, page, test.wants...)
	}
	clean := model.NewResult(apptest.Inspected(t, apptest.TokenBody("今天/t/0/2", "打车/v/2/2")), lang.EN)
	c := &tokens.View{P: clean, B: clean.Body}
	apptest.Mounted(t, c)
	if page := goapp.HTMLString(c); strings.Contains(page, "flag") {
		t.Errorf("a token that nothing is said of has a sign: %s", page)
	}
}

// A remark on more tokens than it lists leads to all of them in the table.
func TestARemarkOnManyTokensLeadsToAll(t *testing.T) {
	var body []string
	for i := range 100 {
		body = append(body, fmt.Sprintf("今天/t/%d/%d", 2*i, 2+i%2*7))
	}
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(body...)), lang.EN)
	list := &remarks.View{P: p, B: p.Body}
	apptest.Mounted(t, list)
	page := goapp.HTMLString(list)
	apptest.WantAll(t, page, "Show all 50 in the table of tokens")
	_, action, _ := strings.Cut(page, `data-do="tokens:`)
	action, _, _ = strings.Cut(action, `"`)
	if !p.Perform("tokens:" + action) {
		t.Fatalf("nothing is done by %q", action)
	}
	table := &tokens.View{P: p, B: p.Body}
	client := apptest.Mounted(t, table)
	apptest.Settled(t, client, func() bool { return strings.Contains(goapp.HTMLString(table), "50 of 100") })
	apptest.WantAll(t, goapp.HTMLString(table), "Tokens with token-length · 50")
}

// A remark on a field leads to it among the facts, where its sign leads back; what has
// no line there is shown in the tree.
func TestARemarkLeadsToItsField(t *testing.T) {
	body := strings.Replace(apptest.TokenBody("今天/t/0/2"), "<State>Success</State>",
		"<State>Success</State><Code>Failed</Code>", 1)
	p := model.NewResult(apptest.Inspected(t, body), lang.EN)
	p.Body.Drawn = model.DrawnWhole
	remark := slices.IndexFunc(p.Body.Report.Diagnostics, func(d parser.Diagnostic) bool { return d.Code == "state-code" })
	p.ShowSpot(remark, 0)
	c := &facts.View{P: p, B: p.Body}
	apptest.Mounted(t, c)
	page := goapp.HTMLString(c)
	_, line, _ := strings.Cut(page, `class="fact chosen" aria-current="true"`)
	line, _, _ = strings.Cut(line, "</dd>")
	if p.View != model.ViewFacts || !strings.Contains(line, "Failed") || !strings.Contains(line, `data-do="remark:`) {
		t.Errorf("in %s is marked: %s", p.View, line)
	}
	if p.Body.Sought() {
		t.Error("it is brought into sight again and again")
	}
	p.ShowSpot(remark, 0)
	p.Select(p.Body.Report.Place(p.Body.CurrentJob().Item)) // which is no field
	client := apptest.Mounted(t, &facts.View{P: p, B: p.Body})
	apptest.Settled(t, client, func() bool { return p.View == model.ViewTree })
}
