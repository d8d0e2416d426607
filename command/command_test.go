//go:build !js

package command

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// run runs a command with nothing on standard input.
func run(args ...string) (code int, out, complaints string) {
	var o, e bytes.Buffer
	code = Main(args, Streams{In: strings.NewReader(""), Out: &o, Err: &e})
	return code, o.String(), e.String()
}

func TestWrongUse(t *testing.T) {
	for _, c := range []struct {
		args []string
		says string
	}{
		{nil, "callbacklens inspect"},
		{[]string{"frobnicate"}, `no command "frobnicate"`},
		{[]string{"build", "-frobnicate"}, "-frobnicate"},
		{[]string{"build", "here"}, `unexpected argument "here"`},
		{[]string{"build", "-prefix", "viewer/"}, "/viewer"},
		{[]string{"build", "-wasm", "/does/not/exist"}, "/does/not/exist"},
		{[]string{"schema", "here"}, `unexpected argument "here"`},
		{[]string{"notices", "here"}, `unexpected argument "here"`},
		{[]string{"kit", "here"}, `unexpected argument "here"`},
		{[]string{"kit", "-lang", "cobol"}, `no language "cobol"; there are go`},
		{[]string{"clean", "here"}, `unexpected argument "here"`},
		{[]string{"clean", "-dir", "."}, "nothing is deleted"},
		{[]string{"serve", "-dir", "/does/not/exist"}, "callbacklens build"},
		{[]string{"serve", "http"}, `"http" is not a port`},
		{[]string{"serve", "70000"}, `"70000" is not a port`},
		{[]string{"serve", "1", "2"}, `unexpected argument "2"`},
	} {
		code, out, complaints := run(c.args...)
		if code != exitUsage || out != "" || !strings.Contains(complaints, c.says) {
			t.Errorf("%q: code %d, out %q, complaints %q, want %q in them", c.args, code, out, complaints, c.says)
		}
	}
}

