package export

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/callbacklens/callbacklens/internal/visible"
	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// checkHTML reads a report as browsers do: nothing in it does or loads anything, each
// row has as many cells as its table, and every value stands in it.
func checkHTML(r *parser.Report) error {
	out := export("html", r)
	if err := quiet(out, "\n"); err != nil {
		return err
	}
	root, err := html.Parse(strings.NewReader(out))
	if err != nil {
		return err
	}
	var cells, words []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if slices.Contains([]string{"script", "link", "img", "iframe", "object", "embed", "base", "form", "a"}, n.Data) {
			return fmt.Errorf("there is a %s in\n%s", n.Data, out)
		}
		for _, a := range n.Attr {
			if a.Key == "style" || a.Key == "src" || a.Key == "href" || strings.HasPrefix(a.Key, "on") {
				return fmt.Errorf("%s has the attribute %s", n.Data, a.Key)
			}
		}
		switch {
		case n.Data == "tr":
			cells = append(cells, rowOf(n)...)
		case n.Data == "span":
			words = append(words, textOf(n))
		}
	}
	for i := range r.Callbacks {
		for k := range r.Callbacks[i].Jobs {
			t := r.Callbacks[i].Jobs[k].Tokens
			for w := range min(t.Len(), len(words)) {
				if want := visible.Word(t.Word(w)); want != "" && !slices.Contains(words, want) {
					return fmt.Errorf("the word %q is not in the text", want)
				}
			}
		}
	}
	for i := range r.Callbacks {
		for _, it := range besideJobs(&r.Callbacks[i]) {
			if want := visible.Word(it.Value()); !slices.Contains(cells, want) {
				return fmt.Errorf("%s is in no table: %q", it.Path(), want)
			}
		}
	}
	for i := range r.Diagnostics {
		if want := visible.Word(r.Diagnostics[i].Code); !slices.Contains(cells, want) {
			return fmt.Errorf("the remark %s is in no table", want)
		}
	}
	return nil
}

func rowOf(tr *html.Node) (cells []string) {
	for c := range tr.ChildNodes() {
		if c.Type == html.ElementNode {
			cells = append(cells, textOf(c))
		}
	}
	return cells
}

func textOf(n *html.Node) (text string) {
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			text += c.Data
		}
	}
	return text
}

// checkSVG reads pictures as XML: shapes and texts, and nothing that does anything.
func checkSVG(r *parser.Report) error {
	out := export("svg", r)
	if err := quiet(out, "\n"); err != nil {
		return err
	}
	dec := xml.NewDecoder(strings.NewReader(out))
	rects := 0
	for {
		token, err := dec.Token()
		switch {
		case errors.Is(err, io.EOF):
			if tokens := anyTokens(r); tokens != (rects > 0) {
				return fmt.Errorf("there are tokens: %t, and %d bars", tokens, rects)
			}
			return nil
		case err != nil:
			return fmt.Errorf("%w in\n%s", err, out)
		}
		if start, ok := token.(xml.StartElement); ok {
			if !slices.Contains([]string{"svg", "style", "text", "rect"}, start.Name.Local) {
				return fmt.Errorf("there is a %s", start.Name.Local)
			}
			if start.Name.Local == "rect" {
				rects++
			}
		}
	}
}

func anyTokens(r *parser.Report) bool {
	for i := range r.Callbacks {
		for k := range r.Callbacks[i].Jobs {
			if r.Callbacks[i].Jobs[k].Tokens.Len() > 0 {
				return true
			}
		}
	}
	return false
}

// A report in HTML has facts, remarks with their places, the text with the legend of its
// colours, tokens, pictures and the source; both themes, and a form for paper.
func TestHTMLHasAllOfAReport(t *testing.T) {
	page := printed(t, "html", lang.EN)
	cut := export("html", inspect("cut.xml", []byte(`<Response><EventName>TaskFinish</EventName><JobsDetail><JobId>a-1</Jo`)))
	if want := `<th scope="row">1:70`; !strings.Contains(cut, want) {
		t.Errorf("no %q in\n%s", want, cut)
	}
	for _, want := range []string{
		`<html lang="en">`, "default-src 'none'", "prefers-color-scheme:dark", "@media print", "<td>a|1</td>",
		"<caption>Remarks</caption>", `class="text" lang="zh-CN"`, `class="legend"`, "non-Chinese string", "<rect ", "<details>", "&lt;",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
}

// What is long is cut, which is said.
func TestHTMLSaysWhatItLeavesOut(t *testing.T) {
	words := strings.Repeat(`{"Word":"a","Pos":"n"},`, 3000)
	r := inspect("long.json", []byte(`{"JobsDetail":{"JobId":"a","Tag":"WordsGeneralize","Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[`+words+`{"Word":"z"}]}}}}`))
	page := export("html", r)
	for _, want := range []string{"The first 2000 of 3001 tokens are listed", "it is not part of this report"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
	if n := strings.Count(page, "<tr>"); n > 2100 {
		t.Errorf("it has %d rows", n)
	}
}

// A label has the room that is there, by how wide its characters are.
func TestLabelsOfPicturesHaveTheirRoom(t *testing.T) {
	words := ""
	for _, word := range []string{"一二三四五六七八九十一二三", "一二三四五六七八九十一二三四", "abcdefghijklmnopqrstuvwxyza", "abcdefghijklmnopqrstuvwxyzab", "\\ud800"} {
		words += `{"Word":"` + word + `","Pos":"n"},`
	}
	r := inspect("a.json", []byte(`{"JobsDetail":{"JobId":"a","Tag":"WordsGeneralize","Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[`+words[:len(words)-1]+`]}}}}`))
	got := export("svg", r)
	for _, want := range []string{">一二三四五六七八九十一二三 n<", ">一二三四五六七八九十一二三… n<", ">abcdefghijklmnopqrstuvwxyza n<", ">abcdefghijklmnopqrstuvwxyz… n<"} {
		if !strings.Contains(got, want) {
			t.Errorf("the picture has no %q", want)
		}
	}
}
