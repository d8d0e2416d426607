package dom

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func TestStillIsWrittenInOrder(t *testing.T) {
	e := St("div", "row", "", "chosen").ID("").DataSet("n", 3).Attr("hidden", false).Attr("disabled", true).Aria("selected", false).Body(
		nil, StText(`a<b`), St("i").Text("c"))
	const want = `<div class="row chosen" data-n="3" disabled="" aria-selected="false">a&lt;b<i>c</i></div>`
	if got := string(e.append(nil)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := (*Still)(nil).UI(); got != nil {
		t.Errorf("nothing became %v", got)
	}
}

// What comes from a body never becomes markup: a parser finds the one element
// with the one attribute and the one text that were put in.
func FuzzStillKeepsText(f *testing.F) {
	for _, text := range []string{"", "今天", `"><script>alert(1)</script>`, "&lt;&#0;&amp", "\r\n\t", "</span><img src=x onerror=y>", "<!--", "]]>", "\x00", "'`=/"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return // the browser makes U+FFFD of what is none
		}
		markup := string(St("span").Attr("title", text).Text(text).append(nil))
		nodes, err := html.ParseFragment(strings.NewReader(markup), &html.Node{Type: html.ElementNode, DataAtom: atom.Div, Data: "div"})
		if err != nil || len(nodes) != 1 {
			t.Fatalf("%q: %d nodes, %v", markup, len(nodes), err)
		}
		span, want := nodes[0], strings.ReplaceAll(text, "\x00", "\uFFFD")
		if span.Data != "span" || len(span.Attr) != 1 || span.Attr[0].Val != want {
			t.Errorf("%q: element %s with %q", markup, span.Data, span.Attr)
		}
		child := span.FirstChild
		if (child == nil) != (want == "") || child != nil && (child.Type != html.TextNode || child.Data != want || child.NextSibling != nil) {
			t.Errorf("%q: the text is not %q alone", markup, want)
		}
	})
}
