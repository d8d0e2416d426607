//go:build !js

package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// engines are the browsers that the journeys are made in. Each host is a site
// of its own, so one start of a browser is enough for all of them.
var engines = []struct {
	name  string
	start func(testing.TB) engine
	// refusing returns the browser with storage switched off, as its own
	// settings do that.
	refusing func(testing.TB, engine) engine
}{
	{"Chromium", func(t testing.TB) engine { return profile(t).engine }, refusingChromium},
	{"Firefox", startFirefox, refusingFirefox},
	{"WebKit", func(t testing.TB) engine { return startWebKit(t) }, refusingWebKit},
}

// journeys are what a reader does with the page, in whatever browser.
var journeys = []struct {
	name string
	make func(*tab, *host)
}{
	{"paste", pasteBody},
	{"clipboard", useClipboard},
	{"drop", dropFile},
	{"file", chooseFile},
	{"tokens", lookAtTokens},
	{"many tokens", lookAtManyTokens},
	{"remark", followRemark},
	{"tree", walkTree},
	{"jobs", chooseJob},
	{"link", sendLink},
	{"back", goBack},
	{"language and theme", switchBoth},
	{"quiet", sendNothing},
	{"offline", goOffline},
	{"keyboard", useKeyboard},
	{"narrow", useTelephone},
}

func TestJourneys(t *testing.T) {
	t.Parallel()
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			t.Parallel()
			browser := e.start(t)
			for _, j := range journeys {
				t.Run(j.name, func(t *testing.T) {
					begin(t, browser, j.make)
				})
			}
			t.Run("refused storage", func(t *testing.T) {
				begin(t, e.refusing(t, browser), doWithoutStorage)
			})
		})
	}
}

// begin opens the viewer of a host of its own and makes a journey.
func begin(t *testing.T, browser engine, journey func(*tab, *host)) {
	h := serve(t, built, "")
	b := &tab{t: t, engine: browser}
	b.resize(1440, 900)
	b.open(h.url("/"))
	b.running()
	journey(b, h)
}

func pasteBody(b *tab, _ *host) {
	b.reads(story(b.t, "seed-xml", "callback.xml"))
	b.shows(badge, "Success · by Code")
	b.shows(".sentence .piece", "今天", "打车", "花", "60", "元")
	b.tokens("1|今天|t|time word|0|2", "2|打车|v|verb|2|2", "3|花|v|verb|4|1",
		"4|60|nx|non-Chinese string|5|2", "5|元|q|measure word|7|1")
	b.facts(says{"Input", "Bucket", "test-123456789"},
		says{"Times", "Duration", "ran 4 s from creation to end, as the body gives no start"})
}

// useClipboard goes through the browser's own clipboard, by keys and by the
// page's button.
func useClipboard(b *tab, _ *host) {
	b.typeInto("#box", job("a0keys"))
	b.command("selectAll")
	b.command("copy")
	b.command("delete")
	eval[chromedp.Void](b, `document.activeElement.blur()`)
	b.command("paste")
	b.whole()
	b.shows(".bar .job-id code", "a0keys")

	b.point(".bar .job-id .copy")
	b.wait(`document.getElementById("said").textContent === "Copied"`)
	b.side("tree")
	b.focus(".tree-find")
	b.command("paste")
	b.wait(`document.querySelector(".tree-find").value === "a0keys"`)
}

func dropFile(b *tab, _ *host) {
	b.drop("dropped.json", "application/json", story(b.t, "seed-json", "callback.json"))
	b.whole()
	b.facts(says{"Body", "File", "dropped.json"})
	item := func(name, content string) string {
		return `data.items.add(new File([` + quote(content) + `], ` + quote(name) + `));`
	}
	b.dropItems(item("a.xml", job("a0first")) + item("note.txt", "nothing") + item("b.xml", job("a0second")))
	b.shows(".job .job-file", "a.xml", "b.xml")
	b.shows(".jobs-others summary", "1 file without a callback")
	b.point(".jobs .job:nth-child(2)")
	b.shows(".bar .job-id code", "a0second")
	b.dropItems(`data.items.add(new File(["x"], "a.png", { type: "image/png" }))`)
	b.shows(".notices .notice", "That is an image. Paste the text of a callback body, or drop the file that holds it.")
}

func chooseFile(b *tab, _ *host) {
	b.choose(file(b.t, "chosen.xml", story(b.t, "gzip-base64", "body.txt")))
	b.whole()
	b.facts(says{"Body", "File", "chosen.xml"})
	eval[chromedp.Void](b, `history.back()`)
	b.wait(`document.querySelector("main.landing")`)
	b.choose(file(b.t, "one.xml", job("a0one")), file(b.t, "two.xml", job("a0two")))
	b.shows(".job .job-file", "one.xml", "two.xml")
}

