package read

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/beevik/etree"
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/bodies"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/internal/origin"
)

// The readers are held against two oracles: on well-formed XML the document
// must be the one that etree reads, on valid JSON the values those of
// encoding/json. Both hold with tables and without.

// corpusDir holds real bodies that are not part of this repository.
const corpusDir = "../../../../shared/corpus"

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

func testOptions() Options { return Options{Depth: 1000, Nodes: 16 << 20, Flaws: 20} }

// docOf returns the document of what was read.
func docOf(r Result) *document.Document { return document.New(r.Doc, origin.Origin{}) }

func TestXMLEqualsEtree(t *testing.T) {
	for _, s := range bodies.SamplesXML {
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
	r := XML(context.Background(), b, 0, testOptions())
	if len(r.Flaws) > 0 || r.Cut || r.Pos < len(b) {
		// etree lets pass what XML does not; such bodies are said to be
		// flawed and have no equal.
		return laxity(b, r)
	}
	if hasOtherChars(r.Doc) {
		return nil
	}
	doc := docOf(r)
	if err := equalElements(&doc.Etree().Element, &want.Element); err != nil {
		return err
	}
	without := testOptions()
	without.rows = math.MaxInt
	return equalLeaves(doc, docOf(XML(context.Background(), b, 0, without)))
}

// hasOtherChars reports whether characters that XML does not have stand where
// etree lets them pass and ours are replaced: in comments and the like.
func hasOtherChars(d flat.Doc) bool {
	for _, n := range d.Nodes {
		if n.Kind == flat.KindComment || n.Kind == flat.KindProcInst || n.Kind == flat.KindDirective {
			if raw := string(d.BytesOf(n.Value)); strings.ContainsFunc(raw, notInXML) {
				return true
			}
		}
	}
	return false
}

func notInXML(c rune) bool {
	return c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c == 0xFFFE || c == 0xFFFF
}

// laxity explains why a body that etree reads was not read without a flaw; it
// is an error if there is no reason.
func laxity(b []byte, r Result) error {
	roots := 0
	for i := int32(1); i < int32(len(r.Doc.Nodes)); i = r.Doc.Nodes[i].Next {
		if r.Doc.Nodes[i].Kind == flat.KindElement {
			roots++
		}
	}
	if roots == 0 || r.Pos < len(b) { // no root, or several, or text outside
		return nil
	}
	for _, f := range r.Flaws {
		if f.What.Code == "xml-bare-less" || f.What.Code == "xml-text-outside" {
			return nil // what follows is read as something else
		}
	}
	for _, f := range r.Flaws {
		switch f.What.Code {
		case "xml-duplicate-attribute", "xml-comment", "xml-char", "too-deep", "xml-entity", "xml-no-char":
			continue
		}
		return fmt.Errorf("etree reads it, we say %s at %d", f.What.Code, f.Span.Start)
	}
	if r.Cut && len(r.Flaws) == 0 {
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
func equalLeaves(a, b *document.Document) error {
	x, y := bodies.Outline(a.Root()), bodies.Outline(b.Root())
	if x != y {
		return fmt.Errorf("with tables:\n%s\nwithout:\n%s", x, y)
	}
	return nil
}

func TestJSONEqualsEncodingJSON(t *testing.T) {
	for _, s := range bodies.SamplesJSON {
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
	r := JSON(context.Background(), b, 0, testOptions())
	for _, f := range r.Flaws {
		switch f.What.Code {
		case "too-deep":
			return nil
		case "json-duplicate-key", "json-half-escape": // valid, and odd
		default:
			return fmt.Errorf("valid, but we say %s at %d", f.What.Code, f.Span.Start)
		}
	}
	switch {
	case r.Cut:
		return fmt.Errorf("valid, but we say it is cut")
	case len(bytes.TrimSpace(b[r.Pos:])) > 0:
		return fmt.Errorf("we stop at %d", r.Pos)
	}
	var got strings.Builder
	for top := range docOf(r).Root().Children() {
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
func flattenItem(b *strings.Builder, it document.Item) {
	switch it.Kind() {
	case document.KindObject:
		b.WriteString("{ ")
		for c := range it.Children() {
			fmt.Fprintf(b, "%q: ", c.Name())
			flattenItem(b, c)
		}
		b.WriteString("} ")
	case document.KindArray:
		b.WriteString("[ ")
		for c := range it.Children() {
			flattenItem(b, c)
		}
		b.WriteString("] ")
	case document.KindString:
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
	for _, s := range append(slices.Clone(bodies.SamplesXML), "<!--\x00--><a><?b \x01?></a>") {
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

func FuzzJSONEqualsEncodingJSON(f *testing.F) {
	for _, s := range bodies.SamplesJSON {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if err := equalsJSON(b); err != nil {
			t.Fatal(err)
		}
	})
}
