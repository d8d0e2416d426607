//go:build !js

package e2e

import (
	"fmt"
	"maps"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// listener hears every connection and every datagram that comes to a port of
// this machine, whatever is said in it.
type listener struct {
	port int
	mu   sync.Mutex
	came int
}

func listen(t *testing.T) *listener {
	t.Helper()
	tcp, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l := &listener{port: tcp.Addr().(*net.TCPAddr).Port}
	udp, err := net.ListenPacket("udp", fmt.Sprintf("127.0.0.1:%d", l.port))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = tcp.Close(), udp.Close() })
	go func() {
		for {
			c, err := tcp.Accept()
			if err != nil {
				return
			}
			l.hear()
			_ = c.Close()
		}
	}()
	go func() {
		for buffer := make([]byte, 2048); ; l.hear() {
			if _, _, err := udp.ReadFrom(buffer); err != nil {
				return
			}
		}
	}()
	return l
}

func (l *listener) hear() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.came++
}

// heard returns how often something came since it was asked last.
func (l *listener) heard() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := l.came
	l.came = 0
	return n
}

// element makes an element with attributes and puts it into the page.
func element(tag string, attributes ...string) string {
	code := `const e = document.createElement("` + tag + `");`
	for i := 0; i < len(attributes); i += 2 {
		code += `e.setAttribute("` + attributes[i] + `", ` + attributes[i+1] + `);`
	}
	return code + `document.body.append(e);`
}

// called connects to the listener through a frame's own copy of what the page
// has not: its constructor stands in w.
const called = `
	const w = frames[frames.length - 1];
	const c = new w.RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:" + port }] });
	c.createDataChannel("x"); await c.setLocalDescription(await c.createOffer());`

