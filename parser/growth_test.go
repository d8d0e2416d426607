//go:build linux

package parser

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
	"unsafe"
)

// The shapes in which a text may grow are made by a grammar: every construct of
// the notations and of what wraps them, repeated in every place where it may
// stand, alternated with each other one, put before each other one, and nested.
// Whatever the shape, four times the text is at most six times the work, the
// page gets its turn every few milliseconds, and memory stays within bounds.
//
// A run takes what half a minute allows, GROWTH=2 others, GROWTH=all every pair,
// and GROWTH_OF=text/bare those with that in their names.

// growth is one shape.
type growth struct {
	name string
	of   func(size int) []byte
}

// place is where a construct is repeated: between a beginning and an end.
type place struct{ name, before, after string }

// constructs are what is repeated. # stands for a number that is another one
// each time.
type constructs struct {
	name   string
	places []place
	units  []string
	nests  [][2]string // what opens and what closes it
}

var grammar = []constructs{
	{"xml",
		[]place{
			{"element", "<r>", "</r>"}, {"cut", "<r>", ""}, {"bare", "", ""}, {"open", "<r><s><t><u>", ""},
			{"root behind", "", "<r/>"}, {"wrong end", "<r>", "</s></r>"},
		},
		[]string{
			"<a/>", "<a></a>", "<a>1</a>", "<a># </a>", "<a#/>", "<a>", "</a>", "<a#>", "</a#>", "<a>x<a>", "<a>x", "<a", "<a b=", `<a b="`, "<a b='", "</", "<",
			"< ", "<1", "x", "# ", "& ", "&amp;", "&amp;amp;", "&x;", "&#0;", "&#65;", "&xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
			"<!-- -->", "<!-- -- -->", "<!--", "-->", "<!-", "<![CDATA[x]]>", "<![CDATA[\x01]]>", "<![CDATA[", "]]>", "]", "<![", "<?p x?>", "<?p", "<?xml version='1.0'?>", "<?",
			"<!A>", "<!A ", "<!A [<!--", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<!", "<!A '", ">", "/>", "'", `"`,
			" ", "\n", "\r\n", "\t \n", "\x01", "\x00", "\uFFFE", "\uFEFF", "\xff", "\xed\xa0\x80", "名", "😀", "<名>文</名>", "<n:a>1</n:a>",
			`<a b="1"/>`, `<a b="1" b="2"/>`, `<a b=1 c/>`, `<a b="&x;<"/>`, "<a / >", "</a >", "</a b>",
			"<t><a>1</a><b>2</b></t>", "<t><a>1</a><b>2</b>", "<t><a>1</a><b#>2</b#></t>", "<t><a>1</a></t>\n", "<t#><a>1</a></t#>", "<t a='#'><a>1</a></t>",
			"<t><a>&lt;#</a></t>", "<t><a/><b/><c/></t> x", strings.Repeat("<t><a>1</a></t>", 7) + "<u/>", strings.Repeat("<t><a>1</a></t>", 8) + "<u/>",
			"<t>" + strings.Repeat("<a>", 50) + strings.Repeat("</a>", 50) + "</t>", "<a>" + strings.Repeat("x", 1000) + "</a>", "<" + strings.Repeat("n", 1000) + "/>",
			"<e>{\"a\":\"0123456789#\"}</e>", "<e>&lt;a&gt;0123456789#&lt;/a&gt;</e>",
		},
		[][2]string{{"<a>", "</a>"}, {"<a#>", ""}, {"<a><b/>", "</a>"}, {"<a>x", "</a>"}, {"<!-- ", " -->"}, {"<![CDATA[", "]]>"}, {"<!A [", "]>"}},
	},
	{"tag",
		[]place{
			{"tag", "<r ", "/>"}, {"cut", "<r ", ""}, {"value", `<r a="`, `"/>`}, {"value cut", `<r a="`, ""}, {"end tag", "<r></r ", ">"},
			{"instruction", "<?p ", "?><r/>"}, {"comment", "<!-- ", "--><r/>"}, {"section", "<r><![CDATA[", "]]></r>"},
			{"doctype", "<!DOCTYPE r [", "]><r/>"}, {"doctype cut", "<!DOCTYPE r [", ""}, {"name", "<r", "/>"},
		},
		[]string{
			`a="1" `, `a#="1" `, `a="&amp;"`, "a=# ", "a ", "a# ", `a="`, "=", `"`, "'", "<", "/", "&", "&x;", "&amp;", "\x01", " ", "\n", "\r", "名", "\xff", "\uFFFE",
			"a", "--", "-->", "<!--", "?", "?>", "]]", "]]>", "<!ENTITY a 'b'>", "<!ENTITY", "[", "]", "<!-- ' -->", "x:a# ", "xmlns:x#='u' ",
		},
		[][2]string{{"<", ">"}, {"<!A '<' ", ">"}},
	},
	{"json",
		[]place{
			{"array", "[", "1]"}, {"array cut", "[", ""}, {"member", `{"a":[`, "1]}"}, {"member cut", `{"a":[`, ""}, {"object", "{", `"z":1}`}, {"object cut", "{", ""},
			{"bare", "", ""}, {"bare behind", "{}", ""}, {"broken", `{"a":[01,`, "1]}"},
		},
		[]string{
			"1,", "-1.5e+3,", "01,", "1.,", "-,", "+1,", "1e999,", "a,", "a#,", "true,", "tru,", "nul,", "None,", "NaN,", `"",`, `"x",`, `"#",`, `"名",`, `"\n",`, `"\u0041",`, `"\ud800",`, `"\ud83d\ude00",`,
			`"\x",`, `"\u12",`, "\"\n\",", "\"\x00\",", "\"\xff\",", `'x',`, `'`, `“x”,`, `“`, `‘`, `"`, `\`, `\"`, `"x`, `"x"`, `'x`,
			"[],", "[1],", "[1,],", "[", "]", "{},", "{", "}", ",", ":", ";", "[[1]],", "[{]},", "[}", "{]",
			`{"a":1},`, `{"a":#},`, `{"a":1,"b":"x"},`, `{"a#":1},`, `{"a":1`, `{"a":`, `{"a"`, `{"a":{"b":1}},`, `{"a":[1]},`, `{"a":"\n","b":null},`, `{a:1},`, `{'a':1},`, `{"a":1}`, `{"a":1} {"b":2},`,
			strings.Repeat(`{"a":1},`, 7) + "2,", strings.Repeat(`{"a":1},`, 8) + "2,", strings.Repeat(`{"a":1},`, 8) + strings.Repeat(`{"b":1},`, 8),
			`"a":1,`, `"a#":1,`, `"\u006#":1,`, `"a":"x",`, `"a" 1,`, `"a",`, `"a":,`, `"a":`, "a:1,", "a#:1,", "a 1 ", `'a':1,`, `“a”:1,`, `"a"=1,`, `"a":[1],`, `"a":{"b":#},`,
			"/* */", "/*", "*/", "//\n", "//", "/", "#", "\u00a0", "\u3000", "\u200b", "\uFEFF", " ", "\n", "\r\n", "\x00", "\x01", "\xff", "名", "😀", "@", "1 ", "1 2,", "- ",
			`"<a>0123456789#</a>",`, `"{\"x\":\"0123456789#\"}",`, `"[{\"x\":\"0123456789\"}]",`, `"body":"eyJhIjoxfQ==eyJhIjoxfQ==",`, `"data":"{\\\"a\\\":1}0123456789",`, `"body":"POST / HTTP/1.1\nCookie: a\n\n{}",`,
			`"` + strings.Repeat("x", 1000) + `",`, `"` + strings.Repeat(`\\`, 500) + `",`, strings.Repeat("[", 50) + strings.Repeat("]", 50) + ",",
		},
		[][2]string{{"[", "]"}, {`{"a":`, "}"}, {`[{"a":`, "}]"}, {`["`, `"]`}, {"[1,", "]"}, {"[[],", "]"}, {"[", "}"}, {`{"a":[`, "]}"}, {"{a:", "}"}, {"/*", "*/"}, {"[{", "]}"}},
	},
	{"text",
		[]place{
			{"bare", "", ""}, {"behind a body", "{\"a\":1}\n", ""}, {"before a body", "", "\n<a>1</a>"}, {"quoted", `"`, `"`}, {"fenced", "```\n", "\n```\n"},
			{"after a header", "POST / HTTP/1.1\nHost: a\n\n", ""}, {"headers", "POST / HTTP/1.1\n", "\n\n{}"}, {"chunked", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", ""}, {"field", "body=", ""},
		},
		[]string{
			"INFO <a>1</a>\n", "INFO {\"a\":1}\n", "INFO {}\n", "INFO [1] x\n", "<a>1</a>", "<a/>", `{"a":1}`, "{}", "[]", "{", "[", "<", "</a>", "<a>", `"`, "'", `\`, "INFO <a\n", "INFO <a#> x\n", `INFO {"a\n`, "[{", "{ ", "{\n", `{"`,
			`"{\"a\":1}"` + "\n", `INFO "{\"a\":1}"` + "\n", `INFO "<a>\n</a>"` + "\n", `\"`, `\\"`, `\u003c`, `{\"a\":1}`, "\\n", `b'{}' `,
			"```\n{}\n```\n", "```\n", "```", "~~~\n", "> ```\n",
			"POST / HTTP/1.1\nHost: a\n\n{}\n", "HTTP/1.1 200 OK\n\n", "Cookie: a=b\n", "a: b\n", "host: x\n", " folded\n", "2\r\n{}\r\n", "zz\r\n", "1;x\r\na\r\n", "0\r\n\r\n",
			"a=%7B%7D&", "a=1&", "&", "%25", "%7B%22a%22%3A1%7D", "%", "+", "=", "a=",
			"&lt;a&gt;", "&lt;a/&gt;", "&amp;", "&amp;amp;", "&quot;", "&#34;", "&#60;a/>",
			"e30=\n", "eyJhIjoxfQ==\n", "QUFB", "PGE+MTwvYT4=", "====", "data: e30=\n", "H4sI",
			"\x1b[36m<a>\x1b[0m", "^[[1m{", "00000010: 3c52 6573 706f 6e73 653e 3c45 7665 6e74  <Response><Event\n", "cb-#  | {\n", "#\n", "{\n",
			"2024-05-14T01:12:09.1Z stdout P <a>", "2024-05-14T01:12:09.1Z stdout F </a>\n", "[60, 97, 62, 60, 47, 97, 62]", "[60 ", "60, ", "3c 61 3e ", "3c613e", "<Buffer 3c ", "[", "0x3c,",
			`,"{""a"":1}"`, `,"{""`, `""`, `''`, `"<a>" + `, `"<a>"` + "\n", `{^\^"a^\^": 1}`, `^\^"`, "{`\"a`\": 1}", `\<a\>`, `\{`, `<a>\xE4\xBB\x8A`, `\xE4\xBB\x8A`, `\344\273\212`, `{\n"a": 1}`,
			`{"log":"<a>\n"}` + "\n", `{"log":"# <a>\n<Response>"}` + "\n", `{"log":"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 x"}` + "\n",
			",\"<a>\n", ",'{\"a\":\"\\n\"}'", "\"^\\^", "\"`n", "$'", "00000000  3c 61 3e ", "eyJhIjoxfX19fQ\n", `{"a":{"JobsDetail":{"JobId":"#"}}}` + "\n", `{"a":"PGE+MTwvYT4=PGE+MTwvYT4=PGE+MTwvYT4=PGE+MTwvYT4=PGE+MTwvYT4="}`,
			"a: |\n  {\"a\":1}\n", "a: >\n <a>\n", "- '{''\n", "a: \"{\\\n", "<a>=3D", "{=\n", "<a>=E4=BB=8A=\n", `{"a"\:1}`, "{\"a\"\\:\\\n", `'<a>'\''`, "@'\n{", `{"\\"\t`,
			"{\\rtf1 ", "{\\rtf1 \\u60 \\'61}", "E'<a>''", "E'{\\", "{code}", "{code:x}\n", "{code}<a>{code}", "<a>\\\\\t", `EventName: "a" `, "JobsDetail { ", "JobsDetail: [1 ", "a:2:{s:1:\"a\";", "s:1:\"a\";",
			"<plist><dict>", "<key>a</key><array>", "EventName=a\nJobsDetail.#.JobId=a\n", "JobsDetail[#].a.b.c.d=1\n", "&#123;",
			"json = {};\njson.JobsDetail[#].a = 1;\n", "/Response/JobsDetail/a=1\n", "[[\"JobsDetail\",#,\"a\"],1]\n", "{\"EventName\":1,\"JobsDetail.#.a\":1,", "JobsDetail.a=1\nx\n", "EventName#=1\n",
			"0000000 062550 066154\n", "*\n", "   {   \"", "00000000: 01101000 01100101\n", "0000000   {  \\n\n*\n",
			"<plist><array>", "JobsDetail = ( { a = \"\\U4eca\"; }",
			"\"{\" +\n", "s += \"<a>\";\n", "f('{');\n", `"" & _`, `"<a>" || `,
			"x ", "名", "😀", "\n", " ", "\t", "\r\n", "\u00a0", "\uFEFF", "\x00", "\x01", "\xff", "\xc3", "\x1b[0m", "0123456789abcdef",
			`<Response><JobsDetail><JobId>a#</JobId><State>Success</State><Tag>x</Tag></JobsDetail></Response>` + "\n",
		},
		nil,
	},
	{"callback",
		[]place{
			{"result", "<Response><EventName>TaskFinish</EventName><JobsDetail><JobId>a</JobId><Operation><WordsGeneralizeResult>", "</WordsGeneralizeResult></Operation></JobsDetail></Response>"},
			{"response", "<Response><EventName>TaskFinish</EventName>", "</Response>"}, {"job", "<Response><JobsDetail><JobId>a</JobId>", "</JobsDetail></Response>"},
			{"operation", "<Response><JobsDetail><JobId>a</JobId><Operation>", "</Operation></JobsDetail></Response>"},
			{"run", "<Response><WorkflowExecution>", "</WorkflowExecution></Response>"},
			{"input", "<Response><JobsDetail><JobId>a</JobId><Input>", "</Input></JobsDetail></Response>"},
			{"cut", "<Response><JobsDetail><JobId>a</JobId><Operation><WordsGeneralizeResult>", ""},
		},
		[]string{
			"<JobsDetail><JobId>a</JobId><Tag>WordsGeneralize</Tag><State>Success</State></JobsDetail>", "<JobsDetail><JobId>a#</JobId><Tag>WordsGeneralize</Tag><State>Success</State></JobsDetail>",
			"<JobsDetail><JobId>a#</JobId><State>Odd</State><CreationTime>never</CreationTime><EndTime>x</EndTime></JobsDetail>", "<JobsDetail a='#'><JobId>a</JobId></JobsDetail>", "<JobsDetail/>",
			"<JobsDetail><JobId>a#</JobId><Input><Object>a</Object></Input><Operation><UserData>x</UserData></Operation></JobsDetail>",
			"<WordsGeneralizeToken><Length>1</Length><Offset>#</Offset><Pos>n</Pos><Word>a</Word></WordsGeneralizeToken>", "<WordsGeneralizeToken><Length>1</Length><Offset>0</Offset><Pos>n</Pos><Word>a</Word></WordsGeneralizeToken>",
			"<WordsGeneralizeToken a=''><Length>1</Length><Offset>#</Offset><Pos>n</Pos><Word>a</Word></WordsGeneralizeToken>", "<WordsGeneralizeToken><Length>9</Length><Offset>-#</Offset><Pos>p#</Pos><Word>&amp;</Word></WordsGeneralizeToken>",
			"<WordsGeneralizeToken/>", "<WordsGeneralizeToken><Word>a</Word><Word>b</Word></WordsGeneralizeToken>", "<WordsGeneralizeToken><Word><b>x</b></Word></WordsGeneralizeToken>",
			"<WordsGeneralizeLable><Category>c#</Category><Word>x#</Word></WordsGeneralizeLable>", "<WordsGeneralizeLable a=''><Category>c</Category><Word>a</Word></WordsGeneralizeLable>",
			"<WordsGeneralizeResult><a>1</a></WordsGeneralizeResult>", "<Operation><UserData>x</UserData></Operation>", "<EventName>TaskFinish</EventName>", "<JobId>a</JobId>", "<State>Odd</State>", "<Code>#</Code>",
			"<Unknown#>1</Unknown#>", "<Unknown>1</Unknown>", "<Unknown><a>#</a></Unknown>", "<Unknown a='1'>x</Unknown>",
			"<Tasks><Type>x</Type><Name>#</Name><State>Success</State><JobId>a</JobId></Tasks>", "<Tasks a=''><JobId>a#</JobId></Tasks>", "<CosHeaders><Key>k#</Key><Value>v</Value></CosHeaders>", "<CosHeaders a=''><Key>k</Key></CosHeaders>",
			"<Workflow><RunId>#</RunId></Workflow>", "<Object>x</Object>", "<CreationTime>2024-05-06T07:08:0#</CreationTime>", "<NonExistJobIds>a#</NonExistJobIds>",
		},
		nil,
	},
	{"callback json",
		[]place{
			{"jobs", `{"EventName":"TaskFinish","JobsDetail":[`, `{}]}`}, {"tokens", `{"JobsDetail":[{"JobId":"a","Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[`, `{}]}}}]}`},
			{"labels", `{"JobsDetail":{"JobId":"a","Operation":{"WordsGeneralizeResult":{"WordsGeneralizeLable":[`, `{}]}}}}`}, {"top", "[", "{}]"}, {"bare", "", ""}, {"members", `{"JobsDetail":{"JobId":"a",`, `"Tag":"b"}}`},
		},
		[]string{
			`{"JobId":"a","State":"Success","Tag":"x"},`, `{"JobId":"a#","State":["Success"],"Tag":"x"},`, `{"JobId":"#","Input":{"Object":"x"},"State":"Odd","Code":"x"},`, `{"Response":{"JobsDetail":{"JobId":"#"}}},`,
			`{"Length":1,"Offset":#,"Pos":"n","Word":"a"},`, `{"Length":"1","Offset":[#],"Pos":"n","Word":"a"},`, `{"Word":"\u0061","Offset":-#,"Length":null},`, `{"Category":"c#","Word":"w#"},`, `{"Category":["c"],"Word":"w"},`,
			"{},", "[],", "1,", "null,", `"JobId":"a",`, `"U#":1,`, `"U#":{"a":[]},`, `{"a":1,"a":2},`, `"JobsDetail":[{}],`,
		},
		nil,
	},
}

// grown repeats units between the ends of p until that has the size. Numbers
// count up.
func (p place) grown(size int, units ...string) []byte {
	b := append(make([]byte, 0, size+2000), p.before...)
	for i := 0; len(b) < size; i++ {
		b = appendNumbered(b, units[i%len(units)], i)
	}
	return append(b, p.after...)
}

func appendNumbered(b []byte, unit string, n int) []byte {
	for i := range len(unit) {
		if unit[i] == '#' {
			b = strconv.AppendInt(b, int64(n), 10)
		} else {
			b = append(b, unit[i])
		}
	}
	return b
}

// nested opens again and again for half of the size, and closes as often.
func (p place) nested(size int, open, end string) []byte {
	b := append(make([]byte, 0, size+2000), p.before...)
	n := 0
	for ; len(b) < size/2; n++ {
		b = appendNumbered(b, open, n)
	}
	b = append(b, strings.Repeat(end, n)...)
	return append(b, p.after...)
}

// shapes returns every shape of one construct alone.
func shapes() (all []growth) {
	for _, g := range grammar {
		for _, p := range g.places {
			for _, u := range g.units {
				all = append(all, growth{fmt.Sprintf("%s/%s/%.40q", g.name, p.name, u), func(n int) []byte { return p.grown(n, u) }})
			}
			for _, u := range g.nests {
				all = append(all, growth{fmt.Sprintf("%s/%s/nested %q", g.name, p.name, u[0]+u[1]), func(n int) []byte { return p.nested(n, u[0], u[1]) }})
				all = append(all, growth{fmt.Sprintf("%s/%s/nested %q", g.name, p.name, u[0]), func(n int) []byte { return p.grown(n, u[0]) }})
			}
		}
	}
	return all
}

// pairs returns the shapes of two constructs: one after the other over and
// over, and many of the one before many of the other.
func pairs() (all []growth) {
	for _, g := range grammar {
		for _, p := range g.places {
			for _, u := range g.units {
				for _, v := range g.units {
					all = append(all, growth{fmt.Sprintf("%s/%s/%.40q and %.40q", g.name, p.name, u, v), func(n int) []byte { return p.grown(n, u, v) }})
					all = append(all, growth{fmt.Sprintf("%s/%s/%.40q before %.40q", g.name, p.name, u, v), func(n int) []byte {
						return place{"", string(p.grown(n/2, u)), p.after}.grown(n, v)
					}})
				}
			}
		}
	}
	return all
}

// clock is the time for which this thread had a processor: others on the
// machine do not count.
func clock() time.Duration {
	const threadCPU = 3 // CLOCK_THREAD_CPUTIME_ID
	var t syscall.Timespec
	syscall.Syscall(syscall.SYS_CLOCK_GETTIME, threadCPU, uintptr(unsafe.Pointer(&t)), 0)
	return time.Duration(t.Nano())
}

// run is what reading one text took.
type run struct {
	took time.Duration
	gap  time.Duration // the longest between two pulses
	heap uint64        // the most that was in use at a pulse, in bytes
	over bool          // it was given up
}

// giveUp is when the reading of a text ends early: it takes what nothing of its
// size may.
const giveUp = 5 * time.Second

// readOnce reads text and watches the clock, or the heap.
func readOnce(text []byte, heap bool) (r run) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	start := clock()
	last := start
	use := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	pulse := func(Progress) {
		if heap {
			metrics.Read(use)
			r.heap = max(r.heap, use[0].Value.Uint64())
			return
		}
		now := clock()
		r.gap = max(r.gap, now-last)
		if last = now; now-start > giveUp {
			r.over = true
			cancel()
		}
	}
	report := Inspect(ctx, text, Options{Pulse: pulse})
	pulse(Progress{})
	runtime.KeepAlive(report)
	r.took = clock() - start
	return r
}

// best reads text a few times and returns the least of each figure.
func best(text []byte, times int) run {
	least := readOnce(text, false)
	for range times - 1 {
		if least.over {
			break
		}
		r := readOnce(text, false)
		least.took, least.gap = min(least.took, r.took), min(least.gap, r.gap)
	}
	return least
}

const (
	growthFrom = 8 << 10              // bytes that a shape has at first
	growthMost = 256 << 10            // and at last, if it takes next to no time
	enoughTime = 6 * time.Millisecond // for a figure to tell something
	// certainTime is long enough for chance to make no difference of 6 times.
	certainTime = 200 * time.Millisecond
)

// longestGap is how long a page may stand still: what the reader of the standard library,
// which nobody calls slow, takes for 1.25 MB, here and now. That is two frames of
// a screen on a fast machine.
var longestGap = sync.OnceValue(func() time.Duration {
	const token = "<WordsGeneralizeToken><Length>1</Length><Offset>#</Offset><Pos>n</Pos><Word>a</Word></WordsGeneralizeToken>"
	text := place{"", "<r>", "</r>"}.grown(1280<<10, token)
	least := time.Hour
	for range 9 {
		start := clock()
		for d := xml.NewDecoder(bytes.NewReader(text)); ; {
			if _, err := d.Token(); err != nil {
				break
			}
		}
		least = min(least, clock()-start)
	}
	return least
})

// grows measures s at the first size that takes long enough to tell, and
// returns how much longer four times the text takes, 0 where that is no time.
// A few milliseconds may be slow by chance, so what looks wrong is measured at
// greater sizes too: work that grows with the square stands out the more there.
func (s growth) grows() (ratio float64, at run, size int) {
	for size = growthFrom; ; size *= 4 {
		ratio, at = s.growsAt(size)
		suspect := ratio >= 6 || at.gap >= longestGap()/2
		if at.over || at.took >= certainTime || at.took >= enoughTime && !suspect {
			return ratio, at, size
		}
		if size >= growthMost && !suspect || size >= 64*growthMost {
			return 0, at, size
		}
	}
}

// growsAt measures s once, and again as long as chance may have made it slow.
func (s growth) growsAt(size int) (ratio float64, at run) {
	at = best(s.of(4*size), 1)
	for try := range 5 {
		if at.over || at.took < enoughTime && at.gap < longestGap()/2 {
			break
		}
		small := best(s.of(size), 1+try)
		if ratio = float64(at.took) / float64(small.took); ratio < 6 && at.gap < longestGap()/2 {
			break
		}
		large := best(s.of(4*size), 1+try)
		at.took, at.gap = min(at.took, large.took), min(at.gap, large.gap)
		ratio = float64(at.took) / float64(small.took)
	}
	return ratio, at
}

// everyShape returns the shapes of one run: some of one construct and some of
// two, or all of them. GROWTH may be a number, for others.
func everyShape() []growth {
	one, two := shapes(), pairs()
	seed, of := os.Getenv("GROWTH"), os.Getenv("GROWTH_OF")
	if of != "" {
		return slices.DeleteFunc(append(one, two...), func(s growth) bool { return !strings.Contains(s.name, of) })
	}
	if seed == "all" {
		return append(one, two...)
	}
	n, _ := strconv.ParseUint(seed, 10, 64)
	r := rand.New(rand.NewPCG(n, 1))
	r.Shuffle(len(one), func(i, k int) { one[i], one[k] = one[k], one[i] })
	r.Shuffle(len(two), func(i, k int) { two[i], two[k] = two[k], two[i] })
	return append(one[:300], two[:150]...)
}

func TestFourTimesTheTextIsNotMoreThanSixTimesTheWork(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var longest run
	var longestOf string
	for _, s := range everyShape() {
		ratio, at, size := s.grows()
		if at.over || ratio >= 6 {
			t.Errorf("%s: %.1f times as long for four times the text, %v for %d KB", s.name, ratio, at.took, 4*size>>10)
		}
		if at.gap >= longestGap() {
			t.Errorf("%s: %v without a pulse in %d KB", s.name, at.gap, 4*size>>10)
		}
		if at.gap > longest.gap {
			longest, longestOf = at, s.name
		}
	}
	t.Logf("longest time without a pulse: %v in %s; %v is too long", longest.gap, longestOf, longestGap())
}

// TestManyBodiesWithinWhatIsLeftOpen reads bodies that end early, each in elements that are open up
// to the end of the text.
func TestManyBodiesWithinWhatIsLeftOpen(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	inner := "<t>" + strings.Repeat("<a>", 50) + strings.Repeat("</a>", 50) + "</t>"
	shape := growth{"", func(n int) []byte { return place{"", "", "<r/>"}.grown(n, "<a>x<a>", inner) }}
	if ratio, at := shape.growsAt(32 << 10); ratio >= 8 {
		t.Errorf("%.1f times as long for four times the text, %v", ratio, at.took)
	}
}

func TestMemoryIsBoundedByTheText(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	const size = 8 << 20
	some := everyShape()
	short := growth{"short paths", func(n int) []byte { return place{"", "EventName=a\n", ""}.grown(n, "JobsDetail[#].a=1\n") }}
	for _, s := range append([]growth{short}, some[:min(50, len(some))]...) {
		text := s.of(size)
		most := 4*len(text) + 64<<20
		before := debug.SetMemoryLimit(int64(most)) // as the page and the command do
		runtime.GC()
		if r := readOnce(text, true); r.heap > uint64(most) {
			t.Errorf("%s: %d MB of memory for %d MB", s.name, r.heap>>20, len(text)>>20)
		}
		debug.SetMemoryLimit(before)
	}
}
