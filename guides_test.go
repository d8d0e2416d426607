//go:build !js

package main

import (
	"cmp"
	"context"
	"go/ast"
	"go/importer"
	goparser "go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/kit"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// guides returns the guides of a language, by the names of their files.
func guides(t *testing.T, language string) map[string]string {
	t.Helper()
	names, err := filepath.Glob("web/guide/" + language + "/*.md")
	if err != nil || len(names) == 0 {
		t.Fatalf("%d guides, error %v", len(names), err)
	}
	found := map[string]string{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		found[path.Base(filepath.ToSlash(name))] = string(text)
	}
	return found
}

var (
	guideHeading = regexp.MustCompile(`(?m)^(##+) .*?(?: \{#([\w-]+)\})?$`)
	guideLink    = regexp.MustCompile(`\]\(([^)\s]+)\)|(?m)^\[[\w-]+\]: (\S+)$`)
	guideBlock   = regexp.MustCompile("(?ms)^```(\\S*) *([^\n]*)\n(.*?)^```$")
)

// prose returns a guide without its pieces of code.
func prose(text string) string { return guideBlock.ReplaceAllString(text, "") }

// blocks returns the pieces of code in a language, each with what stands behind
// the name of it.
func blocks(text, language string) (found [][2]string) {
	for _, m := range guideBlock.FindAllStringSubmatch(text, -1) {
		if m[1] == language {
			found = append(found, [2]string{m[2], m[3]})
		}
	}
	return found
}

// bones lists what a guide must have in common with its translation: the order,
// the date, the headings, the lists and tables, the callbacks and programs, and
// what it rests on.
func bones(text string) (list []string) {
	for _, field := range []string{"order", "date"} {
		list = append(list, regexp.MustCompile(`(?m)^`+field+`: .*$`).FindString(text))
	}
	for line := range strings.Lines(prose(text)) {
		word, _, _ := strings.Cut(line, " ")
		switch {
		case strings.HasPrefix(word, "##"):
			list = append(list, word+guideHeading.FindStringSubmatch(strings.TrimSpace(line))[2])
		case word == "-" || word == "|":
			list = append(list, word)
		}
	}
	for _, language := range []string{"callback", "go", "js", "java", "python", "yaml"} {
		for _, b := range blocks(text, language) {
			list = append(list, b[0]+" "+b[1])
		}
	}
	var links []string
	for _, m := range guideLink.FindAllStringSubmatch(prose(text), -1) {
		link := strings.Replace(m[1]+m[2], "/reference/zh/", "/reference/en/", 1)
		link = strings.Replace(link, "/kit/zh/", "/kit/en/", 1)
		links = append(links, strings.Replace(link, ".zh.md", ".md", 1))
	}
	slices.Sort(links)
	return append(list, slices.Compact(links)...)
}

func TestGuidesSayTheSameInBothLanguages(t *testing.T) {
	zh, en := guides(t, "zh"), guides(t, "en")
	for name := range zh {
		a, b := bones(zh[name]), bones(en[name])
		for i := range max(len(a), len(b)) {
			if i >= len(a) || i >= len(b) || a[i] != b[i] {
				t.Errorf("%s differs from its translation at\n%.200q\n%.200q", name, a[min(i, len(a)):], b[min(i, len(b)):])
				break
			}
		}
		delete(en, name)
	}
	for name := range en {
		t.Errorf("%s is in English only", name)
	}
}

func TestGuidesLeadSomewhere(t *testing.T) {
	written := papers(t)
	for _, language := range []string{"zh", "en"} {
		all := guides(t, language)
		for name, text := range all {
			if lines := strings.Count(text, "\n"); name != "index.md" && (lines < 50 || lines > 220) {
				t.Errorf("%s/%s has %d lines", language, name, lines)
			}
			for _, field := range []string{"title", "order", "description", "date"} {
				if name != "index.md" && !strings.Contains(text, "\n"+field+": ") {
					t.Errorf("%s/%s has no %s", language, name, field)
				}
			}
			for _, m := range guideHeading.FindAllStringSubmatch(prose(text), -1) {
				if m[1] == "##" && m[2] == "" {
					t.Errorf("%s/%s has a heading without an address: %s", language, name, m[0])
				}
			}
			for _, m := range guideLink.FindAllStringSubmatch(prose(text), -1) {
				file, fragment, _ := strings.Cut(m[1]+m[2], "#")
				file = cmp.Or(file, name)
				ours, here := strings.CutPrefix(file, "https://github.com/callbacklens/callbacklens/blob/main/")
				switch {
				case here && (written[ours] == "" || fragment != "" && !anchors(written[ours])[fragment]):
					t.Errorf("%s/%s links to %s%s, which is not in this repository", language, name, m[1], m[2])
				case file == "/kit/"+language+"/":
				case strings.HasPrefix(file, "/kit/"):
					if !slices.ContainsFunc(kit.Files(), func(f kit.File) bool { return f.Address() == file }) {
						t.Errorf("%s/%s links to %s, which is not in the kit", language, name, file)
					}
				case strings.Contains(file, "://"), strings.HasPrefix(file, "/reference/"+language+"/"):
				case all[file] == "" || fragment != "" && !strings.Contains(all[file], "{#"+fragment+"}\n"):
					t.Errorf("%s/%s links to %s%s", language, name, m[1], m[2])
				}
			}
		}
	}
}

var (
	officialLink = regexp.MustCompile(`\((https://(?:[a-z]+\.)?(?:cloud\.tencent|tencentcloud)\.com/[^)]+)\)`)
	dated        = regexp.MustCompile(`20\d\d|undated|未注明日期`)
)

// What a guide claims has a source, and each official page has the date of what was read
// behind it: pages change.
func TestGuidesHaveSourcesWithDates(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		for name, text := range guides(t, language) {
			if name != "index.md" && !strings.Contains(prose(text), "](https://") {
				t.Errorf("%s/%s has no source", language, name)
			}
			for line := range strings.Lines(prose(text)) {
				for _, at := range officialLink.FindAllStringSubmatchIndex(line, -1) {
					if !dated.MatchString(line[at[1]:]) {
						t.Errorf("%s/%s names no date behind %s", language, name, line[at[2]:at[3]])
					}
				}
			}
		}
	}
}

