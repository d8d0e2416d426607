package frame

import (
	"fmt"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
)

func TestMeasuresAreThoseOfTheStyleSheets(t *testing.T) {
	apptest.WantStyles(t, "page.css", fmt.Sprintf("@media (width >= %dpx)", wideFrom))
}
