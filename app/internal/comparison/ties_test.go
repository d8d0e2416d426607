//go:build !js

package comparison_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
	"golang.org/x/net/html"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/comparison"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/command"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// left and right differ in every sort of fields and tokens, in a secret and in a
// character that has no form of its own.
var (
	left = strings.Replace(apptest.TokenBody("北京大学/nt/0/4", "今天/t/4/2", "研究/v/6/2", "生命/n/8/2", "起/v/10/1", "源/n/11/1",
		"的/u/12/1", "a b/nx/14/3", "末/f/17/1"), "<Tag>",
		"<JobId>a</JobId><Code>Success</Code><UserData>token=s3cretive</UserData><Tag>", 1)
	right = strings.Replace(apptest.TokenBody("北京/ns/0/2", "大学/n/2/2", "今天/n/4/2", "研究生/n/6/3", "命/n/9/1", "起源/n/10/2",
		"的/u/12/1", "a b/nx/14/3", "好/w/18/1"), "<Tag>",
		"<JobId>b\u202e</JobId><UserData>token=an0therone</UserData><Input><Object>x</Object></Input><Tag>", 1)
)

func redacted(body string) *parser.Report {
	return parser.Inspect(context.Background(), []byte(body), parser.Options{Redact: true})
}

// What the page says of two jobs is what the command line says, in words and numbers.
func TestThePageSaysWhatTheCommandLineSays(t *testing.T) {
	dir := t.TempDir()
	files := []string{filepath.Join(dir, "a.xml"), filepath.Join(dir, "b.xml")}
	for i, body := range []string{left, right} {
		if err := os.WriteFile(files[i], []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, l := range lang.All {
		var out, complaints bytes.Buffer
		command.Main(append([]string{"diff", "-lang", l.String()}, files...), command.Streams{In: strings.NewReader(""), Out: &out, Err: &complaints})
		var want []string
		for line := range strings.Lines(out.String()) {
			if line = strings.TrimRight(line, "\n"); strings.HasPrefix(line, "  ") {
				want = append(want, strings.TrimSpace(line))
			}
		}
		if got := said(t, l); !slices.Equal(got, want) || len(want) < 12 {
			t.Errorf("the page says\n%s\nthe command line\n%s%s", strings.Join(got, "\n"), strings.Join(want, "\n"), complaints.String())
		}
	}
}

// said returns what the page says, as lines of the command line.
func said(t *testing.T, l lang.Lang) (lines []string) {
	t.Helper()
	page := goapp.HTMLString(compared(t, l))
	if strings.Contains(page, "s3cretive") || strings.Contains(page, "an0therone") {
		t.Error("a secret is shown")
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for part := range every(root, "compare-part") {
		title, counts := "", []string(nil)
		for n := range part.Descendants() {
			if n.Data == "h2" {
				title = text(n)
			}
		}
		for chip := range every(part, "toggle") {
			if has(chip, "is-") {
				counts = append(counts, text(chip))
			}
		}
		lines = append(lines, title+": "+strings.Join(counts, " · "))
		for row := range every(part, "compare-row") {
			lines = append(lines, lineOf(row))
		}
	}
	return lines
}

// lineOf writes a row as the command line does.
func lineOf(row *html.Node) string {
	var cells []string
	for c := range row.ChildNodes() {
		cells = append(cells, text(c))
	}
	sort, place, left, right := cells[0], cells[1], cells[2], cells[3]
	both := left + " → " + right
	if left == "" || right == "" {
		both = left + right
	}
	if strings.HasPrefix(place, "@") {
		return sort + " " + place + "  " + both
	}
	mark := "~"
	if right == "" {
		mark = "-"
	} else if left == "" {
		mark = "+"
	}
	return mark + " " + place + ": " + both
}

// compared draws the comparison of left and right as a table.
func compared(t *testing.T, l lang.Lang) *comparison.View {
	t.Helper()
	p := model.NewPage()
	p.Lang = l
	a, b := model.NewBody(redacted(left), model.Given{Bytes: []byte(left)}), model.NewBody(redacted(right), model.Given{Bytes: []byte(right)})
	p.PresentBatch([]*model.Body{a, b}, nil)
	p.Perform(model.ToCompare(0, 0, 1))
	c := &comparison.View{P: p, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	apptest.Settled(t, client, func() bool { return strings.Contains(goapp.HTMLString(c), "compare-row") })
	return c
}

func has(n *html.Node, class string) bool {
	for _, a := range n.Attr {
		if a.Key == "class" && strings.Contains(a.Val, class) {
			return true
		}
	}
	return false
}

// every hands out the elements of a class.
func every(root *html.Node, class string) func(func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				if a.Key == "class" && slices.Contains(strings.Fields(a.Val), class) && !yield(n) {
					return
				}
			}
		}
	}
}

// text returns what is read in an element, with one blank between its parts.
func text(n *html.Node) string {
	if n.Type == html.TextNode {
		return strings.TrimSpace(n.Data)
	}
	if has(n, "compare-which") {
		return ""
	}
	var parts []string
	for c := range n.ChildNodes() {
		if part := text(c); part != "" {
			parts = append(parts, part)
		}
	}
	glue := " "
	if has(n, "compare-token") || n.Data == "bdi" {
		glue = ""
	}
	return strings.Join(parts, glue)
}
