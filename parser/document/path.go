package document

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/callbacklens/callbacklens/parser/internal/chars"
	"github.com/callbacklens/callbacklens/parser/internal/flat"
)

// Path returns the names from the root to it, joined by dots, with a position
// counted from 1 where several items have the name: Response.JobsDetail[2].Tag.
// An attribute is written @name. Of a name that is very long the beginning
// stands there, and "…".
func (it Item) Path() string {
	var steps []string
	for p := it; p.Ok() && p.Kind() != KindDocument; p = p.Parent() {
		if s := p.step(); s != "" {
			steps = append(steps, s)
		}
	}
	slices.Reverse(steps)
	return strings.ReplaceAll(strings.Join(steps, "."), ".[", "[")
}

func (it Item) step() string {
	name := chars.Clip(it.Name())
	switch it.Kind() {
	case KindAttribute:
		return "@" + name
	case KindText, KindCData:
		return "text()"
	case KindComment, KindProcInst, KindDirective:
		return ""
	}
	at, several := it.position()
	if name == "" && !several && it.Parent().Kind() == KindDocument {
		return "" // the value that a JSON body is
	}
	if name == "" || several {
		return name + "[" + strconv.Itoa(at) + "]"
	}
	return name
}

// position returns the place of it among the items with its name, prefixes in
// XML aside, counted from 1, and whether there are several.
func (it Item) position() (at int, several bool) {
	d := it.doc
	parent := d.flat.Nodes[it.at.Node].Parent
	if it.at.Cell != flat.NoCell || parent == flat.NoNode {
		return 1, false
	}
	name, seen, of := d.flat.LocalName(&d.flat.Nodes[it.at.Node]), 0, 0
	for i := parent + 1; i < d.flat.Nodes[parent].Next; i = d.flat.Nodes[i].Next {
		if seen++; seen > manyItems {
			at, several = d.indexOf(parent).position(d, it.at.Node)
			return at + max(int(it.at.Row), 0), several
		}
		n := &d.flat.Nodes[i]
		if !n.Kind.Named() || !bytes.Equal(d.flat.LocalName(n), name) {
			continue
		}
		if i == it.at.Node {
			at = of + 1 + max(int(it.at.Row), 0)
		}
		of += d.flat.SizeOf(i)
	}
	return at, of > 1
}
