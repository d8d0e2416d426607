//go:build !js

package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// What is there may still refuse to do what it is asked for. Where a person
// asked for that very thing, the page says that it could not be done.
func TestRefusalOfWhatWasAskedForIsSaid(t *testing.T) {
	deny := func(method string) string {
		i := strings.LastIndex(method, ".")
		return `Object.defineProperty(` + method[:i] + `, "` + method[i+1:] + `", { configurable: true, value() { throw new DOMException("denied", "NotAllowedError") } });`
	}
	shown := func(b *tab) { b.paste(job("a0ask")); b.sees("a0ask") }
	file := func(b *tab) { b.drop("a.json", "application/json", job("a0file")) }
	for _, c := range []struct {
		name, early string
		do          func(*tab)
		want        string
	}{
		{"copying", deny("Clipboard.prototype.writeText") + deny("Document.prototype.execCommand"), func(b *tab) {
			shown(b)
			b.click(".copy")
		}, "The browser does not allow copying"},
		{"copying, with no clipboard at all", `Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });` + deny("Document.prototype.execCommand"), func(b *tab) {
			shown(b)
			b.click(".copy")
		}, "The browser does not allow copying"},
		{"saving", deny("URL.createObjectURL"), func(b *tab) {
			shown(b)
			b.side("source")
			b.wait(`[...document.querySelectorAll(".source button")].some((e) => e.textContent === "Download")`)
			eval[chromedp.Void](b, `void [...document.querySelectorAll(".source button")].find((e) => e.textContent === "Download").click()`)
		}, "The browser does not allow saving a file"},
		{"a file that is gone", `Blob.prototype.arrayBuffer = async () => { throw new DOMException("A requested file or directory could not be found at the time an operation was processed.", "NotFoundError") }`, file,
			"The file is no longer where it was"},
		{"a file that was changed", `Blob.prototype.arrayBuffer = async () => { throw new DOMException("The requested file could not be read.", "NotReadableError") }`, file,
			"The browser cannot read the file"},
		{"a file that has no way to be read", `delete Blob.prototype.arrayBuffer`, file, "The file cannot be read"},
		{"settings", deny("Storage.prototype.setItem") + deny("Storage.prototype.removeItem"), func(b *tab) {
			b.click(`[data-do="lang"]`)
			b.click(`[data-do="theme"]`)
			b.sees("查看数据万象分词任务的回调")
		}, "查看数据万象分词任务的回调"},
		{"storage that cannot be read", deny("Storage.prototype.getItem") + deny("Storage.prototype.key"), shown, "a0ask"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := serve(t, built, "")
			tab := profile(t)
			tab.early(c.early)
			tab.open(h.url("/"))
			tab.running()
			c.do(tab)
			tab.sees(c.want)
			if tab.visible(".crash") {
				t.Error(tab.text(".crash"))
			}
		})
	}
}
