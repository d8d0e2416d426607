package source

import (
	"context"
	"encoding/base64"
	"strconv"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// opened mounts the source of a session and waits until its rows are known.
func opened(t *testing.T, p *model.Page) (*View, goapp.ClientDispatcher) {
	t.Helper()
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	apptest.Settled(t, client, func() bool { return c.whole })
	return c, client
}

func TestSourceHidesSecrets(t *testing.T) {
	body := "POST /cb?token=hush HTTP/1.1\r\nHost: example.com\r\nAuthorization: Bearer hush\r\n\r\n" + apptest.TokenBody("花/v/0/1")
	p := model.NewResult(parser.Inspect(context.Background(), []byte(body), parser.Options{Redact: true}), lang.EN)
	c, client := opened(t, p)
	page := goapp.HTMLString(c)
	apptest.WantAll(t, page, "****", "Host: example.com")
	if strings.Contains(page, "hush") || strings.Contains(string(c.text()), "hush") {
		t.Error("a secret is shown, or copied")
	}

	p.Body.Reveal(parser.Inspect(context.Background(), []byte(body), parser.Options{}), true)
	c.Update()
	client.Consume()
	c.pane.Ctx.Dispatch(c.OnUpdate)
	apptest.Settled(t, client, func() bool { return c.whole && strings.Contains(goapp.HTMLString(c), "hush") })
	apptest.WantAll(t, string(c.text()), "Bearer hush")
}

func TestSourceMarksTheChosenToken(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(apptest.SomeWords...)), lang.ZH)
	p.SelectToken(1)
	c, _ := opened(t, p)
	if mark := string(p.Body.Report.Source.Text[c.mark().Start:c.mark().End]); !strings.Contains(mark, "打车") {
		t.Errorf("%q is marked", mark)
	}
	apptest.WantAll(t, goapp.HTMLString(c), "ink-mark", "source-row marked")
}

// Of a body that was packed, the place is shown in its own text.
func TestSourceTurnsToThePackedBody(t *testing.T) {
	body := base64.StdEncoding.EncodeToString([]byte(apptest.TokenBody(apptest.SomeWords...)))
	p := model.NewResult(apptest.Inspected(t, body), lang.ZH)
	if p.Body.Tokens().Len() == 0 {
		t.Fatal("the packed body was not read")
	}
	p.SelectToken(1)
	c, _ := opened(t, p)
	if len(c.report.Texts) != 2 || c.chosen != 1 {
		t.Fatalf("text %d of %d is shown", c.chosen, len(c.report.Texts))
	}
	if mark := string(c.text()[c.mark().Start:c.mark().End]); !strings.Contains(mark, "打车") {
		t.Errorf("%q is marked", mark)
	}
}

func TestSourceFinds(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(apptest.SomeWords...)), lang.EN)
	c, client := opened(t, p)
	c.find.Text = "TAXI"
	c.pane.Ctx.Dispatch(c.find.Look)
	apptest.Settled(t, client, func() bool {
		page := goapp.HTMLString(c)
		return strings.Contains(page, "1 / 3") && !strings.Contains(page, "3+")
	})
	if len(c.find.Hits) != 3 || c.find.Hit != 0 {
		t.Errorf("%d hits, number %d shown", len(c.find.Hits), c.find.Hit)
	}
	apptest.WantAll(t, goapp.HTMLString(c), "1 / 3", "ink-hit-shown")
	c.pane.Ctx.Dispatch(func(ctx goapp.Context) { c.find.Step(ctx, -1) })
	client.Consume()
	apptest.WantAll(t, goapp.HTMLString(c), "3 / 3")
}

// What is pressed in the source is chosen everywhere: a value, a field by its name, a
// word by anything in it. A second time it is chosen no more.
func TestSourceChoosesWhatIsPressed(t *testing.T) {
	body := apptest.TokenBody("今天/t/0/2", "打车/v/2/2")
	p := model.NewResult(apptest.Inspected(t, body), lang.EN)
	c, _ := opened(t, p)
	apptest.WantAll(t, goapp.HTMLString(c), `data-at="0"`, `data-at="`+strconv.Itoa(strings.Index(body, "打车"))+`"`)
	for _, test := range []struct {
		at    string
		name  string
		token int
	}{
		{"Success", "State", -1}, {"打车", "Word", 1}, {"State>", "State", -1}, {"WordsGeneralizeToken>", "WordsGeneralizeToken", 0},
	} {
		c.chooseAt(strings.Index(body, test.at))
		if it := p.Body.Item(); it.Name() != test.name || p.Body.Token() != test.token {
			t.Errorf("%s chooses %s, token %d", test.at, it.Path(), p.Body.Token())
		}
	}
	if c.chooseAt(strings.Index(body, "WordsGeneralizeToken>")); p.Body.Item().Ok() {
		t.Error("it stays chosen")
	}
}
