//go:build !js

package e2e

import (
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// mined lets a test have something happen in the middle of the program: the next
// time that it asks for the time, window.mine goes off.
const mined = `
	const { instantiateStreaming } = WebAssembly;
	WebAssembly.instantiateStreaming = (response, imports) => {
		const now = imports.gojs["runtime.nanotime1"];
		imports.gojs["runtime.nanotime1"] = (sp) => {
			const { mine } = window;
			window.mine = undefined;
			mine?.();
			now(sp);
		};
		return instantiateStreaming(response, imports);
	};`

// trap is a module of WebAssembly that does nothing but stop.
const trap = `new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(
	[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11]))).exports.t()`

// Whatever ends the program is said, with a way to begin again, and what was
// given is still there if it fits into the box.
func TestWhateverEndsTheProgramIsSaid(t *testing.T) {
	t.Parallel()
	const stopped, used = "The program stopped unexpectedly", "The memory that the browser gives this page is used up"
	for _, c := range []struct{ name, mine, want string }{
		{"the end of the stack", `(function f() { f() })()`, stopped},
		{"a trap", trap, stopped},
		{"an error of the browser", `null.x`, stopped},
		{"what is no error", `(() => { throw undefined })()`, stopped},
		{"no room for a buffer", `(() => { throw new RangeError("Array buffer allocation failed") })()`, used},
		{"an exit", `(() => { Node.prototype.appendChild = Node.prototype.replaceChild = () => { throw new Error("no") } })()`, stopped},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := serve(t, built, "")
			tab := profile(t)
			tab.early(mined)
			tab.open(h.url("/"))
			tab.running()
			body := job("a0crash")
			tab.pasteItems(`data.setData("text/plain", ` + quote(body) + `); window.mine = () => ` + c.mine)
			tab.state("failed")
			tab.sees(c.want)
			if got := tab.texts(".crash p"); len(got) != 1 {
				t.Errorf("it says %q, want one sentence", got)
			}
			if got := eval[string](tab, `document.querySelector("#box")?.value ?? "no box"`); got != body && c.name != "an exit" {
				t.Errorf("of what was given is left: %q", got)
			}
			eval[chromedp.Void](tab, `void (window.left = true)`)
			tab.click(".crash [data-reload]")
			tab.wait(`!window.left`)
			tab.running()
			tab.paste(body)
			tab.sees("a0crash")
		})
	}
}

// Other scripts in the page, such as those of extensions, have faults of their
// own.
func TestFaultOfAnotherScriptIsNoCrash(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := visit(t, h.url("/"))
	eval[chromedp.Void](tab, `void (() => {
		const other = "chrome-extension://abcdefgh/content.js";
		for (const error of [new RangeError("Maximum call stack size exceeded"), new TypeError("x"), new WebAssembly.RuntimeError("unreachable")])
			dispatchEvent(new ErrorEvent("error", { error, filename: other, message: error.message }));
		Promise.reject(new RangeError("Maximum call stack size exceeded"));
		setTimeout(() => { throw new RangeError("Maximum call stack size exceeded") });
		setTimeout(() => (function f() { f() })());
	})()`)
	time.Sleep(200 * time.Millisecond)
	if tab.visible(".crash") {
		t.Errorf("a crash is told of: %s", tab.text(".crash"))
	}
	tab.paste(job("a0other"))
	tab.sees("a0other")
}

// A program that does not come is waited for, and that is said.
func TestProgramThatDoesNotCome(t *testing.T) {
	t.Parallel()
	soon := `{
		const { setTimeout } = window;
		window.setTimeout = (f, after, ...args) => setTimeout(f, after === 20000 ? 300 : after, ...args);
	}`
	for name, never := range map[string]string{
		"its answer":      ``,
		"its compilation": `WebAssembly.instantiateStreaming = () => new Promise(() => {});`,
	} {
		t.Run(name, func(t *testing.T) {
			h := serve(t, built, "")
			release := func() {}
			if never == "" {
				release = h.hold(".wasm.gz")
			}
			tab := profile(t)
			tab.early(soon + never)
			tab.open(h.url("/"))
			tab.sees("The program is still loading")
			if never != "" {
				return
			}
			tab.paste(job("a0late"))
			release()
			tab.sees("a0late")
			if tab.visible("[data-when=slow]") {
				t.Error("it is still said to be late")
			}
		})
	}
}

// A disk that does not answer holds nothing up that a person cannot stop.
func TestFileThatDoesNotAnswer(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := visit(t, h.url("/"))
	eval[chromedp.Void](tab, `void (window.arrayBuffer = Blob.prototype.arrayBuffer, Blob.prototype.arrayBuffer = () => new Promise(() => {}))`)
	tab.drop("far.json", "application/json", job("a0far"))
	tab.click(`.progress [data-do="cancel"]`)
	tab.sees("Reading was stopped before anything could be shown.")
	eval[chromedp.Void](tab, `void (Blob.prototype.arrayBuffer = window.arrayBuffer)`)
	tab.drop("near.json", "application/json", job("a0near"))
	tab.sees("a0near")
}
