package app

import (
	"testing"

	goapp "github.com/maxence-charriere/go-app/v9/pkg/app"

	"github.com/callbacklens/callbacklens/parser/lang"
)

func TestTreeShowsAll(t *testing.T) {
	s := NewResult(inspected(t, `<?xml version="1.0"?><Response note="x"><!-- said --><Tag>WordsGeneralize</Tag><Empty/><Mixed>a<b>c</b></Mixed></Response>`), lang.EN)
	c := &Tree{S: s, Rev: s.Rev}
	mounted(t, c)
	wantAll(t, drawn(t, &Tree{S: s, Rev: s.Rev}), "@note x attribute", "comment said", "Tag WordsGeneralize", "Empty empty", "Mixed 2", "text a", "b c")
	wantAll(t, goapp.HTMLString(c), `role="treeitem"`, `aria-level="2"`, `aria-expanded`, `aria-posinset="1"`)
}

func TestTreeTellsKinds(t *testing.T) {
	s := NewResult(inspected(t, `{"a":"1","b":2,"c":true,"d":null,"e":[],"f":[3]}`), lang.ZH)
	wantAll(t, drawn(t, &Tree{S: s, Rev: s.Rev}), "a 1 字符串", "b 2 数字", "c true 布尔", "d null 空值", "e 0", "f 1", "1 3 数字")
}

func TestTreeKeepsWhatIsOpen(t *testing.T) {
	s := NewResult(inspected(t, "<a><b><c>1</c></b></a>"), lang.ZH)
	c := &Tree{S: s, Rev: s.Rev}
	client := goapp.NewClientTester(c)
	client.Consume()
	c.toggle(0)
	c.cursor = 0
	client.Close()
	again := &Tree{S: s, Rev: s.Rev}
	mounted(t, again)
	if again.top.rows != 1 {
		t.Errorf("%d rows after coming back, want the one that was left", again.top.rows)
	}
}

func TestMovingInTheTree(t *testing.T) {
	s := NewResult(inspected(t, "<a><b><c>1</c></b><d>2</d></a>"), lang.ZH)
	c := &Tree{S: s, Rev: s.Rev}
	mounted(t, c)
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
