//go:build !js

package e2e

import (
	"bytes"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"github.com/callbacklens/callbacklens/site"
)

// documents returns the parsed pages of the site by path.
func documents(t *testing.T) map[string]*html.Node {
	all := map[string]*html.Node{}
	for name, content := range built.Files {
		if path.Ext(name) != ".html" {
			continue
		}
		doc, err := html.ParseWithOptions(bytes.NewReader(content), html.ParseOptionEnableScripting(false))
		if err != nil {
			t.Fatal(err)
		}
		all[name] = doc
	}
	if len(all) < 3 {
		t.Fatalf("%d pages, want the viewer and a reference for each language", len(all))
	}
	return all
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func TestPolicyIsFirstInEveryPage(t *testing.T) {
	t.Parallel()
	for name, doc := range documents(t) {
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode || n.Data != "head" {
				continue
			}
			first := n.FirstChild
			for first.Type != html.ElementNode {
				first = first.NextSibling
			}
			want := site.Policy
			if strings.HasPrefix(name, "guide/") || strings.HasPrefix(name, "kit/") {
				want = "default-src 'none'; " // a policy of their own, which allows no program
			}
			if attribute(first, "http-equiv") != "Content-Security-Policy" || !strings.HasPrefix(attribute(first, "content"), want) {
				t.Errorf("%s: the head begins with %v, not with the policy", name, first.Attr)
			}
		}
	}
}

func TestNothingInline(t *testing.T) {
	t.Parallel()
	for name, doc := range documents(t) {
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if n.Data == "style" || n.Data == "script" && (attribute(n, "src") == "" || n.FirstChild != nil) {
				t.Errorf("%s: inline %s", name, n.Data)
			}
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s: %s has the attribute %s", name, n.Data, a.Key)
				}
			}
		}
	}
}

// TestAddresses checks that every address in a page is relative and leads to a
// file of the site, but for links of the reference that lead outside.
func TestAddresses(t *testing.T) {
	t.Parallel()
	for name, doc := range documents(t) {
		if name == "404.html" {
			continue // it stands at every address, so that its own are whole
		}
		here := &url.URL{Scheme: "http", Host: "site", Path: "/" + strings.TrimSuffix(name, "index.html")}
		for n := range doc.Descendants() {
			for _, a := range n.Attr {
				if a.Key != "href" && a.Key != "src" && a.Key != "data-go" && a.Key != "data-wasm" {
					continue
				}
				if strings.HasPrefix(a.Val, "data:") || n.Data == "a" && strings.HasPrefix(a.Val, "https://") {
					continue
				}
				to, err := here.Parse(a.Val)
				if err != nil || strings.HasPrefix(a.Val, "/") || to.Host != "site" {
					t.Errorf("%s: address %q is not relative", name, a.Val)
					continue
				}
				file := strings.TrimPrefix(to.Path, "/")
				if file == "" || strings.HasSuffix(file, "/") {
					file += "index.html"
				}
				if built.Files[file] == nil {
					t.Errorf("%s: address %q leads to no file of the site", name, a.Val)
				}
			}
		}
	}
}

