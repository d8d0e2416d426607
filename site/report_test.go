//go:build !js

package site

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/export"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// A report has its style sheet in itself, and in pictures elements that end in />, as they
// may there; pages of the site have neither.
var (
	inline = regexp.MustCompile(`(?s)<style>.*?</style>`)
	closed = regexp.MustCompile(`<(rect|path|line|circle)((?:\s[\w:-]+="[^"]*")*)\s*/>`)
)

// The report in one file keeps the rules that the pages keep, whatever it is of.
func TestReportsAreValid(t *testing.T) {
	asHTML, _ := export.Find("html")
	for name, body := range someBodies(t) {
		report := parser.Inspect(t.Context(), body, parser.Options{Name: name, Redact: true})
		for _, l := range lang.All {
			var page bytes.Buffer
			if err := asHTML.Print(&page, l, report, report); err != nil {
				t.Fatal(err)
			}
			text := inline.ReplaceAllString(page.String(), "")
			for _, fault := range read(closed.ReplaceAllString(text, "<$1$2></$1>")).faults {
				t.Errorf("%s in %s: %s", name, l, fault)
			}
		}
	}
}

// someBodies are the first bodies of all stories.
func someBodies(t *testing.T) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob("../testdata/stories/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no stories:", err)
	}
	bodies := make(map[string][]byte)
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		first := txtar.Parse(text).Files[0]
		bodies[filepath.Base(name)+"/"+first.Name] = first.Data
	}
	return bodies
}
