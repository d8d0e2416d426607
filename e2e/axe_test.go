//go:build !js

package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// axe returns the rules of axe-core, which package.json pins; without them a test is
// skipped.
func axe(t *testing.T) string {
	t.Helper()
	rules, err := os.ReadFile(filepath.Join("node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		t.Skip("axe-core is not here; make setup-browser fetches it")
	}
	return string(rules)
}

// obeys checks what is in front by all rules of axe, those of good practice among them.
func (b *tab) obeys(rules, name string) {
	b.t.Helper()
	eval[chromedp.Void](b, `void (window.axe || (0, `+`(() => {`+rules+`})`+`)())`)
	for _, fault := range eval[[]string](b, `(async () => {
		while (document.getAnimations().some((a) => a.playState === "running")) await new Promise(requestAnimationFrame);
		const { violations } = await axe.run(document, { preload: false, resultTypes: ["violations"] });
		return violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => v.id + ": " + v.help + ": " + n.target.join(" ") + ": " + n.html.slice(0, 120) + ": " + n.any.concat(n.all, n.none).map((c) => c.message).join("; ").slice(0, 200)));
	})()`) {
		b.t.Errorf("%s: %s", name, fault)
	}
}

// layers are what stands over or in the place of a screen, each with how to get there
// from a page at rest.
var layers = []struct {
	name string
	show func(*tab, *host)
}{
	{"charts", func(b *tab, _ *host) {
		b.reads(story(b.t, "seed-xml", "callback.xml"))
		b.side("charts")
		b.wait(seen(".chart"))
	}},
	{"card of a word", func(b *tab, _ *host) { b.hover(`.piece[data-piece="1"]`); b.wait(seen(".word-card")) }},
	{"taking away", func(b *tab, _ *host) {
		b.focus(".tab-charts")
		b.key("e")
		b.click("#takeaway[open] .share summary")
		b.click(`[data-take="5:copy"]`)
	}},
	{"commands", func(b *tab, _ *host) {
		b.key(kb.Escape)
		b.wait(`!document.querySelector("dialog[open]")`)
		b.key("?")
		b.wait(seen("dialog[open]"))
	}},
	{"comparison", func(b *tab, _ *host) {
		b.key(kb.Escape)
		b.wait(`!document.querySelector("dialog[open]")`)
		b.click(`.bar [data-do="compare"]`)
		b.paste(job("a0compared"))
		b.wait(seen("[data-compare]"))
	}},
	{"guide", func(b *tab, h *host) { b.open(h.url("/guide/en/one-or-many/")) }},
	{"search", func(b *tab, _ *host) { b.typeInto("#search", "JobId"); b.wait(seen("#found li")) }},
	{"kit", func(b *tab, h *host) { b.open(h.url("/kit/zh/")) }},
	{"fork", func(b *tab, h *host) { b.open(h.url("/reference/")) }},
	{"notices", func(b *tab, h *host) { b.open(h.url("/notices/")) }},
	{"lost", func(b *tab, h *host) { b.open(h.url("/nowhere/")) }},
}

// No rule of axe is broken by what a reader meets, in either language and theme.
func TestAxe(t *testing.T) {
	t.Parallel()
	rules := axe(t)
	for l, theme := range map[string]string{"en": "light", "zh": "dark"} {
		t.Run(l, func(t *testing.T) {
			t.Parallel()
			h := serve(t, built, "")
			tab := profile(t)
			tab.resize(1440, 900)
			tab.prefers("prefers-color-scheme", theme)
			tab.prefers("prefers-reduced-motion", "reduce")
			for _, s := range screens {
				s.show(tab, h)
				if s.name == "landing" {
					tab.speaks(l)
				}
				tab.obeys(rules, s.name)
			}
			tab.open(h.url("/"))
			tab.running()
			for _, s := range layers {
				s.show(tab, h)
				tab.obeys(rules, s.name)
			}
		})
	}
}

// Nor by the report in one file.
func TestAxeOfTheReport(t *testing.T) {
	t.Parallel()
	rules := axe(t)
	tab := profile(t)
	for name, address := range reports(t) {
		for _, theme := range []string{"light", "dark"} {
			tab.prefers("prefers-color-scheme", theme)
			tab.open(address)
			tab.obeys(rules, name+", "+theme)
		}
	}
}
