package card

import (
	"strconv"

	"github.com/callbacklens/callbacklens/app/internal/dom"
	"github.com/callbacklens/callbacklens/parser"
)

// told are the items that have a place of their own in a column, true for those of
// which nothing is left, and false for what they stand in. What is left of an item is
// shown in its place, so that a face that knows some fields hides none of the others.
type told map[parser.Item]bool

// tell notes that nothing of an item is left to show: it has its place, or others
// have told how much of its kind is left out.
func (t told) tell(it parser.Item) {
	if !it.Ok() {
		return
	}
	t[it] = true
	for up := it.Parent(); up.Ok(); up = up.Parent() {
		if _, known := t[up]; known {
			return
		}
		t[up] = false
	}
}

// Tell notes that nothing of an item is left to show.
func (c *Column) Tell(it parser.Item) { c.told.tell(it) }

// Told reports whether nothing of an item is left to show, and whether something of it
// has been shown.
func (c *Column) Told(it parser.Item) (whole, some bool) {
	whole, some = c.told[it]
	return whole, some
}

// Left returns a line for each leaf in it that has no place yet, by its path in it.
// What holds none that has one is a single line, with all that is in it.
func (c *Column) Left(it parser.Item) []*dom.Still {
	var lines []*dom.Still
	if !c.told[it] {
		c.leftIn(it, "", &lines)
	}
	return lines
}

func (c *Column) leftIn(it parser.Item, path string, lines *[]*dom.Still) {
	at := 0
	for child := range it.Children() {
		at++
		if c.room <= 0 {
			*lines = append(*lines, c.MoreLine(it.Count()-at+1, child))
			return
		}
		name := child.Name()
		if name == "" && it.Kind() == parser.KindArray {
			name = strconv.Itoa(at)
		}
		if path != "" && name != "" {
			name = path + "." + name
		}
		c.leftAs(child, name, lines)
	}
}

// leftAs adds what is left of an item to lines.
func (c *Column) leftAs(it parser.Item, name string, lines *[]*dom.Still) {
	switch whole, known := c.told[it]; {
	case whole:
	case known:
		c.leftIn(it, name, lines)
	default:
		c.room--
		*lines = append(*lines, c.Field(it, name, Depth))
	}
}

// LeftOf is Left for several items, some of which may have no place at all.
func (c *Column) LeftOf(items []parser.Item) []*dom.Still {
	var lines []*dom.Still
	for i, it := range items {
		if c.room <= 0 {
			return append(lines, c.MoreLine(len(items)-i, it))
		}
		c.leftAs(it, it.Name(), &lines)
	}
	return lines
}

// Below is a row of a table for what stands in the row above and has no column; nil
// for nothing.
func (c *Column) Below(rest []parser.Item, columns int) *dom.Still {
	list := Lines(c.LeftOf(rest))
	if list == nil {
		return nil
	}
	return dom.StOf("tr", "under", dom.St("td").Attr("colspan", columns).Body(list))
}
