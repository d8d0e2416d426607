//go:build !js

package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// tagged returns a segmentation with a word for each of some tags, one after the other.
func tagged(id string, tags ...string) string {
	var tokens []string
	for i, tag := range tags {
		tokens = append(tokens, fmt.Sprintf(`{"Word":"词语","Pos":%q,"Offset":"%d","Length":"2"}`, tag, 2*i))
	}
	return listed(id, `"Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[`+strings.Join(tokens, ",")+`]}}`)
}

// Whatever a service calls its parts of speech, none is written over its neighbour.
func TestTagsHaveTheirRoomBelowTheText(t *testing.T) {
	t.Parallel()
	tab := reading(t, tagged("a0tags", "n", "prop_quantity_of_something_long", "v", "PROPN", "prop_quantity_of_something_long", "nrf", "m", "VERB_TRANSITIVE"))
	for _, width := range []int64{1440, 768, 380} {
		tab.resize(width, 900)
		tab.wait(`innerWidth === ` + fmt.Sprint(width))
		tab.wait(`(() => {
			const line = document.createElement("canvas").getContext("2d");
			const pieces = [...document.querySelectorAll(".sentence-scroll .piece")];
			return pieces.length === 8 && pieces.every((piece) => {
				const tag = getComputedStyle(piece, "::after");
				line.font = tag.font;
				const box = piece.getBoundingClientRect(), scroll = document.querySelector(".sentence-scroll").getBoundingClientRect();
				return box.width + 1 >= line.measureText(piece.dataset.tag).width && box.right <= scroll.right + 1;
			});
		})()`)
	}
}

// Where colours are the reader's own, what is chosen can be read.
func TestWhatIsChosenIsReadInForcedColours(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	tab.prefers("forced-colors", "active")
	tab.click(`.piece[data-piece="1"]`)
	tab.shows(".token.chosen .token-word", "打车")
	for _, chosen := range []string{".piece.chosen", ".token.chosen"} {
		if same := eval[string](tab, `(() => {
			const probe = document.createElement("i");
			probe.className = "sign";
			document.querySelector(`+quote(chosen)+`).append(probe);
			Object.assign(probe.style, { forcedColorAdjust: "none", background: "Highlight", color: "HighlightText" });
			const want = getComputedStyle(probe), is = getComputedStyle(document.querySelector(`+quote(chosen)+`));
			const told = is.backgroundColor === want.backgroundColor && is.color === want.color ? "" : is.color + " on " + is.backgroundColor + ", want " + want.color + " on " + want.backgroundColor;
			probe.remove();
			return told;
		})()`); same != "" {
			t.Errorf("%s: %s", chosen, same)
		}
	}
}

// On a telephone a label stands beside the value that it names, and buttons beside it, too.
func TestLabelsStandBesideTheirValues(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"failed": listed("a0failed", `"Code":"InvalidArgument","Message":"the object is not a text that can be segmented"`),
		"review": story(t, "review", "violation.json"),
	} {
		tab := profile(t)
		tab.resize(380, 800)
		h := serve(t, built, "")
		tab.open(h.url("/"))
		tab.running()
		tab.reads(strings.Replace(body, `"State":"Success","Code":"InvalidArgument"`, `"State":"Failed","Code":"InvalidArgument"`, 1))
		tab.whole()
		if got := eval[[]string](tab, `[...document.querySelectorAll(".pane-main .fact:not(.nested)")].filter((fact) => {
			const said = fact.querySelector(".said"), label = fact.querySelector("dt").getBoundingClientRect();
			if (!said || !said.checkVisibility()) return false;
			const value = said.getBoundingClientRect();
			return label.top > value.bottom - 8 || value.top > label.bottom - 8 || fact.offsetHeight > Math.max(label.height, value.height, 40) + 8;
		}).map((fact) => fact.innerText)`); len(got) > 0 {
			t.Errorf("%s: apart are %q", name, got)
		}
	}
}

