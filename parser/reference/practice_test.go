package reference

import "testing"

func TestWhatPracticeShowsIsWhole(t *testing.T) {
	for _, e := range Envelopes() {
		if e.Number == "" || e.Sketch == "" || !whole(e.Where) {
			t.Errorf("%+v", e)
		}
	}
	for _, m := range Moments() {
		if m.Written == "" || !whole(m.Where) {
			t.Errorf("%+v", m)
		}
	}
	for _, u := range Units() {
		if u.Offset == "" || !whole(u.Name) || !whole(u.Fits) || UnitName(u.Value) != u.Name {
			t.Errorf("%+v", u)
		}
	}
	for _, s := range Sources() {
		if !whole(s.What) || !whole(s.Line()) {
			t.Errorf("%+v", s)
		}
	}
	for _, l := range Levels() {
		if LevelName(l) == same(l) {
			t.Errorf("the level %s has no name", l)
		}
	}
	if got := Sources()[1].Line(); got.ZH != "提交分词任务：cloud.tencent.com/document/product/460/84800（旧版 460/79474）" ||
		got.EN != "Submission: cloud.tencent.com/document/product/460/84800, formerly 460/79474" {
		t.Errorf("%+v", got)
	}
}
