//go:build !js

package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/callbacklens/callbacklens/internal/canary"
)

// pageText is all that the page holds: texts, attributes, what was typed, the
// titles of the tab and of the window's history.
const pageText = `(() => {
	const all = [document.title, location.href, document.documentElement.outerHTML, JSON.stringify(history.state), JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
	for (const e of document.querySelectorAll("input, textarea, select")) all.push(e.value);
	return all.join("\n") + (window.taken ?? []).join("\n");
})()`

// collect keeps what the page copies and saves.
const collect = `
	window.taken = [];
	navigator.clipboard.writeText = async (text) => void window.taken.push(text);
	const make = URL.createObjectURL;
	URL.createObjectURL = (blob) => (blob.text().then((text) => window.taken.push(text)), make.call(URL, blob));
	HTMLAnchorElement.prototype.click = function () { window.taken.push(this.download) };
`

// everywhere goes through every part of the page and returns all that it held.
func everywhere(tab *tab) string {
	tab.t.Helper()
	var all strings.Builder
	look := func() { all.WriteString(eval[string](tab, pageText)) }
	for _, view := range []string{"facts", "tree", "remarks", "source"} {
		tab.side(view)
		if view == "source" {
			tab.wait(`document.querySelectorAll(".source-row").length > 5`)
		}
		look()
	}
	for range 40 { // the whole of the source, a screen at a time
		eval[chromedp.Void](tab, `void (() => { const s = document.querySelector(".source-scroll"); s.scrollTop += s.clientHeight - 30 })()`)
		eval[chromedp.Void](tab, `new Promise((done) => requestAnimationFrame(() => setTimeout(done)))`)
		look()
	}
	eval[chromedp.Void](tab, `void (() => {
		// The bytes as received have everything in them, as their button says.
		const hidden = document.querySelector('.secrets[aria-pressed="false"]');
		const exact = document.querySelector(".source-buttons .exact");
		if (hidden && !exact.textContent.includes("with secrets")) throw new Error(exact.textContent);
		[...document.querySelectorAll(".source-buttons button:not([aria-pressed])")].filter((b) => !hidden || b !== exact).forEach((b) => b.click());
	})()`)
	tab.wait(`window.taken.length >= 3`)
	look()
	return all.String()
}

// No part of the page holds a secret unasked: no text, attribute or title, and
// nothing that is copied or saved. Asked for, all are there; hidden again, none.
func TestPageHoldsNoSecretUnasked(t *testing.T) {
	t.Parallel()
	text, secrets := canary.Everything()
	tab := desk(t)
	eval[chromedp.Void](tab, `void (() => {`+collect+`})()`)
	tab.reads(text)
	count := func() (n int) {
		all := everywhere(tab)
		for _, s := range secrets {
			if strings.Contains(all, s) {
				n++
			}
		}
		return n
	}
	if n := count(); n != 0 {
		t.Errorf("%d of %d are there unasked", n, len(secrets))
	}
	tab.click(".secrets")
	tab.wait(`document.querySelector(".secrets").ariaPressed === "true"`)
	eval[chromedp.Void](tab, `void (window.taken = [])`)
	if n := count(); n != len(secrets) {
		t.Errorf("asked for, %d of %d are there", n, len(secrets))
	}
	tab.click(".secrets")
	tab.wait(`document.querySelector(".secrets").ariaPressed === "false"`)
	eval[chromedp.Void](tab, `void (window.taken = [])`)
	if n := count(); n != 0 {
		t.Errorf("hidden again, %d are there", n)
	}
	tab.typeInto(".source-find", secrets[0])
	tab.shows(".source .find-count", "not found")
}
