package dom

import (
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"
)

// At first a list shows what is chosen, and is as wide as it will be.
func TestOptions(t *testing.T) {
	options := []Option{{Text: "all tags", Chosen: true}, {Value: "v", Text: "verb · 3"}, {Value: "m", Text: "动词与名词混用 · 3"}, {Text: "2 more", Off: true}}
	drawn := func(first bool) string {
		var html strings.Builder
		for _, line := range Options(options, first) {
			html.WriteString(goapp.HTMLString(line))
		}
		return html.String()
	}
	for i, o := range options {
		if first, want := strings.Contains(drawn(true), o.Text), i == 0 || i == 2; first != want {
			t.Errorf("line %d is drawn at first: %v, want %v", i, first, want)
		}
		if !strings.Contains(drawn(false), o.Text) {
			t.Errorf("line %d is not drawn", i)
		}
	}
	if html := drawn(false); strings.Count(html, ` selected="false"`) != 3 || strings.Count(html, " disabled") != 1 {
		t.Errorf("one line is chosen and one cannot be: %s", html)
	}
}
