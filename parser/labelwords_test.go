package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/internal/bodies"
	"github.com/callbacklens/callbacklens/parser/internal/said"
)

// labelled inspects tokens of one letter each, with labels of the given words,
// and returns the words that are said to be missing.
func labelled(n int, shape func(body string) string, labels ...string) []string {
	letters := make([]string, n)
	for i := range letters {
		letters[i] = string(rune('一' + i))
	}
	var rows strings.Builder
	for _, l := range labels {
		fmt.Fprintf(&rows, `<WordsGeneralizeLable><Category>c</Category><Word>%s</Word></WordsGeneralizeLable>`, l)
	}
	body := strings.Replace(bodies.XML(letters), `<WordsGeneralizeLable><Category>旅行</Category><Word>深圳</Word></WordsGeneralizeLable>`, rows.String(), 1)
	var missing []string
	for _, d := range readString(shape(body)).Diagnostics {
		if d.Code == "label-word" {
			for s := range d.Spots() {
				missing = append(missing, s.Item.Value())
			}
		}
	}
	return missing
}

func TestLabelsAreLookedForInTokensAndText(t *testing.T) {
	const n = 2*1024 + 10
	letter := func(i int) string { return string(rune('一' + i)) }
	across := letter(1024-1) + letter(1024) // where one part of the text ends
	asItIs := func(body string) string { return body }
	gap := func(body string) string { return strings.Replace(body, "<Offset>5</Offset>", "<Offset>6</Offset>", 1) }
	var many []string
	for i := range 3 * said.Most {
		many = append(many, letter(i))
	}
	for _, c := range []struct {
		name   string
		shape  func(string) string
		labels []string
		want   string
	}{
		{"a token", asItIs, []string{letter(7)}, ""},
		{"the last token", asItIs, []string{letter(n - 1)}, ""},
		{"a phrase", asItIs, []string{letter(3) + letter(4)}, ""},
		{"a phrase across two parts", asItIs, []string{across}, ""},
		{"no word", asItIs, []string{letter(4) + letter(3), "无"}, letter(4) + letter(3) + " 无"},
		{"many tokens", asItIs, many, ""},
		{"many tokens and a phrase", asItIs, append(many, across), ""},
		{"a token where the text has a gap", gap, []string{letter(7)}, ""},
		{"a phrase where the text has a gap", gap, []string{across}, across},
	} {
		if got := strings.Join(labelled(n, c.shape, c.labels...), " "); got != c.want {
			t.Errorf("%s: %q are missing, want %q", c.name, got, c.want)
		}
	}
}
