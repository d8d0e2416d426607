//go:build !js

package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// small are the controls in sight that a thumb would miss: those that do not answer 19
// pixels above or below their middle.
const small = `(() => {
	const found = new Set();
	for (const e of document.querySelectorAll(".viewer main :is(button, a[href], select, summary, input:not([type=file])), .viewer .bar button, .viewer .tabs button")) {
		if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || e.matches(".offset-field")) continue; // which has a button
		e.scrollIntoView({ block: "center", inline: "nearest" });
		const { left, right, top, bottom, height } = e.getBoundingClientRect();
		const answers = (y) => document.elementFromPoint((left + right) / 2, y)?.closest("button, a, select, summary, input, label") === e;
		const middle = (top + bottom) / 2;
		if (height < 39 && !(answers(middle - 19) && answers(middle + 19))) found.add(e.tagName + "." + e.className + " " + Math.round(height) + " " + e.innerText.slice(0, 20));
	}
	return [...found];
})()`

// On a telephone whatever is pressed is found by a thumb.
func TestThumbs(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := profile(t)
	tab.resize(380, 800)
	for _, lang := range []string{"en", "zh"} {
		for _, example := range []string{"json", "workflow", "jobs"} {
			tab.open(h.url("/"))
			tab.running()
			tab.speaks(lang)
			tab.click(`[data-example="` + example + `"]`)
			tab.whole()
			for _, view := range []string{"", "facts", "tree", "source", "remarks", "charts"} {
				if view != "" {
					tab.click(".tab-" + view)
					tab.wait(`document.querySelector("main.result").dataset.side === ` + quote(view))
				}
				if got := eval[[]string](tab, small); len(got) > 0 {
					t.Errorf("%s in %s, %s: %q", example, lang, view, got)
				}
			}
		}
	}
}

// clipped are the names in sight of which a part is cut off.
const clipped = `[...document.querySelectorAll(".bar .kind, .bar .badge :is(bdi, strong), .token-name, .token-pos .tag, .token-head button")].filter((e) => {
	const { right } = e.getBoundingClientRect(), holder = e.parentElement.getBoundingClientRect();
	return e.checkVisibility() && (e.scrollWidth > Math.max(e.clientWidth, e.offsetWidth) + 1 || e.scrollHeight > e.offsetHeight + 2 || right > holder.right + 1);
}).map((e) => e.className + " " + e.innerText)`

// However narrow the page, its kind, its state and the parts of speech are told whole.
func TestNamesAreWhole(t *testing.T) {
	t.Parallel()
	tokens := ""
	for i, tag := range []string{"ad", "bg", "x", "an", "vd", "b", "nx", "ag", "vn", "nz", "nrf"} {
		tokens += fmt.Sprintf(`{"Word":"词","Pos":%q,"Offset":"%d","Length":"1"},`, tag, i)
	}
	tab := reading(t, listed("a0names", `"Code":"Success","UserData":"AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA","Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[`+tokens[:len(tokens)-1]+`]}}`))
	for _, lang := range []string{"en", "zh"} {
		for _, width := range []int64{360, 380, 600, 768, 860, 960, 1024, 1180, 1440} {
			tab.resize(width, 900)
			tab.wait(`innerWidth === ` + fmt.Sprint(width))
			tab.wait(seen(".token-name") + " && " + seen(".bar .secrets") + " && " + seen(".bar .to-takeaway"))
			tab.barFits(fmt.Sprint(width, " pixels in ", lang))
			if got := eval[[]string](tab, clipped); len(got) > 0 {
				t.Errorf("%d pixels in %s: cut are %q", width, lang, got)
			}
		}
		if lang == "en" {
			tab.click(`[data-do="lang"]`)
			tab.wait(`document.documentElement.dataset.lang === "zh"`)
		}
	}
}

// What has no room for its name, and an icon alone, says it to the pointer.
func TestIconsHaveTooltips(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "http", "request.http"))
	for _, width := range []int64{1440, 1200, 900, 768, 380} {
		tab.resize(width, 900)
		tab.wait(`innerWidth === ` + fmt.Sprint(width))
		if got := eval[[]string](tab, `[...document.querySelectorAll("button, a[href], summary")].filter((e) => {
			if (!e.checkVisibility({ visibilityProperty: true }) || e.title || e.closest("[title]")) return false;
			const texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
			while (texts.nextNode()) {
				const at = texts.currentNode.parentElement;
				if (texts.currentNode.data.trim() && at.checkVisibility() && parseFloat(getComputedStyle(at).fontSize) > 0 && !at.closest(".heard")) return false;
			}
			return true;
		}).map((e) => e.className + " " + (e.ariaLabel ?? e.textContent))`); len(got) > 0 {
			t.Errorf("%d pixels: without a tooltip are %q", width, got)
		}
	}
}

