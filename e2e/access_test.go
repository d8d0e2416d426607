//go:build !js

package e2e

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// screens are the pages as a reader meets them, each with how to get there.
var screens = []struct {
	name string
	show func(*tab, *host)
}{
	{"landing", func(b *tab, h *host) { b.open(h.url("/")); b.running() }},
	{"result", func(b *tab, _ *host) { b.click(`[data-example="json"]`); b.whole() }},
	{"tree", func(b *tab, _ *host) {
		b.wait(`/\d (tokens|个词)/.test(document.getElementById("said").textContent)`) // the result was announced
		b.side("tree")
		b.wait(seen(".tree-row"))
	}},
	{"source", func(b *tab, _ *host) { b.side("source"); b.wait(seen(".source-row")) }},
	{"remarks", func(b *tab, _ *host) { b.side("remarks"); b.wait(seen(".pane-side .remark")) }},
	{"jobs", func(b *tab, _ *host) {
		b.click(`.bar [data-do="new"]`)
		b.click(`[data-example="jobs"]`)
		b.whole()
	}},
	{"failed job", func(b *tab, _ *host) {
		b.click(`.bar [data-do="new"]`)
		b.click(`[data-example="failed"]`)
		b.whole()
	}},
	{"no callback", func(b *tab, _ *host) { b.paste("hello"); b.wait(seen(`[data-do="aside"]`)) }},
	{"unread body", func(b *tab, _ *host) { b.click(`[data-do="aside"]`); b.wait(seen(".unread")) }},
	{"reference", func(b *tab, h *host) { b.open(h.url("/reference/en/")); b.running() }},
}

// Nothing is wider than a telephone.
func TestNarrow(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := profile(t)
	tab.resize(380, 800)
	for _, lang := range []string{"en", "zh"} {
		for _, s := range screens {
			s.show(tab, h)
			if s.name == "landing" {
				tab.speaks(lang)
			}
			tab.fits(s.name + " in " + lang)
			tab.barFits(s.name + " in " + lang)
		}
	}
}

// speaks has the page in a language.
func (b *tab) speaks(lang string) {
	b.t.Helper()
	if eval[string](b, `document.documentElement.dataset.lang`) != lang {
		b.click(`[data-do="lang"]`)
		b.wait(`document.documentElement.dataset.lang === ` + quote(lang))
	}
}

// fits checks that a page 380 pixels wide does not scroll sideways.
func (b *tab) fits(name string) {
	b.t.Helper()
	wide := eval[[]string](b, `document.documentElement.scrollWidth <= 380 ? [] : [document.documentElement.scrollWidth + " pixels"].concat([...document.querySelectorAll("body *")]
		.filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > 381).slice(0, 5).map((e) => e.tagName + "." + e.className))`)
	if len(wide) > 0 {
		b.t.Errorf("%s scrolls sideways: %q", name, wide)
	}
}

// barFits waits until nothing in the bar lies over anything else, as it may while a page
// takes the place of another.
func (b *tab) barFits(name string) {
	b.t.Helper()
	b.t.Logf("the bar of %s", name)
	b.wait(`(() => {
		const all = [...document.querySelectorAll(".bar :is(button, .badge, .kind)")].filter((e) => e.checkVisibility()).map((e) => [e.className, e.getBoundingClientRect()]);
		return all.flatMap(([a, r], i) => all.slice(i + 1).filter(([, s]) => r.right > s.left + 1 && s.right > r.left + 1 && r.bottom > s.top + 1 && s.bottom > r.top + 1).map(([b]) => a + " over " + b));
	})().length === 0`)
}

// reachable is what a reader with a keyboard must get to. It writes down how
// each looks without the focus, and gives that to the first.
const reachable = `(() => {
	document.activeElement.blur();
	window.look = (e) => [e, e.closest("label, .intake"), ...e.querySelectorAll(".cursor, .cursor td, [aria-current=true]")].filter(Boolean).map((e) => {
		const style = getComputedStyle(e);
		return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.borderColor].join();
	}).join();
	const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((e) =>
		e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0);
	stops.forEach((e, i) => ((e.stop = i), (e.unfocused = look(e))));
	stops[0].focus();
	return stops.map((e) => (e.ariaLabel || e.innerText || e.title || e.className).replace(/\s+/g, " ").slice(0, 40));
})()`

