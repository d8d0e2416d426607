package conceal

import (
	"github.com/callbacklens/callbacklens/parser/document"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
	"github.com/callbacklens/callbacklens/parser/redact"
)

// fields finds the secrets of a document by the names that values have in it,
// however those are written.
type fields struct {
	doc   *document.Document
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
	nodes := f.doc.Flat().Nodes
	f.own, f.deep = make([]redact.Kind, len(nodes)), make([]redact.Kind, len(nodes))
	f.beside = make(map[int32]redact.Kind)
	for i := range nodes {
		f.name(int32(i))
	}
	for i := range nodes {
		if n := &nodes[i]; n.Kind == flat.KindTable {
			f.table(n, f.deep[i])
		} else if n.Kind.Scalar() {
			f.leaf(int32(i))
		}
	}
}

// name finds out what the name of node i says of what stands in it, and beside
// it.
func (f *fields) name(i int32) {
	n := &f.doc.Flat().Nodes[i]
	above := redact.None
	if n.Parent != flat.NoNode {
		above = f.deep[n.Parent]
	}
	if n.Name.Len() > 0 {
		f.own[i] = redact.NameKind(f.doc.Flat().BytesOf(n.Name))
		if n.Flags&flat.FlagNameEscaped != 0 {
			f.own[i] = redact.NameKind([]byte(f.doc.Flat().NameOf(n)))
		}
	} else if n.Kind != flat.KindDocument {
		f.own[i] = above
	}
	f.deep[i] = redact.None
	switch kind := f.own[i]; {
	case above == redact.Deep || kind == redact.Deep:
		f.deep[i] = redact.Deep
	case n.Kind == flat.KindElement,
		n.Kind == flat.KindArray && (kind == redact.Head || kind == redact.Link || kind == redact.Address):
		f.deep[i] = kind
	}
	if above == redact.Deep && n.Kind.Scalar() {
		f.own[i] = redact.Deep
	}
	switch f.own[i] {
	case redact.Marker:
		f.beside[n.Parent] = max(f.beside[n.Parent], redact.Marker)
	case redact.PairKey:
		const longest = 128 // of a name, escaped
		if n.Value.Len() > longest {
			break
		}
		if kind := redact.NameKind([]byte(f.doc.Item(flat.RefTo(i)).Value())); kind >= redact.Link {
			f.beside[f.container(i)] = redact.Secret
		}
	}
}

// container returns the node whose members a pair consists of.
func (f *fields) container(i int32) int32 {
	n := &f.doc.Flat().Nodes[i]
	if n.Kind == flat.KindText || n.Kind == flat.KindCData {
		return f.doc.Flat().Nodes[n.Parent].Parent
	}
	return n.Parent
}

// leaf hides what is secret in the value of node i.
func (f *fields) leaf(i int32) {
	n := &f.doc.Flat().Nodes[i]
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
	if (n.Kind == flat.KindText || n.Kind == flat.KindCData) && f.beside[n.Parent] == redact.Secret {
		kind = redact.Secret // <header name="Authorization">…
	}
	if n.Kind == flat.KindBool || n.Kind == flat.KindNull {
		return
	}
	f.hide(kind, n.Value, n.Flags&flat.FlagEscaped != 0, func() string { return f.doc.Flat().ValueOf(n) })
}

// longestEscaped is how many bytes an escaped value may have that is looked at
// without its escapes.
const longestEscaped = 64 << 10

// hide hides what is secret in a value: what its name says, and what can be
// seen only once its escapes are resolved.
func (f *fields) hide(kind redact.Kind, at flat.Span, escaped bool, value func() string) {
	raw := f.doc.Flat().BytesOf(at)
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
func (f *fields) table(n *flat.Node, above redact.Kind) {
	t := &f.doc.Flat().Tables[n.Value.Start]
	kinds := make([]redact.Kind, len(t.Columns))
	key, marked := -1, false
	for c := range t.Columns {
		kinds[c] = redact.NameKind([]byte(t.Columns[c].Label))
		if above == redact.Deep {
			kinds[c] = redact.Deep
		}
		if kinds[c] == redact.PairKey {
			key = c
		}
		marked = marked || kinds[c] == redact.Marker
	}
	if plain(t) && above != redact.Deep {
		f.plainTable(t)
		return
	}
	for r := range t.Size {
		if r%1024 == 0 {
			f.pulse(f.at + int(t.Row(r).Start))
		}
		named := key >= 0 && redact.NameKind([]byte(f.cellText(t, r, key))) >= redact.Link
		for c, kind := range kinds {
			switch {
			case kind == redact.PairValue && named:
				kind = redact.Secret
			case kind == redact.Target && marked:
				kind = redact.Address
			}
			f.cell(t, t.Cell(r, c), c, kind)
		}
	}
}

func (f *fields) cellText(t *flat.Table, row, column int) string {
	return f.doc.Flat().CellValue(t.Cell(row, column), t.Columns[column].Escaped)
}

// plainTable hides what is secret in a table by the shape of its values alone.
// Its text was not searched yet.
func (f *fields) plainTable(t *flat.Table) {
	for i := range t.Chunks {
		c := &t.Chunks[i]
		f.pulse(f.at + int(c.Rows[0].Start))
		for k, cell := range c.Cells {
			if cell.Size < leastSecret {
				continue
			}
			at := cell.Span(c.Rows[k/len(t.Columns)].Start)
			if value := f.doc.Flat().BytesOf(at); couldHide(value) {
				for _, s := range redact.Find(value, nil) {
					f.add(at.Start+uint32(s.Start), at.Start+uint32(s.End))
				}
				f.cell(t, at, k%len(t.Columns), redact.None)
			}
		}
	}
}

// cell hides what is secret in one cell.
func (f *fields) cell(t *flat.Table, at flat.Span, column int, kind redact.Kind) {
	if escaped := t.Columns[column].Escaped; kind >= redact.Link || escaped {
		f.hide(kind, at, escaped, func() string { return f.doc.Flat().CellValue(at, escaped) })
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
