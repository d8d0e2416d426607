//go:build !js

package e2e

import (
	"encoding/base64"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/memory"
	"github.com/chromedp/chromedp"
)

var (
	soakBodies = flag.Int("soak", 0, "give each browser this many damaged `bodies` one after the other")
	soakSeed   = flag.Uint64("seed", 0, "make them from this `number`; 0 for one of the clock")
)

// warmedUp is how many bodies a page must have had before it holds all that it ever does:
// what comes after fewer of them is no growth.
const warmedUp = 50

// TestSoak gives a page one damaged body after the other. The page answers a
// good one in between, says nothing on the console, and what it holds does not
// grow.
func TestSoak(t *testing.T) {
	if *soakBodies == 0 {
		t.Skip("make soak asks for it")
	}
	seed := *soakSeed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano())
	}
	for _, e := range engines {
		if e.name == "Firefox" {
			continue // which has the same journeys, and nothing to measure it by
		}
		t.Run(e.name, func(t *testing.T) {
			t.Logf("again by -soak %d -seed %d", *soakBodies, seed)
			soakIn(t, e.start(t), newDamage(t, seed))
		})
	}
}

func soakIn(t *testing.T, browser engine, d *damage) {
	b := watched(t, browser)
	warm := *soakBodies / 5 // by then everything was there once
	var before, after held
	for i := 1; i <= *soakBodies; i++ {
		body, how := d.body()
		b.suffers(i, body, how)
		if i%10 == 0 || i == warm {
			b.answers(fmt.Sprint("a0probe", i))
		}
		switch i {
		case warm:
			before = b.held()
			t.Logf("after %d: %+v", i, before)
		case *soakBodies:
			after = b.held()
			t.Logf("after %d: %+v", i, after)
		}
	}
	if warm < warmedUp {
		t.Logf("what the page holds is not judged: that takes %d bodies", 5*warmedUp)
		return
	}
	after.within(t, before)
}

// watched opens the viewer with an ear for its console and a look at what the
// program holds.
func watched(t *testing.T, browser engine) *tab {
	h := serve(t, built, "")
	release := h.hold(".wasm.gz")
	b := &tab{t: t, engine: browser}
	b.open(h.url("/"))
	eval[chromedp.Void](b, `void (() => {
		window.complaints = [];
		const complain = (...words) => complaints.push(words.map(String).join(" ").slice(0, 500));
		for (const way of ["error", "warn", "log"]) console[way] = complain;
		addEventListener("error", (e) => complain("error", e.message));
		addEventListener("unhandledrejection", (e) => complain("rejected", e.reason));
		const { instantiateStreaming } = WebAssembly;
		WebAssembly.instantiateStreaming = async (...args) => {
			const program = await instantiateStreaming(...args);
			const { run } = Go.prototype;
			Go.prototype.run = function (...args) {
				window.program = { go: this, memory: program.instance.exports.mem };
				return run.apply(this, args);
			};
			return program;
		};
	})()`)
	release()
	b.running()
	return b
}

// settled is true once the page has not changed for a moment and shows no bar
// of progress.
const settled = `new Promise((done) => {
	let timer;
	const still = () => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			const bar = document.querySelector(".progress");
			if (bar?.checkVisibility()) return still();
			observer.disconnect();
			done(true);
		}, 120);
	};
	const observer = new MutationObserver(still);
	observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
	still();
})`

// suffers gives a body, as text where it is some and as a file where not, and
// waits until the page is through with it.
func (b *tab) suffers(i int, body []byte, how string) {
	b.t.Helper()
	start := time.Now()
	if utf8.Valid(body) {
		b.paste(string(body))
	} else {
		b.dropItems(`const packed = atob(` + quote(base64.StdEncoding.EncodeToString(body)) + `);
			data.items.add(new File([Uint8Array.from(packed, (c) => c.charCodeAt(0))], "body"))`)
	}
	_, err := tryEval[bool](b, settled)
	got := ""
	if err == nil {
		got, err = tryEval[string](b, `(({ state, failure }) =>
			[...(state === "running" ? [] : [state, failure]), ...complaints].join("\n"))(document.documentElement.dataset)`)
	}
	if err == nil && got == "" {
		return
	}
	path := filepath.Join(os.TempDir(), fmt.Sprintf("callbacklens-soak-%d", i))
	if err := os.WriteFile(path, body, 0o600); err != nil {
		b.t.Error(err)
	}
	b.t.Fatalf("body %d (%s; %d bytes, in %s), after %v: %s %v",
		i, how, len(body), path, time.Since(start), strings.TrimSpace(got), err)
}

