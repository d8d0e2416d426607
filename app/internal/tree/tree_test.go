package tree

import (
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
	"github.com/callbacklens/callbacklens/app/internal/model"
	"github.com/callbacklens/callbacklens/parser/lang"
)

func TestTreeShowsAll(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, `<?xml version="1.0"?><Response note="x"><!-- said --><Tag>WordsGeneralize</Tag><Empty/><Mixed>a<b>c</b></Mixed></Response>`), lang.EN)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	apptest.Mounted(t, c)
	apptest.WantAll(t, apptest.Drawn(t, &View{P: p, B: p.Body, Rev: p.Rev}), "@note x attribute", "comment said", "Tag WordsGeneralize", "Empty empty", "Mixed 2", "text a", "b c")
	apptest.WantAll(t, goapp.HTMLString(c), `role="treeitem"`, `aria-level="2"`, `aria-expanded`, `aria-posinset="1"`)
}

func TestTreeTellsKinds(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, `{"a":"1","b":2,"c":true,"d":null,"e":[],"f":[3]}`), lang.ZH)
	apptest.WantAll(t, apptest.Drawn(t, &View{P: p, B: p.Body, Rev: p.Rev}), "a 1 字符串", "b 2 数字", "c true 布尔", "d null 空值", "e 0", "f 1", "1 3 数字")
}

func TestTreeKeepsWhatIsOpen(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, "<a><b><c>1</c></b></a>"), lang.ZH)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	client := goapp.NewClientTester(c)
	client.Consume()
	c.toggle(0)
	c.cursor = 0
	client.Close()
	again := &View{P: p, B: p.Body, Rev: p.Rev}
	apptest.Mounted(t, again)
	if again.top.rows != 1 {
		t.Errorf("%d rows after coming back, want the one that was left", again.top.rows)
	}
}

func TestMovingInTheTree(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, "<a><b><c>1</c></b><d>2</d></a>"), lang.ZH)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	apptest.Mounted(t, c)
	for _, step := range []struct {
		from int
		key  string
		to   int
	}{{0, "ArrowRight", 1}, {2, "ArrowLeft", 1}, {1, "ArrowLeft", 0}, {0, "ArrowLeft", 0}, {0, "End", 3}, {3, "ArrowUp", 2}} {
		c.cursor = step.from
		if to, ok := c.moved(step.key, c.top.row(step.from)); !ok || to != step.to {
			t.Errorf("%s from row %d leads to %d, want %d", step.key, step.from, to, step.to)
		}
	}
}

// What is pressed is chosen, for all other parts too; of a leaf a second time lets go.
func TestPressedNodeIsChosen(t *testing.T) {
	p := model.NewResult(apptest.Inspected(t, "<a><b><c>1</c></b><d>2</d></a>"), lang.ZH)
	c := &View{P: p, B: p.Body, Rev: p.Rev}
	client := apptest.Mounted(t, c)
	for _, step := range []struct {
		row  int
		path string
	}{{3, "a.d"}, {3, ""}, {1, "a.b"}, {1, "a.b"}} {
		c.press(step.row)
		c.Update()
		client.Consume()
		marked := strings.Contains(goapp.HTMLString(c), `aria-current="true"`)
		if got := p.Body.Item().Path(); got != step.path || marked != (step.path != "") {
			t.Errorf("row %d: %q is chosen, marked %v; want %q", step.row, got, marked, step.path)
		}
	}
}
