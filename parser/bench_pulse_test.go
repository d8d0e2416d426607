package parser

import (
	"context"
	"runtime"
	"strings"
	"testing"
	"time"
)

// BenchmarkPulse reports the longest time between two pulses, in which a page
// would stand still: over all runs (longest-ms) and on average over the runs
// (mean-ms). Nothing is tested: it is for whoever changes a stage of Inspect.
func BenchmarkPulse(b *testing.B) {
	last := func(s, old, new string) string {
		i := strings.LastIndex(s, old)
		return s[:i] + new + s[i+len(old):]
	}
	for _, shape := range []struct {
		name  string
		asXML bool
		make  func(body string) string
	}{
		{"xml", true, func(s string) string { return s }},
		{"json", false, func(s string) string { return s }},
		{"xml-cut", true, func(s string) string { return s[:len(s)-40] }},
		{"xml-mended", true, func(s string) string { return last(s, "</JobsDetail>", "</Jobs></JobsDetail>") }},
		{"json-mended", false, func(s string) string { return last(s, "}]}", "},]}") }},
		{"xml-gaps", true, func(s string) string { return strings.ReplaceAll(s, "5</Offset>", "6</Offset>") }},
		{"xml-no-rows", true, func(s string) string {
			return strings.ReplaceAll(s, "<WordsGeneralizeToken>", `<WordsGeneralizeToken a="">`)
		}},
		{"json-unsorted", false, func(s string) string { return strings.ReplaceAll(s, `"Offset":1`, `"Offset":2`) }},
	} {
		for _, size := range []struct {
			name   string
			tokens int
		}{{"100000", 100_000}, {"1000000", 1_000_000}} {
			b.Run(shape.name+"/"+size.name, func(b *testing.B) {
				benchmarkPulse(b, []byte(shape.make(string(benchBody(size.tokens, shape.asXML)))))
			})
		}
	}
}

func benchmarkPulse(b *testing.B, body []byte) {
	var longest, sum time.Duration
	runtime.GC()
	for b.Loop() {
		in, last := time.Duration(0), time.Now()
		pulse := func(Progress) {
			in = max(in, time.Since(last))
			last = time.Now()
		}
		Inspect(context.Background(), body, Options{Pulse: pulse})
		pulse(Progress{})
		longest, sum = max(longest, in), sum+in
	}
	b.ReportMetric(float64(longest.Microseconds())/1000, "longest-ms")
	b.ReportMetric(float64(sum.Microseconds())/1000/float64(b.N), "mean-ms")
}
