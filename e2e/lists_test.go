//go:build !js

package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// times writes a text n times, with its number in the place of #.
func times(n int, text, between string) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(between)
		}
		b.WriteString(strings.ReplaceAll(text, "#", fmt.Sprint(i)))
	}
	return b.String()
}

// listed returns a job of an id with members.
func listed(id, members string) string {
	return `{"EventName":"TaskFinish","JobsDetail":[{"JobId":"` + id + `","Tag":"WordsGeneralize","State":"Success",` + members + `}]}`
}

// lists are bodies with n of what the page lists.
var lists = map[string]func(id string, n int) string{
	"unknown fields": func(id string, n int) string { return listed(id, times(n, `"Field#":"v#"`, ",")) },
	"headers": func(id string, n int) string {
		return listed(id, `"Input":{"CosHeaders":[`+times(n, `{"Key":"k#","Value":"v#"}`, ",")+`]}`)
	},
	"labels": func(id string, n int) string {
		return listed(id, `"Operation":{"WordsGeneralizeResult":{"WordsGeneralizeLable":[`+times(n, `{"Category":"c#","Word":"w#"}`, ",")+`]}}`)
	},
	"parts of speech": func(id string, n int) string {
		return listed(id, `"Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[`+times(n, `{"Word":"a","Pos":"n#","Offset":"#","Length":"1"}`, ",")+`]}}`)
	},
	"jobs": func(id string, n int) string {
		return `{"JobsDetail":[` + times(n, `{"JobId":"`+id+`-#","Tag":"WordsGeneralize","State":"Success"}`, ",") + `]}`
	},
	"results": func(id string, n int) string {
		return listed(id, `"Operation":{`+times(n, `"Some#Result":{"a":"1"}`, ",")+`}`)
	},
	"rows": func(id string, n int) string {
		return listed(id, `"Operation":{"DocProcessResult":{"PageInfo":[`+times(n, `{"a":"#","b":{},"c":"1","d":"2"}`, ",")+`]}}`)
	},
	"remarks": func(id string, n int) string { return listed(id, times(n, `"a#":x#`, ",")) },
	"wrappers": func(id string, n int) string {
		return times(n, "POST /# HTTP/1.1\r\nHost: a\r\n\r\n<Response><JobsDetail><JobId>"+id+"-#</JobId></JobsDetail></Response>", "\r\n")
	},
}

// change is how long it takes to bring a view to the side and to paint it, in
// milliseconds: the median of some.
func (b *tab) change(view string) float64 {
	b.t.Helper()
	var took []float64
	for range 5 {
		b.side("source")
		took = append(took, eval[float64](b, `(async () => {
			const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
			const begin = performance.now();
			document.querySelector(".tab-`+view+`").click();
			while (document.querySelector("main.result").dataset.side !== `+quote(view)+`) await frame();
			await frame();
			return performance.now() - begin;
		})()`))
	}
	slices.Sort(took)
	return took[len(took)/2]
}

// However long a list is, the page stays small and changes its views as fast as
// with a short one.
func TestLongLists(t *testing.T) {
	const few, many, most = 100, 10_000, 5000
	for _, name := range some(lists, 2) {
		body := lists[name]
		t.Run(name, func(t *testing.T) {
			tab := desk(t)
			changes := map[string][]float64{}
			for _, n := range []int{few, many} {
				id := fmt.Sprint("a0list", n)
				tab.paste(body(id, n))
				tab.wait(`document.querySelector(".bar .job-id code")?.textContent.startsWith(` + quote(id) + `)`)
				tab.whole()
				tab.wait(`!document.querySelector(".progress:not([hidden])")`)
				for _, view := range []string{"facts", "tree", "source", "remarks"} {
					tab.side(view)
					tab.wait(`document.querySelector(".pane-side").innerText.length > 10`)
					if elements := eval[int](tab, `document.getElementsByTagName("*").length`); elements > most {
						t.Errorf("%d %s: %d elements beside %s", n, name, elements, view)
					}
				}
				for _, view := range []string{"facts", "tree", "remarks"} {
					changes[view] = append(changes[view], tab.change(view))
				}
			}
			for view, took := range changes {
				t.Logf("%s: %.0f ms with %d, %.0f ms with %d", view, took[0], few, took[1], many)
				if took[1] > 3*max(took[0], 16) {
					t.Errorf("%s takes %.0f ms with %d %s, %.0f ms with %d", view, took[1], many, name, took[0], few)
				}
			}
		})
	}
}

// What is left out of the facts is one step away in the tree, and all of it is
// within reach of the keys there.
func TestLeftOutIsInTheTree(t *testing.T) {
	t.Parallel()
	tab := reading(t, lists["unknown fields"]("a0left", 10_000))
	tab.shows(".facts .more", "9,900 more in the tree")
	tab.click(".facts .more")
	tab.shows(".tree-row.cursor .tree-name", "Field100")
	tab.focus(".tree-scroll")
	tab.key(kb.End)
	tab.shows(".tree-row.cursor .tree-name", "Field9999")
	tab.typeInto(".tree-find", "Field5000")
	tab.shows(".tree-row.cursor .tree-name", "Field5000")
}

// Of many jobs each is within reach of the pointer and of the keys.
func TestManyJobs(t *testing.T) {
	tab := reading(t, lists["jobs"]("a0many", 10_000))
	tab.shows(".jobs h2", "10,000 jobs")
	eval[chromedp.Void](tab, `void (document.querySelector(".jobs-list").scrollTop = 1e9)`)
	tab.wait(`[...document.querySelectorAll(".job-detail")].some((e) => e.innerText === "a0many-9999")`)
	eval[chromedp.Void](tab, `void [...document.querySelectorAll(".job")].find((e) => e.innerText.includes("a0many-9999")).click()`)
	tab.shows(".bar .job-id code", "a0many-9999")
	tab.key("k", "k")
	tab.shows(".jobs [aria-current=true] .job-detail", "a0many-9997")
	tab.focus(".jobs-table")
	tab.key(kb.ArrowUp)
	tab.shows(".bar .job-id code", "a0many-9996")
	if !eval[bool](tab, `(() => {
		const row = document.querySelector(".jobs [aria-current=true]"), list = document.querySelector(".jobs-list").getBoundingClientRect();
		const r = row.getBoundingClientRect();
		return document.activeElement.getAttribute("aria-activedescendant") === row.id && r.top >= list.top - 1 && r.bottom <= list.bottom + 1;
	})()`) {
		t.Error("the chosen job is out of sight, or the focus is elsewhere")
	}
}
