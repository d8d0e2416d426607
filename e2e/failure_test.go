//go:build !js

package e2e

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// said is what the page says of each failure.
var said = map[string]string{
	"network":     "The program could not be fetched.",
	"blocked":     "WebAssembly is blocked by the browser or a policy",
	"unsupported": "This browser lacks WebAssembly or built-in decompression.",
}

func TestFailures(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, failure string
		host          func(*host)
		early         string
	}{
		{"not found", "network", func(h *host) { h.refuse(".wasm.gz", 404) }, ""},
		{"refused", "blocked", func(h *host) { h.refuse(".wasm.gz", 403) }, ""},
		{"support script not found", "network", func(h *host) { h.refuse(asset(t, built, "go", ".js"), 404) }, ""},
		{"another page in its place", "network", func(h *host) { h.swap(".wasm.gz", []byte("<!DOCTYPE html>")) }, ""},
		{"cut", "network", func(h *host) {
			name := asset(t, built, "app", ".wasm.gz")
			h.swap(".wasm.gz", built.Files[name[1:]][:100_000])
		}, ""},
		{"forbidden by the host's policy", "blocked", func(h *host) { h.says("Content-Security-Policy", "script-src 'self'") }, ""},
		{"no WebAssembly", "unsupported", nil, `delete window.WebAssembly`},
		{"no DecompressionStream", "unsupported", nil, `delete window.DecompressionStream`},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := serve(t, built, "")
			if c.host != nil {
				c.host(h)
			}
			tab := profile(t)
			if c.early != "" {
				tab.early(c.early)
			}
			tab.open(h.url("/"))
			tab.state("failed")
			if got := eval[string](tab, `document.documentElement.dataset.failure`); got != c.failure {
				t.Errorf("failure %q, want %q", got, c.failure)
			}
			if got := tab.text("body"); strings.Count(got, said[c.failure]) != 1 {
				t.Errorf("want %q once in: %s", said[c.failure], got)
			}
			if !tab.visible(`a[href*="reference/"]`) {
				t.Error("no way to the reference is seen")
			}
		})
	}
}

// The script of Go's release is loaded beside the first script of the page, and may come
// before it.
func TestScriptsInAnyOrder(t *testing.T) {
	t.Parallel()
	for _, late := range []string{"start", "go"} {
		t.Run(late+".js comes last", func(t *testing.T) {
			h := serve(t, built, "")
			release := h.hold(asset(t, built, late, ".js"))
			time.AfterFunc(time.Second, release)
			visit(t, h.url("/")).running()
		})
	}
}

func TestUnpackedByTheHost(t *testing.T) {
	t.Parallel()
	// What travels packed: the program for the page, the pages for its worker.
	names := []string{asset(t, built, "app", ".wasm.gz"), asset(t, built, "pages", ".json.gz")}
	works := func(h *host) {
		t.Helper()
		tab := visit(t, h.url("/"))
		tab.offlineReady()
		h.close()
		tab.open(h.url("/reference/en/"))
		tab.running()
	}
	t.Run("declared as an encoding", func(t *testing.T) {
		h := serve(t, built, "")
		for _, name := range names {
			h.swap(name, built.Files[name[1:]])
		}
		h.says("Content-Encoding", "gzip")
		h.onlyFor(".gz")
		works(h)
	})
	t.Run("served as it was", func(t *testing.T) {
		h := serve(t, built, "")
		for _, name := range names {
			r, err := gzip.NewReader(bytes.NewReader(built.Files[name[1:]]))
			if err != nil {
				t.Fatal(err)
			}
			content, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			h.swap(name, content)
		}
		works(h)
	})
}

func TestCrashOffersAFreshStart(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := visit(t, h.url("/"))
	if tab.visible(".crash") {
		t.Error("a crash is told of that was not")
	}
	eval[bool](tab, `dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }))`)
	tab.state("failed")
	if !tab.visible(".crash") {
		t.Error("nothing says that the program stopped")
	}
	eval[chromedp.Void](tab, `void (window.left = true)`)
	tab.click(".crash [data-reload]")
	tab.wait(`!window.left`)
	tab.running()
}

// A body for which the tab has no memory stops the program, not the page: it
// says what happened, keeps what had been read by then, and starts afresh.
func TestOutOfMemory(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := profile(t)
	tab.early(`
		const { instantiateStreaming } = WebAssembly;
		WebAssembly.instantiateStreaming = async (...args) => {
			const program = await instantiateStreaming(...args);
			const { run } = Go.prototype;
			Go.prototype.run = function (...args) {
				window.fill = () => {
					const { mem } = program.instance.exports;
					mem.grow(65536 - 320 - mem.buffer.byteLength / 65536);
					this.mem = new DataView(mem.buffer);
				};
				return run.apply(this, args);
			};
			return program;
		}`)
	tab.open(h.url("/"))
	tab.running()
	// All of the memory but 20 MB is taken by somebody else.
	eval[chromedp.Void](tab, `fill()`)
	tab.pasteItems(`data.setData("text/plain", ` + sorted + `(400000))`)
	tab.state("failed")
	if got := eval[string](tab, `document.documentElement.dataset.failure`); got != "memory" {
		t.Errorf("failure %q, want memory", got)
	}
	tab.sees("The memory that the browser gives this page is used up")
	if got := tab.texts(".crash p"); len(got) != 1 {
		t.Errorf("it says %q, want one sentence", got)
	}
	tab.shows(".bar .job-id code", "a0sorted")
	if still := eval[[]string](tab, `[...document.querySelectorAll(":is(.bar, .result) *")].filter((e) => !e.children.length && /read/i.test(e.textContent) && e.checkVisibility({ visibilityProperty: true })).map((e) => e.textContent)`); len(still) > 0 {
		t.Errorf("it still says %q", still)
	}
	if n := len(tab.texts(tokenRows)); n < 8 {
		t.Errorf("%d rows are left", n)
	}
	eval[chromedp.Void](tab, `void (window.left = true)`)
	tab.click(".crash [data-reload]")
	tab.wait(`!window.left`)
	tab.running()
}
