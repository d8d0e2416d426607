package parser

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/diagnostic"
	"github.com/callbacklens/callbacklens/parser/internal/bodies"
)

// theOne returns the diagnostic of a code, or fails.
func theOne(t *testing.T, r *Report, code string) *diagnostic.Diagnostic {
	t.Helper()
	for i := range r.Diagnostics {
		if r.Diagnostics[i].Code == code {
			return &r.Diagnostics[i]
		}
	}
	t.Fatalf("%s is not said, but %s", code, codes(r))
	return nil
}

// TestBinaryIsSaidToBeSo gives what somebody may drop by mistake. Its first
// bytes must be enough: nothing of it is read.
func TestBinaryIsSaidToBeSo(t *testing.T) {
	noise := make([]byte, 4<<20)
	for i, r := 0, rand.New(rand.NewPCG(3, 4)); i < len(noise); i += 8 {
		binary.LittleEndian.PutUint64(noise[i:], r.Uint64())
	}
	for _, c := range []struct{ begins, code, kind string }{
		{"", "binary", ""}, {"\x0bbrotli has no mark\x80\x01\x02", "binary", ""},
		{"\x89PNG\r\n\x1a\n", "binary-file", "PNG"}, {"\xff\xd8\xff\xe0", "binary-file", "JPEG"}, {"GIF89a", "binary-file", "GIF"},
		{"%PDF-1.7\n%", "binary-file", "PDF"}, {"PK\x03\x04", "binary-file", "ZIP"}, {"7z\xbc\xaf\x27\x1c", "binary-file", "7z"},
		{"\x28\xb5\x2f\xfd", "binary-file", "Zstandard"}, {"\x00\x00\x00\x18ftypmp42", "binary-file", "MP4"}, {"BZh91AY&SY", "binary-file", "bzip2"},
	} {
		body := slices.Concat([]byte(c.begins), noise)
		pulses := 0
		r := Inspect(context.Background(), body, Options{Pulse: func(Progress) { pulses++ }})
		d := theOne(t, r, c.code)
		if got := strings.Join(d.Args, ""); got != c.kind {
			t.Errorf("%q is said to be %q", c.begins, got)
		}
		if len(r.Documents) > 0 || len(r.Diagnostics) != 1 || pulses > 20 {
			t.Errorf("%q: %d documents, %s, %d pulses", c.begins, len(r.Documents), codes(r), pulses)
		}
	}
}

func TestTextIsNotTakenForBinary(t *testing.T) {
	for _, s := range []string{
		bodies.SoundXML, bodies.SoundJSON, "2024-05-06 \x1b[32mINFO\x1b[0m " + bodies.SoundJSON, "\x00\x00\x00\x00INFO " + bodies.SoundXML,
		"\xc8\xd5\xd6\xbe " + bodies.SoundJSON, "MZ is no program, nor is BZh an archive: " + bodies.SoundJSON, "<a>\x01\x02\x03\x04</a>",
		"POST / HTTP/1.1\nHost: a\nContent-Encoding: gzip\n\n" + string(gzipped(bodies.SoundJSON)),
	} {
		if r := readString(s); len(r.Documents) == 0 || strings.Contains(codes(r), "binary") {
			t.Errorf("%.40q: %d documents, said %s", s, len(r.Documents), codes(r))
		}
	}
}

