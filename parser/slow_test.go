package parser

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/callbacklens/callbacklens/parser/internal/bodies"
)

// TestNoInputTakesForEver gives Inspect what makes careless readers quadratic.
// The bound is no measurement: a reader that looks at the same bytes again and
// again would take hours.
func TestNoInputTakesForEver(t *testing.T) {
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	numbered := func(format string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	words := make([]string, 50_000)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", i)
	}
	tokens := bodies.XML(words)
	for name, body := range map[string]string{
		"comments before the root":     many("<!-- -->", 200_000) + "<a/>",
		"attributes":                   "<a " + numbered(`k%d="" `, 100_000) + "/>",
		"openers that never close":     "<r>" + many("<a>", 200_000),
		"closers of nothing":           "<r>" + many("</a>", 200_000),
		"openers for closers":          "<r>" + many("<a>x", 200_000),
		"rows that are cut short":      "<r>" + many("<t><a>1</a><b>2</b>", 50_000),
		"rows of changing shape":       "<r>" + numbered("<t><a>1</a><b%d>2</b%[1]d></t>", 50_000) + "</r>",
		"bare ampersands":              "<r>" + many("& ", 200_000) + "</r>",
		"percents":                     "a=" + many("%25", 200_000),
		"quotes":                       many(`"`, 200_000),
		"backslashes":                  `"` + many(`\`, 200_000) + `"`,
		"entities of entities":         many("&amp;", 100_000) + "lt;a>",
		"base64 of nothing":            many("QUFB", 100_000),
		"fences":                       many("```\n", 100_000),
		"header fields":                many("a: b\n", 100_000),
		"closed brackets":              "[" + many("]", 200_000),
		"crossed brackets":             many("[{", 400) + many("]}", 100_000),
		"commas":                       "[" + many(",", 200_000),
		"unquoted names":               "{" + many("a:1 ", 100_000),
		"typographic quotes":           "{" + many("“a”:", 50_000),
		"bodies in a row":              many("{}", 100_000),
		"lone less-than signs":         many("< ", 200_000),
		"elements without an end":      numbered("<a%d>", 20_000),
		"labels that are no tokens":    strings.Replace(tokens, "<WordsGeneralizeToken>", numbered("<WordsGeneralizeLable><Category>c</Category><Word>x%d</Word></WordsGeneralizeLable>", 20_000)+"<WordsGeneralizeToken>", 1),
		"tags that nobody knows":       strings.ReplaceAll(tokens, "<Pos>n</Pos><Word>w", "<Pos>?n</Pos><Word>w"),
		"directives":                   many("<!A ", 100_000),
		"leaves that look like bodies": `{"a":[` + many(`"{\"x\":\"0123456789\"}",`, 5_000) + `1]}`,
	} {
		done := make(chan struct{})
		ctx, cancel := context.WithCancel(context.Background())
		go func() {
			defer close(done)
			r := Inspect(ctx, []byte(body), Options{})
			for i := range r.Diagnostics {
				r.Excerpt(&r.Diagnostics[i].Spot)
			}
		}()
		select {
		case <-done:
		case <-time.After(time.Minute):
			t.Errorf("%s: still reading after a minute", name)
		}
		cancel()
	}
}
