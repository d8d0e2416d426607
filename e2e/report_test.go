//go:build !js

package e2e

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// The report in one file is for everybody, too: it fits a telephone, its text can be read
// in both themes, and what is read aloud has names.
func TestReport(t *testing.T) {
	t.Parallel()
	tab := profile(t)
	tab.resize(380, 800)
	for name, address := range reports(t) {
		for _, theme := range []string{"light", "dark"} {
			tab.prefers("prefers-color-scheme", theme)
			tab.open(address)
			tab.fits(name)
			if got := eval[[]string](tab, faint); len(got) > 0 {
				t.Errorf("%s, %s: too faint: %q", name, theme, got)
			}
		}
		tab.isNamed(name)
	}
}

// reports writes reports in one file, in both languages, and returns their addresses by
// what they are of.
func reports(t *testing.T) map[string]string {
	t.Helper()
	asHTML, _ := export.Find("html")
	all := make(map[string]string)
	for _, of := range [][2]string{{"seed-json", "callback.json"}, {"workflow", "body.xml"}, {"parts-of-speech", "body.xml"}} {
		report := parser.Inspect(t.Context(), []byte(story(t, of[0], of[1])), parser.Options{Name: "a/very/long/name/of/a/folder/" + of[1], Redact: true})
		for _, l := range lang.All {
			var page bytes.Buffer
			if err := asHTML.Print(&page, l, report); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(t.TempDir(), "report.html")
			if err := os.WriteFile(file, page.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			all[of[0]+" in "+l.String()] = "file://" + file
		}
	}
	return all
}

// isNamed checks that what a report has is called something, below one first heading.
func (b *tab) isNamed(page string) {
	b.t.Helper()
	got, err := chromedp.Call(b.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		b.t.Fatal(err)
	}
	for _, n := range got.Nodes {
		role := spoken(n.Role)
		if (role == "image" || role == "table" || role == "link" || role == "heading" || role == "region") && !n.Ignored && spoken(n.Name) == "" {
			b.t.Errorf("%s: a %s has no name", page, role)
		}
	}
	if n := eval[int](b, `document.querySelectorAll("h1").length + 10 * document.querySelectorAll("main").length + 100 * document.querySelectorAll("html[lang] title").length`); n != 111 {
		b.t.Errorf("%s has not one title, main part and first heading in a language: %d", page, n)
	}
}
