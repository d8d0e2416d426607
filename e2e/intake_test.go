//go:build !js

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// parcels opens the viewer without its program and listens in its place.
func parcels(t *testing.T) (*tab, *host) {
	h := serve(t, built, "")
	h.hold(".wasm.gz")
	tab := profile(t)
	tab.open(h.url("/"))
	eval[chromedp.Void](tab, `void (window.parcels = [], callbackLens.listen((p) => parcels.push(p)))`)
	return tab, h
}

// next takes the one parcel that has arrived and writes it down.
func (b *tab) next() string {
	b.t.Helper()
	return eval[string](b, `(async () => {
		if (parcels.length !== 1) return parcels.length + " parcels";
		const p = parcels.pop();
		return [p.origin, p.problem, p.name, p.text?.slice(0, 40), await p.file?.text() ?? p.files?.map((f) => f.name).join(), p.at > 0].join("|");
	})()`)
}

func TestParcels(t *testing.T) {
	t.Parallel()
	tab, _ := parcels(t)
	name := filepath.Join(t.TempDir(), "body.json")
	if err := os.WriteFile(name, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	text := func(s string) string { return `data.setData("text/plain", ` + quote(s) + `)` }
	file := func(name, mediaType string) string {
		return fmt.Sprintf(`data.items.add(new File(["<a/>"], %s, { type: %s }))`, quote(name), quote(mediaType))
	}
	follow := func(fragment string) func() {
		return func() {
			eval[chromedp.Void](tab, `(async () => void (location.hash = `+fragment+`))()`)
			tab.wait(`parcels.length > 0 && location.hash === ""`)
		}
	}
	for _, c := range []struct {
		what string
		do   func()
		want string
	}{
		{"paste", func() { tab.paste("<a/>") }, "paste|||<a/>||true"},
		{"empty paste", func() { tab.pasteItems("") }, "paste|empty||||true"},
		{"pasted file", func() { tab.pasteItems(file("a.xml", "text/xml")) }, "paste||a.xml||<a/>|true"},
		{"pasted image", func() { tab.pasteItems(file("a.png", "image/png")) }, "paste|image|a.png|||true"},
		{"dropped file", func() { tab.drop("a.xml", "text/xml", "<a/>") }, "drop||a.xml||<a/>|true"},
		{"dropped text", func() { tab.dropItems(text("<b/>")) }, "drop|||<b/>||true"},
		{"dropped image", func() { tab.dropItems(file("a.png", "image/png")) }, "drop|image|a.png|||true"},
		{"two dropped files", func() { tab.dropItems(file("a.xml", "text/xml") + ";" + file("b.xml", "text/xml")) }, "drop||||a.xml,b.xml|true"},
		{"link to a body", follow(`"#show=view:tree&body=1." + (await callbackLens.pack(new TextEncoder().encode("<今/>")))`), "link|||<今/>||true"},
		{"link to an example", follow(`"#example=json&show=remark:0"`), "example||json|||true"},
		{"link that was cut", follow(`"#body=1." + (await callbackLens.pack(new TextEncoder().encode("<a/>"))).slice(0, -3)`), "link|link-broken||||true"},
		{"link of other letters", follow(`"#body=1.今天"`), "link|link-broken||||true"},
		{"link without a form", follow(`"#body=eJwLAAAA"`), "link|link-broken||||true"},
		{"link to no text", follow(`"#body=1." + (await callbackLens.pack(new Uint8Array([0xff, 0xfe])))`), "link|link-broken||||true"},
		{"link of another version", follow(`"#body=2.eJwLAAAA"`), "link|link-version||||true"},
		{"link that has lost its body", follow(`"#show=view:tree"`), "link|link-broken||||true"},
		{"link that unpacks to too much", follow(`"#body=1." + (await callbackLens.pack(new Uint8Array(9 << 20)))`), "link|link-large||||true"},
		{"file button", func() { tab.choose(name) }, "file||body.json||{}|true"},
		{"the same file again", func() { tab.choose(name) }, "file||body.json||{}|true"},
		{"read an empty box", func() { tab.click("[data-read]") }, "box|empty||||true"},
	} {
		c.do()
		if got := tab.next(); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
	tab.click("[data-example]")
	if got := tab.next(); !strings.HasPrefix(got, "example||") || strings.HasPrefix(got, "example|||") {
		t.Errorf("example: %s", got)
	}
	if got := eval[bool](tab, `document.documentElement.classList.contains("dropping")`); got {
		t.Error("the page still looks as if something hung over it")
	}
	// A text that is lent part by part keeps its characters whole, and half ones end nothing.
	for _, text := range []string{"a😀😀今b😀", "", "今天", `a\ud83d`, `\ud83d\ud83d😀`} {
		lent := `(() => {
			const text = "` + text + `", lent = callbackLens.text({ text }), all = [], bytes = new Uint8Array(9);
			for (let at = 0; at < lent.length && all.length < 99; ) {
				const { read, written } = lent.encode(at, at + 2, bytes);
				all.push(...bytes.slice(0, written));
				at += read;
			}
			return [new TextDecoder().decode(new Uint8Array(all)), text.toWellFormed()].join("|");
		})()`
		if got, want, _ := strings.Cut(eval[string](tab, lent), "|"); got != want {
			t.Errorf("%q arrives as %q", want, got)
		}
	}
}

func TestDroppingIsSeen(t *testing.T) {
	tab, _ := parcels(t)
	over := `(type, more) => { const data = new DataTransfer(); data.items.add(new File([], "a")); const e = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, ...more }); document.body.dispatchEvent(e); return e.defaultPrevented && document.documentElement.classList.contains("dropping"); }`
	if !eval[bool](tab, `(`+over+`)("dragover")`) {
		t.Error("a file over the page is not taken")
	}
	eval[bool](tab, `(`+over+`)("dragleave")`)
	if eval[bool](tab, `document.documentElement.classList.contains("dropping")`) {
		t.Error("the page still looks as if something hung over it")
	}
}

func TestBox(t *testing.T) {
	t.Parallel()
	tab, _ := parcels(t)
	tab.typeInto("#box", "<a/>")
	if got := eval[int](tab, `parcels.length`); got != 0 {
		t.Errorf("typing made %d parcels", got)
	}
	tab.click("[data-read]")
	if got := tab.next(); got != "box|||<a/>||true" {
		t.Errorf("read: %s", got)
	}
	eval[chromedp.Void](tab, `void [...document.querySelectorAll("#box")].find((e) => e.checkVisibility()).focus()`)
	for _, key := range []string{"ctrlKey", "metaKey"} {
		eval[bool](tab, `document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", `+key+`: true, bubbles: true, cancelable: true }))`)
		if got := tab.next(); got != "box|||<a/>||true" {
			t.Errorf("Enter with %s: %s", key, got)
		}
	}
	if tab.paste("small") {
		t.Error("a small paste beside what is in the box was not left to it")
	}
	if !tab.paste(strings.Repeat("x", 65537)) {
		t.Error("a large paste went into the box")
	}
	if got := tab.next(); got != "paste|||"+strings.Repeat("x", 40)+"||true" {
		t.Errorf("large paste: %s", got)
	}
	eval[chromedp.Void](tab, `void document.activeElement.select()`)
	for _, where := range []string{"over all that is in the box", "in an empty box"} {
		if !tab.paste("<b/>") {
			t.Errorf("a paste %s was left to it", where)
		}
		if got := tab.next(); got != "paste|||<b/>||true" {
			t.Errorf("a paste %s: %s", where, got)
		}
		eval[chromedp.Void](tab, `void (document.activeElement.value = " ")`)
	}
}

func TestPasteInAnotherField(t *testing.T) {
	tab, _ := parcels(t)
	eval[chromedp.Void](tab, `void (() => { const filter = document.createElement("input"); document.body.append(filter); filter.focus(); })()`)
	if tab.paste("n") {
		t.Error("a paste in another field was taken from it")
	}
	if got := eval[int](tab, `parcels.length`); got != 0 {
		t.Errorf("%d parcels", got)
	}
	if !tab.paste(job("a0body")) {
		t.Error("a body was left to another field")
	}
}

// TestClipboard copies and pastes through the browser's own commands.
func TestClipboard(t *testing.T) {
	h := serve(t, built, "")
	tab := visit(t, h.url("/"))
	tab.typeInto("#box", job("a0clipboard"))
	tab.command("selectAll")
	tab.command("copy")
	tab.command("delete")
	eval[chromedp.Void](tab, `document.activeElement.blur()`)
	tab.command("paste")
	tab.sees("a0clipboard")
}

// TestEarly gives bodies before the program has arrived.
func TestEarly(t *testing.T) {
	id := "a0early0paste0or0drop"
	for name, give := range map[string]func(*tab){
		"paste": func(b *tab) { b.paste(job(id)) },
		"drop":  func(b *tab) { b.drop("body.xml", "text/xml", job(id)) },
		"box": func(b *tab) {
			b.typeInto("#box", job(id))
			b.click("[data-read]")
		},
		"the last of two":            func(b *tab) { b.paste(job("a0first")); b.paste(job(id)) },
		"not the empty one after it": func(b *tab) { b.paste(job(id)); b.pasteItems("") },
	} {
		t.Run(name, func(t *testing.T) {
			h := serve(t, built, "")
			release := h.hold(".wasm.gz")
			tab := profile(t)
			tab.open(h.url("/"))
			tab.state("loading")
			give(tab)
			tab.state("received")
			release()
			tab.running()
			tab.sees(id)
		})
	}
}

// A link is read on the very first visit, for which the program has to be fetched while
// the body that came with the address ends all other requests.
func TestALinkIsReadOnAFirstVisit(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := visit(t, h.url("/"))
	packed := eval[string](tab, `callbackLens.pack(new TextEncoder().encode(`+quote(job("jlink"))+`))`)
	for fragment, seen := range map[string]string{"#example=json": "Word segmentation", "#body=1." + packed: "jlink"} {
		tab := profile(t)
		tab.open(h.url("/" + fragment))
		tab.whole()
		tab.sees(seen)
		if got := eval[string](tab, `location.hash`); got != "" {
			t.Errorf("%s stays in the address as %s", fragment, got)
		}
	}
}

// The framework reads the address, also when it changes, and ends at an escape that is
// none: such a fragment is gone before that, and is told of where it was to be a link.
func TestAnAddressWithBrokenEscapesEndsNothing(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	for fragment, broken := range map[string]bool{"#body=1.%%%": true, "#100%": false} {
		tab := profile(t)
		tab.open(h.url("/" + fragment))
		tab.running()
		said := func() {
			t.Helper()
			if broken {
				tab.wait(`document.body.innerText.includes("The link is cut or damaged")`)
			}
			tab.wait(`location.hash === ""`)
		}
		said()
		tab.paste(job("jkept"))
		tab.whole()
		eval[chromedp.Void](tab, `void (location.hash = `+quote(fragment)+`)`)
		said()
		if broken {
			tab.wait(`document.documentElement.dataset.state === "running"`)
		}
		tab.sees("jkept")
	}
}

func TestTypedTextSurvivesTheStart(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	release := h.hold(".wasm.gz")
	tab := profile(t)
	tab.open(h.url("/"))
	tab.typeInto("#box", "<Response>")
	release()
	tab.running()
	tab.wait(`callbackLens.box().text === "<Response>" && callbackLens.box().focused && callbackLens.box().start === 10`)
}

func TestAnInputMethodIsNotInterrupted(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	release := h.hold(".wasm.gz")
	tab := profile(t)
	tab.open(h.url("/"))
	tab.typeInto("#box", "n")
	eval[bool](tab, `document.activeElement.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }))`)
	release()
	eval[chromedp.Void](tab, `new Promise((done) => setTimeout(done, 1500))`)
	if got := eval[string](tab, `document.documentElement.dataset.state`); got != "loading" {
		t.Errorf("state %s while composing, want loading", got)
	}
	eval[bool](tab, `document.activeElement.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }))`)
	tab.running()
}
