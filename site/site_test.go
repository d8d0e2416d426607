//go:build !js

package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"html"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/kit"
)

var program = Program{Wasm: []byte("\x00asm\x01\x00\x00\x00"), Support: []byte("globalThis.Go = class {};")}

func mustBuild(t *testing.T, opt Options) *Site {
	t.Helper()
	opt.Quick = true
	s, err := Build(opt)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestPrerenderIsOrderedAndRelative(t *testing.T) {
	page := func() goapp.UI {
		return goapp.Main().Class("m").ID("i").Lang("en").Title("t").Body(
			goapp.P().Text("one"),
			goapp.P().Body(goapp.Text("two "), goapp.B().Text("bold"), goapp.Text(" three")),
			goapp.Pre().Body(goapp.Text("\na\n"), goapp.I().Text("b"), goapp.Text("\nc\n")),
			goapp.A().Href("/reference/en/#x").Text("r"),
			goapp.A().Href("#y").Text("y"),
			goapp.A().Href("https://example.com/").Text("e"),
		)
	}
	const want = `<main class="m" id="i" lang="en" title="t">` +
		`<p>one</p><p>two <b>bold</b> three</p><pre>` + "\n\na\n<i>b</i>\nc\n" + `</pre>` +
		`<a href="../../reference/en/#x">r</a><a href="#y">y</a><a href="https://example.com/">e</a></main>`
	for range 20 { // go-app's order differs from one time to the next
		got, err := prerender(page(), "../../")
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Fatalf("got\n%q, want\n%q", got, want)
		}
	}
}

func TestCheckPrefix(t *testing.T) {
	for prefix, ok := range map[string]bool{
		"": true, "/viewer": true, "/tools/callback-lens": true, "/v1.2": true,
		"/": false, "viewer": false, "/viewer/": false, "//viewer": false, "/a/../b": false, "/..": false, "/a b": false, `/"`: false, "/回": false,
	} {
		if err := CheckPrefix(prefix); (err == nil) != ok {
			t.Errorf("%q: %v", prefix, err)
		}
	}
}

func TestVersionFollowsTheContent(t *testing.T) {
	one := mustBuild(t, Options{Program: program})
	if again := mustBuild(t, Options{Program: program}); again.Version != one.Version || !maps.EqualFunc(again.Files, one.Files, bytes.Equal) {
		t.Error("the same input gave another site")
	}
	other := program
	other.Wasm = append(bytes.Clone(other.Wasm), 0, 1, 0)
	if mustBuild(t, Options{Program: other}).Version == one.Version {
		t.Error("another program has the same version")
	}
	for name, content := range one.Files {
		if strings.HasSuffix(name, ".html") && !bytes.Contains(content, []byte(`data-version="`+one.Version+`"`)) {
			t.Errorf("%s does not tell the version", name)
		}
	}
}

// TestWorkerKeepsEveryFile but those that nobody opens without a network.
// What is there to be read and copied must not be run by a host that knows PHP.
func TestKitIsThereToBeRead(t *testing.T) {
	all := mustBuild(t, Options{Program: program}).Files
	for name := range all {
		if ext := path.Ext(name); strings.HasPrefix(name, "kit/") && (types[ext] == "" || ext == ".php") {
			t.Errorf("%s is of type %q", name, types[ext])
		}
	}
	// A page in each language tells of every file, and the page above leads to both.
	for _, at := range []string{"kit/en/index.html", "kit/zh/index.html"} {
		for _, f := range kit.Files() {
			if !strings.HasPrefix(f.Name, "README") && !bytes.Contains(all[at], []byte(`"../..`+f.Address()+`"`)) {
				t.Errorf("%s does not lead to %s", at, f.Name)
			}
		}
		if !bytes.Contains(all["kit/index.html"], []byte(`"../`+strings.TrimSuffix(at, "index.html")+`"`)) {
			t.Errorf("the page above %s does not lead to it", at)
		}
	}
}

