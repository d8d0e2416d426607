package source

import (
	"fmt"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
)

func TestMeasuresAreThoseOfTheStyleSheets(t *testing.T) {
	apptest.WantStyles(t, "source.css", fmt.Sprintf("--source-row: %dpx;", rowHeight), fmt.Sprintf("--source-gutter: %dpx;", sourceGutter),
		fmt.Sprintf("padding-right: %dpx;", sourceMargin), fmt.Sprintf("font: %dpx / %dpx", fontSize, rowHeight))
}
