//go:build !js

package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Every example is one click away and shows what its chip promises.
func TestExamples(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	for _, c := range []struct{ name, chip, badge, title, sees string }{
		{"xml", "Segmentation · XML", "Success · by Code", "Success · Word segmentation · Callback Lens", "打车"},
		{"json", "JSON (as published)", "Success · by Code", "Success · Word segmentation · Callback Lens", "line 60"},
		{"workflow", "From a workflow", "Success · by State", "Success · Word segmentation · Callback Lens", "review-analysis"},
		{"failed", "Failed job", "Failed · by State", "Failed · Word segmentation · Callback Lens", "The job failed; there is no result."},
		{"jobs", "Several jobs", "Success · by State", "Success · Word segmentation · Callback Lens", "3 jobs"},
	} {
		tab.shows(`.chip[data-example="`+c.name+`"]`, c.chip)
		tab.click(`.chip[data-example="` + c.name + `"]`)
		tab.whole()
		tab.shows(badge, c.badge)
		tab.sees(c.sees)
		if got := tab.title(); got != c.title {
			t.Errorf("%s: title %q, want %q", c.name, got, c.title)
		}
		tab.click(`.bar-buttons [data-do="new"]`)
		tab.wait(`document.querySelector("main.landing")`)
	}
}

// Several jobs in one body are chosen by pointer, by the arrows in their list,
// and by j and k anywhere; everything else follows.
func TestSeveralJobs(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	tab.click(`[data-example="jobs"]`)
	tab.whole()
	tab.shows(".jobs h2", "3 jobs")
	tab.shows(".job .job-name", "mail/001.txt", "mail/002.txt", "mail/003.png")
	chosen := func(id string) {
		t.Helper()
		tab.shows(".jobs [aria-current=true] .job-detail", id)
		tab.shows(".bar .job-id code", id)
		if got := tab.fact("Job", "Job ID"); got != id {
			t.Errorf("job %q in the facts, want %q", got, id)
		}
	}
	const first, second, third = "a1793b1509b0d11ef8021525400112233", "a18c4de509b0d11ef8022525400112233", "a1a8ea1d09b0d11ef8023525400112233"
	chosen(first)
	tab.click(".jobs .job:nth-child(2)")
	chosen(second)
	tab.shows(tokenRows+`[data-row="0"] .token-word`, "快递")
	tab.key("j")
	chosen(third)
	tab.shows(badge, "Failed · by State")
	tab.sees("Only text can be segmented.")
	tab.key("k", "k")
	chosen(first)
	tab.key("c") // compares it with another one, and the way back leads to where one was
	tab.click(`.compare-job`)
	tab.shows(".compare-about code", first, second)
	tab.key("j")
	tab.shows(".compare-spot", "Difference 1 of 15")
	tab.shows(`.compare-row[aria-selected="true"] .compare-sort`, "changed")
	tab.paste(story(t, "workflow-in-response", "body.xml")) // which takes its place, as both sides are chosen
	tab.shows(".bar .job-id code", "alens-0001")
	tab.whole()
	eval[chromedp.Void](tab, `void history.back()`)
	tab.shows(".compare-about code", first, second)
	tab.click(`[data-do="change:1"]`)
	tab.paste("nothing to be read")
	tab.sees("the comparison stays as it is")
	tab.paste(story(t, "workflow-in-response", "body.xml"))
	tab.shows(".compare-about code", first, "alens-0001")
	tab.key(kb.Escape)
	chosen(first)
	tab.focus(".jobs-table")
	tab.key(kb.ArrowDown)
	chosen(second)
	if !eval[bool](tab, `document.activeElement.getAttribute("aria-activedescendant") === document.querySelector(".jobs [aria-current=true]").id`) {
		t.Error("the focus does not follow the chosen job")
	}
	tab.click(`.jobs [data-switch="0"]`) // failed only
	tab.shows(".job .job-name", "mail/003.png")
	tab.key("j")
	chosen(third)
	tab.typeInto(".jobs-filter", "nowhere")
	tab.shows(".jobs-none", "No job matches.")
}

// A failed job says why: its code, what the code means, and its message.
func TestFailedJob(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	tab.click(`[data-example="failed"]`)
	tab.whole()
	tab.shows(badge, "Failed · by State")
	tab.shows(".no-result", "The job failed; there is no result. Code ResourceDownloadFailed the input could not be downloaded Message Download source object failed.")
	tab.facts(
		says{"Times", "Duration", "waited 2 s ran 32 s from start to end"},
		says{"Job", "Queue ID", "p0c9d8e7f6a5b4c3d8e2f1a0b9c8d7e6f"},
	)
}

// The published page names two places for the workflow: the card says which of
// them it was.
func TestWorkflowSaysWhereItStood(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	tab.click(`[data-example="workflow"]`)
	tab.whole()
	tab.facts(
		says{"Workflow", "Name", "review-analysis"},
		says{"Workflow", "Node", "WordsGeneralize_1711850000000"},
		says{"Workflow", "Run ID", "i1dd00850ef0211ee9a2b525400a1b2c3"},
		says{"Workflow", "Workflow ID", "w5d2e8f7061b94c2f8a3e7d9c0b1a2f34"},
		says{"Workflow", "", "from Response.JobsDetail.Workflow"},
	)
	tab.paste(story(t, "workflow-in-response", "body.xml"))
	tab.shows(".bar .job-id code", "alens-0001")
	tab.whole()
	tab.facts(
		says{"Workflow", "Name", "nightly"},
		says{"Workflow", "Run ID", "i-run-7"},
		says{"Workflow", "", "from Response.Workflow"},
	)
}

// Custom headers are one table, sent as a list or as a map; an object's name is
// escaped in its address.
func TestCosHeadersAsListAndMap(t *testing.T) {
	t.Parallel()
	tab := desk(t)
	tab.click(`[data-example="workflow"]`)
	tab.whole()
	rows := `:not(.charts) > .card tbody tr:has(th[scope="row"])`
	tab.shows(rows, "EventName cos:ObjectCreated:Put", "Size 121", "Content-Type text/plain; charset=utf-8", "x-cos-meta-channel mini-program")
	tab.facts(says{"Input", "Address", "https://reviews-1300000001.cos.ap-shanghai.myqcloud.com/comments/2024-03/%E8%AF%84%E8%AE%BA%207.txt"})
	tab.paste(story(t, "headers-as-map", "body.json"))
	tab.shows(".bar .job-id code", "alens-0001")
	tab.whole()
	tab.shows(rows, "x-cos-meta-id 7", "Size 1024")
}