func TestKitIsWrittenAndNothingOverwritten(t *testing.T) {
	dir := t.TempDir()
	for range 2 {
		if code, out, complaints := run("kit", "-lang", "go", "-o", dir); code != exitOK || complaints != "" ||
			!strings.Contains(out, filepath.Join(dir, "callback.go")) {
			t.Fatalf("code %d, out %q, complaints %q", code, out, complaints)
		}
	}
	mine := filepath.Join(dir, "callback.go")
	if err := os.WriteFile(mine, []byte("package mine\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, complaints := run("kit", "-lang", "go", "-o", dir); code != exitUsage || !strings.Contains(complaints, mine) {
		t.Errorf("code %d, complaints %q", code, complaints)
	}
	if text, err := os.ReadFile(mine); err != nil || string(text) != "package mine\n" {
		t.Errorf("what was there is gone: %q, %v", text, err)
	}
	all := t.TempDir()
	for _, name := range []string{"go/callback.go", "java/pom.xml", "README.md"} { // of all languages a folder for each
		if code, out, _ := run("kit", "-o", all); code != exitOK || !strings.Contains(out, filepath.Join(all, filepath.FromSlash(name))) {
			t.Errorf("code %d, no %s in %q", code, name, out)
		}
	}
}

func TestHelp(t *testing.T) {
	if code, out, _ := run("help"); code != exitOK || !strings.Contains(out, "callbacklens serve") {
		t.Errorf("code %d, %q", code, out)
	}
}

func TestSchemaIsPrinted(t *testing.T) {
	code, out, complaints := run("schema")
	var schema map[string]any
	if err := json.Unmarshal([]byte(out), &schema); err != nil || code != exitOK || complaints != "" {
		t.Errorf("code %d, %v, complaints %q", code, err, complaints)
	}
	if schema["$schema"] != "https://json-schema.org/draft/2020-12/schema" {
		t.Errorf("it is a schema of %v", schema["$schema"])
	}
}

func TestSchemaOfXMLIsPrinted(t *testing.T) {
	code, out, complaints := run("schema", "-xsd")
	if code != exitOK || complaints != "" || !strings.Contains(out, `<xs:element name="WordsGeneralizeToken"`) {
		t.Errorf("code %d, complaints %q, out %.200q", code, complaints, out)
	}
}

// aProgram puts a compiled program into dir and returns its name.
func aProgram(t *testing.T, dir string) string {
	t.Helper()
	wasm := filepath.Join(dir, "app.wasm")
	// Nothing asked for, no functions, and the name of one in the data.
	const module = "\x00asm\x01\x00\x00\x00" + "\x02\x01\x00" + "\x03\x01\x00" + "\x0a\x01\x00" +
		"\x0b\x30" + "\x01\x00\x41\x00\x0b\x2a" + "github.com/callbacklens/callbacklens/app.R"
	for name, content := range map[string]string{wasm: module, filepath.Join(dir, "wasm_exec.js"): "globalThis.Go = class {};"} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return wasm
}

func TestBuildWithAProgram(t *testing.T) {
	dir := t.TempDir()
	wasm := aProgram(t, dir)
	dist := filepath.Join(dir, "dist")
	if code, out, complaints := run("build", "-out", dist, "-wasm", wasm); code != exitOK || !strings.Contains(out, dist) {
		t.Fatalf("code %d, %q, %q", code, out, complaints)
	}
	for _, name := range []string{"index.html", "worker.js", "manifest.webmanifest", "reference/zh/index.html"} {
		if _, err := os.Stat(filepath.Join(dist, name)); err != nil {
			t.Error(err)
		}
	}
}

func TestBuildBesideOtherFiles(t *testing.T) {
	dir := t.TempDir()
	wasm := aProgram(t, dir)
	dist := filepath.Join(dir, "dist")
	note := filepath.Join(dist, "note.txt")
	if err := os.Mkdir(dist, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(note, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, complaints := run("build", "-out", dist, "-wasm", wasm); code != exitUsage || !strings.Contains(complaints, "-beside") || !strings.Contains(complaints, "note.txt") {
		t.Fatalf("code %d, %q", code, complaints)
	}
	if code, _, complaints := run("build", "-out", dist, "-wasm", wasm, "-beside"); code != exitOK {
		t.Fatalf("code %d, %q", code, complaints)
	}
	style, err := filepath.Glob(filepath.Join(dist, "assets", "style.*.css"))
	if err != nil || len(style) != 1 {
		t.Fatal(style, err)
	}
	if err := os.WriteFile(style[0], []byte("/* mine now */"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, complaints := run("clean", "-dir", dist); code != exitOK || !strings.Contains(out, filepath.Base(style[0])) {
		t.Fatalf("code %d, %q, %q", code, out, complaints)
	}
	var left []string
	err = filepath.WalkDir(dist, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			left = append(left, path)
		}
		return err
	})
	if want := []string{style[0], note}; err != nil || !slices.Equal(left, want) {
		t.Errorf("%q is left, want %q; %v", left, want, err)
	}
}

func TestNoticesBesideAProgram(t *testing.T) {
	code, text, complaints := run("notices")
	if code != exitOK || !strings.Contains(text, "-- github.com/maxence-charriere/go-app/v9 ") || !strings.Contains(text, "LICENSE --") {
		t.Fatalf("code %d, %q, %q", code, text, complaints)
	}
	dir := t.TempDir()
	wasm := aProgram(t, dir)
	if err := os.WriteFile(filepath.Join(dir, "notices.txt"), []byte("-- example.com/m: COPYING --\nDo.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, complaints := run("build", "-out", filepath.Join(dir, "dist"), "-wasm", wasm); code != exitOK {
		t.Fatalf("code %d, %q", code, complaints)
	}
	page, err := os.ReadFile(filepath.Join(dir, "dist", "notices", "index.html"))
	if err != nil || !strings.Contains(string(page), "example.com/m") {
		t.Errorf("%v, %s", err, page)
	}
}

func TestBuildIntoSources(t *testing.T) {
	wasm := aProgram(t, t.TempDir())
	for _, dir := range []string{".", "..", "../..", "../web/js", "../web", "../testdata", "../site/_client", "../.ci", "../go.mod"} {
		if code, _, complaints := run("build", "-out", dir, "-wasm", wasm); code != exitUsage || !strings.Contains(complaints, "nothing is written") && !strings.Contains(complaints, "not a folder") {
			t.Errorf("%s: code %d, %q", dir, code, complaints)
		}
		if _, err := os.Lstat(filepath.Join(dir, "index.html")); err == nil {
			t.Errorf("%s: a page is there", dir)
		}
	}
}

func TestBuildWithoutAFolder(t *testing.T) {
	if code, _, complaints := run("build", "-out", "", "-wasm", aProgram(t, t.TempDir())); code != exitUsage || !strings.Contains(complaints, "no name") {
		t.Errorf("code %d, %q", code, complaints)
	}
}

// The help and the papers list every format.
func TestEveryFormatIsInThePapers(t *testing.T) {
	for _, paper := range []string{"../docs/cli.md", "../docs/cli.zh.md"} {
		text, err := os.ReadFile(paper)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range formatNames() {
			if !strings.Contains(string(text), "`"+name+"`") {
				t.Errorf("%s says nothing of %s", paper, name)
			}
		}
	}
	if _, help, _ := runWith(t, "", "help"); !strings.Contains(help, "-format "+strings.Join(formatNames(), "|")+"]") {
		t.Errorf("the help is\n%s", help)
	}
}
