package export

import "github.com/callbacklens/callbacklens/parser"

// tree writes every body that was found: one root each, with all its leaves in
// order.
func (w *writer) tree(r *parser.Report) {
	var roots []parser.Item
	for _, doc := range r.Documents {
		for top := range doc.Root().Children() {
			if treeKind(top) {
				roots = append(roots, top)
			}
		}
	}
	w.list(len(roots), func(i int) { w.node(roots[i]) })
}

// treeKind reports whether it is a value or holds some: comments, instructions
// and declarations do not.
func treeKind(it parser.Item) bool {
	switch it.Kind() {
	case parser.KindComment, parser.KindProcInst, parser.KindDirective:
		return false
	}
	return true
}

func (w *writer) node(it parser.Item) {
	w.object(func() {
		w.nonEmpty("name", w.name(it))
		w.member("kind", it.Kind().String())
		if it.Partial() {
			w.member("partial", true)
		}
		if it.Leaf() {
			w.member("value", w.item(it))
			return
		}
		w.key("children")
		w.raw("[")
		w.comma = false
		for c := range it.Children() {
			if w.broken() {
				break
			}
			if treeKind(c) {
				w.separate()
				w.node(c)
			}
		}
		w.raw("]")
		w.comma = true
	})
}
