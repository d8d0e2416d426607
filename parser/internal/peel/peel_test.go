package peel

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"mime/quotedprintable"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/packed"
)

const body = `{"EventName":"TaskFinish","JobsDetail":[{"JobId":"a","Message":"今天 <b> & \"c\" \\ d"}]}`

func scanner(text string) *Scanner {
	budget := 1 << 24
	return NewScanner([]byte(text), Context{Inflate: 1 << 20, Depth: 8, Budget: &budget})
}

func pressed(s string, writer func(io.Writer) io.WriteCloser) []byte {
	var b bytes.Buffer
	w := writer(&b)
	_, _ = io.WriteString(w, s)
	_ = w.Close()
	return b.Bytes()
}

func mailed(s string) string {
	var b strings.Builder
	w := quotedprintable.NewWriter(&b)
	_, _ = io.WriteString(w, s)
	_ = w.Close()
	return b.String()
}

func gzipped(s string) []byte {
	return pressed(s, func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })
}

// wrapped are texts in which one wrapper holds the body, and which bytes are
// the wrapper's own: those between the marks ⟦ and ⟧.
var wrapped = []struct{ kind, text string }{
	{"http", "⟦POST /cb HTTP/1.1\r\nHost: lens.example\r\n\r\n" + body + "⟧"},
	{"http", "⟦HTTP/1.1 200 OK\nContent-Length: " + strconv.Itoa(len(body)) + "\n\n" + body + "⟧\nGET / HTTP/1.1\nHost: x\n\n"},
	{"http", "log\n⟦POST /cb HTTP/1.1\nHost: lens.example\n" + body + "\n⟧POST /cb HTTP/1.1\nHost: lens.example\n\n" + body},
	{"http", "⟦PUT / HTTP/1.1\nTransfer-Encoding: chunked\n\n" + fmt.Sprintf("%x\n%s\n0\n", len(body), body) + "⟧\n" + body},
	{"fence", "see\n⟦```json\n" + body + "\n```\n⟧and so on"},
	{"fence", "⟦> ~~~\n" + body + "\n> ~~~\n⟧" + body},
	{"quoted", "INFO body=⟦" + strconv.Quote(body) + "⟧ took=3"},
	{"quoted", "5\" disk, it's ⟦" + strconv.Quote(body) + "⟧"},
	{"quoted", "print: ⟦b'" + strings.ReplaceAll(body, `\`, `\\`) + "'⟧\n" + body},
	{"quoted", "got ⟦" + strings.Trim(strconv.Quote(body), `"`) + "⟧ " + body},
	{"html", "<hr>\n⟦" + html.EscapeString(body) + "⟧\n" + body},
	{"html", "⟦" + html.EscapeString("<Response><Tag>&lt;/Response&gt;</Tag></Response>") + "⟧ &lt;br&gt;"},
	{"form", "x=1&⟦body=" + url.QueryEscape(body) + "⟧&y=2\n" + body},
	{"form", "GET ⟦/cb?data=" + url.PathEscape(body) + "⟧ HTTP/2"},
	{"quoted-printable", "Content-Transfer-Encoding: quoted-printable\n\n⟦" + mailed(body) + "⟧\n--b--"},
	{"yaml", "kind: Event\nmessage: ⟦>-\n  " + strings.Replace(body, ",", ",\n  ", 1) + "\n⟧reason: Callback"},
	{"yaml", "- body: ⟦'" + strings.Replace(body, ",", ",\n    ", 1) + "'⟧\n  n: 1"},
	{"properties", "#\nbody=⟦" + strings.NewReplacer(":", `\:`, `\`, `\\`, "今", `\u4eca`).Replace(body) + "⟧\nn=1"},
	{"shell", "curl -d ⟦'" + strings.Replace(body, "<b>", `it'\''s`, 1) + "'⟧ lens.example"},
	{"rtf", "⟦{\\rtf1\\ansi{\\fonttbl\\f0;}\\f0 " + strings.NewReplacer(`\`, `\\`, "{", `\{`, "}", `\}`, "今", `\u20170?`, "天", `\u22825?`).Replace(body) + "\\par\r\n}⟧\r\n"},
	{"wiki", "see\n⟦{code:json}\n" + body + "\n{code}⟧ above"},
	{"cell", "(1, ⟦E'" + strings.NewReplacer(`\`, `\\`, "<b>", "it''s").Replace(body) + "'⟧, 2)"},
	{"printed", "got ⟦EventName: \"a\" Tags { c: 1 }⟧\n"},
	{"printed", "cb|⟦a:2:{s:9:\"EventName\";s:1:\"a\";s:4:\"Tags\";a:1:{i:0;i:1;}}⟧n|i:1;"},
	{"cell", "1\t⟦" + strings.ReplaceAll(body, `\`, `\\`) + "⟧\t2"},
	{"source", "s.append(⟦" + strconv.Quote(body[:30]) + ");\ns.append(" + strconv.Quote(body[30:]) + "⟧);"},
	{"terminal", "$ cat\n⟦\x1b[1m{\x1b[0m\n  \x1b[34m\"EventName\"\x1b[39;49m: \"TaskFinish\"}⟧"},
	{"terminal", "⟦^[[1m{^[[m^[[36m\"EventName\"^[[m: \"TaskFinish\"}⟧"},
	{"hexdump", "$ xxd body\n⟦" + strings.TrimRight(xxd(body), "\n") + "⟧\n$"},
	{"container", "⟦" + "2024-05-14T01:12:09.1Z stdout P " + body[:40] + "\n2024-05-14T01:12:09.1Z stdout F " + body[40:] + "\n⟧bye"},
	{"records", "up\n⟦" + `{"log":"{\n","n":1}` + "\n" + `{"log":" \"EventName\": 1\n","n":2}` + "\n" + `{"log":"}\n","n":3}` + "\n⟧{}"},
	{"prefix", "⟦12:00:09 INFO {\n12:00:09 INFO   \"EventName\": 1\n12:00:10 INFO }\n⟧" + body},
	{"prefix", "⟦cb-1  | {\ncb-1  |   \"EventName\": [\ncb-1  |   ]\ncb-1  | }\n⟧db-1  | ready"},
	{"prefix", "⟦  9\t<Response>\n 10\t <JobsDetail/>\n 11\t</Response>\n⟧$"},
	{"numbers", "⟦1\n{\n2\n \"EventName\":\n3\n 1\n4\n}\n⟧" + body},
	{"wrapped", "⟦" + broken(body, 40) + "\n⟧$ "},
	{"wrapped", "   ⟦" + strings.TrimSpace(broken("   "+body, 40)) + "\n⟧$ "},
	{"bytes", "body=⟦" + fmt.Sprint([]byte(body)) + "⟧ took=3"},
	{"bytes", "⟦" + strings.ReplaceAll(fmt.Sprint([]byte(body)), " ", ", ") + "⟧\n"},
	{"hex", "body=⟦" + fmt.Sprintf("%x", body) + "⟧ took=3"},
	{"hex", "{ data: ⟦" + fmt.Sprintf("<Buffer % x>", body) + "⟧ }"},
	{"cell", "time,body\n12:00,⟦\"" + strings.ReplaceAll(body, `"`, `""`) + "\"⟧\n"},
	{"cell", "(1, ⟦'" + strings.ReplaceAll(`{"EventName":"it's"}`, "'", "''") + "'⟧);"},
	{"block", "String s = ⟦\"\"\"\n        <Response>\n          <UserData>\"hi\"</UserData>\n        </Response>\n        \"\"\"⟧;\n"},
	{"block", "s = r⟦'''{\"EventName\": \"it's\"}'''⟧\n"},
	{"block", "s = ⟦`{\"EventName\": \"say \\\\\"hi\\\\\"\"}`⟧;\n"},
	{"source", "body =\n  ⟦" + strconv.Quote(body[:30]) + " +\n  " + strconv.Quote(body[30:]) + "⟧;"},
	{"source", "body = (⟦" + strconv.Quote(body[:30]) + "\n  " + strconv.Quote(body[30:]) + "⟧)"},
	{"shell", `curl --data-raw ⟦"` + strings.NewReplacer(`\`, `^\^\`, `"`, `^\^"`, "<", "^<", "&", "^&").Replace(body) + `"⟧ ^`},
	{"shell", "-Body ⟦\"" + strings.ReplaceAll(`{"EventName":"a"}`, `"`, "`\"") + "\"⟧"},
	{"cell", "1,⟦\"<Response>\n<Tag>a</Tag>\n</Response>\"⟧,x\n"},
	{"markdown", `see ⟦\<Response\>\<Tag\>a\</Tag\>\</Response\>⟧` + "\n" + body},
	{"escapes", "1.2.3.4 | ⟦" + `<Response><Word>\xE4\xBB\x8A</Word><Word>\xe5\xa4\xa9</Word></Response>` + "⟧\n" + body},
	{"escapes", "1.2.3.4 | ⟦" + `<?xml version=\x221.0\x22?>\x0A<Response/>` + "⟧\n" + body},
	{"quoted", `got ⟦{\n  "EventName": "a",\n  "Tag": "b"\n}⟧ ` + body},
	{"printed", "cb = ⟦OrderedDict([('EventName', 'it\\'s'), ('Tags', ['a', 1, None])])⟧\n"},
	{"printed", "⟦Array\n(\n    [EventName] => a b\n    [Tags] => Array\n        (\n            [0] => c\n        )\n\n)⟧\n"},
	{"printed", "got ⟦{EventName=a b, Tags=[{c=1}, {c=2}], Empty=}⟧ in 3 ms"},
	{"printed", "got ⟦Callback(EventName=a b, Tags=[Tag(c=1)])⟧ in 3 ms"},
	{"printed", "got ⟦&{EventName:a b Tags:[{c:1} {c:2}] Empty: Last:x}⟧ in 3 ms"},
	{"printed", "got ⟦map[EventName:a b Tags:map[c:1]]⟧ in 3 ms"},
	{"printed", `got ⟦{"EventName"=>"a b", "Tags"=>[{"c"=>1}], "None"=>nil}⟧ in 3 ms`},
	{"base64", "data ⟦" + base64.StdEncoding.EncodeToString([]byte(body)) + "⟧ end"},
	{"base64", `{x} ⟦"` + base64.RawURLEncoding.EncodeToString([]byte(body)) + `"⟧,`},
	{"base64", "⟦data:application/json;base64," + base64.StdEncoding.EncodeToString([]byte(body)) + "⟧\n" + body},
}

// xxd prints s as that program does.
func xxd(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i += 16 {
		row := s[i:min(i+16, len(s))]
		pairs := ""
		for k := range len(row) {
			pairs += fmt.Sprintf("%02x", row[k])
			if k%2 == 1 {
				pairs += " "
			}
		}
		fmt.Fprintf(&b, "%08x: %-40s %s\n", i, pairs, strings.Map(func(r rune) rune {
			if r < ' ' || r > '~' {
				return '.'
			}
			return r
		}, row))
	}
	return b.String()
}

// broken breaks s at a width, in characters.
func broken(s string, width int) string {
	var b strings.Builder
	for i, r := range []rune(s) {
		if i > 0 && i%width == 0 {
			b.WriteByte('\n')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func TestAWrapperTakesItsOwnBytes(t *testing.T) {
	for _, c := range wrapped {
		before, rest, _ := strings.Cut(c.text, "⟦")
		own, after, _ := strings.Cut(rest, "⟧")
		text := before + own + after
		s := scanner(text)
		found, ok := s.Next(0)
		for ok && found.Kind == "" { // a body before it
			found, ok = s.Next(found.Start + 1)
		}
		if !ok || found.Kind != c.kind || found.Start != len(before) || found.End != len(before)+len(own) {
			t.Errorf("%s: found %s %q in %q", c.kind, found.Kind, text[found.Start:found.End], text)
			continue
		}
		if at := bytes.IndexAny(found.Text, "{<"); !outset.At(found.Text, at) {
			t.Errorf("%s: there is no body in %q", c.kind, found.Text)
		}
		traces(t, found.Inside, text)
	}
}

// Every kind of wrapper has a name in both languages, and is tried above.
func TestEveryWrapperHasANameAndATest(t *testing.T) {
	if len(wrappers) > mostWrappers {
		t.Errorf("%d wrappers, there is room for %d", len(wrappers), mostWrappers)
	}
	for _, w := range wrappers {
		if name, ok := Name(w.kind); !ok || name.ZH == "" || name.EN == "" {
			t.Errorf("%s is called %q", w.kind, name)
		}
		if !slices.ContainsFunc(wrapped, func(c struct{ kind, text string }) bool { return c.kind == w.kind }) {
			t.Errorf("no test is about %s", w.kind)
		}
	}
	for _, p := range packed.Kinds {
		if name, ok := Name(p.Kind); !ok || name.ZH == "" || name.EN == "" {
			t.Errorf("%s is called %q", p.Kind, name)
		}
	}
	if _, ok := Name("rot13"); ok {
		t.Error("what is not known has a name")
	}
}

// traces fails where an offset of what was inside leads out of the wrapper, or
// not to a byte that stands for the one there.
func traces(t *testing.T, in Inside, text string) {
	t.Helper()
	last := in.Start
	for i, c := range in.Text {
		at := in.Shift + i
		if in.Trace != nil {
			at = in.Trace(i)
		}
		if at < last || at >= in.End {
			t.Fatalf("%s: byte %d lies at %d, in %d to %d after %d", in.Kind, i, at, in.Start, in.End, last)
		}
		if last = at; !recoded(in.Kind) && c >= 'a' && c <= 'z' && text[at] != c {
			t.Fatalf("%s: byte %d is %q, at %d stands %q", in.Kind, i, c, at, text[at])
		}
	}
}

// recoded reports whether no byte of a kind of wrapper stands for itself.
func recoded(kind string) bool {
	return slices.Contains([]string{"base64", "hexdump", "hex", "bytes", "printed"}, kind)
}

// What merely looks like a wrapper, or like a body, is neither.
func TestOrdinaryTextIsNoWrapper(t *testing.T) {
	for _, text := range []string{
		"", " \n\t", "今天打车花60元", "it's a quote: 'tis \"nice\\day\" & so on", `C:\temp\new "a\tb" {\n}`,
		"ac34be3aa0bf411ed9ce39d7cc972e427 WordsGeneralizeResult ap-guangzhou/in/2024/05/06/report_1.txt",
		"[INFO] [main] 2024-05-06 [12] <main> {thread} x", "50%25 off, see /a%20b?c=d&e=%E4%BB%8A", "&lt; less than &amp;quot; &#34;",
		"```\nls -l\n```\n~~~", "{", "[", "<", "{{template}}", "[1, 2] and 3", `[x: "y"]`,
		"GET it HTTP now", "HTTP/1.1 is a protocol", base64.StdEncoding.EncodeToString([]byte("no body, only words")),
		"name=value&other=%41%42", "\x1f\x8b", strings.Repeat("[", 1000), strings.Repeat(`["`, 1000) + "x",
	} {
		if found, ok := scanner(text).Next(0); ok && found.Kind != "" {
			t.Errorf("found %s %q in %.80q", found.Kind, text[found.Start:found.End], text)
		} else if ok && !strings.HasPrefix(text, `["`) && !strings.HasPrefix(text, "[[") {
			t.Errorf("found a body at %d of %.80q", found.Start, text)
		}
	}
}

func TestBodiesAreFound(t *testing.T) {
	for text, want := range map[string]int{
		body: 0, "\uFEFF \n" + body: 5, "<a/>": 0, "<名>1</名>": 0, "[1,2]": 0, "[]": 0, `["x <a>1</a> y", {"b":1}]`: 0, "[[1],[2]]\n": 0, "[ [ {\"a\":1}]]": 0,
		"INFO {\"a\":1}": 5, "INFO <a>1</a>": 5, `log: ["x", {"b":1}]`: 5, "a\n[1,\n2]\nb": 2, "x <?xml version='1.0'?><b/>": 2, "x <JobsDetail>": 2,
	} {
		if found, ok := scanner(text).Next(0); !ok || !found.Body || found.Start != want {
			t.Errorf("%q: found %v at %d, want a body at %d", text, ok, found.Start, want)
		}
	}
}

// A plus sign is a blank in a form, and itself in an address.
func TestPlusSigns(t *testing.T) {
	for text, want := range map[string]string{
		"a=%7B%22b%22%3A%22c+d%22%7D":          `{"b":"c d"}`,
		"a=%7B%22b%22%3A%22c%2Bd+e%22%7D":      `{"b":"c+d e"}`,
		"%7B%22b%22:%22c+d%22%7D":              `{"b":"c+d"}`,
		"%7B%22b%22%3A%22c+d%20e%22%7D":        `{"b":"c+d e"}`,
		"data=%7B%22b%22:%22c+d%22%7D&x=1":     `{"b":"c+d"}`,
		"%7B%22b%22:%22c&d%22%7D":              `{"b":"c&d"}`,
		"%7B%22b%22:%22%u4ECA%u5929%22%7D":     `{"b":"今天"}`,
		"data=%3Ca%3E&amp;lt;%2Fa%3E&amp;b=%3": `<a>&amp;lt;/a>`,
	} {
		if found, _ := scanner(text).Next(0); string(found.Text) != want {
			t.Errorf("%s: got %q, want %q", text, found.Text, want)
		}
	}
}

func TestInflateTakesItsOwnBytes(t *testing.T) {
	zlibbed := pressed(body, func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) })
	two := append(gzipped(body), gzipped("more")...)
	for _, c := range []struct {
		name        string
		b           []byte
		text        string
		own         int
		broken, cut bool
	}{
		{"gzip", gzipped(body), body, len(gzipped(body)), false, false},
		{"two members", two, body + "more", len(two), false, false},
		{"gzip and more", append(gzipped(body), body...), body, len(gzipped(body)), false, false},
		{"zlib and more", append(bytes.Clone(zlibbed), body...), body, len(zlibbed), false, false},
		{"cut", zlibbed[:len(zlibbed)-6], body, len(zlibbed) - 6, true, false},
		{"limited", gzipped(strings.Repeat(body, 20)), strings.Repeat(body, 20)[:1000], -1, false, true},
	} {
		in, ok := Inflate(c.b, Context{Inflate: 1000})
		if c.own < 0 {
			c.own = len(c.b)
		}
		if !ok || string(in.Text) != c.text || in.End != c.own || (in.Damage != nil) != c.broken || in.Limited != c.cut {
			t.Errorf("%s: %d bytes, %v, %v, of %d: %.40q", c.name, in.End, in.Damage, in.Limited, c.own, in.Text)
		}
	}
	for _, b := range [][]byte{nil, {0x1f, 0x8b, 8}, []byte("x\x9c"), []byte("x\x9cabcdefgh")} {
		if _, ok := Inflate(b, Context{Inflate: 1000}); ok {
			t.Errorf("%q was inflated", b)
		}
	}
}

// Looking for what wrappers hold comes to an end: the budget is kept.
func TestLookingComesToAnEnd(t *testing.T) {
	text := strings.Repeat(`"\"&lt;%3C\u003c`, 2000)
	budget := 3 * len(text)
	s := NewScanner([]byte(text), Context{Depth: 100, Budget: &budget})
	for at, ok := 0, true; ok; {
		var found Found
		found, ok = s.Next(at)
		at = found.End + 1
	}
	if budget > 0 || budget < -len(text) {
		t.Errorf("%d bytes of the budget are left", budget)
	}
}

// What is found from any byte on lies behind it, and so do the places of its bytes.
func TestWhatIsFoundLiesBehindWhereTheSearchBegan(t *testing.T) {
	for _, c := range wrapped {
		text := strings.NewReplacer("⟦", "", "⟧", "").Replace(c.text)
		for from := range text {
			found, ok := scanner(text).Next(from)
			if ok && (found.Start < from || found.Trace != nil && found.Trace(0) < found.Start) {
				t.Errorf("from %d of %q: %s lies at %d", from, text, found.Kind, found.Start)
				break
			}
		}
	}
}

// FuzzScanner holds for any text: no panic, and all that is found lies in the
// text, in order.
func FuzzScanner(f *testing.F) {
	for _, c := range wrapped {
		f.Add([]byte(strings.NewReplacer("⟦", "", "⟧", "").Replace(c.text)))
	}
	f.Add(gzipped(body))
	f.Fuzz(func(t *testing.T, text []byte) {
		budget := 1 << 20
		c := Context{Inflate: 1 << 16, Depth: 8, Budget: &budget}
		if in, ok := Inflate(text, c); ok && (in.End <= 0 || in.End > len(text)) {
			t.Fatalf("inflated up to %d of %d", in.End, len(text))
		}
		s := NewScanner(text, c)
		for at := 0; at < len(text); {
			found, ok := s.Next(at)
			if !ok {
				return
			}
			if found.Start < at || found.End < found.Start || found.End > len(text) || !found.Body && found.End == found.Start {
				t.Fatalf("after %d found %s from %d to %d of %d", at, found.Kind, found.Start, found.End, len(text))
			}
			for i := 0; i <= len(found.Text) && found.Trace != nil; i += 7 {
				if at := found.Trace(i); at < found.Start || at > found.End {
					t.Fatalf("%s: byte %d lies at %d, outside of %d to %d", found.Kind, i, at, found.Start, found.End)
				}
			}
			at = max(found.End, found.Start+1)
		}
	})
}