// The bar has room for the id of a job, the longest that the service gives, from a desk's
// width on.
func TestTheIdOfAJobIsWhole(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-json", "callback.json"))
	for _, lang := range []string{"en", "zh"} {
		for _, width := range []int64{1200, 1280, 1366, 1440, 1499, 1500, 1920} {
			tab.resize(width, 900)
			tab.wait(`innerWidth === ` + fmt.Sprint(width))
			tab.barFits(fmt.Sprint(width, " pixels in ", lang))
			if got := eval[int](tab, `(() => { const id = document.querySelector(".job-id code"); return id.scrollWidth - id.clientWidth; })()`); got > 0 {
				t.Errorf("%d pixels in %s: %d pixels of the id are cut off", width, lang, got)
			}
		}
		if lang == "en" {
			tab.click(`[data-do="lang"]`)
			tab.wait(`document.documentElement.dataset.lang === "zh"`)
		}
	}
}

// The keys that find lead to the field of what is in front, the find bar of the side where
// the focus is there.
func TestKeysLeadToTheFieldThatFinds(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	find := func(field string) {
		t.Helper()
		for _, press := range []func(){
			func() { tab.key("/") },
			func() { tab.do(chromedp.KeyEvent("f", chromedp.KeyModifiers(chromedp.ModifierCtrl))) },
		} {
			press()
			tab.wait(`document.activeElement.matches(` + quote(field) + `)`)
			if typed := eval[string](tab, `document.activeElement.value`); typed != "" {
				t.Errorf("%q is typed into %s", typed, field)
			}
			tab.key(kb.Escape)
			eval[chromedp.Void](tab, `document.activeElement.blur()`)
		}
	}
	find(".tokens-filter")
	tab.resize(380, 800)
	tab.click(".tab-tree")
	tab.wait(seen(".tree-find"))
	find(".tree-find")
	tab.click(".tab-source")
	tab.wait(seen(".source-find"))
	find(".source-find")
	tab.click(".tab-tokens")
	tab.wait(seen(".tokens-filter"))
	find(".tokens-filter")
}

// Enter in the filter leads through what it found, and what is typed right behind the key
// that leads to a field is typed into it.
func TestTheFilterLeadsThroughItsHits(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	tab.key("/", "v") // as fast as it gets
	tab.wait(`document.querySelector(".tokens-filter").value === "v"`)
	tab.shows(".text-hits .find-count", "2 found")
	for _, step := range []struct{ key, word, count string }{
		{kb.Enter, "打车", "1 / 2 found"}, {kb.Enter, "花", "2 / 2 found"}, {kb.Enter, "打车", "1 / 2 found"},
	} {
		tab.key(step.key)
		tab.shows(".piece.chosen", step.word)
		tab.shows(".text-hits .find-count", step.count)
	}
	tab.do(chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(chromedp.ModifierShift)))
	tab.shows(".piece.chosen", "花")
	if !eval[bool](tab, `document.activeElement.matches(".tokens-filter")`) {
		t.Error("the focus has left the filter")
	}
	eval[chromedp.Void](tab, `document.activeElement.blur()`)
	tab.key("g", "5", kb.Enter)
	tab.shows(".piece.chosen", "60")
}

// The table shows the token at an offset, wherever in a long one that is.
func TestAnOffsetIsShownInTheTable(t *testing.T) {
	t.Parallel()
	const n = 20_000
	tab := reading(t, lists["parts of speech"]("a0offset", n))
	for _, offset := range []int{n - 1, 0, n / 2} {
		tab.key("g")
		tab.wait(`document.activeElement.matches(".offset-field")`)
		tab.command("selectAll")
		tab.key(fmt.Sprint(offset), kb.Enter)
		tab.shows(".token.chosen .token-number", fmt.Sprint(offset+1))
		tab.wait(`(() => {
			const table = document.querySelector(".tokens-scroll").getBoundingClientRect(), row = document.querySelector(".token.chosen").getBoundingClientRect();
			return document.querySelectorAll(".token").length > 3 && row.top >= table.top && row.bottom <= table.bottom + 1;
		})()`)
		eval[chromedp.Void](tab, `document.activeElement.blur()`)
	}
}

// shared makes the link that the dialog offers and returns it.
func (b *tab) shared() string {
	b.t.Helper()
	eval[chromedp.Void](b, `void Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text) => void (window.copied = text) } })`)
	b.wait(`document.activeElement.matches("#takeaway[open] .share .button")`)
	b.key(kb.Enter)
	b.wait(`document.querySelector(".share .button:not([disabled]) + .button:not([disabled])")`)
	b.click(".share .button + .button")
	b.wait(`window.copied`)
	return eval[string](b, `copied`)
}

