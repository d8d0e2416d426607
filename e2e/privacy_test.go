//go:build !js

package e2e

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/chromedp"
)

// settle is how long a test waits for what must not come.
const settle = 2500 * time.Millisecond

// TestNothingIsRequestedAfterABody counts at the server.
func TestNothingIsRequestedAfterABody(t *testing.T) {
	t.Parallel()
	t.Run("running", func(t *testing.T) {
		h := serve(t, built, "")
		tab := visit(t, h.url("/"))
		tab.offlineReady()
		time.Sleep(settle) // a first visit is over once the browser is done with it
		mark := h.mark()
		tab.paste(job("a0quiet"))
		tab.sees("a0quiet")
		time.Sleep(settle)
		if got := h.since(mark); len(got) > 0 {
			t.Errorf("requests after a body: %q", got)
		}
	})
	t.Run("before the program runs", func(t *testing.T) {
		h := serve(t, built, "")
		release := h.hold(".wasm.gz")
		tab := profile(t)
		tab.open(h.url("/"))
		tab.wait(`performance.getEntriesByType("resource").length >= 3`)
		tab.paste(job("a0quiet"))
		mark := h.mark()
		release()
		tab.sees("a0quiet")
		time.Sleep(settle)
		if got := h.since(mark); len(got) > 0 {
			t.Errorf("requests after a body: %q", got)
		}
	})
	t.Run("at a later visit", func(t *testing.T) {
		h := serve(t, built, "")
		tab := visit(t, h.url("/"))
		tab.offlineReady()
		tab.open(h.url("/"))
		tab.running()
		mark := h.mark()
		tab.paste(job("a0quiet"))
		tab.sees("a0quiet")
		time.Sleep(settle)
		for _, r := range h.since(mark) {
			// The browser itself asks once a visit, in its own time and
			// telling nothing, whether the worker is still the same.
			if r != "GET /worker.js" {
				t.Errorf("request after a body: %s", r)
			}
		}
	})
	t.Run("while the worker installs", func(t *testing.T) {
		h := serve(t, built, "")
		// Nothing but the worker asks for it, and for the pages behind it.
		icon := asset(t, built, "apple-touch", ".png")
		release := h.hold(icon)
		tab := visit(t, h.url("/"))
		for end := time.Now().Add(patience); h.count(icon) == 0; time.Sleep(20 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("the worker never asks for %s", icon)
			}
		}
		tab.paste(job("a0quiet"))
		tab.sees("a0quiet")
		tab.wait(`navigator.locks.query().then(({ held }) => held.length === 1)`)
		if _, err := chromedp.Call(tab.ctx, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
			t.Fatal(err)
		}
		mark := h.mark()
		release()
		time.Sleep(settle)
		if got := h.since(mark); len(got) > 0 {
			t.Errorf("requests after a body: %q", got)
		}
	})
}

// TestNothingCanBeSent tries every way out that a script has.
func TestNothingCanBeSent(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	other := serve(t, built, "")
	for _, path := range []string{"/", "/reference/en/"} {
		tab := visit(t, h.url(path))
		tab.offlineReady()
		time.Sleep(settle)
		for _, to := range []string{h.url("/"), other.url("/")} {
			for _, way := range []string{
				`fetch(to)`,
				`fetch(to, { method: "POST", body: "b", mode: "no-cors", keepalive: true })`,
				`navigator.sendBeacon(to, "b")`,
				`new Image().src = to`,
				`(() => { const x = new XMLHttpRequest(); x.open("POST", to); x.send("b"); })()`,
				`new EventSource(to)`,
				`new WebSocket(to.replace("http", "ws"))`,
				`(() => { const f = document.createElement("form"); f.method = "post"; f.action = to; document.body.append(f); f.submit(); })()`,
				`(() => { const f = document.createElement("iframe"); f.src = to; document.body.append(f); })()`,
				`(() => { const s = document.createElement("script"); s.src = to; document.head.append(s); })()`,
				`(() => { const l = document.createElement("link"); l.rel = "stylesheet"; l.href = to; document.head.append(l); })()`,
				`(() => { const s = document.createElement("style"); s.textContent = "body { background: url(" + to + ") }"; document.head.append(s); })()`,
				`document.body.style.backgroundImage = "url(" + to + ")"`,
				`(() => { const v = document.createElement("video"); v.src = to; document.body.append(v); })()`,
				`new FontFace("f", "url(" + to + ")").load()`,
				`new Worker(to)`,
			} {
				mark, markOther := h.mark(), other.mark()
				_, _ = tryEval[chromedp.Void](tab, `(async () => { const to = `+quote(to+"?sent")+`; try { await Promise.race([`+way+`, new Promise((done) => setTimeout(done, 60))]) } catch {} })()`)
				got := append(h.since(mark), other.since(markOther)...)
				if len(got) > 0 {
					t.Errorf("%s: %s reached a server: %q", path, way, got)
				}
			}
		}
		time.Sleep(settle)
		tab.running()
	}
	for _, r := range append(h.since(0), other.since(0)...) {
		if strings.Contains(r, "sent") && !strings.HasPrefix(r, "GET /?sent") {
			t.Errorf("reached a server: %s", r)
		}
	}
	if got := other.since(0); len(got) > 0 {
		t.Errorf("reached another server: %q", got)
	}
}
