package parser

import (
	"context"
	"testing"

	"github.com/callbacklens/callbacklens/parser/diagnostic"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// What a sentence quotes can be told from what it says, even if it looks like a
// placeholder.
func TestPartsOfADiagnostic(t *testing.T) {
	var all []diagnostic.Diagnostic
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
