//go:build !js

package e2e

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	badge     = ".bar .badge"
	sideMarks = ".source-row.marked"
	tokenRows = ".tokens-table .token"
)

// The published cases: what every one of them tells.
func TestPublishedCases(t *testing.T) {
	t.Parallel()
	const id = "ac34be3aa0bf411ed9ce39d7cc972e427"
	for name, body := range map[string]string{
		"XML":             story(t, "seed-xml", "callback.xml"),
		"XML, other case": story(t, "seed-xml-case-1", "callback.xml"),
		"JSON":            story(t, "seed-json", "callback.json"),
	} {
		t.Run(name, func(t *testing.T) {
			tab := reading(t, body)
			tab.shows(badge, "Success · by Code")
			tab.shows(".bar .job-id code", id)
			if got := tab.title(); got != "Success · Word segmentation · Callback Lens" {
				t.Errorf("title of the tab: %q", got)
			}
			tab.facts(
				says{"Job", "Job ID", id},
				says{"Job", "State", ""},
				says{"Job", "Code", "Success"},
				says{"Job", "Message", "Success"},
				says{"Job", "Event", "TaskFinish"},
				says{"Times", "Duration", "ran 4 s from creation to end, as the body gives no start"},
				says{"Input", "Bucket", "test-123456789"},
				says{"Input", "Region", "ap-chongqing"},
				says{"Input", "Object", "text.txt"},
				says{"Input", "Address", "https://test-123456789.cos.ap-chongqing.myqcloud.com/text.txt"},
				says{"Operation", "Priority", "0 lowest priority (the default)"},
			)
			for name, value := range map[string]string{"NER method": "DL", "Granularity": "MIX"} {
				if got := tab.fact("Operation", name); !strings.HasPrefix(got, value+" the default") {
					t.Errorf("%s does not say what it is: %q", name, got)
				}
			}
			if got := tab.fact("Operation", "User data"); (got == "This is my WordsGeneralize job.") != (name != "JSON") {
				t.Errorf("user data: %q", got)
			}
			tab.shows(".card tbody tr:has(.category)", "交通 打车")
			tab.tokens(
				"1|今天|t|time word|0|2",
				"2|打车|v|verb|2|2",
				"3|花|v|verb|4|1",
				"4|60|nx|non-Chinese string|5|2",
				"5|元|q|measure word|7|1")
			tab.shows(".sentence .piece", "今天", "打车", "花", "60", "元")
			if tab.visible(`a[href*="myqcloud"]`) {
				t.Error("the object's address is a link that loads")
			}
		})
	}
}

const markInSight = `(() => {
	const row = document.querySelector(".source-row.marked").getBoundingClientRect();
	const pane = document.querySelector(".source-scroll").getBoundingClientRect();
	return row.top >= pane.top && row.bottom <= pane.bottom;
})()`

// The published JSON lacks a bracket where it should be: the page says what
// was mended, names the place and opens it.
func TestMendedLineOpensInTheSource(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-json", "callback.json"))
	tab.shows(".lead .remark-body", "Brackets closed in the wrong order: }] read as ]}. line 60, column 5")
	tab.click(".lead .place")
	tab.shows(sideMarks, "60 }]")
	if !eval[bool](tab, markInSight) {
		t.Error("the marked line is out of sight")
	}
	tab.click(`[data-do="lang"]`)
	tab.shows(".lead .place", "第 60 行第 5 列")
}

