//go:build !js

package e2e

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// ground is what every page stands on: the language, and the document that the
// page is. No browser refuses it. Trusted Types are among it: a browser without
// them does not enforce them either.
var ground = strings.Fields(`
	Array ArrayBuffer BigInt Boolean DataView Date Error Function Infinity JSON Map Math NaN Number Object
	Promise Proxy RangeError Reflect RegExp Set String Symbol SyntaxError TypeError Uint8Array
	Uint8ClampedArray URL Uint16Array Uint32Array WeakMap WeakRef decodeURIComponent encodeURIComponent
	globalThis isNaN parseFloat parseInt undefined eval escape
	Document Element Event HTMLElement Node Text Window addEventListener document location navigator
	removeEventListener dispatchEvent self window setTimeout clearTimeout console Comment Attr Range
	trustedTypes HTMLDivElement length name parent top frames event status origin closed screen Option Image`)

// needed is what the program does not run without; where it is missing the page
// says so.
var needed = strings.Fields(`
	DecompressionStream ReadableStream Response TextDecoder TextEncoder WebAssembly crypto fetch performance`)

// asked returns the words of all code that runs in the page.
func asked(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/maxence-charriere/go-app/v9").Output()
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, pattern := range []string{"../app/*.go", "../app/internal/*/*.go", "../web/js/*.js", strings.TrimSpace(string(out)) + "/pkg/app/*.go"} {
		names, err := filepath.Glob(pattern)
		if err != nil || names == nil {
			t.Fatal(pattern, err)
		}
		files = append(files, names...)
	}
	var all []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		code, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		pattern := regexp.MustCompile(`\b[A-Za-z]\w+`)
		if strings.HasSuffix(name, ".go") { // what Go asks for it asks by name
			pattern = regexp.MustCompile(`"[A-Za-z]\w+"`)
		}
		for _, word := range pattern.FindAllString(string(code), -1) {
			all = append(all, strings.Trim(word, `"`))
		}
	}
	all = append(all, regexp.MustCompile(`\b[A-Za-z]\w+`).FindAllString(string(program.Support), -1)...)
	slices.Sort(all)
	return slices.Compact(all)
}

// A browser may lack or refuse whatever is no part of every document. Each such
// thing that the page's code has a word for is refused in turn, and all at once.
func TestNothingThatIsRefusedEndsTheProgram(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := visit(t, h.url("/"))
	tab.offlineReady()
	words, err := json.Marshal(asked(t))
	if err != nil {
		t.Fatal(err)
	}
	names := eval[[]string](profileAt(t, h), `(() => {
		const words = new Set(`+string(words)+`), names = [];
		for (const [path, object] of Object.entries({ "": window, "navigator.": navigator, "history.": history }))
			for (let o = object; o && o !== EventTarget.prototype && o !== Object.prototype; o = Object.getPrototypeOf(o))
				for (const name of Object.getOwnPropertyNames(o)) if (words.has(name) && name !== "constructor") names.push(path + name);
		return [...new Set(names)];
	})()`)
	for _, must := range []string{"localStorage", "caches", "navigator.serviceWorker", "history.pushState", "matchMedia", "ResizeObserver", "trustedTypes"} {
		if !slices.Contains(names, must) {
			t.Errorf("%s is not among what is taken away: %q", must, names)
		}
	}
	names = slices.DeleteFunc(names, func(name string) bool { return slices.Contains(ground, name) })
	optional := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return slices.Contains(needed, name) })
	refuse := func(t *testing.T, how string, names ...string) {
		b := tab.sibling()
		b.t = t
		for _, name := range names {
			b.early(`try { Object.defineProperty(` + object(name) + `, ` + quote(name[strings.LastIndex(name, ".")+1:]) + `, ` + how + `) } catch {}`)
		}
		b.open(h.url("/"))
		defer b.close()
		if slices.Contains(needed, names[0]) {
			b.state("failed")
			b.sees(said["unsupported"])
			return
		}
		b.running()
		b.paste(job("a0refused"))
		b.sees("a0refused")
		if b.visible(".crash") {
			t.Error(b.text(".crash"))
		}
	}
	const absent, denied = `{ value: undefined, configurable: true }`, `{ get() { throw new DOMException("denied", "SecurityError") } }`
	t.Run("all absent", func(t *testing.T) { refuse(t, absent, optional...) })
	t.Run("all refused", func(t *testing.T) { refuse(t, denied, optional...) })
	if os.Getenv("E2E") != "all" {
		names = []string{"localStorage", "caches", "navigator.serviceWorker", "matchMedia", "navigator.locks", "navigator.clipboard", "crypto", "Intl"}
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) { refuse(t, denied, name) })
	}
}

