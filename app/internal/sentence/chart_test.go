package sentence

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/beside"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/query"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// The map is there once all is read, of as few elements for many words as for some; it
// has what is looked for, and where remarks are. A short text has none.
func TestMapOfTheWhole(t *testing.T) {
	short := model.NewResult(apptest.Inspected(t, apptest.TokenBody(apptest.ManyWords(100)...)), lang.ZH)
	c := &View{P: short, B: short.Body, Rev: short.Rev}
	apptest.Mounted(t, c)
	if strings.Contains(goapp.HTMLString(c), "text-map") {
		t.Error("a short text has a map")
	}
	var paths []int
	for _, n := range []int{4000, 40_000} {
		words := make([]string, n)
		for i := range words {
			tag := []string{"n", "v"}[2*i/n] // nouns in the first half, verbs in the second
			words[i] = "今天/" + tag + "/" + strconv.Itoa(2*i) + "/2"
		}
		p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(words...)), lang.ZH)
		c := &View{P: p, B: p.Body, Rev: p.Rev}
		client := apptest.Mounted(t, c)
		apptest.Settled(t, client, func() bool { return c.chart.drawn != "" })
		paths = append(paths, strings.Count(c.chart.drawn, "<path"))
		halves := regexp.MustCompile(`class="pos-(noun|verb)" d="M0 (\d+)h120v1h-120z(?:M0 \d+h120v1h-120z)*M0 (\d+)h120v1h-120z"`).
			FindAllString(c.chart.drawn, -1)
		if len(halves) != 2 || !strings.Contains(halves[0], `"M0 0h`) || !strings.HasSuffix(halves[0], `M0 79h120v1h-120z"`) ||
			!strings.Contains(halves[1], `"M0 80h`) || !strings.HasSuffix(halves[1], `M0 159h120v1h-120z"`) {
			t.Errorf("nouns and verbs of %d words are not drawn a half each: %q", n, halves)
		}
		found := query.NewSet(n)
		found.Add(n - 1)
		p.ChooseTags("v")
		p.Found(p.Body, model.NewHits(found, p.Body.Tokens()))
		client.Consume()
		c.Update()
		apptest.Settled(t, client, func() bool { return strings.Contains(c.chart.drawn, "map-hits") })
		if want := "M120 " + strconv.Itoa(beside.Bands-1) + "h"; !strings.Contains(c.chart.drawn, want) {
			t.Errorf("the hit at the end is not at the end: %s", c.chart.drawn)
		}
	}
	if paths[0] != paths[1] || paths[0] > 4 {
		t.Errorf("%v paths for 4000 and 40,000 words", paths)
	}
}

// The ruler tells where the first piece of a row begins, in the unit of the tokens: also
// of a gap, of what is left of a word that others cover, and behind emoji.
func TestRulerIsRight(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, apptest.TokenBody(
		"中华/n/0/2", "华人民/n/1/3", "👍/x/6/2", "好/a/8/1", "了/u/12/1")), lang.ZH)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	apptest.Mounted(t, c)
	want := map[int]int{0: 0, 1: 1, 2: 2, 3: 4, 4: 6, 5: 8, 6: 9, 7: 12}
	for at := range c.layout.pieces {
		if got := c.startOf(at); got != want[at] {
			t.Errorf("piece %d, %v, begins at %d, want %d", at, c.layout.pieces[at], got, want[at])
		}
	}
	if len(c.layout.pieces) != len(want) {
		t.Errorf("%d pieces, want %d", len(c.layout.pieces), len(want))
	}
}
