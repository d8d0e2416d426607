package share

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/intake"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/internal/canary"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Whatever field of an example is left out, its value is gone from the link, and what is
// left is read without a further error.
func TestFieldsThatAreLeftOutAreGone(t *testing.T) {
	for _, e := range intake.Examples {
		p := apptest.Result(t, e.Name, lang.EN)
		errorsBefore := countErrors(p.Body.Report)
		c := contentOf(p.Body.CurrentCallback())
		if len(c.fields) == 0 {
			t.Errorf("%s has no fields", e.Name)
		}
		for i, it := range c.fields {
			c.left = map[int]bool{i: true}
			span := it.ValueSpan()
			again := parser.Inspect(t.Context(), c.text(true), parser.Options{})
			if countErrors(again) > errorsBefore || len(again.Callbacks) != 1 {
				t.Errorf("%s: without %s it is read as %d callbacks, with %v", e.Name, it.Path(), len(again.Callbacks), again.Diagnostics)
			}
			if n, was := len(c.text(true)), len(c.doc.Text)-span.Len(); n != was && n != was+len("null") {
				t.Errorf("%s: without %s it has %d bytes", e.Name, it.Path(), n)
			}
		}
		all := map[int]bool{}
		for i := range c.fields {
			all[i] = true
		}
		c.left = all
		if id := p.Body.CurrentJob(); id != nil && bytes.Contains(c.text(true), []byte(id.ID.Text)) {
			t.Errorf("%s: without all fields the ID is there", e.Name)
		}
	}
}

func countErrors(r *parser.Report) (n int) {
	for i := range r.Diagnostics {
		if r.Diagnostics[i].Severity == parser.Error {
			n++
		}
	}
	return n
}

// Secrets are out of a link unless they are put in, also while the page shows them.
func TestSecretsAreOutUnlessPutIn(t *testing.T) {
	planted := 0
	for _, body := range canary.Bodies() {
		r := parser.Inspect(t.Context(), body.Text, parser.Options{}) // as if they were shown
		for i := range r.Callbacks {
			c := contentOf(&r.Callbacks[i])
			if strings.Contains(string(c.text(true)), body.Secret) {
				planted++
			}
			if text := string(c.text(false)); strings.Contains(text, body.Secret) {
				t.Errorf("%s: the secret is in\n%s", body.Name, text)
			}
		}
	}
	if planted < 20 {
		t.Errorf("%d secrets are in links where they are wanted", planted)
	}
}

// How long a link is, and who bears that, is said; one that is too long is none.
func TestALinkIsJudgedByItsLength(t *testing.T) {
	for n, want := range map[int]lang.Text{
		10: words.Say.ShareShort, shortLink + 1: words.Say.ShareLong, longLink + 1: words.Say.ShareTooLong,
	} {
		link, said := judged(strings.Repeat("a", n), nil)
		if said != want.With(words.Count(n)) || (link == "") != (n > longLink) {
			t.Errorf("of %d characters it is said %q", n, said.EN)
		}
	}
	if link, said := judged("a", errors.New("refused")); link != "" || said != words.Say.ShareFailed {
		t.Error(said)
	}
}

// What is in the link is shown before it is made.
func TestWhatIsInALinkIsShown(t *testing.T) {
	p := apptest.Result(t, "xml", lang.ZH)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	apptest.Mounted(t, c)
	page := goapp.HTMLString(c)
	apptest.WantAll(t, page, "JobsDetail.JobId", p.Body.CurrentJob().ID.Text, `data-field="0"`, words.Say.ShareMake.ZH)
	if strings.Contains(page, words.Say.ShareSecrets.ZH) {
		t.Error("secrets are offered that are not shown")
	}
	p.Body.Extent = model.ExtentBegun
	if strings.Contains(goapp.HTMLString(&View{P: p, B: p.Body}), words.Say.ShareMake.ZH) {
		t.Error("a link is offered of half a body")
	}
}

// followed opens what a link has as a page does, and shows what it asks for.
func followed(t *testing.T, text []byte, show string) *model.Page {
	t.Helper()
	p := model.NewResult(parser.Inspect(t.Context(), text, parser.Options{Redact: true}), lang.EN)
	p.Follow(show)
	return p
}

// A link leads to what the page shows: the view, the job, the field that is chosen
// whatever was left out before it, and the remark that was led to.
func TestALinkLeadsToWhatIsShown(t *testing.T) {
	p := apptest.Result(t, "jobs", lang.EN)
	p.ShowJob(0, 1)
	p.Put(model.ViewTree)
	c := contentOf(p.Body.CurrentCallback())
	link := func() (*model.Page, string) {
		text := c.text(true)
		show := c.actions(c.aimOf(p), parser.Inspect(t.Context(), text, parser.Options{Redact: true}))
		return followed(t, text, show), show
	}
	other, show := link()
	if _, job := other.Body.Shown(); job != 1 || other.View != model.ViewTree {
		t.Errorf("%s shows job %d in %s", show, job, other.View)
	}
	for i, it := range c.fields {
		p.ShowIn(model.ViewTree, p.Body.Report.Place(it))
		for _, left := range []map[int]bool{{}, {0: true, i - 1: true}, {i: true}, {i + 1: true}} {
			c.left = left
			if other, show = link(); other.Body.Item().Path() != it.Path() || other.View != model.ViewTree {
				t.Errorf("without %v, %s shows %s for %s", left, show, other.Body.Item().Path(), it.Path())
			}
		}
	}
	c.left = map[int]bool{0: true}
	for _, i := range p.Body.AllRemarks() {
		p.ShowRemark(i)
		said := p.Body.Report.Diagnostics[i]
		if other, show = link(); other.Body.Led() < 0 || other.Body.Report.Diagnostics[other.Body.Led()].Code != said.Code {
			t.Errorf("%s does not lead to %s", show, said.Code)
		}
	}
}

// What a link is made of lies in a wrapper, and it has the body alone: places and jobs
// count from there.
func TestALinkOfAWrappedBodyLeadsToTheSame(t *testing.T) {
	body := "POST /callback HTTP/1.1\r\nHost: example.com\r\n\r\n" + apptest.TokenBody(apptest.SomeWords...)
	p := model.NewResult(apptest.Inspected(t, body), lang.EN)
	p.SelectToken(2)
	c := contentOf(p.Body.CurrentCallback())
	other := followed(t, c.text(true), c.actions(c.aimOf(p), p.Body.Report))
	if got := other.Body.Token(); got != 2 || other.View != model.ViewTokens {
		t.Errorf("token %d is shown in %s", got, other.View)
	}
}