// lookAtTokens chooses a token, sees it in the sentence and in the source, and
// reduces and sorts the table.
func lookAtTokens(b *tab, _ *host) {
	b.reads(story(b.t, "seed-xml", "callback.xml"))
	b.point(tokenRows + `[data-row="3"]`)
	b.shows(".piece.chosen", "60")
	b.key("4")
	b.shows(sideMarks+" .line-number", "45", "46", "47", "48", "49", "50")
	b.key(kb.Escape)
	b.wait(`!document.querySelector(".piece.chosen, .token.chosen")`)
	b.typeInto(".tokens-filter", "pos:v")
	b.shows(tokenRows+" .token-word", "打车", "花")
	b.point(".token-length button")
	b.shows(tokenRows+" .token-word", "花", "打车")
}

func lookAtManyTokens(b *tab, _ *host) {
	b.pasteItems(`data.setData("text/plain", ` + many + `(30000))`)
	b.whole()
	b.wait(`document.querySelector(".result .tokens-table").getAttribute("aria-rowcount") === "30001"`)
	b.focus(".tokens-table")
	b.key(kb.End)
	b.wait(lastToken + ` === "30000|打车|v|verb|59998|2"`)
	if n := eval[int](b, `document.querySelectorAll(".result *").length`); n > 4000 {
		b.t.Errorf("%d elements are drawn", n)
	}
}

func followRemark(b *tab, _ *host) {
	b.reads(story(b.t, "seed-json", "callback.json"))
	b.shows(".lead .remark-body", "Brackets closed in the wrong order: }] read as ]}. line 60, column 5")
	b.point(".lead .place")
	b.shows(sideMarks, "60 }]")
	b.wait(`(() => {
		const row = document.querySelector(".source-row.marked").getBoundingClientRect();
		const pane = document.querySelector(".source-scroll").getBoundingClientRect();
		return row.top >= pane.top && row.top + row.height / 2 <= pane.bottom;
	})()`)
}

func walkTree(b *tab, _ *host) {
	b.reads(story(b.t, "seed-xml", "callback.xml"))
	b.side("tree")
	b.typeInto(".tree-find", "打车")
	b.shows(".tree .find-count", "1 / 2")
	b.key(kb.Enter)
	b.shows(".tree-row.cursor .tree-value", "打车")
	b.focus(".tree-scroll")
	b.key(kb.Enter)
	b.wait(seen(sideMarks))
}

func chooseJob(b *tab, _ *host) {
	b.point(`[data-example="jobs"]`)
	b.whole()
	b.shows(".job .job-name", "mail/001.txt", "mail/002.txt", "mail/003.png")
	b.point(".jobs .job:nth-child(2)")
	b.shows(tokenRows+`[data-row="0"] .token-word`, "快递")
	b.key("j")
	b.shows(badge, "Failed · by State")
}

// sendLink makes a link, which brings the body along, to the view and the field that it
// was made at. It stands in no request, and not in the address once the body is there; a
// field that was emptied, and what is secret, are not in it.
func sendLink(b *tab, h *host) {
	b.reads(strings.Replace(job("a0linked"), "<JobId>", "<UserData>AKID0123456789abcdefghijklmnopqrstuv</UserData><Message>left out</Message><JobId>", 1))
	eval[chromedp.Void](b, `void Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void (window.copied = text) } })`)
	b.side("tree")
	b.typeInto(".tree-find", "a0linked")
	b.key(kb.Enter, kb.Escape)
	b.shows(".tree-row.cursor .tree-value", "a0linked")
	b.focus(".tree-scroll")
	b.key("e")
	b.wait(`document.querySelector("#takeaway[open] .share")`)
	b.click(".share summary")
	eval[chromedp.Void](b, `[...document.querySelectorAll(".share-fields li")].find((e) => e.textContent.includes("left out")).querySelector("input").click()`)
	b.click(".share .takeaway-do .button")
	b.wait(`document.querySelector(".share .button:not([disabled]) + .button:not([disabled])")`)
	b.click(".share .button + .button")
	b.wait(`window.copied`)
	link := eval[string](b, `copied`)
	if !strings.HasPrefix(link, h.url("/")+"#body=1.") {
		b.t.Fatalf("the link is %s", short(link))
	}
	b.must(b.visit("about:blank"))
	b.wait(`location.href === "about:blank"`)
	mark := h.mark()
	b.open(link)
	b.shows(".bar .job-id code", "a0linked")
	b.wait(`location.hash === "" && document.querySelector('.tab-tree[aria-pressed="true"]')`)
	if page := eval[string](b, `document.body.innerText + document.title`); strings.Contains(page, "left out") || strings.Contains(page, "AKID0123") {
		b.t.Error("what was left out came along")
	}
	for _, request := range h.since(mark) {
		if strings.Contains(request, "body") {
			b.t.Errorf("%s was asked for", request)
		}
	}
	b.point(`.bar [data-do="new"]`)
	b.wait(`document.querySelector("main.landing") && location.hash === ""`)
}

