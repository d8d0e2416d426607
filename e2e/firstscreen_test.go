//go:build !js

package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// sorted is a body of n tokens whose fields stand in the order of their names,
// as services send them: state and tag come behind the tokens.
const sorted = `((n) => "<Response><EventName>TaskFinish</EventName><JobsDetail><Code>Success</Code><CreationTime>2022-07-25T16:35:39+0800</CreationTime><EndTime>2022-07-25T16:35:43+0800</EndTime>" +
	"<Input><BucketId>lens-1250000000</BucketId><Object>text.txt</Object><Region>ap-chongqing</Region></Input><JobId>a0sorted</JobId><Message>Failed</Message><Operation><WordsGeneralizeResult>" +
	"<WordsGeneralizeLable><Category>x</Category><Word>last</Word></WordsGeneralizeLable>" +
	Array.from({ length: n }, (_, i) => "<WordsGeneralizeToken><Length>2</Length><Offset>" + 2 * i + "</Offset><Pos>" + (i % 2 ? "v" : "n") + "</Pos><Word>" + (i % 2 ? "打车" : "今天") + "</Word></WordsGeneralizeToken>").join("") +
	"<WordsGeneralizeToken><Length>4</Length><Offset>" + 2 * n + "</Offset><Pos>n</Pos><Word>last</Word></WordsGeneralizeToken>" +
	"</WordsGeneralizeResult></Operation><StartTime>2022-07-25T16:35:40+0800</StartTime><State>Failed</State><Tag>WordsGeneralize</Tag></JobsDetail></Response>")`

// spots are where the parts of the first screen lie.
const spots = `[".bar", ".job-id", ".sentence", ".sentence-row", ".tokens-bar", ".token", ".facts .card", ".facts .fact"].map((s) => {
	const { x, y } = document.querySelector(".at-result " + s).getBoundingClientRect();
	return s + " " + Math.round(x) + "," + Math.round(y);
}).join("; ")`

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
			for (const e of document.querySelectorAll(".at-result :is(.remark-count, .lead li, .took, .badge-by)")) heard.add(e.innerText);
		}).observe(document.body, { subtree: true, childList: true, characterData: true });
	})()`)
	tab.pasteItems(`data.setData("text/plain", ` + sorted + `(100000))`)
	tab.shows(".summary .badge", "Reading")
	tab.shows(".bar .job-id code", "a0sorted")
	tab.wait(tokensShown + `[0] === "1|今天|n|noun|0|2"`)
	tab.shows(".facts dl.list .fact:first-child .value", "a0sorted", "lens-1250000000")
	before := eval[string](tab, spots)
	tab.click(`.token[data-row="2"]`)
	tab.wait(seen(`.token.chosen[data-row="2"]`))
	tab.focus(".tokens-filter")

	tab.slowly(1)
	tab.shows(".summary .badge", "Failed · by State")
	tab.wait(`document.querySelector(".tokens-table").getAttribute("aria-rowcount") === "100002"`)
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
	tab.sees("3 remarks")
}

// A body that ends in the middle is said to be cut when its end is reached, not
// before, and above the result if nobody is at it.
func TestCutIsSaidOfTheEnd(t *testing.T) {
	tab := desk(t)
	tab.pasteItems(`data.setData("text/plain", ` + many + `(50000).slice(0, -150))`)
	tab.whole()
	tab.wait(`document.querySelector(".lead .remark-body")?.innerText.includes("cut")`)
	tab.shows(".tokens-count", "50,000 tokens")
}
