package stream

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"io"
	"maps"
	"math/rand/v2"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/callbacklens/callbacklens/parser"
)

// A log is made of records, each a callback in a wrapper, and of lines between them.
type logWriter struct {
	strings.Builder
	*rand.Rand
	jobs int
}

func (w *logWriter) stamp() string {
	return fmt.Sprintf("2024-03-%02d %02d:%02d:%02d.%03d", 1+w.jobs%28, w.jobs%24, w.IntN(60), w.IntN(60), w.IntN(1000))
}

// body returns a callback with a JobId that no other one has.
func (w *logWriter) body(xml bool) string {
	w.jobs++
	word := []string{"腾讯云", "a{b", "x <y> z", "say \\\"hi\\\"", "it's", "[", "100%"}[w.IntN(7)]
	if xml {
		return fmt.Sprintf(`<Response><EventName>TaskFinish</EventName><JobsDetail><JobId>j%04d</JobId>`+
			`<State>Success</State><Tag>Snapshot</Tag><Operation><UserData>%s</UserData></Operation></JobsDetail></Response>`,
			w.jobs, html.EscapeString(strings.ReplaceAll(word, `\"`, `"`)))
	}
	return fmt.Sprintf(`{"EventName":"TaskFinish","JobsDetail":[{"JobId":"j%04d","State":"Success","Tag":"Snapshot",`+
		`"Operation":{"UserData":"%s"}}]}`, w.jobs, word)
}

// indented returns a callback in many lines.
func (w *logWriter) indented(xml bool, indent string) string {
	b := w.body(xml)
	if xml {
		b = strings.NewReplacer("><", ">\n"+indent+"<", "</State><", "</State>\n"+indent+indent+"<").Replace(b)
		return strings.Replace(b, indent+"</Response>", "</Response>", 1)
	}
	return strings.NewReplacer(`{"E`, "{\n"+indent+`"E`, `,"`, ",\n"+indent+`"`, `}]}`, "}\n"+indent+"]\n}").Replace(b)
}

