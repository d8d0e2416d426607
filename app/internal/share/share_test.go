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
