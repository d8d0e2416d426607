package tokens

import (
	"fmt"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
)

func TestMeasuresAreThoseOfTheStyleSheets(t *testing.T) {
	apptest.WantStyles(t, "tokens.css", fmt.Sprintf("--token-row: %dpx;", rowHeight), fmt.Sprintf("--token-head: %dpx;", headHeight))
}
