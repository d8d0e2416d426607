package export

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// TestTextHidesNothing holds the text of every body to having each of its values,
// whatever the model knows of them.
func TestTextHidesNothing(t *testing.T) {
	bodies := map[string][]byte{}
	stories, err := filepath.Glob(filepath.Join(storyDir, "*.txtar"))
	if err != nil || len(stories) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, file := range stories {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if !strings.HasPrefix(f.Name, "report.") {
				bodies[filepath.Base(file)+"/"+f.Name] = f.Data
			}
		}
	}
	corpus, _ := filepath.Glob("../../../shared/corpus/*")
	if len(corpus) == 0 {
		t.Log("no corpus of real bodies beside this repository: the stories alone")
	}
	for _, file := range corpus {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		bodies[filepath.Base(file)] = body
	}
	for name, body := range bodies {
		r := inspect(name, body)
		var out bytes.Buffer
		if err := Text(&out, lang.EN, r); err != nil {
			t.Fatal(err)
		}
		for i := range r.Callbacks {
			shown(t, name, out.String(), r.Callbacks[i].Root)
		}
		for i := 0; i < len(r.Documents) && len(r.Callbacks) == 0; i++ {
			shown(t, name, out.String(), r.Documents[i].Root())
		}
	}
}

// shown reports the values in it that a text lacks.
func shown(t *testing.T, name, text string, it parser.Item) {
	t.Helper()
	if !treeKind(it) || it.Partial() {
		return
	}
	if it.Leaf() {
		if v := visible.Word(it.Value()); !strings.Contains(text, v) {
			t.Errorf("%s: %s is %q, which the text lacks", name, it.Path(), v)
		}
		return
	}
	for c := range it.Children() {
		shown(t, name, text, c)
	}
}