// Of a body that was packed, what a remark and a field lead to is a line of the
// unpacked text; the text as it was given can be chosen beside it.
func TestPlacesInAPackedBody(t *testing.T) {
	t.Parallel()
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, _ = w.Write([]byte("<Response>\n  <JobsDetail>\n    <JobId>a & b</JobId>\n    <State>Success</State>\n  </JobsDetail>\n</Response>\n"))
	_ = w.Close()
	tab := reading(t, base64.StdEncoding.EncodeToString(packed.Bytes()))
	tab.shows(".lead .place", "line 3, column 14 once unpacked")
	tab.click(".lead .place")
	tab.shows(sideMarks, "3 <JobId>a & b</JobId>")
	tab.side("facts")
	eval[chromedp.Void](tab, `void [...document.querySelectorAll(".fact")].find((f) => f.querySelector(".value")?.textContent === "Success").querySelector("[data-do^='place:source']").click()`)
	tab.shows(sideMarks, "4 <State>Success</State>")
	tab.wait(`document.querySelector(".source-text").selectedOptions[0].textContent.trim() === "gzip · 106 B"`)
	eval[chromedp.Void](tab, `void (() => {
		const choice = document.querySelector(".source-text");
		choice.value = 0;
		choice.dispatchEvent(new Event("change", { bubbles: true }));
	})()`)
	tab.wait(`document.querySelector(".source-row").innerText.includes("H4sI")`)
	tab.wait(seen(sideMarks))
}

// A badge says what it rests on. A message is never a status.
func TestBadgeSaysWhatItRestsOn(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	for _, c := range []struct{ fields, want string }{
		{`<State>Success</State><Code>Success</Code>`, "Success · by State"},
		{`<State>Failed</State><Code>Success</Code><Message>Success</Message>`, "Failed · by State"},
		{`<State>Running</State>`, "Running · by State"},
		{`<Code>Success</Code><Message>Failed</Message>`, "Success · by Code"},
		{`<Code>ParameterError</Code><Message>Success</Message>`, "Failed · by Code"},
		{`<Message>Success</Message>`, "No status"},
	} {
		id := "a0" + strings.Repeat("b", len(c.fields))
		tab.paste(`<Response><JobsDetail><JobId>` + id + `</JobId><Tag>WordsGeneralize</Tag>` + c.fields + `</JobsDetail></Response>`)
		tab.wait(`document.querySelector(".bar .job-id code")?.textContent === ` + quote(id))
		tab.shows(badge, c.want)
	}
}

// Times are shown as written, in the reader's zone as it was at that moment,
// and in UTC; a job that runs while the clocks change took what it took.
func TestTimesAcrossAChangeOfSummerTime(t *testing.T) {
	t.Parallel()
	h := serve(t, built, "")
	tab := profile(t)
	tab.resize(1440, 900)
	tab.zone("America/New_York")
	tab.open(h.url("/"))
	tab.running()
	tab.reads(`<Response><EventName>TaskFinish</EventName><JobsDetail><State>Success</State><JobId>a0clock</JobId>
		<CreationTime>2024-03-10T14:59:57+0800</CreationTime><StartTime>2024-03-10T14:59:58+0800</StartTime>
		<EndTime>2024-03-10T15:00:02+0800</EndTime></JobsDetail></Response>`)
	tab.facts(
		says{"Times", "Created", "2024-03-10T14:59:57+0800 2024-03-10 01:59:57 America/New_York, UTC-5 2024-03-10 06:59:57 UTC"},
		says{"Times", "Started", "2024-03-10T14:59:58+0800 2024-03-10 01:59:58 America/New_York, UTC-5 2024-03-10 06:59:58 UTC"},
		says{"Times", "Ended", "2024-03-10T15:00:02+0800 2024-03-10 03:00:02 America/New_York, UTC-4 2024-03-10 07:00:02 UTC"},
		says{"Times", "Duration", "waited 1 s ran 4 s from start to end"},
	)
	tab.shows(".bar .took", "ran 4 s")
}

// What has a copy button lies on the clipboard after it, and the page says so.
func TestCopy(t *testing.T) {
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	for what, want := range map[string]string{
		`.bar .job-id .copy`:                   "ac34be3aa0bf411ed9ce39d7cc972e427",
		`.copy[aria-label="Copy Address"]`:     "https://test-123456789.cos.ap-chongqing.myqcloud.com/text.txt",
		`.facts .copy[aria-label="Copy Word"]`: "打车",
	} {
		eval[chromedp.Void](tab, `void (document.getElementById("said").textContent = "")`)
		tab.point(what)
		tab.wait(`document.getElementById("said").textContent === "Copied"`)
		tab.focus(".tokens-filter")
		eval[chromedp.Void](tab, `document.activeElement.select()`)
		tab.command("paste")
		if got := eval[string](tab, `document.querySelector(".tokens-filter").value`); got != want {
			t.Errorf("%s copied %q, want %q", what, got, want)
		}
	}
}

