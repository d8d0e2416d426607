package tokens

import (
	"fmt"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
)

func TestMeasuresAreThoseOfTheStyleSheets(t *testing.T) {
	apptest.WantStyles(t, "tokens.css", fmt.Sprintf("--row: %dpx;", rowHeight), fmt.Sprintf("--head: %dpx;", headHeight),
		fmt.Sprintf("--row: %dpx;", tallHeight), fmt.Sprintf("--head: %dpx;", tallHeight))
}
