//go:build !js

package e2e

import (
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/callbacklens/callbacklens/site"
)

// login is what a network answers that wants one to log in first.
const login = `<!DOCTYPE html><html><title>Welcome</title><p>Please log in to use this network.</p></html>`

// lasting makes a browser keep an answer for as long as it can.
func lasting(w http.ResponseWriter, mediaType string) {
	w.Header().Set("Cache-Control", "max-age=31536000, immutable")
	if mediaType != "" {
		w.Header().Set("Content-Type", mediaType)
	}
}

func say(w http.ResponseWriter, r *http.Request, mediaType string, content []byte) {
	lasting(w, mediaType)
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	_, _ = w.Write(content)
}

// typeOf is the type that the site's own handler gives a file.
func typeOf(path string) string {
	switch {
	case matching(map[string]bool{".js": true}, path):
		return "text/javascript; charset=utf-8"
	case matching(map[string]bool{".css": true}, path):
		return "text/css; charset=utf-8"
	case matching(map[string]bool{"/": true}, path):
		return "text/html; charset=utf-8"
	}
	return "application/octet-stream"
}

// lies are the ways in which a network may answer in the place of a host.
var lies = map[string]lie{
	"its own page": func(w http.ResponseWriter, r *http.Request, _ []byte) {
		say(w, r, "text/html; charset=utf-8", []byte(login))
	},
	"its own page under the right type": func(w http.ResponseWriter, r *http.Request, _ []byte) {
		say(w, r, typeOf(r.URL.Path), []byte(login))
	},
	"a page elsewhere": func(w http.ResponseWriter, r *http.Request, _ []byte) {
		lasting(w, "")
		http.Redirect(w, r, "/login", http.StatusFound)
	},
	"a part": func(w http.ResponseWriter, r *http.Request, truth []byte) {
		say(w, r, typeOf(r.URL.Path), truth[:len(truth)/2])
	},
	"a part, and then no more": func(w http.ResponseWriter, r *http.Request, truth []byte) {
		lasting(w, typeOf(r.URL.Path))
		w.Header().Set("Content-Length", strconv.Itoa(len(truth)))
		_, _ = w.Write(truth[:len(truth)/2])
		panic(http.ErrAbortHandler)
	},
	"nothing": func(w http.ResponseWriter, r *http.Request, _ []byte) { say(w, r, typeOf(r.URL.Path), nil) },
	"the truth under another type": func(w http.ResponseWriter, r *http.Request, truth []byte) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		say(w, r, "image/png", truth)
	},
	"that one must log in": func(w http.ResponseWriter, r *http.Request, _ []byte) {
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusNetworkAuthenticationRequired)
		_, _ = w.Write([]byte(login))
	},
}

// lieAll answers by a lie whatever the site has, nil for the truth.
func (h *host) lieAll(s *site.Site, l lie, except string) {
	h.lie("/login", func(w http.ResponseWriter, r *http.Request, _ []byte) { say(w, r, "text/html", []byte(login)) })
	for name := range s.Files {
		if "/"+name != except {
			h.lie("/"+name, l)
		}
	}
}

// works checks that the page is as it should be.
func (b *tab) works(id string) {
	b.t.Helper()
	b.running()
	b.paste(job(id))
	b.sees(id)
	b.wait(`document.querySelector("link[rel=stylesheet]").sheet?.cssRules.length > 100`)
}

// Whatever comes in the place of a file, the page says so, or does without; and
// when the host is heard again it works, at the first attempt.
func TestLieInThePlaceOfAFile(t *testing.T) {
	t.Parallel()
	files := map[string]string{
		"the page":         "/",
		"the first script": asset(t, built, "start", ".js"),
		"Go's script":      asset(t, built, "go", ".js"),
		"the style sheet":  asset(t, built, "style", ".css"),
		"the program":      asset(t, built, "app", ".wasm.gz"),
		"the worker":       "/worker.js",
	}
	for i, file := range some(files, len(files)) {
		path := files[file]
		for k, name := range some(lies, len(lies)) {
			if k%4 != i%4 && os.Getenv("E2E") != "all" {
				continue // two lies a file
			}
			l := lies[name]
			t.Run(file+": "+name, func(t *testing.T) {
				h := serve(t, built, "")
				h.lieAll(built, nil, "")
				h.lie(path, l)
				tab := profile(t)
				if path == "/" {
					_, _ = tryEval[chromedp.Void](tab, `void (location.href = `+quote(h.url("/"))+`)`)
					time.Sleep(200 * time.Millisecond)
				} else {
					tab.open(h.url("/"))
					tab.wait(`document.documentElement.dataset.failure === "network" || document.documentElement.dataset.state === "running"`)
					if eval[bool](tab, `document.documentElement.dataset.state !== "running"`) {
						tab.sees(said["network"])
					}
				}
				h.lie(path, nil)
				// For how long a browser keeps a page no page can say.
				tab.open(h.url("/?again"))
				tab.works("a0truth")
			})
		}
	}
}

