package parser

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/diagnostic"
	"github.com/callbacklens/callbacklens/parser/internal/bodies"
	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// wrappers put a body into what people copy it out of.
var wrappers = []struct {
	kind string
	wrap func(string) string
}{
	{"http", func(s string) string {
		return "POST /cb/secret HTTP/1.1\r\nHost: lens.example\r\nContent-Type: application/xml\r\n\r\n" + s
	}},
	{"quoted", func(s string) string { b, _ := json.Marshal(s); return string(b) }},
	{"quoted", strconv.Quote},
	{"html", html.EscapeString},
	{"form", func(s string) string { return "a=1&body=" + url.QueryEscape(s) + "&b=2" }},
	{"form", func(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }},
	{"base64", func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }},
	{"base64", func(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }},
	{"base64", func(s string) string {
		b := base64.StdEncoding.EncodeToString([]byte(s))
		var lines []string
		for len(b) > 76 {
			lines, b = append(lines, b[:76]), b[76:]
		}
		return strings.Join(append(lines, b), "\r\n")
	}},
	{"fence", func(s string) string {
		mark := "```"
		for strings.Contains(s, mark) {
			mark += "`"
		}
		return "before\n" + mark + "\n" + s + "\n" + mark + "\nafter\n"
	}},
	{"gzip", func(s string) string { return base64.StdEncoding.EncodeToString(gzipped(s)) }},
	{"quoted", func(s string) string { return "2024-05-06 INFO body=" + strconv.Quote(s) + " done" }},
	{"quoted", bytesLiteral},
	{"bare", func(s string) string { return "received " + strings.Trim(bodies.QuoteJSON(s), `"`) }},
	{"address", encodeURI},
	{"http", func(s string) string {
		return fmt.Sprintf("HTTP/1.1 200 OK\nContent-Length: %d\nContent-Type: text/xml\n\n%s", len(s), s)
	}},
	{"chunked", func(s string) string {
		half := len(s) / 2
		for half < len(s) && !utf8.RuneStart(s[half]) { // some of the others write text, not bytes
			half++
		}
		return fmt.Sprintf("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n%x;ext\r\n%s\r\n0\r\n\r\n", half, s[:half], len(s)-half, s[half:])
	}},
	{"bytes", func(s string) string { return fmt.Sprint("body=", []byte(s)) }},
	{"hex", func(s string) string { return fmt.Sprintf("<Buffer % x>", s) }},
	{"hex", func(s string) string { return "0x" + hex.EncodeToString([]byte(s)) }},
	{"hexdump", func(s string) string { return hex.Dump([]byte(s)) }},
	{"cell", func(s string) string { return "id,body\n1,\"" + strings.ReplaceAll(s, `"`, `""`) + "\"\n" }},
	{"source", func(s string) string {
		half := len(s) / 2
		for half < len(s) && !utf8.RuneStart(s[half]) {
			half++
		}
		return "String body =\n  " + strconv.Quote(s[:half]) + "\n  + " + strconv.Quote(s[half:]) + ";\n"
	}},
	{"block", func(s string) string { return "String body = \"\"\"\n" + s + "\n\"\"\";\n" }},
	{"base64", func(s string) string { return "data:text/xml;base64," + base64.StdEncoding.EncodeToString([]byte(s)) }},
	{"zlib", func(s string) string {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		fmt.Fprint(w, s)
		w.Close()
		return base64.StdEncoding.EncodeToString(b.Bytes())
	}},
}

