//go:build linux

package export

import (
	"io"
	"maps"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// growing are bodies that grow by one part; # is another number each time.
var growing = []struct{ name, before, part, after string }{
	{"jobs", `{"JobsDetail":[`, `{"JobId":"a#","Tag":"x","Other":1},`, `{"JobId":"z"}]}`},
	{"jobs in arrays", `{"JobsDetail":[`, `[{"JobId":"a#","Tag":"x","Other":{"a":1}}],`, `{"JobId":"z"}]}`},
	{"jobs of XML", `<Response>`, `<JobsDetail><JobId>a#</JobId><Other b="1">x</Other></JobsDetail>`, `</Response>`},
	{"callbacks", `[`, `{"JobsDetail":{"JobId":"a#"}},`, `{}]`},
	{"bodies", ``, `{"JobsDetail":{"JobId":"a#"}}` + "\n", ``},
	{"errors", ``, `<Error><Code>a#</Code><Message>b</Message></Error>` + "\n", ``},
	{"fields", `{"JobsDetail":{"JobId":"a",`, `"f#":"1",`, `"z":1}}`},
	{"fields of one name", `<Response><JobsDetail><JobId>a</JobId>`, `<f>1</f><g h="#"/>`, `</JobsDetail></Response>`},
	{"fields with prefixes", `<Response xmlns:p="u"><JobsDetail><JobId>a</JobId>`, `<p:f>1</p:f><q:f/><f:p/>`, `</JobsDetail></Response>`},
	{"containers", `{"JobsDetail":{"JobId":"a",`, `"f#":{"a":[1,[2]],"b":{}},`, `"z":1}}`},
	{"rows", `{"JobsDetail":{"JobId":"a","Rows":[`, `{"a":"#","b":"\u001b"},`, `{}]}}`},
	{"attributes", `<Response><JobsDetail `, `a#="1" `, `><JobId>a</JobId></JobsDetail></Response>`},
	{"attributes of one name", `<Response><JobsDetail `, `a="1" a_2="2" `, `><JobId>a</JobId></JobsDetail></Response>`},
	{"prefixes", `<Response><JobsDetail `, `xmlns:p#="u" p#:a="1" `, `><JobId>a</JobId></JobsDetail></Response>`},
	{"elements that declare", `<Response><JobsDetail><JobId>a</JobId>`, `<x xmlns:p#="u"><p#:a/></x>`, `</JobsDetail></Response>`},
	{"odd names", `{"JobsDetail":{"JobId":"a",`, `"é _x0041_#":1,`, `"z":1}}`},
	{"texts and comments", `<Response><JobsDetail><JobId>a</JobId>`, `text<!-- c# --><?p i?>`, `</JobsDetail></Response>`},
	{"a value of signs", `{"JobsDetail":{"JobId":"a","Message":"`, `\u001b\u202e\n\\u{1B}\\\\`, `"}}`},
	{"a value of Markdown", `{"JobsDetail":{"JobId":"a","Message":"`, `[1].@a#1![*_www.`, `"}}`},
	{"a value of brackets", `{"JobsDetail":{"JobId":"a","Message":"`, `[1`, `"}}`},
	{"a value of backslashes", `{"JobsDetail":{"JobId":"a","Message":"`, `\\`, `\u001b"}}`},
	{"a value of apostrophes", `{"JobsDetail":{"JobId":"` + `'`, `' `, `=1"}}`},
	{"a value of marks", `{"JobsDetail":{"JobId":"a","Message":"a`, "\u0301\u200d", `"}}`},
	{"a comment of hyphens", `<Response><JobsDetail><JobId>a</JobId></JobsDetail><!-- `, `--`, ` --></Response>`},
	{"a value of entities", `<Response><JobsDetail><JobId>`, `&lt;&#10;]]&gt;`, `</JobId></JobsDetail></Response>`},
	{"labels", `{"JobsDetail":{"JobId":"a","Operation":{"WordsGeneralizeResult":{"WordsGeneralizeLable":[`, `{"Category":"c","Word":"w#"},`, `{}]}}}}`},
	{"tokens", `{"JobsDetail":{"JobId":"a","Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[`, `{"Word":"a","Pos":"n","Offset":"#","Length":"1"},`, `{}]}}}}`},
	{"odd tokens", `<Response><JobsDetail><Operation><WordsGeneralizeResult>`, `<WordsGeneralizeToken a="1"><Word>=&#10;|</Word><Pos>p#</Pos></WordsGeneralizeToken>`, `</WordsGeneralizeResult></Operation></JobsDetail></Response>`},
	{"headers", `{"JobsDetail":{"JobId":"a","Input":{"CosHeaders":[`, `{"Key":"k#","Value":"v"},`, `{}]}}}`},
	{"tasks", `<Response><WorkflowExecution><RunId>a</RunId>`, `<Tasks><Type>x</Type><JobId>a#</JobId></Tasks>`, `</WorkflowExecution></Response>`},
	{"remarks", `{"JobsDetail":[`, `{"JobId":"a","CreationTime":"x#"},`, `{}]}`},
}

func grown(i, n int) *parser.Report {
	g := growing[i]
	var b strings.Builder
	b.WriteString(g.before)
	for k := range n {
		b.WriteString(strings.ReplaceAll(g.part, "#", strconv.Itoa(k)))
	}
	b.WriteString(g.after)
	return inspect("", []byte(b.String()))
}

// TestFourTimesTheReportIsNotMoreThanSixTimesTheWork prints each of them in
// each format.
func TestFourTimesTheReportIsNotMoreThanSixTimesTheWork(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	runtime.LockOSThread() // whose time is taken
	defer runtime.UnlockOSThread()
	for i, g := range growing {
		n := 48_000 / len(g.part)
		if len(grown(i, n).Callbacks) == 0 {
			t.Errorf("%s: no callback", g.name)
		}
		suspects := slices.Sorted(maps.Keys(checks))
		// What looks wrong is measured with more parts too, as a few milliseconds
		// may be slow by chance: work that grows with the square stands out there.
		for ratios := make(map[string]float64); len(suspects) > 0; n *= 4 {
			small, large := grown(i, n), grown(i, 4*n)
			suspects = slices.DeleteFunc(suspects, func(format string) bool {
				ratio, certain := grows(t, format, small, large)
				if ratio >= 6 && certain {
					t.Errorf("%s as %s: %.1f, then %.1f times as long for four times the report", g.name, format, ratios[format], ratio)
				}
				ratios[format] = ratio
				return ratio < 6 || certain
			})
		}
	}
}

// grows returns how much longer the large report takes than the small one, 0
// where that is no time, and whether it takes long enough for chance to make no
// such difference.
func grows(t *testing.T, format string, small, large *parser.Report) (ratio float64, certain bool) {
	t.Helper()
	const enough, surely = 10 * time.Millisecond, 200 * time.Millisecond // below enough, memory that is fresh counts more than work
	var took time.Duration
	for try := range 5 {
		if took = printing(t, format, large, 1+try); took < enough {
			return 0, false
		}
		if ratio = float64(took) / float64(printing(t, format, small, 1+try)); ratio < 6 {
			break
		}
	}
	return ratio, took >= surely
}

// printing returns the least that printing took in some runs.
func printing(t *testing.T, format string, r *parser.Report, times int) time.Duration {
	t.Helper()
	least := time.Hour
	for range times {
		start := clock()
		if err := printer(format)(io.Discard, lang.ZH, r); err != nil {
			t.Fatal(err)
		}
		least = min(least, clock()-start)
	}
	return least
}

// clock is the time for which this thread had a processor: others on the
// machine do not count.
func clock() time.Duration {
	const threadCPU = 3 // CLOCK_THREAD_CPUTIME_ID
	var now syscall.Timespec
	_, _, _ = syscall.Syscall(syscall.SYS_CLOCK_GETTIME, threadCPU, uintptr(unsafe.Pointer(&now)), 0)
	return time.Duration(now.Nano())
}
