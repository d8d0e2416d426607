//go:build !js

package docs

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"github.com/callbacklens/callbacklens/kit"
	"github.com/callbacklens/callbacklens/parser/lang"
	"github.com/callbacklens/callbacklens/web"
)

// around is a site with a reference, in which assets have their names.
func around(files map[string][]byte) Site {
	return Site{
		Version: "v1", Policy: "default-src 'none'", Light: "#f6f7f9", Dark: "#0f1115",
		Style: []byte("a{}\n"), Script: Asset{"assets/guide.js", "sha256-x"},
		Add: func(name string, content []byte) Asset {
			files["assets/"+name] = content
			return Asset{"assets/" + name, "sha256-x"}
		},
		Anchors: map[string]map[string]bool{
			"/": {}, "/reference/zh/": {"JobsDetail.Tag": true}, "/reference/en/": {"JobsDetail.Tag": true},
		},
		Open: func(body []byte) string { return "/#open" },
	}
}

// TestStories makes the folders in testdata. What a story wants stands in files of
// it below want: in want/errors all that is said against the folder, in others lines
// that the file of that name must have in it, behind a ! lines that it must not.
func TestStories(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no stories:", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			story, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files, err := txtar.FS(story)
			if err != nil {
				t.Fatal(err)
			}
			got := make(map[string][]byte)
			made, err := Make(Folder{Files: without{files}, Name: "folder", Path: "docs"}, around(got))
			if made != nil {
				maps.Copy(got, made.Files)
			}
			if err != nil {
				got["errors"] = []byte(err.Error() + "\n")
			}
			compare(t, story, got)
		})
	}
}

// without is a folder without what a story wants of it.
type without struct{ fs.FS }

func (w without) Open(name string) (fs.File, error) {
	if name == "want" {
		return nil, fs.ErrNotExist
	}
	return w.FS.Open(name)
}

func (w without) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(w.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return e.Name() == "want" }), err
}

func compare(t *testing.T, story *txtar.Archive, got map[string][]byte) {
	t.Helper()
	wanted := 0
	for _, f := range story.Files {
		name, ok := strings.CutPrefix(f.Name, "want/")
		if !ok {
			continue
		}
		wanted++
		content, there := got[name]
		if !there {
			t.Errorf("there is no %s; there are %q: %s", name, slices.Sorted(maps.Keys(got)), got["errors"])
			continue
		}
		if name == "errors" {
			if string(content) != string(f.Data) {
				t.Errorf("it says\n%s, want\n%s", content, f.Data)
			}
			continue
		}
		for line := range strings.Lines(string(f.Data)) {
			line = strings.TrimSpace(line)
			line, not := strings.CutPrefix(line, "!")
			if strings.Contains(string(content), line) == not {
				t.Errorf("%s: %q, want %v in\n%s", name, line, !not, content)
			}
		}
	}
	if wanted == 0 {
		t.Error("the story wants nothing")
	}
	expected := slices.ContainsFunc(story.Files, func(f txtar.File) bool { return f.Name == "want/errors" })
	if got["errors"] != nil && !expected {
		t.Errorf("%s", got["errors"])
	}
}

// guides makes the guides of the site's own.
func guides(t *testing.T) (*Made, map[string][]byte) {
	t.Helper()
	own, err := fs.Sub(web.Files, "guide")
	if err != nil {
		t.Fatal(err)
	}
	assets := make(map[string][]byte)
	s := around(assets)
	s.Anchors["/reference/zh/"], s.Anchors["/reference/en/"] = rows(), rows()
	for _, f := range kit.Files() {
		s.Anchors[f.Address()] = nil
	}
	s.Anchors["/kit/zh/"], s.Anchors["/kit/en/"] = nil, nil
	made, err := Make(Folder{Files: own, Name: "web/guide", Path: "guide"}, s)
	if err != nil {
		t.Fatal(err)
	}
	return made, assets
}

// rows are the anchors of the reference.
func rows() map[string]bool {
	anchors := make(map[string]bool)
	for _, e := range referred(lang.ZH) {
		_, anchor, _ := strings.Cut(e.Address, "#")
		anchors[anchor] = true
	}
	for of := range strings.FieldsSeq(`status about sources fields pos values states error-codes times units envelopes
		sample remarks`) {
		anchors[of] = true
	}
	return anchors
}

