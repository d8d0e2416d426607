package sentence

import (
	"fmt"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
)

func TestMeasuresAreThoseOfTheStyleSheets(t *testing.T) {
	apptest.WantStyles(t, "sentence.css", fmt.Sprintf("--sentence-row: %dpx;", rowHeight), fmt.Sprintf("font: %dpx / ", fontSize),
		fmt.Sprintf("margin-right: %dpx;", sentenceGap), fmt.Sprintf("padding: 0 %dpx;", sentencePadding))
}