// bytesLiteral writes s as Python prints bytes.
func bytesLiteral(s string) string {
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\'' || c == '\\':
			b.WriteString(`\` + string(c))
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\r':
			b.WriteString(`\r`)
		case c == '\t':
			b.WriteString(`\t`)
		case c < ' ' || c >= 0x7F:
			fmt.Fprintf(&b, `\x%02x`, c)
		default:
			b.WriteByte(c)
		}
	}
	return "b'" + b.String() + "'"
}

// encodeURI does what the function of JavaScript does.
func encodeURI(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || strings.IndexByte("-_.!~*'();/?:@&=+$,#", c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

func gzipped(s string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	fmt.Fprint(w, s)
	w.Close()
	return b.Bytes()
}

// contents lists the kinds and values of everything that was found.
func contents(r *Report) []string {
	var out []string
	for _, c := range r.Callbacks {
		out = append(out, c.Kind)
	}
	for _, d := range r.Documents {
		out = append(out, bodies.Leaves(d)...)
	}
	return out
}

// told lists the kinds of the callbacks in a report and the values of the documents that
// they stand in: what a queue or a log has beside them is none of theirs.
func told(r *Report) []string {
	var out []string
	var last *Document
	for _, c := range r.Callbacks {
		out = append(out, c.Kind)
		if doc := c.Root.Document(); doc != last {
			out, last = append(out, bodies.Leaves(doc)...), doc
		}
	}
	return out
}

// unwrapsTo reports whether body, wrapped by the wrappers named, gives what the
// body gives by itself.
func unwrapsTo(body string, order ...int) error {
	wrapped, kinds := body, ""
	for _, i := range order {
		wrapped = wrappers[i].wrap(wrapped)
		kinds = wrappers[i].kind + " " + kinds
	}
	want, got := readString(body), readString(wrapped)
	if !reflect.DeepEqual(told(got), told(want)) {
		return fmt.Errorf("%s: got %d values, want %d; layers %v; said %s; from %.100q", kinds, len(told(got)), len(told(want)), kindsOf(got), codes(got), wrapped)
	}
	return nil
}

func kindsOf(r *Report) (kinds []string) {
	for _, l := range r.Layers {
		kinds = append(kinds, l.Kind)
	}
	return kinds
}

// wholly reports whether the outer wrapper leaves nothing of the inner one as it was, or
// nothing that would have to change: what it leaves can't be told from what it made.
func wholly(inner, outer int) bool {
	in := wrappers[inner].kind
	switch wrappers[outer].kind {
	case "bare", "address":
		return false
	case "html": // escapes nothing of what stands before the first bracket or quote
		return !slices.Contains([]string{"chunked", "address", "container", "records", "prefix"}, in)
	case "prefix", "container", "records": // are told by the lines of a body, not of what holds it
		return !slices.Contains([]string{"chunked", "base64", "hexdump", "source", "html", "container", "records", "terminal", "shell"}, in)
	case "wrapped": // likewise, and breaks what others write
		return false
	case "sql": // may be MySQL's, where a backslash is an escape
		return !slices.Contains([]string{"source", "container", "records", "wrapped", "hexdump"}, in)
	case "block": // ends at three quotes
		return in != "cell"
	case "cell", "shell", "escapes":
		return in != "wrapped" && in != "sql" && in != "shell"
	}
	return true
}

func TestEveryTwoWrappers(t *testing.T) {
	for name, body := range map[string]string{"xml": bodies.SoundXML, "json": bodies.SoundJSON} {
		for i := range wrappers {
			for k := range wrappers {
				if !wholly(i, k) {
					continue
				}
				if err := unwrapsTo(body, i, k); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
	}
}

// forms are the ways in which one body is laid out.
var forms = map[string]func(string) string{
	"as it is":     func(s string) string { return s },
	"two blanks":   func(s string) string { return pretty(s, "  ", "\n") },
	"four blanks":  func(s string) string { return pretty(s, "    ", "\n") },
	"tabs":         func(s string) string { return pretty(s, "\t", "\n") },
	"CRLF":         func(s string) string { return pretty(s, "  ", "\r\n") },
	"BOM":          func(s string) string { return "\uFEFF" + s },
	"BOM, pretty":  func(s string) string { return "\uFEFF" + pretty(s, "  ", "\n") },
	"prolog":       prolog,
	"prolog, CRLF": func(s string) string { return pretty(prolog(s), " ", "\r\n") },
	"blanks round": func(s string) string { return "\n\n  " + s + " \r\n\n" },
}

func prolog(s string) string {
	if s[0] == '<' {
		return `<?xml version="1.0" encoding="utf-8"?>` + s
	}
	return s
}

// pretty lays out a body of one line, each level with an indent more.
func pretty(s, indent, newline string) string {
	if s[0] == '<' {
		s = strings.ReplaceAll(s, "><", ">\n<")
		depth := 0
		lines := strings.Split(s, "\n")
		for i, line := range lines {
			if strings.HasPrefix(line, "</") {
				depth--
			}
			lines[i] = strings.Repeat(indent, depth) + line
			if !strings.Contains(line, "</") && !strings.HasPrefix(line, "<?") && !strings.HasSuffix(line, "/>") {
				depth++
			}
		}
		return strings.Join(lines, newline)
	}
	var b bytes.Buffer
	if err := json.Indent(&b, []byte(s), "", indent); err != nil {
		panic(err)
	}
	return strings.ReplaceAll(b.String(), "\n", newline)
}

func TestEachWrapperHoldsEachFormOfBody(t *testing.T) {
	for kind, body := range map[string]string{"xml": bodies.SoundXML, "json": bodies.SoundJSON} {
		for name, form := range forms {
			want := told(readString(form(body)))
			if len(want) < 50 {
				t.Fatalf("%s %s: nothing is read", kind, name)
			}
			for i, w := range wrappers {
				for _, before := range []string{"", "\uFEFF"} {
					if w.kind == "wrapped" && strings.HasPrefix(form(body), "\uFEFF") {
						continue // who prints a mark that has no width does not count it
					}
					if got := readString(before + w.wrap(form(body))); !reflect.DeepEqual(told(got), want) {
						t.Errorf("%s, %s, %d %s, %q before it: %d values, want %d; layers %v, said %s", kind, name, i, w.kind, before,
							len(told(got)), len(want), kindsOf(got), codes(got))
					}
				}
			}
		}
	}
}

// separators stand between two bodies.
var separators = []string{"\n", "\r\n", "\n\n", " \n\t", "\n2024-05-06 07:08:09 INFO [main] received\n", "\n-- \n", ",\n", " ", "\nid=17 body="}

// Whatever lies around whichever body, both are read, in order.
func TestBodiesBesideWrappersAreRead(t *testing.T) {
	one := func(asXML bool, id string) string {
		if asXML {
			return strings.Replace(bodies.SoundXML, "alens0001", id, 1)
		}
		return strings.Replace(bodies.SoundJSON, "alens0001", id, 1)
	}
	for i, w := range wrappers {
		for n, sep := range separators {
			for kinds := range 4 {
				if (i+n+kinds)%2 == 1 {
					continue // takes too long, and others try it
				}
				for _, form := range []string{"as it is", "two blanks"} {
					a, b := forms[form](one(kinds&1 == 0, "first")), forms[form](one(kinds&2 == 0, "second"))
					for layout, text := range map[string]string{
						"A W(B)": a + sep + w.wrap(b), "W(A) B": w.wrap(a) + sep + b, "W(A) W(B)": w.wrap(a) + sep + w.wrap(b),
					} {
						if (w.kind == "fence" || w.kind == "records") && sep[len(sep)-1] != '\n' && layout != "W(A) B" {
							continue // it begins with its line
						}
						if got := idsOf(readString(text)); !reflect.DeepEqual(got, []string{"first", "second"}) {
							t.Errorf("%d %s, %s, %q between, kinds %d, %s: read %q; layers %v", i, w.kind, layout, sep, kinds, form, got, kindsOf(readString(text)))
						}
					}
				}
			}
		}
	}
}

// Two wrappers beside each other keep out of each other's way, whichever they are and in
// whichever order; so do a wrapper and a body without one.
func TestWrappersBesideWrappersAreRead(t *testing.T) {
	all := append([]writer{{"plain", func(s string) string { return s }}}, wrappers...)
	for i, v := range all {
		for k, w := range all {
			a, b := bodies.SoundXML, strings.Replace(bodies.SoundJSON, "alens0001", "second", 1)
			want := []string{"alens0001", "second"}
			if (i+k)%2 == 1 {
				a, b, want = b, a, []string{"second", "alens0001"}
			}
			if (i+k)%4 > 1 {
				a, b = forms["two blanks"](a), forms["two blanks"](b)
			}
			text := v.wrap(a) + "\n" + w.wrap(b)
			if got := idsOf(readString(text)); !reflect.DeepEqual(got, want) {
				t.Errorf("%d %s then %d %s: read %q, want %q; layers %v", i, v.kind, k, w.kind, got, want, kindsOf(readString(text)))
			}
		}
	}
}

func idsOf(r *Report) (ids []string) {
	for _, c := range r.Callbacks {
		for _, j := range c.Jobs {
			ids = append(ids, j.ID.Text)
		}
	}
	return ids
}

func FuzzUnwrap(f *testing.F) {
	f.Add("今天 去 \U0001F600 x\\y \"q\" <z>", true, uint32(0x321))
	f.Add("a b c d e f g h i", false, uint32(0x98765))
	f.Fuzz(func(t *testing.T, text string, asXML bool, picks uint32) {
		words := strings.FieldsFunc(strings.ToValidUTF8(text, "?"), func(r rune) bool { return r == ' ' || !chars.IsXMLChar(r) || r == '\r' })
		if len(words) == 0 || len(words) > 200 {
			return
		}
		body := bodies.JSON(words)
		if asXML {
			for i := range words {
				words[i] = html.EscapeString(words[i])
			}
			body = bodies.XML(words)
		}
		var order []int
		for ; picks > 0 && len(order) < 4; picks >>= 6 {
			next := int(picks&63) % len(wrappers)
			if next >= len(wrappers)-len(lineWriters) && strings.ContainsAny(text, "`$\n\\") {
				continue // one escape far from the beginning tells no shell, nor a backslash, nor a line end within a word a width
			}
			if wrappers[next].kind != "bare" && (len(order) == 0 || wholly(order[len(order)-1], next)) { // bare XML tells no escape
				order = append(order, next)
			}
		}
		if err := unwrapsTo(body, order...); err != nil {
			t.Fatal(err)
		}
	})
}