// stop is where the focus is: which of those that are reachable, and whether
// it looks other than before.
type stop struct {
	Index int    `json:"index"`
	Seen  bool   `json:"seen"`
	Name  string `json:"name"`
}

const focused = `(async () => {
	const e = document.activeElement;
	if (e.stop === undefined) return { index: -1, seen: true, name: "" };
	for (let frames = 0; look(e) === e.unfocused && frames < 12; frames++) await new Promise(requestAnimationFrame);
	return { index: e.stop, seen: look(e) !== e.unfocused, name: e.tagName + "." + e.className };
})()`

// Everything that can be operated is reached by Tab, and seen to have the focus.
func TestTabReachesEverything(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := profile(t)
	tab.resize(1440, 900)
	tab.prefers("prefers-reduced-motion", "reduce")
	for _, s := range screens {
		s.show(tab, h)
		tab.followsTab(s.name)
	}
}

// followsTab checks that Tab leads through all that the page has, and that the
// focus is seen wherever it is.
func (b *tab) followsTab(name string) {
	b.t.Helper()
	const most = 80 // links of a page that are enough to be followed
	stops := eval[[]string](b, reachable)
	n := min(len(stops), most)
	reached := make([]bool, len(stops))
	// Behind the last one the focus may leave the page for the browser's own, and what is
	// drawn meanwhile takes a key of its own.
	for i := 0; i < 2*n && slices.Contains(reached[1:n], false); i++ {
		b.key(kb.Tab)
		at := eval[stop](b, focused)
		if !at.Seen {
			b.t.Errorf("%s: the focus is not seen on %s", name, at.Name)
		}
		if at.Index >= 0 {
			reached[at.Index] = true
		}
	}
	for i := 1; i < n; i++ {
		if !reached[i] {
			b.t.Errorf("%s: Tab does not reach %q", name, stops[i])
		}
	}
}

// operable are the roles that somebody operates, each of which must have a name.
var operable = []string{"button", "link", "textbox", "searchbox", "combobox", "checkbox", "grid", "listbox", "option", "tree", "treeitem", "region", "navigation", "progressbar", "DisclosureTriangle", "dialog", "image"}

// landmarks are the roles by which a reader jumps from part to part, which are told
// apart by their names.
var landmarks = []string{"navigation", "region", "complementary", "search", "form"}

