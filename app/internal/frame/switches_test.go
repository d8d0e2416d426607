package frame

import (
	"os"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/model"
)

// The dark colours stand twice in the stylesheet, once for those who chose
// them and once for those whose system is dark.
func TestBothListsOfDarkColoursAreAlike(t *testing.T) {
	css, err := os.ReadFile("../../../web/css/base.css")
	if err != nil {
		t.Fatal(err)
	}
	chosen := declarations(t, string(css), `:root[data-theme="dark"] {`)
	system := declarations(t, string(css), `:root:not([data-theme]) {`)
	if chosen != system {
		t.Errorf("chosen:\n%s\nof the system:\n%s", chosen, system)
	}
}

// declarations returns what stands in the rule that opens with selector,
// without its indentation.
func declarations(t *testing.T, css, selector string) string {
	t.Helper()
	_, rest, found := strings.Cut(css, selector)
	if !found {
		t.Fatalf("no rule %s", selector)
	}
	body, _, _ := strings.Cut(rest, "}")
	lines := strings.Split(body, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

func TestThemesGoRound(t *testing.T) {
	theme := model.ThemeSystem
	for _, want := range []string{"light", "dark", ""} {
		if theme = themeAfter(theme); string(theme) != want {
			t.Errorf("the next theme is %q, want %q", theme, want)
		}
	}
}
