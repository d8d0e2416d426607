package parser

import (
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/reference"
)

func TestEveryRemarkIsSaidInBothLanguages(t *testing.T) {
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
	for _, m := range Remarks() {
		if seen[m.Code] {
			t.Errorf("%s is there twice", m.Code)
		}
		seen[m.Code] = true
		if m.Text.ZH == "" || m.Text.EN == "" {
			t.Errorf("%s lacks a language", m.Code)
		}
		for _, hole := range []string{"{0}", "{1}", "{2}"} {
			if strings.Contains(m.Text.ZH, hole) != strings.Contains(m.Text.EN, hole) {
				t.Errorf("%s: only one language has %s", m.Code, hole)
			}
		}
		if m.Ref != "" && !anchors[m.Ref] {
			t.Errorf("%s rests on %q, which is no row of the reference", m.Code, m.Ref)
		}
	}
}
