package app

import "github.com/callbacklens/callbacklens/parser"

// kept is what the tree and the source keep while another part of the result
// stands in their place.
type kept struct {
	report *parser.Report // that the rest is of

	tree       *branch
	treeCursor int
	treeTop    float64

	sourceText int // of the texts to choose from
	sourceByte int // the first in sight
}

// keeps returns what is kept of the report that is shown.
func (s *Session) keeps() *kept {
	if s.kept.report != s.Report {
		s.kept = kept{report: s.Report}
	}
	return &s.kept
}