// TestBrokenUnicodeIsReadAsFarAsItGoes tries UTF-16 and UTF-32 in both orders,
// with a mark and without, with what is no character in them and cut within one.
func TestBrokenUnicodeIsReadAsFarAsItGoes(t *testing.T) {
	encode := func(order binary.AppendByteOrder, size int, s string) (b []byte) {
		for _, r := range s {
			switch {
			case size == 4:
				b = order.AppendUint32(b, uint32(r))
			case r == '½': // stands for half of a pair
				b = order.AppendUint16(b, 0xD83D)
			default:
				for _, u := range utf16.Encode([]rune{r}) {
					b = order.AppendUint16(b, u)
				}
			}
		}
		if size == 4 { // where ½ is the first half of a pair too
			for i := 0; i < len(b); i += 4 {
				if order.(binary.ByteOrder).Uint32(b[i:]) == '½' {
					copy(b[i:], order.AppendUint32(nil, 0xD83D))
				}
			}
		}
		return b
	}
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		for _, size := range []int{2, 4} {
			for _, mark := range []string{"", "\uFEFF"} {
				name := fmt.Sprintf("%v, %d bytes, mark %q", order, size, mark)
				r := Inspect(context.Background(), encode(order, size, mark+`{"a":"今😀"}`), Options{})
				if got := bodies.Leaves(r.Documents[0]); codes(r) != "nothing-known" || got[0] != "今😀" {
					t.Errorf("%s: said %s of %q", name, codes(r), got)
				}
				r = Inspect(context.Background(), append(encode(order, size, mark+`{"a":"x½y½","b":"½`+"今"+`"}`), 0), Options{})
				if got := bodies.Leaves(r.Documents[0]); got[0] != "x\uFFFDy\uFFFD" || got[1] != "\uFFFD今" {
					t.Errorf("%s: read %q", name, got)
				}
				if d := theOne(t, r, "charset-replaced"); d.Args[1] != "3" || d.At.Offset != strings.IndexRune(string(r.Source.Text), utf8.RuneError) {
					t.Errorf("%s: said %q at %v", name, d.Text.EN, d.At)
				}
				if d := theOne(t, r, "charset-odd"); d.Args[1] != "1" {
					t.Errorf("%s: said %q", name, d.Text.EN)
				}
			}
		}
	}
}

func TestBadBytesAreCounted(t *testing.T) {
	r := readString("{\"a\":\"\xff\xfe今\xc3\"}")
	if d := theOne(t, r, "bad-utf8"); d.Args[0] != "3" || d.At.Offset != 6 {
		t.Errorf("said %q at %v", d.Text.EN, d.At)
	}
}