func TestSameBytesAgain(t *testing.T) {
	t.Parallel()
	again, err := site.Compile()
	if err != nil {
		t.Fatal(err)
	}
	s, err := site.Build(site.Options{Program: again})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := slices.Sorted(maps.Keys(s.Files)), slices.Sorted(maps.Keys(built.Files)); !slices.Equal(got, want) {
		t.Fatalf("files %q, first time %q", got, want)
	}
	for name, content := range built.Files {
		if !bytes.Equal(content, s.Files[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestReadableWithScriptOff(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := profile(t)
	if _, err := chromedp.Call(tab.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	for _, page := range [][2]string{
		{"/", "回调透镜"},
		{"/", "English"}, // a link to it
		{"/reference/zh/", "JobsDetail"},
		{"/#en", "Callback Lens"},
		{"/#en", "中文"},
		{"/reference/en/", "JobsDetail"},
		{"/notices/", "The Go Authors"},
	} {
		path, text := page[0], page[1]
		if err := chromedp.Do(tab.ctx, chromedp.Navigate(h.url(path))); err != nil {
			t.Fatal(err)
		}
		shown, err := chromedp.Run(tab.ctx, chromedp.Text(chromedp.CSS("body")))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(shown, text) {
			t.Errorf("%s shows no %q: %s", path, text, short(shown))
		}
		if strings.Contains(shown, "Choose a file") && strings.Contains(shown, "选择文件") {
			t.Errorf("%s shows both languages: %s", path, short(shown))
		}
	}
	if n := h.count(".wasm.gz"); n != 0 {
		t.Errorf("with script off the program was fetched %d times", n)
	}
}

// TestNoticesAreReached follows the link from the running program: the browser
// has to do it, as the program has no such page.
func TestNoticesAreReached(t *testing.T) {
	t.Parallel()
	for prefix, s := range places() {
		h := serve(t, s, prefix)
		for _, path := range []string{"/", "/reference/zh/"} {
			tab := visit(t, h.url(path))
			eval[chromedp.Void](tab, `void document.querySelectorAll(".to-notices").forEach((a) => (a.target = "_self"))`)
			tab.point(".to-notices")
			tab.wait(`location.pathname === ` + quote(prefix+"/notices/") + ` && document.readyState === "complete"`)
			tab.sees("The Go Authors")
			if eval[bool](tab, `"callbackLens" in window || getComputedStyle(document.querySelector("pre")).whiteSpace !== "pre-wrap"`) {
				t.Errorf("%s%s leads to something else", prefix, path)
			}
		}
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	for _, c := range []struct{ stored, browser, path, want string }{
		{"", "en-US", "/", "en"},
		{"", "zh-TW", "/", "zh-CN"},
		{"", "fr", "/", "en"},
		{"zh", "en-US", "/", "zh-CN"},
		{"en", "zh-CN", "/", "en"},
		{"en", "en-US", "/reference/zh/", "zh-CN"},
		{"zh", "zh-CN", "/reference/en/", "en"},
	} {
		tab := profile(t)
		tab.early(`Object.defineProperty(navigator, "languages", { value: [` + quote(c.browser) + `] });
			try { if (` + quote(c.stored) + `) localStorage.setItem("callbacklens.lang", ` + quote(c.stored) + `) } catch {}`)
		tab.open(h.url(c.path))
		if got := eval[string](tab, `document.documentElement.lang`); got != c.want {
			t.Errorf("%+v: language %s", c, got)
		}
		tab.running()
		if got := eval[string](tab, `document.documentElement.lang`); got != c.want {
			t.Errorf("%+v: language %s once the program runs", c, got)
		}
	}
}

func TestTheme(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := visit(t, h.url("/"))
	if got := eval[bool](tab, `"theme" in document.documentElement.dataset`); got {
		t.Error("a theme is set where none was chosen")
	}
	eval[chromedp.Void](tab, `localStorage.setItem("callbacklens.theme", "dark")`)
	h.hold(".wasm.gz")
	tab.reload()
	if got := eval[string](tab, `document.documentElement.dataset.theme`); got != "dark" {
		t.Errorf("theme %q before the program runs, want dark", got)
	}
}

func TestManifest(t *testing.T) {
	t.Parallel()
	for prefix, s := range places() {
		h := serve(t, s, prefix)
		tab := visit(t, h.url("/"))
		got, err := chromedp.Call(tab.ctx, page.GetAppManifest, page.GetAppManifestParams{})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range got.Errors {
			t.Errorf("prefix %q: manifest: %s", prefix, e.Message)
		}
		if got.Data == "" {
			t.Errorf("prefix %q: the browser gets no manifest", prefix)
		}
		problems, err := chromedp.Call(tab.ctx, page.GetInstallabilityErrors, cdp.Empty{})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range problems.InstallabilityErrors {
			if e.ErrorID != "in-incognito" { // which the tests' profiles are
				t.Errorf("prefix %q: not installable: %s %v", prefix, e.ErrorID, e.ErrorArguments)
			}
		}
	}
}