// encodeURI leaves the ampersand of &amp; as it is: what looks like a further field is
// within the document, unless that ends before it.
func TestAnAmpersandWithinADocument(t *testing.T) {
	body := bodies.XML([]string{"a&amp;H2M=b", "c&lt;x=1"})
	for given, want := range map[string]string{
		encodeURI(body): "a&H2M=b c<x=1",
		"id=7&body=" + encodeURI(body) + "&sign=abc":    "a&H2M=b c<x=1",
		encodeURI(bodies.XML([]string{"a"})) + "&b=%3E": "a",
	} {
		r := readString(given)
		var words []string
		for _, c := range r.Callbacks {
			for i := range c.Jobs[0].Tokens.Len() {
				words = append(words, c.Jobs[0].Tokens.Word(i))
			}
		}
		if strings.Join(words, " ") != want || strings.Contains(codes(r), "cut") {
			t.Errorf("%s: words %q, said %s", given, words, codes(r))
		}
	}
}

func TestPositionsPointIntoWhatWasPasted(t *testing.T) {
	const flaw = "x & y"
	body := strings.Replace(bodies.SoundXML, "a&amp;b", flaw, 1)
	for i, w := range wrappers {
		r := readString(w.wrap(body))
		var found *diagnostic.Diagnostic
		for k := range r.Diagnostics {
			if r.Diagnostics[k].Code == "xml-bare-amp" {
				found = &r.Diagnostics[k]
			}
		}
		if found == nil {
			t.Errorf("%d %s: the flaw is not said", i, w.kind)
			continue
		}
		if packed := w.kind == "gzip" || w.kind == "zlib"; found.Packed != packed {
			t.Errorf("%d %s: packed is %v", i, w.kind, found.Packed)
			continue
		}
		at := r.textOf(&found.Spot)[found.At.Offset:]
		// The byte there is the ampersand, or what stands for it.
		ok := at[0] == '&' || bytes.HasPrefix(at, []byte("%26")) || bytes.HasPrefix(at, []byte(`\u0026`)) ||
			bytes.HasPrefix(at, []byte("38")) || bytes.HasPrefix(at, []byte("^&")) || bytes.HasPrefix(at, []byte("26")) || w.kind == "base64"
		if !ok {
			t.Errorf("%d %s: points to %.20q", i, w.kind, at)
		}
	}
}