// TestHalvesOfCharactersInEscapesAreSaidOnce gives pairs, halves and what is cut
// within a pair.
func TestHalvesOfCharactersInEscapesAreSaidOnce(t *testing.T) {
	for body, want := range map[string]struct {
		value string
		count string
	}{
		`{"a":"\ud83d\ude00"}`:                   {"😀", ""},
		`{"a":"\ud83d"}`:                         {"\uFFFD", "1"},
		`{"a":"\ude00\ud83d\ud83d\ude00\ude00"}`: {"\uFFFD\uFFFD😀\uFFFD", "3"},
		`{"a":"\ud83dx\u0041"}`:                  {"\uFFFDxA", "1"},
	} {
		r := readString(body)
		if got := bodies.Leaves(r.Documents[0])[0]; got != want.value {
			t.Errorf("%s: read %q", body, got)
		}
		if count := strings.Count(codes(r), "json-half-escape"); count != len(want.count) {
			t.Errorf("%s: said %s", body, codes(r))
		} else if count > 0 && theOne(t, r, "json-half-escape").Args[0] != want.count {
			t.Errorf("%s: said %s", body, theOne(t, r, "json-half-escape").Text.EN)
		}
	}
	for _, cut := range []string{`{"a":"\ud83d`, `{"a":"\ud83d\`, `{"a":"\ud83d\u`, `{"a":"\ud83d\ude`} {
		if c := codes(readString(cut)); c != "cut" {
			t.Errorf("%s: said %s", cut, c)
		}
	}
	rows := "[" + strings.Repeat(`{"a":"\ud83d\ude00"},`, 20) + `{"a":"\ud83d"}]`
	r := readString(rows)
	if len(r.Documents[0].Flat().Tables) != 1 || theOne(t, r, "json-half-escape").At.Offset != strings.LastIndex(rows, `\ud83d`) {
		t.Errorf("%d tables, said %s", len(r.Documents[0].Flat().Tables), codes(r))
	}
}

// TestTheLastOfEqualNamesCounts holds for few members and many, for names with
// escapes and without, in strict reading and in mending, and in rows.
func TestTheLastOfEqualNamesCounts(t *testing.T) {
	var many strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&many, `"k%d":%d,`, i, i)
	}
	for _, c := range []struct{ body, want string }{
		{`{"a":1,"a":2}`, "2"}, {`{"a":1,"b":0,"\u0061":2}`, "2"}, {`{"\u0061":1,"a":2,"a":3}`, "3"}, {`{"a":1,'a':2,}`, "2"}, {`{"a":1,a:2`, "2"},
		{`{"a":1,` + many.String() + `"a":2}`, "2"}, {`{` + many.String() + `"a":1,"a":2,"\u0061":3}`, "3"}, {`{"a":{"a":0},"a":"x"}`, "x"},
		{"[" + strings.Repeat(`{"a":1,"a":2},`, 20) + "1]", "2"},
	} {
		r := readString(c.body)
		top := r.Documents[0].Root().Nth(0).Single()
		if got := top.Child("a").Value(); got != c.want {
			t.Errorf("%.40s: got %s", c.body, got)
		}
		count := 0
		for range top.All("a") {
			count++
		}
		if d := theOne(t, r, "json-duplicate-key"); count != 1 || d.Span.Len() == 0 {
			t.Errorf("%.40s: %d count, said at %v", c.body, count, d.At)
		}
	}
	for _, sound := range []string{`{"a":1,"b":{"a":2}}`, `{"a":[{"a":1},{"a":2}]}`, `{` + many.String() + `"a":1}`, `{"a":1,"a`, `{"":1,"\u0000":2}`} {
		if c := codes(readString(sound)); strings.Contains(c, "duplicate") {
			t.Errorf("%.40s: said %s", sound, c)
		}
	}
	r := readString(`{"EventName":"TaskFinish","JobsDetail":[{"JobId":"x","State":"Failed","State":"Success"}]}`)
	if state := r.Callbacks[0].Jobs[0].State.Text; state != "Success" {
		t.Errorf("the job's state is %s", state)
	}
}

// TestWhatAStandardAcceptsIsQuiet gives bodies that are no callback, and valid.
func TestWhatAStandardAcceptsIsQuiet(t *testing.T) {
	for body, want := range map[string]string{
		`[1,2]`: "1 2", `[]`: "", `[[1],["x"]]`: "1 x", `["<a>", {"b":1}]`: "<a> 1", `{}`: "", "<名><甲>文</甲></名>": "文", "<_/>": "", "<é>x</é>": "x",
		"<!-- c --><r>x</r>": "x", "<?p d?><r>x</r>": "x", `<r a="1">x</r>`: "1 x", "[\n 1,\n 2\n]\n": "1 2", `[null,true,-1.5e+3]`: "true -1.5e+3",
	} {
		r := readString(body)
		if codes(r) != "nothing-known" {
			t.Errorf("%q: said %s", body, codes(r))
			continue
		}
		if got := strings.Join(strings.Fields(strings.Join(bodies.Leaves(r.Documents[0]), " ")), " "); !strings.HasSuffix(got, want) {
			t.Errorf("%q: read %q", body, got)
		}
	}
}

// TestDeepNestingEndsInAReport nests every construct without end. The stack
// may not grow with it.
func TestDeepNestingEndsInAReport(t *testing.T) {
	const size, stack = 300_000, 1 << 20 // even the smallest frames would not fit
	defer debug.SetMaxStack(debug.SetMaxStack(stack))
	quoted := `{"a":1}`
	for len(quoted) < size {
		quoted = bodies.QuoteJSON(quoted)
	}
	bodies := map[string]string{"quotes of quotes": quoted}
	for _, unit := range []string{
		"[", `{"a":`, "<a>", `["`, `["["`, `[{"a":`, `{"a":[`, "<a><b>x</b>", "<a b='1'>", `[[],`, `{a:`, `{'a':[`, "&amp;", "amp;", "&lt;", "%25", `\`, `\\"`, "<!-- ", "<![CDATA[", "<!A [", "<?x ",
		"```\n", "\"{\\\"a\\\":", "POST / HTTP/1.1\n\n", "a=", "data: ", "> ", "e30=", "/*", "“", "{{", "[{", "<", "((", "JobsDetail", `{"JobsDetail":[`, `{"Response":`, "<Response><JobsDetail>", `{"Operation":{"WordsGeneralizeResult":[`,
	} {
		bodies[unit] = strings.Repeat(unit, size/len(unit))
		bodies["after <r> "+unit] = "<r>" + bodies[unit]
		bodies["in an array "+unit] = `{"a":[` + bodies[unit]
	}
	for name, body := range bodies {
		done := make(chan *Report)
		go func() {
			r := Inspect(context.Background(), []byte(body), Options{})
			for i := range r.Diagnostics {
				r.Excerpt(&r.Diagnostics[i].Spot)
			}
			for _, doc := range r.Documents {
				for it := doc.Root(); it.Ok(); it = it.Nth(it.Count() - 1) {
					_, _ = it.Path(), it.Value()
				}
				doc.Etree()
			}
			done <- r
		}()
		if r := <-done; len(r.Documents) == 0 && len(r.Diagnostics) == 0 {
			t.Errorf("%s: nothing is said", name)
		}
	}
}

func TestACutAtTheRootIsToldInWords(t *testing.T) {
	for _, body := range []string{`{"a":1,`, `[{"a":1},`, `[{"a":1`, "<!-- x", "<?xml x"} {
		d := &diagnostic.Diagnostic{}
		r := readString(body)
		for i := range r.Diagnostics {
			if strings.HasPrefix(r.Diagnostics[i].Code, "cut") {
				d = &r.Diagnostics[i]
			}
		}
		if d.Code == "" || strings.Contains(d.Text.EN, "while  was") || strings.Contains(d.Text.ZH, "正在读的是 。") {
			t.Errorf("%s: %q, said %s", body, d.Text.EN, codes(r))
		}
	}
}

// TestExcerptsPointAtThePlace looks for @, which is odd in JSON, behind what may
// put a caret wrong.
func TestExcerptsPointAtThePlace(t *testing.T) {
	for _, before := range []string{
		"", "\xff", "\xff\xfe\xc3", "今", "😀今", "e\u0301", "\xe4\xbb", "\xed\xa0\x80", strings.Repeat("\xff", 100), strings.Repeat("今", 100), strings.Repeat("\x80", 200), "\r\n今",
	} {
		r := readString("{\"a\":\"" + before + "\",\"b\":@}")
		d := theOne(t, r, "json-value")
		e, ok := r.Excerpt(&d.Spot)
		runes := []rune(e.Text)
		if !ok || e.Caret >= len(runes) || runes[e.Caret] != '@' || e.Width != 1 {
			t.Errorf("%.20q: caret %d, width %d in %q", before, e.Caret, e.Width, e.Text)
		}
	}
}

// TestPrefixesOfNamesDoNotMatter gives elements in a namespace, alone and as
// rows.
func TestPrefixesOfNamesDoNotMatter(t *testing.T) {
	body := strings.NewReplacer("</", "</x:", "<", "<x:").Replace(bodies.SoundXML)
	r := readString(strings.Replace(body, "<x:Response>", `<x:Response xmlns:x="urn:x">`, 1))
	plain := readString(bodies.SoundXML)
	if len(r.Callbacks) != 1 || codes(r) != "" {
		t.Fatalf("%d callbacks, said %s", len(r.Callbacks), codes(r))
	}
	got, want := r.Callbacks[0].Jobs[0], plain.Callbacks[0].Jobs[0]
	if got.ID.Text != want.ID.Text || got.Tag.Text != want.Tag.Text || got.State.Text != want.State.Text || got.Input.Address() != want.Input.Address() || len(got.Labels) != len(want.Labels) || len(got.Rest) != len(want.Rest) {
		t.Errorf("got %+v", got)
	}
	if text, ok := got.Tokens.Text(); !ok || got.Tokens.Len() != len(bodies.Words) || text != strings.Join(bodies.Words, "") {
		t.Errorf("%d tokens, %q", got.Tokens.Len(), text)
	}
}
