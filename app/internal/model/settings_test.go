package model

import "testing"

func TestSettingsAreRemembered(t *testing.T) {
	p := NewPage()
	for _, action := range []string{"text:plain", "tall"} {
		if !p.Perform(action) {
			t.Errorf("%s is no action", action)
		}
	}
	if got := ParseSettings(p.Settings.String()); got != p.Settings || got != (Settings{TextPlain, true}) {
		t.Errorf("remembered is %+v, set was %+v", got, p.Settings)
	}
	for _, odd := range []string{"", "nothing", "tags -3", "999"} {
		if got := ParseSettings(odd); got != (Settings{}) || got.String() != "" {
			t.Errorf("%q gives %+v", odd, got)
		}
	}
	if p.Perform("text:loud") || p.Perform("tall:er") {
		t.Error("what is no setting was set")
	}
}
