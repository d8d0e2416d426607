package app

import (
	"context"
	"encoding/base64"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// opened mounts the source of a session and waits until its rows are known.
func opened(t *testing.T, s *Session) (*Source, goapp.ClientDispatcher) {
	t.Helper()
	c := &Source{S: s, Rev: s.Rev}
	client := mounted(t, c)
	settled(t, client, func() bool { return c.whole })
	return c, client
}

func TestSourceHidesSecrets(t *testing.T) {
	body := "POST /cb?token=hush HTTP/1.1\r\nHost: example.com\r\nAuthorization: Bearer hush\r\n\r\n" + tokenBody("花/v/0/1")
	s := NewResult(parser.Inspect(context.Background(), []byte(body), parser.Options{Redact: true}), lang.EN)
	c, client := opened(t, s)
	page := goapp.HTMLString(c)
	wantAll(t, page, "****", "Host: example.com")
	if strings.Contains(page, "hush") || strings.Contains(string(c.text().text), "hush") {
		t.Error("a secret is shown, or copied")
	}
	wantAll(t, goapp.HTMLString(s.secretsSwitch()), "Show 2 hidden secrets", `aria-pressed="false"`)

	s.revealed = true
	s.extend(parser.Inspect(context.Background(), []byte(body), parser.Options{}))
	c.Update()
	client.Consume()
	c.pane.ctx.Dispatch(c.OnUpdate)
	settled(t, client, func() bool { return c.whole && strings.Contains(goapp.HTMLString(c), "hush") })
	wantAll(t, string(c.text().text), "Bearer hush")
	wantAll(t, goapp.HTMLString(s.secretsSwitch()), "Hide 2 secrets")
}

func TestSourceMarksTheChosenToken(t *testing.T) {
	s := NewResult(inspected(t, tokenBody(someWords...)), lang.ZH)
	s.SelectToken(1)
	c, _ := opened(t, s)
	if mark := string(s.Report.Source.Text[c.mark().Start:c.mark().End]); !strings.Contains(mark, "打车") {
		t.Errorf("%q is marked", mark)
	}
	wantAll(t, goapp.HTMLString(c), "ink-mark", "source-row marked")
}

// Of a body that was packed, the place is shown in its own text.
func TestSourceTurnsToThePackedBody(t *testing.T) {
	body := base64.StdEncoding.EncodeToString([]byte(tokenBody(someWords...)))
	s := NewResult(inspected(t, body), lang.ZH)
	if s.Tokens().Len() == 0 {
		t.Fatal("the packed body was not read")
	}
	s.SelectToken(1)
	c, _ := opened(t, s)
	if len(c.texts) != 2 || c.chosen != 1 {
		t.Fatalf("text %d of %d is shown", c.chosen, len(c.texts))
	}
	if mark := string(c.text().text[c.mark().Start:c.mark().End]); !strings.Contains(mark, "打车") {
		t.Errorf("%q is marked", mark)
	}
}

func TestSourceFinds(t *testing.T) {
	s := NewResult(inspected(t, tokenBody(someWords...)), lang.EN)
	c, client := opened(t, s)
	c.find = "TAXI"
	c.pane.ctx.Dispatch(c.look)
	settled(t, client, func() bool { return c.hitsWhole })
	if len(c.hits) != 3 || c.hit != 0 {
		t.Errorf("%d hits, number %d shown", len(c.hits), c.hit)
	}
	wantAll(t, goapp.HTMLString(c), "1 / 3", "ink-hit-shown")
	c.pane.ctx.Dispatch(func(ctx goapp.Context) { c.step(ctx, -1) })
	client.Consume()
	wantAll(t, goapp.HTMLString(c), "3 / 3")
}
