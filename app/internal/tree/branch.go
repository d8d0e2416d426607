package tree

import (
	"slices"
	"sort"

	"github.com/callbacklens/callbacklens/parser"
)

// branch is an open node of the tree. Only open nodes have one: the rows of
// closed ones, and leaves, are found by their number, so that a list of a
// million costs nothing until it is looked at.
type branch struct {
	item  parser.Item // no place for the topmost branch
	roots []parser.Item
	count int       // of items in it
	rows  int       // that it takes up below its own: its items and what is open in them
	open  []*branch // those of its items that are open, in order
	up    *branch   // nil for the topmost branch
	index int       // in up
}

// What is open in the beginning: lists up to a length, as long as the rows
// stay few.
const (
	branchOpenUpTo = 100
	branchRows     = 160
)

// newTree returns the topmost branch for the documents of a report. What one
// document holds stands on the top level itself. Of a tree that began with the
// same items, if there was one, it takes over what was open; else, and in what
// has come since, the first levels are open.
func newTree(documents []*parser.Document, before *branch) *branch {
	b := &branch{}
	for _, d := range documents {
		if len(documents) > 1 {
			b.roots = append(b.roots, d.Root())
			continue
		}
		for it := range d.Root().Children() {
			b.roots = append(b.roots, it)
		}
	}
	b.count = len(b.roots)
	b.rows = b.count
	if before != nil && before.begins(b) {
		b.openAs(before)
	} else {
		b.openLevels(0)
	}
	return b
}

// begins reports whether the items of b are the first ones of another branch.
func (b *branch) begins(other *branch) bool {
	sameName := func(x, y parser.Item) bool { return x.Name() == y.Name() }
	return b.count <= other.count && slices.EqualFunc(b.roots, other.roots[:b.count], sameName)
}

// openAs opens what was open in before, and levels of what has come since.
func (b *branch) openAs(before *branch) {
	for _, k := range before.open {
		if into := b.unfold(k.index); into != nil {
			into.openAs(k)
		}
	}
	b.openLevels(before.count)
}

// openLevels opens level by level what is short enough, of b itself from item
// number from on.
func (b *branch) openLevels(from int) {
	for queue := []*branch{b}; len(queue) > 0; queue, from = queue[1:], 0 {
		at := queue[0]
		for i := from; i < min(at.count, branchOpenUpTo); i++ {
			n := at.nth(i).Count()
			if n > 0 && n <= branchOpenUpTo && b.rows+n <= branchRows {
				queue = append(queue, at.unfold(i))
			}
		}
	}
}

// opensUpTo is how many rows a tree grows to when all of it is opened at once.
const opensUpTo = 20_000

// openAll opens everything below b, level by level, and reports whether there was room
// for all of it.
func (b *branch) openAll() bool {
	for queue := []*branch{b}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		for i := range at.count {
			if b.rows >= opensUpTo {
				return false
			}
			if into := at.unfold(i); into != nil {
				queue = append(queue, into)
			}
		}
	}
	return true
}

// closeAll closes everything below b, but for what is alone on its level.
func (b *branch) closeAll() {
	b.grow(b.count - b.rows)
	b.open = nil
	if b.count == 1 {
		if into := b.unfold(0); into != nil {
			into.closeAll()
		}
	}
}

// nth returns the item number i of b.
func (b *branch) nth(i int) parser.Item {
	if b.up == nil {
		return b.roots[i]
	}
	return b.item.Nth(i)
}

// each visits the items of the topmost branch.
func (b *branch) each(visit func(parser.Item) bool) {
	for _, it := range b.roots {
		if !visit(it) {
			return
		}
	}
}

// search returns where among the open items number i is or would be.
func (b *branch) search(i int) (at int, open bool) {
	return slices.BinarySearchFunc(b.open, i, func(k *branch, i int) int { return k.index - i })
}

// unfold opens item number i of b, if it is not open yet, and returns its
// branch; nil if there is nothing in it.
func (b *branch) unfold(i int) *branch {
	at, open := b.search(i)
	if open {
		return b.open[at]
	}
	it := b.nth(i)
	n := it.Count()
	if n == 0 {
		return nil
	}
	k := &branch{item: it, count: n, rows: n, up: b, index: i}
	b.open = slices.Insert(b.open, at, k)
	b.grow(n)
	return k
}

// fold closes item number i of b.
func (b *branch) fold(i int) {
	if at, open := b.search(i); open {
		b.grow(-b.open[at].rows)
		b.open = slices.Delete(b.open, at, at+1)
	}
}

func (b *branch) grow(rows int) {
	for ; b != nil; b = b.up {
		b.rows += rows
	}
}

// treeRow is a row of the tree: an item by its number in a branch.
type treeRow struct {
	in    *branch
	index int
	level int     // from 1
	open  *branch // nil if it is closed or a leaf
}

func (r treeRow) item() parser.Item { return r.in.nth(r.index) }

// row returns row number n below b, which is below the range of b.rows.
func (b *branch) row(n int) treeRow {
	for level := 1; ; level++ {
		into, left := b.descend(n)
		if into == nil {
			return treeRow{b, left, level, b.opened(left)}
		}
		b, n = into, left
	}
}

// descend returns the open branch in b that row n is in and the number that
// the row has there; or no branch and the number of the item that row n is.
func (b *branch) descend(n int) (into *branch, left int) {
	for _, k := range b.open {
		if n <= k.index {
			return nil, n
		}
		if n <= k.index+k.rows {
			return k, n - k.index - 1
		}
		n -= k.rows
	}
	return nil, n
}

func (b *branch) opened(i int) *branch {
	if at, open := b.search(i); open {
		return b.open[at]
	}
	return nil
}

// rowOf returns the number of the row of item number i of b, counted from the
// top of the tree.
func (b *branch) rowOf(i int) int {
	n := i
	for _, k := range b.open {
		if k.index >= i {
			break
		}
		n += k.rows
	}
	if b.up == nil {
		return n
	}
	return b.up.rowOf(b.index) + 1 + n
}

// reveal opens what is closed on the way along path, a list of numbers, and
// returns the row that it leads to.
func (b *branch) reveal(path []int32) int {
	for _, i := range path[:len(path)-1] {
		next := b.unfold(int(i))
		if next == nil {
			break
		}
		b = next
	}
	return b.rowOf(int(path[len(path)-1]))
}

// pathTo returns the numbers that lead to an item in the tree of documents, nil
// if it is not in it.
func pathTo(documents []*parser.Document, it parser.Item) []int32 {
	var path []int32
	for up := it.Parent(); up.Ok(); it, up = up, up.Parent() {
		path = append(path, int32(indexIn(up, it)))
	}
	for i, d := range documents {
		if d == it.Document() && len(documents) > 1 {
			path = append(path, int32(i))
		}
	}
	slices.Reverse(path)
	return path
}

// indexIn returns the number of an item in another, whose items lie one behind the
// other.
func indexIn(in, it parser.Item) int {
	start := it.Span().Start
	n := sort.Search(in.Count(), func(i int) bool { return in.Nth(i).Span().Start >= start })
	for i := n; i < in.Count() && in.Nth(i).Span().Start == start; i++ { // those before it may be empty
		if in.Nth(i) == it {
			return i
		}
	}
	return n
}