func TestWorkerKeepsEveryFile(t *testing.T) {
	s := mustBuild(t, Options{Program: program})
	_, rest, _ := strings.Cut(string(s.Files["worker.js"]), "const site = ")
	list, _, _ := strings.Cut(rest, ";\n")
	var keeps struct {
		Version, Parcel string
		Assets, Pages   []string
	}
	if err := json.Unmarshal([]byte(list), &keeps); err != nil {
		t.Fatal(err)
	}
	if keeps.Version != s.Version {
		t.Errorf("version %q, want %q", keeps.Version, s.Version)
	}
	var pages map[string]kept
	if err := json.Unmarshal(unpack(t, s.Files[keeps.Parcel]), &pages); err != nil {
		t.Fatal(err)
	}
	if listed := slices.Sorted(maps.Keys(pages)); !slices.Equal(listed, keeps.Pages) {
		t.Errorf("the parcel holds %q, listed are %q", listed, keeps.Pages)
	}
	for name, content := range s.Files {
		switch {
		case s.loose[name]:
			if strings.Contains(list, name) {
				t.Errorf("the worker knows %s", name)
			}
		case name == "worker.js" || name == keeps.Parcel:
		case strings.HasPrefix(name, "assets/"):
			if !slices.Contains(keeps.Assets, name) {
				t.Errorf("the worker does not know %s", name)
			}
		default:
			got := pages[strings.TrimSuffix(name, "index.html")]
			if got.Text != string(content) || got.Type == "" || got.Type != types[path.Ext(name)] {
				t.Errorf("the parcel holds another %s, of type %q", name, got.Type)
			}
		}
	}
	if n := len(keeps.Assets) + len(keeps.Pages); n != len(s.Files)-2-len(s.loose) {
		t.Errorf("the worker keeps %d files of %d, %d of which are not for it", n, len(s.Files)-2, len(s.loose))
	}
}

// TestEveryAssetHasItsSum checks that the worker knows the sum of each asset, of
// what is packed also unpacked, and that pages tell the browser those of what
// they load.
func TestEveryAssetHasItsSum(t *testing.T) {
	s := mustBuild(t, Options{Program: program})
	sum := func(content []byte) string {
		h := sha256.Sum256(content)
		return base64.StdEncoding.EncodeToString(h[:])
	}
	for name, content := range s.Files {
		if !strings.HasPrefix(name, "assets/") {
			continue
		}
		want := known{types[path.Ext(name)], sum(content)}
		if strings.HasSuffix(name, ".gz") {
			want.Sums += " " + sum(unpack(t, content))
		}
		if s.known[name] != want {
			t.Errorf("%s is known as %v, want %v", name, s.known[name], want)
		}
	}
	for name, content := range s.Files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		page := html.UnescapeString(string(content))
		for _, asset := range []string{"style.css", "go.js", "start.js"} {
			if strings.Contains(page, s.assets[asset]) && !strings.Contains(page, s.assets[asset]+`" integrity="sha256-`+s.known[s.assets[asset]].Sums+`"`) {
				t.Errorf("%s loads %s unchecked", name, asset)
			}
		}
	}
}

func TestManifestPrefix(t *testing.T) {
	for prefix, want := range map[string]string{"": "./", "/viewer": "/viewer/"} {
		var m manifest
		if err := json.Unmarshal(mustBuild(t, Options{Prefix: prefix, Program: program}).Files["manifest.webmanifest"], &m); err != nil {
			t.Fatal(err)
		}
		if m.Scope != want || m.StartURL != want || m.FileHandlers[0].Action != want {
			t.Errorf("prefix %q: scope %q, start %q, action %q", prefix, m.Scope, m.StartURL, m.FileHandlers[0].Action)
		}
		if (m.ID != "") != (prefix != "") {
			t.Errorf("prefix %q: id %q", prefix, m.ID)
		}
	}
}