// What came of a press in the dialog of taking away is in sight, though the dialog scrolls.
func TestWhatWasTakenIsSaidInSight(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	for _, width := range []int64{1280, 380} {
		tab.resize(width, 800)
		tab.key("e")
		tab.wait(`document.querySelector("#takeaway[open] [data-take='5:save']")`)
		tab.click(`[data-take="5:save"]`)
		tab.wait(`document.querySelector(".takeaway > .takeaway-said").textContent.includes("callback.csv")`)
		if !eval[bool](tab, `(() => {
			const said = document.querySelector(".takeaway > .takeaway-said"), { left, top, bottom } = said.getBoundingClientRect();
			return [top + 4, bottom - 4].every((y) => document.elementFromPoint(left + 8, y) === said);
		})()`) {
			t.Errorf("%d pixels wide it is out of sight", width)
		}
		tab.key(kb.Escape)
		tab.wait(`!document.querySelector("#takeaway[open]")`)
	}
}

// The link that a remark and the card of a word offer shows the same to whom it is sent.
func TestLinksOfRemarksAndWords(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-json", "callback.json"))
	tab.side("remarks")
	tab.wait(seen(".pane-side .remark"))
	last := eval[string](tab, `[...document.querySelectorAll(".pane-side [data-do^='share:remark']")].at(-1).dataset.do`)
	tab.click(`.pane-side [data-do="` + last + `"]`)
	tab.wait(`document.querySelector(".pane-side .remark.led p")?.innerText`)
	said := tab.text(".pane-side .remark.led p")
	other := tab.sibling()
	other.resize(1440, 900)
	other.open(tab.shared())
	other.wait(`document.querySelector(".pane-side .remark.led p")?.innerText === ` + quote(said))

	tab = reading(t, story(t, "seed-xml", "callback.xml"))
	tab.hover(`.piece[data-piece="3"]`)
	tab.click(`.word-card [data-do^="share:token"]`)
	other = tab.sibling()
	other.resize(1440, 900)
	other.open(tab.shared())
	other.whole()
	other.shows(".piece.chosen", "60")
	other.shows(".token.chosen .token-word", "60")
}

// On a telephone the tools of the table are one line, so that there is room for rows; the
// others come when they are asked for, and are told of where they leave something out.
func TestToolsLeaveRoomForRows(t *testing.T) {
	t.Parallel()
	tab := profile(t)
	tab.resize(380, 800)
	h := serve(t, built, "")
	for _, lang := range []string{"en", "zh"} {
		tab.open(h.url("/"))
		tab.running()
		tab.speaks(lang)
		tab.reads(lists["parts of speech"]("a0tools", 3000))
		tab.click(`[data-do="part:table"]`)
		tab.wait(seen(".tokens-more") + " && !" + seen(".tokens-toggle"))
		if got := eval[float64](tab, `document.querySelector(".tokens-scroll").getBoundingClientRect().top - document.querySelector(".tokens").getBoundingClientRect().top`); got > 56 {
			t.Errorf("in %s the tools are %g pixels high", lang, got)
		}
	}
	tab.point(".tokens-more")
	tab.wait(seen(".tokens-tags") + " && " + seen(".copies"))
	tab.point(".tokens-toggle")
	tab.shows(".tokens-more .tally", "1")
	tab.point(".tokens-more")
	tab.wait("!" + seen(".tokens-tags") + " && " + seen(".tokens-more .tally"))
}

// In the list of jobs there is room for the names of objects, of which one that is long
// shows its end, and none is wasted on the times.
func TestObjectsOfJobsAreTold(t *testing.T) {
	t.Parallel()
	jobs := ""
	for i := range 12 {
		jobs += fmt.Sprintf(`{"JobId":"ac34be3aa0bf411ed9ce39d7cc972e4%02d","Tag":"WordsGeneralize","State":"Success","EndTime":"2024-03-30T16:35:43+0800","Input":{"Object":"comments/2024-03/folder/name of an object %02d.txt"}},`, i, i)
	}
	tab := reading(t, `{"EventName":"TaskFinish","JobsDetail":[`+jobs[:len(jobs)-1]+`]}`)
	for _, lang := range []string{"en", "zh"} {
		tab.speaks(lang)
		for _, width := range []int64{1180, 1280, 1440} {
			tab.resize(width, 900)
			tab.wait(`innerWidth === ` + fmt.Sprint(width))
			if got := eval[[]string](tab, `(() => {
				const wrong = [], [name, time] = [".job .job-name", ".job .job-time"].map((s) => document.querySelector(s));
				const range = (e) => { const r = document.createRange(); r.selectNodeContents(e); return r.getBoundingClientRect(); };
				const end = range(name).right, cell = name.getBoundingClientRect();
				if (end > cell.right || end < cell.right - cell.width / 2) wrong.push("the end of the object lies at " + end + " of " + cell.right);
				if (cell.width < (innerWidth < 1280 ? 130 : 150)) wrong.push("the object has " + cell.width + " pixels");
				if (time.checkVisibility() && time.clientWidth - range(time).width > 32) wrong.push("of the time " + (time.clientWidth - range(time).width) + " pixels are empty");
				return wrong;
			})()`); len(got) > 0 {
				t.Errorf("%d pixels in %s: %q", width, lang, got)
			}
		}
	}
}

