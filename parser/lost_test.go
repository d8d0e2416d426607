package parser

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// Nothing that a body holds may get lost: not in sound bodies, where every
// value must be found in order, nor in broken ones, where every byte that
// could be part of a value must be in one, in a name, or in a diagnostic.

// tree is a made-up body: what it looks like and which values it holds.
type tree struct {
	rand   *rand.Rand
	text   strings.Builder
	values []string
	left   int // how many more nodes may come
}

var treeNames = []string{"Response", "JobsDetail", "Input", "Code", "Tag", "Word", "a", "b_1", "名"}

func (t *tree) name() string { return treeNames[t.rand.IntN(len(treeNames))] }

func (t *tree) value() string {
	const letters = "ab1 <>&\"'\\/\n\t今😀]"
	n := t.rand.IntN(6)
	var b strings.Builder
	for range n {
		r := []rune(letters)
		b.WriteRune(r[t.rand.IntN(len(r))])
	}
	return b.String()
}

func (t *tree) xml(depth int) {
	name := t.name()
	t.text.WriteString("<" + name)
	for i := range t.rand.IntN(3) {
		v := t.value()
		t.values = append(t.values, v)
		fmt.Fprintf(&t.text, ` k%d="%s"`, i, escapeXML(v))
	}
	attributes := strings.HasSuffix(t.text.String(), `"`)
	t.text.WriteByte('>')
	switch t.left--; {
	case depth == 0 || t.left < 0 || t.rand.IntN(3) == 0:
		v := t.value()
		if attributes {
			if strings.TrimSpace(v) == "" {
				v = "x"
			}
		}
		t.values = append(t.values, v)
		t.text.WriteString(escapeXML(v))
	case t.rand.IntN(4) == 0:
		t.rows(name)
	default:
		for range 1 + t.rand.IntN(4) {
			t.xml(depth - 1)
			if t.rand.IntN(6) == 0 {
				t.values = append(t.values, "between")
				t.text.WriteString("between")
			}
		}
	}
	t.text.WriteString("</" + name + ">")
}

// rows writes a run that becomes a table, now and then with an odd row in it.
func (t *tree) rows(string) {
	for range 8 + t.rand.IntN(12) {
		if t.rand.IntN(9) == 0 {
			t.text.WriteString("<row><c>1</c></row>")
			t.values = append(t.values, "1")
			continue
		}
		a, b := t.value(), t.value()
		t.values = append(t.values, a, b)
		fmt.Fprintf(&t.text, "<row><c>%s</c><d>%s</d></row>", escapeXML(a), escapeXML(b))
	}
}

func escapeXML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}

func (t *tree) json(depth int) {
	switch t.left--; {
	case depth == 0 || t.left < 0:
		t.scalar()
	case t.rand.IntN(3) == 0:
		t.text.WriteByte('[')
		for i := range t.rand.IntN(4) {
			if i > 0 {
				t.text.WriteByte(',')
			}
			t.json(depth - 1)
		}
		t.text.WriteByte(']')
	case t.rand.IntN(3) == 0:
		t.jsonRows()
	default:
		t.text.WriteByte('{')
		for i := range t.rand.IntN(4) {
			if i > 0 {
				t.text.WriteByte(',')
			}
			t.text.WriteString(strconv.Quote(t.name()) + ": ")
			t.json(depth - 1)
		}
		t.text.WriteByte('}')
	}
}

func (t *tree) scalar() {
	v := []string{"1", "-2.5e3", "true", "false", "null"}[t.rand.IntN(5)]
	if t.rand.IntN(2) == 0 {
		v = t.value()
		t.text.WriteString(quoteJSON(v))
	} else {
		t.text.WriteString(v)
	}
	t.values = append(t.values, v)
}

func (t *tree) jsonRows() {
	t.text.WriteByte('[')
	for i := range 8 + t.rand.IntN(12) {
		if i > 0 {
			t.text.WriteString(", ")
		}
		if t.rand.IntN(9) == 0 {
			t.json(1)
			continue
		}
		t.text.WriteString(`{"c":`)
		t.scalar()
		t.text.WriteString(`,"d":`)
		t.scalar()
		t.text.WriteByte('}')
	}
	t.text.WriteByte(']')
}

var jsonEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`)

func quoteJSON(s string) string { return `"` + jsonEscapes.Replace(s) + `"` }

func FuzzSoundTreesKeepEveryValue(f *testing.F) {
	for seed := range uint64(50) {
		f.Add(seed, seed%2 == 0)
	}
	f.Fuzz(func(t *testing.T, seed uint64, asXML bool) {
		made := &tree{rand: rand.New(rand.NewPCG(seed, 7)), left: 60}
		if asXML {
			made.xml(6)
		} else {
			made.json(6)
		}
		text := made.text.String()
		start := skipSpace([]byte(text), 0)
		read := readJSON
		if asXML {
			read = readXML
		}
		doc, r := read(context.Background(), []byte(text), start, testOptions())
		for _, f := range r.flaws {
			if f.code != "json-duplicate-key" { // the tree has few names
				t.Fatalf("%s at %v said of %q", f.code, f.span, text)
			}
		}
		if r.cut {
			t.Fatalf("said to be cut: %q", text)
		}
		if got := leaves(doc); strings.Join(got, "\x00") != strings.Join(made.values, "\x00") {
			t.Fatalf("got %q\nwant %q\nof %s", got, made.values, text)
		}
	})
}

// FuzzInspect holds for any input: no panic, no endless work, and no byte that
// might be part of a value goes missing.
func FuzzInspect(f *testing.F) {
	for _, s := range append(append([]string{soundXML, soundJSON}, samplesXML...), samplesJSON...) {
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
			r.Excerpt(d)
		}
		for _, doc := range r.Documents {
			if err := accounted(doc, r); err != nil {
				t.Fatal(err)
			}
			doc.Etree()
			outline(doc.Root())
		}
	})
}

var brokenSamples = []string{
	`<a><b>1</a>`, `<a>x<a>`, `<Tag>x<Tag><b/>`, `<a b=1 c d="x>`, `</a><b/>`, `<a>&nope; & </a>`, `<a`, `<a b`, `<a b=`, `<a b="`, `<a><!--`, `<a><![CDATA[x`, `<a><?p`, `<!DOCTYPE`, `<a></`, `<a></b`,
	`{"a":[1,2}`, `{"a":1}}`, `[1,,2]`, `{a:1,'b':“c”}`, `{"a" 1 "b":2}`, `{"a":tru`, `{"a":"x`, `{"a":"\u12`, `[1 2]`, "{\u00a0\"a\":+1}", `{"a":1,}`, `{"a":[{"b":1]}`, "{\"a\":\"\n\"}", `{"a":'\'x'}`, `{"a":@#}`,
	`POST / HTTP/1.1` + "\n\n" + `{"a":1}`, "```\n{}\n```", `"{\"a\":1}"`, `a=%7B%22a%22%3A1%7D`, `x {"a":1} y <b/> z`,
}

// accounted reports an error where a letter or digit of the text of doc is in
// no value, no name, no tag and no diagnostic.
func accounted(doc *Document, r *Report) error {
	seen := make([]bool, len(doc.Text)+1)
	mark := func(s Span) {
		for i := s.Start; i < min(s.End, uint32(len(doc.Text))); i++ {
			seen[i] = true
		}
	}
	for i := range doc.nodes {
		n := &doc.nodes[i]
		mark(n.name)
		if n.kind == kindTable {
			for _, row := range doc.tables[n.value.Start].rows {
				mark(row)
			}
		} else if n.kind != KindElement && n.kind != KindObject && n.kind != KindArray && n.kind != KindDocument {
			mark(n.value)
		}
	}
	for i := range r.Diagnostics {
		if r.Diagnostics[i].Document == doc {
			mark(r.Diagnostics[i].Span)
		}
	}
	if doc.Format == FormatXML {
		markTags(doc.Text, mark)
	}
	body := doc.nodes[0].value
	if r.Omitted > 0 || len(r.Diagnostics) >= maxOfOneCode {
		return nil // not every flaw is listed
	}
	for i := int(body.Start); i < int(body.End); {
		c, n := utf8.DecodeRune(doc.Text[i:])
		if (unicode.IsLetter(c) || unicode.IsDigit(c)) && !seen[i] {
			return fmt.Errorf("byte %d (%q) of %q is nowhere; %s\n%s", i, c, doc.Text, codes(r), outline(doc.Root()))
		}
		i += n
	}
	return nil
}

// markTags marks end tags and the words CDATA of sections.
func markTags(text []byte, mark func(Span)) {
	for i := range text {
		switch rest := text[i:]; {
		case bytes.HasPrefix(rest, []byte("</")):
			end := bytes.IndexAny(rest[1:], "><")
			if end < 0 {
				end = len(rest) - 1
			}
			mark(Span{uint32(i), uint32(i + 1 + end)})
		case bytes.HasPrefix(rest, []byte("<![")):
			mark(Span{uint32(i), uint32(min(i+9, len(text)))})
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
	wrapped := soundXML
	for range 10 {
		wrapped = quoteJSON(wrapped)
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
		{"input", soundXML, Limits{Input: 600}, "input-too-large"},
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
	r := inspect(strings.Repeat("& ", 10)+"<a>"+strings.Repeat("& <1 ]]> &x; ", 200)+"</a>", Limits{Diagnostics: 30})
	if len(r.Diagnostics) != 30 || r.Omitted < 700 {
		t.Errorf("%d diagnostics are listed, %d omitted", len(r.Diagnostics), r.Omitted)
	}
}