func TestCharsets(t *testing.T) {
	gbk := func(s string) []byte { b, _ := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(s)); return b }
	big5 := func(s string) []byte { b, _ := traditionalchinese.Big5.NewEncoder().Bytes([]byte(s)); return b }
	utf16le := func(s string) []byte {
		b := []byte{0xFF, 0xFE}
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u), byte(u>>8))
		}
		return b
	}
	swap := func(b []byte) []byte {
		for i := 0; i+1 < len(b); i += 2 {
			b[i], b[i+1] = b[i+1], b[i]
		}
		return b
	}
	plain := bodies.XML([]string{"今天", "打車"})
	want := contents(readString(plain))
	for name, body := range map[string][]byte{
		"bom":        append([]byte("\xEF\xBB\xBF"), plain...),
		"gbk":        gbk(`<?xml version="1.0" encoding="GBK"?>` + plain),
		"gb18030":    gbk(`<?xml version='1.0' encoding='gb18030'?>` + plain),
		"undeclared": gbk(plain),
		"big5":       big5(strings.ReplaceAll(`<?xml version="1.0" encoding="Big5"?>`+plain, "旅行", "旅行")),
		"http":       gbk("HTTP/1.1 200 OK\r\nContent-Type: application/xml; charset=gbk\r\n\r\n" + plain),
		"utf-16le":   utf16le(plain),
		"utf-16be":   swap(utf16le(plain)),
		"no bom":     utf16le(plain)[2:],
		"gzip":       gzipped(plain),
		"gzip gbk":   gzipped(string(gbk(`<?xml version="1.0" encoding="GBK"?>` + plain))),
	} {
		if name == "big5" {
			continue // traditional characters only, below
		}
		r := Inspect(context.Background(), body, Options{Charset: testCharset})
		if got := contents(r); !reflect.DeepEqual(got, want) {
			t.Errorf("%s (%s, said %s): %d values, want %d: %.200q", name, r.Source.Charset, codes(r), len(got), len(want), got)
		}
	}
	trad := `<?xml version="1.0" encoding="Big5"?><Response><EventName>TaskFinish</EventName><JobsDetail><JobId>a</JobId><Tag>繁體</Tag></JobsDetail></Response>`
	if r := Inspect(context.Background(), big5(trad), Options{Charset: testCharset}); r.Callbacks[0].Jobs[0].Tag.Text != "繁體" {
		t.Errorf("big5: %q", r.Callbacks[0].Jobs[0].Tag.Text)
	}
	// Without a decoder the body is read as far as it goes, and that is said.
	r := Inspect(context.Background(), gbk(`<?xml version="1.0" encoding="GBK"?>`+plain), Options{})
	if !strings.Contains(codes(r), "bad-utf8") || r.Callbacks[0].Jobs[0].ID.Text != "alens0001" {
		t.Errorf("without a decoder: %s", codes(r))
	}
}

func testCharset(name string, b []byte) ([]byte, error) {
	switch strings.ToLower(name) {
	case "gbk", "gb18030":
		return simplifiedchinese.GB18030.NewDecoder().Bytes(b)
	case "big5":
		return traditionalchinese.Big5.NewDecoder().Bytes(b)
	}
	return nil, fmt.Errorf("no charset %q", name)
}