// A guide that shows a body must not show one that cannot be read, save to say so.
func TestBodiesOfGuidesCanBeRead(t *testing.T) {
	count := 0
	for name, text := range guides(t, "en") {
		for _, b := range blocks(text, "callback") {
			count++
			report := parser.Inspect(context.Background(), []byte(b[1]), parser.Options{})
			bad := len(report.Callbacks) == 0
			for _, d := range report.Diagnostics {
				bad = bad || d.Severity == parser.Error
			}
			if bad != strings.Contains(b[0], "errors") {
				t.Errorf("%s: errors %v in a block marked %q: %.60q", name, bad, b[0], b[1])
			}
		}
	}
	if count < 10 {
		t.Errorf("%d bodies", count)
	}
}

// What the reference lists must not be missing where it is explained: error codes,
// parts of speech, and what a request may hold.
func TestGuidesAreComplete(t *testing.T) {
	var fields, codes, tags []string
	for _, table := range reference.Tables() {
		for _, f := range table.Fields {
			if strings.HasPrefix(f.Path, "Request") {
				fields = append(fields, f.Name)
			}
		}
	}
	for _, table := range reference.CodeTables() {
		for _, c := range table.Codes {
			codes = append(codes, c.Value)
		}
	}
	for _, p := range reference.PartsOfSpeech() {
		tags = append(tags, strings.ToLower(p.Tag))
	}
	for _, language := range []string{"zh", "en"} {
		all := guides(t, language)
		for name, words := range map[string][]string{
			"set-up.md": fields, "error-codes.md": codes, "parts-of-speech.md": tags,
		} {
			for _, word := range words {
				if !regexp.MustCompile(`(^|[^\w-])` + word + `($|\W)`).MatchString(all[name]) {
					t.Errorf("%s/%s says nothing of %s", language, name, word)
				}
			}
		}
	}
}

// compiled finds packages as the go command has compiled them.
func compiled(t *testing.T, fset *token.FileSet, packages []string) types.Importer {
	t.Helper()
	args := append([]string{"list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}"}, packages...)
	out, err := exec.Command("go", args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for line := range strings.Lines(string(out)) {
		name, file, _ := strings.Cut(strings.TrimSpace(line), " ")
		files[name] = file
	}
	return importer.ForCompiler(fset, "gc", func(name string) (io.ReadCloser, error) {
		return os.Open(files[name])
	})
}

// What is printed to be copied compiles as it stands, in guides and on the front page.
func TestProgramsInPapersCompile(t *testing.T) {
	fset := token.NewFileSet()
	var programs []*ast.File
	var packages []string
	texts := guides(t, "en")
	for _, name := range []string{"README.md", "README.zh.md"} {
		if texts[name] = papers(t)[name]; len(blocks(texts[name], "go")) == 0 {
			t.Errorf("%s has no program", name)
		}
	}
	for name, text := range texts {
		for _, b := range blocks(text, "go") {
			file, err := goparser.ParseFile(fset, name, b[1], 0)
			if err != nil {
				t.Fatal(err)
			}
			programs = append(programs, file)
			for _, spec := range file.Imports {
				packages = append(packages, strings.Trim(spec.Path.Value, `"`))
			}
		}
	}
	config := types.Config{Importer: compiled(t, fset, packages), Error: func(err error) { t.Error(err) }}
	for _, file := range programs {
		_, _ = config.Check("main", fset, []*ast.File{file}, nil)
	}
	if len(programs) == 0 {
		t.Error("there is no program")
	}
}
