package charts

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

func shown(t *testing.T, body string) (*View, goapp.ClientDispatcher) {
	t.Helper()
	p := model.NewResult(apptest.Inspected(t, body), lang.EN)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	return c, client
}

// A press on a bar looks for as many tokens as it counts, a second one for all again.
func TestABarLooksForWhatItCounts(t *testing.T) {
	c, client := shown(t, apptest.TokenBody(append(apptest.SomeWords, "", "“/”", `a"b/x/`, "北京/ns/40/2", "taxi/n/50/4")...))
	apptest.Settled(t, client, func() bool { return len(c.counted) > 0 })
	for _, ch := range c.all() {
		for k := range ch.Bars {
			b := &ch.Bars[k]
			if b.N == 0 {
				continue
			}
			c.find(b)
			found := query.NewSet(c.tokens.Len())
			m := c.B.Matcher()
			m.Find(found, func() bool { return true })
			if found.Len() != b.N || m.Trouble != (query.Trouble{}) || c.P.View != model.ViewTokens {
				t.Errorf("%s: a bar of %d finds %d by %+v among %q", ch.Title.EN, b.N, found.Len(), c.B.Query(), c.B.Tags())
			}
			if c.find(b); c.B.Sifted() {
				t.Errorf("%s: a second time it finds not all", ch.Title.EN)
			}
		}
	}
	page := goapp.HTMLString(c)
	apptest.WantAll(t, page, "nouns and names", "Frequent words", "place name", "<svg", "<rect", "%</td>")
	if strings.Contains(page, "style=") {
		t.Error("a style stands in an attribute")
	}
}

func TestWhereNothingCanBeDrawnThatIsSaid(t *testing.T) {
	c, _ := shown(t, `{"EventName":"TaskFinish","JobsDetail":{"JobId":"a","State":"Failed","Tag":"WordsGeneralize"}}`)
	apptest.WantAll(t, goapp.HTMLString(c), words.Say.NoCharts.EN)
}

// Of several jobs it is drawn when they waited and ran.
func TestJobsHaveATimeline(t *testing.T) {
	p := apptest.Result(t, "jobs", lang.ZH)
	apptest.WantAll(t, goapp.HTMLString(&View{P: p, B: p.Body, Rev: p.Rev}), words.Say.JobTimeline.ZH, "span-ran")
}

// Of many tokens what was counted once is drawn at once, whenever the pictures are in
// front again, and counted by nobody else.
func TestManyTokensAreCountedAhead(t *testing.T) {
	tokens := make([]string, Many)
	for i := range tokens {
		tokens[i] = apptest.SomeWords[i%len(apptest.SomeWords)]
	}
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(tokens...)), lang.EN)
	asked := &asker{p: p}
	client := apptest.Mounted(t, asked)
	apptest.Settled(t, client, func() bool { _, done := tallyOf(p.Body, p.Body.Tokens()); return done })
	apptest.WantAll(t, goapp.HTMLString(&View{P: p, B: p.Body, Rev: p.Rev}), "Frequent words")
}

// The bar of what is looked for is marked, and no longer once that is something else.
func TestTheBarThatIsLookedForIsMarked(t *testing.T) {
	c, client := shown(t, apptest.TokenBody(apptest.SomeWords...))
	apptest.Settled(t, client, func() bool { return len(c.all()) > len(c.shares) })
	marked := func() int { return strings.Count(goapp.HTMLString(c.Render()), `aria-pressed="true"`) }
	if n := marked(); n != 0 {
		t.Fatalf("%d bars are marked of nothing that is looked for", n)
	}
	c.find(&c.shares[0].Bars[0])
	if n := marked(); n == 0 {
		t.Error("the bar of what is looked for is not marked")
	}
	q := c.P.Body.Query()
	q.Text = "x"
	if c.P.Seek(q); marked() != 0 {
		t.Error("a bar is marked of what is looked for no longer")
	}
}

// Few tokens are counted once, too: pictures that come to the front again are drawn at once.
func TestFewTokensAreCountedOnce(t *testing.T) {
	c, client := shown(t, apptest.TokenBody(apptest.SomeWords...))
	apptest.Settled(t, client, func() bool { return len(c.all()) > len(c.shares) })
	again := View{P: c.P, B: c.P.Body, Rev: c.P.Rev}
	if again.adopt(); len(again.counted) == 0 {
		t.Error("they are counted anew")
	}
}

// asker has the tokens of a page counted ahead.
type asker struct {
	goapp.Compo
	p     *model.Page
	ahead Ahead
}

func (a *asker) OnMount(ctx goapp.Context) { a.ahead.Update(ctx, a.p) }

func (a *asker) Render() goapp.UI { return goapp.Div() }

// What was counted of one job is not shown of another one, however many tokens it has.
func TestCountsAreOfTheShownJob(t *testing.T) {
	word := `{"Word":"打车","Pos":"v","Offset":"0","Length":"2"}`
	job := func(id string, words ...string) string {
		return `{"JobId":"` + id + `","Tag":"WordsGeneralize","State":"Success","Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[` + strings.Join(words, ",") + `]}}}`
	}
	c, client := shown(t, `{"EventName":"TaskFinish","JobsDetail":[`+job("a0one", word, word)+","+job("a0two", word, word, word)+`]}`)
	apptest.Settled(t, client, func() bool { return len(c.counted) > 0 })
	c.P.Perform(model.ToJob(0, 1))
	c.P.Rev++
	if c.adopt(); c.tokens.Len() != 3 || len(c.counted) > 0 {
		t.Errorf("of %d tokens are shown counts of others: %+v", c.tokens.Len(), c.counted)
	}
}
