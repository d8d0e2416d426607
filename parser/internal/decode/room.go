package decode

import (
	"slices"
	"unsafe"

	"github.com/callbacklens/callbacklens/parser/callback"
	"github.com/callbacklens/callbacklens/parser/diagnostic"
	"github.com/callbacklens/callbacklens/parser/document"
)

// What is decoded takes up more memory than what is written: one of these may
// come from a dozen bytes. Limits.Model bounds them together. A job has room for the
// first place in it of some remarks.
const (
	sizeOfCallback = int(unsafe.Sizeof(callback.Callback{}))
	SizeOfJob      = int(unsafe.Sizeof(callback.Job{})) + 4*int(unsafe.Sizeof(diagnostic.Spot{}))
	sizeOfTask     = int(unsafe.Sizeof(callback.Task{}))
	sizeOfHeader   = int(unsafe.Sizeof(callback.Header{}))
	sizeOfLabel    = int(unsafe.Sizeof(callback.Label{}))
	sizeOfItem     = int(unsafe.Sizeof(document.Item{}))
	sizeOfFinding  = int(unsafe.Sizeof(callback.Finding{}))
	sizeOfPart     = int(unsafe.Sizeof(callback.Part{}))
	sizeOfGroup    = int(unsafe.Sizeof(callback.Group{}))
	sizeOfValue    = int(unsafe.Sizeof(callback.Value{}))
)

// hold takes size bytes of memory for what is decoded from it. Where there is
// no room for it that is said, and from then on hold reports false.
func (d *Decoder) hold(it document.Item, size int) bool {
	if d.room -= size; d.room < 0 && !d.full {
		d.full = true
		d.SayOf(rowModelLimit, it)
	}
	return !d.full
}

// keep adds it to a list of items, if there is room: also for the copy that is
// made as the list grows.
func (d *Decoder) keep(list *[]document.Item, it document.Item) {
	if d.hold(it, 2*sizeOfItem) {
		*list = append(*list, it)
	}
}

// keepRest keeps what a container holds and the model has no field for.
func (d *Decoder) keepRest(list *[]document.Item, it document.Item) {
	switch it.Kind() {
	case document.KindComment, document.KindProcInst, document.KindDirective:
	default:
		d.keep(list, it)
	}
}

// keepApart keeps it with the results what holds items, and with the rest
// what holds a value.
func (d *Decoder) keepApart(results, rest *[]document.Item, it document.Item) {
	if it.Leaf() {
		d.keep(rest, it)
	} else {
		d.keep(results, it)
	}
}

// The iterators are methods without a result, to be ranged over by name: a function
// that returns one would be compiled again for each loop over it.

// items are the items of a container, to be ranged over as each or as counting.
type items struct {
	d  *Decoder
	of document.Item
}

func (d *Decoder) items(it document.Item) items { return items{d, it} }

// each yields the items, and pulses: there may be a million.
func (in items) each(yield func(document.Item) bool) {
	for c := range in.of.Children() {
		if in.d.Step(c); !yield(c) {
			return
		}
	}
}

// counting does so too, and leaves out the members of an object that do not count
// because their names are repeated.
func (in items) counting(yield func(document.Item) bool) {
	for c := range in.of.Children() {
		if in.d.Step(c); !c.Superseded() && !yield(c) {
			return
		}
	}
}

// contents is what stands in a container, save what has one of some names, to be
// ranged over as each. What does not count goes to the rest.
type contents struct {
	d    *Decoder
	node document.Item
	rest *[]document.Item
	save []string
}

func (d *Decoder) inside(node document.Item, rest *[]document.Item, save ...string) contents {
	return contents{d, node, rest, save}
}

// each yields what counts, and pulses. To the rest go the members of an object whose
// names come again, of an array all but the first item, and a value that stands where
// the container should.
func (in contents) each(yield func(document.Item) bool) {
	d, first := in.d, in.node.Single()
	for it := range in.node.Items() {
		if d.Step(it); it != first || it.Leaf() {
			d.keepRest(in.rest, it)
		}
	}
	for c := range first.Beside(in.save...) {
		if d.Step(c); c.Superseded() {
			d.keepRest(in.rest, c)
		} else if !yield(c) {
			return
		}
	}
}

// manyItems is how many of a kind are common; of more there may be a million.
const manyItems = 32

// withRoom returns list with room for one more. A long one gets room for all
// that have the name in a container, or the model has room for, so that it is
// copied once.
func withRoom[T any](d *Decoder, list []T, in document.Item, name string) []T {
	if len(list) == manyItems && cap(list) < 2*manyItems+1 {
		size := int(unsafe.Sizeof(list[0]))
		return slices.Grow(list, min(count(in, name), max(d.room, 0)/size+1))
	}
	return list
}

// count returns how many items of a container have a name.
func count(in document.Item, name string) (n int) {
	for range in.All(name) {
		n++
	}
	return n
}

// work is what collecting tokens asks of the decoder.
func (d *Decoder) work() callback.Work {
	return callback.Work{
		Beat:   d.Beat,
		Hold:   func(it document.Item) bool { return d.hold(it, callback.TokenSize) },
		Unread: func() bool { return d.prefix || d.Stopped },
	}
}
