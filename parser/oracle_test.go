package parser

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/beevik/etree"
)

// The readers are held against two oracles: on well-formed XML the document
// must be the one that etree reads, on valid JSON the values those of
// encoding/json. Both hold with tables and without.

// corpusDir holds real bodies that are not part of this repository.
const corpusDir = "../../shared/corpus"

// corpus returns the real bodies by name, or skips where they are absent.
func corpus(t testing.TB) map[string][]byte {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(corpusDir, "*"))
	if len(files) == 0 {
		t.Skip("no corpus of real bodies beside this repository")
	}
	bodies := make(map[string][]byte)
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		bodies[filepath.Base(f)] = b
	}
	return bodies
}

func testOptions() *Options { return &Options{Limits: Limits{}.orDefault()} }

// samplesXML are small bodies that reach every branch of the reader.
var samplesXML = []string{
	`<a/>`, `<a></a>`, `<a>x</a>`, "\n<a> x </a>\n", `<?xml version="1.0" encoding="utf-8"?><a b="1" c='2'/>`,
	`<a b="x&amp;&lt;&#65;&#x42;"/>`, "<a>\r\n1\r2\n</a>", "<a b='\r\n'/>", `<a><![CDATA[x<y]]>z<![CDATA[]]></a>`, "<a><![CDATA[\r\n]]></a>",
	`<!-- c --><a><!--d--></a><!-- e -->`, `<a><?pi some data?></a>`, `<!DOCTYPE a [<!ENTITY b "c">]><a/>`, `<!DOCTYPE a SYSTEM "x>y"><a/>`,
	`<n:a n:b="1" xmlns:n="u"><n:c/></n:a>`, `<:a/>`, `<a:/>`, `<a>]]</a>`, `<a>x]y</a>`, `<a b="]]>"/>`, `<名 前="值">文</名>`,
	`<a><b>1</b><b>2</b> <b/></a>`, "<a\n b = \"1\"\t></a >", `<a>&apos;&quot;</a>`, `<a b="1" b="2"/>`,
	"<r>" + strings.Repeat("<t><w>x</w><p>&lt;</p></t>\n", 9) + "</r>",
	"<r>" + strings.Repeat("<t><w/><p>y\r\n</p></t>", 12) + "tail<t><w>1</w></t></r>",
	"<r>" + strings.Repeat("<t> <w>今天</w> <p>t</p> </t>", 8) + "<!--x-->" + strings.Repeat("<t><w>2</w></t>", 20) + "</r>",
	"<r>" + strings.Repeat("<t><w>a</w></t>", 8) + "<t a='1'><w>a</w></t>" + strings.Repeat("<t><w>a</w></t>", 8) + "</r>",
}