// A row of the tree that was chosen elsewhere shows what is in it, and a long path its end.
func TestAChosenRowOfTheTreeIsRead(t *testing.T) {
	t.Parallel()
	tab := reading(t, story(t, "seed-xml", "callback.xml"))
	tab.side("tree")
	tab.click(`.piece[data-piece="3"]`)
	tab.shows(".tree-row.cursor .tree-name", "WordsGeneralizeToken")
	tab.wait(`getComputedStyle(document.querySelector(".tree-row.cursor .tree-actions")).visibility === "hidden"`)
	tab.focus(".tree-scroll")
	tab.wait(`getComputedStyle(document.querySelector(".tree-row.cursor .tree-actions")).visibility === "visible"`)
	tab.resize(380, 800)
	tab.click(".tab-tree")
	tab.wait(seen(".tree-path"))
	tab.wait(`(() => {
		const path = document.querySelector(".tree-path"), range = document.createRange();
		range.selectNodeContents(path);
		return range.getBoundingClientRect().right <= path.getBoundingClientRect().right + 1;
	})()`)
}

// Back leads to a callback as it was left: its text and its table are where they were. That
// of another callback begins at its beginning.
func TestBackLeadsToTheSamePlace(t *testing.T) {
	t.Parallel()
	tab := reading(t, lists["parts of speech"]("a0first", 3000))
	tab.wait(`document.querySelector(".text-map")`)
	scrolls := func(text, table int) string {
		return fmt.Sprintf(`Math.abs(document.querySelector(".sentence-scroll").scrollTop - %d) < 46 && Math.abs(document.querySelector(".tokens-scroll").scrollTop - %d) < 32`, text, table)
	}
	eval[chromedp.Void](tab, `void (document.querySelector(".sentence-scroll").scrollTop = 920, document.querySelector(".tokens-scroll").scrollTop = 6400)`)
	tab.wait(`+document.querySelector(".token .token-number").innerText > 100`)
	tab.paste(lists["parts of speech"]("a0second", 3000))
	tab.shows(".bar .job-id code", "a0second")
	tab.whole()
	tab.wait(scrolls(0, 0))
	eval[chromedp.Void](tab, `history.back()`)
	tab.shows(".bar .job-id code", "a0first")
	tab.wait(scrolls(920, 6400))
	tab.key("n")
	tab.wait(`document.querySelector(".at-landing")`)
	eval[chromedp.Void](tab, `history.back()`)
	tab.shows(".bar .job-id code", "a0first")
	tab.wait(scrolls(920, 6400))
}

// Each view begins at its top, and is found again where it was left.
func TestEachViewHasAScrollOfItsOwn(t *testing.T) {
	t.Parallel()
	body := func(id string) string {
		tokens := strings.TrimSuffix(times(300, `{"Word":"词#","Pos":"n"},{"Word":"走#","Pos":"v"}`, ",")+",", ",")
		return listed(id, times(40, `"Field#":"v#"`, ",")+`,"Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[`+tokens+`]}}`)
	}
	tab := desk(t)
	scrolled := `((by) => {
		const pane = document.querySelector("main .pane-side");
		if (by && pane.scrollHeight > pane.clientHeight && getComputedStyle(pane).overflowY === "auto") pane.scrollTop = by;
		else if (by) scrollTo(0, by);
		return Math.round(pane.scrollTop + scrollY);
	})`
	at := func(size, view string, want int) {
		t.Helper()
		tab.click(".tab-" + view)
		tab.wait(`document.querySelector("main.result").dataset.side === ` + quote(view))
		if err := tab.within(3*time.Second, fmt.Sprintf(`%s() === %d`, scrolled, want)); err != nil {
			t.Errorf("%s: %s is scrolled by %d pixels, want %d", size, view, eval[int](tab, scrolled+`()`), want)
		}
	}
	for _, size := range [][2]int64{{1440, 420}, {900, 420}, {380, 640}} {
		tab.paste(body(fmt.Sprint("a0wide", size[0])))
		tab.shows(".bar .job-id code", fmt.Sprint("a0wide", size[0]))
		tab.whole()
		tab.resize(size[0], size[1])
		tab.wait(`innerWidth === ` + fmt.Sprint(size[0]))
		name := fmt.Sprint(size[0], " pixels")
		at(name, "facts", 0)
		tab.wait(scrolled + `(60) > 0`)
		facts := eval[int](tab, scrolled+`()`)
		at(name, "charts", 0)
		tab.wait(`document.querySelectorAll(".pane-side .chart").length > 3 && ` + scrolled + `(200) > 0`) // once they are counted
		charts := eval[int](tab, scrolled+`()`)
		at(name, "tree", 0)
		at(name, "facts", facts)
		at(name, "charts", charts)
	}
}
