//go:build !js

package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// hiding is a text with characters that turn what stands behind them, that are
// drawn as nothing, or both.
const hiding = "kan\u202eari\u2066\u200b\u3164\ufe0f\u2800\u00ad\u061c\u180e\u034f\ufffa\U000e0041\ue000\u00a0\u2028שz"

// hidingBody is a body whose every name and value hides something.
func hidingBody() string {
	body := `{"EventName":"C","C":"C","JobsDetail":[{"Code":"C","Message":"C","JobId":"C","Tag":"WordsGeneralize","SubTag":"C","State":"C",
		"QueueId":"C","QueueType":"C","CreationTime":"C","C":"C","C2":{"C":{"C":["C"]}},"C3":[{"C":"C"},{"C":"C"}],
		"Workflow":{"RunId":"C","WorkflowId":"C","WorkflowName":"C"},
		"Input":{"BucketId":"C","Region":"C","Object":"C","CosHeaders":[{"Key":"C","Value":"C"}]},
		"Operation":{"UserData":"C","JobLevel":"C","TemplateId":"C","WordsGeneralizeResult":{
			"WordsGeneralizeLable":[{"Category":"C","Word":"C"}],
			"WordsGeneralizeToken":[{"Word":"C","Pos":"C","Offset":"C","Length":"1"},{"Word":"今天","Pos":"t","Offset":"9","Length":"2"}]}}},
		{"JobId":"C","State":"Success","Input":{"Object":"C"}}]`
	return strings.ReplaceAll(body, `"C`, `"`+strings.ReplaceAll(hiding, `"`, ``)) // and the end is missing
}

// lurking finds, with the browser's own tables, what hides in the page's texts
// and attributes, and foreign letters that could turn what stands beside them.
const lurking = `(() => {
	const hides = /(?!\p{Emoji}\uFE0F)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\u00a0\u3000]/u;
	const turns = /\p{Script=Hebrew}/u;
	const found = [];
	const isolated = (e) => e && (/isolate|plaintext/.test(getComputedStyle(e).unicodeBidi) && e.localName !== "body" && e.localName === "bdi" || isolated(e.parentElement));
	const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
	for (let n = walk.currentNode; n; n = walk.nextNode()) {
		if (n.nodeType === Node.TEXT_NODE) {
			const text = n.data.replace(/[\u2068\u2069\n]/g, "");
			if (hides.test(text)) found.push("hides in " + n.parentElement.outerHTML.slice(0, 200));
			if (turns.test(text) && !isolated(n.parentElement) && !n.data.startsWith("\u2068")) found.push("turns " + n.parentElement.outerHTML.slice(0, 200));
		}
		for (const a of n.attributes ?? []) {
			if (hides.test(a.value.replace(/[\u2068\u2069]/g, ""))) found.push("hides in " + a.name + " of " + n.outerHTML.slice(0, 200));
		}
	}
	return found.slice(0, 5);
})()`

// Whatever a body, or the name of its file, is made of: on the page nothing of
// it is unseen, and its direction ends with it.
func TestForeignTextIsSeenAndIsolated(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	tab.drop(hiding+".json", "application/json", hidingBody())
	tab.whole()
	tab.shows(".jobs .job .job-name", "kan‹RLO›ari‹LRI›‹ZWSP›‹HF›‹VS16›‹U+2800›‹SHY›‹ALM›‹MVS›‹CGJ›‹U+FFFA›‹TAG A›‹U+E000›⍽‹LSEP›שz",
		"kan‹RLO›ari‹LRI›‹ZWSP›‹HF›‹VS16›‹U+2800›‹SHY›‹ALM›‹MVS›‹CGJ›‹U+FFFA›‹TAG A›‹U+E000›⍽‹LSEP›שz")
	for _, view := range []string{"facts", "tree", "source", "remarks"} {
		tab.side(view)
		time.Sleep(300 * time.Millisecond)
		tab.wait(`document.querySelector(".pane-side").innerText.includes("RLO")`)
		if got := eval[[]string](tab, lurking); len(got) > 0 {
			t.Errorf("%s: %q", view, got)
		}
	}
	if got := tab.title(); strings.Contains(got, "kan") {
		t.Errorf("the title of the tab holds what the body says: %q", got)
	}
}

// What is marked and copied is what was given, not what stands for it.
func TestMarkedTextIsCopiedAsItIs(t *testing.T) {
	const word = "re\u202efd\u200bp\ufe0f.txt"
	tab := reading(t, `{"JobsDetail":[{"JobId":"a0copy","Tag":"WordsGeneralize","State":"Success",
		"Message":"one`+word+`",
		"Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[{"Word":"`+word+`","Pos":"n","Offset":"0","Length":"9"}]}}}]}`)
	copied := func(selector string) string {
		t.Helper()
		tab.wait(seen(selector))
		eval[chromedp.Void](tab, `void getSelection().selectAllChildren(`+seen(selector)+`)`)
		tab.command("copy")
		tab.focus(".tokens-filter")
		eval[chromedp.Void](tab, `document.activeElement.select()`)
		tab.command("paste")
		got := eval[string](tab, `document.querySelector(".tokens-filter").value`)
		eval[chromedp.Void](tab, `document.activeElement.select()`)
		tab.command("delete")
		return got
	}
	tab.shows(tokenRows+" .token-word", "re‹RLO›fd‹ZWSP›p‹VS16›.txt")
	if got := copied(tokenRows + " .token-word bdi"); got != word {
		t.Errorf("the marked word was copied as %+q", got)
	}
	tab.shows(tokenRows+" .token-word", "re‹RLO›fd‹ZWSP›p‹VS16›.txt")
	if got := copied(".sentence .piece"); got != word {
		t.Errorf("the marked piece was copied as %+q", got)
	}
	tab.side("source")
	tab.wait(`document.querySelector(".source-row .sign")`)
	if got := copied(".source-row:has(.sign)"); !strings.Contains(got, "one"+word) {
		t.Errorf("a marked line of the source was copied as %+q", got)
	}
}

