package takeaway

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/parser/part"
)

func always() bool { return true }

// taken returns what a scope gives of a page in a format.
func taken(t *testing.T, p *model.Page, s scope, f *export.Format) string {
	t.Helper()
	var out bytes.Buffer
	write, _ := s.printing(f, p.Body, p.Lang)
	if err := write(&out, always); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// What the page gives of all is what the command line prints, byte for byte.
func TestAllIsWhatTheCommandLinePrints(t *testing.T) {
	p := apptest.Result(t, "jobs", lang.ZH)
	for _, f := range export.Portable() {
		row, _ := export.Find(f.Name)
		var want bytes.Buffer
		if err := row.Print(&want, lang.ZH, p.Body.Report); err != nil {
			t.Fatal(err)
		}
		if got := taken(t, p, scopeAll, f); got != want.String() || got == "" {
			t.Errorf("%s: %q", f.Name, got)
		}
	}
}

// Of the shown job nothing of another one is taken away: no ID, no remark, no field.
func TestTheShownJobIsTakenAlone(t *testing.T) {
	p := apptest.Result(t, "jobs", lang.EN)
	jobs := p.Body.Report.Callbacks[0].Jobs
	for shown := range jobs {
		p.ShowJob(0, shown)
		for _, f := range export.Portable() {
			if !scopeJob.suits(f, p.Body) {
				continue
			}
			got := taken(t, p, scopeJob, f)
			for i := range jobs {
				id := jobs[i].ID.Text
				has := strings.Contains(got, id)
				if i != shown && id != jobs[shown].ID.Text && has || i == shown && !has && f.Of != export.OfTokens {
					t.Errorf("%s of job %d: of job %s it has %t", f.Name, shown, id, has)
				}
			}
		}
		only := part.Job(p.Body.Report, 0, shown)
		again := parser.Inspect(t.Context(), []byte(taken(t, p, scopeJob, format(t, "xml"))), parser.Options{})
		if len(again.Callbacks) != 1 || len(again.Callbacks[0].Jobs) != 1 || again.Callbacks[0].Jobs[0].ID.Text != jobs[shown].ID.Text {
			t.Errorf("job %d is read back as %d callbacks", shown, len(again.Callbacks))
		}
		for i := range only.Diagnostics {
			for s := range only.Diagnostics[i].Spots() {
				if s.Job > 0 {
					t.Errorf("job %d: a remark on job %d", shown, s.Job)
				}
			}
		}
	}
}

func format(t *testing.T, name string) *export.Format {
	t.Helper()
	for _, f := range export.Portable() {
		if f.Name == name {
			return f
		}
	}
	t.Fatalf("no format %q", name)
	return nil
}

// Chosen rows are taken in the order of the table, as the formats of tokens write them.
func TestChosenRowsAreTakenInTheirOrder(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(apptest.SomeWords...)), lang.EN)
	if _, ok := scopeRows.label(p.Body); ok {
		t.Error("rows are offered of a table that was never seen")
	}
	*model.Keep[model.Rows](p.Body) = model.Rows{Of: p.Body.Tokens(), N: 2, At: func(k int) int { return 2 - k }}
	lines := strings.Split(taken(t, p, scopeRows, format(t, "csv")), "\r\n")
	whole := strings.Split(taken(t, p, scopeAll, format(t, "csv")), "\r\n")
	if len(lines) != 4 || lines[0] != whole[0] || lines[1] != whole[3] || lines[2] != whole[2] {
		t.Errorf("%q of %q", lines, whole)
	}
	for _, f := range export.Portable() {
		if scopeRows.suits(f, p.Body) != (f.Rows != nil) {
			t.Errorf("rows as %s", f.Name)
		}
	}
}

// What is written too large for a clipboard, or is not wanted any more, ends.
func TestWritingEnds(t *testing.T) {
	p := apptest.Result(t, "jobs", lang.EN)
	for _, out := range []*spread{{goOn: func() bool { return false }, to: func([]byte) {}}, {goOn: always, most: 10, to: func([]byte) {}}} {
		write, _ := scopeAll.printing(format(t, "json"), p.Body, p.Lang)
		if err := write(out, out.goOn); err == nil {
			t.Errorf("%d bytes are written", out.n)
		}
	}
}

// Closed, the dialog holds nothing; open, each format stands in it with what can be done.
func TestTheDialogHasEveryFormat(t *testing.T) {
	for _, l := range lang.All {
		p := apptest.Result(t, "jobs", l)
		c := &View{P: p, H: &Handle{}}
		client := apptest.Mounted(t, c)
		if page := goapp.HTMLString(c); strings.Contains(page, "<button") {
			t.Errorf("closed, it holds %s", page)
		}
		c.H.Open()
		client.Consume()
		c.scope = scopeAll
		c.Update()
		client.Consume()
		page := goapp.HTMLString(c)
		for i, f := range export.Portable() {
			apptest.WantAll(t, page, f.Title.In(l), f.Extension, `data-take="`+strconv.Itoa(i)+`:save"`)
		}
		apptest.WantAll(t, page, words.Say.TakeJob.In(l), words.Say.TakeAll.In(l), `aria-pressed="true"`)
	}
}

func TestFileNames(t *testing.T) {
	for given, want := range map[string]string{
		"": "callback.csv", "a/b.xml": "b.csv", "***.json": "callback.csv", "log": "log.csv", ".env": ".env.csv",
	} {
		p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(apptest.SomeWords...)), lang.EN)
		p.Body.Report.Source.Name = given
		if got := fileName(p.Body, format(t, "csv")); got != want {
			t.Errorf("%q: %q, want %q", given, got, want)
		}
	}
}

// Where there are no tokens no format of tokens is offered: a file of it would be empty.
func TestFormatsOfTokensNeedTokens(t *testing.T) {
	without := `{"EventName":"TaskFinish","JobsDetail":[{"JobId":"a","State":"Failed","Tag":"WordsGeneralize"}]}`
	for body, want := range map[string]bool{without: false, apptest.TokenBody(apptest.SomeWords...): true} {
		p := model.NewResult(apptest.Inspected(t, body), lang.EN)
		for _, f := range export.Portable() {
			for _, s := range []scope{scopeAll, scopeJob} {
				if got := s.suits(f, p.Body); got != (want || f.Of != export.OfTokens) && f.Of != export.OfBody {
					t.Errorf("%s is offered: %t", f.Name, got)
				}
			}
		}
	}
	p := apptest.Result(t, "jobs", lang.EN) // of several jobs one alone may have some
	for i := range p.Body.Report.Callbacks[0].Jobs {
		p.ShowJob(0, i)
		if got := scopeJob.suits(format(t, "csv"), p.Body); got != (p.Body.Tokens().Len() > 0) || !scopeAll.suits(format(t, "csv"), p.Body) {
			t.Errorf("of job %d a table is offered: %t", i, got)
		}
	}
}