func TestXMLEqualsEtree(t *testing.T) {
	for _, s := range samplesXML {
		if err := equalsEtree([]byte(s)); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func TestCorpusEqualsOracles(t *testing.T) {
	for name, body := range corpus(t) {
		err := equalsEtree(body)
		if json.Valid(body) {
			err = equalsJSON(body)
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// equalsEtree compares our document of b with etree's. Where etree refuses b
// there is nothing to compare.
func equalsEtree(b []byte) error {
	want := etree.NewDocument()
	want.ReadSettings.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	if want.ReadFromBytes(b) != nil {
		return nil
	}
	doc, r := readXML(context.Background(), b, 0, testOptions())
	if len(r.flaws) > 0 || r.cut || r.pos < len(b) {
		// etree lets pass what XML does not; such bodies are said to be
		// flawed and have no equal.
		return laxity(b, r)
	}
	if err := equalElements(&doc.Etree().Element, &want.Element); err != nil {
		return err
	}
	return equalLeaves(doc, doc.unlifted())
}

// laxity explains why a body that etree reads was not read without a flaw; it
// is an error if there is no reason.
func laxity(b []byte, r *reader) error {
	roots := 0
	for i := int32(1); i < int32(len(r.nodes)); i = r.nodes[i].next {
		if r.nodes[i].kind == KindElement {
			roots++
		}
	}
	if roots == 0 || r.pos < len(b) { // no root, or several, or text outside
		return nil
	}
	for _, f := range r.flaws {
		if f.code == "xml-bare-less" || f.code == "xml-text-outside" {
			return nil // what follows is read as something else
		}
	}
	for _, f := range r.flaws {
		switch f.code {
		case "xml-duplicate-attribute", "xml-comment", "xml-char", "too-deep", "xml-entity":
			continue
		}
		return fmt.Errorf("etree reads it, we say %s at %d", f.code, f.span.Start)
	}
	if r.cut && len(r.flaws) == 0 {
		return fmt.Errorf("etree reads it, we say it is cut")
	}
	return nil
}

func equalElements(got, want *etree.Element) error {
	if got.Space != want.Space || got.Tag != want.Tag || len(got.Attr) != len(want.Attr) || len(got.Child) != len(want.Child) {
		return fmt.Errorf("<%s> with %d attributes and %d children, want <%s> with %d and %d",
			got.FullTag(), len(got.Attr), len(got.Child), want.FullTag(), len(want.Attr), len(want.Child))
	}
	for i := range got.Attr {
		g, w := got.Attr[i], want.Attr[i]
		if g.Space != w.Space || g.Key != w.Key || g.Value != w.Value {
			return fmt.Errorf("<%s> %s=%q, want %s=%q", got.FullTag(), g.FullKey(), g.Value, w.FullKey(), w.Value)
		}
	}
	for i := range got.Child {
		if err := equalTokens(got.Child[i], want.Child[i]); err != nil {
			return fmt.Errorf("<%s>: child %d: %w", got.FullTag(), i, err)
		}
	}
	return nil
}

func equalTokens(got, want etree.Token) error {
	switch w := want.(type) {
	case *etree.Element:
		if g, ok := got.(*etree.Element); ok {
			return equalElements(g, w)
		}
	case *etree.CharData:
		if g, ok := got.(*etree.CharData); ok && g.Data == w.Data && g.IsWhitespace() == w.IsWhitespace() {
			return nil
		}
	case *etree.Comment:
		if g, ok := got.(*etree.Comment); ok && g.Data == w.Data {
			return nil
		}
	case *etree.Directive:
		if g, ok := got.(*etree.Directive); ok && (g.Data == w.Data || strings.Contains(g.Data, "<!--")) {
			return nil // encoding/xml takes comments out of directives
		}
	case *etree.ProcInst:
		if g, ok := got.(*etree.ProcInst); ok && g.Target == w.Target && g.Inst == w.Inst {
			return nil
		}
	}
	return fmt.Errorf("got %#v, want %#v", got, want)
}

// equalLeaves compares what Items tell of two documents over the same text.
func equalLeaves(a, b *Document) error {
	x, y := outline(a.Root()), outline(b.Root())
	if x != y {
		return fmt.Errorf("with tables:\n%s\nwithout:\n%s", x, y)
	}
	return nil
}

// outline writes names, kinds and values of everything in it.
func outline(it Item) string {
	var b strings.Builder
	var walk func(Item, int)
	walk = func(it Item, depth int) {
		fmt.Fprintf(&b, "%*s%s %q", depth, "", it.Kind(), it.Name())
		if it.Leaf() {
			fmt.Fprintf(&b, " = %q", it.Value())
		}
		b.WriteByte('\n')
		i := 0
		for c := range it.Children() {
			if n := it.Nth(i); n != c {
				fmt.Fprintf(&b, "Nth(%d) is not what Children yields\n", i)
			}
			walk(c, depth+1)
			i++
		}
		if i != it.Count() {
			fmt.Fprintf(&b, "Count is %d, Children yields %d\n", it.Count(), i)
		}
	}
	walk(it, 0)
	return b.String()
}

var samplesJSON = []string{
	`{}`, `[]`, `"x"`, `1`, `-0.5e+3`, `true`, `null`, ` { "a" : 1 , "b" : [ ] } `, `{"a":{"b":[1,"2",null,true,{}]}}`,
	`"\u0041\n\"\\\/\ud83d\ude00\ud83d"`, `{"\u0041":1}`, `{"a":1,"a":2}`, `[[[]]]`, `1e400`, `123456789012345678901234567890`,
	"[" + strings.Repeat(`{"w":"x","n":1},`, 9) + `{"w":"x","n":1}]`,
	"[" + strings.Repeat("{\n \"w\" : \"今\\n天\", \"n\" : -1.5e3 , \"b\":false, \"z\":null } ,\n", 12) + `{"w":2}, 7]`,
	"[" + strings.Repeat(`{"w":"x"},`, 8) + `{"v":"x"},` + strings.Repeat(`{"w":"y"},`, 8) + `[]]`,
	"{\"a\":\"\xff\xfe\"}",
}

func TestJSONEqualsEncodingJSON(t *testing.T) {
	for _, s := range samplesJSON {
		if !json.Valid([]byte(s)) {
			t.Errorf("%q is no valid sample", s)
		}
		if err := equalsJSON([]byte(s)); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
}

// equalsJSON compares our values of b with those of encoding/json. Where b is
// not valid there is nothing to compare.
func equalsJSON(b []byte) error {
	if !json.Valid(b) {
		return nil
	}
	doc, r := readJSON(context.Background(), b, 0, testOptions())
	for _, f := range r.flaws {
		switch f.code {
		case "too-deep":
			return nil
		case "json-duplicate-key", "json-half-escape": // valid, and odd
		default:
			return fmt.Errorf("valid, but we say %s at %d", f.code, f.span.Start)
		}
	}
	switch {
	case r.cut:
		return fmt.Errorf("valid, but we say it is cut")
	case len(bytes.TrimSpace(b[r.pos:])) > 0:
		return fmt.Errorf("we stop at %d", r.pos)
	}
	var got strings.Builder
	for top := range doc.Root().Children() {
		flattenItem(&got, top)
	}
	want, err := flattenJSON(b)
	if err != nil {
		return err
	}
	if got.String() != want {
		return fmt.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
	return nil
}

// flattenItem writes a value as a sequence of tokens, members in order.
func flattenItem(b *strings.Builder, it Item) {
	switch it.Kind() {
	case KindObject:
		b.WriteString("{ ")
		for c := range it.Children() {
			fmt.Fprintf(b, "%q: ", c.Name())
			flattenItem(b, c)
		}
		b.WriteString("} ")
	case KindArray:
		b.WriteString("[ ")
		for c := range it.Children() {
			flattenItem(b, c)
		}
		b.WriteString("] ")
	case KindString:
		fmt.Fprintf(b, "%q ", it.Value())
	default:
		b.WriteString(it.Value() + " ")
	}
}

// flattenJSON does the same with the tokens of encoding/json.
func flattenJSON(body []byte) (string, error) {
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.UseNumber()
	var b strings.Builder
	type frame struct{ object, value bool }
	var stack []frame
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
		top := len(stack) - 1
		key := top >= 0 && stack[top].object && !stack[top].value
		if top >= 0 && stack[top].object {
			stack[top].value = !stack[top].value
		}
		switch v := tok.(type) {
		case json.Delim:
			if v == '}' || v == ']' {
				stack = stack[:top]
				if n := len(stack) - 1; n >= 0 && stack[n].object {
					stack[n].value = false
				}
			} else {
				stack = append(stack, frame{object: v == '{'})
			}
			b.WriteString(v.String() + " ")
		case string:
			b.WriteString(strconv.Quote(v))
			if key {
				b.WriteByte(':')
			}
			b.WriteByte(' ')
		case bool:
			fmt.Fprintf(&b, "%v ", v)
		case nil:
			b.WriteString("null ")
		case json.Number:
			b.WriteString(v.String() + " ")
		}
	}
}

func FuzzXMLEqualsEtree(f *testing.F) {
	for _, s := range samplesXML {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if !utf8.Valid(b) || bytes.HasPrefix(bytes.TrimSpace(b), []byte("\xEF\xBB\xBF")) {
			return // the charset is settled before
		}
		if err := equalsEtree(b); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzEtreeIsReadAgain writes the document of whatever was read, mended or not,
// and has etree read it.
func FuzzEtreeIsReadAgain(f *testing.F) {
	for _, s := range append(samplesXML, samplesJSON...) {
		f.Add([]byte(s))
	}
	for _, s := range []string{
		"<a =1><!-- x -- y ---><b:c:d/>&nope;<x y='1' y='2'/>\x01</a>", "<?xml version='2'?><a><?xml?></a>", "<?a:b?><a><?xml version='1.1'?></a>",
		"<!DOCTYPE a [<!ENTITY b 'c><a/>", "<a><!x \"></a>", "<a\u202e><é\u200d b\xff='\xff'/>", "text<a/>text<b/>", "<a :='1' b:='2' :c='3'/>", "<a><!-- \x00\xff --></a>",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, d := range Inspect(context.Background(), b, Options{}).Documents {
			written, err := d.Etree().WriteToBytes()
			if err != nil {
				t.Fatal(err)
			}
			again := etree.NewDocument()
			again.ReadSettings.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
			if err := again.ReadFromBytes(written); err != nil {
				t.Fatalf("%v\n%q", err, written)
			}
		}
	})
}

func FuzzJSONEqualsEncodingJSON(f *testing.F) {
	for _, s := range samplesJSON {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if err := equalsJSON(b); err != nil {
			t.Fatal(err)
		}
	})
}