// object returns what has the property of that name: window, or what stands
// before the dot.
func object(name string) string {
	if before, _, ok := strings.Cut(name, "."); ok {
		return before
	}
	return "window"
}

// profileAt is a tab at a page of the host where no script of the page has run.
func profileAt(t *testing.T, h *host) *tab {
	tab := profile(t)
	tab.open(h.url("/worker.js"))
	return tab
}

// close closes the tab.
func (b *tab) close() { _ = chromedp.Cancel(b.ctx) }

// What is there may still refuse to do what it is asked for. Where a person
// asked for that very thing, the page says that it could not be done.
func TestRefusalOfWhatWasAskedForIsSaid(t *testing.T) {
	t.Parallel()
	deny := func(method string) string {
		i := strings.LastIndex(method, ".")
		return `Object.defineProperty(` + method[:i] + `, "` + method[i+1:] + `", { configurable: true, value() { throw new DOMException("denied", "NotAllowedError") } });`
	}
	shown := func(b *tab) { b.paste(job("a0ask")); b.sees("a0ask") }
	file := func(b *tab) { b.drop("a.json", "application/json", job("a0file")) }
	for k, c := range []struct {
		name, early string
		do          func(*tab)
		want        string
	}{
		{"copying", deny("Clipboard.prototype.writeText") + deny("Document.prototype.execCommand"), func(b *tab) {
			shown(b)
			b.click(".copy")
		}, "The browser does not allow copying"},
		{"copying, with no clipboard at all", `Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });` + deny("Document.prototype.execCommand"), func(b *tab) {
			shown(b)
			b.click(".copy")
		}, "The browser does not allow copying"},
		{"saving", deny("URL.createObjectURL"), func(b *tab) {
			shown(b)
			b.side("source")
			b.wait(`[...document.querySelectorAll(".source button")].some((e) => e.textContent.startsWith("Download"))`)
			eval[chromedp.Void](b, `void [...document.querySelectorAll(".source button")].find((e) => e.textContent.startsWith("Download")).click()`)
		}, "The browser does not allow saving a file"},
		{"a file that is gone", `Blob.prototype.arrayBuffer = async () => { throw new DOMException("A requested file or directory could not be found at the time an operation was processed.", "NotFoundError") }`, file,
			"The file is no longer where it was"},
		{"a file that was changed", `Blob.prototype.arrayBuffer = async () => { throw new DOMException("The requested file could not be read.", "NotReadableError") }`, file,
			"The browser cannot read the file"},
		{"a file that has no way to be read", `delete Blob.prototype.arrayBuffer`, file, "The file cannot be read"},
		{"settings", deny("Storage.prototype.setItem") + deny("Storage.prototype.removeItem"), func(b *tab) {
			b.click(`[data-do="lang"]`)
			b.click(`[data-do="theme"]`)
			b.sees("查看数据万象分词任务的回调")
		}, "查看数据万象分词任务的回调"},
		{"storage that cannot be read", deny("Storage.prototype.getItem") + deny("Storage.prototype.key"), shown, "a0ask"},
		{"the list of keys", deny("HTMLDialogElement.prototype.showModal"), func(b *tab) {
			shown(b)
			b.click(`[data-do="keys"]`)
		}, "Keyboard"},
		{"an address", deny("History.prototype.pushState") + deny("History.prototype.replaceState"), shown, "a0ask"},
		{"time zones", deny("Intl.DateTimeFormat.prototype.formatToParts"), func(b *tab) { b.click(`[data-example="xml"]`) }, "Success"},
		{"drawing", `HTMLCanvasElement.prototype.getContext = () => null`, shown, "a0ask"},
		{"watching sizes", deny("ResizeObserver.prototype.observe"), func(b *tab) { b.click(`[data-example="xml"]`); b.whole() }, "Success"},
		{"workers", deny("ServiceWorkerContainer.prototype.register") + deny("ServiceWorkerContainer.prototype.getRegistration"), shown, "a0ask"},
		{"caches", deny("CacheStorage.prototype.open") + deny("CacheStorage.prototype.match"), shown, "a0ask"},
		{"locks", deny("LockManager.prototype.request") + deny("LockManager.prototype.query"), shown, "a0ask"},
		{"sums", deny("SubtleCrypto.prototype.digest"), shown, "a0ask"},
	} {
		if !sampled(k) {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			h := serve(t, built, "")
			tab := profile(t)
			tab.early(c.early)
			tab.open(h.url("/"))
			tab.running()
			c.do(tab)
			tab.sees(c.want)
			if tab.visible(".crash") {
				t.Error(tab.text(".crash"))
			}
		})
	}
}
