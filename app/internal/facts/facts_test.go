package facts

import (
	"slices"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Each card is one stop for the tab key, and the cards stand in the order in which
// they are looked at.
func TestACardIsOneStop(t *testing.T) {
	p := apptest.Result(t, "workflow", lang.EN)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	apptest.Mounted(t, c)
	var titles []string
	for _, card := range strings.Split(goapp.HTMLString(c), `class="card"`)[1:] {
		_, title, _ := strings.Cut(card, "<h2")
		title, _, _ = strings.Cut(title[strings.Index(title, ">")+1:], "</h2>")
		if _, name, linked := strings.Cut(title, ">"); linked {
			title, _, _ = strings.Cut(name, "<")
		}
		titles = append(titles, title)
		if others, stops := strings.Count(card, `tabindex="-1"`), strings.Count(card, `tabindex="0"`); stops > 1 || others > 0 && stops != 1 {
			t.Errorf("%s has %d stops, and %d that arrows lead to", title, stops, others)
		}
	}
	at := 0
	for _, want := range []string{"Job", "Workflow", "Labels", "Times", "Input"} {
		i := slices.Index(titles, want)
		if i < at {
			t.Errorf("%s is not where it belongs in %q", want, titles)
		}
		at = max(i, at)
	}
}
