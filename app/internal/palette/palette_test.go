package palette

import (
	"slices"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/app/internal/words"
	"github.com/callbacklens/callbacklens/parser/lang"
)

var someActions = []Action{
	{Do: "view:tree", Name: words.Say.ViewTree, Keys: []string{"3"}},
	{Do: "theme", Name: words.Say.SwitchTheme},
	{Name: words.Say.KeyPaste, Keys: []string{"Ctrl V"}},
}

// Whatever language the page is in, things are found by their name in either, and by
// what stands in the body.
func TestEverythingIsFoundInBothLanguages(t *testing.T) {
	for _, l := range lang.All {
		all := entriesOf(apptest.Result(t, "jobs", l), someActions)
		for typed, want := range map[string]string{
			"tree": "view:tree", "结构树": "view:tree", "theme": "theme", "主题": "theme",
			"存储桶": "place:facts:", "bucketid": "place:facts:", "job 2": "job:0:1", "任务 2": "job:0:1",
			"failed": "job:", "失败": "job:", "zzzz": "",
		} {
			rows := found(all, typed)
			at := slices.IndexFunc(rows, func(e *entry) bool { return strings.HasPrefix(e.Do, want) })
			if want == "" && len(rows) > 0 || want != "" && at < 0 {
				t.Errorf("%s: %q finds %d rows and no %s", l, typed, len(rows), want)
			}
		}
	}
}

// A press on a row closes the palette and does what the row says; a row of keys that
// others hear does nothing.
func TestARowDoesWhatItSays(t *testing.T) {
	done := ""
	h := &Handle{Actions: func() []Action { return someActions }, Do: func(action string) { done = action }}
	c := &View{P: &model.Page{Lang: lang.EN}, H: h}
	client := apptest.Mounted(t, c)
	if page := goapp.HTMLString(c); strings.Contains(page, "option") {
		t.Errorf("closed, it holds %s", page)
	}
	h.Open()
	client.Consume()
	page := goapp.HTMLString(c)
	apptest.WantAll(t, page, `role="combobox"`, `aria-activedescendant="palette-row-0"`, `id="palette-row-0"`, "Ctrl V", `aria-disabled="true"`)
	c.take(2)
	if done != "" || !c.open {
		t.Errorf("a row that does nothing did %q", done)
	}
	c.take(1)
	if done != "theme" || c.open {
		t.Errorf("the row of themes did %q", done)
	}
}
