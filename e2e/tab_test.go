//go:build !js

package e2e

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// patience is how long a test waits for what must come.
const patience = 20 * time.Second

// tab is a page in a browser.
type tab struct {
	t testing.TB
	engine
	ctx context.Context // of Chromium, for what only that can do
}

// profile opens an empty tab in a browser profile of its own: no storage, no
// cache, no service worker.
func profile(t testing.TB) *tab {
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	return &tab{t, chromium{ctx}, ctx}
}

// visit opens an address in a new profile and waits until the program runs.
func visit(t testing.TB, address string) *tab {
	tab := profile(t)
	tab.open(address)
	tab.running()
	return tab
}

// sibling opens an empty tab in the same profile.
func (b *tab) sibling() *tab {
	ctx, cancel := chromedp.NewContext(b.ctx)
	b.t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		b.t.Fatal(err)
	}
	return &tab{b.t, chromium{ctx}, ctx}
}

// do runs actions within the test's patience.
func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// open goes to an address and returns when its document was parsed; what it
// loads may still be on its way.
func (b *tab) open(address string) {
	b.t.Helper()
	eval[chromedp.Void](b, `void (window.left = true)`)
	b.must(b.visit(address))
	b.wait(`!window.left && document.readyState !== "loading" && location.href !== "about:blank"`)
}

// reload loads the page again, as its user does.
func (b *tab) reload() {
	b.t.Helper()
	eval[chromedp.Void](b, `void (window.left = true)`)
	b.must(b.again())
	b.wait(`!window.left && document.readyState !== "loading"`)
}

// early makes every document of the tab begin with a script.
func (b *tab) early(script string) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}); err != nil {
		b.t.Fatal(err)
	}
}

// eval returns the value of an expression in the page, waiting for a promise.
func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := tryEval[T](b, expression)
	if err != nil {
		b.t.Fatalf("%s: %v", short(expression), err)
	}
	return v
}

func tryEval[T any](b *tab, expression string) (v T, err error) {
	value, err := b.value(expression)
	if _, void := any(v).(chromedp.Void); void || err != nil {
		return v, err
	}
	if value == nil {
		return v, errors.New("undefined")
	}
	return v, json.Unmarshal(value, &v)
}

// must ends the test where a browser could not be given what it was to do.
func (b *tab) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

// wait waits until an expression is true, over navigations too.
func (b *tab) wait(condition string) {
	b.t.Helper()
	b.waitLong(condition, patience)
}

// waitLong is wait for what may take longer.
func (b *tab) waitLong(condition string, most time.Duration) {
	b.t.Helper()
	last := b.within(most, condition)
	if last == nil {
		return
	}
	state, _ := tryEval[string](b, `location.href + " " + JSON.stringify(document.documentElement.dataset) + "\n" + document.body?.innerText.slice(0, 2000)`)
	b.t.Fatalf("in vain waited for: %s\nerror: %v\nat: %s", short(condition), last, state)
}

// within waits until an expression is true, and returns an error where that
// takes too long.
func (b *tab) within(most time.Duration, condition string) error {
	last := errors.New("not true")
	for end := time.Now().Add(most); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		ok, err := tryEval[bool](b, `(async () => Boolean(await (`+condition+`)))()`)
		if ok && err == nil {
			return nil
		}
		if err != nil {
			last = err
		}
	}
	return last
}

// running waits until the program has the page.
func (b *tab) running() {
	b.t.Helper()
	b.wait(`document.documentElement.dataset.state === "running"`)
}

// state waits for a state of the start, such as "received".
func (b *tab) state(state string) {
	b.t.Helper()
	b.wait(`document.documentElement.dataset.state === ` + quote(state))
}

// sees waits until the page shows a text.
func (b *tab) sees(text string) {
	b.t.Helper()
	b.wait(`document.body.innerText.includes(` + quote(text) + `)`)
}

// text returns what an element shows, "" where there is none.
func (b *tab) text(selector string) string {
	b.t.Helper()
	return eval[string](b, `document.querySelector(`+quote(selector)+`)?.innerText ?? ""`)
}

// visible reports whether an element that matches can be seen.
func (b *tab) visible(selector string) bool {
	b.t.Helper()
	return eval[bool](b, `[...document.querySelectorAll(`+quote(selector)+`)].some((e) => e.checkVisibility())`)
}

// click clicks the first element that matches and can be seen.
func (b *tab) click(selector string) {
	b.t.Helper()
	seen := `[...document.querySelectorAll(` + quote(selector) + `)].find((e) => e.checkVisibility())`
	b.wait(seen)
	eval[chromedp.Void](b, `void `+seen+`.click()`)
}

// typeInto focuses the first element that matches and can be seen and types,
// key by key.
func (b *tab) typeInto(selector, keys string) {
	b.t.Helper()
	seen := `[...document.querySelectorAll(` + quote(selector) + `)].find((e) => e.checkVisibility())`
	b.wait(seen)
	eval[chromedp.Void](b, `void `+seen+`.focus()`)
	b.must(b.press(keys))
}

// command gives the browser an editing command, such as "copy", as a key would.
func (b *tab) command(name string) {
	b.t.Helper()
	b.must(b.edit(name))
}

// paste gives the page a paste of text where the focus is, and reports whether
// the page took it for itself.
func (b *tab) paste(text string) (taken bool) {
	b.t.Helper()
	return b.pasteItems(`data.setData("text/plain", ` + quote(text) + `)`)
}

// pasteItems pastes what the script puts into the DataTransfer data.
func (b *tab) pasteItems(fill string) (taken bool) {
	b.t.Helper()
	return eval[bool](b, `(() => {
		const data = new DataTransfer();
		`+fill+`;
		// Firefox takes the data, the others their bearer.
		const event = new ClipboardEvent("paste", { clipboardData: data,
			dataType: "text/plain", data: data.getData("text/plain"), bubbles: true, cancelable: true });
		return !(document.activeElement ?? document.body).dispatchEvent(event);
	})()`)
}

// drop drags a file with a content over the page and lets it go there.
func (b *tab) drop(name, mediaType, content string) {
	b.t.Helper()
	b.dropItems(fmt.Sprintf(`data.items.add(new File([%s], %s, { type: %s }))`, quote(content), quote(name), quote(mediaType)))
}

// dropItems drops what the script puts into the DataTransfer data.
func (b *tab) dropItems(fill string) {
	b.t.Helper()
	eval[chromedp.Void](b, `void (() => {
		const data = new DataTransfer();
		`+fill+`;
		for (const type of ["dragenter", "dragover", "drop"])
			document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
	})()`)
}

// choose gives files to the page's file button.
func (b *tab) choose(files ...string) {
	b.t.Helper()
	b.must(b.upload("input[type=file][data-intake]", files))
}

// quote writes s as JavaScript.
func quote(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return string(b)
}

func short(s string) string {
	if s = strings.TrimSpace(s); len(s) > 300 {
		return s[:300] + "…"
	}
	return s
}

// job returns a small callback with an id to look for.
func job(id string) string {
	return `<Response><EventName>TaskFinish</EventName><JobsDetail><Code>Success</Code><JobId>` + id +
		`</JobId><Message>Success</Message><State>Success</State><Tag>WordsGeneralize</Tag></JobsDetail></Response>`
}
