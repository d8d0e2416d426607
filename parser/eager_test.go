package parser

import (
	"encoding/base64"
	"encoding/hex"
	"html"
	"net/url"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/internal/bodies"
)

// lookalikes are values of leaves that look like something to take off or to go into.
func lookalikes() []string {
	return []string{
		bodies.SoundJSON, bodies.SoundXML, strconv.Quote(bodies.SoundJSON), url.QueryEscape(bodies.SoundXML), html.EscapeString(bodies.SoundXML),
		base64.StdEncoding.EncodeToString([]byte(bodies.SoundJSON)), hex.EncodeToString([]byte(bodies.SoundXML)), "POST / HTTP/1.1\nHost: a\n\n" + bodies.SoundJSON,
		"<doc<", "a <Response> is what it sends", "<JobsDetail>", "<?xml", "{EventName=TaskFinish, JobsDetail=[{JobId=a}]}", "map[EventName:a JobsDetail:b]",
		"dGhpcyBpcyBubyBib2R5IGF0IGFsbA==", "QUFBQUFBQUFBQUFBQUFBQUFBQUFB", "WordsGeneralizeResultWordsGeneralizeToken", "deadbeefdeadbeefdeadbeefdeadbeef", "7b227d",
		"[60, 82, 101, 115]", "00000000  3c 61 3e", "{", "[{", `{"a":`, `{\"a\":1}`, "%7B%22a%22%3A1%7D", "a=%7B%7D&b=1", "&lt;a&gt;", "```\n{}\n```", "$'\\n'", "`n", "^\"",
		"\\x22a\\x22", "\\u4eca\\u5929", "1\n2\n3\n", "cb-1 | {", "H4sIAAAAAAAA", "\x1b[1m", "OrderedDict([])", "Array\n(\n)", "'a''b'", `"a""b"`,
		`a:1:{s:1:"x";s:1:"y";}`, `EventName: "a" Tag: 1`, "EventName: a\nJobsDetail:\n  JobId: b1\n  State: c\n", "EventName=a\nJobsDetail.0.JobId=b", "<plist><dict/></plist>", "{code}{}{code}",
		"json = {};\njson.EventName = \"a\";\njson.JobsDetail.JobId = \"b\";\n", "/Response/JobsDetail/JobId=a\n/Response/JobsDetail/Tag=b",
		"[[\"JobsDetail\",0,\"JobId\"],\"a\"]\n[[\"JobsDetail\",0,\"Tag\"],\"a\"]", `{"JobsDetail.JobId":"a","JobsDetail.Tag":"b"}`, "{ JobsDetail = ( { JobId = a; } ); }",
		"E'{}'", "N'<a>'", `{\rtf1 \{\}}`, "&#123;&#125;",
	}
}

// A callback that is known keeps what its leaves hold, whatever that looks like: each
// reads as it was written, and nothing is taken out of it.
func TestWhatALeafHoldsStaysItsValue(t *testing.T) {
	for _, value := range lookalikes() {
		inXML := strings.NewReplacer("a&amp;b", strings.ReplaceAll(xmlEscaped(value), "\x1b", "?"), "<Word>看</Word>", "<Word>"+strings.ReplaceAll(xmlEscaped(value), "\x1b", "?")+"</Word>").Replace(bodies.SoundXML)
		inJSON := strings.NewReplacer(`"a&b"`, quoteJSON(value), `"Word":"看"`, `"Word":`+quoteJSON(value)).Replace(bodies.SoundJSON)
		for kind, body := range map[string]string{"xml": inXML, "json": inJSON, "pretty": forms["two blanks"](inJSON), "log": "2024-05-06 07:08:09 INFO got " + inJSON + "\n"} {
			want := value
			if kind == "xml" {
				want = strings.ReplaceAll(value, "\x1b", "?")
			}
			r := readString(body)
			if len(r.Callbacks) != 1 || len(r.Documents) != 1 || strings.Contains(codes(r), "cut") {
				t.Errorf("%s: %.60q: %d callbacks in %d documents, layers %v, said %s", kind, value, len(r.Callbacks), len(r.Documents), kindsOf(r), codes(r))
				continue
			}
			job := &r.Callbacks[0].Jobs[0]
			if job.Operation.UserData.Text != want || job.Tokens.Word(3) != want {
				t.Errorf("%s: %.60q: UserData is %.60q, a word %.60q", kind, want, job.Operation.UserData.Text, job.Tokens.Word(3))
			}
		}
	}
}

// Nor is a body that is none of ours searched for words about bodies: nothing is called
// cut, and every value is what it was.
func TestTextAboutBodiesIsNoBody(t *testing.T) {
	for _, value := range lookalikes()[8:] {
		r := readString(`{"message":` + quoteJSON(value) + `,"n":[{"x":` + quoteJSON(value) + `}]}`)
		var leaves []string
		for _, d := range r.Documents[:1] {
			leaves = bodies.Leaves(d)
		}
		plain := readString(`{"message":"~","n":[{"x":"~"}]}`)
		want := bodies.Leaves(plain.Documents[0])
		if strings.Contains(codes(r), "cut") || len(r.Callbacks) > 0 && !strings.Contains(value, "JobsDetail") || len(leaves) != len(want) {
			t.Errorf("%.60q: %d callbacks, layers %v, said %s", value, len(r.Callbacks), kindsOf(r), codes(r))
		}
		for i := range want {
			if got := strings.ReplaceAll(want[i], "~", value); i < len(leaves) && !reflect.DeepEqual(leaves[i], got) && !strings.Contains(value, "\x1b") {
				t.Errorf("%.60q: %q, want %q", value, leaves[i], got)
			}
		}
	}
}