// TestGuidesAreLight holds a guide, with the style sheet and the script that it
// loads, to 60 KB.
func TestGuidesAreLight(t *testing.T) {
	made, _ := guides(t)
	common := 0
	for _, name := range []string{"css/base.css", "css/docs/docs.css"} {
		css, err := web.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		common += len(css)
	}
	for name, content := range made.Files {
		if size := len(content) + common; strings.HasSuffix(name, ".html") && size > 60_000 {
			t.Errorf("%s takes %d bytes", name, size)
		}
	}
}

// TestGuidesAreInBothLanguages checks that no page, heading or callback is in one
// language alone.
func TestGuidesAreInBothLanguages(t *testing.T) {
	made, _ := guides(t)
	for _, p := range made.Pages {
		if p.Path == "/guide/" {
			continue // it holds both
		}
		if p.Other == "" {
			t.Errorf("%s is in one language", p.Path)
			continue
		}
		here, there := idsIn(t, made, p.Path), idsIn(t, made, p.Other)
		if !slices.Equal(here, there) {
			t.Errorf("%s has %q, %s %q", p.Path, here, p.Other, there)
		}
	}
}

// idsIn lists the ids in a page, each of which must be there once.
func idsIn(t *testing.T, made *Made, at string) (ids []string) {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(made.Files[strings.TrimPrefix(at, "/")+"index.html"]))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			if a.Key != "id" {
				continue
			}
			if slices.Contains(ids, a.Val) {
				t.Errorf("%s has the id %q twice", at, a.Val)
			}
			ids = append(ids, a.Val)
		}
	}
	return ids
}

// TestSearchFinds asks the page's script, where Node is on the machine.
func TestSearchFinds(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("the search is not tried, as there is no Node")
	}
	_, assets := guides(t)
	script, err := web.Files.ReadFile("js/guide.js")
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct{ lang, typed, found string }{
		{"zh", "JobId", "reference/zh/#JobsDetail.JobId"},
		{"en", "jobid", "reference/en/#JobsDetail.JobId"},
		{"zh", "InvalidHost", "reference/zh/#code.InvalidHost"},
		{"zh", "响应缓存命中", ""},
		{"zh", "重试间隔", "guide/zh/retries/"},
		{"en", "missing body", "reference/en/#code.MissingContent"},
		{"zh", "vn", "reference/zh/#pos-VN"},
		{"zh", "名动词", "reference/zh/#pos-VN"},
		{"en", "Guides", "guide/en/"},
		{"en", "zzzz qqqq", ""},
		{"en", "  ", ""},
	}
	var typed [][]string
	for _, c := range cases {
		typed = append(typed, []string{c.lang, c.typed})
	}
	questions, err := json.Marshal(typed)
	if err != nil {
		t.Fatal(err)
	}
	// What the script has to itself is asked from within.
	end := bytes.LastIndexByte(script, '}')
	asks := slices.Concat(
		[]byte("globalThis.document = { addEventListener() {}, currentScript: null, documentElement: { dataset: {} } };\n"),
		script[:end], []byte("globalThis.ask = (all, typed) => find(all.map(lower), typed); }\n"),
		[]byte("const indexes = { zh: "), assets["assets/search-zh.json"],
		[]byte(", en: "), assets["assets/search-en.json"], []byte("};\n"),
		[]byte("console.log(JSON.stringify("), questions,
		[]byte(".map(([l, typed]) => ask(indexes[l], typed).map((e) => e.a))));\n"))
	file := filepath.Join(t.TempDir(), "ask.js")
	if err := os.WriteFile(file, asks, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(node, file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var answers [][]string
	if err := json.Unmarshal(out, &answers); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for i, c := range cases {
		found := answers[i]
		found = found[:min(3, len(found))]
		if c.found == "" && len(found) > 0 || c.found != "" && !slices.Contains(found, c.found) {
			t.Errorf("%q finds %.300q, want %q among the first", c.typed, found, c.found)
		}
	}
}