// records are what writes one record each, by what it is.
var records = map[string]func(w *logWriter){
	"line of JSON":      func(w *logWriter) { fmt.Fprintln(w, w.body(false)) },
	"line of XML":       func(w *logWriter) { fmt.Fprintln(w, w.body(true)) },
	"declared XML":      func(w *logWriter) { fmt.Fprintln(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"+w.body(true)) },
	"log line":          func(w *logWriter) { fmt.Fprintln(w, w.stamp(), "INFO [w-1] body="+w.body(w.IntN(2) == 0)) },
	"log line and more": func(w *logWriter) { fmt.Fprintln(w, w.stamp(), "INFO", w.body(false), "took 5 ms") },
	"indented JSON":     func(w *logWriter) { fmt.Fprintln(w, w.indented(false, "  ")) },
	"indented XML":      func(w *logWriter) { fmt.Fprintln(w, w.indented(true, "\t")) },
	"lines of XML":      func(w *logWriter) { fmt.Fprintln(w, w.indented(true, "")) },
	"after a stamp":     func(w *logWriter) { fmt.Fprintln(w, w.stamp(), "DEBUG got", w.indented(w.IntN(2) == 0, "  ")) },
	"prefix": func(w *logWriter) {
		for line := range strings.Lines(w.indented(w.IntN(2) == 0, "  ") + "\n") {
			fmt.Fprint(w, "worker_1  | ", line)
		}
	},
	"string": func(w *logWriter) { fmt.Fprintln(w, w.stamp(), "msg="+strconv.Quote(w.body(w.IntN(2) == 0))) },
	"byte escapes": func(w *logWriter) {
		fmt.Fprintln(w, `10.0.0.1 - - "POST / HTTP/1.1" 200 "`+strings.ReplaceAll(w.body(false), `"`, `\x22`)+`"`)
	},
	"base64": func(w *logWriter) {
		fmt.Fprintln(w, w.stamp(), "payload", base64.StdEncoding.EncodeToString([]byte(w.body(false))))
	},
	"form":   func(w *logWriter) { fmt.Fprintln(w, "payload="+url.QueryEscape(w.body(w.IntN(2) == 0))) },
	"cell":   func(w *logWriter) { fmt.Fprintln(w, `17,ok,"`+strings.ReplaceAll(w.body(false), `"`, `""`)+`",2024`) },
	"markup": func(w *logWriter) { fmt.Fprintln(w, w.stamp(), "xml", html.EscapeString(w.body(true))) },
	"event":  func(w *logWriter) { fmt.Fprintln(w, `{"httpMethod":"POST","body":`+strconv.Quote(w.body(false))+`}`) },
	"fence":  func(w *logWriter) { fmt.Fprintln(w, "```json\n"+w.indented(false, "  ")+"\n```") },
	"message": func(w *logWriter) {
		body := w.body(w.IntN(2) == 0)
		fmt.Fprintf(w, "POST /cb HTTP/1.1\r\nHost: a.example\r\nContent-Length: %d\r\n\r\n%s\r\n", len(body), body)
	},
	"message in lines": func(w *logWriter) {
		fmt.Fprintf(w, "POST /cb HTTP/1.1\nHost: a.example\nContent-Type: application/json\n\n%s\n", w.indented(false, " "))
	},
	"driver": func(w *logWriter) {
		for line := range strings.Lines(w.indented(w.IntN(2) == 0, "  ") + "\n") {
			text, _ := json.Marshal(line)
			fmt.Fprintf(w, `{"log":%s,"stream":"stdout","time":"2024-05-14T01:12:09.000Z"}`+"\n", text)
		}
	},
	"container": func(w *logWriter) {
		body := w.body(false)
		fmt.Fprintf(w, "2024-03-01T08:00:00.000000001Z stdout P %s\n2024-03-01T08:00:00.000000002Z stdout F %s\n", body[:40], body[40:])
	},
	"dump": func(w *logWriter) {
		for line := range strings.Lines(hex.Dump([]byte(w.body(w.IntN(2) == 0)))) {
			w.WriteString(line)
		}
	},
	"GBK": func(w *logWriter) {
		text, _ := simplifiedchinese.GBK.NewEncoder().String("用户数据：" + w.body(true))
		fmt.Fprintln(w, w.stamp(), text)
	},
}

// between are lines that hold no callback.
var between = []func(w *logWriter){
	func(w *logWriter) { fmt.Fprintln(w, w.stamp(), "INFO started") },
	func(w *logWriter) { fmt.Fprintln(w, w.stamp(), "WARN queue {full} of [3]") },
	func(w *logWriter) { fmt.Fprintln(w) },
	func(w *logWriter) {
		fmt.Fprint(w, w.stamp(), " ERROR java.lang.Error: x\n\tat A.run(A.java:3)\n\tat B.run(B.java)\n")
	},
	func(w *logWriter) { fmt.Fprintln(w, `{"level":"info","msg":"nothing"}`) },
	func(w *logWriter) { fmt.Fprintln(w, "worker_1  | listening on 80") },
}

// place is where a callback stands.
type place struct {
	job          string
	line, offset int64
}

// quirky are lines that what reads all of a log may stumble over.
var quirky = []func(w *logWriter){
	func(w *logWriter) { fmt.Fprintln(w, w.stamp(), "WARN queue {full} of [3] it's <none>") },
	func(w *logWriter) { fmt.Fprintln(w, w.stamp(), "WARN it's late") },
	func(w *logWriter) {
		fmt.Fprint(w, w.stamp(), " ERROR java.lang.Error: x\n\tat A.<init>(A.java:3)\n\tat B.run(B.java)\n")
	},
	func(w *logWriter) { fmt.Fprintln(w, w.stamp(), "WARN <none>") },
	func(w *logWriter) { fmt.Fprintln(w, w.stamp(), `WARN no "quote {is} closed`) },
	func(w *logWriter) { fmt.Fprintln(w, w.stamp(), "WARN (") },
}

// whole returns what parser.Inspect finds in all of text.
func whole(t *testing.T, text []byte) (places []place) {
	t.Helper()
	r := parser.Inspect(t.Context(), text, options.Inspect)
	for i := range r.Callbacks {
		span, _ := r.Origin(r.Callbacks[i].Root)
		places = append(places, place{jobOf(&r.Callbacks[i]), int64(bytes.Count(r.Source.Text[:span.Start], []byte("\n"))) + 1, int64(span.Start)})
	}
	return places
}

// streamed returns what is found in pieces.
func streamed(t *testing.T, in io.Reader) (places []place) {
	t.Helper()
	for found, err := range Map(t.Context(), in, options, func(r *Record) (found []place) {
		for i := range r.Report.Callbacks {
			span, _ := r.Report.Origin(r.Report.Callbacks[i].Root)
			line, offset := r.Place(int(span.Start))
			found = append(found, place{jobOf(&r.Report.Callbacks[i]), line, offset})
		}
		return found
	}) {
		if err != nil {
			t.Fatal(err)
		}
		places = append(places, found...)
	}
	return places
}

func jobOf(c *parser.Callback) string {
	if len(c.Jobs) == 0 {
		return c.Kind
	}
	return c.Jobs[0].ID.Text
}

var options = Options{Inspect: parser.Options{Charset: func(_ string, text []byte) ([]byte, error) {
	return simplifiedchinese.GB18030.NewDecoder().Bytes(text)
}}}

// makeLog makes up a log of a few records with other lines between them, and tells how
// many records.
func makeLog(seed uint64, quirks bool) (text string, jobs int) {
	w := &logWriter{Rand: rand.New(rand.NewPCG(seed, 1))}
	kinds := slices.Sorted(maps.Keys(records))
	noise := between
	if quirks {
		noise = append(slices.Clone(noise), quirky...)
	}
	for range 1 + w.IntN(6) {
		records[kinds[w.IntN(len(kinds))]](w)
		for range w.IntN(3) {
			noise[w.IntN(len(noise))](w)
		}
	}
	return w.String(), w.jobs
}

// logs is how many logs a test makes up; many are for a night.
var (
	logs = flag.Int("logs", 100, "how many logs the property tests make up")
	size = flag.Int64("size", 8, "how many MB the test of memory reads")
)

// What is found in pieces is what is found in the whole, in the same places, whatever
// comes at once. Where the whole loses a record, which is rare, the pieces do not.
func TestPiecesHoldWhatTheWholeDoes(t *testing.T) {
	lost := 0
	for seed := range uint64(*logs) {
		text, jobs := makeLog(seed, false)
		if seed%3 == 1 {
			text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
		}
		want := whole(t, []byte(text))
		if !utf8.ValidString(text) {
			want = inGBK(t, text, want)
		}
		if len(want) != jobs {
			lost++
			if got := streamed(t, strings.NewReader(text)); len(got) != jobs {
				t.Fatalf("seed %d: found %v of %d\n%s", seed, got, jobs, text)
			}
			continue
		}
		for _, size := range []int{1, 7, 1 << 20} {
			if got := streamed(t, chunked{strings.NewReader(text), size}); !slices.Equal(got, want) {
				t.Fatalf("seed %d, %d bytes at once:\nfound %v\nwant  %v\n%s", seed, size, got, want, text)
			}
		}
	}
	if lost*100 > *logs {
		t.Errorf("the whole loses a record in %d of %d logs", lost, *logs)
	}
}

// inGBK turns places in the text that a log of two charsets becomes into those in the
// log itself.
func inGBK(t *testing.T, text string, places []place) []place {
	t.Helper()
	raw := strings.SplitAfter(text, "\n")
	at, from := 0, 0 // in UTF-8 and in text, of the line at hand
	for i, n := 0, 0; i < len(places); {
		read, line := raw[n], raw[n]
		if !utf8.ValidString(line) {
			converted, err := simplifiedchinese.GB18030.NewDecoder().String(line)
			if err != nil {
				t.Fatal(err)
			}
			read = converted
		}
		if places[i].line > int64(n+1) {
			at, from, n = at+len(read), from+len(line), n+1
			continue
		}
		before := read[:places[i].offset-int64(at)]
		if read != line {
			before, _ = simplifiedchinese.GB18030.NewEncoder().String(before)
		}
		places[i].offset = int64(from + len(before))
		i++
	}
	return places
}

// Also where words between records look like tags or open what nothing closes, so that
// the whole may be read otherwise, no record is lost.
func TestNoRecordIsLost(t *testing.T) {
	for seed := range uint64(*logs) {
		text, jobs := makeLog(seed, true)
		found := streamed(t, strings.NewReader(text))
		for n := range jobs {
			if want := fmt.Sprintf("j%04d", n+1); len(found) != jobs || found[n].job != want {
				t.Fatalf("seed %d: %d of %d records are found, and not %s in its turn:\n%v\n%s", seed, len(found), jobs, want, found, text)
			}
		}
	}
}

// A text in units of 2 bytes, or packed, is read as the text that it stands for.
func TestPackedLogs(t *testing.T) {
	for seed := range uint64(20) {
		text, _ := makeLog(seed, false)
		if !utf8.ValidString(text) {
			continue
		}
		want := streamed(t, strings.NewReader(text))
		utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		for name, packed := range map[string]string{
			"gzip": gzipOf(text), "two files of gzip": gzipOf(text[:40]) + gzipOf(text[40:]),
			"UTF-16": utf16, "UTF-16 in gzip": gzipOf(utf16),
		} {
			if got := streamed(t, Plain(strings.NewReader(packed))); !slices.Equal(got, want) {
				t.Errorf("seed %d, %s: found %v\nwant %v", seed, name, got, want)
			}
		}
	}
}

// A message whose body is compressed goes on to the next one, whatever bytes it has.
func TestPackedMessages(t *testing.T) {
	w := &logWriter{Rand: rand.New(rand.NewPCG(1, 1))}
	for range 200 {
		noise := make([]byte, 3000) // which no compression makes shorter by much
		for i := range noise {
			noise[i] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"[w.IntN(62)]
		}
		body := gzipOf(strings.Replace(w.body(false), `"JobId"`, `"Message":"`+string(noise)+`","JobId"`, 1))
		fmt.Fprintf(w, "POST /cb HTTP/1.1\r\nHost: a.example\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%s\r\n", len(body), body)
	}
	found := streamed(t, strings.NewReader(w.String()))
	for n := range w.jobs {
		if want := fmt.Sprintf("j%04d", n+1); len(found) != w.jobs || found[n].job != want {
			t.Fatalf("of %d messages these are found, and not %s in its turn: %v", w.jobs, want, found)
		}
	}
}

// gzipOf packs a text; writing to memory does not fail.
func gzipOf(text string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(text))
	_ = z.Close()
	return b.String()
}

// chunked gives a few bytes at once.
type chunked struct {
	io.Reader
	size int
}

func (c chunked) Read(to []byte) (int, error) { return c.Reader.Read(to[:min(c.size, len(to))]) }
