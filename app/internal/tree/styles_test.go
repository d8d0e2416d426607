package tree

import (
	"fmt"
	"testing"

	"github.com/callbacklens/callbacklens/app/internal/apptest"
)

func TestMeasuresAreThoseOfTheStyleSheets(t *testing.T) {
	apptest.WantStyles(t, "tree.css", fmt.Sprintf("--tree-row: %dpx;", rowHeight), fmt.Sprintf("--tree-row: %dpx;", tallRow),
		fmt.Sprintf(".tree-row.indent-%d {", deepestIndent))
}
