// Package results draws what a body brought: the outcome of jobs of all kinds but the
// words of a segmentation, runs of workflows, and refusals.
package results

import (
	"github.com/callbacklens/callbacklens/app/internal/card"
	"github.com/callbacklens/callbacklens/app/internal/model"
)

// column is a column of cards, with those that are only here.
type column struct {
	*card.Column
	// brief leaves out of tables what has no column, as it stands elsewhere.
	brief bool
}

func newColumn(p *model.Page, b *model.Body) *column { return &column{Column: card.New(p, b)} }
