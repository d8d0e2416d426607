//go:build !js

package command

import (
	"bytes"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/site"
)

// folder writes files into a folder of their own.
func folderOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, files)
	return dir
}

func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// A folder of Markdown becomes a part of the site; where something in it is wrong,
// nothing is written.
func TestBuildMakesDocumentation(t *testing.T) {
	wasm, dist := aProgram(t, t.TempDir()), filepath.Join(t.TempDir(), "dist")
	docs := folderOf(t, map[string]string{"lens.toml": `path = "help"`, "a.md": "# Ours\n\n[gone](b.md)\n"})
	if code, _, complaints := run("build", "-quick", "-out", dist, "-wasm", wasm, "-docs", docs); code != exitUsage ||
		!strings.Contains(complaints, "a.md:3: the link b.md leads nowhere") {
		t.Errorf("code %d, %s", code, complaints)
	}
	if _, err := os.Stat(dist); err == nil {
		t.Error("a site was written")
	}
	// that is said before the program is read or compiled
	if _, _, complaints := run("build", "-out", dist, "-wasm", wasm+".none", "-docs", docs); !strings.Contains(complaints, "a.md:3: ") {
		t.Errorf("without a program it says %s", complaints)
	}
	put(t, docs, map[string]string{"b.md": "# More\n"})
	if code, _, complaints := run("build", "-quick", "-out", dist, "-wasm", wasm, "-docs", docs); code != exitOK {
		t.Fatalf("code %d, %s", code, complaints)
	}
	for name, want := range map[string]string{
		"help/a/index.html": `<a href="../../help/b/">gone</a>`, "help/index.html": "Ours", "guide/zh/index.html": "<h1>",
	} {
		if page, err := os.ReadFile(filepath.Join(dist, name)); err != nil || !strings.Contains(string(page), want) {
			t.Errorf("%s lacks %s: %v", name, want, err)
		}
	}
}

// In the archive of a release the built program stands beside the command, which then
// needs neither Go nor a checkout, and runs in any folder.
func TestBuildNeedsNoGoBesideAProgram(t *testing.T) {
	dir, docs := t.TempDir(), folderOf(t, map[string]string{"zh/a.md": "# 甲\n", "en/a.md": "# A\n"})
	aProgram(t, dir)
	put(t, dir, map[string]string{"notices.txt": "-- Go 1: LICENSE --\nbe kind\n"})
	self := filepath.Join(dir, "callbacklens.exe")
	if err := os.Link(os.Args[0], self); err != nil {
		binary, err := os.ReadFile(os.Args[0])
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(self, binary, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	cmd, complaints := program(t, "build", "-quick", "-docs", docs)
	cmd.Path, cmd.Dir = self, t.TempDir()
	cmd.Env = []string{asProgram + "=1", "PATH="}
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %s", err, complaints)
	}
	if _, err := os.Stat(filepath.Join(cmd.Dir, "dist", "docs", "zh", "a", "index.html")); err != nil {
		t.Error(err)
	}
}

// What is written is seen when the page is loaded again, and so is what is wrong.
func TestPreviewFollowsTheFolder(t *testing.T) {
	docs := folderOf(t, map[string]string{"a.md": "# First\n"})
	var out, complaints bytes.Buffer
	h, done, err := preview(docs, aProgram(t, t.TempDir()), site.Options{Prefix: "/lens"}, Streams{Out: &out, Err: &complaints})
	if err != nil {
		t.Fatal(err)
	}
	defer done()
	get := func(address string) (int, string) {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", address, nil))
		return w.Code, w.Body.String()
	}
	if code, page := get("/lens/docs/a/"); code != 200 || !strings.Contains(page, "First") {
		t.Errorf("status %d, %s", code, page)
	}
	put(t, docs, map[string]string{"a.md": "# Second, and longer\n"})
	if code, page := get("/lens/docs/a/"); code != 200 || !strings.Contains(page, "Second") {
		t.Errorf("status %d, %s", code, page)
	}
	put(t, docs, map[string]string{"a.md": "# Third\n\n<script>\n"})
	if code, page := get("/lens/docs/a/"); code != 500 || !strings.Contains(page, "a.md:3: tags of HTML") {
		t.Errorf("status %d, %s", code, page)
	}
	if !strings.Contains(complaints.String(), "a.md:3: tags of HTML") {
		t.Errorf("it says %q", complaints.String())
	}
	if code, _ := get("/lens/worker.js"); code != 200 {
		t.Errorf("what the page loads: status %d", code)
	}
	put(t, docs, map[string]string{"a.md": "# Fourth\n"})
	if code, page := get("/lens/docs/a/"); code != 200 || !strings.Contains(page, "Fourth") {
		t.Errorf("status %d, %s", code, page)
	}
	if code, _ := get("/lens/"); code != 200 || !strings.Contains(out.String(), "/lens/docs/: 2 pages") {
		t.Errorf("status %d, %q", code, out.String())
	}
}
