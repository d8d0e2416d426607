//go:build !js

package e2e

import (
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Whatever the body holds beside what is known is in the tree.
func TestNothingIsLostInTheTree(t *testing.T) {
	t.Parallel()
	tab := reading(t, `<Response odd="1"><EventName>TaskFinish</EventName><!-- left by hand --><JobsDetail><JobId>a0rest</JobId>
		<Tag>WordsGeneralize</Tag><State>Success</State><Novelty><Deep>is here</Deep></Novelty></JobsDetail></Response>`)
	tab.side("tree")
	for _, want := range []string{"@odd", "left by hand", "Novelty", "Deep", "is here"} {
		tab.wait(`[...document.querySelectorAll(".tree-row")].some((r) => r.innerText.includes(` + quote(want) + `))`)
	}
}

// A node is closed and opened by pointer and by key; its path is told.
func TestTreeFolds(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	tab.side("tree")
	named := func(name string) string {
		return `[...document.querySelectorAll(".tree-row")].find((r) => r.querySelector(".tree-name").textContent === ` + quote(name) + `)`
	}
	tab.wait(named("Bucket" + "Id"))
	xpath := eval[string](tab, `(async () => {
		const row = `+named("Object")+`;
		row.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
		const copied = new Promise((done) => (navigator.clipboard.writeText = async (text) => done(text)));
		while (!`+named("Object")+`.querySelector("[data-address]")) await new Promise(requestAnimationFrame);
		`+named("Object")+`.querySelector("[data-address]").click();
		return await copied;
	})()`)
	if xpath != "/Response/JobsDetail/Input/Object" {
		t.Errorf("copied as XPath: %q", xpath)
	}

	eval[chromedp.Void](tab, `void `+named("Input")+`.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }))`)
	eval[chromedp.Void](tab, `void `+named("Input")+`.querySelector(".tree-name").click()`)
	tab.wait(`!` + named("BucketId") + ` && ` + named("Input") + `.ariaExpanded === "false"`)
	tab.shows(".tree-detail .tree-path", "Response.JobsDetail.Input")
	eval[chromedp.Void](tab, `void `+named("Input")+`.querySelector(".tree-name").click()`)
	tab.wait(named("BucketId"))

	tab.focus(".tree-scroll")
	tab.key(kb.ArrowLeft)
	tab.wait(`!` + named("BucketId") + ` && ` + named("Input") + `.classList.contains("cursor")`)
	tab.key(kb.ArrowRight)
	tab.wait(named("BucketId"))
	tab.key(kb.ArrowRight, kb.ArrowDown)
	tab.wait(named("BucketId") + `.classList.contains("cursor")`)
	tab.key(kb.Enter)
	tab.shows(sideMarks, "10 <BucketId>test-123456789</BucketId>")
}

func TestTreeIsSearched(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	tab.side("tree")
	tab.typeInto(".tree-find", "打车")
	tab.shows(".tree .find-count", "1 / 2")
	tab.key(kb.Enter)
	tab.shows(".tree .find-count", "2 / 2")
	tab.shows(".tree-row.cursor .tree-value", "打车")
}

func TestTokensAreFilteredAndSorted(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	words := tokenRows + " .token-word"
	tab.typeInto(".tokens-filter", "pos:v")
	tab.shows(words, "打车", "花")
	tab.shows(".tokens-count", "2 of 5 tokens")
	eval[chromedp.Void](tab, `document.activeElement.select()`)
	tab.key("今")
	tab.shows(words, "今天")
	eval[chromedp.Void](tab, `document.activeElement.select()`)
	tab.key(kb.Backspace)
	tab.shows(words, "今天", "打车", "花", "60", "元")

	tab.click(".token-length button")
	tab.shows(words, "花", "元", "今天", "打车", "60")
	tab.wait(`document.querySelector(".token-head .token-length").ariaSort === "ascending"`)
	tab.click(".token-length button")
	tab.shows(words, "今天", "打车", "60", "花", "元")
	tab.wait(`document.querySelector(".token-head .token-length").ariaSort === "descending"`)
	tab.click(".token-length button")
	tab.shows(words, "今天", "打车", "花", "60", "元")

	eval[chromedp.Void](tab, `void (() => { const s = document.querySelector(".tokens-tags"); s.value = "q"; s.dispatchEvent(new Event("change", { bubbles: true })); })()`)
	tab.shows(words, "元")
}

// What is pasted into the filter is the filter's; it is no new body.
func TestPasteIntoTheFilterStaysThere(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	tab.focus(".tokens-filter")
	if tab.paste("花") {
		t.Error("the page took the paste from the filter")
	}
	tab.key("花")
	eval[chromedp.Void](tab, `document.activeElement.select()`)
	tab.command("copy")
	tab.command("delete")
	tab.shows(".tokens-count", "5 tokens")
	tab.command("paste")
	tab.shows(tokenRows+" .token-word", "花")
	tab.shows(".bar .job-id code", "ac34be3aa0bf411ed9ce39d7cc972e427")
}

// The source is shown as it was given, line by line with its number.
func TestSourceHasLineNumbers(t *testing.T) {
	t.Parallel()
	body := story(t, "seed-xml", "callback.xml")
	tab := reading(t, body)
	tab.side("source")
	tab.wait(`document.querySelectorAll(".source-row").length > 20`)
	// A line that is longer than the view stands in several rows, of which the first has its number.
	got := strings.Split(eval[string](tab, `[...document.querySelectorAll(".source-row")].map((r) => {
		const number = r.querySelector(".line-number").innerText;
		return (number && "\n" + number + "|") + r.querySelector(".line-code").textContent;
	}).join("").trimStart()`), "\n")
	for i, line := range strings.Split(body, "\n")[:20] {
		if want := strings.TrimRight(line, "\r"); got[i] != strconv.Itoa(i+1)+"|"+want {
			t.Errorf("line %d: %q, want %q", i+1, got[i], want)
		}
	}
	tab.do(chromedp.KeyEvent("f", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	tab.wait(`document.activeElement.matches(".source-find")`)
	tab.typeInto(".source-find", "Region")
	tab.shows(".source .find-count", "1 / 2")
	tab.key(kb.Enter)
	tab.shows(".source .find-count", "2 / 2")
}

// What could let somebody in is hidden until it is asked for, wherever the
// source is shown.
func TestSecretsAreMasked(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "http", "request.http"))
	secrets := []string{"s3cret", "t0k3n", "sid=1"}
	shown := func() (found []string) {
		text := eval[string](tab, `document.body.textContent`)
		for _, s := range secrets {
			if strings.Contains(text, s) {
				found = append(found, s)
			}
		}
		return found
	}
	for _, view := range []string{"facts", "tree", "remarks", "source"} {
		tab.side(view)
		if view == "source" {
			tab.wait(`document.querySelectorAll(".source-row").length > 5`)
		}
		if got := shown(); len(got) > 0 {
			t.Errorf("%s shows %q unasked", view, got)
		}
	}
	tab.shows(`.source-row:nth-child(2) .line-code`, "POST ******************** HTTP/1.1")
	tab.shows(`.secrets`, "Show 3 hidden secrets")
	tab.click(`.secrets`)
	tab.shows(`.secrets`, "Hide 3 secrets")
	tab.wait(`document.querySelectorAll(".source-row").length > 5`)
	if got := shown(); len(got) != len(secrets) {
		t.Errorf("asked for, only %q are shown", got)
	}
	tab.click(`.secrets`)
	tab.shows(`.secrets`, "Show 3 hidden secrets")
	tab.wait(`document.querySelectorAll(".source-row").length > 5`)
	if got := shown(); len(got) > 0 {
		t.Errorf("hidden again, %q are shown", got)
	}
}

// What is no callback and broken besides gets a sentence, its place, the
// excerpt with the place marked, and what could be read in the tree.
func TestUnreadableBody(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	tab.paste("{\n  \"kept\": \"yes\",\n  \"broken\" 5 ]\n")
	tab.shows(".bar h1", "No callback could be read")
	if got := tab.title(); got != "No callback could be read · Callback Lens" {
		t.Errorf("title: %q", got)
	}
	tab.wait(`document.querySelector(".unread-why").innerText.startsWith("The body is cut off here")`)
	tab.wait(`/^line 3, column \d+$/.test(document.querySelector(".unread .place").innerText)`)
	tab.wait(`document.querySelector(".unread .excerpt").innerText.includes('"broken" 5 ]')`)
	tab.wait(`document.querySelector(".unread .excerpt mark").getBoundingClientRect().width > 2`)
	for _, row := range []string{"kept yes", "broken 5"} {
		tab.wait(`[...document.querySelectorAll(".tree-row")].some((r) => [r.querySelector(".tree-name").innerText, r.querySelector(".tree-value")?.innerText].join(" ") === ` + quote(row) + `)`)
	}
	tab.side("remarks")
	tab.shows(".remarks .place", "line 3, column 15", "line 3, column 12", "line 3, column 14")
	tab.click(".pane-side .remark:nth-child(2) .place")
	tab.shows(sideMarks, `3 "broken" 5 ]`)
}

// The first line of a body that is none says what was expected, in the
// reader's language.
func TestNoBodyAtAll(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	tab.paste(story(t, "nothing", "hello.txt"))
	tab.shows(".unread-why", "Neither XML nor JSON was found: a body begins with <, { or [, and nothing encoded or compressed was recognised either.")
	tab.shows(".unread .place", "line 1, column 1")
	tab.shows(".unread .excerpt code", "hello world")
	tab.shows(".unread .excerpt mark", "h")
	tab.press("3")
	tab.shows(".pane-side .no-result p", "This is neither XML nor JSON, so there is no tree.")
	tab.click(`[data-do="lang"]`)
	tab.shows(".bar h1", "未识别到回调")
	tab.wait(`/^[\u4e00-\u9fff]/.test(document.querySelector(".unread-why").innerText)`)
}

// Of a body that was cut all that was complete is shown, and what was cut is
// marked.
func TestCutBody(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "cut", "cut.json"))
	tab.wait(lastToken + `.startsWith("5|开")`)
	tab.shows(tokenRows+" .token-cut", "cut off")
	tab.shows(".sentence .piece", "我", "明天", "去", "杭州")
	tab.wait(`document.querySelector(".lead p").innerText.startsWith("The body ends in the middle")`)
	tab.side("tree")
	tab.wait(seen(".tree-row.partial"))
}

// The remark on a body that was cut leads to where it ends.
func TestCutLeadsToTheEnd(t *testing.T) {
	t.Parallel()
	whole := story(t, "seed-xml", "callback.xml")
	tab := reading(t, whole[:strings.Index(whole, "<Pos>q")])
	tab.click(".lead .place")
	tab.wait(`document.querySelector("main.result").dataset.side === "source"`)
	tab.wait(`(() => {
		const pane = document.querySelector(".source-scroll").getBoundingClientRect();
		const row = document.querySelector(".source-row.marked")?.getBoundingClientRect();
		return row && row.top >= pane.top && row.bottom <= pane.bottom;
	})()`)
}
