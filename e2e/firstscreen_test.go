//go:build !js

package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// sorted is a body of n tokens whose fields stand in the order of their names,
// as services send them: state and tag come behind the tokens.
const sorted = `((n) => "<Response><EventName>TaskFinish</EventName><JobsDetail><Code>Success</Code><CreationTime>2022-07-25T16:35:39+0800</CreationTime><EndTime>2022-07-25T16:35:43+0800</EndTime>" +
	"<Input><BucketId>lens-1250000000</BucketId><Object>text.txt</Object><Region>ap-chongqing</Region></Input><JobId>a0sorted</JobId><Message>Failed</Message><Operation><WordsGeneralizeResult>" +
	"<WordsGeneralizeLable><Category>x</Category><Word>last</Word></WordsGeneralizeLable>" +
	Array.from({ length: n }, (_, i) => "<WordsGeneralizeToken><Length>2</Length><Offset>" + 2 * i + "</Offset><Pos>" + ["n", "v", "a", "d", "m", "r", "p", "w"][i % 8] + "</Pos><Word>" + (i % 2 ? "打车" : "今天") + "</Word></WordsGeneralizeToken>").join("") +
	"<WordsGeneralizeToken><Length>4</Length><Offset>" + 2 * n + "</Offset><Pos>n</Pos><Word>last</Word></WordsGeneralizeToken>" +
	"</WordsGeneralizeResult></Operation><StartTime>2022-07-25T16:35:40+0800</StartTime><State>Failed</State><Tag>WordsGeneralize</Tag></JobsDetail></Response>")`

// spots are where the parts of the first screen lie.
const spots = `[".bar", ".job-id", ".legend-item:last-child", ".sentence", ".sentence-row", ".tokens-bar", ".token", ".facts .card", ".facts .fact"].map((s) => {
	const { x, y } = document.querySelector(".at-result " + s).getBoundingClientRect();
	return s + " " + Math.round(x) + "," + Math.round(y);
}).join("; ")`

// A result changes what it must of the page: the parts that were there before stay the
// elements that they are, wrappers or not.
func TestResultKeepsTheParts(t *testing.T) {
	tab := desk(t)
	const parts = `[".skip", ".bar", ".over", ".notices", ".receipts", ".drop", "#said"]`
	eval[chromedp.Void](tab, `void `+parts+`.forEach((s) => { document.querySelector(".viewer > " + s).kept = true; })`)
	for _, wrapper := range []string{"", `"body=" + encodeURIComponent`} {
		tab.pasteItems(`data.setData("text/plain", ` + wrapper + `(` + sorted + `(20)))`)
		tab.shows(".bar .job-id code", "a0sorted")
		tab.whole()
		if lost := eval[string](tab, parts+`.filter((s) => !document.querySelector(".viewer > " + s).kept).join()`); lost != "" {
			t.Errorf("made anew: %s", lost)
		}
	}
	tab.wait(seen(".receipts .receipt"))
}

// The beginning of a large body is shown while the rest is read: what is known
// of the job, and that the rest is not known yet; never a status, a remark or a
// repair that the rest may take back. What the reader has chosen meanwhile
// stays chosen, and stays where it is.
func TestFirstScreenWhileTheRestIsRead(t *testing.T) {
	tab := desk(t)
	tab.slowly(6)
	eval[chromedp.Void](tab, `void (() => {
		window.heard = new Set();
		new MutationObserver(() => {
			if (!document.querySelector(".summary .badge")?.innerText.includes("Reading")) return;
			window.watched = true;
			for (const e of document.querySelectorAll(".at-result :is(.remark-count, .lead li, .took, .badge-by, .token-cut)")) heard.add(e.innerText);
		}).observe(document.body, { subtree: true, childList: true, characterData: true });
	})()`)
	tab.pasteItems(`data.setData("text/plain", ` + sorted + `(200000))`)
	tab.shows(".summary .badge", "Reading")
	tab.shows(".bar .job-id code", "a0sorted")
	tab.wait(tokensShown + `[0] === "1|今天|n|noun|0|2"`)
	tab.wait(`[...document.querySelectorAll(".facts dl.list .fact:first-child .value")].slice(0, 2).map((e) => e.innerText.trim()).join() === "a0sorted,lens-1250000000"`)
	before := eval[string](tab, spots)
	tab.click(`.token[data-row="2"]`)
	tab.wait(seen(`.token.chosen[data-row="2"]`))
	tab.focus(".tokens-filter")

	tab.slowly(1)
	tab.shows(".summary .badge", "Failed · by State")
	tab.wait(`document.querySelector(".tokens-table").getAttribute("aria-rowcount") === "200002"`)
	tab.whole()
	tab.wait(seen(`.token.chosen[data-row="2"]`))
	if after := eval[string](tab, spots); after != before {
		t.Errorf("things moved:\n%s\n%s", before, after)
	}
	if !eval[bool](tab, `document.activeElement.matches(".tokens-filter")`) {
		t.Error("the focus is lost")
	}
	if got := eval[[]string](tab, `[...heard]`); len(got) > 0 || !eval[bool](tab, `window.watched`) {
		t.Errorf("said before the body was read: %q", got)
	}
	tab.shows(".summary .took", "ran 3 s")
	tab.sees("2 remarks")
}