func TestPartsOfSpeechInBothLanguages(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	tab.shows(".token-pos .token-name", "time word", "verb", "verb", "non-Chinese string", "measure word")
	tab.shows(".legend-name", "nouns and names", "verbs", "numerals and measures", "other")
	tab.click(`[data-do="lang"]`)
	tab.shows(".token-pos .token-name", "时间词", "动词", "动词", "非汉字串", "量词")
	tab.shows(".token-head > div", "序号", "词汇 Word", "词性 Pos", "偏移量 Offset", "长度 Length")
}

// A token that is chosen in the table is chosen in the sentence, and is where
// the source opens.
func TestTokenLeadsToItsPlace(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	tab.click(tokenRows + `[data-row="3"]`)
	tab.shows(".piece.chosen", "60")
	tab.key("4")
	tab.shows(sideMarks+" .line-number", "45", "46", "47", "48", "49", "50")
	tab.click(".sentence .piece")
	tab.shows(tokenRows+".chosen .token-word", "今天")
	tab.key(kb.Escape)
	tab.wait(`!document.querySelector(".piece.chosen, .token.chosen")`)
}

// A word, its row, the label that names it, its node of the tree and its bytes in the
// source are one thing: wherever it is chosen, it is chosen everywhere. What stands
// beside the text leaves its width alone.
func TestOneSelection(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	const here = `[aria-current=true]`
	wide := `document.querySelector(".sentence-scroll").clientWidth`
	before := eval[int](tab, wide)
	chosen := func(word string) {
		t.Helper()
		tab.shows(".piece[aria-selected=true]", word)
		tab.shows(tokenRows+"[aria-selected=true] .token-word", word)
	}
	tab.point(".piece[data-piece='1']")
	chosen("打车")
	tab.shows(".pairs tr"+here, "交通 打车")
	tab.key(kb.Escape)
	tab.wait(`!document.querySelector(".word-card")`)
	tab.key(kb.Escape)
	tab.wait(`!document.querySelector(".piece.chosen, .pairs ` + here + `")`)
	tab.click(".label-word")
	chosen("打车")
	tab.side("tree")
	tab.shows(".tree-row"+here+" .tree-name", "WordsGeneralizeLable")
	tab.point(tokenRows + `[data-row="4"]`)
	tab.shows(".tree-row.cursor"+here+" .tree-name", "WordsGeneralizeToken")
	tab.focus(".tree-scroll")
	tab.key(kb.ArrowDown, " ") // a field of it
	tab.shows(".tree-row"+here+" .tree-name", "Length")
	chosen("元")
	tab.side("source")
	tab.shows(".source-row"+here, "52 <Length>1</Length>")
	eval[chromedp.Void](tab, `void [...document.querySelectorAll(".source-row [data-at]")].find((e) => e.textContent === "60").click()`)
	tab.wait(`document.querySelector(".source-row` + here + `")?.innerText.includes("<Word>60")`)
	chosen("60")
	if got := eval[int](tab, wide); got != before {
		t.Errorf("the text is %d pixels wide beside the source, %d beside the facts", got, before)
	}

	tab.pull(".split", -144) // a tenth of the width
	tab.wait(`document.querySelector(".split").getAttribute("aria-valuenow") === "50" && ` + wide + ` < ` + quote(strconv.Itoa(before)))
	tab.focus(".split")
	tab.key(kb.ArrowRight, kb.PageUp, kb.PageUp)
	tab.wait(`document.querySelector(".split").getAttribute("aria-valuenow") === "70" && ` + wide + ` > ` + quote(strconv.Itoa(before)))
	tab.reload()
	tab.running()
	tab.reads(story(t, "seed-xml", "callback.xml"))
	tab.wait(`document.querySelector(".split").getAttribute("aria-valuenow") === "70"`)
	tab.focus(".split")
	tab.key(kb.Enter)
	tab.wait(wide + ` === ` + strconv.Itoa(before))
}

