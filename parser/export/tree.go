package export

import "github.com/callbacklens/callbacklens/parser"

// tree writes every body that was found: one root each, with all its leaves in
// order.
func (w *writer) tree(r *parser.Report) {
	var roots []parser.Item
	if part := r.Part; part.Ok() {
		roots = append(roots, part)
	} else {
		for _, doc := range r.Documents {
			for top := range doc.Root().Children() {
				if treeKind(top) {
					roots = append(roots, top)
				}
			}
		}
	}
	w.open("[")
	for i := 0; i < len(roots) && w.next(); i++ {
		w.node(roots[i])
	}
	w.shut("]")
}

func (w *writer) node(it parser.Item) {
	w.open("{")
	w.nonEmpty("name", w.name(it))
	w.member("kind", it.Kind().String())
	w.flag("partial", it.Partial())
	if it.Leaf() {
		w.member("value", w.item(it))
		w.shut("}")
		return
	}
	w.array("children")
	for c := range it.Children() {
		if !treeKind(c) {
			continue
		}
		if !w.next() {
			break
		}
		w.node(c)
	}
	w.shut("]")
	w.shut("}")
}
