//go:build !js

package e2e

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"golang.org/x/tools/txtar"
)

// story returns a body of a story that the parser is tested with too.
func story(t testing.TB, name, file string) string {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("..", "testdata", "stories", name+".txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		if f.Name == file {
			return string(f.Data)
		}
	}
	t.Fatalf("story %s has no %s", name, file)
	return ""
}

// desk opens the viewer in a window that has room for two columns.
func desk(t testing.TB) *tab {
	t.Helper()
	h := serve(t, built, "")
	tab := profile(t)
	tab.resize(1440, 900)
	tab.open(h.url("/"))
	tab.running()
	return tab
}

// reading opens the viewer and reads a body in it.
func reading(t testing.TB, body string) *tab {
	t.Helper()
	tab := desk(t)
	tab.reads(body)
	return tab
}

// reads pastes a body with nothing focused and waits for a job's result.
func (b *tab) reads(body string) {
	b.t.Helper()
	b.paste(body)
	b.whole()
}

// whole waits until a result with a job is shown in full: its first frame
// leads nowhere yet.
func (b *tab) whole() {
	b.t.Helper()
	b.wait(`document.querySelector("main.result .facts [data-do^='place:source']")`)
}

// resize gives the page a size in pixels.
func (b *tab) resize(width, height int64) {
	b.t.Helper()
	b.must(b.size(width, height))
}

// zone puts the reader into a time zone.
func (b *tab) zone(name string) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: name}); err != nil {
		b.t.Fatal(err)
	}
}

// prefers sets what the system asks of pages, such as a dark colour scheme.
func (b *tab) prefers(feature, value string) {
	b.t.Helper()
	params := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: feature, Value: value}}}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, params); err != nil {
		b.t.Fatal(err)
	}
}

// slowly makes the processor this many times slower.
func (b *tab) slowly(times float64) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: times}); err != nil {
		b.t.Fatal(err)
	}
}

// key presses keys one after the other, where the focus is.
func (b *tab) key(keys ...string) {
	b.t.Helper()
	for _, k := range keys {
		b.must(b.press(k))
	}
}

// focus gives the focus to the first element that matches and can be seen.
func (b *tab) focus(selector string) {
	b.t.Helper()
	b.wait(seen(selector))
	eval[chromedp.Void](b, `void `+seen(selector)+`.focus()`)
}

// point clicks with the mouse in the middle of the first element that matches
// and can be seen, which lets the page use the clipboard.
func (b *tab) point(selector string) {
	b.t.Helper()
	b.wait(seen(selector))
	at := eval[[2]float64](b, `(() => {
		const e = `+seen(selector)+`;
		e.scrollIntoView({ block: "center", behavior: "instant" });
		const r = e.getBoundingClientRect();
		return [r.x + r.width / 2, r.y + r.height / 2];
	})()`)
	b.must(b.clickAt(at[0], at[1]))
}

// pull presses the mouse on the first element that matches, and moves it so many pixels to
// the right before it is let go.
func (b *tab) pull(selector string, by float64) {
	b.t.Helper()
	at := eval[[2]float64](b, `(() => { const r = `+seen(selector)+`.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()`)
	b.do(
		chromedp.MouseEvent(input.DispatchMouseEventTypeMousePressed, at[0], at[1], chromedp.ButtonLeft),
		chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at[0]+by/2, at[1], chromedp.ButtonLeft),
		chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at[0]+by, at[1], chromedp.ButtonLeft),
		chromedp.MouseEvent(input.DispatchMouseEventTypeMouseReleased, at[0]+by, at[1], chromedp.ButtonLeft))
}

// hover moves the mouse over the first element that matches.
func (b *tab) hover(selector string) {
	b.t.Helper()
	at := eval[[2]float64](b, `(() => { const r = `+seen(selector)+`.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()`)
	b.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at[0], at[1]))
}

// seen is the first element that matches and can be seen, in the page's words.
func seen(selector string) string {
	return `[...document.querySelectorAll(` + quote(selector) + `)].find((e) => e.checkVisibility())`
}

// texts returns what the visible elements that match show, blanks reduced.
func (b *tab) texts(selector string) []string {
	b.t.Helper()
	return eval[[]string](b, `[...document.querySelectorAll(`+quote(selector)+`)].filter((e) => e.checkVisibility()).map((e) => e.innerText.replace(/\s+/g, " ").trim())`)
}

// shows waits until the visible elements that match show exactly these texts.
func (b *tab) shows(selector string, want ...string) {
	b.t.Helper()
	list := quoteAll(want)
	b.wait(`[...document.querySelectorAll(` + quote(selector) + `)].filter((e) => e.checkVisibility()).map((e) => e.innerText.replace(/\s+/g, " ").trim()).join("\n") === ` + list + `.join("\n") || (() => { throw new Error([...document.querySelectorAll(` + quote(selector) + `)].filter((e) => e.checkVisibility()).map((e) => e.innerText.replace(/\s+/g, " ").trim()).join(" ¶ ")) })()`)
}

func quoteAll(list []string) string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = quote(s)
	}
	return "[" + strings.Join(quoted, ",") + "]"
}

// fact returns what a line of a card says, "" where there is none.
func (b *tab) fact(card, name string) string {
	b.t.Helper()
	return eval[string](b, fmt.Sprintf(`(() => {
		const titled = (list, part, name) => [...(list ?? [])].find((e) => (e.querySelector(part + " .label") ?? e.querySelector(part))?.textContent === name);
		const card = titled(document.querySelectorAll(".result .card"), "h2", %s);
		const line = titled(card?.querySelectorAll(".fact"), "dt", %s)?.querySelector("dd");
		const said = [...line?.querySelectorAll("time") ?? []].reduce((text, time) =>
			text.replace(time.innerText, [...time.childNodes].map((n) => n.textContent).join(" ")), line?.innerText ?? "");
		return said.replace(/\s+/g, " ").trim();
	})()`, quote(card), quote(name)))
}

// says is what one line of a card is to say.
type says struct{ card, name, want string }

// facts checks lines of cards.
func (b *tab) facts(lines ...says) {
	b.t.Helper()
	for _, l := range lines {
		if got := b.fact(l.card, l.name); got != l.want {
			b.t.Errorf("%s, %s: %q, want %q", l.card, l.name, got, l.want)
		}
	}
}

// title returns the title of the tab.
func (b *tab) title() string {
	b.t.Helper()
	return eval[string](b, `document.title`)
}

// side brings a view to stand beside, or in front where there is one column.
func (b *tab) side(view string) {
	b.t.Helper()
	b.click(".tab-" + view)
	b.wait(`document.querySelector("main.result").dataset.side === ` + quote(view))
}
