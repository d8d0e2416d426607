package apptest

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/callbacklens/callbacklens/app/internal/intake"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
	"golang.org/x/net/html"
)

// Result reads an example and returns the session of the page that shows it.
func Result(t *testing.T, name string, l lang.Lang) *model.Page {
	t.Helper()
	body, _, err := intake.Example(name)
	if err != nil {
		t.Fatal(err)
	}
	return model.NewResult(parser.Inspect(context.Background(), body, parser.Options{}), l)
}

// Drawn returns what a reader sees of ui: its texts, with blanks between them.
func Drawn(t *testing.T, ui goapp.UI) string {
	t.Helper()
	client := goapp.NewClientTester(ui)
	defer client.Close()
	client.Consume()
	root, err := html.Parse(strings.NewReader(goapp.HTMLString(ui)))
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			texts = append(texts, strings.Fields(n.Data)...)
		}
	}
	return strings.Join(texts, " ")
}

func WantAll(t *testing.T, got string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing from:\n%s", want, got)
		}
	}
}

// Mounted mounts ui and returns the page around it.
func Mounted(t *testing.T, ui goapp.UI) goapp.ClientDispatcher {
	t.Helper()
	client := goapp.NewClientTester(ui)
	t.Cleanup(client.Close)
	client.Consume()
	return client
}

// Settled lets the page work until done says so.
func Settled(t *testing.T, client goapp.ClientDispatcher, done func() bool) {
	t.Helper()
	for end := time.Now().Add(5 * time.Second); !done(); {
		if time.Now().After(end) {
			t.Fatal("the work did not end")
		}
		time.Sleep(time.Millisecond)
		client.Consume()
	}
}

func ManyWords(n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = SomeWords[i%len(SomeWords)]
	}
	return words
}

// TokenBody returns a callback with a token for each of words, which are given
// as word/tag/offset/length; what is left empty is left out.
func TokenBody(words ...string) string {
	var b strings.Builder
	b.WriteString("<Response><EventName>TaskFinish</EventName><JobsDetail><Tag>WordsGeneralize</Tag>" +
		"<State>Success</State><Operation><WordsGeneralizeResult>")
	for _, w := range words {
		parts := strings.Split(w, "/")
		b.WriteString("<WordsGeneralizeToken>")
		for i, name := range []string{"Word", "Pos", "Offset", "Length"} {
			if i < len(parts) && parts[i] != "" {
				fmt.Fprintf(&b, "<%s>%s</%s>", name, parts[i], name)
			}
		}
		b.WriteString("</WordsGeneralizeToken>")
	}
	b.WriteString("</WordsGeneralizeResult></Operation></JobsDetail></Response>")
	return b.String()
}

func Inspected(t testing.TB, body string) *parser.Report {
	t.Helper()
	return parser.Inspect(context.Background(), []byte(body), parser.Options{})
}

func TokensOf(t testing.TB, words ...string) *parser.Tokens {
	t.Helper()
	r := Inspected(t, TokenBody(words...))
	if len(r.Callbacks) != 1 || len(r.Callbacks[0].Jobs) != 1 || r.Callbacks[0].Jobs[0].Tokens.Len() != len(words) {
		t.Fatal("the tokens were not read")
	}
	return r.Callbacks[0].Jobs[0].Tokens
}

var SomeWords = []string{
	"今天/t/0/2", "打车/v/2/2", "花/v/4/1", "60/nx/5/2", "元/q/7/1", "Taxi/nx/8/4",
	"taxi driver/n/12/11", "taxi rank/n/23/9", "的/u//",
}

// WantStyles checks that a style sheet has what the program counts on: texts with
// the measures in them that the program has as numbers.
func WantStyles(t *testing.T, sheet string, wants ...string) {
	t.Helper()
	css, err := os.ReadFile("../../../web/css/" + sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range wants {
		if !strings.Contains(string(css), want) {
			t.Errorf("%s has no %q", sheet, want)
		}
	}
}
