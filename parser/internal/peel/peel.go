// Package peel takes the wrappers off a body: what a log, a queue, a gateway or
// a clipboard put around it. A Scanner goes over a text from left to right and
// finds what may be a body or a wrapper of one; each kind of wrapper stands in
// a file of its own, says where it ends, and leaves all other bytes to the rest.
// None of them reads the body itself.
package peel

import (
	"github.com/callbacklens/callbacklens/parser/internal/outset"
	"github.com/callbacklens/callbacklens/parser/internal/packed"
	"github.com/callbacklens/callbacklens/parser/internal/unescape"
	"github.com/callbacklens/callbacklens/parser/lang"
)

// Inside is what one wrapper held, with all that a receipt needs.
type Inside struct {
	// Kind names the wrapper: "http", "gzip", "base64" …
	Kind string
	// Start and End bound the wrapper in the outer text, in bytes: all that is
	// its own, and nothing else.
	Start, End int
	// Text is what was inside.
	Text []byte
	// Shift is where Text begins in the outer text, if it stands there as it
	// is: Trace is nil and Packed false.
	Shift int
	// Trace maps an offset in Text to one in the outer text.
	Trace func(int) int
	// Packed tells that no such map exists: the bytes are compressed, say.
	Packed bool
	// Note says in words what is worth knowing.
	Note lang.Text
	// ContentType is what the wrapper says of the type of Text.
	ContentType string
	// Deflated tells that the wrapper says Text to be compressed.
	Deflated bool
	// Damage tells what was wrong with the wrapper, nil if nothing was.
	Damage error
	// Limited tells that Text was cut at the limit for inflated bytes.
	Limited bool
}

// Context is what the search may know beside the text.
type Context struct {
	// Inflate is how many bytes compressed text may still grow to.
	Inflate int
	// Deflated tells that the text is said to be compressed, with or without a header.
	Deflated bool
	// Depth is how many wrappers inside each other are looked through to see
	// whether what was found leads to a body.
	Depth int
	// Budget, if set, counts down the bytes that are looked through for that,
	// so that no text makes it endless; see Scanner.
	Budget *int
	// Pulse, if set, is called every now and then as work on a large text goes
	// on.
	Pulse func()
}

// pulseEvery is how many bytes are looked at between two pulses.
const pulseEvery = 64 << 10

func (c Context) pulse() {
	if c.Pulse != nil {
		c.Pulse()
	}
}

// Undo applies a step from start to end of outer. It returns the text and the map of
// its offsets to those of outer.
func (c Context) Undo(outer []byte, start, end int, step unescape.Step) (text []byte, trace func(int) int) {
	return unescape.Undo(outer, start, end, step, c.pulse)
}

// Inflate inflates what b begins with, if that is compressed.
func Inflate(b []byte, c Context) (in Inside, ok bool) {
	r, ok := packed.Inflate(b, c.Inflate, c.Deflated, c.pulse)
	return Inside{
		Kind: r.Kind, Text: r.Text, Packed: ok, End: r.End, Limited: r.Limited, Damage: r.Damage,
		Note: lang.Text{ZH: "压缩数据", EN: "compressed data"},
	}, ok
}

// Holds reports whether text is worth going on with: whether a body or a
// wrapper of one is in it.
func (c Context) Holds(text []byte) bool {
	if !c.enters(text) {
		return false
	}
	if packed.Begins(text) {
		return true
	}
	_, ok := NewScanner(text, c).Next(0)
	return ok
}

// Tells reports whether wrappers in text lead to a callback, and not merely to
// something that looks like a body.
func (c Context) Tells(text []byte) bool {
	if !c.enters(text) {
		return false
	}
	if outset.Tells(text) {
		return true
	}
	if packed.Begins(text) {
		few := c
		few.Inflate = min(few.Inflate, 64<<10)
		in, _ := Inflate(text, few)
		return c.Tells(in.Text)
	}
	const few = 4 // finds: what tells stands at the beginning
	s, at := NewScanner(text, c), 0
	for range few {
		found, ok := s.Next(at)
		if !ok {
			break
		}
		if !found.Body && c.Tells(found.Text) {
			return true
		}
		at = max(found.End, found.Start+1)
	}
	return false
}

// enters takes text into account that is looked through, and reports whether it may
// be.
func (c *Context) enters(text []byte) bool {
	if c.Depth--; c.Depth < 0 {
		return false
	}
	if c.Budget != nil {
		*c.Budget -= len(text)
		return *c.Budget >= 0
	}
	return true
}