// To those who have the page read to them every control has a name, every page
// one heading of the first rank and its landmarks, and no name is given twice.
func TestAccessibilityTree(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := profile(t)
	tab.resize(1440, 900)
	for _, s := range screens {
		s.show(tab, h)
		got, err := chromedp.Call(tab.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		if err != nil {
			t.Fatal(err)
		}
		count := map[string]int{}
		for _, n := range got.Nodes {
			if n.Ignored || n.Role == nil {
				continue
			}
			role, name := spoken(n.Role), spoken(n.Name)
			count[role]++
			if place := role + " " + name; slices.Contains(landmarks, role) {
				if count[place]++; count[place] > 1 {
					t.Errorf("%s: two parts are called %q", s.name, place)
				}
			}
			if slices.Contains(operable, role) && name == "" {
				t.Errorf("%s: a %s has no name: %s", s.name, role, tab.outline(n))
			}
		}
		if count["main"] != 1 || count["banner"] != 1 {
			t.Errorf("%s: %d main parts and %d banners, want one of each", s.name, count["main"], count["banner"])
		}
		if n := eval[int](tab, `[...document.querySelectorAll("h1")].filter((e) => e.checkVisibility()).length`); n != 1 {
			t.Errorf("%s: %d first headings", s.name, n)
		}
		if got := eval[[]string](tab, `[...document.querySelectorAll("[id]")].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i)`); len(got) > 0 {
			t.Errorf("%s: the same id twice: %q", s.name, got)
		}
		if got := eval[[]string](tab, `[...document.querySelectorAll("[aria-labelledby], [aria-controls], [aria-describedby], [aria-activedescendant], label[for]")]
			.flatMap((e) => ["aria-labelledby", "aria-controls", "aria-describedby", "aria-activedescendant", "for"].map((a) => e.getAttribute(a)))
			.filter((id) => id && !document.getElementById(id))`); len(got) > 0 {
			t.Errorf("%s: what is named is not there: %q", s.name, got)
		}
	}
}

// Those who have the page read to them hear what came in front: another job, and a
// callback that they went back to.
func TestWhatCameInFrontIsAnnounced(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	hears := func(sentence string) {
		t.Helper()
		tab.wait(`document.getElementById("said").textContent.trim() === ` + quote(sentence) + ` || (() => { throw new Error(document.getElementById("said").textContent) })()`)
	}
	tab.reads(story(t, "seed-xml", "callback.xml"))
	hears("Success · Word segmentation, 5 tokens, 1 remark")
	tab.paste(job("a0second"))
	tab.shows(".bar .job-id code", "a0second")
	hears("Success · Word segmentation")
	eval[chromedp.Void](tab, `history.back()`)
	tab.shows(".bar .job-id code", "ac34be3aa0bf411ed9ce39d7cc972e427")
	hears("Success · Word segmentation, 5 tokens, 1 remark")
	tab.key("n")
	tab.click(`[data-example="jobs"]`)
	tab.whole()
	tab.key("j", "j")
	hears("Job 3 / 3, Failed · Word segmentation")
}

func spoken(v *accessibility.Value) string {
	if v == nil || len(v.Value) == 0 {
		return ""
	}
	var s string
	if err := json.Unmarshal(v.Value, &s); err != nil {
		return ""
	}
	return s
}

// outline returns the beginning of an element's markup.
func (b *tab) outline(n *accessibility.Node) string {
	return fmt.Sprintf("node %d %s", n.BackendDOMNodeID, spoken(n.ChromeRole))
}

// faint is each text in sight with less contrast than WCAG's level AA asks
// for: 4.5, and 3 where it is large.
const faint = `(() => {
	const paint = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
	const rgba = (color) => {
		paint.clearRect(0, 0, 1, 1);
		paint.fillStyle = color;
		paint.fillRect(0, 0, 1, 1);
		return [...paint.getImageData(0, 0, 1, 1).data].map((v) => v / 255);
	};
	const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3]));
	const ground = (e) => {
		const layers = [];
		for (let at = e; at; at = at.parentElement) {
			const color = rgba(getComputedStyle(at).backgroundColor);
			if (color[3] > 0) layers.push(color);
			if (color[3] > 0.99) break;
		}
		return layers.reduceRight((below, top) => over(top, below), [1, 1, 1]);
	};
	const light = (c) => {
		const [r, g, b] = c.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const found = new Map();
	const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walk.nextNode()) {
		const e = walk.currentNode.parentElement;
		if (!walk.currentNode.data.trim() || !e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
		if (e.closest(".heard, [aria-hidden=true], :disabled")) continue;
		const style = getComputedStyle(e);
		let alpha = 1;
		for (let at = e; at; at = at.parentElement) alpha *= getComputedStyle(at).opacity;
		const below = ground(e);
		const color = rgba(style.color);
		color[3] *= alpha;
		const [a, b] = [light(over(color, below)), light(below)].sort((x, y) => y - x);
		const ratio = (a + 0.05) / (b + 0.05);
		const size = parseFloat(style.fontSize);
		const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
		if (ratio < least - 0.01) found.set(e.tagName + "." + e.className + ": " + ratio.toFixed(2), walk.currentNode.data.trim().slice(0, 20));
	}
	return [...found].map((f) => f.join(" "));
})()`

// All text can be read in both themes.
func TestContrast(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := profile(t)
	tab.resize(1440, 900)
	for _, theme := range []string{"light", "dark"} {
		tab.prefers("prefers-color-scheme", theme)
		for _, s := range screens {
			s.show(tab, h)
			if got := eval[[]string](tab, faint); len(got) > 0 {
				t.Errorf("%s, %s: too faint: %q", s.name, theme, got)
			}
		}
	}
}
