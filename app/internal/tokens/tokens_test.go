package tokens

import (
	"slices"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/query"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

func TestTokenTableDrawsWhatIsInSight(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(apptest.ManyWords(5000)...)), lang.EN)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	apptest.Mounted(t, c)
	page := goapp.HTMLString(c)
	if n := strings.Count(page, "data-row="); n < 10 || n > 60 {
		t.Errorf("%d rows of 5,000 are drawn", n)
	}
	apptest.WantAll(t, page, `aria-rowcount="5001"`, "5,000 tokens", "今天", "time word", "pos-noun")
	if strings.Contains(page, "style=") {
		t.Error("a style stands in an attribute")
	}
}

func TestTokenTableFiltersAndSorts(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(apptest.SomeWords...)), lang.ZH)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	looks := func(text string, order tokenOrder) {
		c.order = order
		p.Seek(query.Query{Text: text})
	}
	looks("/v", tokenOrder{columnOffset, true})
	apptest.Settled(t, client, func() bool { return c.rows != nil })
	if c.shown() != 2 || c.tokenAt(0) != 2 || c.tokenAt(1) != 1 || c.rowOf(1) != 1 || c.rowOf(0) != -1 {
		t.Errorf("rows %v, want tokens 2 and 1", c.rows)
	}
	apptest.WantAll(t, goapp.HTMLString(c), "2 / 9 个词", `aria-sort="descending"`)
	if h := p.Body.Hits(); h == nil || h.Len() != 2 || h.Next(-1) != 1 {
		t.Errorf("the hits are %v", h)
	}

	looks("没有", tokenOrder{})
	apptest.Settled(t, client, func() bool { return c.shown() == 0 })
	apptest.WantAll(t, goapp.HTMLString(c), words.Say.NoTokens.ZH)

	looks("/(今/", tokenOrder{})
	apptest.Settled(t, client, func() bool { return strings.Contains(goapp.HTMLString(c), words.Say.QueryOpen.ZH) })

	looks("", tokenOrder{})
	apptest.Settled(t, client, func() bool { return c.rows == nil })
	apptest.WantAll(t, goapp.HTMLString(c), "共 9 个词")
}

func TestChoosingAToken(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(apptest.SomeWords...)), lang.ZH)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	c.choose(3)
	if p.Body.Token() != 3 || p.Body.Place().Span.Len() == 0 {
		t.Errorf("token %d, mark %v", p.Body.Token(), p.Body.Place())
	}
	c.Update()
	client.Consume()
	apptest.WantAll(t, goapp.HTMLString(c), `class="token chosen"`, `aria-selected`)
	c.choose(3)
	if p.Body.Token() != -1 {
		t.Error("a second time does not clear it")
	}
}

// A filter outlives the change from the beginning of a body to the whole.
func TestFilterOutlivesMoreTokens(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(apptest.SomeWords[:3]...)), lang.ZH)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	p.Seek(query.Query{Text: "/v"})
	p.Body.Complete(apptest.Inspected(t, apptest.TokenBody(apptest.SomeWords...)), model.Given{}, false)
	p.Rev++
	c.Update()
	client.Consume()
	c.pane.Ctx.Dispatch(c.OnUpdate)
	apptest.Settled(t, client, func() bool { return c.rows != nil })
	if c.shown() != 2 {
		t.Errorf("%d rows, want 2", c.shown())
	}
}

func TestTableFollowsAPartOfSpeechChosenElsewhere(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(apptest.SomeWords...)), lang.ZH)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	for tag, want := range map[string]int{"v": 2, "v q": 3, "": len(apptest.SomeWords)} {
		p.ChooseTags(strings.Fields(tag)...)
		c.pane.Ctx.Dispatch(c.OnUpdate)
		apptest.Settled(t, client, func() bool { return c.shown() == want })
	}
	p.ToggleTags("v")
	p.Open(p.Body.Report, model.Given{})
	if p.Body.Sifted() {
		t.Errorf("in another body still %q is looked among", p.Body.Tags())
	}
}

// Tokens without a tag are a choice as others are, in the table and in its list of tags.
func TestTokensWithoutATagAreChosen(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody("今天/t/0/2", "打车//2/2", "花/v/4/1")), lang.EN)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	p.ChooseTags("")
	c.pane.Ctx.Dispatch(c.OnUpdate)
	apptest.Settled(t, client, func() bool { return c.rows != nil })
	if c.shown() != 1 || c.tokenAt(0) != 1 {
		t.Errorf("rows %v, want that of token 1", c.rows)
	}
	if value := c.tagValue(1); c.tagOf(value) != "" || value == "" || len(c.tagOptions()) != 4 {
		t.Errorf("the list of tags has %d choices, and calls it %q", len(c.tagOptions()), value)
	}
}

