package parser

import (
	"github.com/callbacklens/callbacklens/parser/redact"
)

// fields finds the secrets of a document by the names that values have in it,
// however those are written.
type fields struct {
	doc   *Document
	at    int // where its text begins in the one that spans count in
	pulse func(done int)
	found []redact.Span

	own  []redact.Kind // of each node by its name
	deep []redact.Kind // of what stands in each node that has no name
	// beside has the containers in which a key names a secret, and those that
	// describe a request.
	beside map[int32]redact.Kind
}

// run looks at every node and cell.
func (f *fields) run() {
	nodes := f.doc.nodes
	f.own, f.deep = make([]redact.Kind, len(nodes)), make([]redact.Kind, len(nodes))
	f.beside = make(map[int32]redact.Kind)
	for i := range nodes {
		f.name(int32(i))
	}
	for i := range nodes {
		if n := &nodes[i]; n.kind == kindTable {
			f.table(n, f.deep[i])
		} else if n.kind.Scalar() {
			f.leaf(int32(i))
		}
	}
}

// name finds out what the name of node i says of what stands in it, and beside
// it.
func (f *fields) name(i int32) {
	n := &f.doc.nodes[i]
	above := redact.None
	if n.parent != none {
		above = f.deep[n.parent]
	}
	if n.name.Len() > 0 {
		f.own[i] = redact.NameKind(f.doc.bytesOf(n.name))
		if n.flags&flagNameEscaped != 0 {
			f.own[i] = redact.NameKind([]byte(f.doc.nameOf(n)))
		}
	} else if n.kind != KindDocument {
		f.own[i] = above
	}
	f.deep[i] = redact.None
	switch kind := f.own[i]; {
	case above == redact.Deep || kind == redact.Deep:
		f.deep[i] = redact.Deep
	case n.kind == KindElement, n.kind == KindArray && (kind == redact.Head || kind == redact.Link || kind == redact.Address):
		f.deep[i] = kind
	}
	if above == redact.Deep && n.kind.Scalar() {
		f.own[i] = redact.Deep
	}
	switch f.own[i] {
	case redact.Marker:
		f.beside[n.parent] = max(f.beside[n.parent], redact.Marker)
	case redact.PairKey:
		const longest = 128 // of a name, escaped
		if n.value.Len() > longest {
			break
		}
		if kind := redact.NameKind([]byte(f.doc.item(i).Value())); kind >= redact.Link {
			f.beside[f.container(i)] = redact.Secret
		}
	}
}

// container returns the node whose members a pair consists of.
func (f *fields) container(i int32) int32 {
	n := &f.doc.nodes[i]
	if n.kind == KindText || n.kind == KindCData {
		return f.doc.nodes[n.parent].parent
	}
	return n.parent
}

// leaf hides what is secret in the value of node i.
func (f *fields) leaf(i int32) {
	n := &f.doc.nodes[i]
	kind := f.own[i]
	switch kind {
	case redact.Target:
		kind = redact.None
		if f.beside[f.container(i)] >= redact.Marker {
			kind = redact.Address
		}
	case redact.PairValue:
		kind = redact.None
		if f.beside[f.container(i)] == redact.Secret {
			kind = redact.Secret
		}
	}
	if (n.kind == KindText || n.kind == KindCData) && f.beside[n.parent] == redact.Secret {
		kind = redact.Secret // <header name="Authorization">…
	}
	if n.kind == KindBool || n.kind == KindNull {
		return
	}
	f.hide(kind, n.value, n.flags&flagEscaped != 0, func() string { return f.doc.valueOf(n) })
}

// longestEscaped is how many bytes an escaped value may have that is looked at
// without its escapes.
const longestEscaped = 64 << 10

// hide hides what is secret in a value: what its name says, and what can be
// seen only once its escapes are resolved.
func (f *fields) hide(kind redact.Kind, at Span, escaped bool, value func() string) {
	raw := f.doc.bytesOf(at)
	for _, s := range redact.Value(kind, raw) {
		f.add(at.Start+uint32(s.Start), at.Start+uint32(s.End))
	}
	if kind >= redact.Secret || !escaped || len(raw) > longestEscaped {
		return
	}
	if plain := value(); len(redact.Find([]byte(plain), nil)) > len(redact.Find(raw, nil)) {
		f.add(at.Start, at.End)
	}
}

func (f *fields) add(start, end uint32) {
	f.found = append(f.found, redact.Span{Start: f.at + int(start), End: f.at + int(end)})
}

// table hides what is secret in the cells of a table, by the names of their
// columns and by their shape.
func (f *fields) table(n *node, above redact.Kind) {
	t := &f.doc.tables[n.value.Start]
	kinds := make([]redact.Kind, len(t.columns))
	key, marked := -1, false
	for c := range t.columns {
		kinds[c] = redact.NameKind([]byte(t.columns[c].label))
		if above == redact.Deep {
			kinds[c] = redact.Deep
		}
		if kinds[c] == redact.PairKey {
			key = c
		}
		marked = marked || kinds[c] == redact.Marker
	}
	if t.plain() && above != redact.Deep {
		f.plainTable(t)
		return
	}
	for r := range t.size {
		if r%1024 == 0 {
			f.pulse(f.at + int(t.row(r).Start))
		}
		named := key >= 0 && redact.NameKind([]byte(f.cellText(t, r, key))) >= redact.Link
		for c, kind := range kinds {
			switch {
			case kind == redact.PairValue && named:
				kind = redact.Secret
			case kind == redact.Target && marked:
				kind = redact.Address
			}
			f.cell(t, t.cell(r, c), c, kind)
		}
	}
}

func (f *fields) cellText(t *table, row, column int) string {
	return f.doc.cellValue(t.cell(row, column), t.columns[column].escaped)
}

// plainTable hides what is secret in a table by the shape of its values alone.
// Its text was not searched yet.
func (f *fields) plainTable(t *table) {
	for i := range t.chunks {
		c := &t.chunks[i]
		f.pulse(f.at + int(c.rows[0].Start))
		for k, cell := range c.cells {
			if cell.size < leastSecret {
				continue
			}
			at := cell.span(c.rows[k/len(t.columns)].Start)
			if value := f.doc.bytesOf(at); couldHide(value) {
				for _, s := range redact.Find(value, nil) {
					f.add(at.Start+uint32(s.Start), at.Start+uint32(s.End))
				}
				f.cell(t, at, k%len(t.columns), redact.None)
			}
		}
	}
}

// cell hides what is secret in one cell.
func (f *fields) cell(t *table, at Span, column int, kind redact.Kind) {
	if escaped := t.columns[column].escaped; kind >= redact.Link || escaped {
		f.hide(kind, at, escaped, func() string { return f.doc.cellValue(at, escaped) })
	}
}

// leastSecret is how many bytes a value of a table has at least that is looked
// into.
const leastSecret = 8

// couldHide reports whether a value of leastSecret bytes is long enough, or has
// the signs, for there to be a secret in it.
func couldHide(value []byte) bool {
	const long = 16
	if len(value) >= long {
		return true
	}
	for _, c := range value {
		if c == '=' || c == ':' || c == '/' || c == '%' || c == '\\' || c == '&' {
			return true
		}
	}
	return false
}
