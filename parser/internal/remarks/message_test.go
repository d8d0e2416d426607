package remarks

import (
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/reference"
)

func TestMessages(t *testing.T) {
	anchors := make(map[string]bool)
	for _, table := range reference.Tables() {
		for _, f := range table.Fields {
			anchors[f.Anchor] = true
		}
	}
	for _, p := range reference.PartsOfSpeech() {
		anchors[p.Anchor] = true
	}
	seen := make(map[string]bool)
	for _, m := range append(messages[:], auditMessages[:]...) {
		if seen[m.code] {
			t.Errorf("%s is there twice", m.code)
		}
		seen[m.code] = true
		if m.text.ZH == "" || m.text.EN == "" {
			t.Errorf("%s lacks a language", m.code)
		}
		for _, hole := range []string{"{0}", "{1}", "{2}"} {
			if strings.Contains(m.text.ZH, hole) != strings.Contains(m.text.EN, hole) {
				t.Errorf("%s: only one language has %s", m.code, hole)
			}
		}
		if m.ref != "" && !anchors[m.ref] {
			t.Errorf("%s rests on %q, which is no row of the reference", m.code, m.ref)
		}
	}
}
