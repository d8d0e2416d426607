package parser

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

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
	{"zlib", func(s string) string {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		fmt.Fprint(w, s)
		w.Close()
		return base64.StdEncoding.EncodeToString(b.Bytes())
	}},
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
		out = append(out, leaves(d)...)
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
	if !reflect.DeepEqual(contents(got), contents(want)) {
		return fmt.Errorf("%s: got %d values, want %d; layers %v; said %s; from %.100q", kinds, len(contents(got)), len(contents(want)), kindsOf(got), codes(got), wrapped)
	}
	return nil
}

func kindsOf(r *Report) (kinds []string) {
	for _, l := range r.Layers {
		kinds = append(kinds, l.Kind)
	}
	return kinds
}

func TestEveryTwoWrappers(t *testing.T) {
	for name, body := range map[string]string{"xml": soundXML, "json": soundJSON} {
		for i := range wrappers {
			for k := range wrappers {
				if err := unwrapsTo(body, i, k); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
	}
}

func FuzzUnwrap(f *testing.F) {
	f.Add("今天 去 \U0001F600 x\\y \"q\" <z>", true, uint32(0x321))
	f.Add("a b c d e f g h i", false, uint32(0x98765))
	f.Fuzz(func(t *testing.T, text string, asXML bool, picks uint32) {
		words := strings.FieldsFunc(strings.ToValidUTF8(text, "?"), func(r rune) bool { return r == ' ' || !isXMLChar(r) || r == '\r' })
		if len(words) == 0 || len(words) > 200 {
			return
		}
		body := bodyJSON(words)
		if asXML {
			for i := range words {
				words[i] = html.EscapeString(words[i])
			}
			body = bodyXML(words)
		}
		var order []int
		for ; picks > 0 && len(order) < 4; picks >>= 4 {
			order = append(order, int(picks&15)%len(wrappers))
		}
		if err := unwrapsTo(body, order...); err != nil {
			t.Fatal(err)
		}
	})
}

func TestPositionsPointIntoWhatWasPasted(t *testing.T) {
	const flaw = "x & y"
	body := strings.Replace(soundXML, "a&amp;b", flaw, 1)
	for i, w := range wrappers {
		r := readString(w.wrap(body))
		var found *Diagnostic
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
		at := r.textOf(found)[found.At.Offset:]
		// The byte there is the ampersand, or what stands for it.
		ok := at[0] == '&' || bytes.HasPrefix(at, []byte("%26")) || bytes.HasPrefix(at, []byte(`\u0026`)) || w.kind == "base64"
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
	plain := bodyXML([]string{"今天", "打車"})
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

func TestSecretsAreFound(t *testing.T) {
	r := readString("POST /cb/s3cret?token=abc HTTP/1.1\nHost: lens.example\nAuthorization: Bearer t0k3n\nCookie: sid=1\n\n" + soundXML)
	var got []string
	for _, s := range r.Source.Secrets {
		got = append(got, string(r.Source.Text[s.Start:s.End]))
	}
	if want := []string{"/cb/s3cret?token=abc", "Bearer t0k3n", "sid=1"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
