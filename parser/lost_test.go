package parser

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/bodies"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/said"
)

// Nothing that a body holds may get lost: not in sound bodies, where every
// value must be found in order, nor in broken ones, where every byte that
// could be part of a value must be in one, in a name, or in a diagnostic.

// FuzzInspect holds for any input: no panic, no endless work, and no byte that
// might be part of a value goes missing.
func FuzzInspect(f *testing.F) {
	for _, s := range append(append([]string{bodies.SoundXML, bodies.SoundJSON}, bodies.SamplesXML...), bodies.SamplesJSON...) {
		f.Add([]byte(s))
	}
	for _, s := range brokenSamples {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		r := Inspect(context.Background(), b, Options{Limits: Limits{Inflated: 1 << 16, Bodies: 50}})
		for i := range r.Diagnostics {
			d := &r.Diagnostics[i]
			if d.Text.ZH == "" || d.Text.EN == "" {
				t.Fatalf("%s says nothing", d.Code)
			}
			r.Excerpt(&d.Spot)
		}
		for _, doc := range r.Documents {
			if err := accounted(doc, r); err != nil {
				t.Fatal(err)
			}
			doc.Etree()
			bodies.Outline(doc.Root())
		}
	})
}

// oddRows come before a row that only looks like them.
var oddRows = strings.Repeat(`{"w":"x","n":12},`, 9)

var brokenSamples = []string{
	`<a><b>1</a>`, `<a>x<a>`, `<Tag>x<Tag><b/>`, `<a b=1 c d="x>`, `</a><b/>`, `<a>&nope; & </a>`, `<a`, `<a b`, `<a b=`, `<a b="`, `<a><!--`, `<a><![CDATA[x`, `<a><?p`, `<!DOCTYPE`, `<a></`, `<a></b`,
	`{"a":[1,2}`, `{"a":1}}`, `[1,,2]`, `{a:1,'b':“c”}`, `{"a" 1 "b":2}`, `{"a":tru`, `{"a":"x`, `{"a":"\u12`, `[1 2]`, "{\u00a0\"a\":+1}", `{"a":1,}`, `{"a":[{"b":1]}`, "{\"a\":\"\n\"}", `{"a":'\'x'}`, `{"a":@#}`, `{"1""`, `{"a"":1}`, `{"""t":|"...",{`,
	`[{"n":12},{"w":"x","n":12}:1"w":`, `[{"w":"x","n":12}:1"w":2]`,
	`[` + oddRows + `{"w":"x","n":012}]`, `[` + oddRows + `{"w":"x","n":}]`, `[` + oddRows + `{"w":"x","n":12]`, `[` + oddRows + `{"w":"xxxxxxxxxxxxxxxx`,
	"[" + oddRows + "{\"w\":\"\t\",\"n\":1}]", "[" + oddRows + "{\"w\":\"\xff\",\"n\":1}]", `[` + oddRows + `{"w":"x","n":1,"m":1}]`,
	`<Response><JobsDtail><Tag>A</Tag></JobsDetail></Response>`, `<Response><Input><Object>a</Object><Input><Tag>b</Tag></Response>`, `<a!00</a`,
	`<Response><JobsDetail><Message><State>a</State></JobsDetail></Response>`, `<a><b>1/b><c>2</c></a>`, `a><b>1</b></a>`, `<a>b>1</b></a>`,
	`{"Response":{"Input":{"Object":"a","JobsDetail":{"Tag":"b"}}}`, `{"a":[{"b":1},"c":2}`, `{"a":{"b":1},{"b":2}]}`, `"a":{"b":1}}`, `{a":"b"}`, `{"a":"x},"b":1}`,
	`POST / HTTP/1.1` + "\n\n" + `{"a":1}`, "```\n{}\n```", `"{\"a\":1}"`, `a=%7B%22a%22%3A1%7D`, `x {"a":1} y <b/> z`,
}