// waysOut are the ways in which a script may try to send something, with the
// address that it wants to reach in to, and the listener's in port.
var waysOut = map[string]string{
	// Between browsers.
	"RTCPeerConnection":       strings.ReplaceAll(called, "frames[frames.length - 1]", "window"),
	"webkitRTCPeerConnection": strings.NewReplacer("frames[frames.length - 1]", "window", "w.RTC", "w.webkitRTC").Replace(called),
	"WebTransport":            `await new WebTransport("https://127.0.0.1:" + port + "/?sent").ready`,
	"WebSocket":               `new WebSocket(to.replace("http", "ws"))`,
	"WebSocketStream":         `new WebSocketStream(to.replace("http", "ws"))`,

	// Frames with globals of their own.
	"frame":              `document.body.append(document.createElement("iframe"));` + called,
	"frame in markup":    `const d = document.createElement("div"); d.innerHTML = "<iframe></iframe>"; document.body.append(d);` + called,
	"frame beside":       `document.body.insertAdjacentHTML("beforeend", "<iframe></iframe>");` + called,
	"frame in a range":   `document.body.append(document.createRange().createContextualFragment("<iframe></iframe>"));` + called,
	"frame in a name":    `document.body.append(document.createElementNS("http://www.w3.org/1999/xhtml", "x:iframe"));` + called,
	"frame in an object": `document.body.append(document.createElement("object"), document.createElement("embed"));` + called,
	"frame parsed":       `document.body.append(document.adoptNode(new DOMParser().parseFromString("<iframe></iframe>", "text/html").body.firstChild));` + called,
	"frame written":      `document.write("<iframe></iframe>");` + called,
	"frame in a template": `const d = document.createElement("template"); d.innerHTML = "<iframe></iframe>";
		document.body.append(d.content.cloneNode(true));` + called,
	"frame by a class": `class F extends HTMLIFrameElement {}; customElements.define("x-f", F, { extends: "iframe" }); document.body.append(new F());` + called,
	"frame in a shadow": `const d = document.createElement("div"); document.body.append(d);
		d.attachShadow({ mode: "open" }).innerHTML = "<iframe></iframe>";` + called,
	"frame of another document": `document.body.append(document.implementation.createHTMLDocument().createElement("iframe"));` + called,
	"frame without a check":     `document.body.setHTMLUnsafe("<iframe></iframe>");` + called,

	// Windows and pages.
	"window.open":                     `window.open(to)`,
	"open of the document":            `document.open(to, "_blank", "")`,
	"location":                        `location = to`,
	"location.assign":                 `location.assign(to)`,
	"location.replace":                `location.replace(to)`,
	"navigation":                      `navigation.navigate(to)`,
	"a link":                          element("a", "href", "to") + `e.click()`,
	"a link, by an event":             element("a", "href", "to") + `e.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))`,
	"a link of no page":               `const e = document.createElement("a"); e.href = to; e.click()`,
	"a link with a ping":              element("a", "href", `"#x"`, "ping", "to") + `e.click()`,
	"a link to a new tab":             element("a", "href", "to", "target", `"_blank"`) + `e.click()`,
	"a link of no page, to a new tab": `const e = document.createElement("a"); e.href = to; e.target = "_blank"; e.click()`,
	"an area":                         element("area", "href", "to") + `e.click()`,
	"a form":                          element("form", "action", "to", "method", `"post"`) + `e.submit()`,
	"a form in a new tab":             element("form", "action", "to", "target", `"_blank"`) + `e.submit()`,
	"a refresh":                       `const e = document.createElement("meta"); e.httpEquiv = "refresh"; e.content = "0; url=" + to; document.head.append(e)`,
	"a script's address":              `location = "javascript:fetch('" + to + "')"`,

	// Workers.
	"Worker":               `new Worker(to)`,
	"Worker of a blob":     `new Worker(URL.createObjectURL(new Blob(["fetch('" + to + "')"])))`,
	"SharedWorker":         `new SharedWorker(to)`,
	"service worker":       `await navigator.serviceWorker.register(to)`,
	"another scope":        `await navigator.serviceWorker.register("/worker.js?sent", { scope: "/sent/" })`,
	"the container's own":  `await ServiceWorkerContainer.prototype.register.call(navigator.serviceWorker, to)`,
	"audio worklet":        `await new AudioContext().audioWorklet.addModule(to)`,
	"paint worklet":        `await CSS.paintWorklet.addModule(to)`,
	"import":               `await import(to)`,
	"background fetch":     `await (await navigator.serviceWorker.ready).backgroundFetch.fetch("x", to)`,
	"cache":                `await (await caches.open("x")).add(to)`,
	"a wish of the worker": `(await navigator.serviceWorker.ready).active.postMessage({ fetch: to })`,

	// What policies are made for.
	"fetch":                              `await fetch(to)`,
	"fetch, blindly":                     `await fetch(to, { method: "POST", body: "b", mode: "no-cors", keepalive: true })`,
	"fetchLater":                         `fetchLater(to, { activateAfter: 0 })`,
	"sendBeacon":                         `navigator.sendBeacon(to, "b")`,
	"XMLHttpRequest":                     `const x = new XMLHttpRequest(); x.open("POST", to); x.send("b")`,
	"EventSource":                        `new EventSource(to)`,
	"Image":                              `new Image().src = to`,
	"srcset":                             `new Image().srcset = to + " 1x"`,
	"Audio":                              `new Audio(to).play()`,
	"video":                              element("video", "poster", "to", "src", "to"),
	"track":                              element("video") + `const k = document.createElement("track"); k.src = to; k.default = true; e.append(k); k.track.mode = "showing"`,
	"input":                              element("input", "type", `"image"`, "src", "to"),
	"script":                             `const e = document.createElement("script"); e.src = to; document.body.append(e)`,
	"speculation":                        `const e = document.createElement("script"); e.type = "speculationrules"; e.textContent = JSON.stringify({ prefetch: [{ source: "list", urls: [to] }] }); document.body.append(e)`,
	"style":                              `const e = document.createElement("style"); e.textContent = "body { background: url(" + to + ") } @import url(" + to + ")"; document.head.append(e)`,
	"style of one":                       `document.body.style.backgroundImage = "url(" + to + ")"`,
	"sheet":                              `const s = new CSSStyleSheet(); await s.replace("body { cursor: url(" + to + "), auto }"); document.adoptedStyleSheets = [s]`,
	"font":                               `await new FontFace("f", "url(" + to + ")").load()`,
	"svg":                                `const s = document.createElementNS("http://www.w3.org/2000/svg", "image"); s.setAttribute("href", to); const v = document.createElementNS("http://www.w3.org/2000/svg", "svg"); v.append(s); document.body.append(v)`,
	"stylesheet":                         `const e = document.createElement("link"); e.rel = "stylesheet"; e.href = to; document.head.append(e)`,
	"prefetch":                           `const e = document.createElement("link"); e.rel = "prefetch"; e.href = to; document.head.append(e)`,
	"preload":                            `const e = document.createElement("link"); e.rel = "preload"; e.as = "image"; e.href = to; document.head.append(e)`,
	"preconnect":                         `const e = document.createElement("link"); e.rel = "preconnect"; e.href = "http://127.0.0.1:" + port; document.head.append(e)`,
	"dns-prefetch":                       `const e = document.createElement("link"); e.rel = "dns-prefetch"; e.href = "http://127.0.0.1:" + port; document.head.append(e)`,
	"prefetch of a link that is there":   `const e = document.querySelector("link[rel=icon]"); e.rel = "prefetch"; e.href = to`,
	"preconnect of a link that is there": `const e = document.querySelector("link[rel=icon]"); e.rel = "preconnect"; e.href = "http://127.0.0.1:" + port`,
	"Notification":                       `new Notification("x", { icon: to })`,
	"PaymentRequest":                     `await new PaymentRequest([{ supportedMethods: to }], { total: { label: "x", amount: { currency: "EUR", value: "1" } } }).canMakePayment()`,
}