func TestPackHasNoTime(t *testing.T) {
	for name, pack := range map[string]func([]byte) ([]byte, error){"small": packSmall, "quickly": packQuickly} {
		packed, err := pack([]byte("program"))
		if err != nil {
			t.Fatal(err)
		}
		r, err := gzip.NewReader(bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		if !r.ModTime.IsZero() || r.Name != "" {
			t.Errorf("%s: header %+v", name, r.Header)
		}
		if got := unpack(t, packed); string(got) != "program" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func unpack(t *testing.T, packed []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestWriteReplacesOnlyASite(t *testing.T) {
	other := program
	other.Wasm = append(bytes.Clone(other.Wasm), 0, 1, 0)
	before, s := mustBuild(t, Options{Program: other}), mustBuild(t, Options{Program: program})
	dir := filepath.Join(t.TempDir(), "dist")
	if err := before.Write(dir); err != nil {
		t.Fatal(err)
	}
	mine := filepath.Join(dir, "assets", "mine.js")
	if err := os.WriteFile(mine, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.Write(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, before.assets["app.wasm.gz"])); err == nil {
		t.Error("a file of the site before is left")
	}
	if _, err := os.Stat(mine); err != nil {
		t.Error("a file of others is gone")
	}
	for name, content := range s.Files {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.Equal(got, content) {
			t.Errorf("%s is not the site's: %v", name, err)
		}
	}
	occupied := t.TempDir()
	if err := os.WriteFile(filepath.Join(occupied, "mine.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.Write(occupied); err == nil {
		t.Error("a folder with other files was taken")
	}
}

func TestOrderedHasWhatIsLoadedFirst(t *testing.T) {
	s := mustBuild(t, Options{Program: program})
	files := s.Ordered()
	if len(files) != len(s.Files) {
		t.Fatalf("%d files of %d", len(files), len(s.Files))
	}
	var there []string
	for _, f := range files {
		for name := range s.Files {
			base := path.Base(name)
			if strings.HasPrefix(name, "assets/") && bytes.Contains(f.Content, []byte(base)) && !slices.Contains(there, name) {
				t.Errorf("%s comes before %s, which it loads", f.Name, name)
			}
		}
		there = append(there, f.Name)
	}
}

func TestHandler(t *testing.T) {
	files := fstest.MapFS{
		"index.html":              {Data: []byte("home")},
		"reference/en/index.html": {Data: []byte("reference")},
		"assets/app.1.wasm.gz":    {Data: []byte("\x1f\x8b")},
	}
	for _, c := range []struct {
		prefix, path string
		status       int
		header, want string
	}{
		{"", "/", 200, "Content-Type", "text/html; charset=utf-8"},
		{"", "/index.html", 200, "Cache-Control", "no-cache"},
		{"", "/?x=1", 200, "X-Content-Type-Options", "nosniff"},
		{"", "/", 200, "Content-Security-Policy", "frame-ancestors 'none'"},
		{"", "/", 200, "Referrer-Policy", "no-referrer"},
		{"", "/reference/en/", 200, "Content-Type", "text/html; charset=utf-8"},
		{"", "/reference/en", 301, "Location", "en/"},
		{"", "/reference/", 404, "", ""},
		{"", "/assets/", 404, "", ""},
		{"", "/assets/app.1.wasm.gz", 200, "Content-Type", "application/octet-stream"},
		{"", "/assets/app.1.wasm.gz", 200, "Content-Encoding", ""},
		{"", "/../go.mod", 307, "", ""},
		{"/viewer", "/viewer/", 200, "", ""},
		{"/viewer", "/viewer", 307, "Location", "/viewer/"},
		{"/viewer", "/", 302, "Location", "/viewer/"},
		{"/viewer", "/index.html", 404, "", ""},
	} {
		w := httptest.NewRecorder()
		Handler(files, c.prefix).ServeHTTP(w, httptest.NewRequest(http.MethodGet, c.path, nil))
		if w.Code != c.status {
			t.Errorf("%s%s: status %d, want %d", c.prefix, c.path, w.Code, c.status)
		}
		if got := w.Header().Get(c.header); c.header != "" && got != c.want {
			t.Errorf("%s%s: %s %q, want %q", c.prefix, c.path, c.header, got, c.want)
		}
	}
	w := httptest.NewRecorder()
	Handler(files, "").ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/", nil))
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: status %d", w.Code)
	}
}

func TestHandlerServesOnlyTheSite(t *testing.T) {
	base := t.TempDir()
	for name, content := range map[string]string{
		"secret": "SECRET", "away/index.html": "SECRET",
		"dist/index.html": "home", "dist/.git/config": "SECRET", "dist/.callbacklens-files.json": "SECRET",
		"dist/reference/.hidden/index.html": "SECRET", "dist/assets/.app.js.0a0b0c0d.new": "SECRET",
	} {
		if err := os.MkdirAll(filepath.Join(base, path.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(base, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range map[string]string{
		"dist/link": "../secret", "dist/absolute": filepath.Join(base, "secret"), "dist/inside": ".git/config",
		"dist/folder": "../away", "dist/assets/up": "..", "dist/loop": "loop",
	} {
		if err := os.Symlink(target, filepath.Join(base, name)); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(filepath.Join(base, "dist"))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	h := Handler(root.FS(), "")
	get := func(address string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL.Path = address
		h.ServeHTTP(w, r)
		return w
	}
	if w := get("/"); w.Code != http.StatusOK || w.Body.String() != "home" {
		t.Errorf("/: status %d, %q", w.Code, w.Body)
	}
	for _, address := range []string{
		"/link", "/absolute", "/inside", "/folder/", "/folder/index.html", "/assets/up/index.html", "/assets/up/", "/loop",
		"/.git/config", "/.git/", "/.git", "/.callbacklens-files.json", "/reference/.hidden/", "/assets/.app.js.0a0b0c0d.new",
		"/../secret", "//../secret", "/assets/../../secret", "/assets/\\..\\..\\secret", "/index.html\x00", "/index.html/x",
	} {
		w := get(address)
		if w.Code == http.StatusOK || strings.Contains(w.Body.String(), "SECRET") {
			t.Errorf("%q: status %d, %q", address, w.Code, w.Body)
		}
		for name, value := range headers {
			if w.Header().Get(name) != value {
				t.Errorf("%q: %s is %q", address, name, w.Header().Get(name))
			}
		}
	}
}

// TestLockIsNarrower checks that the start-up script's second policy names no
// source of content that the first one does not, and no host at all.
func TestLockIsNarrower(t *testing.T) {
	s := mustBuild(t, Options{Program: program})
	script := string(s.Files[s.assets["start.js"]])
	for _, directive := range []string{"default-src 'none'", "script-src 'wasm-unsafe-eval'", "style-src 'none'", "form-action 'none'", "base-uri 'none'"} {
		if !strings.Contains(script, `"`+directive+`"`) {
			t.Errorf("the lock lacks %s", directive)
		}
	}
	if strings.Contains(script, "connect-src") || strings.Contains(script, "http:") || strings.Contains(script, "https:") {
		t.Error("the lock lets something through")
	}
}

func TestBrowserColoursAreThePapers(t *testing.T) {
	css, err := stylesheet()
	if err != nil {
		t.Fatal(err)
	}
	for _, paper := range []string{lightPaper, darkPaper} {
		if !bytes.Contains(css, []byte("--paper:"+paper+";")) {
			t.Errorf("no theme has the paper %s", paper)
		}
	}
	if !bytes.HasPrefix(css, []byte(":root{")) {
		t.Error("base.css is not first")
	}
}

func TestDense(t *testing.T) {
	for code, want := range map[string]string{
		"/* a */\n:root {\n  --b: 1;\n\n  /* c\n     d */\n  e: f; /* g */\n}\n": ":root {\n--b: 1;\ne: f; /* g */\n}\n",
		"// a\nconst b = `http://c`;\n\tif (d) // e\n\t\tf();\n":                 "const b = `http://c`;\nif (d) // e\nf();\n",
	} {
		if got := string(dense([]byte(code))); got != want {
			t.Errorf("%q becomes %q, want %q", code, got, want)
		}
	}
}

func TestDenseStyle(t *testing.T) {
	const css = "/* a */\n@media (width > 1px) {\n  a:hover,\n  b > c {\n    --d: e, f;\n    grid: \"g h\"\n      \"i h\";\n  }\n}\n"
	const want = "@media (width > 1px){a:hover,b > c{--d:e, f;grid:\"g h\"\n\"i h\"}}"
	if got := string(denseStyle([]byte(css))); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestReadProgramNamesWhatItRefuses: what is refused of a program, package slim tests.
func TestReadProgramNamesWhatItRefuses(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "app.wasm")
	for name, content := range map[string]string{name: "MZ and so on", filepath.Join(dir, "wasm_exec.js"): "x"} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := ReadProgram(name); err == nil || !strings.Contains(err.Error(), name) {
		t.Errorf("error %v", err)
	}
}
