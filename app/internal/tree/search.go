package tree

import (
	"bytes"
	"slices"

	"github.com/callbacklens/callbacklens/app/internal/list"
	"github.com/callbacklens/callbacklens/parser"
)

// treeHits is how many places a search of the tree lists.
const treeHits = 10_000

// treeSearch walks a tree for a text in names and values.
type treeSearch struct {
	needle []byte // lower case where it is ASCII
	way    string // the same as a path, as pathOf returns it; empty if it is none
	path   []int32
	hits   [][]int32
	steps  int
	goOn   func(hits [][]int32) bool
}

// searchSpan is the length of text that is searched as it is written before
// its items are visited.
const searchSpan = 4096

// walk visits the items of seq and what is in them, and reports whether it may
// go on.
func (s *treeSearch) walk(items func(func(parser.Item) bool)) bool {
	s.path = append(s.path, -1)
	defer func() { s.path = s.path[:len(s.path)-1] }()
	alive := true
	items(func(it parser.Item) bool {
		s.path[len(s.path)-1]++
		if s.steps++; s.steps%256 == 0 && !s.goOn(s.hits) {
			alive = false
		}
		alive = alive && s.visit(it)
		return alive
	})
	return alive
}

func (s *treeSearch) visit(it parser.Item) bool {
	if !s.possible(it) {
		return true
	}
	if s.matches(it) {
		s.hits = append(s.hits, slices.Clone(s.path))
		if len(s.hits) == treeHits {
			return false
		}
	}
	if it.Leaf() {
		return true
	}
	return s.walk(it.Children())
}

// possible reports whether the text of it can hold what is looked for. Escapes
// may hide anything.
func (s *treeSearch) possible(it parser.Item) bool {
	span := it.Span()
	text := it.Document().Text
	if span.Len() == 0 || span.Len() > searchSpan || int(span.End) > len(text) {
		return true
	}
	// The name of a cell stands before its value.
	raw := text[max(int(span.Start)-64, 0):span.End]
	return s.way != "" || bytes.IndexByte(raw, '&') >= 0 || bytes.IndexByte(raw, '\\') >= 0 || list.FoldIndex(raw, s.needle) >= 0
}

func (s *treeSearch) matches(it parser.Item) bool {
	return list.FoldIndex([]byte(it.Name()), s.needle) >= 0 ||
		it.Leaf() && list.FoldIndex([]byte(it.Value()), s.needle) >= 0 ||
		s.way != "" && leadsTo(s.way, it)
}