// open is what no page can bar to its own scripts, see docs/privacy.md.
var open = map[string]bool{
	"a link of no page, to a new tab": true,
}

// TestWaysOut tries them all once a body was given.
func TestWaysOut(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	other := serve(t, built, "")
	l := listen(t)
	tab := visit(t, h.url("/"))
	tab.offlineReady()
	time.Sleep(settle)
	tab.paste(job("a0leak"))
	tab.sees("a0leak")
	arrived := map[string]bool{}
	for name, way := range waysOut {
		for _, host := range []*host{h, other} {
			_, _ = tryEval[chromedp.Void](tab, fmt.Sprintf(`(async () => {
				const to = %s, port = %d;
				try { await Promise.race([(async () => { %s })(), new Promise((done) => setTimeout(done, 120))]) } catch {}
			})()`, quote(host.url("/?sent="+url.QueryEscape(name))), l.port, way))
			if l.heard() > 0 {
				arrived[name] = true
			}
		}
		if got := eval[string](tab, `document.documentElement.dataset.state`); got != "running" {
			t.Fatalf("after %s the page is %q", name, got)
		}
	}
	time.Sleep(settle)
	for _, r := range append(h.since(0), other.since(0)...) {
		if _, sent, ok := strings.Cut(r, "?sent"); ok {
			name, _ := url.QueryUnescape(strings.TrimPrefix(sent, "="))
			arrived[name] = true
		}
	}
	if !maps.Equal(arrived, open) {
		t.Errorf("arrived: %v, want %v", arrived, open)
	}
	tab.paste(job("a0alive"))
	tab.sees("a0alive")
}

// A host may allow less than the page needs. It goes by what is left.
func TestHostsWithTrustedTypes(t *testing.T) {
	t.Parallel()
	for name, policy := range map[string]string{
		"any policy":   "require-trusted-types-for 'script'",
		"no policy":    "require-trusted-types-for 'script'; trusted-types 'none'",
		"another one":  "require-trusted-types-for 'script'; trusted-types other",
		"just a list":  "trusted-types other",
		"ours as well": "require-trusted-types-for 'script'; trusted-types other callbacklens",
	} {
		t.Run(name, func(t *testing.T) {
			h := serve(t, built, "")
			h.says("Content-Security-Policy", policy)
			tab := visit(t, h.url("/"))
			tab.click(`[data-example="json"]`)
			tab.whole()
			plain := visit(t, serve(t, built, "").url("/"))
			plain.click(`[data-example="json"]`)
			plain.whole()
			drawn := `[...document.querySelectorAll(".pane-main, .pane-main *")].map((e) => [e.namespaceURI, e.localName,
				...[...e.attributes].map((a) => a.name + "=" + a.value).sort(), e.firstElementChild ? "" : e.textContent].join(" ")).join("\n")`
			if got, want := eval[string](tab, drawn), eval[string](plain, drawn); got != want {
				t.Errorf("under that policy the page draws\n%s, else\n%s", got, want)
			}
		})
	}
}

// Without the style sheet the page is plain, but makes sense.
func TestWithoutTheStyleSheet(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		refuse []string
		want   string
	}{
		"and all else there": {[]string{".css"}, ""},
		"nor the program":    {[]string{".css", ".wasm.gz"}, said["network"]},
	} {
		t.Run(name, func(t *testing.T) {
			h := serve(t, built, "")
			for _, end := range c.refuse {
				h.refuse(end, http.StatusNotFound)
			}
			tab := profile(t)
			tab.open(h.url("/"))
			if c.want != "" {
				tab.state("failed")
				tab.sees(c.want)
				tab.wait(`document.documentElement.dataset.unstyled === ""`)
			} else {
				tab.running()
				tab.paste(job("a0plain"))
				tab.sees("a0plain")
			}
			text := tab.text("body")
			for _, s := range []string{"需要 JavaScript", "needs JavaScript", "已收到", "Received;", "被浏览器", "stopped unexpectedly", "Drop to read"} {
				if strings.Contains(text, s) {
					t.Errorf("it says %q in: %s", s, text)
				}
			}
			if c.want != "" && strings.Count(text, c.want) != 1 {
				t.Errorf("want %q once in: %s", c.want, text)
			}
			if wide := eval[int](tab, `Math.max(0, ...[...document.querySelectorAll("svg")].filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect().width))`); wide > 40 {
				t.Errorf("an icon is %d pixels wide", wide)
			}
		})
	}
}
