package facts

import (
	"fmt"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
)

func TestMeasuresAreThoseOfTheStyleSheets(t *testing.T) {
	apptest.WantStyles(t, "facts.css", fmt.Sprintf("--layer-row: %dpx;", layerRowHeight))
}