// labelled are labels before those of a body, more than are looked at for its first
// screen where it begins with tokens.
const labelled = `.replace("<WordsGeneralizeLable>", "<WordsGeneralizeLable><Category>x</Category><Word>last</Word></WordsGeneralizeLable>".repeat(3000) + "$&")`

// The first screen has tokens, however many labels stand before them.
func TestFirstScreenBehindLabels(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	tab.slowly(6)
	eval[chromedp.Void](tab, `void new MutationObserver(() => {
		if (document.querySelector(".summary .badge")) window.firstRows ??= document.querySelectorAll(".token").length;
	}).observe(document.body, { subtree: true, childList: true })`)
	tab.pasteItems(`data.setData("text/plain", ` + sorted + `(20000)` + labelled + `)`)
	tab.shows(".summary .badge", "Reading")
	if rows := eval[int](tab, `window.firstRows`); rows == 0 {
		t.Error("the first screen has no tokens")
	}
	tab.shows(".summary .badge", "Failed · by State")
}

// While a body takes long to read, more and more of it is there to be seen.
func TestMoreIsShownWhileTheRestIsRead(t *testing.T) {
	tab := desk(t)
	tab.slowly(6)
	tab.pasteItems(`data.setData("text/plain", ` + sorted + `(200000))`)
	tab.shows(".summary .badge", "Reading")
	tab.slowly(20)
	tab.wait(`(() => {
		const shown = document.querySelector(".tokens-table").getAttribute("aria-rowcount");
		if (!document.querySelector(".summary .badge").innerText.includes("Reading")) throw new Error("read with " + shown);
		return shown > 1500;
	})()`)
	tab.slowly(1)
	tab.shows(".summary .badge", "Failed · by State")
	tab.wait(`document.querySelector(".tokens-table").getAttribute("aria-rowcount") === "200002"`)
}

// A body that ends in the middle is said to be cut when its end is reached, not
// before, and above the result if nobody is at it.
func TestCutIsSaidOfTheEnd(t *testing.T) {
	tab := desk(t)
	tab.pasteItems(`data.setData("text/plain", ` + many + `(50000).slice(0, -150))`)
	tab.whole()
	tab.wait(`document.querySelector(".lead .remark-body")?.innerText.includes("cut")`)
	tab.shows(".tokens-count", "49,999 tokens") // of the last there is a start tag and nothing else
}

