package app

// kept is what the tree and the source keep while another part of the result
// stands in their place.
type kept struct {
	body int // that the rest is of

	tree       *branch
	treeCursor int
	treeTop    float64

	sourceText int // of the texts to choose from
	sourceByte int // the first in sight
}

// keeps returns what is kept of the body that is shown.
func (s *Session) keeps() *kept {
	if s.kept.body != s.body {
		s.kept = kept{body: s.body}
	}
	return &s.kept
}