// What offsets and lengths count is told above the table, also where the body
// cannot tell, and not where it has none.
func TestUnitStandsAboveTheTable(t *testing.T) {
	for name, c := range map[string]struct{ tokens, want string }{
		"alike":     {"今天/t/0/2", "count characters or UTF-16 units; this body cannot tell them apart"},
		"told":      {"😀/w/0/1", "count characters (Unicode code points), as the lengths of the words tell"},
		"none fits": {"今天/t/0/5", "count neither characters nor UTF-16 units nor bytes"},
		"no number": {"今天/t", ""},
	} {
		p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(c.tokens)), lang.EN)
		v := &View{P: p, B: p.Body, Rev: p.Rev}
		apptest.Mounted(t, v)
		page := goapp.HTMLString(v)
		if got := strings.Contains(page, `id="`+unitID); got != (c.want != "") {
			t.Errorf("%s: a unit is told: %t", name, got)
		}
		apptest.WantAll(t, page, c.want)
	}
}

// Shift makes a range of rows, by pointer and keys; what is copied is that, else the
// chosen row, else all.
func TestARangeOfRowsIsChosen(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(apptest.SomeWords...)), lang.EN)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	copied := func(want string) {
		t.Helper()
		c.Update()
		client.Consume()
		apptest.WantAll(t, goapp.HTMLString(c), ">"+want+"<")
	}
	copied("Copy 9 rows")
	c.choose(3)
	copied("Copy row")
	press := func(key string, shift bool) {
		c.pane.Ctx.Dispatch(c.keyed(key, shift))
		client.Consume()
	}
	press("ArrowDown", false)
	press("ArrowDown", true)
	press("ArrowDown", true)
	if from, to, ok := c.ranged(); !ok || from != 1 || to != 4 {
		t.Errorf("the range is %d to %d", from, to)
	}
	copied("Copy 3 rows")
	if n := strings.Count(goapp.HTMLString(c), " ranged"); n != 3 {
		t.Errorf("%d rows are marked", n)
	}
	press("Home", true)
	copied("Copy 2 rows")
	press("Escape", false)
	copied("Copy row")
}

// The chosen word is shown with what stands around it wherever it occurs, also where
// the tokens stand in another order than the text has them.
func TestAWordInItsContext(t *testing.T) {
	for name, body := range map[string][]string{
		"in order":  {"我/r/0/1", "打车/v/1/2", "，/w/3/1", "他/r/5/1", "打车/v/6/2", "了/u/8/1"},
		"unordered": {"打车/v/1/2", "他/r/5/1", "打车/v/6/2", "了/u/8/1", "我/r/0/1", "，/w/3/1"},
	} {
		p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(body...)), lang.ZH)
		c := &View{P: p, B: p.Body, Rev: p.Rev}
		client := apptest.Mounted(t, c)
		p.SelectToken(slices.Index(body, "打车/v/1/2"))
		c.pane.Ctx.Dispatch(func(ctx goapp.Context) { c.onContext(ctx, goapp.Event{}) })
		apptest.Settled(t, client, func() bool { return c.rows != nil })
		if c.shown() != 2 {
			t.Fatalf("%s: %d rows", name, c.shown())
		}
		for row, want := range []struct{ before, behind string }{{"我", "， 他打车了"}, {"我打车， 他", "了"}} {
			i := c.tokenAt(row)
			if before, behind := c.textBeside(i, -1), c.textBeside(i, 1); before != want.before || behind != want.behind {
				t.Errorf("%s: around word %d stand %q and %q, want %q", name, row, before, behind, want)
			}
		}
		apptest.WantAll(t, goapp.HTMLString(c), `context-word`, `aria-selected`)
		// What is looked for only to be seen in its context is looked for no longer then.
		c.pane.Ctx.Dispatch(func(ctx goapp.Context) { c.onContext(ctx, goapp.Event{}) })
		apptest.Settled(t, client, func() bool { return c.rows == nil })
		if c.shown() != len(body) || p.Body.Sifted() {
			t.Errorf("%s: without its context %d rows are left", name, c.shown())
		}
	}
}
