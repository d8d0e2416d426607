package parser

import (
	"encoding/base64"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/bodies"
)

// storyBodies returns what is pasted in the stories, by name.
func storyBodies(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../testdata/stories/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	all := make(map[string]string)
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if !strings.HasPrefix(f.Name, "report.") {
				all[filepath.Base(file)+"/"+f.Name] = string(f.Data)
			}
		}
	}
	return all
}

// TestEveryItemIsFoundAtItsPlace goes from each item to its bytes and back: in the
// text that it stands in, and in what was pasted.
func TestEveryItemIsFoundAtItsPlace(t *testing.T) {
	for name, body := range storyBodies(t) {
		if err := placesLeadBack(readString(body)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, s := range append(append(bodies.SamplesXML, bodies.SamplesJSON...), brokenSamples...) {
		if err := placesLeadBack(readString(s)); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func TestEveryItemIsFoundThroughTwoWrappers(t *testing.T) {
	for _, body := range []string{bodies.SoundXML, bodies.SoundJSON} {
		for i, outer := range wrappers {
			for k, inner := range wrappers {
				if (i+k)%4 > 0 {
					continue // takes too long
				}
				if err := placesLeadBack(readString(outer.wrap(inner.wrap(body)))); err != nil {
					t.Errorf("%s of %s: %v", outer.kind, inner.kind, err)
				}
			}
		}
	}
}

func FuzzPlaces(f *testing.F) {
	for _, s := range append(append(bodies.SamplesXML, bodies.SamplesJSON...), brokenSamples...) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		r := readString(body)
		if err := placesLeadBack(r); err != nil {
			t.Fatal(err)
		}
		for i := range len(r.Source.Text) + 1 {
			if it := r.At(i); it.Ok() && it.Kind() == KindNone {
				t.Fatalf("at %d stands nothing", i)
			}
		}
	})
}

// placesLeadBack reports an error where the first byte of an item leads neither to
// it nor to something in it.
func placesLeadBack(r *Report) error {
	var failed error
	for _, doc := range r.Documents {
		eachItem(doc.Root(), func(it document.Item) {
			if failed == nil && it.Span().Len() > 0 && it.Kind() != KindDocument {
				failed = leadsBack(r, it)
			}
		})
	}
	return failed
}

func leadsBack(r *Report, it document.Item) error {
	p, exact := r.Place(it), true
	if got, want := r.Texts[p.Text].Bytes[p.Span.Start:p.Span.End], it.Document().Text[it.Span().Start:it.Span().End]; string(got) != string(want) {
		return fmt.Errorf("%s is %q, at its place stands %q", it.Path(), want, got)
	}
	for {
		if got := r.AtIn(p.Text, int(p.Span.Start)); exact && !stands(got, it) {
			return fmt.Errorf("at byte %d of text %d stands %s (%s), not %s (%s)", p.Span.Start, p.Text, got.Path(), got.Kind(), it.Path(), it.Kind())
		}
		if p.Text == 0 {
			return nil
		}
		var own bool
		p, own = r.Outward(p)
		exact = exact && own
	}
}

// stands reports whether it is what stands in another item, or in a document that
// this one holds.
func stands(it, in document.Item) bool {
	if it.Ok() && it.Document() != in.Document() {
		return it.Document().From().Text != in.Document().From().Text
	}
	for ; it.Ok(); it = it.Parent() {
		if it == in {
			return true
		}
	}
	return false
}

func eachItem(it document.Item, do func(document.Item)) {
	do(it)
	for c := range it.Children() {
		eachItem(c, do)
	}
}

// TestAPlaceInUnpackedText: what is packed has no bytes of its own in what was
// pasted; in the unpacked text it has.
func TestAPlaceInUnpackedText(t *testing.T) {
	body := "<Response>\n <JobsDetail>\n  <Code>Success</Code><State>Failed</State><Tag>WordsGeneralize</Tag>\n </JobsDetail>\n</Response>"
	pasted := wrapperOf("gzip")(body)
	r := readString("see " + pasted)
	code := r.Callbacks[0].Jobs[0].Code.Item
	p := r.Place(code)
	text := string(r.Texts[p.Text].Bytes)
	if text != body || text[p.Span.Start:p.Span.End] != "<Code>Success</Code>" || r.Layers[r.Texts[p.Text].Layer].Kind != "gzip" {
		t.Errorf("%+v in %q", p, text)
	}
	if at := r.AtIn(p.Text, strings.Index(text, "Success")); at != code {
		t.Errorf("there stands %s", at.Path())
	}
	around, exact := r.Outward(p)
	if exact || string(r.Source.Text[around.Span.Start:around.Span.End]) != pasted {
		t.Errorf("%+v, %v", around, exact)
	}
	if at := r.At(int(around.Span.Start) + 5); at != r.Documents[0].Root() {
		t.Errorf("in the packing stands %s", at.Path())
	}
	for i := range r.Diagnostics {
		if d := &r.Diagnostics[i]; d.Code == "state-code" {
			if p := r.PlaceOf(&d.Spot); text[p.Span.Start:p.Span.End] != "<Code>Success</Code>" {
				t.Errorf("%s points at %q", d.Code, text[p.Span.Start:p.Span.End])
			}
			return
		}
	}
	t.Error("nothing is said of the code")
}

// wrapperOf returns the first wrapper of a kind.
func wrapperOf(kind string) func(string) string {
	for _, w := range wrappers {
		if w.kind == kind {
			return w.wrap
		}
	}
	return nil
}

// TestTokensAreFoundByTheirPlaces goes from tokens to items and back.
func TestTokensAreFoundByTheirPlaces(t *testing.T) {
	var odd []oddToken
	for i := range 40 {
		odd = append(odd, oddToken{word: "a", offset: strconv.Itoa(i), length: "1", noWord: i%10 == 9})
	}
	for _, body := range []string{bodies.SoundXML, bodies.SoundJSON, oddBody(true, odd), oddBody(false, odd)} {
		r := readString(body)
		tokens := r.Callbacks[0].Jobs[0].Tokens
		for i := range tokens.Len() {
			it := tokens.Place(i)
			if got, ok := tokens.Index(it); !ok || got != i {
				t.Errorf("token %d is found as %d, %v", i, got, ok)
			}
			if got, ok := tokens.Index(r.At(int(it.Child("Offset").Span().Start))); !ok || got != i {
				t.Errorf("the offset of token %d is found in %d, %v", i, got, ok)
			}
		}
		for it := range tokens.Item.All("WordsGeneralizeLable") {
			if i, ok := tokens.Index(it); ok {
				t.Errorf("a label is taken for token %d", i)
			}
		}
		if _, ok := tokens.Index(r.Documents[0].Root()); ok || tokens.Len() == 0 {
			t.Error("the whole is taken for a token")
		}
	}
}

// A wrapper within another has a place: in the text that the other one held, or, where
// that was no text, where it came out of.
func TestWrappersHavePlaces(t *testing.T) {
	for _, outer := range wrappers {
		for _, inner := range wrappers {
			r := readString(outer.wrap(inner.wrap(bodies.SoundXML)))
			for i := range r.Layers {
				at := r.PlaceOfLayer(i)
				if text := r.Texts[at.Text].Bytes; at.Span.Len() == 0 || int(at.Span.End) > len(text) {
					t.Errorf("%s of %s: layer %d lies at %v of %d bytes", outer.kind, inner.kind, i, at, len(text))
				}
			}
		}
	}
	twice := base64.StdEncoding.EncodeToString([]byte("x=" + base64.StdEncoding.EncodeToString([]byte(bodies.SoundXML))))
	r := readString(twice)
	at := r.PlaceOfLayer(len(r.Layers) - 1)
	if got := string(r.Texts[at.Text].Bytes[at.Span.Start:at.Span.End]); at.Text == 0 || got != base64.StdEncoding.EncodeToString([]byte(bodies.SoundXML)) {
		t.Errorf("the inner one lies in text %d: %.40q; layers %+v", at.Text, got, r.Layers)
	}
}
