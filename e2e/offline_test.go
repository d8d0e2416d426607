//go:build !js

package e2e

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// offlineReady waits until the service worker has the page. A browser installs
// it when it has nothing else to do, WebKit on a busy machine after half a
// minute; and one that gave it up tries again at the next visit.
func (b *tab) offlineReady() {
	b.t.Helper()
	const ready = `navigator.serviceWorker.controller?.state === "activated"`
	for range 2 {
		if b.within(stamina/3, ready) == nil {
			return
		}
		b.t.Logf("one more visit, as the worker is not ready: %s", eval[string](b, `navigator.serviceWorker.getRegistration().then((r) =>
			JSON.stringify([r?.installing?.state, r?.waiting?.state, r?.active?.state, navigator.serviceWorker.controller?.state]))`))
		b.reload()
		b.running()
	}
	b.waitLong(ready, stamina)
}

// manners are what hosts say about caching.
var manners = map[string]string{
	"the site's own":  "",
	"ten minutes":     "max-age=600",
	"nothing is kept": "no-store",
}

func TestFirstVisitFetchesTheProgramOnce(t *testing.T) {
	t.Parallel()
	for name, cacheControl := range manners {
		t.Run(name, func(t *testing.T) {
			h := serve(t, built, "")
			if cacheControl != "" {
				h.says("Cache-Control", cacheControl)
			}
			tab := visit(t, h.url("/"))
			tab.offlineReady()
			if n := h.count(".wasm.gz"); n != 1 {
				t.Errorf("the program was fetched %d times: %q", n, h.since(0))
			}
		})
	}
}

// What was there once is there without a network: the viewer and the reference as a
// whole, of the guides those that were read, with their search.
func TestOffline(t *testing.T) {
	t.Parallel()
	for prefix, s := range places() {
		h := serve(t, s, prefix)
		tab := visit(t, h.url("/"))
		tab.offlineReady()
		if early := slices.DeleteFunc(h.since(0), func(r string) bool { return !strings.Contains(r, "/guide/") }); len(early) > 0 {
			t.Errorf("before a guide was read %q were fetched", early)
		}
		guide := func() {
			tab.open(h.url("/guide/en/trust/"))
			tab.typeInto(".search input", "QueuePaused")
			tab.wait(`document.querySelector(".found li")`)
		}
		guide()
		tab.wait(`Promise.all([location.href, new URL(document.querySelector("[data-index]").dataset.index, location.href)].map((a) => caches.match(a)))
			.then((kept) => kept.every((found) => found))`)
		h.close()
		guide()
		for _, path := range []string{"/", "/?x=1", "/index.html", "/reference/zh/", "/reference/en", "/reference/en/index.html?x=1#JobsDetail"} {
			tab.open(h.url(path))
			tab.running()
		}
		tab.open(h.url("/"))
		tab.running()
		tab.reload()
		tab.running()
		tab.paste(job("a0offline"))
		tab.sees("a0offline")
	}
}

func TestUpdate(t *testing.T) {
	t.Parallel()
	for k, name := range slices.Sorted(maps.Keys(manners)) {
		cacheControl := manners[name]
		for i, accepted := range []bool{true, false} {
			if !sampled(k + i) {
				continue
			}
			t.Run(name+map[bool]string{true: ", accepted", false: ", at the next visit"}[accepted], func(t *testing.T) {
				h := serve(t, built, "")
				if cacheControl != "" {
					h.says("Cache-Control", cacheControl)
				}
				tab := visit(t, h.url("/"))
				tab.offlineReady()

				next := newer()
				h.deploy(next)
				mark := h.mark()
				tab.open(h.url("/"))
				tab.running()
				if got := eval[string](tab, `document.documentElement.dataset.version`); got != built.Version {
					t.Fatalf("version %s before the update was taken, want %s", got, built.Version)
				}
				tab.wait(`document.documentElement.dataset.update === ` + quote(next.Version))
				if accepted {
					eval[chromedp.Void](tab, `void (window.left = true)`)
					tab.click(`[data-do="update"]`)
					tab.wait(`!window.left`)
				} else {
					eval[chromedp.Void](tab, `void (location.href = "about:blank")`)
					time.Sleep(100 * time.Millisecond)
					tab.open(h.url("/"))
				}
				tab.running()
				if got := eval[string](tab, `document.documentElement.dataset.version`); got != next.Version {
					t.Errorf("version %s after the update, want %s", got, next.Version)
				}
				fetched := 0
				for _, r := range h.since(mark) {
					if r == "GET "+asset(t, next, "app", ".wasm.gz") {
						fetched++
					}
				}
				if fetched != 1 {
					t.Errorf("the new program was fetched %d times: %q", fetched, h.since(mark))
				}
				if got := eval[int](tab, `caches.keys().then((k) => k.length)`); got != 1 {
					t.Errorf("%d caches are left", got)
				}
			})
		}
	}
}

// TestUpdateWaitsForABody: a new version is not fetched while any page of the
// site holds a body.
func TestUpdateWaitsForABody(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := visit(t, h.url("/"))
	tab.offlineReady()
	tab.paste(job("a0busy"))
	tab.sees("a0busy")
	h.deploy(newer())
	mark := h.mark()
	beside := tab.sibling()
	beside.open(h.url("/"))
	beside.running()
	eval[chromedp.Void](beside, `navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => {}, () => {})`)
	time.Sleep(settle)
	for _, r := range h.since(mark) {
		if r != "GET /worker.js" {
			t.Errorf("%s while a page holds a body", r)
		}
	}
}