// What the reader does with the beginning of a body is not undone when the rest
// comes.
func TestTheRestMovesNothingThatWasTouched(t *testing.T) {
	row := func(name string) string {
		return `[...document.querySelectorAll(".tree-row")].find((r) => r.querySelector(".tree-name").textContent === ` + quote(name) + `)`
	}
	// at tells how far a list is scrolled and what its first rows in sight say.
	at := func(list, row string) string {
		return `(() => {
			const e = document.querySelector(` + quote(list) + `), top = e.getBoundingClientRect().top + 40;
			const rows = [...e.querySelectorAll(` + quote(row) + `)].filter((r) => r.getBoundingClientRect().top >= top).slice(0, 5);
			return [e.scrollTop, ...rows.map((r) => r.innerText.replace(/\s+/g, " "))].join("; ");
		})()`
	}
	scroll := func(tab *tab, list string, to int) {
		eval[chromedp.Void](tab, fmt.Sprintf(`void (document.querySelector(%s).scrollTop = %d)`, quote(list), to))
	}
	for k, c := range []struct {
		what  string
		touch func(*tab)
		still string // what is to stay, as the page tells it
	}{
		{"tokens scrolled", func(tab *tab) {
			scroll(tab, ".tokens-scroll", 2000)
			tab.wait(at(".tokens-scroll", ".token") + `.includes("打车")`)
		}, at(".tokens-scroll", ".token")},
		{"tokens to the last so far", func(tab *tab) {
			scroll(tab, ".tokens-scroll", 1e6)
			tab.wait(at(".tokens-scroll", ".token") + `.includes("打车")`)
		}, at(".tokens-scroll", ".token")},
		{"tokens filtered", func(tab *tab) {
			tab.typeInto(".tokens-filter", "打车")
			tab.wait(`document.querySelector(".tokens-table").getAttribute("aria-rowcount") < 1000 && !document.querySelector(".tokens-table").innerText.includes("今天")`)
			scroll(tab, ".tokens-scroll", 2000)
			tab.wait(at(".tokens-scroll", ".token") + `.includes("打车")`)
		}, at(".tokens-scroll", ".token")},
		{"a family lit", func(tab *tab) { tab.click(".legend-item") },
			`document.querySelector(".legend-item").ariaPressed === "true" && !!document.querySelector(".piece.dim")`},
		{"tree", func(tab *tab) {
			tab.side("tree")
			tab.wait(row("Region"))
			tab.wait(row("Object"))
			eval[chromedp.Void](tab, row("Input")+`.querySelector(".twist").click()`)
			tab.wait(`!` + row("Region"))
		}, at(".tree-scroll", ".tree-name")},
		{"tree, left", func(tab *tab) {
			tab.side("tree")
			eval[chromedp.Void](tab, row("Input")+`.querySelector(".twist").click()`)
			tab.wait(`!` + row("Region"))
			tab.side("facts")
		}, `(async () => {
			const show = async (view) => {
				document.querySelector(".tab-" + view).click();
				while (document.querySelector("main.result").dataset.side !== view) await new Promise(requestAnimationFrame);
			};
			await show("tree");
			const open = !!` + row("Region") + `;
			await show("facts");
			return open;
		})()`},
		{"source", func(tab *tab) {
			tab.side("source")
			tab.wait(seen(".source-row"))
			scroll(tab, ".source-scroll", 2000)
			tab.wait(at(".source-scroll", ".source-row") + `.includes("Word")`)
		}, at(".source-scroll", ".source-row")},
		{"source searched", func(tab *tab) {
			tab.side("source")
			tab.typeInto(".source-find", "打车")
			tab.wait(`document.querySelector(".find-count").innerText.startsWith("1 /")`)
			tab.key(kb.Enter, kb.Enter)
			tab.wait(`document.querySelector(".find-count").innerText.startsWith("3 /")`)
		}, `document.querySelector(".find-count").innerText.split("/")[0]`},
	} {
		if !sampled(k) {
			continue
		}
		t.Run(c.what, func(t *testing.T) {
			tab := desk(t)
			tab.slowly(6)
			tab.pasteItems(`data.setData("text/plain", ` + sorted + `(200000))`)
			tab.shows(".summary .badge", "Reading")
			c.touch(tab)
			before := eval[any](tab, c.still)
			if !eval[bool](tab, `document.querySelector(".summary .badge").innerText.includes("Reading")`) {
				t.Fatal("the whole came too early for this test")
			}
			if tab.visible(".token-cut") {
				t.Error("what is still being read is called cut off")
			}
			tab.slowly(1)
			tab.shows(".summary .badge", "Failed · by State")
			tab.wait(`document.querySelector(".tokens-table").getAttribute("aria-rowcount") > 3000`)
			eval[chromedp.Void](tab, `new Promise((done) => setTimeout(done, 500))`)
			if after := eval[any](tab, c.still); after != before {
				t.Errorf("before: %v\nafter: %v", before, after)
			}
		})
	}
}