// Esc leads back to where a reader was led from, with the focus.
func TestEscapeLeadsBack(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-json", "callback.json"))
	button := `.facts .card:nth-child(2) [data-do^='place:source']`
	tab.wait(seen(button))
	do := eval[string](tab, seen(button)+`.dataset.do`)
	tab.focus(button)
	tab.key(kb.Enter)
	tab.wait(seen(sideMarks) + ` && document.activeElement.matches(".source-scroll")`)
	tab.key(kb.Escape)
	tab.wait(`document.activeElement.dataset.do === ` + quote(do) + ` && !document.querySelector(".fact.chosen")`)
	tab.point(".lead .place")
	tab.shows(sideMarks, "60 }]")
	tab.key(kb.Escape)
	tab.wait(`document.querySelector("main.result").dataset.side === "facts" && document.activeElement.matches(".lead .place")`)
}

// A line of the facts leads to the bytes that it was read from.
func TestFactLeadsToItsPlace(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	eval[chromedp.Void](tab, `void [...document.querySelectorAll(".fact")].find((f) => f.querySelector("dt").textContent === "Region").querySelector("[data-do^='place:source']").click()`)
	tab.shows(sideMarks, "11 <Region>ap-chongqing</Region>")
}

// Pointing at a word and reaching it by key tell the same; the legend lights
// a family and leads to its parts of speech.
func TestSentence(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	tab.hover(`.piece[data-piece="3"]`)
	tab.shows(".sentence-detail", "60 nx non-Chinese string Offset 5 Length 2 #4")
	tab.hover(".bar")
	tab.focus(".sentence-scroll")
	tab.key(kb.ArrowRight, kb.ArrowRight)
	tab.shows(".sentence-detail", "打车 v verb Offset 2 Length 2 #2")
	tab.shows(".word-card .card-names", "verb 动词 verbs")
	tab.key(kb.Escape)
	tab.wait(`!document.querySelector(".word-card") && document.activeElement.matches(".sentence-scroll")`)
	tab.key("g")
	tab.wait(`document.activeElement.matches(".offset-field")`)
	tab.key("x", kb.Enter)
	tab.shows(".notices .notice", "“x” is no offset: these are whole numbers from 0 on.")
	tab.key(kb.Backspace, "-", "1", kb.Enter)
	tab.shows(".notices .notice", "“-1” is no offset: these are whole numbers from 0 on.")
	tab.key(kb.Backspace, kb.Backspace, "6", kb.Enter)
	tab.shows(".piece.chosen", "60")
	tab.shows(".notices .notice")
	tab.resize(380, 800)
	tab.wait(`document.querySelector(".small-offsets .row-offset")?.innerText === "0"`)
	tab.point(".piece[data-piece='2']")
	tab.shows("dialog.word-card .card-names", "verb 动词 verbs")
	tab.point(".card-steps [data-step='3']")
	tab.shows("dialog.word-card .card-word", "60 nx")
	tab.shows(".piece.chosen", "60")
	tab.key(kb.Escape)
	tab.wait(`!document.querySelector(".word-card") && document.activeElement.matches(".sentence-scroll")`)
	tab.point(".piece[data-piece='0']")
	tab.shows("dialog.word-card .card-word", "今天 t")
	tab.point(".bar .kind") // beside the sheet
	tab.wait(`!document.querySelector(".word-card") && document.activeElement.matches(".sentence-scroll")`)
	tab.point(".to-offset") // there is a field as long as an offset is typed
	tab.wait(`document.activeElement.matches(".offset-field") && document.activeElement.clientWidth > 200`)
	tab.key("4", kb.Enter)
	tab.shows(".piece.chosen", "花")
	tab.wait(`document.querySelector(".offset-field").offsetWidth < 5`)
	tab.resize(1440, 900)

}