// Rows that are marked in the table are copied as a table, in which a word with a tab or a
// line break is one cell.
func TestMarkedRowsAreCopiedAsATable(t *testing.T) {
	tab := reading(t, listed("a0rows", `"Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[
		{"Word":"a\tb","Pos":"nx","Offset":"0","Length":"3"},{"Word":"c\n\"d\"","Pos":"n","Offset":"3","Length":"5"},{"Word":"e","Pos":"v","Offset":"8","Length":"1"}]}}`))
	tab.wait(`document.querySelectorAll(".token").length === 3`)
	eval[chromedp.Void](tab, `void getSelection().setBaseAndExtent(document.querySelector(".token .token-word"), 0, document.querySelectorAll(".token")[2].querySelector(".token-word"), 1)`)
	got := eval[string](tab, `(() => {
		const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
		document.querySelector(".tokens-table").dispatchEvent(event);
		return event.clipboardData.getData("text/plain");
	})()`)
	if want := "\"a\tb\"\tnx\tnon-Chinese string\t0\t3\n2\t\"c\n\"\"d\"\"\"\tn\tnoun\t3\t5\n3\te"; got != want {
		t.Errorf("copied is %q, want %q", got, want)
	}
}

// Of what was given nothing is kept for after the tab: not in the history, not
// in what the browser restores, not in any storage.
func TestNothingOutlivesTheTab(t *testing.T) {
	h := serve(t, built, "")
	tab := profile(t)
	tab.resize(1440, 900)
	tab.open(h.url("/"))
	tab.running()
	tab.offlineReady()
	tab.typeInto("#box", "zzsecret typed")
	tab.drop("zzsecret.xml", "text/xml", strings.ReplaceAll(job("zzsecret1"), "<Tag>", "<UserData>zzsecret</UserData><Tag>"))
	tab.whole()
	for _, view := range []string{"tree", "source", "remarks", "facts"} {
		tab.side(view)
	}
	tab.side("tree")
	tab.typeInto(".tree-find", "zzsecret")
	eval[chromedp.Void](tab, `document.activeElement.blur()`)
	tab.paste(strings.ReplaceAll(job("zzsecret2"), "Success", "zzsecret"))
	tab.sees("zzsecret2")
	tab.click(`[data-do="lang"]`)

	kept := eval[map[string]string](tab, `(async () => {
		const caches_ = [];
		for (const name of await caches.keys())
			for (const request of await (await caches.open(name)).keys()) {
				const answer = await (await caches.open(name)).match(request);
				caches_.push(name + " " + request.url + " " + (await answer.text()).includes("zzsecret"));
			}
		return {
			title: document.title, address: location.href, state: JSON.stringify(history.state),
			local: JSON.stringify(localStorage), session: JSON.stringify(sessionStorage), cookie: document.cookie,
			databases: JSON.stringify(await indexedDB.databases()), caches: caches_.join("\n"), name: window.name,
			fields: [...document.querySelectorAll("input:not([type=file]), textarea, select")].filter((e) => e.autocomplete !== "off").map((e) => e.outerHTML.slice(0, 200)).join("\n"),
		};
	})()`)
	for place, what := range kept {
		if strings.Contains(what, "zzsecret") || strings.Contains(what, " true") {
			t.Errorf("%s keeps something of the body: %s", place, what)
		}
	}
	if kept["fields"] != "" {
		t.Errorf("the browser may restore: %s", kept["fields"])
	}
	if kept["session"] != "{}" || kept["databases"] != "[]" || kept["cookie"] != "" || kept["name"] != "" {
		t.Errorf("something is stored: %q", kept)
	}
	for key := range eval[map[string]string](tab, `({ ...localStorage })`) {
		if key != "callbacklens.lang" && key != "callbacklens.theme" && key != "callbacklens.layout" {
			t.Errorf("localStorage has the key %q", key)
		}
	}
	history, err := chromedp.Call(tab.ctx, page.GetNavigationHistory, cdp.Empty{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range history.Entries {
		if strings.Contains(fmt.Sprint(e.Title, e.URL, e.UserTypedURL), "zzsecret") {
			t.Errorf("the history has %q, %s", e.Title, e.URL)
		}
	}
	tab.reload()
	tab.running()
	if got := eval[string](tab, `document.body.innerText + [...document.querySelectorAll("input, textarea")].map((e) => e.value).join()`); strings.Contains(got, "zzsecret") {
		t.Error("a reload brings something of the body back")
	}
}
