//go:build !js

package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// login is what a network answers that wants one to log in first.
const login = `<!DOCTYPE html><html><title>Welcome</title><p>Please log in to use this network.</p></html>`

// works checks that the page is as it should be.
func (b *tab) works(id string) {
	b.t.Helper()
	b.running()
	b.paste(job(id))
	b.sees(id)
	b.wait(`document.querySelector("link[rel=stylesheet]").sheet?.cssRules.length > 100`)
}

// A cache that holds what it should not, as the worker of an earlier version may
// have left it, is put right by the page that finds it so.
func TestLieInTheCache(t *testing.T) {
	for file, path := range map[string]string{
		"the first script": asset(t, built, "start", ".js"),
		"Go's script":      asset(t, built, "go", ".js"),
		"the style sheet":  asset(t, built, "style", ".css"),
		"the program":      asset(t, built, "app", ".wasm.gz"),
	} {
		t.Run(file, func(t *testing.T) {
			h := serve(t, built, "")
			tab := visit(t, h.url("/"))
			tab.offlineReady()
			eval[chromedp.Void](tab, `caches.keys().then(async ([name]) => void await (await caches.open(name)).put(`+quote(h.url(path))+`, new Response(`+quote(login)+`, { headers: { "Content-Type": "text/html" } })))`)
			tab.open(h.url("/"))
			tab.works("a0mended")
			h.close()
			tab.open(h.url("/"))
			tab.works("a0offline")
		})
	}
}