// The legend, the list of tags, the parts of speech below the text and the table say the
// same: among how many families one likes.
func TestLegendAndTagsAgree(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	agree := func(listed string, words ...string) {
		t.Helper()
		tab.shows(".piece:not(.dim)", words...)
		tab.shows(tokenRows+" .token-word", words...)
		tab.wait(`document.querySelector(".tokens-tags").selectedOptions[0].text.startsWith(` + quote(listed) + `)`)
	}
	tab.click(".legend-item.pos-verb")
	agree("v verb", "打车", "花")
	tab.shows(".lit-tag[aria-pressed=true]", "v verb 2")
	tab.click(".legend-item.pos-number")
	agree("2 tags", "打车", "花", "元")
	tab.shows(".legend-item[aria-pressed=true] .legend-name", "verbs", "numerals and measures")
	tab.click(".legend-item.pos-verb")
	agree("q measure word", "元")
	eval[chromedp.Void](tab, `void (() => { const s = document.querySelector(".tokens-tags"); s.value = "t"; s.dispatchEvent(new Event("change", { bubbles: true })); })()`)
	agree("t time word", "今天")
	tab.shows(".legend-item[aria-pressed=true] .legend-name", "nouns and names")
	tab.click(".legend-item[aria-pressed=true]")
	agree("All tags", "今天", "打车", "花", "60", "元")
	tab.shows(".legend-item[aria-pressed=true]")
}

// Where no token stands, the sentence shows a gap and says how long it is.
func TestGapsAreSeen(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "tokens-apart", "body.xml"))
	tab.wait(seen(".piece.gap"))
	if got := tab.texts(".piece.gap"); len(got) == 0 || got[0] != "␣×2" {
		t.Errorf("gaps: %q", got)
	}
	tab.hover(".piece.gap")
	tab.shows(".sentence-detail", "gap: no token covers 2 characters from offset 1 on")
	if !tab.visible(".lane") {
		t.Error("no overlap is seen")
	}
}

// tokensShown is each token in sight, a string of its cells' parts.
const tokensShown = `[...document.querySelectorAll(".tokens-table .token")].map((row) =>
	[...row.querySelectorAll(":scope > div:not(.token-pos), .token-pos > *")].map((e) => e.innerText).join("|"))`

const lastToken = tokensShown + `.pop()`

// tokens waits until the table shows exactly these tokens.
func (b *tab) tokens(want ...string) {
	b.t.Helper()
	b.wait(tokensShown + `.join() === ` + quoteAll(want) + `.join()`)
}

// many is a body of n tokens, as an expression of the page: it is too large to
// be sent there each time.
const many = `((n) => "<Response><EventName>TaskFinish</EventName><JobsDetail><JobId>a0many</JobId><State>Success</State><Tag>WordsGeneralize</Tag><Operation><WordsGeneralizeResult>" +
	Array.from({ length: n }, (_, i) => "<WordsGeneralizeToken><Length>2</Length><Offset>" + 2 * i + "</Offset><Pos>" + (i % 2 ? "v" : "n") + "</Pos><Word>" + (i % 2 ? "打车" : "今天") + "</Word></WordsGeneralizeToken>").join("") +
	"</WordsGeneralizeResult></Operation></JobsDetail></Response>")`

// A hundred thousand rows stay usable: few of them are drawn, and the last is
// one key away.
func TestHundredThousandTokens(t *testing.T) {
	tab := desk(t)
	tab.pasteItems(`data.setData("text/plain", ` + many + `(100000))`)
	tab.wait(`document.querySelector(".result .tokens-table")?.getAttribute("aria-rowcount") === "100001"`)
	tab.whole()
	tab.focus(".tokens-table")
	tab.key(kb.End)
	tab.wait(lastToken + ` === "100000|打车|v|verb|199998|2"`)
	if n := eval[int](tab, `document.querySelectorAll(".result *").length`); n > 4000 {
		t.Errorf("%d elements are drawn", n)
	}
	tab.typeInto(".tokens-filter", "打")
	tab.shows(".tokens-count", "50,000 of 100,000 tokens")
}