// What a worker is given while it installs it keeps only if it is what it should
// be. What it lacks it fetches at the next visit, of the same version.
func TestLieWhileTheWorkerInstalls(t *testing.T) {
	t.Parallel()
	for _, name := range some(lies, 2) {
		l := lies[name]
		t.Run(name, func(t *testing.T) {
			h := serve(t, built, "")
			h.says("Cache-Control", "no-store")
			release := h.hold("/worker.js")
			tab := visit(t, h.url("/"))
			h.lieAll(built, l, "/worker.js")
			release()
			time.Sleep(time.Second)
			h.lieAll(built, nil, "")
			tab.open(h.url("/"))
			tab.works("a0first")
			tab.open(h.url("/"))
			tab.running()
			tab.offlineReady()
			h.close()
			for _, path := range []string{"/", "/reference/en/"} {
				tab.open(h.url(path))
				tab.running()
			}
			tab.open(h.url("/"))
			tab.works("a0offline")
		})
	}
}

// The same for the worker of a new version: the old one goes on until then.
func TestLieWhileANewVersionInstalls(t *testing.T) {
	t.Parallel()
	for _, name := range some(lies, 2) {
		l := lies[name]
		t.Run(name, func(t *testing.T) {
			h := serve(t, built, "")
			h.says("Cache-Control", "no-store")
			tab := visit(t, h.url("/"))
			tab.offlineReady()
			next := newer()
			h.deploy(next)
			h.lieAll(next, l, "/worker.js")
			tab.open(h.url("/"))
			tab.works("a0old")
			time.Sleep(time.Second)
			tab.open(h.url("/"))
			tab.works("a0old")
			h.lieAll(next, nil, "")
			tab.open(h.url("/"))
			tab.running()
			tab.wait(`document.documentElement.dataset.update === ` + quote(next.Version))
			tab.open(h.url("/"))
			tab.running()
			if got := eval[string](tab, `document.documentElement.dataset.version`); got != next.Version {
				t.Errorf("version %s, want %s", got, next.Version)
			}
			h.close()
			tab.open(h.url("/"))
			tab.works("a0new")
		})
	}
}

// A cache that holds what it should not, as the worker of an earlier version may
// have left it, is put right by the page that finds it so.
func TestLieInTheCache(t *testing.T) {
	t.Parallel()
	for file, path := range map[string]string{
		"the first script": asset(t, built, "start", ".js"),
		"Go's script":      asset(t, built, "go", ".js"),
		"the style sheet":  asset(t, built, "style", ".css"),
		"the program":      asset(t, built, "app", ".wasm.gz"),
		"what came of it":  strings.TrimSuffix(asset(t, built, "app", ".wasm.gz"), ".gz"),
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

// A worker that was cut off anywhere is none.
func TestWorkerThatWasCutOff(t *testing.T) {
	t.Parallel()
	code := built.Files["worker.js"]
	h := serve(t, built, "")
	for _, part := range []int{1, 3, 7, 9} {
		h.swap("/worker.js", code[:len(code)*part/10])
		asked := h.count("/worker.js")
		tab := visit(t, h.url("/"))
		for end := time.Now().Add(patience); h.count("/worker.js") == asked && time.Now().Before(end); {
			time.Sleep(50 * time.Millisecond)
		}
		// A worker that does not run is there until the browser has found that out.
		const state = `navigator.serviceWorker.getRegistration().then(r => !r ? "none" : r.active ? "taken" : "awaited")`
		became := eval[string](tab, state)
		for end := time.Now().Add(patience); became == "awaited" && time.Now().Before(end); {
			time.Sleep(50 * time.Millisecond)
			became = eval[string](tab, state)
		}
		if became != "none" {
			t.Errorf("%d tenths of a worker: %s", part, became)
		}
	}
}
