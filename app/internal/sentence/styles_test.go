package sentence

import (
	"fmt"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
)

func TestMeasuresAreThoseOfTheStyleSheets(t *testing.T) {
	wants := []string{fmt.Sprintf("font: %dpx / ", fontSize), fmt.Sprintf("width: %dpx;", gutter),
		fmt.Sprintf("padding-left: %dpx;\n  margin-left: -10px;", gutterSlim+10)}
	for mode, class := range modeClasses {
		m := measuresOf[mode]
		wants = append(wants, fmt.Sprintf(".%s { --sentence-row: %dpx; --piece-pad: %s; --piece-gap: %s; }",
			class, m.row, pixels(m.pad), pixels(m.gap)))
	}
	apptest.WantStyles(t, "sentence.css", wants...)
}

func pixels(n int) string {
	if n == 0 {
		return "0"
	}
	return fmt.Sprintf("%dpx", n)
}
