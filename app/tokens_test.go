package app

import (
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// mounted mounts ui and returns the page around it.
func mounted(t *testing.T, ui goapp.UI) goapp.ClientDispatcher {
	t.Helper()
	client := goapp.NewClientTester(ui)
	t.Cleanup(client.Close)
	client.Consume()
	return client
}

// settled lets the page work until done says so.
func settled(t *testing.T, client goapp.ClientDispatcher, done func() bool) {
	t.Helper()
	for end := time.Now().Add(5 * time.Second); !done(); {
		if time.Now().After(end) {
			t.Fatal("the work did not end")
		}
		time.Sleep(time.Millisecond)
		client.Consume()
	}
}

func manyWords(n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = someWords[i%len(someWords)]
	}
	return words
}

func TestTokenTableDrawsWhatIsInSight(t *testing.T) {
	s := NewResult(inspected(t, tokenBody(manyWords(5000)...)), lang.EN)
	c := &TokenTable{S: s, Rev: s.Rev}
	mounted(t, c)
	page := goapp.HTMLString(c)
	if n := strings.Count(page, `class="token"`) + strings.Count(page, `class="token cursor"`); n < 10 || n > 60 {
		t.Errorf("%d rows of 5,000 are drawn", n)
	}
	wantAll(t, page, `aria-rowcount="5001"`, "5,000 tokens", "今天", "time word", "pos-noun")
	if strings.Contains(page, "style=") {
		t.Error("a style stands in an attribute")
	}
}

func TestTokenTableFiltersAndSorts(t *testing.T) {
	s := NewResult(inspected(t, tokenBody(someWords...)), lang.ZH)
	c := &TokenTable{S: s, Rev: s.Rev}
	client := mounted(t, c)
	c.text, c.order = "pos:v", tokenOrder{columnOffset, true}
	c.pane.ctx.Dispatch(c.arrange)
	settled(t, client, func() bool { return c.rows != nil })
	if c.shown() != 2 || c.tokenAt(0) != 2 || c.tokenAt(1) != 1 || c.rowOf(1) != 1 || c.rowOf(0) != -1 {
		t.Errorf("rows %v, want tokens 2 and 1", c.rows)
	}
	wantAll(t, goapp.HTMLString(c), "2 / 9 个词", `aria-sort="descending"`)

	c.text, c.order = "没有", tokenOrder{}
	c.pane.ctx.Dispatch(c.arrange)
	settled(t, client, func() bool { return c.shown() == 0 })
	wantAll(t, goapp.HTMLString(c), say.NoTokens.ZH)

	c.text = ""
	c.pane.ctx.Dispatch(c.arrange)
	settled(t, client, func() bool { return c.rows == nil })
	wantAll(t, goapp.HTMLString(c), "共 9 个词")
}

func TestChoosingAToken(t *testing.T) {
	s := NewResult(inspected(t, tokenBody(someWords...)), lang.ZH)
	c := &TokenTable{S: s, Rev: s.Rev}
	client := mounted(t, c)
	c.choose(3)
	if s.Token != 3 || s.Mark.Len() == 0 {
		t.Errorf("token %d, mark %v", s.Token, s.Mark)
	}
	c.Update()
	client.Consume()
	wantAll(t, goapp.HTMLString(c), `class="token chosen"`, `aria-selected`)
	c.choose(3)
	if s.Token != -1 {
		t.Error("a second time does not clear it")
	}
}

// A filter outlives the change from the beginning of a body to the whole.
func TestFilterOutlivesMoreTokens(t *testing.T) {
	s := NewResult(inspected(t, tokenBody(someWords[:3]...)), lang.ZH)
	c := &TokenTable{S: s, Rev: s.Rev}
	client := mounted(t, c)
	c.text = "pos:v"
	s.complete(inspected(t, tokenBody(someWords...)))
	c.Update()
	client.Consume()
	c.pane.ctx.Dispatch(c.OnUpdate)
	settled(t, client, func() bool { return c.rows != nil })
	if c.shown() != 2 {
		t.Errorf("%d rows, want 2", c.shown())
	}
}

func TestTableFollowsAPartOfSpeechChosenElsewhere(t *testing.T) {
	s := NewResult(inspected(t, tokenBody(someWords...)), lang.ZH)
	c := &TokenTable{S: s, Rev: s.Rev}
	client := mounted(t, c)
	for tag, want := range map[string]int{"v": 2, "": len(someWords)} {
		s.FilterTag(tag)
		c.pane.ctx.Dispatch(c.OnUpdate)
		settled(t, client, func() bool { return c.shown() == want })
	}
	s.FilterTag("v")
	s.show(s.Report)
	if s.TokenTag != "" {
		t.Errorf("another body is still reduced to %q", s.TokenTag)
	}
}
