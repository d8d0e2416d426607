//go:build !js

package docs

import (
	"cmp"
	"path"
	"slices"

	"github.com/callbacklens/callbacklens/parser/lang"
)

// node is a page or a folder in the contents.
type node struct {
	name     string
	page     *page // nil for a folder without index.md
	children []*node
}

// tree returns the contents in l, by the order that pages say, then by name.
func (b *book) tree(l lang.Lang) *node {
	start := "."
	if b.paired {
		start = l.String()
	}
	top := &node{name: start}
	folders := map[string]*node{start: top}
	var folder func(name string) *node
	folder = func(name string) *node {
		n, known := folders[name]
		if !known {
			n = &node{name: path.Base(name)}
			folders[name] = n
			above := folder(path.Dir(name))
			above.children = append(above.children, n)
		}
		return n
	}
	for _, p := range b.sorted() {
		if p.lang != l {
			continue
		}
		in := folder(path.Dir(p.file))
		if p.index() {
			in.page = p
			continue
		}
		in.children = append(in.children, &node{name: path.Base(p.file), page: p})
	}
	top.sort()
	return top
}

func (n *node) sort() {
	slices.SortStableFunc(n.children, func(x, y *node) int {
		return cmp.Or(cmp.Compare(x.order(), y.order()), cmp.Compare(x.name, y.name))
	})
	for _, c := range n.children {
		c.sort()
	}
}

// order is that of the page; a folder without one has that of its first page.
func (n *node) order() float64 {
	if n.page != nil {
		return n.page.Order
	}
	first := 0.0
	for i, c := range n.children {
		if o := c.order(); i == 0 || o < first {
			first = o
		}
	}
	return first
}

// title is that of the page, or the name of the folder.
func (n *node) title() string {
	if n.page != nil {
		return n.page.Title
	}
	return n.name
}

// inOrder lists the pages in the order in which they are read.
func (b *book) inOrder(l lang.Lang) (pages []*page) {
	var add func(n *node)
	add = func(n *node) {
		if n.page != nil {
			pages = append(pages, n.page)
		}
		for _, c := range n.children {
			add(c)
		}
	}
	add(b.tree(l))
	return pages
}
