//go:build !js

package command

import (
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser"
	"github.com/callbacklens/callbacklens/parser/reference"
)

// TestExplainHasWhatTheReferenceHas asks for each thing that has a row.
func TestExplainHasWhatTheReferenceHas(t *testing.T) {
	wants := map[string]string{}
	for _, r := range parser.Remarks() {
		wants[r.Code] = "#remark." + r.Code + "\n"
	}
	for _, table := range reference.CodeTables() {
		for _, c := range table.Codes {
			wants[c.Value] = "#code." + c.Value + "\n"
		}
	}
	for _, table := range reference.Tables() {
		for _, f := range table.Fields {
			wants[f.Path] = "#" + f.Anchor + "\n"
		}
	}
	for _, p := range reference.PartsOfSpeech() {
		wants[strings.ToLower(p.Tag)] = "#" + p.Anchor + "\n"
	}
	for _, s := range reference.States() {
		wants[s.Value] = "#state." + s.Value + "\n"
	}
	for _, k := range reference.Kinds() {
		wants[k.Value] = k.Name.EN + "\n"
	}
	for name, want := range wants {
		for _, l := range []string{"zh", "en"} {
			code, out, complaints := run("explain", "-lang", l, name)
			if code != exitOK || complaints != "" || l == "en" && !strings.Contains(out, want) || strings.Contains(out, "{0}") {
				t.Errorf("explain -lang %s %s: code %d, %s%s, want %q in it", l, name, code, out, complaints, want)
			}
		}
	}
}

func TestExplainSaysWhatIsAGuess(t *testing.T) {
	if _, out, _ := run("explain", "-lang", "en", "nrt"); !strings.Contains(out, "≈ person's name") || !strings.Contains(out, "prefix, NR") {
		t.Errorf("nrt: %s", out)
	}
	for _, foreign := range []string{"PU", "PROPN", "ORG", "nonsense"} {
		if code, out, complaints := run("explain", "-lang", "en", foreign); code != exitUsage || out != "" || !strings.Contains(complaints, foreign) {
			t.Errorf("%s: code %d, %s%s", foreign, code, out, complaints)
		}
	}
}

// TestInspectLeadsToExplain: the text output ends with the way to read more, once;
// other formats are for programs.
func TestInspectLeadsToExplain(t *testing.T) {
	const odd = `{"EventName":"TaskFinish","JobsDetail":{"State":"Running","JobId":"a","Input":{"Region":"x"}}}`
	for format, times := range map[string]int{"text": 1, "json": 0} {
		_, _, complaints := runWith(t, odd, "inspect", "-lang", "en", "-format", format)
		if got := strings.Count(complaints, "callbacklens explain state-callback"); got != times {
			t.Errorf("%s: %d times, want %d: %s", format, got, times, complaints)
		}
	}
	if _, out, _ := run("explain"); strings.Count(out, "\n") != len(parser.Remarks()) {
		t.Errorf("the list of codes is %s", out)
	}
}