// accounted reports an error where a letter or digit of the text of doc is in
// no value, no name, no tag and no diagnostic.
func accounted(doc *document.Document, r *Report) error {
	seen := make([]bool, len(doc.Text)+1)
	mark := func(s document.Span) {
		for i := s.Start; i < min(s.End, uint32(len(doc.Text))); i++ {
			seen[i] = true
		}
	}
	for i := range doc.Flat().Nodes {
		n := &doc.Flat().Nodes[i]
		mark(document.Span(n.Name))
		if n.Kind == flat.KindTable {
			for _, row := range doc.Flat().Tables[n.Value.Start].Rows {
				mark(document.Span(row))
			}
		} else if n.Kind != flat.KindElement && n.Kind != flat.KindObject && n.Kind != flat.KindArray && n.Kind != flat.KindDocument {
			mark(document.Span(n.Value))
		}
	}
	complete := r.Omitted == 0
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		for s := range d.Spots() {
			if s.Document == doc {
				mark(s.Span)
			}
		}
		complete = complete && d.Count == 1+len(d.Others)
	}
	if doc.Format == document.FormatXML {
		markTags(doc.Text, mark)
	}
	body := doc.Flat().Nodes[0].Value
	if !complete {
		return nil // not every place is kept
	}
	for i := int(body.Start); i < int(body.End); {
		c, n := utf8.DecodeRune(doc.Text[i:])
		if (unicode.IsLetter(c) || unicode.IsDigit(c)) && !seen[i] {
			return fmt.Errorf("byte %d (%q) of %q is nowhere; %s\n%s", i, c, doc.Text, codes(r), bodies.Outline(doc.Root()))
		}
		i += n
	}
	return nil
}

// markTags marks end tags and the words CDATA of sections.
func markTags(text []byte, mark func(document.Span)) {
	for i := range text {
		switch rest := text[i:]; {
		case bytes.HasPrefix(rest, []byte("</")):
			end := bytes.IndexAny(rest[1:], "><")
			if end < 0 {
				end = len(rest) - 1
			}
			mark(document.Span{Start: uint32(i), End: uint32(i + 1 + end)})
		case bytes.HasPrefix(rest, []byte("<![")):
			mark(document.Span{Start: uint32(i), End: uint32(min(i+9, len(text)))})
		}
	}
}

func TestBrokenBodies(t *testing.T) {
	for _, s := range brokenSamples {
		r := readString(s)
		for _, doc := range r.Documents {
			if err := accounted(doc, r); err != nil {
				t.Errorf("%v", err)
			}
		}
		if len(r.Diagnostics) == 0 {
			t.Errorf("nothing is said of %q", s)
		}
	}
}

func TestLimits(t *testing.T) {
	inspect := func(body string, l Limits) *Report {
		return Inspect(context.Background(), []byte(body), Options{Limits: l})
	}
	deep := strings.Repeat("<a>", 100_000)
	nest := strings.Repeat("[", 100_000)
	wrapped := bodies.SoundXML
	for range 10 {
		wrapped = bodies.QuoteJSON(wrapped)
		if len(wrapped) > 1<<20 {
			break
		}
	}
	bomb := gzipped("<a>" + strings.Repeat("x", 1<<20) + "</a>")
	many := strings.Repeat(`{"a":1}`, 100)
	for _, c := range []struct {
		name, body string
		limits     Limits
		want       string
	}{
		{"input", bodies.SoundXML, Limits{Input: 600}, "input-too-large"},
		{"depth of XML", "<r>" + deep, Limits{}, "too-deep"},
		{"depth of JSON", `{"a":` + nest, Limits{}, "too-deep"},
		{"layers", wrapped, Limits{Layers: 3}, "layers-limit"},
		{"inflated", string(bomb), Limits{Inflated: 1000}, "inflated-limit"},
		{"bodies", many, Limits{Bodies: 10}, "too-many-bodies"},
	} {
		r := inspect(c.body, c.limits)
		if !strings.Contains(codes(r), c.want) {
			t.Errorf("%s: said %s, want %s", c.name, codes(r), c.want)
		}
	}
	if r := inspect(string(bomb), Limits{Inflated: 1000}); len(r.Documents[0].Text) > 1000 {
		t.Errorf("%d bytes were inflated", len(r.Documents[0].Text))
	}
	for _, many := range []string{strings.Repeat("INFO \"<a>\\n</a>\"\n", 100), `[` + strings.Repeat(`"{\"a\":\"0123456789\"}",`, 100) + `1]`} {
		r := inspect(many, Limits{Bodies: 10})
		if len(r.Documents) != 10 || strings.Count(codes(r), "too-many-bodies") != 1 {
			t.Errorf("%d bodies were read of %.20q, said %s", len(r.Documents), many, codes(r))
		}
	}
	r := inspect(strings.Repeat("& ", 10)+"<a>"+strings.Repeat("& <1 ]]> &x; ", 200)+"</a>", Limits{Diagnostics: 3})
	if len(r.Diagnostics) != 3 || r.Omitted == 0 {
		t.Errorf("%d diagnostics are listed, %d omitted", len(r.Diagnostics), r.Omitted)
	}
	for _, d := range r.Diagnostics {
		if d.Severity == Warning && (d.Count < 200 || len(d.Others) != said.Most-1) {
			t.Errorf("%s is said %d times, with %d further places", d.Code, d.Count, len(d.Others))
		}
	}
}