// answers reads a good body.
func (b *tab) answers(id string) {
	b.t.Helper()
	b.paste(job(id))
	b.shows(".bar .job-id code", id)
	b.whole()
	eval[bool](b, settled)
}

// held is what a page holds when it shows a small body. What an engine does
// not tell is 0.
type held struct {
	Memory    int // of the program, in bytes; it never shrinks
	Refs      int // of the program to values of the browser
	Elements  int // in the document
	Nodes     int // in the document, and out of it but not given up
	Listeners int
	Heap      int // of JavaScript, in bytes
	Resident  int // of the process of the page, in bytes
}

func (b *tab) held() (h held) {
	b.t.Helper()
	h.Memory = eval[int](b, `program.memory.buffer.byteLength`)
	h.Refs = eval[int](b, `program.go._ids.size`)
	h.Elements = eval[int](b, `document.querySelectorAll("*").length`)
	switch e := b.engine.(type) {
	case chromium:
		// What one round gives up may have been all that held the next.
		for range 3 {
			if _, err := chromedp.Call(e.ctx, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
				b.t.Fatal(err)
			}
		}
		counters, err := chromedp.Call(e.ctx, memory.GetDOMCounters, cdp.Empty{})
		if err != nil {
			b.t.Fatal(err)
		}
		h.Nodes, h.Listeners = int(counters.Nodes), int(counters.JsEventListeners)
		h.Heap = eval[int](b, `performance.memory.usedJSHeapSize`)
	default:
		h.Resident = resident(b.t, "WebKitWebProces")
	}
	return h
}

// within checks that h is not more than before, but for what differs from one
// moment to the next.
func (h held) within(t *testing.T, before held) {
	t.Helper()
	for _, c := range []struct {
		what       string
		was, is    int
		more, slot int // how much more is allowed: a share in percent, and a number
	}{
		{"memory of the program", before.Memory, h.Memory, 25, 8 << 20},
		{"references of the program", before.Refs, h.Refs, 25, 500},
		{"elements", before.Elements, h.Elements, 5, 50},
		{"nodes", before.Nodes, h.Nodes, 25, 2000},
		{"listeners", before.Listeners, h.Listeners, 5, 20},
		{"heap of JavaScript", before.Heap, h.Heap, 25, 4 << 20},
		{"resident memory", before.Resident, h.Resident, 25, 64 << 20},
	} {
		if most := c.was + c.was*c.more/100 + c.slot; c.is > most {
			t.Errorf("%s: %d after all bodies, %d after the first fifth; %d would do", c.what, c.is, c.was, most)
		}
	}
}

// resident returns the memory of the largest process of that name which this
// test has started, in bytes; 0 where the system does not tell.
func resident(t testing.TB, name string) (most int) {
	parents := map[int]int{}
	sizes := map[int]int{}
	folders, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, path := range folders {
		content, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		var pid, parent int
		before, rest, _ := strings.Cut(string(content), " (")
		command, rest, _ := strings.Cut(rest, ") ")
		if _, err := fmt.Sscan(before, &pid); err != nil {
			t.Fatal(err)
		}
		var state string
		if _, err := fmt.Sscan(rest, &state, &parent); err != nil {
			t.Fatal(err)
		}
		parents[pid] = parent
		if command == name {
			var pages [2]int
			size, _ := os.ReadFile(filepath.Join(filepath.Dir(path), "statm"))
			_, _ = fmt.Sscan(string(size), &pages[0], &pages[1])
			sizes[pid] = pages[1] * os.Getpagesize()
		}
	}
	for pid, size := range sizes {
		for at := pid; at > 1; at = parents[at] {
			if at == os.Getpid() {
				most = max(most, size)
			}
		}
	}
	return most
}
