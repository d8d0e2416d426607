//go:build !js

package site

import (
	"bytes"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoticesOfEveryModule asks the go command what the program is made of, and
// finds the licence of each on the page, word by word.
func TestNoticesOfEveryModule(t *testing.T) {
	page := html.UnescapeString(string(mustBuild(t, Options{Program: program}).Files["notices/index.html"]))
	if page == "" {
		t.Fatal("there is no page")
	}
	modfile, err := leanModfile(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{}, {"-modfile", modfile}} {
		args = append([]string{"list", "-deps", "-f", "{{with .Module}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}"}, append(args, module)...)
		out, err := goCommand(args...)
		if err != nil {
			t.Fatal(err)
		}
		modules := 0
		for line := range strings.Lines(out) {
			path, rest, ok := strings.Cut(strings.TrimSpace(line), "\t")
			if !ok {
				continue // of Go itself
			}
			modules++
			version, dir, _ := strings.Cut(rest, "\t")
			if !strings.Contains(page, ">"+strings.TrimSpace(path+" "+version)+"<") {
				t.Errorf("%s %s is not on the page", path, version)
			}
			text, err := os.ReadFile(filepath.Join(dir, "LICENSE"))
			if err == nil && !strings.Contains(page, strings.TrimSpace(string(text))) {
				t.Errorf("the licence of %s is not on the page", path)
			}
		}
		if modules < 3 {
			t.Errorf("%d modules: %s", modules, out)
		}
	}
	root, err := goCommand("env", "GOROOT")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"LICENSE", "PATENTS"} {
		if text, err := os.ReadFile(filepath.Join(root, name)); err == nil && !strings.Contains(page, strings.TrimSpace(string(text))) {
			t.Errorf("%s of Go is not on the page", name)
		}
	}
}

func TestAllNoticesAreThoseOfTheCommandLineToo(t *testing.T) {
	all, err := AllNotices()
	if err != nil {
		t.Fatal(err)
	}
	ofPage, err := Notices()
	if err != nil {
		t.Fatal(err)
	}
	out, err := runGo(t.Context(), nil, "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", module)
	if err != nil {
		t.Fatal(err)
	}
	for path := range strings.FieldsSeq(out + " golang.org/x/text") {
		if n := bytes.Count(all, []byte("\n-- "+path+" ")); path != module && n == 0 {
			t.Errorf("%s has no notice", path)
		}
	}
	if bytes.Contains(ofPage, []byte("golang.org/x/mod")) || !bytes.HasPrefix(all, []byte("-- "+module+": LICENSE --")) {
		t.Errorf("%.100q, %.100q", ofPage, all)
	}
}

func TestNoticesPageIsReadWithoutScript(t *testing.T) {
	s := mustBuild(t, Options{Program: program, Prefix: "/viewer"})
	page := s.Files["notices/index.html"]
	if bytes.Contains(page, []byte("<script")) {
		t.Error("there is a script on it")
	}
	for _, want := range []string{`href="../` + s.assets["style.css"] + `"`, `href="../"`, "开源许可", "Licences", `lang="en"`, Policy[:20]} {
		if !strings.Contains(html.UnescapeString(string(page)), want) {
			t.Errorf("%s is not on it", want)
		}
	}
	for _, name := range []string{"index.html", "reference/zh/index.html", "reference/en/index.html"} {
		if up := s.rootOf("/" + strings.TrimSuffix(name, "index.html")); !bytes.Contains(s.Files[name], []byte(`href="`+up+`notices/"`)) {
			t.Errorf("%s does not lead there", name)
		}
	}
}

func TestProgramBringsItsNotices(t *testing.T) {
	own := program
	own.Notices = []byte("-- example.com/m v1.0.0: COPYING --\nDo <as> you like.\n")
	page := mustBuild(t, Options{Program: own}).Files["notices/index.html"]
	if !bytes.Contains(page, []byte("<h2>example.com/m v1.0.0</h2><h3>COPYING</h3><pre>Do &lt;as&gt; you like.")) {
		t.Errorf("%s", page)
	}
	own.Notices = []byte("nothing")
	if _, err := Build(Options{Program: own}); err == nil {
		t.Error("a site was built without notices")
	}
}

func TestScriptOfGoKeepsItsLicence(t *testing.T) {
	root, err := goCommand("env", "GOROOT")
	if err != nil {
		t.Fatal(err)
	}
	support, err := os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		t.Fatal(err)
	}
	s := mustBuild(t, Options{Program: Program{Wasm: program.Wasm, Support: support}})
	script := string(s.Files[s.assets["go.js"]])
	header, _, _ := strings.Cut(string(support), "\n\n")
	if !strings.Contains(header, "The Go Authors") || !strings.HasPrefix(script, header+"\n") {
		t.Errorf("it begins with %.200q", script)
	}
	if strings.Contains(script, "\n\t") || strings.Contains(strings.TrimPrefix(script, header), "\n//") {
		t.Error("the rest has comments of its own")
	}
}

func TestPartWithoutLicenceStopsTheBuild(t *testing.T) {
	dir := t.TempDir()
	below := filepath.Join(dir, "pkg", "inner")
	if err := os.MkdirAll(below, 0o755); err != nil {
		t.Fatal(err)
	}
	p := part{"example.com/m", "v1.0.0", dir, []string{below}}
	if err := os.WriteFile(filepath.Join(dir, "license.go"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := p.notices(); err == nil || !strings.Contains(err.Error(), "example.com/m v1.0.0") {
		t.Errorf("%v", err)
	}
	for _, name := range []string{"LICENCE.md", "NOTICE", "pkg/COPYING", "pkg/inner/LICENSE-MIT"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, err := p.notices()
	if err != nil || len(files) != 4 {
		t.Fatalf("%v, %v", files, err)
	}
	if got := files[3].Name; got != "example.com/m v1.0.0: pkg/inner/LICENSE-MIT" {
		t.Errorf("%q", got)
	}
}
