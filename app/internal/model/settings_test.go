package model

import "testing"

func TestSettingsAreRemembered(t *testing.T) {
	p := NewPage()
	for _, action := range []string{"text:plain", "tall", ToSplit(99)} {
		if !p.Perform(action) {
			t.Errorf("%s is no action", action)
		}
	}
	if got := ParseSettings(p.Settings.String()); got != p.Settings || got != (Settings{TextPlain, true, MostSplit}) {
		t.Errorf("remembered is %+v, set was %+v", got, p.Settings)
	}
	for _, odd := range []string{"", "nothing", "tags -3", "999", "split:", "split:-4", "split:x"} {
		if got := ParseSettings(odd); got != (Settings{}) || got.String() != "" {
			t.Errorf("%q gives %+v", odd, got)
		}
	}
	if p.Perform(ToSplit(0)); p.Settings.Split != 0 || p.Settings.Share() != freshSplit {
		t.Errorf("put back, the split is at %+v", p.Settings)
	}
	if p.Perform("text:loud") || p.Perform("tall:er") {
		t.Error("what is no setting was set")
	}
}
