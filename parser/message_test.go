package parser

import (
	"context"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/lang"
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

// What a sentence quotes can be told from what it says, even if it looks like a
// placeholder.
func TestPartsOfADiagnostic(t *testing.T) {
	var all []Diagnostic
	for _, body := range []string{`<a><b>1</{0}></b>&{1};<c></a>`,
		`{"JobsDetail":[{"JobId":"j","Operation":{"WordsGeneralizeResult":{"WordsGeneralizeToken":[
			{"Word":"a","Pos":"{1}","Offset":"0","Length":"1"},{"Word":"b","Pos":"nq","Offset":"1","Length":"1"}]}}}]}`} {
		all = append(all, Inspect(context.Background(), []byte(body), Options{}).Diagnostics...)
	}
	if len(all) < 6 {
		t.Fatalf("%d diagnostics", len(all))
	}
	quoted := 0
	for i := range all {
		d := &all[i]
		for _, l := range lang.All {
			var whole string
			for part, foreign := range d.Parts(l) {
				if whole += part; foreign {
					quoted++
				}
			}
			if whole != d.Text.In(l) {
				t.Errorf("the parts of %s are %q, the sentence is %q", d.Code, whole, d.Text.In(l))
			}
		}
	}
	if quoted == 0 {
		t.Error("nothing is quoted")
	}
}
