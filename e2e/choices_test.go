//go:build !js

package e2e

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// The language follows the browser, is switched on the spot with a result
// shown, and is remembered.
func TestLanguageIsSwitchedAndRemembered(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-json", "callback.json"))
	tab.shows(`.bar [data-do="lang"]`, "中文")
	tab.click(`.bar [data-do="lang"]`)
	tab.wait(`document.documentElement.lang === "zh-CN"`)
	tab.shows(badge, "成功 · 依据 Code")
	tab.shows(".bar .took", "耗时 4 秒")
	if got := tab.title(); got != "成功 · 分词 · 回调透镜" {
		t.Errorf("title: %q", got)
	}
	tab.facts(says{"任务", "任务 ID", "ac34be3aa0bf411ed9ce39d7cc972e427"})
	if got := tab.texts(".card h2"); len(got) == 0 || strings.ContainsAny(strings.Join(got, ""), "abcdefghijklmnopqrstuvwxyz") {
		t.Errorf("cards: %q", got)
	}
	tab.shows(`.bar [data-do="lang"]`, "English")
	tab.reload()
	tab.running()
	tab.shows("h1", "查看数据万象分词任务的回调")
	tab.click(`.bar [data-do="lang"]`)
	tab.shows("h1", "Read the callback of a CI word segmentation job")
}

// dark is whether the page is.
const dark = `(() => { const c = getComputedStyle(document.documentElement).backgroundColor.match(/[\d.]+/g).map(Number); return c[0] + c[1] + c[2] < 200; })()`

// The theme follows the system until one is chosen, which is remembered.
func TestThemeIsSwitchedAndRemembered(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	tab.prefers("prefers-color-scheme", "light")
	tab.wait(`!` + dark)
	tab.prefers("prefers-color-scheme", "dark")
	tab.wait(dark)
	tab.shows(".bar .theme", "Theme: system")
	tab.click(".bar .theme")
	tab.shows(".bar .theme", "Theme: light")
	tab.wait(`!` + dark)
	tab.reload()
	tab.wait(`!` + dark)
	tab.running()
	tab.shows(".bar .theme", "Theme: light")
	tab.click(".bar .theme")
	tab.shows(".bar .theme", "Theme: dark")
	tab.prefers("prefers-color-scheme", "light")
	tab.wait(dark)
	tab.click(".bar .theme")
	tab.shows(".bar .theme", "Theme: system")
	tab.wait(`!` + dark)
	tab.reload()
	tab.running()
	tab.shows(".bar .theme", "Theme: system")
}

// A field's name leads to its row of the reference, in a tab of its own: the body
// stays as it was left.
func TestReferenceBesideTheBody(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	tab.side("facts")
	tab.whole()
	eval[chromedp.Void](tab, `void [...document.querySelectorAll(".fact a.to-row")].find((a) => a.textContent === "NER method").setAttribute("id", "to-row")`)
	tab.point("#to-row")
	tab.wait(`document.getElementById("to-row").target === "_blank"`)
	tab.shows(".bar .job-id code", "ac34be3aa0bf411ed9ce39d7cc972e427")
	tab.open(eval[string](tab, `document.getElementById("to-row").href`))
	tab.running()
	tab.wait(`(() => {
		const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
		const r = row.getBoundingClientRect();
		return row.matches("tr.is-target") && row.innerText.startsWith("NerMethod") && r.top >= 0 && r.bottom <= innerHeight;
	})()`)
	tab.point(`.ref-contents a[href="#pos"]`)
	tab.wait(`document.querySelector(".is-target").id === "pos" && document.querySelector(".ref-other").hash === "#pos"`)
}

