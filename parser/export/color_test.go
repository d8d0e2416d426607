package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// TestColorsAreOursAndTellNothingAlone takes the colours out of every text again:
// what is left is the text without, so that no value brings some of its own.
func TestColorsAreOursAndTellNothingAlone(t *testing.T) {
	without := strings.NewReplacer(string(colorGood), "", string(colorBad), "", string(colorDoubt), "",
		string(colorNote), "", string(colorHead), "", string(colorQuiet), "", "\x1b[0m", "")
	some := 0
	for name, body := range storyBodies(t) {
		r := inspect(name, body)
		var plain, colored bytes.Buffer
		if err := Text(&plain, lang.ZH, r); err != nil {
			t.Fatal(err)
		}
		if err := ColorText(&colored, lang.ZH, r); err != nil {
			t.Fatal(err)
		}
		if got := without.Replace(colored.String()); got != plain.String() {
			t.Errorf("%s differs in colour: %s", name, firstDifference(got, plain.String()))
		}
		some += strings.Count(colored.String(), string(colorBad))
	}
	if some == 0 {
		t.Error("no story has a colour")
	}
}