// On a desk the tools of the table and those of the source are a line each.
func TestToolsStandOnOneLine(t *testing.T) {
	t.Parallel()
	tab := reading(t, lists["parts of speech"]("a0tools", 3000))
	tab.side("source")
	for _, lang := range []string{"en", "zh"} {
		tab.speaks(lang)
		for width, bars := range map[int64][]string{1280: {".tokens-bar"}, 1440: {".tokens-bar", ".source-bar"}, 1600: {".tokens-bar", ".source-bar"}} {
			tab.resize(width, 900)
			tab.wait(`innerWidth === ` + fmt.Sprint(width))
			for _, bar := range bars {
				if got := eval[float64](tab, `document.querySelector(`+quote(bar)+`).getBoundingClientRect().height`); got > 48 {
					t.Errorf("%d pixels in %s: %s is %g pixels high", width, lang, bar, got)
				}
			}
		}
	}
}

// A long value of a review has the width of its card.
func TestLongValuesOfAReviewHaveRoom(t *testing.T) {
	t.Parallel()
	const message = "the object could not be reviewed as it is not a picture"
	tab := desk(t)
	tab.resize(1280, 800)
	tab.reads(`{"EventName":"ReviewImage","JobsDetail":{"JobId":"a0long","State":"Failed","Code":"InvalidArgument","Message":"` + message + `","Result":0,"Label":"Normal","PornInfo":{"HitFlag":0,"Score":1}}}`)
	tab.wait(`[...document.querySelectorAll(".verdict .value")].some((e) => e.innerText === ` + quote(message) + ` && e.getClientRects().length === 1)`)
}

// What a label has beside it does not stretch its line, and an id stands on one.
func TestFactsAreDense(t *testing.T) {
	t.Parallel()
	tab := reading(t, `{"EventName":"TaskFinish","JobsDetail":[{"JobId":"ac34be3aa0bf411ed9ce39d7cc972e427","QueueId":"p5d31932e8cd04d4bb7a20d3e1a9b7e00","Tag":"WordsGeneralize","State":"Success"
		"CreationTime":"2024-03-30T16:35:39+0800","EndTime":"2024-03-30T16:35:43+0800"}]}`)
	tab.wait(seen(".fact dt .flag"))
	for _, width := range []int64{768, 1024, 1100, 1280, 1600} {
		tab.resize(width, 900)
		tab.wait(`innerWidth === ` + fmt.Sprint(width))
		tab.side("facts")
		if got := eval[[]string](tab, `[...document.querySelectorAll(".facts .fact")].filter((f) => f.checkVisibility()).flatMap((f) => {
			const [id, flag, label] = [".value.id", "dt .flag", "dt .label"].map((s) => f.querySelector(s));
			const wrong = [];
			const beside = !matchMedia("(hover: hover)").matches && innerWidth < 900; // where its buttons stand
			if (id && !beside && id.offsetHeight > 24) wrong.push("an id on several lines: " + id.innerText);
			if (flag && flag.getBoundingClientRect().top > label.getBoundingClientRect().bottom) wrong.push("a sign below its label: " + f.innerText);
			return wrong;
		})`); len(got) > 0 {
			t.Errorf("%d pixels: %q", width, got)
		}
	}
}

// Paper is as narrow as a telephone, and its facts are as dense as on a desk.
func TestPaperIsDense(t *testing.T) {
	t.Parallel()
	tab := reading(t, lists["parts of speech"]("a0paper", 40))
	if _, err := chromedp.Call(tab.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
		t.Fatal(err)
	}
	tab.resize(688, 1000)
	eval[chromedp.Void](tab, `void window.dispatchEvent(new Event("beforeprint"))`)
	tab.wait(seen(".paper .fact"))
	if got := eval[[]string](tab, `[...document.querySelectorAll(".paper .fact")].filter((f) => f.offsetHeight > 34 && f.querySelector(".said")?.offsetHeight < 24).map((f) => f.innerText)
		.concat([...document.querySelectorAll(".paper :is(summary, [data-do^=share])")].filter((e) => e.checkVisibility()).map((e) => "to be pressed: " + e.innerText))`); len(got) > 0 {
		t.Errorf("on paper: %q", got)
	}
}
