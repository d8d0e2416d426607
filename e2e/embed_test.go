//go:build !js

package e2e

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/callbacklens/callbacklens/site"
)

// TestEmbedding holds the viewer in a frame of another origin, which gives it a body
// and hears of it; a page that was not allowed to hears nothing.
func TestEmbedding(t *testing.T) {
	t.Parallel()
	parent := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte(`<!DOCTYPE html><title>parent</title><iframe width=1000 height=700></iframe><script>
			heard = []; addEventListener("message", ({ data, origin }) => heard.push({ ...data, origin }));
			give = (text) => document.querySelector("iframe").contentWindow.postMessage({ callbackLens: "body", text }, "*");
		</script>`))
	}))
	t.Cleanup(parent.Close)
	trusting := mustBuild(site.Options{Program: program, Quick: true, Parents: []string{parent.URL}})
	for _, allowed := range []bool{true, false} {
		s := built
		if allowed {
			s = trusting
		}
		h := serve(t, s, "")
		h.says("Content-Security-Policy", "frame-ancestors "+parent.URL)
		tab := profile(t)
		tab.open(parent.URL)
		eval[chromedp.Void](tab, `void (document.querySelector("iframe").src = `+quote(h.url("/?embed=1&lang=en&theme=dark"))+`)`)
		if !allowed {
			tab.wait(`document.querySelector("iframe").contentWindow.length === 0`)
			eval[chromedp.Void](tab, `new Promise((done) => setTimeout(done, 1500))`)
			eval[chromedp.Void](tab, `void give(`+quote(job("a0embedded"))+`)`)
			eval[chromedp.Void](tab, `new Promise((done) => setTimeout(done, 500))`)
			if heard := eval[string](tab, `JSON.stringify(heard)`); heard != "[]" {
				t.Errorf("a page that nobody allowed hears %s", heard)
			}
			continue
		}
		tab.wait(`heard.some((m) => m.callbackLens === "ready" && m.origin === ` + quote(h.server.URL) + `)`)
		eval[chromedp.Void](tab, `void give(`+quote(job("a0embedded"))+`)`)
		tab.wait(`heard.some((m) => m.callbackLens === "result")`)
		if got := eval[string](tab, `JSON.parse(heard.find((m) => m.callbackLens === "result").json).callbacks[0].jobs[0].jobId`); got != "a0embedded" {
			t.Errorf("the result is of job %q", got)
		}
	}
	refused := site.Handler(nil, "", parent.URL)
	w := httptest.NewRecorder()
	refused.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/", nil))
	if got := w.Header().Get("Content-Security-Policy"); !strings.HasSuffix(got, parent.URL) {
		t.Errorf("the header allows %q", got)
	}
}

// TestSharedWithTheInstalledPage posts what the system posts to the share target; the
// worker answers, and nothing of it reaches the host.
func TestSharedWithTheInstalledPage(t *testing.T) {
	t.Parallel()
	h := serve(t, viewer(), viewerPrefix)
	tab := visit(t, h.url("/"))
	tab.offlineReady()
	share := func(fill string) {
		tab.must(tab.visit("about:blank"))
		tab.wait(`location.href === "about:blank"`)
		eval[chromedp.Void](tab, `void (() => {
			document.body.innerHTML = '<form method=post enctype=multipart/form-data><input name=title value=T><textarea name=text></textarea><input name=files type=file multiple></form>';
			const [form] = document.forms, data = new DataTransfer();
			form.action = `+quote(h.url("/share"))+`;
			`+fill+`
			form.files.files = data.files;
			window.left = true;
			form.submit();
		})()`)
		tab.wait(`!window.left && document.documentElement.dataset.state === "running"`)
	}
	mark := h.mark()
	share(`form.text.value = ` + quote(job("a0text")) + `;`)
	tab.sees("a0text")
	if got := eval[string](tab, `location.href`); got != h.url("/") {
		t.Errorf("the address is %s", got)
	}
	share(`data.items.add(new File([` + quote(job("a0file")) + `], "one.log", { type: "text/plain" }));`)
	tab.sees("a0file")
	for _, r := range h.since(mark) {
		if strings.HasPrefix(r, "POST") || strings.Contains(r, "share") {
			t.Errorf("the host sees %s", r)
		}
	}
}