// A row that comes after the program has is marked all the same.
func TestReferenceThatComesSlowly(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	h.lie("/reference/en/", func(w http.ResponseWriter, _ *http.Request, truth []byte) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(truth[:len(truth)/4])
		_ = http.NewResponseController(w).Flush()
		time.Sleep(2500 * time.Millisecond)
		_, _ = w.Write(truth[len(truth)/4:])
	})
	tab := visit(t, h.url("/reference/en/#WordsGeneralize.NerMethod"))
	tab.running()
	tab.wait(`document.querySelector("tr.is-target")?.innerText.startsWith("NerMethod")`)
}

// From the reference a body leads to the viewer, and the way back to the reference.
func TestReferenceAndBack(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := visit(t, h.url("/reference/en/"))
	tab.click(".ref-open")
	tab.wait(`document.querySelector(".landing") && !document.querySelector(".reference")`)
	eval[chromedp.Void](tab, `history.back()`)
	tab.wait(`document.querySelectorAll(".reference tr").length > 100 && !document.querySelector(".landing")`)
	tab.reads(job("a0here"))
	tab.shows(".bar .job-id code", "a0here")
	tab.wait(`!document.querySelector(".reference")`)
}

// Each field of the facts that the reference knows has its row there.
func TestLinksOfFieldsHaveRows(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	tab.click(`[data-example="workflow"]`)
	tab.whole()
	links := eval[[]string](tab, `[...document.querySelectorAll(".facts a.to-row")].map((a) => new URL(a.href).hash.slice(1))`)
	if len(links) < 20 {
		t.Errorf("only %d fields lead to the reference", len(links))
	}
	page := string(built.Files["reference/en/index.html"])
	for _, l := range links {
		if !strings.Contains(page, `id="`+l+`"`) {
			t.Errorf("the reference has no row %q", l)
		}
	}
}

// The reference has the published four columns, an address for each row, and
// stands in each language on its own.
func TestReferenceTables(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	for _, c := range []struct{ path, other, heads string }{
		{"/reference/zh/", "/reference/en", "节点名称（关键字）|父节点|描述|类型"},
		{"/reference/en/", "/reference/zh", "Node (keyword)|Parent|Description|Type"},
	} {
		tab := visit(t, h.url(c.path))
		if got := eval[string](tab, `[...document.querySelector("table.ref-fields").querySelectorAll("th[scope=col]")].map((e) => e.innerText.trim()).join("|")`); got != c.heads {
			t.Errorf("%s: columns %q, want %q", c.path, got, c.heads)
		}
		if got := eval[[]string](tab, `[...document.querySelectorAll("table.ref-fields tbody tr:not([id])")].map((e) => e.innerText)`); len(got) > 0 {
			t.Errorf("%s: rows without an address: %q", c.path, got)
		}
		tab.point(".ref-other")
		tab.wait(`location.pathname.startsWith(` + quote(c.other) + `)`)
		tab.wait(`document.documentElement.lang === ` + quote(map[string]string{"/reference/en": "en", "/reference/zh": "zh-CN"}[c.other]))
	}
}

// When the program takes the prerendered page's place, nothing moves.
func TestTheSwapMovesNothing(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/", "/reference/en/"} {
		h := serve(t, built, "")
		release := h.hold(".wasm.gz")
		tab := profile(t)
		tab.resize(1440, 900)
		tab.open(h.url(path))
		tab.state("loading")
		places := `[...document.querySelectorAll("h1, h2, h3, p, button, a, input, textarea, label, li, tr")].filter((e) => e.checkVisibility()).slice(0, 200).map((e) => {
			const r = e.getBoundingClientRect();
			return [e.tagName, e.innerText.slice(0, 30), Math.round(r.x), Math.round(r.y), Math.round(r.width), Math.round(r.height)].join();
		})`
		before := eval[[]string](tab, places)
		release()
		tab.running()
		after := eval[[]string](tab, places)
		if len(before) != len(after) {
			t.Errorf("%s: %d elements before, %d after", path, len(before), len(after))
			continue
		}
		for i := range before {
			if before[i] != after[i] {
				t.Errorf("%s: %s became %s", path, before[i], after[i])
			}
		}
	}
}
