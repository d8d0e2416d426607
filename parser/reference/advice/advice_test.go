package advice

import (
	"slices"
	"testing"

	"github.com/callbacklens/callbacklens/parser"
)

// TestEveryRemarkIsExplained holds that each code has its advice, whole in both
// languages, and with an example or a case.
func TestEveryRemarkIsExplained(t *testing.T) {
	for _, r := range parser.Remarks() {
		a, ok := Of(r.Code)
		if !ok {
			t.Errorf("nothing explains %s", r.Code)
			continue
		}
		if a.Basis.ZH == "" || a.Basis.EN == "" || a.Do.ZH == "" || a.Do.EN == "" || (a.Case.ZH == "") != (a.Case.EN == "") {
			t.Errorf("%s is not whole", r.Code)
		}
		if (a.Example == "") == (a.Case.ZH == "") {
			t.Errorf("%s needs an example or a case", r.Code)
		}
	}
	if _, ok := Of("odd"); ok {
		t.Error("a code that no remark has is explained")
	}
}

// TestExamplesAreRemarkedOnSo reads each example: what the reference shows is
// what happens.
func TestExamplesAreRemarkedOnSo(t *testing.T) {
	shown := 0
	for _, r := range parser.Remarks() {
		a, _ := Of(r.Code)
		if a.Example == "" {
			continue
		}
		shown++
		report := parser.Inspect(t.Context(), []byte(a.Body()), parser.Options{})
		var codes []string
		for _, d := range report.Diagnostics {
			codes = append(codes, d.Code)
		}
		if !slices.Contains(codes, r.Code) {
			t.Errorf("%s: %q gives %q", r.Code, a.Body(), codes)
		}
	}
	if shown < 70 {
		t.Errorf("only %d examples are shown", shown)
	}
}

// TestNothingIsExplainedThatIsNotSaid finds advice of codes that are gone.
func TestNothingIsExplainedThatIsNotSaid(t *testing.T) {
	said := make(map[string]bool)
	for _, r := range parser.Remarks() {
		said[r.Code] = true
	}
	seen := make(map[string]bool)
	for _, a := range all {
		if !said[a.Code] || seen[a.Code] {
			t.Errorf("%s is said by nothing, or explained twice", a.Code)
		}
		seen[a.Code] = true
	}
}
