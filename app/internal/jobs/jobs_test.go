package jobs

import (
	"fmt"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser/lang"
)

func TestMeasuresAreThoseOfTheStyleSheet(t *testing.T) {
	apptest.WantStyles(t, "jobs.css", fmt.Sprintf("--row: %dpx;", rowHeight), fmt.Sprintf("--head: %dpx;", headHeight),
		fmt.Sprintf("--row: %dpx;", tallRow))
}

// job is a job with an id and a state, and more of it.
func job(id, state, more string) string {
	return "<JobsDetail><JobId>" + id + "</JobId><Tag>WordsGeneralize</Tag><State>" + state + "</State>" + more + "</JobsDetail>"
}

func page(t testing.TB, jobs ...string) *model.Page {
	return model.NewResult(apptest.Inspected(t,
		"<Response><EventName>TaskFinish</EventName>"+strings.Join(jobs, "\n")+"</Response>"), lang.EN)
}

// some are five jobs: a failed one, one that came twice, and one that came again with
// other bytes.
func some(t testing.TB) *model.Page {
	times := func(start, end string) string {
		return "<StartTime>2024-01-0" + start + "T10:00:00+0800</StartTime><EndTime>2024-01-0" + end + "T10:00:00+0800</EndTime>"
	}
	object := func(name string) string { return "<Input><Object>" + name + "</Object></Input>" }
	return page(t,
		job("a", "Success", times("3", "4")+object("z.txt")),
		job("b", "Failed", "<Code>Success</Code>"+times("1", "4")+object("y.txt")),
		job("a", "Success", times("3", "4")+object("z.txt")),
		job("c", "Running", ""),
		job("a", "Success", object("z.txt")))
}

// ids returns the numbers of the entries that are listed, counted from 1.
func ids(s *state) string {
	var all []string
	for row := range s.len() {
		all = append(all, fmt.Sprint(s.at(row)+1))
	}
	return strings.Join(all, " ")
}

func TestFilterAndOrder(t *testing.T) {
	p := some(t)
	for _, c := range []struct {
		what string
		set  state
		want string
	}{
		{"all", state{}, "1 2 3 4 5"},
		{"a part of an object, in capitals", state{text: "Z.T"}, "1 3 5"},
		{"the same in full width", state{text: "Ｚ．ｔ"}, "1 3 5"},
		{"two words", state{text: "success z.txt"}, "1 3 5"},
		{"a status in words", state{text: "failed"}, "2"},
		{"a kind in words", state{text: "segmentation c"}, "1 2 3 4 5"},
		{"nothing that is there", state{text: "nowhere"}, ""},
		{"failed ones", state{failedOnly: true}, "2"},
		{"repeats folded", state{folded: true}, "1 2 4 5"},
		{"by object, those without one last", state{by: columnObject}, "2 1 3 5 4"},
		{"by object downwards, those without one last", state{by: columnObject, descending: true}, "1 3 5 2 4"},
		{"by duration", state{by: columnTook}, "1 3 2 4 5"},
		{"by remarks downwards", state{by: columnRemarks, descending: true}, "2 3 4 5 1"},
		{"from the last", state{descending: true}, "5 4 3 2 1"},
	} {
		s := c.set
		s.index = stateOf(p).index
		s.arrange(p)
		if got := ids(&s); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

func TestRepeatsAreThoseOfTheSameBytes(t *testing.T) {
	p := some(t)
	s := stateOf(p)
	if s.repeats != 1 || s.failed != 1 || s.times[0] != 1 {
		t.Errorf("%d repeats, %d failed, %d of the first", s.repeats, s.failed, s.times[0])
	}
	apptest.WantAll(t, apptest.Drawn(t, &View{P: p}), "5 jobs", "Failed only", "Fold repeats",
		"Same ID and content as job 1: perhaps delivered twice", "2 jobs have this ID and content",
		"Same ID as job 1, not the same bytes", "01-04 10:00:00", "3 d 0 h", "Warning · 1 remark")
}

// j and k go along the rows that are listed, and back to them from a job that is not.
func TestStepsFollowTheList(t *testing.T) {
	p := some(t)
	s := stateOf(p)
	if got := Step(p, -1); got != "" {
		t.Errorf("before the first is %q", got)
	}
	s.by, s.descending = columnObject, true // 1 3 5 2 4
	s.arrange(p)
	walked := ""
	for range 5 {
		action := Step(p, 1)
		walked += " " + action
		p.Perform(action)
	}
	if want := " job:0:2 job:0:4 job:0:1 job:0:3 "; walked != want {
		t.Errorf("walked%q, want%q", walked, want)
	}
	s.failedOnly = true
	s.arrange(p)
	if got := Step(p, 1); got != "job:0:1" {
		t.Errorf("from a job that is not listed leads %q", got)
	}
}

// What a reader has made of the list stays with the body.
func TestTheListStaysAsItWas(t *testing.T) {
	p := some(t)
	s := stateOf(p)
	s.text, s.by = "z.txt", columnID
	s.arrange(p)
	before := p.Body
	p.Open(page(t, job("d", "Success", ""), job("e", "Success", "")).Body.Report, model.Given{})
	if got := ids(stateOf(p)); got != "1 2" {
		t.Errorf("of another body are listed %s", got)
	}
	p.Body = before
	if got := ids(stateOf(p)); got != "1 3 5" {
		t.Errorf("afterwards are listed %s", got)
	}
}

func TestOneJobHasNoList(t *testing.T) {
	if got := goapp.HTMLString(&View{P: page(t, job("a", "Success", ""))}); !strings.Contains(got, "hidden") {
		t.Errorf("one job is listed: %s", got)
	}
}

// many is a page with n jobs, each with all that the list shows.
func many(t testing.TB, n int) *model.Page {
	jobs := make([]string, n)
	for i := range jobs {
		jobs[i] = job(fmt.Sprintf("j%d", i*7919%n), []string{"Success", "Failed"}[i%2],
			fmt.Sprintf("<EndTime>2024-01-01T10:%02d:%02d+0800</EndTime><Input><Object>mail/%d.txt</Object></Input>", i/60%60, i%60, i*31%n))
	}
	return page(t, jobs...)
}

func BenchmarkTenThousand(b *testing.B) {
	p := many(b, 10_000)
	b.Run("index", func(b *testing.B) {
		for b.Loop() {
			newIndex(p.Body.Together())
		}
	})
	for name, set := range map[string]state{
		"filter": {text: "99.txt"}, "sort by object": {by: columnObject}, "sort by time": {by: columnTime}, "failed": {failedOnly: true},
	} {
		s := set
		s.index = stateOf(p).index
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				s.arrange(p)
			}
		})
	}
}

// The year that all times have stands in the head; where there are several, with each.
func TestTheYearOfAllTimesIsToldOnce(t *testing.T) {
	for _, test := range []struct{ second, head, row string }{
		{"2024-05-02T08:00:01+0800", "Time (2024)", " 05-02 08:00:01"},
		{"2025-05-02T08:00:01+0800", "Time Took", "2025-05-02 08:00:01"},
		{"-", "Time (2024)", " 03-01 08:00:00"},
	} {
		p := page(t, job("a", "Success", "<EndTime>2024-03-01T08:00:00+0800</EndTime>"), job("b", "Success", "<EndTime>"+test.second+"</EndTime>"))
		apptest.WantAll(t, apptest.Drawn(t, &View{P: p, Rev: p.Rev}), test.head, test.row)
	}
}
