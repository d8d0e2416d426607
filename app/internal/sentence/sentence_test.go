package sentence

import (
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/query"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

func TestSentence(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody("今天/t/0/2", "打车/v/2/2", "花/v/4/1", "60/nx/5/2", "元/q/7/1")), lang.ZH)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	page := goapp.HTMLString(c)
	apptest.WantAll(t, page, "今天打车花60元", `data-tag="nx"`, "名词与名称", `role="listbox"`, words.Say.SentenceHint.ZH)
	if n := strings.Count(page, `role="option"`); n != 5 {
		t.Errorf("%d pieces, want 5", n)
	}

	c.cursor = 3
	c.Update()
	client.Consume()
	apptest.WantAll(t, goapp.HTMLString(c), "非汉字串", "偏移量 5", "长度 2")

	c.P.ToggleTags(c.faces[1].Tag)
	c.naming = true
	c.Update()
	client.Consume()
	page = goapp.HTMLString(c)
	if n := strings.Count(page, " dim"); n != 3 {
		t.Errorf("%d pieces are dimmed, want 3", n)
	}
	apptest.WantAll(t, page, "lit-tag", words.Say.FilterTag.ZH)
}

func TestSentenceShowsGapsAndOverlaps(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody("今天/t/0/2", "打车/v/5/2", "车/n/6/1", " /w/7/1")), lang.EN)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	apptest.Mounted(t, c)
	apptest.WantAll(t, goapp.HTMLString(c), "␣×3", "no token covers 3 characters from offset 2 on", "lane", `data-piece="4"`)
	if c.heard != "" {
		t.Errorf("a text with gaps is read out as %q", c.heard)
	}
}

func TestSentenceDrawsWhatIsInSight(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(apptest.ManyWords(20000)...)), lang.ZH)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	apptest.Settled(t, client, func() bool { return len(c.layout.pieces) == 20000-20000/len(apptest.SomeWords) })
	if n := strings.Count(goapp.HTMLString(c), `role="option"`); n < 50 || n > 1000 {
		t.Errorf("%d pieces of 20,000 are drawn", n)
	}
	if rows := len(c.layout.starts); c.pane.Rows != rows || rows < 500 {
		t.Errorf("%d rows, the window has %d", rows, c.pane.Rows)
	}
}

func TestTokensWithoutOffsetsMakeNoSentence(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody("今天/t", "打车/v")), lang.EN)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	apptest.Settled(t, client, func() bool { return !c.laying })
	apptest.WantAll(t, goapp.HTMLString(c), words.Say.NoSentence.EN)
}

func TestMovingInTheSentence(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody("今天/t/0/2", "打车/v/2/2", "花/v/4/1")), lang.ZH)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	apptest.Mounted(t, c)
	for _, step := range []struct {
		key string
		to  int
	}{{"ArrowRight", 0}, {"ArrowRight", 1}, {"End", 2}, {"ArrowRight", 2}, {"ArrowLeft", 1}, {"Home", 0}, {"ArrowDown", 0}} {
		to, ok := c.moved(step.key)
		if !ok || to != step.to {
			t.Errorf("%s from %d leads to %d, want %d", step.key, c.cursor, to, step.to)
		}
		c.cursor = to
	}
	if _, ok := c.moved("a"); ok {
		t.Error("a letter moves")
	}
}

// The text stands there as words with their tags, as words, or as it is; what is
// looked at stays in sight.
func TestWaysToShowTheText(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(apptest.ManyWords(3000)...)), lang.EN)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	apptest.Settled(t, client, func() bool { return !c.laying && c.laid == c.tokens && len(c.layout.pieces) > 2000 })
	show := func() {
		c.OnUpdate(c.pane.Ctx)
		c.Update()
		client.Consume()
	}
	p.SelectToken(1500)
	show()
	rows := len(c.layout.starts)
	for _, action := range []string{"text:words", "text:plain", "text:tags"} {
		if !p.Perform(action) {
			t.Fatalf("%s is no action", action)
		}
		show()
		row := c.layout.rowOf(c.layout.find(1500))
		if row < int(c.pane.Top)/c.layout.rowHeight() || row >= c.pane.Last {
			t.Errorf("%s: the chosen word is in row %d, in sight are those from %g pixels on", action, row, c.pane.Top)
		}
		if action == "text:plain" && len(c.layout.starts) >= rows {
			t.Errorf("as a text there are %d rows, with tags %d", len(c.layout.starts), rows)
		}
	}
}

// The text is copied as it reads, with its tags, or as rows; of a range or all of it.
func TestCopyingTheText(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody("今天/t/0/2", "打的/v/3/2", "的车/n/4/2", "打/v/3/1")), lang.ZH)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	apptest.Mounted(t, c)
	on := func() bool { return true }
	all := len(c.layout.pieces)
	for as, want := range []string{"今天 打的车", "今天/t 打的/v 打/v 的车/n"} {
		if got := string(c.written(0, all, as, on)); got != want {
			t.Errorf("copied is %q, want %q", got, want)
		}
	}
	apptest.WantAll(t, string(c.written(0, all, copyTSV, on)), "Word\tPos", "今天\tt\t", "的车\tn\t")
	if got := strings.Count(string(c.written(0, all, copyTSV+1, on)), `"word"`); got != 4 {
		t.Errorf("the JSON has %d tokens, want 4", got)
	}
	c.choose(0)
	c.extend(2)
	if from, to, ok := c.ranged(); !ok || string(c.written(from, to, copyText, on)) != "今天 打的" {
		t.Errorf("the range is from %d to %d", from, to)
	}
	if c.written(0, all, copyText, on) == nil {
		t.Error("nothing was written")
	}
}

// What is looked for is marked in the text, and counted; the ways lead from one to the
// next and round.
func TestHitsInTheText(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody("今天/t/0/2", "打车/v/2/2", "花/v/4/1", "元/q/5/1")), lang.EN)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	p.Seek(query.Query{Text: "/v"})
	found := query.NewSet(4)
	p.Body.Matcher().Find(found, func() bool { return true })
	p.Found(p.Body, model.NewHits(found, p.Body.Tokens()))
	apptest.Settled(t, client, func() bool { return strings.Count(goapp.HTMLString(c), " hit") == 2 })
	for _, want := range []string{"1 / 2 found", "2 / 2 found", "1 / 2 found"} {
		p.Perform("hit:next")
		c.Update()
		client.Consume()
		apptest.WantAll(t, goapp.HTMLString(c), want)
	}
	if p.Perform("hit:previous"); p.Body.Token() != 2 {
		t.Errorf("before the first is token %d, want the last, 2", p.Body.Token())
	}
}