// goBack walks back and forward over what was in front, as it was left there.
func goBack(b *tab, _ *host) {
	back := func(steps int) { eval[chromedp.Void](b, fmt.Sprintf(`void history.go(%d)`, steps)) }
	b.reads(story(b.t, "seed-xml", "callback.xml"))
	b.typeInto(".tokens-filter", "花")
	b.shows(".tokens-count", "1 of 5 tokens")
	b.side("tree")
	b.reads(job("a0second"))
	b.shows(".bar .job-id code", "a0second")

	b.paste("hello")
	b.shows(".notice", "No callback could be read in what came just now; the one before stays. Show what came")
	b.shows(".bar .job-id code", "a0second")

	back(-1)
	b.shows(badge, "Success · by Code")
	b.wait(`document.querySelector("main.result").dataset.side === "tree"`)
	b.shows(".tokens-count", "1 of 5 tokens")
	b.wait(`document.querySelector(".tokens-filter").value === "花"`)
	back(-2)
	b.wait(`document.querySelector("main.landing")`)
	back(3)
	b.shows(".bar .job-id code", "a0second")

	b.point(`.bar [data-do="new"]`)
	b.shows(".earlier-body", "Word segmentation Success · by State a0second",
		"Word segmentation Success · by Code ac34be3aa0bf411ed9ce39d7cc972e427")
	b.point(".earlier li:nth-child(2) button")
	b.shows(badge, "Success · by Code")
}

// switchBoth chooses the other language and the dark theme, which a reload
// keeps.
func switchBoth(b *tab, _ *host) {
	b.reads(story(b.t, "seed-xml", "callback.xml"))
	b.point(`.bar [data-do="lang"]`)
	b.shows(badge, "成功 · 依据 Code")
	b.shows(".token-pos .token-name", "时间词", "动词", "动词", "非汉字串", "量词")
	b.point(".bar .theme")
	b.shows(".bar .theme", "主题：浅色")
	b.point(".bar .theme")
	b.shows(".bar .theme", "主题：深色")
	b.wait(dark)
	b.reload()
	b.running()
	b.wait(`document.documentElement.lang === "zh-CN" && ` + dark)
}

// sendNothing counts at the server.
func sendNothing(b *tab, h *host) {
	b.offlineReady()
	time.Sleep(settle)
	mark := h.mark()
	b.reads(job("a0quiet"))
	time.Sleep(settle)
	if got := h.since(mark); len(got) > 0 {
		b.t.Errorf("requests after a body: %q", got)
	}
}

func goOffline(b *tab, h *host) {
	if !eval[bool](b, `"serviceWorker" in navigator`) {
		b.t.Skip("this browser has no service workers")
	}
	b.offlineReady()
	h.close()
	for _, path := range []string{"/?x=1", "/reference/en/", "/"} {
		b.open(h.url(path))
		b.running()
	}
	b.reads(job("a0offline"))
	b.shows(".bar .job-id code", "a0offline")
}

func useKeyboard(b *tab, _ *host) {
	b.followsTab("landing")
	b.reads(story(b.t, "seed-json", "callback.json"))
	b.followsTab("result")
}

func useTelephone(b *tab, h *host) {
	b.resize(380, 800)
	for _, s := range screens {
		s.show(b, h)
		b.fits(s.name)
	}
}

// doWithoutStorage reads a body where the browser keeps nothing for the page.
func doWithoutStorage(b *tab, _ *host) {
	// The first script puts a stand-in, a plain value, where a browser refuses.
	if !eval[bool](b, `Boolean(Object.getOwnPropertyDescriptor(window, "localStorage").value)`) {
		b.t.Fatal("the browser does not refuse storage")
	}
	b.reads(job("a0refused"))
	b.shows(".bar .job-id code", "a0refused")
	b.point(`.bar [data-do="lang"]`)
	b.shows(badge, "成功 · 依据 State")
	b.point(".bar .theme")
	b.shows(".bar .theme", "主题：浅色")
}

func refusingChromium(t testing.TB, _ engine) engine {
	dir := scratch(t)
	put(t, dir+"/Default/Preferences", `{"profile": {"default_content_setting_values": {"cookies": 2}}}`)
	ctx, stop, err := startBrowser(chromedp.UserDataDir(dir))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	return chromium{ctx}
}

func refusingFirefox(t testing.TB, browser engine) engine {
	fox := browser.(webDriver)
	const behaviour, refuseAll = "network.cookie.cookieBehavior", 2
	if err := fox.prefer(behaviour, refuseAll); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := fox.prefer(behaviour, nil); err != nil {
			t.Error(err)
		}
	})
	return fox
}

func refusingWebKit(t testing.TB, _ engine) engine {
	return startWebKit(t, "--enable-html5-local-storage=false")
}
